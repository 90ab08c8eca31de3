//! Raising a grievance and coming back to it.

use chrono::{Days, Utc};
use serde_json::json;

use crate::support::case::words;
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_villager_gets_a_receipt_that_opens_the_case;
    a_code_may_be_typed_with_spaces_and_dashes;
    a_wrong_code_opens_nothing;
    a_submission_that_is_sent_twice_is_one_case;
    the_same_key_with_other_words_is_refused;
    two_submissions_with_one_key_at_once_are_one_case;
    a_place_outside_the_programme_is_refused;
    a_day_in_the_future_is_refused;
    an_anonymous_reporter_leaves_no_name;
    too_few_and_too_many_words_are_refused;
    a_representative_enters_only_for_the_own_places;
    a_partner_enters_for_somebody_with_a_key;
    a_message_of_the_reporter_reaches_staff_and_nobody_else;
    a_token_of_one_case_opens_no_other;
    neither_name_nor_code_is_in_the_database_or_the_log;
}

async fn a_villager_gets_a_receipt_that_opens_the_case(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let year = Utc::now().with_timezone(&chrono_tz::Asia::Bishkek).format("%Y").to_string();
    assert!(case.reference.starts_with(&format!("MSL-{year}-")) && case.reference.len() == 15, "{}", case.reference);
    assert!(case.code.len() == 16 && case.code.chars().all(|c| c.is_ascii_digit()));
    let opened = world.stranger.post("/receipts/open", json!({ "code": case.code })).await.expect(200);
    assert_eq!(opened["case"]["reference"], case.reference);
    assert_eq!(opened["case"]["actions"], json!(["withdraw_my_case", "message_my_case", "attach_my_case"]));
    let reporter = world.stranger.with(opened["token"].as_str().unwrap());
    assert_eq!(reporter.get("/my-case").await.expect(200), opened["case"]);
}

async fn a_code_may_be_typed_with_spaces_and_dashes(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let typed = format!("{} {}-{} {}", &case.code[..4], &case.code[4..8], &case.code[8..12], &case.code[12..]);
    world.stranger.post("/receipts/open", json!({ "code": typed })).await.expect(200);
}

async fn a_wrong_code_opens_nothing(world: World) {
    let cast = world.cast().await;
    world.case(&cast.near).await;
    for code in ["0000000000000000", "1", "айыл"] {
        world.stranger.post("/receipts/open", json!({ "code": code })).await.refused(404, "not_found");
    }
}

