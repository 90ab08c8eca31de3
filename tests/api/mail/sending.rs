//! What is sent, to whom, and how often.

use std::collections::BTreeSet;

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use futures_util::future::join_all;
use maslahat::authz::Role;
use maslahat::error::ApiError;
use maslahat::mail;
use maslahat::notifications::{Kind, Subject, tell};
use maslahat::schema::{accounts, mails, notifications};
use serde_json::json;

use super::{Office, is, moved_to, states, told, waiting, wishes};
use crate::faults::program::free_port;
use crate::support::smtp::Post;
use crate::support::{World, on_both_engines};

on_both_engines! {
    who_wishes_it_is_told_by_mail_once;
    nobody_is_told_by_mail_who_did_not_ask;
    a_mail_names_neither_case_nor_person;
    everybody_is_written_to_in_their_language;
    what_is_undone_is_not_sent;
    one_mail_says_it_for_all_that_came_since;
    what_was_read_meanwhile_is_not_sent;
    who_has_left_or_changed_their_mind_is_not_written_to;
    mail_waits_until_the_other_server_is_there;
    mail_waits_without_a_server_to_send_it_by;
    what_was_put_off_is_sent_later_under_the_same_id;
    what_is_refused_is_given_up;
    after_four_days_it_is_given_up;
    a_name_or_an_address_adds_no_header;
    several_instances_send_each_mail_once;
}

async fn who_wishes_it_is_told_by_mail_once(world: World) {
    let now = Utc::now();
    let (office, person) = (Office::of(&world), waiting(&world, now).await);
    for minutes in [0, 1, 600] {
        office.send(now + TimeDelta::minutes(minutes)).await;
    }
    let taken = office.post.taken();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].to, [person.email.as_str()]);
    assert_eq!(taken[0].from, "post@maslahat.example");
    assert_eq!(states(&world).await, [is("sent", 1, None)]);
    let id: String = world.look(|conn| Ok(mails::table.select(mails::id).first(conn)?)).await;
    assert_eq!(taken[0].header("message-id"), format!("<{id}.0@maslahat.example>"));
}

async fn nobody_is_told_by_mail_who_did_not_ask(world: World) {
    let person = world.office(Role::Staff).await;
    told(&world, &person, Utc::now()).await;
    assert!(states(&world).await.is_empty());
}

async fn a_mail_names_neither_case_nor_person(world: World) {
    let (now, office, cast) = (Utc::now(), Office::of(&world), world.cast().await);
    let case = world.case(&cast.near).await;
    wishes(&cast.staff).await;
    let (id, staff) = (case.id, cast.staff.id);
    world.change(move |conn| tell(conn, &[staff], Kind::ReporterWrote, Subject::Case(id), now)).await;
    office.send(now).await;
    let text = &office.post.taken()[0].text;
    let id = case.id.to_string();
    for secret in ["Айгүл", "Asan", "MSL-", "Barskoon", "grievance", id.as_str(), case.code.as_str()] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert!(text.is_ascii(), "it passes through any server, the words in base64");
}

async fn everybody_is_written_to_in_their_language(world: World) {
    let (now, office) = (Utc::now(), Office::of(&world));
    let mut subjects = BTreeSet::new();
    for (number, language) in ["ky", "ru", "en"].into_iter().enumerate() {
        let person = world.office(Role::Staff).await;
        let version = person.client.get("/me").await.expect(200)["version"].clone();
        let wish = json!({ "language": language, "mail_wanted": true });
        person.client.patch("/me", wish).at(version).await.expect(200);
        told(&world, &person, now).await;
        office.send(now).await;
        let taken = office.post.taken();
        assert_eq!(taken[number].to, [person.email.as_str()]);
        subjects.insert(taken[number].header("subject").to_owned());
    }
    assert_eq!(subjects.len(), 3, "{subjects:?}");
    assert!(subjects.contains("Maslahat: a new notification waits for you"), "{subjects:?}");
}

