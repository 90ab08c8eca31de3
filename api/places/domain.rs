//! What makes a place: its level, its path and its point.

use validator::ValidationError;

use super::PlaceId;
use crate::db::types::words;
use crate::error::{ApiError, Result};

words! {
    /// A level of the administrative tree, the highest first.
    PlaceLevel { Country, Oblast, City, Raion, Aimak, Village }
}

impl PlaceLevel {
    /// Districts are what a company or an authority learns of where a reporter lives.
    pub fn is_district(self) -> bool {
        match self {
            Self::City | Self::Raion => true,
            Self::Country | Self::Oblast | Self::Aimak | Self::Village => false,
        }
    }

    fn lies_in_district(self) -> bool {
        self > Self::Raion
    }
}

/// What a new place takes from the place above it.
pub struct Above<'a> {
    pub level: PlaceLevel,
    pub path: &'a str,
    pub district: Option<PlaceId>,
}

/// Where a place is in the tree.
#[derive(Debug, PartialEq, Eq)]
pub struct Position {
    pub path: String,
    pub district: Option<PlaceId>,
}

/// The position of the place `id`, if it may stand below `above`.
pub fn position(id: PlaceId, code: &str, level: PlaceLevel, above: Option<&Above<'_>>) -> Result<Position> {
    let Some(above) = above else {
        return match level {
            PlaceLevel::Country => Ok(Position { path: format!("{code}/"), district: None }),
            PlaceLevel::Oblast | PlaceLevel::City | PlaceLevel::Raion | PlaceLevel::Aimak | PlaceLevel::Village => {
                Err(ApiError::field("/parent_id", "required"))
            }
        };
    };
    let district = if level.is_district() { Some(id) } else { above.district };
    if level <= above.level || (level.lies_in_district() && district.is_none()) {
        return Err(ApiError::field("/parent_id", "wrong_level"));
    }
    Ok(Position { path: format!("{}{code}/", above.path), district })
}

/// Codes are parts of paths, and paths are patterns to search with.
pub fn check_code(code: &str) -> std::result::Result<(), ValidationError> {
    let fits = code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if fits { Ok(()) } else { Err(ValidationError::new("invalid")) }
}

/// A point has both its coordinates or neither.
pub fn check_point(latitude: Option<f64>, longitude: Option<f64>) -> Result<()> {
    match (latitude, longitude) {
        (Some(_), None) => Err(ApiError::field("/longitude", "required")),
        (None, Some(_)) => Err(ApiError::field("/latitude", "required")),
        (Some(_), Some(_)) | (None, None) => Ok(()),
    }
}

/// A change gives both coordinates of a point, clears both or leaves both.
pub fn check_new_point(latitude: Option<Option<f64>>, longitude: Option<Option<f64>>) -> Result<()> {
    match (latitude, longitude) {
        (Some(_), None) => Err(ApiError::field("/longitude", "required")),
        (None, Some(_)) => Err(ApiError::field("/latitude", "required")),
        (Some(latitude), Some(longitude)) => check_point(latitude, longitude),
        (None, None) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> PlaceId {
        PlaceId::at(chrono::DateTime::UNIX_EPOCH)
    }

    fn above(level: PlaceLevel, district: Option<PlaceId>) -> Above<'static> {
        Above { level, path: "KG/KG-Y/", district }
    }

    #[test]
    fn a_country_stands_at_the_top() {
        let position = position(place(), "KG", PlaceLevel::Country, None).unwrap();
        assert_eq!(position, Position { path: "KG/".into(), district: None });
    }

    #[test]
    fn only_a_country_stands_at_the_top() {
        let refused = position(place(), "KG-Y", PlaceLevel::Oblast, None).unwrap_err();
        assert_eq!(refused, ApiError::field("/parent_id", "required"));
    }

    #[test]
    fn a_raion_is_its_own_district() {
        let id = place();
        let position = position(id, "KG-Y-ton", PlaceLevel::Raion, Some(&above(PlaceLevel::Oblast, None))).unwrap();
        assert_eq!(position, Position { path: "KG/KG-Y/KG-Y-ton/".into(), district: Some(id) });
    }

    #[test]
    fn a_village_lies_in_the_district_of_its_aimak() {
        let raion = place();
        let position =
            position(place(), "v", PlaceLevel::Village, Some(&above(PlaceLevel::Aimak, Some(raion)))).unwrap();
        assert_eq!(position.district, Some(raion));
    }

    #[test]
    fn a_place_lies_below_a_higher_level_only() {
        let refused = ApiError::field("/parent_id", "wrong_level");
        for (level, parent) in [(PlaceLevel::Raion, PlaceLevel::Raion), (PlaceLevel::Oblast, PlaceLevel::Aimak)] {
            assert_eq!(position(place(), "x", level, Some(&above(parent, None))).unwrap_err(), refused);
        }
    }

    #[test]
    fn an_aimak_needs_a_district_above_it() {
        let refused = position(place(), "x", PlaceLevel::Aimak, Some(&above(PlaceLevel::Oblast, None))).unwrap_err();
        assert_eq!(refused, ApiError::field("/parent_id", "wrong_level"));
    }

    #[test]
    fn a_code_can_not_break_a_path() {
        assert!(check_code("KG-Y-ton").is_ok());
        for code in ["KG/Y", "KG%", "KG_Y", "Тоң", "KG Y"] {
            assert!(check_code(code).is_err(), "{code}");
        }
    }

    #[test]
    fn half_a_point_is_refused() {
        assert!(check_point(Some(42.0), Some(77.0)).is_ok());
        assert_eq!(check_point(Some(42.0), None), Err(ApiError::field("/longitude", "required")));
        assert_eq!(check_point(None, Some(77.0)), Err(ApiError::field("/latitude", "required")));
    }

    #[test]
    fn half_a_change_of_a_point_is_refused() {
        assert!(check_new_point(Some(None), Some(None)).is_ok());
        assert!(check_new_point(None, None).is_ok());
        assert_eq!(check_new_point(Some(None), None), Err(ApiError::field("/longitude", "required")));
        assert_eq!(check_new_point(Some(None), Some(Some(77.0))), Err(ApiError::field("/latitude", "required")));
    }
}
