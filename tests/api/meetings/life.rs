//! From the plan to the day, and what comes between.

use serde_json::{Value, json};

use super::{at, begun, changed, invited, moved, opened, path_of, plan, planned, sent, tried};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_meeting_is_planned_opened_sent_confirmed_and_held;
    nobody_is_asked_to_come_nowhere_or_alone;
    only_who_leads_a_meeting_says_that_it_was_held_and_not_before_its_time;
    a_postponed_meeting_takes_another_date_and_asks_again;
    a_meeting_is_called_off_only_with_a_reason;
    what_people_were_told_moves_only_by_postponing;
    a_plan_that_is_already_so_keeps_its_version;
    what_can_not_be_is_refused_by_field;
    a_stale_step_is_refused;
    a_plan_that_is_sent_again_is_kept_once;
}

async fn a_meeting_is_planned_opened_sent_confirmed_and_held(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = planned(&cast, json!({})).await;
    assert_eq!((&made["state"], &made["warnings"], &made["agenda"]), (&json!("draft"), &json!([]), &json!([])));
    assert_eq!(
        made["actions"],
        json!([
            "update_meeting",
            "open_meeting_agenda",
            "cancel_meeting",
            "propose_agenda_item",
            "order_meeting_agenda",
            "create_meeting_invitation",
            "list_meeting_invitations"
        ])
    );
    invited(&cast, &made, json!({ "account_id": cast.near.company.id })).await;
    for (name, state) in [("open-agenda", "agenda_open"), ("invite", "invited"), ("confirm", "confirmed")] {
        assert_eq!(moved(staff, &made, name, json!({ "note": "As agreed." })).await["state"], state);
    }
    begun(&world, &made).await;
    let held = moved(staff, &made, "hold", json!({})).await;
    assert_eq!((&held["state"], &held["actions"]), (&json!("held"), &json!(["list_meeting_invitations"])));
    let steps: Vec<&Value> = held["events"].as_array().unwrap().iter().map(|step| &step["move"]).collect();
    assert_eq!(steps, ["hold", "confirm", "invite", "open_agenda", "draft"]);
}

async fn nobody_is_asked_to_come_nowhere_or_alone(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = planned(&cast, json!({ "venue": null })).await;
    tried(staff, &made, "invite", json!({})).await.refused(409, "not_in_this_state");
    moved(staff, &made, "open-agenda", json!({})).await;
    tried(staff, &made, "invite", json!({})).await.refused(409, "venue_missing");
    changed(staff, &made, json!({ "venue": "Клуб" })).await.expect(200);
    tried(staff, &made, "invite", json!({})).await.refused(409, "nobody_invited");
    let seen = staff.get(&path_of(&made)).await.expect(200);
    assert!(!seen["actions"].as_array().unwrap().contains(&json!("send_meeting_invitations")), "{seen}");
    invited(&cast, &made, super::named("Асан")).await;
    let seen = staff.get(&path_of(&made)).await.expect(200);
    assert!(seen["actions"].as_array().unwrap().contains(&json!("send_meeting_invitations")), "{seen}");
    begun(&world, &made).await;
    tried(staff, &made, "invite", json!({})).await.refused(409, "already_begun");
}

async fn only_who_leads_a_meeting_says_that_it_was_held_and_not_before_its_time(world: World) {
    let cast = world.cast().await;
    let made = sent(&cast, json!({})).await;
    moved(&cast.second_staff.client, &made, "confirm", json!({})).await;
    tried(&cast.staff.client, &made, "hold", json!({})).await.refused(409, "not_begun_yet");
    begun(&world, &made).await;
    tried(&cast.second_staff.client, &made, "hold", json!({})).await.refused(409, "not_the_facilitator");
    changed(&cast.staff.client, &made, json!({ "facilitator_id": cast.second_staff.id })).await.expect(200);
    tried(&cast.staff.client, &made, "hold", json!({})).await.refused(409, "not_the_facilitator");
    assert_eq!(moved(&cast.second_staff.client, &made, "hold", json!({})).await["state"], "held");
}

async fn a_postponed_meeting_takes_another_date_and_asks_again(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let made = sent(&cast, json!({})).await;
    let own = company.get(&path_of(&made)).await.expect(200)["own_invitations"][0].clone();
    super::replied(company, &own, "yes", true).await.expect(200);
    let reason = json!({ "reason": "The road is under snow." });
    let put_off = moved(staff, &made, "postpone", reason).await;
    assert_eq!(put_off["state"], "postponed");
    let past = json!({ "starts_at": at(-1, 4), "ends_at": at(-1, 5) });
    let reply = tried(staff, &made, "reschedule", past).await;
    assert_eq!(reply.refused(422, "invalid"), ["/starts_at in_the_past"]);
    let date = json!({ "starts_at": at(20, 4), "ends_at": at(20, 8) });
    let moved = moved(staff, &made, "reschedule", date).await;
    assert_eq!((&moved["state"], &moved["starts_at"]), (&json!("invited"), &json!(at(20, 4))));
    let step = &moved["events"][0];
    assert_eq!((&step["starts_before"], &step["starts_after"]), (&json!(at(10, 4)), &json!(at(20, 4))));
    let own = company.get(&path_of(&made)).await.expect(200)["own_invitations"][0].clone();
    assert_eq!((&own["answer"], &own["answered_at"]), (&Value::Null, &Value::Null), "said of another day");
    assert_eq!(own["rules_accepted"], true, "the rules are the same");
}

