//! Reading the versions of records.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::RecordKey;
use super::policy::FollowRecords;
use crate::agreements::policy::GetAgreement;
use crate::agreements::{self, AgreementId};
use crate::authz::Permit;
use crate::commitments::policy::GetCommitment;
use crate::commitments::{self, CommitmentId};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::grievances::policy::GetGrievance;
use crate::grievances::{self, GrievanceId};
use crate::http::Version;
use crate::schema::{accounts, agreements as accords, commitments as promises, grievances as cases, sessions};
use crate::sessions::SessionId;

/// Ids in one statement: an engine binds only so many values.
const TOGETHER: usize = 500;

/// The version of a record, as the permit's actor reaches it: 404 or 403 if not.
pub fn reached(conn: &mut Conn, permit: &Permit<FollowRecords>, record: RecordKey) -> Result<Version> {
    Ok(match record {
        RecordKey::Grievance(id) => grievances::store::find(conn, &permit.also::<GetGrievance>()?, id)?.version,
        RecordKey::Agreement(id) => agreements::store::find(conn, &permit.also::<GetAgreement>()?, id)?.version,
        RecordKey::Commitment(id) => commitments::store::find(conn, &permit.also::<GetCommitment>()?, id)?.version,
    })
}

/// The versions of records, whoever reaches them: it is only looked at whether they have changed.
pub fn of(conn: &mut Conn, records: &[RecordKey]) -> Result<HashMap<RecordKey, Version>> {
    let mut found = HashMap::with_capacity(records.len());
    for some in records.chunks(TOGETHER) {
        let (mut of_cases, mut of_agreements, mut of_promises) = (vec![], vec![], vec![]);
        for record in some {
            match record {
                RecordKey::Grievance(id) => of_cases.push(*id),
                RecordKey::Agreement(id) => of_agreements.push(*id),
                RecordKey::Commitment(id) => of_promises.push(*id),
            }
        }
        if !of_cases.is_empty() {
            let rows = cases::table.filter(cases::id.eq_any(of_cases)).select((cases::id, cases::version));
            let rows: Vec<(GrievanceId, Version)> = rows.load(conn)?;
            found.extend(rows.into_iter().map(|(id, version)| (RecordKey::Grievance(id), version)));
        }
        if !of_agreements.is_empty() {
            let rows = accords::table.filter(accords::id.eq_any(of_agreements)).select((accords::id, accords::version));
            let rows: Vec<(AgreementId, Version)> = rows.load(conn)?;
            found.extend(rows.into_iter().map(|(id, version)| (RecordKey::Agreement(id), version)));
        }
        if !of_promises.is_empty() {
            let rows = promises::table.filter(promises::id.eq_any(of_promises));
            let rows: Vec<(CommitmentId, Version)> = rows.select((promises::id, promises::version)).load(conn)?;
            found.extend(rows.into_iter().map(|(id, version)| (RecordKey::Commitment(id), version)));
        }
    }
    Ok(found)
}

/// Those of the sessions that go on.
pub fn open_sessions(conn: &mut Conn, ids: &[SessionId], now: DateTime<Utc>) -> Result<Vec<SessionId>> {
    let mut open = vec![];
    for some in ids.chunks(TOGETHER) {
        let rows = sessions::table
            .inner_join(accounts::table)
            .filter(sessions::id.eq_any(some.to_vec()))
            .filter(sessions::revoked_at.is_null())
            .filter(sessions::expires_at.gt(Moment::from(now)))
            .filter(accounts::active.eq(true));
        open.extend(rows.select(sessions::id).load::<SessionId>(conn)?);
    }
    Ok(open)
}
