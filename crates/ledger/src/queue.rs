//! The queue of captures and releases as the ledger keeps it. The domain decides what a record does to a row; here it is
//! written in that record's own transaction, so that a crash can neither lose a row nor let it be asked for twice.

use crate::projection::Change;
use crate::row::{from_text, text_of};
use crate::{HoldRow, LedgerError};
use domain::{Choice, Fact, OurRef, Queue, QueueFact, QueueRow, Queued, Record, Run};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeMap;

const COLUMNS: &str = "run, our_ref, what, step";

/// All of it: the rows of runs that nobody has closed, and the choices.
pub(crate) fn load(conn: &Connection) -> Result<Queue, LedgerError> {
    let last_run = conn
        .prepare_cached("SELECT coalesce(max(run), 0) FROM queue_run")?
        .query_row([], |row| row.get(0))?;
    let mut statement =
        conn.prepare_cached("SELECT run, at_ms, cashier FROM queue_run WHERE is_closed = 0 ORDER BY run")?;
    let runs = statement
        .query_map([], |row| {
            Ok(Run {
                run: row.get(0)?,
                at_ms: row.get(1)?,
                cashier: row.get(2)?,
            })
        })?
        .collect::<Result<Vec<Run>, rusqlite::Error>>()?;
    let sql = format!("SELECT {COLUMNS} FROM queue ORDER BY run, our_ref");
    Ok(Queue {
        last_run,
        runs,
        rows: rows(conn, &sql, [])?,
        choices: choices(conn)?,
    })
}

/// What was chosen for one hold's deadline.
pub(crate) fn choice_of(conn: &Connection, our_ref: &OurRef) -> Result<Option<Choice>, LedgerError> {
    let found = conn
        .prepare_cached("SELECT choice FROM deadline_choice WHERE our_ref = ?1")?
        .query_row([our_ref.as_str()], |row| from_text(row.get_ref(0)?.as_str()?))
        .optional()?;
    Ok(found)
}

/// Whether the hold waits in a run.
pub(crate) fn is_waiting(conn: &Connection, our_ref: &OurRef) -> Result<bool, LedgerError> {
    Ok(waiting_row(conn, our_ref)?.is_some())
}

/// Refuses what the domain refuses. Nothing has been begun yet.
pub(crate) fn check(conn: &Connection, record: &Record) -> Result<(), LedgerError> {
    if let Fact::Queue(fact) = &record.fact {
        load(conn)?.check(fact)?;
    }
    Ok(())
}

/// Writes what the record does to the queue. `change` is what it does to a sale, if it is about one.
pub(crate) fn write(
    conn: &Connection,
    record: &Record,
    seq: i64,
    change: Option<&Change>,
) -> Result<(), LedgerError> {
    let fact = &record.fact;
    if let Fact::Intent { our_ref, .. } = fact {
        if let Some(row) = waiting_row(conn, our_ref)? {
            move_row(conn, row, fact)?;
        }
        if choice_of(conn, our_ref)?.is_some_and(|choice| choice.is_used_by(fact)) {
            forget_choice(conn, our_ref)?;
        }
    }
    if let Fact::Queue(step) = fact {
        write_step(conn, record, seq, step)?;
    }
    match change.filter(|change| ends(change)) {
        Some(change) => forget_choice(conn, &change.after.sale.our_ref),
        None => Ok(()),
    }
}

fn ends(change: &Change) -> bool {
    let is_over = |row: &HoldRow| row.sale.state.is_final();
    is_over(&change.after) && !change.before.as_ref().is_some_and(is_over)
}

