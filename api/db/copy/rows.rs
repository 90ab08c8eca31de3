//! Rows of whatever table, one by one: a table may be longer than memory.

use diesel::connection::DefaultLoadingMode;
use diesel::deserialize::{self, FromSql, QueryableByName};
use diesel::pg::{Pg, PgRowByRowLoadingMode, PgValue};
use diesel::prelude::*;
use diesel::row::{Field, NamedRow, Row};
use diesel::sql_types::{BigInt, Binary, Bool, Date, Double, Integer, Text, Timestamp};
use diesel::sqlite::{Sqlite, SqliteType};

use super::{Cell, Table, quoted};
use crate::db::Conn;
use crate::error::ApiError;

/// Gives each row of a table to `take`; in the order of a column, where one is given.
pub fn each_row<E: From<ApiError>>(
    conn: &mut Conn,
    table: &Table,
    by: Option<&str>,
    mut take: impl FnMut(Vec<Cell>) -> Result<(), E>,
) -> Result<(), E> {
    let query = diesel::sql_query(select(table, by));
    match conn {
        Conn::Sqlite(conn) => {
            for row in query.load_iter::<Raw, DefaultLoadingMode>(conn).map_err(ApiError::from)? {
                take(cells(table, row.map_err(ApiError::from)?)?)?;
            }
        }
        Conn::Postgres(conn) => {
            for row in query.load_iter::<Raw, PgRowByRowLoadingMode>(conn).map_err(ApiError::from)? {
                take(cells(table, row.map_err(ApiError::from)?)?)?;
            }
        }
    }
    Ok(())
}

fn select(table: &Table, by: Option<&str>) -> String {
    let columns: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let order = by.map(|column| format!(" ORDER BY {}", quoted(column))).unwrap_or_default();
    format!("SELECT {} FROM {}{order}", columns.join(", "), quoted(&table.name))
}

/// A row as the engine gives it.
struct Raw(Vec<Cell>);

fn cells(table: &Table, Raw(cells): Raw) -> Result<Vec<Cell>, ApiError> {
    let of_kinds = cells.into_iter().zip(&table.columns).map(|(cell, column)| {
        cell.of_kind(column.kind).ok_or_else(|| {
            log::error!(table = table.name, column = column.name; "a value is of another type than its column");
            ApiError::Internal
        })
    });
    of_kinds.collect()
}

impl QueryableByName<Sqlite> for Raw {
    fn build<'a>(row: &impl NamedRow<'a, Sqlite>) -> deserialize::Result<Self> {
        let cell = |index| {
            let field = Row::get(row, index).ok_or("a column is missing")?;
            let Some(value) = field.value() else { return Ok(Cell::Null) };
            Ok(match value.value_type() {
                None => Cell::Null,
                Some(SqliteType::Binary) => Cell::Bytes(FromSql::<Binary, Sqlite>::from_sql(value)?),
                Some(SqliteType::Text) => Cell::Text(FromSql::<Text, Sqlite>::from_sql(value)?),
                Some(SqliteType::Float | SqliteType::Double) => {
                    Cell::Double(FromSql::<Double, Sqlite>::from_sql(value)?)
                }
                Some(SqliteType::SmallInt | SqliteType::Integer | SqliteType::Long) => {
                    Cell::Int(FromSql::<BigInt, Sqlite>::from_sql(value)?)
                }
            })
        };
        (0..row.field_count()).map(cell).collect::<deserialize::Result<_>>().map(Self)
    }
}

impl QueryableByName<Pg> for Raw {
    fn build<'a>(row: &impl NamedRow<'a, Pg>) -> deserialize::Result<Self> {
        let cell = |index| {
            let field = Row::get(row, index).ok_or("a column is missing")?;
            field.value().map_or(Ok(Cell::Null), of_postgres)
        };
        (0..row.field_count()).map(cell).collect::<deserialize::Result<_>>().map(Self)
    }
}

/// The numbers of PostgreSQL's own types, which never change.
fn of_postgres(value: PgValue<'_>) -> deserialize::Result<Cell> {
    Ok(match value.get_oid().get() {
        16 => Cell::Bool(FromSql::<Bool, Pg>::from_sql(value)?),
        17 => Cell::Bytes(FromSql::<Binary, Pg>::from_sql(value)?),
        20 => Cell::Int(FromSql::<BigInt, Pg>::from_sql(value)?),
        23 => Cell::Int(<i32 as FromSql<Integer, Pg>>::from_sql(value)?.into()),
        25 => Cell::Text(FromSql::<Text, Pg>::from_sql(value)?),
        701 => Cell::Double(FromSql::<Double, Pg>::from_sql(value)?),
        1082 => Cell::Day(FromSql::<Date, Pg>::from_sql(value)?),
        1114 => Cell::At(FromSql::<Timestamp, Pg>::from_sql(value)?),
        other => return Err(format!("a type that can't be copied: {other}").into()),
    })
}
