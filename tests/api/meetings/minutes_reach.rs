//! For whom minutes are there, and how much of them.

use serde_json::{Value, json};

use super::day::{entry, noted};
use super::minutes::{asked, held, line, minutes_of, of_text, put_before_the_sides, said, written};
use super::{begun, decided, invited, moved, path_of, planned, proposed, tried};
use crate::support::{World, on_both_engines};

on_both_engines! {
    the_sides_that_are_asked_read_them_first_and_all_others_once_they_are_approved;
    of_a_record_out_of_reach_no_words_are_read;
    who_is_not_asked_has_no_word;
    an_objection_is_read_by_who_reads_all_of_which_it_may_speak;
    who_came_is_told_as_far_as_somebody_was_there;
}

async fn the_sides_that_are_asked_read_them_first_and_all_others_once_they_are_approved(world: World) {
    let cast = world.cast().await;
    let (staff, near) = (&cast.staff.client, &cast.near);
    let made = put_before_the_sides(&world, &cast, json!({ "visibility": "public" })).await;
    let path = format!("{}/minutes", path_of(&made));
    minutes_of(&near.company.client, &made).await;
    for client in [&near.authority.client, &near.community.client, &cast.far.company.client] {
        client.get(&path).await.refused(404, "not_found");
    }
    said(&near.company.client, &made, json!({ "answer": "approved" })).await;
    of_text(staff, &made, "approve-minutes", json!({})).await.expect(200);
    for client in [&near.authority.client, &near.community.client] {
        let seen = minutes_of(client, &made).await;
        assert_eq!((&seen["sections"][1]["lines"][0]["text"], &seen["actions"]), (&json!("Суу себилет."), &json!([])));
    }
    for client in [&cast.far.company.client, &cast.other_staff.client] {
        client.get(&path).await.refused(404, "not_found");
    }
    for client in [&cast.admin.client, &cast.partner] {
        client.get(&path).await.refused(403, "forbidden");
    }
}

async fn of_a_record_out_of_reach_no_words_are_read(world: World) {
    let cast = world.cast().await;
    let (staff, near) = (&cast.staff.client, &cast.near);
    let case = world.accepted(&cast, near).await;
    let made = planned(&cast, json!({})).await;
    invited(&cast, &made, json!({ "account_id": near.company.id })).await;
    let item = proposed(staff, &made, json!({ "grievance_id": case.id })).await;
    decided(staff, &item, "accept", json!({})).await.expect(200);
    for name in ["open-agenda", "invite", "confirm"] {
        moved(staff, &made, name, json!({})).await;
    }
    begun(&world, &made).await;
    moved(staff, &made, "hold", json!({})).await;
    let hidden = json!({ "item_id": item["id"], "kind": "position", "text": "Канарейка-Сөз" });
    written(staff, &made, json!([hidden, line("Жумада жолугабыз.")])).await;
    asked(staff, &made).await;
    let seen = minutes_of(&near.company.client, &made).await;
    assert!(!seen.to_string().contains("анарейка") && !seen.to_string().contains(&case.id.to_string()), "{seen}");
    let section = &seen["sections"][0];
    assert_eq!(
        (&section["withheld"], &section["lines"], &section["item"]["kind"]),
        (&json!(true), &json!([]), &Value::Null)
    );
    assert_eq!(seen["sections"][1]["lines"][0]["text"], "Жумада жолугабыз.");
    assert_eq!(minutes_of(staff, &made).await["sections"][0]["lines"][0]["text"], "Канарейка-Сөз");
}

async fn who_is_not_asked_has_no_word(world: World) {
    let cast = world.cast().await;
    let near = &cast.near;
    let made = put_before_the_sides(&world, &cast, json!({ "visibility": "public" })).await;
    let version = cast.staff.client.get(&path_of(&made)).await.expect(200)["version"].clone();
    let path = format!("{}/answer-minutes", path_of(&made));
    let word = json!({ "revision": 1, "answer": "approved" });
    for (client, status, code) in [
        (&near.community.client, 404, "not_found"),
        (&cast.far.company.client, 404, "not_found"),
        (&cast.staff.client, 403, "forbidden"),
        (&cast.admin.client, 403, "forbidden"),
    ] {
        client.post(&path, word.clone()).at(&version).await.refused(status, code);
    }
    let heard = json!({ "revision": 1, "side": "company", "answer": "approved", "witness": "Бакыт" });
    for person in [&near.company, &near.community] {
        for (name, body) in [
            ("draft-minutes", json!({})),
            ("approve-minutes", json!({ "revision": 1 })),
            ("close", json!({})),
            ("minutes", json!({ "lines": [line("Mine.")] })),
            ("record-minutes-answer", heard.clone()),
        ] {
            tried(&person.client, &made, name, body).await.refused(403, "forbidden");
        }
    }
}

