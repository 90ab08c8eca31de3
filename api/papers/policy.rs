//! Who may do what with sheets of paper.

use crate::authz::{Reach, Role, actions};

actions! {
    PrintPaperBatch "print_paper_batch" => who_takes_papers_in;
    ListPaperBatches "list_paper_batches" => who_takes_papers_in;
    GetPaperBatch "get_paper_batch" => who_takes_papers_in;
    ListPaperSheets "list_paper_sheets" => who_takes_papers_in;
    VoidPaperBatch "void_paper_batch" => who_takes_papers_in;
    GetPaperSheet "get_paper_sheet" => who_takes_papers_in;
    EnterPaperSheet "enter_paper_sheet" => who_takes_papers_in;
    VoidPaperSheet "void_paper_sheet" => who_takes_papers_in;
}

fn who_takes_papers_in(role: Role) -> Reach {
    match role {
        // Their own sheets, for their own places.
        Role::Community => Reach::OwnPlaces,
        Role::Staff => Reach::Programme,
        Role::Protection => Reach::ProgrammeAndProtection,
        // A partner's key is nobody who hands out paper.
        Role::Company | Role::Authority | Role::Admin | Role::Partner => Reach::Nothing,
    }
}
