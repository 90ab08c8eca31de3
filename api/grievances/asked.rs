//! A list of cases that is asked for by its query as text: a saved filter, an export.

use super::list::{ListQuery, matching};
use super::policy::ListGrievances;
use super::search::patterns;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::params;

/// The query, if it is one that the actor may ask: `state=accepted&sort=due`. Which page of the list is no part of it.
pub fn query(conn: &mut Conn, permit: &Permit<ListGrievances>, text: &str) -> Result<ListQuery> {
    let query: ListQuery = params::parse(text).map_err(refused)?;
    if query.after.is_some() || query.limit.is_some() || query.total.is_some() {
        return Err(ApiError::field("/query", "invalid"));
    }
    patterns(&query).map_err(refused)?;
    matching(conn, permit, &query).map_err(refused)?;
    Ok(query)
}

/// Which part of the text is wrong is for who makes such texts, not for who clicks.
fn refused(error: ApiError) -> ApiError {
    if let ApiError::Invalid(_) = error { ApiError::field("/query", "invalid") } else { error }
}
