//! Runs against PhonePe, settlement files and the differences that they found, as the ledger keeps them: written in the
//! transaction of the record that says so, and made again by a replay.

use crate::row::{COLUMNS, from_text, text_of};
use crate::{HoldRow, LedgerError};
use domain::{Difference, Fact, ReconcileFact, ReconcileNote, ReconcileRefusal, ReconcileRun, Record};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeMap;

/// A difference as the ledger has it. Moments in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDifference {
    pub number: u32,
    pub at_ms: i64,
    /// The run that found it first, or else the import.
    pub run: Option<u32>,
    pub import: Option<u32>,
    pub difference: Difference,
    pub closed: Option<ClosedDifference>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedDifference {
    pub at_ms: i64,
    pub by: String,
    pub note: String,
}

/// A settlement file that was compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettlementImport {
    pub number: u32,
    pub at_ms: i64,
    pub cashier: String,
    pub name: String,
    pub sha256: String,
    pub header: Vec<String>,
    pub mapping: BTreeMap<String, String>,
    pub from_ms: i64,
    pub to_ms: i64,
    pub rows: u32,
    pub agree: u32,
    pub differ: u32,
}

/// What a start has to know: the last run, and how many differences are open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reconciling {
    pub run: Option<ReconcileRun>,
    pub open_differences: u32,
    pub last_import: u32,
}

pub(crate) fn load(conn: &Connection) -> Result<Reconciling, LedgerError> {
    let count = |sql: &str| conn.prepare_cached(sql)?.query_row([], |row| row.get(0));
    Ok(Reconciling {
        run: last_run(conn)?,
        open_differences: count(
            "SELECT count(*) FROM difference INDEXED BY difference_open WHERE is_open = 1",
        )?,
        last_import: count("SELECT coalesce(max(number), 0) FROM settlement_import")?,
    })
}

fn last_run(conn: &Connection) -> Result<Option<ReconcileRun>, LedgerError> {
    let found = conn
        .prepare_cached("SELECT body FROM reconcile_run ORDER BY run DESC LIMIT 1")?
        .query_row([], |row| from_text(row.get_ref(0)?.as_str()?))
        .optional()?;
    Ok(found)
}

/// How many sales were opened in a period.
pub(crate) fn count_between(conn: &Connection, from_ms: i64, to_ms: i64) -> Result<u32, LedgerError> {
    Ok(conn
        .prepare_cached("SELECT count(*) FROM hold WHERE created_at_ms >= ?1 AND created_at_ms < ?2")?
        .query_row([from_ms, to_ms], |row| row.get(0))?)
}

/// The sale that the run asks about next; `None`: it has been through all of them.
pub(crate) fn next_row(conn: &Connection, run: &ReconcileRun) -> Result<Option<HoldRow>, LedgerError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM hold INDEXED BY hold_created \
         WHERE (created_at_ms, seq) > (SELECT after_ms, after_seq FROM reconcile_run WHERE run = ?1) \
         AND created_at_ms < ?2 ORDER BY created_at_ms, seq LIMIT 1"
    );
    Ok(conn
        .prepare_cached(&sql)?
        .query_row(params![run.run, run.to_ms], HoldRow::of)
        .optional()?)
}

/// Refuses what the domain refuses. Nothing has been begun yet.
pub(crate) fn check(conn: &Connection, record: &Record) -> Result<(), LedgerError> {
    let Fact::Reconcile(fact) = &record.fact else {
        return Ok(());
    };
    ReconcileRun::check(last_run(conn)?.as_ref(), fact)?;
    match fact {
        ReconcileFact::Closed { difference, .. } => {
            let is_open = find(conn, *difference)?.is_some_and(|found| found.closed.is_none());
            is_open
                .then_some(())
                .ok_or(ReconcileRefusal::NoSuchDifference.into())
        }
        ReconcileFact::Imported { import, .. } => {
            let is_next = *import == load(conn)?.last_import.saturating_add(1);
            is_next.then_some(()).ok_or(ReconcileRefusal::WrongNumber.into())
        }
        ReconcileFact::Begun { .. }
        | ReconcileFact::Compared { .. }
        | ReconcileFact::Stopped { .. }
        | ReconcileFact::Resumed { .. }
        | ReconcileFact::Ended { .. } => Ok(()),
    }
}

/// Writes what the record does to runs, imports and differences.
pub(crate) fn write(conn: &Connection, record: &Record) -> Result<(), LedgerError> {
    let Fact::Reconcile(fact) = &record.fact else {
        return Ok(());
    };
    if let Some(run) = ReconcileRun::begun(record) {
        // Everything from the period's first moment on is behind this place.
        conn.prepare_cached(
            "INSERT INTO reconcile_run(run, body, after_ms, after_seq) VALUES (?1, ?2, ?3, -1)",
        )?
        .execute(params![run.run, text_of(&run)?, run.from_ms])?;
        return Ok(());
    }
    let (run, import) = match fact {
        ReconcileFact::Compared { run, our_ref, .. } => {
            conn.prepare_cached(
                "UPDATE reconcile_run SET (after_ms, after_seq) = \
                 (SELECT created_at_ms, seq FROM hold WHERE our_ref = ?2) WHERE run = ?1",
            )?
            .execute(params![run, our_ref.as_str()])?;
            (Some(*run), None)
        }
        ReconcileFact::Imported { import, .. } => {
            insert_import(conn, record, fact)?;
            (None, Some(*import))
        }
        ReconcileFact::Closed { difference, note, .. } => return close(conn, record, *difference, note),
        ReconcileFact::Begun { .. }
        | ReconcileFact::Stopped { .. }
        | ReconcileFact::Resumed { .. }
        | ReconcileFact::Ended { .. } => (None, None),
    };
    for difference in fact.differences() {
        insert(conn, record.at.wall_ms, run, import, difference)?;
    }
    follow(conn, record, fact)
}

