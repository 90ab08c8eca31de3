//! The list, and what waits on the first page.

use serde_json::{Value, json};

use super::{begun, moved, question, saved, submitted, whole};
use crate::grant_calls::published;
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    applications_are_filtered_and_searched;
    what_was_named_anew_is_found_by_its_new_name;
    pages_follow_one_another_without_gaps;
    what_waits_stands_on_the_first_page;
}

async fn ids(client: &Client, query: &str) -> Vec<Value> {
    let page = client.get(&format!("/grant-applications{query}")).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect()
}

async fn applications_are_filtered_and_searched(world: World) {
    let cast = world.cast().await;
    let (one, other) = (published(&cast, json!({})).await, published(&cast, json!({})).await);
    let water = submitted(&cast, &one, json!({})).await;
    let road = submitted(&cast, &other, json!({ "title": "Көпүрө ЖОЛУ", "applicant": "representative" })).await;
    moved(&cast.staff.client, &road, "find-eligible", Value::Null).await;
    let staff = &cast.staff.client;
    let call = one["id"].as_str().unwrap();
    for (query, found) in [
        (String::new(), vec![&road, &water]),
        (format!("?call_id={call}"), vec![&water]),
        ("?state=eligible".into(), vec![&road]),
        ("?applicant=representative".into(), vec![&road]),
        (format!("?place_id={}", cast.near.aimak), vec![&road, &water]),
        (format!("?place_id={}", cast.far.aimak), vec![]),
        ("?q=көпүрө жолу".into(), vec![&road]),
        ("?q=МАЛЧЫЛАР".into(), vec![&road, &water]),
        ("?mine=true".into(), vec![]),
    ] {
        let found: Vec<Value> = found.into_iter().map(|one| one["id"].clone()).collect();
        assert_eq!(ids(staff, &query).await, found, "{query}");
    }
    assert_eq!(ids(&cast.near.community.client, "?mine=true").await.len(), 2);
    assert_eq!(staff.get("/grant-applications?q=аб").await.refused(422, "invalid"), ["?q too_short"]);
}

async fn what_was_named_anew_is_found_by_its_new_name(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let (draft, group) = (begun(&cast, &call, json!({})).await, &cast.near.community.client);
    saved(group, &draft, json!({ "title": "Мектепке жол" })).await;
    saved(group, &draft, json!({ "summary": "Балдар кышында да барат." })).await;
    assert_eq!(ids(group, "?q=мектеп").await, [draft["id"].clone()]);
    assert_eq!(ids(group, "?q=малчылар жол").await, [draft["id"].clone()]);
    assert!(ids(group, "?q=таза суу").await.is_empty());
}

async fn pages_follow_one_another_without_gaps(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let mut all = vec![];
    for _ in 0..5 {
        all.insert(0, submitted(&cast, &call, json!({})).await["id"].clone());
    }
    let (staff, mut seen, mut after) = (&cast.staff.client, vec![], String::new());
    loop {
        let page = staff.get(&format!("/grant-applications?limit=2&total=true{after}")).await.expect(200);
        seen.extend(page["items"].as_array().unwrap().iter().map(|one| one["id"].clone()));
        assert_eq!(page.get("total").is_some(), after.is_empty());
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(seen, all);
}

async fn what_waits_stands_on_the_first_page(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let waits = async |client: &Client| -> Vec<(Value, Value)> {
        let home = client.get("/home").await.expect(200);
        let rows = home["waiting_grant_applications"].as_array().unwrap().clone();
        rows.into_iter().map(|row| (row["action"].clone(), row["application"]["id"].clone())).collect()
    };
    let draft = begun(&cast, &call, json!({})).await;
    let (group, staff) = (&cast.near.community.client, &cast.staff.client);
    assert_eq!(waits(group).await, [(json!("submit_grant_application"), draft["id"].clone())]);
    let done = submitted(&cast, &call, json!({})).await;
    assert_eq!(waits(staff).await, [(json!("find_grant_application_eligible"), done["id"].clone())]);
    moved(staff, &done, "ask", question()).await;
    assert!(waits(staff).await.is_empty());
    assert_eq!(waits(group).await[0], (json!("answer_grant_application"), done["id"].clone()));
    whole(&cast, &call, json!({})).await;
    world.close(&call, 1).await;
    assert_eq!(waits(group).await.len(), 1, "what can't be submitted any more does not wait");
}
