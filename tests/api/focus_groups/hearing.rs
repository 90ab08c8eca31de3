//! Consent, who was there, and who may have been heard.

use serde_json::json;

use super::{agreed, consented, counts, kinds_of_events, moved, path_of, plan, planned};
use crate::support::{World, on_both_engines};

on_both_engines! {
    people_are_heard_after_they_agreed;
    who_is_under_18_is_heard_with_a_guardians_consent;
    a_child_is_not_heard_alone;
    counts_that_can_not_be_are_refused;
    a_count_takes_the_place_of_the_one_before;
    a_count_that_was_made_elsewhere_meanwhile_is_not_overwritten;
    days_follow_each_other;
}

async fn people_are_heard_after_they_agreed(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = path_of(&planned(staff, plan(&cast, "Суу")).await);
    let there = counts(json!({ "from36": 7 }), json!({}));
    moved(staff, &path, "attendance", there).await.expect(200);
    let holding = json!({ "held_on": "2026-06-15" });
    moved(staff, &path, "hold", holding.clone()).await.refused(409, "not_in_this_state");
    let notes = json!({ "notes": "Суу кир.", "quotes": [] });
    moved(staff, &path, "notes", notes).await.refused(409, "not_in_this_state");
    let consented = moved(staff, &path, "consent", agreed()).await.expect(200);
    assert_eq!(consented["consent"], agreed());
    let held = moved(staff, &path, "hold", holding).await.expect(200);
    assert_eq!((&held["state"], &held["held_on"]), (&json!("held"), &json!("2026-06-15")));
    assert_eq!(held["attended"], json!({ "people": 7, "women": 7, "youth": 0 }));
    let kinds = ["held", "consented", "attendance_counted", "planned"];
    assert_eq!(kinds_of_events(staff, &path).await, kinds);
    moved(staff, &path, "consent", agreed()).await.refused(409, "not_in_this_state");
}

async fn who_is_under_18_is_heard_with_a_guardians_consent(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = consented(&cast, "Жаштар").await;
    moved(staff, &path, "attendance", counts(json!({ "from14": 2, "from25": 4 }), json!({ "from14": 1 })))
        .await
        .expect(200);
    let holding = json!({ "held_on": "2026-06-15" });
    let reply = moved(staff, &path, "hold", holding.clone()).await;
    assert_eq!(reply.refused(422, "invalid"), ["/guardians guardians_missing"]);
    let two = json!({ "guardians": 2, "form": "signed", "given_on": "2026-06-10" });
    moved(staff, &path, "guardians", two).await.expect(200);
    let reply = moved(staff, &path, "hold", holding.clone()).await;
    assert_eq!(reply.refused(422, "invalid"), ["/guardians guardians_missing"]);
    let three = json!({ "guardians": 3, "form": "signed", "given_on": "2026-06-11", "note": "Энелери кол койду." });
    let record = moved(staff, &path, "guardians", three).await.expect(200);
    assert_eq!(record["guardians"], json!({ "guardians": 3, "form": "signed", "given_on": "2026-06-11" }));
    assert_eq!(moved(staff, &path, "hold", holding).await.expect(200)["state"], "held");
}

async fn a_child_is_not_heard_alone(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = consented(&cast, "Балдар").await;
    let consents = json!({ "guardians": 6, "form": "signed", "given_on": "2026-06-10" });
    moved(staff, &path, "guardians", consents).await.expect(200);
    moved(staff, &path, "attendance", counts(json!({ "under14": 1, "from14": 5 }), json!({}))).await.expect(200);
    let holding = json!({ "held_on": "2026-06-15" });
    let reply = moved(staff, &path, "hold", holding.clone()).await;
    assert_eq!(reply.refused(422, "invalid"), ["/attendance child_alone"]);
    let with_mother = counts(json!({ "under14": 1, "from14": 5, "from36": 1 }), json!({}));
    moved(staff, &path, "attendance", with_mother).await.expect(200);
    moved(staff, &path, "hold", holding).await.expect(200);
}

async fn counts_that_can_not_be_are_refused(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = consented(&cast, "Суу").await;
    for (body, refused) in [
        (counts(json!({ "from18": -1 }), json!({})), "/female/from18 too_small"),
        (counts(json!({}), json!({ "from60": 101 })), "/male/from60 too_large"),
        (counts(json!({ "from18": 60 }), json!({ "from18": 60 })), "/attendance too_large"),
        (counts(json!({ "from18": 1.5 }), json!({})), "/female/from18 invalid"),
        (json!({ "female": {}, "male": {} }), "/female/under14 required"),
    ] {
        let reply = moved(staff, &path, "attendance", body.clone()).await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{body}");
    }
    let reply = moved(staff, &path, "hold", json!({ "held_on": "2026-06-15" })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/attendance nobody"]);
    assert_eq!(staff.get(&path).await.expect(200)["attended"]["people"], 0);
}

async fn a_count_takes_the_place_of_the_one_before(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = consented(&cast, "Суу").await;
    moved(staff, &path, "attendance", counts(json!({ "from18": 3, "from60": 1 }), json!({}))).await.expect(200);
    let second = counts(json!({ "from18": 2 }), json!({ "from36": 4 }));
    let record = moved(staff, &path, "attendance", second.clone()).await.expect(200);
    assert_eq!(record["attendance"], second);
    assert_eq!(record["attended"], json!({ "people": 6, "women": 2, "youth": 2 }));
    let listed = staff.get("/focus-groups").await.expect(200);
    assert_eq!(listed["items"][0]["people"], record["attended"]);
    assert_eq!(listed["items"][0]["counted"], true);
}

async fn a_count_that_was_made_elsewhere_meanwhile_is_not_overwritten(world: World) {
    let cast = world.cast().await;
    let path = consented(&cast, "Суу").await;
    let (hers, his) = (counts(json!({ "from18": 3 }), json!({})), counts(json!({ "from18": 4 }), json!({})));
    let attendance = format!("{path}/attendance");
    cast.staff.client.post(&attendance, hers.clone()).at(2).await.expect(200);
    cast.second_staff.client.post(&attendance, his).at(2).await.refused(412, "stale");
    assert_eq!(cast.staff.client.get(&path).await.expect(200)["attendance"], hers);
}

async fn days_follow_each_other(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = path_of(&planned(staff, plan(&cast, "Суу")).await);
    let tomorrow = json!({ "form": "spoken", "given_on": "2999-01-01" });
    let reply = moved(staff, &path, "consent", tomorrow).await;
    assert_eq!(reply.refused(422, "invalid"), ["/given_on in_the_future"]);
    let reply =
        moved(staff, &path, "guardians", json!({ "guardians": 1, "form": "signed", "given_on": "2999-01-01" })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/given_on in_the_future"]);
    moved(staff, &path, "consent", agreed()).await.expect(200);
    moved(staff, &path, "attendance", counts(json!({ "from36": 7 }), json!({}))).await.expect(200);
    for (day, code) in [("2026-04-30", "before_it_was_given"), ("2999-01-01", "in_the_future")] {
        let reply = moved(staff, &path, "hold", json!({ "held_on": day })).await;
        assert_eq!(reply.refused(422, "invalid"), [format!("/held_on {code}")]);
    }
}
