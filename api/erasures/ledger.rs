//! What was erased, noted outside the database: a backup from before would bring it back, and whoever restores one takes
//! it out again by this file.
//!
//! It holds ids, times and what was taken out, and nothing of the person. Lines are added to its end and nothing else; each
//! is signed and names the one before. A line says up to when everything is in it, so that a copy which is too old for a
//! backup is known to be.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::ErasureId;
use crate::accounts::AccountId;
use crate::grievances::GrievanceId;
use crate::line_file::LineFile;
use crate::signing::{Signer, Verifier};
use crate::stakeholders::StakeholderId;

/// What the signatures are for.
pub const PURPOSE: &str = "maslahat erasures v1";

/// The name of the file in its folder.
const NAME: &str = "erasures.jsonl";

/// What was taken out, and of what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Erased {
    Case(ErasedCase),
    Stakeholder(ErasedStakeholder),
}

impl Erased {
    pub fn id(&self) -> ErasureId {
        match self {
            Self::Case(erased) => erased.id,
            Self::Stakeholder(erased) => erased.id,
        }
    }
}

/// Somebody who was taken out of the register of stakeholders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasedStakeholder {
    pub id: ErasureId,
    pub stakeholder_id: StakeholderId,
    pub account_id: AccountId,
    pub at: DateTime<Utc>,
}

/// What was taken out of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasedCase {
    pub id: ErasureId,
    pub grievance_id: GrievanceId,
    pub account_id: AccountId,
    pub at: DateTime<Utc>,
    pub words: bool,
    pub files: bool,
    pub receipt: bool,
}

/// A line of the file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    /// What was erased before is in this line or in one above.
    until: DateTime<Utc>,
    erased: Vec<Erased>,
    /// Of the line before: a hash of its signature; empty for the first.
    previous: String,
    signature: String,
}

impl Line {
    fn sign(signer: &Signer, erased: Vec<Erased>, before: Option<&Self>, until: DateTime<Utc>) -> Self {
        let previous = before.map(Self::mark).unwrap_or_default();
        let mut line = Self { until, erased, previous, signature: String::new() };
        line.signature = line.with_parts(|parts| signer.sign(parts));
        line
    }

    fn with_parts<T>(&self, act: impl FnOnce(&[&str]) -> T) -> T {
        let until = self.until.to_rfc3339_opts(SecondsFormat::AutoSi, true);
        let erased = hex::encode(Sha256::digest(serde_json::to_vec(&self.erased).unwrap_or_default()));
        act(&[&until, &erased, &self.previous])
    }

    fn mark(&self) -> String {
        hex::encode(Sha256::digest(self.signature.as_bytes()))
    }
}

/// What the file holds.
#[derive(Clone, Debug, Default)]
pub struct Noted {
    pub erased: Vec<Erased>,
    /// Up to when it is complete; nothing where there is no file.
    pub until: Option<DateTime<Utc>>,
}

/// Why the file could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    #[error("line {0} of the erasures was changed, or one before it is missing")]
    Changed(usize),
    #[error("the erasures can't be read or written: {0}")]
    File(#[from] std::io::Error),
}

#[derive(Clone, Debug)]
pub struct Ledger {
    file: LineFile,
}

impl Ledger {
    pub fn in_folder(folder: &Path) -> Self {
        Self::at(folder.join(NAME))
    }

    pub fn at(path: PathBuf) -> Self {
        Self { file: LineFile::at(path) }
    }

    pub fn path(&self) -> &Path {
        self.file.path()
    }

    pub fn noted(&self, verifier: &Verifier) -> Result<Noted, LedgerError> {
        let lines = read(&self.file.read()?.unwrap_or_default(), verifier)?;
        let until = lines.last().map(|line| line.until);
        Ok(Noted { erased: lines.into_iter().flat_map(|line| line.erased).collect(), until })
    }

    /// Notes those of `all` that are not in the file yet, and that these are all until `until`. On disk when it returns.
    pub fn note(&self, signer: &Signer, all: Vec<Erased>, until: DateTime<Utc>) -> Result<(), LedgerError> {
        self.file.add(|text| next(text, signer, all, until).map(Some)).map(drop)
    }
}

