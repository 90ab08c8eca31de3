//! A change with its entry in the trail.

use chrono::{DateTime, Utc};

use super::store::{Subject, record};
use crate::app::System;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;

/// Makes a change of a record, notes it in the trail in the same transaction, and shows what the record has become.
pub async fn changed<A, R, T>(
    system: &System,
    permit: Permit<A>,
    subject: Subject,
    change: impl FnOnce(&mut Conn, &Permit<A>, DateTime<Utc>) -> Result<R> + Send + 'static,
    show: impl FnOnce(&mut Conn, &Permit<A>, R, DateTime<Utc>) -> Result<T> + Send + 'static,
) -> Result<T>
where
    A: Action + Send,
    T: Send + 'static,
{
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            let row = change(conn, &permit, now)?;
            record(conn, &permit.who(), A::OPERATION, &subject, "", now)?;
            show(conn, &permit, row, now)
        })
        .await
}
