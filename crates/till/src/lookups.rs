//! Looking a sale up: PhonePe's schedule, and what a look brings. The schedule is data in each sale (`domain::Chase`),
//! so it survives restarts, logouts and screen changes.

use crate::inputs::Tag;
use crate::replies::reply_fact;
use crate::state::{Flight, Till};
use crate::steady::LookTimes;
use contract::{ErrorCode, UiError};
use domain::{
    Answer, Ask, AuthEvidence, Call, Chase, Event, Evidence, Expected, Fact, Heard, Meaning, OurRef,
    PaymentEvidence, RefusalKind, SLOW_LOOK_EVERY_MS, Sale, SaleState, UnknownWhy, conclude, look_due_at_ms,
};

/// Looks that may be on their way together; recovery after a long night must not storm PhonePe.
pub(crate) const LOOKS_AT_ONCE_MAX: usize = 8;
/// A person may look again after this.
pub(crate) const BY_HAND_AFTER_MS: i64 = 2_000;
/// After the deadline: a little settling first, then each minute for ten, then slowly.
const AFTER_DEADLINE_MS: i64 = 5_000;
const PAST_DEADLINE_EVERY_MS: i64 = 60_000;
const PAST_DEADLINE_OFTEN_FOR_MS: i64 = 600_000;
/// An absence is believed when it was said twice; on the slow schedule the second word would be a quarter of an hour away.
/// Longer than a money call's deadline and its settling, which after a restart are counted from the start.
const SECOND_WORD_AFTER_MS: i64 = 31_000;
/// By a clock that was set back to before the asking.
const FIRST_LOOK_AFTER_MS: i64 = 22_000;

/// A look under way: what it has brought so far.
pub(crate) struct Look {
    by_hand: bool,
    /// Its question on the way. An answer to any other is of a look that money overtook, and concludes nothing.
    asked: Option<Tag>,
    /// When its last question left, on the monotonic clock.
    left_mono_ms: u64,
    evidence: Evidence,
}

impl Till {
    pub(crate) fn next_look_at_ms(&self) -> Option<i64> {
        // With every seat taken, the next look waits for an answer, not for a moment.
        if self.looks_under_way() >= LOOKS_AT_ONCE_MAX || !self.may_look() {
            return None;
        }
        let now_ms = self.now_ms();
        self.sales
            .values()
            .filter_map(|row| self.look_due(&row.sale, now_ms))
            .chain(self.next_refund_look_at_ms(now_ms))
            .min()
    }

    pub(crate) fn look_where_due(&mut self, now_ms: i64) {
        if !self.may_look() {
            return;
        }
        let mut due: Vec<(i64, OurRef)> = self
            .sales
            .values()
            .filter_map(|row| Some((self.look_due(&row.sale, now_ms)?, row.sale.our_ref.clone())))
            .filter(|(due_at_ms, _)| *due_at_ms <= now_ms)
            .collect();
        due.sort();
        let free = LOOKS_AT_ONCE_MAX.saturating_sub(self.looks_under_way());
        for (_, our_ref) in due.into_iter().take(free) {
            self.start_look(&our_ref, false);
        }
        self.look_at_refunds_where_due(now_ms);
    }

    pub(crate) fn looks_under_way(&self) -> usize {
        self.looks.len().saturating_add(self.refund_looks_under_way())
    }

