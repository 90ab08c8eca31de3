//! Consent to being in the register: recorded, and taken back.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::StakeholderId;
use super::change::touched;
use super::domain::{ConsentStanding, refused_consent, refused_withdrawal};
use super::events::{self, Happened};
use super::input::{ConsentWithdrawal, NewConsent};
use super::likeness::{self, Phone};
use super::policy::{RecordStakeholderConsent, WithdrawStakeholderConsent};
use super::store::{Row, find};
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::exports;
use crate::grievances::clock::day_of;
use crate::http::IfMatch;
use crate::http::version::{changed_one, still};
use crate::schema::stakeholders;

/// Records that somebody agreed, for the first time or again.
pub fn record(
    conn: &mut Conn,
    permit: &Permit<RecordStakeholderConsent>,
    id: StakeholderId,
    expected: IfMatch,
    new: &NewConsent,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    match before.consent {
        ConsentStanding::Given => return Err(ApiError::Conflict("consent_already_given")),
        ConsentStanding::None | ConsentStanding::Withdrawn => {}
    }
    refused_consent(new.given_on, day_of(now)).map_or(Ok(()), |code| Err(ApiError::field("/given_on", code)))?;
    let set = (
        (stakeholders::consent.eq(ConsentStanding::Given), stakeholders::consent_purpose.eq(new.purpose.trim())),
        (stakeholders::consent_form.eq(new.form), stakeholders::consent_given_on.eq(new.given_on)),
        stakeholders::consent_withdrawn_on.eq(None::<NaiveDate>),
        touched(before.version, now),
    );
    let target = stakeholders::table.find(id).filter(stakeholders::version.eq(before.version));
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    let happened = Happened::ConsentGiven { purpose: &new.purpose, given_on: new.given_on };
    events::note(conn, id, &[happened], permit.account()?, now)?;
    find(conn, permit, id)
}

/// Records that somebody took it back: what the person is reached at is deleted at once.
pub fn withdraw(
    conn: &mut Conn,
    permit: &Permit<WithdrawStakeholderConsent>,
    id: StakeholderId,
    expected: IfMatch,
    withdrawal: &ConsentWithdrawal,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let given_on = match (before.consent, before.consent_given_on) {
        (ConsentStanding::Given, Some(given_on)) => given_on,
        (ConsentStanding::Given | ConsentStanding::None | ConsentStanding::Withdrawn, _) => {
            return Err(ApiError::Conflict("no_consent"));
        }
    };
    refused_withdrawal(withdrawal.withdrawn_on, given_on, day_of(now))
        .map_or(Ok(()), |code| Err(ApiError::field("/withdrawn_on", code)))?;
    exports::store::forget_stakeholders(conn, before.programme_id)?;
    take_back(conn, &before, withdrawal, permit.account()?, now)?;
    find(conn, permit, id)
}

/// Notes a withdrawal, and deletes what was kept under the consent.
pub(crate) fn take_back(
    conn: &mut Conn,
    before: &Row,
    withdrawal: &ConsentWithdrawal,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let ConsentWithdrawal { withdrawn_on, note } = withdrawal;
    let set = (
        (stakeholders::consent.eq(ConsentStanding::Withdrawn), stakeholders::consent_withdrawn_on.eq(*withdrawn_on)),
        stakeholders::contact_sealed.eq(None::<Vec<u8>>),
        touched(before.version, now),
    );
    let target = stakeholders::table.find(before.id).filter(stakeholders::version.eq(before.version));
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    let happened = Happened::ConsentWithdrawn { withdrawn_on: *withdrawn_on, note: note.as_deref() };
    events::note(conn, before.id, &[happened], by, now)?;
    // Nor is the number known again.
    likeness::renew(conn, before.id, Phone::Now(None))
}
