//! What a record of the chain says, in a sentence for somebody who was not there.

use domain::{
    Call, CannotWhy, CartFact, Choice, Event, Fact, Paise, Paper, PaperFact, QueueFact, QueuedWhat,
    ReconcileFact, RefundEvent, RefundFact, RefundState, SaleState, ShiftFact, StaffFact,
};

/// What happened. Says nothing that the record does not.
pub fn sentence(fact: &Fact) -> String {
    match fact {
        Fact::Intent {
            call, event, opening, ..
        } => {
            let amount_paise = if let Event::CaptureAsked { amount_paise } = event {
                Some(*amount_paise)
            } else {
                opening.as_ref().map(|opening| opening.amount_paise)
            };
            asked(*call, amount_paise)
        }
        Fact::Reply { call, event, .. } => format!("Reply to the {}: {}", request(*call), moved(event)),
        Fact::Look {
            call, moved: None, ..
        } => format!("Asked PhonePe for the {}: nothing new", request(*call)),
        Fact::Look {
            call,
            moved: Some(event),
            ..
        } => format!("Asked PhonePe for the {}: {}", request(*call), moved(event)),
        Fact::Recovered { event, .. } => {
            format!(
                "After a restart, a request was found without a reply: {}",
                moved(event)
            )
        }
        Fact::Shift(ShiftFact::HandedOver { from, to, .. }) => format!("Handed over from {from} to {to}"),
        Fact::Refund(fact) => refund(fact),
        Fact::Staff(StaffFact::Approved {
            manager,
            amount_paise,
            ..
        }) => {
            let amount = amount_paise
                .map(|paise| format!(" for {paise}"))
                .unwrap_or_default();
            format!("{manager} allowed the next step as a manager{amount}")
        }
        Fact::Reconcile(ReconcileFact::Compared { differences, .. }) => {
            compared(differences.len()).to_owned()
        }
        Fact::Reconcile(ReconcileFact::Closed { note, .. }) => {
            format!(
                "A difference found by comparing with PhonePe was closed: {}",
                note.as_str()
            )
        }
        Fact::Cart(CartFact::Delivered { total_paise, .. }) => {
            format!("What was delivered was written down; it comes to {total_paise}")
        }
        Fact::Queue(fact) => queue(fact),
        Fact::Paper(fact) => printed(fact),
        Fact::TillStarted { .. }
        | Fact::CustomerLinked { .. }
        | Fact::CustomerUnlinked { .. }
        | Fact::RelinkNeeded { .. }
        | Fact::TopUpAsked { .. }
        | Fact::TopUpAnswered { .. }
        | Fact::Restored { .. }
        | Fact::RestoreSeen
        | Fact::Shift(_)
        | Fact::Staff(_)
        | Fact::Cart(_)
        | Fact::Reconcile(_) => OF_NO_PAYMENT.to_owned(),
    }
}

const OF_NO_PAYMENT: &str = "A record about no single payment";

pub fn state(state: SaleState) -> &'static str {
    match state {
        SaleState::Draft => "nothing was asked",
        SaleState::HoldAsked => "the hold was asked for, and PhonePe has not answered",
        SaleState::HoldUnknown => "not known: PhonePe has not said whether the amount is held",
        SaleState::HoldRefused => "refused: nothing was held",
        SaleState::HoldAbsent => "PhonePe knows no such hold: nothing was held",
        SaleState::Held => "held, not charged",
        SaleState::CaptureAsked => "the charge was asked for, and PhonePe has not answered",
        SaleState::CaptureUnknown => "not known: PhonePe has not said whether the amount was charged",
        SaleState::CaptureAccepted => "PhonePe took the charge; its transaction status has not proved it yet",
        SaleState::Paid => "paid, proved by PhonePe's transaction status",
        SaleState::NotPaid => "not paid, by PhonePe's transaction status",
        SaleState::CancelAsked => "the release was asked for, and PhonePe has not answered",
        SaleState::CancelUnknown => "not known: PhonePe has not said whether the hold was released",
        SaleState::Released => "released, nothing was charged",
        SaleState::Expired => "expired, nothing was charged",
        SaleState::NeedsPerson => "in doubt: a person has to settle it with PhonePe",
    }
}

