//! The chain of a large ledger, recomputed, against what nobody can do without: SQLite reading the same rows and SHA-256
//! over the same bytes. One sample is one event.

use super::{Measured, in_memory, rounds, said, years};
use ledger::Ledger;
use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

const EVENTS: usize = 500_000;

pub fn measure() -> Measured {
    let folder = in_memory();
    let path = folder.path().join("ledger.sqlite");
    years::write(&path, said("HOLDFAST_BENCH_EVENTS").unwrap_or(EVENTS), 5);
    let ledger = Ledger::open(&path, "training").unwrap();
    let events = u32::try_from(ledger.event_count().unwrap()).unwrap();
    let pairs: Vec<(Duration, Duration)> = (0..rounds(9))
        .map(|round| {
            if round.is_multiple_of(2) {
                let ours = walk(&ledger);
                (ours, scan(&path))
            } else {
                let floor = scan(&path);
                (walk(&ledger), floor)
            }
        })
        .collect();
    Measured::of_times(&pairs, events)
}

fn walk(ledger: &Ledger) -> Duration {
    let began = Instant::now();
    let head = ledger.verify_chain().unwrap().unwrap();
    let took = began.elapsed();
    assert!(head.seq > 0);
    took
}

fn scan(path: &Path) -> Duration {
    let began = Instant::now();
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut statement = conn
        .prepare("SELECT seq, body, hash FROM event ORDER BY seq")
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut before = [0_u8; 32];
    while let Some(row) = rows.next().unwrap() {
        let body = row.get_ref(1).unwrap().as_blob().unwrap();
        let hash: [u8; 32] = Sha256::new()
            .chain_update(b"holdfast-event-v1")
            .chain_update(before)
            .chain_update(u64::try_from(body.len()).unwrap().to_be_bytes())
            .chain_update(body)
            .finalize()
            .into();
        black_box(row.get_ref(2).unwrap().as_blob().unwrap() == hash);
        before = hash;
    }
    black_box(before);
    began.elapsed()
}
