//! All rows or none.

use chrono::{TimeDelta, Utc};
use serde_json::json;

use super::{checked, fixture, names, path_of, people, run, sent, settled, skipping, table};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_row_that_can_not_be_recorded_takes_all_others_with_it;
    what_ended_with_its_server_can_be_run_again;
    a_run_that_is_sent_twice_is_one;
    a_file_that_is_sent_again_is_one_import;
    what_a_file_adds_is_as_if_it_had_been_typed;
}

/// Somebody whom a row would update is gone when it is run.
async fn a_row_that_can_not_be_recorded_takes_all_others_with_it(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::{stakeholder_events, stakeholder_keys, stakeholder_pairs, stakeholder_tags, stakeholders};
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    staff.post("/stakeholders", crate::stakeholders::person(&cast, "Айгүл Эсенова")).once().await.expect(201);
    let import = checked(&cast, table(&[("Жаңы Киши", ""), ("Айгүл Эсенова", ""), ("Дагы Бирөө", "")])).await;
    assert_eq!(import["duplicates"], 1);
    world
        .change(|conn| {
            diesel::delete(stakeholder_pairs::table).execute(conn)?;
            diesel::delete(stakeholder_keys::table).execute(conn)?;
            diesel::delete(stakeholder_tags::table).execute(conn)?;
            diesel::delete(stakeholder_events::table).execute(conn)?;
            Ok(diesel::delete(stakeholders::table).execute(conn).map(drop)?)
        })
        .await;
    let again = run(staff, &import, json!({ "duplicates": "update" })).await;
    assert_eq!((&again["state"], &again["duplicates"]), (&json!("checked"), &json!(0)), "it was looked through anew");
    assert_eq!(names(staff).await, Vec::<String>::new(), "nothing was recorded");
    let done = run(staff, &again, json!({ "duplicates": "update" })).await;
    assert_eq!(done["added"], 3);
}

async fn what_ended_with_its_server_can_be_run_again(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::stakeholder_imports;
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let import = checked(&cast, fixture("people.csv")).await;
    let running = stakeholder_imports::state.eq("running");
    world
        .change(move |conn| Ok(diesel::update(stakeholder_imports::table).set(running).execute(conn).map(drop)?))
        .await;
    let path = path_of(&import["id"]);
    staff.post(&format!("{path}/run"), skipping()).at(&import["version"]).await.refused(409, "import_under_way");
    staff.delete(&path).at(&import["version"]).await.refused(409, "import_under_way");
    maslahat::stakeholder_imports::tidy(&world.system, Utc::now() + TimeDelta::minutes(11)).await.unwrap();
    let again = settled(staff, &import["id"]).await;
    assert_eq!(again["state"], "checked");
    assert_eq!(run(staff, &again, skipping()).await["added"], 3);
}

async fn a_run_that_is_sent_twice_is_one(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let import = checked(&cast, fixture("people.csv")).await;
    let path = format!("{}/run", path_of(&import["id"]));
    let send = || staff.post(&path, skipping()).at(&import["version"]);
    let (one, other) = futures_util::join!(async { send().await.status }, async { send().await.status });
    let mut both = [one, other];
    both.sort_unstable();
    assert_eq!(both[0], 200);
    assert!([409, 412].contains(&both[1]), "{both:?}");
    settled(staff, &import["id"]).await;
    assert_eq!(people(staff).await.len(), 3);
    send().await.refused(412, "stale");
}

async fn a_file_that_is_sent_again_is_one_import(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = format!("/stakeholder-imports?programme_id={}&language=en&name=people.csv", cast.programme);
    let send = || {
        let request = staff.request(reqwest::Method::POST, &path).key("a-key-that-is-long-enough");
        request.body("application/octet-stream", fixture("people.csv"))
    };
    let (first, second) = (send().await.expect(201), send().await.expect(201));
    assert_eq!(first["id"], second["id"]);
    settled(staff, &first["id"]).await;
    assert_eq!(staff.get("/stakeholder-imports").await.expect(200)["items"].as_array().unwrap().len(), 1);
    for _ in 0..19 {
        sent(&cast, staff, fixture("people.csv")).await.expect(201);
    }
    sent(&cast, staff, fixture("people.csv")).await.refused(409, "too_many_imports");
}

async fn what_a_file_adds_is_as_if_it_had_been_typed(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let import = checked(&cast, fixture("people-excel.csv")).await;
    run(staff, &import, skipping()).await;
    for query in ["category=herder", "consent=given", "tag=пастбище", "sort=influence", "q=асанов", "sort=newest"]
    {
        let page = staff.get(&format!("/stakeholders?{query}&total=true")).await.expect(200);
        assert_ne!(page["items"], json!([]), "{query}");
    }
    let id = people(staff).await[1]["id"].as_str().unwrap().to_owned();
    let path = format!("/stakeholders/{id}");
    let changed = staff.patch(&path, json!({ "name": "Бакыт аке" })).at(1).await.expect(200);
    assert_eq!(changed["version"], 2);
    assert_eq!(staff.get(&format!("{path}/contact")).await.expect(200)["phone"], "0700 11-22-33");
}
