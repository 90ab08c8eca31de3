//! What stakeholders are to one another.

mod circles;
mod graph;
mod reach;
mod recording;

use serde_json::{Value, json};

pub use crate::engagements::known;
use crate::support::{Client, Reply};

pub fn bond(kind: &str, from: &str, to: &str) -> Value {
    json!({ "kind": kind, "from_id": from, "to_id": to })
}

async fn tie(client: &Client, kind: &str, from: &str, to: &str) -> Value {
    asked(client, bond(kind, from, to)).await.expect(201)
}

async fn asked(client: &Client, body: Value) -> Reply {
    client.post("/relationships", body).once().await
}

fn path_of(record: &Value) -> String {
    format!("/relationships/{}", record["id"].as_str().unwrap())
}

async fn end(client: &Client, record: &Value) -> Value {
    let path = format!("{}/end", path_of(record));
    client.post(&path, json!({ "until": "2026-06-01" })).at(record["version"].clone()).await.expect(200)
}

async fn of(client: &Client, stakeholder: &str, query: &str) -> Vec<String> {
    let page = client.get(&format!("/stakeholders/{stakeholder}/relationships?{query}")).await.expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = page["items"].as_array().unwrap();
    items
        .iter()
        .map(|one| format!("{} {} {}", text(&one["from"]["name"]), text(&one["kind"]), text(&one["to"]["name"])))
        .collect()
}
