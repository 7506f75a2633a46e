//! Which papers were printed, by name, so that a second print says that it is one, also after a restart.

use crate::LedgerError;
use domain::{Fact, Record};
use rusqlite::{Connection, OptionalExtension};

/// Counts a print, inside the caller's transaction.
pub(crate) fn write(conn: &Connection, record: &Record) -> Result<(), LedgerError> {
    let Fact::Paper(fact) = &record.fact else {
        return Ok(());
    };
    if let Some(name) = fact.what.name() {
        conn.prepare_cached(
            "INSERT INTO paper(name, times) VALUES (?1, 1) ON CONFLICT DO UPDATE SET times = times + 1",
        )?
        .execute([name])?;
    }
    Ok(())
}

pub(crate) fn was_printed(conn: &Connection, name: &str) -> Result<bool, LedgerError> {
    let found: Option<i64> = conn
        .prepare_cached("SELECT times FROM paper WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    Ok(found.is_some())
}
