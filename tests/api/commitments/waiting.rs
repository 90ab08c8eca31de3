//! What waits for somebody on their first page, and what they are told of promises.

use chrono::Utc;
use diesel::prelude::*;
use maslahat::commitments::{CommitmentId, remind};
use maslahat::schema::{commitments, notifications};
use serde_json::{Value, json};

use super::{day, done, moved, promised};
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    the_first_page_tells_what_is_owed_and_what_is_to_be_looked_at;
    who_owes_a_promise_is_reminded_before_and_after_its_last_day;
    nobody_is_reminded_of_what_is_under_protection;
    those_whose_turn_it_is_are_told;
}

async fn waits(client: &Client) -> Vec<(Value, Value)> {
    let home = client.get("/home").await.expect(200);
    let rows = home["waiting_commitments"].as_array().unwrap();
    rows.iter().map(|row| (row["action"].clone(), row["commitment"]["id"].clone())).collect()
}

async fn the_first_page_tells_what_is_owed_and_what_is_to_be_looked_at(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({})).await;
    let (near, id) = (&cast.near, made["id"].clone());
    assert_eq!(waits(&near.company.client).await, [(json!("report_commitment"), id.clone())]);
    for client in [&near.community.client, &near.authority.client, &cast.staff.client, &cast.far.company.client] {
        assert!(waits(client).await.is_empty());
    }
    moved(&near.company.client, &made, "report", done()).await;
    assert!(waits(&near.company.client).await.is_empty());
    assert_eq!(waits(&near.community.client).await, [(json!("verify_commitment"), id)]);
    assert!(waits(&cast.staff.client).await.is_empty(), "the people speak for themselves");
    moved(&near.community.client, &made, "verify", json!({})).await;
    assert!(waits(&near.community.client).await.is_empty());
    assert_eq!(cast.admin.client.get("/home").await.expect(200)["waiting_commitments"], json!([]));
}

async fn kinds(client: &Client) -> Vec<Value> {
    let page = client.get("/notifications").await.expect(200);
    page["items"].as_array().unwrap().iter().map(|item| item["kind"].clone()).collect()
}

async fn due(world: &World, made: &Value, days: i64) {
    let id: CommitmentId = made["id"].as_str().unwrap().parse().unwrap();
    let (long_ago, due): (chrono::NaiveDate, chrono::NaiveDate) =
        (day(-60).parse().unwrap(), day(days).parse().unwrap());
    world
        .change(move |conn| {
            let days =
                (commitments::made_on.eq(long_ago), commitments::first_due_on.eq(due), commitments::due_on.eq(due));
            diesel::update(commitments::table.find(id)).set(days).execute(conn)?;
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

async fn who_owes_a_promise_is_reminded_before_and_after_its_last_day(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({ "due_on": day(30) })).await;
    let company = &cast.near.company.client;
    go_round(&world).await;
    assert_eq!(kinds(company).await, Vec::<Value>::new(), "it is far away");
    for (days, told) in [(7, 1), (6, 2), (1, 3), (0, 4), (-1, 5), (-31, 5)] {
        due(&world, &made, days).await;
        go_round(&world).await;
        assert_eq!(kinds(company).await.len(), told, "{days} days");
    }
    let page = company.get("/notifications").await.expect(200);
    assert_eq!(page["items"][0]["kind"], "commitment_overdue");
    assert_eq!(page["items"][0]["subject"]["id"], made["id"]);
    assert_eq!(page["items"][4]["kind"], "commitment_due");
    assert_eq!(kinds(&cast.staff.client).await, ["commitment_overdue"], "who recorded it");
    for client in [&cast.near.community.client, &cast.far.company.client, &cast.second_staff.client] {
        assert_eq!(kinds(client).await, Vec::<Value>::new());
    }
}

async fn nobody_is_reminded_of_what_is_under_protection(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let made = promised(&cast, json!({ "grievance_id": case.id })).await;
    let told = |conn: &mut maslahat::db::Conn| {
        let of_promises = notifications::table.filter(notifications::commitment_id.is_not_null());
        Ok(of_promises.count().get_result::<i64>(conn)?)
    };
    moved(&cast.near.company.client, &made, "report", done()).await;
    let before = world.look(told).await;
    assert_eq!(before, 1, "whose turn it was");
    case.moved(&cast.staff.client, "protect", json!({})).await.expect(204);
    let reason = json!({ "reason": "Dust as before.", "witness": "Асан Үсөнов" });
    moved(&cast.protection.client, &made, "reject", reason).await;
    for days in [1, -1] {
        due(&world, &made, days).await;
        go_round(&world).await;
    }
    assert_eq!(world.look(told).await, before);
}

async fn those_whose_turn_it_is_are_told(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({})).await;
    moved(&cast.near.company.client, &made, "report", done()).await;
    assert_eq!(kinds(&cast.near.community.client).await, ["commitment_reported"]);
    moved(&cast.near.community.client, &made, "reject", json!({ "reason": "Dust as before." })).await;
    assert_eq!(kinds(&cast.near.company.client).await, ["commitment_rejected"]);
    assert_eq!(kinds(&cast.far.community.client).await, Vec::<Value>::new());
}
