//! What a meeting collides with, which is told and forbids nothing.

use serde_json::{Value, json};

use super::{at, invited, moved, path_of, planned};
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    a_meeting_at_the_same_venue_is_warned_of;
    a_facilitator_who_is_elsewhere_is_warned_of;
    somebody_invited_who_is_elsewhere_is_warned_of;
    a_meeting_out_of_the_programmes_time_is_warned_of;
    what_is_called_off_or_out_of_reach_collides_with_nothing;
}

/// The warnings of a meeting as staff reads it: the kind, and with which meeting.
async fn warned(cast: &Cast, meeting: &Value) -> Vec<(String, Value)> {
    let seen = cast.staff.client.get(&path_of(meeting)).await.expect(200);
    let warnings = seen["warnings"].as_array().unwrap().iter();
    warnings.map(|warning| (warning["kind"].as_str().unwrap().to_owned(), warning["meeting"]["id"].clone())).collect()
}

/// Another meeting, led by another, elsewhere, at the time of the first.
async fn beside(cast: &Cast, more: Value) -> Value {
    let mut body = json!({ "facilitator_id": cast.second_staff.id, "venue": "Клуб", "starts_at": at(10, 7) });
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    planned(cast, body).await
}

async fn a_meeting_at_the_same_venue_is_warned_of(world: World) {
    let cast = world.cast().await;
    let one = planned(&cast, json!({})).await;
    for apart in [
        json!({}),
        json!({ "venue": "Мектептин залы", "starts_at": at(10, 8), "ends_at": at(10, 9) }),
        json!({ "venue": "Мектептин залы", "place_id": cast.far.aimak }),
    ] {
        beside(&cast, apart).await;
    }
    assert_eq!(warned(&cast, &one).await, []);
    let other = beside(&cast, json!({ "venue": "  МЕКТЕПТИН   залы" })).await;
    assert_eq!(warned(&cast, &one).await, [("venue_taken".to_owned(), other["id"].clone())]);
    assert!(warned(&cast, &other).await.contains(&("venue_taken".to_owned(), one["id"].clone())));
}

async fn a_facilitator_who_is_elsewhere_is_warned_of(world: World) {
    let cast = world.cast().await;
    let one = planned(&cast, json!({})).await;
    let other = beside(&cast, json!({ "facilitator_id": cast.staff.id })).await;
    assert_eq!(warned(&cast, &one).await, [("facilitator_elsewhere".to_owned(), other["id"].clone())]);
    let seen = cast.staff.client.get(&path_of(&one)).await.expect(200);
    assert_eq!(seen["warnings"][0]["person"]["id"], cast.staff.id.to_string());
}

async fn somebody_invited_who_is_elsewhere_is_warned_of(world: World) {
    let cast = world.cast().await;
    let (one, other) = (planned(&cast, json!({})).await, beside(&cast, json!({})).await);
    invited(&cast, &one, json!({ "account_id": cast.near.company.id })).await;
    invited(&cast, &one, json!({ "account_id": cast.near.authority.id })).await;
    assert_eq!(warned(&cast, &one).await, []);
    let there = invited(&cast, &other, json!({ "account_id": cast.near.company.id })).await;
    let expected = [("invited_elsewhere".to_owned(), other["id"].clone())];
    assert_eq!(warned(&cast, &one).await, expected);
    let path = format!("/meeting-invitations/{}/withdraw", there["id"].as_str().unwrap());
    cast.staff.client.request(reqwest::Method::POST, &path).at(1).await.expect(200);
    assert_eq!(warned(&cast, &one).await, []);
    invited(&cast, &one, json!({ "account_id": cast.second_staff.id })).await;
    assert_eq!(warned(&cast, &one).await, expected, "who leads another meeting is there too");
}

async fn a_meeting_out_of_the_programmes_time_is_warned_of(world: World) {
    let cast = world.cast().await;
    for (days, kind) in [(-40, "before_the_programme"), (310, "after_the_programme")] {
        let made = planned(&cast, json!({ "starts_at": at(days, 4), "ends_at": at(days, 5) })).await;
        assert_eq!(warned(&cast, &made).await, [(kind.to_owned(), Value::Null)]);
    }
}

async fn what_is_called_off_or_out_of_reach_collides_with_nothing(world: World) {
    let cast = world.cast().await;
    let same = json!({ "facilitator_id": cast.staff.id, "venue": "Мектептин залы" });
    let (one, other) = (planned(&cast, json!({})).await, beside(&cast, same).await);
    assert_eq!(warned(&cast, &one).await.len(), 2);
    moved(&cast.staff.client, &other, "cancel", json!({ "reason": "A mistake." })).await;
    assert_eq!(warned(&cast, &one).await, []);
    let seen = cast.staff.client.get(&path_of(&other)).await.expect(200);
    assert_eq!(seen["warnings"], json!([]));
    invited(&cast, &one, json!({ "account_id": cast.near.company.id })).await;
    moved(&cast.staff.client, &one, "open-agenda", json!({})).await;
    let seen = cast.near.company.client.get(&path_of(&one)).await.expect(200);
    assert_eq!(seen.get("warnings"), None, "for staff alone");
}
