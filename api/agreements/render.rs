//! From rows to what the caller sees.

use std::collections::HashMap;

use diesel::prelude::*;

use super::domain::AgreementState;
use super::policy::{
    AmendAgreement, AttachAgreement, Audience, EndAgreement, OpenAgreement, RecordAgreementSignature, SignAgreement,
    UpdateAgreement, audience,
};
use super::store::{self, Row};
use super::view::{Agreement, AgreementSide, AgreementSummary};
use super::{AgreementId, events, sides};
use crate::attachments;
use crate::authz::{Action, Permit, Role, allowed};
use crate::db::Conn;
use crate::directory::directory;
use crate::error::Result;
use crate::grievances;
use crate::grievances::policy::GetGrievance;
use crate::grievances::view::CaseLink;
use crate::meetings;
use crate::schema::{agreement_sides, agreement_signatures as signatures};

/// An agreement within reach, with its texts, its sides and what happened.
pub fn read<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: AgreementId) -> Result<Agreement> {
    let row = store::find(conn, permit, id)?;
    let case = row.grievance_id.into_iter().collect();
    let references = grievances::store::references(conn, &permit.also::<GetGrievance>()?, case)?;
    let grievance = references.into_iter().next().map(|(id, reference)| CaseLink { id, reference });
    let meeting = meetings::store::link(conn, permit, row.meeting_id)?;
    let texts = store::texts(conn, id)?;
    let sides = sides::seen_by(conn, &row, permit.actor())?;
    let events = events::of(conn, id, permit.role())?;
    let attachments = match audience(permit.role()) {
        Audience::Staff => {
            let files = attachments::store::of_agreement(conn, id)?;
            Some(files.into_iter().map(attachments::store::AttachmentRow::view).collect())
        }
        Audience::Side => None,
    };
    let names = directory(conn)?;
    Ok(Agreement {
        id: row.id,
        version: row.version,
        programme_id: row.programme_id.into(),
        place: names.place(row.place_id)?,
        site: names.site(row.site_id),
        grievance,
        meeting,
        state: row.state,
        revision: row.revision,
        revision_in_force: row.revision_in_force,
        in_force_since: row.in_force_since,
        ended_on: row.ended_on,
        texts,
        actions: actions(permit.role(), row.state, &sides),
        sides,
        attachments,
        events,
        created_at: row.created_at.utc(),
        updated_at: row.updated_at.utc(),
        title: row.title,
    })
}

fn actions(role: Role, state: AgreementState, sides: &[AgreementSide]) -> Vec<&'static str> {
    let unsigned = || sides.iter().filter(|side| side.signature.is_none());
    let sign = if unsigned().any(|side| side.own) { allowed::<SignAgreement>(role) } else { None };
    let all = match state {
        AgreementState::Draft => {
            vec![allowed::<UpdateAgreement>(role), allowed::<OpenAgreement>(role), allowed::<EndAgreement>(role)]
        }
        AgreementState::OpenForSignature => vec![
            sign,
            allowed::<RecordAgreementSignature>(role),
            allowed::<AttachAgreement>(role),
            allowed::<AmendAgreement>(role),
            allowed::<EndAgreement>(role),
        ],
        AgreementState::InForce => vec![allowed::<AmendAgreement>(role), allowed::<EndAgreement>(role)],
        AgreementState::Ended => vec![],
    };
    all.into_iter().flatten().collect()
}

/// A page of a list.
pub fn summaries(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<AgreementSummary>> {
    let (named, signed) = counts(conn, &rows)?;
    let names = directory(conn)?;
    let view = |row: Row| {
        let text = (row.id, row.revision);
        Ok(AgreementSummary {
            id: row.id,
            version: row.version,
            place: names.place(row.place_id)?,
            site: names.site(row.site_id),
            state: row.state,
            revision: row.revision,
            revision_in_force: row.revision_in_force,
            in_force_since: row.in_force_since,
            sides: named.get(&row.id).copied().unwrap_or_default(),
            signed: signed.get(&text).copied().unwrap_or_default(),
            title: row.title,
        })
    };
    rows.into_iter().map(view).collect()
}

type Counts = (HashMap<AgreementId, i64>, HashMap<(AgreementId, i64), i64>);

/// How many sides each has, and how many of them signed each text.
fn counts(conn: &mut Conn, rows: &[Row]) -> Result<Counts> {
    let ids: Vec<AgreementId> = rows.iter().map(|row| row.id).collect();
    let sides: Vec<AgreementId> = agreement_sides::table
        .filter(agreement_sides::agreement_id.eq_any(ids.clone()))
        .select(agreement_sides::agreement_id)
        .load(conn)?;
    let signed: Vec<(AgreementId, i64)> = signatures::table
        .inner_join(agreement_sides::table)
        .filter(agreement_sides::agreement_id.eq_any(ids))
        .select((agreement_sides::agreement_id, signatures::revision))
        .load(conn)?;
    let (mut named, mut by_text) = (HashMap::new(), HashMap::new());
    sides.into_iter().for_each(|id| *named.entry(id).or_default() += 1);
    signed.into_iter().for_each(|text| *by_text.entry(text).or_default() += 1);
    Ok((named, by_text))
}
