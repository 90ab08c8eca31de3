//! What an account reaches by a mandate, and what closes with it; canaries of what was declared.

use chrono::{TimeDelta, Utc};
use maslahat::authz::Role;
use serde_json::{Value, json};

use super::{active, ending, nominate, nominated, path_of, step};
use crate::support::{Account, Cast, Person, World, on_both_engines};

on_both_engines! {
    a_mandate_opens_its_place_and_its_end_closes_it_at_once;
    a_term_that_is_over_closes_it_too;
    where_a_mandate_tells_the_place_an_administrator_does_not;
    an_account_is_one_persons;
    whose_mandate_ended_sits_in_no_committee;
    nobody_outside_the_programme_reads_of_mandates;
}

/// A member of the near community whose administrator gave the far place.
async fn member(world: &World, cast: &Cast) -> Person {
    let organisation = world.organisation("community_group", "Elders", None).await;
    let account =
        Account { role: Role::Community, organisation, places: vec![cast.far.aimak], programmes: vec![cast.programme] };
    world.account(account).await
}

async fn a_mandate_opens_its_place_and_its_end_closes_it_at_once(world: World) {
    let cast = world.cast().await;
    let (near, far) = (world.released(&cast, &cast.near).await, world.released(&cast, &cast.far).await);
    let member = member(&world, &cast).await;
    far.seen_by(&member.client).await.expect(200);
    near.seen_by(&member.client).await.refused(404, "not_found");
    let own = crate::support::case::words(cast.far.aimak);
    let own = json!({ "channel": "phone", "consent": { "given": "said", "note": "At home." }, "grievance": own });
    member.client.post("/grievances", own).once().await.expect(201);
    let mandate = active(&cast, nominated(&cast).await, json!({ "account_id": member.id })).await;
    assert_eq!(mandate["account"]["id"], json!(member.id));
    near.seen_by(&member.client).await.expect(200);
    far.seen_by(&member.client).await.refused(404, "not_found");
    let me = member.client.get("/me").await.expect(200);
    assert_eq!(me["places"][0]["id"], json!(cast.near.aimak));
    step(&cast.staff.client, &mandate, "end", ending()).await;
    near.seen_by(&member.client).await.refused(404, "not_found");
    far.seen_by(&member.client).await.refused(404, "not_found");
    assert_eq!(member.client.get("/grievances").await.expect(200)["items"], json!([]));
    assert_eq!(member.client.get("/me").await.expect(200)["places"], json!([]));
}

async fn a_term_that_is_over_closes_it_too(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let member = member(&world, &cast).await;
    let mandate = active(&cast, nominated(&cast).await, json!({ "account_id": member.id })).await;
    case.seen_by(&member.client).await.expect(200);
    let yesterday = (Utc::now() - TimeDelta::days(2)).date_naive();
    let over = json!({ "expires_on": yesterday, "note": "The term is over." });
    cast.staff.client.patch(&path_of(&mandate), over).at(4).await.expect(200);
    case.seen_by(&member.client).await.refused(404, "not_found");
    let given = json!({ "account_id": null, "expires_on": null, "note": "Signs in no more." });
    cast.staff.client.patch(&path_of(&mandate), given).at(5).await.expect(200);
    // Without any mandate the account is what its administrator made it.
    assert_eq!(member.client.get("/me").await.expect(200)["places"][0]["id"], json!(cast.far.aimak));
}

async fn where_a_mandate_tells_the_place_an_administrator_does_not(world: World) {
    let cast = world.cast().await;
    let member = member(&world, &cast).await;
    active(&cast, nominated(&cast).await, json!({ "account_id": member.id })).await;
    let path = format!("/accounts/{}", member.id);
    let account = cast.admin.client.get(&path).await.expect(200);
    assert_eq!(account["places"][0]["id"], json!(cast.near.aimak));
    let change = json!({ "place_ids": [cast.far.aimak] });
    let reply = cast.admin.client.patch(&path, change).at(account["version"].clone()).await;
    assert_eq!(reply.refused(422, "invalid"), ["/place_ids by_mandate"]);
    let same = json!({ "name": "Asan", "place_ids": [cast.near.aimak] });
    cast.admin.client.patch(&path, same).at(account["version"].clone()).await.expect(200);
}

async fn an_account_is_one_persons(world: World) {
    let cast = world.cast().await;
    let member = member(&world, &cast).await;
    let first = active(&cast, nominated(&cast).await, json!({ "account_id": member.id })).await;
    let other = active(&cast, nominate(&cast, "Бакыт", json!({}), "youth").await, json!({})).await;
    let offered = async |mandate: &Value| {
        let page = cast.staff.client.get(&format!("{}/accounts", path_of(mandate))).await.expect(200);
        page["items"].as_array().unwrap().iter().any(|person| person["id"] == json!(member.id))
    };
    assert!(offered(&first).await && !offered(&other).await);
    let change = json!({ "account_id": member.id, "note": "Shares a telephone." });
    let reply = cast.staff.client.patch(&path_of(&other), change).at(4).await;
    assert_eq!(reply.refused(422, "invalid"), ["/account_id does_not_fit"]);
}

async fn whose_mandate_ended_sits_in_no_committee(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let member = member(&world, &cast).await;
    let mandate = active(&cast, nominated(&cast).await, json!({ "account_id": member.id })).await;
    let path = format!("{}/committee-candidates", case.path());
    let candidates = async || cast.staff.client.get(&path).await.expect(200).to_string().contains(member.id.as_str());
    assert!(candidates().await);
    step(&cast.staff.client, &mandate, "end", ending()).await;
    assert!(!candidates().await);
}

const NAME: &str = "Канарейка-Аты";
const DETAIL: &str = "Канарейка-Келишим";
const NOTE: &str = "Канарейка-Эскертүү";

async fn nobody_outside_the_programme_reads_of_mandates(world: World) {
    let cast = world.cast().await;
    let made = nominate(&cast, NAME, json!({}), "community").await;
    let interests = json!([{ "kind": "family", "detail": DETAIL }]);
    let vetting = json!({ "vetted_on": "2026-03-10", "interests": interests, "note": NOTE });
    step(&cast.staff.client, &made, "vet", vetting).await;
    let paths = [
        "/mandates".to_owned(),
        path_of(&made),
        format!("{}/accounts", path_of(&made)),
        format!("/places/{}/representatives", cast.near.aimak),
        "/assemblies".to_owned(),
        "/home".to_owned(),
        "/audit/entries".to_owned(),
    ];
    let (near, far) = (&cast.near, &cast.far);
    let outside = [&near.company, &near.authority, &near.community, &far.company, &far.authority, &far.community];
    let outside = outside.map(|person| person.client.clone());
    let others = [&cast.other_staff.client, &cast.admin.client, &cast.partner, &world.stranger];
    for client in outside.iter().chain(others) {
        for path in &paths {
            let seen = client.get(path).await.text();
            assert!(!seen.contains("Канарейка"), "{path}: {seen}");
        }
    }
    let seen = cast.protection.client.get(&path_of(&made)).await.text();
    assert!([NAME, DETAIL, NOTE].iter().all(|canary| seen.contains(canary)), "{seen}");
}
