//! Copying whatever the database holds, table by table, in values that both engines have.
//!
//! Which tables and columns there are the database itself says: nothing has to be entered here for a new migration.

mod catalogue;
mod cell;
mod load;
mod rows;
mod rules;
mod snapshot;

use serde::{Deserialize, Serialize};

pub use super::connect::settle;
pub use super::migrate::versions;
pub use catalogue::{migrations, tables};
pub use cell::Cell;
pub use load::Target;
pub use rows::each_row;
pub use snapshot::{Snapshot, now};

/// A table of the program's own; what the engine or the migrations keep for themselves is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    pub name: String,
    /// By name, so that both engines give them in one order.
    pub columns: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
}

/// The types of columns that the program uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Text,
    BigInt,
    Integer,
    Double,
    Bool,
    Binary,
    Date,
    Timestamp,
}

impl Kind {
    /// By the name that an engine has for it.
    fn named(sql: &str) -> Option<Self> {
        Some(match sql.to_lowercase().as_str() {
            "text" => Self::Text,
            "bigint" => Self::BigInt,
            "integer" => Self::Integer,
            "double" | "double precision" => Self::Double,
            "boolean" => Self::Bool,
            "blob" | "bytea" => Self::Binary,
            "date" => Self::Date,
            "timestamp" | "timestamp without time zone" => Self::Timestamp,
            _ => return None,
        })
    }
}

/// A name as SQL writes it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
