//! What belongs to a call: its places, its questions, its criteria.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{Asked, GrantQuestionKind, GrantQuestionStage};
use super::input::{NewGrantCriterion, NewGrantQuestion};
use super::view::{GrantCriterion, GrantQuestion};
use super::{GrantCallId, GrantCriterionId, GrantQuestionId};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::impacts::store::path_in;
use crate::names::{Names, Texts};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{grant_call_places as places, grant_criteria as criteria, grant_questions as questions};

type Help = (Option<String>, Option<String>, Option<String>);

/// Help stands in three columns: all of them, or none.
fn help((ky, ru, en): Help) -> Option<Texts> {
    Some(Texts { ky: ky?, ru: ru?, en: en? })
}

fn columns(help: Option<&Texts>) -> Help {
    help.map_or((None, None, None), |Texts { ky, ru, en }| (Some(ky.clone()), Some(ru.clone()), Some(en.clone())))
}

/// A question as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = questions)]
pub struct Question {
    pub id: GrantQuestionId,
    pub stage: GrantQuestionStage,
    pub kind: GrantQuestionKind,
    #[diesel(select_expression = (questions::prompt_ky, questions::prompt_ru, questions::prompt_en))]
    prompt: Texts,
    #[diesel(select_expression = (questions::help_ky, questions::help_ru, questions::help_en))]
    help: Help,
    pub required: bool,
    pub expected: Option<bool>,
    options: Option<String>,
    pub max_length: Option<i64>,
    pub least: Option<i64>,
    pub most: Option<i64>,
}

impl Question {
    pub fn options(&self) -> Result<Option<Vec<Names>>> {
        self.options.as_deref().map(serde_json::from_str).transpose().map_err(|_| ApiError::Internal)
    }

    pub fn asked(&self) -> Result<Asked> {
        let options = self.options()?.map_or(0, |options| options.len());
        Ok(Asked {
            id: self.id,
            stage: self.stage,
            kind: self.kind,
            required: self.required,
            expected: self.expected,
            options: i64::try_from(options).unwrap_or_default(),
            max_length: self.max_length,
            least: self.least,
            most: self.most,
        })
    }

    pub fn view(self) -> Result<GrantQuestion> {
        let options = self.options()?;
        let Self { id, stage, kind, prompt, help: words, required, expected, options: _, max_length, least, most } =
            self;
        let help = help(words);
        Ok(GrantQuestion { id, stage, kind, prompt, help, required, expected, options, max_length, least, most })
    }
}

/// The questions of a call, in their order.
pub fn questions(conn: &mut Conn, call: GrantCallId) -> Result<Vec<Question>> {
    Ok(questions::table
        .filter(questions::call_id.eq(call))
        .order(questions::position)
        .select(Question::as_select())
        .load(conn)?)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = criteria)]
struct Criterion {
    id: GrantCriterionId,
    #[diesel(select_expression = (criteria::name_ky, criteria::name_ru, criteria::name_en))]
    name: Names,
    #[diesel(select_expression = (criteria::help_ky, criteria::help_ru, criteria::help_en))]
    help: Help,
    weight: i64,
}

/// The criteria of a call, in their order.
pub fn criteria(conn: &mut Conn, call: GrantCallId) -> Result<Vec<GrantCriterion>> {
    let rows: Vec<Criterion> = criteria::table
        .filter(criteria::call_id.eq(call))
        .order(criteria::position)
        .select(Criterion::as_select())
        .load(conn)?;
    let view = |Criterion { id, name, help: words, weight }| GrantCriterion { id, name, help: help(words), weight };
    Ok(rows.into_iter().map(view).collect())
}

/// The places of a call, each with its path.
pub fn places(conn: &mut Conn, call: GrantCallId) -> Result<Vec<(PlaceId, String)>> {
    Ok(places::table
        .filter(places::call_id.eq(call))
        .order(places::place_path)
        .select((places::place_id, places::place_path))
        .load(conn)?)
}

