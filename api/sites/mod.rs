//! Sites: the deposits and mines that companies explore, build, work and close.

pub mod input;
pub mod policy;
pub mod routes;
pub mod store;
pub mod view;

pub use view::Site;

use crate::db::types::{id, words};

id! {
    /// A site.
    SiteId
}

words! {
    /// How far a site's life has come.
    SiteStage { Exploration, Construction, Production, CareAndMaintenance, Closure }
}
