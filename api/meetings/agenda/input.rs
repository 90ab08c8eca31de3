//! What items of an agenda are proposed and decided with.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::agreements::AgreementId;
use crate::commitments::CommitmentId;
use crate::grievances::GrievanceId;
use crate::impacts::ImpactId;
use crate::meetings::AgendaItemId;

/// What somebody wants to be spoken of: a topic in words, or a record that they reach; one of these.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewAgendaItem {
    /// Everybody who reaches the meeting reads it once it is accepted: it should name nobody.
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200, example = "Dust on the road in summer")]
    pub topic: Option<String>,
    pub impact_id: Option<ImpactId>,
    pub grievance_id: Option<GrievanceId>,
    #[schema(value_type = Option<String>, format = Uuid)]
    pub agreement_id: Option<AgreementId>,
    #[schema(value_type = Option<String>, format = Uuid)]
    pub commitment_id: Option<CommitmentId>,
    /// Why; for the facilitator.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
}

/// That an item is on the agenda.
#[derive(Clone, Default, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AgendaAcceptance {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub reason: Option<String>,
}

/// Why an item is not on the agenda; told to who proposed it.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AgendaRefusal {
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub reason: String,
}

/// Everything that is on the agenda, in the order in which it is to be spoken of.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AgendaOrder {
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    pub items: Vec<AgendaItemId>,
}
