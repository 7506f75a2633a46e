//! Whole seeds of the simulation, against the bare commits of as many records: SQLite on the same pages, without engine,
//! domain, chain, provider and checkers.

use super::{Measured, rounds};
use rusqlite::{Connection, params};
use std::time::{Duration, Instant};

/// Seeds of one sample; each sample has its own.
const PER_SAMPLE: u64 = 100;
/// A record of a sale is about as long, and its row.
const RECORD_BYTES: usize = 420;
const ROW_BYTES: usize = 700;

pub fn measure() -> Measured {
    let rounds = rounds(20);
    let mut pairs = Vec::new();
    for round in 0..rounds {
        let first = u64::try_from(round).unwrap() * PER_SAMPLE;
        let began = Instant::now();
        let mut appends = 0;
        for seed in first..first + PER_SAMPLE {
            appends += holdfast_sim::run(seed)
                .unwrap_or_else(|broken| panic!("{broken}"))
                .appends;
        }
        let ours = began.elapsed();
        pairs.push((per_second(ours), per_second(bare_commits(appends))));
    }
    Measured::of_rates(&pairs, "seeds/s")
}

fn per_second(time: Duration) -> f64 {
    PER_SAMPLE as f64 / time.as_secs_f64()
}

/// The same number of transactions that each insert an event and write a row.
fn bare_commits(count: u64) -> Duration {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(
        "CREATE TABLE event(seq INTEGER PRIMARY KEY, body BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
         CREATE TABLE hold(seq INTEGER PRIMARY KEY, sale TEXT NOT NULL) STRICT;",
    )
    .unwrap();
    let (body, hash, sale) = (vec![7_u8; RECORD_BYTES], [7_u8; 32], "s".repeat(ROW_BYTES));
    let began = Instant::now();
    for nth in 0..count {
        conn.prepare_cached("BEGIN IMMEDIATE")
            .unwrap()
            .execute([])
            .unwrap();
        conn.prepare_cached("INSERT INTO event(body, hash) VALUES (?1, ?2)")
            .unwrap()
            .execute(params![body, hash])
            .unwrap();
        conn.prepare_cached("INSERT OR REPLACE INTO hold(seq, sale) VALUES (?1, ?2)")
            .unwrap()
            .execute(params![i64::try_from(nth % 40).unwrap(), sale])
            .unwrap();
        conn.prepare_cached("COMMIT").unwrap().execute([]).unwrap();
    }
    began.elapsed()
}
