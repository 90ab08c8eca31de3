//! What an application says: as it is typed only its shape is looked at, and all of it when it is submitted.

use crate::attachments::AttachmentId;
use crate::grant_calls::GrantQuestionId;
use crate::grant_calls::domain::{Asked, GrantQuestionKind, GrantQuestionStage};
use crate::money;

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Text(String),
    /// Also which of the options, the first of them 1.
    Number(i64),
    Yes(bool),
    File(AttachmentId),
}

/// The longest text, where a question says nothing else.
const LONGEST: i64 = 10_000;

/// Why an answer is none to a question.
pub fn fits(asked: &Asked, answer: &Answer) -> Result<(), &'static str> {
    let within = |least: i64, number: i64, most: i64, small, large| {
        if number < least {
            Err(small)
        } else if number > most {
            Err(large)
        } else {
            Ok(())
        }
    };
    match (asked.kind, answer) {
        (GrantQuestionKind::YesNo, Answer::Yes(_)) | (GrantQuestionKind::File, Answer::File(_)) => Ok(()),
        (GrantQuestionKind::Text, Answer::Text(text)) => {
            let letters = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
            within(1, letters, asked.max_length.unwrap_or(LONGEST), "too_short", "too_long")
        }
        (GrantQuestionKind::Number, Answer::Number(number)) => {
            within(asked.least.unwrap_or(0), *number, asked.most.unwrap_or(money::MOST), "too_small", "too_large")
        }
        (GrantQuestionKind::Choice, Answer::Number(number)) => within(1, *number, asked.options, "unknown", "unknown"),
        (
            GrantQuestionKind::YesNo
            | GrantQuestionKind::File
            | GrantQuestionKind::Text
            | GrantQuestionKind::Number
            | GrantQuestionKind::Choice,
            Answer::Text(_) | Answer::Number(_) | Answer::Yes(_) | Answer::File(_),
        ) => Err("not_of_this_kind"),
    }
}

/// A line of a budget; amounts are in minor units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub what: String,
    pub quantity: i64,
    pub unit_amount: i64,
    pub asked: i64,
    pub own: i64,
}

/// Whether what is asked for and what the applicant brings is what a line costs.
pub fn adds_up(line: &Line) -> bool {
    let cost = line.quantity.checked_mul(line.unit_amount);
    cost.is_some_and(|cost| (1..=money::MOST).contains(&cost) && line.asked.checked_add(line.own) == Some(cost))
}

/// What was written so far.
pub struct Content<'a> {
    pub summary: Option<&'a str>,
    pub lines: &'a [Line],
    /// People of the team.
    pub team: usize,
    pub answers: &'a [(GrantQuestionId, Answer)],
}

/// A field that keeps an application from being submitted, and the code.
pub type Refused = (String, &'static str);

/// What keeps an application from being submitted.
pub fn unready(content: &Content, asked: &[Asked], ceiling: i64) -> Vec<Refused> {
    let mut refused = vec![];
    if content.summary.is_none_or(|summary| summary.trim().chars().count() < 3) {
        refused.push(("/summary".to_owned(), "required"));
    }
    refused.extend(asked.iter().filter_map(|question| {
        let answer = content.answers.iter().find(|(id, _)| *id == question.id).map(|(_, answer)| answer);
        unanswered(question, answer).map(|code| (format!("/answers/{}", question.id), code))
    }));
    if content.team == 0 {
        refused.push(("/team".to_owned(), "required"));
    }
    refused.extend(unbudgeted(content.lines, ceiling));
    refused
}

fn unanswered(question: &Asked, answer: Option<&Answer>) -> Option<&'static str> {
    match (answer, question.stage) {
        (None, GrantQuestionStage::Eligibility) => Some("required"),
        (None, GrantQuestionStage::Application) => question.required.then_some("required"),
        (Some(Answer::Yes(said)), GrantQuestionStage::Eligibility) if question.expected != Some(*said) => {
            Some("not_met")
        }
        (Some(_), GrantQuestionStage::Eligibility | GrantQuestionStage::Application) => None,
    }
}

