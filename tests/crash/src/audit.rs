//! P1 to P5 after a fall and a recovery: PhonePe's books against the ledger, when every sale has come to its end.

use crate::Said;
use crate::day::{backups_path, ledger_path};
use crate::world::World;
use domain::{RefundState, SaleState};
use ledger::{Head, HoldRow, Reader, RefundRow};
use simulator::{Call, HoldState, HoldView, Refund, Simulator};
use std::collections::BTreeMap;

/// What stood before the recovery began.
pub struct Before {
    /// The last event that was acknowledged.
    pub acked: Option<Head>,
    pub said: Vec<Said>,
}

/// Everything that is not as it must be, a sentence each.
pub fn wrongs(world: &World, before: &Before) -> Vec<String> {
    let mut wrongs = asked_too_often(world);
    let breaches = world.simulator.violations();
    wrongs.extend(
        breaches
            .iter()
            .map(|breach| format!("a request of no page: {breach:?}")),
    );
    wrongs.extend(ledger_wrongs(world, before));
    wrongs.extend(backup_wrongs(world, before));
    match rows(world) {
        Ok(rows) => {
            wrongs.extend(disagreements(&rows, &world.simulator.holds()));
            wrongs.extend(refund_wrongs(&rows, &world.simulator));
        }
        Err(why) => wrongs.push(format!("the ledger cannot be read: {why}")),
    }
    wrongs
}

/// P1: each call of a sale at most once, but for releases, which PhonePe says to repeat.
fn asked_too_often(world: &World) -> Vec<String> {
    let mut counts: BTreeMap<(Call, String), u64> = BTreeMap::new();
    for request in world.simulator.requests() {
        if let Some(id) = request.transaction_id {
            *counts.entry((request.call, id)).or_default() += 1;
        }
    }
    let most = |call| match call {
        Call::AuthAuthorize | Call::AuthCapture | Call::Refund => 1,
        Call::AuthCancel => u64::from(domain::Sale::CANCEL_ASKS_MAX),
        Call::OtpSend
        | Call::OtpVerify
        | Call::TokenUnlink
        | Call::WalletBalance
        | Call::WalletTopup
        | Call::DebitSuggest
        | Call::AuthStatus
        | Call::TransactionStatus => u64::MAX,
    };
    counts
        .into_iter()
        .filter(|((call, _), count)| *count > most(*call))
        .map(|((call, id), count)| format!("{call:?} of {id} was asked {count} times"))
        .collect()
}

/// P5: the chain holds, and holds the last acknowledged event as it was.
fn ledger_wrongs(world: &World, before: &Before) -> Option<String> {
    match ledger::verify(&ledger_path(&world.home()), before.acked.as_ref()) {
        Ok(found) if found.holds() => None,
        Ok(found) => Some(format!("the ledger does not prove itself: {found:?}")),
        Err(why) => Some(format!("the ledger cannot be verified: {why}")),
    }
}

/// A backup that was reported is there, and one that stands under its own name is whole.
fn backup_wrongs(world: &World, before: &Before) -> Vec<String> {
    let mut wrongs = Vec::new();
    for said in &before.said {
        if let Said::BackedUp { head, path } = said
            && !ledger::verify(path.as_ref(), Some(head)).is_ok_and(|found| found.holds())
        {
            wrongs.push(format!("the backup {path} was reported and does not hold"));
        }
    }
    let files = std::fs::read_dir(backups_path(&world.home()))
        .into_iter()
        .flatten();
    for file in files {
        let path = file.unwrap().path();
        let is_whole = || ledger::verify(&path, None).is_ok_and(|found| found.holds());
        if path.extension().is_some_and(|ending| ending == "sqlite") && !is_whole() {
            wrongs.push(format!("the backup {} does not hold", path.display()));
        }
    }
    wrongs
}

fn rows(world: &World) -> Result<Vec<HoldRow>, ledger::LedgerError> {
    Reader::open(&ledger_path(&world.home()))?.all_rows()?.collect()
}