fn write_step(conn: &Connection, record: &Record, seq: i64, step: &QueueFact) -> Result<(), LedgerError> {
    match step {
        QueueFact::Queued { run, items } => {
            conn.prepare_cached(
                "INSERT INTO queue_run(run, seq, at_ms, cashier, is_closed) VALUES (?1, ?2, ?3, ?4, 0)",
            )?
            .execute(params![run, seq, record.at.wall_ms, record.by.cashier])?;
            for item in items {
                insert(conn, *run, item)?;
            }
        }
        QueueFact::Chosen {
            our_ref,
            choice: Some(choice),
        } => {
            conn.prepare_cached("INSERT OR REPLACE INTO deadline_choice(our_ref, choice) VALUES (?1, ?2)")?
                .execute(params![our_ref.as_str(), text_of(choice)?])?;
        }
        QueueFact::Chosen {
            our_ref,
            choice: None,
        }
        | QueueFact::Skipped {
            run: None, our_ref, ..
        } => forget_choice(conn, our_ref)?,
        QueueFact::Skipped {
            run: Some(run),
            our_ref,
            ..
        } => {
            let sql = format!("SELECT {COLUMNS} FROM queue WHERE run = ?1 AND our_ref = ?2");
            for row in rows(conn, &sql, params![run, our_ref.as_str()])? {
                move_row(conn, row, &record.fact)?;
            }
        }
        QueueFact::Stopped { run } => {
            let sql = format!("SELECT {COLUMNS} FROM queue WHERE run = ?1 AND is_waiting = 1");
            for row in rows(conn, &sql, [run])? {
                move_row(conn, row, &record.fact)?;
            }
        }
        QueueFact::Closed { run } => {
            conn.prepare_cached("DELETE FROM queue WHERE run = ?1")?
                .execute([run])?;
            conn.prepare_cached("UPDATE queue_run SET is_closed = 1 WHERE run = ?1")?
                .execute([run])?;
        }
    }
    Ok(())
}

fn insert(conn: &Connection, run: u32, item: &Queued) -> Result<(), LedgerError> {
    let row = item.in_run(run);
    conn.prepare_cached(
        "INSERT INTO queue(run, our_ref, what, step, is_waiting) VALUES (?1, ?2, ?3, ?4, 1)",
    )?
    .execute(params![
        row.run,
        row.our_ref.as_str(),
        text_of(&row.what)?,
        text_of(&row.step)?,
    ])?;
    conn.prepare_cached("INSERT INTO queued(our_ref, run) VALUES (?1, ?2)")?
        .execute(params![row.our_ref.as_str(), row.run])?;
    Ok(())
}

/// The records that put this sale into a run.
pub(crate) fn records_of(conn: &Connection, our_ref: &OurRef) -> Result<Vec<i64>, LedgerError> {
    let mut statement = conn.prepare_cached(
        "SELECT queue_run.seq FROM queued CROSS JOIN queue_run USING (run) WHERE queued.our_ref = ?1",
    )?;
    let found = statement.query_map([our_ref.as_str()], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn move_row(conn: &Connection, row: QueueRow, fact: &Fact) -> Result<(), LedgerError> {
    let step = row.after(fact);
    if step == row.step {
        return Ok(());
    }
    let moved = QueueRow { step, ..row };
    conn.prepare_cached("UPDATE queue SET step = ?3, is_waiting = ?4 WHERE run = ?1 AND our_ref = ?2")?
        .execute(params![
            moved.run,
            moved.our_ref.as_str(),
            text_of(&moved.step)?,
            moved.is_waiting(),
        ])?;
    Ok(())
}

fn forget_choice(conn: &Connection, our_ref: &OurRef) -> Result<(), LedgerError> {
    conn.prepare_cached("DELETE FROM deadline_choice WHERE our_ref = ?1")?
        .execute([our_ref.as_str()])?;
    Ok(())
}

fn waiting_row(conn: &Connection, our_ref: &OurRef) -> Result<Option<QueueRow>, LedgerError> {
    let sql = format!("SELECT {COLUMNS} FROM queue WHERE our_ref = ?1 AND is_waiting = 1");
    Ok(rows(conn, &sql, [our_ref.as_str()])?.pop())
}

fn choices(conn: &Connection) -> Result<BTreeMap<OurRef, Choice>, LedgerError> {
    let mut statement = conn.prepare_cached("SELECT our_ref, choice FROM deadline_choice")?;
    let found = statement.query_map([], |row| {
        let choice = from_text(row.get_ref(1)?.as_str()?)?;
        Ok((ref_of(row, 0)?, choice))
    })?;
    Ok(found.collect::<Result<_, rusqlite::Error>>()?)
}

fn rows(conn: &Connection, sql: &str, given: impl rusqlite::Params) -> Result<Vec<QueueRow>, LedgerError> {
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(given, |row| {
        Ok(QueueRow {
            run: row.get(0)?,
            our_ref: ref_of(row, 1)?,
            what: from_text(row.get_ref(2)?.as_str()?)?,
            step: from_text(row.get_ref(3)?.as_str()?)?,
        })
    })?;
    Ok(found.collect::<Result<_, rusqlite::Error>>()?)
}

fn ref_of(row: &Row<'_>, column: usize) -> Result<OurRef, rusqlite::Error> {
    let our_ref: String = row.get(column)?;
    our_ref
        .parse()
        .map_err(|why| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(why)))
}
