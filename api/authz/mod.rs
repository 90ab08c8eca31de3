//! Who may do what to which rows.
//!
//! Every operation is an [`Action`] with a policy: a match over the roles. A handler takes [`Permit<Action>`], which
//! only this module can make, and store functions take the permit; so what no policy allowed does not compile. The
//! rows that a permit reaches are its [`Scope`], which each store turns into a filter in SQL: what is out of reach
//! does not exist (404).

mod operations;
mod permit;
mod scope;

pub use operations::{
    BEFORE_SECOND_FACTOR, OPERATIONS, Operation, PUBLIC, Policy, REPORTER, allowed, opens, operations_of,
};
pub use permit::{Permit, Reporter, Who};
pub use scope::{Reach, Scope};

use crate::db::types::words;

words! {
    /// What an account, or a partner's key, is for.
    Role { Community, Company, Authority, Staff, Protection, Admin, Partner }
}

words! {
    /// What a partner's key opens.
    KeyScope {
        /// Programmes, places, organisations and sites.
        ReferenceRead,
        /// Entering a grievance for somebody.
        GrievancesCreate,
        /// Released summaries of the programme's cases.
        GrievancesRead,
    }
}

/// Something that an actor may do: one operation of the API.
pub trait Action: 'static {
    /// The operation's id in the OpenAPI document.
    const OPERATION: &'static str;
    /// How far each role reaches with it.
    fn reach(role: Role) -> Reach;
}

/// Declares a resource's actions: a type, its operation and its policy each.
macro_rules! actions {
    ($($action:ident $operation:literal => $policy:path;)+) => {
        $(
            pub struct $action;
            impl $crate::authz::Action for $action {
                const OPERATION: &'static str = $operation;
                fn reach(role: $crate::authz::Role) -> $crate::authz::Reach {
                    $policy(role)
                }
            }
        )+
        pub const OPERATIONS: &[$crate::authz::Operation] = &[$($crate::authz::Operation::of::<$action>()),+];
    };
}
pub(crate) use actions;
