//! Who was there, as counts by sex and age.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use strum::VariantArray;

use super::FocusGroupId;
use super::domain::{Attendance, FocusGroupEventKind, FocusGroupMove, MOST_PEOPLE};
use super::events::Happened;
use super::input::AttendanceCounts;
use super::moves::{Changes, make};
use super::policy::CountFocusGroupAttendance;
use super::store::Row;
use crate::authz::Permit;
use crate::db::{Conn, insert_many};
use crate::error::{ApiError, Result};
use crate::headcount::CountedBand;
use crate::http::IfMatch;
use crate::schema::focus_group_attendance as attendance;
use crate::stakeholders::domain::Sex;

/// Puts a count in the place of the one before.
pub fn count(
    conn: &mut Conn,
    permit: &Permit<CountFocusGroupAttendance>,
    id: FocusGroupId,
    expected: IfMatch,
    counts: &AttendanceCounts,
    now: DateTime<Utc>,
) -> Result<Row> {
    let counted = Attendance::from(*counts);
    if counted.figures().people > MOST_PEOPLE {
        return Err(ApiError::field("/attendance", "too_large"));
    }
    let happened = Happened::bare(FocusGroupEventKind::AttendanceCounted);
    make(conn, permit, id, expected, FocusGroupMove::CountAttendance, &happened, now, |conn, _| {
        replace(conn, id, &counted)?;
        Ok(Changes::default())
    })
}

/// Writes a count, whoever may count.
pub(crate) fn replace(conn: &mut Conn, id: FocusGroupId, counted: &Attendance) -> Result<()> {
    diesel::delete(attendance::table.filter(attendance::focus_group_id.eq(id))).execute(conn)?;
    let each = Sex::VARIANTS.iter().flat_map(|sex| CountedBand::VARIANTS.iter().map(move |band| (*sex, *band)));
    let rows: Vec<_> = each
        .map(|(sex, band)| (sex, band, counted.of(sex).of(band)))
        .filter(|(_, _, people)| *people > 0)
        .map(|(sex, band, people)| {
            (
                attendance::focus_group_id.eq(id),
                attendance::sex.eq(sex),
                attendance::band.eq(band),
                attendance::people.eq(people),
            )
        })
        .collect();
    insert_many!(conn, attendance::table, rows)?;
    Ok(())
}

/// The counts of a focus group.
pub fn of(conn: &mut Conn, id: FocusGroupId) -> Result<Attendance> {
    Ok(of_each(conn, &[id])?.remove(&id).unwrap_or_default())
}

/// The counts of each; of those where nobody was counted nothing.
pub fn of_each(conn: &mut Conn, ids: &[FocusGroupId]) -> Result<HashMap<FocusGroupId, Attendance>> {
    let rows: Vec<(FocusGroupId, Sex, CountedBand, i64)> = attendance::table
        .filter(attendance::focus_group_id.eq_any(ids.to_vec()))
        .select((attendance::focus_group_id, attendance::sex, attendance::band, attendance::people))
        .load(conn)?;
    let mut all: HashMap<FocusGroupId, Attendance> = HashMap::new();
    for (id, sex, band, people) in rows {
        all.entry(id).or_default().of_mut(sex).set(band, people);
    }
    Ok(all)
}
