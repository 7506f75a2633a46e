//! X and Z from the tables. Nothing here goes through the shift's sales: what they came to is kept as they move, and only
//! what is open is read by name.

use super::{beyond, last};
use crate::chain::Head;
use crate::row::{COLUMNS, from_text};
use crate::{Difference, HoldRow, LedgerError};
use domain::{
    Closing, Corrected, DueHold, Fact, OurRef, Paise, Record, ReportLine, SaleMark, SaleState, ShiftBooks,
    ShiftFact, ShiftReport, Unproved,
};
use rusqlite::{Connection, OptionalExtension, Row};

/// The X of the shift that was opened last, at a moment (milliseconds since 1970); the same function draws the Z when a
/// closing is given. `None` when no shift is open.
pub(crate) fn report(
    conn: &Connection,
    at_ms: i64,
    closing: Option<Closing>,
    head: &Head,
) -> Result<Option<ShiftReport>, LedgerError> {
    let Some(shift) = last(conn)?.filter(domain::Shift::is_open) else {
        return Ok(None);
    };
    let number = shift.number;
    let sql = "SELECT counter, tally, first_sale, first_sale_at_ms, last_sale, last_sale_at_ms FROM shift \
               WHERE number = ?1";
    let (counter, tally, first_sale, last_sale) = conn.prepare_cached(sql)?.query_row([number], |row| {
        Ok((
            row.get(0)?,
            from_text(row.get_ref(1)?.as_str()?)?,
            mark(row, 2)?,
            mark(row, 4)?,
        ))
    })?;
    let (open, unproved) = open_sales(conn)?;
    let books = ShiftBooks {
        shift,
        counter,
        cashiers: cashiers(conn, number)?,
        first_sale,
        last_sale,
        tally,
        open,
        unproved,
        corrected: corrected(conn, number)?,
        head_seq: head.seq,
        head_hash: head.hash_hex.clone(),
    };
    ShiftReport::drawn(books, at_ms, closing)
        .map(Some)
        .ok_or_else(beyond)
}

/// What the Z in this record has to say.
pub(crate) fn closing_report(
    conn: &Connection,
    record: &Record,
    before: &Head,
) -> Result<ShiftReport, LedgerError> {
    let reason = if let Fact::Shift(ShiftFact::Closed { reason, .. }) = &record.fact {
        reason.clone()
    } else {
        None
    };
    let closing = Closing {
        by: record.by.cashier.clone(),
        reason,
    };
    report(conn, record.at.wall_ms, Some(closing), before)?
        .ok_or(LedgerError::Shift(domain::ShiftRefusal::NotOpen))
}

/// The events of the newest Zs before a number, newest first: number and event.
pub(crate) fn z_numbers(conn: &Connection, before: u32, limit: u32) -> Result<Vec<(u32, i64)>, LedgerError> {
    let mut statement =
        conn.prepare_cached("SELECT number, seq FROM z WHERE number < ?1 ORDER BY number DESC LIMIT ?2")?;
    let found = statement
        .query_map([before, limit], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(found)
}

/// The first Z that does not say what the events before it say.
pub(crate) fn difference(replayed: &Connection) -> Result<Option<Difference>, LedgerError> {
    let found: Option<(u64, u32, String, String)> = replayed
        .prepare("SELECT seq, number, said, told FROM z WHERE said <> told ORDER BY number LIMIT 1")?
        .query_row([], |row| {
            Ok((
                crate::chain::seq_of(row.get(0)?),
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
            ))
        })
        .optional()?;
    let Some((seq, number, said, told)) = found else {
        return Ok(None);
    };
    let read = |text: &str| serde_json::from_str(text).unwrap_or(serde_json::Value::Null);
    let (figure, said, told) = first_difference("", &read(&said), &read(&told));
    Ok(Some(Difference::Z {
        number,
        seq,
        figure,
        said,
        told,
    }))
}

fn first_difference(
    at: &str,
    said: &serde_json::Value,
    told: &serde_json::Value,
) -> (String, String, String) {
    if let (Some(said), Some(told)) = (said.as_object(), told.as_object()) {
        for (name, there) in told {
            let here = said.get(name).unwrap_or(&serde_json::Value::Null);
            if here != there {
                let dot = if at.is_empty() { "" } else { "." };
                return first_difference(&format!("{at}{dot}{name}"), here, there);
            }
        }
    }
    (at.to_owned(), said.to_string(), told.to_string())
}

fn open_sales(conn: &Connection) -> Result<(Vec<DueHold>, Vec<Unproved>), LedgerError> {
    let sql = format!(
        "SELECT {COLUMNS}, (SELECT owner FROM owner WHERE owner.our_ref = hold.our_ref) AS owner \
         FROM hold INDEXED BY hold_open WHERE is_open = 1 ORDER BY due_at_ms, seq"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let (mut open, mut unproved) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let owner = row.get("owner")?;
        let hold = HoldRow::of(row)?;
        if hold.sale.state == SaleState::CaptureAccepted {
            unproved.push(Unproved {
                captured_paise: hold.captured_paise(),
                our_ref: hold.sale.our_ref,
            });
        } else if ReportLine::of(&hold.sale) == ReportLine::Open {
            open.push(due(hold, owner));
        }
    }
    Ok((open, unproved))
}

fn due(hold: HoldRow, owner: Option<String>) -> DueHold {
    DueHold {
        our_ref: hold.sale.our_ref,
        state: hold.sale.state,
        held_paise: hold.sale.amount_paise,
        capture_paise: hold.sale.capture_paise,
        last_four: hold.customer.last_four,
        deadline_at_ms: hold.sale.deadline_at_ms,
        cashier: hold.cashier,
        owner,
    }
}

fn cashiers(conn: &Connection, number: u32) -> Result<Vec<String>, LedgerError> {
    let mut statement =
        conn.prepare_cached("SELECT cashier FROM shift_cashier WHERE shift = ?1 ORDER BY cashier")?;
    let names = statement
        .query_map([number], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(names)
}

fn corrected(conn: &Connection, number: u32) -> Result<Vec<Corrected>, LedgerError> {
    let sql = "SELECT our_ref, was, held_paise, captured_paise FROM correction INDEXED BY correction_of_shift \
               WHERE shift = ?1 ORDER BY seq";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([number])?;
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        let was: String = row.get(1)?;
        list.push(Corrected {
            our_ref: our_ref(row.get(0)?)?,
            was: SaleState::named(&was)
                .ok_or_else(|| LedgerError::Damaged(format!("{was} is no state of a sale")))?,
            held_paise: Paise::new(row.get(2)?),
            captured_paise: Paise::new(row.get(3)?),
        });
    }
    Ok(list)
}

fn mark(row: &Row<'_>, at: usize) -> Result<Option<SaleMark>, rusqlite::Error> {
    let (name, at_ms): (Option<String>, Option<i64>) = (row.get(at)?, row.get(at.saturating_add(1))?);
    Ok(name
        .and_then(|name| name.parse().ok())
        .zip(at_ms)
        .map(|(our_ref, at_ms)| SaleMark { our_ref, at_ms }))
}

fn our_ref(text: String) -> Result<OurRef, LedgerError> {
    OurRef::try_from(text).map_err(|why| LedgerError::Damaged(why.to_string()))
}
