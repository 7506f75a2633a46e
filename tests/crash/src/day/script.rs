//! The day up to its evening: twenty-three sales and every way in which one can go.

use super::Part;
use super::cashier::{Cashier, Trouble};
use super::evening::evening;
use contract::{ButtonKind, ReconcileState};
use domain::{SaleMode, SaleState};
use ledger::HoldRow;
use serde_json::json;

/// Wallets of the simulator's cast, by the last four digits of the number.
pub(super) const RAVI: &str = "9876543210";
pub(super) const MEENA: &str = "9876543211";
const POOR: &str = "9876540001";
const DECLINED: &str = "9876540010";
const SLOW: &str = "9876540011";
const LOSES_REPLIES: &str = "9876540012";

pub async fn play(cashier: &Cashier, part: Part) -> Result<(), Trouble> {
    cashier.settle().await?;
    match part {
        // A ledger that could not be made: the till stands there to say so.
        Part::Making => Ok(()),
        Part::Opening => cashier.customer(RAVI).await,
        Part::Morning => morning(cashier).await,
        Part::Afternoon => afternoon(cashier).await,
        Part::Evening => evening(cashier).await,
        Part::Recovery => recovery(cashier).await,
    }
}

async fn morning(cashier: &Cashier) -> Result<(), Trouble> {
    sold(cashier, "600", "450", RAVI).await?;
    sold(cashier, "300", "300", RAVI).await?;
    given_back(cashier, "250", RAVI).await?;
    charged(cashier, "120", RAVI).await?;
    topped_up(cashier).await?;
    sold(cashier, "700", "1", MEENA).await?;
    charged(cashier, "80", MEENA).await?;
    given_back(cashier, "90.50", MEENA).await?;
    sold(cashier, "55", "55", MEENA).await?;
    cashier.asks("40", DECLINED, SaleMode::Hold).await?;
    cashier.capture("40").await?;
    cashier.becomes(SaleState::NotPaid).await?;
    sold(cashier, "45", "45", SLOW).await?;
    cashier.quiet().await;
    cashier.backup("morning.sqlite")?;
    sold(cashier, "70", "65", RAVI).await
}

async fn afternoon(cashier: &Cashier) -> Result<(), Trouble> {
    lost_holds(cashier).await?;
    lost_captures(cashier).await?;
    lost_releases(cashier).await?;
    two_at_once(cashier).await?;
    cashier.backup("afternoon.sqlite")?;
    cashier.asks("33", RAVI, SaleMode::Hold).await?;
    cashier.becomes(SaleState::Expired).await
}

async fn sold(cashier: &Cashier, held: &str, captured: &str, mobile: &str) -> Result<(), Trouble> {
    cashier.asks(held, mobile, SaleMode::Hold).await?;
    cashier.is(SaleState::Held)?;
    cashier.capture(captured).await?;
    cashier.becomes(SaleState::Paid).await
}

async fn given_back(cashier: &Cashier, held: &str, mobile: &str) -> Result<(), Trouble> {
    cashier.asks(held, mobile, SaleMode::Hold).await?;
    cashier.release().await?;
    cashier.is(SaleState::Released)
}

pub(super) async fn charged(cashier: &Cashier, rupees: &str, mobile: &str) -> Result<(), Trouble> {
    cashier.asks(rupees, mobile, SaleMode::Charge).await?;
    cashier.becomes(SaleState::Paid).await
}

async fn topped_up(cashier: &Cashier) -> Result<(), Trouble> {
    cashier.bill("200", POOR, SaleMode::Hold).await?;
    cashier.press().await?;
    cashier.phone.top_up(20_000).await;
    let pays = |cashier: &Cashier| {
        let view = cashier.view();
        view.top_up.is_none() && view.button.kind == ButtonKind::Pay && view.button.action_id.is_some()
    };
    cashier.time_until("the button says Pay", pays).await?;
    cashier.press().await?;
    cashier.capture("200").await?;
    cashier.becomes(SaleState::Paid).await
}

