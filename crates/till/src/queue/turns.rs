//! Whose turn it is: nearest deadline first, a few at a time, and nothing that has moved meanwhile. Each turn ends in one
//! record: the intent of its sale, or why it was skipped. So a crash leaves a row either waiting or asked for.

use crate::state::Till;
use contract::WhyCode;
use domain::{CannotWhy, Fact, OurRef, QueueFact, QueuedWhat, Sale, eligible};

/// Requests of the queue that are on their way together: PhonePe is not stormed, and the counter's own requests do not
/// wait behind two hundred others.
const AT_ONCE_MAX: usize = 4;
/// A hold whose panel is open at the till waits for the cashier's answer, but not into its last minute.
const LAST_CALL_MS: i64 = 60_000;

/// One hold that the queue means to ask for.
pub(super) struct Turn {
    /// `None`: what was chosen for its deadline.
    run: Option<u32>,
    pub our_ref: OurRef,
    what: QueuedWhat,
    /// Whoever confirmed the run, or chose it.
    by: Option<String>,
    sale: Sale,
    /// Of a run: whether it still takes what was delivered.
    delivered: Result<(), CannotWhy>,
}

impl Turn {
    pub fn may(&self, now_ms: i64) -> bool {
        self.can(now_ms).is_ok()
    }

    fn can(&self, now_ms: i64) -> Result<(), CannotWhy> {
        eligible(&self.sale, &self.what, now_ms).and(self.delivered)
    }
}

impl Till {
    /// Why nothing of the queue is asked just now. A missing shift stops new holds alone.
    pub(super) fn queue_waits_for(&self) -> Option<WhyCode> {
        self.gate().filter(|why| *why != WhyCode::NoShift)
    }

    pub(crate) fn work_queue(&mut self, now_ms: i64) {
        self.queue.passed_at_ms = now_ms;
        if self.queue_waits_for().is_none() {
            let flown: Vec<OurRef> = self.queue.asked.iter().cloned().collect();
            for our_ref in flown {
                if !self.has_money_flight(&our_ref) {
                    self.queue.asked.remove(&our_ref);
                }
            }
            let turns = self.turns(now_ms);
            self.skip_what_cannot(&turns, now_ms);
            if self.lamps.asks_in_vain().is_some() {
                self.try_line(&turns, now_ms);
            } else {
                self.ask_in_turn(turns, now_ms);
            }
        }
        self.refresh_queue_panel();
    }

    /// When the queue wants to be gone through again. A row that waits for a seat is woken by the answer that frees one.
    pub(crate) fn queue_wake_at_ms(&self) -> Option<i64> {
        let passed_ms = self.queue.passed_at_ms;
        let rows = self.queue.queue.rows.iter().filter(|row| row.is_waiting());
        let of_rows = rows.map(|row| self.last_call_ms(&row.our_ref));
        let of_choices = self.queue.queue.choices.iter().flat_map(|(our_ref, choice)| {
            [
                Some(self.queue.due_ms(our_ref, choice)),
                self.last_call_ms(our_ref),
            ]
        });
        let of_panel = self.queue.panel.iter().flat_map(|panel| {
            let deadlines = panel.able().map(|row| row.row.sale.deadline_at_ms);
            deadlines.collect::<Vec<_>>()
        });
        let asked_for = self.queue_waits_for().is_none();
        of_rows
            .chain(of_choices)
            .chain([self.line_wake_at_ms()])
            .filter(|_| asked_for)
            .chain(of_panel)
            .flatten()
            .filter(|due_ms| *due_ms > passed_ms)
            .min()
    }

