//! What sides agreed, and who signed it.

mod at_meeting;
mod life;
mod reach;
mod signing;

use reqwest::Method;
use serde_json::{Value, json};

use crate::commitments::organisation_of;
use crate::support::{Cast, Client, Reply};

/// A draft between the company of the near site and the people there.
pub fn draft(cast: &Cast, company: &Value) -> Value {
    json!({
        "programme_id": cast.programme, "title": "Барскоонго суу", "text": "Ишкана күн сайын суу берет.",
        "place_id": cast.near.aimak, "site_id": cast.near.site,
        "sides": [{ "organisation_id": company }, { "place_id": cast.near.aimak }],
    })
}

pub async fn drafted(cast: &Cast, more: Value) -> Value {
    let mut body = draft(cast, &organisation_of(&cast.near.company.client).await);
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    cast.staff.client.post("/agreements", body).once().await.expect(201)
}

/// The same, to be signed.
async fn opened(cast: &Cast, more: Value) -> Value {
    let made = drafted(cast, more).await;
    moved(&cast.staff.client, &made, "open", Value::Null).await
}

pub fn path_of(agreement: &Value) -> String {
    format!("/agreements/{}", agreement["id"].as_str().unwrap())
}

/// A move, made on the agreement as its maker sees it now; the answer whatever it is.
async fn tried(client: &Client, agreement: &Value, name: &str, body: Value) -> Reply {
    let path = path_of(agreement);
    let version = client.get(&path).await.expect(200)["version"].clone();
    let request = client.request(Method::POST, &format!("{path}/{name}"));
    let request = if body.is_null() { request } else { request.json(&body) };
    request.at(version).await
}

async fn moved(client: &Client, agreement: &Value, name: &str, body: Value) -> Value {
    tried(client, agreement, name, body).await.expect(200)
}

/// The scan of a signature.
pub async fn scanned(client: &Client, agreement: &Value) -> Value {
    let path = format!("{}/attachments?name=кол.pdf", path_of(agreement));
    let paper = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n".to_vec();
    client.request(Method::POST, &path).once().body("application/pdf", paper).await.expect(201)["id"].clone()
}

fn side(agreement: &Value, number: usize) -> Value {
    agreement["sides"][number]["id"].clone()
}

/// That a side signed on paper.
async fn on_paper(cast: &Cast, agreement: &Value, number: usize) -> Value {
    let scan = scanned(&cast.staff.client, agreement).await;
    json!({
        "side_id": side(agreement, number), "scan_id": scan, "signatory": "Айгүл Эсенова, айыл башчы",
        "witness": "Асан Үсөнов", "signed_on": crate::commitments::day(0),
    })
}
