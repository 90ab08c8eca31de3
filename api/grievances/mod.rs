pub mod policy;

use crate::db::types::id;

id! { /// A grievance.
GrievanceId }
