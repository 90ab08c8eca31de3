//! How many impacts there are of which kind.

use serde_json::{Value, json};

use super::{impact, published, record, with};
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    staff_count_everything_they_reach;
    outside_the_programme_nothing_under_five_is_told;
    figures_are_of_ones_own_places_and_sites;
    filters_of_figures_are_for_staff;
}

async fn some(cast: &Cast, count: usize, more: Value) {
    for number in 0..count {
        let body = with(impact(cast, &format!("Таасир {number}")), json!({ "site_id": cast.near.site }));
        published(&cast.staff.client, with(body, more.clone())).await;
    }
}

async fn staff_count_everything_they_reach(world: World) {
    let cast = world.cast().await;
    some(&cast, 2, json!({})).await;
    record(&cast.staff.client, with(impact(&cast, "Жумуш"), json!({ "direction": "positive", "severity": 5 }))).await;
    let figures = cast.staff.client.get("/impacts/figures").await.expect(200);
    assert_eq!((&figures["exact"], &figures["total"]), (&json!(true), &json!(3)));
    let categories = json!([
        { "category": "water", "direction": "positive", "count": 1 },
        { "category": "water", "direction": "negative", "count": 2 },
    ]);
    assert_eq!(figures["by_category"], categories);
    let cells = json!([{ "severity": 3, "likelihood": 4, "count": 2 }, { "severity": 5, "likelihood": 4, "count": 1 }]);
    assert_eq!(figures["cells"], cells);
    let states = json!([{ "state": "reported", "count": 1 }, { "state": "validated", "count": 2 }]);
    assert_eq!(figures["by_state"], states);
    for (query, total) in [
        ("direction=positive".to_owned(), 1),
        ("published=true".to_owned(), 2),
        ("state=reported&category=water".to_owned(), 1),
        (format!("site_id={}", cast.near.site), 2),
        (format!("place_id={}", cast.far.aimak), 0),
    ] {
        let figures = cast.staff.client.get(&format!("/impacts/figures?{query}")).await.expect(200);
        assert_eq!(figures["total"], total, "{query}");
    }
    let other = cast.other_staff.client.get("/impacts/figures").await.expect(200);
    assert_eq!((&other["total"], &other["cells"]), (&json!(0), &json!([])));
}

async fn outside_the_programme_nothing_under_five_is_told(world: World) {
    let cast = world.cast().await;
    some(&cast, 4, json!({})).await;
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        let figures = person.client.get("/impacts/figures").await.expect(200);
        let nothing = json!({ "exact": false, "total": null, "by_category": [], "by_state": [], "cells": [] });
        assert_eq!(figures, nothing);
    }
    some(&cast, 3, json!({})).await;
    record(&cast.staff.client, with(impact(&cast, "Ички"), json!({ "site_id": cast.near.site }))).await;
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        let figures = person.client.get("/impacts/figures").await.expect(200);
        assert_eq!(figures["cells"], json!([{ "severity": 3, "likelihood": 4, "count": 5 }]), "seven are told as five");
        assert_eq!(figures["by_category"][0]["count"], 5);
    }
    // Two more of another kind, of the same severity: the sums would tell them apart.
    some(&cast, 3, json!({ "category": "health" })).await;
    let figures = cast.near.company.client.get("/impacts/figures").await.expect(200);
    assert_eq!(figures["by_category"].as_array().unwrap().len(), 1);
    assert_eq!(figures["cells"][0]["count"], 10);
}

async fn figures_are_of_ones_own_places_and_sites(world: World) {
    let cast = world.cast().await;
    some(&cast, 6, json!({})).await;
    for person in [&cast.far.company, &cast.far.authority, &cast.far.community] {
        let figures = person.client.get("/impacts/figures").await.expect(200);
        assert_eq!(figures["by_category"], json!([]));
        let of_others = format!("/impacts/figures?site_id={}", cast.near.site);
        assert_eq!(person.client.get(&of_others).await.expect(200)["by_category"], json!([]));
    }
}

async fn filters_of_figures_are_for_staff(world: World) {
    let cast = world.cast().await;
    for query in ["state=validated", "category=water", "direction=positive", "basis=actual", "published=true"] {
        let reply = cast.near.company.client.get(&format!("/impacts/figures?{query}")).await;
        let name = query.split('=').next().unwrap();
        assert_eq!(reply.refused(422, "invalid"), [format!("?{name} unknown")]);
    }
    let nobody = uuid::Uuid::new_v4();
    for name in ["place_id", "site_id"] {
        let reply = cast.staff.client.get(&format!("/impacts/figures?{name}={nobody}")).await;
        assert_eq!(reply.refused(422, "invalid"), [format!("?{name} unknown")]);
    }
}
