//! What stakeholders are recorded, changed and assessed with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Schema, SchemaType, Type};
use validator::{Validate, ValidationError};

use super::domain::{AgeBand, ConsentForm, EARLIEST_BIRTH, Sex, SpokenLanguage, StakeholderCategory, StakeholderKind};
use super::tags::{self, StakeholderTag};
use crate::http::body::given;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;

/// A stakeholder to record.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewStakeholder {
    #[schema(format = Uuid)]
    pub programme_id: ProgrammeId,
    pub kind: StakeholderKind,
    pub category: StakeholderCategory,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// What the person does there: head of the pasture committee.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub position: Option<String>,
    pub place_id: PlaceId,
    pub organisation_id: Option<OrganisationId>,
    /// Of a person, as are the year of birth and the age band.
    pub sex: Option<Sex>,
    #[validate(range(min = EARLIEST_BIRTH))]
    #[schema(value_type = Option<i32>, minimum = 1900)]
    pub birth_year: Option<i64>,
    /// Where the year of birth is not known.
    pub age_band: Option<AgeBand>,
    #[serde(default)]
    #[validate(length(max = 8))]
    #[schema(max_items = 8)]
    pub languages: Vec<SpokenLanguage>,
    /// At most 20, of at most 40 letters, digits and spaces each.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(schema_with = tags_schema)]
    pub tags: Vec<StakeholderTag>,
    /// Only with a consent.
    #[validate(nested)]
    pub contact: Option<StakeholderContact>,
    #[validate(nested)]
    pub assessment: Option<NewAssessment>,
    #[validate(nested)]
    pub consent: Option<NewConsent>,
}

/// A list whose texts have a length of their own.
fn tags_schema() -> RefOr<Schema> {
    tags_array().into()
}

fn tags_change_schema() -> RefOr<Schema> {
    tags_array().schema_type(SchemaType::from_iter([Type::Array, Type::Null])).into()
}

fn tags_array() -> ArrayBuilder {
    let tag = ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(tags::LONGEST));
    ArrayBuilder::new().items(RefOr::<Schema>::from(tag)).max_items(Some(tags::MOST))
}

/// What to change; a field left out stays as it is, one that is null is cleared.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct StakeholderChange {
    pub category: Option<StakeholderCategory>,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    pub position: Option<Option<String>>,
    pub place_id: Option<PlaceId>,
    #[serde(default, deserialize_with = "given")]
    pub organisation_id: Option<Option<OrganisationId>>,
    #[serde(default, deserialize_with = "given")]
    pub sex: Option<Option<Sex>>,
    #[serde(default, deserialize_with = "given")]
    #[validate(range(min = EARLIEST_BIRTH))]
    #[schema(value_type = Option<i32>, minimum = 1900)]
    pub birth_year: Option<Option<i64>>,
    #[serde(default, deserialize_with = "given")]
    pub age_band: Option<Option<AgeBand>>,
    #[validate(length(max = 8))]
    #[schema(max_items = 8)]
    pub languages: Option<Vec<SpokenLanguage>>,
    #[validate(length(max = 20))]
    #[schema(schema_with = tags_change_schema)]
    pub tags: Option<Vec<StakeholderTag>>,
    /// The whole of it.
    #[serde(default, deserialize_with = "given")]
    #[validate(nested)]
    pub contact: Option<Option<StakeholderContact>>,
}

/// What somebody is reached at: one of them at least.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct StakeholderContact {
    #[validate(length(min = 3, max = 40), custom(function = telephone))]
    #[schema(min_length = 3, max_length = 40, example = "+996 555 123456")]
    pub phone: Option<String>,
    #[validate(email, length(min = 3, max = 254))]
    #[schema(min_length = 3, max_length = 254)]
    pub email: Option<String>,
    /// Where to find the person.
    #[validate(length(min = 1, max = 300))]
    #[schema(min_length = 1, max_length = 300)]
    pub address: Option<String>,
}

impl StakeholderContact {
    /// Without the spaces around.
    pub fn tidy(&self) -> Self {
        let Self { phone, email, address } = self;
        let tidy =
            |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(Into::into);
        Self { phone: tidy(phone), email: tidy(email), address: tidy(address) }
    }

    pub fn is_empty(&self) -> bool {
        let Self { phone, email, address } = self.tidy();
        phone.is_none() && email.is_none() && address.is_none()
    }
}

fn telephone(phone: &str) -> Result<(), ValidationError> {
    let fits = phone.chars().all(|c| c.is_ascii_digit() || "+()-. ".contains(c));
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    if fits && (3..=15).contains(&digits) { Ok(()) } else { Err(ValidationError::new("invalid")) }
}

/// What staff think of somebody.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewAssessment {
    /// What the person can move, from 1 (little) to 5 (much).
    #[validate(range(min = 1, max = 5))]
    #[schema(value_type = i32, minimum = 1, maximum = 5)]
    pub influence: i64,
    /// How much it matters to the person, from 1 (little) to 5 (much).
    #[validate(range(min = 1, max = 5))]
    #[schema(value_type = i32, minimum = 1, maximum = 5)]
    pub interest: i64,
    /// From -2 (strongly against the company's work) to 2 (strongly for it).
    #[validate(range(min = -2, max = 2))]
    #[schema(value_type = i32, minimum = -2, maximum = 2)]
    pub stance: i64,
    #[validate(length(min = 3, max = 1000))]
    #[schema(min_length = 3, max_length = 1000)]
    pub reason: String,
}

/// What staff think of somebody now; what is left out stays as it was. The first time nothing can be.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Reassessment {
    #[validate(range(min = 1, max = 5))]
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 5)]
    pub influence: Option<i64>,
    #[validate(range(min = 1, max = 5))]
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 5)]
    pub interest: Option<i64>,
    #[validate(range(min = -2, max = 2))]
    #[schema(value_type = Option<i32>, minimum = -2, maximum = 2)]
    pub stance: Option<i64>,
    #[validate(length(min = 3, max = 1000))]
    #[schema(min_length = 3, max_length = 1000)]
    pub reason: String,
}

/// That somebody agreed to being in the register.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewConsent {
    /// What the person was told it is for.
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500, example = "Invitations to the programme's meetings")]
    pub purpose: String,
    pub form: ConsentForm,
    /// The day, in Bishkek.
    pub given_on: NaiveDate,
}

/// That somebody took it back.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ConsentWithdrawal {
    /// The day, in Bishkek.
    pub withdrawn_on: NaiveDate,
    #[validate(length(min = 3, max = 500))]
    #[schema(min_length = 3, max_length = 500)]
    pub note: Option<String>,
}
