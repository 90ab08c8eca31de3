//! What follows from a contact: whose it is, until when, and that it was done.

use chrono::{TimeDelta, Utc};
use chrono_tz::Asia::Bishkek;
use serde_json::{Value, json};

use super::{contact, follow_up, known, log, path_of, with};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    a_follow_up_waits_for_its_owner_until_it_is_done;
    what_is_due_today_in_bishkek_is_not_late;
    the_first_due_come_first_on_the_home_page;
    who_is_given_one_by_somebody_else_is_told;
    it_is_done_with_a_day_and_a_note;
    what_was_done_by_mistake_is_opened_again;
    what_is_done_is_not_changed_before_it_is_opened_again;
}

fn day(from_today: i64) -> String {
    (Utc::now().with_timezone(&Bishkek).date_naive() + TimeDelta::days(from_today)).to_string()
}

async fn given(cast: &Cast, with_whom: &str, due_on: &str) -> Value {
    let body = with(
        contact(cast, &[with_whom]),
        json!({ "summary": format!("Due on {due_on}"), "follow_up": follow_up(cast.second_staff.id, due_on) }),
    );
    log(&cast.staff.client, body).await
}

async fn waiting(client: &Client) -> Vec<(String, String)> {
    let home = client.get("/home").await.expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = home["follow_ups"].as_array().unwrap();
    items.iter().map(|item| (text(&item["follow_up"]["due_on"]), text(&item["follow_up"]["standing"]))).collect()
}

fn done() -> Value {
    json!({ "done_on": "2026-05-25", "note": "Жыйынтык берилди." })
}

async fn a_follow_up_waits_for_its_owner_until_it_is_done(world: World) {
    let cast = world.cast().await;
    let made = given(&cast, &known(&cast, "Бакыт").await, "2026-06-01").await;
    assert_eq!(waiting(&cast.second_staff.client).await, [("2026-06-01".to_owned(), "overdue".to_owned())]);
    for other in [&cast.staff, &cast.protection, &cast.other_staff, &cast.admin, &cast.near.company] {
        assert_eq!(waiting(&other.client).await, []);
    }
    cast.second_staff.client.post(&format!("{}/complete", path_of(&made)), done()).at(1).await.expect(200);
    assert_eq!(waiting(&cast.second_staff.client).await, []);
}

async fn what_is_due_today_in_bishkek_is_not_late(world: World) {
    let cast = world.cast().await;
    let one = known(&cast, "Бакыт").await;
    for (due, standing) in [(day(-1), "overdue"), (day(0), "open"), (day(1), "open")] {
        assert_eq!(given(&cast, &one, &due).await["follow_up"]["standing"], standing, "{due}");
    }
    let staff = &cast.staff.client;
    assert_eq!(super::summaries(staff, "follow_up=overdue").await.len(), 1);
    assert_eq!(super::summaries(staff, "follow_up=open").await.len(), 3);
    assert_eq!(super::summaries(staff, "follow_up=done").await.len(), 0);
}

async fn the_first_due_come_first_on_the_home_page(world: World) {
    let cast = world.cast().await;
    let one = known(&cast, "Бакыт").await;
    for due in [9, 3, 7, 1, 8, 2] {
        given(&cast, &one, &day(due)).await;
    }
    let due: Vec<String> = waiting(&cast.second_staff.client).await.into_iter().map(|(due, _)| due).collect();
    assert_eq!(due, [1, 2, 3, 7, 8].map(day));
}

