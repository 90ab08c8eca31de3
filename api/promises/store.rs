//! Reading published promises: no actor, no scope, and nothing that was not published.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::view::{PromiseBoard, PromiseFigures, PromiseSite, PublicPromise};
use crate::attachments::AttachmentId;
use crate::commitments::CommitmentId;
use crate::commitments::domain::{CommitmentState, standing};
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

type Boxed<'a> = commitments::BoxedQuery<'a, Backend>;

/// Everything that everybody may read.
fn published<'a>() -> Boxed<'a> {
    commitments::table.filter(commitments::published.eq(true)).filter(not_protected()).into_boxed()
}

pub fn board(conn: &mut Conn, wanted: &Wanted, now: DateTime<Utc>) -> Result<PromiseBoard> {
    let as_of = day_of(now);
    let rows = list(conn, wanted)?;
    let page = Page::of(rows, wanted.limit, |row: &Row| Cursor::by_id(row.id), |row| row);
    let mut photos = photos(conn, page.items.iter().map(|row| row.id).collect())?;
    let sites = if wanted.after.is_none() { sites(conn, as_of)? } else { vec![] };
    let names = directory(conn)?;
    let promises = page.items.into_iter().map(|row| {
        let photos = photos.remove(&row.id).unwrap_or_default();
        promise(row, photos, &names, as_of)
    });
    Ok(PromiseBoard { as_of, sites, items: promises.collect::<Result<_>>()?, next: page.next })
}

fn list(conn: &mut Conn, wanted: &Wanted) -> Result<Vec<Row>> {
    use commitments::{due_on, id};
    let mut rows = published();
    if let Some(site) = wanted.site {
        rows = rows.filter(commitments::site_id.eq(site));
    }
    if let Some(cursor) = &wanted.after {
        let unknown = || ApiError::field("?after", "unknown");
        let last: CommitmentId = cursor.id.parse().map_err(|_| unknown())?;
        let due: NaiveDate =
            published().filter(id.eq(last)).select(due_on).first(conn).optional()?.ok_or_else(unknown)?;
        rows = rows.filter(due_on.le(due)).filter(due_on.lt(due).or(id.lt(last)));
    }
    // What there is still time for comes first, and what is long over last.
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

type Dates = (Option<SiteId>, CommitmentState, NaiveDate, Option<NaiveDate>);

/// How the promises of each site stand.
fn sites(conn: &mut Conn, today: NaiveDate) -> Result<Vec<PromiseSite>> {
    let columns = (commitments::site_id, commitments::state, commitments::due_on, commitments::done_on);
    let rows: Vec<Dates> = published().select(columns).load(conn)?;
    let mut counted: BTreeMap<(bool, Option<SiteId>), PromiseFigures> = BTreeMap::new();
    for (site, state, due_on, done_on) in rows {
        let figures = counted.entry((site.is_none(), site)).or_default();
        figures.count(standing(state, due_on, done_on, today));
    }
    let names = directory(conn)?;
    let site = |((_, id), figures): ((bool, Option<SiteId>), PromiseFigures)| {
        let company = id.and_then(|id| names.organisation(names.company(id))).map(|company| company.names);
        PromiseSite { site: names.site(id), company, figures }
    };
    Ok(counted.into_iter().map(site).collect())
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
