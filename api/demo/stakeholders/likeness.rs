//! One stakeholder of the demonstration, drawn from its number: the same number is the same person each time.

use chrono::{DateTime, Datelike, Utc};

use super::files::{People, Texts, Words};
use crate::db::Conn;
use crate::demo::directory::{Directory, find};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::names::Language;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::stakeholders::domain::{AgeBand, Sex, SpokenLanguage, StakeholderCategory, StakeholderKind};
use crate::stakeholders::input::NewStakeholder;
use crate::stakeholders::tags::StakeholderTag;

/// What a number is drawn from.
pub struct Likeness<'a> {
    pub number: usize,
    pub words: &'a Words,
    pub known: &'a Directory,
    pub programme: ProgrammeId,
    pub places: &'a [(String, PlaceId)],
}

/// How often each category is met among thirty people.
const AMONG_THIRTY: [(usize, StakeholderCategory); 11] = [
    (8, StakeholderCategory::Resident),
    (13, StakeholderCategory::Herder),
    (17, StakeholderCategory::Youth),
    (20, StakeholderCategory::WomensGroup),
    (22, StakeholderCategory::Elders),
    (24, StakeholderCategory::Company),
    (26, StakeholderCategory::Authority),
    (27, StakeholderCategory::Media),
    (28, StakeholderCategory::CivilSociety),
    (29, StakeholderCategory::Donor),
    (30, StakeholderCategory::Other),
];

