//! Every kind of subject is classified: an administrator must not come to read of a case because somebody forgot.

use std::collections::BTreeSet;
use std::path::Path;

use maslahat::audit::{CASE, OFFICE};

fn kinds_below(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            kinds_below(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let uses = text.split("Subject::new(").skip(1);
            found.extend(
                uses.filter_map(|rest| Some(rest.trim_start().strip_prefix('"')?.split('"').next()?.to_owned())),
            );
        }
    }
}

#[test]
fn every_kind_of_subject_is_of_the_office_or_a_case() {
    let mut used = BTreeSet::new();
    kinds_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("api"), &mut used);
    assert!(used.len() > 5, "the code is elsewhere");
    let known: BTreeSet<String> = OFFICE.iter().chain(CASE).map(|kind| (*kind).to_owned()).collect();
    assert!(used.is_subset(&known), "classify in api/audit/kinds.rs: {:?}", used.difference(&known));
}
