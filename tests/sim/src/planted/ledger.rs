//! Faults between the engine and its ledger.

use super::Planted;
use super::images::{with_a_changed_record, with_only_the_event};
use crate::disk::Disk;
use domain::{Event, Fact, OurRef, Queue, Record, SaleState};
use ledger::{Appended, Diskless, HoldRow, LedgerError};

/// Every so many of the records in question are hit.
const HIT_EVERY: u64 = 5;

/// What an engine with the planted fault would have appended, and what its ledger would have said.
pub(crate) fn append(disk: &mut Disk, mut record: Record) -> Result<Appended, LedgerError> {
    let Some(planted) = disk.planted else {
        return disk.append(record);
    };
    distort(planted, disk, &mut record);
    let is_hit = disk.appends % HIT_EVERY == HIT_EVERY - 1;
    let is_reply = matches!(record.fact, Fact::Reply { .. });
    if planted == Planted::ReplyNotKept && is_hit && is_reply {
        let pretended = pretend(disk, &record)?;
        disk.told_seq = pretended.seq;
        return Ok(pretended);
    }
    if planted == Planted::ProjectionLeftOut && is_hit && is_reply {
        return append_without_projection(disk, record);
    }
    if planted == Planted::ForgetsAtCrash && disk.appends.is_multiple_of(3) {
        disk.older_image = Some(disk.ledger.image()?);
    }
    let appended = disk.append(record.clone());
    if planted == Planted::RecordChanged && is_hit {
        let image = disk.ledger.image()?;
        disk.ledger = Diskless::start_on(&with_a_changed_record(&image))?;
    }
    match appended {
        Err(LedgerError::Refused(_) | LedgerError::Stopped) | Ok(_) => appended,
        Err(_) if planted == Planted::DiskErrorSwallowed => pretend(disk, &record),
        Err(_) => appended,
    }
}

pub(crate) fn live_rows(disk: &Disk) -> Vec<HoldRow> {
    let mut rows = disk.ledger.live_rows();
    if disk.planted == Some(Planted::RecoverySkipsAsked) {
        rows.retain(|row| !row.sale.state.is_asked());
    }
    rows
}

pub(crate) fn queue(disk: &Disk) -> Result<Queue, LedgerError> {
    if disk.planted == Some(Planted::QueueForgotten) {
        return Ok(Queue::default());
    }
    disk.ledger.queue()
}

/// Conclusions that the domain does not draw.
fn distort(planted: Planted, disk: &Disk, record: &mut Record) {
    let at_ms = record.at.wall_ms;
    let Fact::Look {
        our_ref,
        absent,
        ends: true,
        moved,
        ..
    } = &mut record.fact
    else {
        return;
    };
    let Some(sale) = disk.rows.get(our_ref).map(|row| &row.sale) else {
        return;
    };
    match (planted, sale.state, &moved) {
        (Planted::PaidOnAuthState, SaleState::CaptureUnknown, Some(Event::FoundCaptured { .. })) => {
            *moved = Some(Event::PaymentProved {
                amount_paise: sale.capture_paise.unwrap_or(sale.amount_paise),
                provider_ref: None,
            });
        }
        (Planted::AbsenceAtOnce, SaleState::HoldUnknown, None) if *absent => {
            *moved = Some(Event::FoundAbsent);
        }
        (Planted::ExpiryByOurClock, SaleState::Held, None) if sale.is_past_deadline(at_ms) => {
            *moved = Some(Event::FoundExpired);
        }
        _ => {}
    }
}

fn append_without_projection(disk: &mut Disk, record: Record) -> Result<Appended, LedgerError> {
    let before = disk.ledger.image()?;
    let appended = disk.append(record)?;
    let after = disk.ledger.image()?;
    disk.ledger = Diskless::start_on(&with_only_the_event(&before, &after, appended.seq))?;
    Ok(appended)
}

/// Says that it was written, and remembers that it was said.
fn pretend(disk: &mut Disk, record: &Record) -> Result<Appended, LedgerError> {
    let seq = disk.ledger.head().seq + 1;
    let our_ref: Option<OurRef> = record.fact.our_ref().cloned();
    let row = match &our_ref {
        Some(our_ref) => Some(ledger::advance(disk.rows.get(our_ref), our_ref, record, seq)?),
        None => None,
    };
    if let Some(row) = &row {
        disk.rows.insert(row.sale.our_ref.clone(), row.clone());
    }
    Ok(Appended { seq, row })
}
