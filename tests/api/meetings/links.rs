//! Answering by a link, without an account.

use diesel::prelude::*;
use maslahat::schema::meeting_invitations as invitations;
use reqwest::Method;
use serde_json::{Value, json};

use super::{begun, invited, moved, named, opened, planned, sent, tried};
use crate::support::{Client, Reply, World, on_both_engines};

on_both_engines! {
    whoever_has_the_link_reads_when_and_where_and_nobodys_name;
    whoever_has_the_link_answers_and_accepts_the_rules;
    a_link_of_a_draft_or_that_was_taken_back_opens_nothing;
    another_link_takes_the_place_of_the_first;
    a_token_is_kept_by_nobody;
}

async fn open(client: &Client, token: &Value) -> Reply {
    client.post("/meeting-links/open", json!({ "token": token })).await
}

async fn answer(client: &Client, token: &Value, answer: &str) -> Reply {
    client.post("/meeting-links/answer", json!({ "token": token, "answer": answer, "accepts_rules": true })).await
}

async fn whoever_has_the_link_reads_when_and_where_and_nobodys_name(world: World) {
    let cast = world.cast().await;
    let made = sent(&cast, json!({})).await;
    let invitation = invited(&cast, &made, named("Канарейка-Асан")).await;
    invited(&cast, &made, named("Канарейка-Үсөн")).await;
    let reply = open(&world.stranger, &invitation["link_token"]).await;
    let seen = reply.expect(200);
    assert_eq!(
        (&seen["title"], &seen["starts_at"], &seen["venue"], &seen["open"], &seen["language"]),
        (&made["title"], &made["starts_at"], &made["venue"], &json!(true), &json!("ky"))
    );
    for secret in ["анарейка", &cast.staff.id.to_string(), made["id"].as_str().unwrap(), "Kaiberen"] {
        assert!(!reply.text().contains(secret), "{secret}: {}", reply.text());
    }
    open(&world.stranger, &json!("0")).await.refused(404, "not_found");
}

async fn whoever_has_the_link_answers_and_accepts_the_rules(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({})).await;
    let invitation = invited(&cast, &made, named("Асан")).await;
    let token = &invitation["link_token"];
    assert_eq!(open(&world.stranger, token).await.expect(200)["open"], false);
    answer(&world.stranger, token, "yes").await.refused(409, "not_in_this_state");
    moved(&cast.staff.client, &made, "invite", json!({})).await;
    let said = answer(&world.stranger, token, "yes").await.expect(200);
    assert_eq!((&said["answer"], &said["rules_accepted"]), (&json!("yes"), &json!(true)));
    let list = format!("{}/invitations", super::path_of(&made));
    let kept = cast.staff.client.get(&list).await.expect(200)["items"][0].clone();
    assert_eq!(
        (&kept["name"], &kept["answer"], &kept["rules_accepted"]),
        (&json!("Асан"), &json!("yes"), &json!(true))
    );
    let trail = cast.protection.client.get("/audit/entries?operation=answer_meeting_link").await.expect(200);
    assert_eq!((&trail["items"][0]["role"], &trail["items"][0]["actor"]), (&json!("public"), &Value::Null));
    begun(&world, &made).await;
    answer(&world.stranger, token, "no").await.refused(409, "already_begun");
    moved(&cast.staff.client, &made, "cancel", json!({ "reason": "The hall burnt down." })).await;
    let seen = open(&world.stranger, token).await.expect(200);
    assert_eq!((&seen["state"], &seen["open"]), (&json!("cancelled"), &json!(false)));
}

async fn a_link_of_a_draft_or_that_was_taken_back_opens_nothing(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({})).await;
    let invitation = invited(&cast, &made, named("Асан")).await;
    let token = &invitation["link_token"];
    open(&world.stranger, token).await.refused(404, "not_found");
    answer(&world.stranger, token, "yes").await.refused(404, "not_found");
    moved(&cast.staff.client, &made, "open-agenda", json!({})).await;
    open(&world.stranger, token).await.expect(200);
    let path = format!("/meeting-invitations/{}/withdraw", invitation["id"].as_str().unwrap());
    cast.staff.client.request(Method::POST, &path).at(1).await.expect(200);
    open(&world.stranger, token).await.refused(404, "not_found");
    answer(&world.stranger, token, "yes").await.refused(404, "not_found");
    // Nor does one of a draft that was called off.
    let made = planned(&cast, json!({})).await;
    let invitation = invited(&cast, &made, named("Асан")).await;
    tried(&cast.staff.client, &made, "cancel", json!({ "reason": "A mistake." })).await.expect(200);
    open(&world.stranger, &invitation["link_token"]).await.refused(404, "not_found");
}

async fn another_link_takes_the_place_of_the_first(world: World) {
    let cast = world.cast().await;
    let made = sent(&cast, json!({})).await;
    let invitation = invited(&cast, &made, named("Асан")).await;
    let renew = |invitation: &Value| {
        let path = format!("/meeting-invitations/{}/renew-link", invitation["id"].as_str().unwrap());
        cast.staff.client.request(Method::POST, &path).at(&invitation["version"])
    };
    let renewed = renew(&invitation).await.expect(200);
    assert_ne!(renewed["link_token"], invitation["link_token"]);
    open(&world.stranger, &invitation["link_token"]).await.refused(404, "not_found");
    open(&world.stranger, &renewed["link_token"]).await.expect(200);
    let of_account = invited(&cast, &made, json!({ "account_id": cast.near.authority.id })).await;
    renew(&of_account).await.refused(409, "has_an_account");
}

async fn a_token_is_kept_by_nobody(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({})).await;
    let invitation = invited(&cast, &made, named("Асан")).await;
    let token = invitation["link_token"].as_str().unwrap().to_owned();
    let kept: Vec<Option<String>> =
        world.look(|conn| Ok(invitations::table.select(invitations::token_hash).load(conn)?)).await;
    assert!(kept.iter().flatten().all(|hash| hash.len() == 64 && *hash != token), "{kept:?}");
    let list = cast.staff.client.get(&format!("{}/invitations", super::path_of(&made))).await.text();
    for hash in kept.iter().flatten() {
        assert!(!list.contains(hash.as_str()) && !list.contains(&token), "{list}");
    }
}
