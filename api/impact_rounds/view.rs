//! A round of votes, as those see it who run it or vote in it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::ImpactRoundId;
use super::domain::{RoundState, VotingMethod};
use crate::grievances::domain::Category;
use crate::http::Version;
use crate::impacts::ImpactId;
use crate::impacts::domain::{ImpactDirection, ImpactState};
use crate::names::Named;

/// A round of votes on impacts.
#[derive(Serialize, ToSchema)]
pub struct ImpactRound {
    pub id: ImpactRoundId,
    pub version: Version,
    pub title: String,
    pub method: VotingMethod,
    pub state: RoundState,
    pub place: Option<Named>,
    pub site: Option<Named>,
    /// Dots that each participant has.
    pub budget: i64,
    /// Numbers that were handed out.
    pub numbers: i64,
    pub by_account: bool,
    /// How many have voted; for representatives in fives, and nothing under five.
    pub participants: Option<i64>,
    /// Whether the caller has voted with the account.
    pub has_voted: bool,
    /// In the order in which it is read out; once it is closed, by dots.
    pub choices: Vec<RoundChoice>,
    pub created_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// An impact that is voted on.
#[derive(Serialize, ToSchema)]
pub struct RoundChoice {
    pub impact: ChosenImpact,
    /// Told once the round is closed, or as counted by hand; to staff only.
    pub dots: Option<i64>,
    /// In percent of all dots; once the round is closed. Not told to representatives of a round of fewer than five.
    pub share: Option<i64>,
    /// From 1, as the share.
    pub rank: Option<i64>,
}

/// An impact as it is read out.
#[derive(Serialize, ToSchema)]
pub struct ChosenImpact {
    pub id: ImpactId,
    pub title: String,
    pub category: Category,
    pub direction: ImpactDirection,
    pub state: ImpactState,
}

/// A round of votes in a list.
#[derive(Serialize, ToSchema)]
pub struct ImpactRoundSummary {
    pub id: ImpactRoundId,
    pub version: Version,
    pub title: String,
    pub method: VotingMethod,
    pub state: RoundState,
    pub place: Option<Named>,
    pub site: Option<Named>,
    /// How many have voted; for representatives in fives, and nothing under five.
    pub participants: Option<i64>,
    pub created_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
}
