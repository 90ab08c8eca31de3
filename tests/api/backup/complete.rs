//! No table is forgotten, also none that a migration brings tomorrow.

use maslahat::db::copy::{Snapshot, tables};

use super::{dump, on_both_engines};
use crate::support::{Database, Engine};

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
    let mut all = vec![];
    for text in include_str!("../../../api/schema.rs").split("diesel::table!").skip(1) {
        let text = text.split("diesel::").next().unwrap();
        let mut parts = text.splitn(3, '{').skip(1);
        let name = parts.next().unwrap().split('(').next().unwrap().trim().to_owned();
        let columns = parts.next().unwrap().split('}').next().unwrap().split(',').map(str::trim);
        for column in columns.filter(|column| !column.is_empty()) {
            let column = column.split_once(" -> ").unwrap().0;
            let column =
                column.strip_prefix("#[sql_name = \"").map_or(column, |named| named.split('"').next().unwrap());
            all.push(format!("{name}.{column}"));
        }
    }
    all.sort();
    all
}
