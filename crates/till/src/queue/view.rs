//! The queue as the window sees it.

use super::panel::QueuePanel;
use super::{BEFORE_DEADLINE_MS, QueueDesk};
use crate::state::Till;
use crate::view::why_of;
use contract::{
    AtDeadline, DeadlineView, OutcomeCount, PlanView, QueueKind, QueuePanelRow, QueuePanelView, QueueView,
    RunOutcome, RunRowView, RunView,
};
use domain::{
    CannotWhy, Choice, Paise, ProviderText, QueueFact, QueueRow, QueuedWhat, RowStep, Run, Sale, SaleState,
};
use ledger::HoldRow;
use std::collections::BTreeMap;

impl Till {
    pub(crate) fn queue_view(&self) -> QueueView {
        let waits = self.queue_waits_for().or(self.lamps.asks_in_vain());
        QueueView {
            panel: self.queue.panel.as_ref().map(panel_view),
            runs: self
                .queue
                .queue
                .runs
                .iter()
                .rev()
                .map(|run| {
                    let mut told = run_view(&self.queue, run);
                    told.waits = waits.filter(|_| told.can_stop);
                    told
                })
                .collect(),
        }
    }
}

fn panel_view(panel: &QueuePanel) -> QueuePanelView {
    let can = panel.able().count();
    QueuePanelView {
        kind: panel.kind,
        rows: panel
            .rows
            .iter()
            .map(|shown| QueuePanelRow {
                our_ref: shown.row.sale.our_ref.to_string(),
                masked: shown.row.customer.masked(),
                held_text: shown.row.sale.amount_paise.to_string(),
                deadline_at_ms: shown.row.sale.deadline_at_ms,
                why: shown.can.err(),
            })
            .collect(),
        can: count(can),
        cannot: count(panel.rows.len().saturating_sub(can)),
        amount_text: sum(panel.able().map(|shown| shown.row.sale.amount_paise)).to_string(),
        action_id: (can > 0).then(|| panel.action_id.clone()),
    }
}

/// A row of a run and the sale that it is about.
struct Told<'a> {
    row: &'a QueueRow,
    of: &'a HoldRow,
    outcome: RunOutcome,
}

fn run_view(desk: &QueueDesk, run: &Run) -> RunView {
    let mut told: Vec<Told<'_>> = desk
        .queue
        .rows_of(run.run)
        .filter_map(|row| {
            let of = desk.seen.get(&row.our_ref)?;
            let outcome = outcome(row.step, of.sale.state);
            Some(Told { row, of, outcome })
        })
        .collect();
    told.sort_by_key(|told| {
        (
            told.of.sale.deadline_at_ms.unwrap_or(i64::MAX),
            told.row.our_ref.clone(),
        )
    });
    let mut counts: BTreeMap<RunOutcome, u32> = BTreeMap::new();
    for row in &told {
        let counted = counts.entry(row.outcome).or_default();
        *counted = counted.saturating_add(1);
    }
    let of_outcome = |outcome| counts.get(&outcome).copied().unwrap_or(0);
    let waiting = of_outcome(RunOutcome::Waiting);
    let under_way = waiting.saturating_add(of_outcome(RunOutcome::Sending));
    let all = count(told.len());
    let is_capture = told
        .iter()
        .any(|told| matches!(told.row.what, QueuedWhat::Capture { .. }));
    RunView {
        run: run.run,
        kind: if is_capture {
            QueueKind::Capture
        } else {
            QueueKind::Release
        },
        at_ms: run.at_ms,
        cashier: run.cashier.clone(),
        all,
        done: all.saturating_sub(under_way),
        amount_text: sum(told.iter().map(|told| amount_of(told.row.what, &told.of.sale))).to_string(),
        done_text: sum(told.iter().map(moved)).to_string(),
        counts: counts
            .iter()
            .map(|(outcome, count)| OutcomeCount {
                outcome: *outcome,
                count: *count,
            })
            .collect(),
        can_stop: waiting > 0,
        is_over: under_way == 0,
        waits: None,
        rows: told.iter().map(row_view).collect(),
    }
}

fn row_view(told: &Told<'_>) -> RunRowView {
    let sale = &told.of.sale;
    let reply = told.of.last_reply.as_ref();
    let was_asked = told.row.step == RowStep::Asked;
    let why = why_of(sale, reply).filter(|_| was_asked);
    RunRowView {
        our_ref: sale.our_ref.to_string(),
        state: sale.state,
        masked: told.of.customer.masked(),
        amount_text: amount_of(told.row.what, sale).to_string(),
        deadline_at_ms: sale.deadline_at_ms.filter(|_| !sale.state.is_final()),
        outcome: told.outcome,
        skipped: skipped(told.row.step),
        provider_words: why
            .as_ref()
            .and(reply)
            .and_then(|reply| reply.words.as_ref())
            .map(ProviderText::shown),
        why: why.map(|why| why.code),
    }
}

