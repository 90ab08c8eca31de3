//! Whom a commitment exists for, and canaries: words that must never reach anybody else.

use serde_json::{Value, json};

use super::{done, moved, organisation_of, path_of, promise, promised, with};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    a_promise_reaches_its_own_sides_and_nobody_else;
    the_sides_do_not_read_which_person_did_what;
    what_belongs_to_a_case_is_as_hidden_as_the_case;
    a_case_that_becomes_protected_takes_its_promises_along;
    an_agreement_of_a_protected_case_takes_its_promises_along;
    who_can_not_reach_a_promise_any_more_is_not_waited_for;
    staff_of_another_programme_meet_nothing;
}

const WHAT: &str = "Канарейка-Убада";
const NOTE: &str = "Канарейка-Себеп";
const WITNESS: &str = "Канарейка-Күбө";

/// Everything that somebody can get at.
async fn everything(client: &Client, made: &Value) -> String {
    let mut all = String::new();
    let lists = ["/commitments", "/commitments?q=канарейка&total=true&sort=newest", "/commitments?standing=awaiting"];
    let others = ["/home", "/notifications", "/audit/entries", "/grievances?q=канарейка", "/impacts"];
    for path in [path_of(made).as_str()].into_iter().chain(lists).chain(others) {
        all.push_str(&client.get(path).await.text());
    }
    all
}

fn others<'a>(world: &'a World, cast: &'a Cast) -> Vec<&'a Client> {
    vec![&cast.other_staff.client, &cast.admin.client, &cast.partner, &cast.other_partner, &world.stranger]
}

async fn a_promise_reaches_its_own_sides_and_nobody_else(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({ "what": WHAT })).await;
    let near = [&cast.near.company, &cast.near.authority, &cast.near.community, &cast.protection];
    for person in near {
        assert!(everything(&person.client, &made).await.contains(WHAT), "{}", person.email);
    }
    let far = [&cast.far.company, &cast.far.authority, &cast.far.community];
    for client in far.into_iter().map(|person| &person.client).chain(others(&world, &cast)) {
        let seen = everything(client, &made).await;
        assert!(!seen.contains("анарейка"), "{seen}");
    }
    // Who owes something reads of it wherever it is.
    let owner = organisation_of(&cast.far.community.client).await;
    let made = promised(&cast, json!({ "what": WHAT, "organisation_id": owner, "site_id": null })).await;
    assert!(everything(&cast.far.community.client, &made).await.contains(WHAT));
}

async fn the_sides_do_not_read_which_person_did_what(world: World) {
    let cast = world.cast().await;
    let id = cast.near.community.id;
    world
        .change(move |conn| {
            use diesel::prelude::*;
            use maslahat::schema::accounts;
            diesel::update(accounts::table.find(id)).set(accounts::active.eq(false)).execute(conn)?;
            Ok(())
        })
        .await;
    let made = promised(&cast, json!({ "what": WHAT })).await;
    moved(&cast.near.company.client, &made, "report", done()).await;
    moved(&cast.staff.client, &made, "reject", json!({ "reason": NOTE, "witness": WITNESS })).await;
    for person in [&cast.near.company, &cast.near.authority] {
        let seen = everything(&person.client, &made).await;
        assert!(seen.contains(NOTE) && !seen.contains(WITNESS), "{seen}");
        assert!(!seen.contains(&cast.staff.id.to_string()), "{seen}");
    }
    let seen = everything(&cast.protection.client, &made).await;
    assert!(seen.contains(WITNESS) && seen.contains(&cast.staff.id.to_string()));
}

async fn what_belongs_to_a_case_is_as_hidden_as_the_case(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let made = promised(&cast, json!({ "what": WHAT, "grievance_id": case.id })).await;
    assert_eq!(made["grievance"]["reference"], case.reference);
    let owner = cast.near.company.client.get(&path_of(&made)).await.expect(200);
    assert_eq!(
        (&owner["what"], &owner["grievance"]),
        (&json!(WHAT), &Value::Null),
        "who owes it, not whose case it is"
    );
    for person in [&cast.near.authority, &cast.near.community] {
        let seen = everything(&person.client, &made).await;
        assert!(!seen.contains("анарейка"), "{seen}");
    }
    // Nobody who speaks for the place reaches it: the programme looks, with a witness.
    moved(&cast.near.company.client, &made, "report", done()).await;
    moved(&cast.staff.client, &made, "verify", json!({ "witness": WITNESS })).await;
    let shared = world.released(&cast, &cast.near).await;
    let made = promised(&cast, json!({ "what": WHAT, "grievance_id": shared.id })).await;
    for person in [&cast.near.authority, &cast.near.community] {
        let seen = person.client.get(&path_of(&made)).await.expect(200);
        assert_eq!(seen["grievance"]["reference"], shared.reference);
    }
}

