//! Deadlines: what staff and the reporter see of them, what lists do with them, and who is reminded.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::keeper::CHORES;
use maslahat::schema::{grievance_clocks, grievance_events, grievances};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::case::Case;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    staff_see_each_clock_of_a_case;
    the_reporter_sees_what_was_promised_and_by_when;
    a_respondent_learns_nothing_from_the_clocks;
    lists_are_filtered_and_ordered_by_the_clocks;
    the_owner_is_reminded_once_at_risk_and_once_at_the_breach;
    all_of_the_programme_are_reminded_of_what_nobody_owns;
    nobody_is_reminded_of_a_case_that_is_out_of_reach;
    clocks_stand_still_while_the_reporter_is_asked;
    a_change_of_severity_counts_anew_from_the_beginning;
    the_time_is_extended_once_with_the_reporters_consent;
    a_holiday_puts_deadlines_off_and_its_removal_brings_them_back;
    a_programme_sets_its_own_terms;
    the_calendar_shows_the_deadlines_of_a_month_day_by_day;
    cases_from_before_the_clocks_are_counted_by_the_chore;
}

fn moment(value: &Value) -> DateTime<Utc> {
    value.as_str().unwrap().parse().unwrap()
}

async fn look(world: &World, now: DateTime<Utc>) {
    let watch = CHORES.iter().find(|chore| chore.name == "watch_clocks").unwrap();
    (watch.run)(&world.system, now).await.unwrap();
}

/// Puts everything that happened in a case so much further back.
async fn age(world: &World, case: &Case, by: TimeDelta) {
    let id = case.id;
    world
        .change(move |conn| {
            let events: Vec<(String, Moment)> = grievance_events::table
                .filter(grievance_events::grievance_id.eq(id))
                .select((grievance_events::id, grievance_events::at))
                .load(conn)?;
            for (event, at) in events {
                let earlier = Moment::from(at.utc() - by);
                diesel::update(grievance_events::table.find(event))
                    .set(grievance_events::at.eq(earlier))
                    .execute(conn)?;
            }
            // As if the terms had changed: the chore counts the case anew.
            diesel::update(grievance_clocks::table.find(id)).set(grievance_clocks::counted.eq(-1)).execute(conn)?;
            Ok(())
        })
        .await;
    look(world, Utc::now()).await;
}

async fn clock(client: &Client, case: &Case, name: &str) -> Value {
    let seen = case.seen_by(client).await.expect(200);
    let clocks = seen["clocks"].as_array().unwrap();
    clocks.iter().find(|clock| clock["clock"] == name).cloned().unwrap_or(Value::Null)
}

async fn references(client: &Client, query: &str) -> Vec<String> {
    let page = client.get(&format!("/grievances?{query}")).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|item| item["reference"].as_str().unwrap().to_owned()).collect()
}

async fn reminders(client: &Client) -> Vec<String> {
    let page = client.get("/notifications").await.expect(200);
    let kinds = page["items"].as_array().unwrap().iter().map(|item| item["kind"].as_str().unwrap().to_owned());
    kinds.filter(|kind| kind.starts_with("deadline")).collect()
}

async fn staff_see_each_clock_of_a_case(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let seen = case.seen_by(&cast.staff.client).await.expect(200);
    let clocks: Vec<(&str, bool)> = seen["clocks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|clock| (clock["clock"].as_str().unwrap(), clock["stopped_at"].is_null()))
        .collect();
    assert_eq!(clocks, [("acknowledge", false), ("first_action", true), ("resolve", true)]);
    assert_eq!((&seen["due_clock"], &seen["clocks"][1]["state"]), (&json!("first_action"), &json!("on_track")));
    assert_eq!(seen["due_at"], seen["clocks"][1]["due_at"]);
}

async fn the_reporter_sees_what_was_promised_and_by_when(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let mine = case.reporter.get("/my-case").await.expect(200);
    let clocks: Vec<&str> =
        mine["clocks"].as_array().unwrap().iter().map(|clock| clock["clock"].as_str().unwrap()).collect();
    assert_eq!(clocks, ["acknowledge", "resolve"]);
    assert_eq!(mine["clocks"][0]["due_at"], mine["due_at"]);
    let resolve = moment(&mine["clocks"][1]["due_at"]) - moment(&mine["submitted_at"]);
    assert_eq!(resolve.num_days(), 30);
}

async fn a_respondent_learns_nothing_from_the_clocks(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        let seen = case.seen_by(&person.client).await.expect(200);
        assert!(seen.get("clocks").is_none() && seen.get("due_at").is_none());
        for (query, field) in [
            ("clock=breached", "clock"),
            ("sort=due", "sort"),
            ("due_from=2026-01-01", "due_from"),
            ("due_to=2026-01-01", "due_to"),
        ] {
            let reply = person.client.get(&format!("/grievances?{query}")).await;
            assert_eq!(reply.refused(422, "invalid"), [format!("?{field} unknown")]);
        }
    }
}

