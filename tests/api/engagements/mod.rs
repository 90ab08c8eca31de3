//! The log of contacts with stakeholders.

mod following;
mod lists;
mod reach;
mod recording;

use serde_json::{Value, json};

use crate::stakeholders::person;
use crate::support::{Cast, Client};

/// Somebody of the register.
pub async fn known(cast: &Cast, name: &str) -> String {
    let made = cast.staff.client.post("/stakeholders", person(cast, name)).once().await.expect(201);
    made["id"].as_str().unwrap().to_owned()
}

/// The least that is recorded of a contact.
pub fn contact(cast: &Cast, with: &[&str]) -> Value {
    json!({
        "programme_id": cast.programme, "day": "2026-05-20", "channel": "visit", "by_id": cast.staff.id,
        "summary": "Суунун сапаты тууралуу сүйлөштүк.", "stakeholder_ids": with,
    })
}

pub fn follow_up(owner: impl ToString, due_on: &str) -> Value {
    json!({ "task": "Анализдин жыйынтыгын жөнөтүү", "owner_id": owner.to_string(), "due_on": due_on })
}

fn with(mut body: Value, more: Value) -> Value {
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    body
}

pub async fn log(client: &Client, body: Value) -> Value {
    client.post("/engagements", body).once().await.expect(201)
}

fn path_of(record: &Value) -> String {
    format!("/engagements/{}", record["id"].as_str().unwrap())
}

async fn summaries(client: &Client, query: &str) -> Vec<String> {
    let page = client.get(&format!("/engagements?{query}")).await.expect(200);
    let items = page["items"].as_array().unwrap();
    items.iter().map(|item| item["summary"].as_str().unwrap().to_owned()).collect()
}
