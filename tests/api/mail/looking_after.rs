//! Administrators see how mail fares, and see to what failed.

use chrono::{TimeDelta, Utc};
use maslahat::authz::Role;
use maslahat::mail::outbox;
use reqwest::Method;
use serde_json::{Value, json};

use super::{Office, is, listed, moved_to, states, told, waiting, wishes};
use crate::faults::program::free_port;
use crate::support::smtp::Post;
use crate::support::{Person, Reply, World, on_both_engines};

on_both_engines! {
    administrators_see_whether_mail_can_be_sent;
    the_list_tells_what_became_of_each_and_to_whom_it_failed;
    what_was_given_up_is_sent_when_somebody_sees_to_it;
    what_waits_is_given_up_when_somebody_says_so;
    what_was_sent_can_be_neither_sent_again_nor_given_up;
    a_change_of_another_version_is_stale;
    pages_follow_one_another;
    what_became_of_mail_is_forgotten_after_a_month;
    what_waited_in_a_restored_database_is_not_sent_by_itself;
}

async fn moved(admin: &Person, mail: &Value, name: &str) -> Reply {
    let path = format!("/mails/{}/{name}", mail["id"].as_str().unwrap());
    admin.client.request(Method::POST, &path).at(&mail["version"]).await
}

async fn administrators_see_whether_mail_can_be_sent(world: World) {
    let (now, office, admin) = (Utc::now(), Office::of(&world), world.office(Role::Admin).await);
    waiting(&world, now).await;
    let without = admin.client.get("/mail-service").await.expect(200);
    assert_eq!(without["set_up"], false);
    assert_eq!(without["waiting"], json!({ "count": 1, "exact": true }));
    assert!(without["waiting_since"].is_string());
    let with = office.instance.stranger.as_signed_in(&admin.client).get("/mail-service").await.expect(200);
    assert_eq!(with["set_up"], true);
}

async fn the_list_tells_what_became_of_each_and_to_whom_it_failed(world: World) {
    let (now, office, admin) = (Utc::now(), Office::of(&world), world.office(Role::Admin).await);
    let before = now - TimeDelta::seconds(1);
    let (_, failing) = (waiting(&world, before).await, waiting(&world, now).await);
    moved_to(&world, &failing, "nobody").await;
    office.send(now).await;
    let mails = listed(&admin, "").await;
    let [failed, sent] = mails.as_slice() else { panic!("{mails:?}") };
    assert_eq!((&sent["state"], &sent["recipient"], &sent["actions"]), (&json!("sent"), &Value::Null, &json!([])));
    assert_eq!(failed["recipient"]["id"], failing.id.to_string());
    assert_eq!((&failed["state"], &failed["fault"]), (&json!("given_up"), &json!("bad_address")));
    assert_eq!(failed["actions"], json!(["retry_mail"]));
    let fields: Vec<&String> = sent.as_object().unwrap().keys().collect();
    let known = [
        "actions",
        "attempts",
        "created_at",
        "due_at",
        "ended_at",
        "fault",
        "id",
        "kind",
        "recipient",
        "smtp_status",
        "state",
        "version",
    ];
    assert_eq!(fields, known, "neither an address nor a word");
    assert_eq!(listed(&admin, "?state=given_up").await, std::slice::from_ref(failed));
    let path = format!("/mails/{}", failed["id"].as_str().unwrap());
    assert_eq!(&admin.client.get(&path).await.expect(200), failed);
}

async fn what_was_given_up_is_sent_when_somebody_sees_to_it(world: World) {
    let (now, office, admin) = (Utc::now(), Office::of(&world), world.office(Role::Admin).await);
    waiting(&world, now).await;
    office.post.behave(json!({ "data": 554 }));
    office.send(now).await;
    office.post.behave(json!({}));
    let mail = listed(&admin, "").await.remove(0);
    assert_eq!((&mail["smtp_status"], &mail["attempts"]), (&json!(554), &json!(1)));
    let again = moved(&admin, &mail, "retry").await.expect(200);
    assert_eq!((&again["state"], &again["attempts"]), (&json!("waiting"), &json!(0)));
    office.send(Utc::now()).await;
    assert_eq!(office.post.taken().len(), 1);
    let trail = admin.client.get("/audit/entries?limit=1").await.expect(200);
    assert_eq!(trail["items"][0]["operation"], "retry_mail", "{trail}");
}

