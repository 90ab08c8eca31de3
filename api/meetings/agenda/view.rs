//! What is seen of an item of an agenda: of the record that it names no more than the reader reaches of that record.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::Version;
use crate::meetings::AgendaItemId;
use crate::meetings::domain::{AgendaItemKind, AgendaItemState, MeetingSide};
use crate::names::{Named, Person};

/// Something that is to be spoken of.
#[derive(Serialize, ToSchema)]
pub struct AgendaItem {
    #[schema(format = Uuid)]
    pub id: AgendaItemId,
    pub version: Version,
    /// None of a record that the reader does not reach: that it is spoken of is all that is told.
    pub kind: Option<AgendaItemKind>,
    /// Of a topic: its words.
    pub topic: Option<String>,
    /// Of a record: which, for who reaches it.
    pub subject: Option<AgendaSubject>,
    pub state: AgendaItemState,
    /// Which side proposed it.
    pub side: MeetingSide,
    /// Whether the caller's organisation proposed it.
    pub own: bool,
    /// Why it was proposed; for staff and who proposed it, as far as they reach the record.
    pub note: Option<String>,
    /// Why it was accepted or declined; for the same.
    pub reason: Option<String>,
    pub proposed_at: DateTime<Utc>,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Named>,
    /// Told to staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposed_by: Option<Person>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// The record that an item of an agenda is about.
#[derive(Clone, Serialize, ToSchema)]
pub struct AgendaSubject {
    #[schema(format = Uuid)]
    pub id: String,
    /// Of a case the reference, of an impact or an agreement its title, of a promise what was promised.
    pub title: String,
}
