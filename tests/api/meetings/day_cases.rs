//! What is promised at a meeting, and cases of which nobody may speak any more.

use serde_json::{Value, json};

use super::day::{day_of, entry, going_on, noted};
use super::{begun, decided, moved, path_of, proposed, sent};
use crate::commitments::{day, organisation_of, promise};
use crate::support::case::Case;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    what_was_promised_there_becomes_a_promise_once;
    what_was_recorded_is_not_recorded_again_by_way_of_a_correction;
    of_two_who_record_the_same_at_once_one_does;
    the_database_itself_keeps_an_entry_to_one_promise;
    a_promise_is_about_what_its_entry_was_noted_under;
    a_promise_names_a_meeting_and_an_entry_that_are_there;
    who_reaches_a_promise_and_not_its_meeting_reads_of_no_meeting;
    nothing_is_left_of_a_case_that_goes_to_the_protection_track;
}

/// The body of a promise of the near company, made at a meeting.
async fn of(cast: &Cast, meeting: &Value, more: Value) -> Value {
    let mut body = promise(cast, &organisation_of(&cast.near.company.client).await);
    body["meeting_id"] = meeting["id"].clone();
    for (field, value) in more.as_object().unwrap() {
        body[field] = value.clone();
    }
    body
}

async fn what_was_promised_there_becomes_a_promise_once(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (made, item) = going_on(&world, &cast, json!({})).await;
    let typed = entry("promise", json!({ "item_id": item, "text": "Суу себилет", "due_on": day(9) }));
    noted(&cast, &made, std::slice::from_ref(&typed)).await;
    let body = of(&cast, &made, json!({ "meeting_entry_id": typed["id"] })).await;
    let kept = staff.post("/commitments", body.clone()).once().await.expect(201);
    assert_eq!(
        kept["meeting"],
        json!({ "id": made["id"], "title": made["title"], "starts_at": day_start(&cast, &made).await })
    );
    let again = staff.post("/commitments", body).once().await;
    assert_eq!(again.refused(422, "invalid"), ["/meeting_entry_id already_there"]);
    assert_eq!(day_of(staff, &made).await["promises"][0]["commitment_id"], kept["id"]);
    for client in [staff, &cast.near.company.client] {
        let seen = client.get(&path_of(&made)).await.expect(200);
        let told = json!([{
            "id": kept["id"], "what": kept["what"], "organisation": kept["organisation"], "due_on": kept["due_on"]
        }]);
        assert_eq!(seen["promises"], told);
    }
}

async fn day_start(cast: &Cast, meeting: &Value) -> Value {
    cast.staff.client.get(&path_of(meeting)).await.expect(200)["starts_at"].clone()
}

