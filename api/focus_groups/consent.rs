//! That people agreed to being heard, and the parents or guardians of who is under 18.

use chrono::{DateTime, Utc};

use super::FocusGroupId;
use super::domain::{FocusGroupEventKind, FocusGroupMove};
use super::events::Happened;
use super::input::{GroupConsent, GuardianConsents};
use super::moves::{Changes, make};
use super::policy::{ConsentFocusGroup, RecordFocusGroupGuardians};
use super::store::{Row, refuse};
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::Result;
use crate::grievances::clock::day_of;
use crate::http::IfMatch;
use crate::stakeholders::domain::refused_consent;

/// Records that the people agreed.
pub fn record(
    conn: &mut Conn,
    permit: &Permit<ConsentFocusGroup>,
    id: FocusGroupId,
    expected: IfMatch,
    GroupConsent { form, given_on, note }: &GroupConsent,
    now: DateTime<Utc>,
) -> Result<Row> {
    let happened = Happened::on(FocusGroupEventKind::Consented, *given_on, note.as_deref());
    make(conn, permit, id, expected, FocusGroupMove::Consent, &happened, now, |_, _| {
        refuse(refused_consent(*given_on, day_of(now)).map(|code| ("/given_on", code)).into_iter().collect())?;
        Ok(Changes { consent_form: Some(*form), consent_given_on: Some(*given_on), ..Changes::default() })
    })
}

/// Records how many parents or guardians agreed, in the place of what was recorded before.
pub fn record_guardians(
    conn: &mut Conn,
    permit: &Permit<RecordFocusGroupGuardians>,
    id: FocusGroupId,
    expected: IfMatch,
    GuardianConsents { guardians, form, given_on, note }: &GuardianConsents,
    now: DateTime<Utc>,
) -> Result<Row> {
    let happened = Happened::on(FocusGroupEventKind::GuardiansAgreed, *given_on, note.as_deref());
    make(conn, permit, id, expected, FocusGroupMove::RecordGuardians, &happened, now, |_, _| {
        refuse(refused_consent(*given_on, day_of(now)).map(|code| ("/given_on", code)).into_iter().collect())?;
        Ok(Changes {
            guardians: Some(*guardians),
            guardians_form: Some(*form),
            guardians_given_on: Some(*given_on),
            ..Changes::default()
        })
    })
}
