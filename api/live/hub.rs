//! Where the streams of an instance learn what has changed: one task asks the database for all of them.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use actix_web::rt;
use chrono::Utc;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::domain::RecordKey;
use super::seat::Seat;
use super::versions;
use crate::accounts::AccountId;
use crate::db::Db;
use crate::error::{ApiError, Result};
use crate::http::Version;
use crate::sessions::SessionId;

/// How long a change that another instance made may go unseen. One of this instance is seen at once.
const EVERY: Duration = Duration::from_secs(1);

/// Between two looks, however much is changed here.
const BREATH: Duration = Duration::from_millis(100);

/// Streams of one account: tabs and devices.
const OF_ONE_ACCOUNT: usize = 12;
/// Streams of an instance.
const IN_ALL: usize = 2000;

/// What the latest look found.
#[derive(Default)]
pub struct Seen {
    pub versions: HashMap<RecordKey, Version>,
    /// Sessions with a stream that are over.
    pub ended: HashSet<SessionId>,
    /// The instance stops.
    pub closing: bool,
}

/// The streams of an instance.
pub struct Hub {
    db: Db,
    seats: Mutex<Seats>,
    seen: watch::Sender<Arc<Seen>>,
}

/// Who sits here, counted.
#[derive(Default)]
struct Seats {
    records: HashMap<RecordKey, usize>,
    sessions: HashMap<SessionId, usize>,
    accounts: HashMap<AccountId, usize>,
    all: usize,
    looking: bool,
}

impl Hub {
    pub fn new(db: Db) -> Arc<Self> {
        Arc::new(Self { db, seats: Mutex::default(), seen: watch::Sender::default() })
    }

    /// A seat for one more stream; 429 if there are too many.
    pub fn join(self: &Arc<Self>, account: AccountId, session: SessionId, records: Vec<RecordKey>) -> Result<Seat> {
        let mut seats = self.seats();
        let own = seats.accounts.get(&account).copied().unwrap_or_default();
        if own >= OF_ONE_ACCOUNT || seats.all >= IN_ALL {
            return Err(ApiError::TooManyRequests { retry_after: 30 });
        }
        seats.count(account, session, &records);
        if !seats.looking {
            seats.looking = true;
            rt::spawn(Arc::clone(self).look_out());
        }
        drop(seats);
        Ok(Seat::new(Arc::clone(self), self.seen.subscribe(), account, session, records))
    }

    pub fn leave(&self, account: AccountId, session: SessionId, records: &[RecordKey]) {
        self.seats().discount(account, session, records);
    }

    /// How many streams there are.
    pub fn streams(&self) -> usize {
        self.seats().all
    }

    /// Ends all streams: a server that stops would wait for them.
    pub fn close(&self) {
        self.seen.send_replace(Arc::new(Seen { closing: true, ..Seen::default() }));
    }

    /// Looks until the last stream has gone.
    async fn look_out(self: Arc<Self>) {
        while let Some((records, sessions)) = self.watched() {
            if let Err(error) = self.look(records, sessions).await {
                // The streams stay: what they missed is found by the next look that succeeds.
                log::warn!(error:%; "live events can't be looked for");
            }
            sleep(BREATH).await;
            // Nothing was changed here for so long, if it times out.
            let _ = timeout(EVERY, self.db.changed()).await;
        }
    }

    async fn look(&self, records: Vec<RecordKey>, sessions: Vec<SessionId>) -> Result<()> {
        let asked = sessions.clone();
        let look = move |conn: &mut crate::db::Conn| {
            Ok((versions::of(conn, &records)?, versions::open_sessions(conn, &asked, Utc::now())?))
        };
        let (versions, open) = self.db.read(look).await?;
        let open: HashSet<SessionId> = open.into_iter().collect();
        let ended: HashSet<SessionId> = sessions.into_iter().filter(|session| !open.contains(session)).collect();
        self.seen.send_if_modified(|seen| {
            let news = !seen.closing && (seen.versions != versions || seen.ended != ended);
            if news {
                *seen = Arc::new(Seen { versions, ended, closing: false });
            }
            news
        });
        Ok(())
    }

    /// What to look for; `None`, once nobody is left who wants to know.
    fn watched(&self) -> Option<(Vec<RecordKey>, Vec<SessionId>)> {
        let mut seats = self.seats();
        if seats.all == 0 {
            seats.looking = false;
            return None;
        }
        Some((seats.records.keys().copied().collect(), seats.sessions.keys().copied().collect()))
    }

    /// Nothing is left half done under the lock.
    fn seats(&self) -> MutexGuard<'_, Seats> {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seats {
    fn count(&mut self, account: AccountId, session: SessionId, records: &[RecordKey]) {
        records.iter().for_each(|record| *self.records.entry(*record).or_default() += 1);
        *self.sessions.entry(session).or_default() += 1;
        *self.accounts.entry(account).or_default() += 1;
        self.all += 1;
    }

    fn discount(&mut self, account: AccountId, session: SessionId, records: &[RecordKey]) {
        records.iter().for_each(|record| less(&mut self.records, record));
        less(&mut self.sessions, &session);
        less(&mut self.accounts, &account);
        self.all = self.all.saturating_sub(1);
    }
}

fn less<K: Eq + std::hash::Hash>(counts: &mut HashMap<K, usize>, key: &K) {
    if let Some(count) = counts.get_mut(key) {
        *count = count.saturating_sub(1);
        if *count == 0 {
            counts.remove(key);
        }
    }
}
