//! The chain of hashes, and its check.

use chrono::{DateTime, SecondsFormat, Utc};
use sha2::{Digest, Sha256};

use super::kinds::CASE;

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
    /// Of the case that it is about; nothing for what is about no case.
    pub programme_id: Option<String>,
}

impl Entry {
    /// SHA-256 over the previous hash and every field, each with its length so that none can run into the next.
    pub fn hash(&self, previous: &str) -> String {
        self.digest(previous, self.programme_id.as_deref())
    }

    /// As entries were hashed before they named a programme.
    fn older_hash(&self, previous: &str) -> String {
        self.digest(previous, None)
    }

    fn digest(&self, previous: &str, programme: Option<&str>) -> String {
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
        for field in fields.into_iter().chain(programme) {
            hash.update((field.len() as u64).to_be_bytes());
            hash.update(field.as_bytes());
        }
        hex::encode(hash.finalize())
    }
}

/// An entry as the database holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub entry: Entry,
    pub previous: String,
    pub hash: String,
}

impl Link {
    fn holds(&self) -> bool {
        let Self { entry, previous, hash } = self;
        // Nobody is no name, and both would hash alike.
        let named = entry.actor_id.as_deref() != Some("");
        // What is about no case never named a programme: one that was put in would hide the entry from its readers.
        let older = CASE.contains(&entry.subject_kind.as_str()) && *hash == entry.older_hash(previous);
        named && (*hash == entry.hash(previous) || older)
    }
}

/// Where the chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("an entry is missing or out of its place before {seq}")]
    Gap { seq: i64 },
    #[error("entry {seq}, or its link to the one before, was changed")]
    Changed { seq: i64 },
    #[error("it ends at {seq}, elsewhere than noted")]
    End { seq: i64 },
    #[error("entry {seq} is not the one that was signed")]
    Unsigned { seq: i64 },
    #[error("entry {seq} was signed and is missing")]
    Missing { seq: i64 },
}

/// The last entry of a chain, or of a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// 0 where there is none yet.
    pub seq: i64,
    pub hash: String,
}

/// Follows a chain, entry by entry.
#[derive(Clone, Debug, Default)]
pub struct Check {
    last: Head,
}

impl Check {
    /// Goes on after an entry that was checked before.
    pub fn after(last: Head) -> Self {
        Self { last }
    }

    pub fn take(&mut self, link: Link) -> Result<(), Broken> {
        let seq = link.entry.seq;
        if seq != self.last.seq + 1 {
            return Err(Broken::Gap { seq });
        }
        if link.previous != self.last.hash || !link.holds() {
            return Err(Broken::Changed { seq });
        }
        self.last = Head { seq, hash: link.hash };
        Ok(())
    }

    /// Up to where the chain holds.
    pub fn last(&self) -> &Head {
        &self.last
    }

    /// Checks that the chain ends where was noted.
    pub fn end(&self, head: &Head) -> Result<Head, Broken> {
        if &self.last == head { Ok(self.last.clone()) } else { Err(Broken::End { seq: self.last.seq }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(length: i64) -> (Vec<Link>, Head) {
        let (mut links, mut head) = (vec![], Head::default());
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
                programme_id: (seq % 2 == 0).then(|| "programme".into()),
            };
            let hash = entry.hash(&head.hash);
            links.push(Link { entry, previous: head.hash, hash: hash.clone() });
            head = Head { seq, hash };
        }
        (links, head)
    }

    fn check(links: Vec<Link>, head: &Head) -> Result<i64, Broken> {
        let mut check = Check::default();
        links.into_iter().try_for_each(|link| check.take(link))?;
        check.end(head).map(|head| head.seq)
    }

    #[test]
    fn an_untouched_chain_holds() {
        let (links, head) = chain(5);
        assert_eq!(check(links, &head), Ok(5));
    }

    #[test]
    fn an_edit_shows() {
        let (mut links, head) = chain(5);
        links[2].entry.actor_role = "admin".into();
        assert_eq!(check(links, &head), Err(Broken::Changed { seq: 3 }));
    }

    #[test]
    fn nobody_can_not_be_made_a_nameless_somebody() {
        let (mut links, head) = chain(5);
        links[2].entry.actor_id = Some(String::new());
        assert_eq!(check(links, &head), Err(Broken::Changed { seq: 3 }));
    }

    #[test]
    fn an_entry_can_not_be_moved_to_another_programme_or_out_of_one() {
        for programme in [None, Some("another".to_owned())] {
            let (mut links, head) = chain(5);
            links[1].entry.programme_id = programme;
            assert_eq!(check(links, &head), Err(Broken::Changed { seq: 2 }));
        }
    }

    #[test]
    fn an_entry_from_before_programmes_were_named_holds() {
        let (mut links, head) = chain(1);
        links[0].entry.programme_id = Some("named later".into());
        assert_eq!(check(links, &head), Ok(1));
    }

    #[test]
    fn a_removal_shows() {
        let (mut links, head) = chain(5);
        links.remove(1);
        assert_eq!(check(links, &head), Err(Broken::Gap { seq: 3 }));
    }

    #[test]
    fn a_cut_off_end_shows() {
        let (mut links, head) = chain(5);
        links.pop();
        assert_eq!(check(links, &head), Err(Broken::End { seq: 4 }));
    }

    #[test]
    fn a_swap_shows() {
        let (mut links, head) = chain(5);
        links.swap(1, 2);
        assert!(check(links, &head).is_err());
    }

    #[test]
    fn a_check_goes_on_where_another_stopped() {
        let (links, head) = chain(5);
        let mut check = Check::after(Head { seq: 3, hash: links[2].hash.clone() });
        for link in links.into_iter().skip(3) {
            check.take(link).unwrap();
        }
        assert_eq!(check.end(&head), Ok(head));
    }
}
