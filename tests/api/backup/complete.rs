//! No table is forgotten, also none that a migration brings tomorrow.

use maslahat::db::copy::{Snapshot, tables};

use super::{dump, on_both_engines};
use crate::support::{Database, Engine, schema};

on_both_engines! {
    a_backup_names_every_table_and_column;
}

async fn a_backup_names_every_table_and_column(engine: Engine) {
    let database = Database::new(engine).await;
    let mut snapshot = Snapshot::take(&database.location()).unwrap();
    let copied = tables(snapshot.conn()).unwrap();
    let names: Vec<&String> = copied.iter().map(|table| &table.name).collect();
    assert_eq!(names, dump::tables(&database.location()).iter().collect::<Vec<_>>(), "as the engine says");
    let mut columns: Vec<String> = copied
        .iter()
        .flat_map(|table| table.columns.iter().map(|column| format!("{}.{}", table.name, column.name)))
        .collect();
    columns.sort();
    assert_eq!(columns, of_the_code(), "as the code says");
}

/// Each column that the code knows.
fn of_the_code() -> Vec<String> {
    let columns = schema::tables().into_iter().flat_map(|schema::Table { name, columns }| {
        columns.into_iter().map(move |(column, _)| format!("{name}.{column}"))
    });
    let mut all: Vec<String> = columns.collect();
    all.sort();
    all
}
