//! Places and organisations by what people call them.

use std::collections::HashMap;

use diesel::prelude::*;

use super::fields::bare;
use crate::db::Conn;
use crate::directory::directory;
use crate::error::Result;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{organisations, places};

/// A place, and the path by which it stands in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    pub id: PlaceId,
    pub path: String,
}

/// What a row may name.
pub struct Gazetteer {
    places: HashMap<String, Vec<Spot>>,
    codes: HashMap<String, Spot>,
    organisations: HashMap<String, Vec<OrganisationId>>,
    /// The paths of the programme's own areas.
    areas: Vec<String>,
}

/// What stands before or behind a name to say what kind of place it is.
const KINDS: &[&str] = &[
    "айыл аймагы",
    "айылный аймак",
    "айыл окмоту",
    "айыл өкмөтү",
    "айылы",
    "айыл",
    "село",
    "посёлок",
    "поселок",
    "пос.",
    "с.",
    "г.",
    "город",
    "шаары",
    "шаар",
    "району",
    "район",
    "областы",
    "область",
    "village of",
    "village",
    "aiyl aimak",
    "aiyl",
    "district",
    "raion",
    "oblast",
    "city",
    "town",
];

/// A name without the kind of place.
fn own_name(text: &str) -> String {
    let mut name = text.trim().to_lowercase();
    for kind in KINDS {
        let before = name.strip_prefix(kind).map(|rest| rest.to_owned());
        let behind = || name.strip_suffix(kind).map(|rest| rest.to_owned());
        if let Some(rest) = before.or_else(behind).filter(|rest| !bare(rest).is_empty()) {
            name = rest.trim().to_owned();
        }
    }
    bare(&name)
}

impl Gazetteer {
    pub fn read(conn: &mut Conn, programme: ProgrammeId) -> Result<Self> {
        let rows: Vec<(PlaceId, String, String, String, String, String)> = places::table
            .select((places::id, places::path, places::code, places::name_ky, places::name_ru, places::name_en))
            .load(conn)?;
        let (mut by_name, mut codes): (HashMap<String, Vec<Spot>>, _) = (HashMap::new(), HashMap::new());
        for (id, path, code, ky, ru, en) in rows {
            let spot = Spot { id, path };
            codes.insert(bare(&code), spot.clone());
            for name in [ky, ru, en] {
                for name in [bare(&name), own_name(&name)] {
                    let known = by_name.entry(name).or_default();
                    if !known.contains(&spot) {
                        known.push(spot.clone());
                    }
                }
            }
        }
        let directory = directory(conn)?;
        let mut areas: Vec<String> = codes.values().map(|spot| spot.path.clone()).collect();
        areas.retain(|path| directory.programmes_at(path).any(|at| at == programme));
        Ok(Self { places: by_name, codes, organisations: organisations(conn)?, areas })
    }

    /// The place of a code.
    pub fn code(&self, code: &str) -> std::result::Result<&Spot, &'static str> {
        self.codes.get(&bare(code)).ok_or("unknown_place")
    }

    /// The place that is called so: `Барскоон`, or with what it lies in, `Жети-Өгүз, Барскоон`.
    pub fn place(&self, text: &str) -> std::result::Result<&Spot, &'static str> {
        let parts: Vec<&str> = text.split([',', '/', ';', '>', '→']).filter(|part| !bare(part).is_empty()).collect();
        let Some((last, above)) = parts.split_last() else { return Err("unknown_place") };
        // In either order: people write the village first as often as last.
        self.within(last, above).or_else(|code| match parts.split_first() {
            Some((first, above)) if !above.is_empty() => self.within(first, above),
            Some(_) | None => Err(code),
        })
    }

    fn named(&self, text: &str) -> &[Spot] {
        let known = self.places.get(&bare(text)).or_else(|| self.places.get(&own_name(text)));
        known.map_or(&[], Vec::as_slice)
    }

    fn within(&self, name: &str, above: &[&str]) -> std::result::Result<&Spot, &'static str> {
        let lies = |spot: &&Spot| {
            above.iter().all(|part| self.named(part).iter().any(|upper| spot.path.starts_with(&upper.path)))
        };
        let found: Vec<&Spot> = self.named(name).iter().filter(lies).collect();
        let own: Vec<&Spot> = found.iter().copied().filter(|spot| self.areas.contains(&spot.path)).collect();
        let chosen = if own.is_empty() { found } else { own };
        let Some(deepest) = chosen.iter().copied().max_by_key(|spot| spot.path.len()) else {
            return Err("unknown_place");
        };
        // A village and what it lies in are often called the same: then the village is meant.
        if chosen.iter().all(|spot| deepest.path.starts_with(&spot.path)) {
            Ok(deepest)
        } else {
            Err("ambiguous_place")
        }
    }

    pub fn organisation(&self, text: &str) -> std::result::Result<OrganisationId, &'static str> {
        match self.organisations.get(&bare(text)).map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            Some(_) => Err("ambiguous_organisation"),
            None => Err("unknown_organisation"),
        }
    }
}

fn organisations(conn: &mut Conn) -> Result<HashMap<String, Vec<OrganisationId>>> {
    let rows: Vec<(OrganisationId, String, String, String)> = organisations::table
        .select((organisations::id, organisations::name_ky, organisations::name_ru, organisations::name_en))
        .load(conn)?;
    let mut by_name: HashMap<String, Vec<OrganisationId>> = HashMap::new();
    for (id, ky, ru, en) in rows {
        for name in [ky, ru, en] {
            let known = by_name.entry(bare(&name)).or_default();
            if !known.contains(&id) {
                known.push(id);
            }
        }
    }
    Ok(by_name)
}
