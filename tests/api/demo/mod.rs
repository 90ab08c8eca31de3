//! The demonstration programme.

mod searched;

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
    its_stakeholders_are_of_three_areas_and_have_a_history;
    its_representatives_speak_for_the_places_of_their_mandates;
    its_staff_have_spoken_with_people_and_have_something_to_do;
    its_impacts_stand_in_every_state_with_sources_and_votes;
    its_focus_groups_are_of_three_areas_and_stand_in_many_states;
    its_focus_groups_were_made_into_impacts_and_some_are_published;
    its_promises_stand_in_every_way_and_its_agreements_in_every_state;
    its_meetings_stand_in_every_state_and_have_days_and_minutes;
    its_calls_for_grants_are_past_and_open_with_applications_in_every_state;
    it_is_made_larger_with_cases_like_its_own;
    it_is_made_larger_with_meetings_and_promises;
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

async fn its_staff_have_spoken_with_people_and_have_something_to_do(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let all = staff.get("/engagements?total=true").await.expect(200);
    assert_eq!(all["total"], json!({ "count": 200, "exact": true }));
    for (standing, least) in [("open", 20), ("overdue", 4), ("done", 40)] {
        let page = staff.get(&format!("/engagements?follow_up={standing}&total=true&limit=1")).await.expect(200);
        assert!(page["total"]["count"].as_i64().unwrap() >= least, "{standing}: {}", page["total"]);
    }
    assert_eq!(staff.get("/home").await.expect(200)["follow_ups"].as_array().unwrap().len(), 5);
}

async fn its_impacts_stand_in_every_state_with_sources_and_votes(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let page = staff.get("/impacts?total=true&limit=100").await.expect(200);
    assert_eq!(page["total"], json!({ "count": 40, "exact": true }));
    for state in ["reported", "validated", "prioritised", "on_agenda", "addressed", "dismissed"] {
        let page = staff.get(&format!("/impacts?state={state}&limit=1")).await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), 1, "{state}");
    }
    let mut dealt_with = 0;
    for item in page["items"].as_array().unwrap() {
        let whole = staff.get(&format!("/impacts/{}", item["id"].as_str().unwrap())).await.expect(200);
        assert!(!whole["sources"].as_array().unwrap().is_empty(), "{}", whole["title"]);
        assert_eq!(whole["warnings"], json!([]));
        dealt_with += whole["grievances"].as_array().unwrap().len();
    }
    assert!(dealt_with > 5, "{dealt_with}");
    let rounds = staff.get("/impact-rounds").await.expect(200);
    let open = rounds["items"].as_array().unwrap().iter().filter(|round| round["state"] == "open").count();
    assert_eq!((rounds["items"].as_array().unwrap().len(), open), (3, 1));
}

async fn its_promises_stand_in_every_way_and_its_agreements_in_every_state(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let all = staff.get("/commitments?limit=100").await.expect(200);
    let all = all["items"].as_array().unwrap();
    assert_eq!(all.len(), 16);
    for standing in ["running", "overdue", "awaiting", "in_time", "late", "broken"] {
        assert!(all.iter().any(|one| one["standing"] == standing), "{standing}");
    }
    for state in ["draft", "open_for_signature", "in_force", "ended"] {
        let page = staff.get(&format!("/agreements?state={state}")).await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), 1, "{state}");
    }
    let board = world.stranger.get("/promises").await.expect(200);
    assert_eq!(board["items"].as_array().unwrap().len(), 12);
    assert!(board["sites"].as_array().unwrap().len() > 4);
    let owing = sign_in(&world, "dmitry.lazarev@example.org").await;
    assert!(!owing.get("/home").await.expect(200)["waiting_commitments"].as_array().unwrap().is_empty());
}

