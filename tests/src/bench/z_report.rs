//! The report of a shift with 2,000 sales in a ledger of years, against one SQL sum over the same sales: what a report
//! costs that keeps no sums. One sample is one report.

use super::{Measured, in_memory, rounds, said, years};
use domain::{Actor, Fact, Moment, Paise, Record, ShiftFact};
use ledger::{Ledger, Reader};
use rusqlite::{Connection, OpenFlags};
use std::hint::black_box;
use std::time::{Duration, Instant};

const EVENTS: usize = 10_000;

pub fn measure() -> Measured {
    let folder = in_memory();
    let path = folder.path().join("ledger.sqlite");
    years::write(&path, said("HOLDFAST_BENCH_EVENTS").unwrap_or(EVENTS));
    let ledger = Ledger::open(&path, "training").unwrap();
    ledger.append(opened()).unwrap();
    let reader = Reader::open(&path).unwrap();
    let bare = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let pairs: Vec<(Duration, Duration)> = (0..rounds(200)).map(|_| (report(&reader), sum(&bare))).collect();
    Measured::of_times(&pairs, 1)
}

fn report(reader: &Reader) -> Duration {
    let began = Instant::now();
    let x = reader.x_report(1).unwrap().unwrap();
    let took = began.elapsed();
    assert!(x.placed.count > 1_000 && x.is_balanced());
    took
}

fn sum(conn: &Connection) -> Duration {
    let began = Instant::now();
    let mut statement = conn
        .prepare_cached(
            "SELECT shelf, count(*), sum(held_paise), sum(captured_paise), sum(released_paise) FROM hold \
             WHERE shift = 1 GROUP BY shelf",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        black_box(row.get::<_, i64>(1).unwrap());
    }
    began.elapsed()
}

fn opened() -> Record {
    Record {
        at: Moment {
            wall_ms: 1,
            mono_ms: 0,
            boot: "an earlier boot".to_owned(),
        },
        by: Actor {
            cashier: "Cashier".to_owned(),
            counter: "1".to_owned(),
            shift: 1,
        },
        fact: Fact::Shift(ShiftFact::Opened {
            number: 1,
            float_paise: Paise::ZERO,
        }),
    }
}
