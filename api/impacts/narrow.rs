//! Filters that no index of the list's orders serves: places with all below them, words.
//!
//! What few match is found first, by an index of its own, and then ordered; what many match is met soon enough by walking the
//! list in its order. Either way a page costs about the same however large the register is.

use diesel::prelude::*;

use super::ImpactId;
use super::list::Boxed;
use super::policy::Audience;
use super::scope::below;
use crate::db::Conn;
use crate::db::filter::{FEW, few};
use crate::db::search::{Kind, Narrowed, narrowed};
use crate::error::Result;
use crate::programmes::ProgrammeId;
use crate::schema::impacts;

/// A filter, as the rows that match it or as what each row is asked.
pub enum Narrowing {
    Few(Vec<ImpactId>),
    Below(Vec<String>),
    Holding(Vec<String>),
}

impl Narrowing {
    pub fn apply<'a>(&self, rows: Boxed<'a>) -> Boxed<'a> {
        match self {
            Self::Few(ids) => rows.filter(impacts::id.eq_any(ids.clone())),
            Self::Below(paths) => rows.filter(below(paths)),
            Self::Holding(patterns) => {
                patterns.iter().fold(rows, |rows, pattern| rows.filter(impacts::words.like(pattern.clone())))
            }
        }
    }

    fn of(ids: Vec<ImpactId>, otherwise: Self) -> Self {
        if few(&ids) { Self::Few(ids) } else { otherwise }
    }
}

/// Those of some places or of any place below them.
pub fn places(conn: &mut Conn, programmes: &[ProgrammeId], paths: &[String], seen_by: Audience) -> Result<Narrowing> {
    let mut ids = vec![];
    for path in paths {
        // Paths end in `/`, which `0` follows: what lies between is what begins with the path.
        let end = format!("{}0", path.trim_end_matches('/'));
        let mut rows = impacts::table
            .filter(impacts::place_path.ge(path.clone()).and(impacts::place_path.lt(end)))
            .filter(impacts::programme_id.eq_any(programmes.to_vec()))
            .select(impacts::id)
            .limit(FEW + 1)
            .into_boxed();
        match seen_by {
            Audience::Staff => {}
            Audience::Published => rows = rows.filter(impacts::published.eq(true)),
        }
        ids.extend(rows.load::<ImpactId>(conn)?);
    }
    Ok(Narrowing::of(ids, Narrowing::Below(paths.to_vec())))
}

/// Those with all the words of a text, of what an audience may search.
pub fn holding(conn: &mut Conn, text: &str, seen_by: Audience) -> Result<Narrowing> {
    let kind = match seen_by {
        Audience::Staff => Kind::ImpactStaff,
        Audience::Published => Kind::ImpactPublished,
    };
    Ok(match narrowed(conn, kind, text)? {
        Narrowed::Few(ids) => Narrowing::Few(ids),
        Narrowed::Holding(patterns) => Narrowing::Holding(patterns),
    })
}
