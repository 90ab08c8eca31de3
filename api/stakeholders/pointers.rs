//! What points at a stakeholder, and what becomes of it when the record becomes part of another one. A table that points at
//! stakeholders adds itself here: a test looks for each in the schema.

use diesel::prelude::*;

use super::{StakeholderId, likeness};
use crate::db::Conn;
use crate::engagements::EngagementId;
use crate::error::{ApiError, Result};
use crate::mandates::domain::{MandateState, SpeaksFor};
use crate::places::PlaceId;
use crate::relationships;
use crate::schema::{
    engagement_stakeholders as links, grant_applications, mandates, stakeholder_events, stakeholder_tags, stakeholders,
};

/// A column that points at stakeholders.
pub struct Pointer {
    pub column: &'static str,
    /// Turns what points at one to another.
    turn: fn(&mut Conn, StakeholderId, StakeholderId) -> Result<()>,
}

pub const POINTERS: &[Pointer] = &[
    Pointer { column: "stakeholder_events.stakeholder_id", turn: events },
    // The tags of both are on the record that stays.
    Pointer { column: "stakeholder_tags.stakeholder_id", turn: tags },
    // Whom a record may be is found anew for the one that stays.
    Pointer { column: "stakeholder_keys.stakeholder_id", turn: |conn, from, _| likeness::forget(conn, from) },
    Pointer { column: "stakeholder_pairs.one_id", turn: |conn, from, _| likeness::forget(conn, from) },
    Pointer { column: "stakeholder_pairs.other_id", turn: |conn, from, _| likeness::forget(conn, from) },
    Pointer { column: "stakeholders.merged_into", turn: earlier },
    Pointer { column: "mandates.stakeholder_id", turn: held },
    Pointer { column: "engagement_stakeholders.stakeholder_id", turn: talks },
    Pointer { column: "grant_applications.stakeholder_id", turn: applied },
    Pointer { column: "stakeholder_relationships.from_id", turn: relationships::turn::turn },
    Pointer { column: "stakeholder_relationships.to_id", turn: relationships::turn::turn },
    // Who was taken out of the register is there for nobody, and can't be merged.
    Pointer { column: "stakeholder_erasures.stakeholder_id", turn: |_, _, _| Ok(()) },
];

/// Turns everything that points at one stakeholder to another.
pub fn turn(conn: &mut Conn, from: StakeholderId, to: StakeholderId) -> Result<()> {
    POINTERS.iter().try_for_each(|pointer| (pointer.turn)(conn, from, to))
}

/// The history of both is one from now on, and says of which record each entry was.
fn events(conn: &mut Conn, from: StakeholderId, to: StakeholderId) -> Result<()> {
    use stakeholder_events::{merged_from, stakeholder_id, table};
    let unmarked = table.filter(stakeholder_id.eq(from).and(merged_from.is_null()));
    diesel::update(unmarked).set(merged_from.eq(from.as_str())).execute(conn)?;
    diesel::update(table.filter(stakeholder_id.eq(from))).set(stakeholder_id.eq(to)).execute(conn)?;
    Ok(())
}

fn tags(conn: &mut Conn, from: StakeholderId, _: StakeholderId) -> Result<()> {
    diesel::delete(stakeholder_tags::table.filter(stakeholder_tags::stakeholder_id.eq(from))).execute(conn)?;
    Ok(())
}

/// Whose application it is.
fn applied(conn: &mut Conn, from: StakeholderId, to: StakeholderId) -> Result<()> {
    let theirs = grant_applications::table.filter(grant_applications::stakeholder_id.eq(from));
    diesel::update(theirs).set(grant_applications::stakeholder_id.eq(to)).execute(conn)?;
    Ok(())
}

/// What became part of it before leads to the record that stays at once.
fn earlier(conn: &mut Conn, from: StakeholderId, to: StakeholderId) -> Result<()> {
    let before = stakeholders::table.filter(stakeholders::merged_into.eq(from.as_str()));
    diesel::update(before).set(stakeholders::merged_into.eq(to.as_str())).execute(conn)?;
    Ok(())
}

/// A contact with both is one with the record that stays.
fn talks(conn: &mut Conn, from: StakeholderId, to: StakeholderId) -> Result<()> {
    let with_both = links::table.filter(links::stakeholder_id.eq(to)).select(links::engagement_id);
    let with_both: Vec<EngagementId> = with_both.load(conn)?;
    let theirs = || links::table.filter(links::stakeholder_id.eq(from));
    diesel::delete(theirs().filter(links::engagement_id.eq_any(with_both))).execute(conn)?;
    diesel::update(theirs()).set(links::stakeholder_id.eq(to)).execute(conn)?;
    Ok(())
}

/// Nobody stands twice at once for the same people: one of the two mandates has to end first.
fn held(conn: &mut Conn, from: StakeholderId, to: StakeholderId) -> Result<()> {
    use mandates::{place_id, speaks_for, stakeholder_id, state, table};
    let mut open = |holder: StakeholderId| -> Result<Vec<(PlaceId, SpeaksFor)>> {
        let open = table.filter(stakeholder_id.eq(holder).and(state.ne(MandateState::Ended)));
        Ok(open.select((place_id, speaks_for)).load(conn)?)
    };
    let (one, other) = (open(from)?, open(to)?);
    if one.iter().any(|mandate| other.contains(mandate)) {
        return Err(ApiError::field("/other_id", "both_stand"));
    }
    diesel::update(table.filter(stakeholder_id.eq(from))).set(stakeholder_id.eq(to)).execute(conn)?;
    Ok(())
}
