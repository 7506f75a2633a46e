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

/// More events than stand on all the pages that one lost inner page points to.
const TRIES_ONE_BY_ONE: u32 = 10_000;

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

    /// The random id that was made with the file.
    pub(crate) fn installation(&self) -> Option<String> {
        crate::open::meta(&self.conn, "installation").ok()
    }

    /// Every event that can be read, in order; unreadable stretches are stepped over.
    pub fn events(&self) -> impl Iterator<Item = SalvagedEvent> {
        let last = self.last_seq();
        let mut after = 0;
        std::iter::from_fn(move || {
            let found = self.readable_after(after, last)?;
            after = i64::try_from(found.seq).unwrap_or(i64::MAX);
            Some(found)
        })
    }

    /// The next event that can be read, when the pages that hold the ones before it may be gone. A lost page is passed
    /// one number at a time, so that nothing behind it is missed; a stretch longer than that in leaps, because a lost
    /// end would otherwise be tried ten million times.
    fn readable_after(&self, after: i64, last: i64) -> Option<SalvagedEvent> {
        let (mut in_vain, mut at, mut leap, mut tries) = (after, after, 1_i64, 0_u32);
        while at < last {
            match self.event_after(at) {
                Ok(found) if leap == 1 => return found,
                Ok(_) => return self.first_readable(in_vain, at),
                Err(_) => {
                    tries = tries.saturating_add(1);
                    if tries > TRIES_ONE_BY_ONE {
                        leap = leap.saturating_mul(2);
                    }
                    in_vain = at;
                    // The leap ends before the last event, so that a readable end is not leapt over.
                    let end = last.saturating_sub(1).max(at.saturating_add(1));
                    at = at.saturating_add(leap).min(end);
                }
            }
        }
        None
    }

    /// Halves the stretch between a number behind which nothing could be read and one behind which something can.
    fn first_readable(&self, mut in_vain: i64, mut readable: i64) -> Option<SalvagedEvent> {
        while in_vain.saturating_add(1) < readable {
            let middle = in_vain.midpoint(readable);
            match self.event_after(middle) {
                Ok(_) => readable = middle,
                Err(_) => in_vain = middle,
            }
        }
        self.event_after(readable).ok().flatten()
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
