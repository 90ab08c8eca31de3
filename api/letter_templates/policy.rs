//! Who may do what with templates of letters.

use crate::authz::{Reach, Role, actions};

actions! {
    ListLetterTemplates "list_letter_templates" => office;
    GetLetterTemplate "get_letter_template" => office;
    CreateLetterTemplate "create_letter_template" => office;
    UpdateLetterTemplate "update_letter_template" => office;
    DeleteLetterTemplate "delete_letter_template" => office;
    ListLetters "list_letters" => who_writes;
}

/// The programme's own words: those who run it, and those who write to people.
fn office(role: Role) -> Reach {
    match role {
        Role::Staff | Role::Protection | Role::Admin => Reach::Programme,
        Role::Community | Role::Company | Role::Authority | Role::Partner => Reach::Nothing,
    }
}

fn who_writes(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
