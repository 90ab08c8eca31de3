//! Minutes: written from the notes of the day, put before the sides, approved with the word of each.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::day::{entry, going_on, noted};
use super::{invited, moved, named, path_of, tried};
use crate::commitments::organisation_of;
use crate::support::{Cast, Client, Person, Reply, World, on_both_engines};

on_both_engines! {
    minutes_are_drafted_from_the_notes_and_approved_with_the_word_of_each_side;
    nothing_is_approved_as_long_as_a_side_has_said_nothing;
    a_changed_text_asks_each_side_again;
    an_objection_is_recorded_and_stands_in_the_way_of_nothing;
    the_last_word_of_a_side_counts;
    those_without_an_account_are_heard_before_a_witness;
    the_approved_text_is_fixed;
    the_sides_are_told;
}

pub fn line(text: &str) -> Value {
    json!({ "kind": "decision", "text": text })
}

pub async fn minutes_of(client: &Client, meeting: &Value) -> Value {
    client.get(&format!("{}/minutes", path_of(meeting))).await.expect(200)
}

pub async fn written(client: &Client, meeting: &Value, lines: Value) -> Value {
    moved(client, meeting, "minutes", json!({ "lines": lines })).await
}

/// Puts what was written before the sides.
pub async fn asked(client: &Client, meeting: &Value) -> Value {
    moved(client, meeting, "draft-minutes", json!({})).await
}

/// The word of a side.
pub async fn said(client: &Client, meeting: &Value, body: Value) -> Value {
    of_text(client, meeting, "answer-minutes", body).await.expect(200)
}

/// What somebody does with the text that they read.
pub async fn of_text(client: &Client, meeting: &Value, name: &str, mut body: Value) -> Reply {
    body["revision"] = minutes_of(client, meeting).await["revision"].clone();
    tried(client, meeting, name, body).await
}

async fn approved(client: &Client, meeting: &Value) -> Reply {
    of_text(client, meeting, "approve-minutes", json!({})).await
}

/// A meeting of the near company, and of whoever else is invited by account, that was held.
pub async fn held(world: &World, cast: &Cast, more: Value, others: &[&Person]) -> (Value, Value) {
    let made = super::opened(cast, more).await;
    for person in others {
        invited(cast, &made, json!({ "account_id": person.id })).await;
    }
    let item = super::proposed(&cast.staff.client, &made, json!({ "topic": "Жолдун чаңы" })).await;
    super::decided(&cast.staff.client, &item, "accept", json!({})).await.expect(200);
    moved(&cast.staff.client, &made, "invite", json!({})).await;
    moved(&cast.staff.client, &made, "confirm", json!({})).await;
    super::begun(world, &made).await;
    moved(&cast.staff.client, &made, "hold", json!({})).await;
    (made, item["id"].clone())
}

/// Minutes of a sentence, before the near company alone.
pub async fn put_before_the_sides(world: &World, cast: &Cast, more: Value) -> Value {
    let (made, _) = held(world, cast, more, &[]).await;
    written(&cast.staff.client, &made, json!([line("Суу себилет.")])).await;
    asked(&cast.staff.client, &made).await;
    made
}

