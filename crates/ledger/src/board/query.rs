use super::{Cursor, EXPIRING_MS, Page, Tab, Totals, View};
use crate::chain::seq_of;
use crate::row::COLUMNS;
use crate::{HELD_GRACE_MS, HoldRow, LedgerError};
use domain::Paise;
use rusqlite::{Connection, Row, ToSql};

/// Up to `limit` rows of the view, after the cursor.
pub(crate) fn page(
    conn: &Connection,
    view: &View,
    after: Option<Cursor>,
    limit: u32,
) -> Result<Page, LedgerError> {
    let plan = Plan::of(view.tab);
    let mut filter = Filter::of(view, &plan);
    if let Some(after) = after {
        filter.after(after, &plan);
    }
    // One more than asked tells whether there is a next page.
    filter.bind(":limit", Box::new(i64::from(limit).saturating_add(1)));
    let sql = format!(
        "SELECT {COLUMNS}, {key} AS key FROM hold INDEXED BY {index} WHERE {condition} ORDER BY {order} LIMIT :limit",
        key = plan.key,
        index = plan.index,
        condition = filter.condition,
        order = plan.order,
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found: Vec<(HoldRow, Cursor)> = statement
        .query_map(&*filter.bound(), |row| Ok((HoldRow::of(row)?, cursor_of(row)?)))?
        .collect::<Result<_, _>>()?;
    Ok(cut(found, usize::try_from(limit).unwrap_or(usize::MAX)))
}

/// Sums over the whole view.
pub(crate) fn totals(conn: &Connection, view: &View) -> Result<Totals, LedgerError> {
    let plan = Plan::of(view.tab);
    if let (Some(shelves), true) = (plan.shelves, view.search.trim().is_empty()) {
        return shelf_totals(conn, shelves);
    }
    let filter = Filter::of(view, &plan);
    let sql = format!(
        "SELECT count(*), {SUMS} FROM hold INDEXED BY {index} WHERE {condition}",
        index = plan.index,
        condition = filter.condition,
    );
    let mut statement = conn.prepare_cached(&sql)?;
    Ok(statement.query_row(&*filter.bound(), totals_of)?)
}

const SUMS: &str =
    "coalesce(sum(held_paise), 0), coalesce(sum(captured_paise), 0), coalesce(sum(released_paise), 0)";

/// From the running totals: as quick with ten million sales as with ten.
fn shelf_totals(conn: &Connection, shelves: &str) -> Result<Totals, LedgerError> {
    let sql = format!("SELECT coalesce(sum(count), 0), {SUMS} FROM total WHERE shelf IN ({shelves})");
    Ok(conn.prepare_cached(&sql)?.query_row([], totals_of)?)
}

/// From count, held, captured, released.
pub(super) fn totals_of(row: &Row<'_>) -> Result<Totals, rusqlite::Error> {
    Ok(Totals {
        count: seq_of(row.get(0)?),
        held_paise: Paise::new(row.get(1)?),
        captured_paise: Paise::new(row.get(2)?),
        released_paise: Paise::new(row.get(3)?),
    })
}

/// How a tab is read.
struct Plan {
    index: &'static str,
    condition: &'static str,
    /// What the order and the cursor go by, before the row's number.
    key: &'static str,
    order: &'static str,
    /// The shelves whose totals are the tab's, for a tab that the clock does not change.
    shelves: Option<&'static str>,
}

impl Plan {
    fn of(tab: Tab) -> Plan {
        match tab {
            Tab::Open => Plan::open("is_open = 1"),
            Tab::Expiring => Plan::open("is_open = 1 AND due_at_ms <= :soon AND state = 'Held'"),
            Tab::NotSure => {
                Plan::open("is_open = 1 AND state IN ('HoldUnknown', 'CaptureUnknown', 'CancelUnknown')")
            }
            Tab::NeedsPerson => {
                Plan::open("is_open = 1 AND (needs_person = 1 OR (state = 'Held' AND due_at_ms <= :overdue))")
            }
            Tab::Captured => Plan::newest(
                "hold_captured",
                "is_captured = 1",
                "'accepted_in_full', 'accepted_in_part', 'paid_in_full', 'paid_in_part'",
            ),
            Tab::Partial => Plan::newest(
                "hold_partial",
                "is_partial = 1",
                "'accepted_in_part', 'paid_in_part'",
            ),
            Tab::Released => Plan::newest("hold_released", "shelf = 'released'", "'released'"),
            Tab::Expired => Plan::newest("hold_expired", "shelf = 'expired'", "'expired'"),
        }
    }

    fn open(condition: &'static str) -> Plan {
        Plan {
            index: "hold_open",
            condition,
            key: "due_at_ms",
            order: "due_at_ms, seq",
            shelves: None,
        }
    }

    fn newest(index: &'static str, condition: &'static str, shelves: &'static str) -> Plan {
        Plan {
            index,
            condition,
            key: "seq",
            order: "seq DESC",
            shelves: Some(shelves),
        }
    }

    fn is_newest_first(&self) -> bool {
        self.key == "seq"
    }
}

/// A condition and what is bound in it. Nothing that a person typed is ever part of the text.
struct Filter {
    condition: String,
    values: Vec<(&'static str, Box<dyn ToSql>)>,
}

impl Filter {
    fn of(view: &View, plan: &Plan) -> Filter {
        let mut filter = Filter {
            condition: plan.condition.to_owned(),
            values: Vec::new(),
        };
        match view.tab {
            Tab::Expiring => filter.bind(":soon", Box::new(view.now_ms.saturating_add(EXPIRING_MS))),
            Tab::NeedsPerson => filter.bind(":overdue", Box::new(view.now_ms.saturating_sub(HELD_GRACE_MS))),
            Tab::Open | Tab::NotSure | Tab::Captured | Tab::Partial | Tab::Released | Tab::Expired => {}
        }
        filter.search(view.search.trim());
        filter
    }

    fn search(&mut self, typed: &str) {
        if typed.is_empty() {
            return;
        }
        self.condition.push_str(
            " AND (our_ref LIKE :part ESCAPE '\\' OR provider_ref LIKE :part ESCAPE '\\' \
             OR customer_last4 = :typed OR amount_paise = :paise OR captured_paise = :paise OR released_paise = :paise)",
        );
        let escaped = typed
            .replace('\\', "\\\\")
            .replace('%', "\\%")
            .replace('_', "\\_");
        self.bind(":part", Box::new(format!("%{escaped}%")));
        self.bind(":typed", Box::new(typed.to_owned()));
        // Text that is no amount equals no amount.
        self.bind(
            ":paise",
            Box::new(Paise::parse_rupees(typed).ok().map(Paise::get)),
        );
    }

    fn after(&mut self, after: Cursor, plan: &Plan) {
        if plan.is_newest_first() {
            self.condition.push_str(" AND seq < :seq");
        } else {
            self.condition.push_str(" AND (due_at_ms, seq) > (:key, :seq)");
            self.bind(":key", Box::new(after.key));
        }
        self.bind(":seq", Box::new(after.seq));
    }

    fn bind(&mut self, name: &'static str, value: Box<dyn ToSql>) {
        self.values.push((name, value));
    }

    fn bound(&self) -> Vec<(&str, &dyn ToSql)> {
        self.values
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect()
    }
}

fn cursor_of(row: &Row<'_>) -> Result<Cursor, rusqlite::Error> {
    Ok(Cursor {
        key: row.get("key")?,
        seq: row.get("seq")?,
    })
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
