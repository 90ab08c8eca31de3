//! What the server wrote into its log, as it would be printed.

use std::sync::{LazyLock, Mutex};

struct Kept;

static LINES: Mutex<String> = Mutex::new(String::new());
static STARTED: LazyLock<()> = LazyLock::new(|| {
    log::set_logger(&Kept).expect("this is the only logger");
    log::set_max_level(log::LevelFilter::Debug);
});

impl log::Log for Kept {
    fn enabled(&self, _: &log::Metadata) -> bool {
        true
    }

    fn log(&self, record: &log::Record) {
        let mut lines = LINES.lock().unwrap();
        lines.push_str(&maslahat::log::line(record));
        lines.push('\n');
    }

    fn flush(&self) {}
}

pub fn keep() {
    LazyLock::force(&STARTED);
}

/// The log so far, of all tests of this process.
pub fn kept() -> String {
    LINES.lock().unwrap().clone()
}
