//! What a run does: one sale after another, one question at a time, and only while nothing else is on its way to PhonePe.
//! The question is an ordinary look. When the sale and its refunds are answered, one record says how they came out, and
//! that record moves the run on: a crash before it leaves a sale that is asked about once more.

use crate::state::{OpenBooks, Till};
use contract::WhyCode;
use domain::{
    Call, Compared, Difference, Event, Evidence, Fact, Heard, OurRef, PaymentEvidence, ReconcileFact, Refund,
    RefundEvent, RefundEventKind, RefundRef, RefundState, RowOutcome, Sale, SaleState, compare_refund,
    compare_sale, could_not_be_asked,
};
use ledger::HoldRow;
use std::collections::VecDeque;

/// Between two questions of a run. PhonePe publishes no figure, only that it refuses whoever asks too often; its own
/// schedule never asks about one sale more often than every three seconds.
pub(crate) const PAUSE_MS: i64 = 1_000;
/// After a question that brought nothing.
pub(crate) const AGAIN_MS: i64 = 20_000;
/// So often a sale is asked about before it is called one that could not be.
pub(crate) const TRIES_MAX: u32 = 3;

/// The sale that the run is at.
pub(super) struct RowUnderWay {
    our_ref: OurRef,
    /// What is still to be asked, first the sale.
    left: VecDeque<Question>,
    /// The first of them was asked.
    asked: bool,
    tries: u32,
    outcome: RowOutcome,
    differences: Vec<Difference>,
}

#[derive(Clone, PartialEq, Eq)]
enum Question {
    Sale,
    Refund(RefundRef),
}

impl RowUnderWay {
    fn of(row: &HoldRow) -> RowUnderWay {
        let refunds = row.refunds.iter().map(|row| row.refund.refund_ref.clone());
        RowUnderWay {
            our_ref: row.sale.our_ref.clone(),
            left: std::iter::once(Question::Sale)
                .chain(refunds.map(Question::Refund))
                .collect(),
            asked: false,
            tries: 0,
            outcome: RowOutcome::Agrees,
            differences: Vec::new(),
        }
    }

    fn take(&mut self, compared: Compared) {
        self.outcome = self.outcome.max(compared.outcome);
        self.differences.extend(compared.difference);
        self.left.pop_front();
        self.asked = false;
        self.tries = 0;
    }
}

impl Till {
    /// Why a run asks nothing just now. A missing shift stops new holds alone.
    pub(super) fn reconcile_waits_for(&self) -> Option<WhyCode> {
        self.gate().filter(|why| *why != WhyCode::NoShift)
    }

    pub(crate) fn work_reconcile(&mut self, now_ms: i64) {
        self.reconcile.passed_at_ms = now_ms;
        if self.reconcile.running().is_none() || self.reconcile_waits_for().is_some() {
            return;
        }
        // Money, a person's looks, the schedule and the queue have had their turn in this pass. What they have sent is
        // waited for, and so is what this run itself has sent.
        if !self.flights.is_empty() || self.reconcile_due_ms(now_ms) > now_ms {
            return;
        }
        if self.lamps.asks_in_vain().is_none() {
            self.reconcile.gave_up_in_vain = false;
        }
        self.rest_until(now_ms.saturating_add(PAUSE_MS));
        let Some(row) = self.row_under_way() else { return };
        let question = self
            .reconcile
            .row
            .as_ref()
            .and_then(|under_way| under_way.left.front().cloned());
        match question {
            None => self.end_row(),
            Some(Question::Sale) => self.ask_about_sale(&row),
            Some(Question::Refund(refund_ref)) => self.ask_about_refund(&row, &refund_ref),
        }
    }

    /// When the run wants its next turn. One that waits for an answer is woken by it.
    pub(crate) fn reconcile_wake_at_ms(&self) -> Option<i64> {
        self.reconcile.running()?;
        let is_free = self.flights.is_empty() && self.reconcile_waits_for().is_none();
        let passed_ms = self.reconcile.passed_at_ms;
        is_free
            .then(|| self.reconcile_due_ms(passed_ms))
            .filter(|due_ms| *due_ms > passed_ms)
    }

    /// A moment further ahead than any rest was written down by a clock that has been set back since.
    fn reconcile_due_ms(&self, now_ms: i64) -> i64 {
        let until_ms = self.reconcile.rests_until_ms;
        if until_ms.saturating_sub(now_ms) > AGAIN_MS {
            now_ms
        } else {
            until_ms
        }
    }

    fn rest_until(&mut self, at_ms: i64) {
        self.reconcile.rests_until_ms = at_ms;
    }

    /// The row that the run is at, or the next one as it stands now. Without one the run has come to its end.
    fn row_under_way(&mut self) -> Option<HoldRow> {
        if let Some(under_way) = &mut self.reconcile.row {
            // Nothing is on its way: what was asked has been overtaken, and is asked again.
            under_way.asked = false;
            let our_ref = under_way.our_ref.clone();
            return self.peek_row(&our_ref);
        }
        let run = self.reconcile.running()?.clone();
        let OpenBooks::Open(books) = &self.books else {
            return None;
        };
        match books.next_to_reconcile(&run) {
            Ok(Some(row)) => {
                self.reconcile.row = Some(RowUnderWay::of(&row));
                Some(row)
            }
            Ok(None) => {
                // When it cannot be written, the books are closed, and the next start tries again.
                let _ = self.commit(Fact::Reconcile(ReconcileFact::Ended { run: run.run }));
                None
            }
            Err(failed) => {
                tracing::error!(%failed, "the next sale of a run cannot be read");
                self.rest_until(self.now_ms().saturating_add(AGAIN_MS));
                None
            }
        }
    }

