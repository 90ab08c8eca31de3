//! Who speaks for a place, and how balanced that is.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{MandateState, SpeaksFor};
use super::policy::ListRepresentatives;
use super::render::opens;
use super::scope::Seen;
use super::view::{MandatePerson, Representation, Representative, RepresentativeBalance};
use super::{MandateId, people};
use crate::authz::Permit;
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::places::{self, PlaceId};
use crate::schema::mandates;
use crate::stakeholders::StakeholderId;
use crate::stakeholders::domain::Sex;

/// Representatives that an answer holds.
const SHOWN: usize = 200;

#[derive(Queryable, Selectable)]
#[diesel(table_name = mandates)]
struct Row {
    id: MandateId,
    stakeholder_id: StakeholderId,
    place_id: PlaceId,
    place_path: String,
    speaks_for: SpeaksFor,
    named: bool,
    #[diesel(select_expression = mandates::starts_on.assume_not_null())]
    starts_on: NaiveDate,
}

/// Who speaks today for a place, for what lies in it and for what it lies in, as far as the permit reaches. The
/// programme's staff see all and their balance, everybody else who agreed to being named.
pub fn of(
    conn: &mut Conn,
    permit: &Permit<ListRepresentatives>,
    place: PlaceId,
    now: DateTime<Utc>,
) -> Result<Representation> {
    let path = places::store::find(conn, place)?.ok_or(ApiError::NotFound)?.path;
    let (seen, today) = (Seen::of(conn, permit)?, day_of(now));
    let staff = opens(permit.role());
    let mut rows = in_force(conn, &seen, &path, today)?;
    rows.retain(|row| seen.reaches(&row.place_path) && (staff || row.named));
    let people = people::of(conn, rows.iter().map(|row| row.stakeholder_id).collect(), today)?;
    let person = |row: &Row| people.get(&row.stakeholder_id).ok_or(ApiError::Internal);
    let balance = staff.then(|| balance(people.values()));
    let directory = directory(conn)?;
    let view = |row: Row| {
        Ok(Representative {
            name: person(&row)?.name.clone(),
            place: directory.place(row.place_id)?,
            speaks_for: row.speaks_for,
            since: row.starts_on,
            mandate_id: staff.then_some(row.id),
        })
    };
    Ok(Representation { representatives: rows.into_iter().take(SHOWN).map(view).collect::<Result<_>>()?, balance })
}

fn in_force(conn: &mut Conn, seen: &Seen, path: &str, today: NaiveDate) -> Result<Vec<Row>> {
    use mandates::{expires_on, place_path, programme_id, starts_on, state};
    let rows = mandates::table
        .filter(programme_id.eq_any(seen.programmes.clone()))
        .filter(state.eq(MandateState::Active).and(starts_on.le(today)))
        .filter(expires_on.is_null().or(expires_on.ge(today)))
        .filter(place_path.like(format!("{path}%")).or(place_path.eq_any(around(path))))
        .order((place_path, starts_on, mandates::id))
        .select(Row::as_select())
        .into_boxed::<Backend>();
    Ok(rows.load(conn)?)
}

/// The paths of the places that a path leads through.
fn around(path: &str) -> Vec<String> {
    path.match_indices('/').filter_map(|(end, _)| path.get(..=end)).map(Into::into).collect()
}

fn balance<'a>(people: impl Iterator<Item = &'a MandatePerson>) -> RepresentativeBalance {
    let mut balance = RepresentativeBalance::default();
    for MandatePerson { id: _, name: _, sex, age_band } in people {
        balance.people += 1;
        match sex {
            Some(Sex::Female) => balance.women += 1,
            Some(Sex::Male) => balance.men += 1,
            None => balance.unknown_sex += 1,
        }
        match age_band {
            Some(band) => balance.youth += i64::from(band.is_youth()),
            None => balance.unknown_age += 1,
        }
    }
    balance
}
