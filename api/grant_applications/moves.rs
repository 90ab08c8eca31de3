//! Leading an application on: the one way in which its state changes.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{Content, GrantApplicationMove, GrantApplicationState, check, unready as keeps_back};
use super::events::{self, Step};
use super::input::GrantInformationRequest;
use super::policy::{
    AnswerGrantApplication, AskGrantApplication, FindGrantApplicationEligible, FindGrantApplicationNotEligible,
    SubmitGrantApplication, WithdrawGrantApplication,
};
use super::store::{Row, facts, find, maker};
use super::{GrantApplicationId, content, people};
use crate::authz::{Action, Permit};
use crate::db::types::Moment;
use crate::db::{Conn, counter};
use crate::error::{ApiError, FieldError, Result};
use crate::grant_calls;
use crate::grievances::clock::day_of;
use crate::http::IfMatch;
use crate::http::body::said;
use crate::http::version::{changed_one, still};
use crate::schema::grant_applications as applications;

/// What a move writes besides the state; what is `None` stays.
#[derive(Default, AsChangeset)]
#[diesel(table_name = applications)]
pub struct Changes {
    pub answer_by: Option<Option<NaiveDate>>,
    pub submitted_at: Option<Moment>,
    pub listed_at: Option<Moment>,
    pub receipt_number: Option<String>,
}

/// A move, with what is said of it.
#[derive(Clone, Copy)]
pub struct Made<'a> {
    pub made: GrantApplicationMove,
    pub note: Option<&'a str>,
    pub answer_by: Option<NaiveDate>,
}

impl<'a> Made<'a> {
    pub fn plainly(made: GrantApplicationMove) -> Self {
        Self { made, note: None, answer_by: None }
    }

    pub fn because(made: GrantApplicationMove, reason: &'a str) -> Self {
        Self { note: Some(reason), ..Self::plainly(made) }
    }
}

/// Makes a move of an application within reach that allows it now, and tells whom it concerns.
pub fn make<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: GrantApplicationId,
    expected: IfMatch,
    Made { made, note, answer_by }: Made,
    now: DateTime<Utc>,
    prepare: impl FnOnce(&mut Conn, &Row) -> Result<Changes>,
) -> Result<()> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let maker = maker(permit)?;
    let (to, party) = check(made, &facts(conn, &before, now)?, &maker).map_err(ApiError::Conflict)?;
    let changes = Changes { answer_by: Some(answer_by), ..prepare(conn, &before)? };
    settle(conn, &before, changes, to, now)?;
    let step = Step { made, from: Some(before.state), to, party, note, answer_by };
    events::note(conn, id, &step, maker.account, now)?;
    people::tell_of(conn, &before, made, maker.account, now)
}

/// Writes the new state and version.
pub(crate) fn settle(
    conn: &mut Conn,
    before: &Row,
    changes: Changes,
    to: GrantApplicationState,
    now: DateTime<Utc>,
) -> Result<()> {
    let target = applications::table.find(before.id).filter(applications::version.eq(before.version));
    let touched = (applications::version.eq(before.version + 1), applications::updated_at.eq(Moment::from(now)));
    changed_one(diesel::update(target).set((changes, applications::state.eq(to), touched)).execute(conn)?)
}

/// What keeps an application from being submitted, as it stands.
pub fn unready(conn: &mut Conn, row: &Row) -> Result<Vec<FieldError>> {
    let call = grant_calls::store::published(conn, row.call_id)?;
    let questions = grant_calls::questions(conn, row.call_id)?;
    let asked = questions.iter().map(grant_calls::Question::asked).collect::<Result<Vec<_>>>()?;
    let mut answers = vec![];
    for given in content::answers(conn, row.id)? {
        let answer = content::as_answer(&given).map_err(|_| ApiError::Internal)?;
        answers.extend(answer.map(|answer| (given.question_id, answer)));
    }
    let lines: Vec<_> = content::lines(conn, row.id)?.iter().map(content::as_line).collect();
    let team = content::team(conn, row.id)?.len();
    let said = Content { summary: row.summary.as_deref(), lines: &lines, team, answers: &answers };
    let refused = keeps_back(&said, &asked, call.ceiling);
    Ok(refused.into_iter().map(|(pointer, code)| FieldError { pointer, code: code.into() }).collect())
}

