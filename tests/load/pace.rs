//! A load of constant rate: a request leaves when its time has come, whether the ones before were answered or not, and
//! its latency counts from that time. A closed load hides a slow answer by sending less while it waits.
//!
//! Reads the same environment as `wrk.lua`, and LOAD_ADDRESS, LOAD_RATE (requests a second) and LOAD_SECONDS; prints JSON.
//! A few lines of HTTP/1.1 do here what a client library would take the server's processor for.

use std::io::{BufRead, BufReader, Error, Read, Result, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use uuid::Uuid;

/// Requests that can be under way; one that finds no free connection waits, and its clock runs.
const CONNECTIONS: usize = 64;
const PATIENCE: Duration = Duration::from_secs(20);

struct Load {
    address: String,
    method: String,
    token: String,
    paths: Vec<String>,
    bodies: Vec<String>,
    rate: u32,
    total: u32,
    began: Instant,
    next: AtomicU32,
}

fn main() -> Result<()> {
    let load = Arc::new(Load::from_env()?);
    let senders: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let load = Arc::clone(&load);
            thread::spawn(move || load.send())
        })
        .collect();
    let mut latencies: Vec<Duration> =
        senders.into_iter().flat_map(|sender| sender.join().unwrap_or_default()).collect();
    latencies.sort_unstable();
    writeln!(std::io::stdout(), "{}", load.summary(&latencies))
}

impl Load {
    fn from_env() -> Result<Self> {
        let rate: u32 = number("LOAD_RATE")?;
        Ok(Self {
            address: variable("LOAD_ADDRESS")?,
            method: variable("LOAD_METHOD")?,
            token: variable("LOAD_TOKEN").unwrap_or_default(),
            paths: lines(&variable("LOAD_PATHS")?)?,
            bodies: variable("LOAD_BODIES").map_or(Ok(vec![]), |file| lines(&file))?,
            rate,
            total: rate.saturating_mul(number("LOAD_SECONDS")?),
            began: Instant::now(),
            next: AtomicU32::new(0),
        })
    }

    /// Takes the next request that is due until there is none; the latencies of those that were answered well.
    fn send(&self) -> Vec<Duration> {
        let mut answered = vec![];
        let mut connection = None;
        loop {
            let turn = self.next.fetch_add(1, Ordering::Relaxed);
            if turn >= self.total {
                return answered;
            }
            let due = self.began + Duration::from_secs(1) * turn / self.rate;
            thread::sleep(due.saturating_duration_since(Instant::now()));
            match self.ask(&mut connection, turn as usize) {
                Ok(true) => answered.push(due.elapsed()),
                Ok(false) => {}
                Err(_) => connection = None,
            }
        }
    }

    /// Sends a request and reads its whole answer; whether it was a good one.
    fn ask(&self, connection: &mut Option<BufReader<TcpStream>>, turn: usize) -> Result<bool> {
        let connection = match connection {
            Some(connection) => connection,
            None => connection.insert(open(&self.address)?),
        };
        connection.get_mut().write_all(self.request(turn).as_bytes())?;
        let mut line = String::new();
        connection.read_line(&mut line)?;
        let good = line.split(' ').nth(1).is_some_and(|status| status.starts_with('2'));
        let mut length = 0;
        while line.trim_end() != "" {
            line.clear();
            connection.read_line(&mut line)?;
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().map_err(Error::other)?;
            }
        }
        std::io::copy(&mut connection.take(length), &mut std::io::sink())?;
        Ok(good)
    }

    fn request(&self, turn: usize) -> String {
        let Self { method, address, token, .. } = self;
        let path = self.paths.get(turn % self.paths.len().max(1)).map_or("/", String::as_str);
        let body = self.bodies.get(turn % self.bodies.len().max(1)).map_or("", String::as_str);
        let mut request = format!("{method} {path} HTTP/1.1\r\nhost: {address}\r\n");
        if !token.is_empty() {
            request += &format!("authorization: Bearer {token}\r\n");
        }
        if !body.is_empty() {
            let (key, length) = (Uuid::new_v4(), body.len());
            request +=
                &format!("content-type: application/json\r\ncontent-length: {length}\r\nidempotency-key: {key}\r\n");
        }
        request + "\r\n" + body
    }

    fn summary(&self, sorted: &[Duration]) -> serde_json::Value {
        let milliseconds = |percent: usize| {
            let last = sorted.len().saturating_sub(1);
            sorted.get((sorted.len() * percent / 100).min(last)).map(|latency| latency.as_secs_f64() * 1000.0)
        };
        let failed = self.total as usize - sorted.len();
        serde_json::json!({ "failed": failed, "p50": milliseconds(50), "p99": milliseconds(99) })
    }
}

fn open(address: &str) -> Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(BufReader::new(stream))
}

fn variable(name: &str) -> Result<String> {
    std::env::var(name).map_err(|_| Error::other(format!("{name} is not set")))
}

fn number(name: &str) -> Result<u32> {
    variable(name)?.parse().map_err(|_| Error::other(format!("{name} is not a number")))
}

fn lines(file: &str) -> Result<Vec<String>> {
    Ok(std::fs::read_to_string(file)?.lines().map(str::to_owned).collect())
}
