//! Many cases made from the demonstration's, to see how the system bears them. They are written as rows, without the
//! moves that made them: no audit trail tells of what nobody did.

mod case;
mod rows;
mod stage;
mod variation;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::again;
use crate::app::System;
use crate::db::{Conn, counter, insert_many, search};
use crate::error::Result;
use crate::grievances::clock;
use crate::grievances::reference::{numbered, series};
use crate::schema::{grievance_events, grievance_standings, grievances};
use stage::Stage;
use variation::Variation;

/// Cases in a transaction: enough to share a sync to disk, few enough for others to get their turn.
const BATCH: u32 = 5_000;
/// Cases from one word of progress to the next.
const WORD: u32 = 50_000;

/// Adds so many cases, submitted over the last two years.
pub async fn multiply(system: &System, count: u32, now: DateTime<Utc>) -> Result<()> {
    let set = move |conn: &mut Conn| {
        let known = again::known(conn)?;
        Stage::new(conn, &known, count, now)
    };
    let stage = Arc::new(system.db.read(set).await?);
    let mut first = 0;
    while first < count {
        let after = count.min(first + BATCH);
        let stage = Arc::clone(&stage);
        system.db.write(move |conn| add(conn, &stage, first..after)).await?;
        if after.is_multiple_of(WORD) || after == count {
            log::info!(done = after, of = count; "grievances added");
        }
        first = after;
    }
    Ok(())
}

fn add(conn: &mut Conn, stage: &Stage, numbers: Range<u32>) -> Result<()> {
    let variations: Vec<(u32, Variation)> =
        numbers.map(|number| (number, Variation::of(number, stage.count, stage.now))).collect();
    let mut references = References::reserve(conn, &variations)?;
    let (mut cases, mut events, mut clocks) = (vec![], vec![], vec![]);
    let (mut standings, mut documents) = (vec![], vec![]);
    for (number, variation) in variations {
        let rows = rows::of(stage, number, variation, references.next(variation.submitted))?;
        clocks.push((rows.case.id, rows.clocks));
        cases.push(rows.case);
        events.extend(rows.events);
        standings.extend(rows.standing);
        documents.extend(rows.documents);
    }
    insert_many!(conn, grievances::table, cases)?;
    insert_many!(conn, grievance_events::table, events)?;
    insert_many!(conn, grievance_standings::table, standings)?;
    clocks.iter().try_for_each(|(case, clocks)| clock::insert(conn, *case, clocks, stage.counted))?;
    search::append(conn, &documents)
}

/// Longer numbers than those that are drawn: so neither ever meets the other.
const MANY: i64 = 1_000_000;

/// Reserved references, by year.
struct References(HashMap<String, i64>);

impl References {
    fn reserve(conn: &mut Conn, variations: &[(u32, Variation)]) -> Result<Self> {
        let mut wanted: HashMap<String, i64> = HashMap::new();
        for (_, variation) in variations {
            *wanted.entry(series(variation.submitted)).or_default() += 1;
        }
        for (series, number) in &mut wanted {
            *number = counter::reserve(conn, series, *number)?;
        }
        Ok(Self(wanted))
    }

    fn next(&mut self, submitted: DateTime<Utc>) -> String {
        let series = series(submitted);
        let number = self.0.entry(series.clone()).or_default();
        let reference = numbered(&series, MANY + *number);
        *number += 1;
        reference
    }
}
