//! The chain of hashes, and its check.

use chrono::{DateTime, SecondsFormat, Utc};
use sha2::{Digest, Sha256};

/// What an entry's hash covers besides the hash before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub seq: i64,
    pub at: DateTime<Utc>,
    pub actor_id: Option<String>,
    pub actor_role: String,
    pub operation: String,
    pub subject_kind: String,
    pub subject_id: String,
    pub detail: String,
}

impl Entry {
    /// SHA-256 over the previous hash and every field, each with its length so that none can run into the next.
    pub fn hash(&self, previous: &str) -> String {
        let at = self.at.to_rfc3339_opts(SecondsFormat::Micros, true);
        let seq = self.seq.to_string();
        let fields = [
            previous,
            &seq,
            &at,
            self.actor_id.as_deref().unwrap_or(""),
            &self.actor_role,
            &self.operation,
            &self.subject_kind,
            &self.subject_id,
            &self.detail,
        ];
        let mut hash = Sha256::new();
        for field in fields {
            hash.update((field.len() as u64).to_be_bytes());
            hash.update(field.as_bytes());
        }
        hex::encode(hash.finalize())
    }
}

/// Where the chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// An entry is missing or out of its place before this one.
    Gap { seq: i64 },
    /// This entry, or the link to the one before it, was changed.
    Changed { seq: i64 },
    /// The chain ends elsewhere than was noted.
    End { seq: i64 },
}

/// Checks entries in order, and that they end where `head` says; how many hold.
pub fn verify(entries: impl IntoIterator<Item = (Entry, String, String)>, head: &(i64, String)) -> Result<i64, Broken> {
    let mut last = (0, String::new());
    for (entry, previous, hash) in entries {
        if entry.seq != last.0 + 1 {
            return Err(Broken::Gap { seq: entry.seq });
        }
        if previous != last.1 || entry.hash(&previous) != hash {
            return Err(Broken::Changed { seq: entry.seq });
        }
        last = (entry.seq, hash);
    }
    if &last == head { Ok(last.0) } else { Err(Broken::End { seq: last.0 }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Chain = (Vec<(Entry, String, String)>, (i64, String));

    fn chain(length: i64) -> Chain {
        let mut entries = vec![];
        let mut head = (0, String::new());
        for seq in 1..=length {
            let entry = Entry {
                seq,
                at: DateTime::from_timestamp(seq, 0).unwrap(),
                actor_id: None,
                actor_role: "staff".into(),
                operation: "acknowledge_grievance".into(),
                subject_kind: "grievance".into(),
                subject_id: seq.to_string(),
                detail: String::new(),
            };
            let hash = entry.hash(&head.1);
            entries.push((entry, head.1.clone(), hash.clone()));
            head = (seq, hash);
        }
        (entries, head)
    }

    #[test]
    fn an_untouched_chain_holds() {
        let (entries, head) = chain(5);
        assert_eq!(verify(entries, &head), Ok(5));
    }

    #[test]
    fn an_edit_shows() {
        let (mut entries, head) = chain(5);
        entries[2].0.actor_role = "admin".into();
        assert_eq!(verify(entries, &head), Err(Broken::Changed { seq: 3 }));
    }

    #[test]
    fn a_removal_shows() {
        let (mut entries, head) = chain(5);
        entries.remove(1);
        assert_eq!(verify(entries, &head), Err(Broken::Gap { seq: 3 }));
    }

    #[test]
    fn a_cut_off_end_shows() {
        let (mut entries, head) = chain(5);
        entries.pop();
        assert_eq!(verify(entries, &head), Err(Broken::End { seq: 4 }));
    }

    #[test]
    fn a_swap_shows() {
        let (mut entries, head) = chain(5);
        entries.swap(1, 2);
        assert!(verify(entries, &head).is_err());
    }
}
