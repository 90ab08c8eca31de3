//! Sheets of paper: printed with a code, entered once, and no oracle on the way.

mod days;
mod entering;
mod reach;

use chrono::{NaiveDate, Utc};
use chrono_tz::Asia::Bishkek;
use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{Cast, Client, Reply, World};

fn today() -> NaiveDate {
    Utc::now().with_timezone(&Bishkek).date_naive()
}

struct Printed {
    batch: String,
    sheets: Vec<(String, String)>,
}

async fn printed(cast: &Cast, by: &Client, count: u32) -> Printed {
    let new = json!({ "programme_id": cast.programme, "label": "Барскоон, ФАП", "language": "ky", "sheets": count });
    let answer = by.post("/paper-batches", new).once().await.expect(201);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let sheets =
        answer["sheets"].as_array().unwrap().iter().map(|sheet| (text(&sheet["number"]), text(&sheet["code"])));
    Printed { batch: text(&answer["batch"]["id"]), sheets: sheets.collect() }
}

fn entry(cast: &Cast, received_on: NaiveDate) -> Value {
    let consent = json!({ "given": "thumbprint", "note": "The witness was Бурул." });
    json!({ "received_on": received_on, "consent": consent, "grievance": words(cast.near.aimak) })
}

async fn entered(by: &Client, number: &str, entry: Value) -> Reply {
    by.post(&format!("/paper-sheets/{number}/enter"), entry).once().await
}

async fn open(world: &World, code: &str) -> Reply {
    world.stranger.post("/receipts/open", json!({ "code": code })).await
}

async fn state_of(by: &Client, number: &str) -> String {
    by.get(&format!("/paper-sheets/{number}")).await.expect(200)["state"].as_str().unwrap().to_owned()
}
