//! A sheet that comes back becomes a case, once; a void one does not.

use diesel::prelude::*;
use maslahat::schema::audit_entries;
use serde_json::{Value, json};

use super::{Printed, entered, entry, open, printed, state_of, today};
use crate::support::case::words;
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_sheet_that_came_back_becomes_a_case_with_the_reporters_code;
    a_code_whose_sheet_is_out_answers_like_a_wrong_one;
    a_sheet_is_entered_once_also_when_two_enter_it_at_the_same_moment;
    an_entry_that_is_sent_twice_is_one_case;
    a_void_sheet_is_not_entered_and_its_code_opens_nothing;
    the_rest_of_a_lost_batch_is_voided_at_once;
    a_sheet_brings_no_case_into_another_programme;
    what_is_refused_leaves_the_sheet_open;
}

async fn a_sheet_that_came_back_becomes_a_case_with_the_reporters_code(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let Printed { batch, sheets } = printed(&cast, staff, 3).await;
    assert!(sheets.iter().all(|(number, code)| number.len() == 8 && code.len() == 16));
    let (number, code) = &sheets[1];
    let sheet = staff.get(&format!("/paper-sheets/{number}")).await.expect(200);
    assert_eq!((&sheet["state"], &sheet["label"]), (&json!("out"), &json!("Барскоон, ФАП")));
    assert_eq!(sheet["actions"], json!(["enter_paper_sheet", "void_paper_sheet"]));

    let made = entered(&cast.second_staff.client, number, entry(&cast, today())).await.expect(201);
    let opened = open(&world, code).await.expect(200);
    assert_eq!(opened["case"]["reference"], made["reference"]);
    assert_eq!(opened["case"]["narrative"], words(cast.near.aimak)["narrative"]);

    let case = staff.get(&format!("/grievances/{}", made["grievance_id"].as_str().unwrap())).await.expect(200);
    assert_eq!(case["channel"], "offline_form");
    let recorded = &case["recorded"];
    assert_eq!(recorded["by"]["id"], cast.second_staff.id.to_string());
    assert_eq!(recorded["consent"], json!({ "given": "thumbprint", "note": "The witness was Бурул." }));
    assert_eq!((&recorded["paper"]["number"], &recorded["paper"]["late"]), (&json!(number), &json!(false)));
    assert_eq!(recorded["paper"]["received_on"], json!(today()));

    let sheet = staff.get(&format!("/paper-sheets/{number}")).await.expect(200);
    assert_eq!((&sheet["state"], &sheet["actions"]), (&json!("entered"), &json!([])));
    assert_eq!(sheet["grievance"]["reference"], made["reference"]);
    let batch = staff.get(&format!("/paper-batches/{batch}")).await.expect(200);
    assert_eq!([&batch["out"], &batch["entered"], &batch["void"]], [2, 1, 0]);
    assert_eq!(batch["made_by"]["id"], cast.staff.id.to_string());
    let listed = staff.get("/paper-batches").await.expect(200);
    assert_eq!(listed["items"], json!([batch]));
}

async fn a_code_whose_sheet_is_out_answers_like_a_wrong_one(world: World) {
    let cast = world.cast().await;
    let Printed { sheets, .. } = printed(&cast, &cast.staff.client, 1).await;
    let (number, code) = &sheets[0];
    let entries = || world.look(|conn| Ok(audit_entries::table.count().get_result::<i64>(conn)?));
    let before = entries().await;
    let answers = [open(&world, code).await, open(&world, "0000000000000000").await];
    let plain = answers.map(|reply| {
        let headers: Vec<String> = reply.headers.keys().map(ToString::to_string).collect();
        let mut body = reply.expect(404);
        body["request_id"] = Value::Null;
        (headers, body)
    });
    assert_eq!(plain[0], plain[1]);
    assert_eq!(entries().await, before, "a try leaves no trace to look at");
    entered(&cast.staff.client, number, entry(&cast, today())).await.expect(201);
    open(&world, code).await.expect(200);
}

async fn a_sheet_is_entered_once_also_when_two_enter_it_at_the_same_moment(world: World) {
    let cast = world.cast().await;
    let Printed { sheets, .. } = printed(&cast, &cast.staff.client, 1).await;
    let (number, code) = &sheets[0];
    let replies = futures_util::future::join_all((0..8).map(|turn| {
        let by = if turn % 2 == 0 { cast.staff.client.clone() } else { cast.second_staff.client.clone() };
        let entry = entry(&cast, today());
        async move { entered(&by, number, entry).await }
    }))
    .await;
    let (made, refused): (Vec<_>, Vec<_>) = replies.iter().partition(|reply| reply.status == 201);
    assert_eq!(made.len(), 1, "{replies:?}");
    refused.iter().for_each(|reply| drop(reply.refused(409, "sheet_not_open")));
    entered(&cast.protection.client, number, entry(&cast, today())).await.refused(409, "sheet_not_open");
    let listed = cast.staff.client.get("/grievances").await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    assert_eq!(open(&world, code).await.expect(200)["case"]["reference"], made[0].json()["reference"]);
}

