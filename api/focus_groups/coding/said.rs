//! What was said of an impact in the groups that the caller reaches.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::view::Said;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::focus_groups::FocusGroupId;
use crate::focus_groups::policy::GetFocusGroup;
use crate::focus_groups::scope::within;
use crate::impacts::ImpactId;
use crate::schema::{focus_group_codes as codes, focus_groups};

/// Passages that are shown with an impact.
const MOST: i64 = 200;

/// The passages of an impact, the earliest said first.
pub fn said_of<A: Action>(conn: &mut Conn, permit: &Permit<A>, impact: ImpactId) -> Result<Vec<Said>> {
    let passages: Vec<(FocusGroupId, String)> = codes::table
        .filter(codes::impact_id.eq(impact))
        .order((codes::focus_group_id, codes::starts, codes::id))
        .select((codes::focus_group_id, codes::passage))
        .limit(MOST)
        .load(conn)?;
    let mut of_group: HashMap<FocusGroupId, Vec<String>> = HashMap::new();
    for (group, passage) in passages {
        of_group.entry(group).or_default().push(passage);
    }
    let groups: Vec<(FocusGroupId, String, Option<NaiveDate>)> = focus_groups::table
        .filter(focus_groups::id.eq_any(of_group.keys().copied().collect::<Vec<_>>()))
        .filter(within(&permit.also::<GetFocusGroup>()?)?)
        .order((focus_groups::held_on, focus_groups::id))
        .select((focus_groups::id, focus_groups::title, focus_groups::held_on))
        .load(conn)?;
    let said = groups.into_iter().flat_map(|(focus_group_id, title, held_on)| {
        let passages = of_group.remove(&focus_group_id).unwrap_or_default().into_iter();
        passages.map(move |passage| Said { focus_group_id, title: title.clone(), passage, held_on })
    });
    Ok(said.collect())
}
