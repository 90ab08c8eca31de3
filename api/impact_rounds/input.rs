//! What rounds are opened, voted in and closed with.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::domain::VotingMethod;
use crate::impacts::ImpactId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::sites::SiteId;

/// A round of votes to open.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewImpactRound {
    #[schema(format = Uuid)]
    pub programme_id: ProgrammeId,
    #[validate(length(min = 3, max = 200))]
    #[schema(min_length = 3, max_length = 200, example = "Women of Barskoon, 12 May")]
    pub title: String,
    pub method: VotingMethod,
    pub place_id: Option<PlaceId>,
    pub site_id: Option<SiteId>,
    /// Dots that each participant has.
    #[validate(range(min = 1, max = 20))]
    #[schema(value_type = i32, minimum = 1, maximum = 20)]
    pub budget: i64,
    /// How many numbers are handed out: 1 and what follows; none for a show of hands.
    #[serde(default)]
    #[validate(range(min = 0, max = 500))]
    #[schema(value_type = i32, minimum = 0, maximum = 500)]
    pub numbers: i64,
    /// Whether representatives of the place vote with their accounts too; then all the impacts must be published.
    #[serde(default)]
    pub by_account: bool,
    /// What is voted on, in the order in which it is read out.
    #[validate(length(min = 2, max = 30))]
    #[schema(min_items = 2, max_items = 30)]
    pub impact_ids: Vec<ImpactId>,
}

/// The dots of one participant.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ImpactBallot {
    /// The number that the participant was handed; nobody's who votes with an account.
    #[validate(range(min = 1, max = 500))]
    #[schema(value_type = Option<i32>, minimum = 1, maximum = 500)]
    pub number: Option<i64>,
    #[validate(length(min = 1, max = 30), nested)]
    #[schema(min_items = 1, max_items = 30)]
    pub dots: Vec<DotsOfImpact>,
}

/// Dots on one impact.
#[derive(Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct DotsOfImpact {
    pub impact_id: ImpactId,
    #[validate(range(min = 0, max = 100_000))]
    #[schema(value_type = i32, minimum = 0, maximum = 100_000)]
    pub dots: i64,
}

/// How many hands there were, and how many dots they gave.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct CountedHands {
    #[validate(range(min = 1, max = 5000))]
    #[schema(value_type = i32, minimum = 1, maximum = 5000)]
    pub participants: i64,
    /// What is not named got none.
    #[validate(length(min = 1, max = 30), nested)]
    #[schema(min_items = 1, max_items = 30)]
    pub dots: Vec<DotsOfImpact>,
}

/// The end of a round.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct RoundClosing {
    /// Impacts of the round that are prioritised with it, where the result was seen by all: a show of hands.
    #[validate(nested)]
    pub chosen: Option<ChosenByVote>,
}

/// What a group has chosen.
#[derive(Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ChosenByVote {
    /// Impacts of the round; each must be validated.
    #[validate(length(min = 1, max = 30))]
    #[schema(min_items = 1, max_items = 30)]
    pub impact_ids: Vec<ImpactId>,
    /// Why these; it stands in their timelines.
    #[validate(length(min = 3, max = 1000))]
    #[schema(min_length = 3, max_length = 1000)]
    pub note: String,
}
