//! A full disk is answered with 503, and forgiven when there is room again.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::program::{BINARY, Program, free_port, settings};

/// A disk of a few megabytes, seen by the program alone. Without root the mount needs a user namespace.
fn on_a_small_disk(folder: &std::path::Path) -> Command {
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c"]);
    command.arg("mount -t tmpfs -o size=64m disk \"$0\" && exec \"$1\" serve").arg(folder).arg(BINARY);
    command
}

#[actix_web::test]
async fn service_resumes_when_there_is_room_again() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let mut command = on_a_small_disk(folder.path());
    settings(&mut command, &folder.path().join("maslahat.db").to_string_lossy(), folder.path(), port);
    let program = Program::start(command, port).await;
    let village = program.village().await;
    let before = program.submit(&village).await.unwrap().expect(201)["code"].as_str().unwrap().to_owned();

    let filler = PathBuf::from(format!("/proc/{}/root{}/filler", program.pid(), folder.path().display()));
    let full = std::fs::write(&filler, vec![0_u8; 128 * 1024 * 1024]);
    assert!(full.is_err(), "the disk is small");
    let mut refused = None;
    for _ in 0..200 {
        let reply = program.submit(&village).await.expect("an answer, although it is a refusal");
        if reply.status != 201 {
            refused = Some(reply);
            break;
        }
    }
    refused.expect("a full disk takes no more").refused(503, "unavailable");
    assert_eq!(program.ready().await, Some(503));

    std::fs::remove_file(&filler).unwrap();
    assert!(program.becomes_ready(Duration::from_secs(20)).await);
    program.submit(&village).await.unwrap().expect(201);
    assert!(program.opens(&before).await, "what was acknowledged before is still there");
}
