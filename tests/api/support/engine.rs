//! A database for one test: a copy of a migrated template, removed with the test.

use std::path::Path;

use chrono::Utc;
use maslahat::db::{Db, Location};
use maslahat::places;
use sha2::{Digest, Sha256};

use super::{postgres, sqlite};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A database that lives as long as this.
pub enum Database {
    Sqlite(sqlite::Copy),
    Postgres(postgres::Copy),
}

impl Database {
    /// A migrated database with the places of the country in it.
    pub async fn new(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::Sqlite(sqlite::Copy::of_template().await),
            Engine::Postgres => Self::Postgres(postgres::Copy::of_template().await),
        }
    }

    /// A database without a table.
    pub async fn empty(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::Sqlite(sqlite::Copy::empty()),
            Engine::Postgres => Self::Postgres(postgres::Copy::empty()),
        }
    }

    pub fn location(&self) -> Location {
        match self {
            Self::Sqlite(copy) => copy.location(),
            Self::Postgres(copy) => copy.location(),
        }
    }
}

/// Fills a new template.
pub async fn fill(location: &Location) {
    let db = Db::open(location, 1).expect("the template can be migrated");
    db.write(|conn| places::seed::seed(conn, Utc::now())).await.expect("the template can be filled");
}

/// A name that changes with whatever a template is made from.
pub fn fingerprint() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = files_below(&root.join("migrations"));
    files.extend(files_below(&root.join("api/places")));
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.to_string_lossy().as_bytes());
        hash.update(std::fs::read(&file).unwrap());
    }
    hex::encode(hash.finalize())[..16].to_owned()
}

fn files_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}
