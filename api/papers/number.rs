//! Numbers of sheets.

use std::str::FromStr;

use arrayvec::ArrayString;
use rand::RngExt;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::db::types::stored_as_text;

const DIGITS: usize = 8;

/// What a sheet is told apart by: eight digits drawn by lot, so that a slip of the pen hits no other sheet and the
/// number says neither how many there are nor when it was printed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, diesel::AsExpression, diesel::FromSqlRow,
)]
#[diesel(sql_type = diesel::sql_types::Text)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "40718263")]
pub struct SheetNumber(ArrayString<DIGITS>);

#[derive(Debug, thiserror::Error)]
#[error("not the number of a sheet")]
pub struct NotANumber;

impl SheetNumber {
    pub fn draw() -> Self {
        let mut rng = rand::rng();
        let mut digits = ArrayString::new();
        (0..DIGITS).for_each(|_| digits.push(char::from(b'0' + rng.random_range(0..10u8))));
        Self(digits)
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for SheetNumber {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let whole = text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
        if whole { ArrayString::from(text).map(Self).map_err(|_| NotANumber) } else { Err(NotANumber) }
    }
}

impl TryFrom<String> for SheetNumber {
    type Error = NotANumber;
    fn try_from(text: String) -> Result<Self, NotANumber> {
        text.parse()
    }
}

impl From<SheetNumber> for String {
    fn from(number: SheetNumber) -> String {
        number.as_str().to_owned()
    }
}

impl std::fmt::Display for SheetNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

stored_as_text!(SheetNumber);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_eight_digits_and_nothing_else() {
        assert_eq!("40718263".parse::<SheetNumber>().unwrap().as_str(), "40718263");
        for other in ["4071826", "407182634", "4071826x", "4071 263", "", "４0718263"] {
            assert!(other.parse::<SheetNumber>().is_err(), "{other}");
        }
        assert_ne!(SheetNumber::draw(), SheetNumber::draw());
    }
}
