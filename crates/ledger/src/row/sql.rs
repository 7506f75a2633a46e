//! The row of the table `hold`. What is written is written here; what is read back is only what cannot be computed.

use super::HoldRow;
use crate::LedgerError;
use crate::chain::seq_of;
use domain::{Bill, CustomerMark, Line, OurRef, SaleMode};
use rusqlite::types::Type;
use rusqlite::{Connection, Row, Statement};
use serde::{Deserialize, Serialize};

/// Every column that a [`HoldRow`] is read from.
pub(crate) const COLUMNS: &str = "seq, sale, customer_hmac, customer_last4, counter, cashier, shift, created_at_ms, \
     updated_at_ms, lines, last_reply, CASE refund_count WHEN 0 THEN NULL ELSE \
     (SELECT json_group_array(json(body) ORDER BY refund.seq) FROM refund WHERE sale_seq = hold.seq) END AS refunds";

/// What moves with a sale. No column of the indexes of live sales is among them, so that an ordinary move leaves those
/// alone.
macro_rules! moving {
    () => {
        "state = ?2, money = ?3, shelf = ?4, is_captured = ?5, is_partial = ?6, needs_person = ?7, alarm = ?8, \
         held_paise = ?9, captured_paise = ?10, released_paise = ?11, provider_ref = ?12, deadline_at_ms = ?13, \
         paid_at_ms = ?14, looks = ?15, last_look_at_ms = ?16, updated_at_ms = ?17, last_reply = ?18, \
         refunded_paise = ?19, sale = ?20, events = events || ',' || ?21, \
         refund_count = ?35"
    };
}
const UPDATE_MOVING: &str = concat!("UPDATE hold SET ", moving!(), " WHERE seq = ?1");
const UPDATE_WHOLE: &str = concat!(
    "UPDATE hold SET ",
    moving!(),
    ", is_open = ?22, is_watched = ?23, due_at_ms = ?24, mode = ?25, amount_paise = ?26, customer_hmac = ?27, \
     customer_last4 = ?28, lines = ?29 WHERE seq = ?1"
);
const INSERT: &str = "INSERT INTO hold(seq, state, money, shelf, is_captured, is_partial, needs_person, alarm, \
     held_paise, captured_paise, released_paise, provider_ref, deadline_at_ms, paid_at_ms, looks, last_look_at_ms, \
     updated_at_ms, last_reply, refunded_paise, sale, events, is_open, is_watched, due_at_ms, mode, amount_paise, \
     customer_hmac, customer_last4, lines, our_ref, counter, cashier, shift, created_at_ms, refund_count) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, \
     ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35)";

impl HoldRow {
    /// Writes the row in place of `before`, if there was one, and that the event `seq` is one of its own.
    pub(crate) fn write(
        &self,
        conn: &Connection,
        before: Option<&HoldRow>,
        seq: i64,
    ) -> Result<(), LedgerError> {
        let only_moved =
            before.is_some_and(|before| self.has_particulars_of(before) && self.stands_where(before));
        let sql = match before {
            None => INSERT,
            Some(_) if only_moved => UPDATE_MOVING,
            Some(_) => UPDATE_WHOLE,
        };
        let mut statement = conn.prepare_cached(sql)?;
        self.bind_moving(&mut statement, seq)?;
        if !only_moved {
            self.bind_place_and_particulars(&mut statement)?;
        }
        if before.is_none() {
            self.bind_origin(&mut statement)?;
        }
        statement.raw_execute()?;
        Ok(())
    }

    pub(crate) fn find(conn: &Connection, our_ref: &OurRef) -> Result<Option<HoldRow>, LedgerError> {
        let sql = format!("SELECT {COLUMNS} FROM hold WHERE our_ref = ?1");
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query([our_ref.as_str()])?;
        match rows.next()? {
            Some(row) => Ok(Some(HoldRow::of(row)?)),
            None => Ok(None),
        }
    }

    /// From a row with [`COLUMNS`].
    pub(crate) fn of(row: &Row<'_>) -> Result<HoldRow, rusqlite::Error> {
        let (bill, delivered) = bills_of(row.get_ref("lines")?.as_str()?)?;
        Ok(HoldRow {
            seq: seq_of(row.get("seq")?),
            sale: from_text(row.get_ref("sale")?.as_str()?)?,
            customer: CustomerMark {
                hmac_hex: row.get("customer_hmac")?,
                last_four: row.get("customer_last4")?,
            },
            counter: row.get("counter")?,
            cashier: row.get("cashier")?,
            shift: row.get("shift")?,
            created_at_ms: row.get("created_at_ms")?,
            updated_at_ms: row.get("updated_at_ms")?,
            bill,
            delivered,
            last_reply: row
                .get_ref("last_reply")?
                .as_str_or_null()?
                .map(from_text)
                .transpose()?,
            refunds: row
                .get_ref("refunds")?
                .as_str_or_null()?
                .map(from_text)
                .transpose()?
                .unwrap_or_default(),
        })
    }

    fn has_particulars_of(&self, before: &HoldRow) -> bool {
        self.sale.amount_paise == before.sale.amount_paise
            && self.sale.mode == before.sale.mode
            && self.customer == before.customer
            && self.bill == before.bill
            && self.delivered == before.delivered
    }

