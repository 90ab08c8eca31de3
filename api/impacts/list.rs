//! The list: filters, order, keyset pages, counts.

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::ImpactId;
use super::domain::{ImpactBasis, ImpactDirection, ImpactState};
use super::narrow::{self, Narrowing};
use super::policy::{Audience, ListImpacts, audience};
use super::scope::{parts, within};
use super::store::{Row, company_of};
use crate::authz::Permit;
use crate::db::types::words;
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grievances::domain::Category;
use crate::http::page::{COUNTED, MOST, USUAL};
use crate::http::{Cursor, Total};
use crate::places::PlaceId;
use crate::schema::impacts;
use crate::sites::SiteId;

words! {
    /// The order of the register.
    ImpactSort {
        /// The latest recorded first.
        Newest,
        /// By severity times likelihood, the gravest first.
        Gravest,
    }
}

/// Which impacts, in which order.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ImpactQuery {
    pub state: Option<ImpactState>,
    pub category: Option<Category>,
    pub direction: Option<ImpactDirection>,
    pub basis: Option<ImpactBasis>,
    #[validate(range(min = 1, max = 5))]
    #[param(value_type = Option<i32>, minimum = 1, maximum = 5)]
    pub severity: Option<i64>,
    #[validate(range(min = 1, max = 5))]
    #[param(value_type = Option<i32>, minimum = 1, maximum = 5)]
    pub likelihood: Option<i64>,
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub site_id: Option<SiteId>,
    /// For staff: whether the three sides read it.
    pub published: Option<bool>,
    /// Words of at least three letters of the title or the description, in any letter case, Kyrgyz or Russian.
    #[validate(length(min = 3, max = 100))]
    #[param(min_length = 3, max_length = 100)]
    pub q: Option<String>,
    pub sort: Option<ImpactSort>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `true`: with how many match in all.
    pub total: Option<bool>,
}

impl ImpactQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }

    pub fn sort(&self) -> ImpactSort {
        self.sort.unwrap_or(ImpactSort::Newest)
    }
}

pub(super) type Boxed<'a> = impacts::BoxedQuery<'a, Backend>;

/// The impacts that match, within reach; one more than the page holds.
pub fn list(conn: &mut Conn, permit: &Permit<ListImpacts>, query: &ImpactQuery) -> Result<Vec<Row>> {
    let after = match &query.after {
        Some(cursor) => Some(last(conn, permit, &cursor.id)?),
        None => None,
    };
    let rows = ordered(matching(conn, permit, query)?, query.sort(), after);
    Ok(rows.limit(query.limit() + 1).select(Row::as_select()).load(conn)?)
}

/// How many match, counted up to a thousand.
pub fn total(conn: &mut Conn, permit: &Permit<ListImpacts>, query: &ImpactQuery) -> Result<Total> {
    let ids: Vec<ImpactId> = matching(conn, permit, query)?.limit(COUNTED + 1).select(impacts::id).load(conn)?;
    Ok(Total::of(i64::try_from(ids.len()).unwrap_or(COUNTED)))
}

/// The impacts within reach that match.
pub(super) fn matching<'a>(conn: &mut Conn, permit: &Permit<ListImpacts>, query: &ImpactQuery) -> Result<Boxed<'a>> {
    let mut rows = impacts::table.filter(within(&permit.scope()?)?).into_boxed();
    if let Some(state) = query.state {
        rows = rows.filter(impacts::state.eq(state));
    }
    if let Some(category) = query.category {
        rows = rows.filter(impacts::category.eq(category));
    }
    if let Some(direction) = query.direction {
        rows = rows.filter(impacts::direction.eq(direction));
    }
    if let Some(basis) = query.basis {
        rows = rows.filter(impacts::basis.eq(basis));
    }
    if let Some(severity) = query.severity {
        rows = rows.filter(impacts::severity.eq(severity));
    }
    if let Some(likelihood) = query.likelihood {
        rows = rows.filter(impacts::likelihood.eq(likelihood));
    }
    if let Some(site) = query.site_id {
        company_of(conn, Some(site)).map_err(|_| ApiError::field("?site_id", "unknown"))?;
        rows = rows.filter(impacts::site_id.eq(site));
    }
    if let Some(published) = query.published {
        staff_only(permit)?;
        rows = rows.filter(impacts::published.eq(published));
    }
    Ok(narrowings(conn, permit, query)?.iter().fold(rows, |rows, narrowing| narrowing.apply(rows)))
}

/// A filter must not tell what the view does not: everybody else reads only what was published.
fn staff_only(permit: &Permit<ListImpacts>) -> Result<()> {
    match audience(permit.role()) {
        Audience::Staff => Ok(()),
        Audience::Published => Err(ApiError::field("?published", "unknown")),
    }
}

fn narrowings(conn: &mut Conn, permit: &Permit<ListImpacts>, query: &ImpactQuery) -> Result<Vec<Narrowing>> {
    let (scope, seen_by) = (permit.scope()?, audience(permit.role()));
    let (programmes, reach) = parts(&scope)?;
    let mut all = vec![];
    if let Some(paths) = reach {
        all.push(narrow::places(conn, programmes, paths, seen_by)?);
    }
    if let Some(place) = query.place_id {
        let names = directory(conn)?;
        let path = names.path(place).ok_or_else(|| ApiError::field("?place_id", "unknown"))?;
        all.push(narrow::places(conn, programmes, &[path.to_owned()], seen_by)?);
    }
    if let Some(text) = &query.q {
        all.push(narrow::holding(conn, text, seen_by)?);
    }
    Ok(all)
}

/// What a page starts after.
struct Last {
    id: ImpactId,
    gravity: i64,
}

/// Where an impact within reach stands in the order. One out of reach is one that is not there.
fn last(conn: &mut Conn, permit: &Permit<ListImpacts>, id: &str) -> Result<Last> {
    let unknown = || ApiError::field("?after", "unknown");
    let id: ImpactId = id.parse().map_err(|_| unknown())?;
    let gravity = impacts::table
        .filter(impacts::id.eq(id))
        .filter(within(&permit.scope()?)?)
        .select(impacts::gravity)
        .first(conn)
        .optional()?
        .ok_or_else(unknown)?;
    Ok(Last { id, gravity })
}

fn ordered<'a>(rows: Boxed<'a>, sort: ImpactSort, after: Option<Last>) -> Boxed<'a> {
    use impacts::{gravity, id};
    let rows = match (sort, after) {
        (ImpactSort::Newest | ImpactSort::Gravest, None) => rows,
        (ImpactSort::Newest, Some(last)) => rows.filter(id.lt(last.id)),
        // The first condition is implied by the second, and is what an index finds the place by.
        (ImpactSort::Gravest, Some(last)) => {
            rows.filter(gravity.le(last.gravity)).filter(gravity.lt(last.gravity).or(id.lt(last.id)))
        }
    };
    match sort {
        ImpactSort::Newest => rows.order(id.desc()),
        ImpactSort::Gravest => rows.order((gravity.desc(), id.desc())),
    }
}
