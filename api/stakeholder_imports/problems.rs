//! Which field of a stakeholder is which column of a table, and what is wrong in words.

use super::domain::ImportField;
use super::report::CellError;
use crate::catalogue;
use crate::names::Language;

/// The field that a JSON pointer leads to.
pub fn field_of(pointer: &str) -> ImportField {
    let mut parts = pointer.split('/').skip(1);
    match (parts.next().unwrap_or_default(), parts.next().unwrap_or_default()) {
        ("kind", _) => ImportField::Kind,
        ("category", _) => ImportField::Category,
        ("position", _) => ImportField::Position,
        ("place_id", _) => ImportField::Place,
        ("organisation_id", _) => ImportField::Organisation,
        ("sex", _) => ImportField::Sex,
        ("birth_year", _) => ImportField::BirthYear,
        ("age_band", _) => ImportField::AgeBand,
        ("languages", _) => ImportField::Languages,
        ("tags", _) => ImportField::Tags,
        ("contact", "email") => ImportField::Email,
        ("contact", "address") => ImportField::Address,
        ("contact", _) => ImportField::Phone,
        ("assessment", "influence") => ImportField::Influence,
        ("assessment", "interest") => ImportField::Interest,
        ("assessment", "stance") => ImportField::Stance,
        ("assessment", _) => ImportField::AssessmentReason,
        ("consent", "purpose") => ImportField::ConsentPurpose,
        ("consent", "form") => ImportField::ConsentForm,
        ("consent", _) => ImportField::ConsentGivenOn,
        (_, _) => ImportField::Name,
    }
}

/// The column of a field, or of what stands for it.
pub fn column_of(field: ImportField, column: impl Fn(ImportField) -> Option<usize>) -> Option<usize> {
    let others: &[ImportField] = if field == ImportField::Name {
        &[ImportField::Surname, ImportField::GivenName]
    } else if field == ImportField::Phone {
        &[ImportField::Email, ImportField::Address]
    } else {
        &[]
    };
    column(field).or_else(|| others.iter().find_map(|other| column(*other)))
}

/// What is wrong and what to do about it, in words.
pub fn words(language: Language, error: &CellError) -> String {
    let path = format!("sheets.error.{}", error.code);
    let text = catalogue::text(language, &path);
    if text == path { catalogue::text(language, "sheets.error.invalid") } else { text }
}

/// The letters of a column, as spreadsheets have them.
pub fn letters(column: usize) -> String {
    let mut text = String::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        text.insert(0, char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
