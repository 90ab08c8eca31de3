//! The rows of referrals and their steps.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::super::policy::{GetCaseProtection, ListReferrals, ProposeReferral};
use super::super::{ReferralId, reach};
use super::domain::{ReferralBody, ReferralConsent, ReferralOutcome, ReferralState, ReferralStep};
use super::view::{ProtectionReferral, ProtectionReferralInput, ReferralStepView};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::store::Case;
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Version};
use crate::names::Person;
use crate::schema::{accounts, grievances, protection_referral_steps as steps, protection_referrals as referrals};
use crate::secrets::Sealer;

/// Where the note of a step is sealed.
pub fn place(step: &str) -> String {
    format!("protection_referral_steps/{step}/note_sealed")
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = referrals)]
pub struct ReferralRow {
    pub id: ReferralId,
    pub version: Version,
    pub grievance_id: GrievanceId,
    #[diesel(select_expression = grievances::reference)]
    reference: String,
    body: ReferralBody,
    body_name: String,
    pub state: ReferralState,
    consent: Option<ReferralConsent>,
    outcome: Option<ReferralOutcome>,
    look_again_on: Option<NaiveDate>,
    created_at: Moment,
    updated_at: Moment,
}

impl ReferralRow {
    fn view(self, steps: Vec<ReferralStepView>) -> ProtectionReferral {
        ProtectionReferral {
            id: self.id,
            version: self.version,
            grievance_id: self.grievance_id,
            reference: self.reference,
            body: self.body,
            body_name: self.body_name,
            actions: self.state.actions(),
            state: self.state,
            consent: self.consent,
            outcome: self.outcome,
            look_again_on: self.look_again_on,
            created_at: self.created_at.utc(),
            updated_at: self.updated_at.utc(),
            steps,
        }
    }
}

/// Proposes help for the person of a case that was found within reach.
pub fn propose(
    conn: &mut Conn,
    permit: &Permit<ProposeReferral>,
    sealer: &Sealer,
    case: &Case,
    input: &ProtectionReferralInput,
    now: DateTime<Utc>,
) -> Result<ReferralId> {
    let id = ReferralId::at(now);
    let at = Moment::from(now);
    diesel::insert_into(referrals::table)
        .values((
            (referrals::id.eq(id), referrals::programme_id.eq(case.programme_id)),
            (referrals::grievance_id.eq(case.id), referrals::body.eq(input.body)),
            (referrals::body_name.eq(input.body_name.trim()), referrals::state.eq(ReferralState::Proposed)),
            (referrals::look_again_on.eq(input.look_again_on), referrals::created_at.eq(at)),
            referrals::updated_at.eq(at),
        ))
        .execute(conn)?;
    note(conn, sealer, id, ReferralStep::Propose, permit.account()?, &input.note, now)?;
    Ok(id)
}

/// What a step writes besides the state; what is `None` stays.
#[derive(Default, AsChangeset)]
#[diesel(table_name = referrals)]
pub struct Change {
    pub consent: Option<ReferralConsent>,
    pub outcome: Option<ReferralOutcome>,
    pub look_again_on: Option<NaiveDate>,
}

/// A step on the way of a referral.
pub struct Step {
    pub step: ReferralStep,
    pub change: Change,
    pub note: String,
}

/// Leads a referral within reach one step on.
pub fn lead_on<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    sealer: &Sealer,
    id: ReferralId,
    expected: IfMatch,
    made: Step,
    now: DateTime<Utc>,
) -> Result<ProtectionReferral> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let to = before.state.after(made.step).ok_or(ApiError::Conflict("move_not_possible_from_here"))?;
    let same = referrals::table.filter(referrals::id.eq(id)).filter(referrals::version.eq(before.version));
    let set = (
        made.change,
        referrals::state.eq(to),
        referrals::version.eq(before.version + 1),
        referrals::updated_at.eq(Moment::from(now)),
    );
    changed_one(diesel::update(same).set(set).execute(conn)?)?;
    note(conn, sealer, id, made.step, permit.account()?, &made.note, now)?;
    whole(conn, permit, sealer, id)
}

fn note(
    conn: &mut Conn,
    sealer: &Sealer,
    referral: ReferralId,
    step: ReferralStep,
    by: AccountId,
    words: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let id = ReferralId::at(now);
    let sealed = sealer.seal(&place(id.as_str()), words.trim().as_bytes())?;
    diesel::insert_into(steps::table)
        .values((
            (steps::id.eq(id), steps::referral_id.eq(referral), steps::at.eq(Moment::from(now))),
            (steps::step.eq(step), steps::account_id.eq(by), steps::note_sealed.eq(sealed)),
        ))
        .execute(conn)?;
    Ok(())
}

/// A referral within reach, with its steps.
pub fn whole<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    sealer: &Sealer,
    id: ReferralId,
) -> Result<ProtectionReferral> {
    let row = find(conn, permit, id)?;
    let steps = steps_of(conn, sealer, id)?;
    Ok(row.view(steps))
}

pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: ReferralId) -> Result<ReferralRow> {
    Ok(referrals::table
        .inner_join(grievances::table)
        .filter(referrals::id.eq(id))
        .filter(referrals::programme_id.eq_any(reach::programmes(permit.scope()?)?))
        .select(ReferralRow::as_select())
        .first(conn)?)
}

type StepRow = (ReferralId, Moment, ReferralStep, AccountId, String, Vec<u8>);

fn steps_of(conn: &mut Conn, sealer: &Sealer, id: ReferralId) -> Result<Vec<ReferralStepView>> {
    let rows: Vec<StepRow> = steps::table
        .inner_join(accounts::table)
        .filter(steps::referral_id.eq(id))
        .order(steps::id)
        .select((steps::id, steps::at, steps::step, accounts::id, accounts::name, steps::note_sealed))
        .load(conn)?;
    let view = |(id, at, step, by, name, sealed): StepRow| {
        let note = sealer.open_text(&place(id.as_str()), &sealed)?;
        Ok(ReferralStepView { at: at.utc(), step, by: Person { id: by.into(), name }, note })
    };
    rows.into_iter().map(view).collect()
}

/// Referrals within reach that are under way, or all; the latest first, one more than the page holds, without their steps.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListReferrals>,
    open: Option<bool>,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<ProtectionReferral>> {
    let mut rows = referrals::table
        .inner_join(grievances::table)
        .filter(referrals::programme_id.eq_any(reach::programmes(permit.scope()?)?))
        .order(referrals::id.desc())
        .limit(limit + 1)
        .select(ReferralRow::as_select())
        .into_boxed();
    if let Some(open) = open {
        use strum::VariantArray;
        let states = ReferralState::VARIANTS.iter().copied().filter(|state| state.is_open() == open);
        rows = rows.filter(referrals::state.eq_any(states.collect::<Vec<_>>()));
    }
    if let Some(after) = after {
        let id: ReferralId = after.id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(referrals::id.lt(id));
    }
    Ok(rows.load::<ReferralRow>(conn)?.into_iter().map(|row| row.view(vec![])).collect())
}

/// The referrals of a case that was found within reach, with their steps, the latest first.
pub fn of_case(
    conn: &mut Conn,
    permit: &Permit<GetCaseProtection>,
    sealer: &Sealer,
    case: GrievanceId,
) -> Result<Vec<ProtectionReferral>> {
    let ids: Vec<ReferralId> = referrals::table
        .filter(referrals::grievance_id.eq(case))
        .order(referrals::id.desc())
        .select(referrals::id)
        .load(conn)?;
    ids.into_iter().map(|id| whole(conn, permit, sealer, id)).collect()
}
