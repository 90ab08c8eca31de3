//! What those who are invited are told.

use diesel::prelude::*;
use maslahat::accounts::AccountId;
use maslahat::schema::mails;
use serde_json::json;

use super::{at, changed, decided, invited, moved, opened, planned, proposed, told};
use crate::support::{World, on_both_engines};

on_both_engines! {
    whoever_is_invited_is_told_of_each_turn;
    nobody_is_told_of_a_draft;
    whoever_is_invited_late_is_told_at_once;
    the_facilitator_is_told_of_proposals_and_the_proposer_of_decisions;
    who_wishes_it_is_told_of_an_invitation_by_e_mail;
}

async fn whoever_is_invited_is_told_of_each_turn(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = planned(&cast, json!({})).await;
    let group = crate::commitments::organisation_of(&cast.near.community.client).await;
    invited(&cast, &made, json!({ "organisation_id": group })).await;
    invited(&cast, &made, json!({ "account_id": cast.near.community.id })).await;
    invited(&cast, &made, json!({ "account_id": cast.staff.id })).await;
    moved(staff, &made, "open-agenda", json!({})).await;
    moved(staff, &made, "invite", json!({})).await;
    changed(staff, &made, json!({ "title": "Another title" })).await.expect(200);
    changed(staff, &made, json!({ "venue": "Клуб" })).await.expect(200);
    moved(staff, &made, "postpone", json!({ "reason": "Snow on the road." })).await;
    moved(staff, &made, "reschedule", json!({ "starts_at": at(20, 4), "ends_at": at(20, 8) })).await;
    moved(staff, &made, "cancel", json!({ "reason": "Snow on the road." })).await;
    assert_eq!(
        told(&cast.near.community.client).await,
        [
            "meeting_cancelled",
            "meeting_rescheduled",
            "meeting_postponed",
            "meeting_changed",
            "meeting_invited",
            "meeting_agenda_opened"
        ],
        "once each, though invited twice"
    );
    let seen = cast.near.community.client.get("/notifications").await.expect(200);
    assert_eq!(seen["items"][0]["subject"]["kind"], "meeting");
    assert_eq!(seen["items"][0]["subject"]["reference"], at(20, 4)[..10]);
    assert_eq!(told(staff).await, Vec::<String>::new(), "whoever did it knows");
    assert_eq!(told(&cast.near.authority.client).await, Vec::<String>::new());
}

async fn nobody_is_told_of_a_draft(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({})).await;
    invited(&cast, &made, json!({ "account_id": cast.near.company.id })).await;
    changed(&cast.staff.client, &made, json!({ "venue": "Клуб" })).await.expect(200);
    moved(&cast.staff.client, &made, "cancel", json!({ "reason": "A mistake." })).await;
    assert_eq!(told(&cast.near.company.client).await, Vec::<String>::new());
    cast.near.company.client.get(&super::path_of(&made)).await.refused(404, "not_found");
}

async fn whoever_is_invited_late_is_told_at_once(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({})).await;
    invited(&cast, &made, json!({ "account_id": cast.near.authority.id })).await;
    assert_eq!(told(&cast.near.authority.client).await, ["meeting_agenda_opened"]);
    moved(&cast.staff.client, &made, "invite", json!({})).await;
    invited(&cast, &made, json!({ "account_id": cast.far.community.id })).await;
    assert_eq!(told(&cast.far.community.client).await, ["meeting_invited"]);
}

async fn the_facilitator_is_told_of_proposals_and_the_proposer_of_decisions(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({})).await;
    let item = proposed(&cast.near.company.client, &made, json!({ "topic": "Dust on the road" })).await;
    assert_eq!(told(&cast.staff.client).await, ["agenda_item_proposed"]);
    decided(&cast.staff.client, &item, "accept", json!({})).await.expect(200);
    assert_eq!(told(&cast.near.company.client).await, ["agenda_item_decided", "meeting_agenda_opened"]);
}

async fn who_wishes_it_is_told_of_an_invitation_by_e_mail(world: World) {
    let cast = world.cast().await;
    let (wishing, other) = (&cast.near.company, &cast.near.authority);
    crate::mail::wishes(wishing).await;
    let made = planned(&cast, json!({})).await;
    for person in [wishing, other] {
        invited(&cast, &made, json!({ "account_id": person.id })).await;
    }
    let waiting = move |conn: &mut maslahat::db::Conn| {
        Ok(mails::table.select(mails::account_id).load::<Option<AccountId>>(conn)?)
    };
    assert_eq!(world.look(waiting).await, [], "of a draft nobody is told");
    moved(&cast.staff.client, &made, "open-agenda", json!({})).await;
    moved(&cast.staff.client, &made, "invite", json!({})).await;
    assert_eq!(world.look(waiting).await, [Some(wishing.id)], "once for all that waits");
}
