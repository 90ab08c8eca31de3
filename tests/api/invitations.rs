//! How an account begins.

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::authz::Role;
use maslahat::db::types::Moment;
use maslahat::schema::{accounts, invitations};
use serde_json::{Value, json};

use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    an_invitation_becomes_an_account;
    a_link_tells_whose_account_it_opens;
    a_link_works_once;
    a_link_works_once_even_for_two_at_the_same_time;
    a_link_works_for_a_week;
    a_withdrawn_link_opens_nothing;
    an_accepted_invitation_can_not_be_withdrawn;
    an_easily_guessed_first_password_is_refused;
    an_address_is_invited_once;
    an_invited_role_must_go_with_the_organisation;
    an_invitation_sent_again_is_made_once;
    only_administrators_invite;
    the_token_is_shown_once_and_not_kept;
}

const NEW_PASSWORD: &str = "besh-tash-1991-kara-kol";

fn invitation(cast: &Cast) -> Value {
    json!({
        "email": "Gulnara@Example.org", "name": "Гүлнара Садыкова", "role": "staff", "language": "ky",
        "organisation_id": cast.ngo, "place_ids": [cast.near.aimak], "programme_ids": [cast.programme],
    })
}

async fn invite(cast: &Cast) -> Value {
    cast.admin.client.post("/invitations", invitation(cast)).once().await.expect(201)
}

async fn accept(world: &World, made: &Value, password: &str) -> crate::support::Reply {
    let acceptance = json!({ "token": made["link_token"], "password": password });
    world.stranger.post("/invitations/accept", acceptance).await
}

async fn an_invitation_becomes_an_account(world: World) {
    let cast = world.cast().await;
    let made = invite(&cast).await;
    assert_eq!((&made["state"], &made["email"]), (&json!("open"), &json!("gulnara@example.org")));
    let reply = accept(&world, &made, NEW_PASSWORD).await;
    let session = reply.expect(200);
    assert!(reply.header("set-cookie").starts_with("__Host-"));
    let me = world.stranger.with(session["access_token"].as_str().unwrap()).get("/me").await.expect(200);
    assert_eq!((&me["name"], &me["role"]), (&json!("Гүлнара Садыкова"), &json!("staff")));
    assert_eq!(me["programmes"][0]["id"], cast.programme.to_string());
    assert_eq!(me["places"][0]["id"], cast.near.aimak.to_string());
    let login = json!({ "email": "gulnara@example.org", "password": NEW_PASSWORD });
    world.stranger.post("/auth/login", login).await.expect(200);
    let list = cast.admin.client.get("/invitations").await.expect(200);
    assert_eq!((&list["items"][0]["state"], &list["items"][0]["actions"]), (&json!("accepted"), &json!([])));
}

async fn a_link_tells_whose_account_it_opens(world: World) {
    let made = invite(&world.cast().await).await;
    let opened = world.stranger.post("/invitations/open", json!({ "token": made["link_token"] })).await.expect(200);
    assert_eq!(
        opened,
        json!({ "email": "gulnara@example.org", "name": "Гүлнара Садыкова", "language": "ky", "role": "staff" })
    );
    let other = world.stranger.post("/invitations/open", json!({ "token": "0".repeat(64) }));
    other.await.refused(404, "not_found");
}

async fn a_link_works_once(world: World) {
    let made = invite(&world.cast().await).await;
    accept(&world, &made, NEW_PASSWORD).await.expect(200);
    accept(&world, &made, NEW_PASSWORD).await.refused(404, "not_found");
    let opened = world.stranger.post("/invitations/open", json!({ "token": made["link_token"] }));
    opened.await.refused(404, "not_found");
}

async fn a_link_works_once_even_for_two_at_the_same_time(world: World) {
    let made = invite(&world.cast().await).await;
    let tries = (0..4).map(|_| accept(&world, &made, NEW_PASSWORD));
    let mut statuses: Vec<u16> = futures_util::future::join_all(tries).await.iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 404, 404, 404]);
    let made: i64 = world
        .look(|conn| Ok(accounts::table.filter(accounts::email.eq("gulnara@example.org")).count().get_result(conn)?))
        .await;
    assert_eq!(made, 1);
}

