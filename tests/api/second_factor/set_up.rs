//! Setting a second factor up, moving it to another phone, giving it up.

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::authz::Role;
use maslahat::db::types::Moment;
use maslahat::schema::{audit_entries, second_factors};
use maslahat::second_factor::Secret;
use serde_json::{Value, json};

use crate::support::{Client, PASSWORD, Person, World, on_both_engines};

on_both_engines! {
    a_phone_is_set_up_with_what_the_server_shows;
    a_secret_can_not_be_read_again;
    only_a_code_of_the_new_secret_confirms_it;
    a_secret_that_is_not_confirmed_in_time_is_forgotten;
    setting_up_needs_the_password;
    setting_up_ends_the_sessions_without_it;
    another_phone_needs_a_code_of_the_first;
    a_set_up_that_is_not_finished_leaves_the_old_phone_in_force;
    who_need_not_have_one_may_give_it_up;
    who_must_have_one_can_not_give_it_up;
}

/// Begins a set-up; the answer and the secret in it.
async fn begin(client: &Client) -> (Value, Secret) {
    let enrolment = client.post("/me/second-factor", json!({ "password": PASSWORD })).await.expect(200);
    let key = totp_rs::Secret::try_from_base32(enrolment["key"].as_str().unwrap()).unwrap();
    (enrolment, Secret::from_bytes(key.as_bytes()).unwrap())
}

fn code(secret: &Secret) -> Value {
    json!({ "code": secret.code_at(Utc::now()).unwrap() })
}

async fn signed_in_with(world: &World, person: &Person, secret: &Secret) -> Client {
    world
        .change(|conn| Ok(diesel::update(second_factors::table).set(second_factors::last_step.eq(0)).execute(conn)?))
        .await;
    let challenge = world.challenge(person).await;
    world.session(&world.second_step(&challenge, &secret.code_at(Utc::now()).unwrap()).await)
}

async fn a_phone_is_set_up_with_what_the_server_shows(world: World) {
    let person = world.newcomer(Role::Community).await;
    let before = person.client.get("/me/second-factor").await.expect(200);
    assert_eq!((&before["state"], &before["required"]), (&json!("off"), &json!(false)));
    let (enrolment, secret) = begin(&person.client).await;
    let (key, url) = (enrolment["key"].as_str().unwrap(), enrolment["url"].as_str().unwrap());
    assert!(url.starts_with("otpauth://totp/Maslahat:community-") && url.contains(key), "{url}");
    assert!(enrolment["qr"]["size"].as_i64().unwrap() > 20);
    let codes = person.client.post("/me/second-factor/confirm", code(&secret)).await.expect(200);
    assert_eq!(codes["codes"].as_array().unwrap().len(), 10);
    let after = person.client.get("/me/second-factor").await.expect(200);
    assert_eq!((&after["state"], &after["recovery_codes_left"]), (&json!("on"), &json!(10)));
    assert_eq!(person.client.get("/me").await.expect(200)["second_factor"], "on");
    signed_in_with(&world, &person, &secret).await.get("/home").await.expect(200);
}

async fn a_secret_can_not_be_read_again(world: World) {
    let person = world.newcomer(Role::Community).await;
    let (enrolment, secret) = begin(&person.client).await;
    person.client.post("/me/second-factor/confirm", code(&secret)).await.expect(200);
    let key = enrolment["key"].as_str().unwrap().to_owned();
    for path in ["/me", "/me/second-factor", "/sessions"] {
        assert!(!person.client.get(path).await.text().contains(&key), "{path}");
    }
    let sealed: Option<Vec<u8>> =
        world.look(|conn| Ok(second_factors::table.select(second_factors::secret_sealed).first(conn)?)).await;
    let sealed = sealed.unwrap();
    assert!(!sealed.windows(20).any(|bytes| bytes == secret.as_bytes()));
    let details: Vec<String> =
        world.look(|conn| Ok(audit_entries::table.select(audit_entries::detail).load(conn)?)).await;
    assert!(details.iter().all(|detail| detail.is_empty()), "{details:?}");
    assert!(!world.log().contains(&key));
}

async fn only_a_code_of_the_new_secret_confirms_it(world: World) {
    let person = world.newcomer(Role::Staff).await;
    let nothing = person.client.post("/me/second-factor/confirm", json!({ "code": "000000" }));
    nothing.await.refused(409, "set_up_not_begun");
    let (_, first) = begin(&person.client).await;
    let (_, second) = begin(&person.client).await;
    let refused = person.client.post("/me/second-factor/confirm", code(&first)).await.refused(422, "invalid");
    assert_eq!(refused, ["/code wrong_code"]);
    person.client.get("/home").await.refused(403, "second_factor_needed");
    person.client.post("/me/second-factor/confirm", code(&second)).await.expect(200);
    let again = person.client.post("/me/second-factor/confirm", code(&second));
    again.await.refused(409, "set_up_not_begun");
}

