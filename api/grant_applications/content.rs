//! What an application says beside its row: lines, team, partners, answers.

use diesel::prelude::*;

use super::GrantApplicationId;
use super::domain::{Answer, Line};
use super::input::{GrantAnswer, GrantBudgetLine, GrantPartner, GrantTeamMember};
use crate::attachments::AttachmentId;
use crate::db::Conn;
use crate::error::Result;
use crate::grant_calls::GrantQuestionId;
use crate::schema::{
    grant_answers as answers, grant_budget_lines as lines, grant_partners as partners, grant_team as team,
};

pub fn lines(conn: &mut Conn, id: GrantApplicationId) -> Result<Vec<GrantBudgetLine>> {
    let rows: Vec<(String, String, i64, i64, i64, i64)> = lines::table
        .filter(lines::application_id.eq(id))
        .order(lines::position)
        .select((lines::what, lines::unit, lines::quantity, lines::unit_amount, lines::asked, lines::own))
        .load(conn)?;
    let line = |(what, unit, quantity, unit_amount, asked, own)| GrantBudgetLine {
        what,
        unit,
        quantity,
        unit_amount,
        asked,
        own,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// A line as the rules look at it.
pub fn as_line(line: &GrantBudgetLine) -> Line {
    let GrantBudgetLine { what, unit: _, quantity, unit_amount, asked, own } = line.clone();
    Line { what, quantity, unit_amount, asked, own }
}

pub fn replace_lines(conn: &mut Conn, id: GrantApplicationId, new: &[GrantBudgetLine]) -> Result<()> {
    diesel::delete(lines::table.filter(lines::application_id.eq(id))).execute(conn)?;
    for (position, GrantBudgetLine { what, unit, quantity, unit_amount, asked, own }) in (1_i64..).zip(new) {
        let row = (
            (lines::application_id.eq(id), lines::position.eq(position)),
            (lines::what.eq(what.trim()), lines::unit.eq(unit.trim()), lines::quantity.eq(*quantity)),
            (lines::unit_amount.eq(*unit_amount), lines::asked.eq(*asked), lines::own.eq(*own)),
        );
        diesel::insert_into(lines::table).values(row).execute(conn)?;
    }
    Ok(())
}

pub fn team(conn: &mut Conn, id: GrantApplicationId) -> Result<Vec<GrantTeamMember>> {
    let rows: Vec<(String, String)> = team::table
        .filter(team::application_id.eq(id))
        .order(team::position)
        .select((team::name, team::task))
        .load(conn)?;
    Ok(rows.into_iter().map(|(name, task)| GrantTeamMember { name, task }).collect())
}

pub fn replace_team(conn: &mut Conn, id: GrantApplicationId, new: &[GrantTeamMember]) -> Result<()> {
    diesel::delete(team::table.filter(team::application_id.eq(id))).execute(conn)?;
    for (position, GrantTeamMember { name, task }) in (1_i64..).zip(new) {
        let row = (
            (team::application_id.eq(id), team::position.eq(position)),
            (team::name.eq(name.trim()), team::task.eq(task.trim())),
        );
        diesel::insert_into(team::table).values(row).execute(conn)?;
    }
    Ok(())
}

pub fn partners(conn: &mut Conn, id: GrantApplicationId) -> Result<Vec<GrantPartner>> {
    let rows: Vec<(String, String)> = partners::table
        .filter(partners::application_id.eq(id))
        .order(partners::position)
        .select((partners::name, partners::help))
        .load(conn)?;
    Ok(rows.into_iter().map(|(name, help)| GrantPartner { name, help }).collect())
}

pub fn replace_partners(conn: &mut Conn, id: GrantApplicationId, new: &[GrantPartner]) -> Result<()> {
    diesel::delete(partners::table.filter(partners::application_id.eq(id))).execute(conn)?;
    for (position, GrantPartner { name, help }) in (1_i64..).zip(new) {
        let row = (
            (partners::application_id.eq(id), partners::position.eq(position)),
            (partners::name.eq(name.trim()), partners::help.eq(help.trim())),
        );
        diesel::insert_into(partners::table).values(row).execute(conn)?;
    }
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = answers)]
struct AnswerRow {
    question_id: GrantQuestionId,
    text: Option<String>,
    number: Option<i64>,
    yes: Option<bool>,
    attachment_id: Option<AttachmentId>,
}

pub fn answers(conn: &mut Conn, id: GrantApplicationId) -> Result<Vec<GrantAnswer>> {
    let rows: Vec<AnswerRow> = answers::table
        .filter(answers::application_id.eq(id))
        .order(answers::question_id)
        .select(AnswerRow::as_select())
        .load(conn)?;
    let answer = |AnswerRow { question_id, text, number, yes, attachment_id }| GrantAnswer {
        question_id,
        text,
        number,
        yes,
        attachment_id,
    };
    Ok(rows.into_iter().map(answer).collect())
}

/// What was answered, as the rules look at it; none for what says nothing, and the code for what says two things at once.
pub fn as_answer(answer: &GrantAnswer) -> std::result::Result<Option<Answer>, &'static str> {
    let GrantAnswer { question_id: _, text, number, yes, attachment_id } = answer;
    let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    match (text, number, yes, attachment_id) {
        (None, None, None, None) => Ok(None),
        (Some(text), None, None, None) => Ok(Some(Answer::Text(text.to_owned()))),
        (None, Some(number), None, None) => Ok(Some(Answer::Number(*number))),
        (None, None, Some(yes), None) => Ok(Some(Answer::Yes(*yes))),
        (None, None, None, Some(file)) => Ok(Some(Answer::File(*file))),
        (Some(_) | None, Some(_) | None, Some(_) | None, Some(_) | None) => Err("one_of_both"),
    }
}

/// Puts an answer in place of what was answered before.
pub fn replace_answer(
    conn: &mut Conn,
    id: GrantApplicationId,
    question: GrantQuestionId,
    answer: Option<Answer>,
) -> Result<()> {
    diesel::delete(answers::table.find((id, question))).execute(conn)?;
    let Some(answer) = answer else { return Ok(()) };
    let (mut text, mut number, mut yes, mut file) = (None, None, None, None);
    match answer {
        Answer::Text(words) => text = Some(words),
        Answer::Number(amount) => number = Some(amount),
        Answer::Yes(said) => yes = Some(said),
        Answer::File(attachment) => file = Some(attachment),
    }
    let row = (
        (answers::application_id.eq(id), answers::question_id.eq(question), answers::text.eq(text)),
        (answers::number.eq(number), answers::yes.eq(yes), answers::attachment_id.eq(file)),
    );
    diesel::insert_into(answers::table).values(row).execute(conn)?;
    Ok(())
}
