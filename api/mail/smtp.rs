//! A conversation with the next server, in steps that tell whether the text was handed over when it breaks off.

use std::time::Duration;

use lettre::message::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Code;

use super::domain::{MailFault, Outcome};
use super::settings::{Security, Settings};

/// How long the server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// An open connection, signed in.
pub struct Line {
    conn: SmtpConnection,
}

impl Line {
    /// Blocks. What goes wrong here is surely before any text was handed over.
    pub fn open(settings: &Settings) -> Result<Self, Outcome> {
        let Settings { host, port, security, login, from } = settings;
        let us = ClientId::Domain(from.email.domain().to_owned());
        let tls = || TlsParameters::new(host.clone()).map_err(|error| insecure(&error));
        let (from_the_first_byte, then) = match security {
            Security::Tls => (Some(tls()?), None),
            Security::StartTls => (None, Some(tls()?)),
            Security::Plain => (None, None),
        };
        let place = (host.as_str(), *port);
        let opened = SmtpConnection::connect(place, Some(PATIENCE), &us, from_the_first_byte.as_ref(), None);
        let mut conn = opened.map_err(|error| trouble(&error))?;
        if let Some(tls) = &then {
            conn.starttls(tls, &us).map_err(|error| insecure(&error))?;
        }
        if let Some(login) = login {
            sign_in(&mut conn, login)?;
        }
        Ok(Self { conn })
    }

    /// Sends an e-mail; blocks. After anything but [`Outcome::Sent`] the line is of no more use.
    pub fn send(&mut self, message: &Message) -> Outcome {
        match self.hand_over(message) {
            Ok(()) => Outcome::Sent,
            Err(outcome) => outcome,
        }
    }

    fn hand_over(&mut self, message: &Message) -> Result<(), Outcome> {
        let envelope = message.envelope();
        let before = |error: Error| answered(&error, Outcome::NotTaken(MailFault::BrokenOff, None));
        self.conn.command(Mail::new(envelope.from().cloned(), vec![])).map_err(before)?;
        for to in envelope.to() {
            self.conn.command(Rcpt::new(to.clone(), vec![])).map_err(before)?;
        }
        self.conn.command(Data).map_err(before)?;
        self.conn.message(&message.formatted()).map_err(|error| answered(&error, Outcome::Unknown))?;
        Ok(())
    }

    pub fn close(mut self) {
        self.conn.abort();
    }
}

fn sign_in(conn: &mut SmtpConnection, login: &Credentials) -> Result<(), Outcome> {
    let signed_in = conn.auth(&[Mechanism::Plain, Mechanism::Login], login);
    signed_in.map(drop).map_err(|error| Outcome::NotTaken(MailFault::SignInRefused, error.status().map(number)))
}

/// By the server's own number, if it gave one.
fn answered(error: &Error, otherwise: Outcome) -> Outcome {
    match error.status() {
        Some(status) if error.is_permanent() => Outcome::NotTaken(MailFault::Refused, Some(number(status))),
        Some(status) => Outcome::NotTaken(MailFault::Deferred, Some(number(status))),
        None => otherwise,
    }
}

fn trouble(error: &Error) -> Outcome {
    let fault = if error.is_tls() { MailFault::NotSecure } else { MailFault::Unreachable };
    Outcome::NotTaken(fault, error.status().map(number))
}

fn insecure(error: &Error) -> Outcome {
    Outcome::NotTaken(MailFault::NotSecure, error.status().map(number))
}

fn number(code: Code) -> i64 {
    u16::from(code).into()
}
