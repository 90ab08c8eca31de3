//! Where the register's people and groups are: the map.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::domain::{ConsentStanding, StakeholderCategory};
use super::list::{StakeholderQuery, wanted};
use super::policy::CountStakeholders;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::Result;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::places::counts::{PlaceCount, placed};
use crate::schema::stakeholders;

/// Whom to count: the filters of the list.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct StakeholderCountQuery {
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
}

/// How many stakeholders there are at each place where there are any.
#[derive(Debug, Serialize, ToSchema)]
pub struct StakeholderCounts {
    pub by_place: Vec<PlaceCount>,
}

impl From<StakeholderCountQuery> for StakeholderQuery {
    fn from(query: StakeholderCountQuery) -> Self {
        let StakeholderCountQuery { category, place_id, organisation_id, tag, consent, q } = query;
        Self { category, place_id, organisation_id, tag, consent, q, ..Self::default() }
    }
}

pub fn by_place(
    conn: &mut Conn,
    permit: &Permit<CountStakeholders>,
    query: StakeholderCountQuery,
) -> Result<StakeholderCounts> {
    let counts: Vec<(PlaceId, i64)> = stakeholders::table
        .filter(wanted(conn, permit, &query.into())?)
        .group_by(stakeholders::place_id)
        .select((stakeholders::place_id, count_star()))
        .load(conn)?;
    Ok(StakeholderCounts { by_place: placed(conn, &BTreeMap::from_iter(counts))? })
}
