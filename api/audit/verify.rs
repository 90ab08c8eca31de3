//! Checking the trail a part at a time: it may be longer than memory, and others want the database meanwhile.

use std::collections::VecDeque;
use std::time::Duration;

use super::chain::{Broken, Check, Head, Link};
use super::checkpoint::Checkpoint;
use super::store::{head, links};
use crate::db::{Conn, Db};
use crate::error::Result;

/// Entries read at once.
const PART: i64 = 1000;

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The last entry.
    pub head: Head,
    /// Checkpoints that the chain passes through.
    pub checkpoints: usize,
}

pub type Checked = std::result::Result<Whole, Broken>;

/// Checks the trail after `from` to its end, and that it passes through the entries that `checkpoints` signed. Rests for
/// `breath` after each part.
pub async fn verify(db: &Db, from: Head, checkpoints: &[Checkpoint], breath: Duration) -> Result<Checked> {
    let mut walk = Walk::new(from, checkpoints);
    loop {
        let step = db.read(move |conn| {
            let done = walk.step(conn)?;
            Ok((walk, done))
        });
        match step.await? {
            (_, Some(checked)) => return Ok(checked),
            (under_way, None) => walk = under_way,
        }
        tokio::time::sleep(breath).await;
    }
}

/// The same within a transaction.
pub fn verify_within(conn: &mut Conn, from: Head, checkpoints: &[Checkpoint]) -> Result<Checked> {
    let mut walk = Walk::new(from, checkpoints);
    loop {
        if let Some(checked) = walk.step(conn)? {
            return Ok(checked);
        }
    }
}

/// A check under way, which compares with checkpoints as it goes.
pub struct Walk {
    check: Check,
    /// Number and hash of what was signed.
    ahead: VecDeque<(i64, String)>,
    passed: usize,
    noted: Head,
}

impl Walk {
    pub fn new(from: Head, checkpoints: &[Checkpoint]) -> Self {
        let ahead = checkpoints.iter().filter(|checkpoint| checkpoint.seq > from.seq);
        let ahead = ahead.map(|checkpoint| (checkpoint.seq, checkpoint.hash.clone())).collect();
        Self { check: Check::after(from), ahead, passed: 0, noted: Head::default() }
    }

    /// Reads and checks a part; what was found, if that was the last.
    fn step(&mut self, conn: &mut Conn) -> Result<Option<Checked>> {
        let part = links(conn, self.check.last().seq, PART)?;
        let noted = head(conn)?;
        // Between the two somebody may have written: then there is more to read the next time.
        let settled = noted == *self.check.last() || noted == self.noted;
        if part.is_empty() && settled {
            return Ok(Some(self.end(&noted)));
        }
        self.noted = noted;
        Ok(part.into_iter().try_for_each(|link| self.take(link)).err().map(Err))
    }

    /// Follows the chain to its next entry.
    pub fn take(&mut self, link: Link) -> std::result::Result<(), Broken> {
        let seq = link.entry.seq;
        self.check.take(link)?;
        while let Some((_, hash)) = self.ahead.front().filter(|(signed, _)| *signed == seq) {
            if *hash != self.check.last().hash {
                return Err(Broken::Unsigned { seq });
            }
            self.ahead.pop_front();
            self.passed += 1;
        }
        Ok(())
    }

    /// Where the chain was noted to end.
    pub fn end(&self, noted: &Head) -> Checked {
        let head = self.check.end(noted)?;
        match self.ahead.front() {
            Some((seq, _)) => Err(Broken::Missing { seq: *seq }),
            None => Ok(Whole { head, checkpoints: self.passed }),
        }
    }
}
