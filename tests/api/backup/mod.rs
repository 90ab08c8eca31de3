//! Backups of the real program, restored into empty places, on both engines and from one to the other.

mod complete;
mod dump;
mod erased;
mod house;
mod killed;
mod lost;
mod meanwhile;
mod refused;
mod round_trip;
mod store;
mod under_way;
mod versions;

/// Makes two tests of each function named, one on each engine.
macro_rules! on_both_engines {
    ($($name:ident;)+) => {
        $(
            mod $name {
                #[actix_web::test]
                async fn sqlite() {
                    super::$name(crate::support::Engine::Sqlite).await;
                }

                #[actix_web::test]
                async fn postgres() {
                    super::$name(crate::support::Engine::Postgres).await;
                }
            }
        )+
    };
}
use on_both_engines;
