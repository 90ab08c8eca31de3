//! Signing in with a second factor.

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::accounts::AccountId;
use maslahat::authz::Role;
use maslahat::db::types::Moment;
use maslahat::schema::{audit_entries, second_factors, sign_in_challenges};
use serde_json::json;

use crate::support::{PASSWORD, World, code_now, on_both_engines};

on_both_engines! {
    the_password_alone_opens_nothing;
    a_code_opens_the_session;
    a_code_opens_once;
    a_sign_in_is_used_once;
    a_wrong_code_is_refused_and_noted;
    wrong_codes_make_the_account_wait_longer_each_time;
    a_sign_in_waits_five_minutes_for_its_code;
    a_new_password_ends_a_sign_in_under_way;
    a_closed_account_ends_a_sign_in_under_way;
    a_code_is_not_logged;
}

async fn the_password_alone_opens_nothing(world: World) {
    let person = world.office(Role::Staff).await;
    let reply = world.first_step(&person.email, PASSWORD).await;
    let challenge = reply.expect(200);
    assert_eq!(reply.header("set-cookie"), "");
    assert_eq!(reply.header("cache-control"), "no-store");
    assert_eq!(challenge.as_object().unwrap().keys().collect::<Vec<_>>(), ["challenge_token", "expires_in"]);
    let token = challenge["challenge_token"].as_str().unwrap();
    world.stranger.with(token).get("/me").await.refused(401, "unauthenticated");
}

async fn a_code_opens_the_session(world: World) {
    let person = world.office(Role::Staff).await;
    let reply = world.sign_in(&person).await;
    assert!(reply.header("set-cookie").starts_with("__Host-"));
    let me = reply.expect(200)["account"].clone();
    assert_eq!((&me["id"], &me["second_factor"]), (&json!(person.id), &json!("on")));
    world.session(&reply).get("/home").await.expect(200);
}

async fn a_code_opens_once(world: World) {
    let person = world.office(Role::Staff).await;
    let code = world.code(person.id).await;
    let (first, second) = (world.challenge(&person).await, world.challenge(&person).await);
    world.second_step(&first, &code).await.expect(200);
    let again = world.second_step(&second, &code).await.refused(422, "invalid");
    assert_eq!(again, ["/code wrong_code"]);
    // Whoever read it over a shoulder guessed nothing: the account does not wait.
    world.second_step(&second, &world.code(person.id).await).await.expect(200);
}

async fn a_sign_in_is_used_once(world: World) {
    let person = world.office(Role::Staff).await;
    let challenge = world.challenge(&person).await;
    world.second_step(&challenge, &world.code(person.id).await).await.expect(200);
    let code = world.code(person.id).await;
    world.second_step(&challenge, &code).await.refused(401, "unauthenticated");
    world.second_step("0", &code).await.refused(401, "unauthenticated");
}

async fn a_wrong_code_is_refused_and_noted(world: World) {
    let person = world.office(Role::Staff).await;
    let challenge = world.challenge(&person).await;
    for code in ["000000", "not-a-code", "١٢٣٤٥٦"] {
        world.change(forgive).await;
        assert_eq!(world.second_step(&challenge, code).await.refused(422, "invalid"), ["/code wrong_code"], "{code}");
    }
    let noted: Vec<(Option<String>, String)> = world
        .look(|conn| {
            let wrong = audit_entries::table.filter(audit_entries::detail.eq("wrong code"));
            Ok(wrong.select((audit_entries::actor_id, audit_entries::operation)).load(conn)?)
        })
        .await;
    assert_eq!(noted, vec![(Some(person.id.to_string()), "pass_second_factor".to_owned()); 3]);
}

fn forgive(conn: &mut maslahat::db::Conn) -> maslahat::error::Result<()> {
    let none = (second_factors::failures.eq(0), second_factors::locked_until.eq(None::<Moment>));
    diesel::update(second_factors::table).set(none).execute(conn)?;
    Ok(())
}

/// How long an account waits, in seconds.
async fn wait(world: &World, account: AccountId) -> i64 {
    let until: Option<Moment> = world
        .look(move |conn| Ok(second_factors::table.find(account).select(second_factors::locked_until).first(conn)?))
        .await;
    until.map_or(0, |until| (until.utc() - Utc::now()).num_seconds() + 1)
}

async fn pass_time(world: &World, account: AccountId) {
    world
        .change(move |conn| {
            let passed = second_factors::locked_until.eq(Some(Moment::from(Utc::now())));
            Ok(diesel::update(second_factors::table.find(account)).set(passed).execute(conn)?)
        })
        .await;
}

async fn wrong_codes_make_the_account_wait_longer_each_time(world: World) {
    let person = world.office(Role::Staff).await;
    let challenge = world.challenge(&person).await;
    for _ in 0..3 {
        world.second_step(&challenge, "000000").await.refused(422, "invalid");
    }
    let right = world.code(person.id).await;
    let waiting = world.second_step(&challenge, &right).await;
    waiting.refused(429, "too_many_requests");
    assert!((1..=5).contains(&waiting.header("retry-after").parse::<u64>().unwrap()));
    for expected in [10, 20, 40] {
        pass_time(&world, person.id).await;
        world.second_step(&challenge, "000000").await.refused(422, "invalid");
        let wait = wait(&world, person.id).await;
        assert!((expected - 2..=expected).contains(&wait), "{wait}");
    }
    pass_time(&world, person.id).await;
    world.second_step(&challenge, &right).await.expect(200);
    assert_eq!(wait(&world, person.id).await, 0);
}

async fn a_sign_in_waits_five_minutes_for_its_code(world: World) {
    let person = world.office(Role::Staff).await;
    let challenge = world.challenge(&person).await;
    world
        .change(|conn| {
            let earlier = sign_in_challenges::expires_at.eq(Moment::from(Utc::now() - TimeDelta::seconds(1)));
            Ok(diesel::update(sign_in_challenges::table).set(earlier).execute(conn)?)
        })
        .await;
    world.second_step(&challenge, &code_now()).await.refused(401, "unauthenticated");
    world.challenge(&person).await;
    let kept: i64 = world.look(|conn| Ok(sign_in_challenges::table.count().get_result(conn)?)).await;
    assert_eq!(kept, 1, "what nobody came back for is forgotten");
}

async fn a_new_password_ends_a_sign_in_under_way(world: World) {
    let person = world.office(Role::Staff).await;
    let challenge = world.challenge(&person).await;
    let change = json!({ "current": PASSWORD, "new": "tash-kyya-1983-boz-ui" });
    person.client.post("/me/password", change).await.expect(204);
    world.second_step(&challenge, &code_now()).await.refused(401, "unauthenticated");
}

async fn a_closed_account_ends_a_sign_in_under_way(world: World) {
    let cast = world.cast().await;
    let challenge = world.challenge(&cast.staff).await;
    let path = format!("/accounts/{}", cast.staff.id);
    cast.admin.client.patch(&path, json!({ "active": false })).at(1).await.expect(200);
    world.second_step(&challenge, &code_now()).await.refused(401, "unauthenticated");
}

async fn a_code_is_not_logged(world: World) {
    let person = world.office(Role::Staff).await;
    let challenge = world.challenge(&person).await;
    world.second_step(&challenge, "739164").await.expect(422);
    world.second_step(&challenge, &world.code(person.id).await).await.expect(200);
    let log = world.log();
    assert!(log.contains("/auth/second-factor"));
    assert!(!log.contains("739164") && !log.contains(&challenge));
}
