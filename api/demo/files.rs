//! The files of the demonstration.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::authz::Role;
use crate::error::{ApiError, Result};
use crate::grievances::domain::{
    Asked, Author, Category, Channel, Confidentiality, Pressed, Sensitivity, Severity, State,
};
use crate::grievances::submit::ReporterIdentity;
use crate::letter_templates::view::Bodies;
use crate::names::{Language, Names};
use crate::organisations::OrganisationKind;
use crate::programmes::Objectives;
use crate::sites::SiteStage;

pub const ACCOUNTS: &str = include_str!("accounts.json");
pub const ORGANISATIONS: &str = include_str!("organisations.json");
pub const FOCUS_GROUPS: &str = include_str!("focus_groups.json");
pub const GRANTS: &str = include_str!("grants.json");
pub const GRIEVANCES: &str = include_str!("grievances.json");
pub const IMPACTS: &str = include_str!("impacts.json");
pub const LETTERS: &str = include_str!("letters.json");
pub const MANDATES: &str = include_str!("mandates.json");
pub const MEETINGS: &str = include_str!("meetings.json");
pub const PROGRAMMES: &str = include_str!("programme.json");
pub const ENGAGEMENTS: &str = include_str!("engagements.json");
pub const PROMISES: &str = include_str!("promises.json");
pub const STAKEHOLDERS: &str = include_str!("stakeholders.json");
pub const SITES: &str = include_str!("sites.json");

pub fn read<T: DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|error| {
        log::error!(error:%; "a file of the demonstration can't be read");
        ApiError::Internal
    })
}

#[derive(Deserialize)]
pub struct Programmes {
    pub programmes: Vec<Programme>,
}

#[derive(Deserialize)]
pub struct Programme {
    pub key: String,
    pub names: Names,
    pub objectives: Objectives,
    pub starts_days_ago: i64,
    pub ends_in_days: i64,
    pub focus_areas: Vec<FocusArea>,
}

#[derive(Deserialize)]
pub struct FocusArea {
    pub names: Names,
    pub places: Vec<String>,
}

#[derive(Deserialize)]
pub struct Organisation {
    pub key: String,
    pub kind: OrganisationKind,
    pub names: Names,
    pub territory: Option<String>,
}

#[derive(Deserialize)]
pub struct Site {
    pub key: String,
    pub organisation: String,
    pub place: String,
    pub names: Names,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub licence_number: String,
    pub mineral: String,
    pub stage: SiteStage,
}

#[derive(Deserialize)]
pub struct Account {
    pub email: String,
    pub name: String,
    pub role: Role,
    pub organisation: String,
    pub places: Vec<String>,
    pub programmes: Vec<String>,
    pub language: Language,
}

#[derive(Clone, Deserialize)]
pub struct Grievance {
    pub key: String,
    pub state: State,
    pub released: bool,
    pub days_ago: i64,
    pub language: Language,
    pub channel: Channel,
    pub confidentiality: Confidentiality,
    pub place: String,
    pub site: String,
    pub category: Category,
    pub severity: Severity,
    pub sensitivity: Sensitivity,
    pub reporter: Option<ReporterIdentity>,
    pub narrative: String,
    pub wish: Option<String>,
    pub occurred_days_ago: Option<i64>,
    pub summary: Option<String>,
    pub answer: Option<String>,
    pub remedy: Option<String>,
    /// Days from the proposal to the day by which it is to be done.
    pub due_in_days: Option<i64>,
    pub contest_reason: Option<String>,
    pub rating: Option<i64>,
    pub rating_comment: Option<String>,
    pub messages: Vec<Message>,
    // What only few cases have.
    pub question: Option<Question>,
    /// Why it is not for the mechanism.
    pub decision: Option<Decision>,
    pub appeal_reason: Option<String>,
    pub referral: Option<Referral>,
    /// The key of the case under which it goes on.
    pub duplicate_of: Option<String>,
    pub pressed: Option<Pressure>,
    pub closing_reason: Option<String>,
    /// Why it was taken to the committee of the three sides.
    pub escalation_note: Option<String>,
}

#[derive(Clone, Deserialize)]
pub struct Question {
    pub asked: Asked,
    pub question: String,
}

#[derive(Clone, Deserialize)]
pub struct Decision {
    pub reason: String,
    pub elsewhere: String,
}

#[derive(Clone, Deserialize)]
pub struct Referral {
    pub external_body: String,
    pub passed_on: String,
    pub consent: String,
    pub reply: Option<String>,
}

/// What the reporter answered when asked whether anybody pressed them to withdraw.
#[derive(Clone, Deserialize)]
pub struct Pressure {
    pub answer: Pressed,
    pub told: Option<String>,
}

#[derive(Deserialize)]
pub struct Letter {
    pub names: Names,
    pub bodies: Bodies,
}

#[derive(Clone, Deserialize)]
pub struct Message {
    pub from: Author,
    pub body: String,
}
