//! The stakeholders that other records name.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

pub use super::narrow::few_below;

use super::StakeholderId;
use super::domain::{StakeholderCategory, StakeholderKind};
use super::scope::within;
use super::view::StakeholderName;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::stakeholders;

/// The programmes of those of the stakeholders that are within reach.
pub fn programmes_among<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    ids: &[StakeholderId],
) -> Result<HashMap<StakeholderId, ProgrammeId>> {
    let known: Vec<(StakeholderId, ProgrammeId)> = stakeholders::table
        .filter(stakeholders::id.eq_any(ids.to_vec()))
        .filter(within(permit)?)
        .select((stakeholders::id, stakeholders::programme_id))
        .load(conn)?;
    Ok(known.into_iter().collect())
}

/// Those of the stakeholders that are of a programme and within reach.
pub fn of_programme<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    programme: ProgrammeId,
    ids: &[StakeholderId],
) -> Result<HashSet<StakeholderId>> {
    let known = programmes_among(conn, permit, ids)?;
    Ok(known.into_iter().filter(|(_, of)| *of == programme).map(|(id, _)| id).collect())
}

/// The columns of a name.
pub const NAME: (stakeholders::id, stakeholders::kind, stakeholders::category, stakeholders::name) =
    (stakeholders::id, stakeholders::kind, stakeholders::category, stakeholders::name);

pub type NameRow = (StakeholderId, StakeholderKind, StakeholderCategory, String);

pub fn name_of((id, kind, category, name): NameRow) -> StakeholderName {
    StakeholderName { id, kind, category, name }
}

/// What those are called whom a record within reach names.
pub fn names(conn: &mut Conn, ids: &[StakeholderId]) -> Result<HashMap<StakeholderId, StakeholderName>> {
    let rows: Vec<NameRow> =
        stakeholders::table.filter(stakeholders::id.eq_any(ids.to_vec())).select(NAME).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.0, name_of(row))).collect())
}

/// A stakeholder with its name and place.
pub type Node = (StakeholderId, StakeholderKind, StakeholderCategory, String, PlaceId);

/// The same with where they are.
pub fn nodes(conn: &mut Conn, ids: &[StakeholderId]) -> Result<HashMap<StakeholderId, Node>> {
    let rows: Vec<Node> = stakeholders::table
        .filter(stakeholders::id.eq_any(ids.to_vec()))
        .select((
            stakeholders::id,
            stakeholders::kind,
            stakeholders::category,
            stakeholders::name,
            stakeholders::place_id,
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(|node| (node.0, node)).collect())
}

/// Those of the stakeholders that are of a place or of any below it, by its path.
pub fn those_below(conn: &mut Conn, ids: &[StakeholderId], path: &str) -> Result<HashSet<StakeholderId>> {
    let rows: Vec<StakeholderId> = stakeholders::table
        .filter(stakeholders::id.eq_any(ids.to_vec()))
        .filter(stakeholders::place_path.like(format!("{path}%")))
        .select(stakeholders::id)
        .load(conn)?;
    Ok(rows.into_iter().collect())
}
