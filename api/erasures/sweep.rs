//! What an erasure could not finish at once: files that were still in the store, text that was still in the log beside the
//! database, a line in the file of erasures.

use std::collections::HashSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use crate::app::System;
use crate::attachments::AttachmentId;
use crate::error::Result;
use crate::keeper::Chore;
use crate::schema::attachments;

pub const CHORE: Chore = Chore {
    name: "sweep_after_erasures",
    every: Duration::from_hours(6),
    run: |system, now| Box::pin(sweep(system, now)),
};

/// A file is put into the store before it is noted: one younger than this may be on its way.
const ON_ITS_WAY: TimeDelta = TimeDelta::hours(1);

async fn sweep(system: &System, now: DateTime<Utc>) -> Result<()> {
    let old = system.files.older_than(now - ON_ITS_WAY).await?;
    let noted: HashSet<AttachmentId> =
        system.db.read(|conn| Ok(attachments::table.select(attachments::id).load(conn)?)).await?.into_iter().collect();
    for file in old.difference(&noted) {
        system.files.erase(*file).await?;
    }
    system.db.settle().await?;
    system.erasures.up(&system.db).await
}
