//! Reading the trail.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::authz::Role;
use maslahat::db::types::Moment;
use maslahat::schema::audit_entries;
use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{Account, Client, World, on_both_engines};

on_both_engines! {
    an_administrator_reads_what_is_about_no_case;
    an_administrator_learns_of_no_case_by_any_filter;
    an_administrators_page_tells_no_numbers;
    protection_reads_the_cases_of_its_programmes_and_no_others;
    an_entry_names_who_did_what_to_whom;
    an_entry_names_the_key_that_acted_or_was_made;
    filters_narrow_the_trail;
    days_are_those_of_bishkek;
    pages_of_the_trail_follow_each_other_without_gap_or_repeat;
}

/// Every entry within reach, page by page.
async fn all(client: &Client, query: &str) -> Vec<Value> {
    let (mut found, mut after) = (vec![], String::new());
    loop {
        let page = client.get(&format!("/audit/entries?limit=3{query}{after}")).await.expect(200);
        found.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return found,
        }
    }
}

async fn an_administrator_reads_what_is_about_no_case(world: World) {
    let cast = world.cast().await;
    let cases = [world.released(&cast, &cast.near).await, world.protected(&cast, &cast.near).await];
    world.sign_in(&cast.protection).await.expect(200);
    let seen = all(&cast.admin.client, "").await;
    assert!(seen.iter().any(|entry| entry["operation"] == "pass_second_factor"));
    assert!(seen.iter().all(|entry| entry["subject"]["kind"] != "grievance"));
    let text = json!(seen).to_string();
    for case in cases {
        assert!(!text.contains(&case.reference) && !text.contains(&case.id.to_string()), "{text}");
    }
}

async fn an_administrator_learns_of_no_case_by_any_filter(world: World) {
    let cast = world.cast().await;
    let case = world.protected(&cast, &cast.near).await;
    let hash: String = world
        .look(|conn| {
            let about_a_case = audit_entries::table.filter(audit_entries::subject_kind.eq("grievance"));
            Ok(about_a_case.select(audit_entries::hash).first(conn)?)
        })
        .await;
    let staff = cast.staff.id;
    for query in [
        "&subject_kind=grievance".to_owned(),
        format!("&subject_id={}", case.id),
        "&operation=acknowledge_grievance".to_owned(),
        "&operation=accept_grievance".to_owned(),
        format!("&actor_id={staff}&operation=accept_grievance"),
    ] {
        assert!(all(&cast.admin.client, &query).await.is_empty(), "{query}");
    }
    // Also as the end of a page, an entry that one may not read is like one that there is not.
    let cursor = |hash: &str| maslahat::http::Cursor::by_id(hash).to_string();
    let (hidden, unknown) = (cursor(&hash), cursor(&"0".repeat(64)));
    for after in [hidden, unknown] {
        let reply = cast.admin.client.get(&format!("/audit/entries?after={after}")).await;
        assert_eq!(reply.refused(422, "invalid"), ["?after invalid"]);
    }
}

async fn an_administrators_page_tells_no_numbers(world: World) {
    let cast = world.cast().await;
    world.sign_in(&cast.staff).await.expect(200);
    world.case(&cast.near).await;
    world.sign_in(&cast.staff).await.expect(200);
    let page = cast.admin.client.get("/audit/entries?limit=1").await.expect(200);
    let entry = page["items"][0].as_object().unwrap();
    let fields = ["actor", "at", "detail", "id", "operation", "role", "subject"];
    assert_eq!(entry.keys().map(String::as_str).collect::<Vec<_>>(), fields);
    let next: maslahat::http::Cursor = page["next"].as_str().unwrap().parse().unwrap();
    assert_eq!((next.key.as_str(), next.id.as_str()), ("", entry["id"].as_str().unwrap()));
    let state = cast.admin.client.get("/audit/state").await.expect(200);
    assert_eq!(state, json!({ "whole_at": null, "signed_at": null, "broken_at": null }));
}

async fn protection_reads_the_cases_of_its_programmes_and_no_others(world: World) {
    let cast = world.cast().await;
    let case = world.protected(&cast, &cast.near).await;
    let path = format!("&subject_kind=grievance&subject_id={}", case.id);
    let seen = all(&cast.protection.client, &path).await;
    let done: Vec<&str> = seen.iter().map(|entry| entry["operation"].as_str().unwrap()).collect();
    assert_eq!(done, ["accept_grievance", "acknowledge_grievance", "submit_grievance"]);
    assert!(seen.iter().all(|entry| entry["subject"]["name"] == json!(case.reference)));
    assert_eq!((&seen[2]["actor"], &seen[2]["role"]), (&Value::Null, &json!("public")));
    let elsewhere = world.programme("Elsewhere").await;
    let account =
        Account { role: Role::Protection, organisation: cast.ngo, places: vec![], programmes: vec![elsewhere] };
    let other = world.account(account).await;
    assert!(all(&other.client, &path).await.is_empty());
    assert!(all(&other.client, "").await.iter().all(|entry| entry["subject"]["kind"] != "grievance"));
}

