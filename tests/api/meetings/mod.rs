//! Meetings of the sides: when and where, of what they speak, and who is invited.

mod agenda;
mod calendar;
mod candidates;
mod collisions;
pub mod day;
mod day_cases;
mod day_protected;
mod guests;
mod life;
mod links;
mod lists;
mod minutes;
mod minutes_reach;
mod minutes_refused;
mod news;
mod reach;
mod reminders;
mod secrets;
mod waiting;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Cast, Client, Person, Reply};

/// An hour of a day to come, in UTC: in Bishkek the same day.
pub fn at(days: i64, hour: i64) -> String {
    let midnight = Utc::now().date_naive().and_hms_opt(0, 0, 0).unwrap().and_utc();
    let moment: DateTime<Utc> = midnight + TimeDelta::days(days) + TimeDelta::hours(hour);
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A workshop on the near side that staff leads, ten days from now.
pub fn plan(cast: &Cast) -> Value {
    json!({
        "programme_id": cast.programme, "kind": "consultation_workshop", "title": "Барскоондун суусу",
        "place_id": cast.near.aimak, "site_id": cast.near.site, "starts_at": at(10, 4), "ends_at": at(10, 8),
        "venue": "Мектептин залы", "facilitator_id": cast.staff.id, "languages": ["ky", "ru"], "interpreters": ["en"],
        "ground_rules": "Бири-бирибизди угабыз.", "visibility": "participants",
    })
}

pub async fn planned(cast: &Cast, more: Value) -> Value {
    let mut body = plan(cast);
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    cast.staff.client.post("/meetings", body).once().await.expect(201)
}

pub fn path_of(meeting: &Value) -> String {
    format!("/meetings/{}", meeting["id"].as_str().unwrap())
}

/// A move, made on the meeting as its maker sees it now; the answer whatever it is.
pub async fn tried(client: &Client, meeting: &Value, name: &str, body: Value) -> Reply {
    let path = path_of(meeting);
    let version = client.get(&path).await.expect(200)["version"].clone();
    client.post(&format!("{path}/{name}"), body).at(version).await
}

pub async fn moved(client: &Client, meeting: &Value, name: &str, body: Value) -> Value {
    tried(client, meeting, name, body).await.expect(200)
}

pub async fn changed(client: &Client, meeting: &Value, body: Value) -> Reply {
    let path = path_of(meeting);
    let version = client.get(&path).await.expect(200)["version"].clone();
    client.patch(&path, body).at(version).await
}

pub async fn invited(cast: &Cast, meeting: &Value, body: Value) -> Value {
    let path = format!("{}/invitations", path_of(meeting));
    cast.staff.client.post(&path, body).once().await.expect(201)
}

async fn invited_person(cast: &Cast, meeting: &Value, person: &Person) -> Value {
    invited(cast, meeting, json!({ "account_id": person.id })).await
}

/// Somebody without an account, by name.
pub fn named(name: &str) -> Value {
    json!({ "name": name, "side": "community", "language": "ky" })
}

/// A meeting whose agenda is open, to which the near company is invited.
pub async fn opened(cast: &Cast, more: Value) -> Value {
    let made = planned(cast, more).await;
    invited_person(cast, &made, &cast.near.company).await;
    moved(&cast.staff.client, &made, "open-agenda", json!({})).await
}

/// The same, with the invitations sent.
pub async fn sent(cast: &Cast, more: Value) -> Value {
    let made = opened(cast, more).await;
    moved(&cast.staff.client, &made, "invite", json!({})).await
}

/// What somebody wants to be spoken of.
pub async fn proposed(client: &Client, meeting: &Value, body: Value) -> Value {
    client.post(&format!("{}/agenda-items", path_of(meeting)), body).once().await.expect(201)
}

/// What is done with an item, as its maker sees it now.
async fn decided(client: &Client, item: &Value, name: &str, body: Value) -> Reply {
    let path = format!("/agenda-items/{}/{name}", item["id"].as_str().unwrap());
    let request = client.request(Method::POST, &path).at(&item["version"]);
    if body.is_null() { request.await } else { request.json(&body).await }
}

/// An answer to an invitation.
async fn replied(client: &Client, invitation: &Value, answer: &str, accepts_rules: bool) -> Reply {
    let path = format!("/meeting-invitations/{}/answer", invitation["id"].as_str().unwrap());
    let body = json!({ "answer": answer, "accepts_rules": accepts_rules });
    client.post(&path, body).at(&invitation["version"]).await
}

/// The kinds of what somebody was told, the latest first.
async fn told(client: &Client) -> Vec<String> {
    let seen = client.get("/notifications").await.expect(200);
    seen["items"].as_array().unwrap().iter().map(|item| item["kind"].as_str().unwrap().to_owned()).collect()
}

/// Lets the time of a meeting come.
async fn begun(world: &crate::support::World, meeting: &Value) {
    use diesel::prelude::*;
    use maslahat::db::types::Moment;
    use maslahat::schema::meetings;
    let id: maslahat::meetings::MeetingId = meeting["id"].as_str().unwrap().parse().unwrap();
    let hour_ago = Moment::from(Utc::now() - TimeDelta::hours(1));
    world
        .change(move |conn| {
            diesel::update(meetings::table.find(id)).set(meetings::starts_at.eq(hour_ago)).execute(conn)?;
            Ok(())
        })
        .await;
}
