//! Many tries at once: no code opens twice, and no crowd of guesses gets past the wait.

use futures_util::future::join_all;
use maslahat::authz::Role;

use crate::support::{Reply, World, on_both_engines};

on_both_engines! {
    of_fifty_who_try_one_code_at_once_one_gets_in;
    of_fifty_who_finish_one_sign_in_at_once_one_gets_in;
    of_fifty_who_try_one_recovery_code_at_once_one_gets_in;
    of_fifty_guesses_at_once_three_are_looked_at;
}

const MANY: usize = 50;

fn count(replies: &[Reply], status: u16) -> usize {
    replies.iter().filter(|reply| reply.status == status).count()
}

async fn challenges(world: &World, person: &crate::support::Person) -> Vec<String> {
    let mut all = vec![];
    for _ in 0..MANY {
        all.push(world.challenge(person).await);
    }
    all
}

async fn of_fifty_who_try_one_code_at_once_one_gets_in(world: World) {
    let person = world.office(Role::Staff).await;
    let challenges = challenges(&world, &person).await;
    let code = world.code(person.id).await;
    let tries = challenges.iter().map(|challenge| world.second_step(challenge, &code));
    let replies = join_all(tries).await;
    assert_eq!((count(&replies, 200), count(&replies, 422)), (1, MANY - 1));
    world.sign_in(&person).await.expect(200);
}

async fn of_fifty_who_finish_one_sign_in_at_once_one_gets_in(world: World) {
    let person = world.office(Role::Staff).await;
    let challenge = world.challenge(&person).await;
    let code = world.code(person.id).await;
    let replies = join_all((0..MANY).map(|_| world.second_step(&challenge, &code))).await;
    assert_eq!(count(&replies, 200), 1);
    assert_eq!(count(&replies, 401) + count(&replies, 422), MANY - 1);
}

async fn of_fifty_who_try_one_recovery_code_at_once_one_gets_in(world: World) {
    let person = world.office(Role::Staff).await;
    let renewal = serde_json::json!({ "code": world.code(person.id).await });
    let codes = person.client.post("/me/second-factor/recovery-codes", renewal).await.expect(200);
    let code = codes["codes"][0].as_str().unwrap();
    let challenges = challenges(&world, &person).await;
    let replies = join_all(challenges.iter().map(|challenge| world.second_step(challenge, code))).await;
    assert_eq!((count(&replies, 200), count(&replies, 422)), (1, MANY - 1));
}

async fn of_fifty_guesses_at_once_three_are_looked_at(world: World) {
    let person = world.office(Role::Staff).await;
    let challenge = world.challenge(&person).await;
    let replies = join_all((0..MANY).map(|_| world.second_step(&challenge, "000000"))).await;
    assert_eq!((count(&replies, 422), count(&replies, 429)), (3, MANY - 3));
}
