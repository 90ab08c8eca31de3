//! Reading who is invited.

use std::collections::{BTreeMap, HashSet};

use diesel::prelude::*;

use crate::accounts::AccountId;
use crate::authz::{Action, Permit, allowed};
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::http::{Cursor, Version};
use crate::meetings::domain::{MeetingAnswer, MeetingSide};
use crate::meetings::minutes::domain::Party;
use crate::meetings::policy::ListMeetingInvitations;
use crate::meetings::store::{self as meetings_store, find};
use crate::meetings::view::MeetingSideCount;
use crate::meetings::{MeetingId, MeetingInvitationId};
use crate::names::{Language, Named};
use crate::organisations::OrganisationId;
use crate::schema::meeting_invitations as invitations;

/// An invitation as the database holds it; the hash of its token is read by nobody.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = invitations)]
pub struct Row {
    pub id: MeetingInvitationId,
    pub version: Version,
    pub meeting_id: MeetingId,
    pub side: MeetingSide,
    pub account_id: Option<AccountId>,
    pub organisation_id: Option<OrganisationId>,
    pub name: Option<String>,
    pub language: Option<Language>,
    pub invited_at: Moment,
    pub answer: Option<MeetingAnswer>,
    pub answered_at: Option<Moment>,
    pub rules_accepted: Option<i64>,
    pub withdrawn_at: Option<Moment>,
}

impl Row {
    /// Whether somebody is who it invites: the account, or a member of the organisation.
    pub fn is_of(&self, account: AccountId, organisation: OrganisationId) -> bool {
        match self.account_id {
            Some(invited) => invited == account,
            None => self.organisation_id == Some(organisation),
        }
    }
}

pub(in crate::meetings) type Boxed<'a> = invitations::BoxedQuery<'a, Backend>;

/// The invitations of a meeting that hold.
pub(in crate::meetings) fn live<'a>(meeting: MeetingId) -> Boxed<'a> {
    invitations::table
        .filter(invitations::meeting_id.eq(meeting))
        .filter(invitations::withdrawn_at.is_null())
        .into_boxed()
}

/// Those of the meetings to which anybody is invited.
pub fn with_guests(conn: &mut Conn, ids: Vec<MeetingId>) -> Result<HashSet<MeetingId>> {
    let rows: Vec<MeetingId> = invitations::table
        .filter(invitations::meeting_id.eq_any(ids))
        .filter(invitations::withdrawn_at.is_null())
        .select(invitations::meeting_id)
        .distinct()
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Invitations of a meeting within reach, the latest first, one more than the page holds.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListMeetingInvitations>,
    meeting: MeetingId,
    after: Option<&Cursor>,
    limit: i64,
) -> Result<Vec<Row>> {
    find(conn, permit, meeting)?;
    let mut rows = invitations::table
        .filter(invitations::meeting_id.eq(meeting))
        .order(invitations::id.desc())
        .limit(limit + 1)
        .select(Row::as_select())
        .into_boxed::<Backend>();
    if let Some(Cursor { key: _, id }) = after {
        let last: MeetingInvitationId = id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(invitations::id.lt(last));
    }
    Ok(rows.load(conn)?)
}

/// The invitations that somebody can answer: their own and their organisation's.
pub fn own<A: Action>(conn: &mut Conn, permit: &Permit<A>, meeting: MeetingId) -> Result<Vec<Row>> {
    let (account, organisation) = (permit.account()?, permit.actor().organisation);
    let mut rows: Vec<Row> = live(meeting)
        .filter(invitations::account_id.eq(account).or(invitations::organisation_id.eq(organisation)))
        .order(invitations::id)
        .select(Row::as_select())
        .load(conn)?;
    rows.retain(|row| row.is_of(account, organisation));
    Ok(rows)
}

/// How many of each side are invited, and what they answered.
pub fn counts(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<MeetingSideCount>> {
    let rows: Vec<(MeetingSide, Option<MeetingAnswer>)> =
        live(meeting).select((invitations::side, invitations::answer)).load(conn)?;
    let mut sides: BTreeMap<MeetingSide, MeetingSideCount> = BTreeMap::new();
    for (side, answer) in rows {
        let none = MeetingSideCount { side, invited: 0, yes: 0, no: 0, maybe: 0 };
        let count = sides.entry(side).or_insert(none);
        count.invited += 1;
        match answer {
            Some(MeetingAnswer::Yes) => count.yes += 1,
            Some(MeetingAnswer::No) => count.no += 1,
            Some(MeetingAnswer::Maybe) => count.maybe += 1,
            None => {}
        }
    }
    Ok(sides.into_values().collect())
}

/// For which sides who is invited comes, with the organisation of those who have an account.
pub fn sides(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<Party>> {
    let rows: Vec<(MeetingSide, Option<OrganisationId>)> =
        live(meeting).select((invitations::side, invitations::organisation_id)).load(conn)?;
    Ok(rows.into_iter().map(|(side, organisation)| Party { side, organisation }).collect())
}

/// Of which organisations somebody is invited.
pub fn organisations(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<Named>> {
    let mut ids: Vec<OrganisationId> = live(meeting)
        .filter(invitations::organisation_id.is_not_null())
        .select(invitations::organisation_id.assume_not_null())
        .load(conn)?;
    ids.sort_unstable();
    ids.dedup();
    let names = directory(conn)?;
    Ok(ids.into_iter().filter_map(|id| names.organisation(Some(id))).collect())
}

/// Accounts that are invited by themselves.
pub fn accounts_of(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<AccountId>> {
    Ok(live(meeting)
        .filter(invitations::account_id.is_not_null())
        .select(invitations::account_id.assume_not_null())
        .load(conn)?)
}

/// An invitation of a meeting within reach; 404 otherwise, and to the sides of one that is not their own.
pub fn find_one<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: MeetingInvitationId,
) -> Result<(Row, meetings_store::Row)> {
    let row = reread(conn, id)?;
    let meeting = find(conn, permit, row.meeting_id)?;
    let own = row.withdrawn_at.is_none() && row.is_of(permit.account()?, permit.actor().organisation);
    let staff = allowed::<ListMeetingInvitations>(permit.role()).is_some();
    if own || staff { Ok((row, meeting)) } else { Err(ApiError::NotFound) }
}

pub(super) fn reread(conn: &mut Conn, id: MeetingInvitationId) -> Result<Row> {
    Ok(invitations::table.find(id).select(Row::as_select()).first(conn)?)
}

/// Asks all who are invited again: another date was set.
pub fn ask_again(conn: &mut Conn, meeting: MeetingId) -> Result<()> {
    let target = invitations::table
        .filter(invitations::meeting_id.eq(meeting))
        .filter(invitations::withdrawn_at.is_null())
        .filter(invitations::answer.is_not_null());
    let set = (
        (invitations::version.eq(invitations::version + 1), invitations::answer.eq(None::<MeetingAnswer>)),
        (invitations::answered_at.eq(None::<Moment>), invitations::answered_by.eq(None::<AccountId>)),
    );
    diesel::update(target).set(set).execute(conn)?;
    Ok(())
}