async fn lists_are_filtered_and_ordered_by_the_clocks(world: World) {
    let cast = world.cast().await;
    let (fresh, late, later) =
        (world.case(&cast.near).await, world.case(&cast.near).await, world.case(&cast.far).await);
    age(&world, &late, TimeDelta::days(40)).await;
    age(&world, &later, TimeDelta::days(20)).await;
    let staff = &cast.staff.client;
    assert_eq!(references(staff, "clock=on_track").await, [fresh.reference.as_str()]);
    assert_eq!(references(staff, "clock=breached&sort=due").await, [late.reference.as_str(), later.reference.as_str()]);
    assert_eq!(references(staff, "clock=breached&sort=newest").await.len(), 2);
    let all = [&late, &later, &fresh].map(|case| case.reference.clone());
    assert_eq!(references(staff, "sort=due").await, all);
    let due = moment(&fresh.seen_by(staff).await.expect(200)["due_at"]);
    let day: NaiveDate = due.with_timezone(&chrono_tz::Asia::Bishkek).date_naive();
    assert_eq!(references(staff, &format!("due_from={day}&due_to={day}")).await, [fresh.reference.as_str()]);
    assert!(references(staff, &format!("due_from={}", day + Days::new(1))).await.is_empty());
    let item = staff.get("/grievances?clock=breached").await.expect(200)["items"][0].clone();
    assert_eq!((&item["clock"], &item["due_clock"]), (&json!("breached"), &json!("acknowledge")));
}

async fn the_owner_is_reminded_once_at_risk_and_once_at_the_breach(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let due = moment(&clock(&cast.staff.client, &case, "first_action").await["due_at"]);
    let now = Utc::now();
    look(&world, now).await;
    assert!(reminders(&cast.staff.client).await.is_empty());
    let times = [
        due - TimeDelta::hours(1),
        due - TimeDelta::minutes(30),
        due + TimeDelta::minutes(1),
        due + TimeDelta::hours(2),
    ];
    for (time, told) in times.into_iter().zip([1, 1, 2, 2]) {
        look(&world, time).await;
        assert_eq!(reminders(&cast.staff.client).await.len(), told, "{time}");
    }
    assert_eq!(reminders(&cast.staff.client).await, ["deadline_missed", "deadline_near"]);
    assert!(reminders(&cast.second_staff.client).await.is_empty());
    assert_eq!(references(&cast.staff.client, "clock=breached").await, [case.reference.as_str()]);
}

async fn all_of_the_programme_are_reminded_of_what_nobody_owns(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let due = moment(&clock(&cast.staff.client, &case, "acknowledge").await["due_at"]);
    look(&world, due - TimeDelta::minutes(1)).await;
    for person in [&cast.staff, &cast.second_staff, &cast.protection] {
        assert_eq!(reminders(&person.client).await, ["deadline_near"]);
    }
    for person in [&cast.other_staff, &cast.near.company, &cast.admin] {
        assert!(reminders(&person.client).await.is_empty());
    }
}

