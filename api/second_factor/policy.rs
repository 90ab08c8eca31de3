//! Who may do what with second factors.

use crate::authz::{Reach, Role, actions};

actions! {
    GetSecondFactor "get_second_factor" => everyone_their_own;
    BeginSecondFactor "begin_second_factor" => everyone_their_own;
    ConfirmSecondFactor "confirm_second_factor" => everyone_their_own;
    RenewRecoveryCodes "renew_recovery_codes" => everyone_their_own;
    RemoveSecondFactor "remove_second_factor" => everyone_their_own;
    AcknowledgeFactorReset "acknowledge_factor_reset" => everyone_their_own;
    ResetSecondFactor "reset_second_factor" => administrators;
}

fn everyone_their_own(role: Role) -> Reach {
    match role {
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Admin => Reach::Own,
        // A key is not a person.
        Role::Partner => Reach::Nothing,
    }
}

fn administrators(role: Role) -> Reach {
    match role {
        Role::Admin => Reach::Everything,
        Role::Community | Role::Company | Role::Authority | Role::Staff | Role::Protection | Role::Partner => {
            Reach::Nothing
        }
    }
}
