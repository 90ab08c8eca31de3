//! Figures for who reads no cases: in fives, once a week, without the protection track.

use chrono::{TimeDelta, Utc};
use maslahat::figures;
use serde_json::{Value, json};

use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    an_administrator_hears_numbers_in_fives;
    districts_are_kept_back_where_subtracting_would_tell_a_small_number;
    a_week_has_one_set_of_figures_whatever_happens_in_it;
    protected_cases_are_in_no_published_number;
    moving_a_case_to_the_protection_track_changes_no_published_number;
    whoever_reads_cases_counts_exactly_those;
    no_new_number_comes_before_its_week;
}

async fn counts(client: &Client) -> Value {
    client.get("/grievances/counts").await.expect(200)
}

async fn a_week_begins(world: &World, weeks: i64) -> usize {
    world.change(move |conn| figures::publish_due(conn, Utc::now() + TimeDelta::weeks(weeks))).await
}

async fn raise(world: &World, cast: &Cast, near: usize, far: usize) {
    for _ in 0..near {
        world.case(&cast.near).await;
    }
    for _ in 0..far {
        world.case(&cast.far).await;
    }
}

async fn an_administrator_hears_numbers_in_fives(world: World) {
    let cast = world.cast().await;
    assert_eq!(counts(&cast.admin.client).await, json!({ "as_of": null, "by_state": [], "by_place": [] }));
    raise(&world, &cast, 8, 1).await;
    assert_eq!(a_week_begins(&world, 0).await, 2, "for each programme");
    let shown = counts(&cast.admin.client).await;
    assert_eq!(shown["by_state"], json!([{ "state": "submitted", "count": 5 }]));
    let places = shown["by_place"].as_array().unwrap();
    assert_eq!((places.len(), &places[0]["count"]), (1, &json!(5)));
    assert!(shown["as_of"].is_string());
    let home = cast.admin.client.get("/home").await.expect(200);
    assert_eq!((&home["figures"], &home["figures_as_of"]), (&shown["by_state"], &shown["as_of"]));
}

/// Ten or more in all and five to nine here: whoever subtracts would know that there is somebody in the other district.
async fn districts_are_kept_back_where_subtracting_would_tell_a_small_number(world: World) {
    let cast = world.cast().await;
    raise(&world, &cast, 7, 4).await;
    a_week_begins(&world, 0).await;
    let shown = counts(&cast.admin.client).await;
    assert_eq!(shown["by_state"], json!([{ "state": "submitted", "count": 10 }]));
    assert_eq!(shown["by_place"], json!([]));
}

async fn a_week_has_one_set_of_figures_whatever_happens_in_it(world: World) {
    let cast = world.cast().await;
    raise(&world, &cast, 5, 0).await;
    a_week_begins(&world, 0).await;
    let shown = counts(&cast.admin.client).await;
    raise(&world, &cast, 5, 5).await;
    assert_eq!(a_week_begins(&world, 0).await, 0);
    assert_eq!(counts(&cast.admin.client).await, shown);
}

async fn protected_cases_are_in_no_published_number(world: World) {
    let cast = world.cast().await;
    raise(&world, &cast, 4, 0).await;
    for _ in 0..6 {
        world.protected(&cast, &cast.near).await;
    }
    a_week_begins(&world, 0).await;
    let shown = counts(&cast.admin.client).await;
    assert_eq!((&shown["by_state"], &shown["by_place"]), (&json!([]), &json!([])));
}

async fn moving_a_case_to_the_protection_track_changes_no_published_number(world: World) {
    let cast = world.cast().await;
    raise(&world, &cast, 5, 0).await;
    let sixth = world.case(&cast.near).await;
    a_week_begins(&world, 0).await;
    let shown = counts(&cast.admin.client).await;
    sixth.moved(&cast.staff.client, "acknowledge", json!({})).await.expect(200);
    let acceptance = json!({ "category": "security", "severity": "high", "sensitivity": "protection" });
    sixth.moved(&cast.staff.client, "accept", acceptance).await.expect(204);
    assert_eq!(counts(&cast.admin.client).await, shown);
    a_week_begins(&world, 1).await;
    let next = counts(&cast.admin.client).await;
    assert_eq!((&next["by_state"], &next["by_place"]), (&shown["by_state"], &shown["by_place"]));
}

async fn whoever_reads_cases_counts_exactly_those(world: World) {
    let cast = world.cast().await;
    raise(&world, &cast, 2, 0).await;
    world.protected(&cast, &cast.near).await;
    let staff = counts(&cast.staff.client).await;
    assert_eq!((&staff["as_of"], &staff["by_state"]), (&Value::Null, &json!([{ "state": "submitted", "count": 2 }])));
    let protection = counts(&cast.protection.client).await;
    let accepted = json!({ "state": "accepted", "count": 1 });
    assert!(protection["by_state"].as_array().unwrap().contains(&accepted), "{protection}");
    assert_eq!(counts(&cast.near.company.client).await["by_state"], json!([]));
}

async fn no_new_number_comes_before_its_week(world: World) {
    let cast = world.cast().await;
    raise(&world, &cast, 4, 0).await;
    a_week_begins(&world, 0).await;
    raise(&world, &cast, 1, 0).await;
    assert_eq!(counts(&cast.admin.client).await["by_state"], json!([]));
    assert_eq!(a_week_begins(&world, 1).await, 2);
    assert_eq!(counts(&cast.admin.client).await["by_state"][0]["count"], 5);
}
