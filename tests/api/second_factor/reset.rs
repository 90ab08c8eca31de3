//! An administrator takes somebody's second factor away: the phone is lost.

use diesel::prelude::*;
use maslahat::authz::Role;
use maslahat::schema::{audit_entries, recovery_codes};
use serde_json::json;

use crate::support::{Account, World, code_now, on_both_engines};

on_both_engines! {
    a_reset_lets_its_holder_set_up_another;
    its_holder_is_told_until_they_have_read_it;
    a_reset_ends_sessions_and_sign_ins_under_way;
    a_reset_is_in_the_audit_trail;
    nobody_resets_their_own;
    only_what_is_there_can_be_reset;
    administrators_see_who_has_one;
    a_stale_reset_is_refused;
}

async fn a_reset_lets_its_holder_set_up_another(world: World) {
    let cast = world.cast().await;
    let path = format!("/accounts/{}/reset-second-factor", cast.staff.id);
    let account = cast.admin.client.post(&path, json!(null)).at(1).await.expect(200);
    assert_eq!((&account["second_factor"], &account["version"]), (&json!("needed"), &json!(2)));
    assert_eq!(account["actions"], json!(["update_account"]));
    let reply = world.sign_in(&cast.staff).await;
    let me = reply.expect(200)["account"].clone();
    assert_eq!(me["second_factor"], "needed");
    assert!(me["second_factor_reset_at"].is_string(), "they are told");
    let client = world.session(&reply);
    client.get("/home").await.refused(403, "second_factor_needed");
    let factor = client.get("/me/second-factor").await.expect(200);
    assert_eq!(factor["actions"], json!(["begin_second_factor", "confirm_second_factor"]));
    let codes: i64 = world.look(|conn| Ok(recovery_codes::table.count().get_result(conn)?)).await;
    let others = 10 * 4; // Those of second staff, other staff, protection and the administrator.
    assert_eq!(codes, others);
}

async fn its_holder_is_told_until_they_have_read_it(world: World) {
    let cast = world.cast().await;
    let id = cast.near.community.id;
    let factors = world.system.factors.clone();
    world.change(move |conn| crate::support::enrol(conn, &factors, id)).await;
    let path = format!("/accounts/{id}/reset-second-factor");
    cast.admin.client.post(&path, json!(null)).at(1).await.expect(200);
    let client = world.session(&world.sign_in(&cast.near.community).await);
    assert!(client.get("/me").await.expect(200)["second_factor_reset_at"].is_string());
    let factor = client.get("/me/second-factor").await.expect(200);
    assert!(factor["reset_at"].is_string());
    let actions = ["begin_second_factor", "confirm_second_factor", "acknowledge_factor_reset"];
    assert_eq!(factor["actions"], json!(actions));
    client.post("/me/second-factor/acknowledge-reset", json!(null)).await.expect(204);
    assert!(client.get("/me").await.expect(200)["second_factor_reset_at"].is_null());
}

async fn a_reset_ends_sessions_and_sign_ins_under_way(world: World) {
    let cast = world.cast().await;
    let challenge = world.challenge(&cast.staff).await;
    let path = format!("/accounts/{}/reset-second-factor", cast.staff.id);
    cast.admin.client.post(&path, json!(null)).at(1).await.expect(200);
    cast.staff.client.get("/me").await.refused(401, "unauthenticated");
    world.second_step(&challenge, &code_now()).await.refused(401, "unauthenticated");
}

async fn a_reset_is_in_the_audit_trail(world: World) {
    let cast = world.cast().await;
    let id = cast.staff.id.to_string();
    let path = format!("/accounts/{id}/reset-second-factor");
    cast.admin.client.post(&path, json!(null)).at(1).await.expect(200);
    let actor: Option<String> = world
        .look(move |conn| {
            let entries = audit_entries::table.filter(audit_entries::operation.eq("reset_second_factor"));
            Ok(entries.filter(audit_entries::subject_id.eq(id)).select(audit_entries::actor_id).first(conn)?)
        })
        .await;
    assert_eq!(actor, Some(cast.admin.id.to_string()));
}

async fn nobody_resets_their_own(world: World) {
    let cast = world.cast().await;
    let path = format!("/accounts/{}", cast.admin.id);
    let own = cast.admin.client.get(&path).await.expect(200);
    assert_eq!(own["actions"], json!(["update_account"]));
    let reset = cast.admin.client.post(&format!("{path}/reset-second-factor"), json!(null)).at(1);
    reset.await.refused(409, "own_second_factor");
}

async fn only_what_is_there_can_be_reset(world: World) {
    let cast = world.cast().await;
    let path = format!("/accounts/{}/reset-second-factor", cast.near.company.id);
    cast.admin.client.post(&path, json!(null)).at(1).await.refused(409, "second_factor_off");
    let nobody = format!("/accounts/{}/reset-second-factor", uuid::Uuid::now_v7());
    cast.admin.client.post(&nobody, json!(null)).at(1).await.refused(404, "not_found");
}

async fn administrators_see_who_has_one(world: World) {
    let cast = world.cast().await;
    world.newcomer(Role::Staff).await;
    let list = cast.admin.client.get("/accounts?limit=100").await.expect(200);
    let states = |role: &str| -> Vec<String> {
        let accounts = list["items"].as_array().unwrap().iter().filter(|account| account["role"] == role);
        accounts.map(|account| account["second_factor"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(states("staff"), ["on", "on", "on", "needed"]);
    assert_eq!(states("company"), ["off", "off"]);
}

async fn a_stale_reset_is_refused(world: World) {
    let admin = world.office(Role::Admin).await;
    let organisation = world.organisation("ngo", "Another", None).await;
    let account = Account { role: Role::Staff, organisation, places: vec![], programmes: vec![] };
    let path = format!("/accounts/{}/reset-second-factor", world.account(account).await.id);
    admin.client.post(&path, json!(null)).await.refused(428, "version_required");
    admin.client.post(&path, json!(null)).at(7).await.refused(412, "stale");
}
