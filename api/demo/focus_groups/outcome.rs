//! What came of the demonstration's focus groups: coded into its impacts, told back to the people, published.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use super::Story;
use crate::error::{ApiError, Result};
use crate::focus_groups::coding::{self, NewCode};
use crate::focus_groups::domain::{FocusGroupEventKind, FocusGroupMove, found_again};
use crate::focus_groups::events::Happened;
use crate::focus_groups::moves::Changes;
use crate::focus_groups::publishing::publish_quotes;
use crate::grievances::clock::day_of;
use crate::impacts::domain::{ImpactMove, check};
use crate::impacts::{self, ImpactId};
use crate::schema::impacts as impact_rows;

/// A passage of the notes, and the title of the impact that it is of.
#[derive(Deserialize)]
pub struct Code {
    passage: String,
    impact: String,
}

/// How the people heard it back.
#[derive(Deserialize)]
pub struct Back {
    people: i64,
    corrections: Option<String>,
}

impl Story<'_> {
    fn days_after(&self, days: i64) -> DateTime<Utc> {
        self.starts_at + TimeDelta::days(days)
    }

    pub(super) fn coded(&mut self) -> Result<()> {
        let at = self.days_after(2);
        for Code { passage, impact } in &self.group.codes {
            let impact: ImpactId =
                impact_rows::table.filter(impact_rows::title.eq(impact)).select(impact_rows::id).first(self.conn)?;
            let span = found_again(&self.group.notes, passage, 0).ok_or(ApiError::Internal)?;
            coding::insert(self.conn, self.id, &NewCode { impact, span, passage }, self.by, at)?;
        }
        let happened = Happened::bare(FocusGroupEventKind::Coded);
        self.step(FocusGroupMove::FinishCoding, &happened, Changes::default(), at + TimeDelta::hours(1))
    }

    pub(super) fn validated(&mut self) -> Result<()> {
        let at = self.days_after(9);
        let Back { people, corrections } = self.group.back.as_ref().ok_or(ApiError::Internal)?;
        self.lead(ImpactMove::Validate, at)?;
        let changes = Changes {
            validated_on: Some(day_of(at)),
            validated_at_place: Some(self.group.venue.clone()),
            validated_by_people: Some(*people),
            validated_corrections: corrections.clone(),
            ..Changes::default()
        };
        let happened = Happened::on(FocusGroupEventKind::Validated, day_of(at), None);
        self.step(FocusGroupMove::Validate, &happened, changes, at)
    }

    pub(super) fn published(&mut self) -> Result<()> {
        let at = self.days_after(12);
        publish_quotes(self.conn, self.id, &self.group.published_quotes)?;
        self.lead(ImpactMove::Publish, at)?;
        let summary = self.group.summary.clone();
        let changes = Changes { published_at: Some(at.into()), summary, ..Changes::default() };
        self.step(FocusGroupMove::Publish, &Happened::bare(FocusGroupEventKind::Published), changes, at)
    }

    /// Makes a move of those of the group's impacts that wait for it.
    fn lead(&mut self, made: ImpactMove, at: DateTime<Utc>) -> Result<()> {
        for id in coding::impacts_of(self.conn, self.id)? {
            let row: impacts::store::Row =
                impact_rows::table.find(id).select(impacts::store::Row::as_select()).first(self.conn)?;
            if check(made, row.standing()).is_ok() {
                impacts::moves::make(self.conn, &row, made, &self.group.title, self.by, at)?;
            }
        }
        Ok(())
    }
}
