//! The list: filters, order, keyset pages, counts.

use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::StakeholderId;
use super::domain::{ConsentStanding, StakeholderCategory};
use super::narrow::{self, Narrowing};
use super::policy::ListStakeholders;
use super::scope::{Filter, within};
use super::store::Row;
use super::tags::StakeholderTag;
use crate::authz::{Action, Permit};
use crate::db::types::words;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::page::{COUNTED, MOST, USUAL};
use crate::http::{Cursor, Total, params};
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::schema::stakeholders;

words! {
    /// The order of the register.
    StakeholderSort {
        /// By name, in the order of the Kyrgyz alphabet.
        Name,
        /// The latest recorded first.
        Newest,
        /// The most influential first; who was never assessed is left out.
        Influence,
    }
}

/// Which stakeholders, in which order.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct StakeholderQuery {
    pub category: Option<StakeholderCategory>,
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub organisation_id: Option<OrganisationId>,
    /// Letter case makes no difference.
    #[validate(length(min = 1, max = 40))]
    #[param(min_length = 1, max_length = 40)]
    pub tag: Option<String>,
    pub consent: Option<ConsentStanding>,
    /// Words of at least three letters of the name, the position or a tag, in any letter case, Kyrgyz or Russian.
    #[validate(length(min = 3, max = 100))]
    #[param(min_length = 3, max_length = 100)]
    pub q: Option<String>,
    pub sort: Option<StakeholderSort>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `true`: with how many match in all.
    pub total: Option<bool>,
}

impl StakeholderQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }

    pub fn sort(&self) -> StakeholderSort {
        self.sort.unwrap_or(StakeholderSort::Name)
    }
}

type Boxed<'a> = stakeholders::BoxedQuery<'a, Backend>;

/// The stakeholders that match, within reach; one more than the page holds.
pub fn list(conn: &mut Conn, permit: &Permit<ListStakeholders>, query: &StakeholderQuery) -> Result<Vec<Row>> {
    let after = match &query.after {
        Some(cursor) => Some(last(conn, permit, &cursor.id)?),
        None => None,
    };
    let rows = ordered(matching(conn, permit, query)?, query.sort(), after);
    Ok(rows.limit(query.limit() + 1).select(Row::as_select()).load(conn)?)
}

/// How many match, counted up to a thousand.
pub fn total(conn: &mut Conn, permit: &Permit<ListStakeholders>, query: &StakeholderQuery) -> Result<Total> {
    let rows = ordered(matching(conn, permit, query)?, query.sort(), None);
    let ids: Vec<StakeholderId> = rows.limit(COUNTED + 1).select(stakeholders::id).load(conn)?;
    Ok(Total::of(i64::try_from(ids.len()).unwrap_or(COUNTED)))
}

/// How many match.
pub fn counted(conn: &mut Conn, permit: &Permit<ListStakeholders>, query: &StakeholderQuery) -> Result<i64> {
    let rows = matching(conn, permit, query)?;
    let rows = match query.sort() {
        StakeholderSort::Influence => rows.filter(stakeholders::influence.is_not_null()),
        StakeholderSort::Name | StakeholderSort::Newest => rows,
    };
    Ok(rows.count().get_result(conn)?)
}

/// The list that is asked for by its query as text, if the actor may ask it. Which page is no part of it.
pub fn asked(conn: &mut Conn, permit: &Permit<ListStakeholders>, text: &str) -> Result<StakeholderQuery> {
    // Which part of the text is wrong is for who makes such texts, not for who clicks.
    let refused = |error| if let ApiError::Invalid(_) = error { ApiError::field("/query", "invalid") } else { error };
    let query: StakeholderQuery = params::parse(text).map_err(refused)?;
    if query.after.is_some() || query.limit.is_some() || query.total.is_some() {
        return Err(ApiError::field("/query", "invalid"));
    }
    matching(conn, permit, &query).map_err(refused)?;
    Ok(query)
}

fn matching<'a>(conn: &mut Conn, permit: &Permit<ListStakeholders>, query: &StakeholderQuery) -> Result<Boxed<'a>> {
    Ok(stakeholders::table.filter(wanted(conn, permit, query)?).into_boxed())
}

/// Those within reach that match, whatever their order.
pub fn wanted<A: Action>(conn: &mut Conn, permit: &Permit<A>, query: &StakeholderQuery) -> Result<Filter> {
    let mut all = within(permit)?;
    if let Some(category) = query.category {
        all = Box::new(all.and(stakeholders::category.eq(category)));
    }
    if let Some(organisation) = query.organisation_id {
        all = Box::new(all.and(stakeholders::organisation_id.assume_not_null().eq(organisation)));
    }
    if let Some(consent) = query.consent {
        all = Box::new(all.and(stakeholders::consent.eq(consent)));
    }
    for narrowing in narrowings(conn, permit, query)? {
        all = Box::new(all.and(narrowing.filter()));
    }
    Ok(all)
}

fn narrowings<A: Action>(conn: &mut Conn, permit: &Permit<A>, query: &StakeholderQuery) -> Result<Vec<Narrowing>> {
    let mut all = vec![];
    if let Some(place) = query.place_id {
        all.push(narrow::below(conn, &permit.programmes()?, place)?);
    }
    if let Some(tag) = &query.tag {
        all.push(match StakeholderTag::try_from(tag.clone()) {
            Ok(tag) => narrow::tagged(conn, tag.into())?,
            // What is no tag is on nobody.
            Err(_) => Narrowing::Few(vec![]),
        });
    }
    if let Some(text) = &query.q {
        all.push(narrow::holding(conn, text)?);
    }
    Ok(all)
}

/// What a page starts after.
struct Last {
    id: StakeholderId,
    name_key: String,
    influence: Option<i64>,
}

/// Where a stakeholder within reach stands in the order. One out of reach is one that is not there.
fn last(conn: &mut Conn, permit: &Permit<ListStakeholders>, id: &str) -> Result<Last> {
    let unknown = || ApiError::field("?after", "unknown");
    let id: StakeholderId = id.parse().map_err(|_| unknown())?;
    let (name_key, influence) = stakeholders::table
        .filter(stakeholders::id.eq(id))
        .filter(within(permit)?)
        .select((stakeholders::name_key, stakeholders::influence))
        .first(conn)
        .optional()?
        .ok_or_else(unknown)?;
    Ok(Last { id, name_key, influence })
}

fn ordered<'a>(rows: Boxed<'a>, sort: StakeholderSort, after: Option<Last>) -> Boxed<'a> {
    use stakeholders::{id, influence, name_key};
    // The first condition of each is implied by the second, and is what an index finds the place by.
    let rows = match (sort, after) {
        (StakeholderSort::Influence, None) => rows.filter(influence.is_not_null()),
        (StakeholderSort::Name | StakeholderSort::Newest, None) => rows,
        (StakeholderSort::Name, Some(last)) => {
            rows.filter(name_key.ge(last.name_key.clone())).filter(name_key.gt(last.name_key).or(id.gt(last.id)))
        }
        (StakeholderSort::Newest, Some(last)) => rows.filter(id.lt(last.id)),
        (StakeholderSort::Influence, Some(last)) => {
            rows.filter(influence.le(last.influence)).filter(influence.lt(last.influence).or(id.lt(last.id).nullable()))
        }
    };
    match sort {
        StakeholderSort::Name => rows.order((name_key.asc(), id.asc())),
        StakeholderSort::Newest => rows.order(id.desc()),
        StakeholderSort::Influence => rows.order((influence.desc(), id.desc())),
    }
}
