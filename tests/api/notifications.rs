//! Notifications: each account's own, and nothing of a case that is out of its reach.

use chrono::Utc;
use diesel::prelude::*;
use maslahat::accounts::AccountId;
use maslahat::db::types::Moment;
use maslahat::grievances::GrievanceId;
use maslahat::keeper::{self, CHORES};
use maslahat::notifications::{Kind, Subject, tell, tell_once};
use maslahat::schema::{accounts, grievances, notifications};
use serde_json::{Value, json};

use crate::support::case::Case;
use crate::support::{Cast, Client, World, enrol, on_both_engines};

on_both_engines! {
    who_is_given_a_case_is_told;
    the_owner_is_told_of_what_the_reporter_and_the_respondent_do;
    everybody_of_the_programme_is_told_while_nobody_owns_the_case;
    a_case_that_left_the_reach_vanishes_from_list_and_count;
    a_case_that_became_protected_vanishes_from_list_and_count;
    who_changes_role_no_longer_reads_what_the_former_was_told;
    nobody_reads_or_marks_what_others_were_told;
    one_is_marked_as_read_and_then_all_that_were_seen;
    pages_pass_over_what_is_out_of_reach;
    what_is_told_once_is_told_once;
    a_notification_holds_no_words_of_the_case;
    what_is_about_no_case_is_told_all_the_same;
    marking_all_as_read_leaves_what_is_out_of_reach;
    old_notifications_are_forgotten;
}

async fn told(client: &Client) -> Vec<(String, String)> {
    let page = client.get("/notifications").await.expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = page["items"].as_array().unwrap();
    items.iter().map(|item| (text(&item["kind"]), text(&item["subject"]["reference"]))).collect()
}

async fn kinds(client: &Client) -> Vec<String> {
    told(client).await.into_iter().map(|(kind, _)| kind).collect()
}

async fn unread(client: &Client) -> i64 {
    client.get("/notifications/unread").await.expect(200)["count"].as_i64().unwrap()
}

async fn say(world: &World, to: AccountId, case: GrievanceId, count: usize) {
    world
        .change(move |conn| {
            (0..count).try_for_each(|_| tell(conn, &[to], Kind::ReporterWrote, Subject::Case(case), Utc::now()))
        })
        .await;
}

async fn who_is_given_a_case_is_told(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    assert!(told(&cast.staff.client).await.is_empty(), "who takes a case is not told so");
    case.moved(&cast.staff.client, "assign", json!({ "owner_id": cast.second_staff.id })).await.expect(200);
    assert_eq!(told(&cast.second_staff.client).await, [("case_assigned".to_owned(), case.reference)]);
    assert!(told(&cast.staff.client).await.is_empty());
}

async fn the_owner_is_told_of_what_the_reporter_and_the_respondent_do(world: World) {
    let cast = world.cast().await;
    let case = world.proposed(&cast, &cast.near).await;
    case.reporter.post("/my-case/messages", json!({ "body": "Эртең үйдө болом." })).once().await.expect(201);
    case.own_move("agree", Value::Null).await.expect(200);
    case.own_move("confirm", Value::Null).await.expect(200);
    let expected = ["remedy_confirmed", "proposal_agreed", "reporter_wrote", "respondent_answered"];
    assert_eq!(kinds(&cast.staff.client).await, expected);
    for other in [&cast.second_staff, &cast.protection, &cast.near.company, &cast.near.authority, &cast.admin] {
        assert!(kinds(&other.client).await.is_empty());
    }
}

async fn everybody_of_the_programme_is_told_while_nobody_owns_the_case(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    case.reporter.post("/my-case/messages", json!({ "body": "Эртең үйдө болом." })).once().await.expect(201);
    for person in [&cast.staff, &cast.second_staff, &cast.protection] {
        assert_eq!(kinds(&person.client).await, ["reporter_wrote"]);
    }
    for person in [&cast.other_staff, &cast.near.community, &cast.admin] {
        assert!(kinds(&person.client).await.is_empty());
    }
}

