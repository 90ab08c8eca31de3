//! Organisations over HTTP.

use actix_web::{get, patch, post, web};
use chrono::Utc;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::policy::{CreateOrganisation, GetOrganisation, ListOrganisations, UpdateOrganisation};
use super::store::{self, NewOrganisationRow, OrganisationChanges, OrganisationRow, Wanted};
use super::{Organisation, OrganisationId, OrganisationKind};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::body::given;
use crate::http::idempotency::Answer;
use crate::http::{Cursor, Id, IdempotencyKey, IfMatch, Page, Params, Routes, Tagged, Valid, page};
use crate::names::Names;
use crate::places::{self, PlaceId};

pub fn routes(api: &mut impl Routes) {
    api.service(list_organisations).service(get_organisation).service(create_organisation).service(update_organisation);
}

/// Which organisations to list.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OrganisationQuery {
    pub kind: Option<OrganisationKind>,
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

/// The organisations.
#[utoipa::path(tag = "organisations", params(OrganisationQuery), responses((status = OK, body = Page<Organisation>)))]
#[get("/organisations")]
async fn list_organisations(
    permit: Permit<ListOrganisations>,
    Params(query): Params<OrganisationQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Organisation>>> {
    let OrganisationQuery { kind, q: words, after, limit } = query;
    let limit = limit.unwrap_or(page::USUAL);
    let role = permit.role();
    let wanted = Wanted { kind, words, after, limit };
    let rows = system.db.read(move |conn| store::list(conn, &permit, wanted)).await?;
    let cursor = |row: &OrganisationRow| Cursor::by_id(row.id);
    Ok(web::Json(Page::of(rows, limit, cursor, |row| Organisation::of(row, role))))
}

/// An organisation.
#[utoipa::path(
    tag = "organisations", params(("id" = OrganisationId, Path)), responses((status = OK, body = Organisation))
)]
#[get("/organisations/{id}")]
async fn get_organisation(
    permit: Permit<GetOrganisation>,
    Id(id): Id<OrganisationId>,
    system: web::Data<System>,
) -> Result<Tagged<Organisation>> {
    let role = permit.role();
    let row = system.db.read(move |conn| store::get(conn, &permit, id)).await?;
    Ok(Tagged(row.version, Organisation::of(row, role)))
}

/// An organisation to add.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewOrganisation {
    pub kind: OrganisationKind,
    #[validate(nested)]
    pub names: Names,
    /// The place that it speaks for or works in, with everything below. An authority needs one.
    pub territory_id: Option<PlaceId>,
}

impl NewOrganisation {
    fn row(self, conn: &mut Conn) -> Result<NewOrganisationRow> {
        let Self { kind, names, territory_id } = self;
        if kind.needs_territory() && territory_id.is_none() {
            return Err(ApiError::field("/territory_id", "required"));
        }
        check_territory(conn, territory_id)?;
        let Names { ky: name_ky, ru: name_ru, en: name_en } = names;
        let id = OrganisationId::at(Utc::now());
        Ok(NewOrganisationRow { id, kind, name_ky, name_ru, name_en, territory_id })
    }
}

fn check_territory(conn: &mut Conn, territory: Option<PlaceId>) -> Result<()> {
    territory.map_or(Ok(()), |place| places::store::named_in(conn, "/territory_id", place).map(drop))
}

/// Adds an organisation.
#[utoipa::path(
    tag = "organisations", params(IdempotencyKey), request_body = NewOrganisation,
    responses((status = CREATED, body = Organisation))
)]
#[post("/organisations")]
async fn create_organisation(
    permit: Permit<CreateOrganisation>,
    key: IdempotencyKey,
    Valid(new): Valid<NewOrganisation>,
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
                let subject = Subject::new("organisation", row.id);
                audit::record(conn, &permit.who(), CreateOrganisation::OPERATION, &subject, "", now)?;
                Ok(Organisation::of(row, permit.role()))
            })
        })
        .await
}

/// What to change; a field left out stays as it is, one that is null is cleared.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct OrganisationChange {
    #[validate(nested)]
    pub names: Option<Names>,
    /// Only an authority can't be without.
    #[serde(default, deserialize_with = "given")]
    pub territory_id: Option<Option<PlaceId>>,
}

/// Changes an organisation's names or territory. Its kind stays.
#[utoipa::path(
    tag = "organisations", params(("id" = OrganisationId, Path), IfMatch), request_body = OrganisationChange,
    responses((status = OK, body = Organisation))
)]
#[patch("/organisations/{id}")]
async fn update_organisation(
    permit: Permit<UpdateOrganisation>,
    Id(id): Id<OrganisationId>,
    expected: IfMatch,
    Valid(change): Valid<OrganisationChange>,
    system: web::Data<System>,
) -> Result<Tagged<Organisation>> {
    let OrganisationChange { names, territory_id } = change;
    let (name_ky, name_ru, name_en) = Names::parts(names);
    let changes = OrganisationChanges { name_ky, name_ru, name_en, territory_id };
    let role = permit.role();
    let row = system
        .db
        .write(move |conn| {
            check_territory(conn, territory_id.flatten())?;
            let row = store::update(conn, &permit, id, expected, &changes)?;
            let subject = Subject::new("organisation", id);
            audit::record(conn, &permit.who(), UpdateOrganisation::OPERATION, &subject, "", Utc::now())?;
            Ok(row)
        })
        .await?;
    Ok(Tagged(row.version, Organisation::of(row, role)))
}
