//! What happened to a mandate: who led it on, when, and what they noted.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::MandateEventKind;
use super::view::MandateEvent;
use super::{MandateEventId, MandateId};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::schema::mandate_events as events;

pub fn note(
    conn: &mut Conn,
    mandate: MandateId,
    kind: MandateEventKind,
    by: AccountId,
    words: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    let words = words.map(str::trim).filter(|words| !words.is_empty());
    diesel::insert_into(events::table)
        .values((
            (events::id.eq(MandateEventId::at(now)), events::mandate_id.eq(mandate), events::kind.eq(kind)),
            (events::account_id.eq(by), events::at.eq(Moment::from(now)), events::note.eq(words)),
        ))
        .execute(conn)?;
    Ok(())
}

/// The latest first.
pub fn of(conn: &mut Conn, mandate: MandateId) -> Result<Vec<MandateEvent>> {
    let rows: Vec<(MandateEventKind, AccountId, Moment, Option<String>)> = events::table
        .filter(events::mandate_id.eq(mandate))
        .order(events::id.desc())
        .select((events::kind, events::account_id, events::at, events::note))
        .load(conn)?;
    let directory = directory(conn)?;
    let view = |(kind, by, at, note): (MandateEventKind, AccountId, Moment, Option<String>)| {
        let by = directory.person(Some(by)).ok_or(ApiError::Internal)?;
        Ok(MandateEvent { kind, at: at.utc(), by, note })
    };
    rows.into_iter().map(view).collect()
}
