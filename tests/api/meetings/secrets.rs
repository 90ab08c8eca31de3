//! Canaries: names of people that must never reach anybody beside staff.

use serde_json::json;

use super::{invited, moved, named, path_of, planned};
use crate::commitments::organisation_of;
use crate::support::{World, on_both_engines};

on_both_engines! {
    the_sides_read_which_organisations_come_and_not_which_people;
    how_a_draft_came_about_is_the_programmes_own;
}

const NAME: &str = "Канарейка-Айгүл";

async fn the_sides_read_which_organisations_come_and_not_which_people(world: World) {
    let cast = world.cast().await;
    let near = &cast.near;
    let made = planned(&cast, json!({ "visibility": "public" })).await;
    for person in [&near.company, &near.authority, &cast.far.community] {
        invited(&cast, &made, json!({ "account_id": person.id })).await;
    }
    invited(&cast, &made, named(NAME)).await;
    moved(&cast.staff.client, &made, "open-agenda", json!({})).await;
    moved(&cast.staff.client, &made, "invite", json!({})).await;
    let mut organisations = vec![];
    for person in [&near.company, &near.authority, &cast.far.community] {
        organisations.push(organisation_of(&person.client).await);
    }
    for person in [&near.company, &near.authority, &near.community, &cast.far.community] {
        let mut all = String::new();
        for path in ["/meetings", "/home", "/notifications", &path_of(&made)] {
            all.push_str(&person.client.get(path).await.text());
        }
        assert!(!all.contains("анарейка"), "{all}");
        for other in [&near.company, &near.authority, &cast.far.community] {
            let own = other.id == person.id;
            assert_eq!(all.contains(&other.id.to_string()), own, "{} reads of {}: {all}", person.email, other.email);
        }
        let seen = person.client.get(&path_of(&made)).await.expect(200);
        for organisation in &organisations {
            assert!(seen["organisations"].as_array().unwrap().iter().any(|named| named["id"] == *organisation));
        }
        let invited: i64 =
            seen["guests"].as_array().unwrap().iter().map(|side| side["invited"].as_i64().unwrap()).sum();
        assert_eq!(invited, 4);
    }
    let list = cast.protection.client.get(&format!("{}/invitations", path_of(&made))).await.text();
    assert!(list.contains(NAME) && list.contains(&cast.far.community.id.to_string()));
    let trail = cast.protection.client.get("/audit/entries").await.text();
    assert!(trail.contains("create_meeting_invitation") && !trail.contains("анарейка"), "{trail}");
}

async fn how_a_draft_came_about_is_the_programmes_own(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({ "visibility": "public" })).await;
    super::changed(&cast.staff.client, &made, json!({ "title": "Another title" })).await.expect(200);
    moved(&cast.staff.client, &made, "open-agenda", json!({ "note": "As agreed." })).await;
    let moves = |seen: &serde_json::Value| -> Vec<serde_json::Value> {
        seen["events"].as_array().unwrap().iter().map(|step| step["move"].clone()).collect()
    };
    let seen = cast.near.community.client.get(&path_of(&made)).await.expect(200);
    assert_eq!(moves(&seen), ["open_agenda"]);
    assert_eq!(seen["events"][0].get("by"), None);
    let seen = cast.staff.client.get(&path_of(&made)).await.expect(200);
    assert_eq!(moves(&seen), ["open_agenda", "change", "draft"]);
    assert_eq!(seen["events"][0]["by"]["id"], cast.staff.id.to_string());
}
