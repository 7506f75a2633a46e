//! The table that a person sees before many holds are captured or released: row by row *can*, or *cannot* and why. It
//! follows the sales while it stands there, and each change of it disarms its button.

use super::view::sum;
use super::{QueueDesk, RUN_ROWS_MAX};
use crate::state::Till;
use contract::{ActionId, ErrorCode, QueueKind, UiError};
use domain::{CannotWhy, OurRef, Paise, QueueFact, Queued, QueuedWhat};
use ledger::HoldRow;
use std::collections::BTreeSet;

pub(crate) struct QueuePanel {
    pub kind: QueueKind,
    pub rows: Vec<PanelRow>,
    pub action_id: ActionId,
}

#[derive(Clone, PartialEq, Eq)]
pub(crate) struct PanelRow {
    pub row: HoldRow,
    pub what: QueuedWhat,
    pub can: Result<(), CannotWhy>,
}

impl QueuePanel {
    pub fn able(&self) -> impl Iterator<Item = &PanelRow> {
        self.rows.iter().filter(|row| row.can.is_ok())
    }
}

impl QueueDesk {
    /// What would be captured or released by the panel's button, if this is it.
    pub fn sum_in_panel(&self, action_id: &ActionId) -> Option<Paise> {
        let panel = self
            .panel
            .as_ref()
            .filter(|panel| panel.action_id == *action_id)?;
        Some(sum(panel.able().map(|able| able.row.sale.amount_paise)))
    }
}

impl Till {
    pub(super) fn review_queue(&mut self, kind: QueueKind, our_refs: Vec<OurRef>) -> Result<(), UiError> {
        self.queue.panel = None;
        let our_refs: BTreeSet<OurRef> = our_refs.into_iter().collect();
        if our_refs.is_empty() {
            return Err(ErrorCode::QueueNothing.into());
        }
        if our_refs.len() > RUN_ROWS_MAX {
            return Err(UiError {
                code: ErrorCode::QueueTooMany,
                detail: Some(RUN_ROWS_MAX.to_string()),
            });
        }
        let mut rows = Vec::with_capacity(our_refs.len());
        for our_ref in &our_refs {
            rows.push(self.peek_row(our_ref).ok_or(ErrorCode::NoSuchSale)?);
        }
        let rows = self.table(kind, rows);
        self.must_have_room(rows.iter().filter(|row| row.can.is_ok()).count())?;
        self.queue.panel = Some(QueuePanel {
            kind,
            rows,
            action_id: self.new_action_id(),
        });
        Ok(())
    }

    /// The holds that can, as they were shown. Any row that has changed since made another button.
    pub(super) fn confirm_queue(&mut self, action_id: &ActionId) -> Result<(), UiError> {
        self.refresh_queue_panel();
        let on_screen = self.queue.panel.as_ref().map(|panel| &panel.action_id) == Some(action_id);
        self.take_action(action_id, on_screen)?;
        let panel = self.queue.panel.take().ok_or(ErrorCode::NotArmed)?;
        let items: Vec<Queued> = panel
            .able()
            .map(|row| Queued {
                our_ref: row.row.sale.our_ref.clone(),
                what: row.what,
            })
            .collect();
        self.must_have_room(items.len())?;
        let run = self.queue.queue.last_run.saturating_add(1);
        self.write_step(QueueFact::Queued { run, items })?;
        for able in panel.rows.into_iter().filter(|row| row.can.is_ok()) {
            let our_ref = able.row.sale.our_ref.clone();
            self.queue.seen.insert(our_ref, able.row);
        }
        Ok(())
    }

    /// The table follows what has happened meanwhile.
    pub(super) fn refresh_queue_panel(&mut self) {
        let Some(panel) = &self.queue.panel else { return };
        let kind = panel.kind;
        let rows = panel
            .rows
            .iter()
            .map(|shown| self.sales.get(&shown.row.sale.our_ref).unwrap_or(&shown.row))
            .cloned()
            .collect();
        let rows = self.table(kind, rows);
        if is_same(&panel.rows, &rows) {
            return;
        }
        self.queue.panel = Some(QueuePanel {
            kind,
            rows,
            action_id: self.new_action_id(),
        });
    }

    fn table(&self, kind: QueueKind, rows: Vec<HoldRow>) -> Vec<PanelRow> {
        let now_ms = self.now_ms();
        let mut table: Vec<PanelRow> = rows
            .into_iter()
            .map(|row| {
                let what = match kind {
                    QueueKind::Capture => QueuedWhat::Capture {
                        amount_paise: row.sale.amount_paise,
                    },
                    QueueKind::Release => QueuedWhat::Release,
                };
                let can = self.queue.queue.admits(&row.sale, &what, now_ms);
                let can = can.and_then(|()| self.as_delivered(&row.sale.our_ref, &what));
                PanelRow { row, what, can }
            })
            .collect();
        table.sort_by_key(|row| {
            let deadline_ms = row.row.sale.deadline_at_ms.unwrap_or(i64::MAX);
            (row.can.err(), deadline_ms, row.row.sale.our_ref.clone())
        });
        table
    }
}

/// What a person has read of them is still so. A look that moved nothing is no change.
fn is_same(shown: &[PanelRow], fresh: &[PanelRow]) -> bool {
    let told = |row: &PanelRow| (row.row.sale.our_ref.clone(), row.what, row.can);
    shown.iter().map(told).eq(fresh.iter().map(told))
}
