//! Submitting: whole, in time, and once.

use reqwest::Method;
use serde_json::{Value, json};

use super::{begun, content, path_of, saved, submit, submitted, tried, whole};
use crate::grant_calls::{published, with};
use crate::support::{World, on_both_engines};

on_both_engines! {
    an_application_that_is_whole_gets_a_receipt;
    the_same_key_gets_the_same_receipt;
    two_who_submit_at_once_get_one_receipt;
    a_second_after_the_last_moment_is_too_late;
    what_is_not_whole_is_refused_field_by_field_and_stays_a_draft;
    receipts_are_numbered_without_gaps;
    nothing_is_submitted_to_a_call_that_was_withdrawn;
}

async fn an_application_that_is_whole_gets_a_receipt(world: World) {
    let cast = world.cast().await;
    let done = submitted(&cast, &published(&cast, json!({})).await, json!({})).await;
    let number = done["receipt_number"].as_str().unwrap();
    assert!(number.starts_with("G-20") && number.ends_with("-0001"), "{number}");
    assert_eq!((&done["state"], done["submitted_at"].is_string()), (&json!("submitted"), true));
    assert_eq!((&done["actions"], done.get("unready")), (&json!(["withdraw_grant_application"]), None));
    let client = &cast.near.community.client;
    client
        .patch(&path_of(&done), json!({ "title": "Башка" }))
        .at(&done["version"])
        .await
        .refused(409, "not_in_this_state");
    let file = client.request(Method::POST, &format!("{}/attachments", path_of(&done))).once();
    file.body("application/pdf", b"%PDF-1.4\n".to_vec()).await.refused(409, "not_in_this_state");
    submit(client, &done).await.refused(409, "not_in_this_state");
}

async fn the_same_key_gets_the_same_receipt(world: World) {
    let cast = world.cast().await;
    let draft = whole(&cast, &published(&cast, json!({})).await, json!({})).await;
    let send = || {
        let path = format!("{}/submit", path_of(&draft));
        cast.near.community.client.request(Method::POST, &path).at(&draft["version"]).key("the-key-of-a-lost-answer")
    };
    let first = send().await.expect(201);
    assert_eq!(send().await.expect(201), first);
    let steps = first["events"].as_array().unwrap().iter().filter(|event| event["move"] == "submit").count();
    assert_eq!(steps, 1);
}

async fn two_who_submit_at_once_get_one_receipt(world: World) {
    let cast = world.cast().await;
    let draft = whole(&cast, &published(&cast, json!({})).await, json!({})).await;
    let send = || async {
        let path = format!("{}/submit", path_of(&draft));
        cast.near.community.client.request(Method::POST, &path).at(&draft["version"]).once().await.status
    };
    let all = futures_util::join!(send(), send(), send(), send());
    let done = [all.0, all.1, all.2, all.3].into_iter().filter(|status| *status == 201).count();
    assert_eq!(done, 1, "{all:?}");
}

async fn a_second_after_the_last_moment_is_too_late(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let draft = whole(&cast, &call, json!({})).await;
    world.close(&call, 1).await;
    let client = &cast.near.community.client;
    submit(client, &draft).await.refused(409, "call_is_not_open");
    let now = client.get(&path_of(&draft)).await.expect(200);
    assert_eq!(
        (&now["state"], &now["version"], &now["receipt_number"]),
        (&json!("draft"), &draft["version"], &Value::Null)
    );
    assert!(!now["actions"].as_array().unwrap().contains(&json!("submit_grant_application")));
    world.close(&call, -60).await;
    submit(client, &draft).await.expect(201);
}

async fn what_is_not_whole_is_refused_field_by_field_and_stays_a_draft(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let draft = begun(&cast, &call, json!({})).await;
    let client = &cast.near.community.client;
    let id = |place: usize| call["questions"][place]["id"].as_str().unwrap().to_owned();
    let refused = submit(client, &draft).await.refused(422, "invalid");
    let needed = [format!("/answers/{} required", id(0)), format!("/answers/{} required", id(1))];
    let [eligible, why] = needed;
    assert_eq!(refused, ["/summary required", eligible.as_str(), why.as_str(), "/team required", "/lines required"]);
    let line = |more: Value| json!({ "lines": [with(content(&call)["lines"][0].clone(), more)] });
    for (change, refused) in [
        (json!({ "summary": "  " }), "/summary required".to_owned()),
        (json!({ "answers": [{ "question_id": id(0), "yes": false }] }), format!("/answers/{} not_met", id(0))),
        (json!({ "answers": [{ "question_id": id(1) }] }), format!("/answers/{} required", id(1))),
        (json!({ "team": [] }), "/team required".to_owned()),
        (json!({ "lines": [] }), "/lines required".to_owned()),
        (line(json!({ "what": " " })), "/lines/0/what required".to_owned()),
        (line(json!({ "asked": 90_000_01 })), "/lines/0/asked does_not_add_up".to_owned()),
        (line(json!({ "quantity": 501 })), "/lines/0/asked does_not_add_up".to_owned()),
        (
            line(json!({ "quantity": 1_000_000, "unit_amount": 10_000_000_000_000_i64 })),
            "/lines/0/asked does_not_add_up".to_owned(),
        ),
        (line(json!({ "asked": 0, "own": 100_000_00 })), "/asked too_small".to_owned()),
        (line(json!({ "quantity": 1500, "asked": 200_000_01, "own": 99_999_99 })), "/asked over_ceiling".to_owned()),
    ] {
        saved(client, &draft, content(&call)).await;
        saved(client, &draft, change.clone()).await;
        assert_eq!(submit(client, &draft).await.refused(422, "invalid"), [refused], "{change}");
    }
    let now = client.get(&path_of(&draft)).await.expect(200);
    assert_eq!((&now["state"], &now["receipt_number"]), (&json!("draft"), &Value::Null));
    saved(client, &draft, content(&call)).await;
    let exact = line(json!({ "quantity": 1500, "asked": 200_000_00, "own": 100_000_00 }));
    saved(client, &draft, exact).await;
    submit(client, &draft).await.expect(201);
}

async fn receipts_are_numbered_without_gaps(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let mut numbers = vec![];
    for _ in 0..3 {
        let refused = begun(&cast, &call, json!({})).await;
        submit(&cast.near.community.client, &refused).await.refused(422, "invalid");
        let done = submitted(&cast, &call, json!({})).await;
        numbers.push(done["receipt_number"].as_str().unwrap()[7..].to_owned());
    }
    assert_eq!(numbers, ["0001", "0002", "0003"]);
}

async fn nothing_is_submitted_to_a_call_that_was_withdrawn(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let draft = whole(&cast, &call, json!({})).await;
    crate::grant_calls::moved(&cast.staff.client, &call, "withdraw", json!({ "reason": "No money" })).await;
    submit(&cast.near.community.client, &draft).await.refused(409, "call_is_not_open");
    tried(&cast.near.community.client, &draft, "withdraw", json!({})).await.expect(200);
}
