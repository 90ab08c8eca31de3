//! Finding people in the register.

use chrono::Utc;
use maslahat::stakeholders::input::NewStakeholder;
use maslahat::stakeholders::store;
use serde_json::json;

use super::{agreed, names, path_of, person, record, with};
use crate::support::places::{ALA_BUKA, JETI_OGUZ};
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    names_come_in_the_order_of_the_alphabet;
    pages_follow_each_other_without_gap_or_repeat_in_every_order;
    filters_narrow_the_list_together;
    a_place_holds_all_that_lies_below;
    words_are_found_in_any_letter_case;
    what_many_match_is_found_as_what_few_match;
    the_total_is_told_on_the_first_page;
    what_can_not_be_asked_is_refused;
    the_map_counts_whom_the_list_holds;
}

async fn people(world: &World, cast: &Cast) {
    let staff = &cast.staff.client;
    for (name, more) in [
        ("Өмүр", json!({ "category": "elders", "tags": ["суу"] })),
        ("Омурбек", json!({ "place_id": cast.far.aimak, "tags": ["суу", "жол"] })),
        ("Пакир", json!({ "consent": agreed(), "organisation_id": cast.ngo })),
        ("ажар", json!({ "category": "youth", "consent": agreed(), "tags": ["жол"] })),
        ("Zarina", json!({ "kind": "group", "category": "media", "place_id": world.place(ALA_BUKA).await })),
    ] {
        record(staff, with(person(cast, name), more)).await;
    }
}

async fn names_come_in_the_order_of_the_alphabet(world: World) {
    let cast = world.cast().await;
    people(&world, &cast).await;
    let staff = &cast.staff.client;
    assert_eq!(names(staff, "").await, ["Zarina", "ажар", "Омурбек", "Өмүр", "Пакир"]);
    assert_eq!(names(staff, "sort=newest").await, ["Zarina", "ажар", "Пакир", "Омурбек", "Өмүр"]);
}

async fn pages_follow_each_other_without_gap_or_repeat_in_every_order(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    for number in 0..9 {
        let assessment = json!({ "influence": number % 3 + 1, "interest": 1, "stance": 0, "reason": "A reason" });
        // Some share a name, some their influence: the id breaks the tie.
        let name = format!("Айгүл {}", number / 2);
        record(staff, with(person(&cast, &name), json!({ "assessment": assessment }))).await;
    }
    record(staff, person(&cast, "Nobody assessed")).await;
    for (sort, count) in [("name", 10), ("newest", 10), ("influence", 9)] {
        let mut seen = vec![];
        let mut after = String::new();
        loop {
            let page = staff.get(&format!("/stakeholders?sort={sort}&limit=2{after}")).await.expect(200);
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()));
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        let whole = staff.get(&format!("/stakeholders?sort={sort}")).await.expect(200);
        let whole: Vec<_> = whole["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect();
        assert_eq!((seen.len(), &seen), (count, &whole), "{sort}");
    }
}

async fn filters_narrow_the_list_together(world: World) {
    let cast = world.cast().await;
    people(&world, &cast).await;
    let staff = &cast.staff.client;
    assert_eq!(names(staff, "category=elders").await, ["Өмүр"]);
    assert_eq!(names(staff, "consent=given").await, ["ажар", "Пакир"]);
    assert_eq!(names(staff, &format!("organisation_id={}", cast.ngo)).await, ["Пакир"]);
    assert_eq!(names(staff, "tag=ЖОЛ").await, ["ажар", "Омурбек"]);
    assert_eq!(names(staff, "tag=жол&consent=given").await, ["ажар"]);
    assert_eq!(names(staff, "tag=жол&consent=withdrawn").await, Vec::<String>::new());
    assert_eq!(names(staff, "tag=ж%25").await, Vec::<String>::new());
    assert_eq!(names(staff, "tag=жол&q=омур").await, ["Омурбек"]);
}

async fn a_place_holds_all_that_lies_below(world: World) {
    let cast = world.cast().await;
    people(&world, &cast).await;
    let staff = &cast.staff.client;
    let (near, far) = (world.place(JETI_OGUZ).await, world.place(ALA_BUKA).await);
    assert_eq!(names(staff, &format!("place_id={near}")).await, ["ажар", "Өмүр", "Пакир"]);
    assert_eq!(names(staff, &format!("place_id={far}&sort=newest")).await, ["Zarina", "Омурбек"]);
    assert_eq!(names(staff, &format!("place_id={}", cast.far.aimak)).await, ["Омурбек"]);
}

async fn words_are_found_in_any_letter_case(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    record(staff, with(person(&cast, "Үсөн Ёлкин"), json!({ "position": "айыл башчысы", "tags": ["көпүрө"] }))).await;
    for words in ["ҮСӨН", "елкин", "БАШЧЫ", "өпүр", "үсөн%20көпүрө"] {
        assert_eq!(names(staff, &format!("q={words}")).await, ["Үсөн Ёлкин"], "{words}");
    }
    assert_eq!(names(staff, "q=үсөн%20жок").await, Vec::<String>::new());
}

