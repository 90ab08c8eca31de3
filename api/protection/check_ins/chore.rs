//! Telling of silence, every hour.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::store::notice_silence;
use crate::app::System;
use crate::error::Result;
use crate::keeper::Chore;

pub const CHORE: Chore =
    Chore { name: "notice_silence", every: Duration::from_hours(1), run: |system, now| Box::pin(run(system, now)) };

async fn run(system: &System, now: DateTime<Utc>) -> Result<()> {
    while system.db.write(move |conn| notice_silence(conn, now)).await? > 0 {}
    Ok(())
}
