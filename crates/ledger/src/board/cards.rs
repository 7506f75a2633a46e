use super::Totals;
use super::open::OpenRow;
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

pub(super) fn cards(conn: &Connection, open: &[OpenRow], now_ms: i64) -> Result<Cards, LedgerError> {
    let mut cards = Cards {
        held_now: held_now(open),
        radar_paise: radar(open, now_ms),
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

fn held_now(open: &[OpenRow]) -> Totals {
    let may_be_held = |row: &&OpenRow| {
        matches!(row.shelf, Shelf::Asking | Shelf::Held | Shelf::NeedsPerson) && row.held_paise > 0
    };
    open.iter()
        .filter(may_be_held)
        .fold(Totals::default(), |sum, row| sum.plus(row.totals()))
}

fn radar(open: &[OpenRow], now_ms: i64) -> [i64; 12] {
    let mut bars = [0_i64; 12];
    for row in open.iter().filter(|row| row.shelf == Shelf::Held) {
        let bar = row.due_at_ms.saturating_sub(now_ms).max(0).div_euclid(BAR_MS);
        if let Some(bar) = usize::try_from(bar).ok().and_then(|bar| bars.get_mut(bar)) {
            *bar = bar.saturating_add(row.held_paise);
        }
    }
    bars
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