async fn a_link_works_for_a_week(world: World) {
    let cast = world.cast().await;
    let made = invite(&cast).await;
    let expires: chrono::DateTime<Utc> = made["expires_at"].as_str().unwrap().parse().unwrap();
    assert!((expires - Utc::now() - TimeDelta::days(7)).abs() < TimeDelta::minutes(1));
    world
        .change(|conn| {
            let over = invitations::expires_at.eq(Moment::from(Utc::now()));
            Ok(diesel::update(invitations::table).set(over).execute(conn)?)
        })
        .await;
    accept(&world, &made, NEW_PASSWORD).await.refused(404, "not_found");
    assert_eq!(cast.admin.client.get("/invitations").await.expect(200)["items"][0]["state"], "expired");
}

async fn a_withdrawn_link_opens_nothing(world: World) {
    let cast = world.cast().await;
    let made = invite(&cast).await;
    assert_eq!(made["actions"], json!(["withdraw_invitation"]));
    let path = format!("/invitations/{}", made["id"].as_str().unwrap());
    cast.admin.client.delete(&path).await.refused(428, "version_required");
    cast.admin.client.delete(&path).at(2).await.refused(412, "stale");
    cast.admin.client.delete(&path).at(1).await.expect(204);
    cast.admin.client.delete(&path).at(2).await.refused(409, "not_open");
    accept(&world, &made, NEW_PASSWORD).await.refused(404, "not_found");
    invite(&cast).await;
}

async fn an_accepted_invitation_can_not_be_withdrawn(world: World) {
    let cast = world.cast().await;
    let made = invite(&cast).await;
    accept(&world, &made, NEW_PASSWORD).await.expect(200);
    let path = format!("/invitations/{}", made["id"].as_str().unwrap());
    cast.admin.client.delete(&path).at(2).await.refused(409, "not_open");
}

async fn an_easily_guessed_first_password_is_refused(world: World) {
    let made = invite(&world.cast().await).await;
    for password in ["1234567890", "gulnara@example.org"] {
        let fields = accept(&world, &made, password).await.refused(422, "invalid");
        assert_eq!(fields, ["/password weak_password"]);
    }
    accept(&world, &made, NEW_PASSWORD).await.expect(200);
}

async fn an_address_is_invited_once(world: World) {
    let cast = world.cast().await;
    let made = invite(&cast).await;
    let again = cast.admin.client.post("/invitations", invitation(&cast)).once().await;
    assert_eq!(again.refused(422, "invalid"), ["/email invited"]);
    accept(&world, &made, NEW_PASSWORD).await.expect(200);
    let again = cast.admin.client.post("/invitations", invitation(&cast)).once().await;
    assert_eq!(again.refused(422, "invalid"), ["/email taken"]);
}

async fn an_invited_role_must_go_with_the_organisation(world: World) {
    let cast = world.cast().await;
    let mut new = invitation(&cast);
    new["role"] = json!("company");
    let reply = cast.admin.client.post("/invitations", new).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/role organisation_mismatch"]);
}

async fn an_invitation_sent_again_is_made_once(world: World) {
    let cast = world.cast().await;
    let key = "a-key-of-the-callers-own";
    let first = cast.admin.client.post("/invitations", invitation(&cast)).key(key).await.expect(201);
    let second = cast.admin.client.post("/invitations", invitation(&cast)).key(key).await.expect(201);
    assert_eq!(first, second);
    let mut other = invitation(&cast);
    other["name"] = json!("Another");
    let reused = cast.admin.client.post("/invitations", other).key(key).await;
    assert_eq!(reused.refused(422, "invalid"), [" idempotency_key_reused"]);
    let without = cast.admin.client.post("/invitations", invitation(&cast)).await;
    without.refused(400, "idempotency_key_required");
}

async fn only_administrators_invite(world: World) {
    let cast = world.cast().await;
    for person in [&cast.staff, &cast.protection, &cast.near.company] {
        let request = person.client.post("/invitations", invitation(&cast)).once();
        request.await.refused(403, "forbidden");
        person.client.get("/invitations").await.refused(403, "forbidden");
    }
    let second = world.office(Role::Admin).await;
    second.client.post("/invitations", invitation(&cast)).once().await.expect(201);
}

async fn the_token_is_shown_once_and_not_kept(world: World) {
    let cast = world.cast().await;
    let made = invite(&cast).await;
    let token = made["link_token"].as_str().unwrap().to_owned();
    assert!(!cast.admin.client.get("/invitations").await.text().contains(&token));
    let kept: Vec<String> = world.look(|conn| Ok(invitations::table.select(invitations::token_hash).load(conn)?)).await;
    assert!(!kept.contains(&token));
    assert!(!world.log().contains(&token));
}