pub fn refund_state(state: RefundState) -> &'static str {
    match state {
        RefundState::Asked => "asked for, and PhonePe has not answered",
        RefundState::Unknown => "not known: PhonePe has not said whether it is on its way",
        RefundState::Pending => "PhonePe took it; its transaction status has not proved it yet",
        RefundState::Refunded => "refunded, proved by PhonePe's transaction status",
        RefundState::Absent => "PhonePe knows no such refund: nothing went back",
        RefundState::Failed => "failed: nothing went back",
        RefundState::NeedsPerson => "in doubt: a person has to settle it with PhonePe",
    }
}

fn asked(call: Call, amount_paise: Option<Paise>) -> String {
    let what = match call {
        Call::Authorize => "to hold",
        Call::Capture => "to charge",
        Call::Cancel => "to release the hold",
        Call::Refund => "to give back",
        Call::SendOtp
        | Call::VerifyOtp
        | Call::Unlink
        | Call::Balance
        | Call::Suggest
        | Call::TopUp
        | Call::AuthStatus
        | Call::TransactionStatus => return format!("Asked PhonePe for the {}", request(call)),
    };
    let amount = amount_paise.map(|paise| format!(" {paise}")).unwrap_or_default();
    format!("Asked PhonePe {what}{amount}")
}

fn request(call: Call) -> &'static str {
    match call {
        Call::SendOtp => "one-time password",
        Call::VerifyOtp => "check of the one-time password",
        Call::Unlink => "unlinking",
        Call::Balance => "balance",
        Call::Suggest => "suggested top-up",
        Call::TopUp => "top-up",
        Call::Authorize => "hold",
        Call::AuthStatus => "authorization status",
        Call::Capture => "charge",
        Call::Cancel => "release",
        Call::TransactionStatus => "transaction status",
        Call::Refund => "refund",
    }
}

fn moved(event: &Event) -> String {
    let plain = match event {
        Event::HoldAsked => "the hold was asked for",
        Event::HoldAuthorized { .. } => "the amount is held",
        Event::HoldNotSent => "the request never left this machine",
        Event::HoldRefused => "refused, nothing was held",
        Event::HoldUnanswered | Event::CaptureUnanswered | Event::CancelUnanswered => {
            "no usable answer; whether it took effect is not known"
        }
        Event::CaptureAsked { .. } => "the charge was asked for",
        Event::CaptureAccepted { .. } => "PhonePe took the charge",
        Event::CaptureNotSent | Event::CancelNotSent => {
            "the request never left this machine; the amount is still held"
        }
        Event::CaptureRefused => "refused; the amount is still held",
        Event::CaptureTooLate => "too late, the hold had expired",
        Event::CaptureBlocked => "refused in a way that a person has to look at",
        Event::CancelAsked => "the release was asked for",
        Event::CancelAskedAgain => "the release was asked for again",
        Event::Cancelled | Event::FoundCancelled => "the hold is released",
        Event::CancelRefused => "the release was refused; the amount is still held",
        Event::CancelFoundCaptured => "PhonePe says that it was already charged",
        Event::CancelGivenUp => "asked as often as is allowed; a person has to look at it",
        Event::FoundHeld { .. } => "the amount is held",
        Event::FoundAbsent => "PhonePe knows no such hold",
        Event::FoundFailed => "the hold failed, nothing was held",
        Event::FoundCaptured { .. } => "PhonePe says that it is charged",
        Event::FoundExpired => "the hold has expired",
        Event::PaymentProved { amount_paise, .. } => return format!("paid, {amount_paise}"),
        Event::PaymentDenied => "not paid",
        Event::Mismatched { what } => return format!("the answer does not fit what was asked: {what}"),
        Event::Contradicted { what } => {
            return format!("the answer contradicts what PhonePe said before: {what}");
        }
    };
    plain.to_owned()
}

fn printed(fact: &PaperFact) -> String {
    let what = match &fact.what {
        Paper::Sale { .. } => "A slip of the payment",
        Paper::Refund { .. } => "A slip of the refund",
        Paper::X { .. } | Paper::Z { .. } => return OF_NO_PAYMENT.to_owned(),
    };
    let how = if fact.perhaps {
        "was perhaps printed"
    } else {
        "was printed"
    };
    let again = if fact.duplicate {
        ", marked as a duplicate"
    } else {
        ""
    };
    format!("{what} {how}{again}")
}

