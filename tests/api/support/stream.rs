//! A stream of events, as a browser reads it.

use std::time::Duration;

use serde_json::Value;
use tokio::time::timeout;

use super::{Client, Request};

/// Far longer than an event may take, and than two heartbeats.
const PATIENCE: Duration = Duration::from_secs(40);

pub struct Stream {
    response: reqwest::Response,
    unread: String,
}

impl Client {
    /// Opens a stream of events; it must be one.
    pub async fn stream(&self, path: &str) -> Stream {
        let response = self.get(path).open().await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Stream { response, unread: String::new() }
    }
}

impl Request {
    /// Sends it and reads nothing but how the answer begins.
    pub async fn open(self) -> reqwest::Response {
        self.into_inner().send().await.expect("the server answers")
    }
}

impl Stream {
    /// The data of the next event; `None` at the end of the stream.
    pub async fn next(&mut self) -> Option<Value> {
        timeout(PATIENCE, self.read()).await.expect("an event, or the end of the stream")
    }

    /// Whether nothing comes for so long.
    pub async fn is_quiet_for(&mut self, time: Duration) -> bool {
        timeout(time, self.read()).await.is_err()
    }

    async fn read(&mut self) -> Option<Value> {
        loop {
            while let Some((event, rest)) = self.unread.split_once("\n\n") {
                let data = event.strip_prefix("event: changed\ndata: ").map(|data| serde_json::from_str(data).unwrap());
                assert!(data.is_some() || event.starts_with(": "), "neither an event nor a heartbeat: {event}");
                self.unread = rest.to_owned();
                if data.is_some() {
                    return data;
                }
            }
            let more = self.response.chunk().await.ok()??;
            self.unread.push_str(std::str::from_utf8(&more).unwrap());
        }
    }
}
