//! What is left of an application of somebody who was taken out of the register: what was asked for, and not by whom.

use diesel::prelude::*;

use super::GrantApplicationId;
use crate::db::Conn;
use crate::db::search::{self, Kind, normalise};
use crate::db::types::Moment;
use crate::error::Result;
use crate::exports;
use crate::programmes::ProgrammeId;
use crate::schema::{grant_applications as applications, grant_team as team};
use crate::stakeholders::StakeholderId;

/// Takes the names out of the applications that the programme filed for somebody. When each was told of.
pub fn without(conn: &mut Conn, id: StakeholderId, programme: ProgrammeId) -> Result<Vec<Moment>> {
    let rows: Vec<(GrantApplicationId, String, Moment, Moment)> = applications::table
        .filter(applications::stakeholder_id.eq(id))
        .select((applications::id, applications::title, applications::created_at, applications::listed_at))
        .load(conn)?;
    if rows.is_empty() {
        return Ok(vec![]);
    }
    exports::store::forget_grant_applications(conn, programme)?;
    let mut told_at = vec![];
    for (application, title, begun, listed) in rows {
        let set = (
            (applications::applicant_name.eq(""), applications::words.eq(normalise(&title))),
            applications::version.eq(applications::version + 1),
        );
        diesel::update(applications::table.find(application)).set(set).execute(conn)?;
        search::put(conn, Kind::GrantApplication, application.as_str(), &title)?;
        let theirs = team::table.filter(team::application_id.eq(application));
        diesel::update(theirs).set(team::name.eq("")).execute(conn)?;
        told_at.extend([begun, listed]);
    }
    Ok(told_at)
}
