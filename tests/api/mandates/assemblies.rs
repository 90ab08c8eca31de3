//! Where communities gave their word.

use serde_json::json;

use super::assembly;
use crate::support::{World, on_both_engines};

on_both_engines! {
    an_assembly_is_recorded_with_who_took_part;
    what_can_not_be_is_refused_by_field;
    it_is_corrected_unless_somebody_else_did;
    assemblies_are_listed_by_place;
    a_day_outside_the_programme_is_doubted;
}

async fn an_assembly_is_recorded_with_who_took_part(world: World) {
    let cast = world.cast().await;
    let made = cast.staff.client.post("/assemblies", assembly(&cast)).once().await.expect(201);
    assert_eq!(made["totals"], json!({ "people": 9, "women": 4, "youth": 4 }));
    assert_eq!(made["attendance"], assembly(&cast)["attendance"]);
    let path = format!("/assemblies/{}", made["id"].as_str().unwrap());
    assert_eq!(cast.second_staff.client.get(&path).await.expect(200), made);
    cast.other_staff.client.get(&path).await.refused(404, "not_found");
}

async fn what_can_not_be_is_refused_by_field(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let women = json!({ "sex": "female", "band": "from25", "people": 3 });
    for (field, value, refused) in [
        ("attendance", json!([]), "/attendance too_short"),
        ("attendance", json!([{ "sex": "male", "band": "from25", "people": 0 }]), "/attendance empty"),
        ("attendance", json!([women, women]), "/attendance/1 repeated"),
        ("attendance", json!([{ "sex": "male", "band": "from25", "people": -1 }]), "/attendance/0/people too_small"),
        ("attendance", json!([{ "sex": "male", "band": "from26", "people": 1 }]), "/attendance/0/band invalid"),
        ("held_on", json!("2999-01-01"), "/held_on in_the_future"),
        ("place_id", json!(uuid::Uuid::new_v4()), "/place_id unknown"),
        ("programme_id", json!(uuid::Uuid::new_v4()), "/programme_id unknown"),
    ] {
        let mut body = assembly(&cast);
        body[field] = value;
        assert_eq!(staff.post("/assemblies", body).once().await.refused(422, "invalid"), [refused]);
    }
    assert_eq!(staff.get("/assemblies").await.expect(200)["items"], json!([]));
}

async fn it_is_corrected_unless_somebody_else_did(world: World) {
    let cast = world.cast().await;
    let made = cast.staff.client.post("/assemblies", assembly(&cast)).once().await.expect(201);
    let path = format!("/assemblies/{}", made["id"].as_str().unwrap());
    let change = json!({ "attendance": [{ "sex": "male", "band": "from60", "people": 12 }], "venue": null });
    let corrected = cast.second_staff.client.patch(&path, change.clone()).at(1).await.expect(200);
    assert_eq!(corrected["totals"], json!({ "people": 12, "women": 0, "youth": 0 }));
    assert_eq!((&corrected["venue"], &corrected["form"]), (&json!(null), &json!("assembly")));
    cast.staff.client.patch(&path, change).at(1).await.refused(412, "stale");
    let future = cast.staff.client.patch(&path, json!({ "held_on": "2999-01-01" })).at(2).await;
    assert_eq!(future.refused(422, "invalid"), ["/held_on in_the_future"]);
}

async fn assemblies_are_listed_by_place(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let mut there = assembly(&cast);
    there["place_id"] = json!(cast.far.aimak);
    for body in [assembly(&cast), there, assembly(&cast)] {
        staff.post("/assemblies", body).once().await.expect(201);
    }
    let near = staff.get(&format!("/assemblies?place_id={}", cast.near.aimak)).await.expect(200);
    assert_eq!(near["items"].as_array().unwrap().len(), 2);
    let first = staff.get("/assemblies?limit=2").await.expect(200);
    let rest = staff.get(&format!("/assemblies?limit=2&after={}", first["next"].as_str().unwrap())).await.expect(200);
    assert_eq!((first["items"].as_array().unwrap().len(), rest["items"].as_array().unwrap().len()), (2, 1));
}

async fn a_day_outside_the_programme_is_doubted(world: World) {
    let cast = world.cast().await;
    let old = cast.staff.client.post("/assemblies", assembly(&cast)).once().await.expect(201);
    assert_eq!(old["warnings"], json!(["outside_programme_period"]));
    let mut now = assembly(&cast);
    now["held_on"] = json!(super::today());
    let now = cast.staff.client.post("/assemblies", now).once().await.expect(201);
    assert_eq!(now["warnings"], json!([]));
}
