//! The one place that says which stakeholders an actor reaches.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::authz::{Action, Permit};
use crate::db::Backend;
use crate::error::Result;
use crate::schema::stakeholders;

pub type Filter = Box<dyn BoxableExpression<stakeholders::table, Backend, SqlType = Bool>>;

/// Those of the actor's programmes, without those who were taken out of the register or are part of another record now. Not a
/// list to look the programme up in: most actors have one, and only by `=` does an
/// index give the order as well.
pub fn within<A: Action>(permit: &Permit<A>) -> Result<Filter> {
    let each = permit.programmes()?.into_iter().map(|id| -> Filter { Box::new(stakeholders::programme_id.eq(id)) });
    let any = each.reduce(|all, next| Box::new(all.or(next)));
    let any = any.unwrap_or_else(|| Box::new(false.into_sql::<Bool>()));
    Ok(Box::new(any.and(stakeholders::erased_at.is_null()).and(stakeholders::merged_into.is_null())))
}
