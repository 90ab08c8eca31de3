//! Finding impacts in the register.

use chrono::Utc;
use maslahat::impacts::input::NewImpact;
use maslahat::impacts::store;
use serde_json::{Value, json};

use super::{impact, moved, published, record, titles, with};
use crate::support::places::{ALA_BUKA, JETI_OGUZ};
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    filters_narrow_the_list_together;
    a_place_holds_all_that_lies_below;
    words_are_found_in_any_letter_case;
    pages_follow_each_other_without_gap_or_repeat_in_every_order;
    what_many_match_is_found_as_what_few_match;
    what_can_not_be_asked_is_refused;
}

async fn few(cast: &Cast) {
    let staff = &cast.staff.client;
    record(staff, impact(cast, "Суу")).await;
    let more = json!({ "category": "jobs_and_livelihoods", "direction": "positive", "severity": 4, "likelihood": 5 });
    published(staff, with(impact(cast, "Жумуш"), with(more, json!({ "site_id": cast.near.site })))).await;
    let far = json!({ "place_id": cast.far.aimak, "category": "air_and_dust", "basis": "feared", "severity": 5 });
    let far = record(staff, with(impact(cast, "Чаң"), far)).await;
    moved(staff, &far, &["dismiss"]).await;
}

async fn filters_narrow_the_list_together(world: World) {
    let cast = world.cast().await;
    few(&cast).await;
    let staff = &cast.staff.client;
    assert_eq!(titles(staff, "").await, ["Чаң", "Жумуш", "Суу"]);
    assert_eq!(titles(staff, "sort=gravest").await, ["Чаң", "Жумуш", "Суу"]);
    assert_eq!(titles(staff, "category=water").await, ["Суу"]);
    assert_eq!(titles(staff, "state=dismissed").await, ["Чаң"]);
    assert_eq!(titles(staff, "direction=negative").await, ["Чаң", "Суу"]);
    assert_eq!(titles(staff, "basis=feared").await, ["Чаң"]);
    assert_eq!(titles(staff, "published=true").await, ["Жумуш"]);
    assert_eq!(titles(staff, "severity=3&likelihood=4").await, ["Суу"]);
    assert_eq!(titles(staff, &format!("site_id={}", cast.near.site)).await, ["Жумуш"]);
    assert_eq!(titles(staff, "direction=negative&published=true").await, Vec::<String>::new());
}

async fn a_place_holds_all_that_lies_below(world: World) {
    let cast = world.cast().await;
    few(&cast).await;
    let staff = &cast.staff.client;
    let (near, far) = (world.place(JETI_OGUZ).await, world.place(ALA_BUKA).await);
    assert_eq!(titles(staff, &format!("place_id={near}")).await, ["Жумуш", "Суу"]);
    assert_eq!(titles(staff, &format!("place_id={far}")).await, ["Чаң"]);
    assert_eq!(titles(staff, &format!("place_id={}&direction=positive", cast.near.aimak)).await, ["Жумуш"]);
}

async fn words_are_found_in_any_letter_case(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let body = with(impact(&cast, "Ёлкалар куурады"), json!({ "description": "Үрөн чыкпай калды." }));
    record(staff, body).await;
    for words in ["ЕЛКА", "куурады", "ҮРӨН", "елка%20үрөн"] {
        assert_eq!(titles(staff, &format!("q={words}")).await, ["Ёлкалар куурады"], "{words}");
    }
    assert_eq!(titles(staff, "q=елка%20жок").await, Vec::<String>::new());
}

fn ids(page: &Value) -> Vec<Value> {
    page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect()
}

async fn pages_follow_each_other_without_gap_or_repeat_in_every_order(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    for number in 0..9 {
        // Some weigh the same: the id breaks the tie.
        let more = json!({ "severity": number % 3 + 1, "likelihood": 2 });
        record(staff, with(impact(&cast, "Суу"), more)).await;
    }
    for sort in ["newest", "gravest"] {
        let mut seen = vec![];
        let mut after = String::new();
        loop {
            let page = staff.get(&format!("/impacts?sort={sort}&limit=2{after}")).await.expect(200);
            seen.extend(ids(&page));
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        let whole = staff.get(&format!("/impacts?sort={sort}")).await.expect(200);
        assert_eq!((seen.len(), &seen), (9, &ids(&whole)), "{sort}");
    }
}

/// More than are put in order one by one: the list is walked instead.
async fn what_many_match_is_found_as_what_few_match(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (like, by) = (impact(&cast, "Суу азайды"), cast.staff.id);
    world
        .change(move |conn| {
            for number in 0..1100 {
                let mut new: NewImpact = serde_json::from_value(like.clone()).unwrap();
                new.severity = number % 5 + 1;
                store::insert(conn, &new, by, Utc::now())?;
            }
            Ok(())
        })
        .await;
    let area = world.place(JETI_OGUZ).await;
    for filter in ["q=азайды".to_owned(), format!("place_id={area}"), "category=water".to_owned()] {
        for sort in ["newest", "gravest"] {
            let query = format!("{filter}&sort={sort}");
            let page = staff.get(&format!("/impacts?{query}&total=true&limit=3")).await.expect(200);
            assert_eq!(page["total"], json!({ "count": 1000, "exact": false }), "{query}");
            let next = page["next"].as_str().unwrap();
            let rest = staff.get(&format!("/impacts?{query}&limit=3&after={next}")).await.expect(200);
            let all = staff.get(&format!("/impacts?sort={sort}&limit=6")).await.expect(200);
            assert_eq!([ids(&page), ids(&rest)].concat(), ids(&all), "{query}");
        }
    }
}

async fn what_can_not_be_asked_is_refused(world: World) {
    let cast = world.cast().await;
    let nobody = uuid::Uuid::new_v4();
    for (query, refused) in [
        ("state=open".to_owned(), "?state invalid"),
        ("q=ab%20cd".to_owned(), "?q too_short"),
        (format!("place_id={nobody}"), "?place_id unknown"),
        (format!("site_id={nobody}"), "?site_id unknown"),
        ("severity=6".to_owned(), "?severity too_large"),
        ("owner=1".to_owned(), "?owner unknown"),
    ] {
        let reply = cast.staff.client.get(&format!("/impacts?{query}")).await;
        let fields = reply.refused(422, "invalid");
        let codes = fields.first().map(|field| field.split(' ').next_back().unwrap().to_owned());
        assert_eq!(codes.as_deref(), refused.split(' ').next_back(), "{query}: {fields:?}");
    }
    let reply = cast.near.company.client.get("/impacts?published=true").await;
    assert_eq!(reply.refused(422, "invalid"), ["?published unknown"]);
}
