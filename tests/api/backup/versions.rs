//! Backups of an older program are brought up to date; those of a newer one are refused.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use maslahat::db::Location;
use maslahat::db::copy::{Snapshot, migrations, versions};

use super::house::{House, printed, refused};
use super::{dump, on_both_engines};
use crate::support::Engine;

on_both_engines! {
    an_older_backup_is_brought_up_to_date_and_a_newer_one_is_refused;
}

/// From before exports, with a programme in it.
const PROGRAMME: &str =
    "INSERT INTO programmes VALUES ('g', 1, '-', '-', 'Before', '-', '-', '-', '2019-01-01', '2019-12-31', 'running')";

fn make<Conn>(conn: &mut Conn, engine: &str)
where
    Conn: MigrationHarness<Conn::Backend> + diesel::Connection,
{
    let folder = format!("{}/migrations/{engine}", env!("CARGO_MANIFEST_DIR"));
    let mut pending = conn.pending_migrations(FileBasedMigrations::from_path(&folder).unwrap()).unwrap();
    pending.sort_by_key(|migration| migration.name().to_string());
    pending.retain(|migration| migration.name().to_string().as_str() < "2026-11-24-152000");
    pending.iter().for_each(|migration| drop(conn.run_migration(migration).unwrap()));
    conn.batch_execute(PROGRAMME).unwrap();
}

fn change(location: &Location, sql: &str) {
    match location {
        Location::Sqlite(path) => SqliteConnection::establish(path).unwrap().batch_execute(sql).unwrap(),
        Location::Postgres(url) => PgConnection::establish(url).unwrap().batch_execute(sql).unwrap(),
    }
}

fn applied(location: &Location) -> Vec<String> {
    migrations(Snapshot::take(location).unwrap().conn()).unwrap()
}

async fn an_older_backup_is_brought_up_to_date_and_a_newer_one_is_refused(engine: Engine) {
    let house = House::new(engine).await;
    let location = house.database.location();
    match &location {
        Location::Sqlite(path) => make(&mut SqliteConnection::establish(path).unwrap(), "sqlite"),
        Location::Postgres(url) => make(&mut PgConnection::establish(url).unwrap(), "postgres"),
    }
    let before = applied(&location);
    assert!(!dump::tables(&location).contains(&"exports".to_owned()));
    let old = house.back_up("old.backup").await;
    assert_eq!(applied(&location), before, "a backup changes nothing, also no schema");
    change(&location, "INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000000')");
    let new = house.back_up("new.backup").await;

    let place = house.another(engine).await;
    let said = refused(&place.restore(&new, &house, &["--erasures-may-return"]).await);
    assert!(said.contains("of a newer version of the program"), "{said}");
    assert!(dump::tables(&place.database.location()).is_empty());
    printed(&place.restore(&old, &house, &["--erasures-may-return"]).await);
    assert_eq!(applied(&place.database.location()), versions().unwrap());
    let rows = dump::dump(&place.database.location());
    assert!(rows["programmes"][0].contains("Before"));
    assert_eq!(rows["holidays"].len(), dump::dump(&location)["holidays"].len());
    assert!(rows.contains_key("exports"));
}
