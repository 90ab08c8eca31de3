//! Withdrawals under pressure: nobody but a protection focal point may learn of them, by whatever way.

use diesel::prelude::*;
use maslahat::schema::{audit_entries, grievance_withdrawals};
use serde_json::{Value, json};

use crate::support::case::Case;
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    only_a_focal_point_learns_that_somebody_was_pressed;
    a_withdrawal_under_pressure_looks_like_any_other;
    what_was_told_is_sealed_in_the_database;
    what_was_told_opens_in_its_own_place_only;
    a_focal_point_sees_to_it_once;
}

const TOLD: &str = "Канарейка-Коркунуч: начальник үйгө келди";

async fn pressed(world: &World, cast: &Cast) -> Case {
    let case = world.released(cast, &cast.near).await;
    let withdrawal = json!({ "pressed": "yes", "told": TOLD });
    case.own_move("withdraw", withdrawal).await.expect(200);
    case
}

async fn only_a_focal_point_learns_that_somebody_was_pressed(world: World) {
    let cast = world.cast().await;
    let case = pressed(&world, &cast).await;
    let path = format!("{}/pressure", case.path());
    let near = &cast.near;
    for person in [&cast.staff, &cast.admin, &near.company, &near.authority, &near.community] {
        person.client.get(&path).await.refused(403, "forbidden");
        for path in
            [&case.path(), "/home", "/notifications", "/grievances", "/grievances?q=канарейка", "/grievances/counts"]
        {
            let seen = person.client.get(path).await.text();
            assert!(!seen.contains("Канарейка") && !seen.contains("press"), "{path}: {seen}");
        }
    }
    assert!(!case.reporter.get("/my-case").await.text().contains("Канарейка"), "over a shoulder neither");
    let focal = &cast.protection.client;
    let told = focal.get(&path).await.expect(200);
    assert_eq!(told["told"], json!(TOLD));
    let actions = case.seen_by(focal).await.expect(200)["actions"].clone();
    assert!(actions.as_array().unwrap().contains(&json!("get_pressure")), "{actions}");
    let alerts = focal.get("/protection/alerts").await.expect(200);
    assert_eq!(alerts["items"][0]["kind"], "pressed_to_withdraw");
    assert_eq!(alerts["items"][0]["reference"], json!(case.reference));
    let told = focal.get("/notifications").await.expect(200);
    assert!(told.to_string().contains("protection_alert"), "{told}");
}

/// All that staff see of a case, without what differs between any two.
async fn seen(cast: &Cast, case: &Case) -> Value {
    let reply = case.seen_by(&cast.staff.client).await;
    let mut seen = reply.expect(200);
    seen["etag"] = json!(reply.header("etag"));
    for name in ["id", "reference", "submitted_at", "updated_at"] {
        seen[name] = Value::Null;
    }
    for list in ["timeline", "messages"] {
        for entry in seen[list].as_array_mut().unwrap() {
            entry["at"] = Value::Null;
            entry["id"] = Value::Null;
        }
    }
    for clock in seen["clocks"].as_array_mut().unwrap() {
        for name in ["started_at", "due_at", "stopped_at"] {
            clock[name] = Value::Null;
        }
    }
    seen["summary"]["released_at"] = Value::Null;
    seen
}

async fn a_withdrawal_under_pressure_looks_like_any_other(world: World) {
    let cast = world.cast().await;
    let under_pressure = pressed(&world, &cast).await;
    let free = world.released(&cast, &cast.near).await;
    free.own_move("withdraw", json!({ "pressed": "no" })).await.expect(200);
    assert_eq!(seen(&cast, &under_pressure).await, seen(&cast, &free).await);
    let trail = |case: &Case| {
        let id = case.id.to_string();
        world.look(move |conn| {
            let of_case = audit_entries::table.filter(audit_entries::subject_id.eq(id)).order(audit_entries::seq);
            let rows: Vec<(String, String)> =
                of_case.select((audit_entries::operation, audit_entries::detail)).load(conn)?;
            Ok(rows)
        })
    };
    assert_eq!(trail(&under_pressure).await, trail(&free).await);
}

async fn what_was_told_is_sealed_in_the_database(world: World) {
    let cast = world.cast().await;
    pressed(&world, &cast).await;
    let sealed: Vec<Option<Vec<u8>>> = world
        .look(|conn| Ok(grievance_withdrawals::table.select(grievance_withdrawals::told_sealed).load(conn)?))
        .await;
    let sealed = sealed[0].as_ref().unwrap();
    assert!(!String::from_utf8_lossy(sealed).contains("Канарейка"));
}

async fn what_was_told_opens_in_its_own_place_only(world: World) {
    let cast = world.cast().await;
    let (first, second) = (pressed(&world, &cast).await, pressed(&world, &cast).await);
    let moved = (first.id, second.id);
    world
        .change(move |conn| {
            let of = |case| grievance_withdrawals::table.filter(grievance_withdrawals::grievance_id.eq(case));
            let told: Option<Vec<u8>> = of(moved.0).select(grievance_withdrawals::told_sealed).first(conn)?;
            Ok(diesel::update(of(moved.1)).set(grievance_withdrawals::told_sealed.eq(told)).execute(conn)?)
        })
        .await;
    let focal = &cast.protection.client;
    focal.get(&format!("{}/pressure", first.path())).await.expect(200);
    let other = focal.get(&format!("{}/pressure", second.path())).await;
    assert!(other.status == 500 && !other.text().contains("Канарейка"), "{}", other.text());
}

async fn a_focal_point_sees_to_it_once(world: World) {
    let cast = world.cast().await;
    let case = pressed(&world, &cast).await;
    let focal = &cast.protection.client;
    let before = case.seen_by(&cast.staff.client).await;
    let alert = focal.get("/protection/alerts?open=true").await.expect(200)["items"][0]["id"].clone();
    let path = format!("/protection/alerts/{}/handle", alert.as_str().unwrap());
    let note = json!({ "note": "Called her brother; she is at her aunt's." });
    focal.post(&path, note.clone()).at(1).await.expect(200);
    focal.post(&path, note).at(2).await.refused(409, "already_handled");
    assert_eq!(focal.get("/protection/alerts?open=true").await.expect(200)["items"], json!([]));
    // The case itself shows nothing of it, and neither does the trail under its id.
    let after = case.seen_by(&cast.staff.client).await;
    assert_eq!((before.json(), before.header("etag")), (after.json(), after.header("etag")));
    let id = case.id.to_string();
    let handled: Vec<String> = world
        .look(move |conn| {
            let handled = audit_entries::table.filter(audit_entries::operation.eq("handle_protection_alert"));
            Ok(handled.select(audit_entries::subject_id).load(conn)?)
        })
        .await;
    assert!(handled.len() == 1 && handled[0] != id, "{handled:?}");
}
