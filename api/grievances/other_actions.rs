//! What staff may do with a case besides moving it: what concerns who raised it, and who is at risk.

use crate::authn::Actor;
use crate::authz::Policy;
use crate::erasures::policy::ERASING;
use crate::identities::domain::{IdentityStatus, check};
use crate::identities::policy::OPENING;
use crate::protection::policy::OF_A_CASE;

use super::store::Case;

/// The operations that an actor may call on a case now.
pub fn of(case: &Case, actor: &Actor, identity: IdentityStatus) -> Vec<&'static str> {
    let looks_after_it = case.owner_id.is_some() && case.owner_id == actor.account();
    let opening = check(actor.role, looks_after_it, identity).is_ok().then_some(&OPENING);
    let all = opening.into_iter().chain([&ERASING]).chain(OF_A_CASE);
    all.filter(|(_, policy)| allows(*policy, actor)).map(|(operation, _)| *operation).collect()
}

fn allows(policy: Policy, actor: &Actor) -> bool {
    !policy(actor.role).is_nothing()
}
