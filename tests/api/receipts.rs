//! Receipts: a proof that anybody can check, and codes that nobody can guess.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Instant;

use chrono::Utc;
use diesel::prelude::*;
use futures_util::future::join_all;
use maslahat::error::ApiError;
use maslahat::receipts::guesses::Guesses;
use maslahat::receipts::proof::{PURPOSE, Proof};
use maslahat::schema::guess_purses;
use maslahat::secrets::Secrets;
use maslahat::signing::Verifier;
use serde_json::{Value, json};

use crate::support::case::{Case, words};
use crate::support::{Cast, Client, Reply, World, on_both_engines};

on_both_engines! {
    a_receipt_carries_a_proof_that_the_public_keys_bear_out;
    whoever_records_a_grievance_gets_a_proof_too;
    the_reporter_can_have_the_proof_again;
    a_proof_tells_nothing_but_reference_and_moment;
    papers_stay_genuine_when_the_key_is_renewed;
    without_a_key_grievances_are_taken_and_not_signed;
    every_code_that_opens_nothing_is_answered_alike_for_the_same_work;
    wrong_codes_from_one_address_are_limited_and_right_ones_are_not;
    all_servers_count_wrong_codes_together;
    servers_that_count_at_once_let_no_guess_too_many_pass;
    who_guessed_wrong_does_not_lock_out_newcomers;
}

/// The verdict of somebody who has the public list and nothing else of the server.
async fn is_genuine(world: &World, proof: &str) -> bool {
    let list = world.stranger.get("/receipts/keys").await.expect(200);
    let proof = Proof::parse(proof).expect("a proof is well-formed");
    let key = list["items"].as_array().unwrap().iter().find(|key| key["id"] == proof.key());
    let verifier = key.and_then(|key| Verifier::parse(key["public_key"].as_str().unwrap(), PURPOSE));
    verifier.is_some_and(|verifier| proof.holds(&verifier))
}

async fn a_receipt_carries_a_proof_that_the_public_keys_bear_out(world: World) {
    let cast = world.cast().await;
    let receipt = world.stranger.post("/intake/grievances", words(cast.near.aimak)).once().await.expect(201);
    let text = receipt["proof"].as_str().unwrap();
    assert!(is_genuine(&world, text).await);
    let proof = Proof::parse(text).unwrap();
    assert_eq!(proof.reference(), receipt["reference"]);
    let submitted_at: chrono::DateTime<Utc> = receipt["submitted_at"].as_str().unwrap().parse().unwrap();
    assert_eq!(proof.submitted_at().timestamp(), submitted_at.timestamp());
    let another = text.replace(proof.reference(), "MSL-2026-000000");
    assert!(!is_genuine(&world, &another).await);
}

async fn whoever_records_a_grievance_gets_a_proof_too(world: World) {
    let cast = world.cast().await;
    let body = json!({ "channel": "phone", "consent": { "given": "said" }, "grievance": words(cast.near.aimak) });
    let receipt = cast.staff.client.post("/grievances", body).once().await.expect(201);
    assert!(is_genuine(&world, receipt["proof"].as_str().unwrap()).await);
}

async fn the_reporter_can_have_the_proof_again(world: World) {
    let cast = world.cast().await;
    let receipt = world.stranger.post("/intake/grievances", words(cast.near.aimak)).once().await.expect(201);
    let opened = world.stranger.post("/receipts/open", json!({ "code": receipt["code"] })).await.expect(200);
    let reporter = world.stranger.with(opened["token"].as_str().unwrap());
    let own = reporter.get("/my-case/proof").await;
    assert_eq!(own.header("cache-control"), "no-store");
    let own = own.expect(200);
    assert_eq!((&own["proof"], &own["reference"]), (&receipt["proof"], &receipt["reference"]));
    world.stranger.get("/my-case/proof").await.refused(401, "unauthenticated");
    cast.staff.client.get("/my-case/proof").await.refused(403, "forbidden");
}

