//! Comparing with PhonePe, as the window sees it.

use crate::state::Till;
use contract::{
    ClosedView, DifferenceView, ImportView, ReconcileRunView, ReconcileState, ReconcileView, SideView,
};
use domain::{Difference, ProviderText, ReconcileFact, ReconcileRun, RunState, Side};
use ledger::{FoundDifference, SettlementImport};

impl Till {
    pub(crate) fn reconcile_view(&self) -> ReconcileView {
        let waits = self.reconcile_waits_for().or(self.lamps.asks_in_vain());
        let known = &self.reconcile.known;
        ReconcileView {
            run: known.run.as_ref().map(|run| {
                let mut told = run_view(run);
                told.waits = waits.filter(|_| run.is_running());
                told
            }),
            open_differences: known.open_differences,
        }
    }
}

fn run_view(run: &ReconcileRun) -> ReconcileRunView {
    ReconcileRunView {
        run: run.run,
        state: match run.state {
            RunState::Running => ReconcileState::Running,
            RunState::Stopped => ReconcileState::Stopped,
            RunState::Ended => ReconcileState::Ended,
        },
        begun_at_ms: run.begun_at_ms,
        cashier: run.cashier.clone(),
        from_ms: run.from_ms,
        to_ms: run.to_ms,
        left_at_ms: run.left_at_ms,
        rows: run.rows,
        done: run.counts.done(),
        agrees: run.counts.agrees,
        moved_on: run.counts.moved_on,
        still_open: run.counts.still_open,
        left_to_a_person: run.counts.left_to_a_person,
        differs: run.counts.differs,
        waits: None,
    }
}

pub(super) fn found_view(found: &FoundDifference) -> DifferenceView {
    DifferenceView {
        number: Some(found.number),
        at_ms: found.at_ms,
        run: found.run,
        import: found.import,
        closed: found.closed.as_ref().map(|closed| ClosedView {
            at_ms: closed.at_ms,
            by: closed.by.clone(),
            note: closed.note.clone(),
        }),
        ..difference_view(&found.difference)
    }
}

fn difference_view(difference: &Difference) -> DifferenceView {
    DifferenceView {
        number: None,
        at_ms: 0,
        kind: difference.kind,
        run: None,
        import: None,
        our_ref: difference.our_ref.as_ref().map(ToString::to_string),
        refund_ref: difference.refund_ref.as_ref().map(ToString::to_string),
        named: difference.named.as_ref().map(ProviderText::shown),
        ours: difference.ours.as_ref().map(side_view),
        theirs: difference.theirs.as_ref().map(side_view),
        line: difference.line,
        closed: None,
    }
}

fn side_view(side: &Side) -> SideView {
    SideView {
        said: side.said.shown(),
        amount_text: side.amount_paise.map(|amount| amount.to_string()),
        provider_ref: side.provider_ref.as_ref().map(ProviderText::shown),
    }
}

pub(super) fn import_view(import: &SettlementImport) -> ImportView {
    ImportView {
        number: import.number,
        at_ms: import.at_ms,
        cashier: import.cashier.clone(),
        name: import.name.clone(),
        sha256: import.sha256.clone(),
        rows: import.rows,
        agree: import.agree,
        differ: import.differ,
    }
}

/// How a step of it is called in its sale's story.
pub(crate) fn step_name(fact: &ReconcileFact) -> &'static str {
    match fact {
        ReconcileFact::Compared { .. } => "difference_found",
        ReconcileFact::Closed { .. } => "difference_closed",
        ReconcileFact::Begun { .. }
        | ReconcileFact::Stopped { .. }
        | ReconcileFact::Resumed { .. }
        | ReconcileFact::Ended { .. }
        | ReconcileFact::Imported { .. } => "other",
    }
}

/// What it has to say there: the kinds that were found, or the note.
pub(crate) fn step_says(fact: &ReconcileFact) -> Option<String> {
    if let ReconcileFact::Closed { note, .. } = fact {
        return Some(note.as_str().to_owned());
    }
    let kinds: Vec<String> = fact
        .differences()
        .iter()
        .filter_map(|found| Some(serde_json::to_value(found.kind).ok()?.as_str()?.to_owned()))
        .collect();
    (!kinds.is_empty()).then(|| kinds.join(", "))
}
