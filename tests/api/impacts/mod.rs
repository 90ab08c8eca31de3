//! The register of impacts.

mod cases;
mod figures;
mod lists;
mod moving;
mod reach;
mod recording;
pub mod voting;

use serde_json::{Value, json};

use crate::support::{Cast, Client};

/// The least that is recorded of an impact of the near side.
pub fn impact(cast: &Cast, title: &str) -> Value {
    json!({
        "programme_id": cast.programme, "title": title, "description": "People of the village say so.",
        "category": "water", "direction": "negative", "basis": "actual", "severity": 3, "likelihood": 4,
        "extent": "village", "affected": ["everybody"], "place_id": cast.near.aimak,
    })
}

/// Some fields in place of what a body has.
fn with(mut body: Value, more: Value) -> Value {
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    body
}

pub async fn record(client: &Client, body: Value) -> Value {
    client.post("/impacts", body).once().await.expect(201)
}

fn path_of(impact: &Value) -> String {
    format!("/impacts/{}", impact["id"].as_str().unwrap())
}

/// Makes some moves one after another, each of which must succeed; the impact as it is then.
pub async fn moved(client: &Client, impact: &Value, moves: &[&str]) -> Value {
    let mut impact = client.get(&path_of(impact)).await.expect(200);
    for made in moves {
        let body = json!({ "note": format!("Because: {made}.") });
        let reply = client.post(&format!("{}/{made}", path_of(&impact)), body).at(&impact["version"]).await;
        impact = reply.expect(200);
    }
    impact
}

/// An impact that was published.
pub async fn published(client: &Client, body: Value) -> Value {
    let made = record(client, body).await;
    moved(client, &made, &["validate", "publish"]).await
}

async fn titles(client: &Client, query: &str) -> Vec<String> {
    let page = client.get(&format!("/impacts?{query}")).await.expect(200);
    let items = page["items"].as_array().unwrap();
    items.iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}
