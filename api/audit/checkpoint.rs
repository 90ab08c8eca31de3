//! Signed checkpoints: which entry was the last at what time, kept where the database is not.
//!
//! Whoever can write the database can make a whole new chain, but not one that passes through the entries that were
//! signed. Each checkpoint carries a hash of the one before it, so one that was taken out of the middle is missed too.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::chain::Head;
use crate::signing::{Signer, Verifier};

/// What the signatures are for.
pub const PURPOSE: &str = "maslahat audit checkpoint v1";

/// A line of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// The last entry.
    pub seq: i64,
    pub hash: String,
    pub at: DateTime<Utc>,
    /// Of the checkpoint before: a hash of its signature; empty for the first.
    pub previous: String,
    /// Which key signed: see [`Verifier::id`].
    pub key: String,
    pub signature: String,
}

impl Checkpoint {
    pub fn sign(signer: &Signer, head: &Head, before: Option<&Self>, at: DateTime<Utc>) -> Self {
        let mut checkpoint = Self {
            seq: head.seq,
            hash: head.hash.clone(),
            at,
            previous: before.map(Self::mark).unwrap_or_default(),
            key: signer.verifier().id(),
            signature: String::new(),
        };
        checkpoint.signature = checkpoint.with_parts(|parts| signer.sign(parts));
        checkpoint
    }

    fn with_parts<T>(&self, act: impl FnOnce(&[&str]) -> T) -> T {
        let (seq, at) = (self.seq.to_string(), self.at.to_rfc3339_opts(SecondsFormat::AutoSi, true));
        act(&[&seq, &self.hash, &at, &self.previous, &self.key])
    }

    /// By which the next one names it.
    fn mark(&self) -> String {
        hex::encode(Sha256::digest(self.signature.as_bytes()))
    }
}

/// A line of the file that is not as it was written, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadLine(pub usize);

/// Reads checkpoints, each signed with this key and in their order.
///
/// A line that a power cut left unfinished is passed over. Nobody hides a checkpoint that way: the next one names it.
pub fn read(text: &str, verifier: &Verifier) -> Result<Vec<Checkpoint>, BadLine> {
    let mut all: Vec<Checkpoint> = vec![];
    for (index, line) in text.lines().enumerate() {
        let bad = BadLine(index + 1);
        let Ok(checkpoint) = serde_json::from_str::<Checkpoint>(line) else { continue };
        let before = all.last();
        let in_order = before.is_none_or(|before| before.seq < checkpoint.seq);
        let follows = checkpoint.previous == before.map(Checkpoint::mark).unwrap_or_default();
        let signed = checkpoint.with_parts(|parts| verifier.holds(parts, &checkpoint.signature));
        if !(in_order && follows && signed) {
            return Err(bad);
        }
        all.push(checkpoint);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signer() -> Signer {
        Signer::new(&[7; 32], PURPOSE)
    }

    fn lines(count: i64) -> Vec<String> {
        let (mut lines, mut before) = (vec![], None::<Checkpoint>);
        for number in 1..=count {
            let head = Head { seq: number * 10, hash: format!("{number:064}") };
            let at = DateTime::from_timestamp(number, 0).unwrap();
            let checkpoint = Checkpoint::sign(&signer(), &head, before.as_ref(), at);
            lines.push(serde_json::to_string(&checkpoint).unwrap());
            before = Some(checkpoint);
        }
        lines
    }

    fn check(lines: &[String]) -> Result<usize, BadLine> {
        read(&lines.join("\n"), &signer().verifier()).map(|all| all.len())
    }

    #[test]
    fn what_was_written_is_read() {
        assert_eq!(check(&lines(5)), Ok(5));
        assert_eq!(check(&[]), Ok(0));
    }

    #[test]
    fn a_line_that_was_changed_taken_out_or_moved_shows() {
        let whole = lines(5);
        let mut changed = whole.clone();
        changed[2] = changed[2].replace("\"seq\":30", "\"seq\":31");
        assert_eq!(check(&changed), Err(BadLine(3)));
        let mut without = whole.clone();
        without.remove(1);
        assert_eq!(check(&without), Err(BadLine(2)));
        let mut swapped = whole.clone();
        swapped.swap(0, 1);
        assert_eq!(check(&swapped), Err(BadLine(1)));
    }

    #[test]
    fn an_unfinished_line_is_passed_over_and_hides_nothing() {
        let whole = lines(3);
        let torn = |line: usize| {
            let mut lines = whole.clone();
            lines[line].truncate(40);
            lines
        };
        assert_eq!(check(&torn(2)), Ok(2));
        assert_eq!(check(&torn(1)), Err(BadLine(3)));
        let mut written_on = whole[..2].to_vec();
        written_on.insert(1, whole[1][..40].to_owned());
        assert_eq!(check(&written_on), Ok(2));
    }

    #[test]
    fn another_key_signs_nothing_here() {
        let forged = Checkpoint::sign(&Signer::new(&[8; 32], PURPOSE), &Head::default(), None, Utc::now());
        assert_eq!(check(&[serde_json::to_string(&forged).unwrap()]), Err(BadLine(1)));
    }
}
