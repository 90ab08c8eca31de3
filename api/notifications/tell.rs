//! Telling accounts something.

use chrono::{DateTime, Utc};
use diesel::connection::Connection;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

use super::{Kind, NotificationId};
use crate::accounts::AccountId;
use crate::commitments::CommitmentId;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::engagements::EngagementId;
use crate::error::Result;
use crate::grant_applications::GrantApplicationId;
use crate::grievances::GrievanceId;
use crate::mail::{self, MailKind};
use crate::meetings::MeetingId;
use crate::schema::notifications;

/// What a notification is about.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    Case(GrievanceId),
    Engagement(EngagementId),
    Commitment(CommitmentId),
    Meeting(MeetingId),
    GrantApplication(GrantApplicationId),
    /// No record: what the kind says is all.
    Nothing,
}

impl Subject {
    fn case(self) -> Option<GrievanceId> {
        match self {
            Self::Case(case) => Some(case),
            Self::Engagement(_)
            | Self::Commitment(_)
            | Self::Meeting(_)
            | Self::GrantApplication(_)
            | Self::Nothing => None,
        }
    }

    fn engagement(self) -> Option<EngagementId> {
        match self {
            Self::Engagement(engagement) => Some(engagement),
            Self::Case(_) | Self::Commitment(_) | Self::Meeting(_) | Self::GrantApplication(_) | Self::Nothing => None,
        }
    }

    fn commitment(self) -> Option<CommitmentId> {
        match self {
            Self::Commitment(commitment) => Some(commitment),
            Self::Case(_) | Self::Engagement(_) | Self::Meeting(_) | Self::GrantApplication(_) | Self::Nothing => None,
        }
    }

    fn meeting(self) -> Option<MeetingId> {
        match self {
            Self::Meeting(meeting) => Some(meeting),
            Self::Case(_) | Self::Engagement(_) | Self::Commitment(_) | Self::GrantApplication(_) | Self::Nothing => {
                None
            }
        }
    }

    fn grant_application(self) -> Option<GrantApplicationId> {
        match self {
            Self::GrantApplication(application) => Some(application),
            Self::Case(_) | Self::Engagement(_) | Self::Commitment(_) | Self::Meeting(_) | Self::Nothing => None,
        }
    }
}

/// Tells accounts something, also by e-mail who wishes it, in the transaction of what happened.
pub fn tell(conn: &mut Conn, accounts: &[AccountId], kind: Kind, subject: Subject, now: DateTime<Utc>) -> Result<()> {
    for account in accounts {
        insert(conn, *account, kind, subject, None, now)?;
    }
    Ok(())
}

/// Tells each of the accounts something unless it was told under this key before. The key names the kind, the case and
/// the occasion (which deadline, which check-in): another occasion is another key.
pub fn tell_once(
    conn: &mut Conn,
    accounts: &[AccountId],
    kind: Kind,
    subject: Subject,
    key: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    for account in accounts {
        // In a savepoint: on PostgreSQL a refused row would end the transaction around it.
        match conn.transaction(|conn| insert(conn, *account, kind, subject, Some(key), now)) {
            Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {}
            outcome => outcome?,
        }
    }
    Ok(())
}

/// Whether anybody was told something of a case under this key.
pub fn was_told(conn: &mut Conn, case: GrievanceId, key: &str) -> Result<bool> {
    let told =
        notifications::table.filter(notifications::grievance_id.eq(case)).filter(notifications::once_key.eq(key));
    Ok(diesel::select(diesel::dsl::exists(told)).get_result(conn)?)
}

fn insert(
    conn: &mut Conn,
    account: AccountId,
    kind: Kind,
    subject: Subject,
    once_key: Option<&str>,
    now: DateTime<Utc>,
) -> QueryResult<()> {
    diesel::insert_into(notifications::table)
        .values((
            notifications::id.eq(NotificationId::at(now)),
            notifications::account_id.eq(account),
            notifications::kind.eq(kind),
            notifications::grievance_id.eq(subject.case()),
            notifications::engagement_id.eq(subject.engagement()),
            notifications::commitment_id.eq(subject.commitment()),
            notifications::meeting_id.eq(subject.meeting()),
            notifications::grant_application_id.eq(subject.grant_application()),
            notifications::once_key.eq(once_key),
            notifications::at.eq(Moment::from(now)),
        ))
        .execute(conn)?;
    mail::queue(conn, account, MailKind::Notifications, now)
}
