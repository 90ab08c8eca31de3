//! SQLite's full-text index is written once for all the changes that share a commit.
//!
//! The index keeps what is new in memory and writes it down whenever a savepoint begins, as each change and nearly each of
//! its statements does: written to directly, it would take more of the writer's time than all else. So changes to it wait
//! beside the savepoints, in a table of the connection's own that lives in memory and is undone with them.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sqlite::SqliteConnection;

diesel::table! { search_changes (number) { number -> BigInt, text -> Nullable<Text>, } }

const TABLE: &str = "CREATE TEMPORARY TABLE search_changes (number BIGINT NOT NULL PRIMARY KEY, text TEXT)";

/// One statement for each step: the index writes down what is new when the next one begins.
const SETTLE: &str = "
    DELETE FROM search_index WHERE rowid IN (SELECT number FROM search_changes);
    INSERT INTO search_index (rowid, text) SELECT number, text FROM search_changes WHERE text IS NOT NULL ORDER BY number;
    DELETE FROM search_changes;";

/// Makes a new connection one that can write to the index.
pub fn prepare(conn: &mut SqliteConnection) -> QueryResult<()> {
    conn.batch_execute(TABLE)
}

/// Notes what the text of a document is to be; `None` for a document that goes.
pub fn note(conn: &mut SqliteConnection, number: i64, text: Option<&str>) -> QueryResult<()> {
    let row = (search_changes::number.eq(number), search_changes::text.eq(text));
    diesel::replace_into(search_changes::table).values(row).execute(conn).map(drop)
}

/// Writes to the index what was noted since the last commit.
pub fn settle(conn: &mut SqliteConnection) -> QueryResult<()> {
    let noted: Option<i64> = search_changes::table.select(search_changes::number).first(conn).optional()?;
    if noted.is_some() { conn.batch_execute(SETTLE) } else { Ok(()) }
}