fn skipped(step: RowStep) -> Option<CannotWhy> {
    match step {
        RowStep::Skipped { why } => Some(why),
        RowStep::Waiting | RowStep::Asked | RowStep::Stopped => None,
    }
}

/// What became of a row: of one that was asked for, its sale says it.
fn outcome(step: RowStep, state: SaleState) -> RunOutcome {
    match step {
        RowStep::Waiting => RunOutcome::Waiting,
        RowStep::Skipped { .. } => RunOutcome::Skipped,
        RowStep::Stopped => RunOutcome::Stopped,
        RowStep::Asked => match state {
            SaleState::HoldAsked | SaleState::CaptureAsked | SaleState::CancelAsked => RunOutcome::Sending,
            SaleState::HoldUnknown | SaleState::CaptureUnknown | SaleState::CancelUnknown => {
                RunOutcome::NotSureYet
            }
            SaleState::CaptureAccepted => RunOutcome::Captured,
            SaleState::Paid => RunOutcome::Paid,
            SaleState::Released => RunOutcome::Released,
            SaleState::Expired => RunOutcome::Expired,
            SaleState::Held => RunOutcome::StillHeld,
            SaleState::NeedsPerson => RunOutcome::NeedsPerson,
            SaleState::NotPaid | SaleState::Draft | SaleState::HoldRefused | SaleState::HoldAbsent => {
                RunOutcome::Failed
            }
        },
    }
}

fn amount_of(what: QueuedWhat, sale: &Sale) -> Paise {
    match what {
        QueuedWhat::Capture { amount_paise } => amount_paise,
        QueuedWhat::Release => sale.amount_paise,
    }
}

/// What certainly was captured or released of a row that this run asked for.
fn moved(told: &Told<'_>) -> Paise {
    match (told.row.step, told.row.what) {
        (RowStep::Asked, QueuedWhat::Capture { .. }) => told.of.captured_paise(),
        (RowStep::Asked, QueuedWhat::Release) => told.of.released_paise(),
        (RowStep::Waiting | RowStep::Skipped { .. } | RowStep::Stopped, _) => Paise::ZERO,
    }
}

pub(super) fn sum(amounts: impl Iterator<Item = Paise>) -> Paise {
    amounts.fold(Paise::ZERO, |sum, amount| sum.checked_add(amount).unwrap_or(sum))
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

/// What is going to be done at a deadline.
pub(crate) fn plan_view(choice: &Choice) -> PlanView {
    let (at_deadline, amount_text) = told_choice(choice);
    PlanView {
        at_deadline,
        amount_text,
        at_ms: choice.not_before_ms,
    }
}

/// The choice for the deadline of a sale that is held; `None`: there is nothing to choose.
pub(crate) fn deadline_view(sale: &Sale, choice: Option<&Choice>, now_ms: i64) -> Option<DeadlineView> {
    let deadline_at_ms = sale.deadline_at_ms.filter(|_| sale.state == SaleState::Held)?;
    let at_ms = deadline_at_ms.saturating_sub(BEFORE_DEADLINE_MS);
    let (chosen, amount_text) = choice.map_or((AtDeadline::AskAPerson, None), told_choice);
    let amount = match choice.map(|choice| choice.what) {
        Some(QueuedWhat::Capture { amount_paise }) => amount_paise,
        Some(QueuedWhat::Release) | None => sale.amount_paise,
    };
    Some(DeadlineView {
        at_ms,
        deadline_at_ms,
        chosen,
        amount_text,
        amount_field: amount.to_field(),
        can_choose: at_ms > now_ms,
    })
}

fn told_choice(choice: &Choice) -> (AtDeadline, Option<String>) {
    match choice.what {
        QueuedWhat::Capture { amount_paise } => (AtDeadline::Capture, Some(amount_paise.to_string())),
        QueuedWhat::Release => (AtDeadline::Release, None),
    }
}

/// How a step of the queue is called in its sale's story.
pub(crate) fn step_name(fact: &QueueFact) -> &'static str {
    match fact {
        QueueFact::Chosen { choice: None, .. } => "deadline_ask",
        QueueFact::Chosen {
            choice: Some(choice), ..
        } => match choice.what {
            QueuedWhat::Capture { .. } => "deadline_capture",
            QueuedWhat::Release => "deadline_release",
        },
        QueueFact::Skipped { run: None, .. } => "deadline_skipped",
        QueueFact::Skipped { run: Some(_), .. } => "queue_skipped",
        QueueFact::Queued { .. } => "queued",
        QueueFact::Stopped { .. } | QueueFact::Closed { .. } => "other",
    }
}
