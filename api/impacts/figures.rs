//! How many impacts there are of which kind: what people of a place, or around a site, say.
//!
//! Staff count the register. Everybody else counts what was published, in fives and nothing under five, by the one rule for
//! figures (see `figures::domain`): of tables of the same impacts a second is told only if their sums give away nothing that
//! either leaves out.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use strum::VariantArray;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::domain::{ImpactBasis, ImpactDirection, ImpactState};
use super::policy::{Audience, GetImpactFigures, audience};
use super::scope::{Filter, below, within};
use super::store::company_of;
use crate::authz::Permit;
use crate::db::Conn;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::figures::domain::{Table, coarse, go_together};
use crate::grievances::domain::Category;
use crate::places::PlaceId;
use crate::schema::impacts;
use crate::sites::SiteId;

/// Which impacts are counted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ImpactFiguresQuery {
    /// A place and all below it.
    #[param(value_type = Option<String>, format = Uuid)]
    pub place_id: Option<PlaceId>,
    #[param(value_type = Option<String>, format = Uuid)]
    pub site_id: Option<SiteId>,
    /// This and what follows are for staff.
    pub state: Option<ImpactState>,
    pub category: Option<Category>,
    pub direction: Option<ImpactDirection>,
    pub basis: Option<ImpactBasis>,
    pub published: Option<bool>,
}

/// How many impacts there are within the caller's reach.
#[derive(Serialize, ToSchema)]
pub struct ImpactFigures {
    /// `false`: in fives, of what was published, and without what is under five.
    pub exact: bool,
    /// Of exact figures.
    pub total: Option<i64>,
    pub by_category: Vec<CategoryFigure>,
    pub by_state: Vec<ImpactStateFigure>,
    /// The heat map.
    pub cells: Vec<HeatCell>,
}

#[derive(Serialize, ToSchema)]
pub struct CategoryFigure {
    pub category: Category,
    pub direction: ImpactDirection,
    pub count: i64,
}

#[derive(Serialize, ToSchema)]
pub struct ImpactStateFigure {
    pub state: ImpactState,
    pub count: i64,
}

/// Impacts of one severity and one likelihood.
#[derive(Serialize, ToSchema)]
pub struct HeatCell {
    pub severity: i64,
    pub likelihood: i64,
    pub count: i64,
}

/// The tables of the same impacts.
#[derive(Default)]
struct Tables {
    categories: Table<(Category, ImpactDirection)>,
    states: Table<ImpactState>,
    cells: Table<(i64, i64)>,
}

const CELLS: usize = 25;

pub fn of(conn: &mut Conn, permit: &Permit<GetImpactFigures>, query: &ImpactFiguresQuery) -> Result<ImpactFigures> {
    let seen_by = audience(permit.role());
    let filter = matching(conn, permit, query, seen_by)?;
    let counted = count(conn, filter)?;
    Ok(match seen_by {
        Audience::Staff => {
            let total = counted.states.values().sum();
            shown(counted, Some(total))
        }
        Audience::Published => shown(told(&counted), None),
    })
}

type Counted = (Category, ImpactDirection, ImpactState, i64, i64, i64);

fn count(conn: &mut Conn, filter: Filter) -> Result<Tables> {
    let columns = (impacts::category, impacts::direction, impacts::state, impacts::severity, impacts::likelihood);
    let rows: Vec<Counted> = impacts::table
        .filter(filter)
        .group_by(columns)
        .select((
            impacts::category,
            impacts::direction,
            impacts::state,
            impacts::severity,
            impacts::likelihood,
            count_star(),
        ))
        .load(conn)?;
    let mut tables = Tables::default();
    for (category, direction, state, severity, likelihood, count) in rows {
        *tables.categories.entry((category, direction)).or_default() += count;
        *tables.states.entry(state).or_default() += count;
        *tables.cells.entry((severity, likelihood)).or_default() += count;
    }
    Ok(tables)
}

