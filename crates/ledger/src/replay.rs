//! The projection made again from the events, and held against the one that is there.

use crate::chain::{Head, Tip};
use crate::projection::Projection;
use crate::{LedgerError, StoredRecord, open, paper, queue, reconcile, restored, shifts, staff};
use domain::Record;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

/// The first thing in which the projection is not what the events say.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Difference {
    #[error("record {seq} cannot be replayed: {why}")]
    Event { seq: u64, why: String },
    #[error("{table} {row}: {column} is {stored}, the records say {replayed}")]
    Column {
        table: String,
        row: String,
        column: String,
        stored: String,
        replayed: String,
    },
    #[error("{table} {row} is missing")]
    Missing { table: String, row: String },
    #[error("{table} {row} stands there without a record")]
    Extra { table: String, row: String },
    #[error("Z {number} (record {seq}) says {said} for {figure}, the records say {told}")]
    Z {
        number: u32,
        seq: u64,
        figure: String,
        said: String,
        told: String,
    },
    #[error("the ways of finding a row of {table} are in disorder: {why}")]
    Disorder { table: String, why: String },
    #[error("the projection cannot be read: {0}")]
    Unreadable(String),
}

impl From<LedgerError> for Difference {
    fn from(fault: LedgerError) -> Self {
        Difference::Unreadable(fault.to_string())
    }
}

impl From<rusqlite::Error> for Difference {
    fn from(fault: rusqlite::Error) -> Self {
        Difference::from(LedgerError::from(fault))
    }
}

/// A derived table, in its own order, and how many of its first columns name a row.
pub(crate) const TABLES: [(&str, &str, usize); 22] = [
    ("hold", "seq", 2),
    ("refund", "seq", 2),
    ("total", "day, counter, shift, cashier, shelf", 5),
    ("restored", "seq", 1),
    ("staff", "one", 1),
    ("shift", "number", 1),
    ("shift_cashier", "shift, cashier", 2),
    ("owner", "our_ref", 1),
    ("correction", "seq", 1),
    ("z", "number", 1),
    ("filed", "seq", 1),
    ("filed_total", "day, counter, cashier, shelf", 4),
    ("filed_band", "shelf, band", 2),
    ("shelf_total", "shelf", 1),
    ("queue_run", "run", 1),
    ("queue", "run, our_ref", 2),
    ("queued", "our_ref, run", 2),
    ("deadline_choice", "our_ref", 1),
    ("reconcile_run", "run", 1),
    ("settlement_import", "number", 1),
    ("difference", "number", 1),
    ("paper", "name", 1),
];
const AT_ONCE: i64 = 1_000;

/// Writes the projection of all of `events` into the empty tables of `into`, inside the caller's transaction.
pub(crate) fn replay(events: &Connection, into: &Connection) -> Result<(), Difference> {
    let mut projection = Projection::default();
    let mut after = 0;
    let mut before = Tip::GENESIS.head();
    loop {
        let chunk = chunk_after(events, after)?;
        let Some(last) = chunk.last() else { return Ok(()) };
        after = last.seq;
        for stored in &chunk {
            step(&mut projection, into, stored, &before).map_err(|fault| Difference::Event {
                seq: stored.seq,
                why: fault.to_string(),
            })?;
            before.seq = stored.seq;
            before.hash_hex.clone_from(&stored.hash_hex);
        }
    }
}

/// Holds the file's projection against a replay into a private temporary database (which spills to disk by itself). Of
/// tables in another program's form only the replay is tried: nobody believes them, the next opening makes them anew.
pub(crate) fn compare(conn: &Connection) -> Result<(), Difference> {
    let fresh = Connection::open("")?;
    fresh.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")?;
    fresh.execute_batch(open::PROJECTION_SQL)?;
    fresh.set_prepared_statement_cache_capacity(64);
    // One snapshot for the events and the tables: the till may be writing.
    let snapshot = conn.unchecked_transaction()?;
    replay(&snapshot, &fresh)?;
    if let Some(altered) = shifts::difference(&fresh)? {
        return Err(altered);
    }
    if open::meta(&snapshot, "projection")? != open::PROJECTION {
        return check_order(&snapshot, "event");
    }
    for (table, order, key_columns) in TABLES {
        compare_table(&snapshot, &fresh, table, order, key_columns)?;
        check_order(&snapshot, table)?;
    }
    check_order(&snapshot, "event")
}

