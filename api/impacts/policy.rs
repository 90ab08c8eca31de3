//! Who may do what with impacts.

use super::domain::ImpactMove;
use crate::authz::{Policy, Reach, Role, actions};

actions! {
    ListImpacts "list_impacts" => who_reads;
    GetImpact "get_impact" => who_reads;
    ListImpactEvents "list_impact_events" => who_reads;
    GetImpactFigures "get_impact_figures" => who_reads;
    ListGrievanceImpacts "list_grievance_impacts" => who_reads;
    CreateImpact "create_impact" => staff;
    UpdateImpact "update_impact" => staff;
    ValidateImpact "validate_impact" => staff;
    PrioritiseImpact "prioritise_impact" => staff;
    PutImpactOnAgenda "put_impact_on_agenda" => staff;
    AddressImpact "address_impact" => staff;
    DismissImpact "dismiss_impact" => staff;
    ReturnImpact "return_impact" => staff;
    PublishImpact "publish_impact" => staff;
    WithdrawImpactPublication "withdraw_impact_publication" => staff;
    AddImpactSource "add_impact_source" => staff;
    RemoveImpactSource "remove_impact_source" => staff;
    LinkImpactGrievance "link_impact_grievance" => staff;
    UnlinkImpactGrievance "unlink_impact_grievance" => staff;
}

/// What was published of their own is read by the three sides; who keeps the accounts and partners' software read none.
pub(super) fn who_reads(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Admin | Role::Partner => Reach::Nothing,
    }
}

pub(super) fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// The moves, each with its operation.
pub const OF_MOVES: &[(ImpactMove, &str, Policy)] = &[
    (ImpactMove::Validate, "validate_impact", staff),
    (ImpactMove::Prioritise, "prioritise_impact", staff),
    (ImpactMove::PutOnAgenda, "put_impact_on_agenda", staff),
    (ImpactMove::Address, "address_impact", staff),
    (ImpactMove::Dismiss, "dismiss_impact", staff),
    (ImpactMove::Return, "return_impact", staff),
    (ImpactMove::Publish, "publish_impact", staff),
    (ImpactMove::WithdrawPublication, "withdraw_impact_publication", staff),
];

/// How a role sees an impact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Staff,
    /// What was published.
    Published,
}

pub fn audience(role: Role) -> Audience {
    match role {
        Role::Staff | Role::Protection => Audience::Staff,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Audience::Published,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impacts::domain::MOVES;

    #[test]
    fn every_move_has_its_operation() {
        for (made, ..) in MOVES {
            assert_eq!(OF_MOVES.iter().filter(|(listed, ..)| listed == made).count(), 1, "{made}");
        }
        assert_eq!(OF_MOVES.len(), MOVES.len());
    }
}
