//! What handlers share: bodies, pages, versions, answers.

pub mod answer;
pub mod body;
pub mod health;
pub mod idempotency;
pub mod limits;
pub mod metrics;
mod objects;
pub mod page;
pub mod params;
pub mod pipeline;
pub mod public;
pub mod routes;
pub mod version;
pub mod web_app;

pub use answer::{Created, Tagged, Written};
pub use body::Valid;
pub use idempotency::IdempotencyKey;
pub use page::{Cursor, Page, PageQuery, Total};
pub use params::{Id, Params};
pub use routes::Routes;
pub use version::{IfMatch, Version};
