//! Of what a meeting speaks: who proposes it, who decides, and what each reader sees of it.

pub mod input;
pub mod render;
pub mod routes;
pub mod store;
mod subjects;
pub mod view;
