//! Watches over the trail while the server runs: checks it, and signs where it ends.

use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Mutex;

use super::chain::{Broken, Head};
use super::checkpoint::Checkpoint;
use super::ledger::{Ledger, LedgerError};
use super::verify::{Whole, verify};
use crate::db::Db;
use crate::error::{ApiError, Result};
use crate::signing::Signer;

/// Between two of these, only what is new is checked.
const FROM_THE_START_EVERY: TimeDelta = TimeDelta::hours(24);
/// After the server has started: until then it goes on from the last checkpoint, so that a long trail holds up no start.
const FROM_THE_START_AFTER: TimeDelta = TimeDelta::hours(1);
/// Others want the database meanwhile.
const BREATH: Duration = Duration::from_millis(20);

/// What the last check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// When the trail was last found whole.
    pub whole_at: Option<DateTime<Utc>>,
    /// When it was last signed, or was found to be signed to its end.
    pub signed_at: Option<DateTime<Utc>>,
    /// Since when it is known to be broken.
    pub broken_at: Option<DateTime<Utc>>,
}

#[derive(Clone)]
pub struct Watch {
    db: Db,
    ledger: Ledger,
    /// None where the secrets file has no key for it: the trail is checked and not signed.
    signer: Option<Signer>,
    progress: Arc<Mutex<Progress>>,
    verdict: Arc<RwLock<Verdict>>,
}

struct Progress {
    /// Up to where the trail was checked since the server has started.
    checked: Option<Head>,
    from_the_start_at: DateTime<Utc>,
}

impl Progress {
    /// Where a check is to begin.
    fn goes_on_after(&self, known: &[Checkpoint], now: DateTime<Utc>) -> Head {
        if now >= self.from_the_start_at {
            return Head::default();
        }
        let signed = || known.last().map(|last| Head { seq: last.seq, hash: last.hash.clone() });
        self.checked.clone().or_else(signed).unwrap_or_default()
    }
}

/// What is wrong with the trail or with its checkpoints.
#[derive(Debug, thiserror::Error)]
pub enum Finding {
    #[error("{0}")]
    Trail(Broken),
    #[error("{0}")]
    Ledger(#[from] LedgerError),
    #[error("the audit trail can't be read: {0}")]
    Database(#[from] ApiError),
}

impl Watch {
    pub fn new(db: Db, folder: &Path, signer: Option<Signer>) -> Self {
        let progress = Progress { checked: None, from_the_start_at: Utc::now() + FROM_THE_START_AFTER };
        let ledger = Ledger::in_folder(folder);
        Self { db, ledger, signer, progress: Arc::new(Mutex::new(progress)), verdict: Arc::default() }
    }

    pub fn verdict(&self) -> Verdict {
        self.verdict.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Checks what is new, or once a day everything, and signs the end; the checkpoint, unless there is one already.
    ///
    /// What does not hold is never signed.
    pub async fn look(&self, now: DateTime<Utc>) -> std::result::Result<(Whole, Option<Checkpoint>), Finding> {
        self.look_resting(now, Duration::ZERO).await
    }

    /// The same, with a rest after each part.
    async fn look_resting(
        &self,
        now: DateTime<Utc>,
        breath: Duration,
    ) -> std::result::Result<(Whole, Option<Checkpoint>), Finding> {
        let outcome = self.check_and_sign(now, breath).await;
        let mut verdict = self.verdict.write().unwrap_or_else(PoisonError::into_inner);
        match &outcome {
            Ok(_) => {
                let signed_at = self.signer.as_ref().map(|_| now);
                *verdict = Verdict { whole_at: Some(now), signed_at, broken_at: None };
            }
            Err(Finding::Trail(_) | Finding::Ledger(LedgerError::Changed(_))) => {
                verdict.broken_at = verdict.broken_at.or(Some(now));
            }
            // Tells nothing about the trail.
            Err(Finding::Database(_) | Finding::Ledger(LedgerError::File(_))) => {}
        }
        outcome
    }

    async fn check_and_sign(
        &self,
        now: DateTime<Utc>,
        breath: Duration,
    ) -> std::result::Result<(Whole, Option<Checkpoint>), Finding> {
        let mut progress = self.progress.lock().await;
        let known = match &self.signer {
            Some(signer) => {
                let (ledger, verifier) = (self.ledger.clone(), signer.verifier());
                blocking(move || ledger.checkpoints(&verifier)).await??
            }
            None => vec![],
        };
        let from = progress.goes_on_after(&known, now);
        let whole = verify(&self.db, from.clone(), &known, breath).await?.map_err(Finding::Trail)?;
        progress.checked = Some(whole.head.clone());
        if from == Head::default() {
            progress.from_the_start_at = now + FROM_THE_START_EVERY;
        }
        let Some(signer) = self.signer.clone() else { return Ok((whole, None)) };
        let (ledger, head) = (self.ledger.clone(), whole.head.clone());
        let signed = if head.seq == 0 { None } else { blocking(move || ledger.sign(&signer, &head, now)).await?? };
        Ok((whole, signed))
    }

    /// Looks again and again, for as long as the server runs.
    pub async fn keep_watch(self, every: Duration) {
        let mut ticks = tokio::time::interval(every);
        loop {
            ticks.tick().await;
            self.look_and_log(BREATH).await;
        }
    }

    /// The last look of a server that stops.
    pub async fn look_once_more(&self) {
        self.look_and_log(Duration::ZERO).await;
    }

    async fn look_and_log(&self, breath: Duration) {
        if let Err(finding) = self.look_resting(Utc::now(), breath).await {
            log::error!(finding:%; "the audit trail was not signed");
        }
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| ApiError::Internal)
}
