//! What the server does by itself: once, again after its time, and in spite of failures.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use futures_util::future::join_all;
use maslahat::app::System;
use maslahat::db::counter;
use maslahat::db::types::Moment;
use maslahat::error::{ApiError, Result};
use maslahat::keeper::{Chore, round};
use maslahat::schema::{chores, counters};

use crate::support::{World, on_both_engines};

on_both_engines! {
    a_chore_is_done_again_when_its_time_has_passed;
    of_several_instances_one_does_it;
    a_chore_that_fails_or_panics_is_logged_and_tried_again;
    a_chore_whose_holder_died_is_done_by_another;
    a_clock_that_ran_ahead_puts_nothing_off;
    a_server_that_stops_begins_no_other_chore;
}

static COUNTING: [Chore; 1] =
    [Chore { name: "count", every: Duration::from_hours(1), run: |system, _| Box::pin(count(system)) }];

static FAILING: [Chore; 3] = [
    Chore { name: "fail", every: Duration::from_hours(1), run: |_, _| Box::pin(async { Err(ApiError::Unavailable) }) },
    Chore { name: "panic", every: Duration::from_hours(1), run: |_, _| Box::pin(async { panic!("a chore's") }) },
    Chore { name: "count", every: Duration::from_hours(1), run: |system, _| Box::pin(count(system)) },
];

async fn count(system: &System) -> Result<()> {
    system.db.write(|conn| counter::next(conn, "counted").map(drop)).await
}

async fn counted(world: &World) -> i64 {
    let count = |conn: &mut maslahat::db::Conn| {
        Ok(counters::table.find("counted").select(counters::value).first(conn).optional()?.unwrap_or(0))
    };
    world.look(count).await
}

async fn go(world: &World, chores: &'static [Chore], holder: &str, now: DateTime<Utc>) -> usize {
    round(&world.system, chores, holder, now, || false).await.unwrap()
}

async fn failures(world: &World) -> Vec<(String, i64)> {
    world.look(|conn| Ok(chores::table.order(chores::name).select((chores::name, chores::failures)).load(conn)?)).await
}

async fn a_chore_is_done_again_when_its_time_has_passed(world: World) {
    let start = Utc::now();
    for (minutes, done) in [(0, 1), (1, 0), (59, 0), (60, 1), (61, 0), (200, 1)] {
        assert_eq!(go(&world, &COUNTING, "one", start + TimeDelta::minutes(minutes)).await, done, "{minutes}");
    }
    assert_eq!(counted(&world).await, 3);
}

async fn of_several_instances_one_does_it(world: World) {
    let now = Utc::now();
    let holders: Vec<String> = (0..8).map(|number| format!("instance {number}")).collect();
    let done = join_all(holders.iter().map(|holder| go(&world, &COUNTING, holder, now))).await;
    assert_eq!(done.iter().sum::<usize>(), 1, "{done:?}");
    assert_eq!(counted(&world).await, 1);
}

async fn a_chore_that_fails_or_panics_is_logged_and_tried_again(world: World) {
    let start = Utc::now();
    assert_eq!(go(&world, &FAILING, "one", start).await, 1, "the one after those that failed is done");
    assert!(world.log().contains("a chore failed and will be tried again"));
    assert_eq!(go(&world, &FAILING, "one", start + TimeDelta::seconds(59)).await, 0);
    go(&world, &FAILING, "one", start + TimeDelta::seconds(60)).await;
    let expected = [("count", 0), ("fail", 2), ("panic", 2)].map(|(name, count)| (name.to_owned(), count));
    assert_eq!(failures(&world).await, expected);
    assert_eq!(counted(&world).await, 1);
}

async fn a_chore_whose_holder_died_is_done_by_another(world: World) {
    let start = Utc::now();
    go(&world, &COUNTING, "one", start).await;
    let died = move |conn: &mut maslahat::db::Conn| {
        let held = (chores::holder.eq("one"), chores::held_until.eq(Moment::from(start + TimeDelta::hours(2))));
        Ok(diesel::update(chores::table.find("count")).set(held).execute(conn)?)
    };
    world.change(died).await;
    assert_eq!(go(&world, &COUNTING, "two", start + TimeDelta::minutes(119)).await, 0);
    assert_eq!(go(&world, &COUNTING, "two", start + TimeDelta::minutes(120)).await, 1);
    assert_eq!(counted(&world).await, 2);
}

async fn a_clock_that_ran_ahead_puts_nothing_off(world: World) {
    let start = Utc::now();
    go(&world, &COUNTING, "ahead", start + TimeDelta::days(4000)).await;
    assert_eq!(go(&world, &COUNTING, "one", start).await, 1);
    assert_eq!(go(&world, &COUNTING, "one", start + TimeDelta::minutes(59)).await, 0);
}

async fn a_server_that_stops_begins_no_other_chore(world: World) {
    let done = round(&world.system, &COUNTING, "one", Utc::now(), || true).await.unwrap();
    assert_eq!((done, counted(&world).await), (0, 0));
}
