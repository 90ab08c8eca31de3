//! What agreements are written and led on with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::AgreementSideId;
use crate::attachments::AttachmentId;
use crate::grievances::GrievanceId;
use crate::meetings::MeetingId;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::sites::SiteId;

/// A draft of what sides agree.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewAgreement {
    pub programme_id: ProgrammeId,
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200, example = "Water for Barskoon")]
    pub title: String,
    #[validate(length(min = 3, max = 50000))]
    #[schema(min_length = 3, max_length = 50000)]
    pub text: String,
    pub place_id: PlaceId,
    pub site_id: Option<SiteId>,
    /// The case whose resolution it is.
    pub grievance_id: Option<GrievanceId>,
    /// The meeting at which it was agreed.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub meeting_id: Option<MeetingId>,
    #[validate(length(min = 2, max = 12))]
    #[schema(min_items = 2, max_items = 12)]
    pub sides: Vec<NewAgreementSide>,
}

/// Who is to sign: an organisation or the community of a place, one of both.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAgreementSide {
    pub organisation_id: Option<OrganisationId>,
    /// A representative of the place signs for it.
    pub place_id: Option<PlaceId>,
}

/// What to change of a draft; a field left out stays as it is.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AgreementChange {
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200)]
    pub title: Option<String>,
    #[validate(length(min = 3, max = 50000))]
    #[schema(min_length = 3, max_length = 50000)]
    pub text: Option<String>,
    #[validate(length(min = 2, max = 12))]
    #[schema(min_items = 2, max_items = 12)]
    pub sides: Option<Vec<NewAgreementSide>>,
}

/// For whom the caller signs.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AgreementSigning {
    #[schema(format = Uuid)]
    pub side_id: AgreementSideId,
}

/// That a side signed on paper.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct PaperSignature {
    #[schema(format = Uuid)]
    pub side_id: AgreementSideId,
    /// The scan, among the files of the agreement.
    #[schema(format = Uuid)]
    pub scan_id: AttachmentId,
    /// Who signed, and as what.
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200)]
    pub signatory: String,
    /// Who saw it.
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200)]
    pub witness: String,
    /// The day, in Bishkek.
    pub signed_on: NaiveDate,
}

/// Another text, which every side is asked to sign again.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AgreementAmendment {
    #[validate(length(min = 3, max = 50000))]
    #[schema(min_length = 3, max_length = 50000)]
    pub text: String,
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub reason: String,
}

/// Why an agreement holds no more.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AgreementEnding {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub reason: String,
}