async fn a_proof_tells_nothing_but_reference_and_moment(world: World) {
    let cast = world.cast().await;
    let receipt = world.stranger.post("/intake/grievances", words(cast.near.aimak)).once().await.expect(201);
    let text = receipt["proof"].as_str().unwrap();
    // The same words at another place, with another code, raised at the same moment under that reference: the same text.
    let reference = receipt["reference"].as_str().unwrap();
    let submitted_at = receipt["submitted_at"].as_str().unwrap().parse().unwrap();
    assert_eq!(world.system.proofs.now().prove(reference, submitted_at).as_deref(), Some(text));
    assert!(!text.contains(receipt["code"].as_str().unwrap()));
}

fn secrets(world: &World) -> Secrets {
    Secrets::load(&world.data().join("secrets.json"), false).unwrap()
}

async fn papers_stay_genuine_when_the_key_is_renewed(world: World) {
    let cast = world.cast().await;
    let receipt = world.stranger.post("/intake/grievances", words(cast.near.aimak)).once().await.expect(201);
    let paper = receipt["proof"].as_str().unwrap();
    secrets(&world).renew_receipt_key(Utc::now()).unwrap();
    assert!(is_genuine(&world, paper).await);
    let list = world.stranger.get("/receipts/keys").await.expect(200)["items"].clone();
    let ends: Vec<bool> = list.as_array().unwrap().iter().map(|key| key["until"].is_string()).collect();
    assert_eq!(ends, [false, true], "the newest comes first: {list}");
    assert_eq!(list[0]["from"], list[1]["until"]);
    let reporter = world.stranger.with(receipt["token"].as_str().unwrap());
    let anew = reporter.get("/my-case/proof").await.expect(200)["proof"].clone();
    assert!(anew != paper && is_genuine(&world, anew.as_str().unwrap()).await);
}

async fn without_a_key_grievances_are_taken_and_not_signed(world: World) {
    let cast = world.cast().await;
    let path = world.data().join("secrets.json");
    let mut file: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    file.as_object_mut().unwrap().remove("receipt_key");
    std::fs::write(&path, file.to_string()).unwrap();
    let receipt = world.stranger.post("/intake/grievances", words(cast.near.aimak)).once().await.expect(201);
    assert_eq!(receipt["proof"], Value::Null);
    world.stranger.post("/receipts/open", json!({ "code": receipt["code"] })).await.expect(200);
    assert_eq!(world.stranger.get("/receipts/keys").await.expect(200)["items"], json!([]));
}

async fn try_code(client: &Client, code: &str) -> Reply {
    client.post("/receipts/open", json!({ "code": code })).await
}

/// What a guess was told and what it cost: the answer without the number of the request, and the codes hashed.
async fn told_and_cost(world: &World, code: &str) -> (u16, Value, Vec<String>, u64) {
    let hashed = world.system.receipts.hashed();
    let before = hashed.get();
    let reply = try_code(&world.stranger, code).await;
    let mut body = reply.json();
    body.as_object_mut().unwrap().remove("request_id");
    let headers = reply.headers.keys().map(ToString::to_string).collect();
    (reply.status, body, headers, hashed.get() - before)
}

async fn purse(world: &World, name: &'static str) -> i64 {
    world.look(move |conn| Ok(guess_purses::table.find(name).select(guess_purses::spent_until).first(conn)?)).await
}

async fn erased(world: &World, cast: &Cast) -> Case {
    let case = world.case(&cast.near).await;
    let what = json!({ "reason": "Asked in the office.", "words": true, "files": true, "receipt": true });
    case.moved(&cast.protection.client, "erase", what).await.expect(200);
    case
}

async fn every_code_that_opens_nothing_is_answered_alike_for_the_same_work(world: World) {
    let cast = world.cast().await;
    let issued = world.case(&cast.near).await;
    let withdrawn = world.case(&cast.near).await;
    withdrawn.own_move("withdraw", json!({ "pressed": "no" })).await.expect(200);
    let (erased, also_withdrawn) = (erased(&world, &cast).await, erased(&world, &cast).await);
    // One digit off a code that opens something.
    let last = issued.code.chars().last().unwrap().to_digit(10).unwrap();
    let near = format!("{}{}", &issued.code[..15], (last + 1) % 10);
    let never = told_and_cost(&world, "0000000000000000").await;
    assert_eq!((never.0, never.3), (404, 1), "{never:?}");
    for code in [near.as_str(), &erased.code, &also_withdrawn.code, "1", "айыл", "00000000000000000000000000000000"]
    {
        assert_eq!(told_and_cost(&world, code).await, never, "{code}");
    }
    // What ended may be read, answered and reopened by its reporter: its code opens it for the same work.
    let ended = told_and_cost(&world, &withdrawn.code).await;
    assert_eq!((ended.0, ended.3), (200, 1));
}

