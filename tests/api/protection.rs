//! The protection track: what its focal points do, and that nobody else learns of any of it.

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::protection::check_ins;
use maslahat::schema::check_ins as questions;
use serde_json::{Value, json};

use crate::support::case::{Case, words};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    a_reporter_is_asked_two_weeks_later_whether_anybody_does_them_harm;
    a_worrying_answer_reaches_protection_and_leaves_no_trace_on_the_case;
    a_calm_answer_alerts_nobody;
    silence_is_told_after_a_week_and_forgotten_once_it_ends;
    the_weeks_count_anew_when_the_company_is_told;
    a_question_is_answered_once_and_only_by_its_reporter;
    an_alert_is_closed_with_what_was_done;
    help_goes_out_with_consent_only;
    consent_can_be_taken_back;
    whoever_knows_a_protected_case_can_not_tell_whether_it_is_there;
    a_search_by_others_does_not_look_through_protected_words;
    references_say_nothing_of_how_many_there_are;
}

const WORDS: &str = "Канарейка-Коркунуч: түнкүсүн үйгө келишти.";

/// As if a case had been raised so long ago, as far as the questions know.
async fn ago(world: &World, case: &Case, time: TimeDelta) {
    let case = case.id;
    world
        .change(move |conn| {
            let of_case = questions::table.filter(questions::grievance_id.eq(case));
            let all: Vec<(String, Moment)> = of_case.select((questions::id, questions::due_at)).load(conn)?;
            for (id, due_at) in all {
                let due_at = Moment::from(due_at.utc() - time);
                diesel::update(questions::table.find(id)).set(questions::due_at.eq(due_at)).execute(conn)?;
            }
            Ok(())
        })
        .await;
}

async fn asked(case: &Case) -> Value {
    case.reporter.get("/my-case").await.expect(200)["check_in"].clone()
}

async fn answer(case: &Case, check_in: &Value, answer: &str) -> crate::support::Reply {
    let body = json!({ "check_in_id": check_in["id"], "answer": answer, "words": WORDS });
    case.reporter.post("/my-case/check-in", body).once().await
}

async fn alerts(client: &Client) -> Vec<Value> {
    client.get("/protection/alerts?open=true").await.expect(200)["items"].as_array().unwrap().clone()
}

async fn hour_strikes(world: &World) {
    world.change(|conn| check_ins::store::notice_silence(conn, Utc::now())).await;
}

async fn a_reporter_is_asked_two_weeks_later_whether_anybody_does_them_harm(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    assert_eq!(asked(&case).await, Value::Null);
    ago(&world, &case, TimeDelta::days(13)).await;
    assert_eq!(asked(&case).await, Value::Null);
    ago(&world, &case, TimeDelta::days(2)).await;
    assert_eq!(asked(&case).await["weeks"], 2);
    assert!(case.reporter.get("/my-case").await.text().contains("answer_check_in"));
    ago(&world, &case, TimeDelta::weeks(6)).await;
    assert_eq!(asked(&case).await["weeks"], 8);
}

/// Everything that staff can get at, byte by byte.
async fn seen_by_staff(cast: &Cast, case: &Case) -> String {
    let mut all = String::new();
    for path in [&case.path(), "/grievances?sort=updated", "/grievances/counts", "/home"] {
        let reply = cast.staff.client.get(path).await;
        all.push_str(reply.header("etag"));
        all.push_str(&reply.text());
    }
    all
}

async fn a_worrying_answer_reaches_protection_and_leaves_no_trace_on_the_case(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    ago(&world, &case, TimeDelta::days(15)).await;
    let before = seen_by_staff(&cast, &case).await;
    answer(&case, &asked(&case).await, "pressed").await.expect(201);
    assert_eq!(seen_by_staff(&cast, &case).await, before);
    assert_eq!(asked(&case).await, Value::Null);
    let alerts = alerts(&cast.protection.client).await;
    assert_eq!((alerts.len(), &alerts[0]["kind"]), (1, &json!("worrying_answer")));
    assert_eq!(alerts[0]["grievance_id"], json!(case.id));
    let told = cast.protection.client.get("/notifications").await.expect(200);
    assert_eq!(told["items"][0]["kind"], "protection_alert");
    assert!(!cast.staff.client.get("/notifications").await.text().contains("protection_alert"));
    let whole = cast.protection.client.get(&format!("{}/protection", case.path())).await.expect(200);
    let first = &whole["check_ins"][0];
    assert_eq!((&first["answer"], &first["words"]), (&json!("pressed"), &json!(WORDS)));
    let sealed: Vec<Option<Vec<u8>>> =
        world.look(|conn| Ok(questions::table.select(questions::words_sealed).load(conn)?)).await;
    let sealed = sealed.into_iter().flatten().next().unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("Канарейка"));
}

