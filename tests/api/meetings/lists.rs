//! The register.

use serde_json::{Value, json};

use super::{at, invited, moved, planned};
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    the_register_is_in_the_order_of_time_page_by_page;
    the_register_is_narrowed_by_each_filter;
    a_meeting_is_found_by_what_it_is_called_now;
    mine_are_those_that_i_lead_or_am_invited_to;
    a_page_does_not_start_after_a_meeting_out_of_reach;
}

/// The day of a meeting that begins [`at`] four o'clock: that of Bishkek too, where a new one may have begun already.
fn day(days: i64) -> String {
    at(days, 4)[..10].to_owned()
}

async fn ids(client: &Client, query: &str) -> Vec<Value> {
    let page = client.get(&format!("/meetings?{query}")).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect()
}

async fn on_days(cast: &crate::support::Cast, days: &[i64]) -> Vec<Value> {
    let mut made = vec![];
    for days in days {
        made.push(planned(cast, json!({ "starts_at": at(*days, 4), "ends_at": at(*days, 5) })).await["id"].clone());
    }
    made
}

async fn the_register_is_in_the_order_of_time_page_by_page(world: World) {
    let cast = world.cast().await;
    let made = on_days(&cast, &[12, 10, 12, 11]).await;
    let soonest = vec![made[1].clone(), made[3].clone(), made[0].clone(), made[2].clone()];
    for (sort, expected) in [("soonest", soonest.clone()), ("latest", soonest.into_iter().rev().collect())] {
        let (mut after, mut walked) = (String::new(), vec![]);
        loop {
            let page = cast.staff.client.get(&format!("/meetings?limit=1&total=true&sort={sort}{after}")).await;
            let page = page.expect(200);
            walked.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()));
            if after.is_empty() {
                assert_eq!(page["total"], json!({ "count": 4, "exact": true }));
            }
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        assert_eq!(walked, expected, "{sort}");
    }
}

async fn the_register_is_narrowed_by_each_filter(world: World) {
    let cast = world.cast().await;
    let near = planned(&cast, json!({ "title": "Таза суу" })).await;
    let far = json!({
        "place_id": cast.far.aimak, "site_id": cast.far.site, "kind": "site_visit", "venue": "Кен",
        "starts_at": at(20, 4), "ends_at": at(20, 5),
    });
    let far = planned(&cast, far).await["id"].clone();
    moved(&cast.staff.client, &near, "open-agenda", json!({})).await;
    let near = near["id"].clone();
    for (query, found) in [
        ("state=draft".to_owned(), vec![far.clone()]),
        ("state=agenda_open".into(), vec![near.clone()]),
        ("kind=site_visit".into(), vec![far.clone()]),
        (format!("place_id={}", cast.near.aimak), vec![near.clone()]),
        (format!("site_id={}", cast.far.site), vec![far.clone()]),
        (format!("from={}", day(10)), vec![near.clone(), far.clone()]),
        (format!("from={}", day(11)), vec![far.clone()]),
        (format!("to={}", day(10)), vec![near.clone()]),
        (format!("from={}&to={}", day(11), day(19)), vec![]),
        ("q=ТАЗА%20суу".into(), vec![near]),
        ("q=кен".into(), vec![far]),
    ] {
        assert_eq!(ids(&cast.staff.client, &query).await, found, "{query}");
    }
    for (query, refused) in [
        ("q=ab".to_owned(), "?q too_short"),
        (format!("place_id={}", uuid::Uuid::new_v4()), "?place_id unknown"),
        ("from=9999-01-01".into(), "?from invalid"),
        ("to=0001-01-01".into(), "?to invalid"),
    ] {
        let reply = cast.staff.client.get(&format!("/meetings?{query}")).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
}

async fn a_meeting_is_found_by_what_it_is_called_now(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({ "title": "Таза суу", "venue": "Мектеп" })).await;
    let version = made["version"].clone();
    let change = json!({ "title": "Жайыт жолу" });
    cast.staff.client.patch(&super::path_of(&made), change).at(version).await.expect(200);
    for (words, found) in [("таза", vec![]), ("жайыт", vec![made["id"].clone()]), ("мектеп", vec![made["id"].clone()])]
    {
        assert_eq!(ids(&cast.staff.client, &format!("q={words}")).await, found, "{words}");
    }
}

async fn mine_are_those_that_i_lead_or_am_invited_to(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({ "visibility": "public" })).await;
    invited(&cast, &made, json!({ "account_id": cast.near.company.id })).await;
    let group = crate::commitments::organisation_of(&cast.near.community.client).await;
    invited(&cast, &made, json!({ "organisation_id": group })).await;
    moved(&cast.staff.client, &made, "open-agenda", json!({})).await;
    for (person, mine) in [
        (&cast.staff, true),
        (&cast.second_staff, false),
        (&cast.near.company, true),
        (&cast.near.community, true),
        (&cast.near.authority, false),
    ] {
        let found = ids(&person.client, "mine=true").await;
        assert_eq!(found == [made["id"].clone()], mine, "{}", person.email);
        assert_eq!(ids(&person.client, "mine=false").await, [made["id"].clone()]);
    }
}

async fn a_page_does_not_start_after_a_meeting_out_of_reach(world: World) {
    let cast = world.cast().await;
    on_days(&cast, &[10, 11]).await;
    let page = cast.staff.client.get("/meetings?limit=1").await.expect(200);
    let after = page["next"].as_str().unwrap();
    for client in [&cast.other_staff.client, &cast.near.community.client] {
        let reply = client.get(&format!("/meetings?after={after}")).await;
        assert_eq!(reply.refused(422, "invalid"), ["?after unknown"]);
    }
}
