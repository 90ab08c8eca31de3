//! Who may sit in the committee of a case, and for which side.
//!
//! For the company only somebody of the respondent; for the authorities one whose territory the case lies in; for the
//! community a representative of the place. Nobody who entered the case, made a step of it or stepped back from it.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{Move, Side};
use super::store::Case;
use crate::accounts::AccountId;
use crate::authn::reached;
use crate::authz::Role;
use crate::db::Conn;
use crate::error::Result;
use crate::names::Names;
use crate::organisations::OrganisationId;
use crate::schema::{
    account_programmes, accounts, grievance_committee_members, grievance_events, organisations, places,
};

/// Somebody who may sit.
pub struct Candidate {
    pub id: AccountId,
    pub name: String,
    pub organisation: Names,
    pub side: Side,
}

type AccountRow = (AccountId, String, Role, OrganisationId, (String, String, String));

pub fn of(conn: &mut Conn, case: &Case, now: DateTime<Utc>) -> Result<Vec<Candidate>> {
    let place: String = places::table.find(case.place_id).select(places::path).first(conn)?;
    let involved = involved(conn, case)?;
    let rows: Vec<AccountRow> = accounts::table
        .inner_join(organisations::table)
        .inner_join(account_programmes::table.on(account_programmes::account_id.eq(accounts::id)))
        .filter(account_programmes::programme_id.eq(case.programme_id))
        .filter(accounts::active.eq(true))
        .filter(accounts::role.eq_any([Role::Community, Role::Company, Role::Authority]))
        .order((accounts::name, accounts::id))
        .select((
            accounts::id,
            accounts::name,
            accounts::role,
            accounts::organisation_id,
            (organisations::name_ky, organisations::name_ru, organisations::name_en),
        ))
        .load(conn)?;
    let mut candidates = vec![];
    for (id, name, role, organisation, names) in rows.into_iter().filter(|row| !involved.contains(&row.0)) {
        let Some(side) = side(role) else { continue };
        let (_, paths) = reached(conn, role, id, organisation, vec![case.programme_id], now)?;
        let sits = match side {
            Side::Company => case.respondent_id == Some(organisation),
            Side::Authority | Side::Community => paths.iter().any(|path| place.starts_with(path.as_str())),
        };
        if sits {
            candidates.push(Candidate { id, name, organisation: names.into(), side });
        }
    }
    Ok(candidates)
}

fn side(role: Role) -> Option<Side> {
    match role {
        Role::Community => Some(Side::Community),
        Role::Company => Some(Side::Company),
        Role::Authority => Some(Side::Authority),
        Role::Staff | Role::Protection | Role::Admin | Role::Partner => None,
    }
}

/// Who took part in the case. A respondent's answer is no part in what is decided: each side is a party to it.
fn involved(conn: &mut Conn, case: &Case) -> Result<HashSet<AccountId>> {
    let made: Vec<Option<AccountId>> = grievance_events::table
        .filter(grievance_events::grievance_id.eq(case.id))
        .filter(grievance_events::made.ne_all([Move::Answer, Move::Declare]))
        .select(grievance_events::account_id)
        .load(conn)?;
    let stepped_back: Vec<AccountId> = grievance_committee_members::table
        .filter(grievance_committee_members::grievance_id.eq(case.id))
        .filter(grievance_committee_members::interests.is_not_null())
        .select(grievance_committee_members::account_id)
        .load(conn)?;
    Ok(made.into_iter().flatten().chain(stepped_back).chain(case.recorded_by).chain(case.owner_id).collect())
}
