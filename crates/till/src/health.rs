//! How the till is, part by part: *ok*, *watch*, or *act*. What the engine knows and what the machine says come together
//! here, and every limit stands here; the window only has the sentences.

mod outside;
mod parts;

pub(crate) use outside::{hook, update};
pub use parts::{backup_line, clock_line, disk_line, size_text};

use crate::home::Footprint;
use crate::state::{OpenBooks, Till};
use crate::view::needs_person;
use contract::{
    BooksState, DisplayState, HealthLineView, HealthVerdict, HealthView, KeyringState, NoticeCode,
    PrinterState, ProviderState,
};

/// What the engine knows about itself at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EngineHealth {
    pub provider: ProviderState,
    /// How long the last answers took, oldest first.
    pub answers_ms: Vec<u64>,
    /// This machine's clock less PhonePe's, by the date of its last answer.
    pub clock_off_ms: Option<i64>,
    pub unanswered: u32,
    pub for_a_person: u32,
    /// Rows of runs that wait for their turn.
    pub queued: u32,
    pub books: BooksState,
    pub records: u64,
    pub backup_at_ms: Option<i64>,
    pub backup_failed: Option<String>,
    pub keyring: KeyringState,
    pub printer: PrinterState,
    pub display: DisplayState,
    /// Of whoever tells the customers, and of newer versions: judged already, because the settings show the latter too.
    pub hook: HealthLineView,
    pub update: HealthLineView,
    pub version: String,
}

/// What the program's surroundings say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MachineHealth {
    pub now_ms: i64,
    /// Since the program started.
    pub up_ms: u64,
    pub footprint: Footprint,
    pub lost_log_lines: u64,
}

/// Every part, in the order in which a person would ask.
#[must_use]
pub fn health_view(engine: &EngineHealth, machine: &MachineHealth) -> HealthView {
    let footprint = &machine.footprint;
    let backup_at_ms = engine.backup_at_ms.max(footprint.backup_at_ms);
    let lines = vec![
        parts::provider(engine),
        clock_line(machine.now_ms, engine.clock_off_ms),
        parts::queue(engine),
        parts::books(engine.books),
        parts::ledger(footprint.ledger_bytes, engine.records),
        backup_line(
            machine.now_ms,
            Some(machine.up_ms),
            backup_at_ms,
            engine.backup_failed.as_deref(),
        ),
        disk_line(footprint),
        parts::keyring(engine.keyring),
        parts::printer(engine.printer),
        parts::display(engine.display),
        engine.hook.clone(),
        parts::log(machine.lost_log_lines),
        engine.update.clone(),
        parts::program(&engine.version, machine.up_ms),
    ];
    HealthView {
        at_ms: machine.now_ms,
        worst: worst(&lines),
        lines,
    }
}

fn worst(lines: &[HealthLineView]) -> HealthVerdict {
    lines
        .iter()
        .map(|line| line.verdict)
        .max()
        .unwrap_or(HealthVerdict::Ok)
}

impl Till {
    /// For the health panel.
    #[must_use]
    pub fn health(&self) -> EngineHealth {
        let now_ms = self.now_ms();
        let lamps = self.build_view().lamps;
        let for_a_person = self
            .sales
            .values()
            .filter(|row| needs_person(&row.sale, now_ms) || row.has_refund_for_person())
            .count();
        let queued = self.queue.waiting();
        EngineHealth {
            provider: self.lamps.provider,
            answers_ms: self.lamps.answers_ms.iter().copied().collect(),
            clock_off_ms: self.provider().and_then(|provider| provider.clock_off_ms()),
            unanswered: lamps.queue,
            for_a_person: u32::try_from(for_a_person).unwrap_or(u32::MAX),
            queued: u32::try_from(queued).unwrap_or(u32::MAX),
            books: lamps.books,
            records: self.head_seq,
            backup_at_ms: self.backup.at_ms,
            backup_failed: self.backup.failed.clone(),
            keyring: self.lamps.keyring,
            printer: self.printer_view().state,
            display: self.chosen.view.display.state,
            hook: hook(self.chosen.view.chosen.hook.tells, &self.chosen.view.hook),
            update: self.update_line(),
            version: self.config.version.clone(),
        }
    }

    /// Told before the disk is full: then the books could take nothing more.
    pub(crate) fn disk_notice(&self) -> Option<(NoticeCode, String)> {
        let OpenBooks::Open(_) = &self.books else {
            return None;
        };
        parts::short_of_disk(self.disk.as_ref()?).map(|free| (NoticeCode::DiskLow, free))
    }
}

#[cfg(test)]
mod tests;
