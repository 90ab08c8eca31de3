//! Which impacts and commitments an application follows up.

use diesel::prelude::*;

use super::GrantApplicationId;
use super::input::NewGrantFollowUp;
use super::view::GrantFollowUp;
use crate::authz::{Action, Permit};
use crate::commitments::policy::GetCommitment;
use crate::commitments::{self, CommitmentId};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::impacts::policy::GetImpact;
use crate::impacts::{self, ImpactId};
use crate::programmes::ProgrammeId;
use crate::schema::grant_follow_ups as follow_ups;

/// Those that the caller reaches, by what they are called.
pub fn of<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: GrantApplicationId) -> Result<Vec<GrantFollowUp>> {
    let rows: Vec<(Option<ImpactId>, Option<CommitmentId>)> = follow_ups::table
        .filter(follow_ups::application_id.eq(id))
        .order(follow_ups::position)
        .select((follow_ups::impact_id, follow_ups::commitment_id))
        .load(conn)?;
    let impacts = rows.iter().filter_map(|(impact, _)| *impact).collect();
    let titles = impacts::store::titles(conn, &permit.also::<GetImpact>()?, impacts)?;
    let promises = rows.iter().filter_map(|(_, promise)| *promise).collect();
    let promised = commitments::store::promised(conn, &permit.also::<GetCommitment>()?, promises)?;
    let view = |(impact_id, commitment_id): (Option<ImpactId>, Option<CommitmentId>)| {
        let title = impact_id.and_then(|id| titles.get(&id)).or(commitment_id.and_then(|id| promised.get(&id)))?;
        Some(GrantFollowUp { impact_id, commitment_id, title: title.clone() })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

/// Puts others in their place, each of the programme and within the caller's reach.
pub fn replace<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: GrantApplicationId,
    programme: ProgrammeId,
    new: &[NewGrantFollowUp],
) -> Result<()> {
    diesel::delete(follow_ups::table.filter(follow_ups::application_id.eq(id))).execute(conn)?;
    for (position, follow_up) in (0_i64..).zip(new) {
        check(conn, permit, programme, follow_up).map_err(|error| error.below(&format!("/follow_ups/{position}")))?;
        let row = (
            (follow_ups::application_id.eq(id), follow_ups::position.eq(position)),
            (follow_ups::impact_id.eq(follow_up.impact_id), follow_ups::commitment_id.eq(follow_up.commitment_id)),
        );
        diesel::insert_into(follow_ups::table).values(row).execute(conn)?;
    }
    Ok(())
}

fn check<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    programme: ProgrammeId,
    NewGrantFollowUp { impact_id, commitment_id }: &NewGrantFollowUp,
) -> Result<()> {
    let (field, of) = match (impact_id, commitment_id) {
        (Some(id), None) => {
            ("/impact_id", impacts::store::find(conn, &permit.also::<GetImpact>()?, *id).map(|row| row.programme_id))
        }
        (None, Some(id)) => (
            "/commitment_id",
            commitments::store::find(conn, &permit.also::<GetCommitment>()?, *id).map(|row| row.programme_id),
        ),
        (None, None) | (Some(_), Some(_)) => return Err(ApiError::field("", "one_of_both")),
    };
    match of {
        Ok(found) if found == programme => Ok(()),
        Ok(_) | Err(ApiError::NotFound) => Err(ApiError::field(field, "unknown")),
        Err(other) => Err(other),
    }
}
