//! A program of somebody else's that runs beside a test and answers at a port.

use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// It ends with the test.
#[derive(Default)]
pub struct Peer(Option<Child>);

impl Peer {
    /// Starts a script by Node, or starts it again, and waits until it answers.
    pub fn run(&mut self, script: &Path, port: u16, with: impl FnOnce(&mut Command)) {
        let mut command = Command::new("node");
        command.arg(script);
        with(&mut command);
        self.0 = Some(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("node starts"));
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(began.elapsed() < Duration::from_secs(60), "{script:?} answers within a minute");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    pub fn stop(&mut self) {
        if let Some(mut process) = self.0.take() {
            process.kill().unwrap();
            process.wait().unwrap();
        }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A key and a certificate for 127.0.0.1 that nobody vouches for, in a folder.
pub fn certificate(folder: &Path, algorithm: &str) -> (PathBuf, PathBuf) {
    let (key, certificate) = (folder.join("key.pem"), folder.join("certificate.pem"));
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", algorithm, "-nodes", "-days", "2", "-subj", "/CN=peer"])
        .args(["-addext", "subjectAltName=IP:127.0.0.1", "-keyout"])
        .arg(&key)
        .arg("-out")
        .arg(&certificate)
        .output()
        .expect("openssl makes a certificate");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    (key, certificate)
}
