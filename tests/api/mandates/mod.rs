//! Representatives and the assemblies that gave them their mandates.

mod assemblies;
mod life;
mod reach;
mod representatives;

use serde_json::{Value, json};

use crate::stakeholders::person;
use crate::support::{Cast, Client};

/// A woman of 24 whom somebody proposed for the near aimak.
async fn nominated(cast: &Cast) -> Value {
    nominate(cast, "Айгүл Эсенова", json!({ "sex": "female", "age_band": "from18" }), "community").await
}

async fn nominate(cast: &Cast, name: &str, more: Value, speaks_for: &str) -> Value {
    let staff = &cast.staff.client;
    let mut body = person(cast, name);
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    let known = staff.post("/stakeholders", body).once().await.expect(201);
    staff.post("/mandates", nomination(cast, &known["id"], speaks_for)).once().await.expect(201)
}

pub fn nomination(cast: &Cast, stakeholder: &Value, speaks_for: &str) -> Value {
    json!({
        "stakeholder_id": stakeholder, "place_id": cast.near.aimak, "speaks_for": speaks_for,
        "nominated_on": "2026-03-01", "nominated_by": "Барскоондун аялдары",
    })
}

/// Nine people of the near aimak, four of them women and four of them young.
pub fn assembly(cast: &Cast) -> Value {
    json!({
        "programme_id": cast.programme, "place_id": cast.near.aimak, "form": "assembly", "held_on": "2026-04-01",
        "venue": "Маданият үйү",
        "attendance": [
            { "sex": "female", "band": "from25", "people": 3 }, { "sex": "female", "band": "from60", "people": 1 },
            { "sex": "male", "band": "from14", "people": 1 }, { "sex": "male", "band": "from36", "people": 4 },
        ],
    })
}

fn path_of(mandate: &Value) -> String {
    format!("/mandates/{}", mandate["id"].as_str().unwrap())
}

/// A step, made on the mandate as it stands.
async fn step(client: &Client, mandate: &Value, name: &str, body: Value) -> Value {
    let path = path_of(mandate);
    let version = client.get(&path).await.expect(200)["version"].clone();
    client.post(&format!("{path}/{name}"), body).at(version).await.expect(200)
}

async fn endorsed(cast: &Cast, mandate: Value) -> Value {
    let staff = &cast.staff.client;
    step(staff, &mandate, "vet", json!({ "vetted_on": "2026-03-10", "interests": [] })).await;
    let assembly = staff.post("/assemblies", assembly(cast)).once().await.expect(201);
    step(staff, &mandate, "endorse", json!({ "assembly_id": assembly["id"] })).await
}

/// An active mandate; more than the least that it is activated with.
async fn active(cast: &Cast, mandate: Value, more: Value) -> Value {
    let mandate = endorsed(cast, mandate).await;
    let mut body = json!({ "starts_on": "2026-04-02", "named": true });
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    step(&cast.staff.client, &mandate, "activate", body).await
}

fn ending() -> Value {
    json!({ "ended_on": today(), "ending": "resigned", "note": "Moved to Karakol." })
}

fn today() -> String {
    chrono::Utc::now().with_timezone(&chrono_tz::Asia::Bishkek).date_naive().to_string()
}
