//! Signing in, staying signed in, signing out.

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::accounts::AccountId;
use maslahat::authn::token::{Bearer, Tokens};
use maslahat::authz::Role;
use maslahat::schema::{accounts, audit_entries};
use maslahat::sessions::SessionId;
use serde_json::json;

use crate::support::{self, Client, Engine, PASSWORD, Person, Reply, World, cookie, on_both_engines};

on_both_engines! {
    a_person_signs_in;
    an_address_is_the_same_in_any_letter_case;
    a_wrong_password_and_an_unknown_address_sound_alike;
    a_closed_account_sounds_like_a_wrong_password;
    wrong_passwords_make_the_account_wait;
    a_refresh_gives_a_new_token_and_a_new_cookie;
    a_refresh_token_that_comes_back_ends_the_session;
    a_refresh_needs_our_own_page;
    signing_out_ends_the_session;
    the_list_of_sessions_tells_which_one_asks;
    a_person_ends_a_session_of_their_own;
    a_session_of_somebody_else_does_not_exist;
    an_expired_or_forged_token_is_refused;
    a_password_is_not_logged;
}

async fn sign_in(client: &Client, email: &str, password: &str) -> Reply {
    client.post("/auth/login", json!({ "email": email, "password": password })).await
}

async fn a_person_signs_in(world: World) {
    let person = world.office(Role::Staff).await;
    let reply = world.sign_in(&person).await;
    let session = reply.expect(200);
    assert_eq!(session["account"]["id"], person.id.to_string());
    assert_eq!(reply.header("cache-control"), "no-store");
    for part in ["__Host-", "HttpOnly", "Secure", "SameSite=Strict", "Path=/"] {
        assert!(reply.header("set-cookie").contains(part), "{part}");
    }
    let token = session["access_token"].as_str().unwrap();
    world.stranger.with(token).get("/me").await.expect(200);
}

async fn an_address_is_the_same_in_any_letter_case(world: World) {
    let person = world.office(Role::Staff).await;
    let shouted = Person { email: person.email.to_uppercase(), ..person };
    world.sign_in(&shouted).await.expect(200);
}

async fn a_wrong_password_and_an_unknown_address_sound_alike(world: World) {
    let person = world.office(Role::Staff).await;
    let wrong = sign_in(&world.stranger, &person.email, "not-the-password").await;
    let unknown = sign_in(&world.stranger, "nobody@example.org", "not-the-password").await;
    let (mut wrong, mut unknown) = (wrong.expect(401), unknown.expect(401));
    wrong["request_id"].take();
    unknown["request_id"].take();
    assert_eq!(wrong, unknown);
}

async fn a_closed_account_sounds_like_a_wrong_password(world: World) {
    let person = world.office(Role::Staff).await;
    let id = person.id;
    world
        .change(move |conn| {
            Ok(diesel::update(accounts::table.find(id)).set(accounts::active.eq(false)).execute(conn)?)
        })
        .await;
    sign_in(&world.stranger, &person.email, PASSWORD).await.refused(401, "unauthenticated");
    person.client.get("/me").await.refused(401, "unauthenticated");
}

async fn wrong_passwords_make_the_account_wait(world: World) {
    let person = world.office(Role::Staff).await;
    for _ in 0..8 {
        sign_in(&world.stranger, &person.email, "not-the-password").await.expect(401);
    }
    sign_in(&world.stranger, &person.email, PASSWORD).await.expect(401);
    let id = person.id;
    world
        .change(move |conn| {
            let passed = accounts::locked_until.eq(Some(maslahat::db::types::Moment::from(Utc::now())));
            Ok(diesel::update(accounts::table.find(id)).set(passed).execute(conn)?)
        })
        .await;
    world.sign_in(&person).await.expect(200);
}

async fn a_refresh_gives_a_new_token_and_a_new_cookie(world: World) {
    let person = world.office(Role::Staff).await;
    let first = world.sign_in(&person).await;
    let second = world.refresh(&cookie(&first)).await;
    let token = second.expect(200)["access_token"].as_str().unwrap().to_owned();
    world.stranger.with(token).get("/me").await.expect(200);
    assert_ne!(cookie(&first), cookie(&second));
    world.refresh(&cookie(&second)).await.expect(200);
}

async fn a_refresh_token_that_comes_back_ends_the_session(world: World) {
    let person = world.office(Role::Staff).await;
    let first = world.sign_in(&person).await;
    let second = world.refresh(&cookie(&first)).await;
    let token = second.expect(200)["access_token"].as_str().unwrap().to_owned();
    world.refresh(&cookie(&first)).await.refused(401, "unauthenticated");
    world.refresh(&cookie(&second)).await.refused(401, "unauthenticated");
    world.stranger.with(token).get("/me").await.refused(401, "unauthenticated");
    let noted: i64 = world
        .look(|conn| Ok(audit_entries::table.filter(audit_entries::detail.eq("reused")).count().get_result(conn)?))
        .await;
    assert_eq!(noted, 1);
}

