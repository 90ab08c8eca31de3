//! The rules of the register of stakeholders. Pure: no database, no HTTP, no clock.

mod facts;
mod likeness;
mod mask;
mod names;
mod spelling;
mod words;

pub use facts::{EARLIEST_BIRTH, Facts, age_band_of, refused_consent, refused_facts, refused_withdrawal};
pub use likeness::Likeness;
pub use mask::{masked_address, masked_email, masked_phone};
pub use names::name_key;
pub use spelling::plain_phone;
pub use words::{
    AgeBand, ConsentForm, ConsentStanding, STANCES, Sex, SpokenLanguage, StakeholderCategory, StakeholderEventKind,
    StakeholderKind, stance_word,
};
