//! From the first words to an agreed resolution.

use std::time::Duration;

use maslahat::audit::{self, Head};
use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_grievance_runs_from_a_villagers_words_to_a_rated_resolution;
    a_contested_resolution_is_looked_into_again_one_level_up;
    who_wrote_the_summary_can_not_release_it;
    a_summary_is_not_rewritten_after_its_release;
    a_case_is_not_resolved_against_the_reporters_silence;
    a_move_that_the_state_does_not_allow_changes_nothing;
    two_people_who_move_a_case_at_once_do_not_overwrite_each_other;
    a_case_is_given_only_to_staff_of_its_programme;
    every_step_is_in_the_timeline_and_in_the_audit_trail;
    the_actions_of_a_case_are_the_moves_that_can_be_made;
}

async fn a_grievance_runs_from_a_villagers_words_to_a_rated_resolution(world: World) {
    let cast = world.cast().await;
    let case = world.proposed(&cast, &cast.near).await;
    assert_eq!(case.own_move("agree", Value::Null).await.expect(200)["state"], "implementing");
    assert_eq!(case.own_move("confirm", Value::Null).await.expect(200)["confirmed"], true);
    let resolved = case.moved(&cast.staff.client, "resolve", json!({})).await.expect(200);
    assert_eq!(resolved["state"], "resolved");
    let rated = case.own_move("rate", json!({ "rating": 4, "comment": "Рахмат" })).await.expect(200);
    assert_eq!((&rated["rating"], &rated["actions"]), (&json!(4), &json!(["reopen_my_case"])));
    assert_eq!(case.seen_by(&cast.staff.client).await.expect(200)["rating_comment"], "Рахмат");
}

async fn a_contested_resolution_is_looked_into_again_one_level_up(world: World) {
    let cast = world.cast().await;
    let case = world.proposed(&cast, &cast.near).await;
    let reason = json!({ "reason": "Күнүнө эки жолу аз, кечинде чаң болуп жатат." });
    assert_eq!(case.own_move("contest", reason).await.expect(200)["state"], "contested");
    let again = case.moved(&cast.staff.client, "escalate", json!({ "note": "To the committee" })).await.expect(200);
    assert_eq!((&again["state"], &again["escalation_level"]), (&json!("investigating"), &json!(2)));
}

async fn who_wrote_the_summary_can_not_release_it(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    case.moved(&cast.staff.client, "release", json!({})).await.refused(409, "summary_missing");
    let summary = json!({ "text": "Residents report dust from trucks." });
    case.moved(&cast.staff.client, "summarise", summary).await.expect(200);
    case.moved(&cast.staff.client, "release", json!({})).await.refused(409, "second_person_needed");
    assert_eq!(case.seen_by(&cast.near.company.client).await.status, 404);
    case.moved(&cast.second_staff.client, "release", json!({})).await.expect(200);
    assert_eq!(case.seen_by(&cast.near.company.client).await.status, 200);
}

async fn a_summary_is_not_rewritten_after_its_release(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let other = json!({ "text": "Айгүл says that the trucks raise dust." });
    case.moved(&cast.second_staff.client, "summarise", other).await.refused(409, "already_released");
    case.moved(&cast.second_staff.client, "release", json!({})).await.refused(409, "already_released");
    let seen = case.seen_by(&cast.near.company.client).await.expect(200);
    assert_eq!(seen["summary"], "Residents report dust from trucks that pass through the village.");
}

async fn a_case_is_not_resolved_against_the_reporters_silence(world: World) {
    let cast = world.cast().await;
    let case = world.proposed(&cast, &cast.near).await;
    case.own_move("agree", Value::Null).await.expect(200);
    case.moved(&cast.staff.client, "resolve", json!({})).await.refused(409, "reporter_not_confirmed");
}

async fn a_move_that_the_state_does_not_allow_changes_nothing(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let before = case.seen_by(&cast.staff.client).await.expect(200);
    for name in ["investigate", "release", "resolve"] {
        case.moved(&cast.staff.client, name, json!({})).await.refused(409, "move_not_possible_from_here");
    }
    case.own_move("agree", Value::Null).await.refused(409, "move_not_possible_from_here");
    assert_eq!(case.seen_by(&cast.staff.client).await.expect(200), before);
}

async fn two_people_who_move_a_case_at_once_do_not_overwrite_each_other(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let path = format!("{}/acknowledge", case.path());
    let one = cast.staff.client.post(&path, json!({})).at(1);
    let other = cast.second_staff.client.post(&path, json!({})).at(1);
    let (one, other) = futures_util::join!(one.into_future(), other.into_future());
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
}

async fn a_case_is_given_only_to_staff_of_its_programme(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    for stranger in [cast.other_staff.id, cast.near.company.id, cast.admin.id] {
        let reply = case.moved(&cast.staff.client, "assign", json!({ "owner_id": stranger })).await;
        assert_eq!(reply.refused(422, "invalid"), ["/owner_id unknown"]);
    }
    let given = case.moved(&cast.staff.client, "assign", json!({ "owner_id": cast.second_staff.id })).await.expect(200);
    assert_eq!(given["owner"]["id"], cast.second_staff.id.to_string());
}

async fn every_step_is_in_the_timeline_and_in_the_audit_trail(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::audit_entries;
    let cast = world.cast().await;
    let case = world.proposed(&cast, &cast.near).await;
    let seen = case.seen_by(&cast.staff.client).await.expect(200);
    let moves: Vec<&str> = seen["timeline"].as_array().unwrap().iter().map(|e| e["move"].as_str().unwrap()).collect();
    let path = ["submit", "acknowledge", "accept", "summarise", "release", "investigate", "answer", "propose"];
    assert_eq!(moves, path);
    let id = case.id.to_string();
    let trail: Vec<String> = world
        .look(move |conn| {
            let of_case = audit_entries::table.filter(audit_entries::subject_id.eq(id)).order(audit_entries::seq);
            Ok(of_case.select(audit_entries::operation).load(conn)?)
        })
        .await;
    let expected: Vec<String> = std::iter::once("submit_grievance".to_owned())
        .chain(path.iter().skip(1).map(|step| format!("{step}_grievance")))
        .collect();
    assert_eq!(trail, expected);
    assert!(audit::verify(&world.db, Head::default(), &[], Duration::ZERO).await.unwrap().is_ok());
}

async fn the_actions_of_a_case_are_the_moves_that_can_be_made(world: World) {
    let cast = world.cast().await;
    let case = world.submit(words(cast.near.aimak)).await;
    let actions = |seen: Value| seen["actions"].clone();
    let seen = actions(case.seen_by(&cast.staff.client).await.expect(200));
    let aside = ["mark_duplicate_grievance", "protect_grievance"];
    let always = ["message_grievance", "attach_grievance"];
    assert_eq!(seen, json!(["acknowledge_grievance", aside[0], aside[1], always[0], always[1]]));
    let released = world.released(&cast, &cast.near).await;
    assert_eq!(actions(released.seen_by(&cast.near.company.client).await.expect(200)), json!(["answer_grievance"]));
    assert_eq!(actions(released.seen_by(&cast.near.community.client).await.expect(200)), json!([]));
}
