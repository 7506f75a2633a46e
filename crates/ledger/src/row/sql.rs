//! The row of the table `hold`. What is written is written here; what is read back is only what cannot be computed.

use super::HoldRow;
use crate::LedgerError;
use crate::chain::seq_of;
use domain::{CustomerMark, OurRef, SaleMode};
use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};

/// Every column that a [`HoldRow`] is read from.
pub(crate) const COLUMNS: &str = "seq, sale, customer_hmac, customer_last4, counter, cashier, shift, created_at_ms, \
     updated_at_ms, lines, last_reply";

/// A sale's particulars; what moves is written right after by the update.
const INSERT: &str = "INSERT INTO hold(seq, our_ref, mode, amount_paise, customer_hmac, customer_last4, counter, cashier, \
     shift, created_at_ms, lines, refunded_paise, state, money, shelf, is_open, is_captured, is_partial, needs_person, \
     alarm, held_paise, captured_paise, released_paise, due_at_ms, looks, updated_at_ms, sale) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, '', '', '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')";

/// What moves with a sale.
const MOVING: &str = "state = ?2, money = ?3, shelf = ?4, is_captured = ?5, is_partial = ?6, needs_person = ?7, \
     alarm = ?8, held_paise = ?9, captured_paise = ?10, released_paise = ?11, provider_ref = ?12, \
     deadline_at_ms = ?13, paid_at_ms = ?14, looks = ?15, last_look_at_ms = ?16, updated_at_ms = ?17, \
     last_reply = ?18, refunded_paise = ?19, sale = ?20";

impl HoldRow {
    /// Writes the row in place of `before`, if there was one.
    pub(crate) fn write(&self, conn: &Connection, before: Option<&HoldRow>) -> Result<(), LedgerError> {
        let keeps_particulars = before.is_some_and(|before| self.has_particulars_of(before));
        if before.is_some() && !keeps_particulars {
            conn.prepare_cached("DELETE FROM hold WHERE seq = ?1")?
                .execute([key(self.seq)])?;
        }
        if !keeps_particulars {
            self.insert(conn)?;
        }
        let same_place = keeps_particulars && before.is_some_and(|before| self.stands_where(before));
        self.update(conn, same_place)
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
            lines: from_text(row.get_ref("lines")?.as_str()?)?,
            last_reply: row
                .get_ref("last_reply")?
                .as_str_or_null()?
                .map(from_text)
                .transpose()?,
        })
    }

    fn has_particulars_of(&self, before: &HoldRow) -> bool {
        self.sale.amount_paise == before.sale.amount_paise
            && self.sale.expiry_minutes == before.sale.expiry_minutes
            && self.sale.mode == before.sale.mode
            && self.customer == before.customer
            && self.lines == before.lines
    }

    /// Neither opened nor closed nor due at another moment: the index of open sales is left alone then.
    fn stands_where(&self, before: &HoldRow) -> bool {
        self.is_open() == before.is_open() && self.due_at_ms() == before.due_at_ms()
    }

    fn due_at_ms(&self) -> i64 {
        self.sale.deadline_at_ms.unwrap_or(i64::MAX)
    }

    fn insert(&self, conn: &Connection) -> Result<(), LedgerError> {
        conn.prepare_cached(INSERT)?.execute(params![
            key(self.seq),
            self.sale.our_ref.as_str(),
            mode_name(self.sale.mode),
            self.sale.amount_paise.get(),
            self.customer.hmac_hex,
            self.customer.last_four,
            self.counter,
            self.cashier,
            self.shift,
            self.created_at_ms,
            text_of(&self.lines)?,
        ])?;
        Ok(())
    }

    fn update(&self, conn: &Connection, same_place: bool) -> Result<(), LedgerError> {
        let sql = if same_place {
            format!("UPDATE hold SET {MOVING} WHERE seq = ?1")
        } else {
            format!("UPDATE hold SET {MOVING}, is_open = ?21, due_at_ms = ?22 WHERE seq = ?1")
        };
        let mut statement = conn.prepare_cached(&sql)?;
        self.bind_moving(&mut statement)?;
        if !same_place {
            statement.raw_bind_parameter(21, self.is_open())?;
            statement.raw_bind_parameter(22, self.due_at_ms())?;
        }
        statement.raw_execute()?;
        Ok(())
    }

    fn bind_moving(&self, to: &mut rusqlite::Statement<'_>) -> Result<(), LedgerError> {
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
        Ok(())
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

fn text_of<T: serde::Serialize>(value: &T) -> Result<String, LedgerError> {
    serde_json::to_string(value).map_err(|why| LedgerError::Damaged(why.to_string()))
}

fn from_text<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, rusqlite::Error> {
    serde_json::from_str(text)
        .map_err(|why| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(why)))
}
