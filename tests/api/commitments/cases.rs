//! A case is settled once what was promised for it is found kept.

use serde_json::json;

use super::{done, moved, promised, tried};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_case_is_resolved_only_once_its_promises_are_kept;
    a_dropped_promise_holds_no_case_up;
}

async fn a_case_is_resolved_only_once_its_promises_are_kept(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let case = world.proposed(&cast, &cast.near).await;
    case.own_move("agree", json!(null)).await.expect(200);
    let made = promised(&cast, json!({ "grievance_id": case.id })).await;
    case.own_move("confirm", json!(null)).await.expect(200);
    for name in ["nothing", "report"] {
        if name == "report" {
            moved(&cast.near.company.client, &made, "report", done()).await;
        }
        case.moved(staff, "resolve", json!({})).await.refused(409, "commitments_open");
        let seen = case.seen_by(staff).await.expect(200);
        assert_eq!(seen["state"], "implementing");
        assert!(!seen["actions"].as_array().unwrap().contains(&json!("resolve_grievance")));
    }
    moved(&cast.near.community.client, &made, "verify", json!({})).await;
    let seen = case.seen_by(staff).await.expect(200);
    assert!(seen["actions"].as_array().unwrap().contains(&json!("resolve_grievance")));
    case.moved(staff, "resolve", json!({})).await.expect(200);
}

async fn a_dropped_promise_holds_no_case_up(world: World) {
    let cast = world.cast().await;
    let case = world.proposed(&cast, &cast.near).await;
    case.own_move("agree", json!(null)).await.expect(200);
    let made = promised(&cast, json!({ "grievance_id": case.id })).await;
    case.own_move("confirm", json!(null)).await.expect(200);
    tried(&cast.staff.client, &made, "drop", json!({ "reason": "The reporter wants it no more." })).await.expect(200);
    case.moved(&cast.staff.client, "resolve", json!({})).await.expect(200);
}
