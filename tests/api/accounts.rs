//! Accounts as administrators manage them.

use diesel::prelude::*;
use maslahat::authz::Role;
use maslahat::schema::{accounts, audit_entries};
use serde_json::json;

use crate::support::{Account, World, on_both_engines};

on_both_engines! {
    only_administrators_see_accounts;
    accounts_are_found_in_any_letter_case;
    accounts_come_in_pages;
    an_account_is_changed_whole_or_not_at_all;
    a_change_counts_from_the_next_request;
    a_closed_account_is_signed_out;
    a_role_must_go_with_the_organisation;
    nobody_changes_their_own_role;
    the_last_administrator_stays;
    of_two_administrators_who_close_each_other_one_stays;
    an_unknown_place_or_programme_is_named;
    a_change_is_in_the_audit_trail;
    a_stale_change_of_an_account_is_refused;
}

async fn only_administrators_see_accounts(world: World) {
    let cast = world.cast().await;
    let path = format!("/accounts/{}", cast.staff.id);
    for person in [&cast.staff, &cast.protection, &cast.near.company, &cast.near.authority, &cast.near.community] {
        person.client.get("/accounts").await.refused(403, "forbidden");
        person.client.get(&path).await.refused(403, "forbidden");
    }
    cast.partner.get("/accounts").await.refused(403, "forbidden");
    world.stranger.get("/accounts").await.refused(401, "unauthenticated");
    let account = cast.admin.client.get(&path).await.expect(200);
    assert_eq!(account["email"], cast.staff.email);
    assert_eq!(account["actions"], json!(["update_account", "reset_second_factor"]));
}

async fn accounts_are_found_in_any_letter_case(world: World) {
    let cast = world.cast().await;
    cast.near.community.client.patch("/me", json!({ "name": "Бактыгүл Жоробекова" })).at(1).await.expect(200);
    let found = cast.admin.client.get("/accounts?q=БАКТЫГҮЛ").await.expect(200);
    assert_eq!(found["items"][0]["id"], cast.near.community.id.to_string());
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
    assert_eq!(found["items"][0]["places"][0]["id"], cast.near.aimak.to_string());
    let by_role = cast.admin.client.get("/accounts?role=authority").await.expect(200);
    assert_eq!(by_role["items"].as_array().unwrap().len(), 2);
}

