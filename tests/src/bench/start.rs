//! The till with a long ledger against an empty window of the same toolkit: how soon it can be used, and how much memory
//! it takes when nobody touches it. And the till with a ledger of years against the till with an empty one.

use super::stage::{Stage, make_home};
use super::{Measured, ages, rounds};
use ledger::{Head, Ledger};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

pub fn measure_start() -> Measured {
    let stage = Stage::set();
    // Both once for the page cache: a till is started in the morning, but not from a cold disk each time.
    stage.start(&stage.till());
    stage.start(&stage.empty());
    let pairs: Vec<(Duration, Duration)> = (0..rounds(11))
        .map(|round| in_turns(round, |who| stage.start(&program(&stage, who))))
        .collect();
    Measured::of_times(&pairs, 1)
}

/// Until the first view; and what stands before the first question and the first new hold.
pub fn measure_start_of_ages() -> Measured {
    let kept = ages::kept(ages::Size::of_benches());
    // A start writes into its ledger, so it gets one of its own, on the same disk.
    let beside = kept.parent().unwrap().parent().unwrap();
    let (long, young) = (TempDir::new_in(beside).unwrap(), TempDir::new_in(beside).unwrap());
    let ledgers = [&long, &young].map(|home| make_home(home.path()).join("ledger.sqlite"));
    fs::copy(&kept, &ledgers[0]).unwrap();
    drop(Ledger::open(&ledgers[1], "training").unwrap());
    tell_opening(&ledgers[0]);
    let mut stage = Stage::set();
    let mut start = |home: &TempDir| {
        stage.used = Some(home.path().to_owned());
        stage.start(&stage.till())
    };
    start(&long);
    start(&young);
    let pairs: Vec<(Duration, Duration)> = (0..rounds(11))
        .map(|round| {
            if round.is_multiple_of(2) {
                let ours = start(&long);
                (ours, start(&young))
            } else {
                let floor = start(&young);
                (start(&long), floor)
            }
        })
        .collect();
    Measured::of_times(&pairs, 1)
}

fn tell_opening(path: &Path) {
    let began = Instant::now();
    let ledger = Ledger::open(path, "training").unwrap();
    let open = ledger.live_rows().unwrap().len();
    let opened = began.elapsed();
    let head: Head = ledger.head().unwrap();
    drop(ledger);
    let began = Instant::now();
    let found = ledger::verify_recent(path, &head).unwrap();
    assert!(found.holds(), "{found:?}");
    eprintln!(
        "{} events: opened with {open} live sales in {opened:?}, what a start believes checked in {:?}",
        found.events,
        began.elapsed()
    );
}

pub fn measure_memory() -> Measured {
    let stage = Stage::set();
    let pairs: Vec<(u64, u64)> = (0..rounds(3))
        .map(|round| in_turns(round, |who| stage.memory(&program(&stage, who))))
        .collect();
    Measured::of_kib(&pairs)
}

#[derive(Clone, Copy)]
enum Who {
    Till,
    Empty,
}

/// Ours and floor, each first in every other round.
fn in_turns<T>(round: usize, run: impl Fn(Who) -> T) -> (T, T) {
    if round.is_multiple_of(2) {
        let ours = run(Who::Till);
        (ours, run(Who::Empty))
    } else {
        let floor = run(Who::Empty);
        (run(Who::Till), floor)
    }
}

fn program(stage: &Stage, who: Who) -> PathBuf {
    match who {
        Who::Till => stage.till(),
        Who::Empty => stage.empty(),
    }
}
