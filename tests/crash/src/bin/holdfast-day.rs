//! `holdfast-day --home DIR --phonepe URL [--anchor SEQ:HASH] PART`: one part of a scripted day, to be taken down.

use holdfast_crash::day::{self, Options};
use std::process::ExitCode;

fn main() -> ExitCode {
    match Options::read(std::env::args().skip(1)) {
        Some(options) => day::play(&options),
        None => {
            eprintln!(
                "holdfast-day --home DIR --phonepe URL [--anchor SEQ:HASH] making|opening|morning|afternoon|recovery"
            );
            ExitCode::from(2)
        }
    }
}
