//! Recording, changing, ending.

use serde_json::json;

use super::{asked, bond, end, known, of, path_of, tie};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_relationship_is_on_the_record_of_both;
    one_that_is_sent_again_is_recorded_once;
    what_can_not_be_is_refused_by_field;
    the_same_does_not_hold_twice;
    it_ends_and_the_end_is_taken_back;
    what_is_said_of_it_is_changed;
    pages_of_both_sides_follow_each_other;
}

async fn a_relationship_is_on_the_record_of_both(world: World) {
    let cast = world.cast().await;
    let (one, two, other) = (known(&cast, "Бакыт").await, known(&cast, "Айгүл").await, known(&cast, "Чоро").await);
    let staff = &cast.staff.client;
    let body = json!({
        "kind": "represents", "from_id": one, "to_id": two, "since": "2026-01-05", "note": " Жыйында шайланган. ",
        "source": "Протокол №3",
    });
    let made = asked(staff, body).await.expect(201);
    assert_eq!((&made["since"], &made["until"]), (&json!("2026-01-05"), &json!(null)));
    assert_eq!((&made["note"], &made["source"]), (&json!("Жыйында шайланган."), &json!("Протокол №3")));
    assert_eq!(made["actions"], json!(["update_relationship", "end_relationship"]));
    for id in [&one, &two] {
        assert_eq!(of(staff, id, "").await, ["Бакыт represents Айгүл"]);
    }
    assert_eq!(of(staff, &other, "").await, Vec::<String>::new());
    let reply = cast.second_staff.client.get(&path_of(&made)).await;
    assert_eq!((reply.header("etag"), reply.expect(200)), ("\"1\"", made));
}

async fn one_that_is_sent_again_is_recorded_once(world: World) {
    let cast = world.cast().await;
    let body = bond("allied_with", &known(&cast, "Бакыт").await, &known(&cast, "Айгүл").await);
    let key = uuid::Uuid::new_v4().to_string();
    let first = cast.staff.client.post("/relationships", body.clone()).key(&key).await.expect(201);
    assert_eq!(cast.staff.client.post("/relationships", body).key(&key).await.expect(201), first);
}

async fn what_can_not_be_is_refused_by_field(world: World) {
    let cast = world.cast().await;
    let (one, two) = (known(&cast, "Бакыт").await, known(&cast, "Айгүл").await);
    let nobody = uuid::Uuid::new_v4();
    for (more, refused) in [
        (json!({ "to_id": one }), "/to_id oneself"),
        (json!({ "kind": "friend_of" }), "/kind invalid"),
        (json!({ "from_id": nobody }), "/from_id unknown"),
        (json!({ "to_id": nobody }), "/to_id unknown"),
        (json!({ "since": "2999-01-01" }), "/since in_the_future"),
        (json!({ "until": "2999-01-01" }), "/until in_the_future"),
        (json!({ "since": "2026-03-01", "until": "2026-02-01" }), "/until before_start"),
        (json!({ "note": "" }), "/note too_short"),
        (json!({ "source": "x".repeat(301) }), "/source too_long"),
        (json!({ "strength": 3 }), "/strength unknown"),
    ] {
        let mut body = bond("employed_by", &one, &two);
        for (field, value) in more.as_object().unwrap() {
            body[field] = value.clone();
        }
        assert_eq!(asked(&cast.staff.client, body).await.refused(422, "invalid"), [refused], "{more}");
    }
    assert_eq!(of(&cast.staff.client, &one, "").await, Vec::<String>::new());
}

async fn the_same_does_not_hold_twice(world: World) {
    let cast = world.cast().await;
    let (one, two) = (known(&cast, "Бакыт").await, known(&cast, "Айгүл").await);
    let staff = &cast.staff.client;
    let family = tie(staff, "family_of", &two, &one).await;
    for (from, to) in [(&one, &two), (&two, &one)] {
        let again = asked(staff, bond("family_of", from, to)).await;
        assert_eq!(again.refused(422, "invalid"), ["/to_id holds_already"], "it is the same from both sides");
    }
    tie(staff, "employed_by", &one, &two).await;
    tie(staff, "employed_by", &two, &one).await;
    tie(staff, "in_dispute_with", &one, &two).await;
    end(staff, &family).await;
    tie(staff, "family_of", &one, &two).await;
    let path = format!("{}/reopen", path_of(&family));
    assert_eq!(staff.post(&path, json!({})).at(2).await.refused(422, "invalid"), ["/to_id holds_already"]);
    let before = json!({ "kind": "family_of", "from_id": one, "to_id": two, "until": "2020-01-01" });
    asked(staff, before).await.expect(201);
}