async fn a_case_that_becomes_protected_takes_its_promises_along(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let made = promised(&cast, json!({ "what": WHAT, "grievance_id": case.id })).await;
    case.moved(&cast.staff.client, "protect", json!({})).await.expect(204);
    let (near, staff) = (&cast.near, [&cast.staff.client, &cast.second_staff.client]);
    let sides = [&near.company.client, &near.authority.client, &near.community.client];
    for client in sides.into_iter().chain(staff).chain(others(&world, &cast)) {
        let seen = everything(client, &made).await;
        assert!(!seen.contains("анарейка"), "{seen}");
    }
    assert!(everything(&cast.protection.client, &made).await.contains(WHAT));
    let reply = super::tried(&cast.protection.client, &made, "publish", json!({ "text": "A road" })).await;
    reply.refused(409, "on_the_protection_track");
}

async fn an_agreement_of_a_protected_case_takes_its_promises_along(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let mut agreed = crate::agreements::draft(&cast, &organisation_of(&cast.near.company.client).await);
    agreed["grievance_id"] = json!(case.id);
    let agreed = cast.staff.client.post("/agreements", agreed).once().await.expect(201);
    let made = promised(&cast, json!({ "what": WHAT, "agreement_id": agreed["id"] })).await;
    moved(&cast.staff.client, &made, "publish", json!({ "text": WHAT })).await;
    assert!(world.stranger.get("/promises").await.text().contains(WHAT));
    case.moved(&cast.staff.client, "protect", json!({})).await.expect(204);
    let near = &cast.near;
    let sides = [&near.company.client, &near.authority.client, &near.community.client, &cast.staff.client];
    for client in sides.into_iter().chain(others(&world, &cast)) {
        let seen = everything(client, &made).await + &client.get("/promises").await.text();
        assert!(!seen.contains("анарейка"), "{seen}");
    }
    assert!(everything(&cast.protection.client, &made).await.contains(WHAT));
}

async fn who_can_not_reach_a_promise_any_more_is_not_waited_for(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let made = promised(&cast, json!({ "what": WHAT, "grievance_id": case.id })).await;
    moved(&cast.near.company.client, &made, "report", done()).await;
    let focal_point = &cast.protection.client;
    assert_eq!(focal_point.get(&path_of(&made)).await.expect(200)["represented"], true);
    case.moved(&cast.staff.client, "protect", json!({})).await.expect(204);
    assert_eq!(focal_point.get(&path_of(&made)).await.expect(200)["represented"], false);
    moved(focal_point, &made, "verify", json!({ "witness": WITNESS })).await;
}

async fn staff_of_another_programme_meet_nothing(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({})).await;
    let (other, path) = (&cast.other_staff.client, path_of(&made));
    assert_eq!(other.get("/commitments?total=true").await.expect(200)["items"], json!([]));
    other.get(&path).await.refused(404, "not_found");
    let reason = json!({ "reason": "Because of it." });
    let moves = [
        ("start", json!({})),
        ("report", done()),
        ("verify", json!({})),
        ("reject", reason.clone()),
        ("drop", reason.clone()),
        ("due", with(reason, json!({ "due_on": super::day(50) }))),
        ("publish", json!({ "text": "A road" })),
        ("withdraw-publication", json!({})),
    ];
    for (made, body) in moves {
        other.post(&format!("{path}/{made}"), body).at(1).await.refused(404, "not_found");
    }
    let owner = organisation_of(&cast.near.company.client).await;
    let reply = other.post("/commitments", promise(&cast, &owner)).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/programme_id unknown"]);
}
