//! The columns that hold something sealed. A test looks for each in the schema, by its name's ending.

use diesel::prelude::*;

use super::Done;
use crate::db::Conn;
use crate::error::Result;
use crate::focus_groups::participant_place;
use crate::grievances::submit::identity_place;
use crate::grievances::withdrawals;
use crate::http::idempotency;
use crate::protection::{alerts, check_ins as questions, referrals};
use crate::schema::{
    check_ins, focus_group_participants, grievance_withdrawals, grievances, idempotency_keys, protection_alerts,
    protection_referral_steps, second_factors, stakeholders,
};
use crate::second_factor::Place;
use crate::secrets::{KeyId, Sealer, header};
use crate::stakeholders::contact_place as stakeholder_contact;

/// Rows that are sealed anew in one transaction.
const TOGETHER: i64 = 200;

/// A column that holds something sealed, and where it was sealed for.
pub struct Column {
    pub name: &'static str,
    place: fn(&str) -> String,
    /// The next rows after a key that are not within a range.
    outside: fn(&mut Conn, &Range, &str) -> Result<Vec<Row>>,
    /// Writes a new text in place of an old one, unless that was changed meanwhile.
    replace: fn(&mut Conn, &Row, &[u8]) -> Result<usize>,
    within: fn(&mut Conn, &Range) -> Result<i64>,
    all: fn(&mut Conn) -> Result<i64>,
}

/// What begins with the header of one key.
pub struct Range {
    from: Vec<u8>,
    to: Vec<u8>,
}

impl Range {
    fn of(key: KeyId) -> Self {
        Self { from: header(key).to_vec(), to: header(key.saturating_add(1)).to_vec() }
    }
}

struct Row {
    key: String,
    sealed: Vec<u8>,
}

macro_rules! column {
    ($table:ident.$column:ident by $key:ident, $place:expr) => {
        Column {
            name: concat!(stringify!($table), ".", stringify!($column)),
            place: $place,
            outside: |conn, range, after| {
                let rows: Vec<(String, Option<Vec<u8>>)> = $table::table
                    .filter($table::$key.gt(after))
                    .filter($table::$column.lt(&range.from).or($table::$column.ge(&range.to)))
                    .order($table::$key)
                    .limit(TOGETHER)
                    .select(($table::$key, $table::$column.nullable()))
                    .load(conn)?;
                Ok(rows.into_iter().filter_map(|(key, sealed)| Some(Row { key, sealed: sealed? })).collect())
            },
            replace: |conn, row, anew| {
                let same = $table::table.filter($table::$key.eq(&row.key)).filter($table::$column.eq(&row.sealed));
                Ok(diesel::update(same).set($table::$column.eq(anew)).execute(conn)?)
            },
            within: |conn, range| {
                let rows = $table::table.filter($table::$column.ge(&range.from)).filter($table::$column.lt(&range.to));
                Ok(rows.count().get_result(conn)?)
            },
            all: |conn| Ok($table::table.filter($table::$column.is_not_null()).count().get_result(conn)?),
        }
    };
}

pub const COLUMNS: &[Column] = &[
    column!(grievances.reporter_sealed by id, identity_place),
    column!(grievance_withdrawals.told_sealed by id, withdrawals::place),
    column!(idempotency_keys.answer_sealed by key_hash, idempotency::place),
    column!(second_factors.secret_sealed by account_id, |account| Place::InForce.of(account)),
    column!(second_factors.pending_sealed by account_id, |account| Place::Pending.of(account)),
    column!(check_ins.words_sealed by id, questions::store::place),
    column!(focus_group_participants.name_sealed by id, participant_place),
    column!(stakeholders.contact_sealed by id, stakeholder_contact),
    column!(protection_alerts.note_sealed by id, alerts::store::place),
    column!(protection_referral_steps.note_sealed by id, referrals::store::place),
];

impl Column {
    /// Seals the next few rows after a key anew; the last of them, if there was one.
    pub fn rewrap_few(&self, conn: &mut Conn, sealer: &Sealer, after: &str) -> Result<(Option<String>, Done)> {
        let rows = (self.outside)(conn, &Range::of(sealer.current()), after)?;
        let mut done = Done::default();
        for row in &rows {
            match sealer.rewrap(&(self.place)(&row.key), &row.sealed) {
                Ok(Some(anew)) => {
                    (self.replace)(conn, row, &anew)?;
                    done.sealed_anew += 1;
                }
                Ok(None) => {}
                Err(_) => done.unreadable += 1,
            }
        }
        Ok((rows.into_iter().last().map(|row| row.key), done))
    }

    /// How many were sealed with a key.
    pub fn sealed_with(&self, conn: &mut Conn, key: KeyId) -> Result<i64> {
        (self.within)(conn, &Range::of(key))
    }

    pub fn count(&self, conn: &mut Conn) -> Result<i64> {
        (self.all)(conn)
    }
}
