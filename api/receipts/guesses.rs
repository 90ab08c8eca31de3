//! How often receipt codes may be guessed: from one address, and by everybody together on all servers.
//!
//! What everybody together may is counted in the database, and only wrong guesses are: a right one is given back. So that
//! nobody locks everybody out by guessing from a few places, there is a second purse for those who have not guessed wrong
//! within the hour. `docs/decisions` reckons with both.

use std::net::IpAddr;
use std::num::NonZeroU32;

use chrono::Utc;
use diesel::prelude::*;

use super::allowance::Allowance;
use super::sources::{Sources, Spent, Standing};
use crate::db::{Conn, Db};
use crate::error::{ApiError, Result};
use crate::schema::guess_purses;

/// The purses that the database keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purse {
    Everybody,
    Newcomers,
}

impl Purse {
    fn name(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Newcomers => "newcomers",
        }
    }
}

pub struct Guesses {
    sources: Sources,
    /// Of each purse in the database.
    allowance: Allowance,
}

/// A guess that was let pass, and what it was taken from.
#[derive(Clone, Copy, Debug)]
pub struct Charge {
    address: IpAddr,
    purse: Purse,
}

impl Guesses {
    /// `together` by everybody, and the same again by newcomers; `from_one` address.
    pub fn new(together: NonZeroU32, from_one: NonZeroU32) -> Self {
        Self { sources: Sources::new(Allowance::per_minute(from_one)), allowance: Allowance::per_second(together) }
    }

    /// Takes a guess from the address and from a purse; 429 if there is none left.
    pub async fn charge(&self, db: &Db, address: IpAddr) -> Result<Charge> {
        let now = Utc::now().timestamp_micros();
        let standing = match self.sources.take(address, now) {
            Ok(standing) => standing,
            Err(Spent(retry_after)) => return Err(ApiError::TooManyRequests { retry_after }),
        };
        let allowance = self.allowance;
        match db.write(move |conn| take_from_one(conn, allowance, standing, now)).await {
            Ok(purse) => Ok(Charge { address, purse }),
            Err(error) => {
                self.sources.give_back(address);
                Err(error)
            }
        }
    }

    /// Fills the purse up again, in the transaction of a guess that was right.
    pub fn refund(&self, conn: &mut Conn, charge: Charge) -> Result<()> {
        let purse = guess_purses::table.find(charge.purse.name());
        let filled = guess_purses::spent_until.eq(guess_purses::spent_until - self.allowance.step());
        diesel::update(purse).set(filled).execute(conn)?;
        Ok(())
    }

    /// Notes for the address how its guess ended; what neither was right nor wrong, such as a failure, it has spent.
    pub fn settle<T>(&self, charge: Charge, outcome: &Result<T>) {
        match outcome {
            Ok(_) => self.sources.give_back(charge.address),
            Err(ApiError::NotFound) => self.sources.note_wrong(charge.address, Utc::now().timestamp_micros()),
            Err(_) => {}
        }
    }
}

fn take_from_one(conn: &mut Conn, allowance: Allowance, standing: Standing, now: i64) -> Result<Purse> {
    if take(conn, allowance, Purse::Everybody, now)? {
        return Ok(Purse::Everybody);
    }
    match standing {
        Standing::Newcomer if take(conn, allowance, Purse::Newcomers, now)? => Ok(Purse::Newcomers),
        Standing::Newcomer | Standing::Guesser => Err(ApiError::TooManyRequests { retry_after: 1 }),
    }
}

/// Each statement decides by what the row holds when it changes it: servers need not agree on anything else.
fn take(conn: &mut Conn, allowance: Allowance, purse: Purse, now: i64) -> Result<bool> {
    let row = guess_purses::table.find(purse.name());
    let full = row.filter(guess_purses::spent_until.lt(now));
    diesel::update(full).set(guess_purses::spent_until.eq(now)).execute(conn)?;
    let left = row.filter(guess_purses::spent_until.le(allowance.limit(now)));
    let spent = guess_purses::spent_until.eq(guess_purses::spent_until + allowance.step());
    Ok(diesel::update(left).set(spent).execute(conn)? == 1)
}
