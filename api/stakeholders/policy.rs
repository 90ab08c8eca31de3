//! Who may do what with stakeholders.

use crate::authz::{Reach, Role, actions};

actions! {
    ListStakeholders "list_stakeholders" => staff;
    CountStakeholders "count_stakeholders" => staff;
    GetStakeholder "get_stakeholder" => staff;
    GetStakeholderContact "get_stakeholder_contact" => staff;
    ListStakeholderEvents "list_stakeholder_events" => staff;
    CreateStakeholder "create_stakeholder" => staff;
    UpdateStakeholder "update_stakeholder" => staff;
    ReassessStakeholder "reassess_stakeholder" => staff;
    RecordStakeholderConsent "record_stakeholder_consent" => staff;
    WithdrawStakeholderConsent "withdraw_stakeholder_consent" => staff;
    ListStakeholderPairs "list_stakeholder_pairs" => staff;
    DistinguishStakeholder "distinguish_stakeholder" => staff;
    MergeStakeholder "merge_stakeholder" => staff;
}

/// What the programme thinks of people is for those who run it: a neighbour or an official must not read who stands against
/// the mine.
fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