async fn what_is_undone_is_not_sent(world: World) {
    let (now, person) = (Utc::now(), world.office(Role::Staff).await);
    wishes(&person).await;
    let account = person.id;
    let undone = move |conn: &mut maslahat::db::Conn| {
        tell(conn, &[account], Kind::FollowUpGiven, Subject::Nothing, now)?;
        Err::<(), ApiError>(ApiError::Conflict("undone"))
    };
    assert!(world.db.write(undone).await.is_err());
    assert!(states(&world).await.is_empty());
}

async fn one_mail_says_it_for_all_that_came_since(world: World) {
    let (now, office) = (Utc::now(), Office::of(&world));
    let person = waiting(&world, now).await;
    for _ in 0..5 {
        told(&world, &person, now).await;
    }
    office.send(now).await;
    assert_eq!(office.post.taken().len(), 1);
    // What comes soon after a mail waits for a while, and is then said in one again.
    let later = now + TimeDelta::minutes(5);
    told(&world, &person, later).await;
    told(&world, &person, later).await;
    office.send(later).await;
    assert_eq!(office.post.taken().len(), 1);
    office.send(now + TimeDelta::minutes(61)).await;
    assert_eq!(office.post.taken().len(), 2);
}

async fn what_was_read_meanwhile_is_not_sent(world: World) {
    let (now, office) = (Utc::now(), Office::of(&world));
    let person = waiting(&world, now).await;
    let latest = person.client.get("/notifications").await.expect(200)["items"][0]["id"].clone();
    person.client.post("/notifications/read", json!({ "last": latest })).await.expect(204);
    office.send(now).await;
    assert!(office.post.seen().is_empty());
    assert_eq!(states(&world).await, [is("dropped", 0, None)]);
}

async fn who_has_left_or_changed_their_mind_is_not_written_to(world: World) {
    let (now, office) = (Utc::now(), Office::of(&world));
    let (gone, quiet, promoted) = (waiting(&world, now).await, waiting(&world, now).await, waiting(&world, now).await);
    let version = quiet.client.get("/me").await.expect(200)["version"].clone();
    quiet.client.patch("/me", json!({ "mail_wanted": false })).at(version).await.expect(200);
    let (gone, promoted) = (gone.id, promoted.id);
    world
        .change(move |conn| {
            diesel::update(accounts::table.find(gone)).set(accounts::active.eq(false)).execute(conn)?;
            // Administrators are told nothing of what staff are told.
            diesel::update(accounts::table.find(promoted)).set(accounts::role.eq("admin")).execute(conn)?;
            Ok(())
        })
        .await;
    office.send(now).await;
    assert!(office.post.seen().is_empty());
    assert_eq!(states(&world).await, vec![is("dropped", 0, None); 3]);
}

async fn mail_waits_until_the_other_server_is_there(world: World) {
    let now = Utc::now();
    let mut office = Office::by(&world, Post::stopped(free_port()));
    waiting(&world, now).await;
    office.send(now).await;
    assert_eq!(states(&world).await, [is("waiting", 1, Some("unreachable"))]);
    office.send(now + TimeDelta::seconds(59)).await;
    assert_eq!(states(&world).await, [is("waiting", 1, Some("unreachable"))], "the first wait is a minute");
    office.send(now + TimeDelta::seconds(60)).await;
    assert_eq!(states(&world).await, [is("waiting", 2, Some("unreachable"))]);
    office.post.run();
    office.send(now + TimeDelta::seconds(179)).await;
    assert!(office.post.seen().is_empty(), "the second is two");
    office.send(now + TimeDelta::seconds(180)).await;
    assert_eq!(states(&world).await, [is("sent", 3, None)]);
    assert_eq!(office.post.taken().len(), 1);
}

async fn mail_waits_without_a_server_to_send_it_by(world: World) {
    let now = Utc::now();
    waiting(&world, now).await;
    mail::send(&world.system, now).await.unwrap();
    mail::send(&world.system, now + TimeDelta::days(60)).await.unwrap();
    assert_eq!(states(&world).await, [is("waiting", 0, None)]);
}

