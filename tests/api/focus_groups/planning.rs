//! Planning, and what it warns of.

use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};

use super::{agreed, counts, held, kinds_of_events, moved, path_of, plan, planned, with};
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    a_group_is_planned_and_changed;
    a_plan_that_can_not_be_is_refused_field_by_field;
    a_lost_answer_plans_no_second_group;
    a_stale_change_is_refused;
    a_group_is_called_off_with_the_reason;
    planning_warns_when_few_women_or_youth_are_heard_in_the_area;
    a_day_outside_the_period_or_a_place_outside_the_areas_is_warned_of;
    a_group_of_today_waits_for_its_facilitator;
}

async fn a_group_is_planned_and_changed(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let more = json!({
        "note_taker_id": cast.second_staff.id, "site_id": cast.near.site, "topic_guide": "Суу жөнүндө эмне дейсиз?",
        "ground_rules": "Ким айтса да, аты аталбайт.", "languages": ["ky", "ru", "ky"],
    });
    let made = planned(staff, with(plan(&cast, " Суу "), more)).await;
    assert_eq!((&made["title"], &made["state"], &made["version"]), (&json!("Суу"), &json!("planned"), &json!(1)));
    assert_eq!((&made["languages"], &made["site"]["id"]), (&json!(["ky", "ru"]), &json!(cast.near.site)));
    assert_eq!(made["note_taker"]["id"], json!(cast.second_staff.id));
    let change = json!({ "title": "Суу жана жайыт", "note_taker_id": null, "expected": { "people": 9, "women": 9, "youth": 3 } });
    let changed = cast.second_staff.client.patch(&path_of(&made), change.clone()).at(1).await.expect(200);
    assert_eq!((&changed["version"], &changed["note_taker"]), (&json!(2), &Value::Null));
    assert_eq!(changed["expected"], json!({ "people": 9, "women": 9, "youth": 3 }));
    let again = staff.patch(&path_of(&made), change).at(2).await.expect(200);
    assert_eq!(again["version"], 2, "what is so already is not changed");
    let history = staff.get(&format!("{}/history", path_of(&made))).await.expect(200);
    assert_eq!(history["items"][0]["fields"], json!(["title", "note_taker", "expected"]));
    assert_eq!(history["items"][0]["by"]["id"], json!(cast.second_staff.id));
    assert_eq!(kinds_of_events(staff, &path_of(&made)).await, ["changed", "planned"]);
}

async fn a_plan_that_can_not_be_is_refused_field_by_field(world: World) {
    let cast = world.cast().await;
    let nobody = uuid::Uuid::new_v4();
    for (more, refused) in [
        (
            json!({ "expected": { "people": 5, "women": 6, "youth": 7 } }),
            vec!["/expected/women too_large", "/expected/youth too_large"],
        ),
        (json!({ "expected": { "people": 0, "women": 0, "youth": 0 } }), vec!["/expected/people too_small"]),
        (json!({ "title": " ", "venue": " " }), vec!["/title too_short", "/venue too_short"]),
        (json!({ "starts_at": "0026-06-15T04:00:00Z" }), vec!["/starts_at invalid"]),
        (json!({ "place_id": nobody }), vec!["/place_id unknown"]),
        (json!({ "site_id": nobody }), vec!["/site_id unknown"]),
        (json!({ "facilitator_id": cast.near.company.id }), vec!["/facilitator_id unknown"]),
        (json!({ "facilitator_id": cast.other_staff.id }), vec!["/facilitator_id unknown"]),
        (json!({ "note_taker_id": cast.near.community.id }), vec!["/note_taker_id unknown"]),
        (json!({ "note_taker_id": cast.staff.id }), vec!["/note_taker_id duplicate"]),
        (json!({ "languages": [] }), vec!["/languages too_short"]),
        (json!({ "state": "held" }), vec!["/state unknown"]),
    ] {
        let reply = cast.staff.client.post("/focus-groups", with(plan(&cast, "Суу"), more.clone())).once().await;
        assert_eq!(reply.refused(422, "invalid"), refused, "{more}");
    }
    let made = planned(&cast.staff.client, plan(&cast, "Суу")).await;
    let change = json!({ "expected": { "people": 5, "women": 6, "youth": 1 } });
    let reply = cast.staff.client.patch(&path_of(&made), change).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/expected/women too_large"]);
    let change = json!({ "facilitator_id": cast.admin.id });
    let reply = cast.staff.client.patch(&path_of(&made), change).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/facilitator_id unknown"]);
}

async fn a_lost_answer_plans_no_second_group(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let first =
        staff.post("/focus-groups", plan(&cast, "Суу")).key("6f1f4f6e-3c0e-4f0e-9d1b-0d5a8c7b9e11").await.expect(201);
    let again =
        staff.post("/focus-groups", plan(&cast, "Суу")).key("6f1f4f6e-3c0e-4f0e-9d1b-0d5a8c7b9e11").await.expect(201);
    assert_eq!(first, again);
    let all = staff.get("/focus-groups?total=true").await.expect(200);
    assert_eq!(all["total"]["count"], 1);
}

async fn a_stale_change_is_refused(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = path_of(&planned(staff, plan(&cast, "Суу")).await);
    staff.patch(&path, json!({ "title": "First" })).at(1).await.expect(200);
    staff.patch(&path, json!({ "title": "Second" })).at(1).await.refused(412, "stale");
    staff.patch(&path, json!({ "title": "First" })).at(1).await.refused(412, "stale");
    staff.patch(&path, json!({ "title": "Third" })).await.refused(428, "version_required");
    staff.post(&format!("{path}/consent"), agreed()).at(1).await.refused(412, "stale");
    assert_eq!(staff.get(&path).await.expect(200)["title"], "First");
}

