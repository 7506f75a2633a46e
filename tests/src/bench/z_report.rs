//! The report of a day with 2,000 sales at the end of a ledger of years, against one SQL sum over the same sales: what a
//! report costs that keeps no sums. One sample is one report.

use super::{Measured, ages, rounds};
use ledger::Reader;
use rusqlite::{Connection, OpenFlags};
use std::hint::black_box;
use std::time::{Duration, Instant};

pub fn measure() -> Measured {
    let size = ages::Size::of_benches();
    let path = ages::kept(size);
    let reader = Reader::open(&path).unwrap();
    let bare = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let from = bare
        .query_row(
            "SELECT min(seq) FROM hold WHERE seq > (SELECT max(seq) FROM z)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let pairs: Vec<(Duration, Duration)> = (0..rounds(200))
        .map(|_| (report(&reader, size.ends_at_ms), sum(&bare, from)))
        .collect();
    Measured::of_times(&pairs, 1)
}

fn report(reader: &Reader, now_ms: i64) -> Duration {
    let began = Instant::now();
    let x = reader.x_report(now_ms).unwrap().unwrap();
    let took = began.elapsed();
    assert!(x.placed.count > 1_000 && x.is_balanced());
    took
}

fn sum(conn: &Connection, from: i64) -> Duration {
    let began = Instant::now();
    let mut statement = conn
        .prepare_cached(
            "SELECT shelf, count(*), sum(held_paise), sum(captured_paise), sum(released_paise) FROM hold \
             WHERE seq >= ?1 GROUP BY shelf",
        )
        .unwrap();
    let mut rows = statement.query([from]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        black_box(row.get::<_, i64>(1).unwrap());
    }
    began.elapsed()
}