    /// What waits and is due, nearest deadline first.
    fn turns(&self, now_ms: i64) -> Vec<Turn> {
        let rows = self.queue.queue.rows.iter().filter(|row| row.is_waiting());
        let rows = rows.map(|row| {
            let by = self.queue.queue.confirmed_by(row.run);
            (Some(row.run), &row.our_ref, row.what, by)
        });
        let choices = self.queue.queue.choices.iter();
        let choices = choices
            .filter(|(our_ref, choice)| self.queue.due_ms(our_ref, choice) <= now_ms)
            .map(|(our_ref, choice)| (None, our_ref, choice.what, choice.by.as_deref()));
        let mut turns: Vec<Turn> = rows
            .chain(choices)
            .filter_map(|(run, our_ref, what, by)| {
                Some(Turn {
                    run,
                    our_ref: our_ref.clone(),
                    what,
                    by: by.map(str::to_owned),
                    sale: self.sale_of_turn(our_ref)?,
                    // What was chosen for a deadline names its amount, and skipped it would be lost.
                    delivered: run.map_or(Ok(()), |_| self.as_delivered(our_ref, &what)),
                })
            })
            .collect();
        turns.sort_by_key(|turn| {
            let deadline_ms = turn.sale.deadline_at_ms.unwrap_or(i64::MAX);
            (deadline_ms, turn.our_ref.clone(), turn.run.is_none())
        });
        turns
    }

    pub(super) fn has_turns(&self, now_ms: i64) -> bool {
        let mut rows = self.queue.queue.rows.iter();
        let mut choices = self.queue.queue.choices.iter();
        rows.any(domain::QueueRow::is_waiting)
            || choices.any(|(our_ref, choice)| self.queue.due_ms(our_ref, choice) <= now_ms)
    }

    fn sale_of_turn(&self, our_ref: &OurRef) -> Option<Sale> {
        let in_memory = self.sales.get(our_ref).or_else(|| self.queue.seen.get(our_ref));
        match in_memory {
            Some(row) => Some(row.sale.clone()),
            None => self.peek_row(our_ref).map(|row| row.sale),
        }
    }

    /// What cannot be asked for any more leaves the queue with its reason, all in one commit: after a night there may be
    /// many.
    fn skip_what_cannot(&mut self, turns: &[Turn], now_ms: i64) {
        let skipped: Vec<Fact> = turns
            .iter()
            .filter_map(|turn| {
                let why = turn.can(now_ms).err()?;
                Some(Fact::Queue(QueueFact::Skipped {
                    run: turn.run,
                    our_ref: turn.our_ref.clone(),
                    why,
                }))
            })
            .collect();
        if !skipped.is_empty() && self.commit_all(skipped).is_err() {
            tracing::warn!("what the queue cannot ask for could not be written down");
        }
    }

    fn ask_in_turn(&mut self, turns: Vec<Turn>, now_ms: i64) {
        for turn in turns {
            let has_seat = self.queue.asked.len() < AT_ONCE_MAX;
            if !has_seat || self.queue_waits_for().is_some() {
                return;
            }
            if !turn.may(now_ms)
                || self.queue.asked.contains(&turn.our_ref)
                || self.is_asked_at_till(&turn.our_ref, now_ms)
            {
                continue;
            }
            self.ask_for(&turn);
        }
    }

    fn ask_for(&mut self, turn: &Turn) {
        // Its record belongs to whoever wanted it, not to whoever stands at the till by then.
        self.note_asked_by(&turn.our_ref, turn.by.clone());
        let asked = match turn.what {
            QueuedWhat::Capture { amount_paise } => self.ask_capture(&turn.our_ref, amount_paise),
            QueuedWhat::Release => self.ask_release(&turn.our_ref),
        };
        if let Err(refused) = asked {
            // It stays where it is; if its sale has moved, the next pass says so.
            tracing::warn!(our_ref = %turn.our_ref, %refused, "a row of the queue could not be asked for");
            return;
        }
        self.queue.asked.insert(turn.our_ref.clone());
        let is_under_review = self
            .front
            .review
            .as_ref()
            .is_some_and(|review| review.our_ref == turn.our_ref);
        if is_under_review {
            self.front.review = None;
        }
    }

    /// The cashier has the panel of this very hold open: one question at a time.
    pub(super) fn is_asked_at_till(&self, our_ref: &OurRef, now_ms: i64) -> bool {
        self.last_call_ms(our_ref)
            .is_some_and(|last_call_ms| now_ms < last_call_ms)
    }

    /// Until when a hold under the cashier's panel is left to the cashier; `None`: it is not under it.
    fn last_call_ms(&self, our_ref: &OurRef) -> Option<i64> {
        let review = self.front.review.as_ref()?;
        let is_its = review.our_ref == *our_ref;
        let deadline_ms = self.sales.get(our_ref)?.sale.deadline_at_ms?;
        is_its.then(|| deadline_ms.saturating_sub(LAST_CALL_MS))
    }
}
