//! What happens when it can't be known whether a mail was taken.

use std::process::Command;
use std::time::{Duration, Instant};

use chrono::{TimeDelta, Utc};
use serde_json::json;

use super::{Office, is, listed, states, waiting};
use crate::faults::program::{BINARY, Program, free_port, settings};
use crate::support::smtp::FROM;
use crate::support::{World, on_both_engines};
use maslahat::authz::Role;

on_both_engines! {
    a_mail_whose_answer_was_lost_is_not_sent_again_by_itself;
    a_program_that_is_killed_over_a_mail_does_not_send_it_again;
    who_was_taken_for_dead_and_is_not_has_the_last_word;
}

async fn a_mail_whose_answer_was_lost_is_not_sent_again_by_itself(world: World) {
    let (now, office) = (Utc::now(), Office::of(&world));
    waiting(&world, now).await;
    office.post.behave(json!({ "cut": true }));
    office.send(now).await;
    assert_eq!(states(&world).await, [is("unclear", 1, Some("no_answer"))]);
    office.post.behave(json!({}));
    office.send(now + TimeDelta::days(1)).await;
    assert_eq!(office.post.seen().len(), 1);
    // Somebody decides: then it is another message.
    let admin = world.office(Role::Admin).await;
    let mail = listed(&admin, "?state=unclear").await[0].clone();
    let path = format!("/mails/{}/retry", mail["id"].as_str().unwrap());
    admin.client.request(reqwest::Method::POST, &path).at(&mail["version"]).await.expect(200);
    office.send(Utc::now()).await;
    let seen = office.post.seen();
    assert_eq!(seen.len(), 2);
    assert!(seen[1].taken);
    assert_ne!(seen[0].header("message-id"), seen[1].header("message-id"));
}

async fn a_program_that_is_killed_over_a_mail_does_not_send_it_again(world: World) {
    let (now, office) = (Utc::now(), Office::of(&world));
    waiting(&world, now).await;
    office.post.behave(json!({ "stall": true }));
    let program = start(&world, &office).await;
    let began = Instant::now();
    while office.post.seen().is_empty() {
        assert!(began.elapsed() < Duration::from_secs(30), "the program sends within thirty seconds");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    program.kill();
    assert_eq!(states(&world).await, [is("sending", 1, None)]);
    office.post.behave(json!({}));
    office.send(Utc::now() + TimeDelta::minutes(9)).await;
    assert_eq!(states(&world).await, [is("sending", 1, None)], "it may only be slow");
    office.send(Utc::now() + TimeDelta::minutes(11)).await;
    assert_eq!(states(&world).await, [is("unclear", 1, Some("interrupted"))]);
    office.send(Utc::now() + TimeDelta::days(2)).await;
    assert_eq!(office.post.seen().len(), 1);
}

async fn start(world: &World, office: &Office) -> Program {
    let port = free_port();
    let mut command = Command::new(BINARY);
    settings(command.arg("serve"), &world.database_url(), world.data(), port);
    command.env("MASLAHAT_DEMO", "false").env("MASLAHAT_SMTP_URL", office.post.url()).env("MASLAHAT_MAIL_FROM", FROM);
    Program::start(command, port).await
}

async fn who_was_taken_for_dead_and_is_not_has_the_last_word(world: World) {
    use maslahat::mail::domain::Outcome;
    use maslahat::mail::outbox;
    let now = Utc::now();
    waiting(&world, now).await;
    let mail = world.change(move |conn| outbox::claim(conn, "one", now)).await.unwrap();
    assert!(world.change(move |conn| outbox::claim(conn, "two", now)).await.is_none());
    world.change(move |conn| outbox::give_back(conn, now + outbox::HELD)).await;
    assert_eq!(states(&world).await, [is("unclear", 1, Some("interrupted"))]);
    world.change(move |conn| outbox::mark(conn, &mail, "one", Outcome::Sent, now + outbox::HELD)).await;
    assert_eq!(states(&world).await, [is("sent", 1, None)]);
}
