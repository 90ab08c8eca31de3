//! Keeping keys and likely pairs as the records are.

use std::collections::HashSet;

use diesel::prelude::*;

use super::super::StakeholderId;
use super::super::domain::{Likeness, Sex};
use super::compare::{Match, Somebody, find};
use super::view::PairStanding;
use super::{TELEPHONE, area_of};
use crate::accounts::AccountId;
use crate::db::types::Moment;
use crate::db::{Conn, insert_many};
use crate::error::Result;
use crate::programmes::ProgrammeId;
use crate::schema::{stakeholder_keys, stakeholder_pairs as pairs, stakeholders};

/// What is known of somebody's telephone number.
pub enum Phone {
    /// It is what it was.
    Kept,
    /// Its mark is this, or there is none.
    Now(Option<String>),
}

/// Finds anew who a stakeholder may be: to be called when one is recorded, and when its name, place, sex, year of birth or
/// number changes. What was said to be different stays so.
pub fn renew(conn: &mut Conn, id: StakeholderId, phone: Phone) -> Result<()> {
    let facts = (stakeholders::name, stakeholders::sex, stakeholders::birth_year);
    type Row = (ProgrammeId, String, (String, Option<Sex>, Option<i64>));
    let (programme, path, (name, sex, birth_year)): Row = stakeholders::table
        .find(id)
        .select((stakeholders::programme_id, stakeholders::place_path, facts))
        .first(conn)?;
    let phone = match phone {
        Phone::Now(mark) => mark,
        Phone::Kept => kept_mark(conn, id)?,
    };
    forget_keys(conn, id)?;
    let likely = pairs::standing.eq(PairStanding::Likely);
    diesel::delete(pairs::table.filter(likely).filter(pairs::one_id.eq(id).or(pairs::other_id.eq(id))))
        .execute(conn)?;
    let somebody = Somebody { area: area_of(&path).to_owned(), likeness: Likeness::of(&name, sex, birth_year), phone };
    keep(conn, programme, &[(id, somebody)])
}

/// Keeps the keys of records, and the pairs that they make with one another and with those before them.
pub fn keep(conn: &mut Conn, programme: ProgrammeId, people: &[(StakeholderId, Somebody)]) -> Result<()> {
    let mut rows = vec![];
    for (id, somebody) in people {
        let own = somebody.keys();
        rows.extend(
            own.into_iter().map(|key| (stakeholder_keys::stakeholder_id.eq(*id), stakeholder_keys::key.eq(key))),
        );
    }
    insert_many!(conn, stakeholder_keys::table, rows)?;
    let asked: Vec<&Somebody> = people.iter().map(|(_, somebody)| somebody).collect();
    let found = find(conn, programme, &asked)?;
    let mut seen = different(conn, people)?;
    let mut rows = vec![];
    for Match { index, id, likely } in found {
        let Some((own, _)) = people.get(index) else { continue };
        let (one, other) = if *own < id { (*own, id) } else { (id, *own) };
        if one == other || !seen.insert((one, other)) {
            continue;
        }
        rows.push((
            (pairs::one_id.eq(one), pairs::other_id.eq(other), pairs::programme_id.eq(programme)),
            (pairs::standing.eq(PairStanding::Likely), pairs::likeness.eq(likely.likeness)),
            pairs::same_phone.eq(likely.same_phone),
            (pairs::decided_by.eq(None::<AccountId>), pairs::decided_at.eq(None::<Moment>)),
        ));
    }
    insert_many!(conn, pairs::table, rows)?;
    Ok(())
}

/// The pairs of one record that are known to be two. New records have none.
fn different(conn: &mut Conn, people: &[(StakeholderId, Somebody)]) -> Result<HashSet<(StakeholderId, StakeholderId)>> {
    let [(id, _)] = people else { return Ok(HashSet::new()) };
    let known: Vec<(StakeholderId, StakeholderId)> = pairs::table
        .filter(pairs::one_id.eq(id).or(pairs::other_id.eq(id)))
        .select((pairs::one_id, pairs::other_id))
        .load(conn)?;
    Ok(known.into_iter().collect())
}

fn kept_mark(conn: &mut Conn, id: StakeholderId) -> Result<Option<String>> {
    let kept: Option<String> = stakeholder_keys::table
        .filter(stakeholder_keys::stakeholder_id.eq(id).and(stakeholder_keys::key.like(format!("{TELEPHONE}%"))))
        .select(stakeholder_keys::key)
        .first(conn)
        .optional()?;
    Ok(kept.and_then(|key| key.strip_prefix(TELEPHONE).map(Into::into)))
}

fn forget_keys(conn: &mut Conn, id: StakeholderId) -> Result<()> {
    diesel::delete(stakeholder_keys::table.filter(stakeholder_keys::stakeholder_id.eq(id))).execute(conn)?;
    Ok(())
}

/// Forgets whom a stakeholder may be: to be called when the record is no more anybody's.
pub fn forget(conn: &mut Conn, id: StakeholderId) -> Result<()> {
    forget_keys(conn, id)?;
    diesel::delete(pairs::table.filter(pairs::one_id.eq(id).or(pairs::other_id.eq(id)))).execute(conn)?;
    Ok(())
}
