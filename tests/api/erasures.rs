//! Taking a person out of a case.

use serde_json::{Value, json};

use crate::support::case::{Case, words};
use crate::support::{Cast, Client, Reply, World, on_both_engines};

on_both_engines! {
    the_name_goes_and_the_case_stays;
    words_go_if_the_person_asks;
    files_go_from_the_store_as_well;
    the_receipt_code_can_be_made_to_open_nothing;
    only_protection_erases;
    an_erasure_needs_the_version_and_a_reason;
    erasing_again_can_take_more;
}

fn everything() -> Value {
    json!({ "reason": "Asked on the telephone, twice.", "words": true, "files": true, "receipt": true })
}

fn only_the_name() -> Value {
    json!({ "reason": "Asked on the telephone, twice.", "words": false, "files": false, "receipt": false })
}

async fn erase(client: &Client, case: &Case, what: Value) -> Reply {
    case.moved(client, "erase", what).await
}

/// A case that says something that nothing else says.
async fn told(world: &World, cast: &Cast) -> Case {
    let mut case = words(cast.near.aimak);
    case["narrative"] = json!("Кайтарылгыс сөз: чаң үйгө кирип жатат.");
    world.submit(case).await
}

async fn the_name_goes_and_the_case_stays(world: World) {
    let cast = world.cast().await;
    let case = told(&world, &cast).await;
    let protection = &cast.protection.client;
    let before = protection.get("/grievances/counts").await.expect(200);
    let erased = erase(protection, &case, only_the_name()).await.expect(200);
    assert_eq!((&erased["identity"], &erased["state"]), (&json!("erased"), &json!("submitted")));
    assert_eq!(erased["erasures"][0]["by"]["id"], json!(cast.protection.id));
    assert!(erased["narrative"].as_str().unwrap().contains("Кайтарылгыс"), "only what was asked for");
    assert_eq!(protection.get("/grievances/counts").await.expect(200), before);
    let path = format!("{}/identity/grants", case.path());
    protection.post(&path, super::identities::opening()).once().await.refused(409, "identity_erased");
    case.reporter.get("/my-case").await.expect(200);
}

async fn words_go_if_the_person_asks(world: World) {
    let cast = world.cast().await;
    let case = told(&world, &cast).await;
    let own = json!({ "body": "Кайтарылгыс дагы бир сөз" });
    case.reporter.post("/my-case/messages", own).once().await.expect(201);
    let found =
        || async { cast.staff.client.get("/grievances?q=кайтарылгыс").await.expect(200)["items"].clone() };
    assert_eq!(found().await.as_array().unwrap().len(), 1);
    erase(&cast.protection.client, &case, everything()).await.expect(200);
    assert_eq!(found().await, json!([]));
    for client in [&cast.staff.client, &cast.protection.client] {
        let seen = case.seen_by(client).await.text();
        assert!(!seen.to_lowercase().contains("кайтарылгыс"), "{seen}");
    }
}

async fn files_go_from_the_store_as_well(world: World) {
    let cast = world.cast().await;
    let case = told(&world, &cast).await;
    let upload = case.reporter.request(reqwest::Method::POST, "/my-case/attachments").once();
    let file = upload.body("application/pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n".to_vec()).await.expect(201);
    assert!(!world.system.files.paths().await.unwrap().is_empty());
    let erased = erase(&cast.protection.client, &case, everything()).await.expect(200);
    assert_eq!(erased["attachments"], json!([]));
    assert_eq!(world.system.files.paths().await.unwrap(), Vec::<String>::new());
    let path = format!("{}/attachments/{}", case.path(), file["id"].as_str().unwrap());
    cast.staff.client.get(&path).await.refused(404, "not_found");
}

async fn the_receipt_code_can_be_made_to_open_nothing(world: World) {
    let cast = world.cast().await;
    let case = told(&world, &cast).await;
    let opens = || world.stranger.post("/receipts/open", json!({ "code": case.code }));
    opens().await.expect(200);
    erase(&cast.protection.client, &case, everything()).await.expect(200);
    opens().await.refused(404, "not_found");
}

async fn only_protection_erases(world: World) {
    let cast = world.cast().await;
    let case = told(&world, &cast).await;
    for person in [&cast.staff, &cast.admin, &cast.near.company, &cast.near.community] {
        let path = format!("{}/erase", case.path());
        person.client.post(&path, everything()).at(1).await.refused(403, "forbidden");
    }
    assert!(!case.seen_by(&cast.staff.client).await.text().contains("erase_grievance"));
    assert!(case.seen_by(&cast.protection.client).await.text().contains("erase_grievance"));
}

async fn an_erasure_needs_the_version_and_a_reason(world: World) {
    let cast = world.cast().await;
    let case = told(&world, &cast).await;
    let path = format!("{}/erase", case.path());
    let client = &cast.protection.client;
    client.post(&path, everything()).await.refused(428, "version_required");
    client.post(&path, everything()).at(7).await.refused(412, "stale");
    let mut unexplained = everything();
    unexplained["reason"] = json!("-");
    assert_eq!(client.post(&path, unexplained).at(1).await.refused(422, "invalid"), ["/reason too_short"]);
}

async fn erasing_again_can_take_more(world: World) {
    let cast = world.cast().await;
    let case = told(&world, &cast).await;
    erase(&cast.protection.client, &case, only_the_name()).await.expect(200);
    let erased = erase(&cast.protection.client, &case, everything()).await.expect(200);
    assert_eq!((erased["erasures"].as_array().unwrap().len(), &erased["narrative"]), (2, &json!("")));
}
