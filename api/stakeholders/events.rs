//! The history of a record: who did what when, each assessment with its reason.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;

use super::domain::StakeholderEventKind;
use super::policy::ListStakeholderEvents;
use super::view::{AssessedValues, StakeholderEvent};
use super::{StakeholderEventId, StakeholderId, store, tags};
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::http::Cursor;
use crate::schema::stakeholder_events as events;

/// What is noted of something that happened.
pub enum Happened<'a> {
    Created,
    /// The names of the fields.
    Changed(Vec<&'static str>),
    Assessed {
        influence: i64,
        interest: i64,
        stance: i64,
        reason: &'a str,
    },
    ConsentGiven {
        purpose: &'a str,
        given_on: NaiveDate,
    },
    ConsentWithdrawn {
        withdrawn_on: NaiveDate,
        note: Option<&'a str>,
    },
}

#[derive(Insertable)]
#[diesel(table_name = events, treat_none_as_default_value = false)]
pub struct NewRow<'a> {
    id: StakeholderEventId,
    stakeholder_id: StakeholderId,
    kind: StakeholderEventKind,
    account_id: AccountId,
    at: Moment,
    fields: Option<String>,
    influence: Option<i64>,
    interest: Option<i64>,
    stance: Option<i64>,
    day: Option<NaiveDate>,
    note: Option<&'a str>,
}

/// Notes what happened, in this order.
pub fn note(
    conn: &mut Conn,
    stakeholder: StakeholderId,
    happened: &[Happened],
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    for (later, what) in (0..).zip(happened) {
        // What happened in one moment keeps its order: it is that of the ids.
        let at = now + TimeDelta::microseconds(later);
        diesel::insert_into(events::table).values(row(stakeholder, what, by, at)).execute(conn)?;
    }
    Ok(())
}

/// What is written of something that happened.
pub fn row<'a>(
    stakeholder_id: StakeholderId,
    what: &Happened<'a>,
    account_id: AccountId,
    at: DateTime<Utc>,
) -> NewRow<'a> {
    let bare = NewRow {
        id: StakeholderEventId::at(at),
        stakeholder_id,
        kind: StakeholderEventKind::Created,
        account_id,
        at: at.into(),
        fields: None,
        influence: None,
        interest: None,
        stance: None,
        day: None,
        note: None,
    };
    match what {
        Happened::Created => bare,
        Happened::Changed(fields) => {
            NewRow { kind: StakeholderEventKind::Changed, fields: Some(tags::joined(fields)), ..bare }
        }
        Happened::Assessed { influence, interest, stance, reason } => NewRow {
            kind: StakeholderEventKind::Assessed,
            influence: Some(*influence),
            interest: Some(*interest),
            stance: Some(*stance),
            note: Some(reason.trim()),
            ..bare
        },
        Happened::ConsentGiven { purpose, given_on } => NewRow {
            kind: StakeholderEventKind::ConsentGiven,
            day: Some(*given_on),
            note: Some(purpose.trim()),
            ..bare
        },
        Happened::ConsentWithdrawn { withdrawn_on, note } => NewRow {
            kind: StakeholderEventKind::ConsentWithdrawn,
            day: Some(*withdrawn_on),
            note: note.map(str::trim),
            ..bare
        },
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct Row {
    id: StakeholderEventId,
    kind: StakeholderEventKind,
    account_id: AccountId,
    at: Moment,
    fields: Option<String>,
    influence: Option<i64>,
    interest: Option<i64>,
    stance: Option<i64>,
    day: Option<NaiveDate>,
    note: Option<String>,
}

/// What happened to a record within reach, the latest first, one more than the page holds.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListStakeholderEvents>,
    id: StakeholderId,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<StakeholderEvent>> {
    store::find(conn, permit, id)?;
    let mut rows = events::table
        .filter(events::stakeholder_id.eq(id))
        .order(events::id.desc())
        .limit(limit + 1)
        .select(Row::as_select())
        .into_boxed::<Backend>();
    if let Some(Cursor { key: _, id }) = after {
        let last: StakeholderEventId = id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(events::id.lt(last));
    }
    let rows: Vec<Row> = rows.load(conn)?;
    let directory = directory(conn)?;
    let view = |row: Row| -> Result<StakeholderEvent> {
        let Row { id, kind, account_id, at, fields, influence, interest, stance, day, note } = row;
        let assessment = match (influence, interest, stance) {
            (Some(influence), Some(interest), Some(stance)) => Some(AssessedValues { influence, interest, stance }),
            (Some(_) | None, Some(_) | None, Some(_) | None) => None,
        };
        let by = directory.person(Some(account_id)).ok_or(ApiError::Internal)?;
        let fields = tags::parted(fields.as_deref().unwrap_or_default()).map(Into::into).collect();
        Ok(StakeholderEvent { id, kind, at: at.utc(), by, fields, assessment, day, note })
    };
    rows.into_iter().map(view).collect()
}