async fn a_group_is_called_off_with_the_reason(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = path_of(&planned(staff, plan(&cast, "Суу")).await);
    let reply = moved(staff, &path, "cancel", json!({ "reason": "   " })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/reason too_short"]);
    let gone = moved(staff, &path, "cancel", json!({ "reason": "Жол жабылып калды." })).await.expect(200);
    assert_eq!((&gone["state"], &gone["actions"]), (&json!("cancelled"), &json!([])));
    let history = staff.get(&format!("{path}/history")).await.expect(200);
    assert_eq!(history["items"][0]["note"], "Жол жабылып калды.");
    moved(staff, &path, "consent", agreed()).await.refused(409, "not_in_this_state");
    staff.patch(&path, json!({ "title": "Late" })).at(2).await.refused(409, "not_in_this_state");
    let path = held(&cast, "Суу").await;
    moved(staff, &path, "cancel", json!({ "reason": "Too late" })).await.refused(409, "not_in_this_state");
}

/// A plan of a day within the programme's period.
fn today(cast: &Cast, title: &str) -> Value {
    with(plan(cast, title), json!({ "starts_at": Utc::now() }))
}

async fn planning_warns_when_few_women_or_youth_are_heard_in_the_area(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let men = json!({ "expected": { "people": 12, "women": 0, "youth": 4 } });
    let made = planned(staff, with(today(&cast, "Суу"), men)).await;
    assert_eq!(made["warnings"], json!(["few_women"]));
    // Twelve women and eleven young people were heard there meanwhile.
    held(&cast, "Жайыт").await;
    let made = staff.get(&path_of(&made)).await.expect(200);
    assert_eq!(made["warnings"], json!([]));
    let query = format!("programme_id={}&place_id={}", cast.programme, cast.near.aimak);
    let balance = staff.get(&format!("/focus-groups/balance?{query}")).await.expect(200);
    assert_eq!(balance["heard"], json!({ "people": 18, "women": 12, "youth": 11 }));
    assert_eq!(balance["expected"], json!({ "people": 12, "women": 0, "youth": 4 }));
    let without = format!("/focus-groups/balance?{query}&without={}", made["id"].as_str().unwrap());
    assert_eq!(staff.get(&without).await.expect(200)["expected"]["people"], 0);
    let far = with(today(&cast, "Жол"), json!({ "place_id": cast.far.aimak }));
    let far = with(far, json!({ "expected": { "people": 9, "women": 9, "youth": 2 } }));
    assert_eq!(planned(staff, far).await["warnings"], json!(["few_youth"]), "another area is another balance");
    moved(staff, &path_of(&made), "cancel", json!({ "reason": "Nobody came" })).await.expect(200);
    let balance = staff.get(&format!("/focus-groups/balance?{query}")).await.expect(200);
    assert_eq!(balance["expected"]["people"], 0);
    let reply = staff
        .get(&format!("/focus-groups/balance?programme_id={}&place_id={}", uuid::Uuid::new_v4(), cast.near.aimak))
        .await;
    assert_eq!(reply.refused(422, "invalid"), ["?programme_id unknown"]);
}

async fn a_day_outside_the_period_or_a_place_outside_the_areas_is_warned_of(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let late = planned(staff, with(today(&cast, "Суу"), json!({ "starts_at": "2031-06-15T04:00:00Z" }))).await;
    assert_eq!(late["warnings"], json!(["outside_period"]));
    let elsewhere = world.place("KG-N").await;
    let away = planned(staff, with(today(&cast, "Суу"), json!({ "place_id": elsewhere }))).await;
    assert_eq!(away["warnings"], json!(["outside_areas"]));
    let balance = format!("/focus-groups/balance?programme_id={}&place_id={elsewhere}", cast.programme);
    assert_eq!(staff.get(&balance).await.expect(200)["area"], Value::Null);
}

async fn a_group_of_today_waits_for_its_facilitator(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let soon = Utc::now() + TimeDelta::days(3);
    planned(staff, with(plan(&cast, "Later"), json!({ "starts_at": soon }))).await;
    let today = planned(staff, with(plan(&cast, "Today"), json!({ "starts_at": Utc::now() }))).await;
    let waiting = |home: &Value| -> Vec<(String, String)> {
        let rows = home["waiting_focus_groups"].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        rows.map(|row| (text(&row["action"]), text(&row["focus_group"]["title"]))).collect()
    };
    let home = staff.get("/home").await.expect(200);
    assert_eq!(waiting(&home), [("consent_focus_group".into(), "Today".into())]);
    let path = path_of(&today);
    moved(staff, &path, "consent", agreed()).await.expect(200);
    let home = staff.get("/home").await.expect(200);
    assert_eq!(waiting(&home), [("hold_focus_group".into(), "Today".into())]);
    for other in [&cast.second_staff.client, &cast.protection.client, &cast.admin.client, &cast.near.company.client] {
        assert_eq!(waiting(&other.get("/home").await.expect(200)), []);
    }
    let there = counts(json!({ "from36": 7 }), json!({}));
    moved(staff, &path, "attendance", there).await.expect(200);
}
