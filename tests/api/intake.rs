//! What the public form needs.

use maslahat::authz::Role;
use serde_json::{Value, json};

use crate::support::places::{BARSKOON, JETI_OGUZ, PERVOMAY};
use crate::support::{HOTLINE, World, on_both_engines};

on_both_engines! {
    without_a_running_programme_there_is_nothing_to_raise;
    anybody_reads_the_places_of_the_running_programme;
    sites_of_the_raion_come_with_their_company;
    who_has_it_is_not_sent_it_again;
}

async fn run_a_programme(world: &World, status: &str) {
    let admin = world.office(Role::Admin).await;
    let words = json!({ "ky": "Тынчтык", "ru": "Мир", "en": "Peace" });
    let body = json!({
        "names": words, "objectives": words, "starts_on": "2019-04-01", "ends_on": "2019-12-31", "status": status,
        "focus_areas": [{ "names": words, "place_ids": [world.place(BARSKOON).await.to_string()] }]
    });
    admin.client.post("/programmes", body).once().await.expect(201);
}

fn codes(intake: &Value) -> Vec<&str> {
    intake["places"].as_array().unwrap().iter().map(|place| place["code"].as_str().unwrap()).collect()
}

async fn without_a_running_programme_there_is_nothing_to_raise(world: World) {
    run_a_programme(&world, "closed").await;
    let intake = world.stranger.get("/intake").await.expect(200);
    assert_eq!(intake, json!({ "programme": null, "places": [], "sites": [], "hotline": HOTLINE }));
}

async fn anybody_reads_the_places_of_the_running_programme(world: World) {
    run_a_programme(&world, "running").await;
    let intake = world.stranger.get("/intake").await.expect(200);
    assert_eq!(intake["programme"]["names"]["en"], "Peace");
    let codes = codes(&intake);
    assert!(codes.contains(&BARSKOON) && codes.contains(&JETI_OGUZ));
    let around = |code: &&str| *code == JETI_OGUZ || code.starts_with(BARSKOON);
    assert!(codes.iter().all(around), "{codes:?}");
    assert!(codes.len() > 2, "villages lie below the aimak");
}

async fn sites_of_the_raion_come_with_their_company(world: World) {
    run_a_programme(&world, "running").await;
    let company = world.organisation("company", "Kaiberen", None).await;
    let near = world.site("Kok-Beles", company, world.place(BARSKOON).await).await;
    world.site("Sary-Kashat", company, world.place(PERVOMAY).await).await;
    let intake = world.stranger.get("/intake").await.expect(200);
    let sites = intake["sites"].as_array().unwrap();
    assert_eq!(sites.len(), 1);
    assert_eq!((&sites[0]["id"], &sites[0]["company"]["en"]), (&json!(near.to_string()), &json!("Kaiberen")));
}

async fn who_has_it_is_not_sent_it_again(world: World) {
    run_a_programme(&world, "running").await;
    let first = world.stranger.get("/intake").await;
    first.expect(200);
    assert_eq!(first.header("cache-control"), "public, max-age=300");
    let again = world.stranger.get("/intake").header("if-none-match", first.header("etag")).await;
    assert_eq!((again.status, again.bytes.len()), (304, 0));
    let company = world.organisation("company", "Kaiberen", None).await;
    world.site("Kok-Beles", company, world.place(BARSKOON).await).await;
    world.stranger.get("/intake").header("if-none-match", first.header("etag")).await.expect(200);
}