async fn it_ends_and_the_end_is_taken_back(world: World) {
    let cast = world.cast().await;
    let (one, two) = (known(&cast, "Бакыт").await, known(&cast, "Айгүл").await);
    let staff = &cast.staff.client;
    let body = json!({ "kind": "employed_by", "from_id": one, "to_id": two, "since": "2026-02-01" });
    let made = asked(staff, body).await.expect(201);
    let path = format!("{}/end", path_of(&made));
    for (until, refused) in [("2026-01-31", "/until before_start"), ("2999-01-01", "/until in_the_future")] {
        let reply = staff.post(&path, json!({ "until": until })).at(1).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    staff.post(&path, json!({ "until": "2026-06-01" })).await.refused(428, "version_required");
    let ended = end(staff, &made).await;
    assert_eq!(
        (&ended["until"], &ended["actions"]),
        (&json!("2026-06-01"), &json!(["update_relationship", "reopen_relationship"]))
    );
    staff.post(&path, json!({ "until": "2026-06-01" })).at(2).await.refused(409, "relationship_ended");
    assert_eq!(of(staff, &one, "open=true").await, Vec::<String>::new());
    assert_eq!(of(staff, &one, "open=false").await.len(), 1);
    let again = staff.post(&format!("{}/reopen", path_of(&made)), json!({})).at(2).await.expect(200);
    assert_eq!(again["until"], json!(null));
    staff.post(&format!("{}/reopen", path_of(&made)), json!({})).at(3).await.refused(409, "relationship_holds");
}

async fn what_is_said_of_it_is_changed(world: World) {
    let cast = world.cast().await;
    let (one, two) = (known(&cast, "Бакыт").await, known(&cast, "Айгүл").await);
    let staff = &cast.staff.client;
    let made = tie(staff, "contracts_with", &one, &two).await;
    let change = json!({ "since": "2026-01-01", "note": "Жол оңдоо", "source": "Келишим" });
    let changed = staff.patch(&path_of(&made), change.clone()).at(1).await.expect(200);
    assert_eq!(
        (&changed["version"], &changed["note"], &changed["source"]),
        (&json!(2), &json!("Жол оңдоо"), &json!("Келишим"))
    );
    assert_eq!(staff.patch(&path_of(&made), change).at(2).await.expect(200), changed);
    let bare = staff.patch(&path_of(&made), json!({ "since": null, "note": null })).at(2).await.expect(200);
    assert_eq!((&bare["since"], &bare["note"], &bare["source"]), (&json!(null), &json!(null), &json!("Келишим")));
    staff.patch(&path_of(&made), json!({ "note": "Other" })).at(1).await.refused(412, "stale");
    let late = staff.patch(&path_of(&made), json!({ "since": "2999-01-01" })).at(3).await;
    assert_eq!(late.refused(422, "invalid"), ["/since in_the_future"]);
    let other = staff.patch(&path_of(&made), json!({ "to_id": one })).at(3).await;
    assert_eq!(other.refused(422, "invalid"), ["/to_id unknown"], "between whom it is stays");
}

async fn pages_of_both_sides_follow_each_other(world: World) {
    let cast = world.cast().await;
    let hub = known(&cast, "Бакыт").await;
    let staff = &cast.staff.client;
    for number in 0..5 {
        let other = known(&cast, &format!("Айгүл {number}")).await;
        let (from, to) = if number % 2 == 0 { (&hub, &other) } else { (&other, &hub) };
        tie(staff, "employed_by", from, to).await;
    }
    let mut seen = vec![];
    let mut after = String::new();
    loop {
        let page = staff.get(&format!("/stakeholders/{hub}/relationships?limit=2{after}")).await.expect(200);
        seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    let mut sorted = seen.clone();
    sorted.sort_unstable_by(|one, two| two.cmp(one));
    sorted.dedup();
    assert_eq!((seen.len(), &seen), (5, &sorted));
}
