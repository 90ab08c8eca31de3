//! Promises as everybody sees them.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::attachments::AttachmentId;
use crate::commitments::domain::{CommitmentSide, CommitmentStanding};
use crate::names::{Named, Names};

/// Published promises: of each site how many were kept, and a page of them.
#[derive(Serialize, ToSchema)]
pub struct PromiseBoard {
    /// The day in Bishkek on which they stand so.
    pub as_of: NaiveDate,
    /// On the first page; by site, those that belong to none last.
    pub sites: Vec<PromiseSite>,
    /// What has the latest last day first.
    pub items: Vec<PublicPromise>,
    /// Pass it as `after` for the next page; null on the last.
    pub next: Option<String>,
}

/// How the promises at a site stand.
#[derive(Serialize, ToSchema)]
pub struct PromiseSite {
    /// None for what belongs to no site.
    pub site: Option<Named>,
    pub company: Option<Names>,
    pub figures: PromiseFigures,
}

/// How many promises stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct PromiseFigures {
    pub published: i64,
    /// In time or late.
    pub kept: i64,
    pub in_time: i64,
    pub late: i64,
    /// There is still time.
    pub running: i64,
    /// Reported done, and not looked at yet.
    pub awaiting: i64,
    pub overdue: i64,
    pub broken: i64,
}

/// A published promise.
#[derive(Serialize, ToSchema)]
pub struct PublicPromise {
    pub text: String,
    pub organisation: Names,
    pub side: CommitmentSide,
    pub place: Names,
    pub site: Option<Named>,
    pub due_on: NaiveDate,
    /// The last day as it was promised at the beginning.
    pub first_due_on: NaiveDate,
    pub done_on: Option<NaiveDate>,
    pub standing: CommitmentStanding,
    /// Photos that everybody may see.
    #[schema(value_type = Vec<String>, format = Uuid)]
    pub photos: Vec<AttachmentId>,
}
