//! Lists of words that a record keeps in one column: `|ky|ru|`; tags are also in a table of their own, to be found by.

use std::str::FromStr;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::StakeholderId;
use super::domain::SpokenLanguage;
use crate::db::Conn;
use crate::db::search::normalise;
use crate::error::{ApiError, Result};
use crate::schema::stakeholder_tags;

/// Tags that a stakeholder may have.
pub const MOST: usize = 20;
/// Characters of a tag.
pub const LONGEST: usize = 40;

/// A tag: letters, digits, spaces and a few signs, without letter case, so that no two differ by it alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StakeholderTag(String);

#[derive(Debug, thiserror::Error)]
#[error("not a tag")]
pub struct NotATag;

impl StakeholderTag {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for StakeholderTag {
    type Error = NotATag;

    fn try_from(text: String) -> std::result::Result<Self, NotATag> {
        let given = text.chars().count();
        let text = normalise(&text);
        let tag = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // No bar, which parts the column, and nothing that a pattern takes for more than itself.
        let fits = tag.chars().all(|c| c.is_alphanumeric() || " -–.,'’/№#+&".contains(c));
        let length = tag.chars().count();
        if fits && given <= LONGEST && (1..=LONGEST).contains(&length) { Ok(Self(tag)) } else { Err(NotATag) }
    }
}

impl From<StakeholderTag> for String {
    fn from(tag: StakeholderTag) -> String {
        tag.0
    }
}

/// The tags as texts, once each.
pub fn once(tags: &[StakeholderTag]) -> Vec<String> {
    let mut kept: Vec<String> = vec![];
    for tag in tags {
        if !kept.iter().any(|known| known == tag.as_str()) {
            kept.push(tag.as_str().to_owned());
        }
    }
    kept
}

/// Words as one column keeps them.
pub fn joined<T: ToString>(words: &[T]) -> String {
    if words.is_empty() {
        return String::new();
    }
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    format!("|{}|", words.join("|"))
}

/// Languages once each, as one column keeps them.
pub fn languages(spoken: &[SpokenLanguage]) -> String {
    let mut once: Vec<SpokenLanguage> = vec![];
    for language in spoken {
        if !once.contains(language) {
            once.push(*language);
        }
    }
    joined(&once)
}

pub fn parted(column: &str) -> impl Iterator<Item = &str> {
    column.split('|').filter(|word| !word.is_empty())
}

/// The words of a column that is a closed list's.
pub fn parsed<T: FromStr>(column: &str) -> Result<Vec<T>> {
    parted(column).map(|word| word.parse().map_err(|_| ApiError::Internal)).collect()
}

/// Puts the tags of a stakeholder in place of what they were.
pub fn replace(conn: &mut Conn, id: StakeholderId, tags: &[String]) -> Result<()> {
    diesel::delete(stakeholder_tags::table.filter(stakeholder_tags::stakeholder_id.eq(id))).execute(conn)?;
    for tag in tags {
        let row = (stakeholder_tags::stakeholder_id.eq(id), stakeholder_tags::tag.eq(tag));
        diesel::insert_into(stakeholder_tags::table).values(row).execute(conn)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> std::result::Result<StakeholderTag, NotATag> {
        StakeholderTag::try_from(text.to_owned())
    }

    #[test]
    fn a_tag_is_kept_without_case_and_once() {
        let tags = ["Жайыт  комитети", "жайыт комитети", "Water"].map(|text| tag(text).unwrap());
        assert_eq!(once(&tags), ["жайыт комитети", "water"]);
    }

    #[test]
    fn a_tag_can_not_break_the_column_or_a_pattern() {
        for text in ["a|b", "100%", "a_b", "", " ", "a\nb\u{7}", &"a".repeat(41)] {
            assert!(tag(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_column_gives_back_its_words() {
        assert_eq!(parted(&joined(&["суу", "жол"])).collect::<Vec<_>>(), ["суу", "жол"]);
        assert_eq!(joined::<String>(&[]), "");
        assert_eq!(parted("").count(), 0);
    }
}
