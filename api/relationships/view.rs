//! Relationships as the programme's staff see them; nobody else sees anything.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::RelationshipId;
use super::domain::RelationshipKind;
use crate::http::Version;
use crate::names::{Named, Person};
use crate::stakeholders::StakeholderId;
use crate::stakeholders::domain::{StakeholderCategory, StakeholderKind};
use crate::stakeholders::view::StakeholderName;

/// What a stakeholder is to another.
#[derive(Serialize, ToSchema)]
pub struct Relationship {
    pub id: RelationshipId,
    pub version: Version,
    pub kind: RelationshipKind,
    pub from: StakeholderName,
    pub to: StakeholderName,
    pub since: Option<NaiveDate>,
    /// None while it holds.
    pub until: Option<NaiveDate>,
    pub note: Option<String>,
    pub source: Option<String>,
    pub created_by: Person,
    pub created_at: DateTime<Utc>,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

/// What holds now among some stakeholders.
#[derive(Serialize, ToSchema)]
pub struct RelationshipGraph {
    /// Each once; the one that was asked for first.
    pub nodes: Vec<RelationshipNode>,
    /// Between these only.
    pub edges: Vec<RelationshipEdge>,
    /// Whether there is more than this.
    pub cut: bool,
}

/// A stakeholder in the graph.
#[derive(Serialize, ToSchema)]
pub struct RelationshipNode {
    pub id: StakeholderId,
    pub kind: StakeholderKind,
    pub category: StakeholderCategory,
    pub name: String,
    pub place: Named,
}

/// A relationship in the graph, by the ids of both.
#[derive(Serialize, ToSchema)]
pub struct RelationshipEdge {
    pub id: RelationshipId,
    pub kind: RelationshipKind,
    pub from_id: StakeholderId,
    pub to_id: StakeholderId,
    pub since: Option<NaiveDate>,
}
