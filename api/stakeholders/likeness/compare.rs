//! Finding those of the register who may be one with somebody.

use std::collections::{BTreeMap, HashMap, HashSet};

use diesel::prelude::*;

use super::super::StakeholderId;
use super::super::domain::{Likeness, Sex};
use super::{TELEPHONE, area_of, keys};
use crate::db::{Conn, ROWS_TOGETHER};
use crate::error::Result;
use crate::programmes::ProgrammeId;
use crate::schema::{stakeholder_keys, stakeholders};

/// Namesakes that are looked at for some keys together: where a name is everywhere, the first of them will do.
const MOST_FOUND: i64 = 20_000;

/// Somebody to be found in the register.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// Of the place, by [`super::area_of`].
    pub area: String,
    pub likeness: Likeness,
    /// The mark of the telephone number.
    pub phone: Option<String>,
}

impl Somebody {
    pub fn keys(&self) -> Vec<String> {
        keys(&self.area, &self.likeness, self.phone.as_deref())
    }

    /// How they may be one, if they may.
    pub fn may_be(&self, other: &Self) -> Option<Likely> {
        let same_phone = self.phone.is_some() && self.phone == other.phone;
        let namesakes = self.area == other.area && self.likeness.may_be(&other.likeness);
        (same_phone || namesakes).then(|| Likely { likeness: self.likeness.to(&other.likeness), same_phone })
    }
}

/// Why two may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likely {
    /// Of their names, of a hundred.
    pub likeness: i64,
    pub same_phone: bool,
}

/// That one of those asked for may be somebody of the register.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// Which of those asked for.
    pub index: usize,
    pub id: StakeholderId,
    pub likely: Likely,
}

/// Those of a programme's register who may be one of these people.
pub fn find(conn: &mut Conn, programme: ProgrammeId, people: &[&Somebody]) -> Result<Vec<Match>> {
    let mut areas: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, somebody) in people.iter().enumerate() {
        areas.entry(&somebody.area).or_default().push(index);
    }
    let mut matches = vec![];
    // One area after the other: the namesakes of all are too many to have in memory together.
    for indexes in areas.into_values() {
        matches.extend(found_for(conn, programme, people, &indexes)?);
    }
    matches.sort_by_key(|found| (found.index, !found.likely.same_phone, -found.likely.likeness, found.id));
    Ok(matches)
}

fn found_for(conn: &mut Conn, programme: ProgrammeId, people: &[&Somebody], indexes: &[usize]) -> Result<Vec<Match>> {
    let mut asked: HashMap<String, Vec<usize>> = HashMap::new();
    for index in indexes {
        let keys = people.get(*index).map(|somebody| somebody.keys()).unwrap_or_default();
        keys.into_iter().for_each(|key| asked.entry(key).or_default().push(*index));
    }
    let Candidates { of, mut marks } = candidates(conn, &asked)?;
    let mut matches = vec![];
    for (id, known) in known(conn, programme, of.keys().copied().collect(), &mut marks)? {
        for index in of.get(&id).into_iter().flatten() {
            let likely = people.get(*index).and_then(|somebody| somebody.may_be(&known));
            matches.extend(likely.map(|likely| Match { index: *index, id, likely }));
        }
    }
    Ok(matches)
}

struct Candidates {
    /// Whom of those asked for each may be.
    of: HashMap<StakeholderId, HashSet<usize>>,
    /// Of their telephone numbers.
    marks: HashMap<StakeholderId, String>,
}

/// Those of the register who share a key with somebody.
fn candidates(conn: &mut Conn, asked: &HashMap<String, Vec<usize>>) -> Result<Candidates> {
    let distinct: Vec<&String> = asked.keys().collect();
    let (mut of, mut marks): (HashMap<StakeholderId, HashSet<usize>>, _) = (HashMap::new(), HashMap::new());
    for some in distinct.chunks(ROWS_TOGETHER) {
        let found: Vec<(String, StakeholderId)> = stakeholder_keys::table
            .filter(stakeholder_keys::key.eq_any(some.iter().map(|key| (*key).clone()).collect::<Vec<_>>()))
            .order((stakeholder_keys::key, stakeholder_keys::stakeholder_id))
            .limit(MOST_FOUND)
            .select((stakeholder_keys::key, stakeholder_keys::stakeholder_id))
            .load(conn)?;
        for (key, id) in found {
            of.entry(id).or_default().extend(asked.get(&key).into_iter().flatten());
            if let Some(mark) = key.strip_prefix(TELEPHONE) {
                marks.insert(id, mark.to_owned());
            }
        }
    }
    Ok(Candidates { of, marks })
}

type FactColumns =
    (stakeholders::id, stakeholders::place_path, stakeholders::name, stakeholders::sex, stakeholders::birth_year);

const FACTS: FactColumns =
    (stakeholders::id, stakeholders::place_path, stakeholders::name, stakeholders::sex, stakeholders::birth_year);

type Facts = (StakeholderId, String, String, Option<Sex>, Option<i64>);

fn known(
    conn: &mut Conn,
    programme: ProgrammeId,
    ids: Vec<StakeholderId>,
    marks: &mut HashMap<StakeholderId, String>,
) -> Result<Vec<(StakeholderId, Somebody)>> {
    let mut known = vec![];
    for some in ids.chunks(ROWS_TOGETHER) {
        let rows: Vec<Facts> = stakeholders::table
            .filter(stakeholders::id.eq_any(some.to_vec()).and(stakeholders::programme_id.eq(programme)))
            .select(FACTS)
            .load(conn)?;
        known.extend(rows.into_iter().map(|(id, path, name, sex, birth_year)| {
            let likeness = Likeness::of(&name, sex, birth_year);
            (id, Somebody { area: area_of(&path).to_owned(), likeness, phone: marks.remove(&id) })
        }));
    }
    Ok(known)
}
