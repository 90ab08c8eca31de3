//! The demonstration programme: fictitious organisations, people and cases, for a first look and for tests.
//!
//! Everything in it is as old as the files say, counted from the moment it is loaded. Its people share one known
//! password: it is for a database with nothing else in it.

mod accounts;
mod again;
mod agreements;
mod applications;
mod asides;
mod cast;
mod check_ins;
pub mod copies;
mod directory;
mod engagements;
mod files;
mod focus_groups;
mod grants;
mod grievances;
mod impacts;
mod letters;
mod mandates;
mod meetings;
mod multiply;
mod papers;
mod promises;
mod receipts;
mod reference;
mod relationships;
mod stakeholders;
mod story;
mod words;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

pub use accounts::{DemoAccount, present};
pub use multiply::multiply;
pub use receipts::{DemoReceipt, some as some_receipts};

use crate::app::System;
use crate::authn::password;
use crate::db::Conn;
use crate::error::Result;
use crate::schema;

/// The password of every account of the demonstration.
pub const DEMO_PASSWORD: &str = "bir-birge-kenesh-2026";

/// The programme that the cases belong to.
const PROGRAMME: &str = "extractives-dialogue";

/// Whether nobody works here yet.
pub fn is_empty(conn: &mut Conn) -> Result<bool> {
    Ok(!diesel::select(diesel::dsl::exists(schema::accounts::table.select(schema::accounts::id))).get_result(conn)?)
}

/// Fills an empty database, all of it or nothing.
pub async fn load(system: &System, now: DateTime<Utc>) -> Result<()> {
    let password_hash = password::hash(DEMO_PASSWORD.to_owned()).await?;
    let receipts = receipts::hashes(&system.receipts).await?;
    let codes = papers::codes(&system.receipts).await?;
    let sealer = system.sealer.clone();
    system
        .db
        .write(move |conn| {
            let mut known = reference::load(conn, now)?;
            letters::load(conn, directory::find(&known.programmes, PROGRAMME)?, now)?;
            accounts::load(conn, &mut known, &password_hash, now)?;
            grievances::load(conn, &sealer, &known, &receipts, now)?;
            papers::load(conn, &known, codes, now)?;
            let met = stakeholders::load(conn, &sealer, &known, now)?;
            engagements::load(conn, &known, &met, now)?;
            relationships::load(conn, &known, &met, now)?;
            mandates::load(conn, &sealer, &known, now)?;
            impacts::load(conn, &known, now)?;
            focus_groups::load(conn, &sealer, &known, now)?;
            promises::load(conn, &known, now)?;
            grants::load(conn, &known, now)?;
            meetings::load(conn, &known, now)?;
            check_ins::load(conn, &sealer, now)
        })
        .await
}
