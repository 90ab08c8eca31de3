//! How many of something there are at which place: what a map is drawn from.

use std::collections::BTreeMap;

use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::PlaceId;
use crate::db::Conn;
use crate::error::Result;
use crate::names::{Named, Names};
use crate::schema::places;

#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceCount {
    pub place: Named,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub count: i64,
}

type PointRow = (PlaceId, (String, String, String), Option<f64>, Option<f64>);

/// Counts with the names of their places and where these lie, in the order of the tree.
pub fn placed(conn: &mut Conn, counts: &BTreeMap<PlaceId, i64>) -> Result<Vec<PlaceCount>> {
    let rows: Vec<PointRow> = places::table
        .filter(places::id.eq_any(counts.keys().copied().collect::<Vec<_>>()))
        .order(places::path)
        .select((places::id, (places::name_ky, places::name_ru, places::name_en), places::latitude, places::longitude))
        .load(conn)?;
    let view = |(id, names, latitude, longitude): PointRow| PlaceCount {
        place: Named { id: id.into(), names: Names::from(names) },
        latitude,
        longitude,
        count: counts.get(&id).copied().unwrap_or_default(),
    };
    Ok(rows.into_iter().map(view).collect())
}