async fn wrong_codes_from_one_address_are_limited_and_right_ones_are_not(world: World) {
    let limited = World::with_rates(world.engine, 2).await;
    let cast = limited.cast().await;
    let case = limited.case(&cast.near).await;
    for _ in 0..6 {
        try_code(&limited.stranger, &case.code).await.expect(200);
    }
    for _ in 0..2 {
        try_code(&limited.stranger, "1234567812345678").await.refused(404, "not_found");
    }
    let refused = try_code(&limited.stranger, "1234567812345678").await;
    refused.refused(429, "too_many_requests");
    let wait: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=31).contains(&wait), "{wait}");
    let hashed = limited.system.receipts.hashed().get();
    try_code(&limited.stranger, &case.code).await.refused(429, "too_many_requests");
    assert_eq!(limited.system.receipts.hashed().get(), hashed, "what is refused is not looked at");
}

/// What another server counts with, on the same database.
fn server(together: u32, from_one: u32) -> Guesses {
    Guesses::new(NonZeroU32::new(together).unwrap(), NonZeroU32::new(from_one).unwrap())
}

fn address(number: usize) -> IpAddr {
    IpAddr::from([10, 0, u8::try_from(number / 250).unwrap(), u8::try_from(number % 250).unwrap()])
}

/// A purse of one a second holds sixty; both purses together twice that, and what fills up meanwhile.
fn assert_within_both_purses(passed: usize, began: Instant) {
    let filled_up = 2 * (usize::try_from(began.elapsed().as_secs()).unwrap() + 1);
    assert!((120..=120 + filled_up).contains(&passed), "{passed} passed, {filled_up} may have filled up");
}

async fn all_servers_count_wrong_codes_together(world: World) {
    let (one, other) = (server(1, 1000), server(1, 1000));
    let (began, mut passed) = (Instant::now(), 0);
    for number in 0..150 {
        let guesses = if number % 2 == 0 { &one } else { &other };
        match guesses.charge(&world.db, address(number)).await {
            Ok(charge) => {
                guesses.settle(charge, &Err::<(), _>(ApiError::NotFound));
                passed += 1;
            }
            Err(error) => assert_eq!(error, ApiError::TooManyRequests { retry_after: 1 }),
        }
    }
    assert_within_both_purses(passed, began);
}

async fn servers_that_count_at_once_let_no_guess_too_many_pass(world: World) {
    let (one, other) = (server(1, 1000), server(1, 1000));
    let began = Instant::now();
    let tries = (0..200).map(|number| {
        let guesses = if number % 2 == 0 { &one } else { &other };
        guesses.charge(&world.db, address(number))
    });
    let passed = join_all(tries).await.into_iter().filter(Result::is_ok).count();
    assert_within_both_purses(passed, began);
}

async fn who_guessed_wrong_does_not_lock_out_newcomers(world: World) {
    let guesses = server(1, 100_000);
    let mut last = None;
    for _ in 0..200 {
        match guesses.charge(&world.db, address(1)).await {
            Ok(charge) => guesses.settle(charge, &Err::<(), _>(ApiError::NotFound)),
            Err(error) => last = Some(error),
        }
    }
    assert_eq!(last, Some(ApiError::TooManyRequests { retry_after: 1 }), "one address empties the purse of everybody");
    let charge = guesses.charge(&world.db, address(2)).await.expect("who did not guess yet is let pass");
    let before = purse(&world, "newcomers").await;
    let refund = world.db.write(move |conn| server(1, 1).refund(conn, charge));
    refund.await.unwrap();
    assert_eq!(purse(&world, "newcomers").await, before - 1_000_000, "a right code costs nothing");
}
