//! How a file is made, kept and deleted.

use chrono::{TimeDelta, Utc};
use serde_json::json;

use super::{exported, fetch, finished, stored};
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    a_file_is_deleted_after_a_day;
    a_deleted_export_leaves_nothing;
    what_broke_off_is_given_up;
    an_export_sent_twice_is_one;
    a_query_that_the_list_would_refuse_is_refused;
    three_may_be_under_way;
    each_step_is_in_the_audit_trail;
}

async fn a_file_is_deleted_after_a_day(world: World) {
    let cast = world.cast().await;
    world.case(&cast.near).await;
    let export = exported(&cast.staff.client, "csv", "").await;
    assert_eq!(stored(&world).len(), 1);
    let now = Utc::now();
    maslahat::exports::tidy(&world.system, now + TimeDelta::hours(23)).await.unwrap();
    assert_eq!(fetch(&cast.staff.client, &export).await.status, 200);
    maslahat::exports::tidy(&world.system, now + TimeDelta::hours(25)).await.unwrap();
    assert_eq!(stored(&world), Vec::<String>::new());
    fetch(&cast.staff.client, &export).await.refused(404, "not_found");
    assert_eq!(cast.staff.client.get("/exports").await.expect(200)["items"], json!([]));
}

async fn a_deleted_export_leaves_nothing(world: World) {
    let cast = world.cast().await;
    world.case(&cast.near).await;
    let export = exported(&cast.staff.client, "xlsx", "").await;
    let path = format!("/exports/{}", export["id"].as_str().unwrap());
    cast.staff.client.delete(&path).at(1).await.refused(412, "stale");
    assert_eq!(cast.staff.client.delete(&path).at(&export["version"]).await.status, 204);
    cast.staff.client.get(&path).await.refused(404, "not_found");
    assert_eq!(stored(&world), Vec::<String>::new());
    // What a server left that ended between the row and the files.
    world.system.files.put_at("exports/01890000-0000-7000-8000-000000000000/000000", b"stray").await.unwrap();
    maslahat::exports::tidy(&world.system, Utc::now()).await.unwrap();
    assert_eq!(stored(&world), Vec::<String>::new());
}

async fn what_broke_off_is_given_up(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::exports;
    let cast = world.cast().await;
    let export = exported(&cast.staff.client, "csv", "").await;
    world
        .change(|conn| Ok(diesel::update(exports::table).set(exports::state.eq("running")).execute(conn).map(drop)?))
        .await;
    fetch(&cast.staff.client, &export).await.refused(409, "not_ready");
    maslahat::exports::tidy(&world.system, Utc::now() + TimeDelta::minutes(6)).await.unwrap();
    let failed = finished(&cast.staff.client, export["id"].as_str().unwrap()).await;
    assert_eq!((&failed["state"], &failed["actions"]), (&json!("failed"), &json!(["delete_export"])));
}

async fn an_export_sent_twice_is_one(world: World) {
    let cast = world.cast().await;
    let new = json!({ "format": "csv", "language": "ru", "query": "state=submitted" });
    let send = || cast.staff.client.post("/exports", new.clone()).key("a-key-of-an-export-1");
    let first = send().await.expect(201);
    assert_eq!(send().await.expect(201), first);
    finished(&cast.staff.client, first["id"].as_str().unwrap()).await;
    assert_eq!(cast.staff.client.get("/exports").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

async fn a_query_that_the_list_would_refuse_is_refused(world: World) {
    let cast = world.cast().await;
    let ask = |client: &Client, query: &str| {
        client.post("/exports", json!({ "format": "csv", "language": "ky", "query": query })).once()
    };
    for query in ["stat=submitted", "limit=10", "q=ab"] {
        assert_eq!(ask(&cast.staff.client, query).await.refused(422, "invalid"), ["/query invalid"], "{query}");
    }
    for query in [format!("owner_id={}", cast.staff.id), format!("place_id={}", cast.near.aimak)] {
        let reply = ask(&cast.near.company.client, &query).await;
        assert_eq!(reply.refused(422, "invalid"), ["/query invalid"], "{query}");
    }
}

async fn three_may_be_under_way(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::exports;
    let cast = world.cast().await;
    for _ in 0..3 {
        exported(&cast.staff.client, "csv", "").await;
    }
    world
        .change(|conn| Ok(diesel::update(exports::table).set(exports::state.eq("waiting")).execute(conn).map(drop)?))
        .await;
    let new = json!({ "format": "csv", "language": "ky", "query": "" });
    cast.staff.client.post("/exports", new.clone()).once().await.refused(409, "too_many_exports");
    cast.second_staff.client.post("/exports", new).once().await.expect(201);
}

async fn each_step_is_in_the_audit_trail(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::audit_entries;
    let cast = world.cast().await;
    world.case(&cast.near).await;
    let export = exported(&cast.staff.client, "csv", "q=жүк ташуучу").await;
    fetch(&cast.staff.client, &export).await;
    let path = format!("/exports/{}", export["id"].as_str().unwrap());
    assert_eq!(cast.staff.client.delete(&path).at(&export["version"]).await.status, 204);
    let id = export["id"].as_str().unwrap().to_owned();
    let trail: Vec<(String, String)> = world
        .look(move |conn| {
            let of_export = audit_entries::table.filter(audit_entries::subject_id.eq(id)).order(audit_entries::seq);
            Ok(of_export.select((audit_entries::operation, audit_entries::detail)).load(conn)?)
        })
        .await;
    let entry = |operation: &str, detail: &str| (operation.to_owned(), detail.to_owned());
    let expected = [
        entry("create_export", "asked for, grievances, csv"),
        entry("create_export", "1 rows"),
        entry("get_export_file", ""),
        entry("delete_export", ""),
    ];
    assert_eq!(trail, expected);
}
