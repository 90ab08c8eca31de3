//! Byte by byte: of somebody who was taken out of the register of stakeholders nothing stays on the disk.

use serde_json::{Value, json};

use super::residue::{House, signed_in};
use crate::support::{Client, Engine};

#[actix_web::test]
async fn nothing_of_an_erased_stakeholder_stays_on_sqlite() {
    nothing_of_an_erased_stakeholder_stays(Engine::Sqlite).await;
}

#[actix_web::test]
async fn nothing_of_an_erased_stakeholder_stays_on_postgres() {
    nothing_of_an_erased_stakeholder_stays(Engine::Postgres).await;
}

/// In every field that is kept of a person, and three letters that no other text has, as the search index keeps them.
const WORDS: [&str; 10] = [
    "Кенарей-Ысым",
    "Кенарей-Кызмат",
    "кенарей-белги",
    "Кенарей-Себеп",
    "Кенарей-Максат",
    "Кенарей-Сөз",
    "Кенарей-Иш",
    "Кенарей-Жыйынтык",
    "Кенарей-Эскертүү",
    "ӟӥӝ",
];

async fn made(client: &Client, path: &str, body: Value) -> Value {
    client.post(path, body).once().await.expect(201)
}

async fn somebody(staff: &Client, programme: &str, village: &str) -> Value {
    let person = json!({
        "programme_id": programme, "kind": "person", "category": "herder", "place_id": village,
        "name": format!("{} {}", WORDS[0], WORDS[9]), "position": WORDS[1], "tags": [WORDS[2]],
        "assessment": { "influence": 3, "interest": 3, "stance": 0, "reason": WORDS[3] },
        "consent": { "purpose": WORDS[4], "form": "spoken", "given_on": "2026-03-01" },
    });
    made(staff, "/stakeholders", person).await
}

async fn nothing_of_an_erased_stakeholder_stays(engine: Engine) {
    let house = House::new(engine).await;
    let program = house.serve().await;
    let village = program.village().await;
    let staff = signed_in(&program.client, "ainura.satarova@example.org").await;
    let protection = signed_in(&program.client, "cholpon.isakova@example.org").await;
    let me = staff.get("/me").await.expect(200);
    let programme = me["programmes"][0]["id"].as_str().unwrap();
    let person = somebody(&staff, programme, &village).await;
    let others = staff.get("/stakeholders?limit=1").await.expect(200);
    let contact = json!({
        "programme_id": programme, "day": "2026-05-20", "channel": "visit", "by_id": me["id"], "summary": WORDS[5],
        "stakeholder_ids": [person["id"]],
        "follow_up": { "task": WORDS[6], "owner_id": me["id"], "due_on": "2026-06-01" },
    });
    let contact = made(&staff, "/engagements", contact).await;
    let done = json!({ "done_on": "2026-05-25", "note": WORDS[7] });
    staff.post(&format!("/engagements/{}/complete", contact["id"].as_str().unwrap()), done).at(1).await.expect(200);
    let tie = json!({
        "kind": "allied_with", "from_id": person["id"], "to_id": others["items"][0]["id"], "note": WORDS[8],
        "source": WORDS[8],
    });
    made(&staff, "/relationships", tie).await;
    assert!(!house.found(&WORDS).await.is_empty(), "the search is able to find something");

    let path = format!("/stakeholders/{}", person["id"].as_str().unwrap());
    let reason = json!({ "reason": "Asked in the office." });
    protection.post(&format!("{path}/erase"), reason).at(person["version"].clone()).await.expect(204);
    assert_eq!(house.found(&WORDS).await, Vec::<String>::new());
    assert!(program.stop().success());
    assert_eq!(house.found(&WORDS).await, Vec::<String>::new());
}
