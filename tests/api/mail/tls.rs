//! What is written to another machine is written in secret, to a server that shows who it is, or not at all.

use chrono::Utc;
use maslahat::mail::Settings;
use maslahat::mail::settings::Security;
use serde_json::json;

use super::{Office, is, states, waiting};
use crate::faults::program::free_port;
use crate::support::smtp::{FROM, PASSWORD, Post, USER};
use crate::support::{Instance, World, on_both_engines};

on_both_engines! {
    a_server_that_nobody_vouches_for_is_told_nothing;
    a_server_that_knows_no_tls_is_told_nothing;
    whoever_may_sign_in_does_and_whoever_may_not_waits;
}

fn sending_by(world: &World, settings: Settings) -> Instance {
    world.another(|config| config.mail = Some(settings))
}

async fn a_server_that_nobody_vouches_for_is_told_nothing(world: World) {
    let now = Utc::now();
    waiting(&world, now).await;
    let posts = [Post::start_with_tls(free_port(), true), Post::start_with_tls(free_port(), false)];
    for (post, security) in posts.into_iter().zip([Security::Tls, Security::StartTls]) {
        let instance = sending_by(&world, Settings { security, ..post.settings() });
        let office = Office { post, instance };
        let later = now + chrono::TimeDelta::minutes(if security == Security::Tls { 0 } else { 5 });
        office.send(later).await;
        let (state, _, fault) = states(&world).await.remove(0);
        assert_eq!(state, "waiting");
        assert!(matches!(fault.as_deref(), Some("not_secure" | "unreachable")), "{fault:?}");
        assert!(office.post.seen().is_empty());
    }
}

async fn a_server_that_knows_no_tls_is_told_nothing(world: World) {
    let now = Utc::now();
    waiting(&world, now).await;
    let post = Post::start(free_port());
    let instance = sending_by(&world, Settings { security: Security::StartTls, ..post.settings() });
    let office = Office { post, instance };
    office.send(now).await;
    assert_eq!(states(&world).await, [is("waiting", 1, Some("not_secure"))]);
    assert!(office.post.seen().is_empty());
}

async fn whoever_may_sign_in_does_and_whoever_may_not_waits(world: World) {
    let now = Utc::now();
    waiting(&world, now).await;
    let post = Post::start(free_port());
    let login = Some((USER.to_owned(), PASSWORD.to_owned()));
    let instance = sending_by(&world, Settings::parse(&post.url(), login, FROM).unwrap());
    let office = Office { post, instance };
    office.post.behave(json!({ "auth": 535 }));
    office.send(now).await;
    assert_eq!(states(&world).await, [is("waiting", 1, Some("sign_in_refused"))]);
    office.post.behave(json!({}));
    office.send(now + chrono::TimeDelta::minutes(1)).await;
    assert_eq!(states(&world).await, [is("sent", 2, None)]);
    assert_eq!(office.post.taken()[0].user.as_deref(), Some(USER));
}
