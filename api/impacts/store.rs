//! Reading impacts, within reach only, and recording new ones.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;

use super::domain::{
    AffectedGroup, ImpactBasis, ImpactDirection, ImpactExtent, ImpactMove, ImpactState, Standing, refused_day,
};
use super::events::{self, Step};
use super::input::NewImpact;
use super::policy::CreateImpact;
use super::scope::{parts, within};
use super::{ImpactId, sources};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::search::{self, Kind, normalise};
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::{ApiError, FieldError, Result};
use crate::grievances::clock::day_of;
use crate::grievances::domain::Category;
use crate::http::Version;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::{ProgrammeId, focus_areas};
use crate::schema::impacts;
use crate::sites::SiteId;
use crate::stakeholders::tags;

/// An impact as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = impacts)]
pub struct Row {
    pub id: ImpactId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub title: String,
    pub description: String,
    pub category: Category,
    pub direction: ImpactDirection,
    pub basis: ImpactBasis,
    pub severity: i64,
    pub likelihood: i64,
    pub extent: ImpactExtent,
    pub affected: String,
    pub site_id: Option<SiteId>,
    pub company_id: Option<OrganisationId>,
    pub place_id: PlaceId,
    pub reported_on: NaiveDate,
    pub state: ImpactState,
    pub published: bool,
    pub published_at: Option<Moment>,
    pub created_by: AccountId,
    pub created_at: Moment,
    pub updated_at: Moment,
}

impl Row {
    pub fn standing(&self) -> Standing {
        Standing { state: self.state, published: self.published }
    }
}

/// The impact, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: ImpactId) -> Result<Row> {
    Ok(impacts::table
        .filter(impacts::id.eq(id))
        .filter(within(&permit.scope()?)?)
        .select(Row::as_select())
        .first(conn)?)
}

/// The titles of those of the impacts that are within reach.
pub fn titles<A: Action>(conn: &mut Conn, permit: &Permit<A>, ids: Vec<ImpactId>) -> Result<HashMap<ImpactId, String>> {
    let rows: Vec<(ImpactId, String)> = impacts::table
        .filter(impacts::id.eq_any(ids))
        .filter(within(&permit.scope()?)?)
        .select((impacts::id, impacts::title))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// What a search looks through.
pub(super) fn words(title: &str, description: &str) -> String {
    normalise(&format!("{title}\n{description}"))
}

/// Records an impact in one of the caller's programmes.
pub fn create(conn: &mut Conn, permit: &Permit<CreateImpact>, new: &NewImpact, now: DateTime<Utc>) -> Result<Row> {
    let scope = permit.scope()?;
    if !parts(&scope)?.0.contains(&new.programme_id) {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    let id = insert(conn, new, permit.account()?, now)?;
    for (place, source) in (0_i64..).zip(&new.sources) {
        // What came in one moment keeps its order: it is that of the ids.
        let at = now + TimeDelta::microseconds(place);
        sources::add(conn, permit, id, source, &format!("/sources/{place}"), at)?;
    }
    find(conn, permit, id)
}

/// Writes a new impact without its sources, whoever may record it.
pub fn insert(conn: &mut Conn, new: &NewImpact, by: AccountId, now: DateTime<Utc>) -> Result<ImpactId> {
    let (id, at, today) = (ImpactId::at(now), Moment::from(now), day_of(now));
    let reported_on = new.reported_on.unwrap_or(today);
    let (title, description) = (new.title.trim(), new.description.trim());
    check(Some(title), Some(description), Some(reported_on), today)?;
    let path = path_in(conn, new.programme_id, new.place_id)?;
    let company = company_of(conn, new.site_id)?;
    let words = words(title, description);
    let row = (
        (impacts::id.eq(id), impacts::programme_id.eq(new.programme_id)),
        (impacts::title.eq(title), impacts::description.eq(description), impacts::category.eq(new.category)),
        (impacts::direction.eq(new.direction), impacts::basis.eq(new.basis), impacts::extent.eq(new.extent)),
        (impacts::severity.eq(new.severity), impacts::likelihood.eq(new.likelihood)),
        (impacts::gravity.eq(new.severity * new.likelihood), impacts::affected.eq(affected(&new.affected))),
        (impacts::site_id.eq(new.site_id), impacts::company_id.eq(company)),
        (impacts::place_id.eq(new.place_id), impacts::place_path.eq(path), impacts::reported_on.eq(reported_on)),
        (impacts::state.eq(ImpactState::Reported), impacts::words.eq(&words)),
        (impacts::created_by.eq(by), impacts::created_at.eq(at), impacts::updated_at.eq(at)),
    );
    diesel::insert_into(impacts::table).values(row).execute(conn)?;
    search::add(conn, Kind::ImpactStaff, id.as_str(), &words)?;
    let first = Step { made: ImpactMove::Report, from: None, to: ImpactState::Reported, note: None, fields: None };
    events::note(conn, id, &first, by, now)?;
    Ok(id)
}

/// Refuses what can't be said of an impact.
pub(super) fn check(
    title: Option<&str>,
    description: Option<&str>,
    reported_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<()> {
    let short = |text: Option<&str>| text.is_some_and(|text| text.chars().count() < 3);
    let mut refused = vec![];
    refused.extend(short(title).then_some(("/title", "too_short")));
    refused.extend(short(description).then_some(("/description", "too_short")));
    refused.extend(reported_on.and_then(|day| refused_day(day, today)).map(|code| ("/reported_on", code)));
    if refused.is_empty() {
        return Ok(());
    }
    let field = |(pointer, code): (&str, &str)| FieldError { pointer: pointer.into(), code: code.into() };
    Err(ApiError::Invalid(refused.into_iter().map(field).collect()))
}

/// Groups once each, as one column keeps them.
pub(super) fn affected(groups: &[AffectedGroup]) -> String {
    let mut once: Vec<AffectedGroup> = vec![];
    for group in groups {
        if !once.contains(group) {
            once.push(*group);
        }
    }
    tags::joined(&once)
}

/// The path of a place in one of the programme's areas, or around one.
pub(crate) fn path_in(conn: &mut Conn, programme: ProgrammeId, place: PlaceId) -> Result<String> {
    let names = directory(conn)?;
    let path = names.path(place).ok_or_else(|| ApiError::field("/place_id", "unknown"))?;
    let areas = focus_areas::of(conn, &[programme])?.remove(&programme).unwrap_or_default();
    let mut areas = areas.iter().flat_map(|area| &area.place_ids).filter_map(|area| names.path(*area)).peekable();
    // One that names no areas works everywhere.
    let inside = areas.peek().is_none() || areas.any(|area| path.starts_with(area) || area.starts_with(path));
    if inside { Ok(path.to_owned()) } else { Err(ApiError::field("/place_id", "outside_programme")) }
}

/// The company of a site.
pub(crate) fn company_of(conn: &mut Conn, site: Option<SiteId>) -> Result<Option<OrganisationId>> {
    let Some(site) = site else { return Ok(None) };
    directory(conn)?.company(site).map(Some).ok_or_else(|| ApiError::field("/site_id", "unknown"))
}
