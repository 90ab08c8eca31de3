//! What mandates are led on with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::domain::{InterestKind, MandateEnding, SpeaksFor};
use crate::accounts::AccountId;
use crate::assemblies::AssemblyId;
use crate::http::body::given;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::stakeholders::StakeholderId;

/// That somebody was proposed as a representative.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Nomination {
    /// A person of the register; the mandate belongs to the same programme.
    #[schema(format = Uuid)]
    pub stakeholder_id: StakeholderId,
    pub place_id: PlaceId,
    pub speaks_for: SpeaksFor,
    /// The day, in Bishkek.
    pub nominated_on: NaiveDate,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, example = "The women of Barskoon")]
    pub nominated_by: String,
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
}

/// What the person declared. An empty list says that nothing ties them to any side.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Vetting {
    /// The day, in Bishkek.
    pub vetted_on: NaiveDate,
    #[validate(length(max = 20), nested)]
    #[schema(max_items = 20)]
    pub interests: Vec<InterestInput>,
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
}

/// Something that ties a representative to one side.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct InterestInput {
    pub kind: InterestKind,
    /// With whom, if it is an organisation that is known here.
    pub organisation_id: Option<OrganisationId>,
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500, example = "Rents two lorries to the mine")]
    pub detail: String,
}

/// That the people of the place gave their word.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Endorsement {
    /// An assembly of that place, or of one around it, with how many took part.
    #[schema(format = Uuid)]
    pub assembly_id: AssemblyId,
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
}

/// From when the person speaks.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Activation {
    /// The day, in Bishkek.
    pub starts_on: NaiveDate,
    /// The last day of the term.
    pub expires_on: Option<NaiveDate>,
    /// Who signs in with it: a community account of the programme.
    pub account_id: Option<AccountId>,
    /// Whether the person agreed to being named to companies, authorities and the community.
    pub named: bool,
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: Option<String>,
}

/// What to change of an active mandate; a field left out stays as it is, one that is null is cleared.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct MandateChange {
    #[serde(default, deserialize_with = "given")]
    pub expires_on: Option<Option<NaiveDate>>,
    #[serde(default, deserialize_with = "given")]
    pub account_id: Option<Option<AccountId>>,
    pub named: Option<bool>,
    /// Why.
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: String,
}

/// That the mandate is over.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// The day, in Bishkek.
    pub ended_on: NaiveDate,
    pub ending: MandateEnding,
    #[validate(length(min = 3, max = 2000))]
    #[schema(min_length = 3, max_length = 2000)]
    pub note: String,
}
