//! One sale as the window sees it: on the screen, in the strip, on the board.

use crate::state::Till;
use crate::view::plain_why;
use contract::{LookView, MoneyWord, OpenHoldView, SaleView, WhyCode, WhyView};
use domain::{EventKind, LOOKS_BEFORE_SLOW, Paise, Sale, SaleState};
use ledger::{HoldRow, LastReply};

/// What is known of the money, apart from the hold.
pub(crate) fn money_word(state: SaleState) -> MoneyWord {
    match state {
        SaleState::Draft
        | SaleState::HoldAsked
        | SaleState::HoldUnknown
        | SaleState::Held
        | SaleState::CancelAsked => MoneyWord::NotAsked,
        SaleState::CaptureAsked
        | SaleState::CaptureUnknown
        | SaleState::CancelUnknown
        | SaleState::NeedsPerson => MoneyWord::NotSureYet,
        SaleState::CaptureAccepted => MoneyWord::Captured,
        SaleState::Paid => MoneyWord::Paid,
        SaleState::NotPaid | SaleState::HoldRefused | SaleState::HoldAbsent => MoneyWord::Failed,
        SaleState::Released | SaleState::Expired => MoneyWord::Released,
    }
}

pub(crate) fn sale_view(till: &Till, row: &HoldRow) -> SaleView {
    let sale = &row.sale;
    let now_ms = till.now_ms();
    let shown = |amount: Paise| amount.is_positive().then(|| amount.to_string());
    let reply = row.last_reply.as_ref();
    let why = why_of(sale, reply);
    SaleView {
        our_ref: sale.our_ref.to_string(),
        provider_ref: sale
            .provider_ref
            .as_ref()
            .map(|provider_ref| provider_ref.0.clone()),
        state: sale.state,
        word: sale.state.word(),
        money: money_word(sale.state),
        mode: sale.mode,
        masked: row.customer.masked(),
        held_paise: sale.amount_paise.get(),
        held_text: sale.amount_paise.to_string(),
        held_field: sale.amount_paise.to_field(),
        capture_field: till.capture_field(row),
        captured_text: shown(sale.captured_paise()),
        released_text: shown(sale.released_paise()),
        capture_text: sale.capture_paise.map(|amount| amount.to_string()),
        asked_at_ms: row.created_at_ms,
        deadline_at_ms: sale.deadline_at_ms,
        plan: till.queue.choice(&sale.our_ref).map(crate::queue::plan_view),
        expiry_ms: i64::from(sale.expiry_minutes) * 60_000,
        paid_at_ms: sale.paid_at_ms,
        can_capture: sale.state == SaleState::Held,
        can_release: sale.state == SaleState::Held,
        can_look: sale.state != SaleState::Draft && !sale.state.is_asked(),
        can_leave: matches!(sale.state, SaleState::HoldRefused | SaleState::HoldAbsent),
        unknown: sale.state.is_unknown() || sale.state == SaleState::NeedsPerson,
        needs_person: needs_person(sale, now_ms),
        alarm: sale.alarm,
        look: look_view(till, sale, now_ms),
        provider_words: why
            .as_ref()
            .and(reply)
            .and_then(|reply| reply.words.as_ref())
            .map(domain::ProviderText::shown),
        code: why.as_ref().and(reply).and_then(|reply| reply.code.clone()),
        why,
    }
}

/// More than a hand looks through sideways; the board has the rest. A window with five hundred cards took half a second
/// longer to start.
const STRIP_MAX: usize = 40;

/// The strip: what nobody is sure of, then open sales with the nearest deadline first, then the last few that ended; and
/// how many are left out. Nobody is left guessing: what needs a person comes before all else.
pub(crate) fn strip_view(till: &Till) -> (Vec<OpenHoldView>, u32) {
    let now_ms = till.now_ms();
    let mut open: Vec<&HoldRow> = till.sales.values().filter(|row| is_open(&row.sale)).collect();
    open.sort_by_key(|row| {
        let is_sure = !row.sale.state.is_unknown() && !needs_person(&row.sale, now_ms);
        (is_sure, row.sale.deadline_at_ms.unwrap_or(i64::MAX))
    });
    let ended = till
        .ended
        .iter()
        .filter_map(|our_ref| till.sales.get(our_ref))
        .filter(|row| row.sale.state.is_final());
    let left_out = open.len().saturating_sub(STRIP_MAX);
    let shown = open
        .into_iter()
        .take(STRIP_MAX)
        .chain(ended)
        .map(|row| strip_entry(till, row, now_ms))
        .collect();
    (shown, u32::try_from(left_out).unwrap_or(u32::MAX))
}

