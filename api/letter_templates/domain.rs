//! What a template may hold, and how its placeholders are filled. Pure.

use crate::db::types::words;

words! {
    /// Something of a case that a letter may name. Never who raised it.
    Placeholder {
        Reference,
        /// Where the case stands, in the words that the reporter reads.
        State,
        Category,
        Place,
        Site,
        /// The day it was submitted.
        SubmittedOn,
        /// The day of its next deadline.
        DueOn,
        /// What the programme is called.
        Programme,
    }
}

/// What stands where a case has nothing for a placeholder: to be seen before the letter is sent.
pub const MISSING: &str = "…";

/// A letter, and the placeholders that the case had nothing for.
#[derive(Debug, PartialEq, Eq)]
pub struct Filled {
    pub text: String,
    pub missing: Vec<Placeholder>,
}

/// Whether every `{word}` of a text is a placeholder.
pub fn is_understood(text: &str) -> bool {
    pieces(text).all(|piece| match piece {
        Piece::Text(_) => true,
        Piece::Named(name) => name.parse::<Placeholder>().is_ok(),
    })
}

/// Puts the values in place of their placeholders.
pub fn fill(text: &str, value: impl Fn(Placeholder) -> Option<String>) -> Filled {
    let mut filled = Filled { text: String::new(), missing: vec![] };
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => filled.text.push_str(text),
            // A name that is none was refused when the template was kept.
            Piece::Named(name) => {
                match name.parse::<Placeholder>().map(|placeholder| (placeholder, value(placeholder))) {
                    Ok((_, Some(value))) => filled.text.push_str(&value),
                    Ok((placeholder, None)) => {
                        filled.text.push_str(MISSING);
                        filled.missing.push(placeholder);
                    }
                    Err(_) => filled.text.push_str(MISSING),
                }
            }
        }
    }
    filled
}

enum Piece<'a> {
    Text(&'a str),
    /// What stands between braces.
    Named(&'a str),
}

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    text.split_inclusive('}')
        .flat_map(|part| match part.strip_suffix('}').and_then(|open| open.rsplit_once('{')) {
            Some((before, name)) => [Some(Piece::Text(before)), Some(Piece::Named(name))],
            None => [Some(Piece::Text(part)), None],
        })
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(placeholder: Placeholder) -> Option<String> {
        match placeholder {
            Placeholder::Reference => Some("MSL-2026-000123".into()),
            Placeholder::Place => Some("Барскоон".into()),
            Placeholder::Site
            | Placeholder::State
            | Placeholder::Category
            | Placeholder::SubmittedOn
            | Placeholder::DueOn
            | Placeholder::Programme => None,
        }
    }

    #[test]
    fn placeholders_give_way_to_what_the_case_says() {
        let filled = fill("{reference}: {place}.", value);
        assert_eq!(filled, Filled { text: "MSL-2026-000123: Барскоон.".into(), missing: vec![] });
    }

    #[test]
    fn what_the_case_does_not_say_is_told() {
        let filled = fill("At {site}, by {due_on}", value);
        assert_eq!(filled.text, "At …, by …");
        assert_eq!(filled.missing, [Placeholder::Site, Placeholder::DueOn]);
    }

    #[test]
    fn no_placeholder_tells_who_raised_a_case() {
        for name in ["name", "contact", "reporter", "Reference", ""] {
            assert!(!is_understood(&format!("Dear {{{name}}}")), "{name}");
        }
        assert!(is_understood("{reference} of {submitted_on}") && is_understood("no } and no {"));
    }

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        let sly = |_| Some("{reference}".to_owned());
        assert_eq!(fill("{place}", sly).text, "{reference}");
    }
}
