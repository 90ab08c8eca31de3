//! The words that the demonstration's stakeholders are made of.

use std::collections::HashMap;

use serde::Deserialize;

use crate::names::Language;
use crate::stakeholders::domain::StakeholderCategory;

#[derive(Deserialize)]
pub struct Words {
    pub people: Vec<People>,
    pub positions: Vec<Positions>,
    pub groups: Vec<Group>,
    pub tags: Texts,
    pub reasons: Reasons,
    pub purposes: Texts,
    pub withdrawals: HashMap<Language, String>,
    pub streets: HashMap<Language, String>,
}

/// Texts in each language.
pub type Texts = HashMap<Language, Vec<String>>;

/// Names that are given in a language.
#[derive(Deserialize)]
pub struct People {
    pub language: Language,
    pub women: Vec<String>,
    pub men: Vec<String>,
    /// As men bear them.
    pub families: Vec<String>,
}

#[derive(Deserialize)]
pub struct Positions {
    pub category: StakeholderCategory,
    #[serde(flatten)]
    pub texts: Texts,
}

/// What a group is called: `{place}` stands for its place.
#[derive(Deserialize)]
pub struct Group {
    pub category: StakeholderCategory,
    #[serde(flatten)]
    pub texts: HashMap<Language, String>,
}

#[derive(Deserialize)]
pub struct Reasons {
    pub against: Texts,
    pub between: Texts,
    pub with: Texts,
}
