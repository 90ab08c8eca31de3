//! Inviting, taking an invitation back, and making another link.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::input::NewMeetingInvitation;
use super::store::{self, Row, find_one, reread};
use crate::accounts::AccountId;
use crate::authn::token::opaque;
use crate::authz::{Permit, Role};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::http::version::{changed_one, still};
use crate::meetings::domain::{self, MeetingSide, MeetingState, side_of, side_of_role};
use crate::meetings::policy::{CreateMeetingInvitation, RenewMeetingLink, WithdrawMeetingInvitation};
use crate::meetings::store::{Row as Meeting, find};
use crate::meetings::{MeetingId, MeetingInvitationId, people};
use crate::notifications::{Kind, Subject, tell};
use crate::organisations::{OrganisationId, OrganisationKind};
use crate::schema::{account_programmes, accounts, meeting_invitations as invitations, meetings, organisations};

/// Invitations that a meeting may have.
const MOST: i64 = 500;

/// Who is meant by an invitation.
struct Meant {
    side: MeetingSide,
    account: Option<AccountId>,
    organisation: Option<OrganisationId>,
}

/// Asks somebody to come; the secret part of a link for who has no account.
pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateMeetingInvitation>,
    id: MeetingId,
    new: &NewMeetingInvitation,
    now: DateTime<Utc>,
) -> Result<(Row, Option<String>)> {
    let meeting = find(conn, permit, id)?;
    domain::invite(meeting.state).map_err(ApiError::Conflict)?;
    // Two who invite at once wait for one another.
    let target = meetings::table.find(id);
    changed_one(diesel::update(target).set(meetings::version.eq(meetings::version + 1)).execute(conn)?)?;
    let count: i64 = store::live(id).count().get_result(conn)?;
    if count >= MOST {
        return Err(ApiError::Conflict("too_many_invited"));
    }
    let meant = meant(conn, &meeting, new)?;
    let (token, hash) = match &new.name {
        Some(_) => Some(opaque()).unzip(),
        None => (None, None),
    };
    let invitation = MeetingInvitationId::at(now);
    let row = (
        (invitations::id.eq(invitation), invitations::meeting_id.eq(id), invitations::side.eq(meant.side)),
        (invitations::account_id.eq(meant.account), invitations::organisation_id.eq(meant.organisation)),
        (invitations::name.eq(new.name.as_deref().map(str::trim)), invitations::language.eq(new.language)),
        (invitations::token_hash.eq(hash), invitations::invited_by.eq(permit.account()?)),
        invitations::invited_at.eq(Moment::from(now)),
    );
    diesel::insert_into(invitations::table).values(row).execute(conn)?;
    tell_late(conn, &meeting, &meant, permit.account()?, now)?;
    Ok((reread(conn, invitation)?, token))
}

/// Whoever is asked after the others hears at once what these were told.
fn tell_late(conn: &mut Conn, meeting: &Meeting, meant: &Meant, by: AccountId, now: DateTime<Utc>) -> Result<()> {
    let kind = match meeting.state {
        MeetingState::AgendaOpen => Kind::MeetingAgendaOpened,
        MeetingState::Invited | MeetingState::Confirmed => Kind::MeetingInvited,
        MeetingState::Postponed => Kind::MeetingPostponed,
        MeetingState::Draft
        | MeetingState::Held
        | MeetingState::MinutesDrafted
        | MeetingState::MinutesApproved
        | MeetingState::Closed
        | MeetingState::Cancelled => return Ok(()),
    };
    let mut told = people::of(conn, meeting, meant.account, meant.organisation)?;
    told.retain(|account| *account != by);
    tell(conn, &told, kind, Subject::Meeting(meeting.id), now)
}

fn meant(conn: &mut Conn, meeting: &Meeting, new: &NewMeetingInvitation) -> Result<Meant> {
    match (new.account_id, new.organisation_id, &new.name) {
        (Some(account), None, None) => {
            without_link(new)?;
            of_account(conn, meeting, account)
        }
        (None, Some(organisation), None) => {
            without_link(new)?;
            of_organisation(conn, meeting, organisation)
        }
        (None, None, Some(name)) => {
            let missing = |pointer| ApiError::field(pointer, "required");
            if name.trim().chars().count() < 2 {
                return Err(ApiError::field("/name", "too_short"));
            }
            new.language.ok_or_else(|| missing("/language"))?;
            let side = new.side.ok_or_else(|| missing("/side"))?;
            Ok(Meant { side, account: None, organisation: None })
        }
        (None | Some(_), None | Some(_), None | Some(_)) => Err(ApiError::field("/account_id", "one_of_these")),
    }
}

