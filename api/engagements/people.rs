//! Whom contacts were with.

use std::collections::HashMap;

use diesel::prelude::*;

use super::EngagementId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::{ApiError, FieldError, Result};
use crate::programmes::ProgrammeId;
use crate::schema::{engagement_stakeholders as links, stakeholders};
use crate::stakeholders::named::{NAME, NameRow, name_of};
use crate::stakeholders::view::StakeholderName;
use crate::stakeholders::{StakeholderId, named};

/// The stakeholders once each, if all are of the programme and within reach.
pub fn checked<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    programme: ProgrammeId,
    ids: &[StakeholderId],
) -> Result<Vec<StakeholderId>> {
    let known = named::of_programme(conn, permit, programme, ids)?;
    let unknown = (0..).zip(ids).filter(|(_, id)| !known.contains(id));
    let refused: Vec<FieldError> = unknown
        .map(|(index, _): (usize, _)| FieldError {
            pointer: format!("/stakeholder_ids/{index}"),
            code: "unknown".into(),
        })
        .collect();
    if refused.is_empty() { Ok(once(ids)) } else { Err(ApiError::Invalid(refused)) }
}

pub fn once(ids: &[StakeholderId]) -> Vec<StakeholderId> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Puts those whom a contact was with in place of who they were.
pub fn replace(conn: &mut Conn, engagement: EngagementId, people: &[StakeholderId]) -> Result<()> {
    diesel::delete(links::table.filter(links::engagement_id.eq(engagement))).execute(conn)?;
    for person in people {
        let row = (links::engagement_id.eq(engagement), links::stakeholder_id.eq(person));
        diesel::insert_into(links::table).values(row).execute(conn)?;
    }
    Ok(())
}

pub fn ids_of(conn: &mut Conn, engagement: EngagementId) -> Result<Vec<StakeholderId>> {
    Ok(links::table
        .filter(links::engagement_id.eq(engagement))
        .order(links::stakeholder_id)
        .select(links::stakeholder_id)
        .load(conn)?)
}

/// Whom each of the contacts was with, by name.
pub fn of(conn: &mut Conn, engagements: &[EngagementId]) -> Result<HashMap<EngagementId, Vec<StakeholderName>>> {
    let rows: Vec<(EngagementId, NameRow)> = links::table
        .inner_join(stakeholders::table)
        .filter(links::engagement_id.eq_any(engagements.to_vec()))
        .filter(stakeholders::erased_at.is_null())
        .order((stakeholders::name_key, stakeholders::id))
        .select((links::engagement_id, NAME))
        .load(conn)?;
    let mut all: HashMap<_, Vec<_>> = HashMap::new();
    for (engagement, row) in rows {
        all.entry(engagement).or_default().push(name_of(row));
    }
    Ok(all)
}
