//! The log: ten megabytes in ten files, readable by its owner only. Codes, ids and lengths of time; never what was typed
//! and never what PhonePe said. A disk that takes none of it stops nothing.

mod rotated;

pub use rotated::{Limits, RotatedFile, files_in, lost_lines};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Our crates, whose every field is known. Any other crate may log a request's bytes at a fine level, so it gets none.
const OURS: [&str; 10] = [
    "contract",
    "domain",
    "holdfast",
    "holdfast_shell",
    "ledger",
    "phonepe",
    "secrets",
    "simulator",
    "till",
    "webhook",
];

/// Begins to log to `dir`. Without a file the till works all the same, and says so once.
pub fn start(dir: &Path, level: LevelFilter) {
    let file = match RotatedFile::open(dir, Limits::OF_A_TILL) {
        Ok(file) => file,
        Err(why) => {
            say(&format!("Holdfast keeps no log: {why}"));
            return;
        }
    };
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(Mutex::new(file))
        .with_filter(filter(level));
    let _ = tracing_subscriber::registry().with(lines).try_init();
    std::panic::set_hook(Box::new(note_panic));
}

/// `HOLDFAST_LOG`: `off`, `error`, `warn`, `info`, `debug` or `trace`; anything else is `info`.
#[must_use]
pub fn level_of(text: Option<&str>) -> LevelFilter {
    text.and_then(|text| text.parse().ok())
        .unwrap_or(LevelFilter::INFO)
}

fn filter(level: LevelFilter) -> Targets {
    let others = level.min(LevelFilter::WARN);
    Targets::new()
        .with_default(others)
        .with_targets(OURS.map(|name| (name, level)))
}

/// The place of a panic is enough to find it; its words could carry what was typed.
fn note_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let place = panic
        .location()
        .map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    tracing::error!(place, "a thread panicked");
    say(&format!("Holdfast: a thread panicked at {place}"));
}

/// A session's error stream is often a file on the very disk that is full, and `eprintln` panics when that takes nothing.
fn say(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use tracing::Level;

    #[test]
    fn a_foreign_crate_never_logs_below_a_warning() {
        let trace = filter(LevelFilter::TRACE);
        for foreign in [
            "hyper",
            "reqwest",
            "tauri",
            "wry",
            "zbus",
            "rustls",
            "tokio",
            "secret_service",
        ] {
            assert!(!trace.would_enable(foreign, &Level::INFO), "{foreign}");
            assert!(trace.would_enable(foreign, &Level::WARN), "{foreign}");
        }
        for ours in OURS {
            assert!(trace.would_enable(ours, &Level::TRACE), "{ours}");
        }
        assert!(!filter(LevelFilter::ERROR).would_enable("hyper", &Level::WARN));
    }

    #[test]
    fn an_unknown_level_is_info() {
        assert_eq!(level_of(None), LevelFilter::INFO);
        assert_eq!(level_of(Some("loud")), LevelFilter::INFO);
        assert_eq!(level_of(Some("trace")), LevelFilter::TRACE);
    }
}
