//! Applications that the programme files from paper, for who has no account.

use serde_json::{Value, json};

use super::{application, content, moved, path_of, saved, submit, tried};
use crate::commitments::organisation_of;
use crate::grant_calls::{published, with};
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    staff_file_for_a_group_and_have_no_word_in_it;
    a_draft_from_paper_is_its_filers_own;
    who_is_filed_for_is_named_as_it_has_to_be;
    a_record_that_becomes_part_of_another_takes_its_application_along;
    nothing_is_left_of_a_person_who_is_taken_out_of_the_register;
}

async fn filed(cast: &Cast, call: &Value, more: Value) -> Value {
    let group = organisation_of(&cast.near.community.client).await;
    let body = with(with(application(cast, call), json!({ "organisation_id": group })), more);
    cast.staff.client.post("/grant-applications", body).once().await.expect(201)
}

async fn staff_file_for_a_group_and_have_no_word_in_it(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let draft = filed(&cast, &call, json!({})).await;
    assert_eq!((&draft["on_paper"], &draft["filed_by"]["id"]), (&json!(true), &json!(cast.staff.id)));
    let staff = &cast.staff.client;
    saved(staff, &draft, content(&call)).await;
    let done = submit(staff, &draft).await.expect(201);
    assert_eq!(done["actions"], json!(["withdraw_grant_application"]));
    tried(staff, &done, "find-eligible", Value::Null).await.refused(409, "applicant_does_not_decide");
    let own = cast.near.community.client.get(&path_of(&done)).await.expect(200);
    assert_eq!(
        (&own["receipt_number"], own.get("filed_by")),
        (&done["receipt_number"], None),
        "the group reads it as well"
    );
    moved(&cast.second_staff.client, &done, "find-eligible", Value::Null).await;
}

async fn a_draft_from_paper_is_its_filers_own(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let alone = json!({ "applicant": "representative", "organisation_id": null });
    let draft = filed(&cast, &call, alone).await;
    for other in [&cast.second_staff, &cast.protection, &cast.near.community, &cast.far.community] {
        other.client.get(&path_of(&draft)).await.refused(404, "not_found");
    }
    saved(&cast.staff.client, &draft, content(&call)).await;
    submit(&cast.staff.client, &draft).await.expect(201);
    cast.second_staff.client.get(&path_of(&draft)).await.expect(200);
    cast.near.community.client.get(&path_of(&draft)).await.refused(404, "not_found");
}

async fn who_is_filed_for_is_named_as_it_has_to_be(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let company = organisation_of(&cast.near.company.client).await;
    for (more, refused) in [
        (json!({}), "/organisation_id required"),
        (json!({ "organisation_id": company }), "/applicant not_a_community_group"),
        (json!({ "organisation_id": cast.near.aimak }), "/organisation_id unknown"),
        (json!({ "organisation_id": company, "applicant": "representative" }), "/organisation_id not_of_this_kind"),
        (json!({ "stakeholder_id": cast.near.aimak }), "/stakeholder_id unknown"),
    ] {
        let body = with(application(&cast, &call), more);
        let reply = cast.staff.client.post("/grant-applications", body.clone()).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{body}");
    }
    let body = with(application(&cast, &call), json!({ "stakeholder_id": cast.near.aimak }));
    let reply = cast.near.community.client.post("/grant-applications", body).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/stakeholder_id staff_only"]);
}

/// One of a person in the register, submitted.
async fn of_person(cast: &Cast, person: &Value) -> Value {
    let call = published(cast, json!({})).await;
    let more = json!({
        "applicant": "representative", "organisation_id": null, "stakeholder_id": person["id"],
        "applicant_name": "Канарейка-Арызчы",
    });
    let draft = filed(cast, &call, more).await;
    let team = json!({ "team": [{ "name": "Канарейка-Топ", "task": "Жетекчи" }] });
    saved(&cast.staff.client, &draft, with(content(&call), team)).await;
    submit(&cast.staff.client, &draft).await.expect(201)
}

async fn known(cast: &Cast, name: &str) -> Value {
    let person = crate::stakeholders::person(cast, name);
    cast.staff.client.post("/stakeholders", person).once().await.expect(201)
}

async fn a_record_that_becomes_part_of_another_takes_its_application_along(world: World) {
    let cast = world.cast().await;
    let (one, other) = (known(&cast, "Бакыт").await, known(&cast, "Бакытбек").await);
    let done = of_person(&cast, &other).await;
    let into = json!({ "other_id": other["id"], "other_version": other["version"], "take": [] });
    let path = format!("/stakeholders/{}/merge", one["id"].as_str().unwrap());
    cast.staff.client.post(&path, into).at(&one["version"]).await.expect(200);
    assert_eq!(cast.staff.client.get(&path_of(&done)).await.expect(200)["stakeholder_id"], one["id"]);
}

async fn nothing_is_left_of_a_person_who_is_taken_out_of_the_register(world: World) {
    let cast = world.cast().await;
    let person = known(&cast, "Бакыт").await;
    let done = of_person(&cast, &person).await;
    let path = format!("/stakeholders/{}/erase", person["id"].as_str().unwrap());
    let reason = json!({ "reason": "The person asked for it." });
    let reply = cast.protection.client.post(&path, reason).at(&person["version"]).await;
    assert!(reply.status < 300, "{}", reply.text());
    let seen = cast.staff.client.get(&path_of(&done)).await;
    let list = cast.staff.client.get("/grant-applications").await;
    assert!(!(seen.text() + &list.text()).contains("анарейка"));
    let seen = seen.expect(200);
    assert_eq!(
        (&seen["title"], &seen["receipt_number"]),
        (&done["title"], &done["receipt_number"]),
        "what was asked for stays"
    );
    assert_eq!(cast.staff.client.get("/grant-applications?q=канарейка").await.expect(200)["items"], json!([]));
}
