//! Opening who raised a grievance: who may, for how long, and who hears of it.

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::schema::{audit_entries, identity_grants};
use serde_json::{Value, json};

use crate::support::case::{Case, words};
use crate::support::{Client, Reply, World, on_both_engines};

on_both_engines! {
    staff_open_the_name_of_a_case_they_look_after;
    staff_open_no_name_of_a_case_that_others_look_after;
    protection_opens_any_name_with_a_reason;
    a_name_closes_by_itself_after_a_quarter_of_an_hour;
    whoever_loses_a_case_loses_the_name;
    a_name_can_be_closed_early;
    every_grant_and_every_look_is_in_the_audit_trail;
    colleagues_see_who_opened_a_name_and_why;
    a_second_person_is_told;
    administrators_are_told_of_no_case_where_there_is_no_other_focal_point;
    nothing_opens_where_nobody_could_be_told;
    a_reason_is_needed;
    there_is_nothing_to_open_where_nobody_gave_a_name;
    an_answer_given_again_holds_no_name;
}

const NAME: &str = "Айгүл Асанова";

pub fn opening() -> Value {
    json!({ "purpose": "contact", "reason": "She asked to be called before Friday." })
}

async fn open(client: &Client, case: &Case) -> Reply {
    client.post(&format!("{}/identity/grants", case.path()), opening()).once().await
}

async fn look(client: &Client, case: &Case) -> Reply {
    client.get(&format!("{}/identity", case.path())).await
}

async fn staff_open_the_name_of_a_case_they_look_after(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let staff = &cast.staff.client;
    assert!(case.seen_by(staff).await.text().contains("open_identity"));
    look(staff, &case).await.refused(409, "no_grant");
    let grant = open(staff, &case).await.expect(201);
    assert!(grant.get("name").is_none() && grant["looks"] == 0, "{grant}");
    let seen = look(staff, &case).await;
    let identity = seen.expect(200);
    assert_eq!((&identity["name"], &identity["contact"]), (&json!(NAME), &json!("+996 555 00 11 22")));
    assert_eq!(identity["ends_at"], grant["ends_at"]);
    assert_eq!(seen.header("cache-control"), "no-store");
    assert_eq!(seen.header("etag"), "");
}

async fn staff_open_no_name_of_a_case_that_others_look_after(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let other = &cast.second_staff.client;
    assert!(!case.seen_by(other).await.text().contains("open_identity"));
    open(other, &case).await.refused(409, "not_looked_after_by_you");
    open(&cast.staff.client, &case).await.expect(201);
    look(other, &case).await.refused(409, "not_looked_after_by_you");
}

async fn protection_opens_any_name_with_a_reason(world: World) {
    let cast = world.cast().await;
    let protection = &cast.protection.client;
    for case in [world.case(&cast.near).await, world.protected(&cast, &cast.near).await] {
        look(protection, &case).await.refused(409, "no_grant");
        open(protection, &case).await.expect(201);
        assert_eq!(look(protection, &case).await.expect(200)["name"], NAME);
    }
}

async fn a_name_closes_by_itself_after_a_quarter_of_an_hour(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    open(&cast.staff.client, &case).await.expect(201);
    later(&world, TimeDelta::minutes(14)).await;
    look(&cast.staff.client, &case).await.expect(200);
    later(&world, TimeDelta::minutes(2)).await;
    look(&cast.staff.client, &case).await.refused(409, "no_grant");
}

/// As if so much time had passed since every grant.
async fn later(world: &World, time: TimeDelta) {
    world
        .change(move |conn| {
            let grants: Vec<(String, Moment)> =
                identity_grants::table.select((identity_grants::id, identity_grants::ends_at)).load(conn)?;
            for (id, ends_at) in grants {
                let ends_at = Moment::from(ends_at.utc() - time);
                let set = (
                    identity_grants::granted_at.eq(Moment::from(Utc::now() - TimeDelta::hours(1))),
                    identity_grants::ends_at.eq(ends_at),
                );
                diesel::update(identity_grants::table.find(id)).set(set).execute(conn)?;
            }
            Ok(())
        })
        .await;
}

async fn whoever_loses_a_case_loses_the_name(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    open(&cast.staff.client, &case).await.expect(201);
    let to_another = json!({ "owner_id": cast.second_staff.id });
    case.moved(&cast.staff.client, "assign", to_another).await.expect(200);
    look(&cast.staff.client, &case).await.refused(409, "not_looked_after_by_you");
}

async fn a_name_can_be_closed_early(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    open(&cast.staff.client, &case).await.expect(201);
    let path = format!("{}/identity", case.path());
    assert_eq!(cast.staff.client.delete(&path).await.status, 204);
    look(&cast.staff.client, &case).await.refused(409, "no_grant");
}

