//! The ends of cases, and the ways back.

use serde_json::{Value, json};

use crate::support::case::{Case, words};
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    a_referral_holds_the_reporters_consent_and_then_the_reply;
    a_duplicate_tells_its_reporter_nothing_of_the_other_case;
    a_case_can_not_go_on_under_one_that_is_out_of_reach_or_itself_a_duplicate;
    the_link_to_a_case_under_protection_shows_to_focal_points_only;
    a_case_moved_to_the_protection_track_is_gone_for_who_moved_it;
    closing_without_agreement_takes_two_people;
    a_request_to_close_is_over_once_the_case_moves_on;
    a_reporter_comes_back_within_sixty_days;
    a_case_opened_again_is_resolved_on_a_new_word_only;
    a_reporter_is_asked_again_four_weeks_after_the_end;
    the_list_of_open_cases_holds_none_that_ended;
}

async fn a_referral_holds_the_reporters_consent_and_then_the_reply(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let referral = json!({
        "external_body": "Labour inspectorate", "passed_on": "Unpaid night shifts at the pit.",
        "consent": "Said so on the phone on Monday"
    });
    let without = json!({ "external_body": "Labour inspectorate", "passed_on": "Unpaid night shifts at the pit." });
    assert_eq!(case.moved(&cast.staff.client, "refer", without).await.status, 422);
    let referred = case.moved(&cast.staff.client, "refer", referral).await.expect(200);
    assert_eq!((&referred["state"], &referred["due_at"]), (&json!("referred"), &Value::Null));
    assert_eq!(referred["referral"]["consent"], "Said so on the phone on Monday");
    let reply = json!({ "reply": "The shifts were paid." });
    case.moved(&cast.second_staff.client, "record-reply", reply).await.expect(200);
    let own = case.reporter.get("/my-case").await.expect(200);
    assert_eq!(own["referral"]["external_body"], "Labour inspectorate");
    assert_eq!(own["referral"]["reply"], "The shifts were paid.");
}

async fn joined(cast: &Cast, case: &Case, other: &Case) {
    let body = json!({ "duplicate_of": other.id });
    let joined = case.moved(&cast.staff.client, "mark-duplicate", body).await.expect(200);
    assert_eq!(joined["state"], "duplicate");
}

async fn a_duplicate_tells_its_reporter_nothing_of_the_other_case(world: World) {
    let cast = world.cast().await;
    let (case, other) = (world.case(&cast.near).await, world.case(&cast.near).await);
    joined(&cast, &case, &other).await;
    // Its own code opens it still.
    let opened = world.stranger.post("/receipts/open", json!({ "code": case.code })).await.expect(200);
    assert_eq!(opened["case"]["state"], "duplicate");
    for canary in [other.id.to_string(), other.reference.clone()] {
        assert!(!opened["case"].to_string().contains(&canary), "{opened}");
    }
    let seen = case.seen_by(&cast.staff.client).await.expect(200);
    assert_eq!(seen["duplicate_of"], json!({ "id": other.id, "reference": other.reference }));
    let seen = other.seen_by(&cast.staff.client).await.expect(200);
    assert_eq!(seen["duplicates"], json!([{ "id": case.id, "reference": case.reference }]));
    let own = other.reporter.get("/my-case").await.expect(200);
    assert!(!own.to_string().contains(&case.reference));
}

async fn a_case_can_not_go_on_under_one_that_is_out_of_reach_or_itself_a_duplicate(world: World) {
    let cast = world.cast().await;
    let (case, other) = (world.case(&cast.near).await, world.case(&cast.near).await);
    let protected = world.protected(&cast, &cast.near).await;
    let staff = &cast.staff.client;
    let mark = |of: Value| case.moved(staff, "mark-duplicate", json!({ "duplicate_of": of }));
    assert_eq!(mark(json!(case.id)).await.refused(422, "invalid"), ["/duplicate_of itself"]);
    assert_eq!(mark(json!(protected.id)).await.refused(422, "invalid"), ["/duplicate_of unknown"]);
    assert_eq!(mark(json!(cast.staff.id)).await.refused(422, "invalid"), ["/duplicate_of unknown"]);
    let third = world.case(&cast.near).await;
    joined(&cast, &other, &third).await;
    assert_eq!(mark(json!(other.id)).await.refused(422, "invalid"), ["/duplicate_of itself_a_duplicate"]);
}

