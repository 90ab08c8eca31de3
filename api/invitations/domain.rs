//! The life of an invitation.

use chrono::{DateTime, TimeDelta, Utc};

use crate::db::types::words;

/// How long a link can be used.
pub const LIVES: TimeDelta = TimeDelta::days(7);

words! {
    /// Where an invitation stands.
    InvitationState { Open, Accepted, Withdrawn, Expired }
}

impl InvitationState {
    pub fn of(
        accepted_at: Option<DateTime<Utc>>,
        withdrawn_at: Option<DateTime<Utc>>,
        expires_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Self {
        if accepted_at.is_some() {
            Self::Accepted
        } else if withdrawn_at.is_some() {
            Self::Withdrawn
        } else if expires_at <= now {
            Self::Expired
        } else {
            Self::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_open_for_a_week() {
        let made = DateTime::from_timestamp(1_000_000, 0).unwrap();
        let state = |now| InvitationState::of(None, None, made + LIVES, now);
        assert_eq!(state(made + TimeDelta::days(6)), InvitationState::Open);
        assert_eq!(state(made + TimeDelta::days(7)), InvitationState::Expired);
    }

    #[test]
    fn what_became_of_it_outlasts_the_week() {
        let made = DateTime::from_timestamp(1_000_000, 0).unwrap();
        let later = made + TimeDelta::days(30);
        assert_eq!(InvitationState::of(Some(made), None, made + LIVES, later), InvitationState::Accepted);
        assert_eq!(InvitationState::of(None, Some(made), made + LIVES, later), InvitationState::Withdrawn);
    }
}
