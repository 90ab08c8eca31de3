//! What the rules look at beside a case's own row.

use std::collections::HashMap;

use super::committee::{self, Row};
use super::domain::{COMMITTEE, Facts, Maker, Standing, State};
use super::store::Case;
use super::{GrievanceId, standings};
use crate::commitments;
use crate::db::Conn;
use crate::error::Result;

/// Nothing, for most cases.
#[derive(Default)]
pub struct Beside {
    pub standing: Standing,
    /// The members of its committee, those who stepped back included.
    pub members: Vec<Row>,
    /// Whether something that was promised to settle it is still owed, or was not found kept.
    pub promises_open: bool,
}

impl Beside {
    pub fn of(conn: &mut Conn, case: &Case) -> Result<Self> {
        let members = committee::of(conn, &with_committee(std::slice::from_ref(case)))?.remove(&case.id);
        let promises = commitments::store::open_of_cases(conn, &implementing(std::slice::from_ref(case)))?;
        Ok(Self {
            standing: standings::of(conn, case.id)?,
            members: members.unwrap_or_default(),
            promises_open: promises.contains(&case.id),
        })
    }

    /// What is beside the cases of a page; what is not in it has nothing.
    pub fn of_page(conn: &mut Conn, cases: &[Case]) -> Result<HashMap<GrievanceId, Self>> {
        let mut members = committee::of(conn, &with_committee(cases))?;
        let promises = commitments::store::open_of_cases(conn, &implementing(cases))?;
        let mut standings = standings::of_page(conn, cases.iter().map(|case| case.id))?;
        let beside = |case: &Case| Self {
            standing: standings.remove(&case.id).unwrap_or_default(),
            members: members.remove(&case.id).unwrap_or_default(),
            promises_open: promises.contains(&case.id),
        };
        Ok(cases.iter().map(|case| case.id).zip(cases.iter().map(beside).collect::<Vec<_>>()).collect())
    }

    /// What the conditions of a move look at.
    pub fn facts(&self, case: &Case, maker: Maker) -> Facts {
        case.facts(self.standing, committee::facts(&self.members, maker.account), self.promises_open, maker)
    }
}

/// The only cases that can be resolved.
fn implementing(cases: &[Case]) -> Vec<GrievanceId> {
    cases.iter().filter(|case| case.state == State::Implementing).map(|case| case.id).collect()
}

fn with_committee(cases: &[Case]) -> Vec<GrievanceId> {
    cases.iter().filter(|case| case.escalation_level >= COMMITTEE).map(|case| case.id).collect()
}
