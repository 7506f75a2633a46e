//! What a start believes of a long ledger before the whole of it was checked.

use super::*;
use crate::{AnchorVerdict, ChainFault, Difference, Head, Verification, verify, verify_recent};
use rusqlite::Connection;

/// A day, anchored, and what came after: one sale captured, one more held.
fn anchored_day() -> (TempDir, PathBuf, Head) {
    let bench = Bench::new();
    a_day(&bench);
    let anchor = bench.ledger.head().unwrap();
    capture(&bench, 4, NOON + 11 * MINUTE, 10_000);
    hold(&bench, 8, NOON + 12 * MINUTE, 9_900);
    let (folder, path) = bench.close();
    (folder, path, anchor)
}

fn after(harm: &str) -> Verification {
    let (_folder, path, anchor) = anchored_day();
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted;")
        .unwrap();
    conn.execute_batch(&harm.replace(":anchor", &anchor.seq.to_string()))
        .unwrap();
    let found = verify_recent(&path, &anchor).unwrap();
    assert!(
        !verify(&path, Some(&anchor)).unwrap().holds() || harm.is_empty(),
        "the whole check sees all of it"
    );
    found
}

#[test]
fn an_honest_ledger_holds() {
    let found = after("");
    assert!(found.holds(), "{found:?}");
    let (_folder, path, _) = anchored_day();
    let genesis = Head {
        seq: 0,
        hash_hex: "0".repeat(64),
    };
    assert!(verify_recent(&path, &genesis).unwrap().holds());
}

#[test]
fn a_record_after_the_anchor_that_was_edited_or_lost_is_named() {
    let edited = after(
        "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'Asha', 'Ravi') AS BLOB) WHERE seq = :anchor + 1",
    );
    assert!(
        matches!(edited.chain, Err(ChainFault::Altered { .. })),
        "{edited:?}"
    );
    let lost = after("DELETE FROM event WHERE seq = :anchor + 2");
    assert!(matches!(lost.chain, Err(ChainFault::Missing { .. })), "{lost:?}");
}

#[test]
fn an_end_that_was_cut_off_and_another_anchor_are_told() {
    let cut = after("DELETE FROM event WHERE seq >= :anchor");
    assert!(matches!(cut.anchor, AnchorVerdict::CutOff { .. }), "{cut:?}");
    let other = after("UPDATE event SET hash = zeroblob(32) WHERE seq = :anchor");
    assert!(
        matches!(other.anchor, AnchorVerdict::Tampered { .. }),
        "{other:?}"
    );
}

#[test]
fn an_open_sale_is_what_its_own_records_say_however_old_they_are() {
    let altered = after(
        "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'Asha', 'Ravi') AS BLOB) WHERE seq = (SELECT seq FROM hold WHERE is_open = 1)",
    );
    assert!(
        matches!(altered.projections, Err(Difference::Event { .. })),
        "{altered:?}"
    );
    let doctored = after(
        "UPDATE hold SET sale = replace(sale, '\"amount_paise\":', '\"amount_paise\":1') WHERE is_open = 1",
    );
    assert!(
        matches!(doctored.projections, Err(Difference::Column { .. })),
        "{doctored:?}"
    );
}

#[test]
fn a_sale_that_does_not_know_of_its_last_record_is_noticed() {
    let forgotten = after(
        "UPDATE hold SET events = rtrim(rtrim(events, '0123456789'), ',') WHERE our_ref LIKE '%0000004'",
    );
    assert!(forgotten.projections.is_err(), "{forgotten:?}");
    let gone = after("DELETE FROM hold WHERE our_ref LIKE '%0000008'");
    assert!(
        matches!(gone.projections, Err(Difference::Missing { .. })),
        "{gone:?}"
    );
}
