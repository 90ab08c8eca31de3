//! The place of one stream among those of an instance; it is given up with the stream.

use std::sync::Arc;

use tokio::sync::watch;

use super::Hub;
use super::domain::RecordKey;
use super::hub::Seen;
use crate::accounts::AccountId;
use crate::sessions::SessionId;

pub struct Seat {
    hub: Arc<Hub>,
    seen: watch::Receiver<Arc<Seen>>,
    account: AccountId,
    session: SessionId,
    records: Vec<RecordKey>,
}

impl Seat {
    pub fn new(
        hub: Arc<Hub>,
        seen: watch::Receiver<Arc<Seen>>,
        account: AccountId,
        session: SessionId,
        records: Vec<RecordKey>,
    ) -> Self {
        Self { hub, seen, account, session, records }
    }

    pub fn records(&self) -> &[RecordKey] {
        &self.records
    }

    /// What the latest look found.
    pub fn seen(&mut self) -> Arc<Seen> {
        Arc::clone(&self.seen.borrow_and_update())
    }

    /// Whether the stream has to end.
    pub fn is_over(&self) -> bool {
        let seen = self.seen.borrow();
        seen.closing || seen.ended.contains(&self.session)
    }

    /// Returns once a look found something new.
    pub async fn news(&mut self) {
        if self.seen.changed().await.is_err() {
            // Its other end is in the hub, which this seat holds.
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.hub.leave(self.account, self.session, &self.records);
    }
}