    fn ask_about_sale(&mut self, row: &HoldRow) {
        let sale = &row.sale;
        if sale.state == SaleState::Draft {
            // Nothing of it ever left this machine.
            return self.pass_over(RowOutcome::Agrees);
        }
        if sale.waits_for_a_person() {
            return self.pass_over(RowOutcome::LeftToAPerson);
        }
        if sale.state.is_asked() {
            return self.pass_over(RowOutcome::StillOpen);
        }
        if let Some(under_way) = &mut self.reconcile.row {
            under_way.asked = true;
        }
        let our_ref = sale.our_ref.clone();
        self.start_look(&our_ref, true);
    }

    fn ask_about_refund(&mut self, row: &HoldRow, refund_ref: &RefundRef) {
        let refund = row.refunds.iter().map(|row| &row.refund);
        let refund = refund.into_iter().find(|refund| refund.refund_ref == *refund_ref);
        let Some(refund) = refund.filter(|refund| refund.state != RefundState::Asked) else {
            return self.pass_over(RowOutcome::StillOpen);
        };
        let is_left = refund.state == RefundState::NeedsPerson
            && refund.last_event == Some(RefundEventKind::Contradicted);
        if is_left {
            return self.pass_over(RowOutcome::LeftToAPerson);
        }
        if let Some(under_way) = &mut self.reconcile.row {
            under_way.asked = true;
        }
        let our_ref = row.sale.our_ref.clone();
        // A request that cannot be built is logged there, and the run comes to it again.
        let _ = self.look_at_refund(&our_ref, refund_ref, true);
    }

    /// Without a question.
    fn pass_over(&mut self, outcome: RowOutcome) {
        self.take_compared(Compared {
            outcome,
            difference: None,
        });
    }

    /// A look of a sale has ended and is written. If the run waits for it, this is its answer, whoever asked.
    pub(crate) fn reconcile_look(
        &mut self,
        sale: &Sale,
        call: Call,
        heard: &Heard,
        evidence: &Evidence,
        moved: Option<&Event>,
    ) {
        if !self.is_asked_by_run(&sale.our_ref, &Question::Sale) {
            return;
        }
        let was_answered = if call == Call::AuthStatus {
            evidence.auth.is_some()
        } else {
            evidence.payment.is_some()
        };
        if was_answered {
            let compared = compare_sale(sale, evidence, moved, self.now_ms());
            self.take_compared(compared);
        } else {
            self.try_again(heard, |was_answered, said| {
                could_not_be_asked(sale, None, was_answered, said)
            });
        }
    }

    /// The same for a refund.
    pub(crate) fn reconcile_refund_look(
        &mut self,
        our_ref: &OurRef,
        refund: &Refund,
        heard: &Heard,
        evidence: Option<&PaymentEvidence>,
        moved: Option<&RefundEvent>,
    ) {
        if !self.is_asked_by_run(our_ref, &Question::Refund(refund.refund_ref.clone())) {
            return;
        }
        if let Some(evidence) = evidence {
            let compared = compare_refund(our_ref, refund, evidence, moved);
            return self.take_compared(compared);
        }
        let Some(row) = self.peek_row(our_ref) else { return };
        self.try_again(heard, |was_answered, said| {
            could_not_be_asked(&row.sale, Some(refund), was_answered, said)
        });
    }

    fn is_asked_by_run(&self, our_ref: &OurRef, question: &Question) -> bool {
        let under_way = self.reconcile.row.as_ref();
        under_way
            .is_some_and(|row| row.asked && row.our_ref == *our_ref && row.left.front() == Some(question))
    }

    fn try_again(&mut self, heard: &Heard, given_up: impl FnOnce(bool, &str) -> Compared) {
        self.rest_until(self.now_ms().saturating_add(AGAIN_MS));
        let counts = !self.reconcile.gave_up_in_vain;
        let Some(row) = &mut self.reconcile.row else {
            return;
        };
        row.asked = false;
        row.tries = row.tries.saturating_add(u32::from(counts));
        if row.tries < TRIES_MAX {
            return;
        }
        self.reconcile.gave_up_in_vain = self.lamps.asks_in_vain().is_some();
        let reply = crate::replies::reply_fact(heard);
        let said = reply.code.or(reply.why).unwrap_or(reply.meaning);
        let compared = given_up(heard.code.is_some(), &said);
        self.take_compared(compared);
    }

    fn take_compared(&mut self, compared: Compared) {
        let now_ms = self.now_ms();
        self.rest_until(self.reconcile_due_ms(now_ms).max(now_ms.saturating_add(PAUSE_MS)));
        let Some(row) = &mut self.reconcile.row else {
            return;
        };
        row.take(compared);
        if row.left.is_empty() {
            self.end_row();
        }
    }

    fn end_row(&mut self) {
        let run = self.reconcile.running().map(|run| run.run);
        let (Some(row), Some(run)) = (self.reconcile.row.take(), run) else {
            return;
        };
        // When it cannot be written, the books are closed, and the sale is asked about again.
        let _ = self.commit(Fact::Reconcile(ReconcileFact::Compared {
            run,
            our_ref: row.our_ref,
            outcome: row.outcome,
            differences: row.differences,
        }));
    }
}
