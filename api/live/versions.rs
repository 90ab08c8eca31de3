//! Reading the versions of records.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::RecordKey;
use super::policy::FollowRecords;
use crate::agreements;
use crate::agreements::policy::GetAgreement;
use crate::authz::Permit;
use crate::commitments;
use crate::commitments::policy::GetCommitment;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::grievances;
use crate::grievances::policy::GetGrievance;
use crate::http::Version;
use crate::meetings::day::policy::GetMeetingDay;
use crate::meetings::policy::GetMeeting;
use crate::meetings::store as gatherings;
use crate::schema::{
    accounts, agreements as accords, commitments as promises, grievances as cases, meetings, sessions,
};
use crate::sessions::SessionId;

/// Ids in one statement: an engine binds only so many values.
const TOGETHER: usize = 500;

/// The version of a record, as the permit's actor reaches it: 404 or 403 if not.
pub fn reached(conn: &mut Conn, permit: &Permit<FollowRecords>, record: RecordKey) -> Result<Version> {
    Ok(match record {
        RecordKey::Grievance(id) => grievances::store::find(conn, &permit.also::<GetGrievance>()?, id)?.version,
        RecordKey::Agreement(id) => agreements::store::find(conn, &permit.also::<GetAgreement>()?, id)?.version,
        RecordKey::Commitment(id) => commitments::store::find(conn, &permit.also::<GetCommitment>()?, id)?.version,
        RecordKey::Meeting(id) => gatherings::find(conn, &permit.also::<GetMeeting>()?, id)?.version,
        RecordKey::MeetingDay(id) => gatherings::find(conn, &permit.also::<GetMeetingDay>()?, id)?.day_version(),
    })
}

/// Adds the versions of those of the records of one kind that are there.
macro_rules! look {
    ($conn:ident, $found:ident, $records:ident, $kind:path, $table:ident, $version:expr) => {
        let ids = $records.iter().filter_map(|record| if let $kind(id) = record { Some(*id) } else { None });
        let ids: Vec<_> = ids.collect();
        if !ids.is_empty() {
            let rows = $table::table.filter($table::id.eq_any(ids)).select(($table::id, $version));
            let rows: Vec<(_, Version)> = rows.load($conn)?;
            $found.extend(rows.into_iter().map(|(id, version)| ($kind(id), version)));
        }
    };
}

/// The versions of records, whoever reaches them: it is only looked at whether they have changed.
pub fn of(conn: &mut Conn, records: &[RecordKey]) -> Result<HashMap<RecordKey, Version>> {
    let mut found = HashMap::with_capacity(records.len());
    for some in records.chunks(TOGETHER) {
        look!(conn, found, some, RecordKey::Grievance, cases, cases::version);
        look!(conn, found, some, RecordKey::Agreement, accords, accords::version);
        look!(conn, found, some, RecordKey::Commitment, promises, promises::version);
        look!(conn, found, some, RecordKey::Meeting, meetings, meetings::version);
        look!(conn, found, some, RecordKey::MeetingDay, meetings, meetings::version + meetings::day_version);
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
