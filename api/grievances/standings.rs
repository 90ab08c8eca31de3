//! Where cases stand besides their state, as the database keeps it.

use std::collections::HashMap;

use diesel::prelude::*;

use super::GrievanceId;
use super::domain::{Appeal, Asked, Standing};
use crate::accounts::AccountId;
use crate::db::types::Moment;
use crate::db::{Conn, on_engine};
use crate::error::Result;
use crate::schema::grievance_standings;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = grievance_standings, primary_key(grievance_id), treat_none_as_null = true)]
struct Row {
    grievance_id: GrievanceId,
    ended_at: Option<Moment>,
    refused_by: Option<AccountId>,
    appeal: Option<Appeal>,
    asked: Option<Asked>,
    closing_asked_by: Option<AccountId>,
    duplicate_of: Option<GrievanceId>,
    rated_again: bool,
}

impl Row {
    fn new(grievance_id: GrievanceId, standing: Standing) -> Self {
        let Standing { ended_at, refused_by, appeal, asked, closing_asked_by, duplicate_of, rated_again } = standing;
        let ended_at = ended_at.map(Moment::from);
        Self { grievance_id, ended_at, refused_by, appeal, asked, closing_asked_by, duplicate_of, rated_again }
    }

    fn standing(self) -> Standing {
        let Self { grievance_id: _, ended_at, refused_by, appeal, asked, closing_asked_by, duplicate_of, rated_again } =
            self;
        let ended_at = ended_at.map(Moment::utc);
        Standing { ended_at, refused_by, appeal, asked, closing_asked_by, duplicate_of, rated_again }
    }
}

pub fn of(conn: &mut Conn, case: GrievanceId) -> Result<Standing> {
    let row: Option<Row> = on_engine!(conn, conn => {
        grievance_standings::table.find(case).select(Row::as_select()).first(conn).optional()
    })?;
    Ok(row.map(Row::standing).unwrap_or_default())
}

/// Where the cases of a page stand; what is not in it stands in no special way.
pub fn of_page(conn: &mut Conn, cases: impl Iterator<Item = GrievanceId>) -> Result<HashMap<GrievanceId, Standing>> {
    let mut cases = cases.peekable();
    if cases.peek().is_none() {
        return Ok(HashMap::new());
    }
    // Unlike a list of ids, a chain of conditions is kept prepared on SQLite.
    let rows: Vec<Row> = on_engine!(conn, conn => cases
        .fold(grievance_standings::table.select(Row::as_select()).into_boxed(), |rows, case| {
            rows.or_filter(grievance_standings::grievance_id.eq(case))
        })
        .load(conn))?;
    Ok(rows.into_iter().map(|row| (row.grievance_id, row.standing())).collect())
}

/// Keeps where a case stands after a move; most moves change nothing of it.
pub fn keep(conn: &mut Conn, case: GrievanceId, before: Standing, after: Standing) -> Result<()> {
    if before == after {
        return Ok(());
    }
    let row = Row::new(case, after);
    let changed = diesel::update(grievance_standings::table.find(case)).set(&row).execute(conn)?;
    if changed == 0 {
        diesel::insert_into(grievance_standings::table).values(&row).execute(conn)?;
    }
    Ok(())
}
