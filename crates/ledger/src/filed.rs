//! The closed sales in a narrow table of their own, and its sums: what the board of a ledger of years is read from.

use crate::projection::day_of;
use crate::{HoldRow, LedgerError};
use rusqlite::{Connection, params};

/// How many characters of an id's end are kept for searching.
pub(crate) const ID_END: usize = 8;

/// The breadth of the amounts whose sums are kept together.
pub(crate) const BAND_PAISE: i64 = 1_000;

/// Writes what the change means for the closed sales, inside the caller's transaction.
pub(crate) fn write(conn: &Connection, after: &HoldRow, before: Option<&HoldRow>) -> Result<(), LedgerError> {
    let had = before.filter(|row| !row.is_open()).map(Filed::of);
    let has = Some(after).filter(|row| !row.is_open()).map(Filed::of);
    if had == has {
        return Ok(());
    }
    if let Some(had) = &had {
        had.count(conn, -1)?;
    }
    match &has {
        Some(has) => {
            has.put(conn)?;
            has.count(conn, 1)
        }
        None => {
            conn.prepare_cached("DELETE FROM filed WHERE seq = ?1")?
                .execute([stored(after.seq)])?;
            Ok(())
        }
    }
}

/// The last characters of an id, the very last first.
pub(crate) fn backwards(id: &str) -> String {
    id.chars().rev().take(ID_END).collect()
}

#[derive(PartialEq, Eq)]
struct Filed<'a> {
    seq: i64,
    shelf: &'static str,
    amount_paise: i64,
    held_paise: i64,
    captured_paise: i64,
    released_paise: i64,
    last4: &'a str,
    our_ref: &'a str,
    provider_ref: Option<&'a str>,
    counter: &'a str,
    cashier: &'a str,
    created_at_ms: i64,
}

impl Filed<'_> {
    fn of(row: &HoldRow) -> Filed<'_> {
        Filed {
            seq: stored(row.seq),
            shelf: row.shelf().name(),
            amount_paise: row.sale.amount_paise.get(),
            held_paise: row.held_paise().get(),
            captured_paise: row.captured_paise().get(),
            released_paise: row.released_paise().get(),
            last4: &row.customer.last_four,
            our_ref: row.sale.our_ref.as_str(),
            provider_ref: row.sale.provider_ref.as_ref().map(|provider| provider.0.as_str()),
            counter: &row.counter,
            cashier: &row.cashier,
            created_at_ms: row.created_at_ms,
        }
    }

    fn put(&self, conn: &Connection) -> Result<(), LedgerError> {
        conn.prepare_cached(
            "INSERT OR REPLACE INTO filed(seq, shelf, amount_paise, held_paise, captured_paise, released_paise, \
             last4, id_end, provider_ref, counter, cashier, created_at_ms) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            self.seq,
            self.shelf,
            self.amount_paise,
            self.held_paise,
            self.captured_paise,
            self.released_paise,
            self.last4,
            backwards(self.our_ref),
            self.provider_ref,
            self.counter,
            self.cashier,
            self.created_at_ms,
        ])?;
        Ok(())
    }

    /// Adds it to the sums of its day and of its amounts, or takes it from them.
    fn count(&self, conn: &Connection, sign: i64) -> Result<(), LedgerError> {
        conn.prepare_cached(
            "INSERT INTO filed_total(day, counter, cashier, shelf, count, held_paise, captured_paise, released_paise) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) \
             ON CONFLICT DO UPDATE SET count = count + ?5, held_paise = held_paise + ?6, \
             captured_paise = captured_paise + ?7, released_paise = released_paise + ?8",
        )?
        .execute(params![
            day_of(self.created_at_ms),
            self.counter,
            self.cashier,
            self.shelf,
            sign,
            self.held_paise.saturating_mul(sign),
            self.captured_paise.saturating_mul(sign),
            self.released_paise.saturating_mul(sign),
        ])?;
        conn.prepare_cached(
            "INSERT INTO filed_band(shelf, band, count, held_paise, captured_paise, released_paise) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
             ON CONFLICT DO UPDATE SET count = count + ?3, held_paise = held_paise + ?4, \
             captured_paise = captured_paise + ?5, released_paise = released_paise + ?6",
        )?
        .execute(params![
            self.shelf,
            self.amount_paise.div_euclid(BAND_PAISE),
            sign,
            self.held_paise.saturating_mul(sign),
            self.captured_paise.saturating_mul(sign),
            self.released_paise.saturating_mul(sign),
        ])?;
        Ok(())
    }
}

/// A number of an event beyond SQLite's integers cannot have been made.
fn stored(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}
