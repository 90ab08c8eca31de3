//! Who may be in the register twice: found by keys that each record keeps, so that nobody is compared with everybody.

pub mod chore;
mod compare;
pub mod pairs;
mod renew;
pub mod view;

pub use compare::{Likely, Match, Somebody, find};
pub use renew::{Phone, forget, keep, renew};

use crate::error::Result;
use crate::secrets::Sealer;

use super::domain::{Likeness, plain_phone};
use super::input::StakeholderContact;

/// What the keys of telephone numbers begin with.
const TELEPHONE: &str = "tel:";

/// By which a telephone number is known again, if it is one.
pub fn phone_mark(sealer: &Sealer, contact: Option<&StakeholderContact>) -> Result<Option<String>> {
    let plain = contact.and_then(|contact| contact.phone.as_deref()).and_then(plain_phone);
    plain.map(|plain| sealer.mark("stakeholders' telephones", &plain)).transpose()
}

/// The aimak that a place is or lies in, by its path: one person is recorded now in the village, now in what it lies in.
pub fn area_of(path: &str) -> &str {
    /// Country, oblast, raion, aimak.
    const DEEP: usize = 4;
    let end = path.match_indices('/').nth(DEEP - 1).map_or(path.len(), |(at, _)| at + 1);
    path.get(..end).unwrap_or(path)
}

/// What somebody is found by.
fn keys(area: &str, likeness: &Likeness, phone: Option<&str>) -> Vec<String> {
    let names = likeness.keys().into_iter().map(|key| format!("{area}:{key}"));
    names.chain(phone.map(|mark| format!("{TELEPHONE}{mark}"))).collect()
}
