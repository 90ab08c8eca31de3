//! The schema: the same on both engines, what the code believes it to be, and a way back from each migration.

use std::collections::BTreeSet;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use maslahat::db::{Db, Location};
use maslahat::stakeholders::pointers::POINTERS;

use crate::support::{Database, Engine, schema};

/// Declares a test for each engine that takes a database and no server.
macro_rules! on_both_databases {
    ($($name:ident: $database:expr;)+) => {
        $(
            mod $name {
                use super::*;

                #[actix_web::test]
                async fn sqlite() {
                    super::$name(&$database(Engine::Sqlite).await);
                }

                #[actix_web::test]
                async fn postgres() {
                    super::$name(&$database(Engine::Postgres).await);
                }
            }
        )+
    };
}

/// Two of one number would count as one: the second would never run.
#[test]
fn every_migration_has_a_number_of_its_own() {
    for engine in ["sqlite", "postgres"] {
        let folder = format!("{}/migrations/{engine}", env!("CARGO_MANIFEST_DIR"));
        let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let numbers: Vec<String> = names.map(|name| name.split('_').next().unwrap().to_owned()).collect();
        let distinct: BTreeSet<&String> = numbers.iter().collect();
        assert_eq!(distinct.len(), numbers.len(), "{engine}: {numbers:?}");
    }
}

on_both_databases! {
    migrations_lead_up_and_down_and_up_again: Database::empty;
    the_code_and_the_database_name_the_same_columns: Database::new;
    every_reference_is_indexed: Database::new;
    what_points_at_stakeholders_is_turned_by_a_merge: Database::new;
    cases_and_their_counts_outlive_the_new_states: Database::empty;
}

/// Servers that start together take turns, though a turn is longer than a connection waits for anything else.
#[actix_web::test]
async fn a_server_waits_for_the_migrations_of_another() {
    let database = Database::empty(Engine::Postgres).await;
    let location = database.location();
    let Location::Postgres(url) = &location else { panic!("PostgreSQL is asked for") };
    let mut other = PgConnection::establish(url).unwrap();
    other.batch_execute("SELECT pg_advisory_lock(7061737861)").unwrap();
    let starting = std::thread::spawn(move || Db::open(&location, 1).map(drop));
    std::thread::sleep(Duration::from_secs(7));
    assert!(!starting.is_finished());
    other.batch_execute("SELECT pg_advisory_unlock(7061737861)").unwrap();
    starting.join().unwrap().expect("it migrates once it is its turn");
}

fn migrations_lead_up_and_down_and_up_again(database: &Database) {
    match database.location() {
        Location::Sqlite(path) => there_and_back(database, &mut SqliteConnection::establish(&path).unwrap(), "sqlite"),
        Location::Postgres(url) => there_and_back(database, &mut PgConnection::establish(&url).unwrap(), "postgres"),
    }
}

fn there_and_back<DB: diesel::backend::Backend>(
    database: &Database,
    conn: &mut impl MigrationHarness<DB>,
    folder: &str,
) {
    let folder = format!("{}/migrations/{folder}", env!("CARGO_MANIFEST_DIR"));
    let migrations = || FileBasedMigrations::from_path(&folder).unwrap();
    conn.run_pending_migrations(migrations()).expect("every migration leads up");
    let there = everything(database);
    conn.revert_all_migrations(migrations()).expect("every migration leads down");
    assert_eq!(everything(database), BTreeSet::new(), "left behind by a down.sql");
    conn.run_pending_migrations(migrations()).expect("every migration leads up again");
    assert_eq!(everything(database), there);
}

/// The first day of migrations after those that such a database had.
const BEFORE_NEXT: &str = "2026-11-24";

