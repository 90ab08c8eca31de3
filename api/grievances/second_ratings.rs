//! What reporters say when they are asked again, four weeks after the end.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::GrievanceId;
use super::inputs::Rating;
use super::view::SecondRating;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::schema::grievance_second_ratings;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = grievance_second_ratings)]
struct Row {
    id: String,
    grievance_id: GrievanceId,
    at: Moment,
    rating: i64,
    comment: Option<String>,
}

pub fn add(conn: &mut Conn, case: GrievanceId, input: Rating, now: DateTime<Utc>) -> Result<()> {
    let Rating { rating, comment } = input;
    let row = Row { id: GrievanceId::at(now).into(), grievance_id: case, at: now.into(), rating, comment };
    diesel::insert_into(grievance_second_ratings::table).values(&row).execute(conn)?;
    Ok(())
}

/// The last one.
pub fn last(conn: &mut Conn, case: GrievanceId) -> Result<Option<SecondRating>> {
    let row: Option<Row> = grievance_second_ratings::table
        .filter(grievance_second_ratings::grievance_id.eq(case))
        .order(grievance_second_ratings::id.desc())
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    Ok(row.map(|row| SecondRating { rating: row.rating, comment: row.comment, at: row.at.utc() }))
}