async fn a_calm_answer_alerts_nobody(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    ago(&world, &case, TimeDelta::days(15)).await;
    answer(&case, &asked(&case).await, "calm").await.expect(201);
    assert_eq!(alerts(&cast.protection.client).await, Vec::<Value>::new());
}

async fn silence_is_told_after_a_week_and_forgotten_once_it_ends(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    ago(&world, &case, TimeDelta::days(20)).await;
    hour_strikes(&world).await;
    assert!(alerts(&cast.protection.client).await.is_empty(), "a week is not over");
    ago(&world, &case, TimeDelta::days(2)).await;
    hour_strikes(&world).await;
    hour_strikes(&world).await;
    let told = alerts(&cast.protection.client).await;
    assert_eq!((told.len(), &told[0]["kind"]), (1, &json!("silence")));
    answer(&case, &asked(&case).await, "calm").await.expect(201);
    assert!(alerts(&cast.protection.client).await.is_empty());
}

async fn the_weeks_count_anew_when_the_company_is_told(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let whole = cast.protection.client.get(&format!("{}/protection", case.path())).await.expect(200);
    let planned: Vec<(Value, Value)> = whole["check_ins"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| (question["counted_from"].clone(), question["weeks"].clone()))
        .collect();
    assert_eq!(planned, [(json!("release"), json!(2)), (json!("release"), json!(8))]);
}

async fn a_question_is_answered_once_and_only_by_its_reporter(world: World) {
    let cast = world.cast().await;
    let (case, other) = (world.case(&cast.near).await, world.case(&cast.near).await);
    ago(&world, &case, TimeDelta::days(15)).await;
    let question = asked(&case).await;
    assert_eq!(answer(&other, &question, "calm").await.refused(422, "invalid"), ["/check_in_id unknown"]);
    answer(&case, &question, "unsure").await.expect(201);
    answer(&case, &question, "calm").await.refused(409, "already_answered");
}

async fn an_alert_is_closed_with_what_was_done(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    ago(&world, &case, TimeDelta::days(15)).await;
    answer(&case, &asked(&case).await, "harmed").await.expect(201);
    let alert = alerts(&cast.protection.client).await.remove(0);
    let path = format!("/protection/alerts/{}/handle", alert["id"].as_str().unwrap());
    let done = json!({ "note": "Visited, she stays with her sister for now." });
    let protection = &cast.protection.client;
    protection.post(&path, done.clone()).await.refused(428, "version_required");
    protection.post(&path, done.clone()).at(9).await.refused(412, "stale");
    let handled = protection.post(&path, done.clone()).at(1).await.expect(200);
    assert_eq!((&handled["handled"]["note"], &handled["actions"]), (&done["note"], &json!([])));
    assert!(alerts(protection).await.is_empty());
    protection.post(&path, done).at(2).await.refused(409, "already_handled");
    let kept = protection.get("/protection/alerts?open=false").await.expect(200);
    assert_eq!(kept["items"][0]["handled"]["by"]["id"], json!(cast.protection.id));
}

struct Referring<'a> {
    client: &'a Client,
    id: String,
}

impl Referring<'_> {
    async fn step(&self, name: &str, version: i64, body: Value) -> crate::support::Reply {
        self.client.post(&format!("/protection/referrals/{}/{name}", self.id), body).at(version).await
    }
}

async fn referral<'a>(cast: &'a Cast, case: &Case) -> Referring<'a> {
    let client = &cast.protection.client;
    let body = json!({ "body": "crisis_centre", "body_name": "Кризистик борбор", "note": "Needs a safe place." });
    let made = client.post(&format!("{}/protection-referrals", case.path()), body).once().await.expect(201);
    assert_eq!((&made["state"], &made["steps"][0]["note"]), (&json!("proposed"), &json!("Needs a safe place.")));
    Referring { client, id: made["id"].as_str().unwrap().to_owned() }
}

async fn help_goes_out_with_consent_only(world: World) {
    let cast = world.cast().await;
    let case = world.protected(&cast, &cast.near).await;
    let referral = referral(&cast, &case).await;
    let note = json!({ "note": "By telephone." });
    referral.step("send", 1, note.clone()).await.refused(409, "move_not_possible_from_here");
    let consent = json!({ "how": "spoken", "note": "They may tell her name and what she needs." });
    let consented = referral.step("consent", 1, consent).await.expect(200);
    assert_eq!((&consented["state"], &consented["consent"]), (&json!("consented"), &json!("spoken")));
    referral.step("send", 2, note.clone()).await.expect(200);
    referral
        .step("note", 3, json!({ "note": "No bed before Monday.", "look_again_on": "2026-12-01" }))
        .await
        .expect(200);
    referral.step("accept", 4, note).await.expect(200);
    let closing = json!({ "outcome": "helped", "note": "She is safe, she says." });
    let closed = referral.step("close", 5, closing).await.expect(200);
    assert_eq!((&closed["state"], &closed["actions"]), (&json!("closed"), &json!([])));
    assert_eq!(closed["steps"].as_array().unwrap().len(), 6);
    let open = cast.protection.client.get("/protection/referrals?open=true").await.expect(200);
    assert_eq!(open["items"], json!([]));
}