    /// Neither opened nor closed nor due at another moment: the indexes of live sales are left alone then.
    fn stands_where(&self, before: &HoldRow) -> bool {
        let is_as_live =
            self.is_open() == before.is_open() && self.sale.is_watched() == before.sale.is_watched();
        is_as_live && self.due_at_ms() == before.due_at_ms()
    }

    fn due_at_ms(&self) -> i64 {
        self.sale.deadline_at_ms.unwrap_or(i64::MAX)
    }

    fn bind_moving(&self, to: &mut Statement<'_>, event: i64) -> Result<(), LedgerError> {
        let (sale, shelf) = (&self.sale, self.shelf());
        to.raw_bind_parameter(1, key(self.seq))?;
        to.raw_bind_parameter(2, sale.state.name())?;
        to.raw_bind_parameter(3, self.money().name())?;
        to.raw_bind_parameter(4, shelf.name())?;
        to.raw_bind_parameter(5, shelf.is_captured())?;
        to.raw_bind_parameter(6, shelf.is_partial())?;
        to.raw_bind_parameter(7, self.is_stuck())?;
        to.raw_bind_parameter(8, sale.alarm)?;
        to.raw_bind_parameter(9, self.held_paise().get())?;
        to.raw_bind_parameter(10, self.captured_paise().get())?;
        to.raw_bind_parameter(11, self.released_paise().get())?;
        to.raw_bind_parameter(12, sale.provider_ref.as_ref().map(|provider| &provider.0))?;
        to.raw_bind_parameter(13, sale.deadline_at_ms)?;
        to.raw_bind_parameter(14, sale.paid_at_ms)?;
        to.raw_bind_parameter(15, sale.chase.looks)?;
        to.raw_bind_parameter(16, sale.chase.last_look_at_ms)?;
        to.raw_bind_parameter(17, self.updated_at_ms)?;
        to.raw_bind_parameter(18, self.last_reply.as_ref().map(text_of).transpose()?)?;
        to.raw_bind_parameter(19, self.refunded_paise().get())?;
        to.raw_bind_parameter(20, text_of(sale)?)?;
        to.raw_bind_parameter(21, event.to_string())?;
        to.raw_bind_parameter(35, key(u64::try_from(self.refunds.len()).unwrap_or(u64::MAX)))?;
        Ok(())
    }

    fn bind_place_and_particulars(&self, to: &mut Statement<'_>) -> Result<(), LedgerError> {
        to.raw_bind_parameter(22, self.is_open())?;
        to.raw_bind_parameter(23, self.sale.is_watched())?;
        to.raw_bind_parameter(24, self.due_at_ms())?;
        to.raw_bind_parameter(25, mode_name(self.sale.mode))?;
        to.raw_bind_parameter(26, self.sale.amount_paise.get())?;
        to.raw_bind_parameter(27, &self.customer.hmac_hex)?;
        to.raw_bind_parameter(28, &self.customer.last_four)?;
        to.raw_bind_parameter(29, bills_text(&self.bill, self.delivered.as_ref())?)?;
        Ok(())
    }

    fn bind_origin(&self, to: &mut Statement<'_>) -> Result<(), LedgerError> {
        to.raw_bind_parameter(30, self.sale.our_ref.as_str())?;
        to.raw_bind_parameter(31, &self.counter)?;
        to.raw_bind_parameter(32, &self.cashier)?;
        to.raw_bind_parameter(33, self.shift)?;
        to.raw_bind_parameter(34, self.created_at_ms)?;
        Ok(())
    }
}

/// The column `lines`: the bare lines while there is nothing else to say of a bill, as it has been from the beginning, so
/// that no row of years has to be derived anew.
#[derive(Deserialize)]
#[serde(untagged)]
enum Bills {
    Lines(Vec<Line>),
    Whole {
        #[serde(flatten)]
        bill: Bill,
        #[serde(default)]
        delivered: Option<Bill>,
    },
}

#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    bill: &'a Bill,
    #[serde(skip_serializing_if = "Option::is_none")]
    delivered: Option<&'a Bill>,
}

fn bills_of(text: &str) -> Result<(Bill, Option<Bill>), rusqlite::Error> {
    Ok(match from_text(text)? {
        Bills::Lines(lines) => (
            Bill {
                lines,
                ..Bill::default()
            },
            None,
        ),
        Bills::Whole { bill, delivered } => (bill, delivered),
    })
}

fn bills_text(bill: &Bill, delivered: Option<&Bill>) -> Result<String, LedgerError> {
    let is_bare = bill.discount.is_none() && bill.note.is_empty() && delivered.is_none();
    if is_bare {
        text_of(&bill.lines)
    } else {
        text_of(&Whole { bill, delivered })
    }
}

/// SQLite's integers are signed; a number of an event beyond them cannot have been made.
fn key(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

fn mode_name(mode: SaleMode) -> &'static str {
    match mode {
        SaleMode::Hold => "hold",
        SaleMode::Charge => "charge",
    }
}

pub(crate) fn text_of<T: serde::Serialize>(value: &T) -> Result<String, LedgerError> {
    serde_json::to_string(value).map_err(|why| LedgerError::Damaged(why.to_string()))
}

pub(crate) fn from_text<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, rusqlite::Error> {
    serde_json::from_str(text)
        .map_err(|why| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(why)))
}
