//! Whom the log exists for, and canaries: words that must never reach anybody else.

use diesel::prelude::*;
use maslahat::db::Conn;
use maslahat::schema::accounts;
use serde_json::{Value, json};

use super::{contact, follow_up, known, log, path_of, with};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    staff_of_another_programme_meet_nothing;
    nobody_outside_the_programme_reads_of_its_contacts;
    a_contact_is_with_people_of_its_own_programme;
    a_page_does_not_start_after_what_is_out_of_reach;
    who_left_the_programme_is_told_no_longer;
}

const SUMMARY: &str = "Канарейка-Сөз";
const TASK: &str = "Канарейка-Иш";
const NAME: &str = "Канарейка-Аты";

async fn planted(cast: &Cast) -> Value {
    let one = known(cast, NAME).await;
    let next = with(follow_up(cast.second_staff.id, "2026-06-01"), json!({ "task": TASK }));
    log(&cast.staff.client, with(contact(cast, &[&one]), json!({ "summary": SUMMARY, "follow_up": next }))).await
}

async fn everything(client: &Client, path: &str) -> String {
    let mut all = String::new();
    for path in [path, "/engagements", "/engagements?q=канарейка", "/home", "/notifications", "/grievances?q=канарейка"]
    {
        all.push_str(&client.get(path).await.text());
    }
    all
}

async fn staff_of_another_programme_meet_nothing(world: World) {
    let cast = world.cast().await;
    let path = path_of(&planted(&cast).await);
    let other = &cast.other_staff.client;
    assert_eq!(other.get("/engagements?total=true").await.expect(200)["items"], json!([]));
    other.get(&path).await.refused(404, "not_found");
    other.patch(&path, json!({ "summary": "Theirs" })).at(1).await.refused(404, "not_found");
    let done = json!({ "done_on": "2026-05-25", "note": "Theirs" });
    other.post(&format!("{path}/complete"), done).at(1).await.refused(404, "not_found");
    other.post(&format!("{path}/reopen"), json!({})).at(1).await.refused(404, "not_found");
}

async fn nobody_outside_the_programme_reads_of_its_contacts(world: World) {
    let cast = world.cast().await;
    let path = path_of(&planted(&cast).await);
    let (near, far) = (&cast.near, &cast.far);
    let outside = [&near.company, &near.authority, &near.community, &far.company, &far.authority, &far.community];
    let outside = outside.map(|person| person.client.clone());
    let others = [&cast.other_staff.client, &cast.admin.client, &cast.partner, &cast.other_partner, &world.stranger];
    for client in outside.iter().chain(others) {
        let seen = everything(client, &path).await;
        assert!(!seen.to_lowercase().contains("канарейка"), "{seen}");
    }
    for client in [&cast.second_staff.client, &cast.protection.client] {
        let seen = everything(client, &path).await;
        for canary in [SUMMARY, TASK, NAME] {
            assert!(seen.contains(canary), "{canary}");
        }
    }
}

async fn a_contact_is_with_people_of_its_own_programme(world: World) {
    let cast = world.cast().await;
    let one = known(&cast, NAME).await;
    let other = &cast.other_staff.client;
    let theirs = other.get("/me").await.expect(200)["programmes"][0]["id"].clone();
    let body = with(contact(&cast, &[&one]), json!({ "programme_id": theirs, "by_id": cast.other_staff.id }));
    assert_eq!(other.post("/engagements", body).once().await.refused(422, "invalid"), ["/stakeholder_ids/0 unknown"]);
    let body = contact(&cast, &[&one]);
    assert_eq!(other.post("/engagements", body).once().await.refused(422, "invalid"), ["/programme_id unknown"]);
}

async fn a_page_does_not_start_after_what_is_out_of_reach(world: World) {
    let cast = world.cast().await;
    planted(&cast).await;
    planted(&cast).await;
    let page = cast.staff.client.get("/engagements?limit=1").await.expect(200);
    let after = page["next"].as_str().unwrap();
    let reply = cast.other_staff.client.get(&format!("/engagements?after={after}")).await;
    assert_eq!(reply.refused(422, "invalid"), ["?after unknown"]);
}

async fn who_left_the_programme_is_told_no_longer(world: World) {
    let cast = world.cast().await;
    planted(&cast).await;
    let second = &cast.second_staff.client;
    assert_eq!(second.get("/notifications/unread").await.expect(200)["count"], 1);
    let id = cast.second_staff.id;
    let demote = move |conn: &mut Conn| -> maslahat::error::Result<usize> {
        Ok(diesel::update(accounts::table.find(id)).set(accounts::role.eq("company")).execute(conn)?)
    };
    world.change(demote).await;
    assert_eq!(second.get("/notifications/unread").await.expect(200)["count"], 0);
    assert_eq!(second.get("/home").await.expect(200)["follow_ups"], json!([]));
}
