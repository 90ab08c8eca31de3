//! What whoever keeps the server running asks it.

use crate::support::{World, on_both_engines};

on_both_engines! {
    the_server_says_that_it_lives;
    the_server_says_that_it_can_work;
    requests_are_counted_by_their_route;
    what_a_proxy_passes_on_reads_no_metrics;
    the_document_is_served;
}

async fn the_server_says_that_it_lives(world: World) {
    assert_eq!(world.stranger.get("//health/live").await.expect(200)["status"], "live");
}

async fn the_server_says_that_it_can_work(world: World) {
    assert_eq!(world.stranger.get("//health/ready").await.expect(200)["status"], "ready");
}

async fn requests_are_counted_by_their_route(world: World) {
    let id = uuid::Uuid::now_v7();
    world.stranger.delete(&format!("/sessions/{id}")).await.expect(401);
    let metrics = world.stranger.get("//metrics").await.text();
    let counted = r#"maslahat_requests_total{method="DELETE",route="/api/v1/sessions/{id}",status="401"} 1"#;
    assert!(metrics.contains(counted), "{metrics}");
    assert!(!metrics.contains(&id.to_string()));
}

async fn what_a_proxy_passes_on_reads_no_metrics(world: World) {
    let passed_on = world.stranger.get("//metrics").header("x-forwarded-for", "203.0.113.7").await;
    passed_on.refused(404, "not_found");
}

async fn the_document_is_served(world: World) {
    let document = world.stranger.get("//openapi.json").await.expect(200);
    assert!(document["paths"]["/api/v1/me"]["get"].is_object());
    assert_eq!(world.stranger.get("//docs/").await.status, 200);
}
