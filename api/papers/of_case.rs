//! What a case that came on paper says of its sheet.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::number::SheetNumber;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::Directory;
use crate::error::Result;
use crate::grievances::clock::end_of;
use crate::grievances::store::Case;
use crate::schema::paper_sheets as sheets;

/// Papers are registered within so many working days.
const REGISTERED_WITHIN: TimeDelta = TimeDelta::days(1);

/// The sheet that a case was entered from.
#[derive(Debug, Serialize, ToSchema)]
pub struct CasePaper {
    pub number: SheetNumber,
    pub received_on: NaiveDate,
    pub entered_at: DateTime<Utc>,
    /// Entered more than one working day after it came.
    pub late: bool,
}

/// The sheet of a case that the caller was found to reach.
pub fn of_case(conn: &mut Conn, directory: &Directory, case: &Case) -> Result<Option<CasePaper>> {
    let row: Option<(SheetNumber, Option<NaiveDate>, Option<Moment>)> = sheets::table
        .filter(sheets::grievance_id.eq(case.id))
        .select((sheets::number, sheets::received_on, sheets::entered_at))
        .first(conn)
        .optional()?;
    let Some((number, Some(received_on), Some(entered_at))) = row else { return Ok(None) };
    let entered_at = entered_at.utc();
    let late = entered_at > directory.calendar.after(end_of(received_on), REGISTERED_WITHIN);
    Ok(Some(CasePaper { number, received_on, entered_at, late }))
}
