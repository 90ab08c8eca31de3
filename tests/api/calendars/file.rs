//! One meeting as a file.

use serde_json::{Value, json};

use super::read;
use crate::meetings::{invited, moved, named, opened, path_of, sent, tried};
use crate::support::{World, on_both_engines};

on_both_engines! {
    whoever_reaches_a_meeting_has_it_for_their_calendar;
    a_meeting_of_participants_is_not_called_by_its_name;
    who_does_not_reach_a_meeting_has_no_file_of_it;
    who_has_a_link_has_the_same_meeting_without_a_way_into_the_app;
    what_is_written_by_people_stays_what_they_wrote;
}

fn calendar_of(meeting: &Value) -> String {
    format!("{}/calendar", path_of(meeting))
}

async fn whoever_reaches_a_meeting_has_it_for_their_calendar(world: World) {
    let cast = world.cast().await;
    let made = sent(&cast, json!({ "visibility": "public" })).await;
    let reply = cast.near.company.client.get(&calendar_of(&made)).await;
    let seen = read(&reply);
    let event = &seen["events"][0];
    assert_eq!(
        (&event["starts_at"], &event["ends_at"], &event["status"], &event["class"]),
        (&made["starts_at"], &made["ends_at"], &json!("TENTATIVE"), &json!("PUBLIC"))
    );
    assert!(event["summary"].as_str().unwrap().ends_with(": Барскоондун суусу"), "{event}");
    assert!(event["location"].as_str().unwrap().starts_with("Мектептин залы, "), "{event}");
    assert!(event["url"].as_str().unwrap().ends_with(&format!("/desk{}", path_of(&made))), "{event}");
    for secret in ["ATTENDEE", "ORGANIZER", "DESCRIPTION", &cast.staff.id.to_string()] {
        assert!(!reply.text().contains(secret), "{secret}: {}", reply.text());
    }
    moved(&cast.staff.client, &made, "confirm", json!({})).await;
    let confirmed = read(&cast.near.company.client.get(&calendar_of(&made)).await)["events"][0].clone();
    assert_eq!((&confirmed["status"], &confirmed["uid"]), (&json!("CONFIRMED"), &event["uid"]));
    assert!(confirmed["sequence"].as_i64() > event["sequence"].as_i64());
}

async fn a_meeting_of_participants_is_not_called_by_its_name(world: World) {
    let cast = world.cast().await;
    let made = sent(&cast, json!({ "title": "Канарейка", "ground_rules": "Канарейка" })).await;
    let reply = cast.near.company.client.get(&calendar_of(&made)).await;
    assert_eq!(read(&reply)["events"][0]["class"], "PRIVATE");
    assert!(!reply.text().contains("анарейка"), "{}", reply.text());
}

async fn who_does_not_reach_a_meeting_has_no_file_of_it(world: World) {
    let cast = world.cast().await;
    let made = sent(&cast, json!({})).await;
    for client in [&cast.far.company.client, &cast.near.authority.client, &cast.far.community.client] {
        client.get(&calendar_of(&made)).await.refused(404, "not_found");
    }
    world.stranger.get(&calendar_of(&made)).await.refused(401, "unauthenticated");
}

async fn who_has_a_link_has_the_same_meeting_without_a_way_into_the_app(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({})).await;
    let token = invited(&cast, &made, named("Канарейка-Асан")).await["link_token"].clone();
    let reply = world.stranger.post("/meeting-links/calendar", json!({ "token": token })).await;
    let event = read(&reply)["events"][0].clone();
    let with_account = read(&cast.near.company.client.get(&calendar_of(&made)).await)["events"][0].clone();
    assert_eq!((&event["uid"], &event["url"]), (&with_account["uid"], &Value::Null));
    for secret in ["анарейка", made["id"].as_str().unwrap(), "суусу"] {
        assert!(!reply.text().contains(secret), "{secret}: {}", reply.text());
    }
    world.stranger.post("/meeting-links/calendar", json!({ "token": "0" })).await.refused(404, "not_found");
}

async fn what_is_written_by_people_stays_what_they_wrote(world: World) {
    let cast = world.cast().await;
    let title = format!("Суу; чаң, \\ «жол» 🐑\t{}", "Ө".repeat(120));
    let made = sent(&cast, json!({ "title": title, "venue": "Клуб, 2-кабат; сол жак", "visibility": "public" })).await;
    tried(&cast.staff.client, &made, "cancel", json!({ "reason": "Кар" })).await.expect(200);
    let event = read(&cast.staff.client.get(&calendar_of(&made)).await)["events"][0].clone();
    let kept = made["title"].as_str().unwrap();
    assert!(event["summary"].as_str().unwrap().ends_with(kept), "{event}");
    assert!(event["location"].as_str().unwrap().starts_with("Клуб, 2-кабат; сол жак, "), "{event}");
    assert_eq!(event["status"], "CANCELLED");
}
