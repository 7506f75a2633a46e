//! What the ledger remembers of having been put back from a backup.

use crate::LedgerError;
use crate::chain::seq_of;
use domain::{Fact, Record};
use rusqlite::{Connection, OptionalExtension, params};

/// The ledger was put back from a backup and nobody has been told in the window yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// When it was put back, in milliseconds since 1970.
    pub at_ms: i64,
    /// Records that are known to be gone.
    pub lost_records: u64,
}

/// Writes what the record says about it, inside the caller's transaction.
pub(crate) fn write(conn: &Connection, record: &Record, seq: i64) -> Result<(), LedgerError> {
    if let Fact::Restored {
        backup_seq,
        reached_seq,
        ..
    } = &record.fact
    {
        let stored = |seq: u64| i64::try_from(seq).unwrap_or(i64::MAX);
        conn.prepare_cached(
            "INSERT INTO restored(seq, at_ms, backup_seq, reached_seq, is_seen) VALUES (?1, ?2, ?3, ?4, 0)",
        )?
        .execute(params![
            seq,
            record.at.wall_ms,
            stored(*backup_seq),
            stored(*reached_seq)
        ])?;
    } else if record.fact == Fact::RestoreSeen {
        conn.prepare_cached("UPDATE restored SET is_seen = 1 WHERE is_seen = 0")?
            .execute([])?;
    }
    Ok(())
}

/// The oldest that nobody was told of: its loss comes first.
pub(crate) fn unseen(conn: &Connection) -> Result<Option<Restored>, LedgerError> {
    let found = conn
        .prepare_cached(
            "SELECT at_ms, reached_seq - backup_seq FROM restored WHERE is_seen = 0 ORDER BY seq LIMIT 1",
        )?
        .query_row([], |row| {
            Ok(Restored {
                at_ms: row.get(0)?,
                lost_records: seq_of(row.get(1)?),
            })
        })
        .optional()?;
    Ok(found)
}
