//! What a sale's story says, record by record.

use super::snake_name;
use crate::queue::step_name;
use crate::reconcile;
use contract::TimelineEntry;
use domain::{
    Call, CartFact, Choice, Event, Fact, Paise, QueueFact, QueuedWhat, RefundEvent, RefundFact, ReplyFact,
    ShiftFact, StaffFact,
};
use ledger::StoredRecord;

/// Oldest first. A manager's approval is told with the record that it allowed.
pub(super) fn entries(events: &[StoredRecord]) -> Vec<TimelineEntry> {
    let mut approval = None;
    let mut entries = Vec::new();
    for stored in events {
        if let Fact::Staff(StaffFact::Approved { manager, .. }) = &stored.record.fact {
            approval = Some(manager.to_string());
        } else {
            entries.push(entry(stored, approval.take()));
        }
    }
    entries
}

fn entry(stored: &StoredRecord, approved_by: Option<String>) -> TimelineEntry {
    let record = &stored.record;
    let fact = &record.fact;
    let (call, reply) = fact.answer().unzip();
    TimelineEntry {
        seq: stored.seq,
        at_ms: record.at.wall_ms,
        cashier: record.by.cashier.clone(),
        counter: record.by.counter.clone(),
        approved_by,
        fact: name(fact).to_owned(),
        call: call.or_else(|| asked(fact)).and_then(snake_name),
        refund_ref: refund_of(fact).map(|of| of.refund_ref().to_string()),
        event: event_name(fact),
        amount_text: amount_of(fact).map(|amount| amount.to_string()),
        meaning: reply
            .map(|reply: &ReplyFact| reply.meaning.clone())
            .or_else(|| said_by_us(fact)),
        code: reply.and_then(|reply| reply.code.clone()),
        provider_words: reply
            .and_then(|reply| reply.words.as_ref())
            .map(domain::ProviderText::shown),
        http_status: reply.and_then(|reply| reply.http_status),
        took_ms: reply.map(|reply| reply.took_ms),
        by_hand: is_by_hand(fact),
        request_sha256: fact.request_sha256().map(str::to_owned),
        reply_sha256: reply.and_then(|reply| reply.reply_sha256.clone()),
        hash: stored.hash_hex.clone(),
    }
}

/// What a step without a reply has to say: the new owner, or why the queue skipped the sale.
fn said_by_us(fact: &Fact) -> Option<String> {
    if let Fact::Queue(QueueFact::Skipped { why, .. }) = fact {
        return snake_name(why);
    }
    if let Fact::Reconcile(fact) = fact {
        return reconcile::step_says(fact);
    }
    if let Fact::Paper(fact) = fact {
        let says = if fact.perhaps {
            "perhaps"
        } else if fact.duplicate {
            "duplicate"
        } else {
            "first"
        };
        return Some(says.to_owned());
    }
    if let Fact::Shift(ShiftFact::HandedOver { from, to, .. }) = fact {
        return Some(format!("{from} → {to}"));
    }
    None
}

fn refund_of(fact: &Fact) -> Option<&RefundFact> {
    if let Fact::Refund(of) = fact {
        Some(of)
    } else {
        None
    }
}

/// The fact by its kind; a refund's steps are called as a sale's.
fn name(fact: &Fact) -> &'static str {
    match fact {
        Fact::Intent { .. } | Fact::Refund(RefundFact::Asked { .. }) => "intent",
        Fact::Reply { .. } | Fact::Refund(RefundFact::Replied { .. }) => "reply",
        Fact::Look { .. } | Fact::Refund(RefundFact::Looked { .. }) => "look",
        Fact::Recovered { .. } | Fact::Refund(RefundFact::Recovered { .. }) => "recovered",
        Fact::Shift(ShiftFact::HandedOver { .. }) => "handed_over",
        Fact::Queue(fact) => step_name(fact),
        Fact::Reconcile(fact) => reconcile::step_name(fact),
        Fact::Cart(CartFact::Delivered { .. }) => "delivered",
        Fact::Paper(_) => "printed",
        Fact::TillStarted { .. }
        | Fact::CustomerLinked { .. }
        | Fact::CustomerUnlinked { .. }
        | Fact::RelinkNeeded { .. }
        | Fact::TopUpAsked { .. }
        | Fact::TopUpAnswered { .. }
        | Fact::Restored { .. }
        | Fact::RestoreSeen
        | Fact::Cart(_)
        | Fact::Staff(_)
        | Fact::Shift(_) => "other",
    }
}

/// The call that an intent asks for.
fn asked(fact: &Fact) -> Option<Call> {
    if let Fact::Intent { call, .. } = fact {
        return Some(*call);
    }
    matches!(fact, Fact::Refund(RefundFact::Asked { .. })).then_some(Call::Refund)
}

fn is_by_hand(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Look { by_hand: true, .. } | Fact::Refund(RefundFact::Looked { by_hand: true, .. })
    )
}

/// What moved: the sale's event by its own name, a refund's with its kind before it.
fn event_name(fact: &Fact) -> Option<String> {
    let Some(of) = refund_of(fact) else {
        return fact.event().map(Event::kind).and_then(snake_name);
    };
    if matches!(of, RefundFact::Asked { .. }) {
        return Some("refund_asked".to_owned());
    }
    let name = of.event().map(RefundEvent::kind).and_then(snake_name)?;
    Some(format!("refund_{name}"))
}

fn amount_of(fact: &Fact) -> Option<Paise> {
    if let Fact::Refund(of) = fact {
        return match (of, of.event()) {
            (RefundFact::Asked { amount_paise, .. }, _)
            | (_, Some(RefundEvent::Proved { amount_paise, .. })) => Some(*amount_paise),
            _ => None,
        };
    }
    if let Fact::Cart(CartFact::Delivered { total_paise, .. }) = fact {
        return Some(*total_paise);
    }
    if let Fact::Queue(QueueFact::Chosen {
        choice:
            Some(Choice {
                what: QueuedWhat::Capture { amount_paise },
                ..
            }),
        ..
    }) = fact
    {
        return Some(*amount_paise);
    }
    if let Fact::Intent {
        opening: Some(opening),
        ..
    } = fact
    {
        return Some(opening.amount_paise);
    }
    match fact.event() {
        Some(Event::CaptureAsked { amount_paise } | Event::PaymentProved { amount_paise, .. }) => {
            Some(*amount_paise)
        }
        _ => None,
    }
}
