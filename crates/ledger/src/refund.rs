//! The refunds of a sale: whose they are, what was said, and the table `refund`. The domain decides.

use crate::row::LastReply;
use crate::{HoldRow, LedgerError};
use domain::{Paise, Record};
use domain::{Refund, RefundFact, RefundReason, RefundRefusal, Refusal};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

/// One refund as the ledger has it. Moments in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundRow {
    /// The event that asked for it.
    pub seq: u64,
    pub refund: Refund,
    pub reason: RefundReason,
    /// Where, by whom and in which shift it was asked for.
    pub counter: String,
    pub cashier: String,
    pub shift: u32,
    pub updated_at_ms: i64,
    pub last_reply: Option<LastReply>,
}

impl HoldRow {
    /// What is proved to have gone back to the customer after it was captured.
    #[must_use]
    pub fn refunded_paise(&self) -> Paise {
        self.refunds
            .iter()
            .try_fold(Paise::ZERO, |sum, row| {
                sum.checked_add(row.refund.refunded_paise())
            })
            .unwrap_or(Paise::ZERO)
    }

    /// The refunds without what the ledger keeps beside them, oldest first.
    #[must_use]
    pub fn bare_refunds(&self) -> Vec<&Refund> {
        self.refunds.iter().map(|row| &row.refund).collect()
    }

    pub(crate) fn has_live_refund(&self) -> bool {
        self.refunds.iter().any(|row| row.refund.is_live())
    }

    /// A refund of it stands before a person, who finds it among the sales that do.
    #[must_use]
    pub fn has_refund_for_person(&self) -> bool {
        self.refunds.iter().any(|row| row.refund.needs_person())
    }
}

/// What a fact does to the refunds of a sale's row. `seq` is the record's own number.
pub(crate) fn advance(
    row: &mut HoldRow,
    fact: &RefundFact,
    record: &Record,
    seq: u64,
) -> Result<(), LedgerError> {
    let at_ms = record.at.wall_ms;
    if let RefundFact::Asked {
        refund_ref,
        amount_paise,
        reason,
        ..
    } = fact
    {
        let asked = Refund::ask(
            &row.sale,
            &row.bare_refunds(),
            refund_ref.clone(),
            *amount_paise,
            at_ms,
        )
        .map_err(refused)?;
        row.refunds.push(RefundRow {
            seq,
            refund: asked,
            reason: reason.clone(),
            counter: record.by.counter.clone(),
            cashier: record.by.cashier.clone(),
            shift: record.by.shift,
            updated_at_ms: at_ms,
            last_reply: None,
        });
        return Ok(());
    }
    let one = row
        .refunds
        .iter_mut()
        .find(|row| row.refund.refund_ref == *fact.refund_ref())
        .ok_or_else(|| refused(RefundRefusal::NoSuchRefund))?;
    one.refund = fact.apply_to(&one.refund, at_ms).map_err(refused)?;
    one.updated_at_ms = at_ms;
    if let Some((call, reply)) = fact.answer() {
        one.last_reply = Some(LastReply::of(call, reply, at_ms));
    }
    Ok(())
}

fn refused(refusal: RefundRefusal) -> LedgerError {
    Refusal::from(refusal).into()
}

/// Writes the refunds that the change made or moved, inside the caller's transaction.
pub(crate) fn write(conn: &Connection, after: &HoldRow, before: Option<&HoldRow>) -> Result<(), LedgerError> {
    let stood: &[RefundRow] = before.map_or(&[], |before| &before.refunds);
    for row in after.refunds.iter().filter(|row| !stood.contains(row)) {
        write_one(conn, after, row)?;
    }
    Ok(())
}

fn write_one(conn: &Connection, sale: &HoldRow, row: &RefundRow) -> Result<(), LedgerError> {
    let stored = |seq: u64| i64::try_from(seq).unwrap_or(i64::MAX);
    let refund = &row.refund;
    let body = serde_json::to_string(row).map_err(|why| LedgerError::Damaged(why.to_string()))?;
    conn.prepare_cached(
        "INSERT INTO refund(seq, refund_ref, sale_seq, our_ref, provider_ref, state, is_live, needs_person, \
         amount_paise, refunded_paise, counter, cashier, shift, asked_at_ms, refunded_at_ms, updated_at_ms, body) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) \
         ON CONFLICT(seq) DO UPDATE SET provider_ref = ?5, state = ?6, is_live = ?7, needs_person = ?8, \
         refunded_paise = ?10, refunded_at_ms = ?15, updated_at_ms = ?16, body = ?17",
    )?
    .execute(params![
        stored(row.seq),
        refund.refund_ref.as_str(),
        stored(sale.seq),
        sale.sale.our_ref.as_str(),
        refund.provider_ref.as_ref().map(|provider| &provider.0),
        refund.state.name(),
        refund.is_live(),
        refund.needs_person(),
        refund.amount_paise.get(),
        refund.refunded_paise().get(),
        row.counter,
        row.cashier,
        row.shift,
        refund.asked_at_ms,
        refund.refunded_at_ms,
        row.updated_at_ms,
        body,
    ])?;
    Ok(())
}
