//! Proposing items, deciding on them and putting them in order.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::input::{AgendaOrder, NewAgendaItem};
use super::subjects;
use crate::accounts::AccountId;
use crate::agreements::AgreementId;
use crate::authz::{Action, Permit};
use crate::commitments::CommitmentId;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Version};
use crate::impacts::ImpactId;
use crate::meetings::domain::{
    AgendaItemKind, AgendaItemState, AgendaMove, Item, MeetingSide, decide as decided, propose as proposable,
    side_of_role,
};
use crate::meetings::policy::{Audience, OrderMeetingAgenda, ProposeAgendaItem, audience};
use crate::meetings::store::{self as meetings_store, find, maker, said};
use crate::meetings::{AgendaItemId, MeetingId, day, minutes};
use crate::notifications::{Kind, Subject, tell};
use crate::organisations::OrganisationId;
use crate::schema::{agreements, commitments, meeting_agenda_items as items, meetings};

/// Items that an agenda may have, whatever became of them.
const MOST: usize = 100;

/// An item as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = items)]
pub struct Row {
    pub id: AgendaItemId,
    pub version: Version,
    pub meeting_id: MeetingId,
    pub kind: AgendaItemKind,
    pub topic: Option<String>,
    pub impact_id: Option<ImpactId>,
    pub grievance_id: Option<GrievanceId>,
    pub agreement_id: Option<AgreementId>,
    pub commitment_id: Option<CommitmentId>,
    pub note: Option<String>,
    pub state: AgendaItemState,
    pub reason: Option<String>,
    pub position: Option<i64>,
    pub side: MeetingSide,
    pub organisation_id: OrganisationId,
    pub proposed_by: AccountId,
    pub proposed_at: Moment,
}

impl Row {
    pub fn is_of(&self, organisation: OrganisationId) -> bool {
        self.organisation_id == organisation
    }

    /// Whether somebody reads of it: what is only proposed, or was declined, is between who proposed it and the programme.
    pub fn is_told<A: Action>(&self, permit: &Permit<A>) -> bool {
        self.state == AgendaItemState::Accepted
            || audience(permit.role()) == Audience::Staff
            || self.is_of(permit.actor().organisation)
    }
}

/// All items of a meeting: those accepted in their order, then the others as they came.
pub fn of(conn: &mut Conn, meeting: MeetingId) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> =
        items::table.filter(items::meeting_id.eq(meeting)).order(items::id).select(Row::as_select()).load(conn)?;
    rows.sort_by_key(|row| (row.position.unwrap_or(i64::MAX), row.id));
    Ok(rows)
}

/// An item that the caller may read of, and its meeting; 404 otherwise.
pub fn find_item<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: AgendaItemId,
) -> Result<(Row, meetings_store::Row)> {
    let row: Row = items::table.find(id).select(Row::as_select()).first(conn)?;
    let meeting = find(conn, permit, row.meeting_id)?;
    if row.is_told(permit) { Ok((row, meeting)) } else { Err(ApiError::NotFound) }
}

/// Proposes an item, as the caller's side.
pub fn propose(
    conn: &mut Conn,
    permit: &Permit<ProposeAgendaItem>,
    id: MeetingId,
    new: &NewAgendaItem,
    now: DateTime<Utc>,
) -> Result<Row> {
    let meeting = find(conn, permit, id)?;
    let maker = maker(permit)?;
    proposable(meeting.state, &maker).map_err(ApiError::Conflict)?;
    let side = side_of_role(permit.role()).ok_or(ApiError::Forbidden)?;
    let kind = subjects::check(conn, permit, meeting.programme_id, new)?;
    for (pointer, words) in [("/topic", &new.topic), ("/note", &new.note)] {
        words.as_deref().map_or(Ok(()), |words| said(pointer, words))?;
    }
    touch(conn, id, now)?;
    if of(conn, id)?.len() >= MOST {
        return Err(ApiError::Conflict("agenda_full"));
    }
    let item = AgendaItemId::at(now);
    let row = (
        (items::id.eq(item), items::meeting_id.eq(id), items::kind.eq(kind)),
        items::topic.eq(new.topic.as_deref().map(str::trim)),
        (items::impact_id.eq(new.impact_id), items::grievance_id.eq(new.grievance_id)),
        (items::agreement_id.eq(new.agreement_id), items::commitment_id.eq(new.commitment_id)),
        (items::note.eq(new.note.as_deref().map(str::trim)), items::state.eq(AgendaItemState::Proposed)),
        (items::side.eq(side), items::organisation_id.eq(permit.actor().organisation)),
        (items::proposed_by.eq(maker.account), items::proposed_at.eq(Moment::from(now))),
    );
    diesel::insert_into(items::table).values(row).execute(conn)?;
    tell_but(conn, meeting.facilitator_id, maker.account, Kind::AgendaItemProposed, id, now)?;
    Ok(find_item(conn, permit, item)?.0)
}

