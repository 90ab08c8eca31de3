//! Moving many cases with one call.

use std::time::Duration;

use maslahat::audit::{self, Head};
use serde_json::{Value, json};

use crate::support::case::Case;
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    many_cases_are_acknowledged_with_one_call;
    each_case_is_answered_for_and_one_that_fails_holds_up_no_other;
    a_call_sent_again_does_nothing_twice;
    a_key_serves_one_call;
    a_call_that_broke_off_goes_on_where_it_stopped;
    a_case_named_twice_is_refused;
    more_than_a_thousand_are_refused;
    many_cases_are_given_away_and_taken_back;
    cases_are_given_to_staff_of_their_programme_alone;
    what_is_out_of_reach_is_not_there;
    every_case_has_its_own_entry_in_the_audit_trail;
}

async fn some(world: &World, cast: &Cast, count: usize) -> Vec<Case> {
    let mut cases = vec![];
    for _ in 0..count {
        cases.push(world.case(&cast.near).await);
    }
    cases
}

fn chosen(cases: &[Case], version: i64) -> Value {
    cases.iter().map(|case| json!({ "id": case.id, "version": version })).collect()
}

/// What an answer says of each case: its version, or the problem's code.
fn told(outcome: &Value) -> Vec<String> {
    let of = |item: &Value| match item["problem"]["code"].as_str() {
        Some(code) => code.to_owned(),
        None => item["version"].to_string(),
    };
    outcome["items"].as_array().unwrap().iter().map(of).collect()
}

async fn many_cases_are_acknowledged_with_one_call(world: World) {
    let cast = world.cast().await;
    let cases = some(&world, &cast, 60).await;
    let body = json!({ "cases": chosen(&cases, 1), "message": "Арызыңызды окудук." });
    let outcome = cast.staff.client.post("/grievances/acknowledge", body).once().await.expect(200);
    assert_eq!(outcome["done"], 60);
    let ids: Vec<String> = cases.iter().map(|case| case.id.to_string()).collect();
    let answered: Vec<&str> = outcome["items"].as_array().unwrap().iter().map(|i| i["id"].as_str().unwrap()).collect();
    assert_eq!(answered, ids);
    assert!(told(&outcome).iter().all(|version| version == "2"));
    let seen = cases[59].reporter.get("/my-case").await.expect(200);
    assert_eq!((&seen["state"], &seen["messages"][0]["body"]), (&json!("acknowledged"), &json!("Арызыңызды окудук.")));
}

async fn each_case_is_answered_for_and_one_that_fails_holds_up_no_other(world: World) {
    let cast = world.cast().await;
    let new = world.case(&cast.near).await;
    let changed = world.case(&cast.near).await;
    changed.moved(&cast.staff.client, "acknowledge", json!({})).await.expect(200);
    let protected = world.protected(&cast, &cast.near).await;
    let last = world.case(&cast.far).await;
    let cases = json!([
        { "id": changed.id, "version": 1 },
        { "id": new.id, "version": 1 },
        { "id": changed.id.to_string().replace(char::is_numeric, "0"), "version": 1 },
        { "id": protected.id, "version": 3 },
        { "id": last.id, "version": 1 },
    ]);
    let body = json!({ "cases": cases });
    let outcome = cast.staff.client.post("/grievances/acknowledge", body).once().await.expect(200);
    assert_eq!(told(&outcome), ["stale", "2", "not_found", "not_found", "2"]);
    assert_eq!(outcome["done"], 2);
    let again = json!({ "cases": [{ "id": changed.id, "version": 2 }] });
    let outcome = cast.staff.client.post("/grievances/acknowledge", again).once().await.expect(200);
    assert_eq!(told(&outcome), ["move_not_possible_from_here"]);
}

async fn a_call_sent_again_does_nothing_twice(world: World) {
    let cast = world.cast().await;
    let cases = some(&world, &cast, 3).await;
    let body = json!({ "cases": chosen(&cases, 1), "message": "Окудук." });
    let send = || cast.staff.client.post("/grievances/acknowledge", body.clone()).key("a-key-of-the-desk-1");
    let first = send().await.expect(200);
    assert_eq!(send().await.expect(200), first);
    let seen = cases[0].reporter.get("/my-case").await.expect(200);
    assert_eq!(seen["messages"].as_array().unwrap().len(), 1);
}

async fn a_key_serves_one_call(world: World) {
    let cast = world.cast().await;
    let cases = some(&world, &cast, 2).await;
    let send = |cases: &[Case]| {
        let body = json!({ "cases": chosen(cases, 1) });
        cast.staff.client.post("/grievances/acknowledge", body).key("a-key-of-the-desk-2")
    };
    send(&cases[..1]).await.expect(200);
    assert_eq!(send(&cases[1..]).await.refused(422, "invalid"), [" idempotency_key_reused"]);
    assert_eq!(cases[1].seen_by(&cast.staff.client).await.expect(200)["state"], "submitted");
}

