//! Mandates of somebody who was taken out of the register: that a place had a representative stays, who it was does not.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::MandateId;
use super::domain::MandateState;
use crate::accounts::{AccountId, memberships};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::schema::{mandate_events as events, mandate_interests as interests, mandates};
use crate::stakeholders::StakeholderId;

/// Whether somebody holds, or stands for, a mandate that has not ended.
pub fn holds(conn: &mut Conn, person: StakeholderId) -> Result<bool> {
    let open =
        mandates::table.filter(mandates::stakeholder_id.eq(person)).filter(mandates::state.ne(MandateState::Ended));
    Ok(diesel::select(exists(open)).get_result(conn)?)
}

/// Takes the words and the account out of the mandates of somebody. When each was recorded.
pub fn without(conn: &mut Conn, person: StakeholderId) -> Result<Vec<Moment>> {
    let theirs = mandates::table.filter(mandates::stakeholder_id.eq(person));
    let rows: Vec<(MandateId, Moment)> = theirs.select((mandates::id, mandates::created_at)).load(conn)?;
    let (ids, recorded): (Vec<MandateId>, Vec<Moment>) = rows.into_iter().unzip();
    diesel::delete(interests::table.filter(interests::mandate_id.eq_any(ids.clone()))).execute(conn)?;
    diesel::update(events::table.filter(events::mandate_id.eq_any(ids)))
        .set(events::note.eq(None::<String>))
        .execute(conn)?;
    let accounts: Vec<Option<AccountId>> = theirs.select(mandates::account_id).distinct().load(conn)?;
    // An account that never had a mandate reaches what its administrator set: this one must not come to it by forgetting.
    for account in accounts.into_iter().flatten() {
        memberships::set_places(conn, account, &[])?;
    }
    diesel::update(theirs)
        .set((mandates::nominated_by.eq(""), mandates::account_id.eq(None::<AccountId>)))
        .execute(conn)?;
    Ok(recorded)
}
