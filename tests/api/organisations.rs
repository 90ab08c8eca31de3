//! The NGO, companies, authorities, community groups and partners.

use maslahat::authz::Role;
use serde_json::{Value, json};

use crate::support::places::{BARSKOON, JETI_OGUZ};
use crate::support::{World, on_both_engines};

on_both_engines! {
    an_authority_is_added_with_its_territory;
    an_authority_without_a_territory_is_refused;
    an_unknown_territory_is_named;
    organisations_are_found_by_kind_and_by_name;
    a_territory_is_changed_and_the_kind_is_not;
    a_territory_is_cleared_but_never_that_of_an_authority;
    only_an_administrator_adds_organisations;
}

fn organisation(kind: &str, name: &str, territory: Option<String>) -> Value {
    json!({ "kind": kind, "names": { "ky": name, "ru": name, "en": name }, "territory_id": territory })
}

async fn an_authority_is_added_with_its_territory(world: World) {
    let admin = world.office(Role::Admin).await;
    let raion = world.place(JETI_OGUZ).await.to_string();
    let body = organisation("authority", "Администрация", Some(raion.clone()));
    let made = admin.client.post("/organisations", body).once().await.expect(201);
    assert_eq!(made["territory"]["id"], raion);
    assert_eq!(made["territory"]["names"]["en"], "Jeti-Oguz raion");
    let path = format!("/organisations/{}", made["id"].as_str().unwrap());
    assert_eq!(admin.client.get(&path).await.expect(200), made);
}

async fn an_authority_without_a_territory_is_refused(world: World) {
    let admin = world.office(Role::Admin).await;
    let body = organisation("authority", "Администрация", None);
    let fields = admin.client.post("/organisations", body).once().await.refused(422, "invalid");
    assert_eq!(fields, ["/territory_id required"]);
}

async fn an_unknown_territory_is_named(world: World) {
    let admin = world.office(Role::Admin).await;
    let body = organisation("community_group", "Малчылар", Some(uuid::Uuid::new_v4().to_string()));
    let fields = admin.client.post("/organisations", body).once().await.refused(422, "invalid");
    assert_eq!(fields, ["/territory_id unknown"]);
}

async fn organisations_are_found_by_kind_and_by_name(world: World) {
    let admin = world.office(Role::Admin).await;
    for (kind, name) in [("company", "Көк-Бел"), ("company", "Ак-Таш"), ("partner", "Көк-Суу")] {
        admin.client.post("/organisations", organisation(kind, name, None)).once().await.expect(201);
    }
    let found = admin.client.get("/organisations?kind=company&q=КӨК").await.expect(200);
    let names: Vec<&Value> = found["items"].as_array().unwrap().iter().map(|item| &item["names"]["ky"]).collect();
    assert_eq!(names, ["Көк-Бел"]);
}

async fn a_territory_is_changed_and_the_kind_is_not(world: World) {
    let admin = world.office(Role::Admin).await;
    let raion = world.place(JETI_OGUZ).await;
    let path = format!("/organisations/{}", world.organisation("authority", "Акимиат", Some(raion)).await);
    let aimak = world.place(BARSKOON).await.to_string();
    let changed = admin.client.patch(&path, json!({ "territory_id": aimak })).at(1).await.expect(200);
    assert_eq!((&changed["territory"]["id"], &changed["version"]), (&json!(aimak), &json!(2)));
    let fields = admin.client.patch(&path, json!({ "kind": "company" })).at(2).await.refused(422, "invalid");
    assert_eq!(fields, ["/kind unknown"]);
}

async fn a_territory_is_cleared_but_never_that_of_an_authority(world: World) {
    let admin = world.office(Role::Admin).await;
    let raion = world.place(JETI_OGUZ).await;
    let cleared = json!({ "territory_id": null });
    let path = format!("/organisations/{}", world.organisation("authority", "Акимиат", Some(raion)).await);
    let fields = admin.client.patch(&path, cleared.clone()).at(1).await.refused(422, "invalid");
    assert_eq!(fields, ["/territory_id required"]);
    let path = format!("/organisations/{}", world.organisation("community_group", "Малчылар", Some(raion)).await);
    let renamed = json!({ "names": { "ky": "Чабандар", "ru": "Чабаны", "en": "Shepherds" } });
    let kept = admin.client.patch(&path, renamed).at(1).await.expect(200);
    assert_eq!(kept["territory"]["id"], raion.to_string());
    assert!(admin.client.patch(&path, cleared).at(2).await.expect(200)["territory"].is_null());
}

async fn only_an_administrator_adds_organisations(world: World) {
    let staff = world.office(Role::Staff).await;
    let body = organisation("company", "Ак-Таш", None);
    staff.client.post("/organisations", body).once().await.refused(403, "forbidden");
    staff.client.get("/organisations").await.expect(200);
}
