//! Whose sheets they are, and what they do not tell.

use diesel::prelude::*;
use maslahat::schema::paper_sheets;
use serde_json::{Value, json};

use super::{Printed, entered, entry, open, printed, state_of, today};
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    a_sheet_of_a_protected_case_looks_as_if_it_had_not_come_back;
    a_representative_has_the_own_sheets_alone;
    there_is_no_end_of_numbers_but_of_sheets_under_way;
    the_limit_of_sheets_does_not_tell_which_came_back;
    neither_codes_nor_names_are_in_the_database;
}

/// Word for word, but for what is the sheet's own.
async fn plain(by: &Client, path: &str) -> Value {
    let mut sheet = by.get(path).await.expect(200);
    sheet["number"] = Value::Null;
    sheet
}

async fn a_sheet_of_a_protected_case_looks_as_if_it_had_not_come_back(world: World) {
    let cast = world.cast().await;
    let (staff, protection) = (&cast.staff.client, &cast.protection.client);
    let Printed { batch, sheets } = printed(&cast, staff, 3).await;
    let [(hidden, code), (out, _), (voided, _)] = &sheets[..] else { panic!("three sheets") };
    let path = format!("/paper-sheets/{hidden}/enter");
    let send = || staff.post(&path, entry(&cast, today())).key("a-key-of-the-office-2");
    let made = send().await.expect(201);
    let case = format!("/grievances/{}", made["grievance_id"].as_str().unwrap());
    let protect = protection.post(&format!("{case}/protect"), json!({ "note": "A threat" })).at(1).await;
    assert!([200, 204].contains(&protect.status), "{}", protect.text());

    let sheet = |number: &str| format!("/paper-sheets/{number}");
    assert_eq!(plain(staff, &sheet(hidden)).await, plain(staff, &sheet(out)).await);
    assert_eq!(state_of(protection, hidden).await, "entered");
    let counts = |batch: Value| [batch["out"].clone(), batch["entered"].clone(), batch["void"].clone()];
    let path = format!("/paper-batches/{batch}");
    assert_eq!(counts(staff.get(&path).await.expect(200)), [3, 0, 0]);
    assert_eq!(counts(protection.get(&path).await.expect(200)), [2, 1, 0]);
    let listed = staff.get(&format!("{path}/sheets")).await;
    assert!(!listed.text().contains(made["reference"].as_str().unwrap()), "{}", listed.text());
    // The answer that was given once is not given again.
    send().await.refused(409, "sheet_not_open");

    // Voiding it looks like voiding any other, and takes nothing from the case.
    let void = |number: &str| staff.post(&format!("/paper-sheets/{number}/void"), json!({ "reason": "Lost" })).at(1);
    void(hidden).await.expect(200);
    void(voided).await.expect(200);
    let mut looks = [plain(staff, &sheet(hidden)).await, plain(staff, &sheet(voided)).await];
    looks.iter_mut().for_each(|sheet| sheet["voided_at"] = Value::Null);
    assert_eq!(looks[0], looks[1]);
    assert_eq!(state_of(protection, hidden).await, "entered");
    assert_eq!(open(&world, code).await.expect(200)["case"]["reference"], made["reference"]);
}

async fn a_representative_has_the_own_sheets_alone(world: World) {
    let cast = world.cast().await;
    let (near, far) = (&cast.near.community.client, &cast.far.community.client);
    let of_staff = printed(&cast, &cast.staff.client, 1).await;
    near.get(&format!("/paper-sheets/{}", of_staff.sheets[0].0)).await.refused(404, "not_found");
    let own = printed(&cast, near, 2).await;
    assert_eq!(near.get("/paper-batches").await.expect(200)["items"].as_array().unwrap().len(), 1);
    far.get(&format!("/paper-batches/{}", own.batch)).await.refused(404, "not_found");
    entered(far, &own.sheets[0].0, entry(&cast, today())).await.refused(404, "not_found");
    // For the own places only.
    let mut elsewhere = entry(&cast, today());
    elsewhere["grievance"]["place_id"] = json!(cast.far.aimak);
    assert_eq!(
        entered(near, &own.sheets[0].0, elsewhere).await.refused(422, "invalid"),
        ["/place_id outside_programme"]
    );
    let made = entered(near, &own.sheets[0].0, entry(&cast, today())).await.expect(201);
    let case = near.get(&format!("/grievances/{}", made["grievance_id"].as_str().unwrap())).await;
    assert_eq!(case.expect(200)["own_consent"]["given"], "thumbprint");
    assert!(!case.text().contains("Асанова"));
    // Staff enter what came to the office; whether it came the representative learns from the case, if that is shared.
    entered(&cast.staff.client, &own.sheets[1].0, entry(&cast, today())).await.expect(201);
    assert_eq!(state_of(near, &own.sheets[1].0).await, "out");
    for other in [&cast.near.company, &cast.near.authority, &cast.admin] {
        other.client.get("/paper-batches").await.refused(403, "forbidden");
    }
    cast.partner.get("/paper-batches").await.refused(403, "forbidden");
}

