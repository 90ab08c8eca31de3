//! Likely pairs as staff see them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::super::StakeholderId;
use super::super::view::StakeholderSummary;
use crate::db::types::words;

words! {
    /// What is known of two who may be one.
    PairStanding {
        Likely,
        /// Somebody who knows said that they are two.
        Different,
    }
}

/// Two records that may be of one person or group.
#[derive(Serialize, ToSchema)]
pub struct StakeholderPair {
    /// The one that was recorded first.
    pub one: StakeholderSummary,
    pub other: StakeholderSummary,
    /// How like the names are, of a hundred, whatever the alphabet.
    pub likeness: i64,
    pub same_phone: bool,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// Somebody else.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct OtherStakeholder {
    #[schema(format = Uuid)]
    pub other_id: StakeholderId,
}
