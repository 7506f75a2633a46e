//! `holdfast-day --home DIR --phonepe URL [--anchor SEQ:HASH] PART`: one part of a scripted day, to be taken down.

use holdfast_crash::day::{self, Options};
use std::process::ExitCode;
use tracing_subscriber::filter::LevelFilter;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::WARN)
        .with_ansi(false)
        .with_writer(std::io::stderr)
        .init();
    match Options::read(std::env::args().skip(1)) {
        Some(options) => day::play(&options),
        None => {
            eprintln!(
                "holdfast-day --home DIR --phonepe URL [--anchor SEQ:HASH] opening|morning|afternoon|recovery"
            );
            ExitCode::from(2)
        }
    }
}