fn unbudgeted(lines: &[Line], ceiling: i64) -> Vec<Refused> {
    if lines.is_empty() {
        return vec![("/lines".to_owned(), "required")];
    }
    let mut refused = vec![];
    for (place, line) in lines.iter().enumerate() {
        let at = |field: &str| format!("/lines/{place}/{field}");
        if line.what.trim().is_empty() {
            refused.push((at("what"), "required"));
        }
        if !adds_up(line) {
            refused.push((at("asked"), "does_not_add_up"));
        }
    }
    match money::sum(lines.iter().map(|line| line.asked)) {
        Some(0) => refused.push(("/asked".to_owned(), "too_small")),
        Some(asked) if asked <= ceiling => {}
        Some(_) | None => refused.push(("/asked".to_owned(), "over_ceiling")),
    }
    refused
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn asked(kind: GrantQuestionKind) -> Asked {
        Asked {
            id: GrantQuestionId::random(),
            stage: GrantQuestionStage::Application,
            kind,
            required: true,
            expected: None,
            options: 2,
            max_length: Some(5),
            least: Some(2),
            most: Some(4),
        }
    }

    #[test]
    fn an_answer_is_of_the_kind_that_is_asked_for() {
        let text = |words: &str| Answer::Text(words.into());
        let file = Answer::File(AttachmentId::random());
        for (kind, answer, outcome) in [
            (GrantQuestionKind::Text, text("жакшы"), Ok(())),
            (GrantQuestionKind::Text, text(""), Err("too_short")),
            (GrantQuestionKind::Text, text("жакшы!"), Err("too_long")),
            (GrantQuestionKind::Number, Answer::Number(4), Ok(())),
            (GrantQuestionKind::Number, Answer::Number(1), Err("too_small")),
            (GrantQuestionKind::Number, Answer::Number(5), Err("too_large")),
            (GrantQuestionKind::Choice, Answer::Number(2), Ok(())),
            (GrantQuestionKind::Choice, Answer::Number(3), Err("unknown")),
            (GrantQuestionKind::Choice, Answer::Number(0), Err("unknown")),
            (GrantQuestionKind::YesNo, Answer::Yes(false), Ok(())),
            (GrantQuestionKind::YesNo, text("yes"), Err("not_of_this_kind")),
            (GrantQuestionKind::File, file.clone(), Ok(())),
            (GrantQuestionKind::Text, file, Err("not_of_this_kind")),
        ] {
            assert_eq!(fits(&asked(kind), &answer), outcome, "{answer:?}");
        }
    }

    #[test]
    fn who_answers_otherwise_than_is_needed_can_not_apply() {
        let needed =
            Asked { stage: GrantQuestionStage::Eligibility, expected: Some(true), ..asked(GrantQuestionKind::YesNo) };
        let outcome = |answer: Option<bool>| unanswered(&needed, answer.map(Answer::Yes).as_ref());
        assert_eq!([Some(true), Some(false), None].map(outcome), [None, Some("not_met"), Some("required")]);
    }

    fn line() -> impl Strategy<Value = Line> {
        let amount = prop_oneof![0..2000_i64, Just(money::MOST), 0..=i64::MAX];
        (0..1000_i64, amount.clone(), amount.clone(), amount, any::<bool>()).prop_map(
            |(quantity, unit_amount, asked, own, exact)| {
                let cost = quantity.checked_mul(unit_amount).unwrap_or(0);
                let (asked, own) = if exact { (asked.min(cost), cost - asked.min(cost)) } else { (asked, own) };
                Line { what: "Түтүк".into(), quantity, unit_amount, asked, own }
            },
        )
    }

    proptest! {
        #[test]
        fn a_budget_that_is_taken_adds_up_to_the_last_tyiyn_and_stays_below_the_ceiling(
            lines in prop::collection::vec(line(), 0..8), ceiling in 1..4000_i64
        ) {
            if unbudgeted(&lines, ceiling).is_empty() {
                let all: i128 = lines.iter().map(|line| i128::from(line.asked)).sum();
                prop_assert!(all >= 1 && all <= i128::from(ceiling));
                for line in &lines {
                    let cost = i128::from(line.quantity) * i128::from(line.unit_amount);
                    prop_assert_eq!(i128::from(line.asked) + i128::from(line.own), cost);
                }
            }
        }

        #[test]
        fn lines_that_add_up_within_the_ceiling_are_taken(parts in prop::collection::vec((1..100_i64, 1..100_i64), 1..8)) {
            let lines: Vec<Line> = parts
                .iter()
                .map(|(quantity, unit_amount)| Line {
                    what: "Түтүк".into(), quantity: *quantity, unit_amount: *unit_amount,
                    asked: quantity * unit_amount, own: 0,
                })
                .collect();
            let all: i64 = lines.iter().map(|line| line.asked).sum();
            prop_assert_eq!(unbudgeted(&lines, all), vec![]);
            prop_assert_eq!(unbudgeted(&lines, all - 1), vec![("/asked".to_owned(), "over_ceiling")]);
        }
    }
}
