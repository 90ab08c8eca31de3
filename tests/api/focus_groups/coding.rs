//! Passages made into impacts.

use serde_json::{Value, json};

use super::{consented, counts, kinds_of_events, moved, path_of, plan, planned};
use crate::support::{Cast, Client, Reply, World, on_both_engines};

on_both_engines! {
    a_passage_is_made_into_an_impact_and_another_put_to_it;
    what_is_marked_must_be_what_stands_there;
    a_passage_goes_to_an_impact_that_stands;
    a_passage_follows_its_words_and_its_words_can_not_go;
    coding_is_finished_with_one_passage_at_least_and_opened_again;
    an_impact_shows_what_was_said_of_it_to_staff_alone;
}

pub const NOTES: &str = "Арыктагы суу 🏔 кызарып калды.\nЧаң көп.";

/// A group that was held, with notes.
pub async fn noted(cast: &Cast) -> String {
    let staff = &cast.staff.client;
    let path = consented(cast, "Суу").await;
    staff.patch(&path, json!({ "site_id": cast.near.site })).at(2).await.expect(200);
    let there = counts(json!({ "from18": 5, "from36": 7 }), json!({ "from25": 6 }));
    moved(staff, &path, "attendance", there).await.expect(200);
    moved(staff, &path, "hold", json!({ "held_on": "2026-06-15" })).await.expect(200);
    let quotes = json!([
        { "text": "Кудуктан ташыйбыз.", "sex": "female", "age_band": "from36" },
        { "text": "Коркобуз.", "sex": "male", "age_band": "from60" },
    ]);
    moved(staff, &path, "notes", json!({ "notes": NOTES, "quotes": quotes })).await.expect(200);
    path
}

pub fn impact(cast: &Cast) -> Value {
    json!({
        "programme_id": cast.programme, "title": "Red water in the ditch", "description": "The ditch runs red in spring.",
        "category": "water", "direction": "negative", "basis": "actual", "severity": 4, "likelihood": 4,
        "extent": "village", "affected": ["everybody"], "place_id": cast.near.aimak, "site_id": cast.near.site,
    })
}

/// The first words of the notes, up to the mountain.
pub fn first_words(cast: &Cast) -> Value {
    json!({ "starts": 0, "ends": 14, "passage": "Арыктагы суу 🏔", "impact": impact(cast) })
}

pub async fn code(client: &Client, path: &str, body: Value) -> Reply {
    client.post(&format!("{path}/codes"), body).once().await
}

async fn a_passage_is_made_into_an_impact_and_another_put_to_it(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = noted(&cast).await;
    let first = code(staff, &path, first_words(&cast)).await.expect(201);
    assert_eq!(first["impact"]["title"], "Red water in the ditch");
    assert_eq!(first["by"]["id"], json!(cast.staff.id));
    let made = first["impact"]["id"].clone();
    let second = json!({ "starts": 30, "ends": 38, "passage": "Чаң көп.", "impact_id": made });
    code(staff, &path, second.clone()).await.expect(201);
    assert_eq!(code(staff, &path, second).await.refused(422, "invalid"), ["/impact_id already_there"]);
    let same = json!({ "starts": 0, "ends": 14, "passage": "Арыктагы суу 🏔", "impact": impact(&cast) });
    code(staff, &path, same).await.expect(201);
    let group = staff.get(&path).await.expect(200);
    let starts: Vec<i64> =
        group["codes"].as_array().unwrap().iter().map(|code| code["starts"].as_i64().unwrap()).collect();
    assert_eq!(starts, [0, 0, 30], "several codes a passage, in the order of the notes");
    let one = format!("{path}/codes/{}", first["id"].as_str().unwrap());
    staff.delete(&one).at(1).await.refused(412, "stale");
    assert_eq!(staff.delete(&one).at(&group["version"]).await.status, 204);
    let group = staff.get(&path).await.expect(200);
    assert_eq!(group["codes"].as_array().unwrap().len(), 2);
    staff.delete(&one).at(&group["version"]).await.refused(404, "not_found");
    staff.get(&format!("/impacts/{}", made.as_str().unwrap())).await.expect(200);
    assert_eq!(kinds_of_events(staff, &path).await[..2], ["passage_uncoded", "passage_coded"]);
}

