//! What an impact is known from.
//!
//! Each kind of source has its column; sources are for staff alone, since what was seen or heard can lead to who said it.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::change::touch;
use super::domain::{ImpactSourceKind, refused_day, refused_source};
use super::input::{ImpactSourceRemoval, NewImpactSource};
use super::links::{CaseAt, case_in_reach};
use super::policy::{AddImpactSource, RemoveImpactSource};
use super::store::{Row, find};
use super::view::ImpactSource;
use super::{ImpactId, ImpactSourceId};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::{ApiError, FieldError, Result};
use crate::grievances::clock::day_of;
use crate::grievances::policy::GetGrievance;
use crate::grievances::view::CaseLink;
use crate::grievances::{self, GrievanceId};
use crate::http::IfMatch;
use crate::http::version::still;
use crate::schema::impact_sources as sources;

/// Sources that an impact may have.
const MOST: i64 = 200;

/// Adds a source to an impact within reach.
pub fn add_to(
    conn: &mut Conn,
    permit: &Permit<AddImpactSource>,
    id: ImpactId,
    expected: IfMatch,
    new: &NewImpactSource,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    add(conn, permit, id, new, "", now)?;
    touch(conn, &before, now)?;
    find(conn, permit, id)
}

/// Adds a source; `at` is where it stands in what was sent. A case must be within the caller's reach.
pub fn add<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    impact: ImpactId,
    new: &NewImpactSource,
    at: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    check(new, at, day_of(now))?;
    let many: i64 = sources::table.filter(sources::impact_id.eq(impact)).count().get_result(conn)?;
    if many >= MOST {
        return Err(ApiError::Conflict("too_many_sources"));
    }
    if let Some(case) = new.grievance_id {
        let pointer = format!("{at}/grievance_id");
        case_in_reach(conn, permit, CaseAt { case, impact, pointer: &pointer })?;
        let known = sources::table.filter(sources::impact_id.eq(impact)).filter(sources::grievance_id.eq(case));
        if diesel::select(diesel::dsl::exists(known)).get_result(conn)? {
            return Err(ApiError::field(&pointer, "already_there"));
        }
    }
    insert(conn, impact, new, permit.account()?, now)
}

/// Writes a source that was checked.
pub fn insert(
    conn: &mut Conn,
    impact: ImpactId,
    new: &NewImpactSource,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = (
        (sources::id.eq(ImpactSourceId::at(now)), sources::impact_id.eq(impact), sources::kind.eq(new.kind)),
        (sources::grievance_id.eq(new.grievance_id), sources::observed.eq(new.observed.as_deref().map(str::trim))),
        (sources::day.eq(new.day), sources::account_id.eq(by), sources::at.eq(Moment::from(now))),
    );
    diesel::insert_into(sources::table).values(row).execute(conn)?;
    Ok(())
}

fn check(new: &NewImpactSource, at: &str, today: NaiveDate) -> Result<()> {
    let observed = new.observed.as_deref().map(str::trim);
    let mut refused = refused_source(new.kind, new.grievance_id.is_some(), observed.is_some(), new.day.is_some());
    refused.extend(new.day.and_then(|day| refused_day(day, today)).map(|code| ("day", code)));
    if observed.is_some_and(|text| text.chars().count() < 3) {
        refused.push(("observed", "too_short"));
    }
    if refused.is_empty() {
        return Ok(());
    }
    let field = |(name, code): (&str, &str)| FieldError { pointer: format!("{at}/{name}"), code: code.into() };
    Err(ApiError::Invalid(refused.into_iter().map(field).collect()))
}

/// Takes a source away.
pub fn remove(
    conn: &mut Conn,
    permit: &Permit<RemoveImpactSource>,
    id: ImpactId,
    expected: IfMatch,
    ImpactSourceRemoval { source_id }: &ImpactSourceRemoval,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let target = sources::table.filter(sources::id.eq(source_id)).filter(sources::impact_id.eq(id));
    if diesel::delete(target).execute(conn)? == 0 {
        return Err(ApiError::field("/source_id", "unknown"));
    }
    touch(conn, &before, now)?;
    find(conn, permit, id)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = sources)]
struct SourceRow {
    id: ImpactSourceId,
    kind: ImpactSourceKind,
    grievance_id: Option<GrievanceId>,
    observed: Option<String>,
    day: Option<NaiveDate>,
    account_id: AccountId,
    at: Moment,
}

/// The sources of an impact, the oldest first; one that the caller may not reach is not there.
pub(super) fn of<A: Action>(conn: &mut Conn, permit: &Permit<A>, impact: ImpactId) -> Result<Vec<ImpactSource>> {
    let rows: Vec<SourceRow> = sources::table
        .filter(sources::impact_id.eq(impact))
        .order(sources::id)
        .select(SourceRow::as_select())
        .load(conn)?;
    let cases = rows.iter().filter_map(|row| row.grievance_id).collect();
    let reached = grievances::store::references(conn, &permit.also::<GetGrievance>()?, cases)?;
    let names = directory(conn)?;
    let mut all = vec![];
    for row in rows {
        let Some(grievance) = case_of(&row, &reached) else { continue };
        let SourceRow { id, kind, grievance_id: _, observed, day, account_id, at } = row;
        let by = names.person(Some(account_id)).ok_or(ApiError::Internal)?;
        all.push(ImpactSource { id, kind, grievance, observed, day, by, at: at.utc() });
    }
    Ok(all)
}

/// The case that a source names, if it names one; nothing if the caller does not reach that.
#[expect(clippy::option_option, reason = "there may be no case, or one that is out of reach")]
fn case_of(row: &SourceRow, reached: &HashMap<GrievanceId, String>) -> Option<Option<CaseLink>> {
    let Some(id) = row.grievance_id else { return Some(None) };
    let reference = reached.get(&id)?.clone();
    Some(Some(CaseLink { id, reference }))
}
