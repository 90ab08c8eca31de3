//! SQLite: the template is a file beside the build; a test's database is a copy of it.

use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use maslahat::db::Location;
use tempfile::TempDir;

use super::engine::{fill, fingerprint};

pub struct Copy {
    folder: TempDir,
}

impl Copy {
    pub async fn of_template() -> Self {
        let copy = Self::empty();
        std::fs::copy(template().await, copy.file()).expect("the template can be copied");
        copy
    }

    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir_in(roomiest()).unwrap() }
    }

    pub fn location(&self) -> Location {
        Location::Sqlite(self.file().display().to_string())
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("maslahat.db")
    }
}

/// In memory where there is some: each commit is synced, and a disk takes its time.
fn roomiest() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() }
}

/// The template's path. Several processes may make it at once: each makes its own and moves it into place whole.
async fn template() -> PathBuf {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let template = built.join(format!("template-{}.db", fingerprint()));
    if !template.exists() {
        let draft = tempfile::tempdir_in(built).unwrap();
        let (filled, whole) = (draft.path().join("filled.db"), draft.path().join("whole.db"));
        fill(&Location::Sqlite(filled.display().to_string())).await;
        gather(&filled, &whole);
        std::fs::rename(&whole, &template).unwrap();
    }
    template
}

/// Writes a database, with what is still in its write-ahead log, into one file.
fn gather(from: &Path, to: &Path) {
    let mut conn = SqliteConnection::establish(&from.display().to_string()).unwrap();
    // Whoever filled it may still be closing it.
    conn.batch_execute(&format!("PRAGMA busy_timeout = 10000; VACUUM INTO '{}'", to.display())).unwrap();
}