async fn lost_holds(cashier: &Cashier) -> Result<(), Trouble> {
    cashier.asks("25", LOSES_REPLIES, SaleMode::Hold).await?;
    cashier.is(SaleState::HoldUnknown)?;
    cashier.becomes(SaleState::Held).await?;
    cashier.capture("20").await?;
    cashier.becomes(SaleState::Paid).await?;
    trouble(cashier, "auth_authorize", "lost_before_effect").await;
    cashier.asks("35", RAVI, SaleMode::Hold).await?;
    cashier.becomes(SaleState::HoldAbsent).await?;
    let refused = json!({ "kind": "refuse", "code": "BLOCKED_FRAUD" });
    cashier.phone.trouble("auth_authorize", refused).await;
    cashier.asks("36", RAVI, SaleMode::Hold).await?;
    cashier.is(SaleState::HoldRefused)
}

async fn lost_captures(cashier: &Cashier) -> Result<(), Trouble> {
    cashier.asks("75", RAVI, SaleMode::Hold).await?;
    trouble(cashier, "auth_capture", "lost_after_effect").await;
    cashier.capture("60").await?;
    cashier.is(SaleState::CaptureUnknown)?;
    cashier.becomes(SaleState::Paid).await?;
    cashier.asks("85", RAVI, SaleMode::Hold).await?;
    trouble(cashier, "auth_capture", "lost_before_effect").await;
    cashier.capture("85").await?;
    cashier.becomes(SaleState::Held).await?;
    cashier.release().await?;
    cashier.is(SaleState::Released)?;
    let done = json!({ "kind": "server_error", "done": true });
    cashier.phone.trouble("auth_capture", done).await;
    cashier.asks("95", RAVI, SaleMode::Charge).await?;
    cashier.becomes(SaleState::Paid).await
}

async fn lost_releases(cashier: &Cashier) -> Result<(), Trouble> {
    for fault in ["lost_after_effect", "lost_before_effect"] {
        cashier.asks("15", RAVI, SaleMode::Hold).await?;
        trouble(cashier, "auth_cancel", fault).await;
        cashier.release().await?;
        cashier.is(SaleState::CancelUnknown)?;
        cashier.becomes(SaleState::Released).await?;
    }
    Ok(())
}

async fn two_at_once(cashier: &Cashier) -> Result<(), Trouble> {
    cashier.asks("110", RAVI, SaleMode::Hold).await?;
    let first = cashier.our_ref()?;
    cashier.asks("210", MEENA, SaleMode::Hold).await?;
    cashier.release().await?;
    cashier
        .does(contract::Command::SaleOpen { our_ref: first })
        .await?;
    cashier.capture("100").await?;
    cashier.becomes(SaleState::Paid).await
}

/// Every open sale and refund is looked up until it is at an end or stands in front of a person; what was queued is asked
/// for or skipped, and a comparison that was begun comes to its end.
async fn recovery(cashier: &Cashier) -> Result<(), Trouble> {
    let settled = |cashier: &Cashier| {
        let rows = cashier.books().and_then(ledger::Ledger::live_rows).unwrap();
        let queue = cashier.books().and_then(ledger::Ledger::queue).unwrap();
        let run = cashier.view().reconcile.run.clone();
        rows.iter().all(rests)
            && !queue.rows.iter().any(domain::QueueRow::is_waiting)
            && run.is_none_or(|run| run.state == ReconcileState::Ended)
    };
    cashier.time_until("every sale is settled", settled).await
}

fn rests(row: &HoldRow) -> bool {
    // A draft never left this machine, and a person has what needs one.
    let is_left = matches!(row.sale.state, SaleState::Draft | SaleState::NeedsPerson);
    let is_paid = row.sale.state == SaleState::Paid;
    let mut refunds = row.refunds.iter().map(|of| &of.refund);
    let refunds_rest = refunds.all(|refund| refund.state.is_final() || refund.needs_person());
    is_left || (is_paid && !row.sale.is_watched() && refunds_rest)
}

pub(super) async fn trouble(cashier: &Cashier, call: &str, kind: &str) {
    cashier.phone.trouble(call, json!({ "kind": kind })).await;
}
