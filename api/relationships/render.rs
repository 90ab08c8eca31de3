//! Rows made into what staff see.

use super::policy::{EndRelationship, ReopenRelationship, UpdateRelationship};
use super::store::Row;
use super::view::Relationship;
use crate::authz::{Action, Permit, Role, allowed};
use crate::db::Conn;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::stakeholders::StakeholderId;
use crate::stakeholders::named::names;

pub fn one<A: Action>(conn: &mut Conn, permit: &Permit<A>, row: Row) -> Result<Relationship> {
    all(conn, permit, vec![row])?.pop().ok_or(ApiError::Internal)
}

pub fn all<A: Action>(conn: &mut Conn, permit: &Permit<A>, rows: Vec<Row>) -> Result<Vec<Relationship>> {
    let ids: Vec<StakeholderId> = rows.iter().flat_map(|row| [row.from_id, row.to_id]).collect();
    let (names, directory) = (names(conn, &ids)?, directory(conn)?);
    let view = |row: Row| -> Result<Relationship> {
        let actions = actions(permit.role(), &row);
        let Row { id, version, kind, from_id, to_id, since, until, note, source, created_by, created_at } = row;
        let name = |id: StakeholderId| names.get(&id).cloned().ok_or(ApiError::Internal);
        let created_by = directory.person(Some(created_by)).ok_or(ApiError::Internal)?;
        let (from, to, created_at) = (name(from_id)?, name(to_id)?, created_at.utc());
        Ok(Relationship { id, version, kind, from, to, since, until, note, source, created_by, created_at, actions })
    };
    rows.into_iter().map(view).collect()
}

fn actions(role: Role, row: &Row) -> Vec<&'static str> {
    let ends = match row.until {
        None => allowed::<EndRelationship>(role),
        Some(_) => allowed::<ReopenRelationship>(role),
    };
    [allowed::<UpdateRelationship>(role), ends].into_iter().flatten().collect()
}
