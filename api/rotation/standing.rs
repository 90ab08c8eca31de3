//! How much is sealed with which key, and whether the old ones may go.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::COLUMNS;
use crate::attachments::files::Files;
use crate::db::{Conn, Db};
use crate::error::Result;
use crate::secrets::KeyId;

/// How long after a key began to seal something may still be sealed with the one before: longer than any request takes.
pub const SETTLING: TimeDelta = TimeDelta::minutes(10);

/// How many things are sealed with which key.
#[derive(Debug, Default)]
pub struct Standing {
    pub by_key: BTreeMap<KeyId, i64>,
    /// Sealed before keys had ids, or with a key that is not in the file.
    pub unnamed: i64,
}

/// Why the old keys are still needed.
#[derive(Debug, PartialEq, Eq)]
pub enum Unsettled {
    /// So many things are sealed with them.
    Used(i64),
    /// A server may be sealing with them right now.
    Until(DateTime<Utc>),
}

pub async fn standing(db: &Db, files: &Files, keys: Vec<KeyId>) -> Result<Standing> {
    let mut standing = db.read(move |conn| in_the_database(conn, &keys)).await?;
    for path in files.paths().await? {
        match files.key_of(&path).await? {
            Some(key) => *standing.by_key.entry(key).or_default() += 1,
            None => standing.unnamed += 1,
        }
    }
    Ok(standing)
}

fn in_the_database(conn: &mut Conn, keys: &[KeyId]) -> Result<Standing> {
    let mut standing = Standing::default();
    for column in COLUMNS {
        let mut named = 0;
        for key in keys {
            let count = column.sealed_with(conn, *key)?;
            *standing.by_key.entry(*key).or_default() += count;
            named += count;
        }
        standing.unnamed += column.count(conn)? - named;
    }
    Ok(standing)
}

/// Whether nothing needs any key but `current`, which seals since `since`.
pub fn may_retire(
    standing: &Standing,
    current: KeyId,
    since: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> std::result::Result<(), Unsettled> {
    let others = standing.by_key.iter().filter(|(key, _)| **key != current);
    let used = others.map(|(_, count)| count).sum::<i64>() + standing.unnamed;
    if used > 0 {
        return Err(Unsettled::Used(used));
    }
    match since.map(|since| since + SETTLING).filter(|settled| now < *settled) {
        Some(settled) => Err(Unsettled::Until(settled)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(by_key: &[(KeyId, i64)], unnamed: i64) -> Standing {
        Standing { by_key: by_key.iter().copied().collect(), unnamed }
    }

    #[test]
    fn an_old_key_goes_when_nothing_is_sealed_with_it_and_nobody_can_be_sealing() {
        let since = DateTime::UNIX_EPOCH;
        let later = since + SETTLING;
        assert_eq!(may_retire(&sealed(&[(1, 0), (2, 9)], 0), 2, Some(since), later), Ok(()));
        assert_eq!(may_retire(&sealed(&[(1, 3), (2, 9)], 0), 2, Some(since), later), Err(Unsettled::Used(3)));
        assert_eq!(may_retire(&sealed(&[(2, 9)], 1), 2, Some(since), later), Err(Unsettled::Used(1)));
        let soon = later - TimeDelta::seconds(1);
        assert_eq!(may_retire(&sealed(&[(1, 0)], 0), 2, Some(since), soon), Err(Unsettled::Until(later)));
    }
}
