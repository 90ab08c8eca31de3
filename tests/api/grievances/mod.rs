//! Cases: their path, who sees what of them, and what must not happen to them.

mod counts;
mod files;
mod lists;
mod masks;
mod path;
mod submit;
