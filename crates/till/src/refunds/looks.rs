//! Looking a refund up: the transaction status of its own id, by PhonePe's schedule, and at the start.

use crate::inputs::Tag;
use crate::lookups::{BY_HAND_AFTER_MS, LOOKS_AT_ONCE_MAX, by_this_clock, payment_evidence};
use crate::replies::reply_fact;
use crate::state::{Flight, Till};
use crate::steady::LookTimes;
use contract::{ErrorCode, UiError};
use domain::{
    Ask, Fact, Heard, Meaning, Moment, OurRef, Refund, RefundEvent, RefundFact, RefundRef, RefundState,
    conclude_refund, is_refund_absence,
};

/// A look under way.
pub(super) struct RefundLook {
    by_hand: bool,
    asked: Tag,
    /// When its question left, on the monotonic clock.
    left_mono_ms: u64,
}

impl Till {
    pub(crate) fn refund_looks_under_way(&self) -> usize {
        self.refunds.looks.len()
    }

    pub(crate) fn next_refund_look_at_ms(&self, now_ms: i64) -> Option<i64> {
        self.sales
            .values()
            .flat_map(|row| &row.refunds)
            .filter_map(|row| self.refund_look_due(&row.refund, now_ms))
            .min()
    }

    /// After the sales', in the seats that those leave.
    pub(crate) fn look_at_refunds_where_due(&mut self, now_ms: i64) {
        let mut due: Vec<(i64, OurRef, RefundRef)> = Vec::new();
        for row in self.sales.values() {
            for refund in row.refunds.iter().map(|row| &row.refund) {
                if let Some(at_ms) = self.refund_look_due(refund, now_ms).filter(|at| *at <= now_ms) {
                    due.push((at_ms, row.sale.our_ref.clone(), refund.refund_ref.clone()));
                }
            }
        }
        due.sort();
        let taken = self.looks.len().saturating_add(self.refunds.looks.len());
        let free = LOOKS_AT_ONCE_MAX.saturating_sub(taken);
        for (_, our_ref, refund_ref) in due.into_iter().take(free) {
            // A request that cannot be built is logged there; the refund stays due.
            let _ = self.look_at_refund(&our_ref, &refund_ref, false);
        }
    }

    /// A person wants to know now.
    pub(super) fn look_at_refund_by_hand(
        &mut self,
        our_ref: &OurRef,
        refund_ref: &RefundRef,
    ) -> Result<(), UiError> {
        let refund = self.refund(our_ref, refund_ref).ok_or(ErrorCode::NoSuchSale)?;
        if refund.state == RefundState::Asked {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        if self.refunds.looks.contains_key(refund_ref) {
            return Err(ErrorCode::Busy.into());
        }
        let just_now = 0..BY_HAND_AFTER_MS;
        let last = refund.chase.last_look_at_ms;
        if last.is_some_and(|last| just_now.contains(&self.now_ms().saturating_sub(last))) {
            return Err(ErrorCode::LookedJustNow.into());
        }
        self.look_at_refund(our_ref, refund_ref, true)
    }

    pub(crate) fn look_at_refund(
        &mut self,
        our_ref: &OurRef,
        refund_ref: &RefundRef,
        by_hand: bool,
    ) -> Result<(), UiError> {
        let refund = self.refund(our_ref, refund_ref).ok_or(ErrorCode::NoSuchSale)?;
        let prepared = self.prepare(&Ask::RefundStatus {
            refund_ref: refund_ref.clone(),
            amount_paise: refund.amount_paise,
        })?;
        let left_mono_ms = self.now().mono_ms;
        let asked = self.send(Flight::RefundLook(our_ref.clone(), refund_ref.clone()), prepared);
        self.refunds.looks.insert(
            refund_ref.clone(),
            RefundLook {
                by_hand,
                asked,
                left_mono_ms,
            },
        );
        Ok(())
    }

    pub(crate) fn hear_refund_look(
        &mut self,
        tag: Tag,
        our_ref: &OurRef,
        refund_ref: &RefundRef,
        heard: &Heard,
    ) {
        let Some(look) = self
            .refunds
            .looks
            .remove(refund_ref)
            .filter(|look| look.asked == tag)
        else {
            return;
        };
        let Some(refund) = self.refund(our_ref, refund_ref) else {
            return;
        };
        let now = self.now();
        let evidence = payment_evidence(heard);
        let absent = is_refund_absence(&refund, evidence.as_ref());
        let counts = !look.by_hand && !matches!(heard.meaning, Meaning::NotSent(_));
        let times = LookTimes {
            left_mono_ms: look.left_mono_ms,
            heard_mono_ms: now.mono_ms,
        };
        let mut seen = refund.clone();
        seen.chase =
            self.steady
                .chase_as_measured(refund_ref.as_str(), &refund.chase, times, absent, now.wall_ms);
        seen.chase.looked(now.wall_ms, absent, counts);
        let moved = evidence
            .as_ref()
            .and_then(|evidence| conclude_refund(&seen, now.wall_ms, evidence));
        let fact = RefundFact::Looked {
            our_ref: our_ref.clone(),
            refund_ref: refund_ref.clone(),
            reply: reply_fact(heard),
            absent,
            by_hand: look.by_hand,
            counts,
            moved: moved.clone(),
        };
        // When it cannot be written, the schedule asks again.
        if self.commit(Fact::Refund(fact)).is_ok() {
            self.reconcile_refund_look(our_ref, &refund, heard, evidence.as_ref(), moved.as_ref());
        }
        self.forget_measured_refund(our_ref, refund_ref);
    }

    /// At the start: a refund that was asked for and has no reply may have left. It is looked up, and holds nobody up.
    pub(crate) fn recover_refunds(&mut self, our_ref: &OurRef, at: &Moment) {
        let Some(row) = self.sales.get(our_ref) else {
            return;
        };
        let unanswered: Vec<RefundRef> = row
            .refunds
            .iter()
            .filter(|row| row.refund.state == RefundState::Asked)
            .map(|row| row.refund.refund_ref.clone())
            .collect();
        for refund_ref in unanswered {
            let found = self.record_at(
                at.clone(),
                Fact::Refund(RefundFact::Recovered {
                    our_ref: our_ref.clone(),
                    refund_ref,
                    event: RefundEvent::Unanswered,
                }),
            );
            // The domain has this move for every refund that was asked; what it refuses is said there.
            let _ = self.keep_until_checked(found);
        }
    }

    pub(super) fn forget_measured_refund(&mut self, our_ref: &OurRef, refund_ref: &RefundRef) {
        if self
            .refund(our_ref, refund_ref)
            .is_none_or(|refund| !refund.is_live())
        {
            self.steady.ended(refund_ref.as_str());
        }
    }

    fn refund(&mut self, our_ref: &OurRef, refund_ref: &RefundRef) -> Option<Refund> {
        let row = self.row(our_ref)?;
        let found = row
            .refunds
            .into_iter()
            .find(|row| row.refund.refund_ref == *refund_ref)?;
        Some(found.refund)
    }

    /// When it is looked up by itself; `None`: never, or it is being looked up.
    fn refund_look_due(&self, refund: &Refund, now_ms: i64) -> Option<i64> {
        if self.refunds.looks.contains_key(&refund.refund_ref) {
            return None;
        }
        Some(by_this_clock(
            &refund.chase,
            refund.look_due_at_ms()?,
            false,
            now_ms,
        ))
    }
}
