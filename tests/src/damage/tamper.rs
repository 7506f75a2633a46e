//! What somebody does with SQL who knows how the file is made.

use super::dice::Dice;
use super::harm::Kind;
use domain::Record;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use std::path::Path;

const UNLOCK: &str = "DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted; \
                      DROP TRIGGER event_is_only_appended;";
/// The derived tables are then derived anew at the next start, and fit whatever the events say.
const DERIVE_ANEW: &str = "UPDATE meta SET value = 'none' WHERE key = 'projection'";

/// Changes the ledger at `path`, by chance of that seed, and says what was done.
pub fn tamper(path: &Path, kind: Kind, seed: u64) -> String {
    tamper_by(path, kind, &mut Dice::of(seed, kind.name(), 0))
}

pub(super) fn tamper_by(path: &Path, kind: Kind, dice: &mut Dice) -> String {
    let mut conn = Connection::open(path).unwrap();
    let change = conn.transaction().unwrap();
    change.execute_batch(UNLOCK).unwrap();
    let last = count(&change);
    let at = 1 + i64::try_from(dice.below(last - 1)).unwrap();
    let what = match kind {
        Kind::Edit => edit(&change, at, dice),
        Kind::Insert => {
            shift_after(&change, at);
            let copy = "INSERT INTO event SELECT ?1 + 1, body, hash FROM event WHERE seq = ?1";
            change.execute(copy, [at]).unwrap();
            format!("a second record {at} was inserted")
        }
        Kind::Delete => {
            change.execute("DELETE FROM event WHERE seq = ?1", [at]).unwrap();
            // Half of them close the gap.
            if dice.below(2) == 0 {
                for (from, to) in [("seq + 10000000", at), ("seq - 10000001", 9_999_999)] {
                    let close = format!("UPDATE event SET seq = {from} WHERE seq > ?1");
                    change.execute(&close, [to]).unwrap();
                }
            }
            format!("record {at} was deleted")
        }
        Kind::Reorder => {
            for (from, to) in [(at, 9_000_000), (at + 1, at), (9_000_000, at + 1)] {
                let to_place = "UPDATE event SET seq = ?2 WHERE seq = ?1";
                change.execute(to_place, [from, to]).unwrap();
            }
            format!("records {at} and {} changed places", at + 1)
        }
        Kind::CutTail => {
            change.execute("DELETE FROM event WHERE seq > ?1", [at]).unwrap();
            format!("everything after record {at} was cut off")
        }
        Kind::Recompute => recompute(&change, at),
        Kind::Flip
        | Kind::Truncate
        | Kind::SwapPages
        | Kind::LogFlip
        | Kind::LogTruncate
        | Kind::LogMissing
        | Kind::LogForeign
        | Kind::LogOfYesterday
        | Kind::PutBackYesterday => panic!("{} is not done with SQL", kind.name()),
    };
    let derives_anew = dice.below(2) == 0 || matches!(kind, Kind::CutTail | Kind::Recompute);
    if derives_anew {
        change.execute_batch(DERIVE_ANEW).unwrap();
    }
    change.commit().unwrap();
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    format!(
        "{what}{}",
        if derives_anew {
            ", and the tables made to fit"
        } else {
            ""
        }
    )
}

fn count(conn: &Connection) -> usize {
    let last: i64 = conn
        .query_row("SELECT max(seq) FROM event", [], |row| row.get(0))
        .unwrap();
    usize::try_from(last).unwrap()
}

/// One byte of one body becomes another, and the record stays one that can be read if luck will have it.
fn edit(conn: &Connection, at: i64, dice: &mut Dice) -> String {
    let mut body: Vec<u8> = conn
        .query_row("SELECT body FROM event WHERE seq = ?1", [at], |row| row.get(0))
        .unwrap();
    let digits: Vec<usize> = (0..body.len())
        .filter(|place| body[*place].is_ascii_digit())
        .collect();
    let place = digits[dice.below(digits.len())];
    body[place] = if body[place] == b'9' {
        b'1'
    } else {
        body[place] + 1
    };
    conn.execute("UPDATE event SET body = ?2 WHERE seq = ?1", params![at, body])
        .unwrap();
    format!("a digit of record {at} was changed")
}

fn shift_after(conn: &Connection, at: i64) {
    conn.execute("UPDATE event SET seq = seq + 10000000 WHERE seq > ?1", [at])
        .unwrap();
    conn.execute("UPDATE event SET seq = seq - 9999999 WHERE seq > 10000000", [])
        .unwrap();
}

/// Another story from record `at` on, with every hash computed again, as the program's own README describes it.
fn recompute(conn: &Connection, at: i64) -> String {
    let stored: Vec<(i64, Vec<u8>)> = conn
        .prepare("SELECT seq, body FROM event ORDER BY seq")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut before = [0_u8; 32];
    for (seq, body) in stored {
        let mut record: Record = serde_json::from_slice(&body).unwrap();
        if seq == at {
            record.by.cashier = "Somebody else".to_owned();
        }
        let body = serde_json::to_vec(&record).unwrap();
        let hash: [u8; 32] = Sha256::new()
            .chain_update(b"holdfast-event-v1")
            .chain_update(before)
            .chain_update(u64::try_from(body.len()).unwrap().to_be_bytes())
            .chain_update(&body)
            .finalize()
            .into();
        conn.execute(
            "UPDATE event SET body = ?2, hash = ?3 WHERE seq = ?1",
            params![seq, body, hash],
        )
        .unwrap();
        before = hash;
    }
    format!("record {at} was rewritten and the whole chain computed again")
}
