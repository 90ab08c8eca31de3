//! What the database says of itself.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::{Column, Kind, Table};
use crate::db::Conn;
use crate::error::{ApiError, Result};

/// A virtual table has a number that is not listed, and texts without a type.
const SQLITE: &str = "
    SELECT t.name AS of_table, c.name AS name, CASE t.type WHEN 'virtual' THEN 'text' ELSE c.type END AS kind
    FROM pragma_table_list t JOIN pragma_table_info(t.name) c
    WHERE t.schema = 'main' AND t.type IN ('table', 'virtual')
      AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND t.name NOT LIKE '\\_\\_diesel%' ESCAPE '\\'
    UNION ALL
    SELECT name, 'rowid', 'bigint' FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual'";

const POSTGRES: &str = "
    SELECT c.table_name::text AS of_table, c.column_name::text AS name, c.data_type::text AS kind
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.table_name NOT LIKE '\\_\\_diesel%'";

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    of_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

/// All tables of the program, by name.
pub fn tables(conn: &mut Conn) -> Result<Vec<Table>> {
    let found: Vec<Found> = match conn {
        Conn::Sqlite(conn) => diesel::sql_query(SQLITE).load(conn)?,
        Conn::Postgres(conn) => diesel::sql_query(POSTGRES).load(conn)?,
    };
    let mut tables: BTreeMap<String, Vec<Column>> = BTreeMap::new();
    for Found { of_table, name, kind } in found {
        let Some(known) = Kind::named(&kind) else {
            log::error!(table = of_table, column = name, kind; "a column has a type that can't be copied");
            return Err(ApiError::Internal);
        };
        tables.entry(of_table).or_default().push(Column { name, kind: known });
    }
    let by_name = |(name, mut columns): (String, Vec<Column>)| {
        columns.sort();
        Table { name, columns }
    };
    Ok(tables.into_iter().map(by_name).collect())
}

#[derive(QueryableByName)]
struct Applied {
    #[diesel(sql_type = Text)]
    version: String,
}

/// The versions of the migrations that made the schema, the first first.
pub fn migrations(conn: &mut Conn) -> Result<Vec<String>> {
    let query = diesel::sql_query("SELECT version FROM __diesel_schema_migrations ORDER BY version");
    let applied: Vec<Applied> = query.load(conn)?;
    Ok(applied.into_iter().map(|row| row.version).collect())
}