async fn its_meetings_stand_in_every_state_and_have_days_and_minutes(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let all = staff.get("/meetings?limit=100").await.expect(200);
    assert_eq!(all["items"].as_array().unwrap().len(), 13);
    for state in [
        "draft",
        "agenda_open",
        "invited",
        "confirmed",
        "postponed",
        "cancelled",
        "held",
        "minutes_drafted",
        "minutes_approved",
    ] {
        let page = staff.get(&format!("/meetings?state={state}")).await.expect(200);
        assert!(!page["items"].as_array().unwrap().is_empty(), "{state}");
    }
    for meeting in all["items"].as_array().unwrap() {
        let seen = staff.get(&format!("/meetings/{}", meeting["id"].as_str().unwrap())).await.expect(200);
        assert_eq!(seen["events"][0]["to"], seen["state"], "its history leads to where it stands");
        its_day_and_minutes_are_told(&staff, &seen).await;
    }
    let waits = staff.get("/home").await.expect(200)["waiting_meetings"].clone();
    assert!(waits.as_array().unwrap().iter().any(|row| row["action"] == "hold_meeting"), "one is today: {waits}");
    let asked = sign_in(&world, "azamat.joldoshev@example.org").await.get("/home").await.expect(200);
    assert_eq!(asked["waiting_meetings"][0]["action"], "answer_meeting_invitation");
}

async fn its_day_and_minutes_are_told(staff: &Client, meeting: &Value) {
    let path = format!("/meetings/{}", meeting["id"].as_str().unwrap());
    let state = meeting["state"].as_str().unwrap();
    if state == "held" || state.starts_with("minutes_") {
        let day = staff.get(&format!("{path}/day")).await.expect(200);
        assert!(day["totals"]["people"].as_i64().unwrap() > 5 && day["running"].is_null(), "{state}: {day}");
        let minutes = staff.get(&format!("{path}/minutes")).await.expect(200);
        assert!(!minutes["sections"][0]["lines"].as_array().unwrap().is_empty(), "{state}: {minutes}");
        assert_eq!(minutes["sha256"].is_string(), state == "minutes_approved");
        let said = minutes["sides"].as_array().unwrap().iter().filter(|side| side["answer"].is_object()).count();
        assert_eq!(said > 0, state != "held");
    }
}

