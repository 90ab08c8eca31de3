//! The day itself: what its facilitator notes, also without a network.

use chrono::{SecondsFormat, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{begun, decided, moved, path_of, proposed, sent, tried};
use crate::support::{Cast, Client, Reply, World, on_both_engines};

on_both_engines! {
    a_day_stands_as_its_entries_say;
    what_is_sent_again_is_kept_once_and_no_batch_is_half_lost;
    the_same_batch_from_two_tabs_at_once_is_kept_once;
    a_correction_may_come_before_what_it_corrects;
    who_leads_the_meeting_notes_from_its_morning_until_the_minutes;
    what_can_not_be_is_refused_entry_by_entry;
    a_day_that_has_begun_is_not_postponed;
    who_shows_the_day_is_sent_what_is_new_alone;
    a_batch_that_can_not_be_read_changes_nothing;
    a_batch_may_be_as_long_as_its_entries;
    the_sides_do_not_read_raw_notes;
}

/// An entry of a device whose clock is right.
pub fn entry(kind: &str, more: Value) -> Value {
    at_minute(0, kind, more)
}

/// The same, so many minutes ago.
pub fn at_minute(ago: i64, kind: &str, more: Value) -> Value {
    let at = (Utc::now() - TimeDelta::minutes(ago)).to_rfc3339_opts(SecondsFormat::Millis, true);
    let mut entry = json!({ "id": uuid::Uuid::new_v4(), "kind": kind, "at": at });
    for (field, value) in more.as_object().unwrap() {
        entry[field] = value.clone();
    }
    entry
}

/// A meeting that goes on, with an item on its agenda, to which the near company is invited.
pub async fn going_on(world: &World, cast: &Cast, more: Value) -> (Value, Value) {
    let made = sent(cast, more).await;
    let item = proposed(&cast.staff.client, &made, json!({ "topic": "Жолдун чаңы" })).await;
    let item = decided(&cast.staff.client, &item, "accept", json!({})).await.expect(200);
    moved(&cast.staff.client, &made, "confirm", json!({})).await;
    begun(world, &made).await;
    (made, item["id"].clone())
}

pub async fn sent_entries(client: &Client, meeting: &Value, entries: &[Value]) -> Reply {
    client.post(&format!("{}/day-entries", path_of(meeting)), json!({ "entries": entries })).await
}

/// What became of entries, word by word.
pub async fn noted(cast: &Cast, meeting: &Value, entries: &[Value]) -> Vec<String> {
    let reply = sent_entries(&cast.staff.client, meeting, entries).await.expect(200);
    let outcomes = reply["outcomes"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    outcomes
        .map(|outcome| {
            let refused = format!("{} {}", text(&outcome["pointer"]), text(&outcome["code"]));
            if outcome["outcome"] == "refused" { refused } else { text(&outcome["outcome"]) }
        })
        .collect()
}

pub async fn day_of(client: &Client, meeting: &Value) -> Value {
    client.get(&format!("{}/day", path_of(meeting))).await.expect(200)
}

fn came(side: &str, people: i64) -> Value {
    json!({ "side": side, "sex": "female", "band": "from18", "people": people })
}

async fn a_day_stands_as_its_entries_say(world: World) {
    let cast = world.cast().await;
    let (made, item) = going_on(&world, &cast, json!({})).await;
    let company = crate::commitments::organisation_of(&cast.near.company.client).await;
    let mut walk_in = came("community", 2);
    walk_in["walk_in"] = json!(true);
    let spoke = json!({ "side": "community", "sex": "female", "youth": true, "item_id": item });
    let entries = [
        at_minute(50, "came", came("community", 5)),
        at_minute(49, "came", walk_in),
        at_minute(48, "came", json!({ "side": "company", "sex": "male", "band": "from36", "people": 1 })),
        at_minute(40, "open_item", json!({ "item_id": item })),
        at_minute(30, "spoke", spoke),
        at_minute(29, "position", json!({ "item_id": item, "side": "community", "text": "  Чаң болбосун.  " })),
        at_minute(28, "decision", json!({ "text": "Жумада жолугабыз." })),
        at_minute(
            25,
            "promise",
            json!({
                "item_id": item, "text": "Суу себилет", "organisation_id": company, "due_on": crate::commitments::day(9)
            }),
        ),
        at_minute(20, "pause", json!({})),
        at_minute(10, "open_item", json!({ "item_id": item })),
    ];
    assert_eq!(noted(&cast, &made, &entries).await, vec!["taken"; 10]);
    let day = day_of(&cast.staff.client, &made).await;
    assert_eq!(day["totals"], json!({ "people": 8, "women": 7, "youth": 7 }));
    let community = day["attendance"].as_array().unwrap().iter().find(|side| side["side"] == "community").unwrap();
    assert_eq!((&community["walk_ins"], &community["totals"]["people"]), (&json!(2), &json!(7)));
    assert_eq!(community["counts"], json!([{ "sex": "female", "band": "from18", "people": 7 }]));
    let voice = json!([
        { "side": "company", "turns": 0, "women": 0, "youth": 0 },
        { "side": "community", "turns": 1, "women": 1, "youth": 1 },
    ]);
    assert_eq!(day["voice"], voice);
    assert_eq!(day["items"], json!([{ "item_id": item, "seconds": 1200 }]));
    assert_eq!(day["running"]["item_id"], item);
    let notes: Vec<&Value> = day["notes"].as_array().unwrap().iter().map(|note| &note["text"]).collect();
    assert_eq!(notes, ["Чаң болбосун.", "Жумада жолугабыз."]);
    let promise = &day["promises"][0];
    assert_eq!((&promise["organisation"]["id"], &promise["commitment_id"]), (&company, &Value::Null));
    assert_eq!(day["entries"].as_array().unwrap().len(), 10);
    assert_eq!(day["actions"], json!(["add_meeting_day_entries"]));
    assert_eq!(day_of(&cast.second_staff.client, &made).await["actions"], json!([]));
}

async fn what_is_sent_again_is_kept_once_and_no_batch_is_half_lost(world: World) {
    let cast = world.cast().await;
    let (made, item) = going_on(&world, &cast, json!({})).await;
    let (one, other) = (entry("came", came("community", 3)), entry("came", came("company", 2)));
    let empty = entry("decision", json!({ "text": "  a " }));
    let first = [one.clone(), empty.clone(), one.clone(), other.clone()];
    assert_eq!(noted(&cast, &made, &first).await, ["taken", "/text too_short", "already_there", "taken"]);
    let third = entry("decision", json!({ "item_id": item, "text": "Суу себилет." }));
    let mut changed = other.clone();
    changed["people"] = json!(20);
    let again = [third.clone(), other.clone(), changed, empty];
    let outcomes = noted(&cast, &made, &again).await;
    assert_eq!(outcomes, ["taken", "already_there", "/id another_with_this_id", "/text too_short"]);
    let before = day_of(&cast.staff.client, &made).await;
    assert_eq!(noted(&cast, &made, &[other, third, one]).await, vec!["already_there"; 3]);
    let day = day_of(&cast.staff.client, &made).await;
    assert_eq!(day, before);
    assert_eq!((&day["totals"]["people"], day["entries"].as_array().unwrap().len()), (&json!(5), 3));
    let trail = cast.protection.client.get("/audit/entries?limit=100").await.expect(200);
    let entries = trail["items"].as_array().unwrap().iter();
    let details: Vec<&Value> =
        entries.filter(|entry| entry["operation"] == "add_meeting_day_entries").map(|entry| &entry["detail"]).collect();
    assert_eq!(details, ["entries: 1", "entries: 2"], "what was there already is nothing new");
}

async fn the_same_batch_from_two_tabs_at_once_is_kept_once(world: World) {
    let cast = world.cast().await;
    let (made, _) = going_on(&world, &cast, json!({})).await;
    let entries: Vec<Value> = (0..20).map(|_| entry("came", came("community", 1))).collect();
    let both = tokio_join(&cast, &made, &entries).await;
    let taken: usize = both.iter().flatten().filter(|outcome| *outcome == "taken").count();
    assert_eq!((taken, both[0].len(), both[1].len()), (20, 20, 20));
    let day = day_of(&cast.staff.client, &made).await;
    assert_eq!(day["totals"]["people"], 20);
}

async fn tokio_join(cast: &Cast, made: &Value, entries: &[Value]) -> [Vec<String>; 2] {
    let (one, other) = futures_util::future::join(noted(cast, made, entries), noted(cast, made, entries)).await;
    [one, other]
}

async fn a_correction_may_come_before_what_it_corrects(world: World) {
    let cast = world.cast().await;
    let (made, _) = going_on(&world, &cast, json!({})).await;
    let wrong = at_minute(30, "came", came("community", 30));
    let mut right = at_minute(29, "came", came("community", 3));
    right["supersedes"] = wrong["id"].clone();
    assert_eq!(noted(&cast, &made, &[right.clone()]).await, ["taken"]);
    assert_eq!(noted(&cast, &made, &[wrong]).await, ["taken"]);
    assert_eq!(day_of(&cast.staff.client, &made).await["totals"]["people"], 3);
    let gone = entry("withdraw", json!({ "supersedes": right["id"] }));
    assert_eq!(noted(&cast, &made, &[gone]).await, ["taken"]);
    let day = day_of(&cast.staff.client, &made).await;
    assert_eq!((&day["totals"]["people"], day["entries"].as_array().unwrap().len()), (&json!(0), 3));
}

async fn who_leads_the_meeting_notes_from_its_morning_until_the_minutes(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = sent(&cast, json!({})).await;
    let pause = || [entry("pause", json!({}))];
    sent_entries(staff, &made, &pause()).await.refused(409, "not_in_this_state");
    moved(staff, &made, "confirm", json!({})).await;
    sent_entries(staff, &made, &pause()).await.refused(409, "not_begun_yet");
    begun(&world, &made).await;
    sent_entries(&cast.second_staff.client, &made, &pause()).await.refused(409, "not_the_facilitator");
    sent_entries(staff, &made, &pause()).await.expect(200);
    moved(staff, &made, "hold", json!({})).await;
    sent_entries(staff, &made, &pause()).await.expect(200);
    super::minutes::written(staff, &made, json!([super::minutes::line("Суу себилет.")])).await;
    tried(staff, &made, "draft-minutes", json!({})).await.expect(200);
    sent_entries(staff, &made, &pause()).await.refused(409, "day_closed");
    assert_eq!(day_of(staff, &made).await["entries"].as_array().unwrap().len(), 2);
}

async fn who_shows_the_day_is_sent_what_is_new_alone(world: World) {
    let cast = world.cast().await;
    let (made, _) = going_on(&world, &cast, json!({})).await;
    noted(&cast, &made, &[entry("came", came("community", 3))]).await;
    let path = format!("{}/day", path_of(&made));
    let staff = &cast.staff.client;
    let first = staff.get(&path).await;
    assert_eq!(first.header("cache-control"), "no-store");
    let again = staff.get(&path).header("if-none-match", first.header("etag")).await;
    assert_eq!((again.status, again.bytes.len()), (304, 0));
    let theirs = cast.near.company.client.get(&path).header("if-none-match", first.header("etag")).await;
    theirs.refused(403, "forbidden");
    noted(&cast, &made, &[entry("pause", json!({}))]).await;
    staff.get(&path).header("if-none-match", first.header("etag")).await.expect(200);
}

async fn a_day_that_has_begun_is_not_postponed(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (made, _) = going_on(&world, &cast, json!({})).await;
    let postpones = |seen: &Value| seen["actions"].as_array().unwrap().contains(&json!("postpone_meeting"));
    let listed = async || {
        let all = staff.get("/meetings").await.expect(200);
        all["items"].as_array().unwrap().iter().find(|meeting| meeting["id"] == made["id"]).unwrap().clone()
    };
    let count = entry("came", came("community", 3));
    noted(&cast, &made, std::slice::from_ref(&count)).await;
    let reason = json!({ "reason": "Жол жабык." });
    tried(staff, &made, "postpone", reason.clone()).await.refused(409, "day_begun");
    assert!(!postpones(&staff.get(&path_of(&made)).await.expect(200)) && !postpones(&listed().await));
    noted(&cast, &made, &[entry("withdraw", json!({ "supersedes": count["id"] }))]).await;
    assert!(postpones(&listed().await));
    assert_eq!(moved(staff, &made, "postpone", reason).await["state"], "postponed", "it was noted by mistake");
}

async fn what_can_not_be_is_refused_entry_by_entry(world: World) {
    let cast = world.cast().await;
    let (made, item) = going_on(&world, &cast, json!({})).await;
    let (other, _) = going_on(&world, &cast, json!({ "venue": "Клуб" })).await;
    let elsewhere = cast.staff.client.get(&path_of(&other)).await.expect(200)["agenda"][0]["id"].clone();
    let unknown = json!(uuid::Uuid::new_v4());
    let itself = json!(uuid::Uuid::new_v4());
    for (kind, more, refused) in [
        ("open_item", json!({}), "/item_id required"),
        ("open_item", json!({ "item_id": elsewhere }), "/item_id unknown"),
        ("decision", json!({ "item_id": unknown, "text": "Суу себилет." }), "/item_id unknown"),
        ("promise", json!({ "text": "Суу себилет.", "organisation_id": unknown }), "/organisation_id unknown"),
        ("decision", json!({}), "/text required"),
        ("decision", json!({ "text": "а".repeat(2001) }), "/text too_long"),
        ("promise", json!({ "text": "а".repeat(1001) }), "/text too_long"),
        ("pause", json!({ "item_id": item }), "/item_id not_of_this_kind"),
        ("came", json!({ "side": "company", "sex": "male", "band": "from36" }), "/people required"),
        ("came", json!({ "side": "company", "sex": "male", "band": "from36", "people": 0 }), "/people too_small"),
        ("came", json!({ "side": "company", "sex": "male", "band": "from36", "people": 1001 }), "/people too_large"),
        ("spoke", json!({ "side": "company", "sex": "male" }), "/youth required"),
        ("withdraw", json!({}), "/supersedes required"),
        ("decision", json!({ "text": "Суу\u{0}себилет." }), "/text unreadable_letter"),
        ("promise", json!({ "text": "Суу себилет.", "due_on": "9001-01-01" }), "/due_on no_such_year"),
        ("pause", json!({ "at": "0001-01-01T00:00:00Z" }), "/at no_such_year"),
        ("pause", json!({ "id": itself, "supersedes": itself }), "/supersedes stands_for_itself"),
    ] {
        assert_eq!(noted(&cast, &made, &[entry(kind, more)]).await, [refused]);
    }
    assert_eq!(day_of(&cast.staff.client, &made).await["entries"], json!([]));
}

async fn a_batch_that_can_not_be_read_changes_nothing(world: World) {
    let cast = world.cast().await;
    let (made, _) = going_on(&world, &cast, json!({})).await;
    let good = entry("pause", json!({}));
    for (bad, refused) in [
        (json!({ "kind": "dance" }), "/entries/1/kind invalid"),
        (json!({ "id": "1" }), "/entries/1/id invalid"),
        (json!({ "at": "yesterday" }), "/entries/1/at invalid"),
        (json!({ "name": "Асан" }), "/entries/1/name unknown"),
    ] {
        let mut entry = good.clone();
        for (field, value) in bad.as_object().unwrap() {
            entry[field] = value.clone();
        }
        let reply = sent_entries(&cast.staff.client, &made, &[good.clone(), entry]).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    let many: Vec<Value> = (0..101).map(|_| entry("pause", json!({}))).collect();
    for (entries, refused) in [(vec![], "/entries too_short"), (many, "/entries too_long")] {
        let reply = sent_entries(&cast.staff.client, &made, &entries).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    assert_eq!(day_of(&cast.staff.client, &made).await["entries"], json!([]));
}

async fn a_batch_may_be_as_long_as_its_entries(world: World) {
    let cast = world.cast().await;
    let (made, _) = going_on(&world, &cast, json!({})).await;
    let long: Vec<Value> = (0..100).map(|_| entry("decision", json!({ "text": "ү".repeat(2000) }))).collect();
    assert_eq!(noted(&cast, &made, &long).await, vec!["taken"; 100]);
}

const WORDS: &str = "Канарейка-Сөз";

async fn the_sides_do_not_read_raw_notes(world: World) {
    let cast = world.cast().await;
    let (made, item) = going_on(&world, &cast, json!({ "visibility": "public" })).await;
    let position = entry("position", json!({ "item_id": item, "side": "company", "text": WORDS }));
    noted(&cast, &made, &[position, entry("promise", json!({ "text": WORDS }))]).await;
    let near = &cast.near;
    for state in ["confirmed", "held"] {
        for person in [&near.company, &near.authority, &near.community, &cast.far.company] {
            person.client.get(&format!("{}/day", path_of(&made))).await.refused(403, "forbidden");
            sent_entries(&person.client, &made, &[entry("pause", json!({}))]).await.refused(403, "forbidden");
            person.client.get(&format!("{}/minutes", path_of(&made))).await.refused(404, "not_found");
            let mut all = String::new();
            for path in ["/meetings", "/home", "/notifications", &path_of(&made)] {
                all.push_str(&person.client.get(path).await.text());
            }
            assert!(!all.contains("анарейка"), "{state}: {all}");
        }
        for client in [&cast.other_staff.client] {
            client.get(&format!("{}/day", path_of(&made))).await.refused(404, "not_found");
            sent_entries(client, &made, &[entry("pause", json!({}))]).await.refused(404, "not_found");
        }
        if state == "confirmed" {
            moved(&cast.staff.client, &made, "hold", json!({})).await;
        }
    }
    assert!(day_of(&cast.second_staff.client, &made).await.to_string().contains(WORDS));
    let trail = cast.protection.client.get("/audit/entries").await.text();
    assert!(trail.contains("add_meeting_day_entries") && !trail.contains("анарейка"), "{trail}");
}
