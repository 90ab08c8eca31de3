//! The demonstration's applications for grants: drafted, submitted, asked about, found eligible or not.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use super::cast::Cast;
use super::directory::{Directory, find};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grant_applications::domain::{Answer, GrantApplicationMove, GrantApplicationState, GrantParty, MOVES};
use crate::grant_applications::events::{Step, note};
use crate::grant_applications::input::{GrantBudgetLine, GrantPartner, GrantTeamMember, NewGrantApplication};
use crate::grant_applications::moves::{Changes, receipt, settle};
use crate::grant_applications::store::{By, Row, insert};
use crate::grant_applications::{GrantApplicationId, content};
use crate::grant_calls::domain::GrantApplicantKind;
use crate::grant_calls::{self, GrantCallId};
use crate::grievances::clock::day_of;
use crate::money;
use crate::schema::grant_applications as applications;

#[derive(Deserialize)]
pub struct Told {
    pub call: String,
    /// The group; none for somebody who applies alone.
    by: Option<String>,
    name: String,
    title: String,
    summary: String,
    place: String,
    /// Whether the programme filed it.
    #[serde(default)]
    paper: bool,
    youth_led: bool,
    women_led: bool,
    lines: Vec<GrantBudgetLine>,
    team: Vec<GrantTeamMember>,
    partners: Vec<GrantPartner>,
    answers: Vec<Answered>,
    /// Days from now.
    began: i64,
    submitted: Option<i64>,
    steps: Vec<Then>,
}

#[derive(Deserialize)]
struct Answered {
    /// Which question of the call.
    question: usize,
    text: Option<String>,
    number: Option<i64>,
    yes: Option<bool>,
}

#[derive(Deserialize)]
struct Then {
    made: GrantApplicationMove,
    days: i64,
    note: Option<String>,
    /// Days that the applicant has to answer.
    answer_in: Option<i64>,
}

pub fn load(
    conn: &mut Conn,
    known: &Directory,
    cast: &Cast,
    call: GrantCallId,
    told: &Told,
    number: usize,
    now: DateTime<Utc>,
) -> Result<()> {
    let at = |days: i64| now + TimeDelta::days(days);
    let organisation_id = told.by.as_ref().map(|key| find(&known.organisations, key)).transpose()?;
    let filer = match (told.paper, organisation_id) {
        (false, Some(group)) => cast.member(group).ok_or(ApiError::Internal)?.id,
        (true, _) | (false, None) => cast.second(number)?.id,
    };
    let alone = organisation_id.is_none();
    let applicant = if alone { GrantApplicantKind::Representative } else { GrantApplicantKind::CommunityGroup };
    let new = NewGrantApplication {
        call_id: call,
        applicant,
        applicant_name: told.name.clone(),
        title: told.title.clone(),
        place_id: find(&known.places, &told.place)?,
        organisation_id,
        stakeholder_id: None,
    };
    let row = grant_calls::store::published(conn, call)?;
    let id = insert(conn, &row, &new, organisation_id, By { account: filer, on_paper: told.paper }, at(told.began))?;
    say(conn, call, id, told)?;
    let Some(submitted) = told.submitted else { return Ok(()) };
    let first = Then { made: GrantApplicationMove::Submit, days: submitted, note: None, answer_in: None };
    let staff = cast.owner(number)?.id;
    for step in [first].iter().chain(&told.steps) {
        lead(conn, id, step, (filer, staff), at(step.days))?;
    }
    Ok(())
}

/// Writes all that an application says.
fn say(conn: &mut Conn, call: GrantCallId, id: GrantApplicationId, told: &Told) -> Result<()> {
    let asked = money::sum(told.lines.iter().map(|line| line.asked)).ok_or(ApiError::Internal)?;
    let set = (
        (applications::summary.eq(&told.summary), applications::asked.eq(asked)),
        (applications::youth_led.eq(told.youth_led), applications::women_led.eq(told.women_led)),
    );
    diesel::update(applications::table.find(id)).set(set).execute(conn)?;
    content::replace_lines(conn, id, &told.lines)?;
    content::replace_team(conn, id, &told.team)?;
    content::replace_partners(conn, id, &told.partners)?;
    let questions = grant_calls::questions(conn, call)?;
    for Answered { question, text, number, yes } in &told.answers {
        let question = questions.get(*question).ok_or(ApiError::Internal)?.id;
        let text = text.clone().map(Answer::Text);
        let answer = text.or(number.map(Answer::Number)).or(yes.map(Answer::Yes));
        content::replace_answer(conn, id, question, answer)?;
    }
    Ok(())
}

fn lead(
    conn: &mut Conn,
    id: GrantApplicationId,
    Then { made, days: _, note: said, answer_in }: &Then,
    (filer, staff): (AccountId, AccountId),
    at: DateTime<Utc>,
) -> Result<()> {
    let before: Row = applications::table.find(id).select(Row::as_select()).first(conn)?;
    let (_, party, _, to) = MOVES.iter().find(|(listed, ..)| listed == made).ok_or(ApiError::Internal)?;
    let answer_by = answer_in.map(|days| day_of(at + TimeDelta::days(days)));
    let mut changes = Changes { answer_by: Some(answer_by), ..Changes::default() };
    if before.state == GrantApplicationState::Draft {
        (changes.submitted_at, changes.listed_at) = (Some(at.into()), Some(at.into()));
        changes.receipt_number = Some(receipt(conn, at)?);
    }
    settle(conn, &before, changes, *to, at)?;
    let by = match party {
        GrantParty::Applicant => filer,
        GrantParty::Programme => staff,
    };
    let step = Step { made: *made, from: Some(before.state), to: *to, party: *party, note: said.as_deref(), answer_by };
    note(conn, id, &step, by, at)
}
