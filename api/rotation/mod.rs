//! Moving what is sealed from one key to the next, while servers run.
//!
//! Nothing is noted on the way: what is left to do is what begins with another key's header. So it can be ended at any
//! moment and begun again, and it can run beside servers, which seal with the new key from the moment that the file names
//! it.

mod columns;
mod standing;
mod upload;

pub use columns::COLUMNS;
pub use standing::{SETTLING, Standing, Unsettled, may_retire, standing};

use chrono::{DateTime, Utc};

use crate::attachments::files::Files;
use crate::db::Db;
use crate::error::Result;
use crate::http::idempotency;
use crate::secrets::Sealer;
use columns::Column;

/// What was done to one kind of sealed thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub sealed_anew: u64,
    /// None of the keys opens it.
    pub unreadable: u64,
}

/// Seals everything with the key that seals now; `say` hears of each step.
pub async fn rewrap(
    db: &Db,
    sealer: &Sealer,
    files: &Files,
    now: DateTime<Utc>,
    mut say: impl FnMut(&'static str, Done),
) -> Result<()> {
    db.write(move |conn| idempotency::forget_all_old(conn, now)).await?;
    for column in COLUMNS {
        rewrap_column(db, sealer, column, &mut say).await?;
    }
    upload::rewrap(db, sealer, files, &mut say).await
}

async fn rewrap_column(
    db: &Db,
    sealer: &Sealer,
    column: &'static Column,
    say: &mut impl FnMut(&'static str, Done),
) -> Result<()> {
    let (mut done, mut after) = (Done::default(), String::new());
    loop {
        let (sealer, from) = (sealer.clone(), after);
        // One transaction for a few: whoever waits to write waits no longer than that.
        let (last, few) = db.write(move |conn| column.rewrap_few(conn, &sealer, &from)).await?;
        done.sealed_anew += few.sealed_anew;
        done.unreadable += few.unreadable;
        say(column.name, done);
        match last {
            Some(last) => after = last,
            None => return Ok(()),
        }
    }
}
