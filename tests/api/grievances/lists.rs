//! Lists, pages, filters, search, counts.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use maslahat::grievances::GrievanceId;
use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    pages_follow_each_other_without_gap_or_repeat;
    each_order_is_kept_across_pages;
    a_total_is_given_where_asked_for;
    filters_narrow_the_list;
    a_search_knows_no_letter_case;
    words_of_two_letters_are_too_short;
    a_company_can_not_search_the_narrative;
    a_company_can_not_filter_by_village_or_owner;
    a_page_of_a_company_tells_no_time;
    a_page_after_a_case_out_of_reach_is_like_one_after_no_case;
    an_unknown_parameter_is_refused;
    counts_are_of_what_one_reaches;
    the_first_page_says_what_waits;
}

fn references(page: &Value) -> Vec<String> {
    page["items"].as_array().unwrap().iter().map(|item| item["reference"].as_str().unwrap().to_owned()).collect()
}

async fn some(world: &World, cast: &Cast, count: usize) -> Vec<String> {
    let mut made = vec![];
    for _ in 0..count {
        made.push(world.case(&cast.near).await.reference);
    }
    made
}

async fn all_pages(client: &Client, query: &str) -> Vec<String> {
    let mut found = vec![];
    let mut after = String::new();
    loop {
        let page = client.get(&format!("/grievances?limit=2{query}{after}")).await.expect(200);
        found.extend(references(&page));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return found,
        }
    }
}

async fn pages_follow_each_other_without_gap_or_repeat(world: World) {
    let cast = world.cast().await;
    let mut made = some(&world, &cast, 5).await;
    made.reverse();
    assert_eq!(all_pages(&cast.staff.client, "").await, made);
}

async fn each_order_is_kept_across_pages(world: World) {
    let cast = world.cast().await;
    let made = some(&world, &cast, 5).await;
    assert_eq!(all_pages(&cast.staff.client, "&sort=oldest").await, made);
    assert_eq!(all_pages(&cast.staff.client, "&sort=due").await, made);
    let newest: Vec<String> = made.iter().rev().cloned().collect();
    assert_eq!(all_pages(&cast.staff.client, "&sort=updated").await, newest);
}

async fn a_total_is_given_where_asked_for(world: World) {
    let cast = world.cast().await;
    some(&world, &cast, 3).await;
    let page = cast.staff.client.get("/grievances?limit=1&total=true").await.expect(200);
    assert_eq!(page["total"], json!({ "count": 3, "exact": true }));
    assert!(cast.staff.client.get("/grievances").await.expect(200).get("total").is_none());
}

async fn filters_narrow_the_list(world: World) {
    let cast = world.cast().await;
    let near = world.accepted(&cast, &cast.near).await;
    let far = world.case(&cast.far).await;
    let staff = &cast.staff.client;
    let raion = world.place(crate::support::places::JETI_OGUZ).await;
    for query in [
        "state=accepted".to_owned(),
        "category=air_and_dust".to_owned(),
        "severity=medium".to_owned(),
        format!("site_id={}", cast.near.site),
        format!("owner_id={}", cast.staff.id),
        format!("place_id={}", cast.near.aimak),
        format!("place_id={raion}"),
    ] {
        let page = staff.get(&format!("/grievances?{query}")).await.expect(200);
        assert_eq!(references(&page), [near.reference.as_str()], "{query}");
    }
    assert_eq!(references(&staff.get("/grievances?open=true").await.expect(200)).len(), 2);
    assert!(references(&staff.get("/grievances?open=false").await.expect(200)).is_empty());
    assert_eq!(references(&staff.get("/grievances?state=submitted").await.expect(200)), [far.reference]);
}

async fn a_search_knows_no_letter_case(world: World) {
    let cast = world.cast().await;
    let mut other = words(cast.near.aimak);
    other["narrative"] = json!("Взрывы на карьере: трещины в стенах, стёкла дрожат каждый вечер.");
    let russian = world.submit(other).await.reference;
    let kyrgyz = world.case(&cast.near).await.reference;
    let staff = &cast.staff.client;
    for (query, expected) in [
        ("ТРЕЩИНЫ", &russian),
        ("стекла", &russian),
        ("карьер взрыв", &russian),
        ("ҮЙДҮН", &kyrgyz),
        ("чаңга", &kyrgyz),
        (&*kyrgyz.to_lowercase(), &kyrgyz),
    ] {
        let page = staff.get(&format!("/grievances?q={query}")).await.expect(200);
        assert_eq!(references(&page), [expected.as_str()], "{query}");
    }
    assert!(references(&staff.get("/grievances?q=айылдын взрыв").await.expect(200)).is_empty());
}

async fn words_of_two_letters_are_too_short(world: World) {
    let cast = world.cast().await;
    for query in ["ab", "ab cd"] {
        let reply = cast.staff.client.get(&format!("/grievances?q={query}")).await;
        assert_eq!(reply.refused(422, "invalid"), ["?q too_short"], "{query}");
    }
}

