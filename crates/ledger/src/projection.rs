//! What is derived from the events: one way of writing it, for the till and for every replay.

use crate::advance::advance;
use crate::row::COLUMNS;
use crate::{HoldRow, LedgerError, Shelf, filed, refund};
use domain::{Actor, OurRef, Record};
use rusqlite::{Connection, params};
use std::collections::HashMap;

/// India's days; it has no summer time.
pub(crate) const INDIA_MS: i64 = 19_800_000;
pub(crate) const DAY_MS: i64 = 86_400_000;

/// The projection's writer. It keeps the live sales, which is where nearly every record goes, in memory.
#[derive(Default)]
pub(crate) struct Projection {
    live: HashMap<OurRef, HoldRow>,
}

/// What one record changes, computed before anything is written.
pub(crate) struct Change {
    pub before: Option<HoldRow>,
    pub after: HoldRow,
}

impl Projection {
    pub fn load(conn: &Connection) -> Result<Projection, LedgerError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM hold INDEXED BY hold_open WHERE is_open = 1 \
             UNION ALL SELECT {COLUMNS} FROM hold INDEXED BY hold_watched WHERE is_watched = 1 \
             UNION ALL SELECT {COLUMNS} FROM hold WHERE seq IN \
             (SELECT sale_seq FROM refund INDEXED BY refund_live WHERE is_live = 1)"
        );
        let mut statement = conn.prepare_cached(&sql)?;
        let rows = statement.query_map([], HoldRow::of)?;
        let mut live = HashMap::new();
        for row in rows {
            let row = row?;
            live.insert(row.sale.our_ref.clone(), row);
        }
        Ok(Projection { live })
    }

    /// The live sales, oldest first.
    pub fn live_rows(&self) -> Vec<HoldRow> {
        let mut rows: Vec<HoldRow> = self.live.values().cloned().collect();
        rows.sort_by_key(|row| row.seq);
        rows
    }

    pub fn row(&self, conn: &Connection, our_ref: &OurRef) -> Result<Option<HoldRow>, LedgerError> {
        match self.live.get(our_ref) {
            Some(row) => Ok(Some(row.clone())),
            None => HoldRow::find(conn, our_ref),
        }
    }

    /// What the record would change; `None` when it is not about a sale.
    pub fn plan(&self, conn: &Connection, record: &Record, seq: u64) -> Result<Option<Change>, LedgerError> {
        let Some(our_ref) = record.fact.our_ref() else {
            return Ok(None);
        };
        let before = self.row(conn, our_ref)?;
        let after = advance(before.as_ref(), our_ref, record, seq)?;
        Ok(Some(Change { before, after }))
    }

    /// Writes the change, inside the caller's transaction.
    pub fn write(conn: &Connection, change: &Change, record: &Record, seq: i64) -> Result<(), LedgerError> {
        change.after.write(conn, change.before.as_ref(), seq)?;
        refund::write(conn, &change.after, change.before.as_ref())?;
        filed::write(conn, &change.after, change.before.as_ref())?;
        let day = day_of(record.at.wall_ms);
        let before = change.before.as_ref().map(Sums::of);
        let after = Sums::of(&change.after);
        if before.as_ref() == Some(&after) {
            return Ok(());
        }
        if let Some(before) = before {
            before.negated().add(conn, day, &record.by)?;
        }
        after.add(conn, day, &record.by)
    }

    /// The change is on the disk.
    pub fn settle(&mut self, change: Change) -> HoldRow {
        let row = change.after;
        if row.is_live() {
            self.live.insert(row.sale.our_ref.clone(), row.clone());
        } else {
            self.live.remove(&row.sale.our_ref);
        }
        row
    }
}

/// The day of a moment, counted from 1 January 1970 in India.
pub(crate) fn day_of(at_ms: i64) -> i64 {
    at_ms.saturating_add(INDIA_MS).div_euclid(DAY_MS)
}

/// What one row adds to the totals.
#[derive(PartialEq, Eq)]
struct Sums {
    shelf: Shelf,
    count: i64,
    held_paise: i64,
    captured_paise: i64,
    released_paise: i64,
}

impl Sums {
    fn of(row: &HoldRow) -> Sums {
        Sums {
            shelf: row.shelf(),
            count: 1,
            held_paise: row.held_paise().get(),
            captured_paise: row.captured_paise().get(),
            released_paise: row.released_paise().get(),
        }
    }

    fn negated(self) -> Sums {
        Sums {
            shelf: self.shelf,
            count: self.count.saturating_neg(),
            held_paise: self.held_paise.saturating_neg(),
            captured_paise: self.captured_paise.saturating_neg(),
            released_paise: self.released_paise.saturating_neg(),
        }
    }

    fn add(&self, conn: &Connection, day: i64, by: &Actor) -> Result<(), LedgerError> {
        conn.prepare_cached(
            "INSERT INTO total(day, counter, shift, cashier, shelf, count, held_paise, captured_paise, released_paise) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) \
             ON CONFLICT DO UPDATE SET count = count + ?6, held_paise = held_paise + ?7, \
             captured_paise = captured_paise + ?8, released_paise = released_paise + ?9",
        )?
        .execute(params![
            day,
            by.counter,
            by.shift,
            by.cashier,
            self.shelf.name(),
            self.count,
            self.held_paise,
            self.captured_paise,
            self.released_paise,
        ])?;
        conn.prepare_cached(
            "INSERT INTO shelf_total(shelf, count, held_paise, captured_paise, released_paise) \
             VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT DO UPDATE SET count = count + ?2, held_paise = held_paise + ?3, \
             captured_paise = captured_paise + ?4, released_paise = released_paise + ?5",
        )?
        .execute(params![
            self.shelf.name(),
            self.count,
            self.held_paise,
            self.captured_paise,
            self.released_paise,
        ])?;
        Ok(())
    }
}
