//! Which server takes our e-mail, and as whom we send it.

use std::net::IpAddr;

use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use reqwest::Url;

/// The server that takes our e-mail.
#[derive(Clone)]
pub struct Settings {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub login: Option<Credentials>,
    pub from: Mailbox,
}

/// How what we send is kept secret on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (RFC 8314).
    Tls,
    /// TLS once the server has said that it can; without it nothing is sent.
    StartTls,
    /// None: only to this machine itself.
    Plain,
}

impl Settings {
    /// From `smtps://host`, `smtp://host` or either with a port; an account's name and password, if there is one; and
    /// who sends, such as `Maslahat <post@example.org>`. `None` for what can't be used, by the part that is wrong.
    pub fn parse(url: &str, login: Option<(String, String)>, from: &str) -> Result<Self, Wrong> {
        let from: Mailbox = from.parse().map_err(|_| Wrong::From)?;
        let plain = |text: &str| text.is_ascii() && !text.chars().any(char::is_control);
        if !plain(from.email.as_ref()) || from.name.as_ref().is_some_and(|name| name.chars().any(char::is_control)) {
            return Err(Wrong::From);
        }
        let url = Url::parse(url).map_err(|_| Wrong::Url)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(Wrong::Url)?;
        let bare = url.username().is_empty() && url.password().is_none() && url.query().is_none();
        if !bare || !matches!(url.path(), "" | "/") {
            return Err(Wrong::Url);
        }
        let host = host.trim_matches(['[', ']']).to_owned();
        let (security, usual) = match url.scheme() {
            "smtps" => (Security::Tls, 465),
            "smtp" if is_this_machine(&host) => (Security::Plain, 25),
            "smtp" => (Security::StartTls, 587),
            _ => return Err(Wrong::Url),
        };
        let login = login.map(|(name, password)| Credentials::new(name, password));
        Ok(Self { port: url.port().unwrap_or(usual), host, security, login, from })
    }
}

/// The part of the settings that can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Url,
    From,
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: &str = "Маслахат <post@maslahat.example>";

    fn parsed(url: &str) -> Result<(String, u16, Security), Wrong> {
        Settings::parse(url, None, FROM).map(|found| (found.host, found.port, found.security))
    }

    #[test]
    fn only_this_machine_is_written_to_in_the_open() {
        for (url, host, port, security) in [
            ("smtps://mail.example.org", "mail.example.org", 465, Security::Tls),
            ("smtp://mail.example.org", "mail.example.org", 587, Security::StartTls),
            ("smtp://mail.example.org:25/", "mail.example.org", 25, Security::StartTls),
            ("smtp://10.0.0.7", "10.0.0.7", 587, Security::StartTls),
            ("smtp://127.0.0.1:2525", "127.0.0.1", 2525, Security::Plain),
            ("smtp://[::1]", "::1", 25, Security::Plain),
            ("smtp://localhost", "localhost", 25, Security::Plain),
        ] {
            assert_eq!(parsed(url), Ok((host.to_owned(), port, security)), "{url}");
        }
    }

    #[test]
    fn what_is_no_such_address_is_refused() {
        for url in ["", "mail.example.org", "http://mail.example.org", "smtp://", "smtps://a:b@c.example", "smtp://a/b"]
        {
            assert_eq!(parsed(url), Err(Wrong::Url), "{url}");
        }
    }

    #[test]
    fn a_sender_with_a_line_break_is_refused() {
        for from in ["", "post", "a\r\nBcc: spy@example.org <post@example.org>", "почта@example.org"] {
            assert!(matches!(Settings::parse("smtps://a.example", None, from), Err(Wrong::From)), "{from}");
        }
    }
}