/// Every row is right when all are read in order; but the till finds them by indices and numbers, and a row that its
/// index has lost, or that a wrong number on an inner page leads past, is lost to the till.
fn check_order(conn: &Connection, table: &str) -> Result<(), Difference> {
    let why: String = conn.query_row(&format!("PRAGMA integrity_check({table})"), [], |row| row.get(0))?;
    if why == "ok" {
        return Ok(());
    }
    Err(Difference::Disorder {
        table: table.to_owned(),
        why,
    })
}

fn step(
    projection: &mut Projection,
    into: &Connection,
    stored: &StoredRecord,
    before: &Head,
) -> Result<(), LedgerError> {
    let seq = i64::try_from(stored.seq).unwrap_or(i64::MAX);
    let record = &stored.record;
    let change = projection.plan(into, record, stored.seq)?;
    match &change {
        Some(change) => Projection::write(into, change, record, seq)?,
        None => write_other(into, record, seq)?,
    }
    shifts::write(into, record, seq, change.as_ref(), || before.clone())?;
    queue::write(into, record, seq, change.as_ref())?;
    reconcile::write(into, record)?;
    paper::write(into, record)?;
    if let Some(change) = change {
        projection.settle(change);
    }
    Ok(())
}

/// What a record that is about no sale leaves in the derived tables.
pub(crate) fn write_other(into: &Connection, record: &Record, seq: i64) -> Result<(), LedgerError> {
    restored::write(into, record, seq)?;
    staff::write(into, record)
}

fn chunk_after(events: &Connection, after: u64) -> Result<Vec<StoredRecord>, Difference> {
    let after = i64::try_from(after).unwrap_or(i64::MAX);
    let mut statement =
        events.prepare_cached("SELECT seq, body, hash FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2")?;
    let mut rows = statement.query([after, AT_ONCE])?;
    let mut chunk = Vec::new();
    while let Some(row) = rows.next()? {
        chunk.push(StoredRecord::of(row)?);
    }
    Ok(chunk)
}

fn compare_table(
    stored: &Connection,
    replayed: &Connection,
    table: &str,
    order: &str,
    key_columns: usize,
) -> Result<(), Difference> {
    let sql = format!("SELECT * FROM {table} ORDER BY {order}");
    let mut left = stored.prepare(&sql)?;
    let mut right = replayed.prepare(&sql)?;
    let columns: Vec<String> = right.column_names().map(str::to_owned).collect();
    let mut left = left.query([])?;
    let mut right = right.query([])?;
    loop {
        match (left.next()?, right.next()?) {
            (None, None) => return Ok(()),
            (Some(extra), None) => {
                return Err(Difference::Extra {
                    table: table.to_owned(),
                    row: name_of(&values_of(extra, columns.len())?, key_columns),
                });
            }
            (None, Some(missing)) => {
                return Err(Difference::Missing {
                    table: table.to_owned(),
                    row: name_of(&values_of(missing, columns.len())?, key_columns),
                });
            }
            (Some(stored), Some(replayed)) => {
                if !is_same(stored, replayed, columns.len())? {
                    let stored = values_of(stored, columns.len())?;
                    let replayed = values_of(replayed, columns.len())?;
                    return Err(difference_of(table, &columns, &stored, &replayed, key_columns));
                }
            }
        }
    }
}

/// Compared where SQLite has them: a million rows are not copied to find that they are right.
fn is_same(stored: &Row<'_>, replayed: &Row<'_>, columns: usize) -> Result<bool, Difference> {
    for column in 0..columns {
        if stored.get_ref(column)? != replayed.get_ref(column)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn difference_of(
    table: &str,
    columns: &[String],
    stored: &[Value],
    replayed: &[Value],
    key_columns: usize,
) -> Difference {
    let found = columns
        .iter()
        .zip(stored.iter().zip(replayed))
        .find(|(_, (stored, replayed))| stored != replayed);
    let row = name_of(replayed, key_columns);
    match found {
        Some((column, (stored, replayed))) => Difference::Column {
            table: table.to_owned(),
            row,
            column: column.clone(),
            stored: shown(stored),
            replayed: shown(replayed),
        },
        None => Difference::Unreadable(format!("{table} {row} is not the same, and cannot be shown")),
    }
}

fn values_of(row: &Row<'_>, columns: usize) -> Result<Vec<Value>, Difference> {
    let mut values = Vec::with_capacity(columns);
    for column in 0..columns {
        values.push(row.get(column)?);
    }
    Ok(values)
}

fn name_of(row: &[Value], key_columns: usize) -> String {
    let parts: Vec<String> = row.iter().take(key_columns).map(shown).collect();
    parts.join(" ")
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Blob(bytes) => format!("{} bytes", bytes.len()),
    }
}
