//! Cases that may be about the same thing.

use serde_json::{Value, json};

use crate::support::case::{Case, words};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    near_words_of_the_same_place_are_found;
    near_words_of_the_same_site_are_found_wherever_it_is_felt;
    near_words_of_elsewhere_are_not;
    five_are_shown_and_the_nearest_first;
    the_protection_track_is_never_suggested_to_staff;
    what_is_out_of_reach_has_nothing_like_it;
}

const DUST: &str = "Кендин оор унаалары айылдын ичинен өтүп, жолдун чаңы үйлөргө толуп жатат.";
const DUST_AGAIN: &str = "Оор унаалар күнү-түнү өтөт, жолдун чаңынан үйлөрдүн терезесин ача албайбыз.";
const WATER: &str = "Булактын суусу киргилденип, мал ичпей калды, балдар ооруп жатат.";

async fn raise(world: &World, place: maslahat::places::PlaceId, narrative: &str) -> Case {
    let mut submission = words(place);
    submission["narrative"] = json!(narrative);
    world.submit(submission).await
}

async fn like(client: &Client, case: &Case) -> Vec<Value> {
    let page = client.get(&format!("{}/similar", case.path())).await.expect(200);
    page["items"].as_array().unwrap().clone()
}

fn references(found: &[Value]) -> Vec<&str> {
    found.iter().map(|item| item["grievance"]["reference"].as_str().unwrap()).collect()
}

async fn near_words_of_the_same_place_are_found(world: World) {
    let cast = world.cast().await;
    let first = raise(&world, cast.near.aimak, DUST).await;
    raise(&world, cast.near.aimak, WATER).await;
    let again = raise(&world, cast.near.aimak, DUST_AGAIN).await;
    let found = like(&cast.staff.client, &again).await;
    assert_eq!(references(&found), [first.reference.as_str()]);
    let words = found[0]["words"].to_string();
    assert!(words.contains("унаалары") && words.contains("чаңы"), "{words}");
    assert!((15..100).contains(&found[0]["likeness"].as_i64().unwrap()));
}

async fn near_words_of_the_same_site_are_found_wherever_it_is_felt(world: World) {
    let cast = world.cast().await;
    world.focus(cast.programme, world.place(crate::support::places::JETI_OGUZ).await).await;
    let raion = world.place(crate::support::places::JETI_OGUZ).await;
    let at_site = async |place, narrative: &str| {
        let mut submission = words(place);
        submission["narrative"] = json!(narrative);
        submission["site_id"] = json!(cast.near.site);
        world.submit(submission).await
    };
    let first = at_site(cast.near.aimak, DUST).await;
    let again = at_site(raion, DUST_AGAIN).await;
    assert_eq!(references(&like(&cast.staff.client, &again).await), [first.reference.as_str()]);
}

async fn near_words_of_elsewhere_are_not(world: World) {
    let cast = world.cast().await;
    raise(&world, cast.far.aimak, DUST).await;
    let again = raise(&world, cast.near.aimak, DUST_AGAIN).await;
    assert!(like(&cast.staff.client, &again).await.is_empty());
}

async fn five_are_shown_and_the_nearest_first(world: World) {
    let cast = world.cast().await;
    for number in 0..6 {
        raise(&world, cast.near.aimak, &format!("{DUST} Бул {number}-жолу, башка сөздөр да кошулду.")).await;
    }
    let same = raise(&world, cast.near.aimak, DUST).await;
    let case = raise(&world, cast.near.aimak, DUST).await;
    let found = like(&cast.staff.client, &case).await;
    assert_eq!(found.len(), 5);
    assert_eq!(references(&found)[0], same.reference);
    assert_eq!(found[0]["likeness"], 100);
}

async fn the_protection_track_is_never_suggested_to_staff(world: World) {
    let cast = world.cast().await;
    let protected = protected(&world, &cast).await;
    let case = raise(&world, cast.near.aimak, DUST).await;
    assert!(like(&cast.staff.client, &case).await.is_empty());
    assert_eq!(references(&like(&cast.protection.client, &case).await), [protected.reference.as_str()]);
    let path = format!("{}/similar", protected.path());
    cast.staff.client.get(&path).await.refused(404, "not_found");
}

async fn protected(world: &World, cast: &Cast) -> Case {
    let case = raise(world, cast.near.aimak, DUST).await;
    case.moved(&cast.staff.client, "acknowledge", json!({})).await.expect(200);
    let acceptance = json!({ "category": "security", "severity": "high", "sensitivity": "protection" });
    case.moved(&cast.staff.client, "accept", acceptance).await.expect(204);
    case
}

async fn what_is_out_of_reach_has_nothing_like_it(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let path = format!("{}/similar", case.path());
    cast.other_staff.client.get(&path).await.refused(404, "not_found");
    cast.near.company.client.get(&path).await.refused(403, "forbidden");
}
