//! E-mail: an outbox, which is filled in the transaction of what is told and emptied once that is committed.
//!
//! A mail says only that something waits, and where; whatever it is about is read by signing in. The outbox keeps to whom and
//! of what kind, never an address or a word: both are looked up when it is sent, so a changed address counts, what was
//! erased is gone, and there is nothing to leak.
//!
//! A mail is claimed before it is sent. One whose text was handed over, and of which it is not known whether the other
//! server took it, is not sent again by itself: a person decides, and it then bears another Message-ID. So no Message-ID is
//! handed over twice after it may have been taken.
//!
//! Another occasion to write (an invitation, say) adds a [`MailKind`], what it is about as a column of the outbox beside
//! `account_id`, its words in [`words`], and in [`outbox`] whom it goes to.

mod chore;
pub mod domain;
mod letter;
pub mod outbox;
pub mod policy;
mod queue;
pub mod routes;
pub mod settings;
mod smtp;
mod store;
mod view;
mod words;

pub use chore::{CHORE, send};
pub use domain::MailKind;
pub use queue::queue;
pub use settings::Settings;
pub use view::Mail;

use crate::db::types::id;

id! {
    /// An e-mail in the outbox. Later ones sort later.
    MailId
}
