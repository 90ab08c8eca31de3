//! A holiday as everybody sees it.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::policy::{DeleteHoliday, UpdateHoliday};
use super::store::HolidayRow;
use crate::authz::{self, Role};
use crate::http::Version;
use crate::names::Names;

/// A day that is not worked although its weekday would be, or the other way round.
#[derive(Debug, Serialize, ToSchema)]
pub struct Holiday {
    pub day: NaiveDate,
    pub version: Version,
    pub names: Names,
    /// `true`: a weekend day that is worked in exchange for another.
    pub worked: bool,
    /// `false`: expected; the date is not announced yet.
    pub confirmed: bool,
    /// The law, the resolution or the announcement that it follows from.
    pub source: String,
    /// What the caller may do with it now.
    pub actions: Vec<&'static str>,
}

impl Holiday {
    pub fn of(row: HolidayRow, role: Role) -> Self {
        let HolidayRow { day, version, names, worked, confirmed, source } = row;
        let actions = [authz::allowed::<UpdateHoliday>(role), authz::allowed::<DeleteHoliday>(role)];
        Self { day, version, names, worked, confirmed, source, actions: actions.into_iter().flatten().collect() }
    }
}