async fn a_case_that_left_the_reach_vanishes_from_list_and_count(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let other = world.case(&cast.near).await;
    for id in [case.id, other.id] {
        say(&world, cast.staff.id, id, 1).await;
    }
    assert_eq!(unread(&cast.staff.client).await, 2);
    move_to_other_programme(&world, &cast, &case).await;
    assert_eq!(told(&cast.staff.client).await, [("reporter_wrote".to_owned(), other.reference)]);
    assert_eq!(unread(&cast.staff.client).await, 1);
}

async fn move_to_other_programme(world: &World, cast: &Cast, case: &Case) {
    let (id, other) = (case.id, cast.other_staff.id);
    world
        .change(move |conn| {
            use maslahat::schema::account_programmes as memberships;
            let programme: String = memberships::table
                .filter(memberships::account_id.eq(other))
                .select(memberships::programme_id)
                .first(conn)?;
            diesel::update(grievances::table.find(id)).set(grievances::programme_id.eq(programme)).execute(conn)?;
            Ok(())
        })
        .await;
}

async fn a_case_that_became_protected_vanishes_from_list_and_count(world: World) {
    let cast = world.cast().await;
    let case = world.protected(&cast, &cast.near).await;
    for person in [&cast.staff, &cast.protection] {
        say(&world, person.id, case.id, 1).await;
    }
    let seen = cast.staff.client.get("/notifications").await.expect(200);
    assert_eq!((&seen["items"], &seen["next"]), (&json!([]), &Value::Null));
    assert_eq!(unread(&cast.staff.client).await, 0);
    assert_eq!(unread(&cast.protection.client).await, 1);
    let id = cast.protection.client.get("/notifications").await.expect(200)["items"][0]["id"].clone();
    let path = format!("/notifications/{}/read", id.as_str().unwrap());
    cast.protection.client.post(&path, json!({})).await.expect(200);
}

async fn who_changes_role_no_longer_reads_what_the_former_was_told(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    say(&world, cast.near.community.id, case.id, 1).await;
    case.seen_by(&cast.near.community.client).await.expect(200);
    assert_eq!(unread(&cast.near.community.client).await, 0);
    let id = cast.near.community.id;
    let factors = world.system.factors.clone();
    let promote = move |conn: &mut maslahat::db::Conn| {
        diesel::update(accounts::table.find(id)).set(accounts::role.eq("staff")).execute(conn)?;
        enrol(conn, &factors, id)
    };
    world.change(promote).await;
    assert_eq!(unread(&cast.near.community.client).await, 1);
}

async fn nobody_reads_or_marks_what_others_were_told(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    say(&world, cast.staff.id, case.id, 1).await;
    let id = cast.staff.client.get("/notifications").await.expect(200)["items"][0]["id"].clone();
    let path = format!("/notifications/{}/read", id.as_str().unwrap());
    cast.second_staff.client.post(&path, json!({})).await.refused(404, "not_found");
    cast.second_staff.client.post("/notifications/read", json!({ "last": id })).await.expect(204);
    assert_eq!(unread(&cast.staff.client).await, 1);
}

async fn one_is_marked_as_read_and_then_all_that_were_seen(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    say(&world, cast.staff.id, case.id, 4).await;
    let staff = &cast.staff.client;
    let items = staff.get("/notifications").await.expect(200)["items"].clone();
    let id = |number: usize| items[number]["id"].as_str().unwrap().to_owned();
    assert_eq!(items[3]["actions"], json!(["read_notification"]));
    let read = staff.post(&format!("/notifications/{}/read", id(3)), json!({})).await.expect(200);
    assert!(read["read_at"].is_string());
    assert_eq!(read["actions"], json!([]));
    let again = staff.post(&format!("/notifications/{}/read", id(3)), json!({})).await.expect(200);
    assert_eq!(again, read, "marking it twice changes nothing");
    assert_eq!(unread(staff).await, 3);
    staff.post("/notifications/read", json!({ "last": id(1) })).await.expect(204);
    let left = staff.get("/notifications?unread=true").await.expect(200);
    assert_eq!(left["items"].as_array().unwrap().len(), 1, "the one that came later was not seen");
    assert_eq!(left["items"][0]["id"], items[0]["id"]);
}

