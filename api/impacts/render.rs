//! From rows to what an audience sees: the one place where an impact is masked.

use diesel::prelude::*;

use super::domain::{Period, possible, warned};
use super::policy::{
    AddImpactSource, Audience, LinkImpactGrievance, OF_MOVES, RemoveImpactSource, UnlinkImpactGrievance, UpdateImpact,
    audience,
};
use super::store::Row;
use super::view::{
    Impact, ImpactSource, ImpactSummary, ImpactWarning, PublishedImpact, PublishedImpactSummary, StaffImpact,
    StaffImpactSummary,
};
use super::{links, sources};
use crate::authz::{Action, Permit, Role, allowed};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::{Directory, directory};
use crate::error::{ApiError, Result};
use crate::focus_groups::coding::said_of;
use crate::focus_groups::coding::view::Said;
use crate::grievances::view::CaseLink;
use crate::programmes::ProgrammeId;
use crate::schema::programmes;
use crate::stakeholders::tags;

/// The whole impact, as the caller sees it.
pub fn whole<A: Action>(conn: &mut Conn, permit: &Permit<A>, row: Row) -> Result<Impact> {
    let grievances = links::of(conn, permit, row.id)?;
    let names = directory(conn)?;
    let actions = actions(permit.role(), &row);
    Ok(match audience(permit.role()) {
        Audience::Staff => {
            let (sources, said) = (sources::of(conn, permit, row.id)?, said_of(conn, permit, row.id)?);
            let warnings = warnings(&row, &sources, period(conn, row.programme_id)?);
            Impact::Staff(Box::new(staff(row, &names, Beside { sources, said, grievances, warnings, actions })?))
        }
        Audience::Published => Impact::Published(Box::new(published(row, &names, grievances, actions)?)),
    })
}

/// What is shown with an impact besides its own row.
struct Beside {
    sources: Vec<ImpactSource>,
    said: Vec<Said>,
    grievances: Vec<CaseLink>,
    warnings: Vec<ImpactWarning>,
    actions: Vec<&'static str>,
}

fn staff(row: Row, names: &Directory, beside: Beside) -> Result<StaffImpact> {
    let Beside { sources, said, grievances, warnings, actions } = beside;
    Ok(StaffImpact {
        id: row.id,
        version: row.version,
        programme_id: row.programme_id.into(),
        state: row.state,
        title: row.title,
        description: row.description,
        category: row.category,
        direction: row.direction,
        basis: row.basis,
        severity: row.severity,
        likelihood: row.likelihood,
        extent: row.extent,
        affected: tags::parsed(&row.affected)?,
        site: names.site(row.site_id),
        company: names.organisation(row.company_id),
        place: names.place(row.place_id)?,
        reported_on: row.reported_on,
        published: row.published,
        published_at: row.published_at.map(Moment::utc),
        sources,
        said,
        grievances,
        warnings,
        created_by: names.person(Some(row.created_by)).ok_or(ApiError::Internal)?,
        created_at: row.created_at.utc(),
        updated_at: row.updated_at.utc(),
        actions,
    })
}

fn published(
    row: Row,
    names: &Directory,
    grievances: Vec<CaseLink>,
    actions: Vec<&'static str>,
) -> Result<PublishedImpact> {
    Ok(PublishedImpact {
        id: row.id,
        version: row.version,
        state: row.state,
        title: row.title,
        description: row.description,
        category: row.category,
        direction: row.direction,
        basis: row.basis,
        severity: row.severity,
        likelihood: row.likelihood,
        extent: row.extent,
        affected: tags::parsed(&row.affected)?,
        site: names.site(row.site_id),
        company: names.organisation(row.company_id),
        place: names.place(row.place_id)?,
        published_at: row.published_at.map(Moment::utc),
        grievances,
        actions,
    })
}

/// A page of a list.
pub fn summaries<A: Action>(conn: &mut Conn, permit: &Permit<A>, rows: Vec<Row>) -> Result<Vec<ImpactSummary>> {
    let names = directory(conn)?;
    rows.into_iter().map(|row| summary(permit.role(), row, &names)).collect()
}

fn summary(role: Role, row: Row, names: &Directory) -> Result<ImpactSummary> {
    let actions = actions(role, &row);
    Ok(match audience(role) {
        Audience::Staff => ImpactSummary::Staff(StaffImpactSummary {
            id: row.id,
            version: row.version,
            state: row.state,
            title: row.title,
            category: row.category,
            direction: row.direction,
            basis: row.basis,
            severity: row.severity,
            likelihood: row.likelihood,
            site: names.site(row.site_id),
            place: names.place(row.place_id)?,
            reported_on: row.reported_on,
            published: row.published,
            actions,
        }),
        Audience::Published => ImpactSummary::Published(PublishedImpactSummary {
            id: row.id,
            version: row.version,
            state: row.state,
            title: row.title,
            category: row.category,
            direction: row.direction,
            basis: row.basis,
            severity: row.severity,
            likelihood: row.likelihood,
            site: names.site(row.site_id),
            place: names.place(row.place_id)?,
            actions,
        }),
    })
}

fn actions(role: Role, row: &Row) -> Vec<&'static str> {
    let possible: Vec<_> = possible(row.standing()).collect();
    let moves = OF_MOVES.iter().filter(|(made, _, policy)| possible.contains(made) && !policy(role).is_nothing());
    let change = if row.published { None } else { allowed::<UpdateImpact>(role) };
    let beside = [
        change,
        allowed::<AddImpactSource>(role),
        allowed::<RemoveImpactSource>(role),
        allowed::<LinkImpactGrievance>(role),
        allowed::<UnlinkImpactGrievance>(role),
    ];
    moves.map(|(_, operation, _)| *operation).chain(beside.into_iter().flatten()).collect()
}

fn period(conn: &mut Conn, programme: ProgrammeId) -> Result<Period> {
    let days = programmes::table.find(programme).select((programmes::starts_on, programmes::ends_on));
    let (starts_on, ends_on) = days.first(conn)?;
    Ok(Period { starts_on, ends_on })
}

fn warnings(row: &Row, sources: &[ImpactSource], period: Period) -> Vec<ImpactWarning> {
    let own = [("/reported_on".to_owned(), Some(row.reported_on))];
    let days = sources.iter().enumerate().map(|(place, source)| (format!("/sources/{place}/day"), source.day));
    let warning =
        |(pointer, day): (String, Option<_>)| warned(day?, period).map(|code| ImpactWarning { pointer, code });
    own.into_iter().chain(days).filter_map(warning).collect()
}
