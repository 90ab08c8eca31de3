//! A server of SMTP for one test, which answers as the test wishes.

use std::path::{Path, PathBuf};

use maslahat::mail::Settings;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::peer::{Peer, certificate};

pub const FROM: &str = "Маслахат <post@maslahat.example>";
pub const USER: &str = "maslahat";
pub const PASSWORD: &str = "a password";

pub struct Post {
    folder: TempDir,
    pub port: u16,
    /// A key and a certificate that nobody knows.
    pair: Option<(PathBuf, PathBuf)>,
    process: Peer,
}

/// A text that the server saw.
#[derive(Debug)]
pub struct Seen {
    pub to: Vec<String>,
    pub from: String,
    pub user: Option<String>,
    pub secure: bool,
    pub taken: bool,
    /// The text, with its headers.
    pub text: String,
}

impl Seen {
    /// A header's value as it stands in the text; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        let head = self.text.split("\r\n\r\n").next().unwrap();
        let start = format!("{}: ", name.to_lowercase());
        let line = head.split("\r\n").find(|line| line.to_lowercase().starts_with(&start));
        line.map_or("", |line| &line[start.len()..])
    }
}

impl Post {
    pub fn start(port: u16) -> Self {
        let mut post = Self::stopped(port);
        post.run();
        post
    }

    /// One that does not run yet.
    pub fn stopped(port: u16) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), port, pair: None, process: Peer::default() }
    }

    /// One that speaks TLS by a certificate that nobody knows, from the first byte or when it is asked to.
    pub fn start_with_tls(port: u16, from_the_first_byte: bool) -> Self {
        let mut post = Self::stopped(port);
        post.pair = Some(certificate(post.folder.path(), "rsa:2048"));
        post.behave(json!({ "starttls": !from_the_first_byte }));
        post.run();
        post
    }

    /// Starts it, or starts it again.
    pub fn run(&mut self) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(root.join("target/peers/installed").exists(), "scripts/install-peers installs it");
        self.process.run(&root.join("tests/peers/mail.mjs"), self.port, |command| {
            command.arg(self.port.to_string()).arg(self.folder.path());
            if let Some((key, certificate)) = &self.pair {
                command.arg(key).arg(certificate);
            }
        });
    }

    pub fn stop(&mut self) {
        self.process.stop();
    }

    /// How it answers from now on; see `tests/peers/mail.mjs`.
    pub fn behave(&self, how: Value) {
        let (draft, file) = (self.folder.path().join("draft"), self.folder.path().join("behaviour.json"));
        std::fs::write(&draft, how.to_string()).unwrap();
        std::fs::rename(draft, file).unwrap();
    }

    /// The settings of whoever sends by it.
    pub fn settings(&self) -> Settings {
        Settings::parse(&self.url(), None, FROM).unwrap()
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// What it took.
    pub fn taken(&self) -> Vec<Seen> {
        self.seen().into_iter().filter(|seen| seen.taken).collect()
    }

    /// What it took, and what it saw and did not take.
    pub fn seen(&self) -> Vec<Seen> {
        let lines = std::fs::read_to_string(self.folder.path().join("seen.jsonl")).unwrap_or_default();
        lines.lines().map(|line| seen(&serde_json::from_str(line).unwrap())).collect()
    }
}

fn seen(line: &Value) -> Seen {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    Seen {
        to: line["to"].as_array().unwrap().iter().map(text).collect(),
        from: text(&line["from"]),
        user: line["user"].as_str().map(ToOwned::to_owned),
        secure: line["secure"].as_bool().unwrap(),
        taken: line["taken"].as_bool().unwrap(),
        text: text(&line["text"]),
    }
}