async fn a_submission_that_is_sent_twice_is_one_case(world: World) {
    let cast = world.cast().await;
    let send = || world.stranger.post("/intake/grievances", words(cast.near.aimak)).key("a-key-of-the-phone-1");
    let first = send().await.expect(201);
    let second = send().await.expect(201);
    assert_eq!(first, second);
    assert_eq!(cast.staff.client.get("/grievances").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

async fn the_same_key_with_other_words_is_refused(world: World) {
    let cast = world.cast().await;
    let key = "a-key-of-the-phone-2";
    world.stranger.post("/intake/grievances", words(cast.near.aimak)).key(key).await.expect(201);
    let mut other = words(cast.near.aimak);
    other["narrative"] = json!("Дагы бир башка окуя болду.");
    let reply = world.stranger.post("/intake/grievances", other).key(key).await;
    assert_eq!(reply.refused(422, "invalid"), [" idempotency_key_reused"]);
}

async fn two_submissions_with_one_key_at_once_are_one_case(world: World) {
    let cast = world.cast().await;
    let send =
        || world.stranger.post("/intake/grievances", words(cast.near.aimak)).key("a-key-of-the-phone-3").into_future();
    let (one, other) = futures_util::join!(send(), send());
    for reply in [one, other] {
        assert!([201, 409].contains(&reply.status), "{}", reply.text());
    }
    assert_eq!(cast.staff.client.get("/grievances").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

async fn a_place_outside_the_programme_is_refused(world: World) {
    world.cast().await;
    let elsewhere = world.place("KG-N").await;
    let reply = world.stranger.post("/intake/grievances", words(elsewhere)).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/place_id outside_programme"]);
}

async fn a_day_in_the_future_is_refused(world: World) {
    let cast = world.cast().await;
    let mut tomorrow = words(cast.near.aimak);
    tomorrow["occurred_on"] = json!(Utc::now().date_naive() + Days::new(2));
    let reply = world.stranger.post("/intake/grievances", tomorrow).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/occurred_on in_the_future"]);
}

async fn an_anonymous_reporter_leaves_no_name(world: World) {
    let cast = world.cast().await;
    let mut named = words(cast.near.aimak);
    named["confidentiality"] = json!("anonymous");
    let reply = world.stranger.post("/intake/grievances", named).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/reporter not_with_anonymous"]);
}

async fn too_few_and_too_many_words_are_refused(world: World) {
    let cast = world.cast().await;
    for (narrative, code) in [("Чаң", "too_short"), (&*"чаң ".repeat(3000), "too_long")] {
        let mut submission = words(cast.near.aimak);
        submission["narrative"] = json!(narrative);
        let reply = world.stranger.post("/intake/grievances", submission).once().await;
        assert_eq!(reply.refused(422, "invalid"), [format!("/narrative {code}")]);
    }
}

async fn a_representative_enters_only_for_the_own_places(world: World) {
    let cast = world.cast().await;
    let record = |place| {
        let mut grievance = words(place);
        grievance["share_with_community"] = json!(false);
        json!({ "channel": "in_person", "consent": { "given": "said", "note": "asked me to" }, "grievance": grievance })
    };
    let representative = &cast.near.community.client;
    representative.post("/grievances", record(cast.near.aimak)).once().await.expect(201);
    let reply = representative.post("/grievances", record(cast.far.aimak)).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/place_id outside_programme"]);
    let own = representative.get("/grievances").await.expect(200);
    assert_eq!(own["items"].as_array().unwrap().len(), 1);
    let id = own["items"][0]["id"].as_str().unwrap();
    let seen = representative.get(&format!("/grievances/{id}")).await.expect(200);
    assert_eq!(seen["own_entry"], words(cast.near.aimak)["narrative"]);
}

async fn a_partner_enters_for_somebody_with_a_key(world: World) {
    let cast = world.cast().await;
    let record = json!({ "channel": "phone", "consent": { "given": "said", "note": "said so" }, "grievance": words(cast.near.aimak) });
    cast.partner.post("/grievances", record.clone()).once().await.expect(201);
    let reply = cast.other_partner.post("/grievances", record).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/place_id outside_programme"]);
}

async fn a_message_of_the_reporter_reaches_staff_and_nobody_else(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let message = json!({ "body": "Эртең да үйдө болом." });
    case.reporter.post("/my-case/messages", message).once().await.expect(201);
    let staff = case.seen_by(&cast.staff.client).await;
    assert!(staff.text().contains("Эртең да үйдө болом."));
    for other in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        let seen = case.seen_by(&other.client).await;
        seen.expect(200);
        assert!(!seen.text().contains("Эртең"));
    }
}

async fn a_token_of_one_case_opens_no_other(world: World) {
    let cast = world.cast().await;
    let (own, other) = (world.case(&cast.near).await, world.case(&cast.near).await);
    assert_eq!(own.reporter.get("/my-case").await.expect(200)["reference"], own.reference);
    assert_eq!(own.seen_by(&own.reporter).await.status, 403);
    assert_eq!(other.seen_by(&own.reporter).await.status, 403);
}

async fn neither_name_nor_code_is_in_the_database_or_the_log(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::{grievances, idempotency_keys};
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let sealed: Vec<(Option<Vec<u8>>, String)> = world
        .look(|conn| {
            Ok(grievances::table.select((grievances::reporter_sealed, grievances::receipt_hash)).load(conn)?)
        })
        .await;
    let kept: Vec<Vec<u8>> =
        world.look(|conn| Ok(idempotency_keys::table.select(idempotency_keys::answer_sealed).load(conn)?)).await;
    let holds = |bytes: &[u8], words: &str| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    for (reporter, hash) in &sealed {
        assert!(!holds(reporter.as_ref().unwrap(), "Асанова") && !hash.contains(&case.code));
    }
    assert!(!kept.is_empty() && kept.iter().all(|answer| !holds(answer, &case.code)));
    let log = world.log();
    assert!(!log.contains("Асанова") && !log.contains(&case.code));
}
