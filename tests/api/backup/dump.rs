//! Everything that a database holds, as its own engine spells it: nothing of the program stands between.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::Text;
use maslahat::db::Location;

/// What restoring changes by itself: who was signed in, files of lists, who holds a chore, and the trail goes on.
pub const CHANGED: [&str; 6] = ["audit_entries", "audit_head", "chores", "exports", "sessions", "sign_in_challenges"];

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Each table's rows, in order.
pub type Dump = BTreeMap<String, Vec<String>>;

pub fn dump(location: &Location) -> Dump {
    let rows = |name: &String| {
        let mut rows = match location {
            Location::Sqlite(path) => {
                let columns = format!(
                    "SELECT group_concat('quote(\"' || name || '\")', ' || '','' || ') AS line FROM pragma_table_info('{name}')"
                );
                let columns = lines(&mut SqliteConnection::establish(path).unwrap(), &columns).remove(0);
                let rows = format!("SELECT {columns} AS line FROM \"{name}\"");
                lines(&mut SqliteConnection::establish(path).unwrap(), &rows)
            }
            Location::Postgres(url) => {
                let rows = format!("SELECT t::text AS line FROM \"{name}\" t");
                lines(&mut PgConnection::establish(url).unwrap(), &rows)
            }
        };
        rows.sort();
        rows
    };
    tables(location).iter().map(|name| (name.clone(), rows(name))).collect()
}

/// The tables that the migrations made, by the engine's word.
pub fn tables(location: &Location) -> Vec<String> {
    let mut found = match location {
        Location::Sqlite(path) => lines(
            &mut SqliteConnection::establish(path).unwrap(),
            "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
             AND name NOT LIKE '\\_\\_diesel%' ESCAPE '\\' AND name NOT LIKE 'search\\_index\\_%' ESCAPE '\\'",
        ),
        Location::Postgres(url) => lines(
            &mut PgConnection::establish(url).unwrap(),
            "SELECT tablename::text AS line FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_diesel%'",
        ),
    };
    found.sort();
    found
}

fn lines<Conn>(conn: &mut Conn, sql: &str) -> Vec<String>
where
    Conn: diesel::Connection,
    diesel::query_builder::SqlQuery: for<'a> diesel::query_dsl::LoadQuery<'a, Conn, Line>,
{
    diesel::sql_query(sql).load::<Line>(conn).unwrap().into_iter().map(|line| line.line).collect()
}

/// That a place holds what another held.
#[track_caller]
pub fn assert_same(restored: &Dump, before: &Dump) {
    assert_eq!(restored.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    for (table, rows) in before {
        let now = &restored[table];
        if CHANGED.contains(&table.as_str()) {
            continue;
        }
        assert!(now == rows, "{table}: {:?}", rows.iter().zip(now).find(|(before, now)| before != now));
    }
    let trail = |dump: &Dump| dump["audit_entries"].iter().cloned().collect::<std::collections::BTreeSet<_>>();
    assert!(trail(before).is_subset(&trail(restored)), "the trail goes on from where it was");
    assert!(before.values().filter(|rows| !rows.is_empty()).count() > 20, "there is something to compare");
}
