//! The printer as the window shows it.

use super::{PrinterStands, UnderWay};
use crate::state::Till;
use contract::{PrinterState, PrinterTrouble, PrinterView};

impl Till {
    pub(crate) fn printer_view(&self) -> PrinterView {
        let now_ms = self.now_ms();
        let is_set_up = !self.chosen.view.chosen.paper.printer.is_empty();
        let slow = |of: &UnderWay| of.slow_at_ms() <= now_ms;
        let under_way = &self.paper.under_way;
        let (state, trouble) = if !is_set_up {
            (PrinterState::NotSetUp, None)
        } else if under_way.values().any(slow) {
            (PrinterState::Slow, None)
        } else if !under_way.is_empty() {
            (PrinterState::Busy, None)
        } else {
            match self.paper.stands {
                None | Some(PrinterStands::NotSetUp) => (PrinterState::Unasked, None),
                Some(PrinterStands::Ready { paper_low: true }) => (PrinterState::PaperLow, None),
                Some(PrinterStands::Ready { paper_low: false }) => (PrinterState::Ready, None),
                Some(PrinterStands::Trouble(trouble)) => (PrinterState::Trouble, Some(trouble)),
            }
        };
        PrinterView {
            state,
            trouble: trouble.filter(|trouble| *trouble != PrinterTrouble::NotSetUp),
            waiting: u32::try_from(under_way.len()).unwrap_or(u32::MAX),
            last: self.paper.last.clone(),
        }
    }
}
