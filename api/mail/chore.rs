//! Emptying the outbox.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use lettre::message::Message;
use uuid::Uuid;

use super::domain::{MailFault, Outcome};
use super::letter;
use super::outbox::{self, Claimed};
use super::settings::Settings;
use super::smtp::Line;
use crate::app::System;
use crate::error::{ApiError, Result};
use crate::keeper::Chore;

pub const CHORE: Chore =
    Chore { name: "send_mail", every: Duration::from_secs(10), run: |system, now| Box::pin(send(system, now)) };

/// Other chores wait meanwhile, and so does a server that is told to stop.
const AT_MOST: Duration = Duration::from_secs(8);

/// Sends what is due, if there is a server to send it by.
pub async fn send(system: &System, now: DateTime<Utc>) -> Result<()> {
    let can_send = system.mail.is_some();
    if !system.db.read(move |conn| outbox::has_work(conn, can_send, now)).await? {
        return Ok(());
    }
    system.db.write(move |conn| outbox::give_back(conn, now)).await?;
    while system.db.write(move |conn| outbox::forget(conn, now)).await? {}
    match &system.mail {
        Some(settings) => send_due(system, settings, now).await,
        None => Ok(()),
    }
}

async fn send_due(system: &System, settings: &Settings, now: DateTime<Utc>) -> Result<()> {
    let (began, holder) = (Instant::now(), Uuid::new_v4().to_string());
    let mut line = None;
    while began.elapsed() < AT_MOST {
        let me = holder.clone();
        let Some(mail) = system.db.write(move |conn| outbox::claim(conn, &me, now)).await? else { break };
        let outcome = match letter::write(&mail, &settings.from, &system.public_url, now) {
            Ok(message) => deliver(settings, &mut line, message).await?,
            Err(fault) => Outcome::NotTaken(fault, None),
        };
        note(&mail, outcome);
        let me = holder.clone();
        system.db.write(move |conn| outbox::mark(conn, &mail, &me, outcome, now)).await?;
        if is_down(outcome) {
            // The others would fare no better; the next round tries another.
            break;
        }
    }
    if let Some(line) = line {
        blocking(move || Line::close(line)).await?;
    }
    Ok(())
}

/// Sends by the line that is open, or by a new one; only a line on which all went well stays open.
async fn deliver(settings: &Settings, line: &mut Option<Line>, message: Message) -> Result<Outcome> {
    let (open, settings) = (line.take(), settings.clone());
    let (left, outcome) = blocking(move || {
        let mut open = match open.map_or_else(|| Line::open(&settings), Ok) {
            Ok(open) => open,
            Err(outcome) => return (None, outcome),
        };
        let outcome = open.send(&message);
        if outcome == Outcome::Sent {
            (Some(open), outcome)
        } else {
            open.close();
            (None, outcome)
        }
    })
    .await?;
    *line = left;
    Ok(outcome)
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| ApiError::Internal)
}

/// Whether it lies with the server, and not with this e-mail.
fn is_down(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Sent | Outcome::Unknown => false,
        Outcome::NotTaken(fault, _) => match fault {
            MailFault::Unreachable | MailFault::NotSecure | MailFault::SignInRefused => true,
            MailFault::Deferred
            | MailFault::Refused
            | MailFault::BrokenOff
            | MailFault::NoAnswer
            | MailFault::Interrupted
            | MailFault::BadAddress
            | MailFault::Restored => false,
        },
    }
}

/// The log tells which mail and what of it, never to whom.
fn note(mail: &Claimed, outcome: Outcome) {
    match outcome {
        Outcome::Sent => {}
        Outcome::Unknown => log::warn!(mail = mail.id.as_str(); "a mail may have been sent or not"),
        Outcome::NotTaken(fault, status) => {
            log::warn!(mail = mail.id.as_str(), fault = fault.as_str(), status:?; "a mail was not taken");
        }
    }
}
