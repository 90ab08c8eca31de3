//! The real program, as a process of its own.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{Client, Reply};

pub const BINARY: &str = env!("CARGO_BIN_EXE_maslahat");

pub struct Program {
    process: Child,
    pub client: Client,
}

/// The program's settings for a database and a folder, with no limits that a test could run into.
pub fn settings(command: &mut Command, database: &str, folder: &Path, port: u16) {
    command
        .env("MASLAHAT_DATABASE_URL", database)
        .env("MASLAHAT_DATA", folder)
        .env("MASLAHAT_LISTEN", format!("127.0.0.1:{port}"))
        .env("MASLAHAT_DEMO", "true")
        .env("MASLAHAT_SUBMISSIONS_PER_MINUTE", "1000000")
        .env("MASLAHAT_RECEIPTS_PER_SECOND", "100000")
        .env("MASLAHAT_WRONG_CODES_PER_MINUTE", "100000")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
}

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl Program {
    /// Starts a command that is, or becomes, the program, and waits until it is ready.
    pub async fn start(mut command: Command, port: u16) -> Self {
        let process = command.spawn().expect("the program starts");
        let http = reqwest::Client::builder().timeout(Duration::from_secs(20)).build().unwrap();
        let program = Self { process, client: Client::new(http, format!("http://127.0.0.1:{port}"), None) };
        assert!(program.becomes_ready(Duration::from_secs(60)).await, "the program is ready within a minute");
        program
    }

    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// Ends it as a power cut would: nothing is asked, nothing is finished.
    pub fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Tells it to stop, and waits until it has.
    pub fn stop(mut self) -> ExitStatus {
        assert!(Command::new("kill").arg(self.pid().to_string()).status().unwrap().success());
        self.process.wait().unwrap()
    }

    pub async fn becomes_ready(&self, within: Duration) -> bool {
        let began = Instant::now();
        while began.elapsed() < within {
            if self.ready().await == Some(200) {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        false
    }

    /// The status of the readiness check; none while nobody listens.
    pub async fn ready(&self) -> Option<u16> {
        Some(self.client.get("//health/ready").try_send().await?.status)
    }

    /// A place where a grievance can lie.
    pub async fn village(&self) -> String {
        let intake = self.client.get("/intake").await.expect(200);
        let places = intake["places"].as_array().unwrap();
        let village = places.iter().find(|place| place["level"] == "village").unwrap();
        village["id"].as_str().unwrap().to_owned()
    }

    /// Raises a grievance; none if no answer came.
    pub async fn submit(&self, village: &str) -> Option<Reply> {
        let words: Value = json!({
            "language": "ru", "confidentiality": "anonymous", "place_id": village,
            "narrative": "Пыль с дороги стоит весь день, дети кашляют."
        });
        self.client.post("/intake/grievances", words).once().try_send().await
    }

    /// Whether a receipt's code opens its case.
    pub async fn opens(&self, code: &str) -> bool {
        self.client.post("/receipts/open", json!({ "code": code })).await.status == 200
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Already gone, if the test killed it.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
