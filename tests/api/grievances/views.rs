//! What each audience is told of a case: no less than it needs, and no more.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::schema::grievances;
use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{World, on_both_engines};

on_both_engines! {
    respondents_are_told_what_happened_from_the_release_on;
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
