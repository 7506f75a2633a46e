//! `holdfast-sim --seed N | --seeds A..B | --planted`: what `cargo xtask sim` runs.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]

use holdfast_sim::{Counts, Planted, caught, run, told};
use std::ops::Range;
use std::process::ExitCode;
use std::time::Instant;

const HELP: &str = "\
holdfast-sim --seed N       one seed, with everything that happens in it
holdfast-sim --seeds A..B   from A to below B; a line for each that breaks a promise, and a sum
holdfast-sim --planted      the first seed at which each planted fault is caught
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let holds = match words.as_slice() {
        ["--seed", seed] => seed.parse().ok().map(one),
        ["--seeds", seeds] => range(seeds).map(many),
        ["--planted"] => Some(planted()),
        _ => None,
    };
    match holds {
        Some(true) => ExitCode::SUCCESS,
        Some(false) => ExitCode::FAILURE,
        None => {
            eprint!("{HELP}");
            ExitCode::from(2)
        }
    }
}

fn one(seed: u64) -> bool {
    match told(seed, None) {
        Ok(counts) => {
            println!("seed {seed} holds: {counts}");
            true
        }
        Err(broken) => {
            println!("{broken}");
            false
        }
    }
}

fn many(seeds: Range<u64>) -> bool {
    let began = Instant::now();
    let mut all = Counts::default();
    let mut violations = 0_u64;
    for seed in seeds.clone() {
        match run(seed) {
            Ok(counts) => all.add(&counts),
            Err(broken) => {
                violations += 1;
                println!("{broken}");
            }
        }
    }
    let wall = began.elapsed();
    let millis = u64::try_from(wall.as_millis()).unwrap_or(u64::MAX).max(1);
    let count = seeds.end - seeds.start;
    println!(
        "seeds {}..{}: {violations} violations in {count} seeds; {all}; wall {}.{:03} s, {} seeds/s",
        seeds.start,
        seeds.end,
        millis / 1_000,
        millis % 1_000,
        count.saturating_mul(1_000) / millis
    );
    violations == 0
}

fn planted() -> bool {
    let mut all_caught = true;
    for fault in Planted::ALL {
        match caught(fault, 0..2_000) {
            Some((seed, property)) => println!("{fault:?}: caught at seed {seed} by {property:?}"),
            None => {
                all_caught = false;
                println!("{fault:?}: NOT caught");
            }
        }
    }
    all_caught
}

fn range(text: &str) -> Option<Range<u64>> {
    let (start, end) = text.split_once("..")?;
    let range = start.parse().ok()?..end.parse().ok()?;
    (!range.is_empty()).then_some(range)
}
