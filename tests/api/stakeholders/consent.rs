//! Consent to being in the register, and what is kept under it.

use diesel::prelude::*;
use maslahat::schema::stakeholders;
use serde_json::json;

use super::{agreed, kinds_of_events, path_of, person, record, with};
use crate::support::{World, on_both_engines};

on_both_engines! {
    consent_opens_the_way_for_a_contact_and_its_withdrawal_deletes_it;
    days_of_consent_follow_each_other;
    a_look_at_a_contact_is_in_the_audit_trail;
    a_contact_is_sealed;
}

async fn consent_opens_the_way_for_a_contact_and_its_withdrawal_deletes_it(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = record(staff, person(&cast, "Бакыт")).await;
    let path = path_of(&made);
    let (give, withdraw) = (format!("{path}/consent"), format!("{path}/withdraw-consent"));
    staff.post(&withdraw, json!({ "withdrawn_on": "2026-05-01" })).at(1).await.refused(409, "no_consent");
    let given = staff.post(&give, agreed()).at(1).await.expect(200);
    assert_eq!((&given["consent"]["standing"], &given["consent"]["form"]), (&json!("given"), &json!("signed")));
    staff.post(&give, agreed()).at(2).await.refused(409, "consent_already_given");
    let contact = json!({ "contact": { "phone": "0555 123456" } });
    let reachable = staff.patch(&path, contact.clone()).at(2).await.expect(200);
    assert_eq!(reachable["contact"]["phone"], "••• 56");
    let withdrawal = json!({ "withdrawn_on": "2026-05-01", "note": "Телефон менен айтты." });
    let withdrawn = staff.post(&withdraw, withdrawal).at(3).await.expect(200);
    assert_eq!(withdrawn["consent"]["standing"], "withdrawn");
    assert_eq!(withdrawn["consent"]["withdrawn_on"], "2026-05-01");
    assert_eq!(withdrawn["contact"], json!(null));
    assert!(!withdrawn["actions"].as_array().unwrap().contains(&json!("get_stakeholder_contact")));
    staff.get(&format!("{path}/contact")).await.refused(404, "not_found");
    assert_eq!(staff.patch(&path, contact).at(4).await.refused(422, "invalid"), ["/contact without_consent"]);
    let again = staff.post(&give, with(agreed(), json!({ "given_on": "2026-06-01" }))).at(4).await.expect(200);
    assert_eq!((&again["consent"]["standing"], &again["consent"]["withdrawn_on"]), (&json!("given"), &json!(null)));
    let kinds = ["consent_given", "consent_withdrawn", "changed", "consent_given", "created"];
    assert_eq!(kinds_of_events(staff, &made).await, kinds);
}

async fn days_of_consent_follow_each_other(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = record(staff, with(person(&cast, "Бакыт"), json!({ "consent": agreed() }))).await;
    let withdraw = format!("{}/withdraw-consent", path_of(&made));
    for (day, code) in [("2026-02-28", "before_it_was_given"), ("2999-01-01", "in_the_future")] {
        let reply = staff.post(&withdraw, json!({ "withdrawn_on": day })).at(1).await;
        assert_eq!(reply.refused(422, "invalid"), [format!("/withdrawn_on {code}")]);
    }
    staff.post(&withdraw, json!({ "withdrawn_on": "2026-03-01" })).at(9).await.refused(412, "stale");
    let other = record(staff, person(&cast, "Башка")).await;
    let tomorrow = with(agreed(), json!({ "given_on": "2999-01-01" }));
    let reply = staff.post(&format!("{}/consent", path_of(&other)), tomorrow).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/given_on in_the_future"]);
}

async fn a_look_at_a_contact_is_in_the_audit_trail(world: World) {
    let cast = world.cast().await;
    let contact = json!({ "phone": "0555 123456", "email": null, "address": "Ленин 4" });
    let body = with(person(&cast, "Бакыт"), json!({ "consent": agreed(), "contact": contact }));
    let made = record(&cast.staff.client, body).await;
    let seen = cast.second_staff.client.get(&format!("{}/contact", path_of(&made))).await;
    assert_eq!((seen.expect(200), seen.header("cache-control")), (contact, "no-store"));
    let query = format!("subject_kind=stakeholder&subject_id={}", made["id"].as_str().unwrap());
    let trail = cast.protection.client.get(&format!("/audit/entries?{query}")).await.expect(200);
    let done: Vec<_> = trail["items"].as_array().unwrap().iter().map(|entry| &entry["operation"]).collect();
    assert_eq!(done, ["get_stakeholder_contact", "create_stakeholder"]);
    assert_eq!(trail["items"][0]["actor"]["id"], json!(cast.second_staff.id));
    assert!(!trail.to_string().contains("Бакыт"), "the trail holds no names");
    let office = cast.admin.client.get(&format!("/audit/entries?{query}")).await.expect(200);
    assert_eq!(office["items"], json!([]), "who keeps the accounts reads of no people");
}

async fn a_contact_is_sealed(world: World) {
    let cast = world.cast().await;
    let contact = json!({ "phone": "0555 123456", "address": "Ленин көчөсү 4" });
    let body = with(person(&cast, "Бакыт"), json!({ "consent": agreed(), "contact": contact }));
    record(&cast.staff.client, body).await;
    let sealed: Vec<u8> = world
        .look(|conn| Ok(stakeholders::table.select(stakeholders::contact_sealed).first::<Option<Vec<u8>>>(conn)?))
        .await
        .unwrap();
    for canary in ["0555 123456", "Ленин"] {
        assert!(!sealed.windows(canary.len()).any(|part| part == canary.as_bytes()), "{canary}");
    }
}
