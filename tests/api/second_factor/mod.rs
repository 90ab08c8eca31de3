//! The second factor: setting it up, signing in with it, losing it.

mod alike;
mod demand;
mod parallel;
mod recovery;
mod reset;
mod set_up;
mod sign_in;
