//! What a start can know of a ledger of years before anybody waits for it. The anchor says what the chain was when the till
//! last knew it whole: everything since is walked, and every sale that the till may act on is told again from its own
//! records. What lies before and is at its end is left to the whole check, which goes on beside.

use crate::chain::{self, ChainFault, Head, Walk, seq_of};
use crate::projection::Projection;
use crate::verify::{AnchorVerdict, Verification, judge};
use crate::{Difference, HoldRow, LedgerError, advance, open};
use domain::{OurRef, Record};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::Path;

/// How many events the ledger has, by its last number alone.
///
/// # Errors
/// When the file cannot be opened as a ledger of ours.
pub fn event_count(path: &Path) -> Result<u64, LedgerError> {
    Ok(chain::stored_tip(&open::reading(path)?)?.head().seq)
}

/// Checks what came after the anchor, and every sale that is not at its end. Of derived tables in another program's form
/// nothing is believed and nothing said.
///
/// # Errors
/// When the file cannot be opened as a ledger of ours.
pub fn verify_recent(path: &Path, anchor: &Head) -> Result<Verification, LedgerError> {
    let conn = open::reading(path)?;
    // One snapshot for the chain and the tables.
    let snapshot = conn.unchecked_transaction()?;
    let head = chain::stored_tip(&snapshot)?.head();
    let verdict = judge(&snapshot, Some(anchor), &head);
    let walk = match verdict {
        AnchorVerdict::Holds => chain::walk_after(&snapshot, anchor.seq)?,
        AnchorVerdict::NotGiven | AnchorVerdict::Tampered { .. } | AnchorVerdict::CutOff { .. } => {
            Walk::at(head)
        }
    };
    let projections = if open::meta(&snapshot, "projection")? == open::PROJECTION {
        compare(&snapshot, anchor.seq)
    } else {
        Ok(())
    };
    Ok(Verification {
        events: walk.head.seq,
        head: walk.head,
        chain: walk.chain,
        projections,
        anchor: verdict,
    })
}

fn compare(conn: &Connection, anchored: u64) -> Result<(), Difference> {
    for row in Projection::load(conn)?.live_rows() {
        tell_again(conn, &row.sale.our_ref, &[])?;
    }
    for (our_ref, numbers) in told_after(conn, anchored)? {
        tell_again(conn, &our_ref, &numbers)?;
    }
    Ok(())
}

/// Holds the sale's row against its own records, each of which has to be the one that its hash was made of. Of `needed`
/// records it has to know.
fn tell_again(conn: &Connection, our_ref: &OurRef, needed: &[u64]) -> Result<(), Difference> {
    let missing = || Difference::Missing {
        table: "hold".to_owned(),
        row: our_ref.to_string(),
    };
    let stored = HoldRow::find(conn, our_ref)?.ok_or_else(missing)?;
    let numbers: String = conn
        .prepare_cached("SELECT events FROM hold WHERE our_ref = ?1")?
        .query_row([our_ref.as_str()], |row| row.get(0))?;
    let numbers: Vec<u64> = numbers
        .split(',')
        .filter_map(|number| number.parse().ok())
        .collect();
    let mut told: Option<HoldRow> = None;
    for number in &numbers {
        let at_fault = |why: String| Difference::Event { seq: *number, why };
        let record = sound_record(conn, *number)?;
        if record.fact.our_ref() != Some(our_ref) {
            return Err(at_fault(format!("it is not one of {our_ref}")));
        }
        told = Some(
            advance(told.as_ref(), our_ref, &record, *number).map_err(|fault| at_fault(fault.to_string()))?,
        );
    }
    if let Some(unknown) = needed.iter().find(|number| !numbers.contains(number)) {
        return Err(differs(our_ref, "events", &numbers, unknown));
    }
    match told {
        Some(told) if told == stored => Ok(()),
        Some(told) => Err(differs(our_ref, "sale", &stored, &told)),
        None => Err(missing()),
    }
}

fn differs(
    our_ref: &OurRef,
    column: &str,
    stored: &impl std::fmt::Debug,
    told: &impl std::fmt::Debug,
) -> Difference {
    Difference::Column {
        table: "hold".to_owned(),
        row: our_ref.to_string(),
        column: column.to_owned(),
        stored: format!("{stored:?}"),
        replayed: format!("{told:?}"),
    }
}

/// The record with this number, if its hash is made of it and of the hash before.
fn sound_record(conn: &Connection, number: u64) -> Result<Record, Difference> {
    let before = chain::stored_hash(conn, number.saturating_sub(1))?;
    let hash = chain::stored_hash(conn, number)?;
    let body: Vec<u8> = conn
        .prepare_cached("SELECT body FROM event WHERE seq = ?1")?
        .query_row([i64::try_from(number).unwrap_or(i64::MAX)], |row| row.get(0))?;
    if hash.is_none() || before.map(|before| chain::link(&before, &body)) != hash {
        let why = ChainFault::Altered { seq: number }.to_string();
        return Err(Difference::Event { seq: number, why });
    }
    serde_json::from_slice(&body).map_err(|why| Difference::Event {
        seq: number,
        why: why.to_string(),
    })
}

/// The records after the anchor, by the sale that they are about.
fn told_after(conn: &Connection, anchored: u64) -> Result<BTreeMap<OurRef, Vec<u64>>, Difference> {
    let mut told: BTreeMap<OurRef, Vec<u64>> = BTreeMap::new();
    let mut statement = conn.prepare_cached("SELECT seq, body FROM event WHERE seq > ?1 ORDER BY seq")?;
    let mut rows = statement.query([i64::try_from(anchored).unwrap_or(i64::MAX)])?;
    while let Some(row) = rows.next()? {
        let seq = seq_of(row.get(0)?);
        let body = row.get_ref(1)?.as_bytes().unwrap_or_default();
        let record: Record = serde_json::from_slice(body).map_err(|why| Difference::Event {
            seq,
            why: why.to_string(),
        })?;
        if let Some(our_ref) = record.fact.our_ref() {
            told.entry(our_ref.clone()).or_default().push(seq);
        }
    }
    Ok(told)
}
