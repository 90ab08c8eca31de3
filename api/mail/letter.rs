//! An e-mail as it goes out.

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};

use super::MailId;
use super::domain::MailFault;
use super::outbox::Claimed;
use super::words;

/// Writes an e-mail. It is addressed to an address alone: no name stands in it.
pub fn write(mail: &Claimed, from: &Mailbox, url: &str, now: DateTime<Utc>) -> Result<Message, MailFault> {
    let to = mail.address.parse().ok().filter(|_| mail.address.is_ascii());
    let to = Mailbox::new(None, to.ok_or(MailFault::BadAddress)?);
    let words = words::of(mail.kind, mail.language);
    Message::builder()
        .from(from.clone())
        .to(to)
        .subject(words.subject)
        .date(now.into())
        .message_id(Some(message_id(mail.id, mail.renewals, from.email.domain())))
        // Nobody's holiday answers it (RFC 3834).
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".into()))
        .header(ContentType::TEXT_PLAIN)
        .body(words.text.replace("{url}", url))
        .map_err(|_| MailFault::BadAddress)
}

/// Of the row, and of how often somebody had it sent anew.
fn message_id(id: MailId, renewals: i64, domain: &str) -> String {
    format!("<{id}.{renewals}@{domain}>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::MailKind;
    use crate::names::Language;

    fn written(address: &str) -> Result<String, MailFault> {
        let now: DateTime<Utc> = "2026-12-02T10:00:00Z".parse().unwrap();
        let (id, kind) = ("0198a000-0000-7000-8000-000000000001".parse().unwrap(), MailKind::Notifications);
        let mail = Claimed { id, kind, renewals: 2, attempts: 1, address: address.into(), language: Language::Ky };
        let from: Mailbox = "Маслахат <post@maslahat.example>".parse().unwrap();
        let message = write(&mail, &from, "https://maslahat.example", now)?;
        Ok(String::from_utf8(message.formatted()).unwrap())
    }

    #[test]
    fn it_bears_the_id_of_its_row_and_is_ascii_on_the_wire() {
        let text = written("aigul@example.org").unwrap();
        assert!(text.contains("Message-ID: <0198a000-0000-7000-8000-000000000001.2@maslahat.example>\r\n"), "{text}");
        assert!(text.contains("\r\nTo: aigul@example.org\r\n"), "{text}");
        assert!(text.contains("\r\nAuto-Submitted: auto-generated\r\n"), "{text}");
        assert!(text.is_ascii());
    }

    #[test]
    fn an_address_that_holds_more_than_an_address_is_refused() {
        for address in
            ["", "aigul", "a@b.example\r\nBcc: spy@example.org", "a@b.example>, <spy@example.org", "айгүл@b.example"]
        {
            assert_eq!(written(address), Err(MailFault::BadAddress), "{address}");
        }
    }
}
