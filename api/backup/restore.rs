//! Restoring a backup into an empty place: everything, or nothing.
//!
//! The database is filled in one transaction that ends when all has come and was found whole. Files come before that end,
//! under a mark that says that nothing may be served yet. Whatever fails is taken back; what is killed leaves the mark,
//! which a server refuses to start with and by which the next restore knows what it may clear.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use tokio::runtime::Handle;

use super::check::{self, walk};
use super::fill::Filling;
use super::header::{End, Header};
use super::keys::Identities;
use super::origin::Origin;
use super::stream::Reading;
use super::{Fault, Outcome, Say};
use crate::attachments::files::Files;
use crate::audit::{Checkpoint, Ledger};
use crate::db::Location;
use crate::db::copy::{Target, versions};
use crate::erasures::ledger::{Erased, Ledger as Erasures, Noted};
use crate::secrets::{Marks, Secrets};

/// Where to.
pub struct Place<'a> {
    pub database: &'a Location,
    pub files: &'a Files,
    /// The folder of the audit trail's checkpoints and the erasures.
    pub checkpoints: &'a Path,
    pub secrets: &'a Secrets,
    /// On which the file store is asked. The caller's own thread must not be one of it.
    pub runtime: Handle,
}

#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// A copy of the lost system's file of erasures.
    pub erasures: Option<PathBuf>,
    /// Restores also where it is not known what was erased after the backup.
    pub erasures_may_return: bool,
}

/// What was restored.
pub struct Restored {
    pub header: Header,
    pub end: End,
    /// Cases of which something was taken out again.
    pub erased_again: usize,
    /// Up to when it is known what was erased.
    pub erasures_until: Option<DateTime<Utc>>,
    /// Entries of the audit trail.
    pub entries: i64,
    /// Files that were missing already when the backup was made.
    pub missing: Vec<String>,
    /// Checkpoints of entries that came after the backup, and are lost.
    pub set_aside: Option<PathBuf>,
}

/// Blocks until all is on disk.
pub fn restore(
    place: &Place,
    identities: &Identities,
    path: &Path,
    wishes: &Wishes,
    now: DateTime<Utc>,
    say: Say,
) -> Outcome<Restored> {
    let mut reading = Reading::open(path, identities)?;
    let header = check::header(&mut reading)?;
    fits(place, &header)?;
    let (erased, until) = erasures(place, wishes, &header)?;
    let origin = Origin::of(place.secrets);
    let (text, known) = check::checkpoints(&mut reading, origin.as_ref())?;
    let known = further(known, kept(place)?);
    let target = Target::open(place.database)?.ok_or_else(|| Fault::refused("the database is not empty"))?;
    prepare(place)?;
    let filling = Filling::new(place, target, &header, erased.clone(), known, now);
    let noted = Noted { erased, until };
    match finish(place, filling, reading, (&text, origin.as_ref(), noted), say) {
        Ok((end, filled, set_aside)) => {
            place.runtime.block_on(place.files.mark_finished()).map_err(|_| Fault::Unmarked)?;
            Ok(Restored {
                header,
                end,
                erased_again: filled.erased_again,
                erasures_until: until,
                entries: filled.entries,
                missing: filled.missing,
                set_aside,
            })
        }
        Err(fault) => {
            let cleared = place.runtime.block_on(async {
                place.files.clear().await?;
                place.files.mark_finished().await
            });
            if cleared.is_err() {
                log::error!("what was restored of the files could not be taken back; the next restore does it");
            }
            Err(fault)
        }
    }
}

fn finish(
    place: &Place,
    mut filling: Filling,
    reading: Reading,
    (checkpoints, origin, noted): (&str, Option<&Origin>, Noted),
    say: Say,
) -> Outcome<(End, super::fill::Filled, Option<PathBuf>)> {
    let end = walk(reading, &mut filling, say)?;
    if let Some(origin) = origin {
        origin.check(filling.header(), &end)?;
    }
    let (target, filled) = filling.end();
    // Before the end of the transaction: where the file may not be moved, nothing is restored.
    let set_aside = Ledger::in_folder(place.checkpoints)
        .go_back(filled.restored_entries, checkpoints)
        .map_err(|error| Fault::refused(error.to_string()))?;
    keep_erasures(place, noted)?;
    target.commit()?;
    Ok((end, filled, set_aside))
}