async fn the_link_to_a_case_under_protection_shows_to_focal_points_only(world: World) {
    let cast = world.cast().await;
    let (case, other) = (world.case(&cast.near).await, world.case(&cast.near).await);
    joined(&cast, &case, &other).await;
    other.moved(&cast.second_staff.client, "protect", json!({})).await.expect(204);
    let seen = case.seen_by(&cast.staff.client).await;
    assert_eq!(seen.expect(200)["duplicate_of"], Value::Null);
    assert!(!seen.text().contains(&other.reference), "{}", seen.text());
    let seen = case.seen_by(&cast.protection.client).await.expect(200);
    assert_eq!(seen["duplicate_of"]["reference"], json!(other.reference));
}

async fn a_case_moved_to_the_protection_track_is_gone_for_who_moved_it(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let moved = case.moved(&cast.staff.client, "protect", json!({ "note": "Canary-of-fear" })).await;
    moved.expect(204);
    assert_eq!((moved.text(), moved.header("etag")), (String::new(), ""));
    let near = &cast.near;
    for person in [&cast.staff, &cast.second_staff, &near.company, &near.authority, &near.community] {
        case.seen_by(&person.client).await.refused(404, "not_found");
        for path in ["/grievances", "/home", "/grievances/counts"] {
            let seen = person.client.get(path).await.text();
            assert!(!seen.contains(&case.reference) && !seen.contains("Canary"), "{path}: {seen}");
        }
    }
    let seen = case.seen_by(&cast.protection.client).await.expect(200);
    assert_eq!((&seen["track"], &seen["sensitivity"]), (&json!("protection"), &json!("protection")));
    let own = case.reporter.get("/my-case").await;
    assert!(!own.text().contains("protect") && !own.text().contains("Canary"), "{}", own.text());
    case.moved(&cast.protection.client, "protect", json!({})).await.refused(409, "already_protected");
}

async fn closing_without_agreement_takes_two_people(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let (first, second) = (&cast.staff.client, &cast.second_staff.client);
    case.moved(first, "confirm-closing", json!({})).await.refused(409, "closing_not_asked");
    let reason = json!({ "reason": "The two sides stay apart." });
    let asked = case.moved(first, "ask-closing", reason.clone()).await.expect(200);
    assert_eq!(asked["state"], "investigating");
    assert_eq!(asked["closing"]["reason"], "The two sides stay apart.");
    assert_eq!(asked["closing"]["by"]["id"], json!(cast.staff.id));
    case.moved(second, "ask-closing", reason.clone()).await.refused(409, "closing_asked");
    case.moved(first, "confirm-closing", json!({})).await.refused(409, "second_person_needed");
    let own = case.reporter.get("/my-case").await.text();
    assert!(!own.contains("stay apart") && !own.contains("closing"), "{own}");
    let theirs = case.seen_by(&cast.near.company.client).await.text();
    assert!(!theirs.contains("stay apart") && !theirs.contains("closing"), "{theirs}");
    case.moved(second, "drop-closing", json!({ "note": "Let us try once more" })).await.expect(200);
    case.moved(second, "confirm-closing", json!({})).await.refused(409, "closing_not_asked");
    case.moved(first, "ask-closing", reason).await.expect(200);
    let closed = case.moved(second, "confirm-closing", json!({})).await.expect(200);
    assert_eq!((&closed["state"], &closed["closing"]), (&json!("closed_unresolved"), &Value::Null));
    let own = case.reporter.get("/my-case").await.expect(200);
    assert_eq!(own["decision"]["reason"], "The two sides stay apart.");
    assert_eq!(own["actions"], json!(["rate_my_case", "reopen_my_case"]));
    let theirs = case.seen_by(&cast.near.company.client).await.text();
    assert!(!theirs.contains("stay apart"), "{theirs}");
}

async fn a_request_to_close_is_over_once_the_case_moves_on(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let (first, second) = (&cast.staff.client, &cast.second_staff.client);
    case.moved(first, "ask-closing", json!({ "reason": "The two sides stay apart." })).await.expect(200);
    let proposal = json!({ "remedy": "The company waters the road twice a day." });
    case.moved(second, "propose", proposal).await.expect(200);
    case.own_move("contest", json!({ "reason": "Жок, жетишпейт" })).await.expect(200);
    case.moved(second, "confirm-closing", json!({})).await.refused(409, "closing_not_asked");
}

