//! Who can still be invited.

use serde_json::{Value, json};

use super::{invited, path_of, planned};
use crate::commitments::organisation_of;
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    who_is_near_comes_first_and_who_is_invited_is_gone;
    candidates_are_of_the_programme_and_take_part;
    letters_of_a_name_find_people_and_organisations;
    only_the_programme_looks_for_guests;
}

async fn candidates(client: &Client, meeting: &Value, more: &str) -> Vec<Value> {
    let path = format!("{}/candidates{more}", path_of(meeting));
    client.get(&path).await.expect(200)["items"].as_array().unwrap().clone()
}

fn people(found: &[Value], near: bool) -> Vec<&str> {
    let wanted = found.iter().filter(|each| each["near"] == near);
    let mut ids: Vec<&str> = wanted.filter_map(|each| each["account"]["id"].as_str()).collect();
    ids.sort_unstable();
    ids
}

async fn who_is_near_comes_first_and_who_is_invited_is_gone(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({})).await;
    let found = candidates(&cast.staff.client, &made, "").await;
    let mut near: Vec<String> =
        [&cast.near.company, &cast.near.authority, &cast.near.community].map(|each| each.id.to_string()).into();
    near.sort_unstable();
    assert_eq!(people(&found, true), near);
    let flags: Vec<bool> = found.iter().map(|each| each["near"].as_bool().unwrap()).collect();
    assert!(flags.is_sorted_by(|one, other| one >= other), "{flags:?}");
    let company = organisation_of(&cast.near.company.client).await;
    let whole = found.iter().find(|each| each["account"].is_null() && each["organisation"]["id"] == company).unwrap();
    assert_eq!((&whole["side"], &whole["near"], &whole["accounts"]), (&json!("company"), &json!(true), &json!(1)));

    invited(&cast, &made, json!({ "account_id": cast.near.company.id })).await;
    let found = candidates(&cast.staff.client, &made, "").await;
    assert!(!people(&found, true).contains(&cast.near.company.id.to_string().as_str()));
    assert!(found.iter().any(|each| each["organisation"]["id"] == company), "all of it can be invited still");
    invited(&cast, &made, json!({ "organisation_id": company })).await;
    let found = candidates(&cast.staff.client, &made, "").await;
    assert!(found.iter().all(|each| each["organisation"]["id"] != company));
}

async fn candidates_are_of_the_programme_and_take_part(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({ "site_id": null })).await;
    let found = candidates(&cast.staff.client, &made, "").await;
    let near = people(&found, true);
    assert!(!near.contains(&cast.near.company.id.to_string().as_str()), "there is no site");
    let all = json!(found).to_string();
    for person in [&cast.near.company, &cast.far.community, &cast.second_staff, &cast.protection] {
        assert!(all.contains(&person.id.to_string()), "{}", person.email);
    }
    for person in [&cast.other_staff, &cast.admin] {
        assert!(!all.contains(&person.id.to_string()), "{}", person.email);
    }
}

async fn letters_of_a_name_find_people_and_organisations(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({})).await;
    let company = organisation_of(&cast.near.company.client).await;
    let all = candidates(&cast.staff.client, &made, "").await;
    let whole = all.iter().find(|each| each["account"].is_null() && each["organisation"]["id"] == company).unwrap();
    let name = whole["organisation"]["names"]["ru"].as_str().unwrap().to_uppercase();
    let found = candidates(&cast.staff.client, &made, &format!("?q={name}")).await;
    assert!(found.contains(whole) && found.len() < all.len(), "{found:?}");
    assert!(found.iter().any(|each| each["account"]["id"] == cast.near.company.id.to_string()), "who is of it");
    assert_eq!(candidates(&cast.staff.client, &made, "?q=%E2%82%BF%E2%82%BF").await, Vec::<Value>::new());
    let path = format!("{}/candidates?q=", path_of(&made));
    assert_eq!(cast.staff.client.get(&path).await.refused(422, "invalid"), ["?q too_short"]);
}

async fn only_the_programme_looks_for_guests(world: World) {
    let cast = world.cast().await;
    let made = super::sent(&cast, json!({ "visibility": "public" })).await;
    let path = format!("{}/candidates", path_of(&made));
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community, &cast.admin] {
        person.client.get(&path).await.refused(403, "forbidden");
    }
    cast.other_staff.client.get(&path).await.refused(404, "not_found");
    world.stranger.get(&path).await.refused(401, "unauthenticated");
}
