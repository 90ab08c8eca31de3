//! Who must have a second factor, and what an account can do before it has one.

use std::collections::BTreeSet;

use diesel::prelude::*;
use maslahat::authz::{BEFORE_SECOND_FACTOR, Role};
use maslahat::schema::accounts;
use serde_json::json;

use crate::contract::operations;
use crate::support::{self, World, on_both_engines};

on_both_engines! {
    the_office_does_nothing_before_its_second_factor;
    the_set_up_operations_are_there;
    others_work_without_one;
    a_promotion_asks_for_one_at_the_next_request;
    a_demotion_counts_at_the_next_request_and_at_the_next_refresh;
    a_closed_account_is_out_at_the_next_request_and_at_the_next_refresh;
    who_accepts_an_invitation_to_the_office_sets_one_up_first;
}

async fn the_office_does_nothing_before_its_second_factor(world: World) {
    for role in [Role::Staff, Role::Protection, Role::Admin] {
        let person = world.newcomer(role).await;
        let me = person.client.get("/me").await.expect(200);
        let operations = me["operations"].as_array().unwrap().iter().map(|id| id.as_str().unwrap());
        assert_eq!(operations.collect::<BTreeSet<_>>(), BEFORE_SECOND_FACTOR.iter().copied().collect());
        assert_eq!(me["second_factor"], "needed");
        for path in ["/home", "/sessions", "/accounts", "/grievances", "/places", "/api-keys"] {
            person.client.get(path).await.refused(403, "second_factor_needed");
        }
        let change = person.client.patch("/me", json!({ "name": "Other" })).at(1);
        change.await.refused(403, "second_factor_needed");
    }
}

async fn the_set_up_operations_are_there(_: World) {
    let known: Vec<String> = operations().into_iter().map(|operation| operation.id).collect();
    assert!(BEFORE_SECOND_FACTOR.iter().all(|id| known.iter().any(|known| known == id)));
}

async fn others_work_without_one(world: World) {
    for role in [Role::Community, Role::Company, Role::Authority] {
        let person = world.newcomer(role).await;
        world.session(&world.sign_in(&person).await).get("/home").await.expect(200);
        assert_eq!(person.client.get("/me").await.expect(200)["second_factor"], "off");
    }
}

async fn a_promotion_asks_for_one_at_the_next_request(world: World) {
    let person = world.newcomer(Role::Community).await;
    let signed_in = world.sign_in(&person).await;
    let client = world.session(&signed_in);
    client.get("/home").await.expect(200);
    let admin = world.office(Role::Admin).await;
    let path = format!("/accounts/{}", person.id);
    admin.client.patch(&path, json!({ "role": "staff" })).at(1).await.expect(200);
    client.get("/home").await.refused(403, "second_factor_needed");
    let again = world.refresh(&support::cookie(&signed_in)).await.expect(200);
    assert_eq!(again["account"]["second_factor"], "needed");
    let token = again["access_token"].as_str().unwrap();
    world.stranger.with(token).get("/home").await.refused(403, "second_factor_needed");
}

async fn a_demotion_counts_at_the_next_request_and_at_the_next_refresh(world: World) {
    let (admin, second) = (world.office(Role::Admin).await, world.office(Role::Admin).await);
    let signed_in = world.sign_in(&second).await;
    let client = world.session(&signed_in);
    client.get("/accounts").await.expect(200);
    let path = format!("/accounts/{}", second.id);
    admin.client.patch(&path, json!({ "role": "community" })).at(1).await.expect(200);
    client.get("/accounts").await.refused(403, "forbidden");
    let again = world.refresh(&support::cookie(&signed_in)).await;
    let session = again.expect(200);
    assert_eq!(session["account"]["role"], "community");
    assert!(!session["account"]["operations"].as_array().unwrap().contains(&json!("list_accounts")));
    world.session(&again).get("/accounts").await.refused(403, "forbidden");
}

async fn a_closed_account_is_out_at_the_next_request_and_at_the_next_refresh(world: World) {
    let person = world.office(Role::Staff).await;
    let signed_in = world.sign_in(&person).await;
    let id = person.id;
    // In the database alone: nothing but the account's own state keeps it out.
    world
        .change(move |conn| {
            Ok(diesel::update(accounts::table.find(id)).set(accounts::active.eq(false)).execute(conn)?)
        })
        .await;
    world.session(&signed_in).get("/me").await.refused(401, "unauthenticated");
    world.refresh(&support::cookie(&signed_in)).await.refused(401, "unauthenticated");
}

async fn who_accepts_an_invitation_to_the_office_sets_one_up_first(world: World) {
    let cast = world.cast().await;
    let invitation = json!({
        "email": "new@example.org", "name": "Гүлнара", "role": "protection", "language": "ky",
        "organisation_id": cast.ngo, "place_ids": [], "programme_ids": [cast.programme],
    });
    let made = cast.admin.client.post("/invitations", invitation).once().await.expect(201);
    let acceptance = json!({ "token": made["link_token"], "password": "besh-tash-1991-kara-kol" });
    let reply = world.stranger.post("/invitations/accept", acceptance).await;
    assert_eq!(reply.expect(200)["account"]["second_factor"], "needed");
    world.session(&reply).get("/home").await.refused(403, "second_factor_needed");
}

mod in_a_demonstration {
    use maslahat::authz::Role;

    use crate::support::{World, on_both_engines};

    on_both_engines! {
        demonstration:
        the_office_signs_in_with_a_password;
    }

    async fn the_office_signs_in_with_a_password(world: World) {
        for role in [Role::Staff, Role::Protection, Role::Admin] {
            let person = world.office(role).await;
            let session = world.sign_in(&person).await;
            assert_eq!(session.expect(200)["account"]["second_factor"], "off");
            world.session(&session).get("/home").await.expect(200);
        }
    }
}