fn next(text: &str, signer: &Signer, all: Vec<Erased>, until: DateTime<Utc>) -> Result<Line, LedgerError> {
    let known = read(text, &signer.verifier())?;
    let ids: HashSet<ErasureId> = known.iter().flat_map(|line| &line.erased).map(Erased::id).collect();
    let new = all.into_iter().filter(|erased| !ids.contains(&erased.id())).collect();
    // Another server may have been later, and faster.
    let until = known.last().map_or(until, |last| last.until.max(until));
    Ok(Line::sign(signer, new, known.last(), until))
}

/// A line that a power cut left unfinished is passed over. Nobody hides one that way: the next one names it.
fn read(text: &str, verifier: &Verifier) -> Result<Vec<Line>, LedgerError> {
    let mut all: Vec<Line> = vec![];
    for (index, text) in text.lines().enumerate() {
        let Ok(line) = serde_json::from_str::<Line>(text) else { continue };
        let follows = line.previous == all.last().map(Line::mark).unwrap_or_default();
        if !follows || !line.with_parts(|parts| verifier.holds(parts, &line.signature)) {
            return Err(LedgerError::Changed(index + 1));
        }
        all.push(line);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use std::fs::OpenOptions;
    use std::io::Write;

    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    fn erased(seconds: i64) -> Erased {
        let at = at(seconds);
        let (id, grievance_id, account_id) = (ErasureId::at(at), GrievanceId::random(), AccountId::at(at));
        Erased::Case(ErasedCase { id, grievance_id, account_id, at, words: true, files: false, receipt: true })
    }

    fn somebody(seconds: i64) -> Erased {
        let at = at(seconds);
        let (id, stakeholder_id, account_id) = (ErasureId::at(at), StakeholderId::at(at), AccountId::at(at));
        Erased::Stakeholder(ErasedStakeholder { id, stakeholder_id, account_id, at })
    }

    fn signer() -> Signer {
        Signer::new(&[7; 32], PURPOSE)
    }

    #[test]
    fn each_is_noted_once_and_the_file_says_until_when() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::in_folder(folder.path());
        assert!(ledger.noted(&signer().verifier()).unwrap().until.is_none());
        let (one, two) = (erased(10), somebody(20));
        ledger.note(&signer(), vec![one.clone()], at(10)).unwrap();
        ledger.note(&signer(), vec![one.clone(), two.clone()], at(20)).unwrap();
        ledger.note(&signer(), vec![one.clone(), two.clone()], at(10)).unwrap();
        let noted = ledger.noted(&signer().verifier()).unwrap();
        assert_eq!((noted.erased, noted.until), (vec![one, two.clone()], Some(at(20))));
    }

    #[test]
    fn a_line_that_was_changed_or_taken_out_shows() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::in_folder(folder.path());
        for seconds in 1..5 {
            ledger.note(&signer(), vec![erased(seconds)], DateTime::from_timestamp(seconds, 0).unwrap()).unwrap();
        }
        let whole = std::fs::read_to_string(ledger.path()).unwrap();
        let changed = whole.replacen("\"words\":true", "\"words\":false", 1);
        let without: String = whole.lines().skip(1).map(|line| format!("{line}\n")).collect();
        for text in [changed, without] {
            std::fs::write(ledger.path(), text).unwrap();
            assert!(matches!(ledger.noted(&signer().verifier()), Err(LedgerError::Changed(1))));
        }
    }

    #[test]
    fn it_goes_on_after_a_power_cut() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::in_folder(folder.path());
        ledger.note(&signer(), vec![erased(1)], Utc::now()).unwrap();
        let mut file = OpenOptions::new().append(true).open(ledger.path()).unwrap();
        file.write_all(b"{\"until\":\"20").unwrap();
        ledger.note(&signer(), vec![erased(2)], Utc::now()).unwrap();
        assert_eq!(ledger.noted(&signer().verifier()).unwrap().erased.len(), 2);
    }
}
