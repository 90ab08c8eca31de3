//! What was said: notes, and quotes of which only the kind of person is known.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{Attendance, FocusGroupEventKind, FocusGroupMove, identifies};
use super::events::Happened;
use super::input::{NotesToWrite, QuoteToKeep};
use super::moves::{Changes, make};
use super::policy::WriteFocusGroupNotes;
use super::store::{Row, refuse, words};
use super::view::Quote;
use super::{FocusGroupId, coding};
use crate::authz::Permit;
use crate::db::{Conn, insert_many};
use crate::error::{ApiError, FieldError, Result};
use crate::http::IfMatch;
use crate::schema::{focus_group_quotes as quotes, focus_groups};
use crate::stakeholders::domain::{AgeBand, Sex};

/// Puts notes and quotes in the place of those before.
pub fn write(
    conn: &mut Conn,
    permit: &Permit<WriteFocusGroupNotes>,
    id: FocusGroupId,
    expected: IfMatch,
    new: &NotesToWrite,
    now: DateTime<Utc>,
) -> Result<Row> {
    let happened = Happened::bare(FocusGroupEventKind::NotesWritten);
    make(conn, permit, id, expected, FocusGroupMove::WriteNotes, &happened, now, |conn, before| {
        blank(&new.quotes)?;
        coding::follow(conn, id, &new.notes)?;
        replace_quotes(conn, id, &new.quotes)?;
        let words = words(&before.title, &before.venue, before.topic_guide.as_deref(), &said(new));
        Ok(Changes { notes: Some(new.notes.clone()), words: Some(words), ..Changes::default() })
    })
}

fn blank(quotes: &[QuoteToKeep]) -> Result<()> {
    let blank = (0..).zip(quotes).filter(|(_, quote)| quote.text.trim().is_empty());
    let fields: Vec<FieldError> = blank
        .map(|(at, _): (usize, _)| FieldError { pointer: format!("/quotes/{at}/text"), code: "too_short".into() })
        .collect();
    if fields.is_empty() { refuse(vec![]) } else { Err(ApiError::Invalid(fields)) }
}

/// All that was said, to be searched.
pub(crate) fn said(NotesToWrite { notes, quotes }: &NotesToWrite) -> String {
    let quotes = quotes.iter().map(|quote| quote.text.as_str());
    std::iter::once(notes.as_str()).chain(quotes).collect::<Vec<_>>().join("\n")
}

/// Writes quotes, whoever may.
pub(crate) fn replace_quotes(conn: &mut Conn, id: FocusGroupId, new: &[QuoteToKeep]) -> Result<()> {
    diesel::delete(quotes::table.filter(quotes::focus_group_id.eq(id))).execute(conn)?;
    let rows: Vec<_> = (0_i64..)
        .zip(new)
        .map(|(at, quote)| {
            (
                quotes::focus_group_id.eq(id),
                quotes::position.eq(at),
                quotes::text.eq(quote.text.trim()),
                quotes::sex.eq(quote.sex),
                quotes::band.eq(quote.age_band),
                quotes::published.eq(false),
            )
        })
        .collect();
    insert_many!(conn, quotes::table, rows)?;
    Ok(())
}

/// The notes of a focus group that was found within reach.
pub fn of(conn: &mut Conn, id: FocusGroupId) -> Result<String> {
    Ok(focus_groups::table.find(id).select(focus_groups::notes).first(conn)?)
}

/// The quotes of a focus group that was found within reach, in their order.
pub fn quotes_of(conn: &mut Conn, id: FocusGroupId, attendance: &Attendance) -> Result<Vec<Quote>> {
    let rows: Vec<(String, Sex, AgeBand, bool)> = quotes::table
        .filter(quotes::focus_group_id.eq(id))
        .order(quotes::position)
        .select((quotes::text, quotes::sex, quotes::band, quotes::published))
        .load(conn)?;
    let view = |(text, sex, age_band, published)| Quote {
        identifying: identifies(attendance, sex, age_band),
        text,
        sex,
        age_band,
        published,
    };
    Ok(rows.into_iter().map(view).collect())
}
