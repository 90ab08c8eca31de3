//! What the server needs to know of the document: which methods each path has.

use std::collections::BTreeMap;

use actix_web::dev::ResourceDef;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::COMMITTED;

pub struct Contract {
    /// Those without a parameter.
    plain: BTreeMap<String, Vec<String>>,
    patterns: Vec<(ResourceDef, Vec<String>)>,
}

/// As much of the document as that.
#[derive(Deserialize)]
struct Paths {
    paths: BTreeMap<String, BTreeMap<String, IgnoredAny>>,
}

impl Contract {
    pub fn committed() -> Self {
        let Paths { paths } = serde_json::from_str(COMMITTED).unwrap_or(Paths { paths: BTreeMap::new() });
        let methods =
            |item: BTreeMap<String, IgnoredAny>| item.into_keys().map(|method| method.to_uppercase()).collect();
        let known = paths.into_iter().map(|(path, item)| (path, methods(item)));
        let (patterns, plain): (Vec<_>, Vec<_>) = known.partition(|(path, _)| path.contains('{'));
        Self {
            plain: plain.into_iter().collect(),
            patterns: patterns.into_iter().map(|(path, methods)| (ResourceDef::new(path), methods)).collect(),
        }
    }

    /// The methods that a path knows; none if there is no such path.
    pub fn methods(&self, path: &str) -> &[String] {
        let by_pattern =
            || self.patterns.iter().find(|(pattern, _)| pattern.is_match(path)).map(|(_, methods)| methods);
        self.plain.get(path).or_else(by_pattern).map_or(&[], Vec::as_slice)
    }

    /// The methods of a path without a parameter, if this is none of them: routing would take the path's last part for an
    /// id, and somebody would hear that there is no such record.
    pub fn instead_of(&self, method: &str, path: &str) -> Option<&[String]> {
        self.plain.get(path).filter(|methods| !methods.iter().any(|known| known == method)).map(Vec::as_slice)
    }
}