fn matching(
    conn: &mut Conn,
    permit: &Permit<GetImpactFigures>,
    query: &ImpactFiguresQuery,
    seen_by: Audience,
) -> Result<Filter> {
    let ImpactFiguresQuery { place_id, site_id, state, category, direction, basis, published } = query;
    let given = [
        ("?state", state.is_some()),
        ("?category", category.is_some()),
        ("?direction", direction.is_some()),
        ("?basis", basis.is_some()),
        ("?published", published.is_some()),
    ];
    for (parameter, _) in given.into_iter().filter(|(_, given)| *given) {
        staff_only(seen_by, parameter)?;
    }
    let mut all = within(&permit.scope()?)?;
    if let Some(place) = place_id {
        let names = directory(conn)?;
        let path = names.path(*place).ok_or_else(|| ApiError::field("?place_id", "unknown"))?;
        all = Box::new(all.and(below(&[path.to_owned()])));
    }
    if let Some(site) = site_id {
        company_of(conn, Some(*site)).map_err(|_| ApiError::field("?site_id", "unknown"))?;
        all = Box::new(all.and(impacts::site_id.eq(*site)));
    }
    if let Some(state) = state {
        all = Box::new(all.and(impacts::state.eq(*state)));
    }
    if let Some(category) = category {
        all = Box::new(all.and(impacts::category.eq(*category)));
    }
    if let Some(direction) = direction {
        all = Box::new(all.and(impacts::direction.eq(*direction)));
    }
    if let Some(basis) = basis {
        all = Box::new(all.and(impacts::basis.eq(*basis)));
    }
    if let Some(published) = published {
        all = Box::new(all.and(impacts::published.eq(*published)));
    }
    Ok(all)
}

/// Two counts that differ by a filter differ by what the filter leaves out.
fn staff_only(seen_by: Audience, parameter: &str) -> Result<()> {
    match seen_by {
        Audience::Staff => Ok(()),
        Audience::Published => Err(ApiError::field(parameter, "unknown")),
    }
}

/// What may be told outside the programme.
fn told(counted: &Tables) -> Tables {
    let categories = (coarse(&counted.categories), Category::VARIANTS.len() * ImpactDirection::VARIANTS.len());
    let cells = (coarse(&counted.cells), CELLS);
    let states = (coarse(&counted.states), ImpactState::VARIANTS.len());
    let with_cells = go_together((&categories.0, categories.1), (&cells.0, cells.1));
    let with_states = go_together((&categories.0, categories.1), (&states.0, states.1))
        && (!with_cells || go_together((&cells.0, cells.1), (&states.0, states.1)));
    Tables {
        categories: categories.0,
        cells: if with_cells { cells.0 } else { BTreeMap::new() },
        states: if with_states { states.0 } else { BTreeMap::new() },
    }
}

fn shown(Tables { categories, states, cells }: Tables, total: Option<i64>) -> ImpactFigures {
    let category = |((category, direction), count)| CategoryFigure { category, direction, count };
    let cell = |((severity, likelihood), count)| HeatCell { severity, likelihood, count };
    ImpactFigures {
        exact: total.is_some(),
        total,
        by_category: categories.into_iter().map(category).collect(),
        by_state: states.into_iter().map(|(state, count)| ImpactStateFigure { state, count }).collect(),
        cells: cells.into_iter().map(cell).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::figures::domain::LEAST;

    fn tables(impacts: &[(usize, usize, usize)]) -> Tables {
        let mut tables = Tables::default();
        for (category, state, cell) in impacts {
            let direction = if category % 2 == 0 { ImpactDirection::Positive } else { ImpactDirection::Negative };
            *tables.categories.entry((Category::VARIANTS[category % 12], direction)).or_default() += 1;
            *tables.states.entry(ImpactState::VARIANTS[state % 6]).or_default() += 1;
            let cell = i64::try_from(cell % 25).unwrap();
            *tables.cells.entry((cell / 5 + 1, cell % 5 + 1)).or_default() += 1;
        }
        tables
    }

    proptest! {
        #[test]
        fn nothing_under_five_is_told_and_nothing_by_subtraction(
            impacts in prop::collection::vec((0..4usize, 0..3usize, 0..4usize), 0..80)
        ) {
            let told = told(&tables(&impacts));
            let all = told.categories.values().chain(told.states.values()).chain(told.cells.values());
            prop_assert!(all.into_iter().all(|count| *count >= LEAST && count % LEAST == 0));
            let (categories, cells) = ((&told.categories, 24), (&told.cells, CELLS));
            prop_assert!(told.cells.is_empty() || go_together(categories, cells));
            prop_assert!(told.states.is_empty() || go_together(categories, (&told.states, 6)));
            let both = !told.cells.is_empty() && !told.states.is_empty();
            prop_assert!(!both || go_together(cells, (&told.states, 6)));
        }
    }
}
