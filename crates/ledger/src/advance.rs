//! What a record does to a sale's row. The domain decides; here is only whose it is and what was said.

use crate::{HoldRow, LastReply, LedgerError, refund};
use domain::{Call, CartFact, Fact, Opening, OurRef, Record, ReplyFact, Sale, SaleState};

/// The row after the record, for a record that is about a sale. `seq` is the record's own number.
///
/// # Errors
/// [`LedgerError::Refused`] when the domain has no such move, [`LedgerError::NoSuchSale`] when nothing opened the sale.
pub fn advance(
    before: Option<&HoldRow>,
    our_ref: &OurRef,
    record: &Record,
    seq: u64,
) -> Result<HoldRow, LedgerError> {
    let at_ms = record.at.wall_ms;
    let mut row = match (before, opening_of(&record.fact)) {
        (None, Some(opening)) => opened(our_ref, opening, record, seq),
        (None, None) => return Err(LedgerError::NoSuchSale(our_ref.clone())),
        // Nothing of the sale ever left this machine: what is asked now is what counts.
        (Some(before), Some(opening)) if before.sale.state == SaleState::Draft => HoldRow {
            created_at_ms: before.created_at_ms,
            counter: before.counter.clone(),
            cashier: before.cashier.clone(),
            shift: before.shift,
            last_reply: before.last_reply.clone(),
            ..opened(our_ref, opening, record, before.seq)
        },
        (Some(before), Some(_) | None) => before.clone(),
    };
    if let Fact::Refund(fact) = &record.fact {
        refund::advance(&mut row, fact, record, seq)?;
        return Ok(row);
    }
    if let Fact::Cart(CartFact::Delivered { bill, .. }) = &record.fact {
        row.delivered = Some(bill.clone());
        return Ok(row);
    }
    // What the queue has in mind for a sale, what was found when it was compared, and a slip of it leave it as it is.
    if matches!(record.fact, Fact::Queue(_) | Fact::Reconcile(_) | Fact::Paper(_)) {
        return Ok(row);
    }
    row.sale = record.fact.apply_to(&row.sale, at_ms)?;
    row.updated_at_ms = at_ms;
    if let Some((call, reply)) = reply_of(&record.fact) {
        row.last_reply = Some(LastReply::of(call, reply, at_ms));
    }
    Ok(row)
}

fn opened(our_ref: &OurRef, opening: &Opening, record: &Record, seq: u64) -> HoldRow {
    HoldRow {
        seq,
        sale: Sale::draft(
            our_ref.clone(),
            opening.mode,
            opening.amount_paise,
            opening.expiry_minutes,
        ),
        customer: opening.customer.clone(),
        counter: record.by.counter.clone(),
        cashier: record.by.cashier.clone(),
        shift: record.by.shift,
        created_at_ms: record.at.wall_ms,
        updated_at_ms: record.at.wall_ms,
        bill: opening.bill(),
        delivered: None,
        last_reply: None,
        refunds: Vec::new(),
    }
}

fn opening_of(fact: &Fact) -> Option<&Opening> {
    if let Fact::Intent { opening, .. } = fact {
        opening.as_ref()
    } else {
        None
    }
}

fn reply_of(fact: &Fact) -> Option<(Call, &ReplyFact)> {
    if let Fact::Reply { call, reply, .. } | Fact::Look { call, reply, .. } = fact {
        Some((*call, reply))
    } else {
        None
    }
}
