//! Keeping files no longer than they are needed, and none that broke off.

use std::collections::HashSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::domain::{ImportProblem, ImportState};
use super::kept::folder;
use super::{ImportId, store};
use crate::app::System;
use crate::attachments::files::IMPORTS;
use crate::error::Result;
use crate::keeper::Chore;

pub const CHORE: Chore = Chore {
    name: "tidy_stakeholder_imports",
    every: Duration::from_mins(10),
    run: |system, now| Box::pin(tidy(system, now)),
};

/// A file is put into the store before it is noted: one younger than this may be on its way.
const ON_ITS_WAY: TimeDelta = TimeDelta::hours(1);

/// Gives up what ended with its server, and deletes what is not needed any more.
pub async fn tidy(system: &System, now: DateTime<Utc>) -> Result<()> {
    for (id, state) in system.db.read(move |conn| store::lost(conn, now)).await? {
        system
            .db
            .write(move |conn| match state {
                ImportState::Running => store::put_back(conn, id, ImportState::Checked),
                ImportState::Checking | ImportState::Checked | ImportState::Done | ImportState::Failed => {
                    store::fail(conn, id, ImportProblem::BrokeOff)
                }
            })
            .await?;
    }
    for id in system.db.read(move |conn| store::expired(conn, now)).await? {
        // The file first: a row without one is found again, a file without a row only by looking through all.
        system.files.forget_at(&folder(id)).await?;
        system.db.write(move |conn| store::forget(conn, id)).await?;
    }
    forget_strays(system, now).await
}

async fn forget_strays(system: &System, now: DateTime<Utc>) -> Result<()> {
    let old = system.files.names_older_than(IMPORTS, now - ON_ITS_WAY).await?;
    let stored: Vec<ImportId> = old.iter().filter_map(|name| name.parse().ok()).collect();
    let asked = stored.clone();
    let known: HashSet<ImportId> = system.db.read(move |conn| store::known(conn, &asked)).await?.into_iter().collect();
    for id in stored.into_iter().filter(|id| !known.contains(id)) {
        system.files.forget_at(&folder(id)).await?;
    }
    Ok(())
}
