//! Cases that may be about the same thing as another: of the same site or place, with near words.
//!
//! Only the latest of the site and of the place are looked through, so that it takes as long at a million cases as at a
//! thousand. What is out of reach is not looked through either, whatever it has in common.

use std::cmp::Reverse;
use std::collections::HashMap;

use diesel::prelude::*;

use super::inputs::WordsInput;
use super::likeness::{Likeness, Words, compare};
use super::policy::{CompareGrievance, ListSimilarGrievances};
use super::scope::within;
use super::store::{Case, find};
use super::submit::company;
use super::view::SimilarGrievance;
use super::{GrievanceId, render};
use crate::authz::{Action, Permit};
use crate::db::{Backend, Conn};
use crate::directory::directory;
use crate::error::Result;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::schema::grievances;
use crate::sites::SiteId;

/// Cases of the site, and as many of the place, that are looked through.
const LOOKED_THROUGH: i64 = 200;
/// Cases that are shown.
const SHOWN: usize = 5;
/// Less in common is chance: two texts of some length always share a few words.
const LEAST_SHARE: f64 = 0.15;
const LEAST_WORDS: usize = 2;
/// Common words that are told.
const TOLD: usize = 6;

type Texts = Vec<(GrievanceId, String)>;

/// Where what is compared lies.
struct Lies {
    place_id: PlaceId,
    /// With its company: the two are what the index is ordered under.
    site: Option<(SiteId, OrganisationId)>,
}

/// The cases most like this one, the nearest first.
pub fn similar(
    conn: &mut Conn,
    permit: &Permit<ListSimilarGrievances>,
    id: GrievanceId,
) -> Result<Vec<SimilarGrievance>> {
    let Case { place_id, site_id, respondent_id, narrative, .. } = find(conn, permit, id)?;
    let lies = Lies { place_id, site: site_id.zip(respondent_id) };
    let mut texts = around(conn, permit, lies)?;
    texts.retain(|(other, _)| *other != id);
    nearest(conn, permit, &narrative, texts)
}

/// The cases most like what somebody is telling, the nearest first.
pub fn to_words(
    conn: &mut Conn,
    permit: &Permit<CompareGrievance>,
    input: &WordsInput,
) -> Result<Vec<SimilarGrievance>> {
    let site = input.site_id.zip(company(&*directory(conn)?, input.site_id)?);
    let texts = around(conn, permit, Lies { place_id: input.place_id, site })?;
    nearest(conn, permit, &input.narrative, texts)
}

fn nearest<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    narrative: &str,
    texts: Texts,
) -> Result<Vec<SimilarGrievance>> {
    let words: Vec<Words> = texts.iter().map(|(_, text)| Words::of(text)).collect();
    let mut found: Vec<(GrievanceId, Likeness)> = compare(&Words::of(narrative), &words)
        .into_iter()
        .zip(texts)
        .map(|(likeness, (id, _))| (id, likeness))
        .filter(|(_, likeness)| likeness.share >= LEAST_SHARE && likeness.words.len() >= LEAST_WORDS)
        .collect();
    found.sort_by_key(|(_, likeness)| Reverse(percent(likeness)));
    found.truncate(SHOWN);
    shown(conn, permit, found)
}

fn percent(likeness: &Likeness) -> i64 {
    (likeness.share * 100.0).round() as i64
}

/// The words of the latest cases of the same site, and of the same place.
fn around<A: Action>(conn: &mut Conn, permit: &Permit<A>, lies: Lies) -> Result<Texts> {
    let latest = || -> Result<grievances::BoxedQuery<'static, Backend>> {
        let others = grievances::table.filter(within(&permit.scope()?)?);
        let order = (grievances::submitted_at.desc(), grievances::id.desc());
        Ok(others.order(order).limit(LOOKED_THROUGH).into_boxed())
    };
    let text = (grievances::id, grievances::narrative);
    let at_place = latest()?.filter(grievances::place_id.eq(lies.place_id));
    let mut found: HashMap<GrievanceId, String> = at_place.select(text).load(conn)?.into_iter().collect();
    if let Some((site, company)) = lies.site {
        let at_site = latest()?.filter(grievances::site_id.eq(site)).filter(grievances::respondent_id.eq(company));
        found.extend(at_site.select(text).load::<(GrievanceId, String)>(conn)?);
    }
    Ok(found.into_iter().collect())
}

fn shown<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    found: Vec<(GrievanceId, Likeness)>,
) -> Result<Vec<SimilarGrievance>> {
    let ids: Vec<GrievanceId> = found.iter().map(|(id, _)| *id).collect();
    let cases: Vec<Case> =
        grievances::table.filter(grievances::id.eq_any(&ids)).select(Case::as_select()).load(conn)?;
    let mut cases: HashMap<GrievanceId, Case> = cases.into_iter().map(|case| (case.id, case)).collect();
    let in_order = ids.iter().filter_map(|id| cases.remove(id)).collect();
    let summaries = render::summaries(conn, in_order, permit.actor())?;
    let view = |(grievance, (_, likeness)): (_, (GrievanceId, Likeness))| SimilarGrievance {
        grievance,
        likeness: percent(&likeness),
        words: likeness.words.into_iter().take(TOLD).collect(),
    };
    Ok(summaries.into_iter().zip(found).map(view).collect())
}
