//! Refunds as the window sees them: in the sale's timeline, and the panel before one.

use crate::state::Till;
use contract::{RefundPanelView, RefundView, RefundWhy, RefundWord, RefundsView};
use domain::{
    LOOKS_BEFORE_SLOW, Paise, ProviderText, RefundEventKind, RefundState, may_refund, refundable_paise,
};
use ledger::{HoldRow, RefundRow};

impl Till {
    pub(crate) fn refund_panel_view(&self) -> Option<RefundPanelView> {
        let panel = self.refunds.panel.as_ref()?;
        let row = self.sales.get(&panel.our_ref)?;
        let rest = refundable_paise(&row.sale, row.bare_refunds());
        Some(RefundPanelView {
            our_ref: panel.our_ref.to_string(),
            amount_text: panel.amount.to_string(),
            rest_text: rest.checked_sub(panel.amount).unwrap_or(Paise::ZERO).to_string(),
            reason: panel.reason.to_string(),
            masked: row.customer.masked(),
            action_id: panel.action_id.clone(),
        })
    }
}

pub(crate) fn refunds_view(row: &HoldRow) -> RefundsView {
    let refunds = row.bare_refunds();
    let rest = refundable_paise(&row.sale, refunds.iter().copied());
    let refunded = row.refunded_paise();
    RefundsView {
        can_ask: may_refund(&row.sale, &refunds, Paise::new(1)).is_ok(),
        rest_text: rest.to_string(),
        rest_field: rest.to_field(),
        refunded_text: refunded.is_positive().then(|| refunded.to_string()),
        refunds: row.refunds.iter().map(refund_view).collect(),
    }
}

fn refund_view(row: &RefundRow) -> RefundView {
    let refund = &row.refund;
    let reply = row.last_reply.as_ref();
    let why = refund
        .last_event
        .and_then(|event| why_of(event, reply.is_some_and(|reply| reply.code.is_some())));
    let said = reply.filter(|_| why.is_some());
    let is_open = !refund.state.is_final() && refund.state != RefundState::Asked;
    RefundView {
        refund_ref: refund.refund_ref.to_string(),
        provider_ref: refund.provider_ref.as_ref().map(|found| found.0.clone()),
        state: refund.state,
        word: word_of(refund.state),
        amount_text: refund.amount_paise.to_string(),
        reason: row.reason.to_string(),
        cashier: row.cashier.clone(),
        asked_at_ms: refund.asked_at_ms,
        refunded_at_ms: refund.refunded_at_ms,
        next_look_at_ms: refund.look_due_at_ms().filter(|_| is_open),
        looks: refund.chase.looks.min(LOOKS_BEFORE_SLOW),
        looks_of: LOOKS_BEFORE_SLOW,
        can_look: refund.state != RefundState::Asked,
        needs_person: refund.needs_person(),
        why,
        provider_words: said
            .and_then(|reply| reply.words.as_ref())
            .map(ProviderText::shown),
        code: said.and_then(|reply| reply.code.clone()),
    }
}

fn word_of(state: RefundState) -> RefundWord {
    match state {
        RefundState::Asked => RefundWord::Sending,
        RefundState::Pending => RefundWord::Waiting,
        RefundState::Unknown | RefundState::NeedsPerson => RefundWord::NotSureYet,
        RefundState::Refunded => RefundWord::Refunded,
        RefundState::Failed | RefundState::Absent => RefundWord::Failed,
    }
}

/// "Has not answered" beside an answer would be a lie, even where the answer settles nothing.
fn why_of(event: RefundEventKind, has_code: bool) -> Option<RefundWhy> {
    match event {
        RefundEventKind::NotSent => Some(RefundWhy::NotSent),
        RefundEventKind::Refused => Some(RefundWhy::Refused),
        RefundEventKind::Unanswered if has_code => Some(RefundWhy::AnswerUnclear),
        RefundEventKind::Unanswered => Some(RefundWhy::NoAnswer),
        RefundEventKind::FoundAbsent => Some(RefundWhy::NeverArrived),
        RefundEventKind::Denied => Some(RefundWhy::Failed),
        RefundEventKind::Mismatched => Some(RefundWhy::Mismatch),
        RefundEventKind::Contradicted => Some(RefundWhy::Contradicted),
        RefundEventKind::Accepted | RefundEventKind::FoundPending | RefundEventKind::Proved => None,
    }
}
