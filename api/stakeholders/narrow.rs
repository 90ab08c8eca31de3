//! Filters that no index of the list's orders serves: a place with all below it, a tag, words.
//!
//! What few match is found first, by an index of its own, and then ordered; what many match is met soon enough by walking the
//! list in its order. Either way a page costs about the same however large the register is.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::StakeholderId;
use super::scope::Filter;
use crate::db::Conn;
use crate::db::filter::{FEW, few};
use crate::db::search::{Kind, Narrowed, narrowed};
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{stakeholder_tags, stakeholders};

/// A filter, as the rows that match it or as what each row is asked.
pub enum Narrowing {
    Few(Vec<StakeholderId>),
    Below(String),
    Tagged(String),
    Holding(Vec<String>),
}

impl Narrowing {
    pub fn filter(self) -> Filter {
        match self {
            Self::Few(ids) => Box::new(stakeholders::id.eq_any(ids)),
            Self::Below(path) => Box::new(stakeholders::place_path.like(format!("{path}%"))),
            Self::Tagged(tag) => Box::new(stakeholders::tags.like(format!("%|{tag}|%"))),
            Self::Holding(patterns) => {
                let each =
                    patterns.into_iter().map(|pattern| -> Filter { Box::new(stakeholders::words.like(pattern)) });
                each.reduce(|all, next| Box::new(all.and(next))).unwrap_or_else(|| Box::new(true.into_sql::<Bool>()))
            }
        }
    }

    fn of(ids: Vec<StakeholderId>, otherwise: Self) -> Self {
        if few(&ids) { Self::Few(ids) } else { otherwise }
    }
}

/// Those of a place or of any place below it.
pub fn below(conn: &mut Conn, programmes: &[ProgrammeId], place: PlaceId) -> Result<Narrowing> {
    let directory = directory(conn)?;
    let path = directory.path(place).ok_or_else(|| ApiError::field("?place_id", "unknown"))?;
    Ok(few_below(conn, programmes, path)?.map_or_else(|| Narrowing::Below(path.to_owned()), Narrowing::Few))
}

/// Those of what lies below a path, if they are few.
pub fn few_below(conn: &mut Conn, programmes: &[ProgrammeId], path: &str) -> Result<Option<Vec<StakeholderId>>> {
    // Paths end in `/`, which `0` follows: what lies between is what begins with the path.
    let end = format!("{}0", path.trim_end_matches('/'));
    let ids: Vec<StakeholderId> = stakeholders::table
        .filter(stakeholders::place_path.ge(path).and(stakeholders::place_path.lt(end)))
        .filter(stakeholders::programme_id.eq_any(programmes.to_vec()))
        .select(stakeholders::id)
        .limit(FEW + 1)
        .load(conn)?;
    Ok(few(&ids).then_some(ids))
}

/// Those with a tag, as it is kept.
pub fn tagged(conn: &mut Conn, tag: String) -> Result<Narrowing> {
    let ids = stakeholder_tags::table
        .filter(stakeholder_tags::tag.eq(&tag))
        .select(stakeholder_tags::stakeholder_id)
        .limit(FEW + 1)
        .load(conn)?;
    Ok(Narrowing::of(ids, Narrowing::Tagged(tag)))
}

/// Those with all the words of a text.
pub fn holding(conn: &mut Conn, text: &str) -> Result<Narrowing> {
    Ok(match narrowed(conn, Kind::Stakeholder, text)? {
        Narrowed::Few(ids) => Narrowing::Few(ids),
        Narrowed::Holding(patterns) => Narrowing::Holding(patterns),
    })
}
