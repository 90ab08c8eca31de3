//! Deposits and mines.

use maslahat::authz::Role;
use serde_json::{Value, json};

use crate::support::places::{BARSKOON, PERVOMAY};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_site_is_added_to_its_company;
    a_site_of_anybody_but_a_company_is_refused;
    unknown_references_are_named;
    a_licence_is_given_once;
    sites_are_found_by_company_name_mineral_and_licence;
    a_site_changes_its_stage_and_place_but_not_its_company;
}

async fn site(world: &World, owner: impl ToString, licence: &str) -> Value {
    json!({
        "names": { "ky": "Көк-Белес", "ru": "Кёк-Белес", "en": "Kok-Beles" }, "organisation_id": owner.to_string(),
        "place_id": world.place(BARSKOON).await.to_string(), "latitude": 42.01, "longitude": 77.69,
        "licence_number": licence, "mineral": "gold", "stage": "production"
    })
}

async fn a_site_is_added_to_its_company(world: World) {
    let admin = world.office(Role::Admin).await;
    let company = world.organisation("company", "Kaiberen", None).await;
    let made = admin.client.post("/sites", site(&world, company, "L-1").await).once().await.expect(201);
    assert_eq!(made["organisation"]["names"]["en"], "Kaiberen");
    assert_eq!(made["place"]["id"], world.place(BARSKOON).await.to_string());
    let path = format!("/sites/{}", made["id"].as_str().unwrap());
    assert_eq!(admin.client.get(&path).await.expect(200), made);
}

async fn a_site_of_anybody_but_a_company_is_refused(world: World) {
    let admin = world.office(Role::Admin).await;
    let ngo = world.organisation("ngo", "Yntymak", None).await;
    let body = site(&world, ngo, "L-1").await;
    let fields = admin.client.post("/sites", body).once().await.refused(422, "invalid");
    assert_eq!(fields, ["/organisation_id not_a_company"]);
}

async fn unknown_references_are_named(world: World) {
    let admin = world.office(Role::Admin).await;
    let body = site(&world, uuid::Uuid::new_v4(), "L-1").await;
    let fields = admin.client.post("/sites", body).once().await.refused(422, "invalid");
    assert_eq!(fields, ["/organisation_id unknown"]);
    let company = world.organisation("company", "Kaiberen", None).await;
    let mut body = site(&world, company, "L-1").await;
    body["place_id"] = json!(uuid::Uuid::new_v4().to_string());
    assert_eq!(admin.client.post("/sites", body).once().await.refused(422, "invalid"), ["/place_id unknown"]);
}

async fn a_licence_is_given_once(world: World) {
    let admin = world.office(Role::Admin).await;
    let company = world.organisation("company", "Kaiberen", None).await;
    let body = site(&world, company, "L-1").await;
    admin.client.post("/sites", body.clone()).once().await.expect(201);
    assert_eq!(admin.client.post("/sites", body).once().await.refused(422, "invalid"), ["/licence_number taken"]);
}

async fn sites_are_found_by_company_name_mineral_and_licence(world: World) {
    let admin = world.office(Role::Admin).await;
    let [one, other] = [world.organisation("company", "A", None).await, world.organisation("company", "B", None).await];
    for (company, licence) in [(one, "ZX-17"), (other, "ZX-18")] {
        admin.client.post("/sites", site(&world, company, licence).await).once().await.expect(201);
    }
    let count = async |query: &str| {
        let page = admin.client.get(&format!("/sites?{query}")).await.expect(200);
        page["items"].as_array().unwrap().len()
    };
    assert_eq!(count(&format!("organisation_id={one}")).await, 1);
    assert_eq!(count("q=көк-бел").await, 2);
    assert_eq!(count("q=GOLD").await, 2);
    assert_eq!(count("q=zx-18").await, 1);
    assert_eq!(count("q=silver").await, 0);
}

async fn a_site_changes_its_stage_and_place_but_not_its_company(world: World) {
    let admin = world.office(Role::Admin).await;
    let company = world.organisation("company", "Kaiberen", None).await;
    let made = admin.client.post("/sites", site(&world, company, "L-1").await).once().await.expect(201);
    let path = format!("/sites/{}", made["id"].as_str().unwrap());
    let place = world.place(PERVOMAY).await.to_string();
    let change = json!({ "stage": "closure", "place_id": place });
    let changed = admin.client.patch(&path, change).at(1).await.expect(200);
    assert_eq!((&changed["stage"], &changed["place"]["id"]), (&json!("closure"), &json!(place)));
    assert_eq!(changed["licence_number"], made["licence_number"]);
    let change = json!({ "latitude": 41.9, "longitude": 77.6 });
    assert_eq!(admin.client.patch(&path, change).at(2).await.expect(200)["latitude"], 41.9);
    let half = admin.client.patch(&path, json!({ "latitude": null })).at(3).await.refused(422, "invalid");
    assert_eq!(half, ["/longitude required"]);
    let cleared = admin.client.patch(&path, json!({ "latitude": null, "longitude": null })).at(3).await.expect(200);
    assert!(cleared["latitude"].is_null() && cleared["longitude"].is_null());
    let change = json!({ "organisation_id": company.to_string() });
    assert_eq!(admin.client.patch(&path, change).at(4).await.refused(422, "invalid"), ["/organisation_id unknown"]);
}
