//! Who may read tables into the register: who may record and change stakeholders one by one.

use crate::authz::{Reach, Role, actions};

actions! {
    ListStakeholderImports "list_stakeholder_imports" => own;
    CreateStakeholderImport "create_stakeholder_import" => own;
    GetStakeholderImport "get_stakeholder_import" => own;
    GetStakeholderImportErrors "get_stakeholder_import_errors" => own;
    ListStakeholderImportDuplicates "list_stakeholder_import_duplicates" => own;
    MapStakeholderImport "map_stakeholder_import" => own;
    RunStakeholderImport "run_stakeholder_import" => own;
    DeleteStakeholderImport "delete_stakeholder_import" => own;
}

fn own(role: Role) -> Reach {
    match role {
        Role::Staff | Role::Protection => Reach::Own,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
