//! How published promises stand, counted once for each change of any and each day, and kept in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;
use strum::VariantArray;

use super::view::PromiseFigures;
use crate::commitments::domain::CommitmentStanding;
use crate::commitments::list::standing_so;
use crate::commitments::scope::not_protected;
use crate::db::{Conn, on_engine};
use crate::error::Result;
use crate::schema::{commitments, promise_edition};
use crate::sites::SiteId;

/// By site; what belongs to none comes last.
pub type Counted = BTreeMap<(bool, Option<SiteId>), PromiseFigures>;

/// Of what the figures are: an edition's number is drawn by lot, so that it does not matter from which database it came.
type Edition = (String, NaiveDate);

/// What was counted last. Who finds another edition counts while all who come after wait: one count serves them.
static LAST: Mutex<Option<(Edition, Arc<Counted>)>> = Mutex::new(None);

/// The figures as this transaction sees them, on a day in Bishkek.
pub fn by_site(conn: &mut Conn, today: NaiveDate) -> Result<Arc<Counted>> {
    let drawn: String = on_engine!(conn, conn => promise_edition::table.select(promise_edition::edition).first(conn))?;
    let now = (drawn, today);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((edition, counted)) = last.as_ref()
        && *edition == now
    {
        return Ok(Arc::clone(counted));
    }
    let counted = Arc::new(count(conn, today)?);
    *last = Some((now, Arc::clone(&counted)));
    Ok(counted)
}

fn count(conn: &mut Conn, today: NaiveDate) -> Result<Counted> {
    let mut counted = Counted::new();
    for standing in CommitmentStanding::VARIANTS {
        let rows: Vec<(Option<SiteId>, i64)> = commitments::table
            .filter(commitments::published.eq(true))
            .filter(not_protected())
            .filter(standing_so(*standing, today))
            .group_by(commitments::site_id)
            .select((commitments::site_id, count_star()))
            .load(conn)?;
        for (site, promises) in rows {
            counted.entry((site.is_none(), site)).or_default().add(*standing, promises);
        }
    }
    Ok(counted)
}
