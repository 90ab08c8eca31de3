//! Brings a database's schema up to date at start.

use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::Conn;
use super::connect::{Location, assert_durable, connect};
use crate::error::{ApiError, Result};

pub const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
pub const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// A migration takes the time that it takes, and waits for those who use a table: a connection's usual limits would undo it
/// half-way, and the next start again.
pub const UNHURRIED: &str = "SET statement_timeout = 0; SET lock_timeout = 0";

/// Held while a migration runs, so that instances that start together take turns. The number is only a name.
pub const LOCK: &str = "SELECT pg_advisory_lock(7061737861)";
pub const UNLOCK: &str = "SELECT pg_advisory_unlock(7061737861)";

pub fn run(location: &Location) -> Result<()> {
    match connect(location).map_err(|error| unusable(location, &error))? {
        Conn::Sqlite(mut conn) => apply(&mut conn, SQLITE),
        Conn::Postgres(mut conn) => {
            assert_durable(&mut conn)?;
            // For this connection alone, which is not used again.
            conn.batch_execute(UNHURRIED)?;
            conn.batch_execute(LOCK)?;
            let outcome = apply(&mut conn, POSTGRES);
            conn.batch_execute(UNLOCK)?;
            outcome
        }
    }
}

fn apply<DB: diesel::backend::Backend>(
    conn: &mut impl MigrationHarness<DB>,
    migrations: EmbeddedMigrations,
) -> Result<()> {
    conn.run_pending_migrations(migrations).map(drop).map_err(|error| {
        log::error!(error:%; "migration failed");
        ApiError::Internal
    })
}

/// Runs the migrations up to one by its version, or all, within the transaction under way.
pub fn up_to(conn: &mut Conn, version: Option<&str>) -> Result<()> {
    match conn {
        Conn::Sqlite(conn) => apply_up_to(conn, SQLITE, version),
        Conn::Postgres(conn) => apply_up_to(conn, POSTGRES, version),
    }
}

fn apply_up_to<DB: diesel::backend::Backend>(
    conn: &mut impl MigrationHarness<DB>,
    migrations: EmbeddedMigrations,
    version: Option<&str>,
) -> Result<()> {
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| {
        log::error!(error:%; "migration failed");
        ApiError::Internal
    };
    let mut pending = conn.pending_migrations(migrations).map_err(failed)?;
    pending.sort_by_key(|migration| migration.name().version().to_string());
    for migration in pending {
        if version.is_none_or(|last| migration.name().version().to_string().as_str() <= last) {
            conn.run_migration(&migration).map_err(failed)?;
        }
    }
    Ok(())
}

/// The versions of the migrations that this program has, the first first.
pub fn versions() -> Result<Vec<String>> {
    let all = MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE).map_err(|_| ApiError::Internal)?;
    let mut versions: Vec<String> = all.iter().map(|migration| migration.name().version().to_string()).collect();
    versions.sort();
    Ok(versions)
}

fn unusable(location: &Location, error: &diesel::ConnectionError) -> ApiError {
    match location {
        Location::Sqlite(path) => log::error!(path, error:%; "the database file can't be opened"),
        // The message can repeat the URL, and the URL holds a password.
        Location::Postgres(_) => log::error!("PostgreSQL can't be reached at MASLAHAT_DATABASE_URL"),
    }
    ApiError::Unavailable
}
