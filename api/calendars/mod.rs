//! Meetings in the calendars that people keep elsewhere (iCalendar, RFC 5545): one of them as a file, or all that somebody
//! takes part in under a secret address of their own.
//!
//! Such a calendar lies on servers of others and on phones that a family shares. So it says when and where, of what kind,
//! and of a meeting that is not public no more: no title, no agenda, nobody who comes.

pub mod feed;
pub mod policy;
pub mod routes;
mod store;
pub mod words;
pub mod write;
