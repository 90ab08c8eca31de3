//! Whom the server reminds of a meeting by itself, and when.

use chrono::{Days, TimeDelta, Utc};
use chrono_tz::Asia::Bishkek;
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::meetings::{MeetingId, remind};
use maslahat::schema::meetings;
use serde_json::{Value, json};

use super::{invited, moved, path_of, planned, replied, told};
use crate::commitments::organisation_of;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    who_is_invited_is_reminded_three_days_and_one_day_before;
    who_does_not_come_is_reminded_of_nothing;
    nobody_is_reminded_of_what_does_not_take_place;
    another_day_is_another_occasion;
}

/// Noon in Bishkek, so many days from today.
fn noon(days: u64) -> Moment {
    let day = Utc::now().with_timezone(&Bishkek).date_naive() + Days::new(days);
    Moment::from(day.and_hms_opt(12, 0, 0).unwrap().and_local_timezone(Bishkek).unwrap().to_utc())
}

async fn comes_in(world: &World, meeting: &Value, days: u64) {
    let id: MeetingId = meeting["id"].as_str().unwrap().parse().unwrap();
    let (starts, ends) = (noon(days), Moment::from(noon(days).utc() + TimeDelta::hours(2)));
    world
        .change(move |conn| {
            let times = (meetings::starts_at.eq(starts), meetings::ends_at.eq(ends));
            diesel::update(meetings::table.find(id)).set(times).execute(conn)?;
            Ok(())
        })
        .await;
}

/// Lets the server remind, twice: a chore may be done again.
async fn go_round(world: &World) {
    for _ in 0..2 {
        (remind::CHORE.run)(&world.system, Utc::now()).await.unwrap();
    }
}

async fn reminders(client: &Client) -> usize {
    told(client).await.iter().filter(|kind| *kind == "meeting_near").count()
}

/// To which the near company is invited by account and by organisation, and the far community by account.
async fn sent(cast: &Cast) -> Value {
    let made = planned(cast, json!({})).await;
    let company = organisation_of(&cast.near.company.client).await;
    invited(cast, &made, json!({ "organisation_id": company })).await;
    for person in [&cast.near.company, &cast.far.community] {
        invited(cast, &made, json!({ "account_id": person.id })).await;
    }
    moved(&cast.staff.client, &made, "open-agenda", json!({})).await;
    moved(&cast.staff.client, &made, "invite", json!({})).await
}

async fn who_is_invited_is_reminded_three_days_and_one_day_before(world: World) {
    let cast = world.cast().await;
    let made = sent(&cast).await;
    for (days, many) in [(4, 0), (3, 1), (1, 2)] {
        comes_in(&world, &made, days).await;
        go_round(&world).await;
        for client in [&cast.near.company.client, &cast.far.community.client, &cast.staff.client] {
            assert_eq!(reminders(client).await, many, "{days} days before");
        }
    }
    let seen = cast.far.community.client.get("/notifications").await.expect(200);
    assert_eq!(seen["items"][0]["subject"]["id"], made["id"]);
    for client in [&cast.near.authority.client, &cast.second_staff.client, &cast.far.company.client] {
        assert_eq!(reminders(client).await, 0);
    }
}

async fn who_does_not_come_is_reminded_of_nothing(world: World) {
    let cast = world.cast().await;
    let made = sent(&cast).await;
    let client = &cast.far.community.client;
    let own = client.get(&path_of(&made)).await.expect(200)["own_invitations"][0].clone();
    replied(client, &own, "no", false).await.expect(200);
    comes_in(&world, &made, 1).await;
    go_round(&world).await;
    assert_eq!((reminders(client).await, reminders(&cast.near.company.client).await), (0, 1));
}

async fn nobody_is_reminded_of_what_does_not_take_place(world: World) {
    let cast = world.cast().await;
    let draft = planned(&cast, json!({})).await;
    invited(&cast, &draft, json!({ "account_id": cast.near.company.id })).await;
    comes_in(&world, &draft, 1).await;
    let open = super::opened(&cast, json!({})).await;
    comes_in(&world, &open, 1).await;
    for name in ["postpone", "cancel"] {
        let made = sent(&cast).await;
        comes_in(&world, &made, 1).await;
        moved(&cast.staff.client, &made, name, json!({ "reason": "Snow on the road." })).await;
    }
    let begun = sent(&cast).await;
    super::begun(&world, &begun).await;
    go_round(&world).await;
    assert_eq!((reminders(&cast.near.company.client).await, reminders(&cast.staff.client).await), (0, 0));
}

async fn another_day_is_another_occasion(world: World) {
    let cast = world.cast().await;
    let made = sent(&cast).await;
    comes_in(&world, &made, 1).await;
    go_round(&world).await;
    moved(&cast.staff.client, &made, "postpone", json!({ "reason": "Snow on the road." })).await;
    let (starts, ends) = (noon(3).utc(), noon(3).utc() + TimeDelta::hours(1));
    moved(&cast.staff.client, &made, "reschedule", json!({ "starts_at": starts, "ends_at": ends })).await;
    go_round(&world).await;
    assert_eq!(reminders(&cast.far.community.client).await, 2);
}
