//! Values as people and spreadsheets write them.

use chrono::{Datelike, NaiveDate};

/// The parts of a list in a cell.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '/', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// A whole number, also as a spreadsheet writes it: `1979`, `1979,0`.
pub fn whole(text: &str) -> Option<i64> {
    let text = text.trim().replace('−', "-");
    let digits = text.strip_suffix(",0").or_else(|| text.strip_suffix(".0")).unwrap_or(&text);
    digits.strip_prefix('+').unwrap_or(digits).parse().ok()
}

/// A day as people write it: 23.11.2026, 23/11/2026, 2026-11-23, with or without a time; or as Excel counts it.
pub fn day(text: &str) -> Option<NaiveDate> {
    let first = text.split(['T', ' ']).next().unwrap_or_default();
    let forms = ["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%Y.%m.%d"];
    let written = forms.iter().find_map(|form| NaiveDate::parse_from_str(first, form).ok());
    written.filter(|day| day.year() > 999).or_else(|| serial(first.parse().ok()?))
}

/// The day of Excel's number: days since 30 December 1899. None for what is no day of our time.
pub fn serial(number: f64) -> Option<NaiveDate> {
    const FIRST: f64 = 3000.0;
    const LAST: f64 = 80_000.0;
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let days = (FIRST..LAST).contains(&number).then_some(number as u64)?;
    epoch.checked_add_days(chrono::Days::new(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_and_spreadsheets_write_them() {
        let wanted = NaiveDate::from_ymd_opt(2026, 11, 23);
        for text in ["23.11.2026", "2026-11-23", "23/11/2026", "2026-11-23T00:00:00", "46349", "23.11.2026 14:05"] {
            assert_eq!(day(text), wanted, "{text}");
        }
        for text in ["31.02.2026", "yesterday", "11.23.2026", "23.11.26", "12"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_read_as_spreadsheets_write_them() {
        assert_eq!(
            (whole("1979"), whole("1979,0"), whole("-2"), whole("+1")),
            (Some(1979), Some(1979), Some(-2), Some(1))
        );
        assert_eq!((whole("12a"), whole("1.5")), (None, None));
    }
}
