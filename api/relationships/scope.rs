//! The one place that says which relationships an actor reaches.

use diesel::prelude::*;

use crate::authz::{Action, Permit};
use crate::db::filter::{self, any};
use crate::error::Result;
use crate::schema::stakeholder_relationships as relationships;

pub type Filter = filter::Filter<relationships::table>;

/// Those of the actor's programmes, each by `=`: only so does an index give the order as well.
pub fn within<A: Action>(permit: &Permit<A>) -> Result<Filter> {
    let own = permit.programmes()?;
    Ok(any(own.into_iter().map(|id| -> Filter { Box::new(relationships::programme_id.eq(id).nullable()) })))
}
