//! How much each person looks after: the numbers of the list, and of no case that the list does not show.

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::schema::{accounts, grievance_clocks, grievance_events, grievances};
use serde_json::{Value, json};

use crate::support::case::Case;
use crate::support::{Client, Person, World, on_both_engines};

on_both_engines! {
    each_number_is_that_of_the_list_behind_it;
    what_has_ended_is_counted_for_nobody;
    a_case_under_protection_is_in_no_number_of_staff;
    who_left_is_named_while_they_still_have_cases;
    only_the_programmes_own_people_are_counted;
    filters_of_the_work_are_for_staff;
}

async fn workload(client: &Client) -> Value {
    client.get("/workload").await.expect(200)
}

fn load_of(workload: &Value, person: &Person) -> Value {
    let people = workload["people"].as_array().unwrap();
    let found = people.iter().find(|each| each["person"]["id"] == person.id.to_string());
    found.map_or(Value::Null, |each| each["load"].clone())
}

/// As the list counts what a filter finds.
async fn listed(client: &Client, filter: &str) -> Value {
    client.get(&format!("/grievances?total=true&{filter}")).await.expect(200)["total"]["count"].clone()
}

async fn assert_of_the_list(client: &Client, load: &Value, owner: &str) {
    for (name, filter) in [
        ("open", "open=true"),
        ("waiting", "waiting=true"),
        ("at_risk", "clock=at_risk"),
        ("breached", "clock=breached"),
    ] {
        assert_eq!(load[name], listed(client, &format!("{owner}&{filter}")).await, "{owner} {name}");
    }
}

/// As if the case had been submitted so long ago.
async fn raised_days_ago(world: &World, case: &Case, days: i64) {
    let (id, at) = (case.id, Moment::from(Utc::now() - TimeDelta::days(days)));
    world
        .change(move |conn| {
            let events = grievance_events::table.filter(grievance_events::grievance_id.eq(id));
            diesel::update(events).set(grievance_events::at.eq(at)).execute(conn)?;
            diesel::update(grievances::table.find(id)).set(grievances::submitted_at.eq(at)).execute(conn)?;
            Ok(diesel::update(grievance_clocks::table.find(id)).set(grievance_clocks::turns_at.eq(at)).execute(conn)?)
        })
        .await;
    let system = world.system.clone();
    (maslahat::grievances::clock::CHORE.run)(system.get_ref(), Utc::now()).await.unwrap();
}

async fn each_number_is_that_of_the_list_behind_it(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    world.accepted(&cast, &cast.near).await;
    world.proposed(&cast, &cast.near).await;
    let given = world.accepted(&cast, &cast.far).await;
    given.moved(staff, "assign", json!({ "owner_id": cast.second_staff.id })).await.expect(200);
    let late = world.case(&cast.near).await;
    raised_days_ago(&world, &late, 20).await;
    world.case(&cast.near).await;
    let all = workload(staff).await;
    assert_eq!(load_of(&all, &cast.staff), json!({ "open": 2, "waiting": 1, "at_risk": 0, "breached": 0 }));
    assert_eq!(load_of(&all, &cast.second_staff)["open"], 1);
    assert_eq!(load_of(&all, &cast.protection)["open"], 0);
    assert_eq!(all["unassigned"], json!({ "open": 2, "waiting": 2, "at_risk": 0, "breached": 1 }));
    for person in [&cast.staff, &cast.second_staff, &cast.protection] {
        assert_of_the_list(staff, &load_of(&all, person), &format!("owner_id={}", person.id)).await;
    }
    assert_of_the_list(staff, &all["unassigned"], "unassigned=true").await;
}

async fn what_has_ended_is_counted_for_nobody(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let withdrawal = case.own_move("withdraw", json!({ "pressed": "no" })).await;
    assert!(withdrawal.status < 300, "{}", withdrawal.text());
    let all = workload(&cast.staff.client).await;
    assert_eq!(all["unassigned"]["open"], 0);
    // Open again, it counts again.
    case.moved(&cast.staff.client, "reopen", json!({ "reason": "They came back" })).await.expect(200);
    let all = workload(&cast.staff.client).await;
    let open = all["unassigned"]["open"].as_i64().unwrap() + load_of(&all, &cast.staff)["open"].as_i64().unwrap();
    assert_eq!(open, 1);
}

async fn a_case_under_protection_is_in_no_number_of_staff(world: World) {
    let cast = world.cast().await;
    let before = workload(&cast.staff.client).await;
    let case = world.protected(&cast, &cast.near).await;
    let loose = world.case(&cast.near).await;
    loose.moved(&cast.protection.client, "protect", json!({ "note": "A threat" })).await;
    case.moved(&cast.protection.client, "assign", json!({ "owner_id": cast.protection.id })).await.expect(200);
    assert_eq!(workload(&cast.staff.client).await, before);
    let all = workload(&cast.protection.client).await;
    assert_eq!((&load_of(&all, &cast.protection)["open"], &all["unassigned"]["open"]), (&json!(1), &json!(1)));
}

async fn who_left_is_named_while_they_still_have_cases(world: World) {
    let cast = world.cast().await;
    world.accepted(&cast, &cast.near).await;
    let id = cast.staff.id;
    world
        .change(move |conn| {
            Ok(diesel::update(accounts::table.find(id)).set(accounts::active.eq(false)).execute(conn)?)
        })
        .await;
    let all = workload(&cast.second_staff.client).await;
    let last = all["people"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["person"]["id"], &last["gone"]), (&json!(id), &json!(true)));
    assert_eq!(last["load"]["open"], 1);
    assert!(all["people"].as_array().unwrap().iter().filter(|each| each["gone"] == false).count() >= 2);
}

async fn only_the_programmes_own_people_are_counted(world: World) {
    let cast = world.cast().await;
    world.case(&cast.near).await;
    let theirs = workload(&cast.other_staff.client).await;
    assert_eq!(theirs["unassigned"]["open"], 0);
    assert_eq!(load_of(&theirs, &cast.staff), Value::Null);
    // Nearly every number by person is under five: whoever hears numbers in fives hears none of these.
    for other in [&cast.admin, &cast.near.company, &cast.near.authority, &cast.near.community] {
        other.client.get("/workload").await.refused(403, "forbidden");
    }
}

async fn filters_of_the_work_are_for_staff(world: World) {
    let cast = world.cast().await;
    for filter in ["unassigned=true", "waiting=true"] {
        cast.staff.client.get(&format!("/grievances?{filter}")).await.expect(200);
        let reply = cast.near.company.client.get(&format!("/grievances?{filter}")).await;
        let name = filter.split('=').next().unwrap();
        assert_eq!(reply.refused(422, "invalid"), [format!("?{name} unknown")]);
    }
}
