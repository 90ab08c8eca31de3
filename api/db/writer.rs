//! SQLite's one writer: a thread that puts the changes waiting for it into one commit.
//!
//! Each change runs in its own savepoint, so one that fails leaves the others whole; nobody is answered before the
//! commit they share is on disk. A sync to disk costs the same for one change as for a hundred.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};

use diesel::connection::{AnsiTransactionManager, Connection, TransactionManager};
use diesel::sqlite::SqliteConnection;
use tokio::sync::oneshot;

use super::Conn;
use super::connect::{Location, connect};
use super::search::later;
use crate::error::{ApiError, Result};

/// Bounds how long the first change of a commit waits for the last.
const MOST_PER_COMMIT: usize = 128;

type Answer = Box<dyn FnOnce(Result<()>) + Send>;
type Job = Box<dyn FnOnce(&mut Conn) -> Answer + Send>;

pub struct Writer {
    jobs: Sender<Job>,
}

impl Writer {
    pub fn start(location: &Location) -> Result<Self> {
        let (jobs, queue) = channel();
        let location = location.clone();
        let conn = open(&location).ok_or(ApiError::Unavailable)?;
        std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || serve(&location, conn, &queue))
            .map_err(|_| ApiError::Unavailable)?;
        Ok(Self { jobs })
    }

    pub async fn run<T, F>(&self, change: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |conn| {
            let outcome = conn.transaction(|conn| guarded(conn, change));
            Box::new(move |committed| {
                // The caller may have gone; what it asked for is done all the same.
                let _ = tell.send(committed.and(outcome));
            })
        });
        self.jobs.send(job).map_err(|_| ApiError::Unavailable)?;
        told.await.map_err(|_| ApiError::Unavailable)?
    }
}

fn open(location: &Location) -> Option<Conn> {
    let mut conn = connect(location).ok()?;
    later::prepare(sqlite(&mut conn).ok()?).ok()?;
    Some(conn)
}

fn guarded<T>(conn: &mut Conn, change: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(|| change(conn))).unwrap_or(Err(ApiError::Internal))
}

fn serve(location: &Location, first: Conn, queue: &Receiver<Job>) {
    let mut conn = Some(first);
    while let Ok(job) = queue.recv() {
        let (answers, outcome) = match conn.as_mut() {
            Some(conn) => one_commit(conn, job, queue),
            None => (vec![], Err(ApiError::Unavailable)),
        };
        let lost = outcome.is_err();
        for answer in answers {
            answer(if lost { Err(ApiError::Unavailable) } else { Ok(()) });
        }
        if lost {
            // After a failed commit only a new connection is in a known state.
            conn = open(location);
        }
    }
}

fn one_commit(conn: &mut Conn, first: Job, queue: &Receiver<Job>) -> (Vec<Answer>, Result<()>) {
    if let Err(error) = begin(conn) {
        return (vec![], Err(error));
    }
    let mut answers = vec![first(conn)];
    while answers.len() < MOST_PER_COMMIT
        && let Ok(job) = queue.try_recv()
    {
        answers.push(job(conn));
    }
    let outcome = settle(conn).and_then(|()| commit(conn));
    (answers, outcome)
}

/// A deferred transaction that reads and then writes fails at once when another wrote between; this one waits.
fn begin(conn: &mut Conn) -> Result<()> {
    Ok(AnsiTransactionManager::begin_transaction_sql(sqlite(conn)?, "BEGIN IMMEDIATE")?)
}

fn settle(conn: &mut Conn) -> Result<()> {
    Ok(later::settle(sqlite(conn)?)?)
}

fn commit(conn: &mut Conn) -> Result<()> {
    Ok(AnsiTransactionManager::commit_transaction(sqlite(conn)?)?)
}

fn sqlite(conn: &mut Conn) -> Result<&mut SqliteConnection> {
    match conn {
        Conn::Sqlite(conn) => Ok(conn),
        Conn::Postgres(_) => Err(ApiError::Internal),
    }
}
