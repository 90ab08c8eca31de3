//! Canaries: words that must never reach who may not read them, in whatever answer.

use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    nobody_but_staff_reads_the_words_of_a_reporter;
    nobody_at_all_reads_the_sealed_name;
    the_inner_talk_of_the_programme_stays_inside;
    a_case_on_the_protection_track_exists_for_protection_alone;
    a_draft_of_a_summary_stays_inside;
    the_reporter_reads_no_names_of_staff;
}

const NAME: &str = "Канарейка-Аты";
const CONTACT: &str = "+996 555 00 77 88";
const NARRATIVE: &str = "Канарейка-Окуя: кошунам мага айтып берди, чаң көп.";
const WISH: &str = "Канарейка-Тилек";
const INNER: &str = "Canary-inner-note";
const TO_REPORTER: &str = "Canary-to-the-reporter";

/// A released case with a canary in every field.
async fn planted(world: &World, cast: &Cast) -> crate::support::case::Case {
    let mut submission = words(cast.near.aimak);
    submission["narrative"] = json!(NARRATIVE);
    submission["wish"] = json!(WISH);
    submission["share_with_community"] = json!(true);
    submission["reporter"] = json!({ "name": NAME, "contact": CONTACT });
    let case = world.submit(submission).await;
    let staff = &cast.staff.client;
    case.moved(staff, "acknowledge", json!({ "message": TO_REPORTER })).await.expect(200);
    let acceptance = json!({
        "category": "health", "severity": "high", "sensitivity": "sensitive", "site_id": cast.near.site
    });
    case.moved(staff, "accept", acceptance).await.expect(200);
    case.moved(staff, "summarise", json!({ "text": "Dust near the road." })).await.expect(200);
    case.moved(&cast.second_staff.client, "release", json!({ "note": INNER })).await.expect(200);
    case.moved(staff, "investigate", json!({ "note": INNER })).await.expect(200);
    let note = json!({ "shared_with": "programme", "body": INNER });
    staff.post(&format!("{}/messages", case.path()), note).once().await.expect(201);
    case
}

/// Everything that somebody can get at.
async fn everything(client: &Client, case: &crate::support::case::Case) -> String {
    let own = case.path();
    let mut all = String::new();
    let lists = ["/grievances", "/grievances?sort=updated", "/grievances?q=canary", "/grievances?q=канарейка"];
    let beside = ["identity", "identity/grants", "protection"].map(|part| format!("{own}/{part}"));
    let others =
        ["/grievances/counts", "/home", "/me", "/my-case", "/staff", "/intake", "/notifications", "/audit/entries"];
    let work = ["/workload", "/paper-batches"];
    let protection = ["/protection/alerts", "/protection/referrals", "/grievances?track=protection"];
    let paths = others.into_iter().chain(work).chain(lists).chain(protection).chain(beside.iter().map(String::as_str));
    for path in paths.chain([own.as_str()]) {
        all.push_str(&client.get(path).await.text());
    }
    all
}

async fn nobody_but_staff_reads_the_words_of_a_reporter(world: World) {
    let cast = world.cast().await;
    let case = planted(&world, &cast).await;
    let (near, far) = (&cast.near, &cast.far);
    let outside = [&near.company, &near.authority, &near.community, &far.company, &far.authority, &far.community];
    let outside = outside.map(|person| person.client.clone());
    let others = [&cast.other_staff.client, &cast.admin.client, &cast.partner, &cast.other_partner, &world.stranger];
    for client in outside.iter().chain(others) {
        let seen = everything(client, &case).await;
        for canary in ["Канарейка", CONTACT, INNER, TO_REPORTER, &case.code] {
            assert!(!seen.contains(canary), "{canary} in {seen}");
        }
    }
    assert!(everything(&cast.staff.client, &case).await.contains(NARRATIVE), "staff read it");
}

async fn nobody_at_all_reads_the_sealed_name(world: World) {
    let cast = world.cast().await;
    let case = planted(&world, &cast).await;
    for client in [&cast.staff.client, &cast.protection.client, &case.reporter] {
        let seen = everything(client, &case).await;
        assert!(!seen.contains(NAME) && !seen.contains(CONTACT), "{seen}");
    }
}

async fn the_inner_talk_of_the_programme_stays_inside(world: World) {
    let cast = world.cast().await;
    let case = planted(&world, &cast).await;
    assert!(everything(&cast.staff.client, &case).await.contains(INNER));
    let seen = everything(&case.reporter, &case).await;
    assert!(seen.contains(TO_REPORTER) && !seen.contains(INNER), "{seen}");
}

async fn a_case_on_the_protection_track_exists_for_protection_alone(world: World) {
    let cast = world.cast().await;
    let case = world.protected(&cast, &cast.near).await;
    case.seen_by(&cast.protection.client).await.expect(200);
    for person in [&cast.staff, &cast.second_staff, &cast.near.company, &cast.near.authority, &cast.near.community] {
        case.seen_by(&person.client).await.refused(404, "not_found");
        let reference = &case.reference;
        let lists = ["/grievances".to_owned(), format!("/grievances?q={reference}"), "/home".to_owned()];
        for path in lists {
            assert!(!person.client.get(&path).await.text().contains(reference), "{path}");
        }
    }
    let note = json!({ "shared_with": "programme", "body": "Hello" });
    let path = format!("{}/messages", case.path());
    cast.staff.client.post(&path, note).once().await.refused(404, "not_found");
}

async fn a_draft_of_a_summary_stays_inside(world: World) {
    let cast = world.cast().await;
    let mut shared = words(cast.near.aimak);
    shared["share_with_community"] = json!(true);
    let case = world.submit(shared).await;
    let staff = &cast.staff.client;
    case.moved(staff, "acknowledge", json!({})).await.expect(200);
    let acceptance =
        json!({ "category": "water", "severity": "low", "sensitivity": "normal", "site_id": cast.near.site });
    case.moved(staff, "accept", acceptance).await.expect(200);
    case.moved(staff, "summarise", json!({ "text": "Canary-draft of a summary" })).await.expect(200);
    let seen = case.seen_by(&cast.near.community.client).await;
    assert_eq!(seen.expect(200)["summary"], Value::Null);
    assert!(!seen.text().contains("Canary-draft"));
}

async fn the_reporter_reads_no_names_of_staff(world: World) {
    let cast = world.cast().await;
    let case = planted(&world, &cast).await;
    let seen = case.reporter.get("/my-case").await;
    assert!(!seen.text().contains(&cast.staff.id.to_string()) && !seen.text().contains("\"by\""));
}