/// An account has a side and a language of its own.
fn without_link(new: &NewMeetingInvitation) -> Result<()> {
    match (new.side, new.language) {
        (None, None) => Ok(()),
        (Some(_), _) => Err(ApiError::field("/side", "not_needed")),
        (None, Some(_)) => Err(ApiError::field("/language", "not_needed")),
    }
}

fn of_account(conn: &mut Conn, meeting: &Meeting, account: AccountId) -> Result<Meant> {
    let found: Option<(Role, OrganisationId)> = accounts::table
        .inner_join(account_programmes::table.on(account_programmes::account_id.eq(accounts::id)))
        .filter(accounts::id.eq(account))
        .filter(accounts::active.eq(true))
        .filter(account_programmes::programme_id.eq(meeting.programme_id))
        .select((accounts::role, accounts::organisation_id))
        .first(conn)
        .optional()?;
    let (role, organisation) = found.ok_or_else(|| ApiError::field("/account_id", "unknown"))?;
    let side = side_of_role(role).ok_or_else(|| ApiError::field("/account_id", "takes_no_part"))?;
    let before = store::live(meeting.id).filter(invitations::account_id.eq(account));
    once(conn, before, "/account_id")?;
    Ok(Meant { side, account: Some(account), organisation: Some(organisation) })
}

fn of_organisation(conn: &mut Conn, meeting: &Meeting, organisation: OrganisationId) -> Result<Meant> {
    let kind: Option<OrganisationKind> =
        organisations::table.find(organisation).select(organisations::kind).first(conn).optional()?;
    let side = side_of(kind.ok_or_else(|| ApiError::field("/organisation_id", "unknown"))?);
    let before = store::live(meeting.id)
        .filter(invitations::organisation_id.eq(organisation))
        .filter(invitations::account_id.is_null());
    once(conn, before, "/organisation_id")?;
    Ok(Meant { side, account: None, organisation: Some(organisation) })
}

fn once(conn: &mut Conn, before: store::Boxed<'_>, pointer: &str) -> Result<()> {
    let asked: Vec<MeetingInvitationId> = before.limit(1).select(invitations::id).load(conn)?;
    if asked.is_empty() { Ok(()) } else { Err(ApiError::field(pointer, "already_there")) }
}

/// Takes an invitation back: it, and its link, hold no more.
pub fn withdraw(
    conn: &mut Conn,
    permit: &Permit<WithdrawMeetingInvitation>,
    id: MeetingInvitationId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<Row> {
    let (row, meeting) = find_one(conn, permit, id)?;
    still(row.version, expected)?;
    domain::invite(meeting.state).map_err(ApiError::Conflict)?;
    if row.withdrawn_at.is_some() {
        return Err(ApiError::Conflict("withdrawn"));
    }
    let target = invitations::table.find(id).filter(invitations::version.eq(row.version));
    let set = (invitations::version.eq(row.version + 1), invitations::withdrawn_at.eq(Moment::from(now)));
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    reread(conn, id)
}

/// Makes another link, where the first was lost; that one opens nothing any more.
pub fn renew(
    conn: &mut Conn,
    permit: &Permit<RenewMeetingLink>,
    id: MeetingInvitationId,
    expected: IfMatch,
) -> Result<(Row, String)> {
    let (row, meeting) = find_one(conn, permit, id)?;
    still(row.version, expected)?;
    domain::invite(meeting.state).map_err(ApiError::Conflict)?;
    if row.withdrawn_at.is_some() {
        return Err(ApiError::Conflict("withdrawn"));
    }
    if row.name.is_none() {
        return Err(ApiError::Conflict("has_an_account"));
    }
    let (token, hash) = opaque();
    let target = invitations::table.find(id).filter(invitations::version.eq(row.version));
    let set = (invitations::version.eq(row.version + 1), invitations::token_hash.eq(hash));
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    Ok((reread(conn, id)?, token))
}