async fn a_company_can_not_search_the_narrative(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let company = &cast.near.company.client;
    let found = |page: Value| references(&page);
    assert_eq!(found(company.get("/grievances?q=trucks").await.expect(200)), [case.reference.as_str()]);
    assert!(found(company.get("/grievances?q=үйдүн").await.expect(200)).is_empty());
    assert!(found(cast.far.company.client.get("/grievances?q=trucks").await.expect(200)).is_empty());
}

async fn a_company_can_not_filter_by_village_or_owner(world: World) {
    let cast = world.cast().await;
    world.released(&cast, &cast.near).await;
    let company = &cast.near.company.client;
    let reply = company.get(&format!("/grievances?place_id={}", cast.near.aimak)).await;
    assert_eq!(reply.refused(422, "invalid"), ["?place_id unknown"]);
    let reply = company.get(&format!("/grievances?owner_id={}", cast.staff.id)).await;
    assert_eq!(reply.refused(422, "invalid"), ["?owner_id unknown"]);
    let raion = world.place(crate::support::places::JETI_OGUZ).await;
    let page = company.get(&format!("/grievances?place_id={raion}")).await.expect(200);
    assert_eq!(references(&page).len(), 1);
}

async fn a_page_of_a_company_tells_no_time(world: World) {
    let cast = world.cast().await;
    for _ in 0..3 {
        world.released(&cast, &cast.near).await;
    }
    let page = cast.near.company.client.get("/grievances?limit=2").await.expect(200);
    let day = chrono::Utc::now().format("%Y-%m-%d").to_string();
    assert!(!page["items"].to_string().contains(&day), "{page}");
    for item in page["items"].as_array().unwrap() {
        let id: uuid::Uuid = item["id"].as_str().unwrap().parse().unwrap();
        assert_eq!(id.get_version_num(), 4, "a time-ordered id tells the minute");
    }
}

async fn a_page_after_a_case_out_of_reach_is_like_one_after_no_case(world: World) {
    let cast = world.cast().await;
    let protected = world.protected(&cast, &cast.near).await;
    let unreleased = world.accepted(&cast, &cast.near).await;
    let after = |id: &dyn ToString| URL_SAFE_NO_PAD.encode(format!("\u{1f}{}", id.to_string()));
    let none = after(&GrievanceId::random());
    for (client, case) in [(&cast.staff.client, &protected), (&cast.near.company.client, &unreleased)] {
        for cursor in [&none, &after(&case.id)] {
            for query in ["", "&sort=due", "&sort=updated", "&q=сууунаа", "&q=сууунаа&sort=due"] {
                let reply = client.get(&format!("/grievances?after={cursor}{query}")).await;
                assert_eq!(reply.refused(422, "invalid"), ["?after unknown"], "{query}");
            }
        }
    }
}

async fn an_unknown_parameter_is_refused(world: World) {
    let cast = world.cast().await;
    let reply = cast.staff.client.get("/grievances?stat=accepted").await;
    assert_eq!(reply.refused(422, "invalid"), ["?stat unknown"]);
    let reply = cast.staff.client.get("/grievances?limit=101").await;
    assert_eq!(reply.refused(422, "invalid"), ["?limit too_large"]);
}

async fn counts_are_of_what_one_reaches(world: World) {
    let cast = world.cast().await;
    world.released(&cast, &cast.near).await;
    world.case(&cast.near).await;
    world.protected(&cast, &cast.near).await;
    let count = |counts: Value| -> i64 {
        counts["by_state"].as_array().unwrap().iter().map(|state| state["count"].as_i64().unwrap()).sum()
    };
    let of = async |client: &Client| count(client.get("/grievances/counts").await.expect(200));
    assert_eq!(of(&cast.staff.client).await, 2);
    assert_eq!(of(&cast.protection.client).await, 3);
    assert_eq!(of(&cast.near.company.client).await, 1);
    assert_eq!(of(&cast.far.company.client).await, 0);
    assert_eq!(of(&cast.admin.client).await, 0, "who reads no cases hears published figures, and there are none");
    let places = cast.near.company.client.get("/grievances/counts").await.expect(200)["by_place"].clone();
    let raion = world.place(crate::support::places::JETI_OGUZ).await;
    assert_eq!(places[0]["place"]["id"], raion.to_string(), "a company learns the district, not the village");
}

async fn the_first_page_says_what_waits(world: World) {
    let cast = world.cast().await;
    world.case(&cast.near).await;
    let released = world.released(&cast, &cast.near).await;
    let waiting = async |client: &Client| {
        let home = client.get("/home").await.expect(200);
        let waiting = home["waiting"].as_array().unwrap().clone();
        waiting.iter().map(|row| row["action"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(waiting(&cast.staff.client).await, ["acknowledge_grievance", "propose_grievance"]);
    assert_eq!(waiting(&cast.near.company.client).await, ["answer_grievance"]);
    assert!(waiting(&cast.far.company.client).await.is_empty());
    assert!(waiting(&cast.admin.client).await.is_empty());
    let answer = json!({ "body": "We water the road twice a day." });
    released.moved(&cast.near.company.client, "answer", answer).await.expect(200);
}
