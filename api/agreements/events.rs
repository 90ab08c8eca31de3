//! The history of an agreement: who did what when, and why.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::AgreementMove;
use super::policy::{Audience, audience};
use super::view::AgreementEvent;
use super::{AgreementEventId, AgreementId, AgreementSideId};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::schema::agreement_events as events;

/// A step to be noted.
pub struct Step<'a> {
    pub made: AgreementMove,
    pub revision: i64,
    pub side: Option<AgreementSideId>,
    pub note: Option<&'a str>,
}

pub fn note(conn: &mut Conn, agreement: AgreementId, step: &Step, by: AccountId, now: DateTime<Utc>) -> Result<()> {
    let Step { made, revision, side, note } = step;
    let row = (
        (events::id.eq(AgreementEventId::at(now)), events::agreement_id.eq(agreement), events::made.eq(*made)),
        (events::revision.eq(*revision), events::side_id.eq(*side), events::account_id.eq(by)),
        (events::at.eq(Moment::from(now)), events::note.eq(note.map(str::trim))),
    );
    diesel::insert_into(events::table).values(row).execute(conn)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct Row {
    id: AgreementEventId,
    made: AgreementMove,
    revision: i64,
    side_id: Option<AgreementSideId>,
    account_id: AccountId,
    at: Moment,
    note: Option<String>,
}

/// What happened to an agreement that the caller was found to reach, the latest first.
pub fn of(conn: &mut Conn, agreement: AgreementId, role: Role) -> Result<Vec<AgreementEvent>> {
    let rows: Vec<Row> = events::table
        .filter(events::agreement_id.eq(agreement))
        .order(events::id.desc())
        .select(Row::as_select())
        .load(conn)?;
    let names = directory(conn)?;
    let view = |row: Row| -> Result<Option<AgreementEvent>> {
        let by = match audience(role) {
            Audience::Staff => Some(names.person(Some(row.account_id)).ok_or(ApiError::Internal)?),
            Audience::Side if is_before_opening(row.made) => return Ok(None),
            Audience::Side => None,
        };
        let Row { id, made, revision, side_id, account_id: _, at, note } = row;
        Ok(Some(AgreementEvent { id, made, revision, side_id, at: at.utc(), note, by }))
    };
    rows.into_iter().filter_map(|row| view(row).transpose()).collect()
}

/// How a draft came about is the programme's own.
fn is_before_opening(made: AgreementMove) -> bool {
    match made {
        AgreementMove::Draft | AgreementMove::Change => true,
        AgreementMove::Open
        | AgreementMove::Sign
        | AgreementMove::TakeForce
        | AgreementMove::Amend
        | AgreementMove::End => false,
    }
}
