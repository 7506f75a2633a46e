//! The closed sales, from the table `filed`: never more of them are read than are shown or found.

use super::filter::{Condition, Filter};
use super::open::unknown;
use super::{Cursor, Tab, Totals};
use crate::filed::BAND_PAISE;
use crate::{LedgerError, Shelf};
use rusqlite::{Connection, Row, ToSql};

/// A filter by amount that means fewer sales than this is answered through the amounts, otherwise through the moments:
/// then the fifty newest are near.
const FEW: i64 = 5_000;

/// The shelves of closed sales that stand in a tab.
const FILED: [Shelf; 4] = [
    Shelf::PaidInFull,
    Shelf::PaidInPart,
    Shelf::Released,
    Shelf::Expired,
];

/// What the board has to know of a closed sale.
#[derive(Clone, Copy)]
pub(crate) struct FiledRow {
    pub seq: i64,
    pub created_at_ms: i64,
    pub shelf: Shelf,
    pub totals: Totals,
}

impl FiledRow {
    pub const COLUMNS: &str = "filed.seq, filed.created_at_ms, filed.shelf, filed.held_paise, filed.captured_paise, \
                               filed.released_paise";

    pub fn of(row: &Row<'_>) -> Result<FiledRow, rusqlite::Error> {
        let name = row.get_ref(2)?.as_str()?;
        // A name that is none stands in no tab; `verify` says what it is.
        let shelf = Shelf::named(name).unwrap_or(Shelf::Failed);
        Ok(FiledRow {
            seq: row.get(0)?,
            created_at_ms: row.get(1)?,
            shelf,
            totals: Totals::of(1, row.get(3)?, row.get(4)?, row.get(5)?),
        })
    }

    pub fn is_in(&self, tab: Tab) -> bool {
        shelves_of(tab).contains(&self.shelf)
    }
}

/// The shelves whose closed sales stand in the tab.
pub(crate) fn shelves_of(tab: Tab) -> &'static [Shelf] {
    match tab {
        Tab::Open | Tab::Expiring | Tab::NotSure | Tab::NeedsPerson => &[],
        Tab::Captured => &[Shelf::PaidInFull, Shelf::PaidInPart],
        Tab::Partial => &[Shelf::PaidInPart],
        Tab::Released => &[Shelf::Released],
        Tab::Expired => &[Shelf::Expired],
    }
}

/// The newest of a filtered tab, after the cursor; at most `limit` of each shelf.
pub(crate) fn newest(
    conn: &Connection,
    tab: Tab,
    filter: &Filter,
    after: Option<Cursor>,
    limit: usize,
) -> Result<Vec<FiledRow>, LedgerError> {
    let (rest, after) = from_the_end_of_its_period(filter, after);
    let mut found = Vec::new();
    for shelf in shelves_of(tab) {
        let index = way(conn, filter, *shelf)?;
        found.extend(newest_on(conn, index, *shelf, rest.condition(), after, limit)?);
    }
    Ok(found)
}

/// A page begins where the period ends or where the page before did, whichever is earlier. Told as one bound, so that no
/// plan can walk there from the newest sale of all.
fn from_the_end_of_its_period(filter: &Filter, after: Option<Cursor>) -> (Filter, Option<Cursor>) {
    let end = filter.before_ms.map(|before_ms| Cursor {
        key: before_ms,
        seq: i64::MIN,
    });
    let earlier = [end, after]
        .into_iter()
        .flatten()
        .min_by_key(|place| (place.key, place.seq));
    let rest = Filter {
        before_ms: None,
        ..filter.clone()
    };
    (rest, earlier)
}

/// As [`newest`], of those whose held, captured or released amount is just this one.
pub(crate) fn newest_of_amount(
    conn: &Connection,
    tab: Tab,
    paise: i64,
    filter: &Filter,
    after: Option<Cursor>,
    limit: usize,
) -> Result<Vec<FiledRow>, LedgerError> {
    let (rest, after) = from_the_end_of_its_period(filter, after);
    let mut found = Vec::new();
    for shelf in shelves_of(tab) {
        for (index, is_of_amount) in OF_AMOUNT {
            let mut condition = rest.condition();
            condition.add(is_of_amount, ":paise", Some(paise));
            found.extend(newest_on(conn, index, *shelf, condition, after, limit)?);
        }
    }
    Ok(found)
}

