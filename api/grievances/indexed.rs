//! The words by which a case is found: a document for each audience.

use diesel::prelude::*;

use super::domain::Track;
use super::{GrievanceId, store};
use crate::db::Conn;
use crate::db::search::{self, Kind};
use crate::error::Result;
use crate::schema::grievance_messages;

/// Puts the words of a case where the programme's staff search.
pub fn index(conn: &mut Conn, id: GrievanceId) -> Result<()> {
    let case = store::reread(conn, id)?;
    let mut words = vec![case.reference, case.narrative];
    words.extend(case.wish);
    words.extend(case.summary);
    let messages: Vec<String> = grievance_messages::table
        .filter(grievance_messages::grievance_id.eq(id))
        .select(grievance_messages::body)
        .load(conn)?;
    words.extend(messages);
    let (kind, before) = match case.track {
        Track::Normal => (Kind::GrievanceStaff, Kind::GrievanceProtected),
        Track::Protection => (Kind::GrievanceProtected, Kind::GrievanceStaff),
    };
    search::reclassify(conn, before, kind, id.as_str())?;
    if case.track == Track::Protection {
        search::remove(conn, Kind::GrievanceReleased, id.as_str())?;
    }
    search::put(conn, kind, id.as_str(), &words.join("\n"))
}

/// Puts the released words of a case where respondents search: nothing that they can't read.
pub fn index_released(conn: &mut Conn, id: GrievanceId) -> Result<()> {
    let case = store::reread(conn, id)?;
    if case.track == Track::Protection {
        return Ok(());
    }
    let words = [Some(case.reference), case.summary].into_iter().flatten().collect::<Vec<_>>().join("\n");
    search::put(conn, Kind::GrievanceReleased, id.as_str(), &words)
}
