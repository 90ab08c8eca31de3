//! The life of a call: what may be written anew, and what holds once everybody has read it.

use serde_json::{Value, json};

use super::{call, drafted, minute, moved, path_of, published, texts, tried, with};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_draft_is_written_anew_and_a_published_call_is_not;
    a_call_closes_later_and_never_earlier;
    a_call_is_withdrawn_with_a_reason;
    a_call_like_another_is_a_draft_of_its_own;
    what_can_not_be_called_for_is_refused_and_changes_nothing;
    what_is_over_is_not_published;
    two_who_change_a_draft_at_once_do_not_overwrite_one_another;
    calls_are_listed_by_how_they_stand;
    staff_of_another_programme_meet_nothing;
}

async fn a_draft_is_written_anew_and_a_published_call_is_not(world: World) {
    let cast = world.cast().await;
    let draft = drafted(&cast, json!({})).await;
    assert_eq!((&draft["phase"], draft["questions"].as_array().unwrap().len()), (&json!("draft"), 6));
    let staff = &cast.staff.client;
    let closes_at = minute(10);
    let change = json!({
        "title": texts("Roads"), "budget": 5_000_00, "ceiling": 4_000_00, "questions": [],
        "criteria": [{ "name": texts("Need"), "weight": 100 }], "applicants": ["representative"],
        "opens_at": minute(-10), "closes_at": closes_at,
    });
    let changed = staff.patch(&path_of(&draft), change.clone()).at(1).await.expect(200);
    assert_eq!(
        (&changed["title"]["ky"], &changed["budget"], &changed["version"]),
        (&json!("Roads"), &json!(500_000), &json!(2))
    );
    assert_eq!((&changed["questions"], &changed["applicants"]), (&json!([]), &json!(["representative"])));
    assert_eq!((&changed["closes_at"], &changed["first_closes_at"]), (&json!(closes_at), &json!(closes_at)));
    assert_eq!(changed["purpose"], draft["purpose"], "what is left out stays");
    let open = moved(staff, &draft, "publish", Value::Null).await;
    assert_eq!((&open["phase"], open["published_at"].is_string()), (&json!("open"), true));
    assert_eq!(open["actions"], json!(["extend_grant_call", "withdraw_grant_call", "clone_grant_call"]));
    staff.patch(&path_of(&draft), change).at(3).await.refused(409, "not_in_this_state");
    tried(staff, &draft, "publish", Value::Null).await.refused(409, "not_in_this_state");
}

async fn a_call_closes_later_and_never_earlier(world: World) {
    let cast = world.cast().await;
    let (staff, open) = (&cast.staff.client, published(&cast, json!({})).await);
    for earlier in [json!(minute(30)), open["closes_at"].clone()] {
        let reply = tried(staff, &open, "extend", json!({ "closes_at": earlier })).await;
        assert_eq!(reply.refused(422, "invalid"), ["/closes_at not_later"]);
    }
    let closes_at = minute(90);
    let later = moved(staff, &open, "extend", json!({ "closes_at": closes_at })).await;
    assert_eq!((&later["closes_at"], &later["first_closes_at"]), (&json!(closes_at), &open["closes_at"]));
    world.close(&open, 1).await;
    let reply = tried(staff, &open, "extend", json!({ "closes_at": minute(900) })).await;
    reply.refused(409, "call_is_closed");
    let draft = drafted(&cast, json!({})).await;
    tried(staff, &draft, "extend", json!({ "closes_at": minute(900) })).await.refused(409, "not_in_this_state");
}