async fn its_stakeholders_are_of_three_areas_and_have_a_history(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let all = staff.get("/stakeholders?total=true&limit=100").await.expect(200);
    assert_eq!(all["total"], json!({ "count": 309, "exact": true }));
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

async fn its_representatives_speak_for_the_places_of_their_mandates(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let all = staff.get("/mandates?limit=100").await.expect(200);
    let mandates = all["items"].as_array().unwrap();
    assert_eq!(mandates.len(), 15);
    for state in ["nominated", "vetted", "endorsed", "active", "ended"] {
        assert!(mandates.iter().any(|mandate| mandate["state"] == state), "{state}");
    }
    for address in ["bakyt.osmonaliev", "aijamal.toktosunova", "nursultan.abdykadyrov"] {
        let me = sign_in(&world, &format!("{address}@example.org")).await.get("/me").await.expect(200);
        assert_eq!(me["places"].as_array().unwrap().len(), 3, "{address}");
    }
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

async fn it_is_made_larger_with_meetings_and_promises(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let counted = async |list: &str| {
        let page = staff.get(&format!("/{list}?total=true&limit=1")).await.expect(200);
        page["total"]["count"].as_i64().unwrap()
    };
    let (meetings, promises) = (counted("meetings").await, counted("commitments").await);
    demo::copies::meetings(&world.system, 200, Utc::now()).await.unwrap();
    demo::copies::commitments(&world.system, 300, Utc::now()).await.unwrap();
    assert_eq!((counted("meetings").await, counted("commitments").await), (meetings + 200, promises + 300));
    let first = staff.get("/meetings?limit=1").await.expect(200)["items"][0].clone();
    let meeting = staff.get(&format!("/meetings/{}", first["id"].as_str().unwrap())).await.expect(200);
    assert!(meeting["guests"].as_array().is_some_and(|guests| !guests.is_empty()), "{meeting}");
    let first = staff.get("/commitments?sort=newest&limit=1").await.expect(200)["items"][0].clone();
    let promise = staff.get(&format!("/commitments/{}", first["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(promise["events"].as_array().unwrap().first().unwrap()["to"], promise["state"]);
}

async fn its_focus_groups_are_of_three_areas_and_stand_in_many_states(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let all = staff.get("/focus-groups?total=true&limit=100").await.expect(200);
    assert_eq!(all["total"], json!({ "count": 12, "exact": true }));
    for raion in ["KG-Y-jeti-oguz", "KG-Y-ton", "KG-J-ala-buka", "KG-J-chatkal"] {
        let place = world.place(raion).await;
        let page = staff.get(&format!("/focus-groups?place_id={place}")).await.expect(200);
        assert!(!page["items"].as_array().unwrap().is_empty(), "{raion}");
    }
    for item in all["items"].as_array().unwrap() {
        let path = format!("/focus-groups/{}", item["id"].as_str().unwrap());
        let group = staff.get(&path).await.expect(200);
        let history = staff.get(&format!("{path}/history")).await.expect(200);
        let events = history["items"].as_array().unwrap();
        let times: Vec<&str> = events.iter().rev().map(|event| event["at"].as_str().unwrap()).collect();
        assert!(times.is_sorted(), "{times:?}");
        let was_held = group["held_on"].is_string();
        assert_eq!(group["attended"]["people"].as_i64().unwrap() > 0, was_held);
        assert_eq!(group["notes"].as_str().unwrap().is_empty(), !was_held);
    }
    for state in ["planned", "consented", "held", "coded", "validated", "published", "cancelled"] {
        let page = staff.get(&format!("/focus-groups?state={state}")).await.expect(200);
        assert!(!page["items"].as_array().unwrap().is_empty(), "{state}");
    }
}

async fn its_focus_groups_were_made_into_impacts_and_some_are_published(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let all = staff.get("/focus-groups?limit=100").await.expect(200);
    let mut passages = 0;
    for item in all["items"].as_array().unwrap() {
        let group = staff.get(&format!("/focus-groups/{}", item["id"].as_str().unwrap())).await.expect(200);
        let notes: Vec<char> = group["notes"].as_str().unwrap().chars().collect();
        let is_coded = ["coded", "validated", "published"].contains(&group["state"].as_str().unwrap());
        assert_eq!(!group["codes"].as_array().unwrap().is_empty(), is_coded, "{}", group["title"]);
        for code in group["codes"].as_array().unwrap() {
            let place = |end: &str| usize::try_from(code[end].as_u64().unwrap()).unwrap();
            assert_eq!(code["passage"], String::from_iter(&notes[place("starts")..place("ends")]));
            let impact = format!("/impacts/{}", code["impact"]["id"].as_str().unwrap());
            let impact = staff.get(&impact).await.expect(200);
            assert!(impact["created_at"].as_str() < code["at"].as_str(), "{}", impact["title"]);
            assert!(impact["said"].as_array().unwrap().iter().any(|said| said["passage"] == code["passage"]));
            passages += 1;
        }
    }
    assert!(passages > 15, "{passages}");
    let published = staff.get("/published-focus-groups").await.expect(200);
    let published = published["items"].as_array().unwrap();
    assert_eq!(published.len(), 3);
    assert!(published.iter().all(|group| group["people"].as_i64() > Some(5) && group["quotes"][0]["text"].is_string()));
}

async fn its_calls_for_grants_are_past_and_open_with_applications_in_every_state(world: World) {
    load(&world).await;
    let calls = world.stranger.get("/public-grant-calls").await.expect(200);
    let phases: Vec<&Value> = calls["items"].as_array().unwrap().iter().map(|call| &call["phase"]).collect();
    assert_eq!(phases, ["open", "closed", "closed"]);
    let group = sign_in(&world, "bakyt.osmonaliev@example.org").await;
    let own = group.get("/grant-applications").await.expect(200);
    assert_eq!(own["items"].as_array().unwrap().len(), 2);
    let waits = group.get("/home").await.expect(200);
    assert_eq!(waits["waiting_grant_applications"][0]["action"], "answer_grant_application");
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    for (state, count) in
        [("submitted", 2), ("more_information", 1), ("eligible", 3), ("not_eligible", 1), ("draft", 0)]
    {
        let page = staff.get(&format!("/grant-applications?state={state}")).await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), count, "{state}");
    }
}
