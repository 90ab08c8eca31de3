//! Why something was decided, in words for the reporter.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::GrievanceId;
use super::domain::{Move, State};
use super::view::Decision;
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::schema::grievance_decisions;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = grievance_decisions)]
pub struct Row {
    id: String,
    grievance_id: GrievanceId,
    at: Moment,
    made: Move,
    pub account_id: AccountId,
    reason: String,
    elsewhere: Option<String>,
}

/// Who decided what, and why.
pub struct Reasons {
    pub made: Move,
    pub account: AccountId,
    pub reason: String,
    /// Where else the reporter can turn.
    pub elsewhere: Option<String>,
}

pub fn add(conn: &mut Conn, case: GrievanceId, reasons: Reasons, now: DateTime<Utc>) -> Result<()> {
    let Reasons { made, account, reason, elsewhere } = reasons;
    let id = GrievanceId::at(now).into();
    let row = Row { id, grievance_id: case, at: now.into(), made, account_id: account, reason, elsewhere };
    diesel::insert_into(grievance_decisions::table).values(&row).execute(conn)?;
    Ok(())
}

/// The last decision of one of these moves.
pub fn last(conn: &mut Conn, case: GrievanceId, of: &[Move]) -> Result<Option<Row>> {
    Ok(grievance_decisions::table
        .filter(grievance_decisions::grievance_id.eq(case))
        .filter(grievance_decisions::made.eq_any(of))
        .order(grievance_decisions::id.desc())
        .select(Row::as_select())
        .first(conn)
        .optional()?)
}

/// The moves whose reasons explain that a case stands in this state.
pub fn explaining(state: State) -> &'static [Move] {
    match state {
        State::Ineligible => &[Move::FindIneligible, Move::DismissAppeal],
        State::ClosedUnresolved => &[Move::AskClosing],
        State::Submitted
        | State::Acknowledged
        | State::Accepted
        | State::Investigating
        | State::AwaitingInformation
        | State::ResolutionProposed
        | State::Contested
        | State::Implementing
        | State::Resolved
        | State::Referred
        | State::Duplicate
        | State::Withdrawn => &[],
    }
}

impl Row {
    pub fn view(self) -> Decision {
        Decision { at: self.at.utc(), reason: self.reason, elsewhere: self.elsewhere }
    }
}