async fn consent_can_be_taken_back(world: World) {
    let cast = world.cast().await;
    let case = world.protected(&cast, &cast.near).await;
    let referral = referral(&cast, &case).await;
    referral.step("consent", 1, json!({ "how": "written", "note": "A signed sheet." })).await.expect(200);
    let back = referral.step("withdraw", 2, json!({ "note": "She changed her mind." })).await.expect(200);
    assert_eq!((&back["state"], &back["actions"]), (&json!("withdrawn"), &json!([])));
}

/// Somebody of staff knew the case before it was moved. Every question about it now has the answer of a case that never
/// was, to the letter.
async fn whoever_knows_a_protected_case_can_not_tell_whether_it_is_there(world: World) {
    let cast = world.cast().await;
    let case = world.protected(&cast, &cast.near).await;
    let nothing = maslahat::grievances::GrievanceId::random().to_string();
    let known = case.id.to_string();
    for client in [&cast.staff.client, &cast.second_staff.client] {
        for path in ["", "/identity", "/identity/grants", "/attachments/0193a000-0000-7000-8000-000000000000"] {
            let ask = |id: &str| client.get(&format!("/grievances/{id}{path}"));
            assert_eq!(plain(&ask(&known).await), plain(&ask(&nothing).await), "{path}");
        }
        for sort in ["newest", "oldest", "due", "updated"] {
            for more in ["", "&q=чаң"] {
                let ask = |id: &str| {
                    let after = maslahat::http::Cursor::by_id(id);
                    client.get(&format!("/grievances?sort={sort}&after={after}{more}"))
                };
                assert_eq!(plain(&ask(&known).await), plain(&ask(&nothing).await), "{sort}{more}");
            }
        }
        let write = |id: &str| {
            let note = json!({ "shared_with": "programme", "body": "Hello" });
            client.post(&format!("/grievances/{id}/messages"), note).once()
        };
        assert_eq!(plain(&write(&known).await), plain(&write(&nothing).await));
        let assign =
            |id: &str| client.post(&format!("/grievances/{id}/assign"), json!({ "owner_id": cast.staff.id })).at(1);
        assert_eq!(plain(&assign(&known).await), plain(&assign(&nothing).await));
    }
}

/// An answer without what is different each time.
fn plain(reply: &crate::support::Reply) -> (u16, String) {
    let mut body = reply.json();
    if let Some(problem) = body.as_object_mut() {
        problem.remove("request_id");
    }
    (reply.status, body.to_string())
}

async fn a_search_by_others_does_not_look_through_protected_words(world: World) {
    let cast = world.cast().await;
    let mut told = words(cast.near.aimak);
    told["narrative"] = json!(WORDS);
    let case = world.submit(told).await;
    let found = |client: &Client| {
        let request = client.get("/grievances?q=коркунуч&total=true");
        async move { request.await.expect(200)["total"]["count"].clone() }
    };
    assert_eq!(found(&cast.staff.client).await, 1);
    case.moved(&cast.staff.client, "acknowledge", json!({})).await.expect(200);
    let acceptance = json!({ "category": "security", "severity": "high", "sensitivity": "protection" });
    case.moved(&cast.staff.client, "accept", acceptance).await.expect(204);
    assert_eq!(found(&cast.staff.client).await, 0);
    assert_eq!(found(&cast.protection.client).await, 1);
    let note = json!({ "shared_with": "programme", "body": "Дагы коркунуч бар" });
    cast.protection.client.post(&format!("{}/messages", case.path()), note).once().await.expect(201);
    let of_staff = move |conn: &mut maslahat::db::Conn| {
        use maslahat::schema::search_subjects as subjects;
        let id = case.id.to_string();
        Ok(subjects::table.filter(subjects::id.eq(id)).select(subjects::kind).load::<String>(conn)?)
    };
    assert_eq!(world.look(of_staff).await, ["grievance_protected"]);
}

async fn references_say_nothing_of_how_many_there_are(world: World) {
    let cast = world.cast().await;
    let mut references = vec![];
    for _ in 0..12 {
        references.push(world.case(&cast.near).await.reference);
    }
    let mut sorted = references.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), references.len());
    assert_ne!(sorted, references, "in the order of time with odds of one to half a milliard");
}
