use super::*;
use crate::{Reader, verify};
use std::os::unix::fs::PermissionsExt;

#[test]
fn a_backup_taken_while_sales_go_on_is_a_verified_ledger() {
    let bench = Bench::new();
    a_day(&bench);
    let to = bench.folder.path().join("backup.db");
    let stop = std::sync::atomic::AtomicBool::new(false);
    let head = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(std::sync::atomic::Ordering::SeqCst) {
                bench.append(started());
            }
        });
        let head = bench.ledger.backup(&to);
        stop.store(true, std::sync::atomic::Ordering::SeqCst);
        head.unwrap()
    });
    assert_eq!(
        std::fs::metadata(&to).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let found = verify(&to, Some(&head)).unwrap();
    assert!(found.holds(), "{found:?}");
    assert_eq!(found.head, head);
    let restored = Ledger::open(&to, "training").unwrap();
    assert_eq!(restored.live_rows().unwrap().len(), 2);
    restored.append(started()).unwrap();
}

#[test]
fn a_backup_replaces_nothing_and_goes_nowhere_unsafe() {
    let bench = Bench::new();
    bench.append(started());
    let to = bench.folder.path().join("backup.db");
    std::fs::write(&to, "mine").unwrap();
    assert!(matches!(
        bench.ledger.backup(&to),
        Err(LedgerError::AlreadyThere(_))
    ));
    assert_eq!(std::fs::read(&to).unwrap(), b"mine");
    let open_to_all = bench.folder.path().join("open");
    std::fs::create_dir(&open_to_all).unwrap();
    std::fs::set_permissions(&open_to_all, std::fs::Permissions::from_mode(0o777)).unwrap();
    assert!(matches!(
        bench.ledger.backup(&open_to_all.join("b.db")),
        Err(LedgerError::UnsafePlace(_))
    ));
}

#[test]
fn a_reader_sees_whole_sales_while_the_writer_writes() {
    let bench = Bench::new();
    bench.append(started());
    let path = bench.path();
    std::thread::scope(|scope| {
        let reading = scope.spawn(|| {
            let reader = Reader::open(&path).unwrap();
            let mut seen = 0;
            while seen < 20 {
                let counts = reader.counts("", NOON).unwrap();
                let released = &counts[5].totals;
                assert_eq!(released.released_paise.get(), released.count as i64 * 1_000);
                let rows: Vec<HoldRow> = reader.all_rows().unwrap().map(Result::unwrap).collect();
                assert!(rows.len() as u64 >= released.count);
                seen = released.count;
            }
            reader.head().unwrap()
        });
        for n in 1..=20 {
            hold(&bench, n, NOON, 1_000);
            release(&bench, n, NOON + MINUTE);
        }
        assert_eq!(reading.join().unwrap(), bench.ledger.head().unwrap());
    });
}

#[test]
fn an_export_is_one_moment_of_the_books() {
    let bench = Bench::new();
    a_day(&bench);
    let reader = Reader::open(&bench.path()).unwrap();
    let count = bench.ledger.event_count().unwrap();
    let mut events = reader.events().unwrap();
    let rows = reader.all_rows().unwrap();
    for _ in 0..5 {
        bench.append(started());
    }
    hold(&bench, 9, NOON, 100);
    assert_eq!(events.next().unwrap().unwrap().seq, 1);
    assert_eq!(1 + events.map(Result::unwrap).count() as u64, count);
    assert_eq!(rows.map(Result::unwrap).count(), 5);
    assert_eq!(reader.all_rows().unwrap().count(), 6);
}

#[test]
fn a_long_export_goes_on_from_piece_to_piece() {
    let bench = Bench::new();
    for n in 1..=1_100_u32 {
        let last = n == 1_100;
        let record = started();
        if last {
            bench.append(record);
        } else {
            bench
                .ledger
                .append_then(record, |appended| drop(appended.unwrap()))
                .unwrap();
        }
    }
    let reader = Reader::open(&bench.path()).unwrap();
    let seqs: Vec<u64> = reader
        .events()
        .unwrap()
        .map(|stored| stored.unwrap().seq)
        .collect();
    assert_eq!(seqs, (1..=1_100).collect::<Vec<u64>>());
}

#[test]
fn what_can_be_read_of_a_damaged_ledger_is_read_and_nothing_of_it_is_changed() {
    let bench = Bench::new();
    for n in 1..=60 {
        hold(&bench, n, NOON, 1_000);
    }
    let (_folder, path) = bench.close();
    let mut bytes = std::fs::read(&path).unwrap();
    // A page of records in the middle: overwritten, as a failing disk would.
    let needle = format!(r#""fact":"intent","our_ref":"{}""#, our_ref(30)).into_bytes();
    let hit = bytes
        .windows(needle.len())
        .position(|window| window == needle)
        .unwrap();
    let page = hit / 4096 * 4096;
    bytes[page..page + 4096].fill(0xff);
    std::fs::write(&path, &bytes).unwrap();
    let salvage = Reader::open_salvage(&path).unwrap();
    let found: Vec<_> = salvage.events().collect();
    assert!(found.len() > 60, "{} of 120", found.len());
    assert!(found.len() < 120, "a page is gone");
    assert!(found.iter().all(|event| event.record.is_some()));
    assert!(found.windows(2).all(|pair| pair[0].seq < pair[1].seq));
    drop(salvage);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    let verdict = verify(&path, None);
    assert!(verdict.map_or(true, |found| !found.holds()));
}

/// All that a ledger says, or nothing if it cannot be read to its end.
fn everything(path: &std::path::Path) -> Option<(Vec<crate::StoredRecord>, Vec<HoldRow>)> {
    let reader = Reader::open(path).ok()?;
    let events = reader.events().ok()?.collect::<Result<_, _>>().ok()?;
    let rows = reader.all_rows().ok()?.collect::<Result<_, _>>().ok()?;
    Some((events, rows))
}

#[test]
fn no_flipped_bit_changes_a_sale_in_silence() {
    let bench = Bench::new();
    a_day(&bench);
    let head = bench.ledger.head().unwrap();
    let (_folder, path) = bench.close();
    let honest = everything(&path).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let copy = path.with_file_name("flipped.db");
    let (mut noticed, mut place) = (0, 12_345_usize);
    for _ in 0..300 {
        place = place
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let bit = (place >> 16) % (bytes.len() * 8);
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        std::fs::write(&copy, &flipped).unwrap();
        let holds = verify(&copy, Some(&head)).is_ok_and(|found| found.holds());
        if holds {
            // Unused space, or a name that nobody reads: whatever the bit was, no sale is another.
            assert!(everything(&copy).is_none_or(|found| found == honest), "bit {bit}");
        } else {
            noticed += 1;
        }
    }
    assert!(noticed > 15, "only {noticed} of 300 were noticed");
}
