//! Publishing the figures of a week soon after it has begun.

use std::time::Duration;

use super::publish_due;
use crate::keeper::Chore;

pub const CHORE: Chore = Chore {
    name: "publish_figures",
    every: Duration::from_hours(1),
    run: |system, now| Box::pin(async move { system.db.write(move |conn| publish_due(conn, now)).await.map(drop) }),
};