async fn there_is_no_end_of_numbers_but_of_sheets_under_way(world: World) {
    let cast = world.cast().await;
    for _ in 0..20 {
        printed(&cast, &cast.near.community.client, 50).await;
    }
    let new = json!({ "programme_id": cast.programme, "label": "x", "language": "ru", "sheets": 1 });
    cast.near.community.client.post("/paper-batches", new.clone()).once().await.refused(409, "too_many_sheets");
    cast.staff.client.post("/paper-batches", new).once().await.expect(201);
    let mut too_many = json!({ "programme_id": cast.programme, "label": "x", "language": "ru", "sheets": 51 });
    let reply = cast.staff.client.post("/paper-batches", too_many.clone()).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/sheets too_large"]);
    too_many["sheets"] = json!(0);
    let reply = cast.staff.client.post("/paper-batches", too_many).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/sheets too_small"]);
    let first = cast.near.community.client.get("/paper-batches?limit=15").await.expect(200);
    let next = first["next"].as_str().unwrap();
    let rest = cast.near.community.client.get(&format!("/paper-batches?after={next}")).await.expect(200);
    assert_eq!((rest["items"].as_array().unwrap().len(), &rest["next"]), (5, &Value::Null));
}

async fn the_limit_of_sheets_does_not_tell_which_came_back(world: World) {
    let cast = world.cast().await;
    let (own, protection) = (&cast.near.community.client, &cast.protection.client);
    let mut sheets = vec![];
    for _ in 0..20 {
        sheets.extend(printed(&cast, own, 50).await.sheets);
    }
    let one_more = async || {
        let new = json!({ "programme_id": cast.programme, "label": "x", "language": "ru", "sheets": 1 });
        own.post("/paper-batches", new).once().await
    };
    // Staff enter one: its case is not shared, so the representative does not hear of it by this either.
    entered(&cast.staff.client, &sheets[0].0, entry(&cast, today())).await.expect(201);
    one_more().await.refused(409, "too_many_sheets");
    let made = entered(own, &sheets[1].0, entry(&cast, today())).await.expect(201);
    one_more().await.expect(201);
    let case = format!("/grievances/{}", made["grievance_id"].as_str().unwrap());
    let protect = protection.post(&format!("{case}/protect"), json!({ "note": "A threat" })).at(1).await;
    assert!([200, 204].contains(&protect.status), "{}", protect.text());
    own.get(&case).await.refused(404, "not_found");
    one_more().await.refused(409, "too_many_sheets");
}

async fn neither_codes_nor_names_are_in_the_database(world: World) {
    let cast = world.cast().await;
    let Printed { sheets, .. } = printed(&cast, &cast.staff.client, 2).await;
    let kept: Vec<Option<String>> =
        world.look(|conn| Ok(paper_sheets::table.select(paper_sheets::receipt_hash).load(conn)?)).await;
    assert!(kept.iter().flatten().all(|hash| hash.len() == 64 && sheets.iter().all(|(_, code)| !hash.contains(code))));
    entered(&cast.staff.client, &sheets[0].0, entry(&cast, today())).await.expect(201);
    let kept: Vec<Option<String>> =
        world.look(|conn| Ok(paper_sheets::table.select(paper_sheets::receipt_hash).load(conn)?)).await;
    assert_eq!(kept.iter().flatten().count(), 1, "the case has it now");
    let seen = cast.staff.client.get("/paper-batches").await.text();
    let log = world.log();
    for (_, code) in &sheets {
        assert!(!seen.contains(code) && !log.contains(code));
    }
}