async fn pages_pass_over_what_is_out_of_reach(world: World) {
    let cast = world.cast().await;
    let (within, without) = (world.case(&cast.near).await, world.protected(&cast, &cast.near).await);
    for case in [&within, &without, &within, &without, &within] {
        say(&world, cast.staff.id, case.id, 60).await;
    }
    let staff = &cast.staff.client;
    let count = staff.get("/notifications/unread").await.expect(200);
    assert_eq!(count, json!({ "count": 99, "exact": false }));
    let (mut seen, mut after, mut pages) = (0, String::new(), 0);
    loop {
        let page = staff.get(&format!("/notifications?limit=50{after}")).await.expect(200);
        let items = page["items"].as_array().unwrap();
        assert!(items.iter().all(|item| item["subject"]["reference"] == within.reference));
        (seen, pages) = (seen + items.len(), pages + 1);
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!((seen, pages), (180, 4));
}

async fn what_is_told_once_is_told_once(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let (id, staff, other) = (case.id, cast.staff.id, cast.second_staff.id);
    world
        .change(move |conn| {
            let mut tell = |to: &[AccountId], key: &str| {
                tell_once(conn, to, Kind::ReporterWrote, Subject::Case(id), key, Utc::now())
            };
            tell(&[staff], "a")?;
            tell(&[staff, other], "a")?;
            tell(&[staff], "b")
        })
        .await;
    assert_eq!((unread(&cast.staff.client).await, unread(&cast.second_staff.client).await), (2, 1));
}

async fn a_notification_holds_no_words_of_the_case(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    say(&world, cast.staff.id, case.id, 1).await;
    let page = cast.staff.client.get("/notifications").await.expect(200);
    let item = page["items"][0].as_object().unwrap();
    let fields: Vec<&str> = item.keys().map(String::as_str).collect();
    assert_eq!(fields, ["actions", "at", "id", "kind", "read_at", "subject"]);
    assert_eq!(item["subject"], json!({ "kind": "grievance", "id": case.id, "reference": case.reference }));
}

async fn what_is_about_no_case_is_told_all_the_same(world: World) {
    let cast = world.cast().await;
    let staff = cast.staff.id;
    world.change(move |conn| tell(conn, &[staff], Kind::ReporterWrote, Subject::Nothing, Utc::now())).await;
    let seen = cast.staff.client.get("/notifications").await.expect(200);
    assert_eq!(seen["items"][0]["subject"], Value::Null);
    assert_eq!(unread(&cast.staff.client).await, 1);
}

async fn marking_all_as_read_leaves_what_is_out_of_reach(world: World) {
    let cast = world.cast().await;
    let (within, without) = (world.case(&cast.near).await, world.protected(&cast, &cast.near).await);
    for case in [&without, &within] {
        say(&world, cast.staff.id, case.id, 1).await;
    }
    let last = cast.staff.client.get("/notifications").await.expect(200)["items"][0]["id"].clone();
    cast.staff.client.post("/notifications/read", json!({ "last": last })).await.expect(204);
    let unread: Vec<Option<GrievanceId>> = world
        .look(|conn| {
            let unread = notifications::table.filter(notifications::read_at.is_null());
            Ok(unread.select(notifications::grievance_id).load(conn)?)
        })
        .await;
    assert_eq!(unread, [Some(without.id)]);
}

async fn old_notifications_are_forgotten(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    say(&world, cast.staff.id, case.id, 2).await;
    let now = Utc::now();
    let older = move |conn: &mut maslahat::db::Conn| {
        let first: String = notifications::table.order(notifications::id).select(notifications::id).first(conn)?;
        let old = Moment::from(now - chrono::Days::new(181));
        Ok(diesel::update(notifications::table.find(first)).set(notifications::at.eq(old)).execute(conn)?)
    };
    world.change(older).await;
    keeper::round(&world.system, CHORES, "test", now, || false).await.unwrap();
    assert_eq!(unread(&cast.staff.client).await, 1);
}
