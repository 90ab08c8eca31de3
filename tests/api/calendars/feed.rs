//! The meetings of somebody under a secret address.

use std::future::IntoFuture;

use diesel::prelude::*;
use maslahat::schema::calendar_feeds;
use serde_json::{Value, json};

use super::read;
use crate::meetings::{moved, path_of, planned, sent};
use crate::support::{Client, Person, Reply, World, on_both_engines};

on_both_engines! {
    a_feed_has_the_meetings_to_which_its_owner_is_invited_and_no_others;
    a_feed_follows_its_meetings;
    another_address_takes_the_place_of_the_first;
    two_who_ask_at_once_are_both_answered;
    an_address_that_was_taken_back_opens_nothing;
    a_feed_ends_with_the_account;
    what_opens_a_feed_is_kept_nowhere;
}

/// The path of a new feed, as whoever has its address asks for it.
async fn feed_of(person: &Person) -> String {
    let made = person.client.post("/me/calendar-feed", Value::Null).once().await.expect(201);
    let address = made["address"].as_str().unwrap();
    address.split_once("/api/v1").unwrap().1.to_owned()
}

async fn summaries(stranger: &Client, feed: &str) -> Vec<String> {
    let seen = read(&stranger.get(feed).await);
    let events = seen["events"].as_array().unwrap().iter();
    events.map(|event| event["summary"].as_str().unwrap().to_owned()).collect()
}

async fn a_feed_has_the_meetings_to_which_its_owner_is_invited_and_no_others(world: World) {
    let cast = world.cast().await;
    let public = json!({ "visibility": "public", "kind": "site_visit" });
    let (made, _) = (sent(&cast, public.clone()).await, planned(&cast, json!({})).await);
    let (company, authority) = (feed_of(&cast.near.company).await, feed_of(&cast.near.authority).await);
    let seen = read(&world.stranger.get(&company).await);
    assert_eq!(seen["events"].as_array().unwrap().len(), 1, "{seen}");
    assert_eq!(seen["events"][0]["starts_at"], made["starts_at"]);
    assert_eq!(summaries(&world.stranger, &authority).await.len(), 0, "it may read of it, and is not invited");
    assert_eq!(summaries(&world.stranger, &feed_of(&cast.far.company).await).await.len(), 0);
    // A draft is in nobody's calendar, not even in that of who leads it.
    assert_eq!(summaries(&world.stranger, &feed_of(&cast.staff).await).await.len(), 1);
}

async fn a_feed_follows_its_meetings(world: World) {
    let cast = world.cast().await;
    let feed = feed_of(&cast.near.company).await;
    let made = sent(&cast, json!({})).await;
    let first = world.stranger.get(&feed).await;
    assert_eq!(first.header("cache-control"), "private, no-cache");
    let ask = |reply: &Reply| {
        let tag = reply.header("etag").to_owned();
        let (client, feed) = (world.stranger.clone(), feed.clone());
        async move { client.get(&feed).header("if-none-match", &tag).await }
    };
    assert_eq!(ask(&first).await.status, 304);
    moved(&cast.staff.client, &made, "cancel", json!({ "reason": "The hall burnt down." })).await;
    let second = ask(&first).await;
    let (before, after) = (read(&first)["events"][0].clone(), read(&second)["events"][0].clone());
    assert_eq!((&after["uid"], &after["status"]), (&before["uid"], &json!("CANCELLED")));
    assert!(after["sequence"].as_i64() > before["sequence"].as_i64());
    assert!(!second.text().contains("burnt"));
    let path = format!("{}/invitations", path_of(&made));
    assert!(cast.staff.client.get(&path).await.expect(200)["items"].is_array());
}

async fn another_address_takes_the_place_of_the_first(world: World) {
    let cast = world.cast().await;
    let client = &cast.near.company.client;
    assert_eq!(client.get("/me/calendar-feed").await.expect(200), json!({ "since": null }));
    let first = feed_of(&cast.near.company).await;
    let key = uuid::Uuid::new_v4().to_string();
    let ask = || async { client.post("/me/calendar-feed", Value::Null).key(&key).await.expect(201) };
    let (second, again) = (ask().await, ask().await);
    assert_eq!(second, again, "asked for twice at once, it is one");
    world.stranger.get(&first).await.refused(404, "not_found");
    let second = second["address"].as_str().unwrap().split_once("/api/v1").unwrap().1.to_owned();
    read(&world.stranger.get(&second).await);
    assert!(client.get("/me/calendar-feed").await.expect(200)["since"].is_string());
}

async fn two_who_ask_at_once_are_both_answered(world: World) {
    let cast = world.cast().await;
    let ask = || cast.near.company.client.post("/me/calendar-feed", Value::Null).once().into_future();
    let answers = futures_util::future::join_all((0..6).map(|_| ask())).await;
    let made = answers.iter().filter(|answer| answer.status == 201);
    assert!(made.count() >= 1);
    answers.iter().filter(|answer| answer.status != 201).for_each(|answer| {
        answer.refused(409, "already_there");
    });
}

async fn an_address_that_was_taken_back_opens_nothing(world: World) {
    let cast = world.cast().await;
    let client = &cast.near.company.client;
    let feed = feed_of(&cast.near.company).await;
    client.delete("/me/calendar-feed").await.expect(204);
    world.stranger.get(&feed).await.refused(404, "not_found");
    client.delete("/me/calendar-feed").await.refused(404, "not_found");
    world.stranger.get(&format!("/calendars/{}.ics", "0".repeat(64))).await.refused(404, "not_found");
}

async fn a_feed_ends_with_the_account(world: World) {
    use maslahat::schema::accounts;
    let cast = world.cast().await;
    let feed = feed_of(&cast.near.company).await;
    sent(&cast, json!({})).await;
    assert_eq!(summaries(&world.stranger, &feed).await.len(), 1);
    let id = cast.near.company.id;
    world
        .change(move |conn| {
            diesel::update(accounts::table.find(id)).set(accounts::active.eq(false)).execute(conn)?;
            Ok(())
        })
        .await;
    world.stranger.get(&feed).await.refused(404, "not_found");
}

async fn what_opens_a_feed_is_kept_nowhere(world: World) {
    let cast = world.cast().await;
    let feed = feed_of(&cast.near.company).await;
    read(&world.stranger.get(&feed).await);
    let token = feed.trim_start_matches("/calendars/").trim_end_matches(".ics").to_owned();
    let kept: String =
        world.look(|conn| Ok(calendar_feeds::table.select(calendar_feeds::token_hash).first(conn)?)).await;
    assert!(token.len() == 64 && kept != token);
    assert!(!world.log().contains(&token));
    let admin = world.office(maslahat::authz::Role::Admin).await;
    let trail = admin.client.get("/audit/entries?operation=create_calendar_feed").await;
    assert_eq!(trail.expect(200)["items"].as_array().unwrap().len(), 1);
    assert!(!trail.text().contains(&token));
}
