//! Whether a file is still the one that was read.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// A file's identity, size and time, as they were when it was looked at.
pub struct Stamp {
    path: PathBuf,
    seen: Option<[i64; 4]>,
}

impl Stamp {
    pub fn of(path: &Path) -> Self {
        Self { path: path.to_owned(), seen: look(path) }
    }

    /// Of a file that may have changed since it was read.
    pub fn unknown(path: &Path) -> Self {
        Self { path: path.to_owned(), seen: None }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A file that is gone for the moment has not changed: somebody is about to replace it.
    pub fn still_holds(&self) -> bool {
        look(&self.path).is_none_or(|now| self.seen == Some(now))
    }
}

fn look(path: &Path) -> Option<[i64; 4]> {
    let found = std::fs::metadata(path).ok()?;
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    Some([whole(found.ino()), whole(found.size()), found.mtime(), found.mtime_nsec()])
}
