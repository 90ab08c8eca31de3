//! Recording and changing.

use serde_json::json;

use super::{contact, follow_up, known, log, path_of, with};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_contact_is_recorded_with_all_who_were_there;
    a_contact_that_is_sent_again_is_recorded_once;
    what_can_not_be_is_refused_by_field;
    a_day_outside_the_programme_is_only_warned_of;
    a_change_changes_what_it_names;
    a_change_is_held_to_the_same_rules;
    a_stale_change_is_refused;
}

async fn a_contact_is_recorded_with_all_who_were_there(world: World) {
    let cast = world.cast().await;
    let (two, one) = (known(&cast, "Бакыт").await, known(&cast, "Айгүл").await);
    let body = with(
        contact(&cast, &[&two, &one, &two]),
        json!({ "follow_up": follow_up(cast.protection.id, "2026-06-01"), "summary": " Жайыт тууралуу. " }),
    );
    let made = log(&cast.staff.client, body).await;
    assert_eq!((&made["version"], &made["summary"]), (&json!(1), &json!("Жайыт тууралуу.")));
    let names: Vec<_> = made["stakeholders"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    assert_eq!(names, ["Айгүл", "Бакыт"]);
    assert_eq!((&made["by"]["id"], &made["created_by"]["id"]), (&json!(cast.staff.id), &json!(cast.staff.id)));
    assert_eq!(made["follow_up"]["owner"]["id"], json!(cast.protection.id));
    assert_eq!((&made["follow_up"]["standing"], &made["follow_up"]["done"]), (&json!("overdue"), &json!(null)));
    assert_eq!(made["actions"], json!(["update_engagement", "complete_follow_up"]));
    let reply = cast.second_staff.client.get(&path_of(&made)).await;
    assert_eq!((reply.header("etag"), reply.expect(200)), ("\"1\"", made));
}

async fn a_contact_that_is_sent_again_is_recorded_once(world: World) {
    let cast = world.cast().await;
    let body = contact(&cast, &[&known(&cast, "Бакыт").await]);
    let key = uuid::Uuid::new_v4().to_string();
    let first = cast.staff.client.post("/engagements", body.clone()).key(&key).await.expect(201);
    assert_eq!(cast.staff.client.post("/engagements", body.clone()).key(&key).await.expect(201), first);
    let other = cast.staff.client.post("/engagements", with(body, json!({ "summary": "Other" }))).key(&key).await;
    assert_eq!(other.refused(422, "invalid"), [" idempotency_key_reused"]);
    assert_eq!(super::summaries(&cast.staff.client, "").await.len(), 1);
}

async fn what_can_not_be_is_refused_by_field(world: World) {
    let cast = world.cast().await;
    let one = known(&cast, "Бакыт").await;
    let nobody = uuid::Uuid::new_v4().to_string();
    let crowd = vec![one.clone(); 51];
    for (more, refused) in [
        (json!({ "summary": "   " }), "/summary too_short"),
        (json!({ "day": "2999-01-01" }), "/day in_the_future"),
        (json!({ "day": "0206-05-20" }), "/day too_early"),
        (json!({ "channel": "pigeon" }), "/channel invalid"),
        (json!({ "by_id": nobody }), "/by_id unknown"),
        (json!({ "by_id": cast.near.company.id }), "/by_id unknown"),
        (json!({ "by_id": cast.other_staff.id }), "/by_id unknown"),
        (json!({ "programme_id": nobody }), "/programme_id unknown"),
        (json!({ "stakeholder_ids": [] }), "/stakeholder_ids too_short"),
        (json!({ "stakeholder_ids": crowd }), "/stakeholder_ids too_long"),
        (json!({ "stakeholder_ids": [one, nobody] }), "/stakeholder_ids/1 unknown"),
        (json!({ "follow_up": follow_up(cast.staff.id, "2026-05-19") }), "/follow_up/due_on before_the_contact"),
        (json!({ "follow_up": follow_up(cast.other_staff.id, "2026-06-01") }), "/follow_up/owner_id unknown"),
        (
            json!({ "follow_up": with(follow_up(cast.staff.id, "2026-06-01"), json!({ "task": "  -  " })) }),
            "/follow_up/task too_short",
        ),
        (json!({ "owner": 1 }), "/owner unknown"),
    ] {
        let reply = cast.staff.client.post("/engagements", with(contact(&cast, &[&one]), more.clone())).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{more}");
    }
    assert_eq!(super::summaries(&cast.staff.client, "").await, Vec::<String>::new());
    let told = cast.protection.client.get("/notifications").await.expect(200);
    assert_eq!(told["items"], json!([]), "nobody is told of what was refused");
}

async fn a_day_outside_the_programme_is_only_warned_of(world: World) {
    let cast = world.cast().await;
    let one = known(&cast, "Бакыт").await;
    let early = with(
        contact(&cast, &[&one]),
        json!({ "day": "1995-02-03", "follow_up": follow_up(cast.staff.id, "2999-01-01") }),
    );
    let made = log(&cast.staff.client, early).await;
    assert_eq!(made["warnings"], json!(["before_the_programme", "due_after_the_programme"]));
}

async fn a_change_changes_what_it_names(world: World) {
    let cast = world.cast().await;
    let (one, two) = (known(&cast, "Бакыт").await, known(&cast, "Айгүл").await);
    let staff = &cast.staff.client;
    let made = log(staff, contact(&cast, &[&one])).await;
    let change = json!({
        "day": "2026-05-21", "channel": "phone", "by_id": cast.second_staff.id, "summary": "Жол тууралуу сүйлөштүк.",
        "stakeholder_ids": [two], "follow_up": follow_up(cast.second_staff.id, "2026-05-30"),
    });
    let changed = staff.patch(&path_of(&made), change.clone()).at(1).await.expect(200);
    assert_eq!(
        (&changed["version"], &changed["day"], &changed["channel"]),
        (&json!(2), &json!("2026-05-21"), &json!("phone"))
    );
    assert_eq!(changed["stakeholders"][0]["name"], "Айгүл");
    assert_eq!(changed["follow_up"]["owner"]["id"], json!(cast.second_staff.id));
    let same = staff.patch(&path_of(&made), change).at(2).await.expect(200);
    assert_eq!(same, changed, "a change that changes nothing is none");
    let dropped = staff.patch(&path_of(&made), json!({ "follow_up": null })).at(2).await.expect(200);
    assert_eq!((&dropped["follow_up"], &dropped["actions"]), (&json!(null), &json!(["update_engagement"])));
    assert_eq!(super::summaries(staff, "q=ЖОЛ%20тууралуу").await.len(), 1);
    assert_eq!(super::summaries(staff, "q=суунун").await, Vec::<String>::new());
    assert_eq!(super::summaries(staff, &format!("stakeholder_id={one}")).await, Vec::<String>::new());
}

async fn a_change_is_held_to_the_same_rules(world: World) {
    let cast = world.cast().await;
    let one = known(&cast, "Бакыт").await;
    let made = log(&cast.staff.client, contact(&cast, &[&one])).await;
    for (change, refused) in [
        (json!({ "day": "2999-01-01" }), "/day in_the_future"),
        (json!({ "by_id": cast.other_staff.id }), "/by_id unknown"),
        (json!({ "stakeholder_ids": [uuid::Uuid::new_v4()] }), "/stakeholder_ids/0 unknown"),
        (json!({ "follow_up": follow_up(cast.admin.id, "2026-06-01") }), "/follow_up/owner_id unknown"),
        (json!({ "programme_id": cast.programme }), "/programme_id unknown"),
    ] {
        let reply = cast.staff.client.patch(&path_of(&made), change.clone()).at(1).await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{change}");
    }
    assert_eq!(cast.staff.client.get(&path_of(&made)).await.expect(200), made);
}

async fn a_stale_change_is_refused(world: World) {
    let cast = world.cast().await;
    let made = log(&cast.staff.client, contact(&cast, &[&known(&cast, "Бакыт").await])).await;
    let path = path_of(&made);
    cast.staff.client.patch(&path, json!({ "summary": "First" })).at(1).await.expect(200);
    cast.staff.client.patch(&path, json!({ "summary": "Second" })).at(1).await.refused(412, "stale");
    cast.staff.client.patch(&path, json!({ "summary": "Third" })).await.refused(428, "version_required");
    assert_eq!(super::summaries(&cast.staff.client, "").await, ["First"]);
}