async fn what_waits_is_given_up_when_somebody_says_so(world: World) {
    let (now, office, admin) = (Utc::now(), Office::of(&world), world.office(Role::Admin).await);
    waiting(&world, now).await;
    let mail = listed(&admin, "").await.remove(0);
    assert_eq!(mail["actions"], json!(["retry_mail", "give_up_mail"]));
    assert_eq!(moved(&admin, &mail, "give-up").await.expect(200)["state"], "given_up");
    office.send(now).await;
    assert!(office.post.seen().is_empty());
}

async fn what_was_sent_can_be_neither_sent_again_nor_given_up(world: World) {
    let (now, office, admin) = (Utc::now(), Office::of(&world), world.office(Role::Admin).await);
    waiting(&world, now).await;
    office.send(now).await;
    let mail = listed(&admin, "").await.remove(0);
    moved(&admin, &mail, "retry").await.refused(409, "mail_not_retried");
    moved(&admin, &mail, "give-up").await.refused(409, "mail_not_given_up");
    assert_eq!(states(&world).await, [is("sent", 1, None)]);
}

async fn a_change_of_another_version_is_stale(world: World) {
    let (now, admin) = (Utc::now(), world.office(Role::Admin).await);
    waiting(&world, now).await;
    let mut mail = listed(&admin, "").await.remove(0);
    mail["version"] = json!(7);
    moved(&admin, &mail, "retry").await.refused(412, "stale");
    moved(&admin, &mail, "give-up").await.refused(412, "stale");
}

async fn pages_follow_one_another(world: World) {
    let (now, admin) = (Utc::now(), world.office(Role::Admin).await);
    for _ in 0..5 {
        waiting(&world, now).await;
    }
    let first = admin.client.get("/mails?limit=3").await.expect(200);
    let second =
        admin.client.get(&format!("/mails?limit=3&after={}", first["next"].as_str().unwrap())).await.expect(200);
    let ids =
        |page: &Value| page["items"].as_array().unwrap().iter().map(|mail| mail["id"].to_string()).collect::<Vec<_>>();
    let all: Vec<String> = ids(&first).into_iter().chain(ids(&second)).collect();
    assert_eq!((all.len(), &second["next"]), (5, &Value::Null));
    assert!(all.is_sorted_by(|one, other| one > other));
}

async fn what_became_of_mail_is_forgotten_after_a_month(world: World) {
    let (now, office) = (Utc::now(), Office::of(&world));
    let person = waiting(&world, now).await;
    office.send(now).await;
    office.send(now + TimeDelta::days(29)).await;
    assert_eq!(states(&world).await.len(), 1);
    told(&world, &person, now + TimeDelta::days(29)).await;
    mail_of_nobody_is_forgotten(&world).await;
    assert_eq!(states(&world).await, [is("waiting", 0, None)], "what waits is not forgotten");
}

/// Without a server to send by, what was sent is forgotten all the same.
async fn mail_of_nobody_is_forgotten(world: &World) {
    maslahat::mail::send(&world.system, Utc::now() + TimeDelta::days(31)).await.unwrap();
}

async fn what_waited_in_a_restored_database_is_not_sent_by_itself(world: World) {
    let (now, office) = (Utc::now(), Office::by(&world, Post::start(free_port())));
    let person = waiting(&world, now).await;
    world.change(move |conn| outbox::after_restore(conn, now)).await;
    office.send(now).await;
    assert_eq!(states(&world).await, [is("unclear", 0, Some("restored"))]);
    assert!(office.post.seen().is_empty());
    // What comes later is sent.
    wishes(&person).await;
    told(&world, &person, now).await;
    office.send(now).await;
    assert_eq!(office.post.taken().len(), 1);
}
