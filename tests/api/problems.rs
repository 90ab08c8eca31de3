//! Every failure is a problem document.

use maslahat::authz::Role;
use reqwest::Method;
use serde_json::json;

use crate::support::{PASSWORD, World, on_both_engines};

on_both_engines! {
    malformed_json_is_a_bad_request;
    an_unknown_field_is_named;
    a_missing_field_is_named;
    a_wrong_type_is_named;
    an_array_is_no_object;
    a_value_past_its_limits_is_named;
    a_parameter_that_does_not_fit_is_named;
    an_idempotency_key_of_another_shape_is_refused;
    another_media_type_is_refused;
    too_large_a_body_is_refused;
    an_unknown_route_does_not_exist;
    what_is_no_id_does_not_exist;
    a_wrong_method_is_told_the_right_ones;
    a_wrong_method_of_a_named_path_is_no_look_for_a_record;
    a_stranger_hears_nothing_of_the_body;
    a_foreign_scheme_of_authorization_is_refused;
    a_problem_names_its_request;
    every_answer_is_hardened;
}

async fn malformed_json_is_a_bad_request(world: World) {
    for body in ["{", "", "\u{0}", r#"{"email":"a@example.org","password":"x"} {}"#] {
        let request = world.stranger.request(Method::POST, "/auth/login").body("application/json", body);
        request.await.refused(400, "malformed_json");
    }
}

async fn an_unknown_field_is_named(world: World) {
    let body = json!({ "email": "a@example.org", "password": "x", "admin": true });
    assert_eq!(world.stranger.post("/auth/login", body).await.refused(422, "invalid"), ["/admin unknown"]);
}

async fn a_missing_field_is_named(world: World) {
    let body = json!({ "email": "a@example.org" });
    assert_eq!(world.stranger.post("/auth/login", body).await.refused(422, "invalid"), ["/password required"]);
}

async fn a_wrong_type_is_named(world: World) {
    let body = json!({ "email": 7, "password": "x" });
    assert_eq!(world.stranger.post("/auth/login", body).await.refused(422, "invalid"), ["/email invalid"]);
}

/// What is derived for a struct would also take its fields in their order.
async fn an_array_is_no_object(world: World) {
    let login = world.stranger.post("/auth/login", json!(["a@example.org", "x"])).await;
    assert_eq!(login.refused(422, "invalid"), [" invalid"]);
    let admin = world.office(Role::Admin).await;
    let place = json!({ "code": "KG-T", "level": "country", "names": ["а", "б", "c"] });
    assert_eq!(admin.client.post("/places", place).once().await.refused(422, "invalid"), ["/names invalid"]);
}

async fn a_parameter_that_does_not_fit_is_named(world: World) {
    let admin = world.office(Role::Admin).await;
    for (query, refused) in [
        ("after=x", "?after invalid"),
        ("limit=many", "?limit invalid"),
        ("limit=1&limit=2", "?limit invalid"),
        ("colour=red", "?colour unknown"),
    ] {
        let reply = admin.client.get(&format!("/programmes?{query}")).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
}

async fn an_idempotency_key_of_another_shape_is_refused(world: World) {
    let admin = world.office(Role::Admin).await;
    for key in ["short", "a key with spaces in it", &"x".repeat(256)] {
        let request = admin.client.post("/holidays", json!({})).key(key);
        request.await.refused(400, "idempotency_key_invalid");
    }
}

async fn a_value_past_its_limits_is_named(world: World) {
    let body = json!({ "email": "ж".repeat(255), "password": "" });
    let fields = world.stranger.post("/auth/login", body).await.refused(422, "invalid");
    assert_eq!(fields, ["/email too_long", "/password too_short"]);
}

async fn another_media_type_is_refused(world: World) {
    let request = world.stranger.request(Method::POST, "/auth/login").body("text/plain", "{}");
    request.await.refused(415, "unsupported_media_type");
}

async fn too_large_a_body_is_refused(world: World) {
    let body = json!({ "email": "a@example.org", "password": "x".repeat(300_000) });
    world.stranger.post("/auth/login", body).await.refused(413, "too_large");
}

async fn an_unknown_route_does_not_exist(world: World) {
    for path in ["/nothing", "/me/nothing", "/../api/v1/nothing"] {
        world.stranger.get(path).await.refused(404, "not_found");
    }
}

async fn what_is_no_id_does_not_exist(world: World) {
    let person = world.office(Role::Staff).await;
    person.client.delete("/sessions/not-an-id").await.refused(404, "not_found");
}

async fn a_wrong_method_is_told_the_right_ones(world: World) {
    let reply = world.stranger.get("/auth/login").await;
    reply.refused(405, "method_not_allowed");
    assert_eq!(reply.header("allow"), "POST");
    let reply = world.stranger.delete("/me").await;
    reply.refused(405, "method_not_allowed");
    let mut allowed: Vec<&str> = reply.header("allow").split(", ").collect();
    allowed.sort_unstable();
    assert_eq!(allowed, ["GET", "PATCH"]);
}

async fn a_wrong_method_of_a_named_path_is_no_look_for_a_record(world: World) {
    let person = world.office(Role::Staff).await;
    for request in [person.client.get("/grievances/acknowledge"), person.client.delete("/invitations/accept")] {
        let reply = request.await;
        reply.refused(405, "method_not_allowed");
        assert_eq!(reply.header("allow"), "POST");
    }
}

async fn a_stranger_hears_nothing_of_the_body(world: World) {
    let request = world.stranger.request(Method::PATCH, "/me").body("application/json", "{");
    request.await.refused(401, "unauthenticated");
}

async fn a_foreign_scheme_of_authorization_is_refused(world: World) {
    for header in ["Basic YTpi", "Bearer", "nonsense"] {
        world.stranger.get("/me").header("authorization", header).await.refused(401, "unauthenticated");
    }
}

async fn a_problem_names_its_request(world: World) {
    let reply = world.stranger.get("/me").await;
    assert_eq!(reply.expect(401)["request_id"], reply.header("x-request-id"));
    assert!(world.log().contains(reply.header("x-request-id")));
}

async fn every_answer_is_hardened(world: World) {
    let person = world.office(Role::Staff).await;
    let login = json!({ "email": person.email, "password": PASSWORD });
    let replies = [
        world.stranger.get("/nothing").await,
        world.stranger.get("//health/live").await,
        person.client.get("/me").await,
        world.stranger.post("/auth/login", login).await,
    ];
    for reply in replies {
        assert!(reply.header("content-security-policy").contains("frame-ancestors 'none'"));
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("referrer-policy"), "no-referrer");
        assert_eq!(reply.header("x-frame-options"), "DENY");
        assert!(reply.header("strict-transport-security").starts_with("max-age="));
    }
}
