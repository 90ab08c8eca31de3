//! Programmes and where they work.

use maslahat::authz::Role;
use serde_json::{Value, json};

use crate::support::places::{BARSKOON, PERVOMAY};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_programme_is_added_with_its_focus_areas;
    a_programme_that_ends_before_it_starts_is_refused;
    an_unknown_place_of_a_focus_area_is_named;
    a_place_named_twice_in_an_area_is_refused;
    focus_areas_are_replaced_as_a_whole;
    focus_areas_stay_when_only_the_status_changes;
    a_period_is_checked_against_what_stays;
}

fn area(places: &[String]) -> Value {
    json!({ "names": { "ky": "Аймак", "ru": "Район", "en": "Area" }, "place_ids": places })
}

async fn programme(world: &World) -> Value {
    let words = json!({ "ky": "Тынчтык", "ru": "Мир", "en": "Peace" });
    json!({
        "names": words, "objectives": words, "starts_on": "2019-04-01", "ends_on": "2019-12-31", "status": "running",
        "focus_areas": [area(&[world.place(BARSKOON).await.to_string()])]
    })
}

async fn a_programme_is_added_with_its_focus_areas(world: World) {
    let admin = world.office(Role::Admin).await;
    let made = admin.client.post("/programmes", programme(&world).await).once().await.expect(201);
    assert_eq!(made["focus_areas"][0]["place_ids"], json!([world.place(BARSKOON).await.to_string()]));
    let path = format!("/programmes/{}", made["id"].as_str().unwrap());
    assert_eq!(admin.client.get(&path).await.expect(200), made);
    let list = admin.client.get("/programmes").await.expect(200);
    assert_eq!(list["items"], json!([made]));
}

async fn a_programme_that_ends_before_it_starts_is_refused(world: World) {
    let admin = world.office(Role::Admin).await;
    let mut body = programme(&world).await;
    body["ends_on"] = json!("2019-03-31");
    assert_eq!(admin.client.post("/programmes", body).once().await.refused(422, "invalid"), ["/ends_on before_start"]);
}

async fn an_unknown_place_of_a_focus_area_is_named(world: World) {
    let admin = world.office(Role::Admin).await;
    let mut body = programme(&world).await;
    body["focus_areas"][0]["place_ids"].as_array_mut().unwrap().push(json!(uuid::Uuid::new_v4().to_string()));
    let fields = admin.client.post("/programmes", body).once().await.refused(422, "invalid");
    assert_eq!(fields, ["/focus_areas/0/place_ids/1 unknown"]);
}

async fn a_place_named_twice_in_an_area_is_refused(world: World) {
    let admin = world.office(Role::Admin).await;
    let mut body = programme(&world).await;
    let place = world.place(BARSKOON).await.to_string();
    body["focus_areas"] = json!([area(&[place.clone(), place])]);
    let fields = admin.client.post("/programmes", body).once().await.refused(422, "invalid");
    assert_eq!(fields, ["/focus_areas/0/place_ids/1 duplicate"]);
}

async fn focus_areas_are_replaced_as_a_whole(world: World) {
    let admin = world.office(Role::Admin).await;
    let made = admin.client.post("/programmes", programme(&world).await).once().await.expect(201);
    let path = format!("/programmes/{}", made["id"].as_str().unwrap());
    let other = world.place(PERVOMAY).await.to_string();
    let change = json!({ "focus_areas": [area(std::slice::from_ref(&other))] });
    let changed = admin.client.patch(&path, change).at(1).await.expect(200);
    assert_eq!(changed["focus_areas"].as_array().unwrap().len(), 1);
    assert_eq!(changed["focus_areas"][0]["place_ids"], json!([other]));
}

async fn focus_areas_stay_when_only_the_status_changes(world: World) {
    let admin = world.office(Role::Admin).await;
    let made = admin.client.post("/programmes", programme(&world).await).once().await.expect(201);
    let path = format!("/programmes/{}", made["id"].as_str().unwrap());
    let changed = admin.client.patch(&path, json!({ "status": "closed" })).at(1).await.expect(200);
    assert_eq!((&changed["status"], &changed["focus_areas"]), (&json!("closed"), &made["focus_areas"]));
}

async fn a_period_is_checked_against_what_stays(world: World) {
    let admin = world.office(Role::Admin).await;
    let made = admin.client.post("/programmes", programme(&world).await).once().await.expect(201);
    let path = format!("/programmes/{}", made["id"].as_str().unwrap());
    let fields = admin.client.patch(&path, json!({ "starts_on": "2020-01-01" })).at(1).await.refused(422, "invalid");
    assert_eq!(fields, ["/ends_on before_start"]);
}
