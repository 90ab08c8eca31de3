//! Files of a case, of an application, and what shows that a promise was kept: photos, recordings, papers.
//!
//! A photo is decoded and encoded anew, so that only its picture is left of it; its original, and every other file, is
//! kept encrypted and never shown in the page. What a file is, its content tells.

mod ambiguous;
pub mod clean;
pub mod files;
pub mod keeping;
pub mod kind;
mod name;
mod paper;
mod photo;
pub mod policy;
mod recording;
pub mod routes;
pub mod store;

use crate::db::types::id;

id! {
    /// A file of a record.
    AttachmentId
}
