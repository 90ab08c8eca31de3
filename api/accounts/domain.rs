//! Which role goes with which organisation.

use crate::authz::Role;
use crate::organisations::OrganisationKind;

/// Whether somebody of an organisation of this kind may have this role: what a role reaches rests on it.
pub fn fits(role: Role, kind: OrganisationKind) -> bool {
    match role {
        Role::Company => kind == OrganisationKind::Company,
        Role::Authority => kind == OrganisationKind::Authority,
        Role::Staff | Role::Protection | Role::Admin => kind == OrganisationKind::Ngo,
        Role::Community => matches!(kind, OrganisationKind::CommunityGroup | OrganisationKind::Ngo),
        // Software comes with a key, not with an account.
        Role::Partner => false,
    }
}

/// An address is the same account however it is typed.
pub fn address(typed: &str) -> String {
    typed.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_goes_with_its_own_kind_of_organisation() {
        assert!(fits(Role::Company, OrganisationKind::Company));
        assert!(!fits(Role::Company, OrganisationKind::Ngo));
        assert!(!fits(Role::Staff, OrganisationKind::Company));
        assert!(fits(Role::Community, OrganisationKind::CommunityGroup));
        assert!(!fits(Role::Partner, OrganisationKind::Partner));
    }

    #[test]
    fn an_address_has_one_spelling() {
        assert_eq!(address(" Aigul@Example.ORG "), "aigul@example.org");
    }
}