async fn a_meeting_is_called_off_only_with_a_reason(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = sent(&cast, json!({})).await;
    for name in ["postpone", "cancel"] {
        let reply = tried(staff, &made, name, json!({ "reason": "   " })).await;
        assert_eq!(reply.refused(422, "invalid"), ["/reason too_short"]);
        let reply = tried(staff, &made, name, json!({})).await;
        assert_eq!(reply.refused(422, "invalid"), ["/reason required"]);
    }
    let over = moved(staff, &made, "cancel", json!({ "reason": "The company does not come." })).await;
    assert_eq!((&over["state"], &over["warnings"]), (&json!("cancelled"), &json!([])));
    for name in ["open-agenda", "invite", "confirm", "hold"] {
        tried(staff, &made, name, json!({})).await.refused(409, "not_in_this_state");
    }
    let seen = cast.near.company.client.get(&path_of(&made)).await.expect(200);
    assert_eq!(seen["events"][0]["note"], "The company does not come.");
}

async fn what_people_were_told_moves_only_by_postponing(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = opened(&cast, json!({})).await;
    let later = json!({ "starts_at": at(11, 4), "ends_at": at(11, 8) });
    assert_eq!(changed(staff, &made, later.clone()).await.expect(200)["starts_at"], at(11, 4));
    moved(staff, &made, "invite", json!({})).await;
    let reply = changed(staff, &made, json!({ "starts_at": at(12, 4), "ends_at": at(12, 8) })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/starts_at postpone_first"]);
    assert_eq!(changed(staff, &made, json!({ "venue": null })).await.refused(422, "invalid"), ["/venue required"]);
    let seen = changed(staff, &made, json!({ "venue": "Клуб" })).await.expect(200);
    assert_eq!((&seen["venue"], &seen["events"][0]["fields"]), (&json!("Клуб"), &json!(["venue"])));
    begun(&world, &made).await;
    moved(staff, &made, "confirm", json!({})).await;
    moved(staff, &made, "hold", json!({})).await;
    changed(staff, &made, json!({ "title": "Another title" })).await.refused(409, "not_in_this_state");
}

async fn a_plan_that_is_already_so_keeps_its_version(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({})).await;
    let same = json!({ "title": "  Барскоондун суусу ", "languages": ["ky", "ru", "ky"], "starts_at": at(10, 4) });
    let seen = changed(&cast.staff.client, &made, same).await.expect(200);
    assert_eq!((&seen["version"], &seen["events"]), (&json!(1), &made["events"]));
}

async fn what_can_not_be_is_refused_by_field(world: World) {
    let cast = world.cast().await;
    for (field, value, refused) in [
        ("title", json!("  a "), "/title too_short"),
        ("venue", json!("  "), "/venue too_short"),
        ("ground_rules", json!(" "), "/ground_rules too_short"),
        ("ends_at", json!(at(10, 4)), "/ends_at before_start"),
        ("ends_at", json!(at(25, 4)), "/ends_at too_long"),
        ("place_id", json!(uuid::Uuid::new_v4()), "/place_id unknown"),
        ("site_id", json!(uuid::Uuid::new_v4()), "/site_id unknown"),
        ("facilitator_id", json!(cast.near.company.id), "/facilitator_id unknown"),
        ("facilitator_id", json!(cast.other_staff.id), "/facilitator_id unknown"),
        ("programme_id", json!(uuid::Uuid::new_v4()), "/programme_id unknown"),
        ("languages", json!([]), "/languages too_short"),
        ("kind", json!("party"), "/kind invalid"),
    ] {
        let mut body = plan(&cast);
        body[field] = value;
        let reply = cast.staff.client.post("/meetings", body).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    let made = planned(&cast, json!({})).await;
    for (change, refused) in [
        (json!({ "title": "   " }), "/title too_short"),
        (json!({ "ends_at": at(10, 3) }), "/ends_at before_start"),
        (json!({ "site_id": uuid::Uuid::new_v4() }), "/site_id unknown"),
        (json!({ "facilitator_id": cast.near.community.id }), "/facilitator_id unknown"),
    ] {
        assert_eq!(changed(&cast.staff.client, &made, change).await.refused(422, "invalid"), [refused]);
    }
    assert_eq!(cast.staff.client.get(&path_of(&made)).await.expect(200)["version"], 1, "nothing changed");
}

async fn a_stale_step_is_refused(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({})).await;
    let path = path_of(&made);
    let staff = &cast.staff.client;
    staff.post(&format!("{path}/invite"), json!({})).at(1).await.refused(412, "stale");
    staff.post(&format!("{path}/invite"), json!({})).await.refused(428, "version_required");
    staff.patch(&path, json!({ "title": "Another" })).at(1).await.refused(412, "stale");
    assert_eq!(staff.get(&path).await.expect(200)["state"], "agenda_open");
}

async fn a_plan_that_is_sent_again_is_kept_once(world: World) {
    let cast = world.cast().await;
    let key = uuid::Uuid::new_v4().to_string();
    let send = || cast.staff.client.post("/meetings", plan(&cast)).key(&key);
    let (first, again) = (send().await.expect(201), send().await.expect(201));
    assert_eq!(first["id"], again["id"]);
    let listed = cast.staff.client.get("/meetings").await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
}
