//! The calendar.

use serde_json::{Value, json};

use super::{invited, moved, planned};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_month_has_the_days_on_which_meetings_begin_in_bishkek;
    a_day_counts_what_it_does_not_show;
    a_month_holds_what_its_reader_reaches;
}

/// From the first moment to another of that day, in UTC.
fn between(from: &str, to: &str) -> Value {
    json!({ "starts_at": from, "ends_at": to })
}

async fn a_month_has_the_days_on_which_meetings_begin_in_bishkek(world: World) {
    let cast = world.cast().await;
    let late = planned(&cast, between("2031-04-30T18:30:00Z", "2031-04-30T20:00:00Z")).await;
    let early = planned(&cast, between("2031-04-30T17:30:00Z", "2031-04-30T20:00:00Z")).await;
    for (month, day, id) in [("2031-04", "2031-04-30", &early["id"]), ("2031-05", "2031-05-01", &late["id"])] {
        let seen = cast.staff.client.get(&format!("/meetings/month?month={month}")).await.expect(200);
        let days = seen["days"].as_array().unwrap();
        assert_eq!(days.len(), 1, "{seen}");
        assert_eq!((&days[0]["day"], &days[0]["first"][0]["id"]), (&json!(day), id));
    }
    for wrong in ["2031-13", "20311-1", "2031-4", "9999-12"] {
        let reply = cast.staff.client.get(&format!("/meetings/month?month={wrong}")).await;
        assert!(reply.refused(422, "invalid")[0].starts_with("?month "), "{wrong}");
    }
}

async fn a_day_counts_what_it_does_not_show(world: World) {
    let cast = world.cast().await;
    for _ in 0..6 {
        planned(&cast, between("2031-04-10T04:00:00Z", "2031-04-10T05:00:00Z")).await;
    }
    let seen = cast.staff.client.get("/meetings/month?month=2031-04").await.expect(200);
    let day = &seen["days"][0];
    assert_eq!(day["total"], json!({ "count": 6, "exact": true }));
    assert_eq!(day["first"].as_array().unwrap().len(), 4);
}

async fn a_month_holds_what_its_reader_reaches(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, between("2031-04-10T04:00:00Z", "2031-04-10T05:00:00Z")).await;
    invited(&cast, &made, json!({ "account_id": cast.near.company.id })).await;
    let company = &cast.near.company.client;
    let month = "/meetings/month?month=2031-04";
    assert_eq!(company.get(month).await.expect(200)["days"], json!([]));
    moved(&cast.staff.client, &made, "open-agenda", json!({})).await;
    assert_eq!(company.get(month).await.expect(200)["days"].as_array().unwrap().len(), 1);
    let far = format!("{month}&place_id={}", cast.far.aimak);
    assert_eq!(company.get(&far).await.expect(200)["days"], json!([]));
    for (person, mine) in [(&cast.near.company, 1), (&cast.second_staff, 0)] {
        let seen = person.client.get(&format!("{month}&mine=true")).await.expect(200);
        assert_eq!(seen["days"].as_array().unwrap().len(), mine, "{}", person.email);
    }
    assert_eq!(cast.near.authority.client.get(month).await.expect(200)["days"], json!([]));
}
