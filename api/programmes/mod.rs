pub mod policy;

use crate::db::types::id;

id! { /// A programme.
ProgrammeId }
