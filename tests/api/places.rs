//! The administrative tree.

use maslahat::authz::{KeyScope, Role};
use serde_json::{Value, json};

use crate::support::places::{BARSKOON, JETI_OGUZ};
use crate::support::{World, on_both_engines};

on_both_engines! {
    every_role_reads_places;
    a_key_needs_the_reference_scope;
    only_an_administrator_adds_and_changes_places;
    a_name_is_found_in_any_letter_case_and_however_short;
    children_are_listed_below_their_parent;
    pages_follow_one_another_without_gap_or_repetition;
    a_new_place_lies_in_the_district_of_its_parent;
    a_place_sent_twice_is_added_once;
    a_code_is_given_once;
    a_place_below_a_lower_level_is_refused;
    an_unknown_parent_is_named;
    values_past_their_limits_are_named;
    half_a_point_is_refused;
    a_changed_name_makes_a_new_version;
    a_change_of_an_older_version_is_stale;
}

fn names(name: &str) -> Value {
    json!({ "ky": name, "ru": name, "en": name })
}

fn village(parent: impl ToString) -> Value {
    let code = "KG-Y-jeti-oguz-barskoon-v-new";
    json!({ "code": code, "level": "village", "parent_id": parent.to_string(), "names": names("Жаңы-Айыл") })
}

async fn every_role_reads_places(world: World) {
    let cast = world.cast().await;
    let id = world.place(BARSKOON).await;
    let side = &cast.near;
    for person in [&side.community, &side.company, &side.authority, &cast.staff, &cast.protection, &cast.admin] {
        let place = person.client.get(&format!("/places/{id}")).await.expect(200);
        assert_eq!(place["code"], BARSKOON);
        let may_change = person.id == cast.admin.id;
        assert_eq!(place["actions"], if may_change { json!(["update_place"]) } else { json!([]) });
    }
}

async fn a_key_needs_the_reference_scope(world: World) {
    let admin = world.office(Role::Admin).await;
    let programme = world.programme("Dialogue").await;
    let reader = world.key(admin.id, programme, &[KeyScope::ReferenceRead]).await;
    let writer = world.key(admin.id, programme, &[KeyScope::GrievancesCreate]).await;
    reader.get("/places").await.expect(200);
    writer.get("/places").await.refused(403, "forbidden");
}

async fn only_an_administrator_adds_and_changes_places(world: World) {
    let cast = world.cast().await;
    let id = world.place(BARSKOON).await;
    for person in [&cast.near.community, &cast.near.company, &cast.near.authority, &cast.staff, &cast.protection] {
        person.client.post("/places", village(id)).once().await.refused(403, "forbidden");
        let change = json!({ "names": names("Башка") });
        person.client.patch(&format!("/places/{id}"), change).at(1).await.refused(403, "forbidden");
    }
}

async fn a_name_is_found_in_any_letter_case_and_however_short(world: World) {
    let admin = world.office(Role::Admin).await;
    let found = admin.client.get("/places?q=ОШ&level=city").await.expect(200);
    let names: Vec<&str> =
        found["items"].as_array().unwrap().iter().map(|p| p["names"]["ru"].as_str().unwrap()).collect();
    assert_eq!(names, ["город Ош"]);
}

async fn children_are_listed_below_their_parent(world: World) {
    let admin = world.office(Role::Admin).await;
    let raion = world.place(JETI_OGUZ).await;
    let page = admin.client.get(&format!("/places?parent_id={raion}&limit=100")).await.expect(200);
    let items = page["items"].as_array().unwrap();
    assert!(items.iter().any(|place| place["code"] == BARSKOON));
    assert!(items.iter().all(|place| place["parent_id"] == raion.to_string()));
}

