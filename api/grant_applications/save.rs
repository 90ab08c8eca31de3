//! Saving what an applicant writes, as it is typed: it need not be whole, and what is there has its shape.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{Answer, fits, is_saved_by};
use super::input::{GrantAnswer, GrantApplicationChange};
use super::policy::UpdateGrantApplication;
use super::store::{Row, facts, find, maker, path_within, words};
use super::{GrantApplicationId, content, follow_ups};
use crate::attachments::AttachmentId;
use crate::attachments::store::{Owner, find as find_file};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::search::{self, Kind};
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grant_calls;
use crate::grant_calls::domain::Asked;
use crate::http::IfMatch;
use crate::http::body::said;
use crate::http::version::{changed_one, still};
use crate::money;
use crate::places::PlaceId;
use crate::schema::grant_applications as applications;

#[derive(AsChangeset)]
#[diesel(table_name = applications)]
struct Changes {
    applicant_name: Option<String>,
    title: Option<String>,
    summary: Option<Option<String>>,
    place_id: Option<PlaceId>,
    place_path: Option<String>,
    youth_led: Option<bool>,
    women_led: Option<bool>,
    asked: Option<i64>,
    words: Option<String>,
}

/// Checks that the caller may write what an application says now.
pub fn check<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: GrantApplicationId,
    now: DateTime<Utc>,
) -> Result<Row> {
    let row = find(conn, permit, id)?;
    is_saved_by(&facts(conn, &row, now)?, &maker(permit)?).map_err(ApiError::Conflict)?;
    Ok(row)
}

/// Saves what is another now.
pub fn save(
    conn: &mut Conn,
    permit: &Permit<UpdateGrantApplication>,
    id: GrantApplicationId,
    expected: IfMatch,
    change: &GrantApplicationChange,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = check(conn, permit, id, now)?;
    still(before.version, expected)?;
    let changes = changes(conn, &before, change)?;
    // First the row, so that of two who save at once the second hears that it is too late.
    let target = applications::table.find(id).filter(applications::version.eq(before.version));
    let touched = (applications::version.eq(before.version + 1), applications::updated_at.eq(Moment::from(now)));
    let words = changes.words.clone();
    changed_one(diesel::update(target).set((changes, touched)).execute(conn)?)?;
    if let Some(words) = words {
        search::put(conn, Kind::GrantApplication, id.as_str(), &words)?;
    }
    if let Some(lines) = &change.lines {
        content::replace_lines(conn, id, lines)?;
    }
    if let Some(team) = &change.team {
        content::replace_team(conn, id, team)?;
    }
    if let Some(partners) = &change.partners {
        content::replace_partners(conn, id, partners)?;
    }
    if let Some(new) = &change.follow_ups {
        follow_ups::replace(conn, permit, id, before.programme_id, new)?;
    }
    save_answers(conn, &before, change.answers.as_deref().unwrap_or_default())
}

fn changes(conn: &mut Conn, before: &Row, change: &GrantApplicationChange) -> Result<Changes> {
    let (title, name) = (change.title.as_deref().map(str::trim), change.applicant_name.as_deref().map(str::trim));
    title.map_or(Ok(()), |title| said("/title", title))?;
    name.map_or(Ok(()), |name| said("/applicant_name", name))?;
    let place_path = match change.place_id {
        Some(place) => Some(path_within(conn, before.call_id, before.programme_id, place)?),
        None => None,
    };
    let asked = match &change.lines {
        Some(lines) => {
            let sum = money::sum(lines.iter().map(|line| line.asked));
            Some(sum.ok_or_else(|| ApiError::field("/lines", "too_large"))?)
        }
        None => None,
    };
    let renamed = title.is_some() || name.is_some();
    let words = renamed.then(|| words(title.unwrap_or(&before.title), name.unwrap_or(&before.applicant_name)));
    Ok(Changes {
        applicant_name: name.map(Into::into),
        title: title.map(Into::into),
        summary: change.summary.as_ref().map(|text| text.as_deref().map(|text| text.trim().to_owned())),
        place_id: change.place_id,
        place_path,
        youth_led: change.youth_led,
        women_led: change.women_led,
        asked,
        words,
    })
}

fn save_answers(conn: &mut Conn, row: &Row, answers: &[GrantAnswer]) -> Result<()> {
    if answers.is_empty() {
        return Ok(());
    }
    let questions = grant_calls::questions(conn, row.call_id)?;
    let asked = questions.iter().map(grant_calls::Question::asked).collect::<Result<Vec<Asked>>>()?;
    for (place, given) in answers.iter().enumerate() {
        save_answer(conn, row, &asked, given).map_err(|error| error.below(&format!("/answers/{place}")))?;
    }
    Ok(())
}

fn save_answer(conn: &mut Conn, row: &Row, asked: &[Asked], given: &GrantAnswer) -> Result<()> {
    let question = asked.iter().find(|question| question.id == given.question_id);
    let question = question.ok_or_else(|| ApiError::field("/question_id", "unknown"))?;
    let answer = content::as_answer(given).map_err(|code| ApiError::field("", code))?;
    if let Some(answer) = &answer {
        fits(question, answer).map_err(|code| ApiError::field(field_of(answer), code))?;
        if let Answer::File(file) = answer {
            check_file(conn, row.id, *file)?;
        }
    }
    content::replace_answer(conn, row.id, question.id, answer)
}

fn field_of(answer: &Answer) -> &'static str {
    match answer {
        Answer::Text(_) => "/text",
        Answer::Number(_) => "/number",
        Answer::Yes(_) => "/yes",
        Answer::File(_) => "/attachment_id",
    }
}

fn check_file(conn: &mut Conn, id: GrantApplicationId, file: AttachmentId) -> Result<()> {
    match find_file(conn, Owner::GrantApplication(id), file) {
        Ok(_) => Ok(()),
        Err(ApiError::NotFound) => Err(ApiError::field("/attachment_id", "unknown")),
        Err(other) => Err(other),
    }
}
