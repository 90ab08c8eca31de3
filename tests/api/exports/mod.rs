//! Lists of cases as files.

mod contents;
mod giving_out;
mod people;
mod upkeep;

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Client, Reply, World};

/// Asks for a file and waits until it is there.
pub async fn exported(client: &Client, format: &str, query: &str) -> Value {
    let new = json!({ "format": format, "language": "en", "query": query });
    let export = client.post("/exports", new).once().await.expect(201);
    finished(client, export["id"].as_str().unwrap()).await
}

pub async fn finished(client: &Client, id: &str) -> Value {
    for _ in 0..200 {
        let export = client.get(&format!("/exports/{id}")).await.expect(200);
        if ["ready", "failed"].contains(&export["state"].as_str().unwrap()) {
            return export;
        }
        actix_web::rt::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the export does not end");
}

pub async fn fetch(client: &Client, export: &Value) -> Reply {
    client.get(&format!("/exports/{}/file", export["id"].as_str().unwrap())).await
}

async fn csv(client: &Client, query: &str) -> String {
    let export = exported(client, "csv", query).await;
    assert_eq!(export["state"], "ready", "{export}");
    fetch(client, &export).await.text()
}

/// The names of all files that the server keeps of exports.
fn stored(world: &World) -> Vec<String> {
    let folder = world.data().join("files/exports");
    let mut found = vec![];
    for export in std::fs::read_dir(folder).into_iter().flatten() {
        found.extend(
            std::fs::read_dir(export.unwrap().path()).unwrap().map(|file| file.unwrap().path().display().to_string()),
        );
    }
    found
}
