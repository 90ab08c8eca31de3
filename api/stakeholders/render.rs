//! Rows made into what staff see.

use chrono::{DateTime, NaiveDate, Utc};

use super::domain::{AgeBand, ConsentStanding, age_band_of};
use super::policy::{
    GetStakeholderContact, ReassessStakeholder, RecordStakeholderConsent, UpdateStakeholder, WithdrawStakeholderConsent,
};
use super::store::Row;
use super::view::{Stakeholder, StakeholderAssessment, StakeholderConsent, StakeholderSummary};
use super::{contact, tags};
use crate::authz::{Action, Permit, Role, allowed};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::{Directory, directory};
use crate::erasures::policy::EraseStakeholder;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::secrets::Sealer;

/// The whole record, its contact masked.
pub fn whole<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    sealer: &Sealer,
    row: Row,
    now: DateTime<Utc>,
) -> Result<Stakeholder> {
    let contact = contact::masked(conn, sealer, &row)?;
    let directory = directory(conn)?;
    let (age_band, assessment) = (age_band(&row, day_of(now)), assessment(&row));
    let actions = actions(permit.role(), &row);
    let consent = StakeholderConsent {
        standing: row.consent,
        purpose: row.consent_purpose,
        form: row.consent_form,
        given_on: row.consent_given_on,
        withdrawn_on: row.consent_withdrawn_on,
    };
    Ok(Stakeholder {
        id: row.id,
        version: row.version,
        programme_id: row.programme_id.into(),
        kind: row.kind,
        category: row.category,
        name: row.name,
        position: row.position,
        place: directory.place(row.place_id)?,
        organisation: directory.organisation(row.organisation_id),
        sex: row.sex,
        birth_year: row.birth_year,
        age_band,
        languages: tags::parsed(&row.languages)?,
        tags: tags::parted(&row.tags).map(Into::into).collect(),
        contact,
        assessment,
        consent,
        created_by: directory.person(Some(row.created_by)).ok_or(ApiError::Internal)?,
        created_at: row.created_at.utc(),
        updated_at: row.updated_at.utc(),
        actions,
    })
}

/// A page of a list.
pub fn summaries(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<StakeholderSummary>> {
    let directory = directory(conn)?;
    rows.into_iter().map(|row| summary(&directory, row)).collect()
}

fn summary(directory: &Directory, row: Row) -> Result<StakeholderSummary> {
    Ok(StakeholderSummary {
        assessment: assessment(&row),
        id: row.id,
        version: row.version,
        kind: row.kind,
        category: row.category,
        name: row.name,
        position: row.position,
        place: directory.place(row.place_id)?,
        organisation: directory.organisation(row.organisation_id),
        tags: tags::parted(&row.tags).map(Into::into).collect(),
        consent: row.consent,
        has_contact: row.has_contact,
    })
}

fn age_band(row: &Row, today: NaiveDate) -> Option<AgeBand> {
    row.age_band.or_else(|| row.birth_year.map(|year| age_band_of(year, today)))
}

fn assessment(row: &Row) -> Option<StakeholderAssessment> {
    let Row { influence, interest, stance, assessed_at, .. } = row;
    let assessed_at = assessed_at.map(Moment::utc)?;
    Some(StakeholderAssessment { influence: (*influence)?, interest: (*interest)?, stance: (*stance)?, assessed_at })
}

fn actions(role: Role, row: &Row) -> Vec<&'static str> {
    let always = [allowed::<UpdateStakeholder>(role), allowed::<ReassessStakeholder>(role)];
    let consent = match row.consent {
        ConsentStanding::None | ConsentStanding::Withdrawn => allowed::<RecordStakeholderConsent>(role),
        ConsentStanding::Given => allowed::<WithdrawStakeholderConsent>(role),
    };
    let look = if row.has_contact { allowed::<GetStakeholderContact>(role) } else { None };
    always.into_iter().chain([consent, look, allowed::<EraseStakeholder>(role)]).flatten().collect()
}
