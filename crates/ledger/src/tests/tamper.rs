use super::*;
use crate::{AnchorVerdict, ChainFault, Difference, Head, Verification, verify};
use domain::Record;
use rusqlite::{Connection, params};

const UNLOCK: &str = "DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted; \
                      DROP TRIGGER event_is_only_appended;";

/// A closed ledger of one day, tampered with by SQL, and its anchor.
fn tampered(sql: &str) -> Verification {
    let bench = Bench::new();
    a_day(&bench);
    let anchor = bench.ledger.head().unwrap();
    let (_folder, path) = bench.close();
    Connection::open(&path)
        .unwrap()
        .execute_batch(&format!("{UNLOCK} {sql}"))
        .unwrap();
    verify(&path, Some(&anchor)).unwrap()
}

#[test]
fn an_honest_ledger_verifies() {
    let found = tampered("");
    assert!(found.holds(), "{found:?}");
    assert_eq!(found.anchor, AnchorVerdict::Holds);
}

#[test]
fn an_edited_record_is_named() {
    let edit = "UPDATE event SET body = CAST(replace(body, '45000', '44000') AS BLOB) WHERE seq = 4";
    let found = tampered(edit);
    assert_eq!(found.chain, Err(ChainFault::Altered { seq: 4 }));
    assert!(!found.holds());
}

#[test]
fn a_single_space_in_a_record_is_noticed() {
    let found = tampered("UPDATE event SET body = CAST(body || ' ' AS BLOB) WHERE seq = 7");
    assert_eq!(found.chain, Err(ChainFault::Altered { seq: 7 }));
}

#[test]
fn a_deleted_record_is_named() {
    assert_eq!(
        tampered("DELETE FROM event WHERE seq = 5").chain,
        Err(ChainFault::Missing { seq: 5 })
    );
}

#[test]
fn an_inserted_record_is_noticed() {
    let insert = "UPDATE event SET seq = seq + 1000 WHERE seq > 5; UPDATE event SET seq = seq - 999 WHERE seq > 5; \
                  INSERT INTO event SELECT 6, body, hash FROM event WHERE seq = 5";
    assert_eq!(tampered(insert).chain, Err(ChainFault::Altered { seq: 6 }));
}

#[test]
fn two_records_that_changed_places_are_noticed() {
    let swap = "UPDATE event SET seq = 1000 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 4; \
                UPDATE event SET seq = 4 WHERE seq = 1000";
    assert_eq!(tampered(swap).chain, Err(ChainFault::Altered { seq: 3 }));
}

#[test]
fn a_cut_off_end_is_noticed_by_the_anchor() {
    let found = tampered("DELETE FROM event WHERE seq > 10");
    assert_eq!(found.chain, Ok(()));
    assert!(matches!(
        found.anchor,
        AnchorVerdict::CutOff { head: 10, anchored } if anchored > 10
    ));
    assert!(!found.holds());
}

#[test]
fn yesterdays_copy_in_todays_place_is_noticed_by_the_anchor() {
    let bench = Bench::new();
    a_day(&bench);
    let (_copy_folder, copy) = bench.pulled_plug();
    bench.append(started());
    let anchor = bench.ledger.head().unwrap();
    let found = verify(&copy, Some(&anchor)).unwrap();
    assert_eq!((found.chain, found.projections), (Ok(()), Ok(())));
    assert_eq!(
        found.anchor,
        AnchorVerdict::CutOff {
            anchored: anchor.seq,
            head: anchor.seq - 1
        }
    );
}

/// What somebody does who knows how it works: another story, the whole chain computed again, the projection too.
#[test]
fn a_rewritten_chain_is_noticed_by_the_anchor_and_by_nothing_else() {
    let bench = Bench::new();
    a_day(&bench);
    let anchor = bench.ledger.head().unwrap();
    let (_folder, path) = bench.close();
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(UNLOCK).unwrap();
    let mut tip = crate::chain::Tip::GENESIS;
    let bodies: Vec<(i64, Vec<u8>)> = conn
        .prepare("SELECT seq, body FROM event ORDER BY seq")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (seq, body) in bodies {
        let mut record: Record = serde_json::from_slice(&body).unwrap();
        record.by.cashier = "Somebody else".to_owned();
        let body = serde_json::to_vec(&record).unwrap();
        tip = tip.next(&body);
        conn.execute(
            "UPDATE event SET body = ?2, hash = ?3 WHERE seq = ?1",
            params![seq, body, tip.hash],
        )
        .unwrap();
    }
    drop(conn);
    Ledger::open(&path, "training")
        .unwrap()
        .rebuild_projections()
        .unwrap();
    let found = verify(&path, None).unwrap();
    assert!(
        found.holds(),
        "a chain alone proves nothing against its own author"
    );
    let found = verify(&path, Some(&anchor)).unwrap();
    assert_eq!(found.anchor, AnchorVerdict::Tampered { seq: anchor.seq });
    assert!(!found.holds());
}

