//! The open sales: few, so they are read once and judged here for every tab, card and search.

use super::{EXPIRING_MS, Tab, Totals};
use crate::chain::seq_of;
use crate::{HELD_GRACE_MS, LedgerError, Shelf};
use domain::SaleState;
use rusqlite::{Connection, Row};

/// What the board has to know of an open sale.
pub(crate) struct OpenRow {
    pub seq: i64,
    pub due_at_ms: i64,
    pub state: SaleState,
    pub shelf: Shelf,
    pub is_stuck: bool,
    pub amount_paise: i64,
    pub held_paise: i64,
    pub captured_paise: i64,
    pub released_paise: i64,
    pub our_ref: String,
    pub provider_ref: Option<String>,
    pub last4: String,
    pub counter: String,
    pub cashier: String,
    pub created_at_ms: i64,
}

/// By nearest deadline, as the open tabs show them.
pub(crate) fn open_rows(conn: &Connection) -> Result<Vec<OpenRow>, LedgerError> {
    let sql = "SELECT seq, due_at_ms, state, shelf, needs_person, amount_paise, held_paise, captured_paise, \
               released_paise, our_ref, provider_ref, customer_last4, counter, cashier, created_at_ms \
               FROM hold INDEXED BY hold_open WHERE is_open = 1 ORDER BY due_at_ms, seq";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut open = Vec::new();
    while let Some(row) = rows.next()? {
        open.push(OpenRow::of(row)?);
    }
    Ok(open)
}

impl OpenRow {
    fn of(row: &Row<'_>) -> Result<OpenRow, LedgerError> {
        let state = row.get_ref(2)?.as_str().unwrap_or_default();
        let shelf = row.get_ref(3)?.as_str().unwrap_or_default();
        Ok(OpenRow {
            seq: row.get(0)?,
            due_at_ms: row.get(1)?,
            state: SaleState::named(state).ok_or_else(|| unknown("state", state))?,
            shelf: Shelf::named(shelf).ok_or_else(|| unknown("shelf", shelf))?,
            is_stuck: row.get(4)?,
            amount_paise: row.get(5)?,
            held_paise: row.get(6)?,
            captured_paise: row.get(7)?,
            released_paise: row.get(8)?,
            our_ref: row.get(9)?,
            provider_ref: row.get(10)?,
            last4: row.get(11)?,
            counter: row.get(12)?,
            cashier: row.get(13)?,
            created_at_ms: row.get(14)?,
        })
    }

    pub fn is_in(&self, tab: Tab, now_ms: i64) -> bool {
        let held_until = |at_ms: i64| self.state == SaleState::Held && self.due_at_ms <= at_ms;
        match tab {
            Tab::Open => true,
            Tab::Expiring => held_until(now_ms.saturating_add(EXPIRING_MS)),
            Tab::NotSure => self.state.is_unknown(),
            Tab::NeedsPerson => self.is_stuck || held_until(now_ms.saturating_sub(HELD_GRACE_MS)),
            Tab::Captured => self.shelf.is_captured(),
            Tab::Partial => self.shelf.is_partial(),
            // A sale on one of these is at its end, and nothing makes it open again but a refund, which only a paid one has.
            Tab::Released | Tab::Expired => false,
        }
    }

    pub fn totals(&self) -> Totals {
        Totals::of(1, self.held_paise, self.captured_paise, self.released_paise)
    }
}

impl Totals {
    pub(crate) fn of(count: i64, held: i64, captured: i64, released: i64) -> Totals {
        Totals {
            count: seq_of(count),
            held_paise: domain::Paise::new(held),
            captured_paise: domain::Paise::new(captured),
            released_paise: domain::Paise::new(released),
        }
    }

    pub(crate) fn plus(self, more: Totals) -> Totals {
        let sum = |one: domain::Paise, other: domain::Paise| {
            domain::Paise::new(one.get().saturating_add(other.get()))
        };
        Totals {
            count: self.count.saturating_add(more.count),
            held_paise: sum(self.held_paise, more.held_paise),
            captured_paise: sum(self.captured_paise, more.captured_paise),
            released_paise: sum(self.released_paise, more.released_paise),
        }
    }
}

pub(crate) fn unknown(what: &str, name: &str) -> LedgerError {
    LedgerError::Damaged(format!("{name} is no {what} of a sale"))
}