impl Likeness<'_> {
    /// One of `count`: another for each `salt`, spread evenly over the numbers.
    pub(super) fn draw(&self, salt: usize, count: usize) -> usize {
        let mixed = (self.number + 1).wrapping_mul(2_654_435_761).wrapping_add(salt.wrapping_mul(40_503));
        (mixed ^ (mixed >> 15)).wrapping_mul(2_246_822_519) % 1_000_003 % count.max(1)
    }

    fn one<'t, T>(&self, salt: usize, of: &'t [T]) -> Result<&'t T> {
        of.get(self.draw(salt, of.len())).ok_or(ApiError::Internal)
    }

    pub(super) fn text(&self, salt: usize, of: &Texts) -> Result<String> {
        Ok(self.one(salt, of.get(&self.language()).ok_or(ApiError::Internal)?)?.clone())
    }

    pub(super) fn language(&self) -> Language {
        match self.draw(1, 20) {
            ..13 => Language::Ky,
            13..18 => Language::Ru,
            18.. => Language::En,
        }
    }

    fn tag(&self, salt: usize) -> Result<StakeholderTag> {
        self.text(salt, &self.words.tags)?.try_into().map_err(|_| ApiError::Internal)
    }

    fn is_group(&self) -> bool {
        self.number % 6 == 5
    }

    fn category(&self) -> StakeholderCategory {
        let drawn = self.draw(2, 30);
        let met = AMONG_THIRTY.iter().find(|(below, _)| drawn < *below);
        met.map_or(StakeholderCategory::Other, |(_, category)| *category)
    }

    fn place(&self) -> Result<&(String, PlaceId)> {
        self.places.get(self.number % self.places.len().max(1)).ok_or(ApiError::Internal)
    }

    pub fn stakeholder(&self, conn: &mut Conn, met: DateTime<Utc>) -> Result<NewStakeholder> {
        let bare = if self.is_group() { self.group(conn)? } else { self.person(met)? };
        let mut tags = vec![self.tag(3)?, self.tag(4)?];
        tags.truncate(self.draw(5, 3));
        Ok(NewStakeholder { tags, organisation_id: self.organisation(bare.category)?, ..bare })
    }

    fn bare(&self, kind: StakeholderKind, category: StakeholderCategory, name: String) -> Result<NewStakeholder> {
        let (_, place_id) = self.place()?;
        Ok(NewStakeholder {
            programme_id: self.programme,
            kind,
            category,
            name,
            position: None,
            place_id: *place_id,
            organisation_id: None,
            sex: None,
            birth_year: None,
            age_band: None,
            languages: self.spoken(),
            tags: vec![],
            contact: None,
            assessment: None,
            consent: None,
        })
    }

    fn group(&self, conn: &mut Conn) -> Result<NewStakeholder> {
        let group =
            self.words.groups.get(self.number / 6 % self.words.groups.len().max(1)).ok_or(ApiError::Internal)?;
        let (_, place) = self.place()?;
        let names = directory(conn)?.place(*place)?.names;
        let language = self.language();
        let name = group.texts.get(&language).ok_or(ApiError::Internal)?;
        self.bare(StakeholderKind::Group, group.category, name.replace("{place}", names.in_language(language)))
    }

    fn person(&self, met: DateTime<Utc>) -> Result<NewStakeholder> {
        let category = self.category();
        let people = self.words.people.iter().find(|people| people.language == self.language());
        let sex = match category {
            StakeholderCategory::WomensGroup => Sex::Female,
            StakeholderCategory::Resident
            | StakeholderCategory::Herder
            | StakeholderCategory::Youth
            | StakeholderCategory::Elders
            | StakeholderCategory::Company
            | StakeholderCategory::Authority
            | StakeholderCategory::Media
            | StakeholderCategory::CivilSociety
            | StakeholderCategory::Donor
            | StakeholderCategory::Other => {
                if self.draw(6, 2) == 0 {
                    Sex::Female
                } else {
                    Sex::Male
                }
            }
        };
        let name = self.name(people.ok_or(ApiError::Internal)?, sex)?;
        let positions = self.words.positions.iter().find(|positions| positions.category == category);
        let position = self.text(7, &positions.ok_or(ApiError::Internal)?.texts)?;
        let (birth_year, age_band) = self.age(category, met.year());
        let bare = self.bare(StakeholderKind::Person, category, name)?;
        Ok(NewStakeholder { position: Some(position), sex: Some(sex), birth_year, age_band, ..bare })
    }

    fn name(&self, people: &People, sex: Sex) -> Result<String> {
        let family = self.one(8, &people.families)?;
        Ok(match (sex, people.language) {
            (Sex::Female, Language::Ky | Language::Ru) => format!("{} {family}а", self.one(9, &people.women)?),
            (Sex::Female, Language::En) => format!("{} {family}", self.one(9, &people.women)?),
            (Sex::Male, Language::Ky | Language::Ru | Language::En) => {
                format!("{} {family}", self.one(9, &people.men)?)
            }
        })
    }

    /// Of some the year of birth is known, of most the age was guessed.
    fn age(&self, category: StakeholderCategory, this_year: i32) -> (Option<i64>, Option<AgeBand>) {
        let (age, band) = match category {
            StakeholderCategory::Youth => (18 + self.draw(10, 15), [AgeBand::From14, AgeBand::From18, AgeBand::From25]),
            StakeholderCategory::Elders => (61 + self.draw(10, 20), [AgeBand::From60; 3]),
            StakeholderCategory::Resident
            | StakeholderCategory::Herder
            | StakeholderCategory::WomensGroup
            | StakeholderCategory::Company
            | StakeholderCategory::Authority
            | StakeholderCategory::Media
            | StakeholderCategory::CivilSociety
            | StakeholderCategory::Donor
            | StakeholderCategory::Other => {
                (24 + self.draw(10, 42), [AgeBand::From25, AgeBand::From36, AgeBand::From36])
            }
        };
        let age = i64::try_from(age).unwrap_or_default();
        if self.draw(11, 3) == 0 {
            (Some(i64::from(this_year) - age), None)
        } else {
            (None, band.get(self.draw(12, 3)).copied())
        }
    }

    fn spoken(&self) -> Vec<SpokenLanguage> {
        match (self.language(), self.draw(13, 3)) {
            (Language::Ky, 0) => vec![SpokenLanguage::Ky],
            (Language::Ky, _) => vec![SpokenLanguage::Ky, SpokenLanguage::Ru],
            (Language::Ru, 0) => vec![SpokenLanguage::Ru, SpokenLanguage::Ky],
            (Language::Ru, 1) => vec![SpokenLanguage::Ru, SpokenLanguage::Uz],
            (Language::Ru, _) => vec![SpokenLanguage::Ru],
            (Language::En, _) => vec![SpokenLanguage::En, SpokenLanguage::Ru],
        }
    }

    /// Those of a company or an authority belong to the one nearest.
    fn organisation(&self, category: StakeholderCategory) -> Result<Option<OrganisationId>> {
        let (place, _) = self.place()?;
        let west = place.starts_with("KG-J");
        let key = match category {
            StakeholderCategory::Company if west => "chatbulak",
            StakeholderCategory::Company => "kaiberen",
            StakeholderCategory::Authority if west => "ala-buka-okmotu",
            StakeholderCategory::Authority => "jeti-oguz-administration",
            StakeholderCategory::Herder if place.ends_with("barskoon") => "barskoon-pasture-users",
            StakeholderCategory::WomensGroup if place.starts_with("KG-Y-ton") => "ton-women",
            StakeholderCategory::Youth if place.starts_with("KG-J-chatkal") => "chatkal-youth",
            StakeholderCategory::Resident
            | StakeholderCategory::Herder
            | StakeholderCategory::Youth
            | StakeholderCategory::WomensGroup
            | StakeholderCategory::Elders
            | StakeholderCategory::Media
            | StakeholderCategory::CivilSociety
            | StakeholderCategory::Donor
            | StakeholderCategory::Other => return Ok(None),
        };
        find(&self.known.organisations, key).map(Some)
    }
}
