//! Whom an application concerns: those who applied, and those of the programme who look at it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::GrantApplicationMove;
use super::store::Row;
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::error::Result;
use crate::notifications::{Kind, Subject, tell};
use crate::organisations::OrganisationId;
use crate::schema::{account_programmes, accounts};

/// Tells those whose turn it is, except who made it so.
pub fn tell_of(
    conn: &mut Conn,
    row: &Row,
    made: GrantApplicationMove,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let (kind, mut told) = match made {
        GrantApplicationMove::Submit => (Kind::GrantApplicationSubmitted, staff(conn, row)?),
        GrantApplicationMove::Answer => (Kind::GrantApplicationAnswered, staff(conn, row)?),
        GrantApplicationMove::Ask => (Kind::GrantInformationAsked, applicants(conn, row)?),
        GrantApplicationMove::FindEligible => (Kind::GrantApplicationEligible, applicants(conn, row)?),
        GrantApplicationMove::FindNotEligible => (Kind::GrantApplicationNotEligible, applicants(conn, row)?),
        GrantApplicationMove::Begin | GrantApplicationMove::Withdraw => return Ok(()),
    };
    told.retain(|account| *account != by);
    tell(conn, &told, kind, Subject::GrantApplication(row.id), now)
}

/// Accounts of the group, and who filed it.
pub fn applicants(conn: &mut Conn, row: &Row) -> Result<Vec<AccountId>> {
    let all = of_programme(conn, row, &[Role::Community, Role::Staff, Role::Protection])?.into_iter();
    let theirs = |(account, organisation, role): &(AccountId, OrganisationId, Role)| match role {
        Role::Community => row.organisation_id == Some(*organisation) || (*account == row.filed_by && !row.on_paper),
        Role::Staff | Role::Protection => *account == row.filed_by && row.on_paper,
        Role::Company | Role::Authority | Role::Admin | Role::Partner => false,
    };
    Ok(all.filter(theirs).map(|(account, ..)| account).collect())
}

/// Who of the programme reads it and may decide on it.
pub fn staff(conn: &mut Conn, row: &Row) -> Result<Vec<AccountId>> {
    let all = of_programme(conn, row, &[Role::Staff, Role::Protection])?.into_iter();
    let others = |(account, organisation, _): &(AccountId, OrganisationId, Role)| {
        *account != row.filed_by && row.organisation_id != Some(*organisation)
    };
    Ok(all.filter(others).map(|(account, ..)| account).collect())
}

fn of_programme(conn: &mut Conn, row: &Row, roles: &[Role]) -> Result<Vec<(AccountId, OrganisationId, Role)>> {
    Ok(accounts::table
        .inner_join(account_programmes::table.on(account_programmes::account_id.eq(accounts::id)))
        .filter(account_programmes::programme_id.eq(row.programme_id))
        .filter(accounts::active.eq(true))
        .filter(accounts::role.eq_any(roles.to_vec()))
        .order(accounts::id)
        .select((accounts::id, accounts::organisation_id, accounts::role))
        .load(conn)?)
}
