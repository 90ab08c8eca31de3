//! What a calendar calls things, in each language.

use crate::meetings::domain::{MeetingKind, MeetingState};
use crate::names::Language;

/// The name of the calendar.
pub fn name(language: Language) -> &'static str {
    match language {
        Language::Ky => "Маслахат: жолугушуулар",
        Language::Ru => "Маслахат: встречи",
        Language::En => "Maslahat: meetings",
    }
}

/// As the web app calls it.
pub fn kind(kind: MeetingKind, language: Language) -> &'static str {
    let [ky, ru, en] = match kind {
        MeetingKind::ConsultationWorkshop => ["Кеңешүү семинары", "Консультационный семинар", "Consultation workshop"],
        MeetingKind::CompanyWorkshop => ["Компания менен семинар", "Семинар с компанией", "Workshop with a company"],
        MeetingKind::CommunityMeeting => ["Элдин жыйыны", "Встреча сообщества", "Meeting of the community"],
        MeetingKind::AuthorityMeeting => {
            ["Бийлик менен жолугушуу", "Встреча с властями", "Meeting with the authorities"]
        }
        MeetingKind::SiteVisit => ["Кенге баруу", "Поездка на рудник", "Visit of a mine"],
    };
    match language {
        Language::Ky => ky,
        Language::Ru => ru,
        Language::En => en,
    }
}

/// What is said before the name of a meeting that does not take place at its time. Not every calendar shows its `STATUS`.
pub fn off(state: MeetingState, language: Language) -> Option<&'static str> {
    let [ky, ru, en] = match state {
        MeetingState::Postponed => ["Жылдырылды", "Отложена", "Postponed"],
        MeetingState::Cancelled => ["Болбой калды", "Отменена", "Called off"],
        MeetingState::Draft
        | MeetingState::AgendaOpen
        | MeetingState::Invited
        | MeetingState::Confirmed
        | MeetingState::Held
        | MeetingState::MinutesDrafted
        | MeetingState::MinutesApproved
        | MeetingState::Closed => return None,
    };
    Some(match language {
        Language::Ky => ky,
        Language::Ru => ru,
        Language::En => en,
    })
}