async fn a_refresh_needs_our_own_page(world: World) {
    let person = world.office(Role::Staff).await;
    let cookie = support::cookie(&world.sign_in(&person).await);
    let bare = world.stranger.post("/auth/refresh", json!(null)).header("cookie", &cookie);
    bare.await.refused(403, "forbidden");
    let foreign = world.stranger.post("/auth/refresh", json!(null)).header("cookie", &cookie);
    let foreign = foreign.header("x-requested-with", "maslahat").header("origin", "https://elsewhere.example");
    foreign.await.refused(403, "forbidden");
    world.refresh(&cookie).await.expect(200);
}

async fn signing_out_ends_the_session(world: World) {
    let person = world.office(Role::Staff).await;
    let reply = world.sign_in(&person).await;
    let token = reply.expect(200)["access_token"].as_str().unwrap().to_owned();
    let out = world.own_page("/auth/logout", &cookie(&reply)).await;
    out.expect(204);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    world.stranger.with(token).get("/me").await.refused(401, "unauthenticated");
    world.refresh(&cookie(&reply)).await.refused(401, "unauthenticated");
}

async fn the_list_of_sessions_tells_which_one_asks(world: World) {
    let person = world.office(Role::Staff).await;
    world.sign_in(&person).await.expect(200);
    let list = person.client.get("/sessions").await.expect(200);
    let current: Vec<&str> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|session| session["current"] == true)
        .map(|session| session["device"].as_str().unwrap())
        .collect();
    assert_eq!(list["items"].as_array().unwrap().len(), 2);
    assert_eq!(current, ["Test"]);
}

async fn a_person_ends_a_session_of_their_own(world: World) {
    let person = world.office(Role::Staff).await;
    let token = world.sign_in(&person).await.expect(200)["access_token"].clone();
    let other = world.stranger.with(token.as_str().unwrap());
    let id = other.get("/sessions").await.expect(200)["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|session| session["current"] == true)
        .map(|session| session["id"].as_str().unwrap().to_owned())
        .unwrap();
    person.client.delete(&format!("/sessions/{id}")).await.expect(204);
    other.get("/me").await.refused(401, "unauthenticated");
    person.client.get("/me").await.expect(200);
}

async fn a_session_of_somebody_else_does_not_exist(world: World) {
    let (one, other) = (world.office(Role::Staff).await, world.office(Role::Admin).await);
    let list = one.client.get("/sessions").await.expect(200);
    let id = list["items"][0]["id"].as_str().unwrap();
    other.client.delete(&format!("/sessions/{id}")).await.refused(404, "not_found");
    one.client.get("/me").await.expect(200);
}

async fn an_expired_or_forged_token_is_refused(world: World) {
    let person = world.office(Role::Staff).await;
    let (now, hour) = (Utc::now(), TimeDelta::hours(1));
    let bearer = |account: AccountId| Bearer::Session { account, session: SessionId::at(now) };
    let expired = world.tokens.sign(bearer(person.id), now - hour).unwrap();
    let forged = Tokens::new(&[7; 32]).sign(bearer(person.id), now).unwrap();
    let nobodys = world.tokens.sign(bearer(person.id), now).unwrap();
    for token in [expired, forged, nobodys, "msl_nonsense".into(), "..".into()] {
        let reply = world.stranger.with(token).get("/me").await;
        reply.refused(401, "unauthenticated");
        assert_eq!(reply.header("www-authenticate"), "Bearer");
    }
}

async fn a_password_is_not_logged(world: World) {
    let person = world.office(Role::Staff).await;
    sign_in(&world.stranger, &person.email, "a-password-mistyped").await.expect(401);
    world.sign_in(&person).await.expect(200);
    let log = world.log();
    assert!(log.contains("/auth/login"));
    for secret in ["a-password-mistyped", PASSWORD, &person.email] {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
}

#[actix_web::test]
async fn a_door_that_is_tried_too_often_asks_to_wait() {
    let world = World::with_rates(Engine::Sqlite, 2).await;
    for _ in 0..2 {
        sign_in(&world.stranger, "nobody@example.org", "guess").await.expect(401);
    }
    let reply = sign_in(&world.stranger, "nobody@example.org", "guess").await;
    reply.refused(429, "too_many_requests");
    assert!(reply.header("retry-after").parse::<u64>().unwrap() > 0);
}
