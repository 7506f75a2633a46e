//! One look at the board: whatever is shown together is read together.

use super::cards::{Cards, cards};
use super::closed::{self, FiledRow};
use super::filter::Filter;
use super::open::{OpenRow, open_rows};
use super::typed::Typed;
use super::{Cursor, Page, Tab, TabCount, Totals, View};
use crate::row::COLUMNS;
use crate::{HoldRow, LedgerError, Shelf};
use rusqlite::Connection;

/// A tab's page with everything that stands around it, all of one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    pub page: Page,
    /// Of every tab, under the same search and filter.
    pub counts: Vec<TabCount>,
    /// Of the tab that is shown.
    pub totals: Totals,
    pub cards: Cards,
}

/// The board of one search and filter, inside the caller's snapshot.
pub(crate) struct Sheet<'c> {
    conn: &'c Connection,
    now_ms: i64,
    filter: Filter,
    /// Every open sale, for the cards.
    open: Vec<OpenRow>,
    typed: Option<Typed>,
    /// The closed sales that the search means but by their amounts, newest first.
    found: Vec<FiledRow>,
}

impl<'c> Sheet<'c> {
    pub fn of(
        conn: &'c Connection,
        search: &str,
        filter: &Filter,
        now_ms: i64,
    ) -> Result<Sheet<'c>, LedgerError> {
        let typed = Typed::of(search);
        let found = match &typed {
            Some(typed) => found(conn, typed, filter)?,
            None => Vec::new(),
        };
        Ok(Sheet {
            conn,
            now_ms,
            filter: filter.clone(),
            open: open_rows(conn)?,
            typed,
            found,
        })
    }

    pub fn board(&self, view: &View, after: Option<Cursor>, limit: u32) -> Result<Board, LedgerError> {
        let counts = self.counts()?;
        let of_tab = counts.iter().find(|count| count.tab == view.tab);
        Ok(Board {
            page: self.page(view.tab, after, limit)?,
            totals: of_tab.map(|count| count.totals).unwrap_or_default(),
            counts,
            cards: self.cards()?,
        })
    }

    /// Up to `limit` rows of the tab, after the cursor: open tabs by nearest deadline, the others newest first.
    pub fn page(&self, tab: Tab, after: Option<Cursor>, limit: u32) -> Result<Page, LedgerError> {
        // One more than asked tells whether there is a next page.
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
        let places = match index_of(tab) {
            None => self.by_deadline(tab, after, wanted),
            Some(tabs) if self.is_whole() => return whole(self.conn, tabs, after, wanted),
            Some(_) => self.newest(tab, after, wanted)?,
        };
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM hold WHERE seq = ?1"))?;
        let mut read = |place: Cursor| -> Result<(HoldRow, Cursor), LedgerError> {
            Ok((statement.query_row([place.seq], HoldRow::of)?, place))
        };
        let rows: Vec<(HoldRow, Cursor)> = places.into_iter().map(&mut read).collect::<Result<_, _>>()?;
        Ok(cut(rows, wanted.saturating_sub(1)))
    }

    /// The totals of every tab, over all of its rows.
    pub fn counts(&self) -> Result<Vec<TabCount>, LedgerError> {
        let sums = if self.is_whole() {
            closed::all_sums(self.conn)?
        } else if let Some(typed) = &self.typed {
            let mut sums = match typed.paise() {
                Some(paise) => closed::sums_of_amount(self.conn, paise, &self.filter)?,
                None => Vec::new(),
            };
            sums.extend(self.found.iter().map(|row| (row.shelf, row.totals)));
            sums
        } else {
            closed::sums(self.conn, &self.filter)?
        };
        Ok(Tab::ALL
            .into_iter()
            .map(|tab| TabCount {
                tab,
                totals: self.totals(tab, &sums),
            })
            .collect())
    }

    pub fn cards(&self) -> Result<Cards, LedgerError> {
        cards(self.conn, &self.open, self.now_ms)
    }

    /// Neither searched nor filtered.
    fn is_whole(&self) -> bool {
        self.typed.is_none() && self.filter.is_empty()
    }

    fn totals(&self, tab: Tab, sums: &[(Shelf, Totals)]) -> Totals {
        let in_tab = |shelf: Shelf| match (tab, self.is_whole()) {
            // The sums of all sales have the open ones in them.
            (Tab::Captured, true) => shelf.is_captured(),
            (Tab::Partial, true) => shelf.is_partial(),
            _ => closed::shelves_of(tab).contains(&shelf),
        };
        let of_closed = sums
            .iter()
            .filter(|(shelf, _)| in_tab(*shelf))
            .fold(Totals::default(), |sum, (_, totals)| sum.plus(*totals));
        if self.is_whole() && index_of(tab).is_some() {
            return of_closed;
        }
        self.open_in(tab)
            .fold(of_closed, |sum, row| sum.plus(row.totals()))
    }

    fn open_in(&self, tab: Tab) -> impl Iterator<Item = &OpenRow> {
        self.open.iter().filter(move |row| {
            row.is_in(tab, self.now_ms)
                && self.filter.means(row)
                && self.typed.as_ref().is_none_or(|typed| typed.means(row))
        })
    }

    fn by_deadline(&self, tab: Tab, after: Option<Cursor>, wanted: usize) -> Vec<Cursor> {
        self.open_in(tab)
            .map(|row| Cursor {
                key: row.due_at_ms,
                seq: row.seq,
            })
            .filter(|place| after.is_none_or(|after| (place.key, place.seq) > (after.key, after.seq)))
            .take(wanted)
            .collect()
    }

    fn newest(&self, tab: Tab, after: Option<Cursor>, wanted: usize) -> Result<Vec<Cursor>, LedgerError> {
        let closed = if let Some(typed) = &self.typed {
            let mut closed = match typed.paise() {
                Some(paise) => closed::newest_of_amount(self.conn, tab, paise, &self.filter, after, wanted)?,
                None => Vec::new(),
            };
            closed.extend(self.found.iter().filter(|row| row.is_in(tab)));
            closed
        } else {
            closed::newest(self.conn, tab, &self.filter, after, wanted)?
        };
        let closed = closed.iter().map(|row| (row.created_at_ms, row.seq));
        let open = self.open_in(tab).map(|row| (row.created_at_ms, row.seq));
        let mut places: Vec<(i64, i64)> = closed
            .chain(open)
            .filter(|place| after.is_none_or(|after| *place < (after.key, after.seq)))
            .collect();
        places.sort_unstable_by(|one, other| other.cmp(one));
        places.truncate(wanted);
        Ok(places.into_iter().map(|(key, seq)| Cursor { key, seq }).collect())
    }
}

