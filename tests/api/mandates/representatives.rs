//! Who speaks for a place, as each sees it.

use serde_json::{Value, json};

use super::{active, ending, nominate, nominated, step};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    a_place_shows_who_speaks_for_it_and_how_balanced_that_is;
    others_see_who_agreed_to_being_named_and_no_figures;
    nobody_sees_who_speaks_for_other_places;
}

async fn representatives(client: &Client, cast: &Cast) -> Value {
    client.get(&format!("/places/{}/representatives", cast.near.aimak)).await.expect(200)
}

fn names(seen: &Value) -> Vec<&str> {
    seen["representatives"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect()
}

async fn a_place_shows_who_speaks_for_it_and_how_balanced_that_is(world: World) {
    let cast = world.cast().await;
    let first = active(&cast, nominated(&cast).await, json!({})).await;
    let old = json!({ "sex": "male", "age_band": "from60" });
    active(&cast, nominate(&cast, "Бакыт", old, "youth").await, json!({ "starts_on": "2026-04-03" })).await;
    active(&cast, nominate(&cast, "Чынар", json!({}), "women").await, json!({ "starts_on": "2026-04-04" })).await;
    nominate(&cast, "Данияр", json!({}), "community").await;
    let seen = representatives(&cast.staff.client, &cast).await;
    assert_eq!(names(&seen), ["Айгүл Эсенова", "Бакыт", "Чынар"]);
    assert_eq!(seen["representatives"][0]["mandate_id"], first["id"]);
    let balance = json!({ "people": 3, "women": 1, "men": 1, "youth": 1, "unknown_sex": 1, "unknown_age": 1 });
    assert_eq!(seen["balance"], balance);
    // Whoever looks at the raion around it sees them too, but not who looks at another side of the country.
    let raion = world.place("KG-Y-jeti-oguz").await;
    let around = cast.staff.client.get(&format!("/places/{raion}/representatives")).await.expect(200);
    assert_eq!(names(&around).len(), 3);
    let far = cast.staff.client.get(&format!("/places/{}/representatives", cast.far.aimak)).await.expect(200);
    assert_eq!(names(&far), Vec::<&str>::new());
    step(&cast.staff.client, &first, "end", ending()).await;
    assert_eq!(names(&representatives(&cast.staff.client, &cast).await), ["Бакыт", "Чынар"]);
}

async fn others_see_who_agreed_to_being_named_and_no_figures(world: World) {
    let cast = world.cast().await;
    active(&cast, nominated(&cast).await, json!({ "named": false })).await;
    active(&cast, nominate(&cast, "Бакыт", json!({}), "youth").await, json!({})).await;
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        let seen = representatives(&person.client, &cast).await;
        assert_eq!(names(&seen), ["Бакыт"]);
        assert_eq!((&seen["balance"], &seen["representatives"][0]["mandate_id"]), (&json!(null), &json!(null)));
    }
}

async fn nobody_sees_who_speaks_for_other_places(world: World) {
    let cast = world.cast().await;
    active(&cast, nominated(&cast).await, json!({})).await;
    for person in [&cast.far.company, &cast.far.authority, &cast.far.community] {
        assert_eq!(names(&representatives(&person.client, &cast).await), Vec::<&str>::new());
    }
    let other = representatives(&cast.other_staff.client, &cast).await;
    assert_eq!((names(&other), &other["balance"]["people"]), (vec![], &json!(0)));
    let path = format!("/places/{}/representatives", uuid::Uuid::new_v4());
    cast.staff.client.get(&path).await.refused(404, "not_found");
    for client in [&cast.admin.client, &cast.partner] {
        client.get(&format!("/places/{}/representatives", cast.near.aimak)).await.refused(403, "forbidden");
    }
}
