//! The program's log at its most talkative, of every test in this process.

use crate::needles::files_under;
use holdfast_shell::log::{Limits, RotatedFile};
use std::fs;
use std::path::Path;
use std::sync::{Mutex, OnceLock};
use tempfile::TempDir;
use tracing_subscriber::filter::LevelFilter;

/// Many small files, so that whoever looks into them looks into full ones too.
const LIMITS: Limits = Limits {
    bytes_max: 2_000,
    files_max: 100_000,
};

/// The folder in which it is written from the first call on, by the program's own files.
pub fn trace_folder() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    FOLDER
        .get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let log = RotatedFile::open(folder.path(), LIMITS).unwrap();
            tracing_subscriber::fmt()
                .with_max_level(LevelFilter::TRACE)
                .with_ansi(false)
                .with_writer(Mutex::new(log))
                .init();
            folder
        })
        .path()
}

/// What it says so far.
pub fn traced() -> String {
    let files = files_under(trace_folder());
    files
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect()
}
