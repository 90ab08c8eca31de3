//! Keyset pages: a page starts after the last record of the one before it, so its cost does not grow with the table.

use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{IntoParams, PartialSchema, ToSchema};
use validator::Validate;

/// Records on a page, if the caller does not say.
pub const USUAL: i64 = 25;
/// Records on a page, at most.
pub const MOST: i64 = 100;
/// Matches are counted up to here: an exact count of a large table costs more than the page.
pub const COUNTED: i64 = 1000;

/// Which page of a list that has no filters.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = MOST))]
    #[param(minimum = 1, maximum = 100, default = 25)]
    limit: Option<i64>,
}

impl PageQuery {
    pub fn limit(&self) -> i64 {
        self.limit.unwrap_or(USUAL)
    }
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Pass it as `after` for the next page; null on the last.
    pub next: Option<String>,
    /// How many match in all; on the first page, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Total>,
}

/// How many match: exact up to 1,000; beyond, "1,000 and more".
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct Total {
    pub count: i64,
    pub exact: bool,
}

impl Total {
    /// From a count that stopped at [`COUNTED`] + 1.
    pub fn of(counted: i64) -> Self {
        Self { count: counted.min(COUNTED), exact: counted <= COUNTED }
    }
}

impl<T> Page<T> {
    /// From one row more than the page holds: the extra row only tells that there is a next page.
    pub fn of<R>(mut rows: Vec<R>, limit: i64, cursor: impl Fn(&R) -> Cursor, view: impl FnMut(R) -> T) -> Self {
        let limit = usize::try_from(limit).unwrap_or_default();
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(|row| cursor(row).to_string()) } else { None };
        Self { items: rows.into_iter().map(view).collect(), next, total: None }
    }

    /// As [`Page::of`], of rows in the order of a list, which are shown together: what belongs to them is read at once.
    pub fn shown<R, Id: ToString, E>(
        rows: Vec<R>,
        limit: i64,
        id: impl Fn(&R) -> Id,
        show: impl FnOnce(Vec<R>) -> Result<Vec<T>, E>,
    ) -> Result<Self, E> {
        let Page { items, next, total } = Page::of(rows, limit, |row| Cursor::by_id(id(row)), |row| row);
        Ok(Self { items: show(items)?, next, total })
    }

    /// With how many match in all, if that was asked for and this is the first page.
    pub fn counted<E>(
        self,
        asked: Option<bool>,
        after: Option<&Cursor>,
        count: impl FnOnce() -> Result<Total, E>,
    ) -> Result<Self, E> {
        let total = if asked == Some(true) && after.is_none() { Some(count()?) } else { None };
        Ok(Self { total, ..self })
    }
}

/// Where a page ended: the sorted value, if any, and the id that breaks ties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cursor {
    pub key: String,
    pub id: String,
}

impl Cursor {
    pub fn by_id(id: impl ToString) -> Self {
        Self { key: String::new(), id: id.to_string() }
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&URL_SAFE_NO_PAD.encode(format!("{}\u{1f}{}", self.key, self.id)))
    }
}

impl FromStr for Cursor {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| "not a cursor")?;
        let plain = String::from_utf8(bytes).map_err(|_| "not a cursor")?;
        let (key, id) = plain.split_once('\u{1f}').ok_or("not a cursor")?;
        Ok(Self { key: key.into(), id: id.into() })
    }
}

impl PartialSchema for Cursor {
    fn schema() -> RefOr<Schema> {
        let words = "Where a page ended: the `next` of that page, as it was.";
        ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[0-9A-Za-z_-]+$")).description(Some(words)).into()
    }
}

impl ToSchema for Cursor {}

impl TryFrom<String> for Cursor {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> String {
        cursor.to_string()
    }
}