async fn what_was_put_off_is_sent_later_under_the_same_id(world: World) {
    let (now, office) = (Utc::now(), Office::of(&world));
    waiting(&world, now).await;
    office.post.behave(json!({ "rcpt": 451 }));
    office.send(now).await;
    assert_eq!(states(&world).await, [is("waiting", 1, Some("deferred"))]);
    office.post.behave(json!({ "data": 452 }));
    office.send(now + TimeDelta::minutes(1)).await;
    assert_eq!(states(&world).await, [is("waiting", 2, Some("deferred"))]);
    office.post.behave(json!({}));
    office.send(now + TimeDelta::minutes(3)).await;
    assert_eq!(states(&world).await, [is("sent", 3, None)]);
    let ids: Vec<String> = office.post.seen().iter().map(|seen| seen.header("message-id").to_owned()).collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1], "what was refused was not taken");
    assert_eq!(office.post.taken().len(), 1);
}

async fn what_is_refused_is_given_up(world: World) {
    let (now, office) = (Utc::now(), Office::of(&world));
    waiting(&world, now).await;
    office.post.behave(json!({ "rcpt": 550 }));
    office.send(now).await;
    office.post.behave(json!({}));
    office.send(now + TimeDelta::days(1)).await;
    assert_eq!(states(&world).await, [is("given_up", 1, Some("refused"))]);
    let status: Option<i64> = world.look(|conn| Ok(mails::table.select(mails::smtp_status).first(conn)?)).await;
    assert_eq!(status, Some(550));
    assert!(office.post.seen().is_empty());
}

async fn after_four_days_it_is_given_up(world: World) {
    let now = Utc::now();
    let office = Office::by(&world, Post::stopped(free_port()));
    waiting(&world, now).await;
    let mut tries = 0;
    while states(&world).await[0].0 == "waiting" {
        office.send(now + TimeDelta::hours(4 * tries)).await;
        tries += 1;
        assert!(tries < 50, "it is never given up");
    }
    assert_eq!(states(&world).await, [is("given_up", 32, Some("unreachable"))]);
}

async fn a_name_or_an_address_adds_no_header(world: World) {
    let (now, office) = (Utc::now(), Office::of(&world));
    let before = now - TimeDelta::seconds(1);
    let (named, addressed) = (waiting(&world, before).await, waiting(&world, now).await);
    let id = named.id;
    let rename = move |conn: &mut maslahat::db::Conn| {
        let name = accounts::name.eq("Asan\r\nBcc: spy@example.org\r\n\r\nmore");
        Ok(diesel::update(accounts::table.find(id)).set(name).execute(conn)?)
    };
    world.change(rename).await;
    moved_to(&world, &addressed, "asan@example.org\r\nBcc: spy@example.org").await;
    office.send(now).await;
    let taken = office.post.taken();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].to, [named.email.as_str()]);
    assert!(!taken[0].text.contains("spy@example.org"));
    assert_eq!(states(&world).await, [is("sent", 1, None), is("given_up", 1, Some("bad_address"))]);
}

async fn several_instances_send_each_mail_once(world: World) {
    let (now, office) = (Utc::now(), Office::of(&world));
    let settings = office.post.settings();
    let others: Vec<_> = (0..2).map(|_| world.another(|config| config.mail = Some(settings.clone()))).collect();
    for _ in 0..12 {
        waiting(&world, now).await;
    }
    let all = others.iter().chain([&office.instance]);
    // Past the lease that lets one of them do it: an instance may lose it and not know.
    join_all(all.map(|instance| mail::send(&instance.system, now))).await.into_iter().for_each(Result::unwrap);
    let taken = office.post.taken();
    let ids: BTreeSet<&str> = taken.iter().map(|seen| seen.header("message-id")).collect();
    assert_eq!((taken.len(), ids.len()), (12, 12));
    assert_eq!(states(&world).await, vec![is("sent", 1, None); 12]);
    let unread: i64 = world.look(|conn| Ok(notifications::table.count().get_result(conn)?)).await;
    assert_eq!(unread, 12);
}
