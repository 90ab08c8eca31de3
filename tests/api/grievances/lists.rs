//! Lists, pages, filters, search, counts.

use diesel::prelude::*;
use maslahat::schema::grievances;
use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    a_total_is_given_where_asked_for;
    filters_narrow_the_list;
    a_search_knows_no_letter_case;
    words_of_two_letters_are_too_short;
    words_are_found_in_the_state_that_a_case_came_to;
    a_company_can_not_search_the_narrative;
    a_company_can_not_filter_by_village_or_owner;
    an_unknown_parameter_is_refused;
    counts_are_of_what_one_reaches;
    the_first_page_says_what_waits;
}

pub fn references(page: &Value) -> Vec<String> {
    page["items"].as_array().unwrap().iter().map(|item| item["reference"].as_str().unwrap().to_owned()).collect()
}

pub async fn some(world: &World, cast: &Cast, count: usize) -> Vec<String> {
    let mut made = vec![];
    for _ in 0..count {
        made.push(world.case(&cast.near).await.reference);
    }
    made
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

async fn words_are_found_in_the_state_that_a_case_came_to(world: World) {
    let cast = world.cast().await;
    world.case(&cast.far).await;
    let case = world.case(&cast.near).await;
    let staff = &cast.staff.client;
    let found =
        async |client: &Client, query: &str| references(&client.get(&format!("/grievances?{query}")).await.expect(200));
    assert_eq!(found(staff, "q=чаңга&state=submitted").await.len(), 2);
    case.moved(staff, "acknowledge", json!({})).await.expect(200);
    assert_eq!(found(staff, "q=чаңга&state=submitted").await.len(), 1);
    assert_eq!(found(staff, "q=чаңга&state=acknowledged").await, [case.reference.as_str()]);
    let released = world.released(&cast, &cast.near).await;
    for client in [staff, &cast.near.company.client] {
        for query in ["state=investigating", "state=investigating&sort=oldest", "open=true&state=investigating"] {
            assert_eq!(found(client, &format!("q=trucks&{query}")).await, [released.reference.as_str()], "{query}");
        }
        for query in ["state=accepted", "open=false"] {
            assert!(found(client, &format!("q=trucks&{query}")).await.is_empty(), "{query}");
        }
    }
    assert!(found(&cast.far.company.client, "q=trucks&state=investigating").await.is_empty());
    // As a program writes that knows nothing of what is kept beside the words.
    let id = case.id;
    world
        .change(move |conn| {
            let target = grievances::table.filter(grievances::id.eq(id));
            Ok(diesel::update(target).set(grievances::state.eq("implementing")).execute(conn)?)
        })
        .await;
    assert_eq!(found(staff, "q=чаңга&state=implementing").await, [case.reference.as_str()]);
    assert!(found(staff, "q=чаңга&state=acknowledged").await.is_empty());
    // What is kept beside the words is what the cases say, of every document.
    type Standing = (String, Option<String>, Option<String>);
    let (beside, cases) = world
        .look(|conn| {
            use maslahat::schema::search_subjects::{id, respondent_id, state, table};
            let beside: Vec<Standing> = table.select((id, state, respondent_id)).load(conn)?;
            let cases = grievances::table.select((grievances::id, grievances::state, grievances::respondent_id));
            let cases: Vec<(String, String, Option<String>)> = cases.load(conn)?;
            Ok((beside, cases))
        })
        .await;
    assert_eq!(beside.len(), 4);
    for (id, state, respondent) in beside {
        assert!(cases.iter().any(|case| (&case.0, Some(&case.1), &case.2) == (&id, state.as_ref(), &respondent)));
    }
}

async fn words_of_two_letters_are_too_short(world: World) {
    let cast = world.cast().await;
    for query in ["ab", "ab cd", "___", "ab_", "%25%25%25", "a%25b"] {
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
