//! Who else hears that an identity was opened.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::policy::OpenIdentity;
use crate::accounts::AccountId;
use crate::authz::{Permit, Role};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::store::Case;
use crate::notifications::{Kind, Subject, tell};
use crate::protection::focal_points;
use crate::schema::accounts;

/// Tells the other protection focal points of the programme; where there is none, the administrators, who hear of no case.
/// 409 if there is nobody at all who could ask why.
pub fn second_person(conn: &mut Conn, permit: &Permit<OpenIdentity>, case: &Case, now: DateTime<Utc>) -> Result<()> {
    let opener = permit.account()?;
    let mut colleagues = focal_points::of(conn, case.programme_id)?;
    colleagues.retain(|colleague| *colleague != opener);
    if !colleagues.is_empty() {
        return tell(conn, &colleagues, Kind::IdentityOpened, Subject::Case(case.id), now);
    }
    let administrators = administrators(conn)?;
    if administrators.is_empty() {
        return Err(ApiError::Conflict("nobody_to_tell"));
    }
    tell(conn, &administrators, Kind::IdentityOpenedInACase, Subject::Nothing, now)
}

fn administrators(conn: &mut Conn) -> Result<Vec<AccountId>> {
    let active = accounts::table.filter(accounts::role.eq(Role::Admin)).filter(accounts::active.eq(true));
    Ok(active.select(accounts::id).load(conn)?)
}