async fn nobody_is_reminded_of_a_case_that_is_out_of_reach(world: World) {
    let cast = world.cast().await;
    let case = world.protected(&cast, &cast.near).await;
    look(&world, Utc::now() + TimeDelta::days(25)).await;
    assert!(reminders(&cast.staff.client).await.is_empty(), "its owner does not reach it");
    assert!(!reminders(&cast.protection.client).await.is_empty());
    case.seen_by(&cast.staff.client).await.refused(404, "not_found");
}

async fn clocks_stand_still_while_the_reporter_is_asked(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let case = world.accepted(&cast, &cast.near).await;
    case.moved(staff, "investigate", json!({})).await.expect(200);
    let question = json!({ "asked": "reporter", "question": "Which day did the trucks pass?" });
    let waiting = case.moved(staff, "ask", question).await.expect(200);
    assert_eq!((&waiting["due_at"], &waiting["due_clock"]), (&Value::Null, &Value::Null));
    let resolve = clock(staff, &case, "resolve").await;
    assert_eq!((&resolve["state"], &resolve["due_at"]), (&json!("paused"), &Value::Null));
    assert_eq!(references(staff, "clock=paused").await, [case.reference.as_str()]);
    look(&world, Utc::now() + TimeDelta::days(300)).await;
    assert!(reminders(staff).await.is_empty());
    case.moved(staff, "resume", json!({})).await.expect(200);
    assert_eq!(clock(staff, &case, "resolve").await["state"], "on_track");
}

async fn a_change_of_severity_counts_anew_from_the_beginning(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let case = world.accepted(&cast, &cast.near).await;
    let before = clock(staff, &case, "first_action").await;
    case.moved(staff, "assess", json!({ "severity": "critical" })).await.refused(422, "invalid");
    let change = json!({ "severity": "critical", "note": "A child fell ill" });
    assert_eq!(case.moved(staff, "assess", change).await.expect(200)["severity"], "critical");
    let after = clock(staff, &case, "first_action").await;
    assert_eq!(moment(&after["due_at"]) - moment(&after["started_at"]), TimeDelta::hours(24));
    assert_eq!(after["started_at"], before["started_at"]);
    assert!(!case.reporter.get("/my-case").await.text().contains("A child fell ill"));
}

async fn the_time_is_extended_once_with_the_reporters_consent(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let case = world.accepted(&cast, &cast.near).await;
    let consent = || json!({ "how": "Said so on the telephone" });
    case.moved(staff, "extend", consent()).await.refused(409, "move_not_possible_from_here");
    case.moved(staff, "investigate", json!({})).await.expect(200);
    let before = moment(&clock(staff, &case, "resolve").await["due_at"]);
    let extended = case.moved(staff, "extend", consent()).await.expect(200);
    assert!(!extended["actions"].as_array().unwrap().contains(&json!("extend_grievance")));
    let after = clock(staff, &case, "resolve_extended").await;
    assert!(moment(&after["due_at"]) > before + TimeDelta::days(25));
    case.moved(staff, "extend", consent()).await.refused(409, "not_extendable");
    let mine = case.reporter.get("/my-case").await.expect(200);
    assert!(mine["timeline"].as_array().unwrap().iter().any(|step| step["move"] == "extend"));
}

async fn a_holiday_puts_deadlines_off_and_its_removal_brings_them_back(world: World) {
    let cast = world.cast().await;
    let (admin, staff) = (&cast.admin.client, &cast.staff.client);
    let case = world.case(&cast.near).await;
    let before = moment(&clock(staff, &case, "acknowledge").await["due_at"]);
    // Each day from tomorrow until after the deadline, weekends and holidays among them.
    let today = Utc::now().with_timezone(&chrono_tz::Asia::Bishkek).date_naive();
    for number in 1..=14 {
        let holiday = json!({
            "day": today + Days::new(number), "names": { "ky": "Эс алуу", "ru": "Выходной", "en": "Day off" },
            "worked": false, "confirmed": true, "source": "Resolution",
        });
        admin.post("/holidays", holiday).once().await;
    }
    look(&world, Utc::now()).await;
    let seen = case.seen_by(staff).await.expect(200);
    assert!(moment(&seen["due_at"]) >= before + TimeDelta::days(10), "{}", seen["due_at"]);
    assert_eq!(
        references(staff, &format!("due_to={}", before.date_naive() + Days::new(1))).await,
        Vec::<String>::new()
    );
    for number in 1..=14 {
        let path = format!("/holidays/{}", today + Days::new(number));
        admin.delete(&path).at(1).await;
    }
    look(&world, Utc::now()).await;
    assert_eq!(moment(&case.seen_by(staff).await.expect(200)["due_at"]), before);
}