/// Eleven hundred of a kind, recorded at once.
async fn crowd(world: &World, cast: &Cast, like: serde_json::Value) {
    let (sealer, by) = (world.system.sealer.clone(), cast.staff.id);
    let change = move |conn: &mut maslahat::db::Conn| {
        for number in 0..1100 {
            let mut new: NewStakeholder = serde_json::from_value(like.clone()).unwrap();
            new.name = format!("Чабан {:04}", number * 7 % 1100);
            store::insert(conn, &sealer, &new, by, Utc::now())?;
        }
        Ok(())
    };
    world.change(change).await;
}

/// More than are put in order one by one: the list is walked instead.
async fn what_many_match_is_found_as_what_few_match(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let more = json!({ "category": "elders", "tags": ["сейрек", "баары"], "position": "чабан" });
    let rare = record(staff, with(person(&cast, "Ааа"), more)).await;
    let many = with(person(&cast, "-"), json!({ "category": "elders", "tags": ["баары"], "position": "чабан" }));
    crowd(&world, &cast, many).await;
    let area = world.place(JETI_OGUZ).await;
    for filter in ["tag=баары".to_owned(), "q=чабан".to_owned(), format!("place_id={area}")] {
        for sort in ["name", "newest"] {
            let query = format!("{filter}&sort={sort}");
            let page = staff.get(&format!("/stakeholders?{query}&total=true&limit=3")).await.expect(200);
            assert_eq!(page["total"], json!({ "count": 1000, "exact": false }), "{query}");
            let next = page["next"].as_str().unwrap();
            let rest = staff.get(&format!("/stakeholders?{query}&limit=3&after={next}")).await.expect(200);
            let ids = |page: &serde_json::Value| {
                let items = page["items"].as_array().unwrap().clone();
                items.into_iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
            };
            let both = [ids(&page), ids(&rest)].concat();
            let all = staff.get(&format!("/stakeholders?sort={sort}&limit=6")).await.expect(200);
            assert_eq!(both, ids(&all), "{query}");
        }
    }
    assert_eq!(names(staff, "tag=сейрек&q=чабан&sort=newest&limit=1").await.len(), 1);
    assert_eq!(names(staff, "tag=баары&category=herder").await, Vec::<String>::new());
    assert_eq!(staff.get(&path_of(&rare)).await.expect(200)["tags"], json!(["сейрек", "баары"]));
}

async fn the_total_is_told_on_the_first_page(world: World) {
    let cast = world.cast().await;
    people(&world, &cast).await;
    let staff = &cast.staff.client;
    let page = staff.get("/stakeholders?total=true&limit=2&tag=суу").await.expect(200);
    assert_eq!(page["total"], json!({ "count": 2, "exact": true }));
    let page = staff.get("/stakeholders?total=true&limit=2").await.expect(200);
    let after = page["next"].as_str().unwrap();
    let rest = staff.get(&format!("/stakeholders?total=true&limit=2&after={after}")).await.expect(200);
    assert!(rest.get("total").is_none());
}

async fn what_can_not_be_asked_is_refused(world: World) {
    let cast = world.cast().await;
    let nobody = uuid::Uuid::new_v4();
    for (query, refused) in [
        ("category=king".to_owned(), "?category invalid"),
        ("q=ab".to_owned(), "?q too_short"),
        ("q=ab%20cd".to_owned(), "?q too_short"),
        ("after=eA".to_owned(), "?after invalid"),
        (format!("place_id={nobody}"), "?place_id unknown"),
        ("limit=1000".to_owned(), "?limit too_large"),
        ("stance=1".to_owned(), "?stance unknown"),
    ] {
        let reply = cast.staff.client.get(&format!("/stakeholders?{query}")).await;
        let fields = reply.refused(422, "invalid");
        let codes = fields.first().map(|field| field.split(' ').next_back().unwrap().to_owned());
        let wanted = refused.split(' ').next_back().unwrap();
        assert_eq!(codes.as_deref(), Some(wanted), "{query}: {fields:?}");
    }
}

async fn the_map_counts_whom_the_list_holds(world: World) {
    let cast = world.cast().await;
    people(&world, &cast).await;
    let staff = &cast.staff.client;
    let counts = async |query: &str| {
        let found = staff.get(&format!("/stakeholder-counts?{query}")).await.expect(200);
        let each = found["by_place"].as_array().unwrap().iter();
        let mut counts: Vec<(String, i64)> = each
            .map(|each| (each["place"]["id"].as_str().unwrap().to_owned(), each["count"].as_i64().unwrap()))
            .collect();
        counts.sort_by_key(|(_, count)| *count);
        counts
    };
    let whole = counts("").await;
    assert_eq!(whole.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [1, 1, 3], "{whole:?}");
    assert_eq!(whole.last().unwrap().0, cast.near.aimak.to_string());
    assert_eq!(counts("tag=жол&q=омур").await, [(cast.far.aimak.to_string(), 1)]);
    assert_eq!(
        counts(&format!("place_id={}&consent=given", cast.near.aimak)).await,
        [(cast.near.aimak.to_string(), 2)]
    );
    assert_eq!(counts("category=donor").await, []);
    staff.get("/stakeholder-counts?sort=name").await.refused(422, "invalid");
    let unlike = staff.get("/stakeholder-counts?tag=ж%25").await.expect(200);
    assert_eq!(unlike["by_place"], json!([]));
}
