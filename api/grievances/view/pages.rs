//! Cases of a list, a page at a time.

use serde::Serialize;
use utoipa::ToSchema;

use super::GrievanceSummary;
use crate::http::Total;

/// One page of a list of cases.
#[derive(Debug, Serialize, ToSchema)]
pub struct CasePage {
    pub items: Vec<GrievanceSummary>,
    /// Pass it as `after` for the next page; null on the last.
    pub next: Option<String>,
    /// How many match in all, where asked for. Of a search: on its first page, and if it stopped, how many at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Total>,
    /// Of a search that looked for too long to fill the page: how many cases within the caller's reach it looked through. `next`
    /// goes on from there. A page of a search may also be short without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looked_through: Option<i64>,
}
