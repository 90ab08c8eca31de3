//! Rows that may be somebody who is known.

use serde_json::{Value, json};

use super::{checked, names, path_of, people, run, skipping, table};
use crate::stakeholders::person;
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    who_is_known_is_told_with_the_row;
    each_row_can_be_decided_by_itself;
    an_update_says_anew_what_the_row_says_and_keeps_the_rest;
    an_update_brings_no_number_back_that_was_taken_back;
}

async fn known(cast: &Cast, name: &str, phone: &str) -> Value {
    let mut body = person(cast, name);
    body["consent"] = json!({ "purpose": "Invitations", "form": "signed", "given_on": "2026-03-01" });
    body["contact"] = json!({ "phone": phone, "address": "Ленин 4" });
    cast.staff.client.post("/stakeholders", body).once().await.expect(201)
}

async fn who_is_known_is_told_with_the_row(world: World) {
    let cast = world.cast().await;
    let woman = known(&cast, "Айгүл Эсенова", "+996 555 123456").await;
    let rows = [
        ("Aigul Esenova", ""),
        ("Бакыт Асанов", "0700 11 22 33"),
        ("Бакыт Асанав", ""),
        ("Кто-то Другой", "0555 12-34-56"),
        ("Нурлан Осмонов", ""),
    ];
    let import = checked(&cast, table(&rows)).await;
    assert_eq!(import["duplicates"], 3);
    let path = format!("{}/duplicates", path_of(&import["id"]));
    let page = cast.staff.client.get(&path).await.expect(200);
    let items = page["items"].as_array().unwrap();
    assert_eq!((&items[0]["row"], &items[0]["known"]["id"]), (&json!(2), &woman["id"]));
    assert_eq!((&items[0]["likeness"], &items[0]["same_phone"]), (&json!(100), &json!(false)));
    assert_eq!((&items[1]["row"], &items[1]["same_as_row"]), (&json!(4), &json!(3)));
    assert_eq!((&items[2]["row"], &items[2]["same_phone"]), (&json!(5), &json!(true)));
    assert_eq!(items[2]["known"]["id"], woman["id"]);
    let first = cast.staff.client.get(&format!("{path}?limit=1")).await.expect(200);
    let next = first["next"].as_str().unwrap();
    let second = cast.staff.client.get(&format!("{path}?limit=1&after={next}")).await.expect(200);
    assert_eq!(second["items"][0], items[1]);
}

async fn each_row_can_be_decided_by_itself(world: World) {
    let cast = world.cast().await;
    known(&cast, "Айгүл Эсенова", "+996 555 123456").await;
    let rows = [("Aigul Esenova", ""), ("Aygul Esenova", ""), ("Нурлан Осмонов", "")];
    let import = checked(&cast, table(&rows)).await;
    let decisions = json!({ "duplicates": "skip", "rows": [{ "row": 3, "decision": "add" }] });
    let done = run(&cast.staff.client, &import, decisions).await;
    assert_eq!((&done["added"], &done["updated"], &done["skipped"]), (&json!(2), &json!(0), &json!(1)));
    assert_eq!(names(&cast.staff.client).await, ["Aygul Esenova", "Айгүл Эсенова", "Нурлан Осмонов"]);
    let pairs = cast.staff.client.get("/stakeholder-pairs").await.expect(200);
    assert_eq!(pairs["items"].as_array().unwrap().len(), 1, "what was added anyway is shown as a likely pair: {pairs}");
}

async fn an_update_says_anew_what_the_row_says_and_keeps_the_rest(world: World) {
    let cast = world.cast().await;
    let woman = known(&cast, "Айгүл Эсенова", "+996 555 123456").await;
    let text = "Name,Place,Category,Position,Phone,Influence,Interest,Stance,Consent,Consent for what,\
                How consent was given,Consent given on\n\
                Aigul Esenova,Barskoon,Women,кеңеш,+996 555 000099,3,4,For,yes,Invitations,signed,2026-03-01\n";
    let import = checked(&cast, text).await;
    let done = run(&cast.staff.client, &import, json!({ "duplicates": "update" })).await;
    assert_eq!((&done["added"], &done["updated"]), (&json!(0), &json!(1)), "{done}");
    let path = format!("/stakeholders/{}", woman["id"].as_str().unwrap());
    let now = cast.staff.client.get(&path).await.expect(200);
    assert_eq!((&now["name"], &now["position"]), (&json!("Aigul Esenova"), &json!("кеңеш")));
    assert_eq!((&now["category"], &now["assessment"]["influence"]), (&json!("womens_group"), &json!(3)));
    let contact = cast.staff.client.get(&format!("{path}/contact")).await.expect(200);
    assert_eq!((&contact["phone"], &contact["address"]), (&json!("+996 555 000099"), &json!("Ленин 4")));
}

async fn an_update_brings_no_number_back_that_was_taken_back(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let woman = known(&cast, "Айгүл Эсенова", "+996 555 123456").await;
    let path = format!("/stakeholders/{}", woman["id"].as_str().unwrap());
    let withdrawal = json!({ "withdrawn_on": "2026-04-01" });
    staff.post(&format!("{path}/withdraw-consent"), withdrawal).at(1).await.expect(200);
    let import = checked(&cast, table(&[("Айгүл Эсенова", "+996 555 123456")])).await;
    let done = run(staff, &import, json!({ "duplicates": "update" })).await;
    assert_eq!(done["updated"], 1);
    let now = staff.get(&path).await.expect(200);
    assert_eq!((&now["consent"]["standing"], &now["contact"]), (&json!("withdrawn"), &json!(null)));
    assert_eq!(people(staff).await.len(), 1);
    run(staff, &checked(&cast, table(&[("Жаңы Киши", "")])).await, skipping()).await;
    assert_eq!(people(staff).await.len(), 2);
}
