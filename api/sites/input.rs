//! What a site is made from and changed by.

use chrono::Utc;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::store::{NewSiteRow, SiteChanges};
use super::{SiteId, SiteStage};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::body::given;
use crate::names::Names;
use crate::organisations::{self, OrganisationId, OrganisationKind};
use crate::places::domain::{check_new_point, check_point};
use crate::places::{self, PlaceId};

/// A site to add.
#[derive(Clone, Deserialize, Serialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NewSite {
    #[validate(nested)]
    pub names: Names,
    /// A company.
    pub organisation_id: OrganisationId,
    pub place_id: PlaceId,
    #[validate(range(min = -90.0, max = 90.0))]
    #[schema(minimum = -90.0, maximum = 90.0)]
    pub latitude: Option<f64>,
    #[validate(range(min = -180.0, max = 180.0))]
    #[schema(minimum = -180.0, maximum = 180.0)]
    pub longitude: Option<f64>,
    #[validate(length(min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60)]
    pub licence_number: String,
    #[validate(length(min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60, example = "gold")]
    pub mineral: String,
    pub stage: SiteStage,
}

impl NewSite {
    pub fn row(self, conn: &mut Conn) -> Result<NewSiteRow> {
        let Self { names, organisation_id, place_id, latitude, longitude, licence_number, mineral, stage } = self;
        check_point(latitude, longitude)?;
        let owner = organisations::store::named_in(conn, "/organisation_id", organisation_id)?;
        if owner.kind != OrganisationKind::Company {
            return Err(ApiError::field("/organisation_id", "not_a_company"));
        }
        places::store::named_in(conn, "/place_id", place_id)?;
        let Names { ky: name_ky, ru: name_ru, en: name_en } = names;
        let id = SiteId::at(Utc::now());
        Ok(NewSiteRow {
            id,
            organisation_id,
            place_id,
            name_ky,
            name_ru,
            name_en,
            latitude,
            longitude,
            licence_number,
            mineral,
            stage,
        })
    }
}

/// What to change; a field left out stays as it is, one that is null is cleared.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct SiteChange {
    #[validate(nested)]
    pub names: Option<Names>,
    pub place_id: Option<PlaceId>,
    #[serde(default, deserialize_with = "given")]
    #[validate(range(min = -90.0, max = 90.0))]
    #[schema(minimum = -90.0, maximum = 90.0)]
    pub latitude: Option<Option<f64>>,
    #[serde(default, deserialize_with = "given")]
    #[validate(range(min = -180.0, max = 180.0))]
    #[schema(minimum = -180.0, maximum = 180.0)]
    pub longitude: Option<Option<f64>>,
    #[validate(length(min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60)]
    pub licence_number: Option<String>,
    #[validate(length(min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60)]
    pub mineral: Option<String>,
    pub stage: Option<SiteStage>,
}

impl SiteChange {
    pub fn changes(self, conn: &mut Conn) -> Result<SiteChanges> {
        let Self { names, place_id, latitude, longitude, licence_number, mineral, stage } = self;
        check_new_point(latitude, longitude)?;
        if let Some(place) = place_id {
            places::store::named_in(conn, "/place_id", place)?;
        }
        let (name_ky, name_ru, name_en) = Names::parts(names);
        Ok(SiteChanges { name_ky, name_ru, name_en, place_id, latitude, longitude, licence_number, mineral, stage })
    }
}
