//! What commitments are made and led on with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::agreements::AgreementId;
use crate::attachments::AttachmentId;
use crate::grievances::GrievanceId;
use crate::meetings::MeetingId;
use crate::meetings::day::DayEntryId;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::sites::SiteId;

/// That an organisation promised something to the people of a place.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewCommitment {
    pub programme_id: ProgrammeId,
    #[validate(length(min = 3, max = 1000))]
    #[schema(min_length = 3, max_length = 1000, example = "Water the road through Barskoon twice a day")]
    pub what: String,
    /// Who owes it: a company, an authority, a community group or the organisation that runs the programme.
    pub organisation_id: OrganisationId,
    /// To whom it was promised. What an authority promises lies in its territory.
    pub place_id: PlaceId,
    /// At which site it is to be done. A company promises at its own sites.
    pub site_id: Option<SiteId>,
    /// The case that it settles; the case is resolved only once it is verified.
    pub grievance_id: Option<GrievanceId>,
    /// The agreement that it follows from.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub agreement_id: Option<AgreementId>,
    /// The meeting at which it was promised.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub meeting_id: Option<MeetingId>,
    /// The entry of that meeting's day which noted it; it is recorded once.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub meeting_entry_id: Option<DayEntryId>,
    /// The day on which it was promised, in Bishkek; today, if left out.
    pub made_on: Option<NaiveDate>,
    /// The last day, in Bishkek.
    pub due_on: NaiveDate,
}

/// Something to be noted.
#[derive(Clone, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CommitmentNote {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
}

/// That a promise was kept, as who owes it says.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CommitmentReport {
    /// The day, in Bishkek.
    pub done_on: NaiveDate,
    /// What was done.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: String,
}

/// That a promise was found kept.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CommitmentVerification {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
    /// From the programme, where nobody who speaks for the place can say so: who saw it.
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200)]
    pub witness: Option<String>,
}

/// That a promise was not found kept.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CommitmentRejection {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub reason: String,
    /// From the programme, where nobody who speaks for the place can say so: who saw it.
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200)]
    pub witness: Option<String>,
}

/// Why a promise is no longer waited for.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CommitmentDropping {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub reason: String,
}

/// Another last day, and why.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CommitmentDue {
    /// The last day, in Bishkek.
    pub due_on: NaiveDate,
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub reason: String,
}

/// What everybody is to read of a promise: words that name no person and lead to none.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CommitmentPublication {
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500, example = "The road through Barskoon is watered twice a day")]
    pub text: String,
}

/// Which file of a commitment.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CommitmentEvidence {
    #[schema(format = Uuid)]
    pub attachment_id: AttachmentId,
}
