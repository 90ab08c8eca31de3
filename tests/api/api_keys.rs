//! Partners' keys.

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::organisations::OrganisationId;
use maslahat::schema::api_keys;
use serde_json::{Value, json};

use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    a_key_opens_what_its_scopes_say;
    a_revoked_key_opens_nothing;
    an_expired_key_opens_nothing;
    a_key_belongs_to_a_partner;
    a_key_ends_within_two_years;
    only_administrators_make_keys;
    a_secret_is_shown_once_and_not_kept;
    a_keys_use_is_noted_once_an_hour;
}

async fn partner(world: &World) -> OrganisationId {
    world.organisation("partner", "Observatory", None).await
}

fn key(cast: &Cast, organisation: OrganisationId) -> Value {
    json!({
        "name": "Observatory", "organisation_id": organisation, "programme_id": cast.programme,
        "scopes": ["reference_read"], "expires_at": Utc::now() + TimeDelta::days(30),
    })
}

async fn make(world: &World, cast: &Cast) -> Value {
    let new = key(cast, partner(world).await);
    cast.admin.client.post("/api-keys", new).once().await.expect(201)
}

async fn a_key_opens_what_its_scopes_say(world: World) {
    let cast = world.cast().await;
    let made = make(&world, &cast).await;
    let software = world.stranger.with(made["secret"].as_str().unwrap());
    software.get("/organisations").await.expect(200);
    software.get("/grievances").await.refused(403, "forbidden");
    software.get("/api-keys").await.refused(403, "forbidden");
    let wrong = format!("{}0", made["secret"].as_str().unwrap());
    world.stranger.with(wrong).get("/organisations").await.refused(401, "unauthenticated");
}

async fn a_revoked_key_opens_nothing(world: World) {
    let cast = world.cast().await;
    let made = make(&world, &cast).await;
    let path = format!("/api-keys/{}", made["id"].as_str().unwrap());
    cast.admin.client.delete(&path).await.refused(428, "version_required");
    cast.admin.client.delete(&path).at(1).await.expect(204);
    cast.admin.client.delete(&path).at(1).await.refused(412, "stale");
    cast.admin.client.delete(&path).at(2).await.refused(409, "revoked");
    let software = world.stranger.with(made["secret"].as_str().unwrap());
    software.get("/organisations").await.refused(401, "unauthenticated");
}

async fn an_expired_key_opens_nothing(world: World) {
    let cast = world.cast().await;
    let made = make(&world, &cast).await;
    world
        .change(|conn| {
            let over = api_keys::expires_at.eq(Moment::from(Utc::now()));
            Ok(diesel::update(api_keys::table).set(over).execute(conn)?)
        })
        .await;
    let software = world.stranger.with(made["secret"].as_str().unwrap());
    software.get("/organisations").await.refused(401, "unauthenticated");
}

async fn a_key_belongs_to_a_partner(world: World) {
    let cast = world.cast().await;
    let reply = cast.admin.client.post("/api-keys", key(&cast, cast.ngo)).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/organisation_id not_a_partner"]);
    let mut new = key(&cast, partner(&world).await);
    new["programme_id"] = json!(uuid::Uuid::now_v7().to_string());
    let reply = cast.admin.client.post("/api-keys", new).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/programme_id unknown"]);
}

async fn a_key_ends_within_two_years(world: World) {
    let cast = world.cast().await;
    let organisation = partner(&world).await;
    for (days, code) in [(-1, "too_early"), (800, "too_late")] {
        let mut new = key(&cast, organisation);
        new["expires_at"] = json!(Utc::now() + TimeDelta::days(days));
        let reply = cast.admin.client.post("/api-keys", new).once().await;
        assert_eq!(reply.refused(422, "invalid"), [format!("/expires_at {code}")]);
    }
}

async fn only_administrators_make_keys(world: World) {
    let cast = world.cast().await;
    let organisation = partner(&world).await;
    for person in [&cast.staff, &cast.protection, &cast.near.authority] {
        person.client.post("/api-keys", key(&cast, organisation)).once().await.refused(403, "forbidden");
        person.client.get("/api-keys").await.refused(403, "forbidden");
    }
    cast.partner.get("/api-keys").await.refused(403, "forbidden");
}

async fn a_secret_is_shown_once_and_not_kept(world: World) {
    let cast = world.cast().await;
    let made = make(&world, &cast).await;
    let secret = made["secret"].as_str().unwrap().rsplit_once('_').unwrap().1;
    let list = cast.admin.client.get("/api-keys").await;
    assert_eq!(list.expect(200)["items"][0]["id"], made["id"]);
    assert!(!list.text().contains(secret));
    let kept: Vec<String> = world.look(|conn| Ok(api_keys::table.select(api_keys::secret_hash).load(conn)?)).await;
    assert!(kept.iter().all(|hash| !hash.contains(secret)));
    assert!(!world.log().contains(secret));
}

async fn a_keys_use_is_noted_once_an_hour(world: World) {
    let cast = world.cast().await;
    let programme = cast.programme;
    let used = || {
        let of_partner = api_keys::table.filter(api_keys::programme_id.eq(programme)).select(api_keys::last_used_at);
        world.look(move |conn| Ok(of_partner.first(conn)?))
    };
    let never: Option<Moment> = used().await;
    assert!(never.is_none());
    cast.partner.get("/organisations").await.expect(200);
    let first: Option<Moment> = used().await;
    cast.partner.get("/organisations").await.expect(200);
    assert!(first.is_some());
    assert_eq!(used().await, first);
    let earlier = Some(Moment::from(Utc::now() - TimeDelta::hours(2)));
    world
        .change(move |conn| {
            Ok(diesel::update(api_keys::table).set(api_keys::last_used_at.eq(earlier)).execute(conn)?)
        })
        .await;
    cast.partner.get("/organisations").await.expect(200);
    assert!(used().await > first);
}
