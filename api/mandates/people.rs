//! Who holds mandates: what the register knows of them.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::view::MandatePerson;
use crate::db::Conn;
use crate::error::Result;
use crate::schema::stakeholders;
use crate::stakeholders::StakeholderId;
use crate::stakeholders::domain::{AgeBand, Sex, age_band_of};

type Row = (StakeholderId, String, Option<Sex>, Option<i64>, Option<AgeBand>);

/// The people of these ids.
pub fn of(conn: &mut Conn, ids: Vec<StakeholderId>, today: NaiveDate) -> Result<HashMap<StakeholderId, MandatePerson>> {
    let rows: Vec<Row> = stakeholders::table
        .filter(stakeholders::id.eq_any(ids))
        .select((
            stakeholders::id,
            stakeholders::name,
            stakeholders::sex,
            stakeholders::birth_year,
            stakeholders::age_band,
        ))
        .load(conn)?;
    let person = |(id, name, sex, year, band): Row| {
        let age_band = band.or_else(|| year.map(|year| age_band_of(year, today)));
        (id, MandatePerson { id, name, sex, age_band })
    };
    Ok(rows.into_iter().map(person).collect())
}
