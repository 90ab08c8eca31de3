//! What each move takes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::GrievanceId;
use super::domain::{Asked, Category, Pressed, Sensitivity, Severity, SharedWith, Side};
use crate::accounts::AccountId;
use crate::places::PlaceId;
use crate::sites::SiteId;

/// A message.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MessageInput {
    pub shared_with: SharedWith,
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_length = 1, max_length = 5000)]
    pub body: String,
}

/// What somebody is telling, where.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct WordsInput {
    #[schema(format = Uuid)]
    pub place_id: PlaceId,
    #[schema(format = Uuid)]
    pub site_id: Option<SiteId>,
    #[validate(length(min = 10, max = 10000))]
    #[schema(min_length = 10, max_length = 10000)]
    pub narrative: String,
}

/// Words of the reporter.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct OwnMessage {
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_length = 1, max_length = 5000)]
    pub body: String,
}

/// Tells the reporter that the case was read.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// A word to the reporter.
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_length = 1, max_length = 5000)]
    pub message: Option<String>,
}

/// Takes a case up: what it is, how grave, where, whose.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    pub category: Category,
    pub severity: Severity,
    pub sensitivity: Sensitivity,
    #[schema(format = Uuid)]
    pub site_id: Option<SiteId>,
    /// Who looks after it; the caller, if left out.
    #[schema(format = Uuid)]
    pub owner_id: Option<AccountId>,
}

/// A summary for the respondent, without anything that points at a person.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SummaryInput {
    #[validate(length(min = 10, max = 5000))]
    #[schema(min_length = 10, max_length = 5000)]
    pub text: String,
}

/// A move that needs no words, with a note for the programme if there is one.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Note {
    #[validate(length(min = 1, max = 2000))]
    #[schema(min_length = 1, max_length = 2000)]
    pub note: Option<String>,
}

/// Why a contested case is looked into again, one level up.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: String,
    /// Of the third level only, and needed there: who reviews the case from outside.
    #[validate(length(min = 2, max = 200))]
    #[schema(min_length = 2, max_length = 200)]
    pub external_body: Option<String>,
}

/// Who sits in the committee of a case.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CommitteeInput {
    /// At least one for each side.
    #[validate(length(min = 3, max = 9), nested)]
    #[schema(min_items = 3, max_items = 9)]
    pub members: Vec<SeatInput>,
}

/// A seat in the committee.
#[derive(Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SeatInput {
    #[schema(format = Uuid)]
    pub account_id: AccountId,
    pub side: Side,
}

/// What ties a member of the committee to the case: kin, money, work, a quarrel.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// Nothing, if left out. Whoever has an interest steps back.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub interests: Option<String>,
}

/// The respondent's answer.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AnswerInput {
    #[validate(length(min = 10, max = 10000))]
    #[schema(min_length = 10, max_length = 10000)]
    pub body: String,
}

/// A proposed resolution.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ProposalInput {
    /// What will be done.
    #[validate(length(min = 10, max = 5000))]
    #[schema(min_length = 10, max_length = 5000)]
    pub remedy: String,
    /// By when.
    pub due_on: Option<NaiveDate>,
}

/// The reporter's consent, given in another way than with the code.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RecordedAgreement {
    /// Who was there, beside the caller.
    #[validate(length(min = 2, max = 200))]
    #[schema(min_length = 2, max_length = 200)]
    pub witness: String,
    /// How the consent was given.
    #[validate(length(min = 3, max = 1000))]
    #[schema(min_length = 3, max_length = 1000)]
    pub how: String,
}

/// How severe a case is, found anew.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    pub severity: Severity,
    /// Why.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: String,
}

/// The reporter's consent to a longer time.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// How the consent was given.
    #[validate(length(min = 3, max = 1000))]
    #[schema(min_length = 3, max_length = 1000)]
    pub how: String,
}

/// Gives a case to somebody.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    #[schema(format = Uuid)]
    pub owner_id: AccountId,
}

/// Why a proposal is not right.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Contest {
    #[validate(length(min = 3, max = 5000))]
    #[schema(min_length = 3, max_length = 5000)]
    pub reason: String,
}

/// How content the reporter is.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// From 1 (not at all) to 5 (fully).
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub rating: i64,
    #[validate(length(min = 1, max = 2000))]
    #[schema(min_length = 1, max_length = 2000)]
    pub comment: Option<String>,
}

/// Why a case is not for the mechanism, in words for the reporter.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Ineligibility {
    #[validate(length(min = 10, max = 5000))]
    #[schema(min_length = 10, max_length = 5000)]
    pub reason: String,
    /// Where else the reporter can turn.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub elsewhere: String,
}

/// Passes a case on to a body outside the mechanism.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ReferralInput {
    /// To whom: a court, an inspectorate, an ombudsman.
    #[validate(length(min = 2, max = 200))]
    #[schema(min_length = 2, max_length = 200)]
    pub external_body: String,
    /// What of the case is passed on.
    #[validate(length(min = 10, max = 5000))]
    #[schema(min_length = 10, max_length = 5000)]
    pub passed_on: String,
    /// How the reporter agreed to it.
    #[validate(length(min = 3, max = 1000))]
    #[schema(min_length = 3, max_length = 1000)]
    pub consent: String,
}

/// What the body to which a case was referred replied.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ReplyInput {
    #[validate(length(min = 3, max = 5000))]
    #[schema(min_length = 3, max_length = 5000)]
    pub reply: String,
}

/// A question to the reporter or to the respondent, on whose answer the case waits.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct QuestionInput {
    pub asked: Asked,
    #[validate(length(min = 3, max = 5000))]
    #[schema(min_length = 3, max_length = 5000)]
    pub question: String,
}

/// The case that says the same.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct DuplicateInput {
    #[schema(format = Uuid)]
    pub duplicate_of: GrievanceId,
}

/// Why a case can't be brought to an agreement, in words for the reporter.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ClosingInput {
    #[validate(length(min = 10, max = 5000))]
    #[schema(min_length = 10, max_length = 5000)]
    pub reason: String,
}

/// Why a case that ended is looked into again.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Reopening {
    #[validate(length(min = 3, max = 5000))]
    #[schema(min_length = 3, max_length = 5000)]
    pub reason: String,
}

/// Withdraws a case.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// Whether anybody pressed the reporter. Only protection focal points ever learn the answer.
    pub pressed: Pressed,
    /// What the reporter tells of it, to them alone.
    #[validate(length(min = 1, max = 5000))]
    #[schema(min_length = 1, max_length = 5000)]
    pub told: Option<String>,
}

/// A receipt code.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CodeInput {
    /// 16 digits; spaces and dashes don't count.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub code: String,
}
