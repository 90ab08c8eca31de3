//! The log: a JSON object a line, without personal data.

use std::io::Write;

use chrono::{SecondsFormat, Utc};
use log::kv::{Error, Key, Value, VisitSource};
use serde_json::{Map, json};

/// Starts the log on standard error; `RUST_LOG` chooses what it holds.
pub fn start() {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("info"))
        .format(|out, record| writeln!(out, "{}", line(record)))
        .init();
}

/// A record as the log holds it.
pub fn line(record: &log::Record) -> String {
    let mut line = Map::new();
    line.insert("at".into(), json!(Utc::now().to_rfc3339_opts(SecondsFormat::Millis, true)));
    line.insert("level".into(), json!(record.level().as_str()));
    line.insert("from".into(), json!(record.target()));
    line.insert("message".into(), json!(record.args().to_string()));
    if record.key_values().visit(&mut Pairs(&mut line)).is_err() {
        line.insert("incomplete".into(), json!(true));
    }
    serde_json::Value::Object(line).to_string()
}

struct Pairs<'a>(&'a mut Map<String, serde_json::Value>);

impl<'kvs> VisitSource<'kvs> for Pairs<'_> {
    fn visit_pair(&mut self, key: Key<'kvs>, value: Value<'kvs>) -> Result<(), Error> {
        let value = match (value.to_i64(), value.to_f64()) {
            (Some(number), _) => json!(number),
            (None, Some(number)) => json!(number),
            (None, None) => json!(value.to_string()),
        };
        self.0.insert(key.to_string(), value);
        Ok(())
    }
}