/// Whether this program and these keys can do anything with it.
fn fits(place: &Place, header: &Header) -> Outcome<()> {
    let ours = versions()?;
    if header.migrations.is_empty() || !ours.starts_with(&header.migrations) {
        return Err(Fault::refused("the backup is of a newer version of the program: restore it with that one"));
    }
    let marks = Marks::of(place.secrets).ok_or_else(|| Fault::refused("the secrets file is not as expected"))?;
    match marks.lacks(&header.keys) {
        Some(what) => Err(Fault::refused(format!(
            "MASLAHAT_SECRETS is not the file that belongs to this backup: {what} is another or missing"
        ))),
        None => Ok(()),
    }
}

/// What was erased, as far as that is known here.
fn erasures(place: &Place, wishes: &Wishes, header: &Header) -> Outcome<(Vec<Erased>, Option<DateTime<Utc>>)> {
    let Some(signer) = place.secrets.erasure_signer() else {
        return unknown(wishes, header, None).map(|()| (vec![], None));
    };
    let mut all: Vec<Erased> = vec![];
    let mut until = None;
    let given = wishes.erasures.clone().map(Erasures::at);
    if let Some(missing) = given.as_ref().filter(|given| !given.path().is_file()) {
        return Err(Fault::refused(format!("{} is not there", missing.path().display())));
    }
    for ledger in given.into_iter().chain([Erasures::in_folder(place.checkpoints)]) {
        let noted = ledger.noted(&signer.verifier());
        let noted = noted.map_err(|error| Fault::refused(format!("{}: {error}", ledger.path().display())))?;
        until = until.max(noted.until);
        let new: Vec<Erased> = noted.erased.into_iter().filter(|erased| !all.contains(erased)).collect();
        all.extend(new);
    }
    unknown(wishes, header, until)?;
    Ok((all, until))
}

fn unknown(wishes: &Wishes, header: &Header, until: Option<DateTime<Utc>>) -> Outcome<()> {
    if wishes.erasures_may_return || until.is_some_and(|until| until >= header.at) {
        return Ok(());
    }
    Err(Fault::refused(format!(
        "what people had erased after {} is not known here and would come back: give a newer copy of erasures.jsonl, which \
         lies beside the audit trail's checkpoints, with --erasures; or accept it with --erasures-may-return",
        header.at.format("%Y-%m-%d %H:%M UTC")
    )))
}

/// Checkpoints that outlived the database.
fn kept(place: &Place) -> Outcome<Vec<Checkpoint>> {
    let Some(signer) = place.secrets.audit_signer() else { return Ok(vec![]) };
    let kept = Ledger::in_folder(place.checkpoints).checkpoints(&signer.verifier());
    kept.map_err(|error| Fault::refused(error.to_string()))
}

/// Those of the backup, and those that were kept, in order.
fn further(mut known: Vec<Checkpoint>, kept: Vec<Checkpoint>) -> Vec<Checkpoint> {
    known.extend(kept);
    known.sort_by_key(|checkpoint| checkpoint.seq);
    known.dedup_by(|one, other| one.seq == other.seq && one.hash == other.hash);
    known
}

/// Makes sure that the file store is empty, and marks it.
fn prepare(place: &Place) -> Outcome<()> {
    let prepared = place.runtime.block_on(async {
        if place.files.is_unfinished().await? {
            place.files.clear().await?;
        }
        let is_empty = place.files.paths().await?.is_empty();
        if is_empty {
            place.files.mark_unfinished().await?;
        }
        Ok(is_empty)
    });
    if prepared.map_err(Fault::Files)? { Ok(()) } else { Err(Fault::refused("the file store is not empty")) }
}

fn keep_erasures(place: &Place, Noted { erased, until }: Noted) -> Outcome<()> {
    let (Some(signer), Some(until)) = (place.secrets.erasure_signer(), until) else { return Ok(()) };
    let kept = Erasures::in_folder(place.checkpoints).note(&signer, erased, until);
    kept.map_err(|error| Fault::refused(error.to_string()))
}
