//! The rules of the house that the compiler can't uphold.

use std::path::{Path, PathBuf};

use crate::support::schema;

/// What only `api/db` may say: the rest of the code does not know that there are two engines.
const ENGINES: [&str; 6] =
    ["SqliteConnection", "PgConnection", "sql_query", "Conn::Sqlite", "Conn::Postgres", "batch_execute"];

const LONGEST_FILE: usize = 350;

struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    fn is_named(&self, name: &str) -> bool {
        self.path.file_name().is_some_and(|file| file == name)
    }

    /// Whether it holds rules: `domain.rs`, or what that is divided into.
    fn is_domain(&self) -> bool {
        self.is_named("domain.rs") || self.path.parent().is_some_and(|folder| folder.ends_with("domain"))
    }

    fn without_tests(self) -> Self {
        let text = self.text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
        Self { text, ..self }
    }

    /// The lines that hold one of `words`, as `path:number`.
    fn lines_with(&self, words: &[&str]) -> Vec<String> {
        let holds = |line: &str| words.iter().any(|word| line.contains(word));
        let numbered = self.text.lines().enumerate().filter(|(_, line)| holds(line));
        numbered.map(|(number, _)| format!("{}:{}", self.path.display(), number + 1)).collect()
    }
}

fn sources() -> Vec<Source> {
    let mut found = vec![];
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("api"), &mut found);
    assert!(found.len() > 50, "the code is elsewhere");
    found
}

fn gather(folder: &Path, found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let path = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_owned();
            found.push(Source { path, text });
        }
    }
}

#[track_caller]
fn none(offenders: Vec<String>) {
    assert!(offenders.is_empty(), "{offenders:#?}");
}

#[test]
fn only_the_database_module_knows_the_engines() {
    let others = sources().into_iter().filter(|source| !source.path.starts_with("api/db"));
    none(others.flat_map(|source| source.lines_with(&ENGINES)).collect());
}

#[test]
fn a_domain_knows_neither_database_nor_http() {
    let domains = sources().into_iter().filter(Source::is_domain);
    none(domains.flat_map(|source| source.lines_with(&["diesel", "actix"])).collect());
}

#[test]
fn a_domain_does_not_look_at_the_clock() {
    let domains = sources().into_iter().filter(Source::is_domain);
    none(domains.map(Source::without_tests).flat_map(|source| source.lines_with(&["Utc::now"])).collect());
}

#[test]
fn policies_and_domains_name_every_case() {
    let tables = sources().into_iter().filter(|source| source.is_named("policy.rs") || source.is_domain());
    none(tables.flat_map(|source| source.lines_with(&["_ =>"])).collect());
}

#[test]
fn routes_leave_queries_to_the_store() {
    let routes = sources().into_iter().filter(|source| source.path.to_string_lossy().ends_with("routes.rs"));
    none(routes.flat_map(|source| source.lines_with(&["diesel::"])).collect());
}

/// What is read from a table has no way out but through a view, which says what it shows.
#[test]
fn rows_are_never_serialized() {
    let mut offenders = vec![];
    for source in sources() {
        // Each part begins with what a `derive` names and holds the item that it stands on.
        for part in source.text.split("#[derive(").skip(1) {
            let (traits, item) = part.split_once(")]").unwrap();
            let is_row = traits.contains("Selectable") || traits.contains("Insertable");
            if is_row && traits.contains("Serialize") {
                let name = item.split("struct ").nth(1).and_then(|text| text.split_whitespace().next());
                offenders.push(format!("{}: {}", source.path.display(), name.unwrap_or_default()));
            }
        }
    }
    none(offenders);
}

/// The document has one place for all of them, and the last of a name would take it in silence.
#[test]
fn shapes_of_the_document_have_names_of_their_own() {
    let mut seen = std::collections::HashMap::new();
    let mut twice = vec![];
    for source in sources() {
        let derived = source.text.split("ToSchema").skip(1);
        let names = derived.filter_map(|rest| rest.split_once(")]")).filter_map(|(_, after)| declared(after));
        for name in names {
            let place = source.path.display().to_string();
            if let Some(other) = seen.insert(name.to_owned(), place.clone()) {
                twice.push(format!("{name}: {other} and {place}"));
            }
        }
    }
    assert!(seen.len() > 50, "they are found in another way");
    none(twice);
}

/// The name of the type that a derivation stands over.
fn declared(after: &str) -> Option<&str> {
    let line = after.lines().find(|line| line.contains("struct ") || line.contains("enum "))?;
    let (_, name) = line.split_once("struct ").or_else(|| line.split_once("enum "))?;
    name.split(|c: char| !c.is_alphanumeric()).next().filter(|name| !name.is_empty())
}

#[test]
fn files_are_short() {
    let long = sources().into_iter().filter(|source| source.text.lines().count() > LONGEST_FILE);
    none(long.map(|source| source.path.display().to_string()).collect());
}

/// What is sealed must be sealed anew when keys are rotated, or it is lost with the old key.
#[test]
fn every_sealed_column_takes_part_in_a_rotation() {
    let columns = schema::tables().into_iter().flat_map(|schema::Table { name, columns }| {
        columns.into_iter().map(move |(column, _)| format!("{name}.{column}"))
    });
    let found: Vec<String> = columns.filter(|column| column.ends_with("_sealed")).collect();
    let known: Vec<&str> = maslahat::rotation::COLUMNS.iter().map(|column| column.name).collect();
    assert!(found.len() > 1, "{found:?}");
    none(found.into_iter().filter(|column| !known.contains(&column.as_str())).collect());
}