/// The last run is the only one that anything can still happen to.
fn follow(conn: &Connection, record: &Record, fact: &ReconcileFact) -> Result<(), LedgerError> {
    let Some(mut run) = last_run(conn)? else {
        return Ok(());
    };
    let before = run.clone();
    run.follow(fact, record.at.wall_ms);
    if run != before {
        conn.prepare_cached("UPDATE reconcile_run SET body = ?2 WHERE run = ?1")?
            .execute(params![run.run, text_of(&run)?])?;
    }
    Ok(())
}

fn insert(
    conn: &Connection,
    at_ms: i64,
    run: Option<u32>,
    import: Option<u32>,
    difference: &Difference,
) -> Result<(), LedgerError> {
    conn.prepare_cached(
        "INSERT INTO difference(number, at_ms, run, import, our_ref, body, twin, is_open) \
         SELECT coalesce(max(number), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, 1 FROM difference \
         WHERE true ON CONFLICT DO NOTHING",
    )?
    .execute(params![
        at_ms,
        run,
        import,
        difference.our_ref.as_ref().map(domain::OurRef::as_str),
        text_of(difference)?,
        difference.twin(),
    ])?;
    Ok(())
}

fn close(conn: &Connection, record: &Record, number: u32, note: &ReconcileNote) -> Result<(), LedgerError> {
    conn.prepare_cached(
        "UPDATE difference SET is_open = 0, closed_at_ms = ?2, closed_by = ?3, note = ?4 WHERE number = ?1",
    )?
    .execute(params![
        number,
        record.at.wall_ms,
        record.by.cashier,
        note.as_str()
    ])?;
    Ok(())
}

fn insert_import(conn: &Connection, record: &Record, fact: &ReconcileFact) -> Result<(), LedgerError> {
    let ReconcileFact::Imported {
        import,
        name,
        sha256,
        header,
        mapping,
        from_ms,
        to_ms,
        rows,
        agree,
        differences,
    } = fact
    else {
        return Ok(());
    };
    conn.prepare_cached(
        "INSERT INTO settlement_import(number, at_ms, cashier, name, sha256, header, mapping, from_ms, to_ms, rows, \
         agree, differ) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        import,
        record.at.wall_ms,
        record.by.cashier,
        name,
        sha256,
        text_of(header)?,
        text_of(mapping)?,
        from_ms,
        to_ms,
        rows,
        agree,
        u32::try_from(differences.len()).unwrap_or(u32::MAX),
    ])?;
    Ok(())
}

const DIFFERENCE: &str = "number, at_ms, run, import, body, closed_at_ms, closed_by, note";

pub(crate) fn find(conn: &Connection, number: u32) -> Result<Option<FoundDifference>, LedgerError> {
    let sql = format!("SELECT {DIFFERENCE} FROM difference WHERE number = ?1");
    Ok(conn.prepare_cached(&sql)?.query_row([number], found).optional()?)
}

/// The newest differences with a number below this one, newest first: the open ones, or all.
pub(crate) fn list(
    conn: &Connection,
    open_only: bool,
    before: u32,
    limit: u32,
) -> Result<Vec<FoundDifference>, LedgerError> {
    let which = if open_only { "AND is_open = 1" } else { "" };
    let sql = format!(
        "SELECT {DIFFERENCE} FROM difference WHERE number < ?1 {which} ORDER BY number DESC LIMIT ?2"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([before, limit], found)?;
    Ok(rows.collect::<Result<_, rusqlite::Error>>()?)
}

/// The newest imports, newest first.
pub(crate) fn imports(conn: &Connection, limit: u32) -> Result<Vec<SettlementImport>, LedgerError> {
    let mut statement = conn.prepare_cached(
        "SELECT number, at_ms, cashier, name, sha256, header, mapping, from_ms, to_ms, rows, agree, differ \
         FROM settlement_import ORDER BY number DESC LIMIT ?1",
    )?;
    let rows = statement.query_map([limit], |row| {
        Ok(SettlementImport {
            number: row.get(0)?,
            at_ms: row.get(1)?,
            cashier: row.get(2)?,
            name: row.get(3)?,
            sha256: row.get(4)?,
            header: from_text(row.get_ref(5)?.as_str()?)?,
            mapping: from_text(row.get_ref(6)?.as_str()?)?,
            from_ms: row.get(7)?,
            to_ms: row.get(8)?,
            rows: row.get(9)?,
            agree: row.get(10)?,
            differ: row.get(11)?,
        })
    })?;
    Ok(rows.collect::<Result<_, rusqlite::Error>>()?)
}

fn found(row: &Row<'_>) -> Result<FoundDifference, rusqlite::Error> {
    let closed_at_ms: Option<i64> = row.get(5)?;
    let by: Option<String> = row.get(6)?;
    let note: Option<String> = row.get(7)?;
    Ok(FoundDifference {
        number: row.get(0)?,
        at_ms: row.get(1)?,
        run: row.get(2)?,
        import: row.get(3)?,
        difference: from_text(row.get_ref(4)?.as_str()?)?,
        closed: closed_at_ms.map(|at_ms| ClosedDifference {
            at_ms,
            by: by.unwrap_or_default(),
            note: note.unwrap_or_default(),
        }),
    })
}
