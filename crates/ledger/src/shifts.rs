//! Shifts as the ledger keeps them: which one is running, what its events did to the sales, and every Z. Written in the
//! transaction of the event, like everything that is derived.

mod report;

pub(crate) use report::{closing_report, difference, report, z_numbers};

use crate::chain::Head;
use crate::projection::Change;
use crate::row::{from_text, text_of};
use crate::{HoldRow, LedgerError};
use domain::{Event, Fact, OurRef, Record, Shift, ShiftFact, Tally};
use rusqlite::{Connection, OptionalExtension, params};

/// Who looks after an open sale, and since which shift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    pub our_ref: OurRef,
    pub owner: String,
    pub shift: u32,
}

/// The last shift that was opened; `None`: none ever was.
pub(crate) fn last(conn: &Connection) -> Result<Option<Shift>, LedgerError> {
    let found = conn
        .prepare_cached("SELECT shift FROM shift WHERE shift IS NOT NULL ORDER BY number DESC LIMIT 1")?
        .query_row([], |row| from_text(row.get_ref(0)?.as_str()?))
        .optional()?;
    Ok(found)
}

/// The owners of the sales that are still open.
pub(crate) fn owners(conn: &Connection) -> Result<Vec<Owner>, LedgerError> {
    let sql = "SELECT owner.our_ref, owner, owner.shift FROM hold INDEXED BY hold_open \
               JOIN owner ON owner.our_ref = hold.our_ref WHERE is_open = 1";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut owners = Vec::new();
    while let Some(row) = rows.next()? {
        let our_ref: String = row.get(0)?;
        owners.push(Owner {
            our_ref: our_ref
                .parse()
                .map_err(|_| LedgerError::Damaged(format!("{our_ref} is no sale of ours")))?,
            owner: row.get(1)?,
            shift: row.get(2)?,
        });
    }
    Ok(owners)
}

/// Refuses what the domain refuses, and a Z that is not what the events say. Nothing has been begun yet.
pub(crate) fn check(
    conn: &Connection,
    record: &Record,
    before: impl FnOnce() -> Head,
) -> Result<(), LedgerError> {
    let Fact::Shift(fact) = &record.fact else {
        return Ok(());
    };
    Shift::after(last(conn)?.as_ref(), fact, &record.by.cashier, record.at.wall_ms)?;
    if let ShiftFact::Closed { number, report, .. } = fact
        && **report != closing_report(conn, record, &before())?
    {
        return Err(LedgerError::WrongZ(*number));
    }
    Ok(())
}

