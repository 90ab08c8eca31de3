//! One stream of events (the WHATWG's HTML standard, 9.2 "Server-sent events").

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use actix_web::web::{Bytes, Data};
use chrono::Utc;
use futures_util::stream::{Stream, unfold};
use tokio::time::{Instant, timeout_at};

use super::domain::{RecordChanged, RecordKey};
use super::policy::FollowRecords;
use super::seat::Seat;
use super::versions;
use crate::app::System;
use crate::authz::Permit;
use crate::error::{ApiError, Result};
use crate::http::Version;

/// A proxy cuts a connection on which nothing comes for a minute, and only what is written shows that a reader has gone.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Then the reader comes again, with a new token.
const LIFE: Duration = Duration::from_hours(1);

/// A stream to one reader.
pub struct Following {
    system: Data<System>,
    permit: Permit<FollowRecords>,
    seat: Seat,
    /// What the reader was told last.
    told: HashMap<RecordKey, Version>,
    unsent: VecDeque<Bytes>,
    until: Instant,
}

impl Following {
    /// It begins with the versions that there are: the reader may have read others before.
    pub fn new(
        system: Data<System>,
        permit: Permit<FollowRecords>,
        seat: Seat,
        told: HashMap<RecordKey, Version>,
    ) -> Result<Self> {
        let now = seat.records().iter().filter_map(|record| Some((*record, *told.get(record)?)));
        let unsent = now.map(|(record, version)| event(record, version)).collect::<Result<_>>()?;
        Ok(Self { system, permit, seat, told, unsent, until: Instant::now() + LIFE })
    }

    pub fn into_stream(self) -> impl Stream<Item = std::result::Result<Bytes, ApiError>> {
        unfold(self, |mut following| async move {
            let next = following.next().await?;
            Some((Ok(next), following))
        })
    }

    /// What to send next; `None` at the end.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if self.seat.is_over() {
                return None;
            }
            if let Some(ready) = self.unsent.pop_front() {
                return Some(ready);
            }
            let pause = (Instant::now() + HEARTBEAT).min(self.until);
            let quiet = timeout_at(pause, self.seat.news()).await.is_err();
            if Instant::now() >= self.until {
                return None;
            }
            self.gather().await?;
            if quiet && self.unsent.is_empty() && !self.seat.is_over() {
                return Some(Bytes::from_static(b": still here\n\n"));
            }
        }
    }

    /// Looks up what of the news the reader may know; `None` if the reader has no session any more.
    async fn gather(&mut self) -> Option<()> {
        let seen = self.seat.seen();
        let moved = |record: &&RecordKey| {
            seen.versions.get(record).is_some_and(|version| self.told.get(record) != Some(version))
        };
        let news: Vec<RecordKey> = self.seat.records().iter().filter(moved).copied().collect();
        for record in news {
            match self.reached(record).await {
                Ok(version) => {
                    if self.told.insert(record, version) != Some(version) {
                        self.unsent.push_back(event(record, version).ok()?);
                    }
                }
                // It has left the reader's reach: nothing more is told of it, until it comes back.
                Err(ApiError::NotFound | ApiError::Forbidden) => {
                    self.told.extend(seen.versions.get(&record).map(|version| (record, *version)));
                }
                Err(ApiError::Unauthenticated | ApiError::SecondFactorNeeded) => return None,
                // The database can't be asked now: the next news or the next heartbeat tries again.
                Err(error) => log::warn!(error:%; "a live event was put off"),
            }
        }
        Some(())
    }

    /// The version of a record as the reader reaches it now.
    async fn reached(&self, record: RecordKey) -> Result<Version> {
        let (permit, demand) = (self.permit.clone(), self.system.factors.demand);
        let read = move |conn: &mut crate::db::Conn| {
            let permit = permit.renewed(conn, demand, Utc::now())?;
            versions::reached(conn, &permit, record)
        };
        self.system.db.read(read).await
    }
}

fn event(record: RecordKey, version: Version) -> Result<Bytes> {
    let data = serde_json::to_string(&RecordChanged::of(record, version)).map_err(|_| ApiError::Internal)?;
    Ok(Bytes::from(format!("event: changed\ndata: {data}\n\n")))
}