async fn an_entry_that_is_sent_twice_is_one_case(world: World) {
    let cast = world.cast().await;
    let Printed { sheets, .. } = printed(&cast, &cast.staff.client, 1).await;
    let send = || {
        let path = format!("/paper-sheets/{}/enter", sheets[0].0);
        cast.staff.client.post(&path, entry(&cast, today())).key("a-key-of-the-office-1")
    };
    assert_eq!(send().await.expect(201), send().await.expect(201));
}

async fn a_void_sheet_is_not_entered_and_its_code_opens_nothing(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let Printed { sheets, .. } = printed(&cast, staff, 2).await;
    let (number, code) = &sheets[0];
    let path = format!("/paper-sheets/{number}/void");
    let reason = json!({ "reason": "Lost on the way" });
    staff.post(&path, reason.clone()).await.refused(428, "version_required");
    staff.post(&path, reason.clone()).at(7).await.refused(412, "stale");
    let void = staff.post(&path, reason.clone()).at(1).await.expect(200);
    assert_eq!((&void["state"], &void["void_reason"]), (&json!("void"), &json!("Lost on the way")));
    staff.post(&path, reason.clone()).at(2).await.refused(409, "sheet_not_open");
    entered(staff, number, entry(&cast, today())).await.refused(409, "sheet_not_open");
    open(&world, code).await.refused(404, "not_found");
    // What was entered is not voided.
    let (used, _) = &sheets[1];
    entered(staff, used, entry(&cast, today())).await.expect(201);
    staff.post(&format!("/paper-sheets/{used}/void"), reason).at(1).await.refused(409, "sheet_not_open");
}

async fn the_rest_of_a_lost_batch_is_voided_at_once(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let Printed { batch, sheets } = printed(&cast, staff, 4).await;
    entered(staff, &sheets[0].0, entry(&cast, today())).await.expect(201);
    let path = format!("/paper-batches/{batch}/void");
    let reason = json!({ "reason": "The box burnt" });
    let after = staff.post(&path, reason.clone()).at(1).await.expect(200);
    assert_eq!([&after["out"], &after["entered"], &after["void"]], [0, 1, 3]);
    assert_eq!(after["actions"], json!([]));
    staff.post(&path, reason).at(2).await.refused(409, "sheet_not_open");
    open(&world, &sheets[0].1).await.expect(200);
    open(&world, &sheets[1].1).await.refused(404, "not_found");
}

async fn a_sheet_brings_no_case_into_another_programme(world: World) {
    let cast = world.cast().await;
    let Printed { batch, sheets } = printed(&cast, &cast.staff.client, 1).await;
    let number = &sheets[0].0;
    let other = &cast.other_staff.client;
    other.get(&format!("/paper-sheets/{number}")).await.refused(404, "not_found");
    entered(other, number, entry(&cast, today())).await.refused(404, "not_found");
    other
        .post(&format!("/paper-sheets/{number}/void"), json!({ "reason": "none" }))
        .at(1)
        .await
        .refused(404, "not_found");
    other.get(&format!("/paper-batches/{batch}/sheets")).await.refused(404, "not_found");
    let theirs = json!({ "programme_id": cast.programme, "label": "x", "language": "ky", "sheets": 1 });
    let reply = other.post("/paper-batches", theirs).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/programme_id unknown"]);
}

async fn what_is_refused_leaves_the_sheet_open(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let Printed { sheets, .. } = printed(&cast, staff, 1).await;
    let (number, code) = &sheets[0];
    let mut elsewhere = entry(&cast, today());
    elsewhere["grievance"]["place_id"] = json!(world.place("KG-N").await);
    entered(staff, number, elsewhere).await.refused(422, "invalid");
    let mut without = entry(&cast, today());
    without.as_object_mut().unwrap().remove("consent");
    assert_eq!(entered(staff, number, without).await.refused(422, "invalid"), ["/consent required"]);
    assert_eq!(state_of(staff, number).await, "out");
    open(&world, code).await.refused(404, "not_found");
    for wrong in ["1234567", "123456789", "1234567a", "00000000"] {
        staff.get(&format!("/paper-sheets/{wrong}")).await.refused(404, "not_found");
    }
    entered(staff, number, entry(&cast, today())).await.expect(201);
}