async fn who_is_given_one_by_somebody_else_is_told(world: World) {
    let cast = world.cast().await;
    let one = known(&cast, "Бакыт").await;
    let made = given(&cast, &one, "2026-06-01").await;
    let own = with(contact(&cast, &[&one]), json!({ "follow_up": follow_up(cast.staff.id, "2026-06-01") }));
    log(&cast.staff.client, own).await;
    let told = |client: &Client| {
        let client = client.clone();
        async move { client.get("/notifications").await.expect(200)["items"].clone() }
    };
    assert_eq!(told(&cast.staff.client).await, json!([]), "who takes one is not told so");
    let second = told(&cast.second_staff.client).await;
    assert_eq!((second.as_array().unwrap().len(), &second[0]["kind"]), (1, &json!("follow_up_given")));
    let subject = json!({ "kind": "engagement", "id": made["id"], "reference": "2026-05-20" });
    assert_eq!(second[0]["subject"], subject);
    let other = json!({ "follow_up": follow_up(cast.protection.id, "2026-06-01") });
    cast.staff.client.patch(&path_of(&made), other).at(1).await.expect(200);
    assert_eq!(told(&cast.protection.client).await.as_array().unwrap().len(), 1);
    let later = json!({ "follow_up": follow_up(cast.protection.id, "2026-06-09") });
    cast.staff.client.patch(&path_of(&made), later).at(2).await.expect(200);
    assert_eq!(told(&cast.protection.client).await.as_array().unwrap().len(), 1, "a later day is no new task");
}

async fn it_is_done_with_a_day_and_a_note(world: World) {
    let cast = world.cast().await;
    let one = known(&cast, "Бакыт").await;
    let made = given(&cast, &one, "2026-06-01").await;
    let path = format!("{}/complete", path_of(&made));
    let staff = &cast.second_staff.client;
    for (body, refused) in [
        (json!({ "done_on": "2026-05-19", "note": "Too soon" }), "/done_on before_the_contact"),
        (json!({ "done_on": "2999-05-19", "note": "Too late" }), "/done_on in_the_future"),
        (json!({ "done_on": "2026-05-25", "note": "    " }), "/note too_short"),
        (json!({ "done_on": "2026-05-25" }), "/note required"),
    ] {
        assert_eq!(staff.post(&path, body).at(1).await.refused(422, "invalid"), [refused]);
    }
    staff.post(&path, done()).await.refused(428, "version_required");
    staff.post(&path, done()).at(7).await.refused(412, "stale");
    let after = staff.post(&path, done()).at(1).await.expect(200);
    let follow_up = &after["follow_up"];
    assert_eq!((&follow_up["standing"], &follow_up["done"]["on"]), (&json!("done"), &json!("2026-05-25")));
    assert_eq!(follow_up["done"]["by"]["id"], json!(cast.second_staff.id));
    assert_eq!(after["actions"], json!(["update_engagement", "reopen_follow_up"]));
    staff.post(&path, done()).at(2).await.refused(409, "follow_up_done");
    let none = log(staff, contact(&cast, &[&one])).await;
    staff.post(&format!("{}/complete", path_of(&none)), done()).at(1).await.refused(409, "no_follow_up");
}

async fn what_was_done_by_mistake_is_opened_again(world: World) {
    let cast = world.cast().await;
    let made = given(&cast, &known(&cast, "Бакыт").await, "2026-06-01").await;
    let staff = &cast.second_staff.client;
    let reopen = format!("{}/reopen", path_of(&made));
    staff.post(&reopen, json!({})).at(1).await.refused(409, "follow_up_open");
    staff.post(&format!("{}/complete", path_of(&made)), done()).at(1).await.expect(200);
    let again = staff.post(&reopen, json!({})).at(2).await.expect(200);
    assert_eq!(again["follow_up"], made["follow_up"]);
    assert_eq!(waiting(staff).await.len(), 1);
}

async fn what_is_done_is_not_changed_before_it_is_opened_again(world: World) {
    let cast = world.cast().await;
    let made = given(&cast, &known(&cast, "Бакыт").await, "2026-06-01").await;
    let (staff, path) = (&cast.staff.client, path_of(&made));
    staff.post(&format!("{path}/complete"), done()).at(1).await.expect(200);
    for next in [json!(null), follow_up(cast.staff.id, "2026-06-01")] {
        staff.patch(&path, json!({ "follow_up": next })).at(2).await.refused(409, "follow_up_done");
    }
    let late = staff.patch(&path, json!({ "day": "2026-05-26" })).at(2).await;
    assert_eq!(late.refused(422, "invalid"), ["/day after_the_follow_up"]);
    staff.patch(&path, json!({ "summary": "Кошумча сөз." })).at(2).await.expect(200);
}
