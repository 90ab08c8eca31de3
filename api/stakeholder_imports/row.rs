//! A row as a stakeholder, or what is wrong with it.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use validator::Validate;

use super::closed::word;
use super::domain::ImportField;
use super::fields::words;
use super::places::Gazetteer;
use super::problems::{column_of, field_of};
use super::report::{CellError, Column};
use super::table::{Field, Line};
use super::values::{day, parts, serial, whole};
use crate::http::body::refused as refused_by_rules;
use crate::programmes::ProgrammeId;
use crate::stakeholders::domain::{AgeBand, ConsentForm, ConsentStanding, Sex, StakeholderCategory, StakeholderKind};
use crate::stakeholders::input::{NewAssessment, NewConsent, NewStakeholder, StakeholderContact};
use crate::stakeholders::many::Checked;
use crate::stakeholders::store::refused;
use crate::stakeholders::tags::StakeholderTag;

/// Letters of a value that are repeated with what is wrong with it.
const SHOWN: usize = 60;

/// What rows are read by.
pub struct Reading<'a> {
    pub programme: ProgrammeId,
    pub columns: &'a [Column],
    pub gazetteer: &'a Gazetteer,
    pub today: NaiveDate,
    /// The reason of assessments that the table gives none for.
    pub reason: String,
}

/// What is wrong with a cell: which field, and a code.
type Fault = (ImportField, &'static str);

impl Reading<'_> {
    pub fn row(&self, line: &Line) -> Result<Checked, Vec<CellError>> {
        let row = Row { line, columns: self.columns };
        let mut faults: Vec<(ImportField, String)> = vec![];
        let mut noted = |faulty: Fault| faults.push((faulty.0, faulty.1.to_owned()));
        let read = self.read(&row, &mut noted);
        if let (Some(checked), true) = (&read, faults.is_empty()) {
            let by_rules = checked.new.validate().err().map(|errors| refused_by_rules("", &errors)).unwrap_or_default();
            faults.extend(by_rules.into_iter().map(|error| (field_of(&error.pointer), error.code)));
            let refused = refused(&checked.new, self.today).into_iter();
            faults.extend(refused.map(|(pointer, code)| (field_of(pointer), code.to_owned())));
        }
        match read {
            Some(checked) if faults.is_empty() => Ok(checked),
            Some(_) | None => Err(faults.into_iter().map(|(field, code)| row.error(field, code)).collect()),
        }
    }

    fn read(&self, row: &Row, fault: &mut impl FnMut(Fault)) -> Option<Checked> {
        let place = self.place(row, fault);
        let kind: Option<StakeholderKind> = row.word(ImportField::Kind, fault);
        let category: Option<StakeholderCategory> = row.word(ImportField::Category, fault);
        let name = row.name();
        if name.is_empty() {
            fault((ImportField::Name, "required"));
        }
        let (birth_year, by_day) = row.birth_year(fault);
        // Who gives the day of birth gives no age beside it that tells more.
        let age_band = if birth_year.is_some() || by_day { None } else { row.age_band(fault) };
        let organisation = row.text(ImportField::Organisation).map(|text| self.gazetteer.organisation(&text));
        let organisation_id = match organisation {
            Some(Err(code)) => {
                fault((ImportField::Organisation, code));
                None
            }
            Some(Ok(id)) => Some(id),
            None => None,
        };
        let new = NewStakeholder {
            programme_id: self.programme,
            kind: kind.unwrap_or(StakeholderKind::Person),
            category: category.unwrap_or(StakeholderCategory::Other),
            name,
            position: row.text(ImportField::Position),
            place_id: place.as_ref()?.0,
            organisation_id,
            sex: row.word::<Sex>(ImportField::Sex, fault),
            birth_year,
            age_band,
            languages: row.many(ImportField::Languages, fault),
            tags: row.tags(fault),
            contact: row.contact(),
            assessment: self.assessment(row, fault),
            consent: row.consent(fault),
        };
        place.map(|(_, place_path)| Checked { new, place_path })
    }

    fn place(&self, row: &Row, fault: &mut impl FnMut(Fault)) -> Option<(crate::places::PlaceId, String)> {
        let found = match (row.text(ImportField::PlaceCode), row.text(ImportField::Place)) {
            (Some(code), _) => self.gazetteer.code(&code).map_err(|code| (ImportField::PlaceCode, code)),
            (None, Some(name)) => self.gazetteer.place(&name).map_err(|code| (ImportField::Place, code)),
            (None, None) => Err((ImportField::Place, "required")),
        };
        match found {
            Ok(spot) => Some((spot.id, spot.path.clone())),
            Err(faulty) => {
                fault(faulty);
                None
            }
        }
    }

    fn assessment(&self, row: &Row, fault: &mut impl FnMut(Fault)) -> Option<NewAssessment> {
        const PARTS: [ImportField; 3] = [ImportField::Influence, ImportField::Interest, ImportField::Stance];
        if PARTS.iter().all(|field| row.text(*field).is_none()) {
            return None;
        }
        for field in PARTS.into_iter().filter(|field| row.text(*field).is_none()) {
            fault((field, "required"));
        }
        let influence = row.whole(ImportField::Influence, fault);
        let interest = row.whole(ImportField::Interest, fault);
        let reason = row.text(ImportField::AssessmentReason).unwrap_or_else(|| self.reason.clone());
        let stance = row.stance(fault);
        Some(NewAssessment { influence: influence?, interest: interest?, stance: stance?, reason })
    }
}

