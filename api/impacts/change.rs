//! Changing what is recorded of an impact.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::ImpactId;
use super::domain::{ImpactBasis, ImpactDirection, ImpactExtent, ImpactMove};
use super::events::{self, Step};
use super::input::ImpactChange;
use super::policy::UpdateImpact;
use super::store::{Row, affected, check, company_of, find, path_in, words};
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::search::{self, Kind};
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::grievances::domain::Category;
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Version};
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::schema::impacts;
use crate::sites::SiteId;

#[derive(Default, AsChangeset)]
#[diesel(table_name = impacts)]
struct Changes {
    title: Option<String>,
    description: Option<String>,
    category: Option<Category>,
    direction: Option<ImpactDirection>,
    basis: Option<ImpactBasis>,
    severity: Option<i64>,
    likelihood: Option<i64>,
    gravity: Option<i64>,
    extent: Option<ImpactExtent>,
    affected: Option<String>,
    site_id: Option<Option<SiteId>>,
    company_id: Option<Option<OrganisationId>>,
    place_id: Option<PlaceId>,
    place_path: Option<String>,
    reported_on: Option<NaiveDate>,
    words: Option<String>,
}

/// Changes an impact; one that is already so stays as it is, and so does its version. What was published is what somebody
/// looked at before it was: it is changed once it is no longer public.
pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateImpact>,
    id: ImpactId,
    expected: IfMatch,
    change: &ImpactChange,
    now: DateTime<Utc>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    if before.published {
        return Err(ApiError::Conflict("impact_is_published"));
    }
    let (title, description) = (change.title.as_deref().map(str::trim), change.description.as_deref().map(str::trim));
    check(title, description, change.reported_on, day_of(now))?;
    let fields = changed_fields(&before, change);
    if fields.is_empty() {
        return Ok(before);
    }
    let changes = changes(conn, &before, change)?;
    if let Some(words) = &changes.words {
        search::put(conn, Kind::ImpactStaff, id.as_str(), words)?;
    }
    let target = impacts::table.find(id).filter(impacts::version.eq(before.version));
    changed_one(diesel::update(target).set((changes, touched(before.version, now))).execute(conn)?)?;
    let step = Step {
        made: ImpactMove::Change,
        from: Some(before.state),
        to: before.state,
        note: None,
        fields: Some(&fields),
    };
    events::note(conn, id, &step, permit.account()?, now)?;
    find(conn, permit, id)
}

type Touched = (diesel::dsl::Eq<impacts::version, Version>, diesel::dsl::Eq<impacts::updated_at, Moment>);

/// What every change of an impact of this version sets.
pub(super) fn touched(version: Version, now: DateTime<Utc>) -> Touched {
    (impacts::version.eq(version + 1), impacts::updated_at.eq(Moment::from(now)))
}

/// Notes that something beside the record of an impact was changed.
pub(super) fn touch(conn: &mut Conn, before: &Row, now: DateTime<Utc>) -> Result<()> {
    let target = impacts::table.find(before.id).filter(impacts::version.eq(before.version));
    changed_one(diesel::update(target).set(touched(before.version, now)).execute(conn)?)
}

fn changes(conn: &mut Conn, before: &Row, change: &ImpactChange) -> Result<Changes> {
    let path = change.place_id.map(|place| path_in(conn, before.programme_id, place)).transpose()?;
    let company = change.site_id.map(|site| company_of(conn, site)).transpose()?;
    let (title, description) = (change.title.as_deref().map(str::trim), change.description.as_deref().map(str::trim));
    let worded = title.is_some() || description.is_some();
    let words = words(title.unwrap_or(&before.title), description.unwrap_or(&before.description));
    let (severity, likelihood) =
        (change.severity.unwrap_or(before.severity), change.likelihood.unwrap_or(before.likelihood));
    Ok(Changes {
        title: title.map(Into::into),
        description: description.map(Into::into),
        category: change.category,
        direction: change.direction,
        basis: change.basis,
        severity: change.severity,
        likelihood: change.likelihood,
        gravity: Some(severity * likelihood),
        extent: change.extent,
        affected: change.affected.as_deref().map(affected),
        site_id: change.site_id,
        company_id: company,
        place_id: change.place_id,
        place_path: path,
        reported_on: change.reported_on,
        words: worded.then_some(words),
    })
}

fn differs<T: PartialEq>(now: &T, new: Option<&T>) -> bool {
    new.is_some_and(|new| new != now)
}

/// The names of the fields that become others.
fn changed_fields(before: &Row, change: &ImpactChange) -> Vec<&'static str> {
    let groups = change.affected.as_deref().map(affected);
    [
        ("title", change.title.as_deref().is_some_and(|title| title.trim() != before.title)),
        ("description", change.description.as_deref().is_some_and(|text| text.trim() != before.description)),
        ("category", differs(&before.category, change.category.as_ref())),
        ("direction", differs(&before.direction, change.direction.as_ref())),
        ("basis", differs(&before.basis, change.basis.as_ref())),
        ("severity", differs(&before.severity, change.severity.as_ref())),
        ("likelihood", differs(&before.likelihood, change.likelihood.as_ref())),
        ("extent", differs(&before.extent, change.extent.as_ref())),
        ("affected", differs(&before.affected, groups.as_ref())),
        ("site", differs(&before.site_id, change.site_id.as_ref())),
        ("place", differs(&before.place_id, change.place_id.as_ref())),
        ("reported_on", differs(&before.reported_on, change.reported_on.as_ref())),
    ]
    .into_iter()
    .filter(|(_, changed)| *changed)
    .map(|(field, _)| field)
    .collect()
}
