//! Sheets of paper: printed with a code, entered once, and no oracle on the way.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Asia::Bishkek;
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::papers::PaperBatchId;
use maslahat::schema::{audit_entries, check_ins, paper_batches, paper_sheets};
use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{Cast, Client, Reply, World, on_both_engines};

on_both_engines! {
    a_sheet_that_came_back_becomes_a_case_with_the_reporters_code;
    a_code_whose_sheet_is_out_answers_like_a_wrong_one;
    a_sheet_is_entered_once_also_when_two_enter_it_at_the_same_moment;
    an_entry_that_is_sent_twice_is_one_case;
    a_void_sheet_is_not_entered_and_its_code_opens_nothing;
    the_rest_of_a_lost_batch_is_voided_at_once;
    the_time_to_answer_counts_from_the_day_on_which_the_paper_came;
    a_paper_that_lay_too_long_is_told_to_be_late;
    a_day_before_the_printing_or_after_today_is_refused;
    a_sheet_brings_no_case_into_another_programme;
    what_is_refused_leaves_the_sheet_open;
    a_sheet_of_a_protected_case_looks_as_if_it_had_not_come_back;
    a_representative_has_the_own_sheets_alone;
    there_is_no_end_of_numbers_but_of_sheets_under_way;
    neither_codes_nor_names_are_in_the_database;
}

fn today() -> NaiveDate {
    Utc::now().with_timezone(&Bishkek).date_naive()
}

struct Printed {
    batch: String,
    sheets: Vec<(String, String)>,
}

async fn printed(cast: &Cast, by: &Client, count: u32) -> Printed {
    let new = json!({ "programme_id": cast.programme, "label": "Барскоон, ФАП", "language": "ky", "sheets": count });
    let answer = by.post("/paper-batches", new).once().await.expect(201);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let sheets =
        answer["sheets"].as_array().unwrap().iter().map(|sheet| (text(&sheet["number"]), text(&sheet["code"])));
    Printed { batch: text(&answer["batch"]["id"]), sheets: sheets.collect() }
}

/// As if the batch had been printed so many days ago.
async fn printed_days_ago(world: &World, batch: &str, days: i64) {
    let (id, at): (PaperBatchId, _) = (batch.parse().unwrap(), Moment::from(Utc::now() - TimeDelta::days(days)));
    world
        .change(move |conn| {
            Ok(diesel::update(paper_batches::table.find(id)).set(paper_batches::made_at.eq(at)).execute(conn)?)
        })
        .await;
}

fn entry(cast: &Cast, received_on: NaiveDate) -> Value {
    let consent = json!({ "given": "thumbprint", "note": "The witness was Бурул." });
    json!({ "received_on": received_on, "consent": consent, "grievance": words(cast.near.aimak) })
}

async fn entered(by: &Client, number: &str, entry: Value) -> Reply {
    by.post(&format!("/paper-sheets/{number}/enter"), entry).once().await
}

async fn open(world: &World, code: &str) -> Reply {
    world.stranger.post("/receipts/open", json!({ "code": code })).await
}

async fn state_of(by: &Client, number: &str) -> String {
    by.get(&format!("/paper-sheets/{number}")).await.expect(200)["state"].as_str().unwrap().to_owned()
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

async fn the_time_to_answer_counts_from_the_day_on_which_the_paper_came(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let Printed { batch, sheets } = printed(&cast, staff, 2).await;
    printed_days_ago(&world, &batch, 90).await;
    let came = today() - Days::new(40);
    let made = entered(staff, &sheets[0].0, entry(&cast, came)).await.expect(201);
    let midnight = (came + Days::new(1)).and_hms_opt(0, 0, 0).unwrap().and_local_timezone(Bishkek).unwrap();
    let submitted: DateTime<Utc> = made["submitted_at"].as_str().unwrap().parse().unwrap();
    assert_eq!(submitted, midnight);
    let case = staff.get(&format!("/grievances/{}", made["grievance_id"].as_str().unwrap())).await.expect(200);
    assert_eq!(case["submitted_at"], made["submitted_at"]);
    assert_eq!(case["timeline"][0]["at"], made["submitted_at"]);
    let late: Vec<&str> = case["clocks"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|clock| clock["state"] == "breached")
        .map(|clock| clock["clock"].as_str().unwrap())
        .collect();
    assert_eq!(late, ["acknowledge", "resolve"]);
    assert_eq!(staff.get("/grievances?clock=breached").await.expect(200)["items"].as_array().unwrap().len(), 1);
    // The reporter is asked whether anybody does them harm from now on: the code opened nothing before.
    let due: Vec<Moment> = world.look(|conn| Ok(check_ins::table.select(check_ins::due_at).load(conn)?)).await;
    assert!(!due.is_empty() && due.iter().all(|due| due.utc() > Utc::now()), "{due:?}");
    // And whoever looks after it hears of what was missed.
    let system = world.system.clone();
    (maslahat::grievances::clock::CHORE.run)(system.get_ref(), Utc::now() + TimeDelta::minutes(1)).await.unwrap();
    let told = staff.get("/notifications").await.expect(200);
    assert!(told["items"].as_array().unwrap().iter().any(|item| item["kind"] == "deadline_missed"), "{told}");

    let fresh = entered(staff, &sheets[1].0, entry(&cast, today())).await.expect(201);
    let fresh: DateTime<Utc> = fresh["submitted_at"].as_str().unwrap().parse().unwrap();
    assert!((Utc::now() - fresh).num_seconds() < 60, "what came today was raised now");
}

async fn a_paper_that_lay_too_long_is_told_to_be_late(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let Printed { batch, sheets } = printed(&cast, staff, 1).await;
    printed_days_ago(&world, &batch, 90).await;
    let made = entered(staff, &sheets[0].0, entry(&cast, today() - Days::new(14))).await.expect(201);
    let case = staff.get(&format!("/grievances/{}", made["grievance_id"].as_str().unwrap())).await.expect(200);
    assert_eq!(case["recorded"]["paper"]["late"], true);
}

async fn a_day_before_the_printing_or_after_today_is_refused(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let Printed { sheets, .. } = printed(&cast, staff, 1).await;
    let try_day = |day| entered(staff, &sheets[0].0, entry(&cast, day));
    let reply = try_day(today() + Days::new(1)).await;
    assert_eq!(reply.refused(422, "invalid"), ["/received_on in_the_future"]);
    let reply = try_day(today() - Days::new(1)).await;
    assert_eq!(reply.refused(422, "invalid"), ["/received_on before_it_was_printed"]);
    try_day(today()).await.expect(201);
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