struct Row<'a> {
    line: &'a Line,
    columns: &'a [Column],
}

impl Row<'_> {
    fn column(&self, field: ImportField) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    fn cell(&self, field: ImportField) -> &Field {
        self.column(field).and_then(|index| self.line.cells.get(index)).unwrap_or(&Field::Empty)
    }

    fn text(&self, field: ImportField) -> Option<String> {
        let text = words(self.cell(field));
        (!text.is_empty()).then_some(text)
    }

    fn error(&self, field: ImportField, code: String) -> CellError {
        let column = column_of(field, |field| self.column(field));
        let value = column.and_then(|index| self.line.cells.get(index)).map(words).unwrap_or_default();
        CellError { row: self.line.number, column, field, value: value.chars().take(SHOWN).collect(), code }
    }

    /// The name, also where its parts have columns of their own.
    fn name(&self) -> String {
        let parts = [ImportField::Name, ImportField::Surname, ImportField::GivenName, ImportField::Patronymic];
        let parts: Vec<String> = parts.into_iter().filter_map(|field| self.text(field)).collect();
        parts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn word<T: FromStr>(&self, field: ImportField, fault: &mut impl FnMut(Fault)) -> Option<T> {
        let text = self.text(field)?;
        let known = word(field, &text).and_then(|word| word.parse().ok());
        if known.is_none() {
            fault((field, "unknown_word"));
        }
        known
    }

    /// Several words of a closed list in a cell.
    fn many<T: FromStr>(&self, field: ImportField, fault: &mut impl FnMut(Fault)) -> Vec<T> {
        let mut all = vec![];
        for part in parts(&self.text(field).unwrap_or_default()) {
            match word(field, part).and_then(|word| word.parse().ok()) {
                Some(known) => all.push(known),
                None => fault((field, "unknown_word")),
            }
        }
        all
    }

    fn tags(&self, fault: &mut impl FnMut(Fault)) -> Vec<StakeholderTag> {
        let mut all = vec![];
        for part in parts(&self.text(ImportField::Tags).unwrap_or_default()) {
            match StakeholderTag::try_from(part.to_owned()) {
                Ok(tag) => all.push(tag),
                Err(_) => fault((ImportField::Tags, "not_a_tag")),
            }
        }
        all
    }

    fn contact(&self) -> Option<StakeholderContact> {
        let contact = StakeholderContact {
            phone: self.text(ImportField::Phone),
            email: self.text(ImportField::Email),
            address: self.text(ImportField::Address),
        };
        (!contact.is_empty()).then_some(contact)
    }

    fn consent(&self, fault: &mut impl FnMut(Fault)) -> Option<NewConsent> {
        let standing: Option<ConsentStanding> = self.word(ImportField::Consent, fault);
        match standing {
            Some(ConsentStanding::None | ConsentStanding::Withdrawn) => return None,
            Some(ConsentStanding::Given) => {}
            None if self.text(ImportField::ConsentGivenOn).is_none() => return None,
            None => {}
        }
        let form: Option<ConsentForm> = self.word(ImportField::ConsentForm, fault);
        let given_on = self.day(ImportField::ConsentGivenOn, fault);
        let purpose = self.text(ImportField::ConsentPurpose);
        let missing = [ImportField::ConsentForm, ImportField::ConsentGivenOn, ImportField::ConsentPurpose];
        missing.into_iter().filter(|field| self.text(*field).is_none()).for_each(|field| fault((field, "required")));
        Some(NewConsent { purpose: purpose?, form: form?, given_on: given_on? })
    }

    /// The year of birth, and whether a whole day was given.
    fn birth_year(&self, fault: &mut impl FnMut(Fault)) -> (Option<i64>, bool) {
        const FIELD: ImportField = ImportField::BirthYear;
        match self.cell(FIELD) {
            Field::Empty => (None, false),
            Field::Number(number) if *number > 3000.0 => (serial(*number).map(|day| day.year().into()), true),
            Field::Day(day) => (Some(day.year().into()), true),
            Field::Number(_) => (self.whole(FIELD, fault), false),
            Field::Text(text) => match (whole(text), day(text)) {
                (Some(year), _) => (Some(year), false),
                (None, Some(day)) => (Some(day.year().into()), true),
                (None, None) => {
                    fault((FIELD, "not_a_year"));
                    (None, false)
                }
            },
        }
    }

    /// An age band, or the band of an age in years.
    fn age_band(&self, fault: &mut impl FnMut(Fault)) -> Option<AgeBand> {
        let text = self.text(ImportField::AgeBand)?;
        if let Some(band) = word(ImportField::AgeBand, &text).and_then(|word| word.parse().ok()) {
            return Some(band);
        }
        let age = whole(&text);
        let band = match age {
            Some(14..18) => Some(AgeBand::From14),
            Some(18..25) => Some(AgeBand::From18),
            Some(25..36) => Some(AgeBand::From25),
            Some(36..60) => Some(AgeBand::From36),
            Some(60..120) => Some(AgeBand::From60),
            Some(_) | None => None,
        };
        if band.is_none() {
            fault((ImportField::AgeBand, if matches!(age, Some(0..14)) { "too_young" } else { "unknown_word" }));
        }
        band
    }

    fn stance(&self, fault: &mut impl FnMut(Fault)) -> Option<i64> {
        const FIELD: ImportField = ImportField::Stance;
        let text = self.text(FIELD)?;
        if let Some(number) = whole(&text).filter(|number| (-2..=2).contains(number)) {
            return Some(number);
        }
        let known = word(FIELD, &text);
        let stance = known.and_then(|word| crate::stakeholders::domain::STANCES.iter().position(|one| *one == word));
        if stance.is_none() {
            fault((FIELD, "unknown_word"));
        }
        stance.and_then(|index| i64::try_from(index).ok()).map(|index| index - 2)
    }

    fn whole(&self, field: ImportField, fault: &mut impl FnMut(Fault)) -> Option<i64> {
        let text = self.text(field)?;
        let number = whole(&text);
        if number.is_none() {
            fault((field, "not_a_number"));
        }
        number
    }

    fn day(&self, field: ImportField, fault: &mut impl FnMut(Fault)) -> Option<NaiveDate> {
        let day = match self.cell(field) {
            Field::Empty => return None,
            Field::Day(day) => Some(*day),
            Field::Number(number) => serial(*number),
            Field::Text(text) => day(text),
        };
        if day.is_none() {
            fault((field, "not_a_day"));
        }
        day
    }
}
