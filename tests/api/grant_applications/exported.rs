//! Applications as a file.

use serde_json::json;

use super::{begun, submitted};
use crate::exports::{fetch, finished};
use crate::grant_calls::published;
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    the_list_becomes_a_table_of_what_its_reader_reads;
    nobody_else_gets_it;
}

async fn file_of(client: &Client, format: &str, query: &str) -> Vec<u8> {
    let new = json!({ "list": "grant_applications", "format": format, "language": "ru", "query": query });
    let export = client.post("/exports", new).once().await.expect(201);
    let export = finished(client, export["id"].as_str().unwrap()).await;
    assert_eq!(export["state"], "ready", "{export}");
    fetch(client, &export).await.bytes
}

async fn the_list_becomes_a_table_of_what_its_reader_reads(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let done = submitted(&cast, &call, json!({ "title": "=1+1 суу" })).await;
    begun(&cast, &call, json!({ "title": "Канарейка" })).await;
    let text = String::from_utf8(file_of(&cast.staff.client, "csv", "state=submitted").await).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("\"Номер заявки\",\"Конкурс\""), "{}", lines[0]);
    assert_eq!(lines.len(), 2, "{text}");
    let number = done["receipt_number"].as_str().unwrap();
    for word in [number, "\"'=1+1 суу\"", "\"Группа жителей\"", "\"Подана\"", "\"105005.00\",\"KGS\""]
    {
        assert!(lines[1].contains(word), "{word} in {}", lines[1]);
    }
    assert!(!file_of(&cast.staff.client, "xlsx", "").await.is_empty());
    let own = String::from_utf8(file_of(&cast.near.community.client, "csv", "").await).unwrap();
    assert!(own.contains("Канарейка"), "an applicant's own list, drafts among it");
    assert!(!String::from_utf8(file_of(&cast.staff.client, "csv", "").await).unwrap().contains("Канарейка"));
}

async fn nobody_else_gets_it(world: World) {
    let cast = world.cast().await;
    let new = json!({ "list": "grant_applications", "format": "csv", "language": "ky", "query": "" });
    for client in [&cast.near.company.client, &cast.near.authority.client, &cast.admin.client] {
        client.post("/exports", new.clone()).once().await.refused(403, "forbidden");
    }
    let mut with_contacts = new;
    with_contacts["contacts"] = json!(true);
    let reply = cast.staff.client.post("/exports", with_contacts).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/contacts not_of_this_list"]);
}