fn queue(fact: &QueueFact) -> String {
    match fact {
        QueueFact::Queued { run, items } => {
            let count = items.len();
            format!("Put into run {run}, to be asked for in its turn (holds in the run: {count})")
        }
        QueueFact::Chosen { choice, .. } => chosen(choice.as_ref()),
        QueueFact::Skipped { why, .. } => {
            format!(
                "When its turn came, nothing was asked of PhonePe: {}",
                cannot(*why)
            )
        }
        QueueFact::Stopped { .. } | QueueFact::Closed { .. } => OF_NO_PAYMENT.to_owned(),
    }
}

fn chosen(choice: Option<&Choice>) -> String {
    match choice.map(|choice| choice.what) {
        Some(QueuedWhat::Release) => "Chosen for its deadline: release".to_owned(),
        Some(QueuedWhat::Capture { amount_paise }) => {
            format!("Chosen for its deadline: charge {amount_paise}")
        }
        None => "Nothing is chosen for its deadline any more".to_owned(),
    }
}

fn compared(differences: usize) -> &'static str {
    if differences == 0 {
        "Compared with PhonePe: the same on both sides"
    } else {
        "Compared with PhonePe: not the same on both sides"
    }
}

fn cannot(why: CannotWhy) -> &'static str {
    match why {
        CannotWhy::NotHeld => "nothing was held",
        CannotWhy::BeingSent => "a request for it was on its way",
        CannotWhy::NotSureYet => "a request for it had no answer yet",
        CannotWhy::CapturedAlready => "it was charged already",
        CannotWhy::ReleasedAlready => "it was released already",
        CannotWhy::Expired => "it had expired",
        CannotWhy::CaptureFailed => "a charge had been tried and had failed",
        CannotWhy::NeedsPerson => "a person had to look at it first",
        CannotWhy::PastDeadline => "its time was over by this till's clock",
        CannotWhy::OverTheHold => "more would have been charged than was held",
        CannotWhy::NothingToCapture => "there was nothing to charge",
        CannotWhy::InQueue => "it waited in another run",
        CannotWhy::AskedOtherwise => "something else had been asked for it meanwhile",
        CannotWhy::FinalCart => "what was delivered of it was being entered at the till",
    }
}

fn refund(fact: &RefundFact) -> String {
    match fact {
        RefundFact::Asked {
            amount_paise,
            refund_ref,
            reason,
            ..
        } => format!("Asked PhonePe to give back {amount_paise} as {refund_ref}. Reason: {reason}"),
        RefundFact::Replied { event, .. } => format!("Reply to the refund: {}", refund_moved(event)),
        RefundFact::Looked { moved: None, .. } => {
            "Asked PhonePe for the refund's transaction status: nothing new".to_owned()
        }
        RefundFact::Looked {
            moved: Some(event), ..
        } => {
            format!(
                "Asked PhonePe for the refund's transaction status: {}",
                refund_moved(event)
            )
        }
        RefundFact::Recovered { event, .. } => format!(
            "After a restart, a refund was found without a reply: {}",
            refund_moved(event)
        ),
    }
}

fn refund_moved(event: &RefundEvent) -> String {
    let plain = match event {
        RefundEvent::Accepted { .. } => "PhonePe took it",
        RefundEvent::NotSent => "the request never left this machine",
        RefundEvent::Refused => "refused, nothing went back",
        RefundEvent::Unanswered => "no usable answer; whether it took effect is not known",
        RefundEvent::FoundPending { .. } => "on its way",
        RefundEvent::FoundAbsent => "PhonePe knows no such refund",
        RefundEvent::Proved { amount_paise, .. } => return format!("{amount_paise} went back"),
        RefundEvent::Denied => "failed, nothing went back",
        RefundEvent::Mismatched { what } => return format!("the answer does not fit what was asked: {what}"),
        RefundEvent::Contradicted { what } => {
            return format!("the answer contradicts what PhonePe said before: {what}");
        }
    };
    plain.to_owned()
}
