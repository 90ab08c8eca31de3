//! Cases as rows: the columns of the view that the list shows to the same audience, in words.

use super::cells::{Cell, Column, name, named, time};
use crate::catalogue;
use crate::grievances::domain::{Audience, Track};
use crate::grievances::view::{GrievanceSummary, RespondentSummary, StaffSummary};
use crate::names::Language;

const STAFF: &[Column] = &[
    ("reference", 18),
    ("state", 24),
    ("severity", 12),
    ("category", 26),
    ("place", 22),
    ("site", 24),
    ("owner", 24),
    ("submitted_at", 18),
    ("due_at", 18),
    ("updated_at", 18),
    ("released", 14),
    ("confidentiality", 18),
    ("sensitivity", 26),
    ("track", 26),
    ("language", 14),
    ("excerpt", 80),
];

const RESPONDENT: &[Column] = &[
    ("reference", 18),
    ("state", 24),
    ("severity", 12),
    ("category", 26),
    ("district", 22),
    ("site", 24),
    ("month", 12),
    ("summary", 80),
];

/// What a file of cases has for an audience.
pub fn columns(audience: Audience) -> &'static [Column] {
    match audience {
        Audience::Staff => STAFF,
        Audience::Respondent => RESPONDENT,
    }
}

/// A case as a row, in the order of the columns.
pub fn row(language: Language, summary: GrievanceSummary) -> Vec<Cell> {
    match summary {
        GrievanceSummary::Staff(case) => staff(language, case),
        GrievanceSummary::Respondent(case) => respondent(language, case),
    }
}

fn staff(language: Language, case: StaffSummary) -> Vec<Cell> {
    let StaffSummary {
        id: _,
        version: _,
        reference,
        state,
        track,
        sensitivity,
        severity,
        category,
        confidentiality,
        language: spoken,
        place,
        site,
        owner,
        excerpt,
        released,
        submitted_at,
        updated_at,
        due_at,
        due_clock: _,
        clock: _,
        actions: _,
    } = case;
    let word = |group: &str, word: &str| Cell::Text(catalogue::text(language, &format!("{group}.{word}")));
    vec![
        Cell::Text(reference),
        word("state", state.as_str()),
        severity.map_or(Cell::Empty, |severity| word("severity", severity.as_str())),
        category.map_or(Cell::Empty, |category| word("category", category.as_str())),
        name(language, &place.names),
        named(language, site),
        owner.map_or(Cell::Empty, |person| Cell::Text(person.name)),
        time(submitted_at),
        due_at.map_or(Cell::Empty, time),
        time(updated_at),
        word("export", if released { "yes" } else { "no" }),
        word("confidentiality", confidentiality.as_str()),
        word("sensitivity", sensitivity.as_str()),
        match track {
            Track::Normal => Cell::Empty,
            Track::Protection => word("track", track.as_str()),
        },
        word("language", spoken.as_str()),
        Cell::Text(excerpt),
    ]
}

fn respondent(language: Language, case: RespondentSummary) -> Vec<Cell> {
    let RespondentSummary {
        id: _,
        version: _,
        reference,
        state,
        severity,
        category,
        site,
        district,
        month,
        summary,
        actions: _,
    } = case;
    let word = |group: &str, word: &str| Cell::Text(catalogue::text(language, &format!("{group}.{word}")));
    vec![
        Cell::Text(reference),
        word("state", state.as_str()),
        severity.map_or(Cell::Empty, |severity| word("severity", severity.as_str())),
        category.map_or(Cell::Empty, |category| word("category", category.as_str())),
        district.map_or(Cell::Empty, |district| name(language, &district)),
        named(language, site),
        Cell::Text(month),
        summary.map_or(Cell::Empty, Cell::Text),
    ]
}
