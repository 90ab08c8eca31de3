//! The search index holds what was committed, whatever else shared the commit.

use diesel::connection::SimpleConnection;
use maslahat::db::Conn;
use maslahat::db::search::{self, Document, Hits, Kind, Narrowed, Order, narrowed, patterns};
use maslahat::error::{ApiError, Result};
use serde_json::{Value, json};

use crate::support::{World, on_both_engines};

on_both_engines! {
    the_last_words_of_a_commit_are_found_and_no_others;
    words_of_a_change_that_failed_are_not_found;
    changes_that_share_a_commit_all_count;
    what_is_searched_apart_is_numbered_apart;
    what_was_released_is_found_among_what_staff_read;
    a_few_of_one_kind_are_not_cut_by_those_of_another;
    what_many_have_is_met_in_the_order_of_the_list;
    meetings_and_promises_of_before_are_found;
}

const KIND: Kind = Kind::GrievanceStaff;

/// All that match, in order, however they are found.
fn all(conn: &mut Conn, patterns: &[String], order: Order) -> Result<Vec<(i64, String)>> {
    all_of(conn, &[KIND], patterns, order)
}

fn all_of(conn: &mut Conn, kinds: &[Kind], patterns: &[String], order: Order) -> Result<Vec<(i64, String)>> {
    let mut hits = Hits::after(kinds, patterns, order, None);
    let mut all = vec![];
    while let Some(next) = hits.next(conn, 100)? {
        all.extend(next.into_iter().map(|hit| (hit.number, hit.id)));
    }
    Ok(all)
}

async fn found(world: &World, word: &str) -> Vec<String> {
    let patterns = patterns(word).unwrap();
    world.look(move |conn| all(conn, &patterns, Order::Oldest)).await.into_iter().map(|(_, id)| id).collect()
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
                let people = search::few(conn, &[Kind::Stakeholder], &patterns, 10)?;
                Ok((all(conn, &patterns, order)?, people))
            })
            .await;
        let (cases, people) = hits;
        assert_eq!(people.unwrap(), ["person"]);
        assert_eq!(cases.len(), 2);
        assert_eq!(cases.is_sorted_by_key(|(number, _)| *number), matches!(order, Order::Oldest));
    }
}

/// More than a portion of what staff read lies between any two that were released.
async fn what_was_released_is_found_among_what_staff_read(world: World) {
    world
        .change(|conn| {
            let document =
                |kind, number: usize| Document { kind, id: format!("{number:04}"), text: "Жайыт".into() };
            let documents = (0..1_000).flat_map(|number| {
                let released = (number % 300 == 7).then(|| document(Kind::GrievanceReleased, number));
                std::iter::once(document(KIND, number)).chain(released)
            });
            search::append(conn, &documents.collect::<Vec<_>>())
        })
        .await;
    let wanted = ["0007", "0307", "0607", "0907"];
    for order in [Order::Oldest, Order::Newest] {
        let patterns = patterns("жайыт").unwrap();
        let found = world.look(move |conn| all_of(conn, &[Kind::GrievanceReleased], &patterns, order)).await;
        let mut ids: Vec<String> = found.into_iter().map(|(_, id)| id).collect();
        if order == Order::Newest {
            ids.reverse();
        }
        assert_eq!(ids, wanted, "{order:?}");
    }
    let patterns = patterns("жайыт").unwrap();
    let few = world.look(move |conn| search::few(conn, &[Kind::GrievanceReleased], &patterns, 400)).await;
    let mut few = few.expect("they are few");
    few.sort_unstable();
    assert_eq!(few, wanted);
}

