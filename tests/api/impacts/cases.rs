//! Impacts and the cases in which they are dealt with.

use diesel::prelude::*;
use maslahat::schema::grievances;
use serde_json::{Value, json};

use super::{impact, path_of, published, record, with};
use crate::support::case::{Case, words};
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    a_case_and_its_impacts_lead_to_each_other;
    nobody_is_led_where_they_may_not_go;
    a_case_of_the_protection_track_is_linked_by_nobody;
    a_case_that_goes_to_the_protection_track_leaves_no_trace;
    a_case_of_another_programme_is_unknown;
}

fn dealt_with_in(impact: &Value) -> Vec<&str> {
    impact["grievances"].as_array().unwrap().iter().map(|case| case["reference"].as_str().unwrap()).collect()
}

async fn link(client: &Client, impact: &Value, case: &Case) -> Value {
    let path = format!("{}/link-grievance", path_of(impact));
    client.post(&path, json!({ "grievance_id": case.id })).at(&impact["version"]).await.expect(200)
}

async fn impacts_of(client: &Client, case: &Case) -> Vec<String> {
    let page = client.get(&format!("{}/impacts", case.path())).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}

async fn a_case_and_its_impacts_lead_to_each_other(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let case = world.released(&cast, &cast.near).await;
    let dust = published(staff, with(impact(&cast, "Чаң"), json!({ "site_id": cast.near.site }))).await;
    let from_it = json!({ "sources": [{ "kind": "grievance", "grievance_id": case.id }] });
    record(staff, with(impact(&cast, "Угулган"), from_it)).await;
    let linked = link(staff, &dust, &case).await;
    assert_eq!(dealt_with_in(&linked), [case.reference.as_str()]);
    let again = staff.post(&format!("{}/link-grievance", path_of(&dust)), json!({ "grievance_id": case.id }));
    assert_eq!(again.at(&linked["version"]).await.refused(422, "invalid"), ["/grievance_id already_there"]);
    assert_eq!(impacts_of(staff, &case).await, ["Угулган", "Чаң"]);
    let unlink = format!("{}/unlink-grievance", path_of(&dust));
    let body = json!({ "grievance_id": case.id });
    let free = staff.post(&unlink, body.clone()).at(&linked["version"]).await.expect(200);
    assert_eq!(dealt_with_in(&free), Vec::<&str>::new());
    assert_eq!(staff.post(&unlink, body).at(&free["version"]).await.refused(422, "invalid"), ["/grievance_id unknown"]);
    assert_eq!(impacts_of(staff, &case).await, ["Угулган"]);
}

async fn nobody_is_led_where_they_may_not_go(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (released, inside) = (world.released(&cast, &cast.near).await, world.accepted(&cast, &cast.near).await);
    let shown = published(staff, with(impact(&cast, "Чаң"), json!({ "site_id": cast.near.site }))).await;
    let shown = link(staff, &link(staff, &shown, &released).await, &inside).await;
    let hidden = record(staff, with(impact(&cast, "Ички"), json!({ "site_id": cast.near.site }))).await;
    link(staff, &hidden, &released).await;
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        let seen = person.client.get(&path_of(&shown)).await.expect(200);
        assert_eq!(dealt_with_in(&seen), [released.reference.as_str()]);
        assert_eq!(impacts_of(&person.client, &released).await, ["Чаң"]);
        person.client.get(&format!("{}/impacts", inside.path())).await.refused(404, "not_found");
        assert_eq!(seen.get("sources"), None);
    }
    assert_eq!(dealt_with_in(&staff.get(&path_of(&shown)).await.expect(200)).len(), 2);
}

async fn a_case_of_the_protection_track_is_linked_by_nobody(world: World) {
    let cast = world.cast().await;
    let case = world.protected(&cast, &cast.near).await;
    let made = record(&cast.staff.client, impact(&cast, "Суу")).await;
    let source = json!({ "kind": "grievance", "grievance_id": case.id });
    for (person, code) in [(&cast.staff, "unknown"), (&cast.protection, "on_the_protection_track")] {
        let body = json!({ "grievance_id": case.id });
        let reply = person.client.post(&format!("{}/link-grievance", path_of(&made)), body).at(1).await;
        assert_eq!(reply.refused(422, "invalid"), [format!("/grievance_id {code}")]);
        let reply = person.client.post(&format!("{}/sources", path_of(&made)), source.clone()).at(1).await;
        assert_eq!(reply.refused(422, "invalid"), [format!("/grievance_id {code}")]);
    }
}

async fn a_case_that_goes_to_the_protection_track_leaves_no_trace(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let case = world.accepted(&cast, &cast.near).await;
    let from_it = json!({ "sources": [{ "kind": "grievance", "grievance_id": case.id }] });
    let made = link(staff, &record(staff, with(impact(&cast, "Суу"), from_it)).await, &case).await;
    assert_eq!(made["sources"].as_array().unwrap().len(), 1);
    case.moved(staff, "protect", json!({})).await.expect(204);
    for person in [&cast.staff, &cast.protection] {
        let seen = person.client.get(&path_of(&made)).await;
        assert!(!seen.text().contains(&case.reference), "{}", seen.text());
        assert_eq!((&seen.json()["sources"], dealt_with_in(&seen.json()).len()), (&json!([]), 0));
    }
    assert_eq!(impacts_of(&cast.protection.client, &case).await, Vec::<String>::new());
    staff.get(&format!("{}/impacts", case.path())).await.refused(404, "not_found");
}

async fn a_case_of_another_programme_is_unknown(world: World) {
    let cast = world.cast().await;
    let other = world.submit(words(cast.far.aimak)).await;
    let pilot = world.programme("Third").await;
    let id = other.id;
    world
        .change(move |conn| {
            diesel::update(grievances::table.find(id)).set(grievances::programme_id.eq(pilot)).execute(conn)?;
            Ok(())
        })
        .await;
    let made = record(&cast.staff.client, impact(&cast, "Суу")).await;
    let body = json!({ "grievance_id": other.id });
    let reply = cast.staff.client.post(&format!("{}/link-grievance", path_of(&made)), body).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/grievance_id unknown"]);
}
