//! Meetings in the calendars that people keep elsewhere.

mod feed;
mod file;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::Reply;

/// What a reader of calendars that is not ours finds in an answer.
#[track_caller]
fn read(reply: &Reply) -> Value {
    assert_eq!((reply.status, reply.header("content-type")), (200, "text/calendar; charset=utf-8"), "{}", reply.text());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(root.join("target/peers/installed").exists(), "scripts/install-peers installs it");
    let mut reader = Command::new("node")
        .arg(root.join("tests/peers/calendar.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    reader.stdin.take().unwrap().write_all(&reply.bytes).unwrap();
    let output = reader.wait_with_output().unwrap();
    assert!(output.status.success(), "{}\n{}", String::from_utf8_lossy(&output.stderr), reply.text());
    serde_json::from_slice(&output.stdout).unwrap()
}
