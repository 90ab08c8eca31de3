//! What cases refer to is kept in memory, and shown as it is now, whoever changed it.

use chrono::{Days, Utc};
use diesel::prelude::*;
use maslahat::db::Conn;
use maslahat::error::Result;
use maslahat::schema::{
    accounts, focus_area_places, focus_areas, holidays, organisations, places, programme_terms, programmes, sites,
};
use serde_json::Value;

use crate::support::case::{Case, words};
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    a_new_name_shows_at_once;
    new_terms_and_holidays_count_at_once;
    a_programme_takes_nothing_in_from_when_it_is_closed;
    a_change_that_is_undone_never_shows;
}

/// A change past the code that knows of the directory: only the database can tell.
async fn behind(world: &World, change: impl FnOnce(&mut Conn) -> QueryResult<usize> + Send + 'static) {
    let changed = world.change(|conn| Ok(change(conn)?)).await;
    assert!(changed > 0);
}

async fn seen(case: &Case, cast: &Cast) -> Value {
    case.seen_by(&cast.staff.client).await.expect(200)
}

async fn a_new_name_shows_at_once(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    seen(&case, &cast).await;
    behind(&world, |conn| diesel::update(places::table).set(places::name_ky.eq("Жаңы айыл")).execute(conn)).await;
    assert_eq!(seen(&case, &cast).await["place"]["names"]["ky"], "Жаңы айыл");
    behind(&world, |conn| diesel::update(sites::table).set(sites::name_ru.eq("Новый участок")).execute(conn)).await;
    assert_eq!(seen(&case, &cast).await["site"]["names"]["ru"], "Новый участок");
    let renamed = organisations::name_en.eq("New owner");
    behind(&world, move |conn| diesel::update(organisations::table).set(renamed).execute(conn)).await;
    assert_eq!(seen(&case, &cast).await["respondent"]["names"]["en"], "New owner");
    behind(&world, |conn| diesel::update(accounts::table).set(accounts::name.eq("Айгүл")).execute(conn)).await;
    assert_eq!(seen(&case, &cast).await["owner"]["name"], "Айгүл");
}

async fn due_at(case: &Case, cast: &Cast) -> String {
    seen(case, cast).await["clocks"][0]["due_at"].as_str().unwrap().to_owned()
}

async fn new_terms_and_holidays_count_at_once(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let usual = due_at(&case, &cast).await;
    let programme = cast.programme;
    let row = (
        programme_terms::programme_id.eq(programme),
        programme_terms::term.eq("acknowledge"),
        programme_terms::amount.eq(9),
        programme_terms::unit.eq("working_days"),
    );
    behind(&world, move |conn| diesel::insert_into(programme_terms::table).values(row).execute(conn)).await;
    let longer = due_at(&case, &cast).await;
    assert!(longer > usual);
    behind(&world, rest).await;
    let rested = due_at(&case, &cast).await;
    assert!(rested > longer);
    behind(&world, |conn| diesel::delete(holidays::table).execute(conn)).await;
    behind(&world, |conn| diesel::delete(programme_terms::table).execute(conn)).await;
    assert!(due_at(&case, &cast).await <= usual);
}

/// Nobody works in the next two weeks.
fn rest(conn: &mut Conn) -> QueryResult<usize> {
    let today = Utc::now().date_naive();
    diesel::delete(holidays::table).execute(conn)?;
    (0..14).try_fold(0, |added, day| {
        let row = (
            (holidays::day.eq(today + Days::new(day)), holidays::worked.eq(false), holidays::confirmed.eq(true)),
            (holidays::name_ky.eq("-"), holidays::name_ru.eq("-"), holidays::name_en.eq("-")),
            holidays::source.eq("-"),
        );
        Ok(added + diesel::insert_into(holidays::table).values(row).execute(conn)?)
    })
}

async fn a_programme_takes_nothing_in_from_when_it_is_closed(world: World) {
    let cast = world.cast().await;
    let place = cast.near.aimak;
    let submit = async || world.stranger.post("/intake/grievances", words(place)).once().await;
    submit().await.expect(201);
    behind(&world, |conn| diesel::update(programmes::table).set(programmes::status.eq("closed")).execute(conn)).await;
    assert_eq!(submit().await.refused(422, "invalid"), ["/place_id outside_programme"]);
    behind(&world, |conn| diesel::update(programmes::table).set(programmes::status.eq("running")).execute(conn)).await;
    submit().await.expect(201);
    behind(&world, |conn| diesel::delete(focus_area_places::table).execute(conn)).await;
    assert_eq!(submit().await.refused(422, "invalid"), ["/place_id outside_programme"]);
    behind(&world, |conn| diesel::delete(focus_areas::table).execute(conn)).await;
}

async fn a_change_that_is_undone_never_shows(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let before = seen(&case, &cast).await["place"]["names"].clone();
    let undone: Result<()> = world
        .db
        .write(|conn| {
            diesel::update(places::table).set(places::name_ky.eq("Undone")).execute(conn)?;
            // Read within the transaction, it is already there.
            let directory = maslahat::directory::directory(conn)?;
            let first = places::table.select(places::id).first(conn)?;
            assert_eq!(directory.place(first)?.names.ky, "Undone");
            Err(maslahat::error::ApiError::Conflict("undone"))
        })
        .await;
    assert!(undone.is_err());
    assert_eq!(seen(&case, &cast).await["place"]["names"], before);
}