async fn a_reporter_comes_back_within_sixty_days(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let withdrawal = json!({ "pressed": "no" });
    assert_eq!(case.own_move("withdraw", withdrawal.clone()).await.expect(200)["state"], "withdrawn");
    case.ended_days_ago(&world, 59).await;
    let reason = json!({ "reason": "Чаң дагы эле бар" });
    assert_eq!(case.own_move("reopen", reason.clone()).await.expect(200)["state"], "investigating");
    // It had never been taken up: that is the next thing to do.
    let seen = case.seen_by(&cast.staff.client).await.expect(200);
    assert!(seen["actions"].as_array().unwrap().contains(&json!("accept_grievance")), "{seen}");
    let proposal = json!({ "remedy": "The company waters the road twice a day." });
    case.moved(&cast.staff.client, "propose", proposal).await.refused(409, "not_accepted");
    case.own_move("withdraw", withdrawal).await.expect(200);
    case.ended_days_ago(&world, 61).await;
    case.own_move("reopen", reason.clone()).await.refused(409, "too_late");
    assert_eq!(case.moved(&cast.staff.client, "reopen", reason).await.expect(200)["state"], "investigating");
}

async fn resolved(world: &World, cast: &Cast) -> Case {
    let case = world.proposed(cast, &cast.near).await;
    case.own_move("agree", Value::Null).await.expect(200);
    case.own_move("confirm", Value::Null).await.expect(200);
    case.moved(&cast.staff.client, "resolve", json!({})).await.expect(200);
    case
}

async fn a_case_opened_again_is_resolved_on_a_new_word_only(world: World) {
    let cast = world.cast().await;
    let case = resolved(&world, &cast).await;
    case.own_move("rate", json!({ "rating": 5, "comment": "Рахмат" })).await.expect(200);
    case.own_move("reopen", json!({ "reason": "Чаң кайра чыкты" })).await.expect(200);
    let staff = &cast.staff.client;
    let seen = case.seen_by(staff).await.expect(200);
    assert_eq!((&seen["reporter_confirmed"], &seen["rating"]), (&json!(false), &Value::Null));
    assert!(seen["timeline"].to_string().contains("5/5: Рахмат"), "{seen}");
    let proposal = json!({ "remedy": "The company waters the road three times a day." });
    case.moved(staff, "propose", proposal).await.expect(200);
    case.own_move("agree", Value::Null).await.expect(200);
    case.moved(staff, "resolve", json!({})).await.refused(409, "reporter_not_confirmed");
    case.own_move("confirm", Value::Null).await.expect(200);
    case.moved(staff, "resolve", json!({})).await.expect(200);
    assert_eq!(case.own_move("rate", json!({ "rating": 2 })).await.expect(200)["rating"], 2);
}

async fn a_reporter_is_asked_again_four_weeks_after_the_end(world: World) {
    let cast = world.cast().await;
    let case = resolved(&world, &cast).await;
    let rating = json!({ "rating": 2, "comment": "Чаң кайра чыкты" });
    case.own_move("rate-again", rating.clone()).await.refused(409, "too_early");
    case.ended_days_ago(&world, 29).await;
    let own = case.reporter.get("/my-case").await.expect(200);
    assert_eq!(own["actions"], json!(["rate_my_case", "rate_my_case_again", "reopen_my_case"]));
    assert_eq!(case.own_move("rate-again", rating.clone()).await.expect(200)["second_rating"], 2);
    case.own_move("rate-again", rating).await.refused(409, "already_rated");
    let seen = case.seen_by(&cast.staff.client).await.expect(200);
    assert_eq!(seen["second_rating"]["comment"], "Чаң кайра чыкты");
    assert!(!case.seen_by(&cast.near.company.client).await.text().contains("rat"), "a company reads no rating");
}

async fn the_list_of_open_cases_holds_none_that_ended(world: World) {
    let cast = world.cast().await;
    let open = world.submit(words(cast.near.aimak)).await;
    let ended = world.case(&cast.near).await;
    ended.own_move("withdraw", json!({ "pressed": "unsaid" })).await.expect(200);
    for (query, expected) in [("open=true", &open), ("open=false", &ended)] {
        let page = cast.staff.client.get(&format!("/grievances?{query}")).await.expect(200);
        let references: Vec<_> = page["items"].as_array().unwrap().iter().map(|item| &item["reference"]).collect();
        assert_eq!(references, [&json!(expected.reference)], "{query}");
    }
}
