//! Whose an import is, and what is left of it.

use chrono::{TimeDelta, Utc};
use serde_json::json;

use super::{checked, fixture, path_of, run, sent, skipping, table};
use crate::support::{World, on_both_engines};

on_both_engines! {
    an_import_is_its_senders_alone;
    nobody_outside_the_programme_sends_one;
    who_left_the_programme_has_it_no_more;
    no_word_of_it_lies_in_the_clear_and_none_is_left;
    each_step_is_in_the_audit_trail;
}

async fn an_import_is_its_senders_alone(world: World) {
    let cast = world.cast().await;
    let import = checked(&cast, table(&[("Канарейка Аты", "0555 000088")])).await;
    let path = path_of(&import["id"]);
    for other in [&cast.second_staff, &cast.protection, &cast.other_staff] {
        assert_eq!(other.client.get("/stakeholder-imports").await.expect(200)["items"], json!([]));
        for part in ["", "/errors", "/duplicates"] {
            other.client.get(&format!("{path}{part}")).await.refused(404, "not_found");
        }
        other.client.post(&format!("{path}/run"), skipping()).at(2).await.refused(404, "not_found");
        let columns = json!({ "columns": ["name"] });
        other.client.post(&format!("{path}/columns"), columns).at(2).await.refused(404, "not_found");
        other.client.delete(&path).at(2).await.refused(404, "not_found");
    }
}

async fn nobody_outside_the_programme_sends_one(world: World) {
    let cast = world.cast().await;
    let near = &cast.near;
    for client in [&near.company, &near.authority, &near.community, &cast.admin].map(|person| &person.client) {
        sent(&cast, client, fixture("people.csv")).await.refused(403, "forbidden");
    }
    sent(&cast, &cast.partner, fixture("people.csv")).await.refused(403, "forbidden");
    let other = sent(&cast, &cast.other_staff.client, fixture("people.csv")).await;
    assert_eq!(other.refused(422, "invalid"), ["?programme_id unknown"]);
    assert_eq!(world.files_kept(), 0);
}

async fn who_left_the_programme_has_it_no_more(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::account_programmes;
    let cast = world.cast().await;
    let import = checked(&cast, fixture("people.csv")).await;
    let (id, programme) = (cast.staff.id, cast.programme);
    world
        .change(move |conn| {
            Ok(diesel::delete(account_programmes::table.find((id, programme))).execute(conn).map(drop)?)
        })
        .await;
    cast.staff.client.get(&path_of(&import["id"])).await.refused(404, "not_found");
}

async fn no_word_of_it_lies_in_the_clear_and_none_is_left(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let import = checked(&cast, fixture("people.csv")).await;
    let folder = world.data().join("files/imports").join(import["id"].as_str().unwrap());
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 2, "the file and what was found in it");
    for file in files {
        let bytes = std::fs::read(file).unwrap();
        assert!(!bytes.windows(12).any(|window| window == "Эсенов".as_bytes()));
    }
    run(staff, &import, skipping()).await;
    assert_eq!(world.files_kept(), 0, "once it is read in");
    let waiting = checked(&cast, fixture("people.csv")).await;
    maslahat::stakeholder_imports::tidy(&world.system, Utc::now() + TimeDelta::hours(25)).await.unwrap();
    assert_eq!(world.files_kept(), 0, "after a day");
    staff.get(&path_of(&waiting["id"])).await.refused(404, "not_found");
    let deleted = checked(&cast, fixture("people.csv")).await;
    assert_eq!(staff.delete(&path_of(&deleted["id"])).at(&deleted["version"]).await.status, 204);
    assert_eq!(world.files_kept(), 0, "when it is deleted");
    world.system.files.put_at("imports/01890000-0000-7000-8000-000000000000/source", b"stray").await.unwrap();
    maslahat::stakeholder_imports::tidy(&world.system, Utc::now() + TimeDelta::hours(2)).await.unwrap();
    assert_eq!(world.files_kept(), 0, "where a server ended between the file and the row");
}

async fn each_step_is_in_the_audit_trail(world: World) {
    let cast = world.cast().await;
    let import = checked(&cast, fixture("people.csv")).await;
    run(&cast.staff.client, &import, skipping()).await;
    let trail = cast.protection.client.get("/audit/entries?limit=2").await.expect(200);
    let entries: Vec<(&str, &str)> = trail["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (entry["operation"].as_str().unwrap(), entry["detail"].as_str().unwrap()))
        .collect();
    let wanted = [("run_stakeholder_import", "3 added, 0 updated, 0 left out"), ("create_stakeholder_import", "csv")];
    assert_eq!(entries, wanted);
    assert!(!cast.admin.client.get("/audit/entries").await.text().contains("stakeholder_import"));
}