fn check_ready(conn: &mut Conn, row: &Row) -> Result<()> {
    let refused = unready(conn, row)?;
    if refused.is_empty() { Ok(()) } else { Err(ApiError::Invalid(refused)) }
}

/// Submits an application that is whole, while the call is open by our clock.
pub fn submit(
    conn: &mut Conn,
    permit: &Permit<SubmitGrantApplication>,
    id: GrantApplicationId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<()> {
    make(conn, permit, id, expected, Made::plainly(GrantApplicationMove::Submit), now, |conn, before| {
        check_ready(conn, before)?;
        let at = Some(now.into());
        let receipt_number = Some(receipt(conn, now)?);
        Ok(Changes { submitted_at: at, listed_at: at, receipt_number, ..Changes::default() })
    })
}

/// The next number of the year, in Bishkek.
pub(crate) fn receipt(conn: &mut Conn, now: DateTime<Utc>) -> Result<String> {
    let year = day_of(now).year();
    let number = counter::next(conn, &format!("grants-{year}"))?;
    Ok(format!("G-{year}-{number:04}"))
}

/// Submits an application anew, with what the programme asked for.
pub fn answer(
    conn: &mut Conn,
    permit: &Permit<AnswerGrantApplication>,
    id: GrantApplicationId,
    expected: IfMatch,
    note: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    let made = Made { note, ..Made::plainly(GrantApplicationMove::Answer) };
    make(conn, permit, id, expected, made, now, |conn, before| {
        check_ready(conn, before)?;
        Ok(Changes::default())
    })
}

/// Asks the applicant to say more.
pub fn ask(
    conn: &mut Conn,
    permit: &Permit<AskGrantApplication>,
    id: GrantApplicationId,
    expected: IfMatch,
    GrantInformationRequest { question, answer_by }: &GrantInformationRequest,
    now: DateTime<Utc>,
) -> Result<()> {
    said("/question", question)?;
    if *answer_by < day_of(now) {
        return Err(ApiError::field("/answer_by", "in_the_past"));
    }
    let made = Made { answer_by: Some(*answer_by), ..Made::because(GrantApplicationMove::Ask, question) };
    make(conn, permit, id, expected, made, now, |_, _| Ok(Changes::default()))
}

/// Finds that an application can be granted by what the call asks of applicants.
pub fn find_eligible(
    conn: &mut Conn,
    permit: &Permit<FindGrantApplicationEligible>,
    id: GrantApplicationId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<()> {
    let made = Made::plainly(GrantApplicationMove::FindEligible);
    make(conn, permit, id, expected, made, now, |_, _| Ok(Changes::default()))
}

/// Finds that it can not, and says why.
pub fn find_not_eligible(
    conn: &mut Conn,
    permit: &Permit<FindGrantApplicationNotEligible>,
    id: GrantApplicationId,
    expected: IfMatch,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    said("/reason", reason)?;
    let made = Made::because(GrantApplicationMove::FindNotEligible, reason);
    make(conn, permit, id, expected, made, now, |_, _| Ok(Changes::default()))
}

/// Takes an application back.
pub fn withdraw(
    conn: &mut Conn,
    permit: &Permit<WithdrawGrantApplication>,
    id: GrantApplicationId,
    expected: IfMatch,
    note: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    let made = Made { note, ..Made::plainly(GrantApplicationMove::Withdraw) };
    make(conn, permit, id, expected, made, now, |_, _| Ok(Changes::default()))
}
