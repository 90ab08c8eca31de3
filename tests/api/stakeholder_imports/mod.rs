//! Tables read into the register.

mod duplicates;
mod errors;
mod files;
mod reach;
mod run;

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Cast, Client, Reply};

pub fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/api/stakeholder_imports/files/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("the fixture is there")
}

pub async fn sent(cast: &Cast, client: &Client, bytes: impl Into<Vec<u8>>) -> Reply {
    let path = format!("/stakeholder-imports?programme_id={}&language=ru&name=people", cast.programme);
    client.request(Method::POST, &path).once().body("application/octet-stream", bytes).await
}

/// An import that is under way no more.
async fn settled(client: &Client, id: &Value) -> Value {
    for _ in 0..400 {
        let import = client.get(&path_of(id)).await.expect(200);
        if !["checking", "running"].contains(&import["state"].as_str().unwrap()) {
            return import;
        }
        actix_web::rt::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the import does not end");
}

pub fn path_of(id: &Value) -> String {
    format!("/stakeholder-imports/{}", id.as_str().unwrap())
}

/// Sends a table, and waits until it was looked through.
pub async fn checked(cast: &Cast, bytes: impl Into<Vec<u8>>) -> Value {
    let client = &cast.staff.client;
    let import = sent(cast, client, bytes).await.expect(201);
    settled(client, &import["id"]).await
}

/// Reads in what was looked through, and waits until it is done.
async fn run(client: &Client, import: &Value, decisions: Value) -> Value {
    let path = format!("{}/run", path_of(&import["id"]));
    client.post(&path, decisions).at(&import["version"]).await.expect(200);
    settled(client, &import["id"]).await
}

fn skipping() -> Value {
    json!({ "duplicates": "skip" })
}

/// A table with a name, a place and a telephone in each row; who has one has agreed.
fn table(rows: &[(&str, &str)]) -> String {
    let mut text = String::from("Name,Place,Phone,Consent,Consent for what,How consent was given,Consent given on\n");
    for (name, phone) in rows {
        let consent = if phone.is_empty() { ",,," } else { "yes,Invitations,signed,2026-03-01" };
        text.push_str(&format!("{name},Barskoon,{phone},{consent}\n"));
    }
    text
}

async fn people(client: &Client) -> Vec<Value> {
    let page = client.get("/stakeholders?limit=100").await.expect(200);
    page["items"].as_array().unwrap().clone()
}

async fn names(client: &Client) -> Vec<String> {
    people(client).await.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}
