//! Words that the files of the demonstration leave out because every case would repeat them.

use crate::names::Language;

/// How somebody consented to their case being entered.
pub fn consent(language: Language) -> &'static str {
    match language {
        Language::Ky => "Оозеки макулдугун берди",
        Language::Ru => "Согласие дано устно",
        Language::En => "Consent given in words",
    }
}
