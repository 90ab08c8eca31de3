pub const OPERATIONS: &[crate::authz::Operation] = &[];
