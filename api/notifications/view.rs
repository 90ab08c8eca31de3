//! A notification as its account sees it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::domain::SubjectKind;
use super::policy::ReadNotification;
use super::store::{About, Told};
use super::{Kind, NotificationId};
use crate::authz::{self, Role};
use crate::db::types::Moment;

/// Something that the account was told.
#[derive(Debug, Serialize, ToSchema)]
pub struct Notification {
    pub id: NotificationId,
    pub kind: Kind,
    /// None for what is about no record.
    pub subject: Option<NotificationSubject>,
    pub at: DateTime<Utc>,
    pub read_at: Option<DateTime<Utc>>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// The record that a notification is about; it is within the caller's reach.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotificationSubject {
    pub kind: SubjectKind,
    #[schema(format = Uuid)]
    pub id: String,
    /// Of a case the reference, of a contact with stakeholders its day, of a promise its last day, of a meeting its day,
    /// of an application for a grant its receipt number.
    #[schema(example = "MSL-2026-000123")]
    pub reference: String,
}

impl NotificationSubject {
    fn of(about: About) -> Option<Self> {
        match about {
            About::Case(id, reference) => Some(Self { kind: SubjectKind::Grievance, id: id.into(), reference }),
            About::Engagement(id, day) => {
                Some(Self { kind: SubjectKind::Engagement, id: id.into(), reference: day.to_string() })
            }
            About::Commitment(id, day) => {
                Some(Self { kind: SubjectKind::Commitment, id: id.into(), reference: day.to_string() })
            }
            About::Meeting(id, day) => {
                Some(Self { kind: SubjectKind::Meeting, id: id.into(), reference: day.to_string() })
            }
            About::GrantApplication(id, reference) => {
                Some(Self { kind: SubjectKind::GrantApplication, id: id.into(), reference })
            }
            About::Nothing => None,
        }
    }
}

impl Notification {
    pub fn of((row, about): Told, role: Role) -> Self {
        let read = row.read_at.is_none().then(|| authz::allowed::<ReadNotification>(role));
        Self {
            id: row.id,
            kind: row.kind,
            subject: NotificationSubject::of(about),
            at: row.at.utc(),
            read_at: row.read_at.map(Moment::utc),
            actions: read.flatten().into_iter().collect(),
        }
    }
}
