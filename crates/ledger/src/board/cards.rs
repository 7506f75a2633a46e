use super::Totals;
use super::query::totals_of;
use crate::projection::day_of;
use crate::{LedgerError, Shelf};
use domain::Paise;
use rusqlite::Connection;

const BAR_MS: i64 = 5 * 60_000;

/// The figures above the board. "Today" is India's day, and means what today's events changed: a sale captured today
/// counts today whenever it was held, and a correction takes away on the day it is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cards {
    /// Blocked now, or perhaps: held, on its way to being captured or released, asked for without an answer, or before a
    /// person. What nobody is sure of is not left out of a sum that people trust.
    pub held_now: Totals,
    pub captured_today_count: i64,
    pub captured_today_paise: Paise,
    pub partial_today_count: i64,
    pub paid_today_count: i64,
    pub paid_today_paise: Paise,
    /// Rests of captures, releases and expired holds.
    pub released_today_paise: Paise,
    pub released_today_count: i64,
    pub expired_today_count: i64,
    /// Held paise by time to the deadline: twelve bars of five minutes, what is past in the first.
    pub radar_paise: [i64; 12],
}

pub(crate) fn cards(conn: &Connection, now_ms: i64) -> Result<Cards, LedgerError> {
    let mut cards = Cards {
        held_now: held_now(conn)?,
        radar_paise: radar(conn, now_ms)?,
        ..Cards::default()
    };
    for shelf in Shelf::ALL {
        cards.add(shelf, &day_of_shelf(conn, day_of(now_ms), shelf)?);
    }
    Ok(cards)
}

/// What one day added to one shelf; below zero when more was taken from it.
struct Net {
    count: i64,
    captured_paise: i64,
    released_paise: i64,
}

impl Cards {
    fn add(&mut self, shelf: Shelf, net: &Net) {
        if shelf.is_captured() {
            self.captured_today_count = self.captured_today_count.saturating_add(net.count);
            self.captured_today_paise = sum(self.captured_today_paise, net.captured_paise);
        }
        if shelf.is_partial() {
            self.partial_today_count = self.partial_today_count.saturating_add(net.count);
        }
        if shelf.is_paid() {
            self.paid_today_count = self.paid_today_count.saturating_add(net.count);
            self.paid_today_paise = sum(self.paid_today_paise, net.captured_paise);
        }
        if shelf == Shelf::Released {
            self.released_today_count = self.released_today_count.saturating_add(net.count);
        }
        if shelf == Shelf::Expired {
            self.expired_today_count = self.expired_today_count.saturating_add(net.count);
        }
        self.released_today_paise = sum(self.released_today_paise, net.released_paise);
    }
}

fn held_now(conn: &Connection) -> Result<Totals, LedgerError> {
    let sql = "SELECT count(*), coalesce(sum(held_paise), 0), coalesce(sum(captured_paise), 0), \
               coalesce(sum(released_paise), 0) FROM hold INDEXED BY hold_open \
               WHERE is_open = 1 AND shelf IN ('asking', 'held', 'needs_person') AND held_paise > 0";
    Ok(conn.prepare_cached(sql)?.query_row([], totals_of)?)
}

fn radar(conn: &Connection, now_ms: i64) -> Result<[i64; 12], LedgerError> {
    let sql = "SELECT due_at_ms, held_paise FROM hold INDEXED BY hold_open \
               WHERE is_open = 1 AND shelf = 'held' AND due_at_ms < ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([now_ms.saturating_add(BAR_MS.saturating_mul(12))])?;
    let mut bars = [0_i64; 12];
    while let Some(row) = rows.next()? {
        let (due_at_ms, held_paise): (i64, i64) = (row.get(0)?, row.get(1)?);
        let bar = due_at_ms.saturating_sub(now_ms).max(0).div_euclid(BAR_MS);
        if let Some(bar) = usize::try_from(bar).ok().and_then(|bar| bars.get_mut(bar)) {
            *bar = bar.saturating_add(held_paise);
        }
    }
    Ok(bars)
}

fn day_of_shelf(conn: &Connection, day: i64, shelf: Shelf) -> Result<Net, LedgerError> {
    let sql = "SELECT coalesce(sum(count), 0), coalesce(sum(captured_paise), 0), coalesce(sum(released_paise), 0) \
               FROM total WHERE day = ?1 AND shelf = ?2";
    Ok(conn
        .prepare_cached(sql)?
        .query_row(rusqlite::params![day, shelf.name()], |row| {
            Ok(Net {
                count: row.get(0)?,
                captured_paise: row.get(1)?,
                released_paise: row.get(2)?,
            })
        })?)
}

fn sum(so_far: Paise, paise: i64) -> Paise {
    Paise::new(so_far.get().saturating_add(paise))
}
