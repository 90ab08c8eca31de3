//! Focus groups.

pub mod coding;
mod hearing;
mod lists;
mod notes;
mod participants;
mod planning;
pub mod publishing;
mod reach;

use serde_json::{Value, json};

use crate::support::{Cast, Client, Reply};

/// The least that is planned of a group of the near side.
pub fn plan(cast: &Cast, title: &str) -> Value {
    json!({
        "programme_id": cast.programme, "kind": "mixed", "title": title, "place_id": cast.near.aimak,
        "starts_at": "2026-06-15T04:00:00Z", "venue": "Мектептин китепканасы", "facilitator_id": cast.staff.id,
        "languages": ["ky"], "expected": { "people": 12, "women": 6, "youth": 4 },
    })
}

/// Some fields in place of what a body has.
fn with(mut body: Value, more: Value) -> Value {
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    body
}

/// A count of those ages that are named, and nobody else.
pub fn counts(female: Value, male: Value) -> Value {
    let nobody = json!({ "under14": 0, "from14": 0, "from18": 0, "from25": 0, "from36": 0, "from60": 0 });
    json!({ "female": with(nobody.clone(), female), "male": with(nobody, male) })
}

async fn planned(client: &Client, body: Value) -> Value {
    client.post("/focus-groups", body).once().await.expect(201)
}

fn path_of(record: &Value) -> String {
    format!("/focus-groups/{}", record["id"].as_str().unwrap())
}

/// A move, made on the group as it is now.
async fn moved(client: &Client, path: &str, name: &str, body: Value) -> Reply {
    let version = client.get(path).await.expect(200)["version"].clone();
    client.post(&format!("{path}/{name}"), body).at(version).await
}

fn agreed() -> Value {
    json!({ "form": "spoken", "given_on": "2026-05-01" })
}

/// A group whose people agreed.
async fn consented(cast: &Cast, title: &str) -> String {
    let path = path_of(&planned(&cast.staff.client, plan(cast, title)).await);
    moved(&cast.staff.client, &path, "consent", agreed()).await.expect(200);
    path
}

/// A group of twelve women and six men that was held.
async fn held(cast: &Cast, title: &str) -> String {
    let path = consented(cast, title).await;
    let there = counts(json!({ "from18": 5, "from36": 7 }), json!({ "from25": 6 }));
    moved(&cast.staff.client, &path, "attendance", there).await.expect(200);
    moved(&cast.staff.client, &path, "hold", json!({ "held_on": "2026-06-15" })).await.expect(200);
    path
}

async fn kinds_of_events(client: &Client, path: &str) -> Vec<String> {
    let page = client.get(&format!("{path}/history")).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect()
}
