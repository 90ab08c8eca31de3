//! A server of the S3 protocol for one test. It knows its one key by name; signatures of this version it does not check.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::peer::{Peer, certificate};

pub const KEY_ID: &str = "S3RVER";
pub const SECRET: &str = "S3RVER";
pub const BUCKET: &str = "maslahat-files";

pub struct Store {
    folder: TempDir,
    port: u16,
    certificate: Option<(PathBuf, PathBuf)>,
    process: Peer,
}

impl Store {
    pub fn start(port: u16) -> Self {
        Self::start_with(port, None)
    }

    /// With TLS, by a certificate that nobody knows.
    pub fn start_with_tls(port: u16) -> Self {
        let folder = tempfile::tempdir().unwrap().keep();
        Self::start_with(port, Some(certificate(&folder, "ed25519")))
    }

    fn start_with(port: u16, certificate: Option<(PathBuf, PathBuf)>) -> Self {
        let mut store = Self { folder: tempfile::tempdir().unwrap(), port, certificate, process: Peer::default() };
        store.run();
        store
    }

    /// Starts it, or starts it again with what it held.
    pub fn run(&mut self) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/s3/node_modules/s3rver/bin/s3rver.js");
        assert!(script.exists(), "scripts/install-s3 installs the store");
        self.process.run(&script, self.port, |command| {
            command.args(["--silent", "--address", "127.0.0.1", "--port"]).arg(self.port.to_string());
            command.arg("--directory").arg(self.folder.path()).args(["--configure-bucket", BUCKET]);
            if let Some((key, certificate)) = &self.certificate {
                command.arg("--key").arg(key).arg("--cert").arg(certificate);
            }
        });
    }

    /// It goes away with what it holds kept.
    pub fn stop(&mut self) {
        self.process.stop();
    }

    pub fn endpoint(&self) -> String {
        let scheme = if self.certificate.is_some() { "https" } else { "http" };
        format!("{scheme}://127.0.0.1:{}", self.port)
    }

    pub fn certificate(&self) -> &Path {
        &self.certificate.as_ref().unwrap().1
    }

    /// The objects of the bucket: their names and what they hold.
    pub fn objects(&self) -> Vec<(String, Vec<u8>)> {
        let mut found = vec![];
        gather(&self.folder.path().join(BUCKET), &mut found);
        found
    }
}

fn gather(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.to_string_lossy().into_owned();
        if path.is_dir() {
            gather(&path, found);
        } else if let Some(object) = name.strip_suffix("._S3rver_object") {
            found.push((object.to_owned(), std::fs::read(&path).unwrap()));
        }
    }
}
