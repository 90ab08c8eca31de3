//! What there is to tell, and to whom.

use crate::authz::Role;
use crate::db::types::words;

words! {
    /// What happened.
    #[schema(as = NotificationKind)]
    Kind {
        /// The case was given to the account.
        CaseAssigned,
        /// The reporter wrote to the programme.
        ReporterWrote,
        /// The company or the authority answered.
        RespondentAnswered,
        /// The reporter, or staff for the reporter, agreed to the proposed resolution.
        ProposalAgreed,
        /// The reporter contested the proposed resolution.
        ProposalContested,
        /// The reporter confirmed that what was promised was done.
        RemedyConfirmed,
        /// The reporter appealed against the finding that it is not for the mechanism.
        CaseAppealed,
        /// The reporter withdrew it.
        CaseWithdrawn,
        /// A case that had ended is looked into again.
        CaseReopened,
        /// Somebody asks to close it without agreement.
        ClosingAsked,
        /// Somebody else opened who raised the case.
        IdentityOpened,
        /// The same, to who reads no case and is told of none.
        IdentityOpenedInACase,
        /// Somebody may be at risk for having spoken.
        ProtectionAlert,
        /// Under a quarter of a deadline's time is left.
        DeadlineNear,
        /// A deadline was missed.
        DeadlineMissed,
        /// The one who is told was appointed to a committee, and is to declare their interests.
        SeatInCommittee,
        /// A member of a committee has declared their interests.
        InterestsDeclared,
        /// Somebody gave the account something to do that follows from a contact with stakeholders.
        FollowUpGiven,
        /// The last day of a promise is near.
        CommitmentDue,
        /// The last day of a promise is over.
        CommitmentOverdue,
        /// A promise was reported done, and somebody is to look whether it is so.
        CommitmentReported,
        /// A promise was not found kept.
        CommitmentRejected,
        /// The agenda of a meeting to which the account is invited can be added to.
        MeetingAgendaOpened,
        /// The account is asked whether it comes to a meeting.
        MeetingInvited,
        /// A meeting is at another venue, in other languages or under other rules.
        MeetingChanged,
        /// A meeting waits for another date.
        MeetingPostponed,
        /// A meeting has another date, and the account is asked again.
        MeetingRescheduled,
        /// A meeting is called off.
        MeetingCancelled,
        /// A meeting to which the account is invited, or that it leads, is near.
        MeetingNear,
        /// The minutes of a meeting wait for the word of the account's side.
        MeetingMinutesDrafted,
        /// The minutes of a meeting were changed, and wait for a word again.
        MeetingMinutesChanged,
        /// The minutes of a meeting are approved.
        MeetingMinutesApproved,
        /// Somebody proposed what a meeting is to speak of, and the account leads it.
        AgendaItemProposed,
        /// What the account proposed for a meeting was accepted or declined.
        AgendaItemDecided,
        /// Somebody applied for a grant.
        GrantApplicationSubmitted,
        /// An applicant said more, as the programme had asked.
        GrantApplicationAnswered,
        /// The programme asks the applicant to say more.
        GrantInformationAsked,
        /// What the account applied for can be granted, and is looked at further.
        GrantApplicationEligible,
        /// What the account applied for can not be granted.
        GrantApplicationNotEligible,
    }
}

words! {
    /// What a notification is about.
    #[schema(as = NotificationSubjectKind)]
    SubjectKind { Grievance, Engagement, Commitment, Meeting, GrantApplication }
}

impl Kind {
    /// Whether a role is told such things. Whoever changes role no longer reads what the former one was told.
    pub fn concerns(self, role: Role) -> bool {
        match self {
            Self::CaseAssigned
            | Self::ReporterWrote
            | Self::RespondentAnswered
            | Self::ProposalAgreed
            | Self::ProposalContested
            | Self::RemedyConfirmed
            | Self::CaseAppealed
            | Self::CaseWithdrawn
            | Self::CaseReopened
            | Self::ClosingAsked
            | Self::DeadlineNear
            | Self::DeadlineMissed
            | Self::InterestsDeclared
            | Self::FollowUpGiven
            | Self::AgendaItemProposed
            | Self::GrantApplicationSubmitted
            | Self::GrantApplicationAnswered => looks_after_cases(role),
            Self::CommitmentDue
            | Self::CommitmentOverdue
            | Self::CommitmentReported
            | Self::CommitmentRejected
            | Self::MeetingAgendaOpened
            | Self::MeetingInvited
            | Self::MeetingChanged
            | Self::MeetingPostponed
            | Self::MeetingRescheduled
            | Self::MeetingCancelled
            | Self::MeetingNear
            | Self::MeetingMinutesDrafted
            | Self::MeetingMinutesChanged
            | Self::MeetingMinutesApproved
            | Self::AgendaItemDecided => looks_after_cases(role) || sits(role),
            // Staff too: they file for who has no account.
            Self::GrantInformationAsked | Self::GrantApplicationEligible | Self::GrantApplicationNotEligible => {
                looks_after_cases(role) || role == Role::Community
            }
            Self::SeatInCommittee => sits(role),
            // Nobody else may learn of these, also not who was a focal point once.
            Self::IdentityOpened | Self::ProtectionAlert => protects(role),
            Self::IdentityOpenedInACase => role == Role::Admin,
        }
    }
}

fn sits(role: Role) -> bool {
    match role {
        Role::Community | Role::Company | Role::Authority => true,
        Role::Staff | Role::Protection | Role::Admin | Role::Partner => false,
    }
}

fn protects(role: Role) -> bool {
    match role {
        Role::Protection => true,
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Admin | Role::Partner => false,
    }
}

fn looks_after_cases(role: Role) -> bool {
    match role {
        Role::Staff | Role::Protection => true,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => false,
    }
}
