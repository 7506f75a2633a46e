use super::*;
use domain::{Actor, Fact, Moment, Record};
use std::cell::RefCell;
use std::sync::mpsc;

fn started() -> Record {
    Record {
        at: Moment {
            wall_ms: 1_000,
            mono_ms: 1,
            boot: "b".to_owned(),
        },
        by: Actor {
            cashier: "Asha".to_owned(),
            counter: "1".to_owned(),
            shift: 1,
        },
        fact: Fact::TillStarted {
            version: "0".to_owned(),
            profile: "training".to_owned(),
        },
    }
}

/// Checks a ledger of three records while the keyring says what it says, and returns what was reported and settled.
fn checked(said: impl Fn(&Head) -> Vec<Anchor>) -> (Vec<Result<(), BooksTrouble>>, Verdict) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("books/ledger.sqlite");
    let ledger = Ledger::open(&path, "training").unwrap();
    for _ in 0..3 {
        ledger.append(started()).unwrap();
    }
    let head = ledger.head().unwrap();
    let (anchors, waiting) = mpsc::channel();
    for anchor in said(&head) {
        anchors.send(anchor).unwrap();
    }
    drop(anchors);
    let (settle, verdict) = watch::channel(Verdict::Open);
    let reports = RefCell::new(Vec::new());
    check(&path, &waiting, &settle, |result| {
        reports.borrow_mut().push(result)
    });
    let settled = *verdict.borrow();
    (reports.into_inner(), settled)
}

fn other_than(head: &Head) -> Head {
    Head {
        seq: head.seq,
        hash_hex: "0".repeat(64),
    }
}

#[test]
fn a_ledger_that_holds_its_anchor_is_reported_once_and_may_be_anchored_anew() {
    let (reports, verdict) = checked(|head| vec![Anchor::Read(Some(head.clone()))]);
    assert_eq!((reports, verdict), (vec![Ok(())], Verdict::Holds));
}

#[test]
fn a_first_start_has_no_anchor_and_holds() {
    let (reports, verdict) = checked(|_| vec![Anchor::Read(None)]);
    assert_eq!((reports, verdict), (vec![Ok(())], Verdict::Holds));
}

#[test]
fn a_rewritten_and_a_shortened_ledger_are_both_tampered() {
    for anchored in [other_than, |head: &Head| Head {
        seq: head.seq + 5,
        hash_hex: head.hash_hex.clone(),
    }] {
        let (reports, verdict) = checked(|head| vec![Anchor::Read(Some(anchored(head)))]);
        assert!(
            matches!(reports.as_slice(), [Err(BooksTrouble::Tampered(_))]),
            "{reports:?}"
        );
        assert_eq!(verdict, Verdict::Broken);
    }
}

#[test]
fn an_anchor_that_could_not_be_read_at_first_is_compared_when_it_can() {
    let (reports, verdict) = checked(|head| {
        vec![
            Anchor::Unreadable,
            Anchor::Unreadable,
            Anchor::Read(Some(other_than(head))),
        ]
    });
    assert!(
        matches!(reports.as_slice(), [Ok(()), Err(BooksTrouble::Tampered(_))]),
        "{reports:?}"
    );
    assert_eq!(verdict, Verdict::Broken);
}

#[test]
fn while_the_keyring_cannot_be_read_no_new_anchor_is_allowed() {
    let (reports, verdict) = checked(|_| vec![Anchor::Unreadable]);
    assert_eq!((reports, verdict), (vec![Ok(())], Verdict::Open));
}

#[test]
fn a_ledger_of_a_newer_program_and_one_that_is_none_are_named() {
    let newer = LedgerError::Newer { found: 9, ours: 1 };
    assert!(matches!(trouble_of(&newer), BooksTrouble::Newer(_)));
    assert!(matches!(
        trouble_of(&LedgerError::DiskFull),
        BooksTrouble::CannotWrite(_)
    ));
    assert!(matches!(
        trouble_of(&LedgerError::Locked),
        BooksTrouble::CannotOpen(_)
    ));
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("books");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(
        folder.join("ledger.sqlite"),
        "this is no ledger, it is a letter".repeat(100),
    )
    .unwrap();
    let opened = open(&folder.join("ledger.sqlite"), "training");
    assert!(matches!(opened, Err(BooksTrouble::Damaged(_))));
}
