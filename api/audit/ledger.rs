//! The file of checkpoints: lines are added to its end, and nothing else.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::chain::Head;
use super::checkpoint::{BadLine, Checkpoint, read};
use crate::line_file::LineFile;
use crate::signing::{Signer, Verifier};

/// The name of the file in its folder.
const NAME: &str = "audit-checkpoints.jsonl";

/// Why a checkpoint could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    #[error("line {} of the checkpoints was changed, or one before it is missing", .0.0)]
    Changed(BadLine),
    #[error("the checkpoints can't be read or written: {0}")]
    File(#[from] std::io::Error),
}

impl From<BadLine> for LedgerError {
    fn from(line: BadLine) -> Self {
        Self::Changed(line)
    }
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

    /// What the file holds, as it lies; nothing if it is not there yet.
    pub fn text(&self) -> std::io::Result<String> {
        Ok(self.file.read()?.unwrap_or_default())
    }

    pub fn checkpoints(&self, verifier: &Verifier) -> Result<Vec<Checkpoint>, LedgerError> {
        Ok(read(&self.text()?, verifier)?)
    }

    /// Signs the end of the trail, unless that was done already. On disk when this returns.
    pub fn sign(&self, signer: &Signer, head: &Head, now: DateTime<Utc>) -> Result<Option<Checkpoint>, LedgerError> {
        self.file.add(|text| {
            let known = read(text, &signer.verifier())?;
            let signed = known.last().is_some_and(|last| last.seq >= head.seq);
            Ok((!signed).then(|| Checkpoint::sign(signer, head, known.last(), now)))
        })
    }

    /// Goes back to where a restored trail ends: keeps what was signed up to its last entry, or begins with `otherwise`
    /// where there is no file. One that was signed further is kept beside it, under the path that this returns.
    pub fn go_back(&self, last: i64, otherwise: &str) -> Result<Option<PathBuf>, LedgerError> {
        let Some(text) = self.file.read()? else {
            self.file.begin(otherwise)?;
            return Ok(None);
        };
        let seq_of = |line: &str| serde_json::from_str::<Checkpoint>(line).ok().map(|known| known.seq);
        let Some(further) = text.lines().filter_map(seq_of).max().filter(|seq| *seq > last) else { return Ok(None) };
        let is_kept = |line: &&str| seq_of(line).is_some_and(|seq| seq <= last);
        let kept: String = text.lines().filter(is_kept).map(|line| format!("{line}\n")).collect();
        let aside = self.path().with_file_name(format!("audit-checkpoints.until-{further}.jsonl"));
        std::fs::rename(self.path(), &aside)?;
        self.file.begin(&kept)?;
        Ok(Some(aside))
    }
}

#[cfg(test)]
mod tests {
    use std::fs::OpenOptions;
    use std::io::Write;

    use super::super::checkpoint::PURPOSE;
    use super::*;

    fn head(seq: i64) -> Head {
        Head { seq, hash: format!("{seq:064}") }
    }

    #[test]
    fn what_is_signed_is_kept_in_order_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let (ledger, signer) = (Ledger::in_folder(folder.path()), Signer::new(&[7; 32], PURPOSE));
        assert!(ledger.checkpoints(&signer.verifier()).unwrap().is_empty());
        for (seq, written) in [(10, true), (10, false), (20, true), (15, false)] {
            assert_eq!(ledger.sign(&signer, &head(seq), Utc::now()).unwrap().is_some(), written, "{seq}");
        }
        let kept = ledger.checkpoints(&signer.verifier()).unwrap();
        assert_eq!(kept.iter().map(|checkpoint| checkpoint.seq).collect::<Vec<_>>(), [10, 20]);
    }

    #[test]
    fn it_goes_on_after_a_power_cut() {
        let folder = tempfile::tempdir().unwrap();
        let (ledger, signer) = (Ledger::in_folder(folder.path()), Signer::new(&[7; 32], PURPOSE));
        ledger.sign(&signer, &head(10), Utc::now()).unwrap();
        let mut file = OpenOptions::new().append(true).open(ledger.path()).unwrap();
        file.write_all(b"{\"seq\":20,\"ha").unwrap();
        ledger.sign(&signer, &head(20), Utc::now()).unwrap();
        assert_eq!(ledger.checkpoints(&signer.verifier()).unwrap().len(), 2);
    }

    #[test]
    fn nothing_is_signed_after_a_line_that_was_changed() {
        let folder = tempfile::tempdir().unwrap();
        let (ledger, signer) = (Ledger::in_folder(folder.path()), Signer::new(&[7; 32], PURPOSE));
        ledger.sign(&signer, &head(10), Utc::now()).unwrap();
        let text = std::fs::read_to_string(ledger.path()).unwrap();
        std::fs::write(ledger.path(), text.replace("\"seq\":10", "\"seq\":11")).unwrap();
        let refused = ledger.sign(&signer, &head(20), Utc::now());
        assert!(matches!(refused, Err(LedgerError::Changed(BadLine(1)))));
    }
}
