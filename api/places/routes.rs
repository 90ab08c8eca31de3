//! Places over HTTP.

use actix_web::{get, patch, post, web};
use chrono::Utc;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::domain::{self, Above};
use super::policy::{CreatePlace, GetPlace, ListPlaces, UpdatePlace};
use super::store::{self, NewPlaceRow, PlaceChanges, PlaceRow, Wanted};
use super::{Place, PlaceId, PlaceLevel};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::Result;
use crate::http::body::given;
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid, page};
use crate::names::Names;

pub fn routes(api: &mut impl Routes) {
    api.service(list_places).service(get_place).service(create_place).service(update_place);
}

/// Which places to list.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PlaceQuery {
    /// Only those right below this place.
    pub parent_id: Option<PlaceId>,
    pub level: Option<PlaceLevel>,
    /// Part of a name, in any of the languages and any letter case.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    pub q: Option<String>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<i64>,
}

/// The places, in the order of the tree.
#[utoipa::path(tag = "places", params(PlaceQuery), responses((status = OK, body = Page<Place>)))]
#[get("/places")]
async fn list_places(
    permit: Permit<ListPlaces>,
    Params(query): Params<PlaceQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Place>>> {
    let PlaceQuery { parent_id: parent, level, q: words, after, limit } = query;
    let limit = limit.unwrap_or(page::USUAL);
    let role = permit.role();
    let wanted = Wanted { parent, level, words, after, limit };
    let rows = system.db.read(move |conn| store::list(conn, &permit, wanted)).await?;
    let cursor = |row: &PlaceRow| Cursor { key: row.path.clone(), id: row.id.to_string() };
    Ok(web::Json(Page::of(rows, limit, cursor, |row| Place::of(row, role))))
}

/// A place.
#[utoipa::path(tag = "places", params(("id" = PlaceId, Path)), responses((status = OK, body = Place)))]
#[get("/places/{id}")]
async fn get_place(permit: Permit<GetPlace>, Id(id): Id<PlaceId>, system: web::Data<System>) -> Result<Tagged<Place>> {
    let role = permit.role();
    let row = system.db.read(move |conn| store::get(conn, &permit, id)).await?;
    Ok(Tagged(row.version, Place::of(row, role)))
}

/// A place to add to the tree.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewPlace {
    #[validate(length(min = 1, max = 80), custom(function = domain::check_code))]
    #[schema(min_length = 1, max_length = 80, pattern = "^[A-Za-z0-9-]+$", example = "KG-Y-jeti-oguz")]
    pub code: String,
    pub level: PlaceLevel,
    /// Needed by all but a country; of a higher level.
    pub parent_id: Option<PlaceId>,
    #[validate(nested)]
    pub names: Names,
    #[validate(range(min = -90.0, max = 90.0))]
    #[schema(minimum = -90.0, maximum = 90.0)]
    pub latitude: Option<f64>,
    #[validate(range(min = -180.0, max = 180.0))]
    #[schema(minimum = -180.0, maximum = 180.0)]
    pub longitude: Option<f64>,
}

impl NewPlace {
    fn row(self, conn: &mut Conn) -> Result<NewPlaceRow> {
        let Self { code, level, parent_id, names, latitude, longitude } = self;
        domain::check_point(latitude, longitude)?;
        let parent = parent_id.map(|parent| store::named_in(conn, "/parent_id", parent)).transpose()?;
        let above = parent.as_ref().map(|row| Above { level: row.level, path: &row.path, district: row.district_id });
        let id = PlaceId::at(Utc::now());
        let position = domain::position(id, &code, level, above.as_ref())?;
        let Names { ky: name_ky, ru: name_ru, en: name_en } = names;
        let (path, district_id) = (position.path, position.district);
        Ok(NewPlaceRow {
            id,
            code,
            level,
            parent_id,
            path,
            district_id,
            name_ky,
            name_ru,
            name_en,
            latitude,
            longitude,
        })
    }
}

/// Adds a place.
#[utoipa::path(tag = "places", params(IdempotencyKey), request_body = NewPlace, responses((status = CREATED, body = Place)))]
#[post("/places")]
async fn create_place(
    permit: Permit<CreatePlace>,
    key: IdempotencyKey,
    Valid(new): Valid<NewPlace>,
    system: web::Data<System>,
) -> Result<Answer> {
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let now = Utc::now();
            key.once(conn, &sealer, &new, now, |conn| {
                let row = new.clone().row(conn)?;
                let row = store::create(conn, &permit, &row)?;
                audit::record(conn, &permit.who(), CreatePlace::OPERATION, &Subject::new("place", row.id), "", now)?;
                Ok(Place::of(row, permit.role()))
            })
        })
        .await
}

/// What to change; a field left out stays as it is, one that is null is cleared.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct PlaceChange {
    #[validate(nested)]
    pub names: Option<Names>,
    #[serde(default, deserialize_with = "given")]
    #[validate(range(min = -90.0, max = 90.0))]
    #[schema(minimum = -90.0, maximum = 90.0)]
    pub latitude: Option<Option<f64>>,
    #[serde(default, deserialize_with = "given")]
    #[validate(range(min = -180.0, max = 180.0))]
    #[schema(minimum = -180.0, maximum = 180.0)]
    pub longitude: Option<Option<f64>>,
}

impl PlaceChange {
    fn changes(self) -> Result<PlaceChanges> {
        let Self { names, latitude, longitude } = self;
        domain::check_new_point(latitude, longitude)?;
        let (name_ky, name_ru, name_en) = Names::parts(names);
        Ok(PlaceChanges { name_ky, name_ru, name_en, latitude, longitude })
    }
}

/// Changes a place's names or point. Where it stands in the tree stays.
#[utoipa::path(
    tag = "places", params(("id" = PlaceId, Path), IfMatch), request_body = PlaceChange,
    responses((status = OK, body = Place))
)]
#[patch("/places/{id}")]
async fn update_place(
    permit: Permit<UpdatePlace>,
    Id(id): Id<PlaceId>,
    expected: IfMatch,
    Valid(change): Valid<PlaceChange>,
    system: web::Data<System>,
) -> Result<Tagged<Place>> {
    let changes = change.changes()?;
    let role = permit.role();
    let row = system
        .db
        .write(move |conn| {
            let row = store::update(conn, &permit, id, expected, &changes)?;
            audit::record(conn, &permit.who(), UpdatePlace::OPERATION, &Subject::new("place", id), "", Utc::now())?;
            Ok(row)
        })
        .await?;
    Ok(Tagged(row.version, Place::of(row, role)))
}
