//! The file of checkpoints: lines are added to its end, and nothing else.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::chain::Head;
use super::checkpoint::{BadLine, Checkpoint, read};
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
    path: PathBuf,
}

impl Ledger {
    pub fn in_folder(folder: &Path) -> Self {
        Self { path: folder.join(NAME) }
    }

    pub fn at(path: PathBuf) -> Self {
        Self { path }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What the file holds; nothing if it is not there yet.
    pub fn checkpoints(&self, verifier: &Verifier) -> Result<Vec<Checkpoint>, LedgerError> {
        match std::fs::read_to_string(&self.path) {
            Ok(text) => Ok(read(&text, verifier)?),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(vec![]),
            Err(error) => Err(error.into()),
        }
    }

    /// Signs the end of the trail, unless that was done already. On disk when this returns.
    ///
    /// Several servers may share the file: each holds it while it writes.
    pub fn sign(&self, signer: &Signer, head: &Head, now: DateTime<Utc>) -> Result<Option<Checkpoint>, LedgerError> {
        let mut file = self.open()?;
        file.lock()?;
        let mut text = String::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_string(&mut text)?;
        let known = read(&text, &signer.verifier())?;
        if known.last().is_some_and(|last| last.seq >= head.seq) {
            return Ok(None);
        }
        let checkpoint = Checkpoint::sign(signer, head, known.last(), now);
        let mut line = serde_json::to_string(&checkpoint).map_err(std::io::Error::from)?;
        line.push('\n');
        if !text.is_empty() && !text.ends_with('\n') {
            // After a line that a power cut left unfinished.
            line.insert(0, '\n');
        }
        file.write_all(line.as_bytes())?;
        file.sync_all()?;
        Ok(Some(checkpoint))
    }

    /// Goes back to where a restored trail ends: keeps what was signed up to its last entry, or begins with `otherwise`
    /// where there is no file. One that was signed further is kept beside it, under the path that this returns.
    pub fn go_back(&self, last: i64, otherwise: &str) -> Result<Option<PathBuf>, LedgerError> {
        let text = match std::fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let mut file = self.open()?;
                file.write_all(otherwise.as_bytes())?;
                file.sync_all()?;
                return Ok(None);
            }
            Err(error) => return Err(error.into()),
        };
        let signed = |line: &&str| serde_json::from_str::<Checkpoint>(line).is_ok_and(|known| known.seq <= last);
        let kept: String = text.lines().filter(signed).map(|line| format!("{line}\n")).collect();
        let further =
            text.lines().filter_map(|line| serde_json::from_str::<Checkpoint>(line).ok()).map(|known| known.seq);
        let Some(further) = further.max().filter(|seq| *seq > last) else { return Ok(None) };
        let aside = self.path.with_file_name(format!("audit-checkpoints.until-{further}.jsonl"));
        std::fs::rename(&self.path, &aside)?;
        let mut file = self.open()?;
        file.write_all(kept.as_bytes())?;
        file.sync_all()?;
        Ok(Some(aside))
    }

    fn open(&self) -> std::io::Result<File> {
        if let Some(folder) = self.path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        OpenOptions::new().read(true).append(true).create(true).mode(0o640).open(&self.path)
    }
}

#[cfg(test)]
mod tests {
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