/// Each once, newest first.
fn found(conn: &Connection, typed: &Typed, filter: &Filter) -> Result<Vec<FiledRow>, LedgerError> {
    let condition = filter.condition();
    let mut found = typed.closed(conn, &condition.text, &condition.bound())?;
    found.sort_unstable_by_key(|row| std::cmp::Reverse((row.created_at_ms, row.seq)));
    found.dedup_by_key(|row| row.seq);
    Ok(found)
}

/// The index that has a whole tab in its order, and its condition; `None` for the open tabs.
fn index_of(tab: Tab) -> Option<(&'static str, &'static str)> {
    match tab {
        Tab::Open | Tab::Expiring | Tab::NotSure | Tab::NeedsPerson => None,
        Tab::Captured => Some(("hold_captured", "is_captured = 1")),
        Tab::Partial => Some(("hold_partial", "is_partial = 1")),
        Tab::Released => Some(("hold_released", "shelf = 'released'")),
        Tab::Expired => Some(("hold_expired", "shelf = 'expired'")),
    }
}

/// A tab that nothing narrows, newest first.
fn whole(
    conn: &Connection,
    (index, condition): (&str, &str),
    after: Option<Cursor>,
    wanted: usize,
) -> Result<Page, LedgerError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM hold INDEXED BY {index} WHERE {condition} AND seq < ?1 ORDER BY seq DESC LIMIT ?2"
    );
    let before = after.map_or(i64::MAX, |after| after.seq);
    let limit = i64::try_from(wanted).unwrap_or(i64::MAX);
    let mut statement = conn.prepare_cached(&sql)?;
    let rows: Vec<(HoldRow, Cursor)> = statement
        .query_map([before, limit], |row| {
            let seq = row.get("seq")?;
            Ok((HoldRow::of(row)?, Cursor { key: seq, seq }))
        })?
        .collect::<Result<_, _>>()?;
    Ok(cut(rows, wanted.saturating_sub(1)))
}

fn cut(mut found: Vec<(HoldRow, Cursor)>, limit: usize) -> Page {
    let has_more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| has_more).map(|(_, cursor)| *cursor);
    Page {
        rows: found.into_iter().map(|(row, _)| row).collect(),
        next,
    }
}
