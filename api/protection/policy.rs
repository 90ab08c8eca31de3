//! Who may do what on the protection track: its focal points, and nobody else.

use crate::authz::{Policy, Reach, Role, actions};

actions! {
    ListAlerts "list_protection_alerts" => protection;
    HandleAlert "handle_protection_alert" => protection;
    GetCaseProtection "get_case_protection" => protection;
    ListReferrals "list_protection_referrals" => protection;
    ProposeReferral "propose_protection_referral" => protection;
    ConsentToReferral "consent_to_protection_referral" => protection;
    RefuseReferral "refuse_protection_referral" => protection;
    SendReferral "send_protection_referral" => protection;
    AcceptReferral "accept_protection_referral" => protection;
    TurnDownReferral "turn_down_protection_referral" => protection;
    NoteReferral "note_protection_referral" => protection;
    CloseReferral "close_protection_referral" => protection;
    WithdrawReferral "withdraw_protection_referral" => protection;
}

fn protection(role: Role) -> Reach {
    match role {
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Staff | Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// What a case lists besides its moves.
pub const OF_A_CASE: &[(&str, Policy)] =
    &[("get_case_protection", protection), ("propose_protection_referral", protection)];
