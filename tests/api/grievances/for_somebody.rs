//! Entering a grievance for somebody: the consent that is kept, and what whoever entered it sees of it later.

use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    how_the_person_agreed_is_kept_and_shown_to_staff;
    nobody_else_reads_how_the_person_agreed;
    consent_goes_with_an_erasure;
    a_case_is_not_entered_without_consent;
    a_representative_sees_what_they_entered_and_nothing_else;
    a_representative_loses_a_case_that_goes_under_protection;
    what_is_being_told_is_compared_with_what_was_raised_before;
}

const CONSENT: &str = "Канарейка-Макулдук: келини жанында болду";

fn record(cast: &Cast, given: &str) -> Value {
    let consent = json!({ "given": given, "note": CONSENT });
    json!({ "channel": "phone", "consent": consent, "grievance": words(cast.near.aimak) })
}

/// Enters a case; its path, as somebody who lists it has it.
async fn recorded(cast: &Cast, by: &Client) -> String {
    let receipt = by.post("/grievances", record(cast, "said")).once().await.expect(201);
    let listed = cast.protection.client.get("/grievances").await.expect(200);
    let items = listed["items"].as_array().unwrap();
    let case = items.iter().find(|case| case["reference"] == receipt["reference"]).unwrap();
    format!("/grievances/{}", case["id"].as_str().unwrap())
}

async fn how_the_person_agreed_is_kept_and_shown_to_staff(world: World) {
    let cast = world.cast().await;
    let case = recorded(&cast, &cast.staff.client).await;
    for reader in [&cast.staff, &cast.second_staff, &cast.protection] {
        let seen = reader.client.get(&case).await.expect(200);
        assert_eq!(seen["recorded"]["by"]["id"], cast.staff.id.to_string());
        assert_eq!(seen["recorded"]["consent"], json!({ "given": "said", "note": CONSENT }));
        assert_eq!(seen["recorded"]["paper"], Value::Null);
    }
    let web = world.case(&cast.near).await;
    assert_eq!(web.seen_by(&cast.staff.client).await.expect(200)["recorded"], Value::Null);
}

async fn nobody_else_reads_how_the_person_agreed(world: World) {
    let cast = world.cast().await;
    let mut shared = record(&cast, "said");
    shared["grievance"]["share_with_community"] = json!(true);
    let receipt = cast.staff.client.post("/grievances", shared).once().await.expect(201);
    let reporter = world.stranger.with(receipt["token"].as_str().unwrap());
    let listed = cast.staff.client.get("/grievances").await.expect(200);
    let path = format!("/grievances/{}", listed["items"][0]["id"].as_str().unwrap());
    let seen = cast.near.community.client.get(&path).await;
    assert_eq!(seen.expect(200)["own_consent"], Value::Null);
    let near = &cast.near;
    let others = [&near.community, &near.company, &near.authority, &cast.other_staff, &cast.admin];
    for client in others.map(|person| &person.client).into_iter().chain([&cast.partner, &reporter]) {
        for from in [path.as_str(), "/grievances", "/my-case", "/home", "/grievances?q=канарейка"] {
            let seen = client.get(from).await.text();
            assert!(!seen.contains("Канарейка"), "{from}: {seen}");
        }
    }
}

async fn consent_goes_with_an_erasure(world: World) {
    let cast = world.cast().await;
    let case = recorded(&cast, &cast.staff.client).await;
    let erasure = json!({ "reason": "The person asked for it", "words": false, "files": false, "receipt": false });
    let reply = cast.protection.client.post(&format!("{case}/erase"), erasure).at(1).await;
    assert!(reply.status < 300, "{}", reply.text());
    let seen = cast.staff.client.get(&case).await;
    assert_eq!(seen.expect(200)["recorded"]["consent"], Value::Null);
    assert!(!seen.text().contains("Канарейка"));
}

async fn a_case_is_not_entered_without_consent(world: World) {
    let cast = world.cast().await;
    let mut without = record(&cast, "said");
    without.as_object_mut().unwrap().remove("consent");
    let reply = cast.staff.client.post("/grievances", without).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/consent required"]);
    let reply = cast.staff.client.post("/grievances", record(&cast, "assumed")).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/consent/given invalid"]);
}

async fn a_representative_sees_what_they_entered_and_nothing_else(world: World) {
    let cast = world.cast().await;
    let own = &cast.near.community.client;
    world.case(&cast.near).await;
    let case = recorded(&cast, own).await;
    let listed = own.get("/grievances").await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    let seen = own.get(&case).await;
    let view = seen.expect(200);
    assert_eq!(view["own_entry"], words(cast.near.aimak)["narrative"]);
    assert_eq!(view["own_consent"], json!({ "given": "said", "note": CONSENT }));
    for sealed in ["Асанова", "555 00 11 22"] {
        assert!(!seen.text().contains(sealed));
    }
    cast.far.community.client.get(&case).await.refused(404, "not_found");
}

async fn a_representative_loses_a_case_that_goes_under_protection(world: World) {
    let cast = world.cast().await;
    let own = &cast.near.community.client;
    let case = recorded(&cast, own).await;
    let count = |counts: Value| counts["by_state"].as_array().unwrap().len();
    assert_eq!(count(own.get("/grievances/counts").await.expect(200)), 1);
    let moved = cast.staff.client.post(&format!("{case}/protect"), json!({ "note": "A threat" })).at(1).await;
    assert!(moved.status < 300, "{}", moved.text());
    own.get(&case).await.refused(404, "not_found");
    assert_eq!(own.get("/grievances").await.expect(200)["items"], json!([]));
    assert_eq!(count(own.get("/grievances/counts").await.expect(200)), 0);
    for path in ["/home", "/grievances?q=канарейка", "/grievances?q=унаалары", "/notifications"] {
        let seen = own.get(path).await.text();
        assert!(!seen.contains("MSL-") && !seen.contains("унаалары"), "{path}: {seen}");
    }
    // As one that never was.
    let never = own.get("/grievances/6f2c1f1e-0000-4000-8000-000000000000").await;
    let mut answers = [own.get(&case).await.json(), never.json()];
    answers.iter_mut().for_each(|answer| answer["request_id"] = Value::Null);
    assert_eq!(answers[0], answers[1]);
}

async fn what_is_being_told_is_compared_with_what_was_raised_before(world: World) {
    let cast = world.cast().await;
    let before = world.case(&cast.near).await;
    let hidden = world.protected(&cast, &cast.near).await;
    let told = json!({ "place_id": cast.near.aimak, "narrative": words(cast.near.aimak)["narrative"] });
    let found = cast.staff.client.post("/grievances/similar", told.clone()).await;
    let items = found.expect(200)["items"].clone();
    assert_eq!(items.as_array().unwrap().len(), 1, "{items}");
    assert_eq!((&items[0]["grievance"]["reference"], &items[0]["likeness"]), (&json!(before.reference), &json!(100)));
    assert!(!found.text().contains(&hidden.reference));
    cast.near.community.client.post("/grievances/similar", told.clone()).await.refused(403, "forbidden");
    let elsewhere = cast.other_staff.client.post("/grievances/similar", told).await.expect(200);
    assert_eq!(elsewhere["items"], json!([]));
}
