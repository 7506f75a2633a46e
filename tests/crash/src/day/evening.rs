//! The end of the day: a shift from its float to its Z, money that goes back, many holds at once, a choice for a deadline,
//! and the books compared with PhonePe's.

use super::cashier::{Cashier, Trouble};
use super::script::{MEENA, RAVI, charged, trouble};
use contract::{
    ActionId, AtDeadline, Command, Period, QueueCommand, QueueKind, ReconcileCommand, ReconcileState,
    RefundCommand, ShiftCommand, ShiftState,
};
use domain::{OurRef, RefundState, SaleMode, SaleState};

pub async fn evening(cashier: &Cashier) -> Result<(), Trouble> {
    let action_id = shift_id(cashier);
    let float = "1000".to_owned();
    shift(cashier, ShiftCommand::Open { action_id, float }).await?;
    refunds(cashier).await?;
    many_at_once(cashier).await?;
    at_its_deadline(cashier).await?;
    compared(cashier).await?;
    cashier.backup("evening.sqlite")?;
    closed(cashier).await
}

/// In part, the rest of it, one whose reply is lost, and one that never arrives.
async fn refunds(cashier: &Cashier) -> Result<(), Trouble> {
    charged(cashier, "160", RAVI).await?;
    let first = cashier.our_ref()?;
    gives_back(cashier, &first, "60").await?;
    refund_becomes(cashier, &first, RefundState::Refunded).await?;
    gives_back(cashier, &first, "100").await?;
    refund_becomes(cashier, &first, RefundState::Refunded).await?;
    charged(cashier, "170", MEENA).await?;
    let second = cashier.our_ref()?;
    trouble(cashier, "refund", "lost_after_effect").await;
    gives_back(cashier, &second, "70").await?;
    refund_becomes(cashier, &second, RefundState::Refunded).await?;
    trouble(cashier, "refund", "lost_before_effect").await;
    gives_back(cashier, &second, "100").await?;
    refund_becomes(cashier, &second, RefundState::Absent).await
}

/// Two are captured by one word, and of two that are released one reply is lost.
async fn many_at_once(cashier: &Cashier) -> Result<(), Trouble> {
    let captured = [held(cashier, "41").await?, held(cashier, "42").await?];
    queued(cashier, QueueKind::Capture, &captured).await?;
    each_becomes(cashier, &captured, SaleState::Paid).await?;
    let released = [held(cashier, "43").await?, held(cashier, "44").await?];
    trouble(cashier, "auth_cancel", "lost_after_effect").await;
    queued(cashier, QueueKind::Release, &released).await?;
    each_becomes(cashier, &released, SaleState::Released).await
}

async fn at_its_deadline(cashier: &Cashier) -> Result<(), Trouble> {
    let our_ref = held(cashier, "46").await?;
    let choice = QueueCommand::Choose {
        our_ref: our_ref.clone(),
        at_deadline: AtDeadline::Capture,
        amount_text: "45".to_owned(),
    };
    cashier.does(Command::Queue(choice)).await?;
    each_becomes(cashier, &[our_ref], SaleState::Paid).await
}

async fn compared(cashier: &Cashier) -> Result<(), Trouble> {
    let begin = ReconcileCommand::Begin { of: Period::Shift };
    cashier.does(Command::Reconcile(begin)).await?;
    let is_over = |cashier: &Cashier| {
        let run = cashier.view().reconcile.run.clone();
        run.is_some_and(|run| run.state == ReconcileState::Ended)
    };
    cashier.time_until("the books are compared", is_over).await
}

/// One hold is handed over by name, the drawer is ten rupees short, and the Z is made.
async fn closed(cashier: &Cashier) -> Result<(), Trouble> {
    let our_ref = held(cashier, "47").await?;
    let action_id = shift_id(cashier);
    let (amount, reason) = ("20".to_owned(), "milk".to_owned());
    shift(
        cashier,
        ShiftCommand::CashOut {
            action_id,
            amount,
            reason,
        },
    )
    .await?;
    let to = "Vikram".to_owned();
    shift(cashier, ShiftCommand::HandOver { our_ref, to }).await?;
    let action_id = shift_id(cashier);
    let counted = "970".to_owned();
    shift(cashier, ShiftCommand::Count { action_id, counted }).await?;
    let close = ShiftCommand::Close {
        action_id: shift_id(cashier),
        reason: "a coin fell behind the drawer".to_owned(),
        carry_over: false,
    };
    shift(cashier, close).await?;
    let is_closed = |cashier: &Cashier| cashier.view().shift_desk.state == ShiftState::Closed;
    cashier.time_until("the shift is closed", is_closed).await
}

async fn held(cashier: &Cashier, rupees: &str) -> Result<OurRef, Trouble> {
    cashier.asks(rupees, RAVI, SaleMode::Hold).await?;
    cashier.is(SaleState::Held)?;
    cashier.our_ref()
}

async fn gives_back(cashier: &Cashier, our_ref: &OurRef, rupees: &str) -> Result<(), Trouble> {
    let review = RefundCommand::Review {
        our_ref: our_ref.clone(),
        amount_text: rupees.to_owned(),
        reason: "the pump stopped early".to_owned(),
    };
    cashier.does(Command::Refund(review)).await?;
    let panel = cashier.view().refund.clone();
    let absent = || Trouble::Wrong("no panel of a refund is on the screen".to_owned());
    let action_id = panel.map(|panel| panel.action_id).ok_or_else(absent)?;
    cashier
        .does(Command::Refund(RefundCommand::Confirm { action_id }))
        .await
}

/// The sale's last refund.
async fn refund_becomes(cashier: &Cashier, our_ref: &OurRef, state: RefundState) -> Result<(), Trouble> {
    let stands = |cashier: &Cashier| {
        let last = cashier.row(our_ref).and_then(|row| row.refunds.last().cloned());
        last.is_some_and(|last| last.refund.state == state)
    };
    cashier
        .time_until(&format!("the refund is {state:?}"), stands)
        .await
}

async fn queued(cashier: &Cashier, kind: QueueKind, our_refs: &[OurRef]) -> Result<(), Trouble> {
    cashier.does(Command::NewSale).await?;
    let our_refs = our_refs.to_vec();
    cashier
        .does(Command::Queue(QueueCommand::Review { kind, our_refs }))
        .await?;
    let panel = cashier.view().queue.panel.clone();
    let action_id = panel.and_then(|panel| panel.action_id);
    let absent = || Trouble::Wrong("none of the holds can be queued".to_owned());
    let action_id = action_id.ok_or_else(absent)?;
    cashier
        .does(Command::Queue(QueueCommand::Confirm { action_id }))
        .await
}

async fn each_becomes(cashier: &Cashier, our_refs: &[OurRef], state: SaleState) -> Result<(), Trouble> {
    let stand = |cashier: &Cashier| {
        our_refs.iter().all(|our_ref| {
            let row = cashier.row(our_ref);
            row.is_some_and(|row| row.sale.state == state)
        })
    };
    cashier.time_until(state.name(), stand).await
}

async fn shift(cashier: &Cashier, step: ShiftCommand) -> Result<(), Trouble> {
    cashier.does(Command::Shift(step)).await
}

fn shift_id(cashier: &Cashier) -> ActionId {
    cashier.view().shift_desk.action_id.clone()
}
