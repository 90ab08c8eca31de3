//! Back to the people, and then to others.

use serde_json::{Value, json};

use super::coding::{code, first_words, impact, noted};
use super::{consented, counts, kinds_of_events, moved, with};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    the_people_hear_it_back_before_others_do;
    what_is_published_names_nobody;
    a_quote_of_one_of_few_is_not_published;
    what_is_published_is_read_by_those_whom_it_concerns;
    an_impact_of_others_is_not_named_with_a_group;
    fewer_than_five_are_not_counted;
    published_groups_come_in_pages;
}

pub fn heard() -> Value {
    json!({ "validated_on": "2026-07-01", "place": "Китепкана", "people": 9, "corrections": "Суу майда кызарат." })
}

const SUMMARY: &str = "People of the district told of red water and of dust.";

async fn coded(cast: &Cast) -> (String, Value) {
    let path = noted(cast).await;
    let made = code(&cast.staff.client, &path, first_words(cast)).await.expect(201);
    moved(&cast.staff.client, &path, "finish-coding", json!({})).await.expect(200);
    (path, made["impact"]["id"].clone())
}

/// A group whose summary, first quote and impact are published.
pub async fn published(cast: &Cast) -> (String, Value) {
    let (path, impact) = coded(cast).await;
    let staff = &cast.staff.client;
    moved(staff, &path, "validate", heard()).await.expect(200);
    let publishing = json!({ "summary": SUMMARY, "quotes": [0], "impacts": [impact] });
    moved(staff, &path, "publish", publishing).await.expect(200);
    (path, impact)
}

async fn of(client: &Client) -> Vec<Value> {
    client.get("/published-focus-groups").await.expect(200)["items"].as_array().unwrap().clone()
}