fn strip_entry(till: &Till, row: &HoldRow, now_ms: i64) -> OpenHoldView {
    let sale = &row.sale;
    let captured = sale.captured_paise();
    let amount = if captured.is_positive() {
        captured
    } else {
        sale.amount_paise
    };
    OpenHoldView {
        our_ref: sale.our_ref.to_string(),
        state: sale.state,
        word: sale.state.word(),
        money: money_word(sale.state),
        amount_text: amount.to_string(),
        masked: row.customer.masked(),
        deadline_at_ms: sale.deadline_at_ms.filter(|_| !sale.state.is_final()),
        expiry_ms: i64::from(sale.expiry_minutes) * 60_000,
        next_look_at_ms: sale
            .state
            .is_unknown()
            .then(|| till.waited_look_at_ms(sale, now_ms))
            .flatten(),
        ended_at_ms: sale.state.is_final().then_some(row.updated_at_ms),
        needs_person: needs_person(sale, now_ms),
        on_screen: till.front.sale.as_ref() == Some(&sale.our_ref),
    }
}

fn is_open(sale: &Sale) -> bool {
    !sale.state.is_final() && sale.state != SaleState::Draft
}

/// A mismatch or contradiction, a question that outlived PhonePe's schedule, or a hold that outlived its deadline.
pub(crate) fn needs_person(sale: &Sale, now_ms: i64) -> bool {
    sale.state == SaleState::NeedsPerson
        || (sale.state.is_unknown() && sale.chase.is_slow())
        || (sale.state == SaleState::CaptureAccepted && sale.chase.is_slow())
        || (sale.state == SaleState::Held
            && sale
                .deadline_at_ms
                .is_some_and(|deadline| now_ms > deadline.saturating_add(600_000)))
}

fn look_view(till: &Till, sale: &Sale, now_ms: i64) -> Option<LookView> {
    let waits =
        sale.state.is_unknown() || matches!(sale.state, SaleState::CaptureAccepted | SaleState::NeedsPerson);
    let next_at_ms = till.waited_look_at_ms(sale, now_ms)?;
    waits.then(|| LookView {
        next_at_ms,
        done: sale.chase.looks.min(LOOKS_BEFORE_SLOW),
        of: LOOKS_BEFORE_SLOW,
        slow: sale.chase.is_slow(),
        looking: till.looks.contains_key(&sale.our_ref),
    })
}

/// Why a sale stands where it does, when that needs a sentence.
pub(crate) fn why_of(sale: &Sale, reply: Option<&LastReply>) -> Option<WhyView> {
    let code = match sale.last_event? {
        EventKind::HoldNotSent => WhyCode::HoldNotSent,
        EventKind::HoldRefused | EventKind::FoundFailed => WhyCode::HoldRefused,
        EventKind::FoundAbsent => WhyCode::HoldAbsent,
        EventKind::CaptureNotSent => WhyCode::CaptureNotSent,
        EventKind::CaptureRefused => WhyCode::CaptureRefused,
        EventKind::CaptureTooLate => WhyCode::CaptureTooLate,
        EventKind::CaptureBlocked => WhyCode::CaptureBlocked,
        EventKind::CancelNotSent => WhyCode::CancelNotSent,
        EventKind::CancelRefused => WhyCode::CancelRefused,
        EventKind::PaymentDenied => WhyCode::PaymentFailed,
        EventKind::Mismatched => WhyCode::Mismatch,
        EventKind::Contradicted => WhyCode::Contradicted,
        EventKind::CancelFoundCaptured => WhyCode::FoundCaptured,
        EventKind::HoldUnanswered
        | EventKind::CaptureUnanswered
        | EventKind::CancelUnanswered
        | EventKind::CancelAskedAgain
        | EventKind::CancelGivenUp => unanswered(reply),
        EventKind::HoldAsked
        | EventKind::HoldAuthorized
        | EventKind::CaptureAsked
        | EventKind::CaptureAccepted
        | EventKind::CancelAsked
        | EventKind::Cancelled
        | EventKind::FoundHeld
        | EventKind::FoundCaptured
        | EventKind::FoundCancelled
        | EventKind::FoundExpired
        | EventKind::PaymentProved => return None,
    };
    Some(plain_why(code))
}

/// "Has not answered" beside an answer would be a lie, even where the answer settles nothing.
fn unanswered(reply: Option<&LastReply>) -> WhyCode {
    match reply.and_then(|reply| reply.code.as_ref()) {
        Some(_) => WhyCode::AnswerUnclear,
        None => WhyCode::NoAnswer,
    }
}
