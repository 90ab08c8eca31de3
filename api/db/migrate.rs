//! Brings a database's schema up to date at start.

use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::Conn;
use super::connect::{Location, assert_durable, connect};
use crate::error::{ApiError, Result};

pub const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
pub const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Held while a migration runs, so that instances that start together take turns. The number is only a name.
const LOCK: &str = "SELECT pg_advisory_lock(7061737861)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(7061737861)";

pub fn run(location: &Location) -> Result<()> {
    match connect(location).map_err(|error| unusable(location, &error))? {
        Conn::Sqlite(mut conn) => apply(&mut conn, SQLITE),
        Conn::Postgres(mut conn) => {
            assert_durable(&mut conn)?;
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

fn unusable(location: &Location, error: &diesel::ConnectionError) -> ApiError {
    match location {
        Location::Sqlite(path) => log::error!(path, error:%; "the database file can't be opened"),
        // The message can repeat the URL, and the URL holds a password.
        Location::Postgres(_) => log::error!("PostgreSQL can't be reached at MASLAHAT_DATABASE_URL"),
    }
    ApiError::Unavailable
}
