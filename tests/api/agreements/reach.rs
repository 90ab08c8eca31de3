//! Whom an agreement exists for, and canaries: words that must never reach anybody else.

use serde_json::{Value, json};

use super::{drafted, moved, on_paper, opened, path_of, scanned, tried};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    an_agreement_reaches_those_who_are_named_in_it_and_nobody_else;
    a_draft_that_was_given_up_stays_the_programmes_own;
    the_sides_do_not_read_who_signed_on_paper_nor_see_the_scan;
    what_belongs_to_a_protected_case_is_gone;
    staff_of_another_programme_meet_nothing;
}

const TITLE: &str = "Канарейка-Келишим";
const TEXT: &str = "Канарейка-Текст";
const NAME: &str = "Канарейка-Аты";

async fn everything(client: &Client, made: &Value) -> String {
    let mut all = String::new();
    for path in [path_of(made).as_str(), "/agreements", "/home", "/notifications", "/audit/entries", "/promises"] {
        all.push_str(&client.get(path).await.text());
    }
    all
}

fn others<'a>(world: &'a World, cast: &'a Cast) -> Vec<&'a Client> {
    let (near, far) = (&cast.near, &cast.far);
    let sides = [&near.authority, &far.company, &far.authority, &far.community].map(|person| &person.client);
    let rest = [&cast.other_staff.client, &cast.admin.client, &cast.partner, &cast.other_partner, &world.stranger];
    sides.into_iter().chain(rest).collect()
}

async fn an_agreement_reaches_those_who_are_named_in_it_and_nobody_else(world: World) {
    let cast = world.cast().await;
    let draft = drafted(&cast, json!({ "title": TITLE, "text": TEXT })).await;
    let named = [&cast.near.company.client, &cast.near.community.client];
    for client in named.into_iter().chain(others(&world, &cast)) {
        let seen = everything(client, &draft).await;
        assert!(!seen.contains("анарейка"), "{seen}");
    }
    let made = moved(&cast.staff.client, &draft, "open", Value::Null).await;
    for client in named {
        let seen = everything(client, &made).await;
        assert!(seen.contains(TITLE) && seen.contains(TEXT), "{seen}");
        assert!(!seen.contains(&cast.staff.id.to_string()), "{seen}");
    }
    for client in others(&world, &cast) {
        let seen = everything(client, &made).await;
        assert!(!seen.contains("анарейка"), "{seen}");
    }
}

async fn a_draft_that_was_given_up_stays_the_programmes_own(world: World) {
    let cast = world.cast().await;
    let draft = drafted(&cast, json!({ "title": TITLE, "text": TEXT })).await;
    let ended = moved(&cast.staff.client, &draft, "end", json!({ "reason": NAME })).await;
    assert_eq!(ended["state"], "ended");
    for client in [&cast.near.company.client, &cast.near.community.client].into_iter().chain(others(&world, &cast)) {
        let seen = everything(client, &ended).await;
        assert!(!seen.contains("анарейка"), "{seen}");
    }
    let made = opened(&cast, json!({ "title": TITLE })).await;
    moved(&cast.staff.client, &made, "end", json!({ "reason": "It is over." })).await;
    assert!(everything(&cast.near.company.client, &made).await.contains(TITLE), "what was opened was told");
}

async fn the_sides_do_not_read_who_signed_on_paper_nor_see_the_scan(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({})).await;
    let mut paper = on_paper(&cast, &made, 0).await;
    paper["signatory"] = json!(NAME);
    paper["witness"] = json!(NAME);
    moved(&cast.staff.client, &made, "record-signature", paper.clone()).await;
    let scan = format!("{}/attachments/{}", path_of(&made), paper["scan_id"].as_str().unwrap());
    for client in [&cast.near.company.client, &cast.near.community.client] {
        let seen = client.get(&path_of(&made)).await;
        assert_eq!(seen.expect(200)["sides"][0]["signature"]["form"], "paper");
        assert!(!seen.text().contains(NAME), "{}", seen.text());
        client.get(&scan).await.refused(403, "forbidden");
    }
    let seen = cast.protection.client.get(&path_of(&made)).await.text();
    assert!(seen.contains(NAME));
    assert_eq!(cast.protection.client.get(&scan).await.status, 200);
    cast.other_staff.client.get(&scan).await.refused(404, "not_found");
}

async fn what_belongs_to_a_protected_case_is_gone(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let made = opened(&cast, json!({ "title": TITLE, "grievance_id": case.id })).await;
    case.moved(&cast.staff.client, "protect", json!({})).await.expect(204);
    let named = [&cast.near.company.client, &cast.near.community.client, &cast.staff.client];
    for client in named.into_iter().chain(others(&world, &cast)) {
        let seen = everything(client, &made).await;
        assert!(!seen.contains("анарейка"), "{seen}");
    }
    assert!(everything(&cast.protection.client, &made).await.contains(TITLE));
}

async fn staff_of_another_programme_meet_nothing(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({})).await;
    let (other, path) = (&cast.other_staff.client, path_of(&made));
    other.get(&path).await.refused(404, "not_found");
    other.patch(&path, json!({ "title": "Theirs" })).at(2).await.refused(404, "not_found");
    for (name, body) in [
        ("amend", json!({ "text": "Another text.", "reason": "Because." })),
        ("end", json!({ "reason": "Because." })),
        ("sign", json!({ "side_id": super::side(&made, 0) })),
    ] {
        other.post(&format!("{path}/{name}"), body).at(2).await.refused(404, "not_found");
    }
    scanned(&cast.staff.client, &made).await;
    let reply = tried(&cast.staff.client, &made, "end", json!({ "reason": "It is over." })).await;
    reply.expect(200);
}
