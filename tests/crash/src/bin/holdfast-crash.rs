//! `holdfast-crash kills|errors|powercut …`: the sweeps, each with one line at its end. See `cargo xtask help`.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]

use holdfast_crash::command::{self, Order};
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some(order) = Order::read(&words) else {
        eprintln!("{}", command::USAGE);
        return ExitCode::from(2);
    };
    match command::obey(&order) {
        Ok(lines) => {
            lines.iter().for_each(|line| println!("{line}"));
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
