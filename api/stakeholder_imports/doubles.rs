//! Rows that may be somebody who is known: from the register, or from a row before.

use std::collections::HashMap;

use super::report::Double;
use crate::db::Conn;
use crate::error::Result;
use crate::programmes::ProgrammeId;
use crate::secrets::Sealer;
use crate::stakeholders::domain::Likeness;
use crate::stakeholders::likeness::{Likely, Match, Somebody, area_of, find, phone_mark};
use crate::stakeholders::many::Checked;

/// Rows that share a key are compared with so many of those before them: where a name is everywhere, the last of them will
/// do.
const MOST_COMPARED: usize = 60;

pub fn of(conn: &mut Conn, sealer: &Sealer, programme: ProgrammeId, rows: &[(u32, Checked)]) -> Result<Vec<Double>> {
    let mut people = vec![];
    for (_, Checked { new, place_path }) in rows {
        let likeness = Likeness::of(&new.name, new.sex, new.birth_year);
        people.push(Somebody {
            area: area_of(place_path).to_owned(),
            likeness,
            phone: phone_mark(sealer, new.contact.as_ref())?,
        });
    }
    let mut doubles: Vec<Double> = vec![];
    let mut known = find(conn, programme, &people.iter().collect::<Vec<_>>())?.into_iter().peekable();
    let mut before: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, (somebody, (row, checked))) in people.iter().zip(rows).enumerate() {
        let in_file = best_before(&people, &mut before, index, somebody);
        let mut in_register: Option<Match> = None;
        // The likeliest of each comes first.
        while let Some(found) = known.next_if(|found| found.index == index) {
            in_register.get_or_insert(found);
        }
        let double = |known, same_as, likely: Likely| Double {
            row: *row,
            name: checked.new.name.clone(),
            known,
            same_as,
            likeness: likely.likeness,
            same_phone: likely.same_phone,
        };
        match (in_register, in_file) {
            (Some(found), _) => doubles.push(double(Some(found.id), None, found.likely)),
            (None, Some((earlier, likely))) => {
                doubles.push(double(None, rows.get(earlier).map(|(number, _)| *number), likely));
            }
            (None, None) => {}
        }
    }
    Ok(doubles)
}

/// The likeliest of the rows before, and this one is remembered.
fn best_before(
    people: &[Somebody],
    before: &mut HashMap<String, Vec<usize>>,
    index: usize,
    somebody: &Somebody,
) -> Option<(usize, Likely)> {
    let mut best: Option<(usize, Likely)> = None;
    for key in somebody.keys() {
        let sharing = before.entry(key).or_default();
        for earlier in sharing.iter().rev().take(MOST_COMPARED) {
            let likely = people.get(*earlier).and_then(|other| somebody.may_be(other));
            let rank = |likely: &Likely| (likely.same_phone, likely.likeness);
            if let Some(likely) = likely
                && best.is_none_or(|(_, known)| rank(&likely) > rank(&known))
            {
                best = Some((*earlier, likely));
            }
        }
        sharing.push(index);
    }
    best
}
