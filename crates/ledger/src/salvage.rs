use crate::chain::{hex, seq_of};
use crate::{LedgerError, open, place};
use domain::Record;
use rusqlite::{Connection, OptionalExtension};
use std::path::Path;

/// A ledger that cannot be used any more, opened only to copy out what is left: damaged, or of a newer form. Nothing of
/// it is judged or changed.
pub struct Salvage {
    conn: Connection,
}

/// An event as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SalvagedEvent {
    pub seq: u64,
    pub body: Vec<u8>,
    pub hash_hex: String,
    /// `None`: the bytes are not a record that this program can read.
    pub record: Option<Record>,
}

impl Salvage {
    /// First with the write-ahead log, which has the newest events; if that fails, the file alone.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] when SQLite cannot find its tables at all; [`LedgerError::NotWritable`] when there is no
    /// such file.
    pub(crate) fn open(path: &Path) -> Result<Salvage, LedgerError> {
        place::check_file(path)?;
        readable(open::read_only(path, false)).or_else(|_| readable(open::read_only(path, true)))
    }

    /// Every event that can be read, in order; unreadable stretches are stepped over.
    pub fn events(&self) -> impl Iterator<Item = SalvagedEvent> {
        let last = self.last_seq();
        let mut after = 0;
        std::iter::from_fn(move || {
            while after < last {
                match self.event_after(after) {
                    Ok(Some(found)) => {
                        after = i64::try_from(found.seq).unwrap_or(i64::MAX);
                        return Some(found);
                    }
                    Ok(None) => return None,
                    // The page that holds the next one is gone: try behind it.
                    Err(_) => after = after.saturating_add(1),
                }
            }
            None
        })
    }

    fn event_after(&self, after: i64) -> Result<Option<SalvagedEvent>, rusqlite::Error> {
        self.conn
            .prepare_cached("SELECT seq, body, hash FROM event WHERE seq > ?1 ORDER BY seq LIMIT 1")?
            .query_row([after], |row| {
                let body = row.get_ref(1)?.as_bytes().unwrap_or_default().to_vec();
                Ok(SalvagedEvent {
                    seq: seq_of(row.get(0)?),
                    hash_hex: hex(row.get_ref(2)?.as_bytes().unwrap_or_default()),
                    record: serde_json::from_slice(&body).ok(),
                    body,
                })
            })
            .optional()
    }

    /// The last number that is worth trying. When even that cannot be read, as many as have ever been seen at a till.
    fn last_seq(&self) -> i64 {
        const ENOUGH: i64 = 10_000_000;
        self.conn
            .query_row("SELECT coalesce(max(seq), 0) FROM event", [], |row| row.get(0))
            .unwrap_or(ENOUGH)
    }
}

fn readable(opened: Result<Connection, LedgerError>) -> Result<Salvage, LedgerError> {
    let conn = opened?;
    let has_events: i64 = conn.query_row(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'event'",
        [],
        |row| row.get(0),
    )?;
    if has_events == 0 {
        return Err(LedgerError::Damaged("no table of records is left".to_owned()));
    }
    Ok(Salvage { conn })
}
