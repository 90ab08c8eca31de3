//! E-mails as administrators see them: never what they say, nor to whom they go as long as all goes well.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::MailId;
use super::domain::{MailFault, MailKind, MailState};
use crate::http::{Total, Version};
use crate::names::Person;

/// An e-mail in the outbox.
#[derive(Debug, Serialize, ToSchema)]
pub struct Mail {
    pub id: MailId,
    pub version: Version,
    pub kind: MailKind,
    pub state: MailState,
    /// Whose address fails. None while nothing went wrong: when somebody is told something is nobody else's business.
    pub recipient: Option<Person>,
    /// How often it was tried.
    pub attempts: i64,
    pub created_at: DateTime<Utc>,
    /// When it is tried next; none for what is not.
    pub due_at: Option<DateTime<Utc>>,
    /// When it was sent, dropped or given up.
    pub ended_at: Option<DateTime<Utc>>,
    /// What went wrong last.
    pub fault: Option<MailFault>,
    /// The number with which the next server said so (RFC 5321, 4.2.3).
    #[schema(example = 451)]
    pub smtp_status: Option<i64>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// How e-mail fares.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailService {
    /// Whether this server knows by which other one to send; without, e-mails wait.
    pub set_up: bool,
    /// E-mails that wait.
    pub waiting: Total,
    /// E-mails of which nobody knows whether they were sent.
    pub unclear: Total,
    /// E-mails that were given up in the last 30 days.
    pub given_up: Total,
    /// Since when the oldest one waits.
    pub waiting_since: Option<DateTime<Utc>>,
}
