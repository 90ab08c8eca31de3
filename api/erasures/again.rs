//! Taking out again what a restored backup brought back.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::ErasureId;
use super::ledger::{Erased, ErasedCase, ErasedStakeholder};
use super::people;
use super::policy::{EraseGrievance, EraseStakeholder};
use super::routes::extent;
use super::store::{self, Extent};
use crate::accounts::AccountId;
use crate::audit::{self, Subject};
use crate::authz::{Action, Who};
use crate::db::Conn;
use crate::error::Result;
use crate::schema::{accounts, grievances, stakeholders};

/// What was erased after a backup was made is noted with this reason: the one that was given is in no file.
const REASON: &str = "Erased before, and again when a backup from before was restored.";

/// Takes out again what the database does not know to be erased; how often there was something. Cases and stakeholders from
/// after the backup are not there. Rows of files go; the files themselves are the caller's to keep out of the store.
pub fn erase_again(conn: &mut Conn, who: &Who, noted: &[Erased], now: DateTime<Utc>) -> Result<usize> {
    let known: HashSet<ErasureId> = store::all(conn)?.iter().map(Erased::id).collect();
    let mut again = 0;
    for erased in noted.iter().filter(|erased| !known.contains(&erased.id())) {
        let was_there = match erased {
            Erased::Case(erased) => case_again(conn, who, erased, now)?,
            Erased::Stakeholder(erased) => stakeholder_again(conn, who, erased, now)?,
        };
        again += usize::from(was_there);
    }
    Ok(again)
}

fn case_again(conn: &mut Conn, who: &Who, erased: &ErasedCase, now: DateTime<Utc>) -> Result<bool> {
    let case = grievances::table.find(erased.grievance_id).select(grievances::version);
    let Some(version) = case.first(conn).optional()? else { return Ok(false) };
    let ErasedCase { words, files, receipt, .. } = *erased;
    store::take_out(conn, erased.grievance_id, version, Extent { words, files, receipt }, now)?;
    if is_known(conn, erased.account_id)? {
        store::insert(conn, erased, REASON)?;
    }
    let subject = Subject::new("grievance", erased.grievance_id);
    audit::record(conn, who, EraseGrievance::OPERATION, &subject, &extent(words, files, receipt), now)?;
    Ok(true)
}

fn stakeholder_again(conn: &mut Conn, who: &Who, erased: &ErasedStakeholder, now: DateTime<Utc>) -> Result<bool> {
    let there = exists(stakeholders::table.find(erased.stakeholder_id));
    if !diesel::select(there).get_result::<bool>(conn)? {
        return Ok(false);
    }
    people::take_out(conn, erased.stakeholder_id, now)?;
    if is_known(conn, erased.account_id)? {
        people::insert(conn, erased, REASON)?;
    }
    let subject = Subject::new("stakeholder", erased.stakeholder_id);
    audit::record(conn, who, EraseStakeholder::OPERATION, &subject, "", now)?;
    Ok(true)
}

/// Who erased it may have come after the backup; then the trail alone tells of it.
fn is_known(conn: &mut Conn, account: AccountId) -> Result<bool> {
    Ok(diesel::select(exists(accounts::table.find(account))).get_result(conn)?)
}
