//! Who is invited, and what they answer with an account.

use serde_json::{Value, json};

use super::{begun, changed, invited, moved, named, opened, path_of, planned, replied, sent, tried};
use crate::commitments::organisation_of;
use crate::support::{World, on_both_engines};

on_both_engines! {
    an_account_answers_and_accepts_the_rules;
    other_rules_are_not_accepted_yet;
    whoever_is_of_an_invited_organisation_answers_for_it;
    staff_note_what_somebody_without_an_account_said;
    nobody_answers_for_others_or_at_another_time;
    an_invitation_names_one_of_three_and_once;
    an_invitation_that_was_taken_back_holds_no_more;
    the_list_of_guests_has_pages;
}

async fn an_account_answers_and_accepts_the_rules(world: World) {
    let cast = world.cast().await;
    let company = &cast.near.company.client;
    let made = sent(&cast, json!({})).await;
    let own = company.get(&path_of(&made)).await.expect(200)["own_invitations"][0].clone();
    assert_eq!(
        (&own["answer"], &own["rules_accepted"], &own["actions"]),
        (&Value::Null, &json!(false), &json!(["answer_meeting_invitation"]))
    );
    let said = replied(company, &own, "maybe", false).await.expect(200);
    assert_eq!((&said["answer"], &said["rules_accepted"]), (&json!("maybe"), &json!(false)));
    replied(company, &own, "yes", true).await.refused(412, "stale");
    let said = replied(company, &said, "yes", true).await.expect(200);
    assert_eq!((&said["answer"], &said["rules_accepted"]), (&json!("yes"), &json!(true)));
    let seen = cast.staff.client.get(&path_of(&made)).await.expect(200);
    let count = json!([{ "side": "company", "invited": 1, "yes": 1, "no": 0, "maybe": 0 }]);
    assert_eq!((&seen["guests"], &seen["own_invitations"]), (&count, &json!([])));
}

async fn other_rules_are_not_accepted_yet(world: World) {
    let cast = world.cast().await;
    let company = &cast.near.company.client;
    let made = sent(&cast, json!({})).await;
    let own = company.get(&path_of(&made)).await.expect(200)["own_invitations"][0].clone();
    replied(company, &own, "yes", true).await.expect(200);
    changed(&cast.staff.client, &made, json!({ "ground_rules": "Эч ким тартпайт." })).await.expect(200);
    let own = company.get(&path_of(&made)).await.expect(200)["own_invitations"][0].clone();
    assert_eq!((&own["answer"], &own["rules_accepted"]), (&json!("yes"), &json!(false)));
    changed(&cast.staff.client, &made, json!({ "ground_rules": null })).await.expect(200);
    let said = replied(company, &own, "yes", true).await.expect(200);
    assert_eq!(said["rules_accepted"], false, "there is nothing to accept");
}

async fn whoever_is_of_an_invited_organisation_answers_for_it(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({ "site_id": null })).await;
    let group = organisation_of(&cast.far.community.client).await;
    let invitation = invited(&cast, &made, json!({ "organisation_id": group })).await;
    assert_eq!(
        (&invitation["side"], &invitation["account"], &invitation["link_token"]),
        (&json!("community"), &Value::Null, &Value::Null)
    );
    moved(&cast.staff.client, &made, "open-agenda", json!({})).await;
    moved(&cast.staff.client, &made, "invite", json!({})).await;
    let client = &cast.far.community.client;
    let seen = client.get(&path_of(&made)).await.expect(200);
    let said = replied(client, &seen["own_invitations"][0], "no", false).await.expect(200);
    assert_eq!((&said["id"], &said["answer"]), (&invitation["id"], &json!("no")));
    assert_eq!(seen["organisations"][0]["id"], group);
}

async fn staff_note_what_somebody_without_an_account_said(world: World) {
    let cast = world.cast().await;
    let made = sent(&cast, json!({})).await;
    let invitation = invited(&cast, &made, named("Асан")).await;
    let said = replied(&cast.second_staff.client, &invitation, "yes", true).await.expect(200);
    assert_eq!((&said["name"], &said["answer"], &said["side"]), (&json!("Асан"), &json!("yes"), &json!("community")));
}

