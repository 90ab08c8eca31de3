//! The register of stakeholders.

mod assessing;
mod consent;
mod doubles;
mod erasing;
mod lists;
mod reach;
mod recording;

use serde_json::{Value, json};

use crate::support::{Cast, Client};

/// The least that is recorded of a person of the near side.
pub fn person(cast: &Cast, name: &str) -> Value {
    json!({
        "programme_id": cast.programme, "kind": "person", "category": "herder", "name": name,
        "place_id": cast.near.aimak,
    })
}

/// Some fields in place of what a body has.
fn with(mut body: Value, more: Value) -> Value {
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    body
}

fn agreed() -> Value {
    json!({ "purpose": "Invitations to meetings", "form": "signed", "given_on": "2026-03-01" })
}

async fn record(client: &Client, body: Value) -> Value {
    client.post("/stakeholders", body).once().await.expect(201)
}

fn path_of(record: &Value) -> String {
    format!("/stakeholders/{}", record["id"].as_str().unwrap())
}

async fn names(client: &Client, query: &str) -> Vec<String> {
    let page = client.get(&format!("/stakeholders?{query}")).await.expect(200);
    let items = page["items"].as_array().unwrap();
    items.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

async fn kinds_of_events(client: &Client, record: &Value) -> Vec<String> {
    let page = client.get(&format!("{}/history", path_of(record))).await.expect(200);
    let items = page["items"].as_array().unwrap();
    items.iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect()
}
