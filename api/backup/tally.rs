//! Counts and digests that tell whether everything came, in whatever order it lies in a table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::format::Piece;
use crate::db::copy::Cell;

/// How many rows a table has, and a digest of them that knows no order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    pub rows: u64,
    pub digest: Sum,
}

impl Sums {
    pub fn add(&mut self, line: &str) {
        self.rows += 1;
        self.digest.add(line.as_bytes());
    }
}

/// How many files, how many bytes, and a digest of paths and contents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSums {
    pub count: u64,
    pub bytes: u64,
    pub digest: Sum,
    /// That were erased while the backup was made.
    pub erased: u64,
    /// That the store did not have although a row names them.
    pub missing: u64,
}

impl FileSums {
    /// Counts a file, or that there is none.
    pub fn take(&mut self, piece: &Piece) {
        match piece {
            Piece::File { path, bytes } => self.add(path, bytes),
            Piece::Erased(_) => self.erased += 1,
            Piece::Missing(_) => self.missing += 1,
            Piece::Header(_) | Piece::Checkpoints(_) | Piece::Table(_) | Piece::Rows(_) | Piece::End(_) => {}
        }
    }

    fn add(&mut self, path: &str, bytes: &[u8]) {
        self.count += 1;
        self.bytes += bytes.len() as u64;
        let mut whole = Sha256::digest(bytes).to_vec();
        whole.extend(path.as_bytes());
        self.digest.add(&whole);
    }
}

/// The SHA-256 of each part, added up modulo 2^256: the same for the same parts in any order, each counted as often as it
/// comes. Against accidents and mistakes; against forgers there is the encryption, which authenticates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sum([u8; 32]);

impl Sum {
    pub fn add(&mut self, part: &[u8]) {
        let mut carry = 0;
        for (sum, byte) in self.0.iter_mut().zip(Sha256::digest(part)).rev() {
            let [high, low] = (u16::from(*sum) + u16::from(byte) + carry).to_be_bytes();
            *sum = low;
            carry = u16::from(high);
        }
    }
}

impl From<Sum> for String {
    fn from(sum: Sum) -> Self {
        hex::encode(sum.0)
    }
}

impl TryFrom<String> for Sum {
    type Error = hex::FromHexError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).map(|()| Self(bytes))
    }
}

/// A row as a backup spells it.
pub fn line(row: &[Cell]) -> String {
    Value::Array(row.iter().map(Cell::to_json).collect()).to_string()
}

/// What has come so far.
#[derive(Default)]
pub struct Tally {
    pub tables: BTreeMap<String, Sums>,
    pub files: FileSums,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(lines: &[&str]) -> Sums {
        let mut sums = Sums::default();
        lines.iter().for_each(|line| sums.add(line));
        sums
    }

    #[test]
    fn order_makes_no_difference_and_everything_else_does() {
        assert_eq!(sums(&["a", "b", "c"]), sums(&["c", "a", "b"]));
        assert_ne!(sums(&["a", "b"]), sums(&["a", "c"]));
        assert_ne!(sums(&["a", "a"]), sums(&["b", "b"]));
        assert_ne!(sums(&["a", "b"]), sums(&["a"]));
        assert_ne!(sums(&["ab", ""]), sums(&["a", "b"]));
    }

    #[test]
    fn a_sum_carries_over() {
        let (mut sum, mut expected) = (Sum::default(), [0u64; 32]);
        for part in [b"one", b"two"] {
            for _ in 0..200 {
                sum.add(part);
                expected.iter_mut().zip(Sha256::digest(part)).for_each(|(sum, byte)| *sum += u64::from(byte));
            }
        }
        for index in (1..32).rev() {
            expected[index - 1] += expected[index] >> 8;
        }
        let bytes: Vec<u8> = expected.iter().map(|digit| digit.to_be_bytes()[7]).collect();
        assert_eq!(String::from(sum), hex::encode(bytes));
    }
}
