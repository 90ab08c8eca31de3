//! Keeping exports no longer than a day, and none that broke off.

use std::collections::HashSet;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::part::folder;
use super::{ExportId, store};
use crate::app::System;
use crate::attachments::files::EXPORTS;
use crate::error::Result;
use crate::keeper::Chore;

/// Deletes the exports whose day is over with their files, files that have no export, and gives up those that ended
/// with their server.
pub async fn tidy(system: &System, now: DateTime<Utc>) -> Result<()> {
    system.db.write(move |conn| store::give_up_lost(conn, now)).await?;
    for id in system.db.read(move |conn| store::expired(conn, now)).await? {
        // The file first: a row without one is found again, a file without a row only by looking through all.
        system.files.forget_at(&folder(id)).await?;
        system.db.write(move |conn| store::forget(conn, id)).await?;
    }
    forget_strays(system).await
}

/// A file outlives its day by no more than this.
pub const CHORE: Chore =
    Chore { name: "tidy_exports", every: Duration::from_mins(10), run: |system, now| Box::pin(tidy(system, now)) };

async fn forget_strays(system: &System) -> Result<()> {
    let stored: Vec<ExportId> =
        system.files.names_at(EXPORTS).await?.iter().filter_map(|name| name.parse().ok()).collect();
    let asked = stored.clone();
    let known: HashSet<ExportId> = system.db.read(move |conn| store::known(conn, &asked)).await?.into_iter().collect();
    for id in stored.into_iter().filter(|id| !known.contains(id)) {
        system.files.forget_at(&folder(id)).await?;
    }
    Ok(())
}
