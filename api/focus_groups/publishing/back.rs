//! The people hear what was made of their words.

use chrono::{DateTime, Utc};

use super::input::HearingBack;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::focus_groups::domain::{FocusGroupEventKind, FocusGroupMove};
use crate::focus_groups::events::Happened;
use crate::focus_groups::moves::{Changes, make};
use crate::focus_groups::policy::ValidateFocusGroup;
use crate::focus_groups::store::{Row, refuse};
use crate::focus_groups::{FocusGroupId, coding};
use crate::grievances::clock::day_of;
use crate::http::IfMatch;
use crate::impacts;
use crate::impacts::domain::{ImpactMove, check};
use crate::impacts::policy::ValidateImpact;
use crate::stakeholders::domain::refused_consent;

/// Notes that the people heard what was made of their words. The impacts that nobody had confirmed are confirmed by it.
pub fn validate(
    conn: &mut Conn,
    permit: &Permit<ValidateFocusGroup>,
    id: FocusGroupId,
    expected: IfMatch,
    heard: &HearingBack,
    now: DateTime<Utc>,
) -> Result<Row> {
    let HearingBack { validated_on, place, people, corrections } = heard;
    let happened = Happened::on(FocusGroupEventKind::Validated, *validated_on, None);
    make(conn, permit, id, expected, FocusGroupMove::Validate, &happened, now, |conn, before| {
        check_hearing(before, heard, now)?;
        confirm(conn, permit, before, now)?;
        Ok(Changes {
            validated_on: Some(*validated_on),
            validated_at_place: Some(place.trim().into()),
            validated_by_people: Some(*people),
            validated_corrections: corrections.as_deref().map(|text| text.trim().into()),
            ..Changes::default()
        })
    })
}

fn check_hearing(before: &Row, heard: &HearingBack, now: DateTime<Utc>) -> Result<()> {
    let day = heard.validated_on;
    let mut refused: Vec<_> =
        refused_consent(day, day_of(now)).map(|code| ("/validated_on", code)).into_iter().collect();
    if before.held_on.is_some_and(|held| day < held) {
        refused.push(("/validated_on", "before_it_was_held"));
    }
    if heard.place.trim().is_empty() {
        refused.push(("/place", "too_short"));
    }
    if heard.corrections.as_deref().is_some_and(|text| text.trim().is_empty()) {
        refused.push(("/corrections", "too_short"));
    }
    refuse(refused)
}

fn confirm(conn: &mut Conn, permit: &Permit<ValidateFocusGroup>, group: &Row, now: DateTime<Utc>) -> Result<()> {
    let may = permit.also::<ValidateImpact>()?;
    for id in coding::impacts_of(conn, group.id)? {
        let impact = impacts::store::find(conn, &may, id)?;
        if check(ImpactMove::Validate, impact.standing()).is_ok() {
            lead(conn, &may, &impact, ImpactMove::Validate, group, now)?;
        }
    }
    Ok(())
}

/// Moves an impact on because of what was done with a group.
pub(super) fn lead<A: Action>(
    conn: &mut Conn,
    may: &Permit<A>,
    impact: &impacts::store::Row,
    made: ImpactMove,
    group: &Row,
    now: DateTime<Utc>,
) -> Result<()> {
    let note = format!("{} · {}", group.title, day_of(now));
    impacts::moves::make(conn, impact, made, &note, may.account()?, now)?;
    audit::record(conn, &may.who(), A::OPERATION, &Subject::new("impact", impact.id), "", now)
}
