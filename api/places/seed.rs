//! The places of Kyrgyzstan: what a new database begins with.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use super::domain::{Above, position};
use super::store::{NewPlaceRow, insert};
use super::{PlaceId, PlaceLevel};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::schema::places;

const KYRGYZSTAN: &str = include_str!("kyrgyzstan.json");

/// A place of the file; its parent stands before it.
#[derive(Deserialize)]
struct Seed {
    code: String,
    level: PlaceLevel,
    parent: Option<String>,
    ky: String,
    ru: String,
    en: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

struct Known {
    id: PlaceId,
    level: PlaceLevel,
    path: String,
    district: Option<PlaceId>,
}

/// Adds the places whose codes are missing; how many.
pub fn seed(conn: &mut Conn, now: DateTime<Utc>) -> Result<usize> {
    let seeds: Vec<Seed> = serde_json::from_str(KYRGYZSTAN).map_err(|_| ApiError::Internal)?;
    let mut known = known(conn)?;
    let mut added = 0;
    for seed in seeds {
        if !known.contains_key(&seed.code) {
            let (code, place) = add(conn, &known, seed, now)?;
            known.insert(code, place);
            added += 1;
        }
    }
    Ok(added)
}

fn known(conn: &mut Conn) -> Result<HashMap<String, Known>> {
    let rows: Vec<(String, PlaceId, PlaceLevel, String, Option<PlaceId>)> = places::table
        .select((places::code, places::id, places::level, places::path, places::district_id))
        .load(conn)?;
    Ok(rows.into_iter().map(|(code, id, level, path, district)| (code, Known { id, level, path, district })).collect())
}

fn add(conn: &mut Conn, known: &HashMap<String, Known>, seed: Seed, now: DateTime<Utc>) -> Result<(String, Known)> {
    let Seed { code, level, parent, ky: name_ky, ru: name_ru, en: name_en, latitude, longitude } = seed;
    let parent = parent.map(|code| known.get(&code).ok_or(ApiError::Internal)).transpose()?;
    let above = parent.map(|place| Above { level: place.level, path: &place.path, district: place.district });
    let id = PlaceId::at(now);
    let position = position(id, &code, level, above.as_ref())?;
    let place = Known { id, level, path: position.path.clone(), district: position.district };
    let row = NewPlaceRow {
        id,
        code: code.clone(),
        level,
        parent_id: parent.map(|place| place.id),
        path: position.path,
        district_id: position.district,
        name_ky,
        name_ru,
        name_en,
        latitude,
        longitude,
    };
    insert(conn, &row)?;
    Ok((code, place))
}