async fn the_people_hear_it_back_before_others_do(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (path, impact) = coded(&cast).await;
    let impact_path = format!("/impacts/{}", impact.as_str().unwrap());
    let publishing = json!({ "summary": SUMMARY, "impacts": [impact] });
    moved(staff, &path, "publish", publishing.clone()).await.refused(409, "not_in_this_state");
    for (name, body) in [("validate", heard()), ("publish", publishing.clone()), ("finish-coding", json!({}))] {
        staff.post(&format!("{path}/{name}"), body).at(1).await.refused(412, "stale");
    }
    for (more, refused) in [
        (json!({ "validated_on": "2999-01-01" }), "/validated_on in_the_future"),
        (json!({ "validated_on": "2026-06-14" }), "/validated_on before_it_was_held"),
        (json!({ "place": " " }), "/place too_short"),
        (json!({ "people": 0 }), "/people too_small"),
        (json!({ "corrections": "    " }), "/corrections too_short"),
    ] {
        let reply = moved(staff, &path, "validate", with(heard(), more)).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    assert_eq!(staff.get(&impact_path).await.expect(200)["state"], "reported");
    let validated = moved(staff, &path, "validate", heard()).await.expect(200);
    assert_eq!((&validated["state"], &validated["validation"]), (&json!("validated"), &heard()));
    assert_eq!(staff.get(&impact_path).await.expect(200)["state"], "validated", "those it is about confirmed it");
    let reply = moved(staff, &path, "publish", json!({ "summary": "   short   " })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/summary too_short"]);
    let other = json!({ "summary": SUMMARY, "impacts": [uuid::Uuid::new_v4()] });
    assert_eq!(moved(staff, &path, "publish", other).await.refused(422, "invalid"), ["/impacts/0 unknown"]);
    let published = moved(staff, &path, "publish", publishing).await.expect(200);
    assert_eq!((&published["state"], &published["summary"]), (&json!("published"), &json!(SUMMARY)));
    assert_eq!(published["codes"][0]["impact"]["published"], true);
    assert_eq!(kinds_of_events(staff, &path).await[..3], ["published", "validated", "coded"]);
    let trail = cast.protection.client.get("/audit/entries?subject_kind=impact").await.expect(200);
    let done: Vec<&Value> = trail["items"].as_array().unwrap().iter().map(|entry| &entry["operation"]).collect();
    assert_eq!(done, ["publish_impact", "validate_impact", "create_impact"]);
}

async fn what_is_published_names_nobody(world: World) {
    let cast = world.cast().await;
    let (path, impact) = published(&cast).await;
    let seen = of(&cast.near.company.client).await;
    let district = seen[0]["district"].clone();
    assert_eq!(
        seen,
        [json!({
            "id": path.trim_start_matches("/focus-groups/"), "kind": "mixed", "month": "2026-06", "district": district,
            "people": 18, "women": 12, "youth": 11, "summary": SUMMARY,
            "impacts": [{ "id": impact, "title": "Red water in the ditch" }],
            "quotes": [{ "text": "Кудуктан ташыйбыз.", "sex": "female", "age_band": "from36" }],
        })]
    );
    assert!(district["en"].is_string());
    for client in [&cast.near.company.client, &cast.near.authority.client, &cast.near.community.client] {
        let seen = super::reach::everything(client, &path).await;
        let staff = cast.staff.id.to_string();
        for canary in ["кызарып", "Чаң көп", "Коркобуз", "китепканасы", "Суу майда", "2026-06-15", &staff]
        {
            assert!(!seen.contains(canary), "{canary}: {seen}");
        }
        client.get(&path).await.refused(403, "forbidden");
    }
}

async fn a_quote_of_one_of_few_is_not_published(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (path, _) = coded(&cast).await;
    moved(staff, &path, "validate", heard()).await.expect(200);
    for (quotes, refused) in [(json!([0, 1]), "/quotes/1 identifying"), (json!([7]), "/quotes/0 unknown")] {
        let reply = moved(staff, &path, "publish", json!({ "summary": SUMMARY, "quotes": quotes })).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    let group = staff.get(&path).await.expect(200);
    assert_eq!((&group["state"], &group["quotes"][0]["published"]), (&json!("validated"), &json!(false)));
}

async fn what_is_published_is_read_by_those_whom_it_concerns(world: World) {
    let cast = world.cast().await;
    // One that is no further than heard back.
    let (path, _) = coded(&cast).await;
    moved(&cast.staff.client, &path, "validate", heard()).await.expect(200);
    let (far, near) = (&cast.far, &cast.near);
    for nobody in [&near.authority, &near.community, &near.company, &cast.staff] {
        assert_eq!(of(&nobody.client).await, Vec::<Value>::new());
    }
    published(&cast).await;
    for reader in [&near.company, &near.authority, &near.community, &cast.staff, &cast.protection] {
        assert_eq!(of(&reader.client).await.len(), 1);
    }
    for other in [&far.company, &far.authority, &far.community, &cast.other_staff] {
        assert_eq!(of(&other.client).await, Vec::<Value>::new());
    }
}

async fn an_impact_of_others_is_not_named_with_a_group(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = noted(&cast).await;
    let of_no_company = with(impact(&cast), json!({ "site_id": null, "title": "Empty ditches" }));
    let body = with(first_words(&cast), json!({ "impact": of_no_company }));
    let other = code(staff, &path, body).await.expect(201)["impact"]["id"].clone();
    code(staff, &path, first_words(&cast)).await.expect(201);
    moved(staff, &path, "finish-coding", json!({})).await.expect(200);
    moved(staff, &path, "validate", heard()).await.expect(200);
    moved(staff, &path, "publish", json!({ "summary": SUMMARY, "impacts": [other] })).await.expect(200);
    let named = |seen: Vec<Value>| seen[0]["impacts"].as_array().unwrap().len();
    assert_eq!(named(of(&cast.near.authority.client).await), 1);
    assert_eq!(named(of(&cast.near.company.client).await), 0, "it lies at no site of the company");
    assert_eq!(named(of(staff).await), 1, "the other was not published");
}

async fn fewer_than_five_are_not_counted(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    for (female, male, told) in [
        (json!({ "from36": 4 }), json!({}), [None, None, None]),
        (json!({ "from36": 6 }), json!({ "from18": 4 }), [Some(10), None, None]),
        (json!({ "from18": 9 }), json!({}), [Some(9), Some(9), Some(9)]),
    ] {
        let path = consented(&cast, "Суу").await;
        moved(staff, &path, "attendance", counts(female, male)).await.expect(200);
        moved(staff, &path, "notes", json!({ "notes": super::coding::NOTES, "quotes": [] })).await.expect(200);
        moved(staff, &path, "hold", json!({ "held_on": "2026-06-15" })).await.expect(200);
        code(staff, &path, first_words(&cast)).await.expect(201);
        moved(staff, &path, "finish-coding", json!({})).await.expect(200);
        moved(staff, &path, "validate", heard()).await.expect(200);
        moved(staff, &path, "publish", json!({ "summary": SUMMARY })).await.expect(200);
        let group = &of(&cast.near.authority.client).await[0];
        assert_eq!([&group["people"], &group["women"], &group["youth"]], told.map(|count| json!(count)).each_ref());
    }
}

async fn published_groups_come_in_pages(world: World) {
    let cast = world.cast().await;
    let mut all = vec![];
    for _ in 0..3 {
        all.insert(0, published(&cast).await);
    }
    let client = &cast.near.authority.client;
    let (mut seen, mut after) = (vec![], String::new());
    loop {
        let page = client.get(&format!("/published-focus-groups?limit=1{after}")).await.expect(200);
        seen.push(format!("/focus-groups/{}", page["items"][0]["id"].as_str().unwrap()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(seen, all.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>());
    let reply = cast.far.authority.client.get(&format!("/published-focus-groups{}", after.replacen('&', "?", 1))).await;
    assert_eq!(reply.refused(422, "invalid"), ["?after unknown"]);
}
