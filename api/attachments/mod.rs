//! Files of a case: photos, recordings, papers.
//!
//! A photo is decoded and encoded anew, so that only its picture is left of it; its original, and every other file, is
//! kept encrypted and never shown in the page.

mod clean;
pub mod files;
pub mod policy;
pub mod routes;
pub mod store;

use crate::db::types::id;

id! {
    /// A file of a case.
    AttachmentId
}
