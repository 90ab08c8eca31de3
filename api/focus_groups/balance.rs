//! Who was heard and is expected in an area of a programme.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::FocusGroupId;
use super::attendance::of_each;
use super::domain::{FocusGroupState, FocusGroupWarning, warnings};
use super::policy::GetFocusGroupBalance;
use super::store::Row;
use super::view::AreaBalance;
use crate::authz::Permit;
use crate::db::Conn;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::headcount::HeadcountTotals;
use crate::names::Names;
use crate::places::PlaceId;
use crate::programmes::{self, ProgrammeId};
use crate::schema::{focus_groups, programmes as programme_rows};

/// Of which area.
#[derive(Clone, Debug, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BalanceQuery {
    #[param(value_type = String, format = Uuid)]
    pub programme_id: ProgrammeId,
    #[param(value_type = String, format = Uuid)]
    pub place_id: PlaceId,
    /// A group that is not counted: the one that is being planned anew.
    #[param(value_type = Option<String>, format = Uuid)]
    pub without: Option<FocusGroupId>,
}

/// An area, and who was heard and is expected in it.
struct Area {
    names: Names,
    heard: HeadcountTotals,
    expected: HeadcountTotals,
}

/// The balance of the area in which a place lies.
pub fn of_place(conn: &mut Conn, permit: &Permit<GetFocusGroupBalance>, query: &BalanceQuery) -> Result<AreaBalance> {
    let BalanceQuery { programme_id, place_id, without } = query;
    if !permit.programmes()?.contains(programme_id) {
        return Err(ApiError::field("?programme_id", "unknown"));
    }
    let path = directory(conn)?.path(*place_id).ok_or_else(|| ApiError::field("?place_id", "unknown"))?.to_owned();
    let period = period(conn, *programme_id)?;
    let area = area(conn, *programme_id, &path, *without)?;
    let figures = |part: fn(&Area) -> HeadcountTotals| area.as_ref().map(part).unwrap_or_default().into();
    Ok(AreaBalance {
        heard: figures(|area| area.heard),
        expected: figures(|area| area.expected),
        area: area.map(|area| area.names),
        period,
    })
}

/// What to warn of while a group is planned; of one that was held there is nothing to change.
pub fn warnings_of(conn: &mut Conn, row: &Row) -> Result<Vec<FocusGroupWarning>> {
    match row.state {
        FocusGroupState::Planned | FocusGroupState::Consented => {}
        FocusGroupState::Held
        | FocusGroupState::Coded
        | FocusGroupState::Validated
        | FocusGroupState::Published
        | FocusGroupState::Cancelled => return Ok(vec![]),
    }
    let area = area(conn, row.programme_id, &row.place_path, None)?;
    let figures = area.map(|area| area.heard.with(area.expected));
    Ok(warnings(figures, day_of(row.starts_at.utc()), period(conn, row.programme_id)?))
}

fn period(conn: &mut Conn, programme: ProgrammeId) -> Result<[NaiveDate; 2]> {
    let (starts_on, ends_on) = programme_rows::table
        .find(programme)
        .select((programme_rows::starts_on, programme_rows::ends_on))
        .first(conn)?;
    Ok([starts_on, ends_on])
}

fn area(conn: &mut Conn, programme: ProgrammeId, path: &str, without: Option<FocusGroupId>) -> Result<Option<Area>> {
    let areas = programmes::focus_areas::of(conn, &[programme])?.remove(&programme).unwrap_or_default();
    let directory = directory(conn)?;
    let holds = |place: &PlaceId| directory.path(*place).is_some_and(|of_area| path.starts_with(of_area));
    let Some(area) = areas.into_iter().find(|area| area.place_ids.iter().any(holds)) else { return Ok(None) };
    let paths: Vec<String> = area.place_ids.iter().filter_map(|id| directory.path(*id)).map(Into::into).collect();
    let groups: Vec<Group> = groups(conn, programme)?
        .into_iter()
        .filter(|(id, _, path, _)| Some(*id) != without && paths.iter().any(|area| path.starts_with(area)))
        .collect();
    let counted = of_each(conn, &groups.iter().map(|(id, ..)| *id).collect::<Vec<_>>())?;
    let (mut heard, mut expected) = (HeadcountTotals::default(), HeadcountTotals::default());
    for (id, state, _, [people, women, youth]) in groups {
        match state {
            FocusGroupState::Planned | FocusGroupState::Consented => {
                expected = expected.with(HeadcountTotals { people, women, youth });
            }
            FocusGroupState::Held
            | FocusGroupState::Coded
            | FocusGroupState::Validated
            | FocusGroupState::Published => {
                heard = heard.with(counted.get(&id).map(super::domain::Attendance::figures).unwrap_or_default());
            }
            FocusGroupState::Cancelled => {}
        }
    }
    Ok(Some(Area { names: area.names, heard, expected }))
}

type Group = (FocusGroupId, FocusGroupState, String, [i64; 3]);

fn groups(conn: &mut Conn, programme: ProgrammeId) -> Result<Vec<Group>> {
    Ok(focus_groups::table
        .filter(focus_groups::programme_id.eq(programme))
        .filter(focus_groups::state.ne(FocusGroupState::Cancelled))
        .select((
            (focus_groups::id, focus_groups::state, focus_groups::place_path),
            (focus_groups::expected_people, focus_groups::expected_women, focus_groups::expected_youth),
        ))
        .load::<((FocusGroupId, FocusGroupState, String), (i64, i64, i64))>(conn)?
        .into_iter()
        .map(|((id, state, path), (people, women, youth))| (id, state, path, [people, women, youth]))
        .collect())
}
