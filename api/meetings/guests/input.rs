//! What invitations are made and answered with.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::accounts::AccountId;
use crate::meetings::domain::{MeetingAnswer, MeetingSide};
use crate::names::Language;
use crate::organisations::OrganisationId;

/// Who is asked to come: an account, an organisation with all its accounts, or somebody without an account; one of these.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewMeetingInvitation {
    pub account_id: Option<AccountId>,
    pub organisation_id: Option<OrganisationId>,
    /// Of somebody without an account. Nobody beside the programme's staff reads it.
    #[validate(length(min = 2, max = 200))]
    #[schema(min_length = 2, max_length = 200)]
    pub name: Option<String>,
    /// Of somebody without an account: for whom they sit at the table.
    pub side: Option<MeetingSide>,
    /// Of somebody without an account: in which language the page of the link greets.
    pub language: Option<Language>,
}

/// Whether somebody comes.
#[derive(Clone, Copy, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MeetingReply {
    pub answer: MeetingAnswer,
    /// Whether they accept the ground rules as they are now.
    pub accepts_rules: bool,
}

/// The secret part of a link.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MeetingLinkToken {
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub token: String,
}

/// The secret part of a link, and whether who has it comes.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MeetingLinkReply {
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub token: String,
    pub answer: MeetingAnswer,
    /// Whether they accept the ground rules as they are now.
    pub accepts_rules: bool,
}
