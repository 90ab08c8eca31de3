//! A sign-in without the password tells nothing: not whether there is such an account, nor whether it has a second
//! factor.

use std::time::{Duration, Instant};

use diesel::prelude::*;
use maslahat::authz::Role;
use maslahat::schema::accounts;

use crate::support::{Engine, World, on_both_engines};

on_both_engines! {
    every_failed_sign_in_says_the_same;
}

const WRONG: &str = "not-the-password";

/// Addresses of every kind: with a second factor, without, without and needing one, closed, waiting, unknown.
async fn addresses(world: &World) -> Vec<String> {
    let people = [
        world.office(Role::Staff).await,
        world.newcomer(Role::Community).await,
        world.newcomer(Role::Staff).await,
        world.newcomer(Role::Company).await,
    ];
    let closed = people[3].id;
    world
        .change(move |conn| {
            Ok(diesel::update(accounts::table.find(closed)).set(accounts::active.eq(false)).execute(conn)?)
        })
        .await;
    people.into_iter().map(|person| person.email).chain(["nobody@example.org".to_owned()]).collect()
}

async fn every_failed_sign_in_says_the_same(world: World) {
    let mut answers = vec![];
    for email in addresses(&world).await {
        let reply = world.first_step(&email, WRONG).await;
        let mut problem = reply.expect(401);
        problem["request_id"].take();
        let headers = reply.headers.keys().map(|name| name.as_str().to_owned()).collect::<Vec<_>>();
        answers.push((problem, headers));
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:#?}");
}

/// The shortest time of a failed sign-in for each address, in rounds: what else the machine does adds to the others.
async fn times(world: &World, addresses: &[String]) -> Vec<Duration> {
    const ROUNDS: usize = 10;
    let mut shortest = vec![Duration::MAX; addresses.len()];
    for _ in 0..ROUNDS {
        for (email, shortest) in addresses.iter().zip(&mut shortest) {
            let began = Instant::now();
            world.first_step(email, WRONG).await.expect(401);
            *shortest = began.elapsed().min(*shortest);
        }
    }
    shortest
}

#[actix_web::test]
async fn every_failed_sign_in_takes_as_long() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let world = World::new(engine).await;
        let addresses = addresses(&world).await;
        let times = times(&world, &addresses).await;
        let (least, most) = (times.iter().min().unwrap(), times.iter().max().unwrap());
        // Without the hash of a password an answer takes a tenth of the time; a busy machine adds less than that.
        assert!(most.as_secs_f64() < least.as_secs_f64() * 4.0, "{engine:?}: {times:?}");
    }
}
