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

/// Checks a ledger of four records as one that is too long to be waited for, after `harm` was done to it.
fn long_checked(anchored: fn(&Head) -> Anchor, harm: &str) -> (Vec<Result<(), BooksTrouble>>, Verdict) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("books/ledger.sqlite");
    let ledger = Ledger::open(&path, "training").unwrap();
    let mut heads = Vec::new();
    for _ in 0..4 {
        ledger.append(started()).unwrap();
        heads.push(ledger.head().unwrap());
    }
    drop(ledger);
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch(&format!("DROP TRIGGER event_is_never_changed; {harm}"))
        .unwrap();
    let (anchors, waiting) = mpsc::channel();
    anchors.send(anchored(&heads[2])).unwrap();
    drop(anchors);
    let (settle, verdict) = watch::channel(Verdict::Open);
    let reports = RefCell::new(Vec::new());
    check_beyond(3, &path, &waiting, &settle, |result| {
        reports.borrow_mut().push(result)
    });
    let settled = *verdict.borrow();
    (reports.into_inner(), settled)
}

fn kept(head: &Head) -> Anchor {
    Anchor::Read(Some(head.clone()))
}

const EDIT: &str =
    "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'Asha', 'Ravi') AS BLOB) WHERE seq =";

#[test]
fn a_long_ledger_is_reported_when_what_is_new_holds_and_again_when_the_whole_does() {
    assert_eq!(long_checked(kept, ""), (vec![Ok(()), Ok(())], Verdict::Holds));
}

#[test]
fn what_was_altered_since_the_anchor_is_noticed_before_anything_is_sold() {
    let (reports, verdict) = long_checked(kept, &format!("{EDIT} 4"));
    assert!(
        matches!(reports.as_slice(), [Err(BooksTrouble::Tampered(_))]),
        "{reports:?}"
    );
    assert_eq!(verdict, Verdict::Broken);
}

#[test]
fn what_was_altered_long_ago_in_a_long_ledger_closes_the_books_when_the_whole_is_checked() {
    let (reports, verdict) = long_checked(kept, &format!("{EDIT} 1"));
    assert!(
        matches!(reports.as_slice(), [Ok(()), Err(BooksTrouble::Tampered(_))]),
        "{reports:?}"
    );
    assert_eq!(verdict, Verdict::Broken);
}

#[test]
fn a_long_ledger_without_an_anchor_is_believed_only_as_a_whole() {
    for anchored in [|_: &Head| Anchor::Read(None), |_: &Head| Anchor::Unreadable] {
        let (reports, _) = long_checked(anchored, &format!("{EDIT} 1"));
        assert!(
            matches!(reports.as_slice(), [Err(BooksTrouble::Tampered(_))]),
            "{reports:?}"
        );
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