    /// A person wants to know now.
    pub(crate) fn look_by_hand(&mut self, our_ref: &OurRef) -> Result<(), UiError> {
        let sale = self.row(our_ref).ok_or(ErrorCode::NoSuchSale)?.sale;
        if sale.state == SaleState::Draft || sale.state.is_asked() {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        if self.looks.contains_key(our_ref) || self.has_money_flight(our_ref) {
            return Err(ErrorCode::Busy.into());
        }
        let last = sale.chase.last_look_at_ms;
        let just_now = 0..BY_HAND_AFTER_MS;
        if last.is_some_and(|last| just_now.contains(&self.now_ms().saturating_sub(last))) {
            return Err(ErrorCode::LookedJustNow.into());
        }
        if self.connected.is_none() {
            return Err(ErrorCode::ProviderNotReady.into());
        }
        self.start_look(our_ref, true);
        Ok(())
    }

    pub(crate) fn hear_look(&mut self, tag: Tag, our_ref: &OurRef, call: Call, heard: &Heard) {
        if self.looks.get(our_ref).and_then(|look| look.asked) != Some(tag) {
            return;
        }
        let Some(mut look) = self.looks.remove(our_ref) else {
            return;
        };
        let Some(row) = self.row(our_ref) else { return };
        let by_hand = look.by_hand;
        note_evidence(&mut look.evidence, call, heard);
        if let Some(second) = second_call(&row.sale, call, &look.evidence) {
            let fact = Fact::Look {
                our_ref: our_ref.clone(),
                call,
                reply: reply_fact(heard),
                absent: false,
                by_hand,
                counts: false,
                ends: false,
                moved: None,
            };
            if self.commit(fact).is_ok() {
                self.looks.insert(our_ref.clone(), look);
                self.send_look(our_ref, &row.sale, second);
            }
            return;
        }
        self.end_look(&row.sale, call, heard, &look);
        self.recovering.remove(our_ref);
    }

    /// Money was asked for while a look was on its way. A cashier does not wait for a question; and because an answer may
    /// only meet the state that it was asked in, this one will be heard no more.
    pub(crate) fn overtake_look(&mut self, our_ref: &OurRef) {
        self.looks.remove(our_ref);
    }

    fn end_look(&mut self, sale: &Sale, call: Call, heard: &Heard, look: &Look) {
        let now = self.now();
        let now_ms = now.wall_ms;
        let absent = look.evidence.is_absence(sale.state);
        let left_the_machine = !matches!(heard.meaning, Meaning::NotSent(_));
        // A start asks at once, whatever the schedule says: killed often enough, a till would have used it up.
        let is_of_the_start = self.recovering.contains(&sale.our_ref);
        let counts = !look.by_hand && left_the_machine && !is_of_the_start;
        let times = LookTimes {
            left_mono_ms: look.left_mono_ms,
            heard_mono_ms: now.mono_ms,
        };
        let mut seen = self.steady.as_measured(sale, times, absent, now_ms);
        seen.chase.looked(now_ms, absent, counts);
        let given_up =
            (sale.state == SaleState::CancelUnknown && seen.chase.is_slow()).then_some(Event::CancelGivenUp);
        let moved = conclude(&seen, now_ms, &look.evidence).or(given_up);
        let still_held = matches!(&look.evidence.auth,
            Some(AuthEvidence::State { state, .. }) if state == "AUTHORIZED");
        let fact = Fact::Look {
            our_ref: sale.our_ref.clone(),
            call,
            reply: reply_fact(heard),
            absent,
            by_hand: look.by_hand,
            counts,
            ends: true,
            moved: moved.clone(),
        };
        if self.commit(fact).is_err() {
            return;
        }
        self.reconcile_look(sale, call, heard, &look.evidence, moved.as_ref());
        let ask_again = sale.state == SaleState::CancelUnknown
            && moved.is_none()
            && still_held
            && sale.cancel_asks < Sale::CANCEL_ASKS_MAX;
        if ask_again {
            self.ask_release_again(&sale.our_ref);
        }
    }

    pub(crate) fn start_look(&mut self, our_ref: &OurRef, by_hand: bool) {
        let Some(row) = self.row(our_ref) else { return };
        self.looks.insert(
            our_ref.clone(),
            Look {
                by_hand,
                asked: None,
                left_mono_ms: 0,
                evidence: Evidence::default(),
            },
        );
        self.send_look(our_ref, &row.sale, first_call(row.sale.state));
    }

    fn send_look(&mut self, our_ref: &OurRef, sale: &Sale, call: Call) {
        let ask = if call == Call::AuthStatus {
            Ask::AuthStatus {
                our_ref: our_ref.clone(),
                held_paise: sale.amount_paise,
            }
        } else {
            let expected = sale
                .capture_paise
                .map_or(Expected::AtMost(sale.amount_paise), Expected::Exactly);
            Ask::TransactionStatus {
                our_ref: our_ref.clone(),
                expected,
            }
        };
        match self.prepare(&ask) {
            Ok(prepared) => {
                let left_mono_ms = self.now().mono_ms;
                let tag = self.send(Flight::Look(our_ref.clone(), call), prepared);
                if let Some(look) = self.looks.get_mut(our_ref) {
                    look.asked = Some(tag);
                    look.left_mono_ms = left_mono_ms;
                }
            }
            Err(_) => {
                self.looks.remove(our_ref);
            }
        }
    }

    /// When this sale is to be looked up by itself; `None`: never, or it is being looked up, or a call is on its way.
    fn look_due(&self, sale: &Sale, now_ms: i64) -> Option<i64> {
        if self.looks.contains_key(&sale.our_ref) || self.has_money_flight(&sale.our_ref) {
            return None;
        }
        if self.recovering.contains(&sale.our_ref) {
            return Some(i64::MIN);
        }
        self.waited_look_at_ms(sale, now_ms)
    }

    /// When the sale's next look comes, if nothing of it is on its way: the schedule's, or the second word of an absence.
    pub(crate) fn waited_look_at_ms(&self, sale: &Sale, now_ms: i64) -> Option<i64> {
        let scheduled_ms = next_look_at_ms(sale, now_ms)?;
        let last_ms = sale.chase.last_look_at_ms.unwrap_or(scheduled_ms);
        let waits_for_second_word =
            sale.state.is_unknown() && self.steady.was_absent_once(sale.our_ref.as_str());
        Some(if waits_for_second_word {
            scheduled_ms.min(last_ms.saturating_add(SECOND_WORD_AFTER_MS))
        } else {
            scheduled_ms
        })
    }

    /// Looks move no money, so they need no books: when those are closed, the answers are shown and not written, and while
    /// the chain is being checked they are kept in memory until it is known to hold.
    fn may_look(&self) -> bool {
        self.connected.is_some()
    }

    pub(crate) fn has_money_flight(&self, our_ref: &OurRef) -> bool {
        self.flights
            .values()
            .any(|flight| matches!(flight, Flight::Money(busy, _) if busy == our_ref))
    }
}

/// When a sale is looked up by itself (milliseconds since 1970); `None`: it waits for nothing.
#[must_use]
pub fn scheduled_look_at_ms(sale: &Sale) -> Option<i64> {
    if sale.waits_for_a_person() {
        return None;
    }
    match sale.state {
        SaleState::HoldUnknown
        | SaleState::CaptureUnknown
        | SaleState::CaptureAccepted
        | SaleState::CancelUnknown
        | SaleState::NeedsPerson => Some(look_due_at_ms(&sale.chase)),
        SaleState::Held => sale
            .deadline_at_ms
            .map(|deadline| past_deadline_look(sale, deadline)),
        SaleState::HoldAbsent => sale.watch_due_at_ms(),
        SaleState::Draft
        | SaleState::HoldAsked
        | SaleState::CaptureAsked
        | SaleState::CancelAsked
        | SaleState::HoldRefused
        | SaleState::Paid
        | SaleState::NotPaid
        | SaleState::Released
        | SaleState::Expired => None,
    }
}

/// The same by a clock that may have been set back behind what is stored. What lies in the future says nothing about how
/// long has passed, so the sale is looked up at once, and from then on by the clock as it is now.
fn next_look_at_ms(sale: &Sale, now_ms: i64) -> Option<i64> {
    let scheduled_ms = scheduled_look_at_ms(sale)?;
    let is_held = sale.state == SaleState::Held;
    Some(by_this_clock(&sale.chase, scheduled_ms, is_held, now_ms))
}

/// A scheduled look of a sale or a refund. `is_held`: it is scheduled by a deadline, and not by the look before.
pub(crate) fn by_this_clock(chase: &Chase, scheduled_ms: i64, is_held: bool, now_ms: i64) -> i64 {
    let since_is_ahead = chase.since_ms > now_ms;
    match chase.last_look_at_ms {
        Some(last) if last > now_ms => now_ms,
        None if since_is_ahead => now_ms,
        Some(last) if since_is_ahead && is_held => scheduled_ms.min(last.saturating_add(SLOW_LOOK_EVERY_MS)),
        // The schedule's first look counts from the asking; all others from the look before.
        Some(last) if since_is_ahead && chase.looks == 0 => last.saturating_add(FIRST_LOOK_AFTER_MS),
        Some(_) | None => scheduled_ms,
    }
}

fn past_deadline_look(sale: &Sale, deadline_at_ms: i64) -> i64 {
    let first = deadline_at_ms.saturating_add(AFTER_DEADLINE_MS);
    match sale.chase.last_look_at_ms.filter(|last| *last >= deadline_at_ms) {
        None => first,
        Some(last) if last.saturating_sub(deadline_at_ms) < PAST_DEADLINE_OFTEN_FOR_MS => {
            last.saturating_add(PAST_DEADLINE_EVERY_MS)
        }
        Some(last) => last.saturating_add(SLOW_LOOK_EVERY_MS),
    }
}

/// Where money may have been taken, the transaction status comes first: it alone is proof.
fn first_call(state: SaleState) -> Call {
    match state {
        SaleState::HoldUnknown | SaleState::HoldAbsent | SaleState::Held | SaleState::CancelUnknown => {
            Call::AuthStatus
        }
        SaleState::CaptureUnknown
        | SaleState::CaptureAccepted
        | SaleState::NeedsPerson
        | SaleState::Paid
        | SaleState::NotPaid
        | SaleState::Released
        | SaleState::Expired
        | SaleState::HoldRefused
        | SaleState::Draft
        | SaleState::HoldAsked
        | SaleState::CaptureAsked
        | SaleState::CancelAsked => Call::TransactionStatus,
    }
}

/// The other status, when the first one left the question open.
fn second_call(sale: &Sale, asked: Call, evidence: &Evidence) -> Option<Call> {
    if asked == Call::TransactionStatus && evidence.auth.is_none() {
        let open = matches!(
            evidence.payment,
            // Of a failed payment only the hold can tell whether it was tried at all.
            None | Some(PaymentEvidence::Pending | PaymentEvidence::NotFound | PaymentEvidence::Failed)
        );
        let wants_auth = sale.state != SaleState::CaptureAccepted && sale.state != SaleState::Paid;
        return (open && wants_auth && evidence.payment.is_some()).then_some(Call::AuthStatus);
    }
    let unlisted = matches!(&evidence.auth, Some(AuthEvidence::State { state, .. })
        if !["AUTHORIZED", "CREATED", "COMPLETED", "CANCELLED"].contains(&state.as_str()));
    let wants_payment = sale.state == SaleState::HoldUnknown || sale.state == SaleState::Held;
    (asked == Call::AuthStatus && evidence.payment.is_none() && unlisted && wants_payment)
        .then_some(Call::TransactionStatus)
}

fn note_evidence(evidence: &mut Evidence, call: Call, heard: &Heard) {
    if call == Call::AuthStatus {
        evidence.auth = auth_evidence(heard);
    } else {
        evidence.payment = payment_evidence(heard);
    }
}

fn auth_evidence(heard: &Heard) -> Option<AuthEvidence> {
    match &heard.meaning {
        Meaning::Unknown(UnknownWhy::Mismatch(what)) => Some(AuthEvidence::Mismatch(what.clone())),
        Meaning::Agreed(Answer::AuthState {
            state, provider_ref, ..
        }) => Some(AuthEvidence::State {
            state: state.clone(),
            provider_ref: provider_ref.clone(),
        }),
        Meaning::Refused(RefusalKind::NotFound) => Some(AuthEvidence::NotFound),
        Meaning::Agreed(_) | Meaning::Refused(_) | Meaning::NotSent(_) | Meaning::Unknown(_) => None,
    }
}

/// What a transaction status brought, of a sale or of a refund; `None`: nothing.
pub(crate) fn payment_evidence(heard: &Heard) -> Option<PaymentEvidence> {
    match &heard.meaning {
        Meaning::Unknown(UnknownWhy::Mismatch(what)) => Some(PaymentEvidence::Mismatch(what.clone())),
        Meaning::Agreed(Answer::PaymentSuccess {
            amount_paise,
            provider_ref,
        }) => Some(PaymentEvidence::Success {
            amount_paise: *amount_paise,
            provider_ref: provider_ref.clone(),
        }),
        Meaning::Agreed(Answer::PaymentFailed) => Some(PaymentEvidence::Failed),
        Meaning::Agreed(Answer::PaymentPending) => Some(PaymentEvidence::Pending),
        Meaning::Refused(RefusalKind::NotFound) => Some(PaymentEvidence::NotFound),
        Meaning::Agreed(_) | Meaning::Refused(_) | Meaning::NotSent(_) | Meaning::Unknown(_) => None,
    }
}