async fn what_is_marked_must_be_what_stands_there(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = noted(&cast).await;
    let nobody = uuid::Uuid::new_v4();
    for (more, refused) in [
        (json!({ "passage": "Арыктагы" }), "/passage changed_meanwhile"),
        (json!({ "starts": 14, "ends": 14 }), "/ends invalid"),
        (json!({ "ends": 4000 }), "/ends invalid"),
        (json!({ "starts": -1 }), "/starts too_small"),
        (json!({ "impact_id": nobody }), "/impact_id one_of_both"),
        (json!({ "impact": null }), "/impact_id one_of_both"),
        (json!({ "impact": null, "impact_id": nobody }), "/impact_id unknown"),
        (
            json!({ "impact": super::with(impact(&cast), json!({ "programme_id": nobody })) }),
            "/impact/programme_id unknown",
        ),
        (json!({ "impact": super::with(impact(&cast), json!({ "title": "  x " })) }), "/impact/title too_short"),
        (json!({ "impact": super::with(impact(&cast), json!({ "place_id": nobody })) }), "/impact/place_id unknown"),
    ] {
        let reply = code(staff, &path, super::with(first_words(&cast), more.clone())).await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{more}");
    }
    let page = staff.get("/impacts").await.expect(200);
    assert_eq!(page["items"], json!([]), "what is refused leaves no impact behind");
    let path = path_of(&planned(staff, plan(&cast, "Жол")).await);
    code(staff, &path, first_words(&cast)).await.refused(409, "not_in_this_state");
    let path = noted(&cast).await;
    let key = "6f1f4f6e-3c0e-4f0e-9d1b-0d5a8c7b9e11";
    let body = first_words(&cast);
    staff.post(&format!("{path}/codes"), body.clone()).key(key).await.expect(201);
    staff.post(&format!("{path}/codes"), body).key(key).await.expect(201);
    assert_eq!(staff.get(&path).await.expect(200)["codes"].as_array().unwrap().len(), 1);
}

async fn a_passage_goes_to_an_impact_that_stands(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = noted(&cast).await;
    let made = staff.post("/impacts", impact(&cast)).once().await.expect(201);
    let to_it = super::with(first_words(&cast), json!({ "impact": null, "impact_id": made["id"] }));
    let dismiss = format!("/impacts/{}/dismiss", made["id"].as_str().unwrap());
    staff.post(&dismiss, json!({ "note": "Nobody lives there." })).at(1).await.expect(200);
    assert_eq!(code(staff, &path, to_it).await.refused(422, "invalid"), ["/impact_id dismissed"]);
}

async fn a_passage_follows_its_words_and_its_words_can_not_go(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = noted(&cast).await;
    code(staff, &path, first_words(&cast)).await.expect(201);
    let longer = json!({ "notes": format!("Башында. {NOTES}"), "quotes": [] });
    let group = moved(staff, &path, "notes", longer).await.expect(200);
    assert_eq!((&group["codes"][0]["starts"], &group["codes"][0]["ends"]), (&json!(9), &json!(23)));
    let gone = json!({ "notes": "Чаң көп.", "quotes": [] });
    let reply = moved(staff, &path, "notes", gone).await;
    assert_eq!(reply.refused(422, "invalid"), ["/notes coded_passage_gone"]);
    assert_eq!(staff.get(&path).await.expect(200)["notes"], format!("Башында. {NOTES}"));
}

async fn coding_is_finished_with_one_passage_at_least_and_opened_again(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = noted(&cast).await;
    moved(staff, &path, "finish-coding", json!({})).await.refused(409, "nothing_coded");
    code(staff, &path, first_words(&cast)).await.expect(201);
    let coded = moved(staff, &path, "finish-coding", json!({})).await.expect(200);
    assert_eq!(coded["state"], "coded");
    let notes = json!({ "notes": NOTES, "quotes": [] });
    moved(staff, &path, "notes", notes).await.refused(409, "not_in_this_state");
    code(staff, &path, first_words(&cast)).await.refused(409, "not_in_this_state");
    let home = staff.get("/home").await.expect(200);
    assert_eq!(home["waiting_focus_groups"][0]["action"], "validate_focus_group");
    staff.post(&format!("{path}/reopen-coding"), json!({ "reason": "Чаң." })).at(1).await.refused(412, "stale");
    let reply = moved(staff, &path, "reopen-coding", json!({ "reason": "   " })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/reason too_short"]);
    let again = moved(staff, &path, "reopen-coding", json!({ "reason": "Чаң калып калыптыр." })).await.expect(200);
    assert_eq!(again["state"], "held");
    let home = staff.get("/home").await.expect(200);
    assert_eq!(home["waiting_focus_groups"][0]["action"], "finish_coding_focus_group");
    assert_eq!(kinds_of_events(staff, &path).await[..2], ["coding_reopened", "coded"]);
}

async fn an_impact_shows_what_was_said_of_it_to_staff_alone(world: World) {
    let cast = world.cast().await;
    let path = noted(&cast).await;
    let made = code(&cast.staff.client, &path, first_words(&cast)).await.expect(201);
    let impact = format!("/impacts/{}", made["impact"]["id"].as_str().unwrap());
    for reader in [&cast.second_staff, &cast.protection] {
        let seen = reader.client.get(&impact).await.expect(200);
        assert_eq!(seen["said"][0]["passage"], "Арыктагы суу 🏔");
        assert_eq!(seen["said"][0]["focus_group_id"], path.trim_start_matches("/focus-groups/"));
    }
    for other in [&cast.near.company, &cast.near.authority, &cast.near.community, &cast.other_staff] {
        other.client.get(&impact).await.refused(404, "not_found");
    }
}
