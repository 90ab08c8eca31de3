//! Signing: with an account that has a second factor, or on paper before a witness.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{AgreementMove, SignatureForm};
use super::events::{self, Step};
use super::input::{AgreementSigning, PaperSignature};
use super::moves::{Changes, settle};
use super::policy::{RecordAgreementSignature, SignAgreement};
use super::sides::{self, SideRow};
use super::store::{Row, find};
use super::{AgreementId, AgreementSideId};
use crate::accounts::AccountId;
use crate::attachments::AttachmentId;
use crate::attachments::store::{Owner, find as find_file};
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::http::IfMatch;
use crate::http::body::said;
use crate::http::version::still;
use crate::schema::{agreement_signatures as signatures, agreement_texts as texts};
use crate::second_factor::domain::FactorState;

/// How a side signed.
pub(crate) struct Signature<'a> {
    pub side: AgreementSideId,
    pub form: SignatureForm,
    pub by: AccountId,
    pub signed_on: NaiveDate,
    pub signatory: Option<&'a str>,
    pub witness: Option<&'a str>,
    pub scan: Option<AttachmentId>,
}

/// Signs for a side of the caller's own. Whoever has a password must not bind a village: it takes the second factor too.
pub fn sign(
    conn: &mut Conn,
    permit: &Permit<SignAgreement>,
    id: AgreementId,
    expected: IfMatch,
    AgreementSigning { side_id }: &AgreementSigning,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    match permit.actor().factor {
        FactorState::On => {}
        FactorState::Off | FactorState::Needed => return Err(ApiError::SecondFactorNeeded),
    }
    still(before.version, expected)?;
    if !side(conn, &before, *side_id)?.is_of(permit.actor()) {
        return Err(ApiError::field("/side_id", "not_yours"));
    }
    let signature = Signature {
        side: *side_id,
        form: SignatureForm::Account,
        by: permit.account()?,
        signed_on: day_of(now),
        signatory: None,
        witness: None,
        scan: None,
    };
    keep(conn, &before, &signature, now)
}

/// Notes that a side signed on paper, by its scan.
pub fn record(
    conn: &mut Conn,
    permit: &Permit<RecordAgreementSignature>,
    id: AgreementId,
    expected: IfMatch,
    paper: &PaperSignature,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let PaperSignature { side_id, scan_id, signatory, witness, signed_on } = paper;
    side(conn, &before, *side_id)?;
    said("/signatory", signatory)?;
    said("/witness", witness)?;
    if *signed_on > day_of(now) {
        return Err(ApiError::field("/signed_on", "in_the_future"));
    }
    // What was signed before the text was written is another text.
    let written: Moment = texts::table.find((id, before.revision)).select(texts::at).first(conn)?;
    if *signed_on < day_of(written.utc()) {
        return Err(ApiError::field("/signed_on", "before_the_text"));
    }
    match find_file(conn, Owner::Agreement(id), *scan_id) {
        Err(ApiError::NotFound) => return Err(ApiError::field("/scan_id", "unknown")),
        found => drop(found?),
    }
    let signature = Signature {
        side: *side_id,
        form: SignatureForm::Paper,
        by: permit.account()?,
        signed_on: *signed_on,
        signatory: Some(signatory.trim()),
        witness: Some(witness.trim()),
        scan: Some(*scan_id),
    };
    keep(conn, &before, &signature, now)
}

fn side(conn: &mut Conn, row: &Row, id: AgreementSideId) -> Result<SideRow> {
    let named = sides::of(conn, row.id)?.into_iter().find(|side| side.id == id);
    named.ok_or_else(|| ApiError::field("/side_id", "unknown"))
}

/// Writes a signature; if it is the last that was missing, the text holds.
pub(crate) fn keep(conn: &mut Conn, before: &Row, signature: &Signature, now: DateTime<Utc>) -> Result<()> {
    let mut signed = sides::signed(conn, before.id, before.revision)?;
    if signed.contains(&signature.side) {
        return Err(ApiError::Conflict("already_signed"));
    }
    signed.push(signature.side);
    let missing = sides::of(conn, before.id)?.iter().filter(|side| !signed.contains(&side.id)).count();
    let stands = before.standing().signed(missing).map_err(ApiError::Conflict)?;
    let Signature { side, form, by, signed_on, signatory, witness, scan } = signature;
    let row = (
        (signatures::side_id.eq(*side), signatures::revision.eq(before.revision), signatures::form.eq(*form)),
        (signatures::account_id.eq(*by), signatures::signatory.eq(*signatory), signatures::witness.eq(*witness)),
        (signatures::scan_id.eq(*scan), signatures::signed_on.eq(*signed_on), signatures::at.eq(Moment::from(now))),
    );
    diesel::insert_into(signatures::table).values(row).execute(conn)?;
    let holds = stands.in_force == Some(before.revision);
    let changes = Changes { in_force_since: holds.then(|| day_of(now)), ..Changes::default() };
    let step = Step { made: AgreementMove::Sign, revision: before.revision, side: Some(*side), note: None };
    settle(conn, before, stands, &changes, &step, *by, now)?;
    if holds {
        let step = Step { made: AgreementMove::TakeForce, revision: before.revision, side: None, note: None };
        events::note(conn, before.id, &step, *by, now + chrono::TimeDelta::microseconds(1))?;
    }
    Ok(())
}
