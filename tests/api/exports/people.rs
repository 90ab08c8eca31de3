//! Stakeholders as a file.

use chrono::Utc;
use serde_json::{Value, json};

use super::{exported, fetch, finished};
use crate::stakeholders::person;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    the_register_becomes_a_table_in_the_language_asked_for;
    numbers_are_whole_only_where_they_were_asked_for;
    a_withdrawn_consent_takes_the_files_that_show_the_number;
    an_erased_person_is_in_no_file_any_more;
    nobody_but_the_programmes_staff_gets_the_register;
    contacts_are_no_part_of_a_list_of_cases;
}

async fn recorded(cast: &Cast, name: &str, more: Value) -> Value {
    let mut body = person(cast, name);
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    cast.staff.client.post("/stakeholders", body).once().await.expect(201)
}

async fn reached(cast: &Cast) -> Value {
    let consent = json!({ "purpose": "Invitations", "form": "spoken", "given_on": "2026-03-01" });
    let contact = json!({ "phone": "+996 555 123456", "email": "aigul@example.org", "address": "Ленин көчөсү 4" });
    let more = json!({
        "consent": consent, "contact": contact, "tags": ["суу", "жол"], "languages": ["ky", "ru"], "sex": "female",
        "birth_year": 1979, "assessment": { "influence": 4, "interest": 5, "stance": -2, "reason": "Said so" },
    });
    recorded(cast, "Айгүл Эсенова", more).await
}

async fn file_of(client: &Client, language: &str, query: &str, contacts: bool) -> String {
    let new = json!({
        "list": "stakeholders", "format": "csv", "language": language, "query": query, "contacts": contacts,
    });
    let export = client.post("/exports", new).once().await.expect(201);
    let export = finished(client, export["id"].as_str().unwrap()).await;
    assert_eq!((&export["state"], &export["list"]), (&json!("ready"), &json!("stakeholders")), "{export}");
    assert_eq!(export["contacts"], contacts);
    fetch(client, &export).await.text()
}

async fn the_register_becomes_a_table_in_the_language_asked_for(world: World) {
    let cast = world.cast().await;
    reached(&cast).await;
    recorded(&cast, "=1+1", json!({ "category": "media" })).await;
    let staff = &cast.staff.client;
    let text = file_of(staff, "ru", "category=herder", false).await;
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("\"Имя или название\",\"Человек или группа\",\"Кто это\""), "{}", lines[0]);
    assert_eq!(lines.len(), 2, "as filtered: {text}");
    for word in
        ["\"Айгүл Эсенова\",\"Человек\",", "\"Женщина\"", "\"1979\"", "\"суу, жол\"", "\"4\",\"5\"", "\"01.03.2026\""]
    {
        assert!(lines[1].contains(word), "{word} in {}", lines[1]);
    }
    let text = file_of(staff, "ky", "", false).await;
    assert_eq!(text.lines().count(), 3);
    assert!(text.contains("\"'=1+1\""), "no formula: {text}");
    assert!(text.contains("Аял") && text.starts_with("\u{feff}\"Аты-жөнү"), "{text}");
}

async fn numbers_are_whole_only_where_they_were_asked_for(world: World) {
    let cast = world.cast().await;
    reached(&cast).await;
    let staff = &cast.staff.client;
    let masked = file_of(staff, "en", "", false).await;
    assert!(masked.contains("\"••• 56\",\"a•••@•••\",\"•••\""), "{masked}");
    assert!(!masked.contains("123456") && !masked.contains("aigul@") && !masked.contains("Ленин"), "{masked}");
    let whole = file_of(staff, "en", "", true).await;
    assert!(whole.contains("\"'+996 555 123456\",\"aigul@example.org\",\"Ленин көчөсү 4\""), "{whole}");
    let trail = cast.protection.client.get("/audit/entries?operation=create_export").await.expect(200);
    let details: Vec<&str> =
        trail["items"].as_array().unwrap().iter().map(|entry| entry["detail"].as_str().unwrap()).collect();
    assert!(details.contains(&"asked for, stakeholders, csv, with contacts"), "{details:?}");
}

async fn a_withdrawn_consent_takes_the_files_that_show_the_number(world: World) {
    let cast = world.cast().await;
    let person = reached(&cast).await;
    let staff = &cast.staff.client;
    let new = json!({ "list": "stakeholders", "format": "csv", "language": "en", "query": "", "contacts": true });
    let export = staff.post("/exports", new).once().await.expect(201);
    let export = finished(staff, export["id"].as_str().unwrap()).await;
    let of_cases = exported(staff, "csv", "").await;
    let path = format!("/stakeholders/{}/withdraw-consent", person["id"].as_str().unwrap());
    cast.second_staff.client.post(&path, json!({ "withdrawn_on": "2026-03-02" })).at(1).await.expect(200);
    fetch(staff, &export).await.refused(404, "not_found");
    assert_eq!(fetch(staff, &of_cases).await.status, 200);
    maslahat::exports::tidy(&world.system, Utc::now()).await.unwrap();
    assert_eq!(super::stored(&world).len(), 1, "nor does it lie anywhere");
    assert!(!file_of(staff, "en", "", true).await.contains("123456"));
}

async fn an_erased_person_is_in_no_file_any_more(world: World) {
    let cast = world.cast().await;
    let person = reached(&cast).await;
    let staff = &cast.staff.client;
    let new = json!({ "list": "stakeholders", "format": "csv", "language": "en", "query": "", "contacts": false });
    let export = staff.post("/exports", new).once().await.expect(201);
    let export = finished(staff, export["id"].as_str().unwrap()).await;
    assert!(fetch(staff, &export).await.text().contains("Айгүл"));
    let path = format!("/stakeholders/{}/erase", person["id"].as_str().unwrap());
    cast.protection.client.post(&path, json!({ "reason": "Asked for it in writing." })).at(1).await.expect(204);
    fetch(staff, &export).await.refused(404, "not_found");
    maslahat::exports::tidy(&world.system, Utc::now()).await.unwrap();
    assert_eq!(super::stored(&world).len(), 0, "nor does it lie anywhere");
}

async fn nobody_but_the_programmes_staff_gets_the_register(world: World) {
    let cast = world.cast().await;
    reached(&cast).await;
    let new = json!({ "list": "stakeholders", "format": "csv", "language": "en", "query": "", "contacts": false });
    let near = &cast.near;
    let outside = [&near.company, &near.authority, &near.community, &cast.admin];
    for client in outside.iter().map(|person| &person.client).chain([&cast.partner]) {
        client.post("/exports", new.clone()).once().await.refused(403, "forbidden");
    }
    assert_eq!(file_of(&cast.other_staff.client, "en", "", true).await.lines().count(), 1, "headings alone");
    assert!(file_of(&cast.protection.client, "en", "", true).await.contains("123456"));
}

async fn contacts_are_no_part_of_a_list_of_cases(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let new = json!({ "format": "csv", "language": "en", "query": "", "contacts": true });
    assert_eq!(staff.post("/exports", new).once().await.refused(422, "invalid"), ["/contacts not_of_this_list"]);
    let new = json!({ "list": "stakeholders", "format": "csv", "language": "en", "query": "state=submitted" });
    assert_eq!(staff.post("/exports", new).once().await.refused(422, "invalid"), ["/query invalid"]);
}
