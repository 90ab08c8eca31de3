//! Filling an empty database from a copy, in one transaction: nobody ever sees a part of it.

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Bool, Date, Double, Integer, Nullable, Text, Timestamp};

use super::rules::Rules;
use super::{Cell, Kind, Table, quoted};
use crate::db::Conn;
use crate::db::connect::{Location, assert_durable, connect, settle};
use crate::db::migrate;
use crate::db::search::later;
use crate::error::{ApiError, Result};

/// Values in one statement: SQLite takes 32,766, PostgreSQL twice as many.
const MOST_VALUES: usize = 4000;

/// A database that is being filled; nothing of it stays unless [`Target::commit`] is called.
pub struct Target {
    location: Location,
    conn: Conn,
    rules: Option<Rules>,
}

impl Target {
    /// Takes hold of a database without a table; `None` if there is one.
    pub fn open(location: &Location) -> Result<Option<Self>> {
        let mut conn = connect(location).map_err(|_| ApiError::Unavailable)?;
        match &mut conn {
            Conn::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE")?,
            Conn::Postgres(conn) => {
                assert_durable(conn)?;
                // Servers that start meanwhile wait, and find the whole.
                conn.batch_execute(migrate::UNHURRIED)?;
                conn.batch_execute(migrate::LOCK)?;
                AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN")?;
            }
        }
        let is_empty = super::tables(&mut conn)?.is_empty();
        Ok(is_empty.then(|| Self { location: location.clone(), conn, rules: None }))
    }

    pub fn conn(&mut self) -> &mut Conn {
        &mut self.conn
    }

    /// Makes the schema as these migrations made it, empties it, and lets rows come in any order.
    pub fn prepare(&mut self, migrations: &[String]) -> Result<Vec<Table>> {
        migrate::up_to(&mut self.conn, migrations.last().map(String::as_str))?;
        let tables = super::tables(&mut self.conn)?;
        self.rules = Some(Rules::suspend(&mut self.conn)?);
        for table in &tables {
            diesel::sql_query(format!("DELETE FROM {}", quoted(&table.name))).execute(&mut self.conn)?;
        }
        Ok(tables)
    }

    pub fn add(&mut self, table: &Table, rows: &[Vec<Cell>]) -> Result<()> {
        let at_once = (MOST_VALUES / table.columns.len().max(1)).max(1);
        rows.chunks(at_once).try_for_each(|rows| insert(&mut self.conn, table, rows))
    }

    /// Has the engine check every reference, and brings the schema up to date.
    pub fn settle(&mut self) -> Result<()> {
        if let Some(rules) = self.rules.take() {
            rules.resume(&mut self.conn)?;
        }
        migrate::up_to(&mut self.conn, None)?;
        // From here on cases may change, and with them what is found of them.
        match &mut self.conn {
            Conn::Sqlite(conn) => Ok(later::prepare(conn)?),
            Conn::Postgres(_) => Ok(()),
        }
    }

    /// Keeps it all: on disk when this returns, and nothing else: what was taken out again has left the log too.
    pub fn commit(mut self) -> Result<()> {
        match &mut self.conn {
            Conn::Sqlite(conn) => {
                later::settle(conn)?;
                AnsiTransactionManager::commit_transaction(conn)?;
                settle(&self.location)?;
            }
            Conn::Postgres(conn) => {
                AnsiTransactionManager::commit_transaction(conn)?;
                conn.batch_execute(migrate::UNLOCK)?;
            }
        }
        Ok(())
    }
}

/// Binds the values of rows, one after the other, in the types of their columns.
macro_rules! bind_all {
    ($query:expr, $table:expr, $rows:expr) => {{
        let mut query = $query;
        for row in $rows {
            for (cell, column) in row.iter().zip(&$table.columns) {
                query = match column.kind {
                    Kind::Text => query.bind::<Nullable<Text>, _>(text(cell)),
                    Kind::BigInt => query.bind::<Nullable<BigInt>, _>(int(cell)),
                    Kind::Integer => query.bind::<Nullable<Integer>, _>(int(cell).and_then(|n| i32::try_from(n).ok())),
                    Kind::Double => query.bind::<Nullable<Double>, _>(value!(cell, Double)),
                    Kind::Bool => query.bind::<Nullable<Bool>, _>(value!(cell, Bool)),
                    Kind::Binary => query.bind::<Nullable<Binary>, _>(bytes(cell)),
                    Kind::Date => query.bind::<Nullable<Date>, _>(value!(cell, Day)),
                    Kind::Timestamp => query.bind::<Nullable<Timestamp>, _>(value!(cell, At)),
                };
            }
        }
        query
    }};
}

macro_rules! value {
    ($cell:expr, $variant:ident) => {
        if let Cell::$variant(value) = $cell { Some(*value) } else { None }
    };
}

fn text(cell: &Cell) -> Option<&str> {
    if let Cell::Text(text) = cell { Some(text) } else { None }
}

fn bytes(cell: &Cell) -> Option<&[u8]> {
    if let Cell::Bytes(bytes) = cell { Some(bytes) } else { None }
}

fn int(cell: &Cell) -> Option<i64> {
    value!(cell, Int)
}

fn insert(conn: &mut Conn, table: &Table, rows: &[Vec<Cell>]) -> Result<()> {
    let columns: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let width = columns.len();
    let numbered = matches!(conn, Conn::Postgres(_));
    let value = |place: usize| if numbered { format!("${}", place + 1) } else { "?".to_owned() };
    let row = |row: usize| {
        let values: Vec<String> = (row * width..(row + 1) * width).map(value).collect();
        format!("({})", values.join(", "))
    };
    let values: Vec<String> = (0..rows.len()).map(row).collect();
    let (name, columns, values) = (quoted(&table.name), columns.join(", "), values.join(", "));
    let query = diesel::sql_query(format!("INSERT INTO {name} ({columns}) VALUES {values}"));
    match conn {
        Conn::Sqlite(conn) => bind_all!(query.into_boxed(), table, rows).execute(conn)?,
        Conn::Postgres(conn) => bind_all!(query.into_boxed(), table, rows).execute(conn)?,
    };
    Ok(())
}