async fn a_secret_that_is_not_confirmed_in_time_is_forgotten(world: World) {
    let person = world.newcomer(Role::Staff).await;
    let (_, secret) = begin(&person.client).await;
    let long_ago = Moment::from(Utc::now() - TimeDelta::minutes(31));
    world
        .change(move |conn| {
            let since = second_factors::pending_since.eq(Some(long_ago));
            Ok(diesel::update(second_factors::table).set(since).execute(conn)?)
        })
        .await;
    let late = person.client.post("/me/second-factor/confirm", code(&secret));
    late.await.refused(409, "set_up_not_begun");
}

async fn setting_up_needs_the_password(world: World) {
    let person = world.newcomer(Role::Staff).await;
    let wrong = person.client.post("/me/second-factor", json!({ "password": "not-the-password" }));
    assert_eq!(wrong.await.refused(422, "invalid"), ["/password wrong_password"]);
}

async fn setting_up_ends_the_sessions_without_it(world: World) {
    let person = world.newcomer(Role::Company).await;
    let elsewhere = world.session(&world.sign_in(&person).await);
    let (_, secret) = begin(&person.client).await;
    elsewhere.get("/me").await.expect(200);
    person.client.post("/me/second-factor/confirm", code(&secret)).await.expect(200);
    elsewhere.get("/me").await.refused(401, "unauthenticated");
    person.client.get("/me").await.expect(200);
}

async fn another_phone_needs_a_code_of_the_first(world: World) {
    let person = world.office(Role::Staff).await;
    let bare = person.client.post("/me/second-factor", json!({ "password": PASSWORD }));
    assert_eq!(bare.await.refused(422, "invalid"), ["/code required"]);
    let wrong = json!({ "password": PASSWORD, "code": "000000" });
    assert_eq!(person.client.post("/me/second-factor", wrong).await.refused(422, "invalid"), ["/code wrong_code"]);
    let right = json!({ "password": PASSWORD, "code": world.code(person.id).await });
    let enrolment = person.client.post("/me/second-factor", right).await.expect(200);
    let key = totp_rs::Secret::try_from_base32(enrolment["key"].as_str().unwrap()).unwrap();
    let secret = Secret::from_bytes(key.as_bytes()).unwrap();
    person.client.post("/me/second-factor/confirm", code(&secret)).await.expect(200);
    signed_in_with(&world, &person, &secret).await.get("/home").await.expect(200);
    world.sign_in(&person).await.refused(422, "invalid");
}

async fn a_set_up_that_is_not_finished_leaves_the_old_phone_in_force(world: World) {
    let person = world.office(Role::Staff).await;
    let right = json!({ "password": PASSWORD, "code": world.code(person.id).await });
    person.client.post("/me/second-factor", right).await.expect(200);
    world.sign_in(&person).await.expect(200);
}

async fn who_need_not_have_one_may_give_it_up(world: World) {
    let person = world.newcomer(Role::Authority).await;
    let (_, secret) = begin(&person.client).await;
    person.client.post("/me/second-factor/confirm", code(&secret)).await.expect(200);
    let factor = person.client.get("/me/second-factor").await.expect(200);
    let actions = ["begin_second_factor", "confirm_second_factor", "renew_recovery_codes", "remove_second_factor"];
    assert_eq!(factor["actions"], json!(actions));
    let wrong = person.client.post("/me/second-factor/remove", json!({ "code": "000000" }));
    assert_eq!(wrong.await.refused(422, "invalid"), ["/code wrong_code"]);
    world.code(person.id).await;
    person.client.post("/me/second-factor/remove", code(&secret)).await.expect(204);
    assert_eq!(person.client.get("/me/second-factor").await.expect(200)["state"], "off");
    world.sign_in(&person).await.expect(200)["account"]["id"].as_str().unwrap();
    let nothing = person.client.post("/me/second-factor/remove", code(&secret));
    nothing.await.refused(409, "second_factor_off");
}

async fn who_must_have_one_can_not_give_it_up(world: World) {
    let person = world.office(Role::Protection).await;
    let factor = person.client.get("/me/second-factor").await.expect(200);
    let actions = ["begin_second_factor", "confirm_second_factor", "renew_recovery_codes"];
    assert_eq!(factor["actions"], json!(actions));
    let code = json!({ "code": world.code(person.id).await });
    person.client.post("/me/second-factor/remove", code).await.refused(409, "second_factor_required");
}
