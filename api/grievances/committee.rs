//! The tripartite committee of a contested case: who sits in it, for which side, and what they declare.
//!
//! Who declares an interest steps back, and is not appointed again. What they see of the case is what was released.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use strum::VariantArray;

use super::GrievanceId;
use super::candidates::{self, Candidate};
use super::domain::{Committee, Side};
use super::inputs::SeatInput;
use super::store::Case;
use super::view::{CommitteeMember, OwnSeat, Seat};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::Directory;
use crate::error::{ApiError, Result};
use crate::names::Person;
use crate::schema::grievance_committee_members as members;

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = members)]
pub struct Row {
    id: String,
    grievance_id: GrievanceId,
    pub account_id: AccountId,
    side: Side,
    appointed_at: Moment,
    appointed_by: AccountId,
    declared_at: Option<Moment>,
    interests: Option<String>,
}

/// The members of the committees of these cases, those who stepped back included.
pub fn of(conn: &mut Conn, cases: &[GrievanceId]) -> Result<HashMap<GrievanceId, Vec<Row>>> {
    let mut by_case: HashMap<GrievanceId, Vec<Row>> = HashMap::new();
    if !cases.is_empty() {
        let rows: Vec<Row> = members::table
            .filter(members::grievance_id.eq_any(cases))
            .order((members::appointed_at, members::id))
            .select(Row::as_select())
            .load(conn)?;
        rows.into_iter().for_each(|row| by_case.entry(row.grievance_id).or_default().push(row));
        by_case.values_mut().for_each(|rows| rows.sort_by_key(|row| row.side));
    }
    Ok(by_case)
}

/// The members of whom a declaration is still wanted.
pub fn undeclared(conn: &mut Conn, case: GrievanceId) -> Result<Vec<AccountId>> {
    let waited_for = members::table.filter(members::grievance_id.eq(case).and(members::declared_at.is_null()));
    Ok(waited_for.select(members::account_id).load(conn)?)
}

impl Row {
    fn stepped_back(&self) -> bool {
        self.interests.is_some()
    }
}

/// What the rules look at.
pub fn facts(rows: &[Row], maker: Option<AccountId>) -> Committee {
    let sitting = || rows.iter().filter(|row| !row.stepped_back());
    let own = maker.and_then(|maker| rows.iter().find(|row| row.account_id == maker));
    let covered: HashSet<Side> = sitting().map(|row| row.side).collect();
    Committee {
        complete: covered.len() == Side::VARIANTS.len() && sitting().all(|row| row.declared_at.is_some()),
        maker_sits: own.is_some(),
        maker_declared: own.is_some_and(|row| row.declared_at.is_some()),
    }
}

/// Appoints the members anew: who was appointed before and is not named any more leaves.
pub fn appoint(conn: &mut Conn, case: &Case, seats: &[SeatInput], by: AccountId, now: DateTime<Utc>) -> Result<()> {
    let before = of(conn, &[case.id])?.remove(&case.id).unwrap_or_default();
    let candidates = candidates::of(conn, case, now)?;
    check(&candidates, seats)?;
    let named = |row: &Row| seats.iter().any(|seat| seat.account_id == row.account_id && seat.side == row.side);
    let (stay, leave): (Vec<Row>, Vec<Row>) = before.into_iter().partition(|row| row.stepped_back() || named(row));
    for row in leave {
        diesel::delete(members::table.find(row.id)).execute(conn)?;
    }
    for seat in seats.iter().filter(|seat| !stay.iter().any(|row| row.account_id == seat.account_id)) {
        let row = Row {
            id: GrievanceId::at(now).into(),
            grievance_id: case.id,
            account_id: seat.account_id,
            side: seat.side,
            appointed_at: now.into(),
            appointed_by: by,
            declared_at: None,
            interests: None,
        };
        diesel::insert_into(members::table).values(&row).execute(conn)?;
    }
    Ok(())
}

/// Each seat is for somebody who may sit for its side, nobody sits twice, and no side is missing.
fn check(candidates: &[Candidate], seats: &[SeatInput]) -> Result<()> {
    let mut seen = HashSet::new();
    for (number, seat) in seats.iter().enumerate() {
        let pointer = format!("/members/{number}/account_id");
        if !candidates.iter().any(|other| other.id == seat.account_id && other.side == seat.side) {
            return Err(ApiError::field(&pointer, "conflict_of_interest"));
        }
        if !seen.insert(seat.account_id) {
            return Err(ApiError::field(&pointer, "duplicate"));
        }
    }
    let covered: HashSet<Side> = seats.iter().map(|seat| seat.side).collect();
    if covered.len() == Side::VARIANTS.len() { Ok(()) } else { Err(ApiError::field("/members", "side_missing")) }
}

/// Keeps what a member declares; with an interest, the member steps back.
pub fn declare(
    conn: &mut Conn,
    case: GrievanceId,
    member: AccountId,
    interests: Option<String>,
    now: DateTime<Utc>,
) -> Result<()> {
    let seat = members::table.filter(members::grievance_id.eq(case)).filter(members::account_id.eq(member));
    diesel::update(seat)
        .set((members::declared_at.eq(Moment::from(now)), members::interests.eq(interests)))
        .execute(conn)?;
    Ok(())
}

/// The committee as staff see it, those who stepped back included.
pub fn for_staff(names: &Directory, rows: Vec<Row>) -> Result<Vec<CommitteeMember>> {
    rows.into_iter()
        .map(|row| {
            let (person, organisation) = names.member(row.account_id)?;
            Ok(CommitteeMember {
                person,
                organisation,
                side: row.side,
                appointed_at: row.appointed_at.utc(),
                declared_at: row.declared_at.map(Moment::utc),
                interests: row.interests,
            })
        })
        .collect()
}

/// The committee as the reporter sees it, who may have something to say against a member: whoever sits in it.
pub fn for_reporter(names: &Directory, rows: Vec<Row>) -> Result<Vec<Seat>> {
    rows.into_iter()
        .filter(|row| !row.stepped_back())
        .map(|row| {
            let (Person { name, .. }, organisation) = names.member(row.account_id)?;
            Ok(Seat { side: row.side, name, organisation })
        })
        .collect()
}

/// The member's own seat.
pub fn own(rows: &[Row], account: AccountId) -> Option<OwnSeat> {
    let row = rows.iter().find(|row| row.account_id == account)?;
    Some(OwnSeat { side: row.side, declared_at: row.declared_at.map(Moment::utc), stepped_back: row.stepped_back() })
}
