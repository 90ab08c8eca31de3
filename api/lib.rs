//! Maslahat.
