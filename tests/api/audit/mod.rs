//! The audit trail: who reads what of it, and that nothing is done to it unnoticed.

mod kinds;
mod manipulations;
mod page;
mod watch;
