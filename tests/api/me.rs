//! The caller's own account.

use maslahat::authz::{KeyScope, Role};
use serde_json::json;

use crate::support::{Account, PASSWORD, World, on_both_engines};

on_both_engines! {
    everybody_sees_their_own_account;
    an_account_says_where_it_belongs;
    a_person_changes_their_name_and_language;
    a_change_of_another_version_is_stale;
    a_change_without_a_version_is_refused;
    a_new_password_ends_the_other_sessions;
    a_new_password_needs_the_current_one;
    an_easily_guessed_password_is_refused;
    a_partners_key_has_no_account;
}

async fn everybody_sees_their_own_account(world: World) {
    let cast = world.cast().await;
    let (near, far) = (&cast.near, &cast.far);
    let sides = [&near.company, &near.authority, &near.community, &far.company, &far.authority, &far.community];
    let office = [&cast.staff, &cast.second_staff, &cast.other_staff, &cast.protection, &cast.admin];
    for person in sides.into_iter().chain(office) {
        assert_eq!(person.client.get("/me").await.expect(200)["id"], person.id.to_string());
    }
}

async fn an_account_says_where_it_belongs(world: World) {
    let place = world.place(crate::support::places::BARSKOON).await;
    let programme = world.programme("Peace").await;
    let organisation = world.organisation("community_group", "Herders", None).await;
    let account = Account { role: Role::Community, organisation, places: vec![place], programmes: vec![programme] };
    let reply = world.account(account).await.client.get("/me").await;
    let me = reply.expect(200);
    assert_eq!(reply.header("etag"), "\"1\"");
    assert_eq!(me["role"], "community");
    assert_eq!(me["organisation"]["names"]["en"], "Herders");
    assert_eq!(me["places"][0]["id"], place.to_string());
    assert_eq!(me["programmes"][0]["id"], programme.to_string());
    let operations = me["operations"].as_array().unwrap();
    assert!(operations.contains(&json!("get_me")));
    assert!(!operations.contains(&json!("list_accounts")));
}

async fn a_person_changes_their_name_and_language(world: World) {
    let person = world.office(Role::Staff).await;
    let change = json!({ "name": "Айгүл Асанова", "language": "ru" });
    let reply = person.client.patch("/me", change).at(1).await;
    let me = reply.expect(200);
    assert_eq!((&me["name"], &me["language"]), (&json!("Айгүл Асанова"), &json!("ru")));
    assert_eq!(reply.header("etag"), "\"2\"");
    assert_eq!(person.client.get("/me").await.expect(200), me);
}

async fn a_change_of_another_version_is_stale(world: World) {
    let person = world.office(Role::Staff).await;
    person.client.patch("/me", json!({ "name": "First" })).at(1).await.expect(200);
    person.client.patch("/me", json!({ "name": "Second" })).at(1).await.refused(412, "stale");
    assert_eq!(person.client.get("/me").await.expect(200)["name"], "First");
}

async fn a_change_without_a_version_is_refused(world: World) {
    let person = world.office(Role::Staff).await;
    person.client.patch("/me", json!({ "name": "First" })).await.refused(428, "version_required");
    let odd = person.client.patch("/me", json!({ "name": "First" })).header("if-match", "*");
    odd.await.refused(412, "stale");
}

async fn a_new_password_ends_the_other_sessions(world: World) {
    let person = world.office(Role::Staff).await;
    let other = world.session(&world.sign_in(&person).await);
    let new = "tash-kyya-1983-boz-ui";
    person.client.post("/me/password", json!({ "current": PASSWORD, "new": new })).await.expect(204);
    other.get("/me").await.refused(401, "unauthenticated");
    person.client.get("/me").await.expect(200);
    world.sign_in(&person).await.refused(401, "unauthenticated");
    world.sign_in_with(&person, new).await.expect(200);
}

async fn a_new_password_needs_the_current_one(world: World) {
    let person = world.office(Role::Staff).await;
    let change = json!({ "current": "something-else", "new": "tash-kyya-1983-boz-ui" });
    let fields = person.client.post("/me/password", change).await.refused(422, "invalid");
    assert_eq!(fields, ["/current wrong_password"]);
}

async fn an_easily_guessed_password_is_refused(world: World) {
    let person = world.office(Role::Staff).await;
    let change = json!({ "current": PASSWORD, "new": "password12" });
    let fields = person.client.post("/me/password", change).await.refused(422, "invalid");
    assert_eq!(fields, ["/new weak_password"]);
}

async fn a_partners_key_has_no_account(world: World) {
    let admin = world.office(Role::Admin).await;
    let programme = world.programme("Peace").await;
    let partner = world.key(admin.id, programme, &[KeyScope::ReferenceRead]).await;
    partner.get("/me").await.refused(403, "forbidden");
}
