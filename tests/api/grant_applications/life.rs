//! What becomes of an application that was submitted, and who decides it.

use chrono::{Days, NaiveDate, Utc};
use diesel::prelude::*;
use maslahat::grant_applications::GrantApplicationId;
use maslahat::schema::grant_applications;
use serde_json::{Value, json};

use super::{content, moved, path_of, question, saved, submitted, tried};
use crate::commitments::day;
use crate::grant_calls::published;
use crate::support::{World, on_both_engines};

on_both_engines! {
    staff_find_an_application_eligible_or_not;
    an_applicant_says_more_also_once_the_call_is_closed;
    an_answer_after_the_last_day_is_late;
    an_answer_has_to_be_whole_too;
    an_applicant_takes_an_application_back;
    an_applicant_does_not_decide;
}

async fn staff_find_an_application_eligible_or_not(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let (one, other) = (submitted(&cast, &call, json!({})).await, submitted(&cast, &call, json!({})).await);
    let staff = &cast.staff.client;
    let seen = staff.get(&path_of(&one)).await.expect(200);
    let possible = ["ask_grant_application", "find_grant_application_eligible", "find_grant_application_not_eligible"];
    assert_eq!(seen["actions"], json!(possible));
    let found = moved(staff, &one, "find-eligible", Value::Null).await;
    assert_eq!((&found["state"], &found["actions"]), (&json!("eligible"), &json!([])));
    let reply = tried(staff, &other, "find-not-eligible", json!({ "reason": "  " })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/reason too_short"]);
    moved(&cast.protection.client, &other, "find-not-eligible", json!({ "reason": "Башка айылда." })).await;
    let read = cast.near.community.client.get(&path_of(&other)).await.expect(200);
    assert_eq!((&read["state"], &read["events"][0]["note"]), (&json!("not_eligible"), &json!("Башка айылда.")));
    for (name, body) in [("find-eligible", Value::Null), ("ask", question())] {
        tried(staff, &other, name, body).await.refused(409, "not_in_this_state");
    }
    tried(&cast.near.community.client, &other, "withdraw", json!({})).await.refused(409, "not_in_this_state");
}

async fn an_applicant_says_more_also_once_the_call_is_closed(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let done = submitted(&cast, &call, json!({})).await;
    let staff = &cast.staff.client;
    let late = json!({ "question": "Жер кимдики?", "answer_by": day(-1) });
    assert_eq!(tried(staff, &done, "ask", late).await.refused(422, "invalid"), ["/answer_by in_the_past"]);
    let asked = moved(staff, &done, "ask", question()).await;
    assert_eq!((&asked["state"], &asked["answer_by"]), (&json!("more_information"), &json!(day(3))));
    let reply = tried(staff, &done, "find-not-eligible", json!({ "reason": "No answer" })).await;
    reply.refused(409, "answer_is_awaited");
    world.close(&call, 60).await;
    let client = &cast.near.community.client;
    let seen = client.get(&path_of(&done)).await.expect(200);
    assert_eq!((&seen["events"][0]["note"], &seen["unready"]), (&json!("Жер кимдики?"), &json!([])));
    saved(client, &done, json!({ "summary": "Жер айыл өкмөтүнүкү." })).await;
    let answered = moved(client, &done, "answer", json!({ "note": "Кошумчаладык." })).await;
    assert_eq!((&answered["state"], &answered["answer_by"]), (&json!("submitted"), &Value::Null));
    assert_eq!(
        (&answered["receipt_number"], &answered["submitted_at"]),
        (&done["receipt_number"], &done["submitted_at"])
    );
    moved(staff, &done, "find-eligible", Value::Null).await;
}

async fn an_answer_after_the_last_day_is_late(world: World) {
    let cast = world.cast().await;
    let done = submitted(&cast, &published(&cast, json!({})).await, json!({})).await;
    let (staff, client) = (&cast.staff.client, &cast.near.community.client);
    moved(staff, &done, "ask", question()).await;
    let id: GrantApplicationId = done["id"].as_str().unwrap().parse().unwrap();
    let today: NaiveDate = Utc::now().with_timezone(&chrono_tz::Asia::Bishkek).date_naive();
    world
        .change(move |conn| {
            let set = grant_applications::answer_by.eq(today - Days::new(1));
            diesel::update(grant_applications::table.find(id)).set(set).execute(conn)?;
            Ok(())
        })
        .await;
    tried(client, &done, "answer", json!({})).await.refused(409, "answer_is_late");
    let version = client.get(&path_of(&done)).await.expect(200)["version"].clone();
    client.patch(&path_of(&done), json!({ "summary": "Кеч" })).at(version).await.refused(409, "answer_is_late");
    moved(staff, &done, "find-not-eligible", json!({ "reason": "No answer came" })).await;
}

async fn an_answer_has_to_be_whole_too(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let done = submitted(&cast, &call, json!({})).await;
    let client = &cast.near.community.client;
    moved(&cast.staff.client, &done, "ask", question()).await;
    saved(client, &done, json!({ "team": [] })).await;
    assert_eq!(tried(client, &done, "answer", json!({})).await.refused(422, "invalid"), ["/team required"]);
    saved(client, &done, content(&call)).await;
    moved(client, &done, "answer", json!({})).await;
}

async fn an_applicant_takes_an_application_back(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let client = &cast.near.community.client;
    let done = submitted(&cast, &call, json!({})).await;
    let back = moved(client, &done, "withdraw", json!({ "note": "Башка жерден акча таптык." })).await;
    assert_eq!((&back["state"], &back["actions"]), (&json!("withdrawn"), &json!([])));
    let seen = cast.staff.client.get(&path_of(&done)).await.expect(200);
    assert_eq!((&seen["state"], &seen["actions"]), (&json!("withdrawn"), &json!([])));
    let draft = super::begun(&cast, &call, json!({})).await;
    moved(client, &draft, "withdraw", json!({})).await;
    cast.staff.client.get(&path_of(&draft)).await.refused(404, "not_found");
}

async fn an_applicant_does_not_decide(world: World) {
    let cast = world.cast().await;
    let done = submitted(&cast, &published(&cast, json!({})).await, json!({})).await;
    let client = &cast.near.community.client;
    for (name, body) in
        [("ask", question()), ("find-eligible", Value::Null), ("find-not-eligible", json!({ "reason": "No" }))]
    {
        assert_eq!(tried(client, &done, name, body).await.status, 403, "{name}");
    }
    for name in ["withdraw", "answer"] {
        tried(&cast.staff.client, &done, name, json!({})).await.refused(409, "not_the_applicant");
    }
    super::submit(&cast.staff.client, &done).await.refused(409, "not_the_applicant");
}
