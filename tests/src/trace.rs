//! The program's log at its most talkative, of every test in this process.

use std::fs::{self, File};
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;
use tracing_subscriber::filter::LevelFilter;

/// The folder in which it is written from the first call on.
pub fn trace_folder() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    FOLDER
        .get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let log = File::create(folder.path().join("trace.log")).unwrap();
            tracing_subscriber::fmt()
                .with_max_level(LevelFilter::TRACE)
                .with_ansi(false)
                .with_writer(log)
                .init();
            folder
        })
        .path()
}

/// What it says so far.
pub fn traced() -> String {
    fs::read_to_string(trace_folder().join("trace.log")).unwrap()
}
