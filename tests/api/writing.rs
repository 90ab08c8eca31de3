//! Changes of very many rows have a commit of their own: kept whole or not at all, and nobody's else with them.

use diesel::prelude::*;
use maslahat::db::Conn;
use maslahat::error::{ApiError, Result};
use maslahat::schema::counters;

use crate::support::{World, on_both_engines};

on_both_engines! {
    a_change_alone_is_kept_or_leaves_nothing;
    changes_before_and_behind_it_are_kept_each_for_itself;
    one_that_breaks_down_takes_nobody_along;
}

fn note(conn: &mut Conn, name: &str) -> Result<()> {
    diesel::insert_into(counters::table).values((counters::name.eq(name), counters::value.eq(1))).execute(conn)?;
    Ok(())
}

async fn noted(world: &World) -> Vec<String> {
    let names = |conn: &mut Conn| {
        let ours = counters::table.filter(counters::name.like("ours%"));
        Ok(ours.order(counters::name).select(counters::name).load(conn)?)
    };
    world.system.db.read(names).await.unwrap()
}

async fn a_change_alone_is_kept_or_leaves_nothing(world: World) {
    let db = &world.system.db;
    db.write_alone(|conn| note(conn, "ours 1")).await.unwrap();
    let failed = db.write_alone(|conn| {
        note(conn, "ours 2")?;
        conn.transaction(|conn| note(conn, "ours 3"))?;
        Err::<(), _>(ApiError::Conflict("taken"))
    });
    assert_eq!(failed.await, Err(ApiError::Conflict("taken")));
    assert_eq!(noted(&world).await, ["ours 1"]);
    db.write_alone(|conn| note(conn, "ours 4")).await.unwrap();
    db.write(|conn| note(conn, "ours 5")).await.unwrap();
    assert_eq!(noted(&world).await, ["ours 1", "ours 4", "ours 5"]);
}

async fn changes_before_and_behind_it_are_kept_each_for_itself(world: World) {
    let db = &world.system.db;
    let shared = |number: u32, fails: bool| {
        db.write(move |conn| {
            note(conn, &format!("ours {number}"))?;
            if fails { Err(ApiError::Forbidden) } else { Ok(()) }
        })
    };
    let alone = db.write_alone(|conn| (50..60).try_for_each(|number| note(conn, &format!("ours {number}"))));
    let (one, two, many, three) = tokio::join!(shared(10, false), shared(11, true), alone, shared(70, false));
    assert_eq!((one, two, many, three), (Ok(()), Err(ApiError::Forbidden), Ok(()), Ok(())));
    let kept = noted(&world).await;
    assert_eq!((kept.len(), kept.contains(&"ours 11".to_owned())), (12, false), "{kept:?}");
}

async fn one_that_breaks_down_takes_nobody_along(world: World) {
    let db = &world.system.db;
    let broken = db.write_alone(|conn| {
        note(conn, "ours 1")?;
        conn.transaction(|_| -> Result<()> { panic!("a fault of the program") })
    });
    assert!(broken.await.is_err());
    db.write(|conn| note(conn, "ours 2")).await.unwrap();
    assert_eq!(noted(&world).await, ["ours 2"]);
}
