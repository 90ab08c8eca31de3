//! Calls for grants: drafted, published, read by everybody.

mod life;
mod public;
mod questions;

use chrono::{DateTime, SubsecRound, TimeDelta, Timelike, Utc};
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::grant_calls::GrantCallId;
use maslahat::schema::grant_calls;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Cast, Client, Reply, World};

/// So many minutes from now, to the minute.
pub fn minute(from_now: i64) -> DateTime<Utc> {
    let at = Utc::now() + TimeDelta::minutes(from_now);
    at.trunc_subsecs(0).with_second(0).unwrap()
}

pub fn texts(text: &str) -> Value {
    json!({ "ky": text, "ru": text, "en": text })
}

/// A call of an hour ago for an hour to come: one question of eligibility, one of each other kind, two criteria.
pub fn call(cast: &Cast) -> Value {
    let question = |kind: &str, required: bool| json!({ "stage": "application", "kind": kind, "prompt": texts("Why?"), "required": required });
    let mut choice = question("choice", false);
    choice["options"] = json!([texts("Water"), texts("Roads")]);
    let mut text = question("text", true);
    text["max_length"] = json!(50);
    let mut number = question("number", false);
    (number["least"], number["most"]) = (json!(1), json!(500));
    json!({
        "programme_id": cast.programme, "title": texts("Clean water"), "purpose": texts("Water for villages"),
        "currency": "KGS", "budget": 1_000_000_00_i64, "ceiling": 200_000_00_i64,
        "opens_at": minute(-60), "closes_at": minute(60),
        "applicants": ["community_group", "representative"], "place_ids": [cast.near.aimak],
        "questions": [
            {
                "stage": "eligibility", "kind": "yes_no", "prompt": texts("Do you live here?"), "required": true,
                "expected": true,
            },
            text, number, choice, question("file", false), question("yes_no", false),
        ],
        "criteria": [
            { "name": texts("Need"), "help": texts("How many people"), "weight": 60 },
            { "name": texts("Plan"), "weight": 40 },
        ],
    })
}

pub fn with(mut body: Value, more: Value) -> Value {
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    body
}

pub async fn drafted(cast: &Cast, more: Value) -> Value {
    cast.staff.client.post("/grant-calls", with(call(cast), more)).once().await.expect(201)
}

pub async fn published(cast: &Cast, more: Value) -> Value {
    let draft = drafted(cast, more).await;
    moved(&cast.staff.client, &draft, "publish", Value::Null).await
}

pub fn path_of(call: &Value) -> String {
    format!("/grant-calls/{}", call["id"].as_str().unwrap())
}

/// A move, made on the call as its maker sees it now; the answer whatever it is.
pub async fn tried(client: &Client, call: &Value, name: &str, body: Value) -> Reply {
    let path = path_of(call);
    let version = client.get(&path).await.expect(200)["version"].clone();
    let request = client.request(Method::POST, &format!("{path}/{name}"));
    let request = if body.is_null() { request } else { request.json(&body) };
    request.at(version).await
}

pub async fn moved(client: &Client, call: &Value, name: &str, body: Value) -> Value {
    tried(client, call, name, body).await.expect(200)
}

impl World {
    /// Lets the last moment of a call have been so many seconds ago.
    pub async fn close(&self, call: &Value, seconds_ago: i64) {
        let id: GrantCallId = call["id"].as_str().unwrap().parse().unwrap();
        let at = Moment::from(Utc::now() - TimeDelta::seconds(seconds_ago));
        self.change(move |conn| {
            let set = (grant_calls::closes_at.eq(at), grant_calls::first_closes_at.eq(at));
            diesel::update(grant_calls::table.find(id)).set(set).execute(conn)?;
            Ok(())
        })
        .await;
    }
}
