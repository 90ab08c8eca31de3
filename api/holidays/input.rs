//! What a holiday is made from and changed by.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::store::{HolidayChanges, HolidayRow};
use crate::names::Names;

/// A day to name.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewHoliday {
    pub day: NaiveDate,
    #[validate(nested)]
    pub names: Names,
    /// `true`: a weekend day that is worked in exchange for another.
    pub worked: bool,
    /// `false`: expected, as an Ait is before its date is announced.
    pub confirmed: bool,
    /// The law, the resolution or the announcement that it follows from.
    #[validate(length(min = 1, max = 300))]
    #[schema(min_length = 1, max_length = 300)]
    pub source: String,
}

impl NewHoliday {
    pub fn row(self) -> HolidayRow {
        let Self { day, names, worked, confirmed, source } = self;
        HolidayRow { day, version: 1, names, worked, confirmed, source }
    }
}

/// What to change; a field left out stays as it is. Another day is another holiday.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct HolidayChange {
    #[validate(nested)]
    pub names: Option<Names>,
    pub worked: Option<bool>,
    pub confirmed: Option<bool>,
    #[validate(length(min = 1, max = 300))]
    #[schema(min_length = 1, max_length = 300)]
    pub source: Option<String>,
}

impl HolidayChange {
    pub fn changes(self) -> HolidayChanges {
        let Self { names, worked, confirmed, source } = self;
        let (name_ky, name_ru, name_en) = Names::parts(names);
        HolidayChanges { name_ky, name_ru, name_en, worked, confirmed, source }
    }
}
