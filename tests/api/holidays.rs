//! The calendar of work.

use serde_json::{Value, json};

use crate::support::{World, on_both_engines};

on_both_engines! {
    everybody_reads_the_holidays_of_a_year;
    an_administrator_names_changes_and_removes_a_day;
    a_day_is_named_once;
    nobody_else_changes_the_calendar;
}

fn day(day: &str) -> Value {
    json!({
        "day": day, "names": { "ky": "Күн", "ru": "День", "en": "Day" }, "worked": false, "confirmed": false,
        "source": "Expected by the lunar calendar",
    })
}

async fn everybody_reads_the_holidays_of_a_year(world: World) {
    let cast = world.cast().await;
    for client in [&cast.near.company.client, &cast.near.community.client, &cast.staff.client, &cast.partner] {
        let page = client.get("/holidays?year=2026&limit=100").await.expect(200);
        let days: Vec<&str> =
            page["items"].as_array().unwrap().iter().map(|item| item["day"].as_str().unwrap()).collect();
        assert!(days.is_sorted() && days.contains(&"2026-01-01") && days.contains(&"2026-03-20"), "{days:?}");
        // The Labour Code of 2025 keeps them as holidays that are worked.
        assert!(!days.contains(&"2026-02-23") && !days.contains(&"2026-11-07"), "{days:?}");
    }
    let of_2019 = cast.staff.client.get("/holidays?year=2019&limit=100").await.expect(200);
    let days: Vec<&str> =
        of_2019["items"].as_array().unwrap().iter().map(|item| item["day"].as_str().unwrap()).collect();
    assert!(
        ["2019-05-10", "2019-06-05", "2019-08-12", "2019-11-07", "2019-11-08"].iter().all(|day| days.contains(day))
    );
    let first = cast.staff.client.get("/holidays?year=2026&limit=3").await.expect(200);
    let next = cast.staff.client.get(&format!("/holidays?year=2026&limit=3&after={}", first["next"].as_str().unwrap()));
    assert_eq!(next.await.expect(200)["items"][0]["day"], "2026-01-04");
}

async fn an_administrator_names_changes_and_removes_a_day(world: World) {
    let cast = world.cast().await;
    let admin = &cast.admin.client;
    let made = admin.post("/holidays", day("2028-02-27")).once().await.expect(201);
    assert_eq!((&made["confirmed"], &made["actions"]), (&json!(false), &json!(["update_holiday", "delete_holiday"])));
    let change = json!({ "confirmed": true, "source": "Announced by the Muftiate" });
    let path = "/holidays/2028-02-27";
    admin.patch(path, change.clone()).await.refused(428, "version_required");
    let changed = admin.patch(path, change.clone()).at(1).await.expect(200);
    assert_eq!((&changed["confirmed"], &changed["version"]), (&json!(true), &json!(2)));
    admin.patch(path, change).at(1).await.refused(412, "stale");
    admin.delete(path).at(2).await.expect(204);
    admin.delete(path).at(2).await.refused(404, "not_found");
}

async fn a_day_is_named_once(world: World) {
    let cast = world.cast().await;
    let reply = cast.admin.client.post("/holidays", day("2026-08-31")).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/day taken"]);
}

async fn nobody_else_changes_the_calendar(world: World) {
    let cast = world.cast().await;
    for client in [&cast.staff.client, &cast.protection.client, &cast.near.company.client] {
        client.post("/holidays", day("2028-02-28")).once().await.refused(403, "forbidden");
        client.delete("/holidays/2026-08-31").at(1).await.refused(403, "forbidden");
    }
}