async fn an_entry_names_who_did_what_to_whom(world: World) {
    let cast = world.cast().await;
    let path = format!("/accounts/{}", cast.staff.id);
    cast.admin.client.patch(&path, json!({ "role": "protection" })).at(1).await.expect(200);
    let page = cast.protection.client.get("/audit/entries?limit=1").await.expect(200);
    let entry = &page["items"][0];
    assert_eq!(entry["operation"], "update_account");
    assert_eq!(entry["actor"], json!({ "id": cast.admin.id, "name": "admin" }));
    assert_eq!(entry["subject"], json!({ "kind": "account", "id": cast.staff.id, "name": "staff" }));
    assert_eq!((&entry["role"], &entry["detail"]), (&json!("admin"), &json!("role protection, active true")));
}

async fn an_entry_names_the_key_that_acted_or_was_made(world: World) {
    let cast = world.cast().await;
    let newest = async || cast.protection.client.get("/audit/entries?limit=1").await.expect(200)["items"][0].clone();
    let partner = world.organisation("partner", "Observatory", None).await;
    let key = json!({
        "name": "Weather stations", "organisation_id": partner, "programme_id": cast.programme,
        "scopes": ["grievances_create"], "expires_at": Utc::now() + TimeDelta::days(30),
    });
    let made = cast.admin.client.post("/api-keys", key).once().await.expect(201);
    let named = json!({ "kind": "api_key", "id": made["id"], "name": "Weather stations" });
    assert_eq!(newest().await["subject"], named);
    let words = words(cast.near.aimak);
    let entered = json!({ "channel": "phone", "consent": { "given": "said", "note": "said so" }, "grievance": words });
    world.stranger.with(made["secret"].as_str().unwrap()).post("/grievances", entered).once().await.expect(201);
    let entry = newest().await;
    assert_eq!(entry["actor"], json!({ "id": made["id"], "name": "Weather stations" }));
    assert_eq!((&entry["role"], &entry["operation"]), (&json!("partner"), &json!("record_grievance")));
}

async fn filters_narrow_the_trail(world: World) {
    let cast = world.cast().await;
    world.sign_in(&cast.staff).await.expect(200);
    world.sign_in(&cast.second_staff).await.expect(200);
    let (admin, staff) = (&cast.admin.client, cast.staff.id);
    let of_staff = all(admin, &format!("&actor_id={staff}")).await;
    assert!(!of_staff.is_empty() && of_staff.iter().all(|entry| entry["actor"]["id"] == json!(staff)));
    let sign_ins = all(admin, "&operation=pass_second_factor").await;
    assert_eq!(sign_ins.len(), 2);
    let session = sign_ins[0]["subject"]["id"].as_str().unwrap();
    assert_eq!(all(admin, &format!("&subject_kind=session&subject_id={session}")).await, sign_ins[..1]);
    assert!(all(admin, "&from=2020-01-01&to=2020-12-31").await.is_empty());
    let refused = admin.get("/audit/entries?actor_id=somebody").await.refused(422, "invalid");
    assert_eq!(refused.len(), 1);
}

async fn days_are_those_of_bishkek(world: World) {
    let cast = world.cast().await;
    for _ in 0..3 {
        world.sign_in(&cast.staff).await.expect(200);
    }
    let moments = ["2026-11-20T17:59:59Z", "2026-11-20T18:00:00Z", "2026-11-21T17:59:59Z"];
    world
        .change(move |conn| {
            let seqs: Vec<i64> =
                audit_entries::table.order(audit_entries::seq).select(audit_entries::seq).load(conn)?;
            for (seq, moment) in seqs.iter().rev().take(3).rev().zip(moments) {
                let at: DateTime<Utc> = moment.parse().unwrap();
                let target = audit_entries::table.find(seq);
                diesel::update(target).set(audit_entries::at.eq(Moment::from(at))).execute(conn)?;
            }
            Ok(())
        })
        .await;
    let of = async |query: &str| -> Vec<String> {
        let seen = all(&cast.admin.client, query).await;
        seen.iter().map(|entry| entry["at"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(of("&from=2026-11-21&to=2026-11-21").await, [moments[2], moments[1]]);
    assert_eq!(of("&from=2026-11-20&to=2026-11-20").await, [moments[0]]);
    assert_eq!(of("&to=2026-11-21").await, [moments[2], moments[1], moments[0]]);
}

async fn pages_of_the_trail_follow_each_other_without_gap_or_repeat(world: World) {
    let cast = world.cast().await;
    for side in [&cast.near, &cast.far] {
        world.accepted(&cast, side).await;
        world.sign_in(&cast.staff).await.expect(200);
    }
    let seen: Vec<String> =
        all(&cast.protection.client, "").await.iter().map(|entry| entry["id"].to_string()).collect();
    let expected: Vec<String> = world
        .look(|conn| {
            Ok(audit_entries::table.order(audit_entries::seq.desc()).select(audit_entries::hash).load(conn)?)
        })
        .await;
    assert_eq!(seen, expected.iter().map(|hash| json!(hash).to_string()).collect::<Vec<_>>());
}
