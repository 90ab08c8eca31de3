//! Applications for grants: drafted, submitted, looked at.

mod drafts;
mod exported;
mod life;
mod lists;
mod news;
mod paper;
mod reach;
mod submitting;

use reqwest::Method;
use serde_json::{Value, json};

use crate::grant_calls::with;
use crate::support::{Cast, Client, Reply};

pub fn application(cast: &Cast, call: &Value) -> Value {
    json!({
        "call_id": call["id"], "applicant": "community_group", "applicant_name": "Малчылар тобу",
        "title": "Барскоонго таза суу", "place_id": cast.near.aimak,
    })
}

/// One that anybody may begin who may begin any.
pub fn begins(cast: &Cast, call: &Value) -> Value {
    with(application(cast, call), json!({ "applicant": "representative" }))
}

pub fn path_of(application: &Value) -> String {
    format!("/grant-applications/{}", application["id"].as_str().unwrap())
}

/// A draft of the group of the near side.
pub async fn begun(cast: &Cast, call: &Value, more: Value) -> Value {
    let body = with(application(cast, call), more);
    cast.near.community.client.post("/grant-applications", body).once().await.expect(201)
}

/// All that an application to a call of the tests has to say.
pub fn content(call: &Value) -> Value {
    let question = |place: usize| call["questions"][place]["id"].clone();
    json!({
        "summary": "Беш чакырым түтүк тартылат.",
        "lines": [
            { "what": "Түтүк, 50 мм", "unit": "м", "quantity": 500, "unit_amount": 200_00, "asked": 90_000_00, "own": 10_000_00 },
            { "what": "Иш", "unit": "күн", "quantity": 10, "unit_amount": 1_500_50, "asked": 15_005_00, "own": 0 },
        ],
        "team": [{ "name": "Асан Үсөнов", "task": "Жетекчи" }],
        "partners": [{ "name": "Айыл өкмөтү", "help": "Экскаватор берет" }],
        "answers": [
            { "question_id": question(0), "yes": true }, { "question_id": question(1), "text": "Суу алыс." },
        ],
    })
}

pub async fn saved(client: &Client, application: &Value, change: Value) -> Value {
    let path = path_of(application);
    let version = client.get(&path).await.expect(200)["version"].clone();
    client.patch(&path, change).at(version).await.expect(200)
}

/// One that says all that it has to.
pub async fn whole(cast: &Cast, call: &Value, more: Value) -> Value {
    let draft = begun(cast, call, more).await;
    saved(&cast.near.community.client, &draft, content(call)).await
}

pub async fn submit(client: &Client, application: &Value) -> Reply {
    let path = path_of(application);
    let version = client.get(&path).await.expect(200)["version"].clone();
    client.request(Method::POST, &format!("{path}/submit")).at(version).once().await
}

pub async fn submitted(cast: &Cast, call: &Value, more: Value) -> Value {
    let draft = whole(cast, call, more).await;
    submit(&cast.near.community.client, &draft).await.expect(201)
}

/// A move, made on the application as its maker sees it now; the answer whatever it is.
pub async fn tried(client: &Client, application: &Value, name: &str, body: Value) -> Reply {
    let path = path_of(application);
    let version = client.get(&path).await.expect(200)["version"].clone();
    let request = client.request(Method::POST, &format!("{path}/{name}"));
    let request = if body.is_null() { request } else { request.json(&body) };
    request.at(version).await
}

pub async fn moved(client: &Client, application: &Value, name: &str, body: Value) -> Value {
    tried(client, application, name, body).await.expect(200)
}

pub fn question() -> Value {
    json!({ "question": "Жер кимдики?", "answer_by": crate::commitments::day(3) })
}

/// Adds a file to an application.
pub async fn attached(client: &Client, application: &Value) -> Value {
    let path = format!("{}/attachments?name=план.pdf", path_of(application));
    let paper = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n".to_vec();
    client.request(Method::POST, &path).once().body("application/pdf", paper).await.expect(201)["id"].clone()
}
