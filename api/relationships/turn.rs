//! What two records were to others, when they become one.

use diesel::prelude::*;

use super::RelationshipId;
use super::domain::RelationshipKind;
use super::store::{acyclic, free};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::schema::stakeholder_relationships as relationships;
use crate::stakeholders::StakeholderId;

#[derive(Queryable, Selectable)]
#[diesel(table_name = relationships)]
struct Tie {
    id: RelationshipId,
    kind: RelationshipKind,
    from_id: StakeholderId,
    to_id: StakeholderId,
    #[diesel(select_expression = relationships::until.is_null())]
    open: bool,
}

/// Turns the relationships of one record to another. What the two were to one another goes, and so does what the other has
/// already; a circle of "represents" that would come of it is refused.
pub fn turn(conn: &mut Conn, from: StakeholderId, to: StakeholderId) -> Result<()> {
    let theirs = relationships::table.filter(relationships::from_id.eq(from).or(relationships::to_id.eq(from)));
    let ties: Vec<Tie> = theirs.select(Tie::as_select()).load(conn)?;
    for tie in ties {
        let turned = |id| if id == from { to } else { id };
        let ends = (turned(tie.from_id), turned(tie.to_id));
        if ends.0 == ends.1 || (tie.open && is_there(conn, tie.kind, ends)?) {
            diesel::delete(relationships::table.find(tie.id)).execute(conn)?;
            continue;
        }
        let (from_id, to_id) = tie.kind.in_order(ends.0, ends.1);
        if tie.open {
            acyclic(conn, tie.kind, from_id, to_id).map_err(|_| ApiError::field("/other_id", "circle"))?;
        }
        let set = (relationships::from_id.eq(from_id), relationships::to_id.eq(to_id));
        diesel::update(relationships::table.find(tie.id)).set(set).execute(conn)?;
    }
    Ok(())
}

fn is_there(conn: &mut Conn, kind: RelationshipKind, (one, other): (StakeholderId, StakeholderId)) -> Result<bool> {
    let (from, to) = kind.in_order(one, other);
    match free(conn, kind, from, to) {
        Ok(()) => Ok(false),
        Err(ApiError::Invalid(_)) => Ok(true),
        Err(other) => Err(other),
    }
}
