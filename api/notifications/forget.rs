//! Old notifications are deleted: the case itself, its timeline and the audit trail keep what happened.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::NotificationId;
use crate::app::System;
use crate::db::types::Moment;
use crate::error::Result;
use crate::keeper::Chore;
use crate::schema::notifications;

pub const CHORE: Chore = Chore {
    name: "forget_notifications",
    every: Duration::from_hours(6),
    run: |system, now| Box::pin(forget(system, now)),
};

/// How long a notification is kept, read or not.
const KEPT: TimeDelta = TimeDelta::days(180);

/// Deleted in one transaction: few enough for others to get their turn.
const TOGETHER: i64 = 500;

async fn forget(system: &System, now: DateTime<Utc>) -> Result<()> {
    while forget_some(system, now - KEPT).await? {}
    Ok(())
}

/// Whether there were any.
async fn forget_some(system: &System, before: DateTime<Utc>) -> Result<bool> {
    let forget = move |conn: &mut crate::db::Conn| {
        let old: Vec<NotificationId> = notifications::table
            .filter(notifications::at.lt(Moment::from(before)))
            .order(notifications::at)
            .select(notifications::id)
            .limit(TOGETHER)
            .load(conn)?;
        let any = !old.is_empty();
        if any {
            diesel::delete(notifications::table.filter(notifications::id.eq_any(old))).execute(conn)?;
        }
        Ok(any)
    };
    system.db.write(forget).await
}
