//! What the tests stand on: a server of their own for each, over a database of its own.

pub mod case;
mod cast;
mod client;
mod documented;
mod engine;
mod log;
mod make;
mod peer;
pub mod places;
mod postgres;
mod reply;
pub mod schema;
mod sign_in;
pub mod smtp;
mod sqlite;
pub mod store;
pub mod stream;
mod world;

pub use cast::Cast;
pub use client::{Client, Request};
pub use engine::{Database, Engine};
pub use make::{Account, PASSWORD, Person};
pub use reply::Reply;
pub use sign_in::{code_now, cookie, enrol};
pub use world::{HOTLINE, Instance, PUBLIC_URL, World};

/// Makes two tests of each function named: one on SQLite, one on PostgreSQL. The functions take a [`World`], or one in
/// demonstration mode after `demonstration:`; one that is not named here is dead code, and the compiler says so.
macro_rules! on_both_engines {
    (demonstration: $($name:ident;)+) => {
        $crate::support::on_both_engines! { @demonstration $($name;)+ }
    };
    (@$make:ident $($name:ident;)+) => {
        $(
            mod $name {
                #[actix_web::test]
                async fn sqlite() {
                    super::$name($crate::support::World::$make($crate::support::Engine::Sqlite).await).await;
                }

                #[actix_web::test]
                async fn postgres() {
                    super::$name($crate::support::World::$make($crate::support::Engine::Postgres).await).await;
                }
            }
        )+
    };
    ($($name:ident;)+) => {
        $crate::support::on_both_engines! { @new $($name;)+ }
    };
}
pub(crate) use on_both_engines;
