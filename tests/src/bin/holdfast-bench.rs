//! `holdfast-bench [NAME…]`: the named benches, or all of them. Each ends with one JSON line.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]

use holdfast_tests::bench::BENCHES;
use std::process::ExitCode;

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = wanted
        .iter()
        .find(|name| !BENCHES.iter().any(|(known, _)| known == name))
    {
        let names: Vec<&str> = BENCHES.iter().map(|(name, _)| *name).collect();
        eprintln!("There is no bench `{unknown}`; there are {}.", names.join(", "));
        return ExitCode::from(2);
    }
    for (name, measure) in BENCHES {
        if wanted.is_empty() || wanted.iter().any(|of| of == name) {
            println!("{}", measure().line(name));
        }
    }
    ExitCode::SUCCESS
}