async fn a_call_is_withdrawn_with_a_reason(world: World) {
    let cast = world.cast().await;
    let (staff, open) = (&cast.staff.client, published(&cast, json!({})).await);
    let reply = tried(staff, &open, "withdraw", json!({ "reason": "   " })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/reason too_short"]);
    let over = moved(staff, &open, "withdraw", json!({ "reason": "The donor took the money back." })).await;
    assert_eq!((&over["phase"], &over["actions"]), (&json!("withdrawn"), &json!(["clone_grant_call"])));
    let read = world.stranger.get(&path_of(&open).replace("/grant-calls", "/public-grant-calls")).await.expect(200);
    assert_eq!(read["withdrawal_reason"], "The donor took the money back.");
    tried(staff, &open, "withdraw", json!({ "reason": "Once more" })).await.refused(409, "not_in_this_state");
}

async fn a_call_like_another_is_a_draft_of_its_own(world: World) {
    let cast = world.cast().await;
    let (staff, first) = (&cast.staff.client, published(&cast, json!({})).await);
    let again = json!({ "opens_at": minute(100), "closes_at": minute(200) });
    let path = format!("{}/clone", path_of(&first));
    let made = staff.post(&path, again.clone()).key("a-key-of-this-test").await.expect(201);
    assert_eq!((&made["phase"], &made["cloned_from"]), (&json!("draft"), &first["id"]));
    assert_ne!(made["id"], first["id"]);
    let without_ids = |call: &Value, part: &str| {
        let mut all = call[part].clone();
        all.as_array_mut().unwrap().iter_mut().for_each(|one| drop(one.as_object_mut().unwrap().remove("id")));
        all
    };
    for part in ["questions", "criteria"] {
        assert_eq!(without_ids(&made, part), without_ids(&first, part));
    }
    assert_eq!((&made["places"], &made["budget"]), (&first["places"], &first["budget"]));
    assert_eq!(staff.post(&path, again).key("a-key-of-this-test").await.expect(201)["id"], made["id"]);
}

async fn what_can_not_be_called_for_is_refused_and_changes_nothing(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let before = staff.get("/grant-calls").await.expect(200);
    let more = 10_000_000_000_001_i64;
    for (what, refused) in [
        (json!({ "ceiling": 1_000_000_01 }), "/ceiling more_than_the_budget"),
        (json!({ "budget": 0 }), "/budget too_small"),
        (json!({ "budget": more }), "/budget too_large"),
        (json!({ "budget": 1.5 }), "/budget invalid"),
        (json!({ "currency": "XAU" }), "/currency invalid"),
        (json!({ "closes_at": minute(-60) }), "/closes_at before_start"),
        (json!({ "closes_at": "2999-01-01T00:00:01Z" }), "/closes_at not_a_whole_minute"),
        (json!({ "applicants": [] }), "/applicants too_short"),
        (json!({ "place_ids": [cast.near.aimak, cast.near.aimak] }), "/place_ids/1 duplicate"),
        (json!({ "place_ids": [cast.staff.id] }), "/place_ids/0 unknown"),
        (json!({ "criteria": [] }), "/criteria too_short"),
        (json!({ "criteria": [{ "name": texts("Need"), "weight": 101 }] }), "/criteria/0/weight too_large"),
        (json!({ "title": { "ky": "Суу", "ru": "Вода", "en": "" } }), "/title/en too_short"),
        (json!({ "programme_id": cast.near.aimak }), "/programme_id unknown"),
    ] {
        let reply = staff.post("/grant-calls", with(call(&cast), what.clone())).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{what}");
    }
    assert_eq!(staff.get("/grant-calls").await.expect(200), before);
}

async fn what_is_over_is_not_published(world: World) {
    let cast = world.cast().await;
    let late = drafted(&cast, json!({ "closes_at": minute(-1) })).await;
    tried(&cast.staff.client, &late, "publish", Value::Null).await.refused(409, "call_is_over");
}

async fn two_who_change_a_draft_at_once_do_not_overwrite_one_another(world: World) {
    let cast = world.cast().await;
    let draft = drafted(&cast, json!({})).await;
    let change = |title: &str| json!({ "title": texts(title) });
    cast.staff.client.patch(&path_of(&draft), change("One")).at(1).await.expect(200);
    cast.second_staff.client.patch(&path_of(&draft), change("Two")).at(1).await.refused(412, "stale");
    assert_eq!(cast.staff.client.get(&path_of(&draft)).await.expect(200)["title"]["en"], "One");
}

async fn calls_are_listed_by_how_they_stand(world: World) {
    let cast = world.cast().await;
    let draft = drafted(&cast, json!({})).await;
    let soon = published(&cast, json!({ "opens_at": minute(30) })).await;
    let open = published(&cast, json!({})).await;
    let closed = published(&cast, json!({})).await;
    world.close(&closed, 1).await;
    let staff = &cast.staff.client;
    for (phase, one) in [("draft", &draft), ("upcoming", &soon), ("open", &open), ("closed", &closed)] {
        let page = staff.get(&format!("/grant-calls?phase={phase}")).await.expect(200);
        let ids: Vec<&Value> = page["items"].as_array().unwrap().iter().map(|call| &call["id"]).collect();
        assert_eq!(ids, [&one["id"]], "{phase}");
        assert_eq!(page["items"][0]["phase"], phase);
    }
    let first = staff.get("/grant-calls?limit=3").await.expect(200);
    let rest = staff.get(&format!("/grant-calls?after={}", first["next"].as_str().unwrap())).await.expect(200);
    assert_eq!((&first["items"][0]["id"], &rest["items"][0]["id"]), (&closed["id"], &draft["id"]));
}

async fn staff_of_another_programme_meet_nothing(world: World) {
    let cast = world.cast().await;
    let open = published(&cast, json!({})).await;
    let (other, path) = (&cast.other_staff.client, path_of(&open));
    assert_eq!(other.get("/grant-calls").await.expect(200)["items"], json!([]));
    other.get(&path).await.refused(404, "not_found");
    other.patch(&path, json!({})).at(2).await.refused(404, "not_found");
    for (name, body) in [("extend", json!({ "closes_at": minute(90) })), ("withdraw", json!({ "reason": "Because" }))] {
        other.post(&format!("{path}/{name}"), body).at(2).await.refused(404, "not_found");
    }
    let again = json!({ "opens_at": minute(1), "closes_at": minute(2) });
    other.post(&format!("{path}/clone"), again).once().await.refused(404, "not_found");
}