async fn a_programme_sets_its_own_terms(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let path = format!("/programmes/{}/terms", cast.programme);
    let usual = cast.admin.client.get(&path).await.expect(200);
    assert!(usual["terms"].as_array().unwrap().iter().all(|term| term["usual"] == true));
    let mut terms: Vec<Value> = usual["terms"].as_array().unwrap().clone();
    for term in &mut terms {
        term.as_object_mut().unwrap().remove("usual");
    }
    terms[0] = json!({ "term": "acknowledge", "amount": 12, "unit": "hours" });
    terms[1] = json!({ "term": "acknowledge_at_last", "amount": 6, "unit": "hours" });
    let put = |terms: &Vec<Value>| {
        cast.admin.client.request(Method::PUT, &path).json(&json!({ "terms": terms })).at(&usual["version"])
    };
    assert_eq!(put(&terms).await.refused(422, "invalid"), ["/terms broken_before_late"]);
    terms[1] = json!({ "term": "acknowledge_at_last", "amount": 24, "unit": "hours" });
    assert_eq!(put(&terms[1..].to_vec()).await.refused(422, "invalid"), ["/terms incomplete"]);
    let set = put(&terms).await.expect(200);
    assert_eq!((&set["terms"][0]["amount"], &set["terms"][0]["usual"]), (&json!(12), &json!(false)));
    put(&terms).await.refused(412, "stale");
    look(&world, Utc::now()).await;
    let acknowledge = clock(&cast.staff.client, &case, "acknowledge").await;
    assert_eq!(moment(&acknowledge["due_at"]) - moment(&acknowledge["started_at"]), TimeDelta::hours(12));
}

async fn the_calendar_shows_the_deadlines_of_a_month_day_by_day(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let mut made = vec![];
    for _ in 0..4 {
        made.push(world.case(&cast.near).await.reference);
    }
    world.protected(&cast, &cast.near).await;
    let due = moment(&staff.get("/grievances").await.expect(200)["items"][0]["due_at"]);
    let day = due.with_timezone(&chrono_tz::Asia::Bishkek).date_naive();
    let path = format!("/grievances/deadlines?month={}", day.format("%Y-%m"));
    let days = staff.get(&path).await.expect(200)["days"].clone();
    assert_eq!((&days[0]["day"], &days[0]["total"]), (&json!(day), &json!({ "count": 4, "exact": true })));
    let first: Vec<&str> =
        days[0]["first"].as_array().unwrap().iter().map(|case| case["reference"].as_str().unwrap()).collect();
    assert_eq!(first, made[..3]);
    assert_eq!(staff.get(&format!("{path}&owner_id={}", cast.staff.id)).await.expect(200)["days"], json!([]));
    assert_eq!(staff.get("/grievances/deadlines?month=2019-13").await.refused(422, "invalid"), ["?month invalid"]);
    cast.near.company.client.get(&path).await.refused(403, "forbidden");
}

async fn cases_from_before_the_clocks_are_counted_by_the_chore(world: World) {
    let cast: Cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let id = case.id;
    world
        .change(move |conn| {
            let nothing = (grievances::clock.eq(None::<String>), grievances::due_clock.eq(None::<String>));
            diesel::update(grievances::table.find(id)).set(nothing).execute(conn)?;
            diesel::update(grievance_clocks::table.find(id)).set(grievance_clocks::counted.eq(-1)).execute(conn)?;
            Ok(())
        })
        .await;
    assert!(references(&cast.staff.client, "clock=on_track").await.is_empty());
    look(&world, Utc::now()).await;
    assert_eq!(references(&cast.staff.client, "clock=on_track").await, [case.reference.as_str()]);
}
