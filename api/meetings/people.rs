//! Whom a meeting concerns.

use diesel::prelude::*;

use super::domain::MeetingAnswer;
use super::guests::store::live;
use super::store::Row;
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::error::Result;
use crate::organisations::OrganisationId;
use crate::schema::{account_programmes, accounts, meeting_invitations as invitations};

/// Roles of which somebody may sit at the table.
pub const AT_THE_TABLE: [Role; 5] = [Role::Community, Role::Company, Role::Authority, Role::Staff, Role::Protection];

/// Accounts that are invited, by themselves or with their organisation, once each.
pub fn invited(conn: &mut Conn, meeting: &Row) -> Result<Vec<AccountId>> {
    let rows = live(meeting.id).select((invitations::account_id, invitations::organisation_id)).load(conn)?;
    each_once(conn, meeting, rows)
}

/// Those of them who did not say that they do not come.
pub fn expected(conn: &mut Conn, meeting: &Row) -> Result<Vec<AccountId>> {
    let coming = invitations::answer.is_null().or(invitations::answer.ne(MeetingAnswer::No));
    let rows =
        live(meeting.id).filter(coming).select((invitations::account_id, invitations::organisation_id)).load(conn)?;
    each_once(conn, meeting, rows)
}

type Asked = (Option<AccountId>, Option<OrganisationId>);

fn each_once(conn: &mut Conn, meeting: &Row, rows: Vec<Asked>) -> Result<Vec<AccountId>> {
    let mut found = vec![];
    for (account, organisation) in rows {
        found.extend(of(conn, meeting, account, organisation)?);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Accounts of one invitation that are in the programme today.
pub fn of(
    conn: &mut Conn,
    meeting: &Row,
    account: Option<AccountId>,
    organisation: Option<OrganisationId>,
) -> Result<Vec<AccountId>> {
    let mut members = accounts::table
        .inner_join(account_programmes::table.on(account_programmes::account_id.eq(accounts::id)))
        .filter(account_programmes::programme_id.eq(meeting.programme_id))
        .filter(accounts::active.eq(true))
        .filter(accounts::role.eq_any(AT_THE_TABLE))
        .order(accounts::id)
        .select(accounts::id)
        .into_boxed();
    members = match (account, organisation) {
        (Some(account), _) => members.filter(accounts::id.eq(account)),
        (None, Some(organisation)) => members.filter(accounts::organisation_id.eq(organisation)),
        // Somebody without an account.
        (None, None) => return Ok(vec![]),
    };
    Ok(members.load(conn)?)
}