async fn every_grant_and_every_look_is_in_the_audit_trail(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let grant = open(&cast.staff.client, &case).await.expect(201);
    look(&cast.staff.client, &case).await.expect(200);
    look(&cast.staff.client, &case).await.expect(200);
    let id = case.id.to_string();
    let entries: Vec<(String, Option<String>, String)> = world
        .look(|conn| {
            Ok(audit_entries::table
                .filter(audit_entries::subject_id.eq(id))
                .filter(audit_entries::operation.like("%identity"))
                .order(audit_entries::seq)
                .select((audit_entries::operation, audit_entries::actor_id, audit_entries::detail))
                .load(conn)?)
        })
        .await;
    let operations: Vec<&str> = entries.iter().map(|(operation, ..)| operation.as_str()).collect();
    assert_eq!(operations, ["open_identity", "get_identity", "get_identity"]);
    assert!(entries.iter().all(|(_, actor, _)| actor == &Some(cast.staff.id.to_string())));
    assert!(entries.iter().all(|(.., detail)| detail.starts_with(grant["id"].as_str().unwrap())), "{entries:?}");
    let all = format!("{entries:?}");
    assert!(!all.contains("Friday") && !all.contains(NAME), "no personal data in the trail: {all}");
}

async fn colleagues_see_who_opened_a_name_and_why(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    open(&cast.staff.client, &case).await.expect(201);
    look(&cast.staff.client, &case).await.expect(200);
    let grants = cast.second_staff.client.get(&format!("{}/identity/grants", case.path())).await.expect(200);
    let grant = &grants["items"][0];
    assert_eq!((&grant["purpose"], &grant["looks"]), (&json!("contact"), &json!(1)));
    assert_eq!(grant["by"]["id"], json!(cast.staff.id));
    assert!(!grants.to_string().contains(NAME));
}

async fn told(client: &Client) -> Vec<Value> {
    client.get("/notifications").await.expect(200)["items"].as_array().unwrap().clone()
}

async fn a_second_person_is_told(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    open(&cast.staff.client, &case).await.expect(201);
    let protection = told(&cast.protection.client).await;
    let opened = protection.iter().find(|told| told["kind"] == "identity_opened").expect("protection is told");
    assert_eq!(opened["subject"]["id"], json!(case.id));
    for other in [&cast.second_staff, &cast.admin] {
        assert!(told(&other.client).await.iter().all(|told| told["kind"] != "identity_opened"));
    }
}

async fn administrators_are_told_of_no_case_where_there_is_no_other_focal_point(world: World) {
    let cast = world.cast().await;
    let case = world.protected(&cast, &cast.near).await;
    open(&cast.protection.client, &case).await.expect(201);
    let admin = told(&cast.admin.client).await;
    assert_eq!((admin.len(), &admin[0]["kind"]), (1, &json!("identity_opened_in_a_case")));
    assert_eq!(admin[0]["subject"], Value::Null);
    assert!(!admin[0].to_string().contains(&case.reference));
}

async fn nothing_opens_where_nobody_could_be_told(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let admin = cast.admin.id;
    world
        .change(move |conn| {
            use maslahat::schema::accounts;
            diesel::update(accounts::table.find(admin)).set(accounts::active.eq(false)).execute(conn)?;
            Ok(())
        })
        .await;
    open(&cast.protection.client, &case).await.refused(409, "nobody_to_tell");
    look(&cast.protection.client, &case).await.refused(409, "no_grant");
}

async fn a_reason_is_needed(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let path = format!("{}/identity/grants", case.path());
    let short = json!({ "purpose": "contact", "reason": "call" });
    assert_eq!(cast.staff.client.post(&path, short).once().await.refused(422, "invalid"), ["/reason too_short"]);
    let none = json!({ "reason": "She asked to be called." });
    assert_eq!(cast.staff.client.post(&path, none).once().await.refused(422, "invalid"), ["/purpose required"]);
}

async fn there_is_nothing_to_open_where_nobody_gave_a_name(world: World) {
    let cast = world.cast().await;
    let mut anonymous = words(cast.near.aimak);
    anonymous["confidentiality"] = json!("anonymous");
    anonymous.as_object_mut().unwrap().remove("reporter");
    let case = world.submit(anonymous).await;
    let seen = case.seen_by(&cast.protection.client).await;
    assert!(seen.expect(200)["identity"] == "not_given" && !seen.text().contains("open_identity"));
    open(&cast.protection.client, &case).await.refused(409, "no_identity");
}

async fn an_answer_given_again_holds_no_name(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let path = format!("{}/identity/grants", case.path());
    let twice = || cast.staff.client.post(&path, opening()).key("the-same-key-both-times");
    let first = twice().await.expect(201);
    assert_eq!(twice().await.expect(201), first);
    assert!(!first.to_string().contains(NAME));
    let grants = cast.staff.client.get(&path).await.expect(200);
    assert_eq!(grants["items"].as_array().unwrap().len(), 1, "one intent is one grant");
}
