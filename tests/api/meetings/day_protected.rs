//! What is left of a day once a case of which it spoke goes to the protection track.

use serde_json::{Value, json};

use super::day::{at_minute, day_of, entry, noted};
use super::{begun, decided, minutes, moved, opened, path_of, proposed};
use crate::commitments::{organisation_of, promise};
use crate::support::case::Case;
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    what_was_corrected_goes_with_its_correction;
    the_time_that_other_items_took_stays;
    a_promise_of_a_case_through_its_agreement_goes_too;
    the_words_of_an_objection_go_with_what_it_may_speak_of;
}

const WORDS: &str = "Канарейка-Сөз";

/// A meeting that goes on, and speaks of a topic and of a case.
async fn speaking_of(world: &World, cast: &Cast, case: &Case) -> (Value, [Value; 2]) {
    let staff = &cast.staff.client;
    let made = opened(cast, json!({})).await;
    let mut items = vec![];
    for about in [json!({ "topic": "Жолдун чаңы" }), json!({ "grievance_id": case.id })] {
        let item = proposed(staff, &made, about).await;
        items.push(decided(staff, &item, "accept", json!({})).await.expect(200)["id"].clone());
    }
    for name in ["invite", "confirm"] {
        moved(staff, &made, name, json!({})).await;
    }
    begun(world, &made).await;
    (made, [items[0].clone(), items[1].clone()])
}

async fn nothing_is_told(cast: &Cast, made: &Value) {
    for client in [&cast.staff.client, &cast.protection.client] {
        let all = client.get(&format!("{}/day", path_of(made))).await.text();
        assert!(!all.contains("анарейка"), "{all}");
    }
}

async fn what_was_corrected_goes_with_its_correction(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let (made, [_, of_case]) = speaking_of(&world, &cast, &case).await;
    // Each pair names the case once, now in the words that stand and now in those before them.
    let wrong = at_minute(30, "position", json!({ "text": WORDS }));
    let right = at_minute(29, "position", json!({ "item_id": of_case, "text": WORDS, "supersedes": wrong["id"] }));
    let before = at_minute(28, "decision", json!({ "item_id": of_case, "text": WORDS }));
    let after = at_minute(27, "decision", json!({ "text": WORDS, "supersedes": before["id"] }));
    let gone = at_minute(26, "interest", json!({ "item_id": of_case, "text": WORDS }));
    let withdrawn = at_minute(25, "withdraw", json!({ "supersedes": gone["id"] }));
    let stays = at_minute(24, "decision", json!({ "text": "Жумада жолугабыз." }));
    let all = [wrong, right, before, after, gone, withdrawn, stays.clone()];
    assert_eq!(noted(&cast, &made, &all).await, vec!["taken"; 7]);
    case.moved(&cast.staff.client, "protect", json!({})).await.expect(204);
    nothing_is_told(&cast, &made).await;
    let day = day_of(&cast.staff.client, &made).await;
    assert_eq!((day["entries"].as_array().unwrap().len(), &day["entries"][0]["id"]), (1, &stays["id"]));
}

async fn the_time_that_other_items_took_stays(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let (made, [topic, of_case]) = speaking_of(&world, &cast, &case).await;
    let opened = [
        at_minute(40, "open_item", json!({ "item_id": topic })),
        at_minute(30, "open_item", json!({ "item_id": of_case })),
        at_minute(10, "open_item", json!({ "item_id": topic })),
        at_minute(5, "pause", json!({})),
    ];
    assert_eq!(noted(&cast, &made, &opened).await, vec!["taken"; 4]);
    let before = day_of(&cast.staff.client, &made).await;
    assert_eq!(before["items"].as_array().unwrap().len(), 2);
    case.moved(&cast.staff.client, "protect", json!({})).await.expect(204);
    let day = day_of(&cast.staff.client, &made).await;
    assert_eq!(day["items"], json!([{ "item_id": topic, "seconds": 900 }]));
    let kinds: Vec<&Value> = day["entries"].as_array().unwrap().iter().map(|entry| &entry["kind"]).collect();
    assert_eq!(kinds, ["open_item", "pause", "open_item", "pause"]);
    assert_eq!(day["entries"][1]["item_id"], Value::Null);
}

async fn a_promise_of_a_case_through_its_agreement_goes_too(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let case = world.released(&cast, &cast.near).await;
    let company = organisation_of(&cast.near.company.client).await;
    let mut body = crate::agreements::draft(&cast, &company);
    body["grievance_id"] = json!(case.id);
    let agreement = staff.post("/agreements", body).once().await.expect(201)["id"].clone();
    let (made, _) = speaking_of(&world, &cast, &case).await;
    let first = at_minute(9, "promise", json!({ "text": WORDS }));
    let typed = entry("promise", json!({ "text": WORDS, "supersedes": first["id"] }));
    assert_eq!(noted(&cast, &made, &[first, typed.clone()]).await, vec!["taken"; 2]);
    let mut body = promise(&cast, &company);
    for (field, value) in
        [("agreement_id", &agreement), ("meeting_id", &made["id"]), ("meeting_entry_id", &typed["id"])]
    {
        body[field] = value.clone();
    }
    staff.post("/commitments", body).once().await.expect(201);
    case.moved(staff, "protect", json!({})).await.expect(204);
    nothing_is_told(&cast, &made).await;
    assert_eq!(day_of(staff, &made).await["entries"], json!([]));
}

async fn the_words_of_an_objection_go_with_what_it_may_speak_of(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::meeting_minute_answers as answers;

    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let case = world.released(&cast, &cast.near).await;
    let (made, [_, of_case]) = speaking_of(&world, &cast, &case).await;
    moved(staff, &made, "hold", json!({})).await;
    let told = json!({ "item_id": of_case, "kind": "position", "text": WORDS });
    let free = json!({ "kind": "decision", "text": "Жумада жолугабыз." });
    let objection = || json!({ "answer": "objected", "words": WORDS });
    minutes::written(staff, &made, json!([told, free])).await;
    minutes::asked(staff, &made).await;
    minutes::said(company, &made, objection()).await;
    let changed = json!({ "kind": "decision", "text": "Дүйшөмбүдө жолугабыз." });
    minutes::written(staff, &made, json!([told, changed])).await;
    minutes::said(company, &made, objection()).await;
    minutes::of_text(staff, &made, "approve-minutes", json!({})).await.expect(200);
    case.moved(staff, "protect", json!({})).await.expect(204);
    for client in [staff, &cast.protection.client, company] {
        let seen = minutes::minutes_of(client, &made).await;
        assert!(!seen.to_string().contains("анарейка"), "{seen}");
        let answer = &seen["sides"][0]["answer"];
        assert_eq!((&answer["answer"], &answer["words"]), (&json!("objected"), &Value::Null));
        assert_eq!((&seen["state"], &seen["abridged"]), (&json!("minutes_approved"), &json!(true)));
    }
    world
        .change(|conn| {
            let left: Vec<Option<String>> = answers::table.select(answers::words).load(conn)?;
            assert_eq!(left, vec![Some("…".to_owned()); 2], "also of the text before");
            Ok(())
        })
        .await;
}
