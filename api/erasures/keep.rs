//! Keeping the file of erasures up with the database.

use std::path::Path;

use chrono::{DateTime, Utc};

use super::ledger::{Erased, Ledger};
use super::store;
use crate::db::Db;
use crate::error::{ApiError, Result};
use crate::signing::Signer;

/// The file beside the audit trail's checkpoints, and what signs it.
#[derive(Clone)]
pub struct Keep {
    ledger: Ledger,
    /// None where the secrets file has no key for it.
    signer: Option<Signer>,
}

impl Keep {
    pub fn new(folder: &Path, signer: Option<Signer>) -> Self {
        Self { ledger: Ledger::in_folder(folder), signer }
    }

    /// Notes whatever was erased so far.
    pub async fn up(&self, db: &Db) -> Result<()> {
        // Before the look: what is erased meanwhile may or may not be seen.
        let until: DateTime<Utc> = Utc::now();
        let all = db.read(store::all).await?;
        self.note(all, until).await
    }

    /// Notes what was erased until a time.
    pub async fn note(&self, all: Vec<Erased>, until: DateTime<Utc>) -> Result<()> {
        let Some(signer) = self.signer.clone() else {
            if !all.is_empty() {
                log::warn!("the secrets file has no audit_key: a backup can bring back what was erased");
            }
            return Ok(());
        };
        let ledger = self.ledger.clone();
        let noted = tokio::task::spawn_blocking(move || ledger.note(&signer, all, until)).await;
        noted.map_err(|_| ApiError::Internal)?.map_err(|error| {
            log::error!(error:%; "what was erased could not be noted outside the database");
            ApiError::Unavailable
        })
    }
}