/// A case of a database that was there before the states were, with all that refers to it.
const OLD_CASE: &str = "
    INSERT INTO places (id, version, code, level, path, name_ky, name_ru, name_en) VALUES ('p', 1, 'KG', 'country', '/p/', '-', '-', '-');
    INSERT INTO programmes VALUES ('g', 1, '-', '-', '-', '-', '-', '-', '2019-01-01', '2019-12-31', 'running');
    INSERT INTO grievances (id, programme_id, reference, receipt_hash, state, track, sensitivity, confidentiality, channel,
        language, place_id, shared_with_community, narrative, rating, submitted_at, updated_at)
    VALUES ('c', 'g', 'MSL-2019-000001', 'h', 'resolved', 'normal', 'normal', 'anonymous', 'web', 'ky', 'p', FALSE, 'Dust', 4,
        '2019-05-01 00:00:00', '2019-06-03 00:00:00');
    INSERT INTO grievance_events (id, grievance_id, at, move, from_state, to_state)
    VALUES ('e', 'c', '2019-06-02 00:00:00', 'resolve', 'implementing', 'resolved');";

fn cases_and_their_counts_outlive_the_new_states(database: &Database) {
    match database.location() {
        Location::Sqlite(path) => {
            let mut conn = SqliteConnection::establish(&path).unwrap();
            conn.batch_execute("PRAGMA foreign_keys = ON").unwrap();
            outlive(database, &mut conn, "sqlite");
        }
        Location::Postgres(url) => outlive(database, &mut PgConnection::establish(&url).unwrap(), "postgres"),
    }
}

fn outlive<Conn>(database: &Database, conn: &mut Conn, folder: &str)
where
    Conn: MigrationHarness<Conn::Backend> + diesel::Connection,
{
    let folder = format!("{}/migrations/{folder}", env!("CARGO_MANIFEST_DIR"));
    let migrations = FileBasedMigrations::from_path(&folder).unwrap();
    let mut pending = conn.pending_migrations(migrations).unwrap();
    pending.sort_by_key(|migration| migration.name().to_string());
    let (before, after): (Vec<_>, Vec<_>) =
        pending.iter().partition(|migration| migration.name().to_string().as_str() < BEFORE_NEXT);
    before.into_iter().for_each(|migration| drop(conn.run_migration(migration).unwrap()));
    conn.batch_execute(OLD_CASE).unwrap();
    after.into_iter().for_each(|migration| drop(conn.run_migration(migration).unwrap()));
    let ended = "SELECT g.state || ' ' || s.ended_at || ' ' || e.id AS line FROM grievances g
        JOIN grievance_standings s ON s.grievance_id = g.id JOIN grievance_events e ON e.grievance_id = g.id";
    assert_eq!(lines(database, ended, ended), BTreeSet::from(["resolved 2019-06-02 00:00:00 e".to_owned()]));
    conn.batch_execute("UPDATE grievances SET state = 'investigating', rating = NULL").unwrap();
    let counts = "SELECT state || ' ' || count AS line FROM grievance_counts WHERE count > 0";
    assert_eq!(lines(database, counts, counts), BTreeSet::from(["investigating 1".to_owned()]));
    assert!(conn.batch_execute("UPDATE grievance_events SET grievance_id = 'lost'").is_err(), "references are kept");
}

/// Whatever the migrations made, as the engine describes it.
fn everything(database: &Database) -> BTreeSet<String> {
    lines(
        database,
        "SELECT coalesce(sql, name) AS line FROM sqlite_master
         WHERE tbl_name NOT LIKE '\\_\\_diesel%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
        "SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_diesel%'
         UNION SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '\\_\\_diesel%'
         UNION SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(column_default, '')
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%'",
    )
}

fn the_code_and_the_database_name_the_same_columns(database: &Database) {
    let mut code = columns_of_the_code();
    if matches!(database.location(), Location::Sqlite(_)) {
        // A virtual table: its number is implicit and its text has no type.
        code.retain(|line| !line.starts_with("search_index."));
    }
    assert_eq!(columns(database), code);
}

/// Each column as `table.column Type`, with `Nullable<…>` where it may be empty.
fn columns(database: &Database) -> BTreeSet<String> {
    let found = lines(
        database,
        "SELECT t.name || '.' || c.name || ' ' || c.type || iif(c.\"notnull\", '', ' NULL') AS line
         FROM pragma_table_list t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND t.name NOT LIKE '\\_\\_diesel%' ESCAPE '\\'",
        "SELECT table_name || '.' || column_name || ' ' || data_type
             || CASE is_nullable WHEN 'YES' THEN ' NULL' ELSE '' END AS line
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%'",
    );
    found.iter().map(|line| as_in_the_code(line)).collect()
}

