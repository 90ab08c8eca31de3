//! The search index holds what was committed, whatever else shared the commit.

use maslahat::db::search::{self, Kind, Order, patterns};
use maslahat::error::{ApiError, Result};

use crate::support::{World, on_both_engines};

on_both_engines! {
    the_last_words_of_a_commit_are_found_and_no_others;
    words_of_a_change_that_failed_are_not_found;
    changes_that_share_a_commit_all_count;
    what_is_searched_apart_is_numbered_apart;
}

const KIND: Kind = Kind::GrievanceStaff;

async fn found(world: &World, word: &str) -> Vec<String> {
    let patterns = patterns(word).unwrap();
    let hits = world.look(move |conn| search::hits(conn, &[KIND], &patterns, Order::Oldest, None, 100)).await;
    hits.into_iter().map(|(_, id)| id).collect()
}

async fn the_last_words_of_a_commit_are_found_and_no_others(world: World) {
    world
        .change(|conn| {
            search::add(conn, KIND, "kept", "Жайыт")?;
            search::put(conn, KIND, "kept", "Дарыя")?;
            search::add(conn, KIND, "gone", "Дарыя")?;
            search::remove(conn, KIND, "gone")?;
            search::add(conn, KIND, "back", "Көпүрө")?;
            search::remove(conn, KIND, "back")?;
            search::put(conn, KIND, "back", "Дарыя")
        })
        .await;
    assert_eq!(found(&world, "жайыт").await, Vec::<String>::new());
    assert_eq!(found(&world, "көпүрө").await, Vec::<String>::new());
    assert_eq!(found(&world, "ДАРЫЯ").await, ["kept", "back"]);
    world.change(|conn| search::put(conn, KIND, "kept", "Ашуу")).await;
    assert_eq!(found(&world, "дарыя").await, ["back"]);
    assert_eq!(found(&world, "ашуу").await, ["kept"]);
}

async fn what_is_searched_apart_is_numbered_apart(world: World) {
    world
        .change(|conn| {
            search::add(conn, KIND, "case", "Жайыт")?;
            search::add(conn, Kind::Stakeholder, "person", "Жайыт")?;
            search::add(conn, KIND, "later case", "Жайыт")
        })
        .await;
    for order in [Order::Oldest, Order::Newest] {
        let patterns = patterns("жайыт").unwrap();
        let hits = world
            .look(move |conn| {
                let people = search::hits(conn, &[Kind::Stakeholder], &patterns, order, None, 10)?;
                Ok((search::hits(conn, &[KIND], &patterns, order, None, 10)?, people))
            })
            .await;
        let (cases, people) = hits;
        assert_eq!((cases.len(), people.len()), (2, 1));
        assert!(cases.iter().all(|(number, _)| *number > people[0].0));
    }
}

async fn words_of_a_change_that_failed_are_not_found(world: World) {
    world.change(|conn| search::add(conn, KIND, "kept", "Жайыт")).await;
    let failed: Result<()> = world
        .db
        .write(|conn| {
            search::put(conn, KIND, "kept", "Дарыя")?;
            search::add(conn, KIND, "lost", "Дарыя")?;
            Err(ApiError::Conflict("changed_its_mind"))
        })
        .await;
    assert!(failed.is_err());
    world.change(|conn| search::add(conn, KIND, "next", "Ашуу")).await;
    assert_eq!(found(&world, "дарыя").await, Vec::<String>::new());
    assert_eq!(found(&world, "жайыт").await, ["kept"]);
    assert_eq!(found(&world, "ашуу").await, ["next"]);
}

async fn changes_that_share_a_commit_all_count(world: World) {
    let changes = (0..40).map(|number| {
        let db = world.db.clone();
        async move {
            db.write(move |conn| {
                search::add(conn, KIND, &format!("{number:02}"), "Жайыт")?;
                if number % 4 == 0 { Err(ApiError::Conflict("changed_its_mind")) } else { Ok(()) }
            })
            .await
        }
    });
    let done = futures_util::future::join_all(changes).await.into_iter().filter(Result::is_ok).count();
    assert_eq!(done, 30);
    let mut ids = found(&world, "жайыт").await;
    ids.sort();
    let wanted: Vec<String> = (0..40).filter(|number| number % 4 != 0).map(|number| format!("{number:02}")).collect();
    assert_eq!(ids, wanted);
}
