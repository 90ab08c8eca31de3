//! Who is told what of an application.

use serde_json::{Value, json};

use super::{moved, question, submitted};
use crate::grant_calls::published;
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    each_side_is_told_when_it_is_its_turn;
}

async fn told(client: &Client) -> Vec<Value> {
    let page = client.get("/notifications").await.expect(200);
    page["items"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect()
}

async fn each_side_is_told_when_it_is_its_turn(world: World) {
    let cast = world.cast().await;
    let done = submitted(&cast, &published(&cast, json!({})).await, json!({})).await;
    let (staff, group) = (&cast.staff.client, &cast.near.community.client);
    assert_eq!(told(staff).await, ["grant_application_submitted"]);
    assert_eq!(told(group).await, Vec::<Value>::new());
    moved(staff, &done, "ask", question()).await;
    assert_eq!(told(group).await, ["grant_information_asked"]);
    let page = group.get("/notifications").await.expect(200);
    let subject = json!({ "kind": "grant_application", "id": done["id"], "reference": done["receipt_number"] });
    assert_eq!(page["items"][0]["subject"], subject);
    moved(group, &done, "answer", json!({})).await;
    assert_eq!(told(staff).await[0], "grant_application_answered");
    moved(staff, &done, "find-eligible", Value::Null).await;
    assert_eq!(told(group).await[0], "grant_application_eligible");
    let other = submitted(&cast, &published(&cast, json!({})).await, json!({})).await;
    moved(staff, &other, "find-not-eligible", json!({ "reason": "Too far" })).await;
    assert_eq!(told(group).await[0], "grant_application_not_eligible");
    assert_eq!(told(&cast.far.community.client).await, Vec::<Value>::new());
}
