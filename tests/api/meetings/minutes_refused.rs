//! Words about minutes that are not taken.

use serde_json::{Value, json};

use super::minutes::{held, line, minutes_of, of_text, put_before_the_sides, said, written};
use super::{path_of, tried};
use crate::commitments::organisation_of;
use crate::support::{World, on_both_engines};

on_both_engines! {
    what_can_not_be_is_refused_by_field;
    a_stale_word_is_refused;
    a_word_about_another_text_is_refused_whatever_the_version;
    who_says_too_many_words_is_heard_no_more;
}

async fn what_can_not_be_is_refused_by_field(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (made, item) = held(&world, &cast, json!({}), &[]).await;
    let unknown = json!(uuid::Uuid::new_v4());
    for (lines, refused) in [
        (json!([]), vec!["/lines too_short"]),
        (json!([line("a")]), vec!["/lines/0/text too_short"]),
        (json!([line("Суу."), line("    ")]), vec!["/lines/1/text too_short"]),
        (json!([{ "item_id": unknown, "kind": "option", "text": "Суу." }]), vec!["/lines/0/item_id unknown"]),
        (json!([{ "item_id": item, "kind": "dance", "text": "Суу." }]), vec!["/lines/0/kind invalid"]),
        (json!([line("Суу\u{0}себилет.")]), vec!["/lines/0/text unreadable_letter"]),
    ] {
        let reply = tried(staff, &made, "minutes", json!({ "lines": lines })).await;
        assert_eq!(reply.refused(422, "invalid"), refused);
    }
    let body = json!({ "lines": [line("Суу себилет.")] });
    tried(&cast.second_staff.client, &made, "minutes", body).await.refused(409, "not_the_facilitator");
    assert_eq!(minutes_of(staff, &made).await["written"], false, "nothing changed");
    let longest: Vec<Value> = (0..1000).map(|_| line(&"ү".repeat(2000))).collect();
    assert_eq!(written(staff, &made, json!(longest)).await["sections"][1]["lines"].as_array().unwrap().len(), 1000);
}

async fn a_stale_word_is_refused(world: World) {
    let cast = world.cast().await;
    let company = &cast.near.company.client;
    let made = put_before_the_sides(&world, &cast, json!({})).await;
    let version = minutes_of(company, &made).await["version"].clone();
    written(&cast.staff.client, &made, json!([line("Another text.")])).await;
    let path = format!("{}/answer-minutes", path_of(&made));
    let word = json!({ "revision": 1, "answer": "approved" });
    company.post(&path, word.clone()).at(&version).await.refused(412, "stale");
    company.post(&path, word).await.refused(428, "version_required");
    assert_eq!(minutes_of(company, &made).await["sides"][0]["answer"], Value::Null);
}

async fn a_word_about_another_text_is_refused_whatever_the_version(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let made = put_before_the_sides(&world, &cast, json!({})).await;
    written(staff, &made, json!([line("Another text.")])).await;
    let word = |revision: i64| json!({ "revision": revision, "answer": "approved" });
    let mut heard = word(1);
    heard["side"] = json!("company");
    heard["organisation_id"] = organisation_of(company).await;
    heard["witness"] = json!("Бакыт");
    tried(company, &made, "answer-minutes", word(1)).await.refused(409, "another_text");
    tried(staff, &made, "record-minutes-answer", heard).await.refused(409, "another_text");
    assert_eq!(minutes_of(company, &made).await["sides"][0]["answer"], Value::Null);
    tried(company, &made, "answer-minutes", word(2)).await.expect(200);
    tried(staff, &made, "approve-minutes", json!({ "revision": 1 })).await.refused(409, "another_text");
    tried(staff, &made, "approve-minutes", json!({})).await.refused(422, "invalid");
    tried(staff, &made, "approve-minutes", json!({ "revision": 2 })).await.expect(200);
}

async fn who_says_too_many_words_is_heard_no_more(world: World) {
    use diesel::prelude::*;
    use maslahat::db::types::Moment;
    use maslahat::schema::meeting_minute_answers as answers;

    let cast = world.cast().await;
    let company = &cast.near.company.client;
    let made = put_before_the_sides(&world, &cast, json!({})).await;
    said(company, &made, json!({ "answer": "approved" })).await;
    let id = made["id"].as_str().unwrap().to_owned();
    world
        .change(move |conn| {
            let first: (String, String, String, Moment) = answers::table
                .filter(answers::meeting_id.eq(&id))
                .select((answers::side, answers::organisation_id.assume_not_null(), answers::account_id, answers::at))
                .first(conn)?;
            for number in 0..99 {
                let row = (
                    (
                        answers::id.eq(format!("0000{number:04}")),
                        answers::meeting_id.eq(&id),
                        answers::revision.eq(1_i64),
                    ),
                    (answers::side.eq(&first.0), answers::organisation_id.eq(&first.1), answers::answer.eq("approved")),
                    (answers::account_id.eq(&first.2), answers::at.eq(first.3)),
                );
                diesel::insert_into(answers::table).values(row).execute(conn)?;
            }
            Ok(())
        })
        .await;
    let objection = json!({ "answer": "objected", "words": "Not so." });
    of_text(company, &made, "answer-minutes", objection).await.refused(409, "too_many_words");
    assert_eq!(minutes_of(company, &made).await["sides"][0]["answer"]["answer"], "approved");
    written(&cast.staff.client, &made, json!([line("Another text.")])).await;
    said(company, &made, json!({ "answer": "approved" })).await;
}
