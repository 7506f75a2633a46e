use super::*;
use crate::{AnchorVerdict, Head, Reader, loss, prove_backup, put_back, verify};
use domain::Fact;
use std::path::Path;

fn stated(backup: &Head, reached_seq: u64) -> Record {
    record(
        NOON + 60 * MINUTE,
        Fact::Restored {
            backup_seq: backup.seq,
            reached_seq,
            sales: Vec::new(),
        },
    )
}

/// A day, a backup, and two more sales: where the ledger is, where the backup, and how far the ledger had come.
fn after_a_backup() -> (TempDir, PathBuf, PathBuf, Head) {
    let bench = Bench::new();
    a_day(&bench);
    let backup = bench.folder.path().join("backup.db");
    bench.ledger.backup(&backup).unwrap();
    hold(&bench, 8, NOON + 20 * MINUTE, 70_000);
    release(&bench, 4, NOON + 21 * MINUTE);
    let end = bench.ledger.head().unwrap();
    let (folder, path) = bench.close();
    (folder, path, backup, end)
}

fn beside(path: &Path) -> PathBuf {
    path.with_file_name("ledger.db.aside")
}

#[test]
fn a_backup_put_back_is_a_ledger_that_says_so_and_the_old_file_stands_beside_it() {
    let (_folder, path, backup, end) = after_a_backup();
    let before = std::fs::read(&path).unwrap();
    let found = prove_backup(&backup, Some(&end)).unwrap();
    assert_eq!(found.profile, "training");
    assert_eq!(
        found.anchor,
        AnchorVerdict::CutOff {
            anchored: end.seq,
            head: end.seq - 4
        }
    );
    let head = put_back(&backup, &path, &beside(&path), &stated(&found.head, end.seq)).unwrap();
    assert_eq!(head.seq, found.head.seq + 1);
    assert_eq!(std::fs::read(beside(&path)).unwrap(), before);
    let now = verify(&path, Some(&head)).unwrap();
    assert!(now.holds(), "{now:?}");
    assert!(
        !verify(&path, Some(&end)).unwrap().holds(),
        "the old anchor still tells of it: only anchoring anew makes it good"
    );
    let ledger = Ledger::open(&path, "training").unwrap();
    assert_eq!(ledger.installation_id(), found.installation);
    let restored = ledger.unseen_restore().unwrap().unwrap();
    assert_eq!((restored.lost_records, restored.at_ms), (4, NOON + 60 * MINUTE));
    ledger.append(record(NOON, Fact::RestoreSeen)).unwrap();
    assert_eq!(ledger.unseen_restore().unwrap(), None);
    assert_eq!(ledger.projections_match().unwrap(), Ok(()));
}

#[test]
fn what_would_be_lost_is_said_sale_by_sale() {
    let (_folder, path, backup, end) = after_a_backup();
    let head = prove_backup(&backup, None).unwrap().head;
    let lost = loss(&path, &head);
    assert_eq!((lost.reached_seq, lost.goes_on), (end.seq, true));
    let sales: Vec<_> = lost
        .sales
        .iter()
        .map(|sale| (sale.our_ref.clone(), sale.amount_paise))
        .collect();
    assert_eq!(
        sales,
        [(our_ref(4), None), (our_ref(8), Some(Paise::new(70_000)))]
    );
    let nothing = loss(&path.with_file_name("none.db"), &head);
    assert_eq!((nothing.reached_seq, nothing.installation), (0, None));
    let other = Head {
        hash_hex: "0".repeat(64),
        ..head
    };
    assert!(!loss(&path, &other).goes_on, "another story");
}

#[test]
fn a_backup_that_does_not_verify_is_put_nowhere() {
    let (_folder, path, backup, end) = after_a_backup();
    let before = std::fs::read(&path).unwrap();
    let mut bytes = std::fs::read(&backup).unwrap();
    let needle = b"\"request_sha256\":\"ef56\"";
    // All of them: where pages were split, old bytes stand in space that nobody reads.
    let places: Vec<usize> = (0..bytes.len() - needle.len())
        .filter(|at| bytes[*at..].starts_with(needle))
        .collect();
    for at in places {
        bytes[at + needle.len() - 2] = b'7';
    }
    std::fs::write(&backup, bytes).unwrap();
    assert!(matches!(
        prove_backup(&backup, None),
        Err(LedgerError::Damaged(_))
    ));
    let head = Head { seq: 1, ..end };
    let refused = put_back(&backup, &path, &beside(&path), &stated(&head, 1));
    assert!(matches!(refused, Err(LedgerError::Damaged(_))), "{refused:?}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert!(!beside(&path).exists());
    assert!(!path.with_file_name("ledger.db.restoring").exists());
}

#[test]
fn a_ledger_in_use_is_neither_a_backup_nor_replaced() {
    let bench = Bench::new();
    a_day(&bench);
    let backup = bench.folder.path().join("backup.db");
    let head = bench.ledger.backup(&backup).unwrap();
    assert!(matches!(
        prove_backup(&bench.path(), None),
        Err(LedgerError::Damaged(_))
    ));
    let refused = put_back(
        &backup,
        &bench.path(),
        &beside(&bench.path()),
        &stated(&head, head.seq),
    );
    assert_eq!(refused, Err(LedgerError::Locked));
    assert_eq!(Reader::open(&bench.path()).unwrap().head().unwrap(), head);
}

#[test]
fn a_backup_that_was_rewritten_is_known_by_an_anchor_that_is_older_than_it() {
    let (_folder, _path, backup, _end) = after_a_backup();
    let other = Head {
        seq: 3,
        hash_hex: "0".repeat(64),
    };
    let found = prove_backup(&backup, Some(&other)).unwrap();
    assert_eq!(found.anchor, AnchorVerdict::Tampered { seq: 3 });
}