async fn nobody_answers_for_others_or_at_another_time(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({ "visibility": "public" })).await;
    let company = &cast.near.company.client;
    let own = company.get(&path_of(&made)).await.expect(200)["own_invitations"][0].clone();
    assert_eq!(own["actions"], json!([]));
    replied(company, &own, "yes", true).await.refused(409, "not_in_this_state");
    moved(&cast.staff.client, &made, "invite", json!({})).await;
    replied(&cast.staff.client, &own, "yes", true).await.refused(409, "answers_for_themselves");
    replied(&cast.near.authority.client, &own, "yes", true).await.refused(404, "not_found");
    replied(&cast.other_staff.client, &own, "yes", true).await.refused(404, "not_found");
    begun(&world, &made).await;
    replied(company, &own, "yes", true).await.refused(409, "already_begun");
}

async fn an_invitation_names_one_of_three_and_once(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({})).await;
    let path = format!("{}/invitations", path_of(&made));
    let company = organisation_of(&cast.near.company.client).await;
    let unknown = json!(uuid::Uuid::new_v4());
    invited(&cast, &made, json!({ "organisation_id": company })).await;
    for (body, refused) in [
        (json!({}), "/account_id one_of_these"),
        (json!({ "account_id": cast.staff.id, "organisation_id": company }), "/account_id one_of_these"),
        (json!({ "name": "Асан", "language": "ky" }), "/side required"),
        (json!({ "name": "Асан", "side": "other" }), "/language required"),
        (json!({ "name": "   ", "side": "other", "language": "ky" }), "/name too_short"),
        (json!({ "account_id": cast.staff.id, "side": "other" }), "/side not_needed"),
        (json!({ "account_id": cast.staff.id, "language": "ky" }), "/language not_needed"),
        (json!({ "account_id": unknown }), "/account_id unknown"),
        (json!({ "account_id": cast.other_staff.id }), "/account_id unknown"),
        (json!({ "account_id": cast.admin.id }), "/account_id takes_no_part"),
        (json!({ "organisation_id": unknown }), "/organisation_id unknown"),
        (json!({ "account_id": cast.near.company.id }), "/account_id already_there"),
        (json!({ "organisation_id": company }), "/organisation_id already_there"),
    ] {
        let reply = cast.staff.client.post(&path, body).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    for _ in 0..2 {
        invited(&cast, &made, named("Асан")).await;
    }
    tried(&cast.staff.client, &made, "cancel", json!({ "reason": "Nobody has time." })).await.expect(200);
    let reply = cast.staff.client.post(&path, named("Асан")).once().await;
    reply.refused(409, "not_in_this_state");
}

async fn an_invitation_that_was_taken_back_holds_no_more(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let made = sent(&cast, json!({})).await;
    let own = company.get(&path_of(&made)).await.expect(200)["own_invitations"][0].clone();
    let path = format!("/meeting-invitations/{}/withdraw", own["id"].as_str().unwrap());
    let withdraw = || staff.request(reqwest::Method::POST, &path);
    withdraw().at(9).await.refused(412, "stale");
    let gone = withdraw().at(1).await.expect(200);
    assert_eq!((&gone["withdrawn"], &gone["actions"]), (&json!(true), &json!([])));
    withdraw().at(2).await.refused(409, "withdrawn");
    company.get(&path_of(&made)).await.refused(404, "not_found");
    replied(company, &gone, "yes", true).await.refused(404, "not_found");
    // The same may be asked again.
    invited(&cast, &made, json!({ "account_id": cast.near.company.id })).await;
    company.get(&path_of(&made)).await.expect(200);
}

async fn the_list_of_guests_has_pages(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({})).await;
    for name in ["Асан", "Үсөн", "Бакыт"] {
        invited(&cast, &made, named(name)).await;
    }
    let path = format!("{}/invitations", path_of(&made));
    let (mut after, mut walked) = (String::new(), vec![]);
    loop {
        let page = cast.staff.client.get(&format!("{path}?limit=2{after}")).await.expect(200);
        walked.extend(page["items"].as_array().unwrap().iter().map(|item| item["name"].clone()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(walked, ["Бакыт", "Үсөн", "Асан"]);
}