/// P2, P3 and P4: where everything is settled, both sides say the same of every sale.
fn disagreements(rows: &[HoldRow], holds: &[HoldView]) -> Vec<String> {
    let unknown = holds
        .iter()
        .filter(|hold| {
            !rows
                .iter()
                .any(|row| row.sale.our_ref.as_str() == hold.transaction_id)
        })
        .map(|hold| format!("PhonePe holds what the ledger does not know: {hold:?}"));
    let disagreeing = rows
        .iter()
        .map(|row| {
            (
                row,
                holds
                    .iter()
                    .find(|hold| hold.transaction_id == row.sale.our_ref.as_str()),
            )
        })
        .filter(|(row, hold)| !agree(row, *hold))
        .map(|(row, hold)| format!("the books disagree: {:?} and {hold:?}", row.sale));
    unknown.chain(disagreeing).collect()
}

fn agree(row: &HoldRow, hold: Option<&HoldView>) -> bool {
    let held = |hold: &HoldView| row.sale.amount_paise.get() == hold.authorized_paise;
    let ended = |state| hold.is_some_and(|hold| held(hold) && hold.state == state);
    let is_paid = hold.is_some_and(|hold| hold.payment_code == "PAYMENT_SUCCESS");
    match row.sale.state {
        SaleState::Draft | SaleState::HoldRefused | SaleState::HoldAbsent => hold.is_none(),
        SaleState::Paid => {
            let captured = hold.and_then(|hold| hold.captured_paise);
            ended(HoldState::Completed) && is_paid && captured == Some(row.captured_paise().get())
        }
        SaleState::NotPaid => ended(HoldState::Completed) && !is_paid && row.captured_paise().get() == 0,
        SaleState::Released | SaleState::Expired => ended(HoldState::Cancelled),
        // It stands in front of a person, who has PhonePe's word beside it.
        SaleState::NeedsPerson => true,
        SaleState::HoldAsked
        | SaleState::HoldUnknown
        | SaleState::Held
        | SaleState::CaptureAsked
        | SaleState::CaptureUnknown
        | SaleState::CaptureAccepted
        | SaleState::CancelAsked
        | SaleState::CancelUnknown => false,
    }
}

/// Both sides say the same of every refund, and no payment gives back more than it brought.
fn refund_wrongs(rows: &[HoldRow], simulator: &Simulator) -> Vec<String> {
    let theirs = simulator.refunds();
    let ours: Vec<&RefundRow> = rows.iter().flat_map(|row| &row.refunds).collect();
    let of_ours = |id: &str| ours.iter().find(|of| of.refund.refund_ref.as_str() == id);
    let unknown = theirs
        .iter()
        .filter(|refund| of_ours(&refund.transaction_id).is_none())
        .map(|refund| format!("PhonePe gave back what the ledger does not know: {refund:?}"));
    let disagreeing = ours.iter().filter_map(|of| {
        let refund = theirs
            .iter()
            .find(|refund| refund.transaction_id == of.refund.refund_ref.as_str());
        (!agree_of_refund(of, refund)).then(|| format!("the books disagree: {:?} and {refund:?}", of.refund))
    });
    let too_much = simulator.holds().into_iter().filter_map(|hold| {
        let of_it = theirs
            .iter()
            .filter(|refund| refund.original_id == hold.transaction_id);
        let given: i64 = of_it
            .filter(|refund| refund.state != simulator::RefundState::Failed)
            .map(|refund| refund.amount_paise)
            .sum();
        (given > hold.captured_paise.unwrap_or(0)).then(|| format!("{given} paise went back of {hold:?}"))
    });
    unknown.chain(disagreeing).chain(too_much).collect()
}

fn agree_of_refund(of: &RefundRow, refund: Option<&Refund>) -> bool {
    let is_in = |state| refund.is_some_and(|refund| refund.state == state);
    match of.refund.state {
        RefundState::Refunded => {
            let paise = refund.map(|refund| refund.amount_paise);
            is_in(simulator::RefundState::Success) && paise == Some(of.refund.amount_paise.get())
        }
        RefundState::Failed | RefundState::Absent => {
            refund.is_none() || is_in(simulator::RefundState::Failed)
        }
        // They stand in front of a person, or the recovery would have waited.
        RefundState::NeedsPerson | RefundState::Unknown | RefundState::Pending => of.refund.needs_person(),
        RefundState::Asked => false,
    }
}
