//! Filters that people keep under a name.

use serde_json::json;

use crate::support::{World, on_both_engines};

on_both_engines! {
    a_filter_is_kept_renamed_and_deleted;
    filters_are_their_owners_alone;
    a_name_is_used_once_by_each;
    a_query_that_the_list_would_refuse_is_not_kept;
    a_stale_change_is_refused;
    there_is_room_for_fifty;
}

async fn a_filter_is_kept_renamed_and_deleted(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let new = json!({ "name": "Жаңылар", "query": "state=submitted&sort=due" });
    let kept = staff.post("/saved-filters", new).once().await.expect(201);
    assert_eq!(kept["actions"], json!(["update_saved_filter", "delete_saved_filter"]));
    assert_eq!(staff.get("/saved-filters").await.expect(200)["items"], json!([kept]));
    staff.get(&format!("/grievances?{}", kept["query"].as_str().unwrap())).await.expect(200);
    let path = format!("/saved-filters/{}", kept["id"].as_str().unwrap());
    let changed = staff.patch(&path, json!({ "name": "Эскилер" })).at(1).await.expect(200);
    assert_eq!((&changed["name"], &changed["query"]), (&json!("Эскилер"), &kept["query"]));
    let changed = staff.patch(&path, json!({ "query": "" })).at(2).await.expect(200);
    assert_eq!((&changed["name"], &changed["query"]), (&json!("Эскилер"), &json!("")));
    assert_eq!(staff.delete(&path).at(3).await.status, 204);
    assert_eq!(staff.get("/saved-filters").await.expect(200)["items"], json!([]));
}

async fn filters_are_their_owners_alone(world: World) {
    let cast = world.cast().await;
    let new = json!({ "name": "Mine", "query": "severity=high" });
    let kept = cast.staff.client.post("/saved-filters", new).once().await.expect(201);
    let path = format!("/saved-filters/{}", kept["id"].as_str().unwrap());
    for other in [&cast.second_staff, &cast.protection, &cast.near.company] {
        assert_eq!(other.client.get("/saved-filters").await.expect(200)["items"], json!([]));
        other.client.patch(&path, json!({ "name": "Theirs" })).at(1).await.refused(404, "not_found");
        other.client.delete(&path).at(1).await.refused(404, "not_found");
    }
    cast.admin.client.get("/saved-filters").await.refused(403, "forbidden");
}

async fn a_name_is_used_once_by_each(world: World) {
    let cast = world.cast().await;
    let new = json!({ "name": "Mine", "query": "" });
    cast.staff.client.post("/saved-filters", new.clone()).once().await.expect(201);
    let reply = cast.staff.client.post("/saved-filters", new.clone()).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/name taken"]);
    cast.second_staff.client.post("/saved-filters", new).once().await.expect(201);
}

async fn a_query_that_the_list_would_refuse_is_not_kept(world: World) {
    let cast = world.cast().await;
    let owner = format!("owner_id={}", cast.staff.id);
    let village = format!("place_id={}", cast.near.aimak);
    for query in ["stat=submitted", "state=lost", "q=ab", "q=ab cd", "limit=5", "after=eA", "total=true"] {
        let reply = cast.staff.client.post("/saved-filters", json!({ "name": "Mine", "query": query })).once().await;
        assert_eq!(reply.refused(422, "invalid"), ["/query invalid"], "{query}");
    }
    for query in [&owner, &village] {
        let new = json!({ "name": query, "query": query });
        let reply = cast.near.company.client.post("/saved-filters", new.clone()).once().await;
        assert_eq!(reply.refused(422, "invalid"), ["/query invalid"], "{query}");
        cast.staff.client.post("/saved-filters", new).once().await.expect(201);
    }
}

async fn a_stale_change_is_refused(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let kept = staff.post("/saved-filters", json!({ "name": "Mine", "query": "" })).once().await.expect(201);
    let path = format!("/saved-filters/{}", kept["id"].as_str().unwrap());
    staff.patch(&path, json!({ "name": "First" })).at(1).await.expect(200);
    staff.patch(&path, json!({ "name": "Second" })).at(1).await.refused(412, "stale");
    staff.delete(&path).at(1).await.refused(412, "stale");
}

async fn there_is_room_for_fifty(world: World) {
    let cast = world.cast().await;
    for number in 1..=50 {
        let new = json!({ "name": format!("Filter {number}"), "query": "" });
        cast.staff.client.post("/saved-filters", new).once().await.expect(201);
    }
    let reply = cast.staff.client.post("/saved-filters", json!({ "name": "One more", "query": "" })).once().await;
    reply.refused(409, "too_many_filters");
}