async fn pages_follow_one_another_without_gap_or_repetition(world: World) {
    let admin = world.office(Role::Admin).await;
    let whole = admin.client.get("/places?level=raion&limit=100").await.expect(200);
    let mut codes = vec![];
    let mut after = String::new();
    loop {
        let page = admin.client.get(&format!("/places?level=raion&limit=7{after}")).await.expect(200);
        codes.extend(page["items"].as_array().unwrap().iter().map(|place| place["code"].clone()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    let expected: Vec<Value> = whole["items"].as_array().unwrap().iter().map(|place| place["code"].clone()).collect();
    assert_eq!(codes, expected);
}

async fn a_new_place_lies_in_the_district_of_its_parent(world: World) {
    let admin = world.office(Role::Admin).await;
    let (aimak, raion) = (world.place(BARSKOON).await, world.place(JETI_OGUZ).await);
    let place = admin.client.post("/places", village(aimak)).once().await.expect(201);
    assert_eq!(place["district_id"], raion.to_string());
    let reply = admin.client.get(&format!("/places/{}", place["id"].as_str().unwrap())).await;
    assert_eq!(reply.expect(200), place);
    assert_eq!(reply.header("etag"), "\"1\"");
}

async fn a_place_sent_twice_is_added_once(world: World) {
    let admin = world.office(Role::Admin).await;
    let aimak = world.place(BARSKOON).await;
    let key = "0123456789abcdef";
    let first = admin.client.post("/places", village(aimak)).key(key).await.expect(201);
    let second = admin.client.post("/places", village(aimak)).key(key).await.expect(201);
    assert_eq!(first, second);
}

async fn a_code_is_given_once(world: World) {
    let admin = world.office(Role::Admin).await;
    let aimak = world.place(BARSKOON).await;
    admin.client.post("/places", village(aimak)).once().await.expect(201);
    let fields = admin.client.post("/places", village(aimak)).once().await.refused(422, "invalid");
    assert_eq!(fields, ["/code taken"]);
}

async fn a_place_below_a_lower_level_is_refused(world: World) {
    let admin = world.office(Role::Admin).await;
    let mut raion = village(world.place(BARSKOON).await);
    raion["level"] = json!("raion");
    let fields = admin.client.post("/places", raion).once().await.refused(422, "invalid");
    assert_eq!(fields, ["/parent_id wrong_level"]);
}

async fn an_unknown_parent_is_named(world: World) {
    let admin = world.office(Role::Admin).await;
    let body = village(uuid::Uuid::new_v4());
    assert_eq!(admin.client.post("/places", body).once().await.refused(422, "invalid"), ["/parent_id unknown"]);
}

async fn values_past_their_limits_are_named(world: World) {
    let admin = world.office(Role::Admin).await;
    let mut body = village(world.place(BARSKOON).await);
    body["code"] = json!("KG/..");
    body["names"]["en"] = json!("");
    body["latitude"] = json!(90.5);
    body["longitude"] = json!(-181);
    let fields = admin.client.post("/places", body).once().await.refused(422, "invalid");
    assert_eq!(fields, ["/code invalid", "/latitude too_large", "/longitude too_small", "/names/en too_short"]);
}

async fn half_a_point_is_refused(world: World) {
    let admin = world.office(Role::Admin).await;
    let mut body = village(world.place(BARSKOON).await);
    body["latitude"] = json!(42.1);
    assert_eq!(admin.client.post("/places", body).once().await.refused(422, "invalid"), ["/longitude required"]);
}

async fn a_changed_name_makes_a_new_version(world: World) {
    let admin = world.office(Role::Admin).await;
    let path = format!("/places/{}", world.place(BARSKOON).await);
    let before = admin.client.get(&path).await.expect(200);
    let reply = admin.client.patch(&path, json!({ "names": names("Барскоон-2") })).at(1).await;
    let after = reply.expect(200);
    assert_eq!((&after["version"], reply.header("etag")), (&json!(2), "\"2\""));
    assert_eq!(after["names"], names("Барскоон-2"));
    assert_eq!((&after["code"], &after["latitude"]), (&before["code"], &before["latitude"]));
    assert_eq!(admin.client.get(&path).await.expect(200), after);
}

async fn a_change_of_an_older_version_is_stale(world: World) {
    let admin = world.office(Role::Admin).await;
    let path = format!("/places/{}", world.place(BARSKOON).await);
    admin.client.patch(&path, json!({ "names": names("Биринчи") })).at(1).await.expect(200);
    admin.client.patch(&path, json!({ "names": names("Экинчи") })).at(1).await.refused(412, "stale");
    admin.client.patch(&path, json!({ "names": names("Экинчи") })).await.refused(428, "version_required");
    let lost = format!("/places/{}", uuid::Uuid::new_v4());
    admin.client.patch(&lost, json!({ "names": names("Жок") })).at(1).await.refused(404, "not_found");
}
