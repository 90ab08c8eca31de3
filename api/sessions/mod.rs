//! Sessions: sign in, stay signed in, sign out, see where else one is signed in.
//!
//! The access token lives for minutes and only in memory; the refresh token in a cookie is used once and replaced.
//! One that comes back after its use was copied by somebody, and ends the session for both.

mod cookie;
pub mod opening;
pub mod policy;
pub mod routes;
pub mod sign_in;
pub mod store;

use crate::db::types::id;

id! {
    /// A session of an account.
    SessionId
}