/// Puts questions in place of those of a draft, which nobody has answered.
pub fn replace_questions(
    conn: &mut Conn,
    call: GrantCallId,
    new: &[NewGrantQuestion],
    now: DateTime<Utc>,
) -> Result<()> {
    for (place, question) in new.iter().enumerate() {
        refused(question)
            .map_or(Ok(()), |(field, code)| Err(ApiError::field(&format!("/questions/{place}{field}"), code)))?;
    }
    diesel::delete(questions::table.filter(questions::call_id.eq(call))).execute(conn)?;
    for (position, question) in (1_i64..).zip(new) {
        let NewGrantQuestion { stage, kind, prompt, help, required, expected, options, max_length, least, most } =
            question;
        let options = options.as_ref().map(serde_json::to_string).transpose().map_err(|_| ApiError::Internal)?;
        let (help_ky, help_ru, help_en) = columns(help.as_ref());
        let row = (
            (questions::id.eq(GrantQuestionId::at(now)), questions::call_id.eq(call), questions::position.eq(position)),
            (questions::stage.eq(*stage), questions::kind.eq(*kind), questions::prompt_ky.eq(prompt.ky.trim())),
            (questions::prompt_ru.eq(prompt.ru.trim()), questions::prompt_en.eq(prompt.en.trim())),
            (questions::help_ky.eq(help_ky), questions::help_ru.eq(help_ru), questions::help_en.eq(help_en)),
            (questions::required.eq(*required), questions::expected.eq(*expected), questions::options.eq(options)),
            (questions::max_length.eq(*max_length), questions::least.eq(*least), questions::most.eq(*most)),
        );
        diesel::insert_into(questions::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Why a question can't be asked so: the field, and the code.
fn refused(question: &NewGrantQuestion) -> Option<(&'static str, &'static str)> {
    let NewGrantQuestion { stage, kind, required, expected, options, max_length, least, most, .. } = question;
    let of_eligibility = *stage == GrantQuestionStage::Eligibility;
    let fits = |given: bool, needed: bool, field: &'static str| match (given, needed) {
        (false, true) => Some((field, "required")),
        (true, false) => Some((field, "not_of_this_kind")),
        (true, true) | (false, false) => None,
    };
    let number = *kind == GrantQuestionKind::Number;
    if of_eligibility && *kind != GrantQuestionKind::YesNo {
        return Some(("/kind", "not_yes_or_no"));
    }
    if of_eligibility && !required {
        return Some(("/required", "required"));
    }
    fits(expected.is_some(), of_eligibility, "/expected")
        .or_else(|| fits(options.is_some(), *kind == GrantQuestionKind::Choice, "/options"))
        .or_else(|| max_length.and_then(|_| fits(true, *kind == GrantQuestionKind::Text, "/max_length")))
        .or_else(|| least.and_then(|_| fits(true, number, "/least")))
        .or_else(|| most.and_then(|_| fits(true, number, "/most")))
        .or_else(|| least.zip(*most).filter(|(least, most)| least > most).map(|_| ("/most", "too_small")))
}

pub fn replace_criteria(
    conn: &mut Conn,
    call: GrantCallId,
    new: &[NewGrantCriterion],
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::delete(criteria::table.filter(criteria::call_id.eq(call))).execute(conn)?;
    for (position, NewGrantCriterion { name, help, weight }) in (1_i64..).zip(new) {
        let (help_ky, help_ru, help_en) = columns(help.as_ref());
        let row = (
            (criteria::id.eq(GrantCriterionId::at(now)), criteria::call_id.eq(call), criteria::position.eq(position)),
            (
                criteria::name_ky.eq(name.ky.trim()),
                criteria::name_ru.eq(name.ru.trim()),
                criteria::name_en.eq(name.en.trim()),
            ),
            (criteria::help_ky.eq(help_ky), criteria::help_ru.eq(help_ru), criteria::help_en.eq(help_en)),
            criteria::weight.eq(*weight),
        );
        diesel::insert_into(criteria::table).values(row).execute(conn)?;
    }
    Ok(())
}

pub fn replace_places(conn: &mut Conn, call: GrantCallId, programme: ProgrammeId, new: &[PlaceId]) -> Result<()> {
    diesel::delete(places::table.filter(places::call_id.eq(call))).execute(conn)?;
    for (number, place) in new.iter().enumerate() {
        let pointer = |code: &str| ApiError::field(&format!("/place_ids/{number}"), code);
        if new.iter().take(number).any(|before| before == place) {
            return Err(pointer("duplicate"));
        }
        let path = match path_in(conn, programme, *place) {
            Err(ApiError::Invalid(refused)) => {
                return Err(pointer(refused.first().map_or("unknown", |field| field.code.as_str())));
            }
            found => found?,
        };
        let row = (places::call_id.eq(call), places::place_id.eq(*place), places::place_path.eq(path));
        diesel::insert_into(places::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Gives a draft what another call asks, by what it scores and where it works.
pub fn copy(
    conn: &mut Conn,
    from: GrantCallId,
    to: GrantCallId,
    programme: ProgrammeId,
    now: DateTime<Utc>,
) -> Result<()> {
    let asked = questions(conn, from)?.into_iter().map(|row| row.view().map(as_new)).collect::<Result<Vec<_>>>()?;
    let scored = criteria(conn, from)?;
    let scored =
        scored.into_iter().map(|GrantCriterion { id: _, name, help, weight }| NewGrantCriterion { name, help, weight });
    let near: Vec<PlaceId> = places(conn, from)?.into_iter().map(|(place, _)| place).collect();
    replace_questions(conn, to, &asked, now)?;
    replace_criteria(conn, to, &scored.collect::<Vec<_>>(), now)?;
    replace_places(conn, to, programme, &near)
}

fn as_new(question: GrantQuestion) -> NewGrantQuestion {
    let GrantQuestion { id: _, stage, kind, prompt, help, required, expected, options, max_length, least, most } =
        question;
    NewGrantQuestion { stage, kind, prompt, help, required, expected, options, max_length, least, most }
}
