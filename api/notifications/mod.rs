//! Notifications: what an account is told, in the app.
//!
//! [`tell`] is called in the transaction of the change that is told. What is kept is a kind and a case; the web app puts
//! it into words. A case is named only while it is within the reader's reach: what has left it is neither listed nor
//! counted.

pub mod domain;
pub mod forget;
pub mod policy;
pub mod routes;
pub mod store;
mod tell;
pub mod view;

pub use domain::Kind;
pub use tell::{Subject, tell, tell_once, was_told};
pub use view::Notification;

use crate::db::types::id;

id! {
    /// A notification. Later ones sort later.
    NotificationId
}
