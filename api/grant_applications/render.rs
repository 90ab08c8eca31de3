//! From rows to what the caller sees.

use chrono::{DateTime, Utc};

use super::domain::{check, is_saved_by};
use super::policy::{AttachGrantApplication, Audience, OF_MOVES, UpdateGrantApplication, audience};
use super::store::{self, Row, facts, maker};
use super::view::{GrantApplication, GrantApplicationSummary, GrantCallLink};
use super::{GrantApplicationId, content, events, follow_ups, moves};
use crate::attachments::store::{AttachmentRow, of_grant_application};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grant_calls;

/// An application within reach, with all that it says and what happened.
pub fn read<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: GrantApplicationId,
    now: DateTime<Utc>,
) -> Result<GrantApplication> {
    let row = store::find(conn, permit, id)?;
    let (facts, maker) = (facts(conn, &row, now)?, maker(permit)?);
    let possible = OF_MOVES
        .iter()
        .filter(|(made, _, policy)| !policy(maker.role).is_nothing() && check(*made, &facts, &maker).is_ok());
    let saves = is_saved_by(&facts, &maker).is_ok();
    let writes = [UpdateGrantApplication::OPERATION, AttachGrantApplication::OPERATION];
    let writes = writes.into_iter().filter(|_| saves);
    let actions = possible.map(|(_, operation, _)| *operation).chain(writes).collect();
    let unready = if saves { Some(moves::unready(conn, &row)?) } else { None };
    let call = links(conn, &[&row])?.pop().ok_or(ApiError::Internal)?;
    let (lines, team, partners) = (content::lines(conn, id)?, content::team(conn, id)?, content::partners(conn, id)?);
    let (answers, follow_ups) = (content::answers(conn, id)?, follow_ups::of(conn, permit, id)?);
    let attachments = of_grant_application(conn, id)?.into_iter().map(AttachmentRow::view).collect();
    let events = events::of(conn, id, permit.role())?;
    let names = directory(conn)?;
    let (filed_by, stakeholder_id) = match audience(permit.role()) {
        Audience::Staff => (names.person(Some(row.filed_by)), row.stakeholder_id.map(Into::into)),
        Audience::Applicant => (None, None),
    };
    Ok(GrantApplication {
        id,
        version: row.version,
        call,
        programme_id: row.programme_id.into(),
        applicant: row.applicant,
        organisation: names.organisation(row.organisation_id),
        on_paper: row.on_paper,
        place: names.place(row.place_id)?,
        youth_led: row.youth_led,
        women_led: row.women_led,
        currency: row.currency,
        asked: row.asked,
        lines,
        team,
        partners,
        follow_ups,
        answers,
        attachments,
        state: row.state,
        answer_by: row.answer_by,
        submitted_at: row.submitted_at.map(Into::into),
        unready,
        events,
        filed_by,
        stakeholder_id,
        created_at: row.created_at.utc(),
        updated_at: row.updated_at.utc(),
        actions,
        applicant_name: row.applicant_name,
        title: row.title,
        summary: row.summary,
        receipt_number: row.receipt_number,
    })
}

/// The call of each row, by its title.
pub fn links(conn: &mut Conn, rows: &[&Row]) -> Result<Vec<GrantCallLink>> {
    let titles = grant_calls::store::titles(conn, rows.iter().map(|row| row.call_id).collect())?;
    let link = |row: &&Row| {
        let title = titles.get(&row.call_id).cloned().ok_or(ApiError::Internal)?;
        Ok(GrantCallLink { id: row.call_id, title })
    };
    rows.iter().map(link).collect()
}

/// A page of a list.
pub fn summaries(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<GrantApplicationSummary>> {
    let calls = links(conn, &rows.iter().collect::<Vec<_>>())?;
    let names = directory(conn)?;
    let view = |(row, call): (Row, GrantCallLink)| {
        Ok(GrantApplicationSummary {
            id: row.id,
            version: row.version,
            call,
            applicant: row.applicant,
            place: names.place(row.place_id)?,
            currency: row.currency,
            asked: row.asked,
            youth_led: row.youth_led,
            women_led: row.women_led,
            state: row.state,
            answer_by: row.answer_by,
            submitted_at: row.submitted_at.map(Into::into),
            applicant_name: row.applicant_name,
            title: row.title,
            receipt_number: row.receipt_number,
        })
    };
    rows.into_iter().zip(calls).map(view).collect()
}
