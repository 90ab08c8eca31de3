//! One moment of the database, for as long as a copy takes; whoever writes meanwhile is neither seen nor kept waiting.

use std::path::Path;

use diesel::connection::{AnsiTransactionManager, SimpleConnection};

use super::super::connect::{Location, connect};
use crate::db::Conn;
use crate::error::{ApiError, Result};

pub struct Snapshot {
    conn: Conn,
}

impl Snapshot {
    /// Begins with the moment of the call. The schema stays as it is, also where it is older than the program.
    pub fn take(location: &Location) -> Result<Self> {
        if matches!(location, Location::Sqlite(path) if !Path::new(path).is_file()) {
            return Err(ApiError::Unavailable);
        }
        let mut conn = connect(location).map_err(|_| ApiError::Unavailable)?;
        match &mut conn {
            Conn::Sqlite(conn) => {
                conn.batch_execute("PRAGMA query_only = ON")?;
                AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN")?;
                // The moment is that of the first look.
                conn.batch_execute("SELECT count(*) FROM sqlite_master")?;
            }
            Conn::Postgres(conn) => {
                conn.batch_execute("SET statement_timeout = 0")?;
                let begin = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";
                AnsiTransactionManager::begin_transaction_sql(conn, begin)?;
                conn.batch_execute("SELECT 1")?;
            }
        }
        Ok(Self { conn })
    }

    pub fn conn(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

/// Asks what is so now, outside of any snapshot.
pub fn now<T>(location: &Location, query: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    query(&mut connect(location).map_err(|_| ApiError::Unavailable)?)
}
