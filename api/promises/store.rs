//! Reading published promises: no actor, no scope, and nothing that was not published.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::counted;
use super::view::{PromiseBoard, PromiseFigures, PromiseSite, PublicPromise};
use crate::attachments::AttachmentId;
use crate::commitments::CommitmentId;
use crate::commitments::domain::standing;
use crate::commitments::scope::not_protected;
use crate::commitments::store::Row;
use crate::db::{Backend, Conn};
use crate::directory::{Directory, directory};
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::http::{Cursor, Page};
use crate::schema::{attachments, commitments};
use crate::sites::SiteId;

/// Which promises are asked for.
pub struct Wanted {
    pub site: Option<SiteId>,
    pub after: Option<Cursor>,
    pub limit: i64,
}

/// Promises of one last day that a page may begin behind.
const FARTHEST: i64 = 100_000;

type Boxed<'a> = commitments::BoxedQuery<'a, Backend>;

/// Everything that everybody may read.
fn published<'a>() -> Boxed<'a> {
    commitments::table.filter(commitments::published.eq(true)).filter(not_protected()).into_boxed()
}

pub fn board(conn: &mut Conn, wanted: &Wanted, now: DateTime<Utc>) -> Result<PromiseBoard> {
    let as_of = day_of(now);
    let start = wanted.after.as_ref().map(Place::of).transpose()?;
    let rows = list(conn, wanted, start)?;
    let Page { items, next, total: _ } = Page::of(rows, wanted.limit, |_| Cursor::by_id(""), |row: Row| row);
    let next = next.and_then(|_| Place::behind(start, &items)).map(|place| place.cursor().to_string());
    let mut photos = photos(conn, items.iter().map(|row| row.id).collect())?;
    let sites = if start.is_none() { sites(conn, as_of)? } else { vec![] };
    let names = directory(conn)?;
    let promises = items.into_iter().map(|row| {
        let photos = photos.remove(&row.id).unwrap_or_default();
        promise(row, photos, &names, as_of)
    });
    Ok(PromiseBoard { as_of, sites, items: promises.collect::<Result<_>>()?, next })
}

/// Where a page begins: behind so many promises of a last day. Not behind a promise by its id, which tells when it was
/// recorded.
#[derive(Clone, Copy)]
struct Place {
    due_on: NaiveDate,
    behind: i64,
}

impl Place {
    fn of(Cursor { key, id }: &Cursor) -> Result<Self> {
        let place = key.parse().ok().zip(id.parse().ok().filter(|behind| (0..=FARTHEST).contains(behind)));
        let (due_on, behind) = place.ok_or_else(|| ApiError::field("?after", "unknown"))?;
        Ok(Self { due_on, behind })
    }

    /// Behind the last row of a page that began at `start`.
    fn behind(start: Option<Self>, rows: &[Row]) -> Option<Self> {
        let due_on = rows.last()?.due_on;
        let here = rows.iter().rev().take_while(|row| row.due_on == due_on).count();
        let before = start.filter(|start| start.due_on == due_on).map_or(0, |start| start.behind);
        Some(Self { due_on, behind: before + i64::try_from(here).ok()? })
    }

    fn cursor(self) -> Cursor {
        Cursor { key: self.due_on.to_string(), id: self.behind.to_string() }
    }
}

/// What has the latest last day comes first: there is still time for it, and what is long over is last.
fn list(conn: &mut Conn, wanted: &Wanted, start: Option<Place>) -> Result<Vec<Row>> {
    use commitments::{due_on, id};
    let mut rows = published();
    if let Some(site) = wanted.site {
        rows = rows.filter(commitments::site_id.eq(site));
    }
    if let Some(Place { due_on: day, behind }) = start {
        rows = rows.filter(due_on.le(day)).offset(behind);
    }
    Ok(rows.order((due_on.desc(), id.desc())).limit(wanted.limit + 1).select(Row::as_select()).load(conn)?)
}

fn promise(row: Row, photos: Vec<AttachmentId>, names: &Directory, today: NaiveDate) -> Result<PublicPromise> {
    Ok(PublicPromise {
        text: row.public_text.ok_or(ApiError::Internal)?,
        organisation: names.organisation(Some(row.organisation_id)).ok_or(ApiError::Internal)?.names,
        side: row.side,
        place: names.place(row.place_id)?.names,
        site: names.site(row.site_id),
        due_on: row.due_on,
        first_due_on: row.first_due_on,
        done_on: row.done_on,
        standing: standing(row.state, row.due_on, row.done_on, today),
        photos,
    })
}

/// Of each commitment the photos that everybody may see.
fn photos(conn: &mut Conn, ids: Vec<CommitmentId>) -> Result<HashMap<CommitmentId, Vec<AttachmentId>>> {
    let rows: Vec<(AttachmentId, CommitmentId)> = attachments::table
        .filter(attachments::commitment_id.eq_any(ids.into_iter().map(Some)))
        .filter(attachments::published.eq(true))
        .order(attachments::id)
        .select((attachments::id, attachments::commitment_id.assume_not_null()))
        .load(conn)?;
    let mut all: HashMap<CommitmentId, Vec<AttachmentId>> = HashMap::new();
    rows.into_iter().for_each(|(photo, id)| all.entry(id).or_default().push(photo));
    Ok(all)
}

/// How the promises of each site stand.
fn sites(conn: &mut Conn, today: NaiveDate) -> Result<Vec<PromiseSite>> {
    let counted = counted::by_site(conn, today)?;
    let names = directory(conn)?;
    let site = |((_, id), figures): (&(bool, Option<SiteId>), &PromiseFigures)| {
        let company = id.and_then(|id| names.organisation(names.company(id))).map(|company| company.names);
        PromiseSite { site: names.site(*id), company, figures: *figures }
    };
    Ok(counted.iter().map(site).collect())
}

/// The commitment of a photo that everybody may see; 404 for any other file.
pub fn of_photo(conn: &mut Conn, id: AttachmentId) -> Result<CommitmentId> {
    let shown: Option<CommitmentId> = attachments::table
        .find(id)
        .filter(attachments::published.eq(true))
        .select(attachments::commitment_id)
        .first(conn)
        .optional()?
        .flatten();
    let owner = shown.ok_or(ApiError::NotFound)?;
    Ok(published().filter(commitments::id.eq(owner)).select(commitments::id).first(conn)?)
}
