//! Recovery codes: for when the phone is not at hand.

use diesel::prelude::*;
use maslahat::authz::Role;
use maslahat::schema::recovery_codes;
use serde_json::json;

use crate::support::{Person, World, on_both_engines};

on_both_engines! {
    a_recovery_code_opens_once;
    it_is_read_as_people_type_it;
    new_codes_take_the_place_of_the_old;
    the_database_does_not_know_them;
    it_opens_while_the_account_waits_after_wrong_codes;
    it_can_not_be_used_for_another_account;
}

async fn codes(world: &World, person: &Person) -> Vec<String> {
    let renewal = json!({ "code": world.code(person.id).await });
    let codes = person.client.post("/me/second-factor/recovery-codes", renewal).await.expect(200);
    codes["codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()).collect()
}

async fn a_recovery_code_opens_once(world: World) {
    let person = world.office(Role::Staff).await;
    let codes = codes(&world, &person).await;
    assert_eq!(codes.len(), 10);
    for (used, code) in codes.iter().enumerate() {
        let left = person.client.get("/me/second-factor").await.expect(200)["recovery_codes_left"].clone();
        assert_eq!(left, json!(10 - used));
        let challenge = world.challenge(&person).await;
        world.second_step(&challenge, code).await.expect(200);
        let challenge = world.challenge(&person).await;
        let again = world.second_step(&challenge, code).await.refused(422, "invalid");
        assert_eq!(again, ["/code wrong_code"]);
    }
}

async fn it_is_read_as_people_type_it(world: World) {
    let person = world.office(Role::Staff).await;
    let codes = codes(&world, &person).await;
    for typed in [codes[0].to_uppercase(), codes[1].replace('-', ""), codes[2].replace('-', " ").replace('0', "O")] {
        world.second_step(&world.challenge(&person).await, &typed).await.expect(200);
    }
}

async fn new_codes_take_the_place_of_the_old(world: World) {
    let person = world.office(Role::Staff).await;
    let (old, new) = (codes(&world, &person).await, codes(&world, &person).await);
    world.second_step(&world.challenge(&person).await, &old[0]).await.refused(422, "invalid");
    world.second_step(&world.challenge(&person).await, &new[0]).await.expect(200);
    let wrong = person.client.post("/me/second-factor/recovery-codes", json!({ "code": "000000" }));
    assert_eq!(wrong.await.refused(422, "invalid"), ["/code wrong_code"]);
}

async fn the_database_does_not_know_them(world: World) {
    let person = world.office(Role::Staff).await;
    let codes = codes(&world, &person).await;
    let kept: Vec<String> =
        world.look(|conn| Ok(recovery_codes::table.select(recovery_codes::code_hash).load(conn)?)).await;
    assert_eq!(kept.len(), 10);
    assert!(
        kept.iter().all(|hash| hash.len() == 64 && !codes.iter().any(|code| hash.contains(&code.replace('-', ""))))
    );
}

async fn it_opens_while_the_account_waits_after_wrong_codes(world: World) {
    let person = world.office(Role::Staff).await;
    let codes = codes(&world, &person).await;
    let challenge = world.challenge(&person).await;
    for _ in 0..3 {
        world.second_step(&challenge, "000000").await.refused(422, "invalid");
    }
    let code = world.code(person.id).await;
    world.second_step(&challenge, &code).await.refused(429, "too_many_requests");
    world.second_step(&challenge, &codes[0]).await.expect(200);
}

async fn it_can_not_be_used_for_another_account(world: World) {
    let (one, other) = (world.office(Role::Staff).await, world.office(Role::Staff).await);
    let codes = codes(&world, &one).await;
    world.second_step(&world.challenge(&other).await, &codes[0]).await.refused(422, "invalid");
}