async fn accounts_come_in_pages(world: World) {
    let cast = world.cast().await;
    let mut seen = vec![];
    let mut path = "/accounts?limit=4".to_owned();
    loop {
        let page = cast.admin.client.get(&path).await.expect(200);
        let items = page["items"].as_array().unwrap();
        assert!(items.len() <= 4);
        seen.extend(items.iter().map(|account| account["id"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/accounts?limit=4&after={next}");
    }
    let all =
        world.look(|conn| Ok(accounts::table.order(accounts::id).select(accounts::id).load::<String>(conn)?)).await;
    assert_eq!(seen, all);
}

async fn an_account_is_changed_whole_or_not_at_all(world: World) {
    let cast = world.cast().await;
    let path = format!("/accounts/{}", cast.near.community.id);
    let before = cast.admin.client.get(&path).await.expect(200);
    let nowhere = uuid::Uuid::now_v7().to_string();
    let change = json!({ "name": "Another", "place_ids": [nowhere] });
    cast.admin.client.patch(&path, change).at(1).await.refused(422, "invalid");
    assert_eq!(cast.admin.client.get(&path).await.expect(200), before);
    let change = json!({ "name": "Another", "language": "en", "place_ids": [cast.far.aimak, cast.far.aimak] });
    let after = cast.admin.client.patch(&path, change).at(1).await.expect(200);
    assert_eq!((&after["name"], &after["language"]), (&json!("Another"), &json!("en")));
    assert_eq!(after["places"].as_array().unwrap().len(), 1);
    assert_eq!(after["places"][0]["id"], cast.far.aimak.to_string());
    assert_eq!(after["programmes"], before["programmes"]);
    assert_eq!(cast.admin.client.get(&path).await.expect(200), after);
}

async fn a_change_counts_from_the_next_request(world: World) {
    let cast = world.cast().await;
    let second = world.office(Role::Admin).await;
    second.client.get("/accounts").await.expect(200);
    let path = format!("/accounts/{}", second.id);
    cast.admin.client.patch(&path, json!({ "role": "staff" })).at(1).await.expect(200);
    second.client.get("/accounts").await.refused(403, "forbidden");
}

async fn a_closed_account_is_signed_out(world: World) {
    let cast = world.cast().await;
    let path = format!("/accounts/{}", cast.staff.id);
    cast.admin.client.patch(&path, json!({ "active": false })).at(1).await.expect(200);
    cast.staff.client.get("/me").await.refused(401, "unauthenticated");
    cast.admin.client.patch(&path, json!({ "active": true })).at(2).await.expect(200);
    cast.staff.client.get("/me").await.refused(401, "unauthenticated");
}

async fn a_role_must_go_with_the_organisation(world: World) {
    let cast = world.cast().await;
    let path = format!("/accounts/{}", cast.near.company.id);
    for role in ["staff", "authority", "community", "admin", "partner"] {
        let fields = cast.admin.client.patch(&path, json!({ "role": role })).at(1).await.refused(422, "invalid");
        assert_eq!(fields, ["/role organisation_mismatch"]);
    }
    let authority = world.organisation("authority", "Raion", Some(cast.near.aimak)).await;
    let change = json!({ "role": "authority", "organisation_id": authority });
    assert_eq!(cast.admin.client.patch(&path, change).at(1).await.expect(200)["role"], "authority");
}

async fn nobody_changes_their_own_role(world: World) {
    let admin = world.office(Role::Admin).await;
    world.office(Role::Admin).await;
    let path = format!("/accounts/{}", admin.id);
    admin.client.patch(&path, json!({ "role": "staff" })).at(1).await.refused(409, "own_role");
    admin.client.patch(&path, json!({ "role": "admin", "name": "Same" })).at(1).await.expect(200);
}

async fn the_last_administrator_stays(world: World) {
    let admin = world.office(Role::Admin).await;
    let path = format!("/accounts/{}", admin.id);
    admin.client.patch(&path, json!({ "active": false })).at(1).await.refused(409, "last_admin");
    let second = world.office(Role::Admin).await;
    second.client.patch(&path, json!({ "role": "staff" })).at(1).await.expect(200);
    let path = format!("/accounts/{}", second.id);
    second.client.patch(&path, json!({ "active": false })).at(1).await.refused(409, "last_admin");
}

async fn of_two_administrators_who_close_each_other_one_stays(world: World) {
    let (one, other) = (world.office(Role::Admin).await, world.office(Role::Admin).await);
    let close = |by: &crate::support::Person, whom| {
        let client = by.client.clone();
        async move { client.patch(&format!("/accounts/{whom}"), json!({ "active": false })).at(1).await.status }
    };
    futures_util::future::join(close(&one, other.id), close(&other, one.id)).await;
    let left: i64 =
        world.look(|conn| Ok(accounts::table.filter(accounts::active.eq(true)).count().get_result(conn)?)).await;
    assert_eq!(left, 1);
}

async fn an_unknown_place_or_programme_is_named(world: World) {
    let cast = world.cast().await;
    let path = format!("/accounts/{}", cast.near.community.id);
    let nowhere = uuid::Uuid::now_v7().to_string();
    let change = json!({ "place_ids": [cast.near.aimak, nowhere] });
    let fields = cast.admin.client.patch(&path, change).at(1).await.refused(422, "invalid");
    assert_eq!(fields, ["/place_ids/1 unknown"]);
    let change = json!({ "programme_ids": [nowhere] });
    let fields = cast.admin.client.patch(&path, change).at(1).await.refused(422, "invalid");
    assert_eq!(fields, ["/programme_ids/0 unknown"]);
}

async fn a_change_is_in_the_audit_trail(world: World) {
    let cast = world.cast().await;
    let id = cast.staff.id.to_string();
    let change = json!({ "role": "protection", "name": "Айжан" });
    cast.admin.client.patch(&format!("/accounts/{id}"), change).at(1).await.expect(200);
    let (actor, detail): (Option<String>, String) = world
        .look(move |conn| {
            let entries = audit_entries::table.filter(audit_entries::operation.eq("update_account"));
            let entry = entries.filter(audit_entries::subject_id.eq(id));
            Ok(entry.select((audit_entries::actor_id, audit_entries::detail)).first(conn)?)
        })
        .await;
    assert_eq!(actor, Some(cast.admin.id.to_string()));
    assert_eq!(detail, "role protection, active true");
}

async fn a_stale_change_of_an_account_is_refused(world: World) {
    let admin = world.office(Role::Admin).await;
    let organisation = world.organisation("ngo", "Another", None).await;
    let account = Account { role: Role::Staff, organisation, places: vec![], programmes: vec![] };
    let path = format!("/accounts/{}", world.account(account).await.id);
    admin.client.patch(&path, json!({ "name": "First" })).await.refused(428, "version_required");
    admin.client.patch(&path, json!({ "name": "First" })).at(7).await.refused(412, "stale");
    admin.client.patch(&path, json!({ "name": "First" })).at(1).await.expect(200);
    let nobody = format!("/accounts/{}", uuid::Uuid::now_v7());
    admin.client.patch(&nobody, json!({ "name": "First" })).at(1).await.refused(404, "not_found");
}