/// Writes what the record means for its shift. `change` is what it does to a sale, if it is about one; `before` the end
/// of the chain that it stands on.
pub(crate) fn write(
    conn: &Connection,
    record: &Record,
    seq: i64,
    change: Option<&Change>,
    before: impl FnOnce() -> Head,
) -> Result<(), LedgerError> {
    let last = last(conn)?;
    if let Some(change) = change {
        note_sale(conn, record, seq, change, last.as_ref())?;
    }
    let Fact::Shift(fact) = &record.fact else {
        return Ok(());
    };
    if let ShiftFact::Closed { number, report, .. } = fact {
        let told = closing_report(conn, record, &before())?;
        conn.prepare_cached("INSERT INTO z(number, seq, said, told) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![number, seq, text_of(report)?, text_of(&told)?])?;
    }
    let shift = Shift::after(last.as_ref(), fact, &record.by.cashier, record.at.wall_ms)?;
    if let (ShiftFact::Opened { number, .. }, None) = (fact, &last) {
        begin_numbering(conn, *number)?;
    }
    if let ShiftFact::HandedOver { our_ref, to, .. } = fact {
        conn.prepare_cached("INSERT OR REPLACE INTO owner(our_ref, owner, shift) VALUES (?1, ?2, ?3)")?
            .execute(params![our_ref.as_str(), to, shift.number])?;
    }
    make_row(conn, shift.number, record)?;
    conn.prepare_cached("UPDATE shift SET shift = ?2, counter = ?3 WHERE number = ?1")?
        .execute(params![shift.number, text_of(&shift)?, record.by.counter])?;
    note_cashier(conn, shift.number, record)
}

fn note_sale(
    conn: &Connection,
    record: &Record,
    seq: i64,
    change: &Change,
    last: Option<&Shift>,
) -> Result<(), LedgerError> {
    let (before, after) = (change.before.as_ref(), &change.after);
    let is_same = before.is_some_and(|before| {
        before.sale.state == after.sale.state && before.refunded_paise() == after.refunded_paise()
    });
    let number = last.map_or(0, Shift::running);
    if matches!(record.fact, Fact::Intent { .. }) {
        make_row(conn, number, record)?;
        note_cashier(conn, number, record)?;
    }
    if is_same {
        return Ok(());
    }
    count(conn, number, record, before, after)?;
    if matches!(record.fact.event(), Some(Event::HoldAsked)) {
        conn.prepare_cached(
            "UPDATE shift SET last_sale = ?2, last_sale_at_ms = ?3, first_sale = coalesce(first_sale, ?2), \
             first_sale_at_ms = coalesce(first_sale_at_ms, ?3) WHERE number = ?1",
        )?
        .execute(params![number, after.sale.our_ref.as_str(), record.at.wall_ms])?;
    }
    if let (Some(Event::Contradicted { .. }), Some(before)) = (record.fact.event(), before) {
        conn.prepare_cached(
            "INSERT INTO correction(seq, shift, our_ref, was, held_paise, captured_paise) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            seq,
            number,
            before.sale.our_ref.as_str(),
            before.sale.state.name(),
            before.held_paise().get(),
            before.captured_paise().get(),
        ])?;
    }
    Ok(())
}

/// The shift's tally after the move; a move within a line costs no page.
fn count(
    conn: &Connection,
    number: u32,
    record: &Record,
    before: Option<&HoldRow>,
    after: &HoldRow,
) -> Result<(), LedgerError> {
    let had = before.map(HoldRow::refunded_paise).unwrap_or_default();
    let tally: Option<Tally> = conn
        .prepare_cached("SELECT tally FROM shift WHERE number = ?1")?
        .query_row([number], |row| from_text(row.get_ref(0)?.as_str()?))
        .optional()?;
    let counted = tally
        .unwrap_or_default()
        .moved(
            before.map(|before| &before.sale),
            &after.sale,
            (had, after.refunded_paise()),
        )
        .ok_or_else(beyond)?;
    if tally == Some(counted) {
        return Ok(());
    }
    make_row(conn, number, record)?;
    conn.prepare_cached("UPDATE shift SET tally = ?2 WHERE number = ?1")?
        .execute(params![number, text_of(&counted)?])?;
    Ok(())
}

/// What was done before the first shift was opened is that shift's, so that no sale is in no Z.
fn begin_numbering(conn: &Connection, number: u32) -> Result<(), LedgerError> {
    for sql in [
        "UPDATE shift SET number = ?1 WHERE number = 0",
        "UPDATE shift_cashier SET shift = ?1 WHERE shift = 0",
        "UPDATE correction SET shift = ?1 WHERE shift = 0",
    ] {
        conn.execute(sql, [number])?;
    }
    Ok(())
}

fn make_row(conn: &Connection, number: u32, record: &Record) -> Result<(), LedgerError> {
    conn.prepare_cached("INSERT OR IGNORE INTO shift(number, counter, tally) VALUES (?1, ?2, ?3)")?
        .execute(params![number, record.by.counter, text_of(&Tally::default())?])?;
    Ok(())
}

fn note_cashier(conn: &Connection, number: u32, record: &Record) -> Result<(), LedgerError> {
    conn.prepare_cached("INSERT OR IGNORE INTO shift_cashier(shift, cashier) VALUES (?1, ?2)")?
        .execute(params![number, record.by.cashier])?;
    Ok(())
}

pub(crate) fn beyond() -> LedgerError {
    LedgerError::Damaged("a sum is larger than the ledger can count".to_owned())
}
