//! Live events: who looks at a record learns that it has changed, whoever changed it, and nothing else.

use std::process::Command;
use std::time::{Duration, Instant};

use diesel::prelude::*;
use maslahat::schema::accounts;
use reqwest::Method;
use serde_json::json;

use crate::faults::program::{BINARY, Program, free_port, settings};
use crate::meetings::day;
use crate::support::case::Case;
use crate::support::{Engine, World, on_both_engines};

on_both_engines! {
    a_change_is_told_and_nothing_of_what_it_was;
    a_change_by_another_instance_is_told_too;
    a_promise_and_an_agreement_are_followed_beside_a_case;
    the_day_of_a_meeting_is_followed_by_staff_and_the_meeting_by_all_who_reach_it;
    what_is_out_of_reach_is_not_there;
    what_leaves_the_reach_is_told_of_no_more;
    the_stream_ends_with_the_session;
    the_stream_ends_with_the_account;
    it_must_be_said_what_to_follow;
    one_account_has_so_many_streams;
    a_server_that_stops_does_not_wait_for_readers;
}

/// Long enough for a look at the database and an event.
const A_WHILE: Duration = Duration::from_secs(4);

fn of(case: &Case) -> String {
    format!("/events?grievance={}", case.id)
}

async fn a_change_is_told_and_nothing_of_what_it_was(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let mut stream = cast.staff.client.stream(&of(&case)).await;
    let first = json!({ "kind": "grievance", "id": case.id, "version": 1 });
    assert_eq!(stream.next().await, Some(first), "what there is, at once");
    case.moved(&cast.second_staff.client, "acknowledge", json!({})).await.expect(200);
    let next = stream.next().await.unwrap();
    let version = case.seen_by(&cast.staff.client).await.json()["version"].clone();
    assert_eq!(next, json!({ "kind": "grievance", "id": case.id, "version": version }));
    assert!(stream.is_quiet_for(Duration::from_millis(1500)).await);
}

async fn a_change_by_another_instance_is_told_too(world: World) {
    let (cast, other) = (world.cast().await, world.another(|_| {}));
    let case = world.case(&cast.near).await;
    let there = other.stranger.as_signed_in(&cast.staff.client);
    let mut stream = there.stream(&of(&case)).await;
    stream.next().await.unwrap();
    case.moved(&cast.second_staff.client, "acknowledge", json!({})).await.expect(200);
    let began = Instant::now();
    assert_eq!(stream.next().await.unwrap()["version"], 2);
    assert!(began.elapsed() < A_WHILE, "{:?}", began.elapsed());
    // And a session that is ended here ends there.
    let sessions = cast.staff.client.get("/sessions").await.expect(200);
    let path = format!("/sessions/{}", sessions["items"][0]["id"].as_str().unwrap());
    cast.staff.client.delete(&path).await.expect(204);
    assert_eq!(stream.next().await, None);
}

async fn a_promise_and_an_agreement_are_followed_beside_a_case(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let me = cast.near.company.client.get("/me").await.expect(200);
    let company = &me["organisation"]["id"];
    let promise = crate::commitments::promise(&cast, company);
    let promise = cast.staff.client.post("/commitments", promise).once().await.expect(201);
    let draft = crate::agreements::draft(&cast, company);
    let draft = cast.staff.client.post("/agreements", draft).once().await.expect(201);
    let id = |record: &serde_json::Value| record["id"].as_str().unwrap().to_owned();
    let path = format!("{}&commitment={}&agreement={}", of(&case), id(&promise), id(&draft));
    let mut stream = cast.staff.client.stream(&path).await;
    let mut kinds = vec![];
    for _ in 0..3 {
        kinds.push(stream.next().await.unwrap()["kind"].as_str().unwrap().to_owned());
    }
    assert_eq!(kinds, ["grievance", "agreement", "commitment"]);
    let open = cast.staff.client.request(Method::POST, &format!("{}/open", crate::agreements::path_of(&draft)));
    open.at(1).await.expect(200);
    let next = stream.next().await.unwrap();
    assert_eq!((&next["kind"], &next["id"]), (&json!("agreement"), &draft["id"]));
    crate::commitments::moved(&cast.near.company.client, &promise, "start", json!({})).await;
    let next = stream.next().await.unwrap();
    assert_eq!((&next["kind"], &next["id"]), (&json!("commitment"), &promise["id"]));
}

async fn the_day_of_a_meeting_is_followed_by_staff_and_the_meeting_by_all_who_reach_it(world: World) {
    let (cast, other) = (world.cast().await, world.another(|_| {}));
    let (meeting, _) = day::going_on(&world, &cast, json!({})).await;
    let id = meeting["id"].as_str().unwrap();
    let of_day = format!("/events?meeting_day={id}");
    cast.near.company.client.get(&of_day).await.refused(403, "forbidden");
    cast.other_staff.client.get(&of_day).await.refused(404, "not_found");
    let there = other.stranger.as_signed_in(&cast.second_staff.client);
    let mut stream = there.stream(&of_day).await;
    let before = stream.next().await.unwrap();
    assert_eq!((&before["kind"], &before["id"]), (&json!("meeting_day"), &meeting["id"]));
    assert_eq!(before["version"], day::day_of(&cast.second_staff.client, &meeting).await["version"]);
    day::noted(&cast, &meeting, &[day::entry("pause", json!({}))]).await;
    let after = stream.next().await.unwrap();
    assert_eq!(after["version"], day::day_of(&cast.second_staff.client, &meeting).await["version"]);
    assert_ne!(after["version"], before["version"]);
    // The sides hear that the meeting goes on, and not that something is noted.
    let mut theirs = cast.near.company.client.stream(&format!("/events?meeting={id}")).await;
    let first = theirs.next().await.unwrap();
    day::noted(&cast, &meeting, &[day::entry("pause", json!({}))]).await;
    assert!(theirs.is_quiet_for(Duration::from_millis(1500)).await);
    let hold = cast.staff.client.request(Method::POST, &format!("/meetings/{id}/hold")).json(&json!({}));
    hold.at(first["version"].as_i64().unwrap()).await.expect(200);
    assert_ne!(theirs.next().await.unwrap()["version"], first["version"]);
}

