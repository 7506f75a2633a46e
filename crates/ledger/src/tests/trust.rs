//! What is not trusted is not written to.

use super::*;
use crate::{Difference, verify};
use rusqlite::Connection;

fn pair(path: &std::path::Path) -> (Vec<u8>, Vec<u8>) {
    let log = path.with_file_name("ledger.db-wal");
    (
        std::fs::read(path).unwrap(),
        std::fs::read(log).unwrap_or_default(),
    )
}

#[test]
fn a_log_that_was_found_stays_where_it_is_until_the_till_writes() {
    let bench = Bench::new();
    a_day(&bench);
    let (_folder, path) = bench.pulled_plug();
    let before = pair(&path);
    assert!(!before.1.is_empty(), "the newest records are in the log");
    let ledger = Ledger::open(&path, "training").unwrap();
    assert_eq!(ledger.live_rows().unwrap().len(), 2);
    drop(ledger);
    assert_eq!(pair(&path), before);
    let ledger = Ledger::open(&path, "training").unwrap();
    ledger.append(started()).unwrap();
    drop(ledger);
    assert!(pair(&path).1.is_empty(), "closed, it is one file again");
}

#[test]
fn derived_tables_of_another_form_are_derived_from_a_sound_chain_only() {
    let bench = Bench::new();
    a_day(&bench);
    let (_folder, path) = bench.close();
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(
        "DROP TRIGGER event_is_never_changed; UPDATE event SET body = CAST(body || ' ' AS BLOB) WHERE seq = 3; \
         UPDATE meta SET value = '0' WHERE key = 'projection'; PRAGMA wal_checkpoint(TRUNCATE);",
    )
    .unwrap();
    drop(conn);
    let before = pair(&path);
    assert!(matches!(
        Ledger::open(&path, "training"),
        Err(LedgerError::Damaged(_))
    ));
    assert_eq!(pair(&path), before);
}

#[test]
fn an_open_sale_that_its_index_has_lost_is_noticed() {
    let bench = Bench::new();
    a_day(&bench);
    let (_folder, path) = bench.close();
    let conn = Connection::open(&path).unwrap();
    // An index that SQLite believes to be whole and that has no entry: rows are right, and the till would find none.
    conn.execute_batch(
        "PRAGMA writable_schema = ON; \
         UPDATE sqlite_schema SET sql = replace(sql, 'is_open = 1', 'is_open = 7') WHERE name = 'hold_open'; \
         PRAGMA writable_schema = RESET;",
    )
    .unwrap();
    conn.execute_batch(
        "REINDEX hold_open; PRAGMA writable_schema = ON; \
         UPDATE sqlite_schema SET sql = replace(sql, 'is_open = 7', 'is_open = 1') WHERE name = 'hold_open'; \
         PRAGMA writable_schema = RESET;",
    )
    .unwrap();
    drop(conn);
    let found = verify(&path, None).unwrap();
    assert!(
        matches!(found.projections, Err(Difference::Disorder { .. })),
        "{found:?}"
    );
}

/// A wrong number on an inner page: read in order, every record is there and the chain holds; asked for by its number,
/// as a sale's timeline does, it is not found.
#[test]
fn a_record_that_can_no_longer_be_found_by_its_number_is_noticed() {
    let bench = Bench::new();
    for n in 1..=60 {
        hold(&bench, n, NOON, 1_000);
    }
    let head = bench.ledger.head().unwrap();
    let (_folder, path) = bench.close();
    let mut bytes = std::fs::read(&path).unwrap();
    let root: usize = Connection::open(&path)
        .unwrap()
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'event'",
            [],
            |row| Ok(row.get::<_, u32>(0)? as usize),
        )
        .unwrap();
    let page = (root - 1) * 4096;
    assert_eq!(bytes[page], 5, "the table has an inner page");
    let first_cell = page + usize::from(u16::from_be_bytes([bytes[page + 12], bytes[page + 13]]));
    // Four bytes of a child's number, then the last record under it, less than 128 here: one too few.
    bytes[first_cell + 4] -= 1;
    std::fs::write(&path, bytes).unwrap();
    let found = verify(&path, Some(&head)).unwrap();
    assert_eq!(found.chain, Ok(()));
    assert!(
        matches!(&found.projections, Err(Difference::Disorder { table, .. }) if table == "event"),
        "{found:?}"
    );
}

#[test]
fn many_records_are_written_in_one_commit_or_not_at_all() {
    let bench = Bench::new();
    let end = bench.ledger.head().unwrap();
    let authorized = Event::HoldAuthorized { provider_ref: None };
    let unlawful = vec![
        started(),
        asks_hold(1, NOON, 1_000),
        replies(1, NOON, Call::Cancel, Event::Cancelled),
    ];
    let refused = bench.ledger.append_all(unlawful);
    assert!(matches!(refused, Err(LedgerError::Refused(_))), "{refused:?}");
    assert_eq!(bench.ledger.head().unwrap(), end);
    assert_eq!(bench.ledger.live_rows().unwrap(), []);
    assert!(!bench.ledger.is_poisoned().unwrap());
    let lawful = vec![
        started(),
        asks_hold(1, NOON, 1_000),
        replies(1, NOON, Call::Authorize, authorized),
    ];
    let appended = bench.ledger.append_all(lawful).unwrap();
    let seqs: Vec<u64> = appended.iter().map(|appended| appended.seq).collect();
    assert_eq!(seqs, [1, 2, 3]);
    let row = appended[2].row.clone().unwrap();
    assert_eq!(row.sale.state, domain::SaleState::Held);
    assert_eq!(bench.ledger.live_rows().unwrap(), [row]);
    bench.append(asks(1, NOON, Call::Cancel, Event::CancelAsked, None));
    assert!(verify(&bench.path(), None).unwrap().holds());
}