async fn a_promise_names_a_meeting_and_an_entry_that_are_there(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (made, _) = going_on(&world, &cast, json!({})).await;
    let unknown = json!(uuid::Uuid::new_v4());
    let note = entry("decision", json!({ "text": "Суу себилет." }));
    let typed = entry("promise", json!({ "text": "Суу себилет." }));
    let gone = entry("withdraw", json!({ "supersedes": typed["id"] }));
    noted(&cast, &made, &[note.clone(), typed.clone(), gone]).await;
    let to_come = sent(&cast, json!({ "venue": "Клуб" })).await;
    for (more, refused) in [
        (json!({ "meeting_id": unknown }), "/meeting_id unknown"),
        (json!({ "meeting_id": to_come["id"] }), "/meeting_id not_begun_yet"),
        (json!({ "meeting_id": null, "meeting_entry_id": typed["id"] }), "/meeting_id required"),
        (json!({ "meeting_entry_id": unknown }), "/meeting_entry_id unknown"),
        (json!({ "meeting_entry_id": note["id"] }), "/meeting_entry_id unknown"),
        (json!({ "meeting_entry_id": typed["id"] }), "/meeting_entry_id unknown"),
    ] {
        let reply = staff.post("/commitments", of(&cast, &made, more).await).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    staff.post("/commitments", of(&cast, &made, json!({})).await).once().await.expect(201);
}

async fn what_was_recorded_is_not_recorded_again_by_way_of_a_correction(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (made, _) = going_on(&world, &cast, json!({})).await;
    let typed = entry("promise", json!({ "text": "Суу себилет" }));
    noted(&cast, &made, std::slice::from_ref(&typed)).await;
    let body = of(&cast, &made, json!({ "meeting_entry_id": typed["id"] })).await;
    let kept = staff.post("/commitments", body).once().await.expect(201);
    let corrected = entry("promise", json!({ "text": "Суу эки жолу себилет", "supersedes": typed["id"] }));
    let again = entry("promise", json!({ "text": "Суу үч жолу себилет", "supersedes": corrected["id"] }));
    noted(&cast, &made, &[corrected, again.clone()]).await;
    let body = of(&cast, &made, json!({ "meeting_entry_id": again["id"] })).await;
    let reply = staff.post("/commitments", body).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/meeting_entry_id already_there"]);
    let seen = day_of(staff, &made).await["promises"].clone();
    assert_eq!((seen.as_array().unwrap().len(), &seen[0]["entry_id"]), (1, &again["id"]));
    assert_eq!(seen[0]["commitment_id"], kept["id"]);
}

async fn of_two_who_record_the_same_at_once_one_does(world: World) {
    let cast = world.cast().await;
    let (made, _) = going_on(&world, &cast, json!({})).await;
    let typed = entry("promise", json!({ "text": "Суу себилет" }));
    noted(&cast, &made, std::slice::from_ref(&typed)).await;
    let corrected = entry("promise", json!({ "text": "Суу эки жолу себилет", "supersedes": typed["id"] }));
    noted(&cast, &made, std::slice::from_ref(&corrected)).await;
    let body = of(&cast, &made, json!({ "meeting_entry_id": corrected["id"] })).await;
    let record = async |client: &Client| client.post("/commitments", body.clone()).once().await.status;
    let both = (record(&cast.staff.client), record(&cast.second_staff.client));
    let (one, other) = futures_util::future::join(both.0, both.1).await;
    let mut statuses = [one, other];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422]);
}

async fn the_database_itself_keeps_an_entry_to_one_promise(world: World) {
    use diesel::prelude::*;
    use maslahat::commitments::CommitmentId;
    use maslahat::error::ApiError;
    use maslahat::schema::commitments;

    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (made, _) = going_on(&world, &cast, json!({})).await;
    let mut ids: Vec<CommitmentId> = vec![];
    for _ in 0..2 {
        let kept = staff.post("/commitments", of(&cast, &made, json!({})).await).once().await.expect(201);
        ids.push(kept["id"].as_str().unwrap().parse().unwrap());
    }
    let entry = uuid::Uuid::new_v4().to_string();
    let refused = world
        .change(move |conn| {
            diesel::update(commitments::table.find(ids[0]))
                .set(commitments::meeting_entry_id.eq(&entry))
                .execute(conn)?;
            let again = conn.transaction(|conn| {
                let second = diesel::update(commitments::table.find(ids[1]));
                second.set(commitments::meeting_entry_id.eq(&entry)).execute(conn)?;
                Ok::<(), ApiError>(())
            });
            Ok(again.unwrap_err())
        })
        .await;
    assert_eq!(refused, ApiError::field("/meeting_entry_id", "already_there"));
}

