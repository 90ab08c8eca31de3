pub mod policy;

use crate::db::types::id;

id! { /// A place.
PlaceId }
