//! From rows to what the caller sees.

use chrono::{DateTime, Utc};

use super::domain::{Facts, Maker, check, propose};
use super::policy::{
    Audience, CreateMeetingInvitation, ListMeetingInvitations, OF_MOVES, OrderMeetingAgenda, ProposeAgendaItem,
    audience,
};
use super::store::{self, Row, maker};
use super::view::{Meeting, MeetingPromise, MeetingSummary};
use super::{MeetingId, agenda, day, domain, events, guests, moves, warnings};
use crate::agreements;
use crate::authz::{Action, Permit, allowed};
use crate::commitments::{self, of_meeting};
use crate::db::Conn;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::stakeholders::tags;

/// A meeting within reach, with its agenda, who comes and what happened.
pub fn read<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: MeetingId, now: DateTime<Utc>) -> Result<Meeting> {
    let row = store::find(conn, permit, id)?;
    let agenda = agenda::render::of(conn, permit, &row)?;
    let (organisations, counts) = (guests::store::organisations(conn, id)?, guests::store::counts(conn, id)?);
    let own = guests::store::own(conn, permit, id)?;
    let own_invitations = guests::render::views(conn, permit, &row, own, now)?;
    let events = events::of(conn, &row, permit.role())?;
    let warnings = match audience(permit.role()) {
        Audience::Staff => Some(warnings::of(conn, permit, &row)?),
        Audience::Side => None,
    };
    let promises = promises(conn, permit, id)?;
    let agreements = agreements::store::of_meeting(conn, permit, id)?;
    let actions = actions(&moves::facts(conn, &row, now)?, &maker(permit)?);
    let names = directory(conn)?;
    Ok(Meeting {
        id: row.id,
        version: row.version,
        programme_id: row.programme_id.into(),
        kind: row.kind,
        place: names.place(row.place_id)?,
        site: names.site(row.site_id),
        starts_at: row.starts_at.utc(),
        ends_at: row.ends_at.utc(),
        facilitator: names.person(Some(row.facilitator_id)).ok_or(ApiError::Internal)?,
        languages: tags::parsed(&row.languages)?,
        interpreters: tags::parsed(&row.interpreters)?,
        visibility: row.visibility,
        state: row.state,
        agenda,
        organisations,
        guests: counts,
        own_invitations,
        promises,
        agreements,
        events,
        warnings,
        created_at: row.created_at.utc(),
        updated_at: row.updated_at.utc(),
        actions,
        title: row.title,
        venue: row.venue,
        ground_rules: row.ground_rules,
    })
}

/// What was promised at a meeting, as far as the caller reaches it.
pub(super) fn promises<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: MeetingId) -> Result<Vec<MeetingPromise>> {
    let rows = of_meeting(conn, permit, id)?;
    let names = directory(conn)?;
    let view = |row: commitments::store::Row| {
        let organisation = names.organisation(Some(row.organisation_id)).ok_or(ApiError::Internal)?;
        Ok(MeetingPromise { id: row.id, what: row.what, organisation, due_on: row.due_on })
    };
    rows.into_iter().map(view).collect()
}

fn actions(facts: &Facts, maker: &Maker) -> Vec<&'static str> {
    let moves = OF_MOVES
        .iter()
        .filter(|(made, _, policy)| !policy(maker.role).is_nothing() && check(*made, facts, maker).is_ok())
        .map(|(_, operation, _)| *operation);
    let invites = domain::invite(facts.state).is_ok();
    let orders = invites && maker.account == facts.facilitator;
    let beside = [
        allowed::<ProposeAgendaItem>(maker.role).filter(|_| propose(facts.state, maker).is_ok()),
        allowed::<OrderMeetingAgenda>(maker.role).filter(|_| orders),
        allowed::<CreateMeetingInvitation>(maker.role).filter(|_| invites),
        allowed::<ListMeetingInvitations>(maker.role),
    ];
    moves.chain(beside.into_iter().flatten()).collect()
}

/// A page of a list.
pub fn summaries<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    rows: Vec<Row>,
    now: DateTime<Utc>,
) -> Result<Vec<MeetingSummary>> {
    let maker = maker(permit)?;
    let with_guests = guests::store::with_guests(conn, rows.iter().map(|row| row.id).collect())?;
    let noted = day::store::noted_of(conn, &rows)?;
    let names = directory(conn)?;
    let mut seen = vec![];
    for row in rows {
        let facts = moves::facts_with(&row, with_guests.contains(&row.id), noted.contains(&row.id), now);
        seen.push(MeetingSummary {
            id: row.id,
            version: row.version,
            kind: row.kind,
            place: names.place(row.place_id)?,
            site: names.site(row.site_id),
            starts_at: row.starts_at.utc(),
            ends_at: row.ends_at.utc(),
            visibility: row.visibility,
            state: row.state,
            actions: actions(&facts, &maker),
            title: row.title,
            venue: row.venue,
        });
    }
    Ok(seen)
}
