//! Whom the register exists for, and canaries: words that must never reach anybody else.

use serde_json::json;

use super::{agreed, path_of, person, record, with};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    staff_of_another_programme_meet_nobody;
    a_stakeholder_can_not_be_put_into_another_programme;
    nobody_outside_the_programme_reads_of_its_people;
    nobody_reads_a_contact_but_by_a_look;
    a_page_does_not_start_after_somebody_out_of_reach;
}

const NAME: &str = "Канарейка-Аты";
const POSITION: &str = "Канарейка-Кызматы";
const PHONE: &str = "+996 555 00 77 88";
const ADDRESS: &str = "Канарейка-Көчөсү 7";
const REASON: &str = "Канарейка-Себеп";
const PURPOSE: &str = "Канарейка-Максат";
const TAG: &str = "канарейка-белги";

async fn planted(cast: &Cast) -> String {
    let body = with(
        person(cast, NAME),
        json!({
            "position": POSITION, "tags": [TAG], "contact": { "phone": PHONE, "address": ADDRESS },
            "assessment": { "influence": 5, "interest": 5, "stance": -2, "reason": REASON },
            "consent": with(agreed(), json!({ "purpose": PURPOSE })),
        }),
    );
    path_of(&record(&cast.staff.client, body).await)
}

/// Everything that somebody can get at without asking for a contact.
async fn everything(client: &Client, path: &str) -> String {
    let mut all = String::new();
    let lists = ["/stakeholders", "/stakeholders?q=канарейка", "/stakeholders?tag=канарейка-белги&total=true"];
    let own = [path.to_owned(), format!("{path}/history")];
    let others = ["/grievances?q=канарейка", "/home", "/me", "/notifications", "/audit/entries", "/organisations"];
    for path in lists.into_iter().chain(own.iter().map(String::as_str)).chain(others) {
        all.push_str(&client.get(path).await.text());
    }
    all
}

async fn staff_of_another_programme_meet_nobody(world: World) {
    let cast = world.cast().await;
    let path = planted(&cast).await;
    let other = &cast.other_staff.client;
    assert_eq!(other.get("/stakeholders?total=true").await.expect(200)["items"], json!([]));
    for part in ["", "/contact", "/history"] {
        other.get(&format!("{path}{part}")).await.refused(404, "not_found");
    }
    other.patch(&path, json!({ "name": "Theirs" })).at(1).await.refused(404, "not_found");
    let assessment = json!({ "influence": 1, "interest": 1, "stance": 0, "reason": "Because" });
    other.post(&format!("{path}/reassess"), assessment).at(1).await.refused(404, "not_found");
    other.post(&format!("{path}/consent"), agreed()).at(1).await.refused(404, "not_found");
    let withdrawal = json!({ "withdrawn_on": "2026-05-01" });
    other.post(&format!("{path}/withdraw-consent"), withdrawal).at(1).await.refused(404, "not_found");
}

async fn a_stakeholder_can_not_be_put_into_another_programme(world: World) {
    let cast = world.cast().await;
    let reply = cast.other_staff.client.post("/stakeholders", person(&cast, "Бакыт")).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/programme_id unknown"]);
}

async fn nobody_outside_the_programme_reads_of_its_people(world: World) {
    let cast = world.cast().await;
    let path = planted(&cast).await;
    let (near, far) = (&cast.near, &cast.far);
    let outside = [&near.company, &near.authority, &near.community, &far.company, &far.authority, &far.community];
    let outside = outside.map(|person| person.client.clone());
    let others = [&cast.other_staff.client, &cast.admin.client, &cast.partner, &cast.other_partner, &world.stranger];
    for client in outside.iter().chain(others) {
        let seen = everything(client, &path).await;
        let contact = client.get(&format!("{path}/contact")).await.text();
        assert!(!seen.to_lowercase().contains("канарейка") && !seen.contains("77 88"), "{seen}");
        assert!(!contact.contains("Канарейка") && !contact.contains(PHONE), "{contact}");
    }
    let seen = everything(&cast.protection.client, &path).await;
    for canary in [NAME, POSITION, REASON, PURPOSE, TAG] {
        assert!(seen.contains(canary), "{canary}");
    }
}

async fn nobody_reads_a_contact_but_by_a_look(world: World) {
    let cast = world.cast().await;
    let path = planted(&cast).await;
    for person in [&cast.staff, &cast.second_staff, &cast.protection] {
        let seen = everything(&person.client, &path).await;
        assert!(!seen.contains(PHONE) && !seen.contains("Көчөсү"), "{seen}");
        let contact = person.client.get(&format!("{path}/contact")).await.expect(200);
        assert_eq!((&contact["phone"], &contact["address"]), (&json!(PHONE), &json!(ADDRESS)));
    }
}

async fn a_page_does_not_start_after_somebody_out_of_reach(world: World) {
    let cast = world.cast().await;
    planted(&cast).await;
    record(&cast.staff.client, person(&cast, "Экинчи")).await;
    let page = cast.staff.client.get("/stakeholders?limit=1").await.expect(200);
    let after = page["next"].as_str().unwrap();
    let reply = cast.other_staff.client.get(&format!("/stakeholders?after={after}")).await;
    assert_eq!(reply.refused(422, "invalid"), ["?after unknown"]);
}