async fn minutes_are_drafted_from_the_notes_and_approved_with_the_word_of_each_side(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let (made, item) = going_on(&world, &cast, json!({})).await;
    let said_there = [
        entry("decision", json!({ "text": "Жумада жолугабыз." })),
        entry("position", json!({ "item_id": item, "side": "community", "text": "Чаң болбосун." })),
        entry("came", json!({ "side": "community", "sex": "female", "band": "from60", "people": 4 })),
    ];
    noted(&cast, &made, &said_there).await;
    moved(staff, &made, "hold", json!({})).await;
    let draft = minutes_of(&cast.second_staff.client, &made).await;
    assert_eq!((&draft["written"], &draft["revision"], &draft["actions"]), (&json!(false), &json!(0), &json!([])));
    let draft = minutes_of(staff, &made).await;
    assert_eq!(draft["actions"], json!(["write_meeting_minutes"]));
    assert_eq!(draft["sections"][0]["item"]["topic"], "Жолдун чаңы");
    let position = json!({ "item_id": item, "kind": "position", "side": "community", "text": "Чаң болбосун." });
    let decision = json!({ "item_id": null, "kind": "decision", "side": null, "text": "Жумада жолугабыз." });
    assert_eq!(draft["sections"][0]["lines"], json!([position]));
    assert_eq!((&draft["sections"][1]["item"], &draft["sections"][1]["lines"]), (&Value::Null, &json!([decision])));
    assert_eq!(draft["attendance"][0]["totals"]["women"], 4);
    tried(staff, &made, "draft-minutes", json!({})).await.refused(409, "minutes_missing");
    let mine = written(staff, &made, json!([decision, position])).await;
    assert_eq!((&mine["written"], &mine["revision"]), (&json!(true), &json!(0)));
    assert_eq!(mine["sections"][0]["lines"], json!([position]), "in the order of the agenda");
    let before = asked(staff, &made).await;
    assert_eq!((&before["state"], &before["revision"]), (&json!("minutes_drafted"), &json!(1)));
    let theirs = minutes_of(company, &made).await;
    assert_eq!((&theirs["sections"], &theirs["actions"]), (&mine["sections"], &json!(["answer_meeting_minutes"])));
    assert_eq!((&theirs["sides"][0]["own"], &theirs["sides"][0]["answer"]), (&json!(true), &Value::Null));
    said(company, &made, json!({ "answer": "approved" })).await;
    let done = approved(staff, &made).await.expect(200);
    let text = format!(
        "{}\n{}\n",
        json!([item, "position", "community", "Чаң болбосун."]),
        json!([null, "decision", null, "Жумада жолугабыз."])
    );
    let sha256 = hex::encode(Sha256::digest(text.as_bytes()));
    assert_eq!((&done["state"], &done["sha256"]), (&json!("minutes_approved"), &json!(sha256)));
    let trail = cast.protection.client.get("/audit/entries?limit=100").await.expect(200);
    let noted = trail["items"].as_array().unwrap().iter().find(|entry| entry["operation"] == "approve_meeting_minutes");
    assert_eq!(noted.unwrap()["detail"], format!("sha256: {sha256}, objections: 0"));
    assert_eq!(moved(staff, &made, "close", json!({})).await["state"], "closed");
    assert_eq!(minutes_of(company, &made).await["sha256"], sha256);
}

async fn nothing_is_approved_as_long_as_a_side_has_said_nothing(world: World) {
    let cast = world.cast().await;
    let (staff, near) = (&cast.staff.client, &cast.near);
    let (made, _) = held(&world, &cast, json!({}), &[&near.authority, &near.community, &cast.far.company]).await;
    approved(staff, &made).await.refused(409, "not_in_this_state");
    written(staff, &made, json!([line("Суу себилет.")])).await;
    let before = asked(staff, &made).await;
    assert_eq!(before["sides"].as_array().unwrap().len(), 4, "two companies speak for themselves");
    for person in [&near.company, &near.authority, &near.community, &cast.far.company] {
        approved(staff, &made).await.refused(409, "not_all_answered");
        let seen = minutes_of(staff, &made).await;
        assert!(!seen["actions"].as_array().unwrap().contains(&json!("approve_meeting_minutes")), "{seen}");
        said(&person.client, &made, json!({ "answer": "approved" })).await;
    }
    let seen = minutes_of(&cast.second_staff.client, &made).await;
    assert_eq!(seen["actions"], json!(["record_minutes_answer", "approve_meeting_minutes"]));
    approved(&cast.second_staff.client, &made).await.expect(200);
}

async fn a_changed_text_asks_each_side_again(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let made = put_before_the_sides(&world, &cast, json!({})).await;
    said(company, &made, json!({ "answer": "approved" })).await;
    let same = written(staff, &made, json!([line("  Суу себилет. ")])).await;
    assert_eq!((&same["revision"], &same["sides"][0]["answer"]["answer"]), (&json!(1), &json!("approved")));
    let other = written(staff, &made, json!([line("Суу эки жолу себилет.")])).await;
    assert_eq!((&other["revision"], &other["sides"][0]["answer"]), (&json!(2), &Value::Null));
    approved(staff, &made).await.refused(409, "not_all_answered");
    said(company, &made, json!({ "answer": "approved" })).await;
    approved(staff, &made).await.expect(200);
    tried(&cast.second_staff.client, &made, "minutes", json!({ "lines": [line("Mine.")] }))
        .await
        .refused(409, "not_in_this_state");
}