/// Tells one account of a meeting, unless it did it itself.
fn tell_but(
    conn: &mut Conn,
    account: AccountId,
    by: AccountId,
    kind: Kind,
    meeting: MeetingId,
    now: DateTime<Utc>,
) -> Result<()> {
    if account == by { Ok(()) } else { tell(conn, &[account], kind, Subject::Meeting(meeting), now) }
}

/// Another agenda is another meeting; and two who change one agenda wait for one another.
fn touch(conn: &mut Conn, id: MeetingId, now: DateTime<Utc>) -> Result<()> {
    let touched = (meetings::version.eq(meetings::version + 1), meetings::updated_at.eq(Moment::from(now)));
    changed_one(diesel::update(meetings::table.find(id)).set(touched).execute(conn)?)
}

/// Accepts an item, declines it or takes it back.
pub fn decide<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: AgendaItemId,
    expected: IfMatch,
    (made, reason): (AgendaMove, Option<&str>),
    now: DateTime<Utc>,
) -> Result<Row> {
    let (row, meeting) = find_item(conn, permit, id)?;
    still(row.version, expected)?;
    let maker = maker(permit)?;
    let item = Item { state: row.state, own: row.is_of(permit.actor().organisation) };
    let to = decided(made, item, meeting.state, meeting.facilitator_id, &maker).map_err(ApiError::Conflict)?;
    reason.map_or(Ok(()), |reason| said("/reason", reason))?;
    touch(conn, meeting.id, now)?;
    let position = match to {
        AgendaItemState::Accepted => Some(last_position(conn, meeting.id)? + 1),
        AgendaItemState::Proposed | AgendaItemState::Declined | AgendaItemState::Withdrawn => None,
    };
    let target = items::table.find(id).filter(items::version.eq(row.version));
    let set = (
        (items::version.eq(row.version + 1), items::state.eq(to), items::position.eq(position)),
        items::reason.eq(reason.map(str::trim)),
    );
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    match made {
        AgendaMove::Accept | AgendaMove::Decline => {
            tell_but(conn, row.proposed_by, maker.account, Kind::AgendaItemDecided, meeting.id, now)?;
        }
        AgendaMove::Withdraw => {}
    }
    Ok(find_item(conn, permit, id)?.0)
}

fn last_position(conn: &mut Conn, meeting: MeetingId) -> Result<i64> {
    Ok(of(conn, meeting)?.iter().filter_map(|row| row.position).max().unwrap_or_default())
}

/// Puts what is on the agenda in another order.
pub fn order(
    conn: &mut Conn,
    permit: &Permit<OrderMeetingAgenda>,
    id: MeetingId,
    expected: IfMatch,
    AgendaOrder { items: wanted }: &AgendaOrder,
    now: DateTime<Utc>,
) -> Result<()> {
    let meeting = find(conn, permit, id)?;
    still(meeting.version, expected)?;
    // Whoever may decline an item may also move it.
    let item = Item { state: AgendaItemState::Accepted, own: false };
    decided(AgendaMove::Decline, item, meeting.state, meeting.facilitator_id, &maker(permit)?)
        .map_err(ApiError::Conflict)?;
    touch(conn, id, now)?;
    let accepted = of(conn, id)?.into_iter().filter(|row| row.position.is_some());
    let mut accepted: Vec<AgendaItemId> = accepted.map(|row| row.id).collect();
    let mut named = wanted.clone();
    accepted.sort_unstable();
    named.sort_unstable();
    if named != accepted {
        return Err(ApiError::field("/items", "not_the_agenda"));
    }
    for (position, item) in (1_i64..).zip(wanted) {
        diesel::update(items::table.find(item)).set(items::position.eq(position)).execute(conn)?;
    }
    Ok(())
}

/// Takes a case that goes to the protection track off every agenda, with what was promised and agreed to settle it: what is
/// left must not tell of it. What was noted and written of them goes too.
pub fn forget(conn: &mut Conn, case: GrievanceId) -> Result<()> {
    let agreed = || agreements::table.filter(agreements::grievance_id.eq(case)).select(agreements::id.nullable());
    let of_case = commitments::grievance_id.eq(case).or(commitments::agreement_id.eq_any(agreed()));
    let promised = commitments::table.filter(of_case).select(commitments::id.nullable());
    let about = items::grievance_id.eq(case).or(items::agreement_id.eq_any(agreed()));
    let gone: Vec<AgendaItemId> =
        items::table.filter(about.or(items::commitment_id.eq_any(promised))).select(items::id).load(conn)?;
    day::store::forget(conn, &gone)?;
    day::store::forget_promises(conn, case)?;
    minutes::store::forget(conn, &gone)?;
    diesel::delete(items::table.filter(items::id.eq_any(gone))).execute(conn)?;
    Ok(())
}
