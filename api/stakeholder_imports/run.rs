//! Reading the rows into the register, within the transaction that the caller opened.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::domain::DuplicateDecision;
use super::policy::RunStakeholderImport;
use super::report::Double;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::IfMatch;
use crate::programmes::ProgrammeId;
use crate::secrets::Sealer;
use crate::stakeholders::domain::ConsentStanding;
use crate::stakeholders::input::{NewStakeholder, Reassessment, StakeholderChange, StakeholderContact};
use crate::stakeholders::likeness::{self, Somebody};
use crate::stakeholders::many::{self, Checked};
use crate::stakeholders::policy::{ReassessStakeholder, RecordStakeholderConsent, UpdateStakeholder};
use crate::stakeholders::{StakeholderId, change, consent, contacts, store};

/// Rows that are recorded with a few statements.
const TOGETHER: usize = 1000;

/// What became of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub added: i64,
    pub updated: i64,
    pub skipped: i64,
}

/// What is decided about rows that may be somebody who is known.
#[derive(Clone, Debug)]
pub struct Decisions {
    pub all: DuplicateDecision,
    pub each: HashMap<u32, DuplicateDecision>,
}

impl Decisions {
    fn of(&self, row: u32) -> DuplicateDecision {
        self.each.get(&row).copied().unwrap_or(self.all)
    }
}

pub struct Run<'a> {
    pub permit: &'a Permit<RunStakeholderImport>,
    pub sealer: &'a Sealer,
    pub programme: ProgrammeId,
    pub decisions: &'a Decisions,
    pub now: DateTime<Utc>,
}

impl Run<'_> {
    /// Records every row, or fails; `done` hears how many were.
    pub fn all(
        &self,
        conn: &mut Conn,
        rows: Vec<(u32, Checked)>,
        doubles: &[Double],
        done: impl Fn(usize),
    ) -> Result<Outcome> {
        let known: HashMap<u32, &Double> = doubles.iter().map(|double| (double.row, double)).collect();
        let (mut outcome, mut count, mut adding, mut added) = (Outcome::default(), 0, vec![], vec![]);
        for (row, checked) in rows {
            count += 1;
            match known.get(&row).map(|double| (self.decisions.of(row), double.known)) {
                None | Some((DuplicateDecision::Add, _)) => adding.push(checked),
                Some((DuplicateDecision::Skip, _) | (DuplicateDecision::Update, None)) => outcome.skipped += 1,
                Some((DuplicateDecision::Update, Some(id))) => {
                    self.update(conn, id, checked.new)?;
                    outcome.updated += 1;
                }
            }
            if adding.len() == TOGETHER {
                added.extend(self.add(conn, &mut adding, &mut outcome)?);
                done(count);
            }
        }
        added.extend(self.add(conn, &mut adding, &mut outcome)?);
        likeness::keep(conn, self.programme, &added)?;
        done(count);
        Ok(outcome)
    }

    fn add(
        &self,
        conn: &mut Conn,
        adding: &mut Vec<Checked>,
        outcome: &mut Outcome,
    ) -> Result<Vec<(StakeholderId, Somebody)>> {
        // So far apart that ids stay in the order of the rows.
        let at = self.now + chrono::TimeDelta::milliseconds(outcome.added / 100);
        let added = many::insert(conn, self.sealer, adding, self.permit.account()?, at)?;
        outcome.added += i64::try_from(adding.len()).unwrap_or_default();
        adding.clear();
        Ok(added)
    }

    /// Puts what a row says in place of what is recorded; what it does not say stays.
    fn update(&self, conn: &mut Conn, id: StakeholderId, new: NewStakeholder) -> Result<()> {
        let permit = self.permit.also::<UpdateStakeholder>()?;
        let gone = |error| if error == ApiError::NotFound { ApiError::Conflict("duplicate_gone") } else { error };
        let mut row = store::find(conn, &permit, id).map_err(gone)?;
        let (contact, assessment, agreed) = (new.contact.clone(), new.assessment.clone(), new.consent.clone());
        if let (ConsentStanding::None, Some(agreed)) = (row.consent, &agreed) {
            let permit = self.permit.also::<RecordStakeholderConsent>()?;
            row = consent::record(conn, &permit, id, IfMatch(row.version), agreed, self.now)?;
        }
        // Who took the consent back keeps it taken back, whatever an old table says.
        let contact = match row.consent {
            ConsentStanding::Given => self.joined(conn, &row, contact)?,
            ConsentStanding::None | ConsentStanding::Withdrawn => None,
        };
        let changes = StakeholderChange { contact: contact.map(Some), ..changes(&row, new) };
        row = change::update(conn, &permit, self.sealer, id, IfMatch(row.version), &changes, self.now)?;
        if let Some(assessed) = assessment {
            let permit = self.permit.also::<ReassessStakeholder>()?;
            let new = Reassessment {
                influence: Some(assessed.influence),
                interest: Some(assessed.interest),
                stance: Some(assessed.stance),
                reason: assessed.reason,
            };
            let same = (row.influence, row.interest, row.stance) == (new.influence, new.interest, new.stance);
            if !same {
                change::reassess(conn, &permit, id, IfMatch(row.version), &new, self.now)?;
            }
        }
        Ok(())
    }

    /// What the row says of a contact, and what is kept where it says nothing.
    fn joined(
        &self,
        conn: &mut Conn,
        row: &store::Row,
        new: Option<StakeholderContact>,
    ) -> Result<Option<StakeholderContact>> {
        let Some(new) = new else { return Ok(None) };
        let Some(kept) = contacts::of(conn, self.sealer, std::slice::from_ref(row))?.remove(&row.id) else {
            return Ok(Some(new));
        };
        let joined = StakeholderContact {
            phone: new.phone.or_else(|| kept.phone.clone()),
            email: new.email.or_else(|| kept.email.clone()),
            address: new.address.or_else(|| kept.address.clone()),
        };
        let same = (&joined.phone, &joined.email, &joined.address) == (&kept.phone, &kept.email, &kept.address);
        Ok((!same).then_some(joined))
    }
}

fn changes(before: &store::Row, new: NewStakeholder) -> StakeholderChange {
    let given = |text: Option<String>| text.map(Some);
    let aged = new.birth_year.is_some() || new.age_band.is_some();
    let of_person = before.kind == crate::stakeholders::domain::StakeholderKind::Person;
    StakeholderChange {
        category: Some(new.category),
        name: Some(new.name),
        position: given(new.position),
        place_id: Some(new.place_id),
        organisation_id: new.organisation_id.map(Some),
        sex: new.sex.filter(|_| of_person).map(Some),
        birth_year: (aged && of_person).then_some(new.birth_year),
        age_band: (aged && of_person).then_some(new.age_band),
        languages: (!new.languages.is_empty()).then_some(new.languages),
        tags: (!new.tags.is_empty()).then_some(new.tags),
        contact: None,
    }
}
