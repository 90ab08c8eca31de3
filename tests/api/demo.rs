//! The demonstration programme.

use std::time::Duration;

use chrono::Utc;
use diesel::prelude::*;
use maslahat::audit::{self, Head};
use maslahat::demo::{self, DEMO_PASSWORD};
use maslahat::schema::grievances;
use serde_json::{Value, json};

use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    demonstration:
    the_demonstration_fills_an_empty_database;
    everybody_of_the_demonstration_signs_in;
    its_cases_stand_in_every_state_with_the_timeline_that_led_there;
    its_audit_trail_is_whole;
    its_receipt_codes_open_cases;
    its_cases_are_found_by_their_words;
    its_stakeholders_are_of_three_areas_and_have_a_history;
    it_is_made_larger_with_cases_like_its_own;
}

async fn load(world: &World) {
    demo::load(&world.system, Utc::now()).await.unwrap();
}

async fn sign_in(world: &World, email: &str) -> Client {
    let session = world.stranger.post("/auth/login", json!({ "email": email, "password": DEMO_PASSWORD })).await;
    world.stranger.with(session.expect(200)["access_token"].as_str().unwrap())
}

async fn cases(world: &World) -> i64 {
    world.look(|conn| Ok(grievances::table.count().get_result(conn)?)).await
}

async fn the_demonstration_fills_an_empty_database(world: World) {
    assert!(world.look(demo::is_empty).await);
    load(&world).await;
    assert!(!world.look(demo::is_empty).await);
    let intake = world.stranger.get("/intake").await.expect(200);
    assert_eq!(intake["programme"]["status"], "running");
    assert_eq!(intake["sites"].as_array().unwrap().len(), 6);
}

async fn everybody_of_the_demonstration_signs_in(world: World) {
    load(&world).await;
    let accounts = world.look(demo::present).await;
    assert_eq!(accounts.len(), 14);
    for account in accounts {
        let me = sign_in(&world, &account.email).await.get("/me").await.expect(200);
        assert_eq!(
            (&me["role"], &me["organisation"]["names"]["en"]),
            (&json!(account.role), &json!(account.organisation))
        );
    }
}

async fn its_cases_stand_in_every_state_with_the_timeline_that_led_there(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let counts = staff.get("/grievances/counts").await.expect(200);
    assert_eq!(counts["by_state"].as_array().unwrap().len(), 14);
    for state in counts["by_state"].as_array().unwrap().iter().map(|count| count["state"].as_str().unwrap()) {
        let page = staff.get(&format!("/grievances?state={state}&limit=1")).await.expect(200);
        let id = page["items"][0]["id"].as_str().unwrap();
        let case = staff.get(&format!("/grievances/{id}")).await.expect(200);
        let timeline = case["timeline"].as_array().unwrap();
        assert_eq!(timeline.last().unwrap()["to"], state, "{case}");
        let times: Vec<&str> = timeline.iter().map(|event| event["at"].as_str().unwrap()).collect();
        assert!(times.is_sorted(), "{times:?}");
    }
}

async fn its_audit_trail_is_whole(world: World) {
    load(&world).await;
    let whole =
        audit::verify(&world.db, Head::default(), &[], Duration::ZERO).await.unwrap().expect("the trail is whole");
    assert!(whole.head.seq > cases(&world).await);
}

async fn its_receipt_codes_open_cases(world: World) {
    load(&world).await;
    let receipts = demo::some_receipts().unwrap();
    assert_eq!(receipts.len(), 14);
    for receipt in receipts {
        let opened = world.stranger.post("/receipts/open", json!({ "code": receipt.code })).await.expect(200);
        assert_eq!(opened["case"]["state"], json!(receipt.state));
    }
}

async fn its_cases_are_found_by_their_words(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let found = staff.get("/grievances?q=ТЕРЕЗЕНИ").await.expect(200);
    let excerpts: Vec<&Value> = found["items"].as_array().unwrap().iter().map(|case| &case["excerpt"]).collect();
    assert!(excerpts.iter().any(|text| text.as_str().unwrap().contains("Терезени")), "{excerpts:?}");
}

async fn its_stakeholders_are_of_three_areas_and_have_a_history(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let all = staff.get("/stakeholders?total=true&limit=100").await.expect(200);
    assert_eq!(all["total"], json!({ "count": 300, "exact": true }));
    for raion in ["KG-Y-jeti-oguz", "KG-Y-ton", "KG-J-ala-buka", "KG-J-chatkal"] {
        let place = world.place(raion).await;
        let page = staff.get(&format!("/stakeholders?place_id={place}&total=true")).await.expect(200);
        assert!(page["total"]["count"].as_i64().unwrap() > 20, "{raion}: {}", page["total"]);
    }
    for consent in ["given", "none", "withdrawn"] {
        let page = staff.get(&format!("/stakeholders?consent={consent}&limit=1")).await.expect(200);
        assert_eq!(page["items"][0]["has_contact"], json!(consent == "given"), "{consent}");
    }
    let assessed = staff.get("/stakeholders?sort=influence&limit=100").await.expect(200);
    let mut most = 0;
    for item in assessed["items"].as_array().unwrap() {
        let history = staff.get(&format!("/stakeholders/{}/history", item["id"].as_str().unwrap())).await.expect(200);
        let events = history["items"].as_array().unwrap();
        let times: Vec<&str> = events.iter().rev().map(|event| event["at"].as_str().unwrap()).collect();
        assert!(times.is_sorted(), "{times:?}");
        most = most.max(events.iter().filter(|event| event["kind"] == "assessed").count());
    }
    assert_eq!(most, 3);
    // Of another programme.
    let pilot = sign_in(&world, "jyldyz.mambetkulova@example.org").await;
    assert_eq!(pilot.get("/stakeholders").await.expect(200)["items"], json!([]));
}

async fn it_is_made_larger_with_cases_like_its_own(world: World) {
    load(&world).await;
    let before = cases(&world).await;
    demo::multiply(&world.system, 300, Utc::now()).await.unwrap();
    assert_eq!(cases(&world).await, before + 300);
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let page = staff.get("/grievances?q=терек-сай&sort=oldest&limit=1").await.expect(200);
    let id = page["items"][0]["id"].as_str().unwrap();
    let case = staff.get(&format!("/grievances/{id}")).await.expect(200);
    assert_eq!(case["timeline"].as_array().unwrap().last().unwrap()["to"], case["state"]);
    // A second time adds as many again.
    demo::multiply(&world.system, 10, Utc::now()).await.unwrap();
    assert_eq!(cases(&world).await, before + 310);
}
