//! Which column holds what: headings in Kyrgyz, Russian or English, as people write them.

use std::collections::HashMap;
use std::sync::LazyLock;

use strum::VariantArray;

use super::domain::ImportField;
use super::report::Column;
use super::table::{Field, Line};
use crate::catalogue;
use crate::db::search::normalise;
use crate::names::Language;

/// The headings stand in one of so many rows: there may be a title above them.
pub const HEADINGS_WITHIN: usize = 10;

/// Without spaces, signs and letter case.
pub fn bare(text: &str) -> String {
    normalise(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What each is called besides what the web app calls it.
const ALSO: &[(ImportField, &[&str])] = &[
    (
        ImportField::Name,
        &[
            "ФИО",
            "Ф.И.О.",
            "Имя и фамилия",
            "Фамилия имя",
            "Фамилия, имя, отчество",
            "Полное имя",
            "Имя",
            "Название",
            "Наименование",
            "Аты",
            "Аты-жөнү",
            "Толук аты",
            "Аталышы",
            "Full name",
            "Name",
            "Person",
            "Stakeholder",
            "Заинтересованная сторона",
            "Кызыкдар тарап",
        ],
    ),
    (ImportField::Surname, &["Фамилия", "Фамилиясы", "Surname", "Last name", "Family name"]),
    (ImportField::GivenName, &["Имя собственное", "First name", "Given name", "Өз аты"]),
    (ImportField::Patronymic, &["Отчество", "Атасынын аты", "Patronymic", "Middle name"]),
    (ImportField::Kind, &["Тип", "Вид", "Түрү", "Kind", "Type"]),
    (
        ImportField::Category,
        &["Категория", "Группа заинтересованных сторон", "Категориясы", "Тобу", "Category", "Group", "Сторона"],
    ),
    (
        ImportField::Position,
        &["Должность", "Роль", "Кызмат", "Кызматы", "Ролу", "Position", "Role", "Job title", "Title"],
    ),
    (
        ImportField::Place,
        &[
            "Село",
            "Населённый пункт",
            "Айыл",
            "Айылы",
            "Жер",
            "Жашаган жери",
            "Место жительства",
            "Айыл аймагы",
            "Айылный аймак",
            "Village",
            "Location",
            "Community",
            "Settlement",
            "Место",
            "Place",
        ],
    ),
    (ImportField::PlaceCode, &["Код места", "СОАТЕ", "Жердин коду", "Place code", "SOATE"]),
    (
        ImportField::Organisation,
        &["Организация", "Учреждение", "Компания", "Мекеме", "Уюму", "Organization", "Company"],
    ),
    (ImportField::Sex, &["Пол", "Жынысы", "Жыныс", "Sex", "Gender"]),
    (
        ImportField::BirthYear,
        &["Год рождения", "Дата рождения", "Туулган жыл", "Туулган күнү", "Birth year", "Born", "Date of birth"],
    ),
    (ImportField::AgeBand, &["Возраст", "Возрастная группа", "Жашы", "Жаш курагы", "Age", "Age group"]),
    (ImportField::Languages, &["Языки", "Язык", "Тил", "Тили", "Тилдер", "Language", "Languages"]),
    (ImportField::Tags, &["Метки", "Теги", "Темы", "Белги", "Темалар", "Labels", "Topics", "Tag"]),
    (
        ImportField::Phone,
        &[
            "Телефон",
            "Тел",
            "Тел.",
            "Номер телефона",
            "Мобильный",
            "Сотовый",
            "Телефон номери",
            "Уюлдук",
            "Phone",
            "Phone number",
            "Mobile",
            "Tel",
        ],
    ),
    (ImportField::Email, &["Почта", "Эл. почта", "Email", "E mail", "Электрондук дарек", "Mail"]),
    (ImportField::Address, &["Адрес", "Дарек", "Дареги", "Address"]),
    (ImportField::Influence, &["Влияние", "Сила влияния", "Таасир", "Influence", "Power"]),
    (ImportField::Interest, &["Интерес", "Заинтересованность", "Кызыгуусу", "Interest"]),
    (ImportField::Stance, &["Позиция", "Отношение", "Көз карашы", "Stance", "Attitude"]),
    (ImportField::AssessmentReason, &["Причина", "Обоснование", "Себеби", "Reason"]),
    (ImportField::Consent, &["Согласие", "Макулдугу", "Consent"]),
    (
        ImportField::ConsentPurpose,
        &["Цель согласия", "Согласие на что", "Цель", "Макулдуктун максаты", "Purpose", "Consent purpose"],
    ),
    (ImportField::ConsentForm, &["Форма согласия", "Макулдуктун түрү", "Consent form"]),
    (ImportField::ConsentGivenOn, &["Согласие дано", "Дата согласия", "Макулдук берилген күн", "Consent date"]),
];

static HEADINGS: LazyLock<HashMap<String, ImportField>> = LazyLock::new(|| {
    let mut headings = HashMap::new();
    for field in ImportField::VARIANTS {
        headings.insert(bare(field.as_str()), *field);
        for language in Language::VARIANTS {
            headings.insert(bare(&catalogue::text(*language, &format!("sheets.column.{field}"))), *field);
        }
    }
    for (field, names) in ALSO {
        headings.extend(names.iter().map(|name| (bare(name), *field)));
    }
    headings
});

/// What a heading stands for. What stands in brackets or behind a star explains it.
fn meant(heading: &str) -> Option<ImportField> {
    let before = heading.split(['(', '*', '[']).next().unwrap_or_default();
    HEADINGS.get(&bare(heading)).or_else(|| HEADINGS.get(&bare(before))).copied()
}

/// Which of the first rows holds the headings: the one of which most is understood.
pub fn headings(lines: &[Line]) -> Option<(usize, Vec<Column>)> {
    let first = lines.iter().take(HEADINGS_WITHIN).enumerate();
    let read = first.map(|(index, line)| (index, columns(line)));
    let understood = |columns: &[Column]| columns.iter().filter(|column| column.field.is_some()).count();
    read.reduce(|best, next| if understood(&next.1) > understood(&best.1) { next } else { best })
}

/// The columns under a row of headings. Of two that mean the same the first counts.
fn columns(line: &Line) -> Vec<Column> {
    let mut taken = vec![];
    let mut columns = vec![];
    for cell in &line.cells {
        let heading = words(cell);
        let field = meant(&heading).filter(|field| !taken.contains(field));
        taken.extend(field);
        columns.push(Column { heading, field });
    }
    // Where the surname has a column of its own, what is called a name is the given name.
    if taken.contains(&ImportField::Surname) && !taken.contains(&ImportField::GivenName) {
        let name = columns.iter_mut().filter(|column| column.field == Some(ImportField::Name));
        name.for_each(|column| column.field = Some(ImportField::GivenName));
    }
    columns
}

/// A cell as people read it.
pub fn words(cell: &Field) -> String {
    match cell {
        Field::Empty => String::new(),
        Field::Text(text) => text.clone(),
        Field::Number(number) => number.to_string(),
        Field::Day(day) => day.format("%d.%m.%Y").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str]) -> Line {
        Line { number: 1, cells: cells.iter().map(|cell| Field::Text((*cell).into())).collect() }
    }

    fn fields(cells: &[&str]) -> Vec<Option<ImportField>> {
        columns(&line(cells)).into_iter().map(|column| column.field).collect()
    }

    #[test]
    fn headings_are_known_in_three_languages() {
        use ImportField::{Category, Name, Phone, Place};
        let wanted = [Some(Name), Some(Place), Some(Phone), Some(Category), None];
        assert_eq!(fields(&["Ф.И.О.", "Село", "Тел.", "Категория", "Примечание"]), wanted);
        assert_eq!(fields(&["Аты-жөнү *", "Айылы", "Телефон номери", "Категориясы", "Эскертүү"]), wanted);
        assert_eq!(fields(&["FULL NAME", "village", "Phone (mobile)", "Category", "Notes"]), wanted);
    }

    #[test]
    fn a_name_in_parts_is_known() {
        use ImportField::{GivenName, Patronymic, Surname};
        assert_eq!(fields(&["Фамилия", "Имя", "Отчество"]), [Some(Surname), Some(GivenName), Some(Patronymic)]);
    }

    #[test]
    fn a_title_above_the_headings_is_none() {
        let lines = [line(&["Список жителей"]), line(&["Имя", "Место"]), line(&["Асан", "Барскоон"])];
        assert_eq!(headings(&lines).unwrap().0, 1);
    }
}
