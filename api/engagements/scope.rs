//! The one place that says which contacts an actor reaches.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::authz::{Action, Permit};
use crate::db::Backend;
use crate::error::Result;
use crate::schema::engagements;
use crate::stakeholders::programmes_of;

pub type Filter = Box<dyn BoxableExpression<engagements::table, Backend, SqlType = Bool>>;

/// Those of the actor's programmes, each by `=`: only so does an index give the order as well.
pub fn within<A: Action>(permit: &Permit<A>) -> Result<Filter> {
    let each = programmes_of(permit)?.into_iter().map(|id| -> Filter { Box::new(engagements::programme_id.eq(id)) });
    let any = each.reduce(|all, next| Box::new(all.or(next)));
    Ok(any.unwrap_or_else(|| Box::new(false.into_sql::<Bool>())))
}