async fn an_objection_is_recorded_and_stands_in_the_way_of_nothing(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let made = put_before_the_sides(&world, &cast, json!({})).await;
    for (body, refused) in [
        (json!({ "answer": "objected" }), "/words required"),
        (json!({ "answer": "objected", "words": "    " }), "/words too_short"),
        (json!({ "answer": "approved", "words": "But." }), "/words only_with_an_objection"),
    ] {
        let reply = of_text(company, &made, "answer-minutes", body).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    said(company, &made, json!({ "answer": "objected", "words": "Биз убада берген жокпуз." })).await;
    let done = approved(staff, &made).await.expect(200);
    let answer = &done["sides"][0]["answer"];
    assert_eq!((&answer["answer"], &answer["words"]), (&json!("objected"), &json!("Биз убада берген жокпуз.")));
    let trail = cast.protection.client.get("/audit/entries").await.text();
    assert!(trail.contains("objections: 1") && !trail.contains("убада"), "{trail}");
}

async fn the_last_word_of_a_side_counts(world: World) {
    let cast = world.cast().await;
    let company = &cast.near.company.client;
    let made = put_before_the_sides(&world, &cast, json!({})).await;
    said(company, &made, json!({ "answer": "objected", "words": "Not so." })).await;
    let seen = said(company, &made, json!({ "answer": "approved" })).await;
    assert_eq!(
        (&seen["sides"][0]["answer"]["answer"], &seen["sides"][0]["answer"]["words"]),
        (&json!("approved"), &Value::Null)
    );
    assert_eq!(approved(&cast.staff.client, &made).await.expect(200)["state"], "minutes_approved");
}

async fn those_without_an_account_are_heard_before_a_witness(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let made = super::planned(&cast, json!({})).await;
    for name in ["Асан", "Үсөн"] {
        invited(&cast, &made, named(name)).await;
    }
    invited(&cast, &made, json!({ "account_id": cast.near.company.id })).await;
    for name in ["open-agenda", "invite", "confirm"] {
        moved(staff, &made, name, json!({})).await;
    }
    super::begun(&world, &made).await;
    moved(staff, &made, "hold", json!({})).await;
    written(staff, &made, json!([line("Суу себилет.")])).await;
    asked(staff, &made).await;
    let heard = json!({ "side": "community", "answer": "objected", "words": "Аз.", "witness": "Канарейка-Күбө" });
    for (field, value, refused) in [
        ("side", json!("authority"), "/side not_asked"),
        ("side", json!("programme"), "/side not_asked"),
        ("witness", json!("    "), "/witness too_short"),
        ("words", Value::Null, "/words required"),
    ] {
        let mut body = heard.clone();
        body[field] = value;
        let reply = of_text(staff, &made, "record-minutes-answer", body).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    let seen = of_text(staff, &made, "record-minutes-answer", heard).await.expect(200);
    let of_guests = |seen: &Value| {
        seen["sides"].as_array().unwrap().iter().find(|side| side["side"] == "community").unwrap()["answer"].clone()
    };
    assert_eq!(of_guests(&seen)["witness"], "Канарейка-Күбө");
    assert_eq!(of_guests(&seen)["by"]["id"], cast.staff.id.to_string());
    let theirs = minutes_of(company, &made).await;
    assert_eq!((of_guests(&theirs).get("witness"), of_guests(&theirs).get("by")), (None, None));
    assert!(!theirs.to_string().contains("анарейка") && !theirs.to_string().contains("Асан"), "{theirs}");
    let for_company = organisation_of(company).await;
    let body = json!({
        "side": "company", "organisation_id": for_company, "answer": "approved", "witness": "Бакыт"
    });
    let seen = of_text(staff, &made, "record-minutes-answer", body).await.expect(200);
    assert!(seen["actions"].as_array().unwrap().contains(&json!("approve_meeting_minutes")), "{seen}");
}

async fn the_approved_text_is_fixed(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let made = put_before_the_sides(&world, &cast, json!({})).await;
    said(company, &made, json!({ "answer": "approved" })).await;
    let done = approved(staff, &made).await.expect(200);
    let body = json!({ "lines": [line("Another.")] });
    tried(staff, &made, "minutes", body).await.refused(409, "not_in_this_state");
    let objection = json!({ "answer": "objected", "words": "Too late." });
    of_text(company, &made, "answer-minutes", objection).await.refused(409, "not_in_this_state");
    for name in ["draft-minutes", "hold"] {
        tried(staff, &made, name, json!({})).await.refused(409, "not_in_this_state");
    }
    approved(staff, &made).await.refused(409, "not_in_this_state");
    let heard = json!({
        "side": "company", "organisation_id": organisation_of(company).await, "answer": "approved", "witness": "Бакыт"
    });
    of_text(staff, &made, "record-minutes-answer", heard).await.refused(409, "not_in_this_state");
    assert_eq!(minutes_of(staff, &made).await["sections"], done["sections"]);
    assert_eq!(minutes_of(staff, &made).await["actions"], json!([]));
}

async fn the_sides_are_told(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let made = put_before_the_sides(&world, &cast, json!({})).await;
    written(staff, &made, json!([line("Another text.")])).await;
    said(company, &made, json!({ "answer": "approved" })).await;
    approved(staff, &made).await.expect(200);
    let told = super::told(company).await;
    assert_eq!(told[..3], ["meeting_minutes_approved", "meeting_minutes_changed", "meeting_minutes_drafted"]);
    assert!(!super::told(&cast.near.community.client).await.iter().any(|kind| kind.contains("minutes")));
}
