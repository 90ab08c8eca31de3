//! Who may do what with grievances.

use super::domain::Move;
use crate::authz::{KeyScope, Policy, Reach, Role, actions};

actions! {
    RecordGrievance "record_grievance" => who_enters_for_somebody;
    ListGrievances "list_grievances" => who_reads;
    ListDeadlines "list_deadlines" => staff;
    CountGrievances "count_grievances" => who_counts;
    GetGrievance "get_grievance" => who_reads;
    AcknowledgeGrievance "acknowledge_grievance" => staff;
    AcceptGrievance "accept_grievance" => staff;
    FindIneligibleGrievance "find_ineligible_grievance" => staff;
    UpholdAppealGrievance "uphold_appeal_grievance" => staff;
    DismissAppealGrievance "dismiss_appeal_grievance" => staff;
    ReferGrievance "refer_grievance" => staff;
    RecordReplyGrievance "record_reply_grievance" => staff;
    SummariseGrievance "summarise_grievance" => staff;
    ReleaseGrievance "release_grievance" => staff;
    InvestigateGrievance "investigate_grievance" => staff;
    AskGrievance "ask_grievance" => staff;
    ResumeGrievance "resume_grievance" => staff;
    AnswerGrievance "answer_grievance" => respondents;
    ProposeGrievance "propose_grievance" => staff;
    RecordAgreementGrievance "record_agreement_grievance" => staff;
    EscalateGrievance "escalate_grievance" => staff;
    ListCommitteeCandidates "list_committee_candidates" => staff;
    AppointCommittee "appoint_committee" => staff;
    DeclareInterests "declare_interests" => members;
    AskClosingGrievance "ask_closing_grievance" => staff;
    DropClosingGrievance "drop_closing_grievance" => staff;
    ConfirmClosingGrievance "confirm_closing_grievance" => staff;
    ResolveGrievance "resolve_grievance" => staff;
    MarkDuplicateGrievance "mark_duplicate_grievance" => staff;
    ProtectGrievance "protect_grievance" => staff;
    ReopenGrievance "reopen_grievance" => staff;
    GetPressure "get_pressure" => protection;
    AssessGrievance "assess_grievance" => staff;
    ExtendGrievance "extend_grievance" => staff;
    AssignGrievance "assign_grievance" => staff;
    BulkAcknowledgeGrievances "bulk_acknowledge_grievances" => staff;
    BulkAssignGrievances "bulk_assign_grievances" => staff;
    ListSimilarGrievances "list_similar_grievances" => staff;
    CompareGrievance "compare_grievance" => staff;
    GetWorkload "get_workload" => staff;
    MessageGrievance "message_grievance" => staff;
    ListStaff "list_staff" => staff;
}

fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

fn protection(role: Role) -> Reach {
    match role {
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

fn respondents(role: Role) -> Reach {
    match role {
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Community | Role::Staff | Role::Protection | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

fn members(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Staff | Role::Protection | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

fn who_reads(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        // Who keeps the accounts reads no cases.
        Role::Admin => Reach::Nothing,
        Role::Partner => Reach::Key(KeyScope::GrievancesRead),
    }
}

fn who_counts(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Staff | Role::Admin => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Partner => Reach::Key(KeyScope::GrievancesRead),
    }
}

fn who_enters_for_somebody(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Partner => Reach::Key(KeyScope::GrievancesCreate),
        Role::Company | Role::Authority | Role::Admin => Reach::Nothing,
    }
}

/// The moves that an actor makes by an operation of its own; the reporter's are made with the receipt code.
pub const MOVES: &[(Move, &str, Policy)] = &[
    (Move::Acknowledge, "acknowledge_grievance", staff),
    (Move::Accept, "accept_grievance", staff),
    (Move::FindIneligible, "find_ineligible_grievance", staff),
    (Move::UpholdAppeal, "uphold_appeal_grievance", staff),
    (Move::DismissAppeal, "dismiss_appeal_grievance", staff),
    (Move::Refer, "refer_grievance", staff),
    (Move::RecordReply, "record_reply_grievance", staff),
    (Move::Summarise, "summarise_grievance", staff),
    (Move::Release, "release_grievance", staff),
    (Move::Investigate, "investigate_grievance", staff),
    (Move::Ask, "ask_grievance", staff),
    (Move::Resume, "resume_grievance", staff),
    (Move::Answer, "answer_grievance", respondents),
    (Move::Propose, "propose_grievance", staff),
    (Move::RecordAgreement, "record_agreement_grievance", staff),
    (Move::Escalate, "escalate_grievance", staff),
    (Move::AppointCommittee, "appoint_committee", staff),
    (Move::Declare, "declare_interests", members),
    (Move::AskClosing, "ask_closing_grievance", staff),
    (Move::DropClosing, "drop_closing_grievance", staff),
    (Move::ConfirmClosing, "confirm_closing_grievance", staff),
    (Move::Resolve, "resolve_grievance", staff),
    (Move::Assess, "assess_grievance", staff),
    (Move::Extend, "extend_grievance", staff),
    (Move::Assign, "assign_grievance", staff),
    (Move::MarkDuplicate, "mark_duplicate_grievance", staff),
    (Move::Protect, "protect_grievance", staff),
    (Move::Reopen, "reopen_grievance", staff),
];

/// The reporter's moves.
pub const REPORTERS_MOVES: &[(Move, &str)] = &[
    (Move::Agree, "agree_my_case"),
    (Move::Contest, "contest_my_case"),
    (Move::Confirm, "confirm_my_case"),
    (Move::Reply, "answer_my_case"),
    (Move::Rate, "rate_my_case"),
    (Move::RateAgain, "rate_my_case_again"),
    (Move::Appeal, "appeal_my_case"),
    (Move::Reopen, "reopen_my_case"),
    (Move::Withdraw, "withdraw_my_case"),
];

/// What may be done with a case in any state.
pub const ALWAYS: &[(&str, Policy)] = &[("message_grievance", staff), ("attach_grievance", staff)];

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;
    use crate::grievances::domain;

    #[test]
    fn the_operation_of_a_move_is_for_whom_the_table_of_moves_names() {
        for (made, operation, policy) in MOVES {
            for role in Role::VARIANTS {
                let mut lines = domain::MOVES.iter().filter(|(listed, ..)| listed == made);
                let named = lines.any(|(_, by, ..)| by.allows(Some(*role)));
                assert_eq!(!policy(*role).is_nothing(), named, "{operation} {role}");
            }
        }
    }

    #[test]
    fn every_move_of_the_table_has_its_operation() {
        for (made, by, ..) in domain::MOVES {
            let staffs = MOVES.iter().any(|(listed, ..)| listed == made);
            let reporters = REPORTERS_MOVES.iter().any(|(listed, _)| listed == made);
            assert!(if *by == domain::By::Reporter { reporters } else { staffs }, "{made}");
        }
    }
}
