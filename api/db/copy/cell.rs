//! A value of a row, the same on both engines, and its spelling in a copy.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};

use super::Kind;

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Null,
    Text(String),
    Int(i64),
    Double(f64),
    Bool(bool),
    Bytes(Vec<u8>),
    Day(NaiveDate),
    At(NaiveDateTime),
}

/// To the microsecond, which both engines keep.
const MOMENT: &str = "%Y-%m-%dT%H:%M:%S%.6f";
const DAY: &str = "%Y-%m-%d";

impl Cell {
    /// As a copy spells it: each value has one spelling, so that equal rows are equal texts.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Text(text) => json!(text),
            Self::Int(number) => json!(number),
            // The shortest digits that give the same number again.
            Self::Double(number) => json!(number.to_string()),
            Self::Bool(flag) => json!(flag),
            Self::Bytes(bytes) => json!(STANDARD.encode(bytes)),
            Self::Day(day) => json!(day.format(DAY).to_string()),
            Self::At(at) => json!(at.format(MOMENT).to_string()),
        }
    }

    /// The value that a copy spells; `None` if that is none of this kind.
    pub fn from_json(kind: Kind, value: Value) -> Option<Self> {
        Some(match (kind, value) {
            (_, Value::Null) => Self::Null,
            (Kind::BigInt | Kind::Integer, Value::Number(number)) => Self::Int(number.as_i64()?),
            (Kind::Bool, Value::Bool(flag)) => Self::Bool(flag),
            (Kind::Text, Value::String(text)) => Self::Text(text),
            (Kind::Double, Value::String(text)) => Self::Double(text.parse().ok()?),
            (Kind::Binary, Value::String(text)) => Self::Bytes(STANDARD.decode(text).ok()?),
            (Kind::Date, Value::String(text)) => Self::Day(NaiveDate::parse_from_str(&text, DAY).ok()?),
            (Kind::Timestamp, Value::String(text)) => {
                Self::At(NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M:%S%.f").ok()?)
            }
            (
                Kind::Text
                | Kind::BigInt
                | Kind::Integer
                | Kind::Double
                | Kind::Bool
                | Kind::Binary
                | Kind::Date
                | Kind::Timestamp,
                Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_),
            ) => return None,
        })
    }

    /// A value as SQLite holds it, which knows neither days nor moments.
    pub(super) fn of_kind(self, kind: Kind) -> Option<Self> {
        Some(match (kind, self) {
            (_, Self::Null) => Self::Null,
            (Kind::Bool, Self::Int(number)) => Self::Bool(number != 0),
            #[expect(clippy::cast_precision_loss, reason = "SQLite stores a whole number in a column of fractions so")]
            (Kind::Double, Self::Int(number)) => Self::Double(number as f64),
            (Kind::Date, Self::Text(text)) => Self::Day(NaiveDate::parse_from_str(&text, DAY).ok()?),
            (Kind::Timestamp, Self::Text(text)) => {
                Self::At(NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M:%S%.f").ok()?)
            }
            (kind, value) => return value.is(kind).then_some(value),
        })
    }

    fn is(&self, kind: Kind) -> bool {
        match self {
            Self::Null => true,
            Self::Text(_) => kind == Kind::Text,
            Self::Int(_) => matches!(kind, Kind::BigInt | Kind::Integer),
            Self::Double(_) => kind == Kind::Double,
            Self::Bool(_) => kind == Kind::Bool,
            Self::Bytes(_) => kind == Kind::Binary,
            Self::Day(_) => kind == Kind::Date,
            Self::At(_) => kind == Kind::Timestamp,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn there_and_back(kind: Kind, cell: Cell) {
        let line = cell.to_json().to_string();
        assert_eq!(Cell::from_json(kind, serde_json::from_str(&line).unwrap()), Some(cell), "{line}");
    }

    proptest! {
        #[test]
        fn every_value_is_read_as_it_was_written(
            text in ".*", number in any::<i64>(), fraction in -1e300..1e300f64, flag in any::<bool>(),
            bytes in proptest::collection::vec(any::<u8>(), 0..40), micros in -10_000_000_000_000_000..10_000_000_000_000_000i64,
        ) {
            let at = chrono::DateTime::from_timestamp_micros(micros).unwrap().naive_utc();
            there_and_back(Kind::Text, Cell::Text(text));
            there_and_back(Kind::BigInt, Cell::Int(number));
            there_and_back(Kind::Double, Cell::Double(fraction));
            there_and_back(Kind::Bool, Cell::Bool(flag));
            there_and_back(Kind::Binary, Cell::Bytes(bytes));
            there_and_back(Kind::Timestamp, Cell::At(at));
            there_and_back(Kind::Date, Cell::Day(at.date()));
            there_and_back(Kind::Text, Cell::Null);
        }
    }

    #[test]
    fn a_value_of_another_kind_is_refused() {
        assert_eq!(Cell::from_json(Kind::Bool, json!("true")), None);
        assert_eq!(Cell::from_json(Kind::Date, json!("yesterday")), None);
        assert_eq!(Cell::from_json(Kind::BigInt, json!(1.5)), None);
        assert_eq!(Cell::Text("a".into()).of_kind(Kind::Binary), None);
    }
}