async fn a_promise_is_about_what_its_entry_was_noted_under(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (case, other) = (world.released(&cast, &cast.near).await, world.released(&cast, &cast.near).await);
    let draft = crate::agreements::draft(&cast, &organisation_of(&cast.near.company.client).await);
    let agreement = staff.post("/agreements", draft).once().await.expect(201);
    let links = json!({ "grievance_id": case.id, "agreement_id": agreement["id"] });
    let before = crate::commitments::promised(&cast, links.clone()).await;
    let made = sent(&cast, json!({})).await;
    let mut promises = vec![];
    for about in [
        json!({ "grievance_id": case.id }),
        json!({ "agreement_id": agreement["id"] }),
        json!({ "commitment_id": before["id"] }),
    ] {
        let item = proposed(staff, &made, about).await;
        let item = decided(staff, &item, "accept", json!({})).await.expect(200);
        promises.push(entry("promise", json!({ "item_id": item["id"], "text": "Суу себилет" })));
    }
    moved(staff, &made, "confirm", json!({})).await;
    begun(&world, &made).await;
    assert_eq!(noted(&cast, &made, &promises).await, vec!["taken"; 3]);
    let of_entry = |at: usize, mut more: Value| {
        more["meeting_entry_id"] = promises[at]["id"].clone();
        more
    };
    for (at, more, refused) in [
        (0, json!({}), "/grievance_id not_of_the_item"),
        (0, json!({ "grievance_id": other.id }), "/grievance_id not_of_the_item"),
        (1, json!({}), "/agreement_id not_of_the_item"),
        (2, json!({}), "/grievance_id not_of_the_item"),
        (2, json!({ "grievance_id": case.id }), "/agreement_id not_of_the_item"),
    ] {
        let reply = staff.post("/commitments", of(&cast, &made, of_entry(at, more)).await).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    for (at, more) in
        [(0, json!({ "grievance_id": case.id })), (1, json!({ "agreement_id": agreement["id"] })), (2, links)]
    {
        staff.post("/commitments", of(&cast, &made, of_entry(at, more)).await).once().await.expect(201);
    }
}

async fn who_reaches_a_promise_and_not_its_meeting_reads_of_no_meeting(world: World) {
    let cast = world.cast().await;
    let (made, _) = going_on(&world, &cast, json!({})).await;
    let kept = cast.staff.client.post("/commitments", of(&cast, &made, json!({})).await).once().await.expect(201);
    let path = crate::commitments::path_of(&kept);
    let seen = cast.near.community.client.get(&path).await.expect(200);
    assert_eq!(seen["meeting"], Value::Null, "it was not invited");
    let seen = cast.near.company.client.get(&path).await.expect(200);
    assert_eq!(seen["meeting"]["id"], made["id"]);
}

/// A meeting that speaks of a case, and goes on.
async fn about(world: &World, cast: &Cast, case: &Case) -> (Value, Value) {
    let made = sent(cast, json!({})).await;
    let item = proposed(&cast.staff.client, &made, json!({ "grievance_id": case.id })).await;
    let item = decided(&cast.staff.client, &item, "accept", json!({})).await.expect(200);
    moved(&cast.staff.client, &made, "confirm", json!({})).await;
    begun(world, &made).await;
    (made, item["id"].clone())
}

async fn nothing_is_left_of_a_case_that_goes_to_the_protection_track(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let case = world.released(&cast, &cast.near).await;
    let (made, item) = about(&world, &cast, &case).await;
    let (told, free) = ("Канарейка-Сөз", "Жумада жолугабыз.");
    let promised = entry("promise", json!({ "text": told }));
    let said = [
        entry("open_item", json!({ "item_id": item })),
        entry("position", json!({ "item_id": item, "text": told })),
        entry("decision", json!({ "text": free })),
        promised.clone(),
    ];
    assert_eq!(noted(&cast, &made, &said).await, vec!["taken"; 4]);
    let settles = json!({ "meeting_entry_id": promised["id"], "grievance_id": case.id });
    staff.post("/commitments", of(&cast, &made, settles).await).once().await.expect(201);
    moved(staff, &made, "hold", json!({})).await;
    let lines = json!([
        { "item_id": item, "kind": "position", "text": told },
        { "kind": "decision", "text": free },
    ]);
    super::minutes::written(staff, &made, lines).await;
    super::minutes::asked(staff, &made).await;
    super::minutes::said(&cast.near.company.client, &made, json!({ "answer": "approved" })).await;
    case.moved(staff, "protect", json!({})).await.expect(204);
    for client in [staff, &cast.protection.client, &cast.near.company.client] {
        let mut all = String::new();
        for path in ["", "/day", "/minutes"] {
            all.push_str(&client.get(&format!("{}{path}", path_of(&made))).await.text());
        }
        assert!(!all.contains("анарейка") && all.contains(free), "{all}");
    }
    let minutes = staff.get(&format!("{}/minutes", path_of(&made))).await.expect(200);
    assert_eq!((&minutes["revision"], &minutes["abridged"]), (&json!(2), &json!(true)));
    assert_eq!(minutes["sides"][0]["answer"], Value::Null, "another text asks again");
    let late = entry("position", json!({ "item_id": item, "text": told }));
    let (other, _) = going_on(&world, &cast, json!({ "venue": "Клуб" })).await;
    assert_eq!(noted(&cast, &other, &[late]).await, ["/item_id unknown"]);
}
