//! The only place that knows there are two engines.
//!
//! [`Db::read`] and [`Db::write`] run a closure off the async threads. A write is always a transaction and is on
//! disk before it returns.

mod connect;
pub mod constraint;
pub mod copy;
pub mod counter;
pub mod filter;
mod migrate;
pub mod search;
pub mod types;
mod writer;

use std::sync::Arc;
use std::time::Duration;

use diesel::connection::Connection;
use diesel::pg::PgConnection;
use diesel::r2d2::Pool;
use diesel::sqlite::SqliteConnection;
use tokio::sync::Notify;

use crate::error::{ApiError, Result};
use connect::Manager;
use writer::Writer;

pub use connect::Location;

/// A connection to either engine; the same Diesel code runs on both.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// Runs a query straight on the engine's own connection, which knows a query of a fixed form by its type. Through [`Conn`]
/// its text is written anew each time, twice, which for a look-up by key costs more than the look-up: worth it for what
/// nearly every request asks.
macro_rules! on_engine {
    ($conn:expr, $engine:ident => $run:expr) => {
        match $conn {
            $crate::db::Conn::Postgres($engine) => $run,
            $crate::db::Conn::Sqlite($engine) => $run,
        }
    };
}
pub(crate) use on_engine;

/// Inserts many rows of one kind with few statements, which [`Conn`] itself can't: for rows whose every column is written.
macro_rules! insert_many {
    ($conn:expr, $table:expr, $rows:expr) => {
        $rows.chunks($crate::db::ROWS_TOGETHER).try_for_each(|rows| {
            $crate::db::on_engine!($conn, conn => diesel::insert_into($table).values(rows).execute(conn)).map(drop)
        })
    };
}
pub(crate) use insert_many;

/// Rows in a statement: an engine takes 32,766 values at most.
pub const ROWS_TOGETHER: usize = 500;

/// What boxed expressions are generic over.
pub type Backend = <Conn as Connection>::Backend;

/// How long a request waits for a connection before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone)]
pub struct Db {
    location: Location,
    pool: Pool<Manager>,
    writer: Option<Arc<Writer>>,
    written: Arc<Notify>,
}

impl Db {
    /// Opens the database and brings its schema up to date.
    pub fn open(location: &Location, connections: u32) -> Result<Self> {
        migrate::run(location)?;
        let pool = Pool::builder()
            .max_size(connections)
            // None in reserve: it would be made in the background, also while a chore that is done ends, and a process must not
            // end while OpenSSL begins a connection.
            .min_idle(Some(0))
            .connection_timeout(PATIENCE)
            .test_on_check_out(false)
            .error_handler(Box::new(connect::LogWithoutDetail))
            .build(Manager::reader(location.clone()))
            .map_err(|_| ApiError::Unavailable)?;
        let writer = match location {
            Location::Sqlite(_) => Some(Arc::new(Writer::start(location)?)),
            Location::Postgres(_) => None,
        };
        Ok(Self { location: location.clone(), pool, writer, written: Arc::default() })
    }

    /// Runs a query; on SQLite the connection refuses to write.
    pub async fn read<T, F>(&self, query: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let pool = self.pool.clone();
        blocking(move || at_once(&mut *pool.get().map_err(|_| ApiError::Unavailable)?, query)).await
    }

    /// Runs a query of microseconds, such as a look-up by key: on SQLite on the spot, if a connection is free, since
    /// handing it to another thread would cost more than the query.
    pub async fn glance<T, F>(&self, query: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        if self.writer.is_some()
            && let Some(mut conn) = self.pool.try_get()
        {
            return at_once(&mut conn, query);
        }
        self.read(query).await
    }

    /// How many changes are worth handing over together: SQLite's writer shares a commit among those that wait for it;
    /// on PostgreSQL they would only take everybody's connections, to wait for one another.
    pub fn together(&self) -> usize {
        if self.writer.is_some() { 32 } else { 1 }
    }

    /// Runs a transaction: all of it is on disk when this returns `Ok`, none of it when it returns `Err`.
    pub async fn write<T, F>(&self, change: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let written = match &self.writer {
            Some(writer) => writer.run(change).await,
            None => self.transaction(change).await,
        };
        self.written.notify_one();
        written
    }

    /// Returns once something was written here since it was asked last, by whoever; other instances write too. For one
    /// that asks: of two, each would hear of half.
    pub async fn changed(&self) {
        self.written.notified().await;
    }

    /// [`Self::write`] for tens of thousands of rows: on SQLite others wait for it, instead of its taking hundreds of MB.
    pub async fn write_alone<T, F>(&self, change: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let written = match &self.writer {
            Some(writer) => writer.run_alone(change).await,
            None => self.transaction(change).await,
        };
        self.written.notify_one();
        written
    }

    async fn transaction<T, F>(&self, change: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let pool = self.pool.clone();
        blocking(move || {
            let mut conn = pool.get().map_err(|_| ApiError::Unavailable)?;
            Connection::transaction(&mut *conn, change)
        })
        .await
    }

    /// Has what was deleted leave the disk, as far as the engine lets us: on SQLite the pages in the write-ahead log go
    /// into the database, where deleted text is overwritten, and the log is cut to nothing. PostgreSQL does it in its own
    /// time.
    pub async fn settle(&self) -> Result<()> {
        let location = self.location.clone();
        blocking(move || connect::settle(&location)).await
    }
}

/// On SQLite each query by itself would lock the file and let it go, which costs more than many a query; and together
/// they see one state of the data.
fn at_once<T>(conn: &mut Conn, query: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    match conn {
        Conn::Sqlite(_) => Connection::transaction(conn, query),
        Conn::Postgres(_) => query(conn),
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| ApiError::Internal)?
}
