//! Rows made into what staff see.

use super::attendance::{of, of_each};
use super::balance::warnings_of;
use super::domain::{Attendance, FocusGroupMove, FocusGroupState, now_possible};
use super::policy::{
    AddFocusGroupParticipant, CancelFocusGroup, CodeFocusGroupPassage, ConsentFocusGroup, CountFocusGroupAttendance,
    FinishCodingFocusGroup, HoldFocusGroup, OpenFocusGroupParticipants, PublishFocusGroup, RecordFocusGroupGuardians,
    ReopenCodingFocusGroup, UncodeFocusGroupPassage, UpdateFocusGroup, ValidateFocusGroup,
    WithdrawFocusGroupParticipant, WriteFocusGroupNotes,
};
use super::publishing::view::HeardBack;
use super::store::Row;
use super::view::{ConsentRecorded, FocusGroup, FocusGroupSummary, GuardiansRecorded};
use super::{coding, notes, participants};
use crate::authz::{Action, Permit, Role, allowed};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::{Directory, directory};
use crate::error::{ApiError, Result};
use crate::stakeholders::tags;

/// The whole record.
pub fn whole<A: Action>(conn: &mut Conn, permit: &Permit<A>, row: Row) -> Result<FocusGroup> {
    let attendance = of(conn, row.id)?;
    let quotes = notes::quotes_of(conn, row.id, &attendance)?;
    let notes = notes::of(conn, row.id)?;
    let codes = coding::of(conn, row.id)?;
    let participants = participants::count(conn, row.id)?;
    let warnings = warnings_of(conn, &row)?;
    let directory = directory(conn)?;
    let actions = actions(permit.role(), row.state, participants);
    Ok(FocusGroup {
        id: row.id,
        version: row.version,
        expected: row.expected().into(),
        consent: consent(&row),
        validation: validation(&row),
        guardians: guardians(&row),
        programme_id: row.programme_id.into(),
        kind: row.kind,
        title: row.title,
        place: directory.place(row.place_id)?,
        site: directory.site(row.site_id),
        starts_at: row.starts_at.utc(),
        venue: row.venue,
        facilitator: directory.person(Some(row.facilitator_id)).ok_or(ApiError::Internal)?,
        note_taker: directory.person(row.note_taker_id),
        languages: tags::parsed(&row.languages)?,
        topic_guide: row.topic_guide,
        ground_rules: row.ground_rules,
        state: row.state,
        attendance: attendance.into(),
        attended: attendance.figures().into(),
        held_on: row.held_on,
        notes,
        quotes,
        codes,
        summary: row.summary,
        published_at: row.published_at.map(Moment::utc),
        participants,
        warnings,
        created_by: directory.person(Some(row.created_by)).ok_or(ApiError::Internal)?,
        created_at: row.created_at.utc(),
        updated_at: row.updated_at.utc(),
        actions,
    })
}

fn consent(row: &Row) -> Option<ConsentRecorded> {
    Some(ConsentRecorded { form: row.consent_form?, given_on: row.consent_given_on? })
}

fn guardians(row: &Row) -> Option<GuardiansRecorded> {
    Some(GuardiansRecorded { guardians: row.guardians?, form: row.guardians_form?, given_on: row.guardians_given_on? })
}

fn validation(row: &Row) -> Option<HeardBack> {
    Some(HeardBack {
        validated_on: row.validated_on?,
        place: row.validated_at_place.clone()?,
        people: row.validated_by_people?,
        corrections: row.validated_corrections.clone(),
    })
}

/// A page of a list.
pub fn summaries(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<FocusGroupSummary>> {
    let counted = of_each(conn, &rows.iter().map(|row| row.id).collect::<Vec<_>>())?;
    let directory = directory(conn)?;
    rows.into_iter().map(|row| summary(&directory, counted.get(&row.id), row)).collect()
}

fn summary(directory: &Directory, counted: Option<&Attendance>, row: Row) -> Result<FocusGroupSummary> {
    let figures = counted.map_or_else(|| row.expected(), Attendance::figures);
    Ok(FocusGroupSummary {
        id: row.id,
        version: row.version,
        kind: row.kind,
        title: row.title,
        place: directory.place(row.place_id)?,
        site: directory.site(row.site_id),
        starts_at: row.starts_at.utc(),
        facilitator: directory.person(Some(row.facilitator_id)).ok_or(ApiError::Internal)?,
        state: row.state,
        people: figures.into(),
        counted: counted.is_some(),
    })
}

/// The operation, if the role may do it and the state takes the move.
fn may<A: Action>(role: Role, step: FocusGroupMove, state: FocusGroupState) -> Option<&'static str> {
    allowed::<A>(role).filter(|_| now_possible(step, state))
}

fn actions(role: Role, state: FocusGroupState, participants: i64) -> Vec<&'static str> {
    let kept = |operation: Option<&'static str>| operation.filter(|_| participants > 0);
    [
        may::<UpdateFocusGroup>(role, FocusGroupMove::Change, state),
        may::<ConsentFocusGroup>(role, FocusGroupMove::Consent, state),
        may::<RecordFocusGroupGuardians>(role, FocusGroupMove::RecordGuardians, state),
        may::<CountFocusGroupAttendance>(role, FocusGroupMove::CountAttendance, state),
        may::<WriteFocusGroupNotes>(role, FocusGroupMove::WriteNotes, state),
        may::<AddFocusGroupParticipant>(role, FocusGroupMove::KeepParticipants, state),
        kept(allowed::<OpenFocusGroupParticipants>(role)),
        // Who takes the consent back is not asked in which state the group is.
        kept(allowed::<WithdrawFocusGroupParticipant>(role)),
        may::<HoldFocusGroup>(role, FocusGroupMove::Hold, state),
        may::<CodeFocusGroupPassage>(role, FocusGroupMove::Code, state),
        may::<UncodeFocusGroupPassage>(role, FocusGroupMove::Code, state),
        may::<FinishCodingFocusGroup>(role, FocusGroupMove::FinishCoding, state),
        may::<ReopenCodingFocusGroup>(role, FocusGroupMove::ReopenCoding, state),
        may::<ValidateFocusGroup>(role, FocusGroupMove::Validate, state),
        may::<PublishFocusGroup>(role, FocusGroupMove::Publish, state),
        may::<CancelFocusGroup>(role, FocusGroupMove::Cancel, state),
    ]
    .into_iter()
    .flatten()
    .collect()
}
