//! Others come to read of a group.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::back::lead;
use super::input::Publishing;
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, FieldError, Result};
use crate::focus_groups::domain::{Attendance, FocusGroupEventKind, FocusGroupMove, identifies};
use crate::focus_groups::events::Happened;
use crate::focus_groups::moves::{Changes, make};
use crate::focus_groups::policy::PublishFocusGroup;
use crate::focus_groups::store::Row;
use crate::focus_groups::{FocusGroupId, attendance, coding};
use crate::http::IfMatch;
use crate::impacts::domain::{ImpactMove, check};
use crate::impacts::policy::PublishImpact;
use crate::impacts::{self, ImpactId};
use crate::schema::focus_group_quotes as quotes;
use crate::stakeholders::domain::{AgeBand, Sex};

/// Shorter, it tells nothing.
const SHORTEST: usize = 10;

/// Publishes what names nobody: kind, month, district, counts of five and more, the impacts that are chosen, and quotes of
/// kinds of which five and more were there.
pub fn publish(
    conn: &mut Conn,
    permit: &Permit<PublishFocusGroup>,
    id: FocusGroupId,
    expected: IfMatch,
    new: &Publishing,
    now: DateTime<Utc>,
) -> Result<Row> {
    let happened = Happened::bare(FocusGroupEventKind::Published);
    make(conn, permit, id, expected, FocusGroupMove::Publish, &happened, now, |conn, before| {
        let summary = new.summary.trim();
        if summary.chars().count() < SHORTEST {
            return Err(ApiError::field("/summary", "too_short"));
        }
        publish_quotes(conn, id, &new.quotes)?;
        publish_impacts(conn, permit, before, &new.impacts, now)?;
        Ok(Changes { published_at: Some(Moment::from(now)), summary: Some(summary.into()), ..Changes::default() })
    })
}

/// Publishes quotes of a group, whoever may; none by which somebody could be known.
pub fn publish_quotes(conn: &mut Conn, id: FocusGroupId, chosen: &[i64]) -> Result<()> {
    let counted = attendance::of(conn, id)?;
    let kinds: Vec<(i64, Sex, AgeBand)> = quotes::table
        .filter(quotes::focus_group_id.eq(id))
        .select((quotes::position, quotes::sex, quotes::band))
        .load(conn)?;
    let refused: Vec<FieldError> = (0_usize..)
        .zip(chosen)
        .filter_map(|(at, position)| Some((at, refusal(&counted, &kinds, *position)?)))
        .map(|(at, code)| FieldError { pointer: format!("/quotes/{at}"), code: code.into() })
        .collect();
    if !refused.is_empty() {
        return Err(ApiError::Invalid(refused));
    }
    let target = quotes::table.filter(quotes::focus_group_id.eq(id)).filter(quotes::position.eq_any(chosen.to_vec()));
    diesel::update(target).set(quotes::published.eq(true)).execute(conn)?;
    Ok(())
}

fn refusal(counted: &Attendance, kinds: &[(i64, Sex, AgeBand)], position: i64) -> Option<&'static str> {
    match kinds.iter().find(|(each, ..)| *each == position) {
        None => Some("unknown"),
        Some((_, sex, band)) => identifies(counted, *sex, *band).then_some("identifying"),
    }
}

fn publish_impacts(
    conn: &mut Conn,
    permit: &Permit<PublishFocusGroup>,
    group: &Row,
    chosen: &[ImpactId],
    now: DateTime<Utc>,
) -> Result<()> {
    let may = permit.also::<PublishImpact>()?;
    let own = coding::impacts_of(conn, group.id)?;
    for (at, id) in chosen.iter().enumerate() {
        let refused = |code| ApiError::field(&format!("/impacts/{at}"), code);
        if !own.contains(id) {
            return Err(refused("unknown"));
        }
        let impact = impacts::store::find(conn, &may, *id)?;
        if impact.published {
            continue;
        }
        check(ImpactMove::Publish, impact.standing()).map_err(|_| refused("not_confirmed"))?;
        lead(conn, &may, &impact, ImpactMove::Publish, group, now)?;
    }
    Ok(())
}
