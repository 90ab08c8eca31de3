//! The history of an application: who did what when, and why.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{GrantApplicationMove, GrantApplicationState, GrantParty};
use super::policy::{Audience, audience};
use super::view::GrantApplicationEvent;
use super::{GrantApplicationEventId, GrantApplicationId};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::schema::grant_application_events as events;

/// A step to be noted.
pub struct Step<'a> {
    pub made: GrantApplicationMove,
    pub from: Option<GrantApplicationState>,
    pub to: GrantApplicationState,
    pub party: GrantParty,
    pub note: Option<&'a str>,
    pub answer_by: Option<NaiveDate>,
}

pub fn note(conn: &mut Conn, id: GrantApplicationId, step: &Step, by: AccountId, now: DateTime<Utc>) -> Result<()> {
    let Step { made, from, to, party, note, answer_by } = step;
    let row = (
        (events::id.eq(GrantApplicationEventId::at(now)), events::application_id.eq(id), events::made.eq(*made)),
        (events::from_state.eq(*from), events::to_state.eq(*to), events::party.eq(*party)),
        (events::account_id.eq(by), events::at.eq(Moment::from(now)), events::note.eq(note.map(str::trim))),
        events::answer_by.eq(*answer_by),
    );
    diesel::insert_into(events::table).values(row).execute(conn)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct Row {
    id: GrantApplicationEventId,
    made: GrantApplicationMove,
    from_state: Option<GrantApplicationState>,
    to_state: GrantApplicationState,
    party: GrantParty,
    account_id: AccountId,
    at: Moment,
    note: Option<String>,
    answer_by: Option<NaiveDate>,
}

/// What happened to an application that the caller was found to reach, the latest first.
pub fn of(conn: &mut Conn, id: GrantApplicationId, role: Role) -> Result<Vec<GrantApplicationEvent>> {
    let rows: Vec<Row> = events::table
        .filter(events::application_id.eq(id))
        .order(events::id.desc())
        .select(Row::as_select())
        .load(conn)?;
    let names = directory(conn)?;
    let view = |Row { id, made, from_state: from, to_state: to, party, account_id, at, note, answer_by }: Row| {
        let by = match audience(role) {
            Audience::Staff => Some(names.person(Some(account_id)).ok_or(ApiError::Internal)?),
            Audience::Applicant => None,
        };
        Ok(GrantApplicationEvent { id, made, from, to, party, at: at.utc(), note, answer_by, by })
    };
    rows.into_iter().map(view).collect()
}
