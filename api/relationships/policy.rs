//! Who may do what with relationships.

use crate::authz::{Reach, Role, actions};

actions! {
    ListRelationships "list_relationships" => staff;
    GetRelationship "get_relationship" => staff;
    GetRelationshipGraph "get_relationship_graph" => staff;
    CreateRelationship "create_relationship" => staff;
    UpdateRelationship "update_relationship" => staff;
    EndRelationship "end_relationship" => staff;
    ReopenRelationship "reopen_relationship" => staff;
}

/// Who stands with whom is for those who run the programme.
fn staff(role: Role) -> Reach {
    match role {
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