/// The index by which an amount is found, and what is asked of it: no sale is found by two of them.
const OF_AMOUNT: [(&str, &str); 3] = [
    ("filed_amount", " AND filed.amount_paise = :paise"),
    (
        "filed_captured",
        " AND filed.captured_paise = :paise AND filed.captured_paise <> 0 \
         AND filed.captured_paise <> filed.amount_paise",
    ),
    (
        "filed_released",
        " AND filed.released_paise = :paise AND filed.released_paise <> 0 \
         AND filed.released_paise <> filed.amount_paise AND filed.captured_paise <> :paise",
    ),
];

fn newest_on(
    conn: &Connection,
    index: &str,
    shelf: Shelf,
    condition: Condition,
    after: Option<Cursor>,
    limit: usize,
) -> Result<Vec<FiledRow>, LedgerError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let (key, seq) = after.map_or((i64::MAX, i64::MAX), |after| (after.key, after.seq));
    let name = shelf.name();
    let mut bound = condition.bound();
    bound.push((":shelf", &name));
    bound.push((":key", &key));
    bound.push((":seq", &seq));
    bound.push((":limit", &limit));
    let sql = format!(
        "SELECT {} FROM filed INDEXED BY {index} \
         WHERE filed.shelf = :shelf AND (filed.created_at_ms, filed.seq) < (:key, :seq) AND {} \
         ORDER BY filed.created_at_ms DESC, filed.seq DESC LIMIT :limit",
        FiledRow::COLUMNS,
        condition.text,
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(&*bound, FiledRow::of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The sums of every shelf's closed sales that the filter means.
pub(crate) fn sums(conn: &Connection, filter: &Filter) -> Result<Vec<(Shelf, Totals)>, LedgerError> {
    if let (Some(days), false) = (filter.days(), filter.has_amount()) {
        return kept_sums(conn, filter, days);
    }
    if let Some(amounts) = filter.only_amounts() {
        return sums_between(conn, amounts);
    }
    let mut sums = Vec::new();
    for shelf in FILED {
        let index = way(conn, filter, shelf)?;
        sums.push((shelf, sum_on(conn, index, shelf, &filter.condition())?));
    }
    Ok(sums)
}

/// As [`sums`], of those whose held, captured or released amount is just this one.
pub(crate) fn sums_of_amount(
    conn: &Connection,
    paise: i64,
    filter: &Filter,
) -> Result<Vec<(Shelf, Totals)>, LedgerError> {
    let mut sums = Vec::new();
    for shelf in FILED {
        for (index, is_of_amount) in OF_AMOUNT {
            let mut condition = filter.condition();
            condition.add(is_of_amount, ":paise", Some(paise));
            sums.push((shelf, sum_on(conn, index, shelf, &condition)?));
        }
    }
    Ok(sums)
}

fn sum_on(
    conn: &Connection,
    index: &str,
    shelf: Shelf,
    condition: &Condition,
) -> Result<Totals, LedgerError> {
    let sql = format!(
        "SELECT count(*), {SUMS} FROM filed INDEXED BY {index} WHERE filed.shelf = :shelf AND {}",
        condition.text,
    );
    let name = shelf.name();
    let mut bound = condition.bound();
    bound.push((":shelf", &name));
    Ok(conn.prepare_cached(&sql)?.query_row(&*bound, totals_at_0)?)
}

fn kept_sums(
    conn: &Connection,
    filter: &Filter,
    (from, before): (i64, i64),
) -> Result<Vec<(Shelf, Totals)>, LedgerError> {
    let mut condition = Condition {
        text: "day >= :from AND day < :before".to_owned(),
        values: vec![(":from", Box::new(from)), (":before", Box::new(before))],
    };
    condition.add(" AND counter = :counter", ":counter", filter.counter.clone());
    condition.add(" AND cashier = :cashier", ":cashier", filter.cashier.clone());
    let sql = format!(
        "SELECT shelf, sum(count), {SUMS} FROM filed_total WHERE {} GROUP BY shelf",
        condition.text
    );
    by_shelf(conn, &sql, &condition.bound())
}

/// Whole bands of amounts from what is kept, and the sales at the two ends one by one.
fn sums_between(conn: &Connection, (least, most): (i64, i64)) -> Result<Vec<(Shelf, Totals)>, LedgerError> {
    let above = most.saturating_add(1);
    let first = least
        .saturating_add(BAND_PAISE.saturating_sub(1))
        .div_euclid(BAND_PAISE);
    let end = above.div_euclid(BAND_PAISE);
    let begins = |band: i64| band.saturating_mul(BAND_PAISE);
    let (bands, ends) = if first < end {
        ((first, end), [(least, begins(first)), (begins(end), above)])
    } else {
        ((0, 0), [(least, above), (0, 0)])
    };
    let kept = format!(
        "SELECT coalesce(sum(count), 0), {SUMS} FROM filed_band WHERE shelf = ?1 AND band >= ?2 AND band < ?3"
    );
    let single = format!(
        "SELECT count(*), {SUMS} FROM filed INDEXED BY filed_amount \
         WHERE shelf = ?1 AND amount_paise >= ?2 AND amount_paise < ?3"
    );
    let mut sums = Vec::new();
    for shelf in FILED {
        let add = |sql: &str, (from, before): (i64, i64)| -> Result<Totals, LedgerError> {
            let bound = rusqlite::params![shelf.name(), from, before];
            Ok(conn.prepare_cached(sql)?.query_row(bound, totals_at_0)?)
        };
        let mut sum = add(&kept, bands)?;
        for end in ends {
            sum = sum.plus(add(&single, end)?);
        }
        sums.push((shelf, sum));
    }
    Ok(sums)
}

/// The sums of all sales by shelf, open ones with them.
pub(crate) fn all_sums(conn: &Connection) -> Result<Vec<(Shelf, Totals)>, LedgerError> {
    let sql = "SELECT shelf, count, held_paise, captured_paise, released_paise FROM shelf_total";
    by_shelf(conn, sql, &[])
}

const SUMS: &str =
    "coalesce(sum(held_paise), 0), coalesce(sum(captured_paise), 0), coalesce(sum(released_paise), 0)";

/// The index by which the filter's sales of a shelf are found in the fewest steps.
fn way(conn: &Connection, filter: &Filter, shelf: Shelf) -> Result<&'static str, LedgerError> {
    if filter.has_amount() && has_few(conn, filter, shelf)? {
        return Ok("filed_amount");
    }
    Ok(match (&filter.cashier, &filter.counter) {
        (Some(_), _) => "filed_cashier",
        (None, Some(_)) => "filed_counter",
        (None, None) => "filed_created",
    })
}

fn has_few(conn: &Connection, filter: &Filter, shelf: Shelf) -> Result<bool, LedgerError> {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM filed INDEXED BY filed_amount \
               WHERE shelf = ?1 AND amount_paise BETWEEN ?2 AND ?3 LIMIT ?4)";
    let least = filter.least_paise.map_or(i64::MIN, domain::Paise::get);
    let most = filter.most_paise.map_or(i64::MAX, domain::Paise::get);
    let found: i64 = conn
        .prepare_cached(sql)?
        .query_row(rusqlite::params![shelf.name(), least, most, FEW], |row| {
            row.get(0)
        })?;
    Ok(found < FEW)
}

fn by_shelf(
    conn: &Connection,
    sql: &str,
    bound: &[(&str, &dyn ToSql)],
) -> Result<Vec<(Shelf, Totals)>, LedgerError> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(bound)?;
    let mut sums = Vec::new();
    while let Some(row) = rows.next()? {
        let name = row.get_ref(0)?.as_str().unwrap_or_default();
        let shelf = Shelf::named(name).ok_or_else(|| unknown("shelf", name))?;
        sums.push((shelf, totals_from(row, 1)?));
    }
    Ok(sums)
}

fn totals_at_0(row: &Row<'_>) -> Result<Totals, rusqlite::Error> {
    totals_from(row, 0)
}

/// From count, held, captured, released.
fn totals_from(row: &Row<'_>, at: usize) -> Result<Totals, rusqlite::Error> {
    let figure = |further: usize| row.get(at.saturating_add(further));
    Ok(Totals::of(figure(0)?, figure(1)?, figure(2)?, figure(3)?))
}
