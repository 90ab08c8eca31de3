//! Whom relationships exist for, and canaries: words that must never reach anybody else.

use serde_json::{Value, json};

use super::{asked, bond, known, path_of, tie};
use crate::stakeholders::person;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    staff_of_another_programme_meet_none;
    nobody_outside_the_programme_reads_who_stands_with_whom;
    nobody_is_bound_to_somebody_out_of_reach;
}

const NOTE: &str = "Канарейка-Эскертме";
const SOURCE: &str = "Канарейка-Булак";

async fn planted(cast: &Cast) -> (String, Value) {
    let (one, two) = (known(cast, "Канарейка-Бир").await, known(cast, "Канарейка-Эки").await);
    let mut body = bond("in_dispute_with", &one, &two);
    body["note"] = json!(NOTE);
    body["source"] = json!(SOURCE);
    (one, asked(&cast.staff.client, body).await.expect(201))
}

async fn everything(client: &Client, stakeholder: &str, path: &str) -> String {
    let mut all = String::new();
    let around = format!("/relationship-graph?around={stakeholder}");
    let of = format!("/stakeholders/{stakeholder}/relationships");
    for path in [path, &around, &of, "/relationship-graph", "/relationship-graph?kind=in_dispute_with"] {
        all.push_str(&client.get(path).await.text());
    }
    all
}

async fn staff_of_another_programme_meet_none(world: World) {
    let cast = world.cast().await;
    let (one, made) = planted(&cast).await;
    let (other, path) = (&cast.other_staff.client, path_of(&made));
    assert_eq!(other.get("/relationship-graph").await.expect(200)["nodes"], json!([]));
    let around = other.get(&format!("/relationship-graph?around={one}")).await;
    assert_eq!(around.refused(422, "invalid"), ["?around unknown"]);
    other.get(&format!("/stakeholders/{one}/relationships")).await.refused(404, "not_found");
    other.get(&path).await.refused(404, "not_found");
    other.patch(&path, json!({ "note": "Theirs" })).at(1).await.refused(404, "not_found");
    other.post(&format!("{path}/end"), json!({ "until": "2026-06-01" })).at(1).await.refused(404, "not_found");
    other.post(&format!("{path}/reopen"), json!({})).at(1).await.refused(404, "not_found");
}

async fn nobody_outside_the_programme_reads_who_stands_with_whom(world: World) {
    let cast = world.cast().await;
    let (one, made) = planted(&cast).await;
    let path = path_of(&made);
    let (near, far) = (&cast.near, &cast.far);
    let outside = [&near.company, &near.authority, &near.community, &far.company, &far.authority, &far.community];
    let outside = outside.map(|person| person.client.clone());
    let others = [&cast.other_staff.client, &cast.admin.client, &cast.partner, &cast.other_partner, &world.stranger];
    for client in outside.iter().chain(others) {
        let seen = everything(client, &one, &path).await;
        assert!(!seen.to_lowercase().contains("канарейка"), "{seen}");
    }
    let seen = everything(&cast.protection.client, &one, &path).await;
    for canary in [NOTE, SOURCE, "Канарейка-Бир", "Канарейка-Эки"] {
        assert!(seen.contains(canary), "{canary}");
    }
}

async fn nobody_is_bound_to_somebody_out_of_reach(world: World) {
    let cast = world.cast().await;
    let ours = known(&cast, "Биздики").await;
    let other = &cast.other_staff.client;
    let mut theirs = person(&cast, "Алардыкы");
    theirs["programme_id"] = other.get("/me").await.expect(200)["programmes"][0]["id"].clone();
    let theirs = other.post("/stakeholders", theirs).once().await.expect(201)["id"].as_str().unwrap().to_owned();
    for (client, from, to, refused) in [
        (&cast.staff.client, &ours, &theirs, "/to_id unknown"),
        (&cast.staff.client, &theirs, &ours, "/from_id unknown"),
        (other, &ours, &theirs, "/from_id unknown"),
    ] {
        assert_eq!(asked(client, bond("allied_with", from, to)).await.refused(422, "invalid"), [refused]);
    }
    let second = known(&cast, "Экинчи").await;
    tie(&cast.staff.client, "allied_with", &ours, &second).await;
}
