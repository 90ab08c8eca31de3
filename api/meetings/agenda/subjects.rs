//! The records that items of an agenda are about, as far as somebody reaches them.

use std::collections::HashMap;

use super::input::NewAgendaItem;
use super::store::Row;
use super::view::AgendaSubject;
use crate::agreements::policy::GetAgreement;
use crate::agreements::{self, AgreementId};
use crate::authz::{Action, Permit};
use crate::commitments::policy::GetCommitment;
use crate::commitments::{self, CommitmentId};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::policy::GetGrievance;
use crate::grievances::{self, GrievanceId};
use crate::impacts::policy::GetImpact;
use crate::impacts::{self, ImpactId};
use crate::meetings::domain::AgendaItemKind;
use crate::programmes::ProgrammeId;

/// Those of the records that a reader reaches, by what they are called.
pub struct Reached {
    impacts: HashMap<ImpactId, String>,
    cases: HashMap<GrievanceId, String>,
    agreements: HashMap<AgreementId, String>,
    commitments: HashMap<CommitmentId, String>,
}

impl Reached {
    pub fn of<A: Action>(conn: &mut Conn, permit: &Permit<A>, rows: &[Row]) -> Result<Self> {
        let (impacts, cases) = (ids(rows, |row| row.impact_id), ids(rows, |row| row.grievance_id));
        let (agreements, commitments) = (ids(rows, |row| row.agreement_id), ids(rows, |row| row.commitment_id));
        Ok(Self {
            impacts: impacts::store::titles(conn, &permit.also::<GetImpact>()?, impacts)?,
            cases: grievances::store::references(conn, &permit.also::<GetGrievance>()?, cases)?,
            agreements: agreements::store::titles(conn, &permit.also::<GetAgreement>()?, agreements)?,
            commitments: commitments::store::promised(conn, &permit.also::<GetCommitment>()?, commitments)?,
        })
    }

    /// The record of an item; none of words alone, nor of a record out of reach.
    pub fn subject(&self, row: &Row) -> Option<AgendaSubject> {
        let impact = row.impact_id.and_then(|id| named(id, &self.impacts));
        let case = || row.grievance_id.and_then(|id| named(id, &self.cases));
        let agreement = || row.agreement_id.and_then(|id| named(id, &self.agreements));
        let commitment = || row.commitment_id.and_then(|id| named(id, &self.commitments));
        impact.or_else(case).or_else(agreement).or_else(commitment)
    }
}

fn ids<T>(rows: &[Row], id: impl Fn(&Row) -> Option<T>) -> Vec<T> {
    rows.iter().filter_map(id).collect()
}

fn named<T: Copy + Eq + std::hash::Hash + Into<String>>(id: T, known: &HashMap<T, String>) -> Option<AgendaSubject> {
    known.get(&id).map(|title| AgendaSubject { id: id.into(), title: title.clone() })
}

/// What a proposal is about: words, or a record of the programme that the proposer reaches.
pub fn check<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    programme: ProgrammeId,
    new: &NewAgendaItem,
) -> Result<AgendaItemKind> {
    match (&new.topic, new.impact_id, new.grievance_id, new.agreement_id, new.commitment_id) {
        (Some(_), None, None, None, None) => Ok(AgendaItemKind::Topic),
        (None, Some(id), None, None, None) => {
            let found = impacts::store::find(conn, &permit.also::<GetImpact>()?, id).map(|row| row.programme_id);
            of_programme("/impact_id", programme, found).map(|()| AgendaItemKind::Impact)
        }
        (None, None, Some(id), None, None) => {
            // Also one of the protection track is refused, to those who reach it.
            commitments::store::check_case(conn, permit, programme, id)?;
            not_protected(conn, "/grievance_id", [id]).map(|()| AgendaItemKind::Grievance)
        }
        (None, None, None, Some(id), None) => {
            let found = agreements::store::find(conn, &permit.also::<GetAgreement>()?, id);
            let case = found.as_ref().ok().and_then(|row| row.grievance_id);
            of_programme("/agreement_id", programme, found.map(|row| row.programme_id))?;
            not_protected(conn, "/agreement_id", case).map(|()| AgendaItemKind::Agreement)
        }
        (None, None, None, None, Some(id)) => {
            let found = commitments::store::find(conn, &permit.also::<GetCommitment>()?, id);
            of_programme("/commitment_id", programme, found.map(|row| row.programme_id))?;
            let cases = commitments::store::cases_of(conn, id)?;
            not_protected(conn, "/commitment_id", cases).map(|()| AgendaItemKind::Commitment)
        }
        (None | Some(_), None | Some(_), None | Some(_), None | Some(_), None | Some(_)) => {
            Err(ApiError::field("/topic", "one_of_these"))
        }
    }
}

fn of_programme(pointer: &str, programme: ProgrammeId, found: Result<ProgrammeId>) -> Result<()> {
    match found {
        Ok(theirs) if theirs == programme => Ok(()),
        Ok(_) | Err(ApiError::NotFound) => Err(ApiError::field(pointer, "unknown")),
        Err(other) => Err(other),
    }
}

/// What belongs to a case on the protection track is put before nobody.
fn not_protected(conn: &mut Conn, pointer: &str, cases: impl IntoIterator<Item = GrievanceId>) -> Result<()> {
    for case in cases {
        if !grievances::store::keep_off_protection(conn, case)? {
            return Err(ApiError::field(pointer, "on_the_protection_track"));
        }
    }
    Ok(())
}
