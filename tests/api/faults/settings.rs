//! A wrong or missing setting stops the start, with its name.

use std::process::{Command, Output};

use super::program::BINARY;

fn started_with(name: &str, value: &str) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(BINARY);
    command.arg("serve").env("MASLAHAT_DATA", folder.path()).env(name, value);
    command.output().unwrap()
}

#[test]
fn a_wrong_setting_stops_the_start_with_its_name() {
    for (name, value) in [
        ("MASLAHAT_LISTEN", "everywhere"),
        ("MASLAHAT_WORKERS", "many"),
        ("MASLAHAT_DEMO", "perhaps"),
        ("MASLAHAT_TRUSTED_PROXIES", "the one in front"),
        ("MASLAHAT_RECEIPTS_PER_SECOND", "0"),
        ("MASLAHAT_WRONG_CODES_PER_MINUTE", "few"),
        ("MASLAHAT_FILES", "s3://"),
        ("MASLAHAT_DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing"),
    ] {
        let output = started_with(name, value);
        assert!(!output.status.success(), "{name}={value}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(name), "{name} is not named in {said}");
    }
}

#[test]
fn mail_needs_a_sender_and_an_address_of_its_server_that_can_be_used() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(BINARY);
    command.arg("serve").env("MASLAHAT_DATA", folder.path()).env("MASLAHAT_SMTP_URL", "mail.example.org");
    let said = |command: &mut Command| String::from_utf8_lossy(&command.output().unwrap().stderr).into_owned();
    assert!(said(&mut command).contains("MASLAHAT_MAIL_FROM is missing"));
    let from = command.env("MASLAHAT_MAIL_FROM", "Maslahat <post@example.org>");
    assert!(said(from).contains("MASLAHAT_SMTP_URL is not such as"));
    let url = command.env("MASLAHAT_SMTP_URL", "smtps://mail.example.org");
    assert!(said(url.env("MASLAHAT_MAIL_FROM", "post")).contains("MASLAHAT_MAIL_FROM is not such as"));
    assert!(said(url.env("MASLAHAT_SMTP_USER", "maslahat")).contains("MASLAHAT_SMTP_PASSWORD is missing"));
}

#[test]
fn a_bucket_needs_a_key_and_its_secret() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(BINARY);
    command.arg("serve").env("MASLAHAT_DATA", folder.path()).env("MASLAHAT_FILES", "s3://files");
    let said = |command: &mut Command| String::from_utf8_lossy(&command.output().unwrap().stderr).into_owned();
    assert!(said(&mut command).contains("MASLAHAT_S3_KEY_ID is missing"));
    assert!(said(command.env("MASLAHAT_S3_KEY_ID", "a")).contains("MASLAHAT_S3_SECRET is missing"));
}
