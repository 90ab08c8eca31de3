//! Going round the chores until the server stops.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use actix_web::rt;
use actix_web::web::Data;
use chrono::{DateTime, Utc};
use futures_util::FutureExt;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use uuid::Uuid;

use super::{CHORES, Chore, lease};
use crate::app::System;
use crate::error::{ApiError, Result};

/// How often the chores are looked at.
const PAUSE: Duration = Duration::from_secs(10);

/// How long a chore under way may take to finish when the server stops; then its lease is left to run out.
const PATIENCE: Duration = Duration::from_secs(15);

/// The task that goes round.
pub struct Keeper {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Keeper {
    /// Starts to go round, on the thread of the caller.
    pub fn start(system: Data<System>) -> Self {
        let (stop, stopped) = watch::channel(false);
        Self { stop, task: rt::spawn(keep(system, stopped)) }
    }

    /// Lets the chore under way finish.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        if timeout(PATIENCE, &mut self.task).await.is_err() {
            log::warn!("a chore was not finished when the server stopped");
            self.task.abort();
        }
    }
}

async fn keep(system: Data<System>, mut stopped: watch::Receiver<bool>) {
    let holder = Uuid::new_v4().to_string();
    while !*stopped.borrow() {
        if let Err(error) = round(&system, CHORES, &holder, Utc::now(), || *stopped.borrow()).await {
            log::warn!(error:%; "the chores can't be looked at");
        }
        // What wakes it before the pause is over is the order to stop.
        let _ = timeout(PAUSE, stopped.changed()).await;
    }
}

/// Does what is due of `chores` and nobody else does; how many were done. Between two of them it asks whether to stop.
pub async fn round(
    system: &System,
    chores: &'static [Chore],
    holder: &str,
    now: DateTime<Utc>,
    stop: impl Fn() -> bool,
) -> Result<usize> {
    let mut known = system.db.read(lease::known).await?;
    if chores.iter().any(|chore| !known.iter().any(|known| known.is(chore))) {
        known = system.db.write(move |conn| lease::enter(conn, chores, now).and_then(|()| lease::known(conn))).await?;
    }
    let mut done = 0;
    for chore in chores.iter().filter(|chore| known.iter().any(|known| known.is_due(chore, now))) {
        if stop() {
            break;
        }
        done += usize::from(attempt(system, chore, holder, now).await?);
    }
    Ok(done)
}

/// Does a chore, if it can be had; whether it went well.
async fn attempt(system: &System, chore: &'static Chore, holder: &str, now: DateTime<Utc>) -> Result<bool> {
    let me = holder.to_owned();
    if !system.db.write(move |conn| lease::take(conn, chore, &me, now)).await? {
        return Ok(false);
    }
    let outcome = AssertUnwindSafe((chore.run)(system, now)).catch_unwind().await.unwrap_or(Err(ApiError::Internal));
    let me = holder.to_owned();
    match outcome {
        Ok(()) => {
            system.db.write(move |conn| lease::done(conn, chore, &me, now)).await?;
            Ok(true)
        }
        Err(error) => {
            log::error!(chore = chore.name, error:%; "a chore failed and will be tried again");
            system.db.write(move |conn| lease::failed(conn, chore, &me, now)).await?;
            Ok(false)
        }
    }
}
