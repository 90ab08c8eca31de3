//! The one place that says which contacts an actor reaches.

use diesel::prelude::*;

use crate::authz::{Action, Permit};
use crate::db::filter::{self, any};
use crate::error::Result;
use crate::schema::engagements;

pub type Filter = filter::Filter<engagements::table>;

/// Those of the actor's programmes, each by `=`: only so does an index give the order as well.
pub fn within<A: Action>(permit: &Permit<A>) -> Result<Filter> {
    let own = permit.programmes()?;
    Ok(any(own.into_iter().map(|id| -> Filter { Box::new(engagements::programme_id.eq(id).nullable()) })))
}
