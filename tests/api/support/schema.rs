//! What the code believes of the tables, as it is written under `api/schema/`.

use std::path::Path;

pub struct Table {
    pub name: String,
    /// Names in the database, each with its type.
    pub columns: Vec<(String, String)>,
}

pub fn tables() -> Vec<Table> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("api/schema");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let found: Vec<Table> = files.flat_map(|text| tables_of(&text)).collect();
    assert!(found.len() > 50, "the schema is elsewhere");
    found
}

fn tables_of(text: &str) -> Vec<Table> {
    text.split("diesel::table!").skip(1).map(|part| table(part.split("diesel::").next().unwrap())).collect()
}

/// From ` { name (key) { column -> Type, … } }`.
fn table(text: &str) -> Table {
    let mut parts = text.splitn(3, '{').skip(1);
    let name = parts.next().unwrap().split('(').next().unwrap().trim().to_owned();
    let columns = parts.next().unwrap().split('}').next().unwrap().split(',').map(str::trim);
    let columns = columns.filter(|column| !column.is_empty()).map(|column| {
        let (column, kind) = column.split_once(" -> ").unwrap();
        let column = column.strip_prefix("#[sql_name = \"").map_or(column, |named| named.split('"').next().unwrap());
        (column.to_owned(), kind.to_owned())
    });
    Table { name, columns: columns.collect() }
}
