//! How a connection to each engine is made and kept in order.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::{self, R2D2Connection};
use diesel::sqlite::SqliteConnection;
use diesel::{ConnectionError, PgConnection};

use super::Conn;
use crate::error::{ApiError, Result};

/// Where the database is: `postgres://…`, or a file.
#[derive(Clone, Debug)]
pub enum Location {
    Sqlite(String),
    Postgres(String),
}

impl Location {
    pub fn parse(url: &str) -> Self {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Self::Postgres(url.to_owned())
        } else {
            Self::Sqlite(url.trim_start_matches("sqlite://").to_owned())
        }
    }
}

/// Nothing is acknowledged before it is on disk (FULL), deleted names leave the file (secure_delete).
const PRAGMAS: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -4000;
";

/// A database that may lose what it acknowledged is refused at start.
const DURABLE: [&str; 3] = ["fsync", "synchronous_commit", "full_page_writes"];

pub fn connect(location: &Location) -> ConnectionResult<Conn> {
    match location {
        Location::Sqlite(path) => {
            let mut conn = SqliteConnection::establish(path)?;
            conn.batch_execute(PRAGMAS).map_err(ConnectionError::CouldntSetupConfiguration)?;
            Ok(Conn::Sqlite(conn))
        }
        Location::Postgres(url) => {
            let mut conn = PgConnection::establish(url)?;
            conn.batch_execute("SET TIME ZONE 'UTC'; SET lock_timeout = '5s'; SET statement_timeout = '60s'")
                .map_err(ConnectionError::CouldntSetupConfiguration)?;
            Ok(Conn::Postgres(conn))
        }
    }
}

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    busy: i32,
}

/// How often to try while somebody reads: a reader keeps the log from being cut.
const TRIES: u32 = 5;

/// See [`super::Db::settle`]; 503 if readers kept it from being done.
pub fn settle(location: &Location) -> Result<()> {
    let Location::Sqlite(_) = location else { return Ok(()) };
    let mut conn = connect(location).map_err(|_| ApiError::Unavailable)?;
    let Conn::Sqlite(conn) = &mut conn else { return Ok(()) };
    // Nobody can write while it waits, and a backup reads for minutes.
    conn.batch_execute("PRAGMA busy_timeout = 200")?;
    for _ in 0..TRIES {
        let checkpoint: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(conn)?;
        if checkpoint.busy == 0 {
            return Ok(());
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    Err(ApiError::Unavailable)
}

/// Refuses a PostgreSQL server that is set to acknowledge what it has not written.
pub fn assert_durable(conn: &mut PgConnection) -> Result<()> {
    for setting in DURABLE {
        let query = diesel::select(current_setting(setting));
        let value: String = query.get_result(conn).map_err(|_| ApiError::Unavailable)?;
        if value == "off" {
            log::error!(setting; "PostgreSQL may lose what it acknowledged: turn this setting on");
            return Err(ApiError::Unavailable);
        }
    }
    Ok(())
}

#[diesel::declare_sql_function]
extern "SQL" {
    fn current_setting(name: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// Makes the pool's connections. On SQLite they only read: writes go through the one writer.
pub struct Manager {
    location: Location,
}

impl Manager {
    pub fn reader(location: Location) -> Self {
        Self { location }
    }
}

impl r2d2::ManageConnection for Manager {
    type Connection = Conn;
    type Error = r2d2::Error;

    fn connect(&self) -> std::result::Result<Conn, r2d2::Error> {
        let mut conn = connect(&self.location).map_err(r2d2::Error::ConnectionError)?;
        if let Conn::Sqlite(conn) = &mut conn {
            conn.batch_execute("PRAGMA query_only = ON").map_err(r2d2::Error::QueryError)?;
        }
        Ok(conn)
    }

    fn is_valid(&self, conn: &mut Conn) -> std::result::Result<(), r2d2::Error> {
        conn.ping().map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        std::thread::panicking() || conn.is_broken()
    }
}

/// PostgreSQL's messages can hold values and addresses: the log says only that there was one.
#[derive(Debug)]
pub struct LogWithoutDetail;

impl r2d2::HandleError<r2d2::Error> for LogWithoutDetail {
    fn handle_error(&self, error: r2d2::Error) {
        let kind = match error {
            r2d2::Error::ConnectionError(_) => "no connection",
            r2d2::Error::QueryError(_) => "connection set-up failed",
        };
        log::warn!(kind; "database");
    }
}