/// What a server that ended in the middle has left: some cases moved, each with its answer kept under the call's key.
async fn a_call_that_broke_off_goes_on_where_it_stopped(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::idempotency_keys as keys;
    let cast = world.cast().await;
    let cases = some(&world, &cast, 4).await;
    let body = json!({ "cases": chosen(&cases[..2], 1) });
    let send = |body: Value| cast.staff.client.post("/grievances/acknowledge", body).key("a-key-of-the-desk-3");
    send(body).await.expect(200);
    let kept: Vec<(String, Vec<u8>)> =
        world.look(|conn| Ok(keys::table.select((keys::key_hash, keys::answer_sealed)).load(conn)?)).await;
    // The call's own entry holds no answer: without it the key is free for the whole call.
    let own = kept.into_iter().min_by_key(|(_, answer)| answer.len()).unwrap().0;
    world.change(move |conn| Ok(diesel::delete(keys::table.find(own)).execute(conn).map(drop)?)).await;
    let outcome = send(json!({ "cases": chosen(&cases, 1) })).await.expect(200);
    assert_eq!(told(&outcome), ["2", "2", "2", "2"], "those done before answer as they did");
}

async fn a_case_named_twice_is_refused(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let twice = json!({ "id": case.id, "version": 1 });
    let body = json!({ "cases": [twice, twice] });
    let reply = cast.staff.client.post("/grievances/acknowledge", body).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/cases/1/id duplicate"]);
}

async fn more_than_a_thousand_are_refused(world: World) {
    let cast = world.cast().await;
    let id = |number: usize| json!({ "id": format!("00000000-0000-4000-8000-{number:012}"), "version": 1 });
    let send = |count: usize| {
        let cases: Vec<Value> = (0..count).map(id).collect();
        cast.staff.client.post("/grievances/acknowledge", json!({ "cases": cases })).once()
    };
    assert_eq!(send(1001).await.refused(422, "invalid"), ["/cases too_long"]);
    assert_eq!(send(0).await.refused(422, "invalid"), ["/cases too_short"]);
    assert_eq!(send(1000).await.expect(200)["done"], 0);
}

async fn many_cases_are_given_away_and_taken_back(world: World) {
    let cast = world.cast().await;
    let owned = world.accepted(&cast, &cast.near).await;
    let free = world.case(&cast.near).await;
    free.moved(&cast.staff.client, "acknowledge", json!({})).await.expect(200);
    let give = |to: [Value; 2], versions: [i64; 2]| {
        let case = |case: &Case, at: usize| json!({ "id": case.id, "version": versions[at], "owner_id": to[at] });
        let body = json!({ "cases": [case(&owned, 0), case(&free, 1)] });
        cast.staff.client.post("/grievances/assign", body).once()
    };
    let owner = async |case: &Case| case.seen_by(&cast.staff.client).await.expect(200)["owner"]["id"].clone();
    let (first, second) = (json!(cast.staff.id), json!(cast.second_staff.id));
    assert_eq!(told(&give([second.clone(), second.clone()], [3, 2]).await.expect(200)), ["4", "3"]);
    assert_eq!([owner(&owned).await, owner(&free).await], [second.clone(), second]);
    assert_eq!(told(&give([first.clone(), Value::Null], [4, 3]).await.expect(200)), ["5", "4"]);
    assert_eq!([owner(&owned).await, owner(&free).await], [first, Value::Null]);
}

async fn cases_are_given_to_staff_of_their_programme_alone(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let give = |owner: Value| {
        let body = json!({ "cases": [{ "id": case.id, "version": 3, "owner_id": owner }] });
        cast.staff.client.post("/grievances/assign", body).once()
    };
    for stranger in [cast.other_staff.id, cast.near.company.id, cast.admin.id] {
        let outcome = give(json!(stranger)).await.expect(200);
        let problem = &outcome["items"][0]["problem"];
        assert_eq!(problem, &json!({ "code": "invalid", "fields": [{ "pointer": "/owner_id", "code": "unknown" }] }));
    }
    let silent = json!({ "cases": [{ "id": case.id, "version": 3 }] });
    let reply = cast.staff.client.post("/grievances/assign", silent).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/cases/0/owner_id required"], "nobody is said, not left out");
}

async fn what_is_out_of_reach_is_not_there(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let body = json!({ "cases": chosen(std::slice::from_ref(&case), 1) });
    let outcome = cast.other_staff.client.post("/grievances/acknowledge", body.clone()).once().await.expect(200);
    assert_eq!(told(&outcome), ["not_found"]);
    cast.near.company.client.post("/grievances/acknowledge", body).once().await.refused(403, "forbidden");
    assert_eq!(case.seen_by(&cast.staff.client).await.expect(200)["version"], 1);
}

async fn every_case_has_its_own_entry_in_the_audit_trail(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::audit_entries;
    let cast = world.cast().await;
    let cases = some(&world, &cast, 2).await;
    let body = json!({ "cases": chosen(&cases, 1) });
    cast.staff.client.post("/grievances/acknowledge", body).once().await.expect(200);
    let trail: Vec<(String, String, String)> = world
        .look(|conn| {
            let last = audit_entries::table.order(audit_entries::seq.desc()).limit(3);
            let entry = (audit_entries::operation, audit_entries::subject_id, audit_entries::detail);
            Ok(last.select(entry).load(conn)?)
        })
        .await;
    let moved =
        |case: &Case| ("acknowledge_grievance".to_owned(), case.id.to_string(), "submitted -> acknowledged".to_owned());
    let begun = ("bulk_acknowledge_grievances".to_owned(), cast.programme.to_string(), "2 cases".to_owned());
    assert_eq!(trail, [moved(&cases[1]), moved(&cases[0]), begun]);
    assert!(audit::verify(&world.db, Head::default(), &[], Duration::ZERO).await.unwrap().is_ok());
}
