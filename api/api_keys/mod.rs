//! Partners' keys: how another organisation's software comes in, and how far.

pub mod policy;
pub mod routes;
pub mod store;
pub mod view;

pub use view::ApiKey;

use crate::db::types::id;

id! {
    /// A partner's key.
    ApiKeyId
}
