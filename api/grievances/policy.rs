//! Who may do what with grievances.

use super::domain::Move;
use crate::authz::{KeyScope, Policy, Reach, Role, actions};

actions! {
    RecordGrievance "record_grievance" => who_enters_for_somebody;
    ListGrievances "list_grievances" => who_reads;
    CountGrievances "count_grievances" => who_counts;
    GetGrievance "get_grievance" => who_reads;
    AcknowledgeGrievance "acknowledge_grievance" => staff;
    AcceptGrievance "accept_grievance" => staff;
    SummariseGrievance "summarise_grievance" => staff;
    ReleaseGrievance "release_grievance" => staff;
    InvestigateGrievance "investigate_grievance" => staff;
    AnswerGrievance "answer_grievance" => respondents;
    ProposeGrievance "propose_grievance" => staff;
    RecordAgreementGrievance "record_agreement_grievance" => staff;
    EscalateGrievance "escalate_grievance" => staff;
    ResolveGrievance "resolve_grievance" => staff;
    AssignGrievance "assign_grievance" => staff;
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

fn respondents(role: Role) -> Reach {
    match role {
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Community | Role::Staff | Role::Protection | Role::Admin | Role::Partner => Reach::Nothing,
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
    (Move::Summarise, "summarise_grievance", staff),
    (Move::Release, "release_grievance", staff),
    (Move::Investigate, "investigate_grievance", staff),
    (Move::Answer, "answer_grievance", respondents),
    (Move::Propose, "propose_grievance", staff),
    (Move::RecordAgreement, "record_agreement_grievance", staff),
    (Move::Escalate, "escalate_grievance", staff),
    (Move::Resolve, "resolve_grievance", staff),
    (Move::Assign, "assign_grievance", staff),
];

/// The reporter's moves.
pub const REPORTERS_MOVES: &[(Move, &str)] = &[
    (Move::Agree, "agree_my_case"),
    (Move::Contest, "contest_my_case"),
    (Move::Confirm, "confirm_my_case"),
    (Move::Rate, "rate_my_case"),
];

/// What may be done with a case in any state.
pub const ALWAYS: &[(&str, Policy)] = &[("message_grievance", staff), ("attach_grievance", staff)];
