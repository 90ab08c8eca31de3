//! Taking out again what a restored backup brought back.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::ErasureId;
use super::ledger::Erased;
use super::policy::EraseGrievance;
use super::routes::extent;
use super::store::{self, Extent};
use crate::audit::{self, Subject};
use crate::authz::{Action, Who};
use crate::db::Conn;
use crate::error::Result;
use crate::schema::{accounts, grievances};

/// What was erased after a backup was made is noted with this reason: the one that was given is in no file.
const REASON: &str = "Erased before, and again when a backup from before was restored.";

/// Takes out of the cases what the database does not know to be erased; from how many. Cases from after the backup are
/// not there. Rows of files go; the files themselves are the caller's to keep out of the store.
pub fn erase_again(conn: &mut Conn, who: &Who, noted: &[Erased], now: DateTime<Utc>) -> Result<usize> {
    let known: HashSet<ErasureId> = store::all(conn)?.into_iter().map(|erased| erased.id).collect();
    let mut again = 0;
    for erased in noted.iter().filter(|erased| !known.contains(&erased.id)) {
        let case = grievances::table.find(erased.grievance_id).select(grievances::version);
        let Some(version) = case.first(conn).optional()? else { continue };
        let Erased { words, files, receipt, .. } = *erased;
        store::take_out(conn, erased.grievance_id, version, Extent { words, files, receipt }, now)?;
        // Who erased it may have come after the backup; then the trail alone tells of it.
        if diesel::select(exists(accounts::table.find(erased.account_id))).get_result(conn)? {
            store::insert(conn, erased, REASON)?;
        }
        let subject = Subject::new("grievance", erased.grievance_id);
        audit::record(conn, who, EraseGrievance::OPERATION, &subject, &extent(words, files, receipt), now)?;
        again += 1;
    }
    Ok(again)
}
