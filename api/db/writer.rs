//! SQLite's one writer: a thread that puts the changes waiting for it into one commit.
//!
//! Each change runs in its own savepoint, so one that fails leaves the others whole; nobody is answered before the
//! commit they share is on disk. A sync to disk costs the same for one change as for a hundred.
//!
//! A change of very many rows has a commit of its own and no savepoint around it: for that the engine would keep in memory
//! what every page was before, and look through all of it at the end of each smaller savepoint.

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
type Shared = Box<dyn FnOnce(&mut Conn) -> Answer + Send>;
/// Also tells whether the change is to be kept.
type Alone = Box<dyn FnOnce(&mut Conn) -> (bool, Answer) + Send>;

enum Job {
    Shared(Shared),
    Alone(Alone),
}

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
        let shared = move |conn: &mut Conn| answer(tell, conn.transaction(|conn| guarded(conn, change)));
        self.hear(Job::Shared(Box::new(shared)), told).await
    }

    /// Runs a change in a commit of its own.
    pub async fn run_alone<T, F>(&self, change: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let alone = move |conn: &mut Conn| {
            let outcome = guarded(conn, change);
            (outcome.is_ok(), answer(tell, outcome))
        };
        self.hear(Job::Alone(Box::new(alone)), told).await
    }

    async fn hear<T>(&self, job: Job, told: oneshot::Receiver<Result<T>>) -> Result<T> {
        self.jobs.send(job).map_err(|_| ApiError::Unavailable)?;
        told.await.map_err(|_| ApiError::Unavailable)?
    }
}

fn answer<T: Send + 'static>(tell: oneshot::Sender<Result<T>>, outcome: Result<T>) -> Answer {
    Box::new(move |committed| {
        // The caller may have gone; what it asked for is done all the same.
        let _ = tell.send(committed.and(outcome));
    })
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
    let mut next = None;
    while let Some(job) = next.take().or_else(|| queue.recv().ok()) {
        let done = match (conn.as_mut(), job) {
            (Some(conn), Job::Shared(first)) => one_commit(conn, first, queue, &mut next),
            (Some(conn), Job::Alone(change)) => alone(conn, change),
            (None, Job::Shared(_) | Job::Alone(_)) => {
                Done { answers: vec![], outcome: Err(ApiError::Unavailable), fit: false }
            }
        };
        for answer in done.answers {
            answer(if done.outcome.is_err() { Err(ApiError::Unavailable) } else { Ok(()) });
        }
        if !done.fit {
            // First of all it gives up what it had locked.
            drop(conn.take());
            conn = open(location);
        }
    }
}

struct Done {
    answers: Vec<Answer>,
    /// Whether what was changed is on disk.
    outcome: Result<()>,
    /// After a failed commit, and after a change that failed without a savepoint, only a new connection is in a known state.
    fit: bool,
}

impl Done {
    fn of(answers: Vec<Answer>, outcome: Result<()>) -> Self {
        let fit = outcome.is_ok();
        Self { answers, outcome, fit }
    }
}

/// The first change and those that wait behind it; the first of these that wants a commit of its own is left for the next.
fn one_commit(conn: &mut Conn, first: Shared, queue: &Receiver<Job>, next: &mut Option<Job>) -> Done {
    if let Err(error) = begin(conn) {
        return Done::of(vec![], Err(error));
    }
    let mut answers = vec![first(conn)];
    while answers.len() < MOST_PER_COMMIT
        && let Ok(job) = queue.try_recv()
    {
        match job {
            Job::Shared(change) => answers.push(change(conn)),
            Job::Alone(_) => {
                *next = Some(job);
                break;
            }
        }
    }
    let outcome = settle(conn).and_then(|()| commit(conn));
    Done::of(answers, outcome)
}

fn alone(conn: &mut Conn, change: Alone) -> Done {
    if let Err(error) = begin(conn) {
        return Done::of(vec![], Err(error));
    }
    let (kept, answer) = change(conn);
    if !kept {
        // The transaction goes with the connection; the change has its own error to tell.
        return Done { answers: vec![answer], outcome: Ok(()), fit: false };
    }
    let outcome = settle(conn).and_then(|()| commit(conn));
    Done::of(vec![answer], outcome)
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