/// They have the same place among the numbers of a case.
async fn a_few_of_one_kind_are_not_cut_by_those_of_another(world: World) {
    world
        .change(|conn| {
            let documents = (0..40).map(|number| Document {
                kind: if number % 2 == 0 { KIND } else { Kind::GrievanceProtected },
                id: format!("{number:02}"),
                text: "Жайыт".into(),
            });
            search::append(conn, &documents.collect::<Vec<_>>())
        })
        .await;
    let patterns = patterns("жайыт").unwrap();
    let few = async |kinds: &'static [Kind], most: i64| {
        let patterns = patterns.clone();
        let few = world.look(move |conn| search::few(conn, kinds, &patterns, most)).await;
        few.map(|few| few.len())
    };
    assert_eq!(few(&[KIND], 20).await, Some(20));
    assert_eq!(few(&[KIND], 19).await, None);
    assert_eq!(few(&[KIND], 100).await, Some(20));
    assert_eq!(few(&[KIND, Kind::GrievanceProtected], 100).await, Some(40));
    for order in [Order::Oldest, Order::Newest] {
        let patterns = patterns.clone();
        assert_eq!(world.look(move |conn| all(conn, &patterns, order)).await.len(), 20);
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

/// What few have is found first; of whom few may read it, too.
async fn what_many_have_is_met_in_the_order_of_the_list(world: World) {
    world
        .change(|conn| {
            let document =
                |kind, number: usize, text: &str| Document { kind, id: format!("{number:04}"), text: text.into() };
            let all = (0..400).flat_map(|number| {
                let rare = number % 100 == 7;
                let words = if rare { "Жайыт көпүрө" } else { "Жайыт" };
                let published = rare.then(|| document(Kind::ImpactPublished, number, words));
                std::iter::once(document(Kind::ImpactStaff, number, words)).chain(published)
            });
            search::append(conn, &all.collect::<Vec<_>>())
        })
        .await;
    for (kind, words, few) in [
        (Kind::ImpactStaff, "жайыт", false),
        (Kind::ImpactStaff, "көпүрө", true),
        (Kind::ImpactPublished, "жайыт", true),
        (Kind::ImpactPublished, "көпүрө", true),
    ] {
        match world.look(move |conn| narrowed::<String>(conn, kind, words)).await {
            Narrowed::Few(mut ids) => {
                ids.sort_unstable();
                assert!(few, "{kind}, {words}");
                assert_eq!(ids, ["0007", "0107", "0207", "0307"]);
            }
            Narrowed::Holding(patterns) => {
                assert!(!few, "{kind}, {words}");
                assert_eq!(patterns, [format!("%{words}%")]);
            }
        }
    }
}

/// A migration's two ways, as they are for an engine.
macro_rules! there_and_back {
    ($engine:literal, $name:literal) => {
        [
            include_str!(concat!("../../migrations/", $engine, "/", $name, "/down.sql")),
            include_str!(concat!("../../migrations/", $engine, "/", $name, "/up.sql")),
        ]
    };
}

/// They had no documents; the migration that gave them some is undone and made again.
async fn meetings_and_promises_of_before_are_found(world: World) {
    let cast = world.cast().await;
    let meeting = crate::meetings::planned(&cast, json!({ "title": "Күмүштак жыйыны" })).await;
    let promise = crate::commitments::promised(&cast, json!({ "what": "Күмүштак жолу оңдолот" })).await;
    let anew = |conn: &mut Conn| {
        let steps = match conn {
            Conn::Sqlite(_) => there_and_back!("sqlite", "2026-12-02-000600_find_meetings_and_commitments_by_words"),
            Conn::Postgres(_) => {
                there_and_back!("postgres", "2026-12-02-000600_find_meetings_and_commitments_by_words")
            }
        };
        steps.iter().try_for_each(|step| Ok(conn.batch_execute(step)?))
    };
    world.change(anew).await;
    let later = crate::meetings::planned(&cast, json!({ "title": "Күмүштак экинчи ирет" })).await;
    let ids = |page: Value| -> Vec<Value> {
        page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect()
    };
    let found = ids(cast.staff.client.get("/meetings?q=күмүштак").await.expect(200));
    assert_eq!(found.len(), 2);
    assert!([&meeting["id"], &later["id"]].iter().all(|id| found.contains(id)), "{found:?}");
    let found = ids(cast.staff.client.get("/commitments?q=күмүштак").await.expect(200));
    assert_eq!(found, [promise["id"].clone()]);
}
