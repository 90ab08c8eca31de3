//! Putting conditions on the rows of a table together.

use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::Backend;

/// A condition on the rows of a table; one that is null holds for none.
pub type Filter<T> = Box<dyn BoxableExpression<T, Backend, SqlType = Nullable<Bool>>>;

/// Rows that are few enough to be found first, by an index of their own, and put in order then. Of more, each row of a list is
/// asked instead, and some are met soon.
pub const FEW: i64 = 1000;

/// Whether rows of which up to [`FEW`] and one more were looked for are few.
pub fn few<T>(rows: &[T]) -> bool {
    i64::try_from(rows.len()).is_ok_and(|found| found <= FEW)
}

pub fn both<T: 'static>(one: Filter<T>, other: Filter<T>) -> Filter<T> {
    Box::new(one.and(other))
}

pub fn either<T: 'static>(one: Filter<T>, other: Filter<T>) -> Filter<T> {
    Box::new(one.or(other))
}

/// Any of the parts; of no parts, no row.
pub fn any<T: Table + 'static>(parts: impl Iterator<Item = Filter<T>>) -> Filter<T> {
    parts.reduce(either).unwrap_or_else(|| Box::new(false.into_sql::<Bool>().nullable()))
}
