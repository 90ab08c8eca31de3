//! Cases that are found not to be for the mechanism, and appeals against that.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::support::case::Case;
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    who_is_refused_reads_why_and_where_else_to_turn;
    who_found_a_case_ineligible_does_not_decide_the_appeal;
    an_appeal_is_due_in_twenty_working_days;
    a_dismissed_appeal_is_the_last;
    after_sixty_days_nobody_appeals;
    a_case_that_was_never_taken_up_is_not_resolved_past_the_appeal;
}

fn reasons() -> Value {
    json!({ "reason": "It is a quarrel between two neighbours.", "elsewhere": "The court of elders" })
}

fn acceptance(cast: &Cast) -> Value {
    json!({ "category": "water", "severity": "high", "sensitivity": "normal", "site_id": cast.near.site })
}

async fn refused(world: &World, cast: &Cast) -> Case {
    let case = world.case(&cast.near).await;
    case.moved(&cast.staff.client, "acknowledge", json!({})).await.expect(200);
    case.moved(&cast.staff.client, "find-ineligible", reasons()).await.expect(200);
    case
}

async fn appealed(world: &World, cast: &Cast) -> Case {
    let case = refused(world, cast).await;
    let reason = json!({ "reason": "Бул кендин жолунан чыккан чыр." });
    assert_eq!(case.own_move("appeal", reason).await.expect(200)["state"], "investigating");
    case
}

async fn who_is_refused_reads_why_and_where_else_to_turn(world: World) {
    let cast = world.cast().await;
    let case = refused(&world, &cast).await;
    let own = case.reporter.get("/my-case").await.expect(200);
    assert_eq!(own["state"], "ineligible");
    assert_eq!(own["decision"]["reason"], "It is a quarrel between two neighbours.");
    assert_eq!(own["decision"]["elsewhere"], "The court of elders");
    assert_eq!(own["actions"], json!(["rate_my_case", "appeal_my_case"]));
    let ended: DateTime<Utc> = own["decision"]["at"].as_str().unwrap().parse().unwrap();
    let until: DateTime<Utc> = own["back_until"].as_str().unwrap().parse().unwrap();
    assert_eq!(until, ended + TimeDelta::days(60));
}

async fn who_found_a_case_ineligible_does_not_decide_the_appeal(world: World) {
    let cast = world.cast().await;
    let case = appealed(&world, &cast).await;
    let (first, second) = (&cast.staff.client, &cast.second_staff.client);
    case.moved(first, "uphold-appeal", acceptance(&cast)).await.refused(409, "second_person_needed");
    case.moved(first, "dismiss-appeal", reasons()).await.refused(409, "second_person_needed");
    let question = json!({ "asked": "reporter", "question": "Why?" });
    case.moved(first, "ask", question).await.refused(409, "second_person_needed");
    let seen = case.seen_by(first).await.expect(200);
    assert_eq!(seen["actions"], json!(["protect_grievance", "message_grievance", "attach_grievance"]));
    let upheld = case.moved(second, "uphold-appeal", acceptance(&cast)).await.expect(200);
    assert_eq!((&upheld["state"], &upheld["appeal"]), (&json!("investigating"), &json!("upheld")));
    assert_eq!((&upheld["severity"], &upheld["owner"]["id"]), (&json!("high"), &json!(cast.second_staff.id)));
    let proposal = json!({ "remedy": "The company waters the road twice a day." });
    case.moved(first, "propose", proposal.clone()).await.refused(409, "second_person_needed");
    case.moved(second, "propose", proposal).await.expect(200);
}

async fn an_appeal_is_due_in_twenty_working_days(world: World) {
    let cast = world.cast().await;
    let case = appealed(&world, &cast).await;
    let seen = case.seen_by(&cast.staff.client).await.expect(200);
    let due: DateTime<Utc> = seen["due_at"].as_str().unwrap().parse().unwrap();
    let days = (due - Utc::now()).num_days();
    assert!((26..=40).contains(&days), "{days}");
}

async fn a_dismissed_appeal_is_the_last(world: World) {
    let cast = world.cast().await;
    let case = appealed(&world, &cast).await;
    let dismissed = case.moved(&cast.second_staff.client, "dismiss-appeal", reasons()).await.expect(200);
    assert_eq!((&dismissed["state"], &dismissed["appeal"]), (&json!("ineligible"), &json!("dismissed")));
    let again = json!({ "reason": "Дагы айтамын" });
    case.own_move("appeal", again.clone()).await.refused(409, "already_appealed");
    case.own_move("reopen", again.clone()).await.refused(409, "move_not_possible_from_here");
    // Staff may still come to see it otherwise.
    let reopened = case.moved(&cast.staff.client, "reopen", again).await.expect(200);
    assert_eq!((&reopened["state"], &reopened["appeal"]), (&json!("investigating"), &Value::Null));
}

async fn after_sixty_days_nobody_appeals(world: World) {
    let cast = world.cast().await;
    let case = refused(&world, &cast).await;
    case.ended_days_ago(&world, 61).await;
    case.own_move("appeal", json!({ "reason": "Кечигип калдым" })).await.refused(409, "too_late");
    assert_eq!(
        case.reporter.get("/my-case").await.expect(200)["actions"],
        json!(["rate_my_case", "rate_my_case_again"])
    );
}

async fn a_case_that_was_never_taken_up_is_not_resolved_past_the_appeal(world: World) {
    let cast = world.cast().await;
    let case = appealed(&world, &cast).await;
    let second = &cast.second_staff.client;
    let proposal = json!({ "remedy": "The company waters the road twice a day." });
    case.moved(second, "propose", proposal).await.refused(409, "appeal_pending");
    case.moved(second, "accept", acceptance(&cast)).await.refused(409, "appeal_pending");
    let reason = json!({ "reason": "Nobody agrees with anybody." });
    case.moved(second, "ask-closing", reason).await.refused(409, "appeal_pending");
}
