//! What applications are written and led on with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::attachments::AttachmentId;
use crate::commitments::CommitmentId;
use crate::grant_calls::domain::GrantApplicantKind;
use crate::grant_calls::{GrantCallId, GrantQuestionId};
use crate::http::body::given;
use crate::impacts::ImpactId;
use crate::money::MOST;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::stakeholders::StakeholderId;

/// The beginning of an application.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewGrantApplication {
    pub call_id: GrantCallId,
    pub applicant: GrantApplicantKind,
    /// What the group or the person is called.
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200)]
    pub applicant_name: String,
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200, example = "Clean water for Barskoon")]
    pub title: String,
    /// Where the money is to be spent.
    pub place_id: PlaceId,
    /// From the programme, which files it from paper: the group. An applicant's own group is that of the account.
    pub organisation_id: Option<OrganisationId>,
    /// From the programme: the person or group in the register.
    pub stakeholder_id: Option<StakeholderId>,
}

/// What to save of an application; a field left out stays as it is.
#[derive(Clone, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantApplicationChange {
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200)]
    pub applicant_name: Option<String>,
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200)]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[validate(length(max = 5000))]
    #[schema(value_type = Option<String>, max_length = 5000)]
    pub summary: Option<Option<String>>,
    pub place_id: Option<PlaceId>,
    pub youth_led: Option<bool>,
    pub women_led: Option<bool>,
    /// All of them, in their order.
    #[validate(nested, length(max = 100))]
    #[schema(max_items = 100)]
    pub lines: Option<Vec<GrantBudgetLine>>,
    /// All of them, in their order.
    #[validate(nested, length(max = 30))]
    #[schema(max_items = 30)]
    pub team: Option<Vec<GrantTeamMember>>,
    /// All of them, in their order.
    #[validate(nested, length(max = 20))]
    #[schema(max_items = 20)]
    pub partners: Option<Vec<GrantPartner>>,
    /// All of them, in their order.
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub follow_ups: Option<Vec<NewGrantFollowUp>>,
    /// Those that are another now; one that says nothing is taken back.
    #[validate(nested, length(max = 40))]
    #[schema(max_items = 40)]
    pub answers: Option<Vec<GrantAnswer>>,
}

/// What some of the money is for. Amounts are in minor units.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantBudgetLine {
    #[validate(length(max = 200))]
    #[schema(max_length = 200, example = "Pipe, 50 mm")]
    pub what: String,
    #[validate(length(max = 50))]
    #[schema(max_length = 50, example = "m")]
    pub unit: String,
    #[validate(range(min = 0, max = 1_000_000))]
    #[schema(minimum = 0, maximum = 1_000_000)]
    pub quantity: i64,
    #[validate(range(min = 0, max = MOST))]
    #[schema(minimum = 0, maximum = 10_000_000_000_000_i64)]
    pub unit_amount: i64,
    /// Of what it costs, what is applied for.
    #[validate(range(min = 0, max = MOST))]
    #[schema(minimum = 0, maximum = 10_000_000_000_000_i64)]
    pub asked: i64,
    /// Of what it costs, what the applicant brings.
    #[validate(range(min = 0, max = MOST))]
    #[schema(minimum = 0, maximum = 10_000_000_000_000_i64)]
    pub own: i64,
}

/// Somebody who is to do it.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantTeamMember {
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// What the person is to do.
    #[validate(length(max = 200))]
    #[schema(max_length = 200)]
    pub task: String,
}

/// Somebody who helps, and with what.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantPartner {
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    #[validate(length(max = 500))]
    #[schema(max_length = 500)]
    pub help: String,
}

/// Which impact or commitment is followed up, one of both; the caller reaches it.
#[derive(Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGrantFollowUp {
    pub impact_id: Option<ImpactId>,
    pub commitment_id: Option<CommitmentId>,
}

/// What was answered to a question: by one field, that of its kind.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantAnswer {
    pub question_id: GrantQuestionId,
    #[validate(length(max = 10000))]
    #[schema(max_length = 10000)]
    pub text: Option<String>,
    /// Also which of the options, the first of them 1.
    #[validate(range(min = 0, max = MOST))]
    #[schema(minimum = 0, maximum = 10_000_000_000_000_i64)]
    pub number: Option<i64>,
    pub yes: Option<bool>,
    /// A file of this application.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub attachment_id: Option<AttachmentId>,
}

/// What the applicant is to say more of.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantInformationRequest {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub question: String,
    /// The last day to answer, in Bishkek.
    pub answer_by: NaiveDate,
}

/// Why an application can't be granted; the applicant reads it.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantIneligibility {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub reason: String,
}

/// Something to be noted, if there is anything to say.
#[derive(Clone, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantApplicationNote {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
}