fn as_in_the_code(line: &str) -> String {
    let (column, sql) = line.split_once(' ').unwrap();
    let kind = match sql.trim_end_matches(" NULL").to_lowercase().as_str() {
        "text" => "Text",
        "bigint" => "BigInt",
        "integer" => "Integer",
        "double" | "double precision" => "Double",
        "date" => "Date",
        "timestamp" | "timestamp without time zone" => "Timestamp",
        "boolean" => "Bool",
        "blob" | "bytea" => "Binary",
        other => panic!("{column} has the type {other}, which the code does not use"),
    };
    if sql.ends_with(" NULL") { format!("{column} Nullable<{kind}>") } else { format!("{column} {kind}") }
}

fn columns_of_the_code() -> BTreeSet<String> {
    let described = schema::tables().into_iter().flat_map(|schema::Table { name, columns }| {
        columns.into_iter().map(move |(column, kind)| format!("{name}.{column} {kind}"))
    });
    described.collect()
}

fn every_reference_is_indexed(database: &Database) {
    let references = lines(
        database,
        "SELECT name || '(' || group_concat(\"from\", ',') AS line FROM (
             SELECT t.name, f.id, f.\"from\" FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
             WHERE t.type = 'table' ORDER BY t.name, f.id, f.seq) GROUP BY name, id",
        "SELECT c.conrelid::regclass || '(' || string_agg(a.attname, ',' ORDER BY k.n) AS line
         FROM pg_constraint c CROSS JOIN unnest(c.conkey) WITH ORDINALITY AS k (attnum, n)
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
         WHERE c.contype = 'f' GROUP BY c.oid, c.conrelid",
    );
    let indexes = lines(
        database,
        "SELECT name || '(' || group_concat(part, ',') || ',' AS line FROM (
             SELECT t.name, i.name AS index_name, p.name AS part FROM pragma_table_list t
             JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) p
             WHERE t.type = 'table' AND i.partial = 0 ORDER BY t.name, i.name, p.seqno) GROUP BY name, index_name",
        "SELECT i.indrelid::regclass || '(' || string_agg(a.attname, ',' ORDER BY k.n) || ',' AS line
         FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k (attnum, n)
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
         WHERE i.indpred IS NULL GROUP BY i.indexrelid, i.indrelid",
    );
    assert!(!references.is_empty());
    let indexed = |reference: &String| indexes.iter().any(|index| index.starts_with(&format!("{reference},")));
    let bare: Vec<_> = references.iter().filter(|reference| !indexed(reference)).collect();
    assert!(bare.is_empty(), "without an index: {bare:?}");
}

fn what_points_at_stakeholders_is_turned_by_a_merge(database: &Database) {
    let there = lines(
        database,
        "SELECT t.name || '.' || f.\"from\" AS line FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
         WHERE t.type = 'table' AND f.\"table\" = 'stakeholders'",
        "SELECT c.conrelid::regclass || '.' || a.attname AS line
         FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
         WHERE c.contype = 'f' AND c.confrelid = 'stakeholders'::regclass",
    );
    let known: BTreeSet<String> = POINTERS.iter().map(|pointer| pointer.column.to_owned()).collect();
    let left: Vec<&String> = there.difference(&known).collect();
    assert!(left.is_empty(), "what becomes of {left:?} when a stakeholder becomes part of another?");
    assert!(there.len() >= 5, "{there:?}");
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// What the engine says of itself, each asked in its own words.
fn lines(database: &Database, sqlite: &str, postgres: &str) -> BTreeSet<String> {
    let found: Vec<Line> = match database.location() {
        Location::Sqlite(path) => {
            diesel::sql_query(sqlite).load(&mut SqliteConnection::establish(&path).unwrap()).unwrap()
        }
        Location::Postgres(url) => {
            diesel::sql_query(postgres).load(&mut PgConnection::establish(&url).unwrap()).unwrap()
        }
    };
    found.into_iter().map(|line| line.line).collect()
}
