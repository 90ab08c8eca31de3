//! The register: filters, order, pages.

use serde_json::{Value, json};

use super::{day, organisation_of, promised};
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    what_is_due_first_comes_first_page_by_page;
    the_register_is_narrowed_by_each_filter;
    a_page_does_not_start_after_a_promise_out_of_reach;
}

async fn ids(client: &Client, query: &str) -> Vec<Value> {
    let page = client.get(&format!("/commitments?{query}")).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect()
}

async fn what_is_due_first_comes_first_page_by_page(world: World) {
    let cast = world.cast().await;
    let later = promised(&cast, json!({ "due_on": day(20) })).await["id"].clone();
    let sooner = promised(&cast, json!({ "due_on": day(10) })).await["id"].clone();
    let last = promised(&cast, json!({ "due_on": day(20) })).await["id"].clone();
    let staff = &cast.staff.client;
    let by_day = [sooner.clone(), later.clone(), last.clone()];
    assert_eq!(ids(staff, "").await, by_day);
    assert_eq!(ids(staff, "sort=newest").await, [last, sooner, later]);
    let (mut after, mut walked) = (String::new(), vec![]);
    loop {
        let page = staff.get(&format!("/commitments?limit=1{after}")).await.expect(200);
        walked.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(walked, by_day);
}

async fn the_register_is_narrowed_by_each_filter(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let of_case = promised(&cast, json!({ "grievance_id": case.id, "what": "Таза суу тартылат" })).await["id"].clone();
    let far = json!({ "place_id": cast.far.aimak, "site_id": null, "organisation_id": cast.ngo });
    let far = promised(&cast, far).await["id"].clone();
    let owner = organisation_of(&cast.near.company.client).await;
    let staff = &cast.staff.client;
    for (query, found) in [
        (format!("grievance_id={}", case.id), vec![of_case.clone()]),
        (format!("place_id={}", cast.far.aimak), vec![far.clone()]),
        (format!("site_id={}", cast.near.site), vec![of_case.clone()]),
        (format!("organisation_id={}", owner.as_str().unwrap()), vec![of_case.clone()]),
        ("side=programme".into(), vec![far.clone()]),
        ("q=ТАЗА%20суу".into(), vec![of_case.clone()]),
        ("state=verified".into(), vec![]),
        ("published=true".into(), vec![]),
        ("state=open&published=false&standing=running".into(), vec![of_case, far]),
    ] {
        assert_eq!(ids(staff, &query).await, found, "{query}");
    }
    let reply = staff.get("/commitments?q=ab").await;
    assert_eq!(reply.refused(422, "invalid"), ["?q too_short"]);
    let reply = staff.get(&format!("/commitments?place_id={}", uuid::Uuid::new_v4())).await;
    assert_eq!(reply.refused(422, "invalid"), ["?place_id unknown"]);
}

async fn a_page_does_not_start_after_a_promise_out_of_reach(world: World) {
    let cast = world.cast().await;
    promised(&cast, json!({})).await;
    promised(&cast, json!({})).await;
    let page = cast.staff.client.get("/commitments?limit=1").await.expect(200);
    let after = page["next"].as_str().unwrap();
    for client in [&cast.other_staff.client, &cast.far.community.client] {
        let reply = client.get(&format!("/commitments?after={after}")).await;
        assert_eq!(reply.refused(422, "invalid"), ["?after unknown"]);
    }
}
