//! Who may do what with agreements.

use crate::authz::{Reach, Role, actions};

actions! {
    ListAgreements "list_agreements" => who_reads;
    GetAgreement "get_agreement" => who_reads;
    SignAgreement "sign_agreement" => who_reads;
    CreateAgreement "create_agreement" => staff;
    UpdateAgreement "update_agreement" => staff;
    OpenAgreement "open_agreement" => staff;
    RecordAgreementSignature "record_agreement_signature" => staff;
    AmendAgreement "amend_agreement" => staff;
    EndAgreement "end_agreement" => staff;
    AttachAgreement "attach_agreement" => staff;
    GetAgreementAttachment "get_agreement_attachment" => staff;
}

/// Whoever is named in an agreement reads it and signs it; the programme's staff read all of theirs.
fn who_reads(role: Role) -> Reach {
    match role {
        Role::Community => Reach::OwnPlaces,
        Role::Company => Reach::OwnSites,
        Role::Authority => Reach::Territory,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// A scan shows a hand and a name: it stays with the programme.
fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}

/// How a role sees an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Staff,
    /// A side that is named in it: who signed, not which person.
    Side,
}

pub fn audience(role: Role) -> Audience {
    match role {
        Role::Staff | Role::Protection => Audience::Staff,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Audience::Side,
    }
}