/// Of each side: whether it objected, and its words as far as they are told.
fn objections(seen: &Value) -> Vec<(Value, Value)> {
    let sides = seen["sides"].as_array().unwrap().iter();
    sides.map(|side| (side["answer"]["answer"].clone(), side["answer"]["words"].clone())).collect()
}

async fn an_objection_is_read_by_who_reads_all_of_which_it_may_speak(world: World) {
    let cast = world.cast().await;
    let (staff, near) = (&cast.staff.client, &cast.near);
    let case = world.accepted(&cast, near).await;
    let made = planned(&cast, json!({})).await;
    for person in [&near.company, &near.authority] {
        invited(&cast, &made, json!({ "account_id": person.id })).await;
    }
    let item = proposed(staff, &made, json!({ "grievance_id": case.id })).await;
    decided(staff, &item, "accept", json!({})).await.expect(200);
    for name in ["open-agenda", "invite", "confirm"] {
        moved(staff, &made, name, json!({})).await;
    }
    begun(&world, &made).await;
    moved(staff, &made, "hold", json!({})).await;
    let hidden = json!({ "item_id": item["id"], "kind": "position", "text": "Канарейка-Сөз" });
    written(staff, &made, json!([hidden, line("Жумада жолугабыз.")])).await;
    asked(staff, &made).await;
    said(&near.authority.client, &made, json!({ "answer": "objected", "words": "Канарейка-Каршы" })).await;
    let theirs = minutes_of(&near.company.client, &made).await;
    assert!(theirs["sections"][0]["withheld"] == json!(true) && !theirs.to_string().contains("анарейка"), "{theirs}");
    assert!(objections(&theirs).contains(&(json!("objected"), Value::Null)), "that it objects is told: {theirs}");
    for client in [staff, &near.authority.client] {
        let told = (json!("objected"), json!("Канарейка-Каршы"));
        assert!(objections(&minutes_of(client, &made).await).contains(&told));
    }
    written(staff, &made, json!([line("Жумада жолугабыз.")])).await;
    let seen = minutes_of(&near.company.client, &made).await;
    assert_eq!(objections(&seen), [(Value::Null, Value::Null), (Value::Null, Value::Null)], "another text asks again");
}

async fn who_came_is_told_as_far_as_somebody_was_there(world: World) {
    let cast = world.cast().await;
    let (staff, near) = (&cast.staff.client, &cast.near);
    let (made, _) = held(&world, &cast, json!({ "visibility": "public" }), &[]).await;
    let came = |side: &str, sex: &str, band: &str, people: i64, walk_in: bool| {
        entry("came", json!({ "side": side, "sex": sex, "band": band, "people": people, "walk_in": walk_in }))
    };
    let entries = [
        came("community", "female", "from60", 1, true),
        came("community", "male", "from36", 12, false),
        came("authority", "male", "from36", 3, false),
    ];
    assert_eq!(noted(&cast, &made, &entries).await, vec!["taken"; 3]);
    written(staff, &made, json!([line("Суу себилет.")])).await;
    asked(staff, &made).await;
    let of_side = |seen: &Value, side: &str| -> Value {
        let sides = seen["attendance"].as_array().unwrap().iter();
        sides.filter(|came| came["side"] == side).map(Clone::clone).next().unwrap_or_default()
    };
    let seen = minutes_of(staff, &made).await;
    assert_eq!((&seen["exact"], &of_side(&seen, "community")["walk_ins"]), (&json!(true), &json!(1)));
    assert_eq!(of_side(&seen, "community")["counts"].as_array().unwrap().len(), 2);
    let seen = minutes_of(&near.company.client, &made).await;
    let totals = json!({ "people": 13, "women": 1, "youth": 0 });
    assert_eq!(of_side(&seen, "community"), json!({ "side": "community", "counts": [], "totals": totals }));
    said(&near.company.client, &made, json!({ "answer": "approved" })).await;
    of_text(staff, &made, "approve-minutes", json!({})).await.expect(200);
    let seen = minutes_of(&near.community.client, &made).await;
    let totals = json!({ "people": 10, "women": 0, "youth": 0 });
    assert_eq!(seen["exact"], false);
    assert_eq!(seen["attendance"], json!([{ "side": "community", "counts": [], "totals": totals }]));
}