async fn what_is_out_of_reach_is_not_there(world: World) {
    let cast = world.cast().await;
    let (case, released) = (world.case(&cast.near).await, world.released(&cast, &cast.near).await);
    for stranger in [&cast.near.company, &cast.far.company, &cast.other_staff] {
        stranger.client.get(&of(&case)).await.refused(404, "not_found");
    }
    cast.admin.client.get(&of(&case)).await.refused(403, "forbidden");
    cast.partner.get(&of(&case)).await.refused(403, "forbidden");
    case.reporter.get(&of(&case)).await.refused(403, "forbidden");
    world.stranger.get(&of(&case)).await.refused(401, "unauthenticated");
    assert_eq!(world.system.live.streams(), 0, "who is refused has no seat");
    assert!(cast.near.company.client.stream(&of(&released)).await.next().await.is_some());
}

async fn what_leaves_the_reach_is_told_of_no_more(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    case.moved(&cast.staff.client, "acknowledge", json!({})).await.expect(200);
    let mut staff = cast.staff.client.stream(&of(&case)).await;
    let mut protection = cast.protection.client.stream(&of(&case)).await;
    for stream in [&mut staff, &mut protection] {
        assert_eq!(stream.next().await.unwrap()["version"], 2);
    }
    let acceptance = json!({ "category": "water", "severity": "low", "sensitivity": "protection" });
    case.moved(&cast.second_staff.client, "accept", acceptance).await.expect(204);
    assert!(protection.next().await.is_some());
    assert!(staff.is_quiet_for(A_WHILE).await, "not even that it has changed");
}

async fn the_stream_ends_with_the_session(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let mut stream = cast.staff.client.stream(&of(&case)).await;
    let mut other = cast.second_staff.client.stream(&of(&case)).await;
    for stream in [&mut stream, &mut other] {
        assert!(stream.next().await.is_some());
    }
    let sessions = cast.staff.client.get("/sessions").await.expect(200);
    let path = format!("/sessions/{}", sessions["items"][0]["id"].as_str().unwrap());
    cast.staff.client.delete(&path).await.expect(204);
    let began = Instant::now();
    assert_eq!(stream.next().await, None);
    assert!(began.elapsed() < A_WHILE, "{:?}", began.elapsed());
    assert!(other.is_quiet_for(Duration::from_millis(500)).await, "nobody else's");
}

async fn the_stream_ends_with_the_account(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let mut stream = cast.staff.client.stream(&of(&case)).await;
    assert!(stream.next().await.is_some());
    let id = cast.staff.id;
    let close = move |conn: &mut maslahat::db::Conn| {
        Ok(diesel::update(accounts::table.find(id)).set(accounts::active.eq(false)).execute(conn)?)
    };
    world.change(close).await;
    assert_eq!(stream.next().await, None);
}

async fn it_must_be_said_what_to_follow(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    assert_eq!(staff.get("/events").await.refused(422, "invalid"), ["?grievance required"]);
    assert_eq!(staff.get("/events?grievance=all").await.refused(422, "invalid"), ["?grievance invalid"]);
    assert_eq!(staff.get("/events?account=all").await.refused(422, "invalid"), ["?account unknown"]);
}

async fn one_account_has_so_many_streams(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let mut streams = vec![];
    for _ in 0..12 {
        streams.push(cast.staff.client.stream(&of(&case)).await);
    }
    cast.staff.client.get(&of(&case)).await.refused(429, "too_many_requests");
    cast.second_staff.client.stream(&of(&case)).await;
}

/// On one engine: it takes two heartbeats, and the database has no part in it.
#[actix_web::test]
async fn a_reader_who_leaves_gives_up_the_seat() {
    let world = World::new(Engine::Sqlite).await;
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let mut stream = cast.staff.client.stream(&of(&case)).await;
    assert!(stream.next().await.is_some());
    assert_eq!(world.system.live.streams(), 1);
    drop(stream);
    let began = Instant::now();
    while world.system.live.streams() > 0 {
        assert!(began.elapsed() < Duration::from_secs(40), "two heartbeats show that nobody reads any more");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn a_server_that_stops_does_not_wait_for_readers(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let port = free_port();
    let mut command = Command::new(BINARY);
    settings(command.arg("serve"), &world.database_url(), world.data(), port);
    command.env("MASLAHAT_DEMO", "false");
    let program = Program::start(command, port).await;
    let mut stream = program.client.as_signed_in(&cast.staff.client).stream(&of(&case)).await;
    assert!(stream.next().await.is_some());
    let began = Instant::now();
    assert!(actix_web::rt::task::spawn_blocking(move || program.stop()).await.unwrap().success());
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
    assert_eq!(stream.next().await, None);
}
