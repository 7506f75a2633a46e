//! What the pictures of the reports are drawn from.

use crate::projection::{DAY_MS, INDIA_MS, day_of};
use crate::{LedgerError, Shelf, StoredRecord};
use domain::Call;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

/// How many days are drawn, today included.
pub const DAYS: i64 = 30;
const HOUR_MS: i64 = 3_600_000;
/// How many of the newest records are searched for replies: a picture of now, at the same cost in the tenth year.
const RECORDS: u32 = 2_000;

/// Days are India's. Amounts in paise, moments in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pictures {
    /// The last [`DAYS`] days, oldest first, empty ones too.
    pub days: Vec<DayPicture>,
    /// How many sales came to stand on each shelf in those days, less those that left it again.
    pub outcomes: Vec<(Shelf, i64)>,
    /// Today, by the hour in which the transaction status called a capture paid.
    pub hours: [HourPicture; 24],
    /// How long PhonePe took over each call, of the newest records.
    pub latency: Vec<Latency>,
}

/// What the events of one day changed; below zero when more was taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayPicture {
    /// The day's first moment.
    pub begins_at_ms: i64,
    pub held_paise: i64,
    pub captured_paise: i64,
    pub released_paise: i64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HourPicture {
    pub count: i64,
    pub paid_paise: i64,
}

/// Of the replies to one call: how many, the middle one, that which 95 of 100 were faster than, the slowest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Latency {
    pub call: Call,
    pub count: usize,
    pub median_ms: u64,
    pub p95_ms: u64,
    pub slowest_ms: u64,
}

pub(crate) fn pictures(conn: &Connection, now_ms: i64) -> Result<Pictures, LedgerError> {
    let snapshot = conn.unchecked_transaction()?;
    let today = day_of(now_ms);
    Ok(Pictures {
        days: days(&snapshot, today)?,
        outcomes: outcomes(&snapshot, today)?,
        hours: hours(&snapshot, today)?,
        latency: latency(&snapshot)?,
    })
}

fn days(conn: &Connection, today: i64) -> Result<Vec<DayPicture>, LedgerError> {
    let first = first_of(today);
    let mut days: Vec<DayPicture> = (first..=today)
        .map(|day| DayPicture {
            begins_at_ms: begin_of(day),
            ..DayPicture::default()
        })
        .collect();
    let sql = "SELECT day, sum(held_paise), sum(captured_paise), sum(released_paise) FROM total \
               WHERE day BETWEEN ?1 AND ?2 GROUP BY day";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params![first, today])?;
    while let Some(row) = rows.next()? {
        let day: i64 = row.get(0)?;
        let at = usize::try_from(day.saturating_sub(first)).ok();
        if let Some(day) = at.and_then(|at| days.get_mut(at)) {
            day.held_paise = row.get(1)?;
            day.captured_paise = row.get(2)?;
            day.released_paise = row.get(3)?;
        }
    }
    Ok(days)
}

fn outcomes(conn: &Connection, today: i64) -> Result<Vec<(Shelf, i64)>, LedgerError> {
    let sql = "SELECT coalesce(sum(count), 0) FROM total WHERE day BETWEEN ?1 AND ?2 AND shelf = ?3";
    let mut statement = conn.prepare_cached(sql)?;
    Shelf::ALL
        .into_iter()
        .map(|shelf| {
            let count =
                statement.query_row(params![first_of(today), today, shelf.name()], |row| row.get(0))?;
            Ok((shelf, count))
        })
        .collect()
}

fn hours(conn: &Connection, today: i64) -> Result<[HourPicture; 24], LedgerError> {
    let begins = begin_of(today);
    let sql = "SELECT paid_at_ms, captured_paise FROM hold INDEXED BY hold_paid \
               WHERE paid_at_ms >= ?1 AND paid_at_ms < ?2";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params![begins, begins.saturating_add(DAY_MS)])?;
    let mut hours = [HourPicture::default(); 24];
    while let Some(row) = rows.next()? {
        let (at_ms, paise): (i64, i64) = (row.get(0)?, row.get(1)?);
        let hour = at_ms.saturating_sub(begins).div_euclid(HOUR_MS);
        if let Some(hour) = usize::try_from(hour).ok().and_then(|hour| hours.get_mut(hour)) {
            hour.count = hour.count.saturating_add(1);
            hour.paid_paise = hour.paid_paise.saturating_add(paise);
        }
    }
    Ok(hours)
}

fn latency(conn: &Connection) -> Result<Vec<Latency>, LedgerError> {
    let sql = "SELECT seq, body, hash FROM event ORDER BY seq DESC LIMIT ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([RECORDS])?;
    let mut took: BTreeMap<usize, Vec<u64>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let stored = StoredRecord::of(row)?;
        // What never left the machine says nothing about PhonePe.
        if let Some((call, reply)) = stored.record.fact.answer()
            && reply.http_status.is_some()
            && let Some(at) = Call::ALL.iter().position(|each| *each == call)
        {
            took.entry(at).or_default().push(reply.took_ms);
        }
    }
    let told = took.into_iter().filter_map(|(at, mut all)| {
        all.sort_unstable();
        Some(Latency {
            call: *Call::ALL.get(at)?,
            count: all.len(),
            median_ms: share(&all, 50)?,
            p95_ms: share(&all, 95)?,
            slowest_ms: *all.last()?,
        })
    });
    Ok(told.collect())
}

/// The one below which so many of a hundred lie; sorted, not empty.
fn share(sorted: &[u64], percent: usize) -> Option<u64> {
    let at = sorted
        .len()
        .saturating_sub(1)
        .saturating_mul(percent)
        .div_ceil(100);
    sorted.get(at).copied()
}

fn first_of(today: i64) -> i64 {
    today.saturating_sub(DAYS).saturating_add(1)
}

fn begin_of(day: i64) -> i64 {
    day.saturating_mul(DAY_MS).saturating_sub(INDIA_MS)
}
