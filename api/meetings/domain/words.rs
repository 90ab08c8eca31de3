//! The closed lists of words about meetings.

use crate::db::types::words;

words! {
    MeetingKind {
        /// All three sides at one table.
        ConsultationWorkshop,
        CompanyWorkshop, CommunityMeeting, AuthorityMeeting, SiteVisit,
    }
}

words! {
    MeetingState {
        /// Nobody but the programme knows of it.
        Draft,
        /// Each side proposes what is to be spoken of.
        AgendaOpen,
        Invited, Confirmed, Held, MinutesDrafted, MinutesApproved, Closed,
        /// It waits for another date.
        Postponed,
        Cancelled,
    }
}

words! {
    /// A step of a meeting.
    MeetingMove {
        Draft, Change, OpenAgenda, Invite, Confirm, Hold, DraftMinutes, ApproveMinutes, Close, Postpone, Reschedule,
        Cancel,
    }
}

words! {
    /// Who may know of a meeting, once its agenda is open.
    MeetingVisibility {
        /// Also the company of the site, the authority of the territory and who speaks for the place.
        Public,
        /// Who is invited.
        Participants,
    }
}

words! {
    /// For whom somebody sits at the table.
    MeetingSide {
        Company, Authority, Community, Programme,
        /// Experts, the press, donors.
        Other,
    }
}

words! {
    /// Whether somebody who was invited comes.
    MeetingAnswer { Yes, No, Maybe }
}

words! {
    /// What an item of the agenda is about.
    AgendaItemKind {
        /// Words alone.
        Topic,
        Impact, Grievance, Agreement, Commitment,
    }
}

words! {
    AgendaItemState {
        /// The facilitator has not decided yet.
        Proposed,
        Accepted, Declined,
        /// Taken back by who proposed it.
        Withdrawn,
    }
}

words! {
    /// What is odd about a meeting, and forbids nothing.
    MeetingWarningKind {
        /// Another meeting is at the same place and venue at that time.
        VenueTaken,
        /// The facilitator is at another meeting at that time.
        FacilitatorElsewhere,
        /// Somebody invited is at another meeting at that time.
        InvitedElsewhere,
        BeforeTheProgramme, AfterTheProgramme,
    }
}

words! {
    /// The order of the register.
    MeetingSort {
        /// By when they begin, the earliest first.
        Soonest,
        /// By when they begin, the latest first.
        Latest,
    }
}

impl MeetingState {
    /// Whether something can have been agreed or promised there: also at a meeting that is going on.
    pub fn takes_place(self) -> bool {
        match self {
            Self::Confirmed | Self::Held | Self::MinutesDrafted | Self::MinutesApproved | Self::Closed => true,
            Self::Draft | Self::AgendaOpen | Self::Invited | Self::Postponed | Self::Cancelled => false,
        }
    }
}