#[test]
fn an_anchor_in_the_middle_is_compared_there() {
    let bench = Bench::new();
    bench.append(started());
    let early = bench.ledger.head().unwrap();
    a_day(&bench);
    assert_eq!(
        verify(&bench.path(), Some(&early)).unwrap().anchor,
        AnchorVerdict::Holds
    );
    let other = Head {
        hash_hex: "0".repeat(64),
        ..early
    };
    assert_eq!(
        verify(&bench.path(), Some(&other)).unwrap().anchor,
        AnchorVerdict::Tampered { seq: 1 }
    );
}

#[test]
fn a_doctored_projection_is_named_and_can_be_made_again() {
    let bench = Bench::new();
    a_day(&bench);
    let (_folder, path) = bench.close();
    Connection::open(&path)
        .unwrap()
        .execute_batch("UPDATE hold SET captured_paise = 44000 WHERE seq = 2")
        .unwrap();
    let found = verify(&path, None).unwrap();
    assert_eq!(found.chain, Ok(()));
    assert_eq!(
        found.projections,
        Err(Difference::Column {
            table: "hold".to_owned(),
            row: format!("2 {}", our_ref(1)),
            column: "captured_paise".to_owned(),
            stored: "44000".to_owned(),
            replayed: "45000".to_owned(),
        })
    );
    let ledger = Ledger::open(&path, "training").unwrap();
    ledger.rebuild_projections().unwrap();
    assert_eq!(ledger.projections_match().unwrap(), Ok(()));
}

#[test]
fn rows_without_records_and_records_without_rows_are_named() {
    for (sql, is_right) in [
        (
            "DELETE FROM hold WHERE seq = (SELECT max(seq) FROM hold)",
            (|found| matches!(found, Difference::Missing { .. })) as fn(&Difference) -> bool,
        ),
        ("UPDATE hold SET events = '2' WHERE seq = 2", |found| {
            matches!(found, Difference::Column { .. })
        }),
        (
            "UPDATE total SET count = count + 1 WHERE shelf = 'held'",
            |found| matches!(found, Difference::Column { .. }),
        ),
        (
            "INSERT INTO total SELECT day + 1, counter, shift, cashier, shelf, 0, 0, 0, 0 FROM total LIMIT 1",
            |found| matches!(found, Difference::Extra { .. }),
        ),
    ] {
        let found = tampered(sql).projections.unwrap_err();
        assert!(is_right(&found), "{sql}: {found}");
    }
}

#[test]
fn the_file_itself_refuses_changes_to_what_was_written() {
    let bench = Bench::new();
    a_day(&bench);
    let (_folder, path) = bench.close();
    let conn = Connection::open(&path).unwrap();
    for sql in [
        "UPDATE event SET body = x'00' WHERE seq = 1",
        "DELETE FROM event WHERE seq = 1",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event(seq, body, hash) VALUES (1, x'00', x'00')",
        "INSERT INTO event(seq, body, hash) VALUES (900, x'00', x'00')",
        "INSERT INTO event(seq, body, hash) VALUES (0, x'00', x'00')",
    ] {
        assert!(conn.execute_batch(sql).is_err(), "{sql}");
    }
    drop(conn);
    assert!(verify(&path, None).unwrap().holds());
}

#[test]
fn a_body_that_is_no_record_is_said_as_such() {
    let found = tampered("UPDATE event SET body = x'7b7d' WHERE seq = 3");
    assert_eq!(found.chain, Err(ChainFault::Altered { seq: 3 }));
    assert!(matches!(found.projections, Err(Difference::Unreadable(_))));
}

#[test]
fn a_head_is_written_on_a_slip_and_read_back() {
    let bench = Bench::new();
    bench.append(started());
    let head = bench.ledger.head().unwrap();
    assert_eq!(Head::from_line(&head.to_line()), Some(head));
    for line in ["", "1", "1:", "x:00", "1:ZZ", &format!("-1:{}", "0".repeat(64))] {
        assert_eq!(Head::from_line(line), None, "{line}");
    }
}

#[test]
fn the_hash_is_the_documented_one() {
    let bench = Bench::new();
    bench.append(started());
    let body = serde_json::to_vec(&started()).unwrap();
    let mut bytes = b"holdfast-event-v1".to_vec();
    bytes.extend([0_u8; 32]);
    bytes.extend((body.len() as u64).to_be_bytes());
    bytes.extend(&body);
    use sha2::Digest;
    let expected = crate::chain::hex(&sha2::Sha256::digest(&bytes));
    assert_eq!(bench.ledger.head().unwrap().hash_hex, expected);
}
