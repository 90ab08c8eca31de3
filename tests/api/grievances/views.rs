//! What each audience is told of a case: no less than it needs, and no more.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use maslahat::authz::Role;
use maslahat::db::types::Moment;
use maslahat::organisations::OrganisationId;
use maslahat::schema::grievances;
use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{Account, Person, World, on_both_engines};

on_both_engines! {
    respondents_are_told_what_happened_from_the_release_on;
    before_the_release_a_representative_is_told_where_a_case_stands_and_no_more;
    a_case_of_another_programme_is_out_of_reach_whatever_the_place_and_the_company;
    the_reporter_is_told_every_step_but_the_inner_ones;
    a_case_comes_with_the_version_that_a_change_of_it_names;
    a_partners_entry_names_nobody_and_shows_the_consent;
    every_side_is_told_what_is_proposed;
    a_list_shows_the_beginning_of_the_words;
    respondents_are_told_the_month_as_it_was_in_bishkek;
}

fn moves(seen: &Value) -> Vec<&str> {
    seen["timeline"].as_array().unwrap().iter().map(|step| step["move"].as_str().unwrap()).collect()
}

async fn respondents_are_told_what_happened_from_the_release_on(world: World) {
    let cast = world.cast().await;
    let case = world.proposed(&cast, &cast.near).await;
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        let seen = case.seen_by(&person.client).await.expect(200);
        assert_eq!(moves(&seen), ["release", "investigate", "answer", "propose"]);
        let released = seen["timeline"][0].as_object().unwrap();
        assert_eq!(released.keys().collect::<Vec<_>>(), ["at", "from", "move", "to"]);
    }
}

async fn before_the_release_a_representative_is_told_where_a_case_stands_and_no_more(world: World) {
    let cast = world.cast().await;
    let mut shared = words(cast.near.aimak);
    shared["share_with_community"] = json!(true);
    let (case, staff) = (world.submit(shared).await, &cast.staff.client);
    case.moved(staff, "acknowledge", json!({})).await.expect(200);
    let acceptance =
        json!({ "category": "water", "severity": "low", "sensitivity": "normal", "site_id": cast.near.site });
    case.moved(staff, "accept", acceptance).await.expect(200);
    case.moved(staff, "investigate", json!({})).await.expect(200);
    case.moved(staff, "propose", json!({ "remedy": "The company waters the road." })).await.expect(200);
    let seen = case.seen_by(&cast.near.community.client).await.expect(200);
    assert_eq!(seen["state"], "resolution_proposed");
    assert_eq!((&seen["proposal"], &seen["summary"]), (&Value::Null, &Value::Null));
    assert_eq!((&seen["timeline"], &seen["messages"]), (&json!([]), &json!([])));
}

async fn a_case_of_another_programme_is_out_of_reach_whatever_the_place_and_the_company(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let programmes = vec![world.programme("Elsewhere").await];
    let of = async |person: &Person| -> OrganisationId {
        let me = person.client.get("/me").await.expect(200);
        me["organisation"]["id"].as_str().unwrap().parse().unwrap()
    };
    let near = &cast.near;
    for (role, organisation, places) in [
        (Role::Protection, cast.ngo, vec![]),
        (Role::Staff, cast.ngo, vec![]),
        (Role::Company, of(&near.company).await, vec![]),
        (Role::Authority, of(&near.authority).await, vec![]),
        (Role::Community, of(&near.community).await, vec![near.aimak]),
    ] {
        let account = Account { role, organisation, places, programmes: programmes.clone() };
        let client = world.account(account).await.client;
        case.seen_by(&client).await.refused(404, "not_found");
        assert_eq!(client.get("/grievances").await.expect(200)["items"], json!([]), "{role}");
        assert_eq!(client.get("/grievances/counts").await.expect(200)["by_state"], json!([]), "{role}");
    }
}

async fn the_reporter_is_told_every_step_but_the_inner_ones(world: World) {
    let cast = world.cast().await;
    let case = world.proposed(&cast, &cast.near).await;
    let assigned = json!({ "owner_id": cast.second_staff.id });
    case.moved(&cast.staff.client, "assign", assigned).await.expect(200);
    case.own_move("agree", Value::Null).await.expect(200);
    let own = case.reporter.get("/my-case").await.expect(200);
    let told = ["submit", "acknowledge", "accept", "release", "investigate", "answer", "propose", "agree"];
    assert_eq!(moves(&own), told);
    let theirs = case.seen_by(&cast.near.company.client).await.expect(200);
    assert_eq!(moves(&theirs), ["release", "investigate", "answer", "propose", "agree"]);
}

async fn a_case_comes_with_the_version_that_a_change_of_it_names(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    for client in [&cast.staff.client, &cast.near.company.client] {
        let seen = case.seen_by(client).await;
        assert_eq!(seen.header("etag"), format!("\"{}\"", seen.expect(200)["version"]));
    }
}

async fn a_partners_entry_names_nobody_and_shows_the_consent(world: World) {
    let cast = world.cast().await;
    let consent = json!({ "given": "said", "note": "Said so at the bus stop" });
    let entry = json!({ "channel": "phone", "consent": consent, "grievance": words(cast.near.aimak) });
    cast.partner.post("/grievances", entry).once().await.expect(201);
    let listed = cast.staff.client.get("/grievances").await.expect(200);
    let path = format!("/grievances/{}", listed["items"][0]["id"].as_str().unwrap());
    let seen = cast.staff.client.get(&path).await.expect(200);
    assert_eq!(seen["recorded"], json!({ "by": null, "consent": consent, "paper": null }));
}

async fn every_side_is_told_what_is_proposed(world: World) {
    let cast = world.cast().await;
    let case = world.proposed(&cast, &cast.near).await;
    let seen = case.seen_by(&cast.staff.client).await.expect(200)["proposal"].clone();
    assert_eq!(seen["remedy"], "The company waters the road twice a day.");
    assert!(seen["due_on"].is_string() && seen["proposed_at"].is_string(), "{seen}");
    assert_eq!(case.reporter.get("/my-case").await.expect(200)["proposal"], seen);
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        assert_eq!(case.seen_by(&person.client).await.expect(200)["proposal"], seen);
    }
}

async fn a_list_shows_the_beginning_of_the_words(world: World) {
    let cast = world.cast().await;
    let mut raised = words(cast.near.aimak);
    for (letters, shown) in [(160, 160), (161, 160)] {
        raised["narrative"] = json!("ө".repeat(letters));
        world.submit(raised.clone()).await;
        let list = cast.staff.client.get("/grievances").await.expect(200);
        assert_eq!(list["items"][0]["excerpt"], "ө".repeat(shown));
    }
}

async fn respondents_are_told_the_month_as_it_was_in_bishkek(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let (id, company) = (case.id, &cast.near.company.client);
    for (moment, month) in [("2026-10-31T17:59:59Z", "2026-10"), ("2026-10-31T18:00:00Z", "2026-11")] {
        let at: DateTime<Utc> = moment.parse().unwrap();
        let submitted = grievances::submitted_at.eq(Moment::from(at));
        world.change(move |conn| Ok(diesel::update(grievances::table.find(id)).set(submitted).execute(conn)?)).await;
        assert_eq!(case.seen_by(company).await.expect(200)["month"], month);
        assert_eq!(company.get("/grievances").await.expect(200)["items"][0]["month"], month);
    }
}
