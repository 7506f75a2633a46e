//! One line each, with its limits.

use super::EngineHealth;
use crate::home::Footprint;
use contract::{
    BooksState, DisplayState, HealthFound, HealthLineView, HealthPart, HealthVerdict, KeyringState,
    PrinterState, ProviderState,
};

/// As `holdfast-admin doctor` has it; nothing that is concluded depends on it, the times on slips do.
const CLOCK_OFF_WATCH_MS: u64 = 120_000;
/// PhonePe's certificates and the customers' links have times in them; a clock further off than this is not believed there.
const CLOCK_OFF_ACT_MS: u64 = 300_000;
/// This program was not there before: 2026-01-01.
const LONG_PAST_MS: i64 = 1_767_225_600_000;
/// A reply slower than this turns the lamp to "slow" too.
const SLOW_MS: u64 = 3_000;
/// A day, and the hours until the till is opened the next morning.
const BACKUP_OLD_MS: i64 = 36 * 3_600_000;
const BACKUP_TOO_OLD_MS: i64 = 72 * 3_600_000;
/// The first backup comes a minute after the start; that long it is not missed.
const BACKUP_AWAITED_MS: u64 = 600_000;
/// Room for a day's records and logs, whatever size the ledger has.
const FREE_ACT_BYTES: u64 = 200_000_000;
const FREE_WATCH_BYTES: u64 = 1_000_000_000;
const MEGABYTE: u64 = 1_000_000;

pub(super) fn line(part: HealthPart, verdict: HealthVerdict, found: HealthFound) -> HealthLineView {
    HealthLineView { part, verdict, found }
}

pub(super) fn provider(engine: &EngineHealth) -> HealthLineView {
    let (verdict, found) = match engine.provider {
        ProviderState::Unasked => (HealthVerdict::Ok, HealthFound::ProviderUnasked),
        ProviderState::NoAnswer => (HealthVerdict::Watch, HealthFound::ProviderNoAnswer),
        ProviderState::Unreachable => (HealthVerdict::Act, HealthFound::ProviderUnreachable),
        ProviderState::WrongKey => (HealthVerdict::Act, HealthFound::ProviderWrongKey),
        ProviderState::Good | ProviderState::Slow => {
            let last_ms = engine.answers_ms.last().copied().unwrap_or(0);
            let median_ms = median(&engine.answers_ms);
            let of = u32::try_from(engine.answers_ms.len()).unwrap_or(u32::MAX);
            if median_ms > SLOW_MS {
                (
                    HealthVerdict::Watch,
                    HealthFound::ProviderSlow {
                        last_ms,
                        median_ms,
                        of,
                    },
                )
            } else {
                (
                    HealthVerdict::Ok,
                    HealthFound::ProviderAnswers {
                        last_ms,
                        median_ms,
                        of,
                    },
                )
            }
        }
    };
    line(HealthPart::Provider, verdict, found)
}

/// Of an even number the lower one of the two in the middle.
fn median(answers_ms: &[u64]) -> u64 {
    let mut sorted = answers_ms.to_vec();
    sorted.sort_unstable();
    let middle = sorted.len().saturating_sub(1) / 2;
    sorted.get(middle).copied().unwrap_or(0)
}

/// `off_ms` is our clock less another one, if there was one.
#[must_use]
pub fn clock_line(now_ms: i64, off_ms: Option<i64>) -> HealthLineView {
    let (verdict, found) = match off_ms {
        _ if now_ms < LONG_PAST_MS => (HealthVerdict::Act, HealthFound::ClockLongPast),
        None => (HealthVerdict::Ok, HealthFound::ClockAlone),
        Some(off_ms) if off_ms.unsigned_abs() <= CLOCK_OFF_WATCH_MS => {
            (HealthVerdict::Ok, HealthFound::ClockAgrees { off_ms })
        }
        Some(off_ms) if off_ms.unsigned_abs() <= CLOCK_OFF_ACT_MS => {
            (HealthVerdict::Watch, HealthFound::ClockOff { off_ms })
        }
        Some(off_ms) => (HealthVerdict::Act, HealthFound::ClockOff { off_ms }),
    };
    line(HealthPart::Clock, verdict, found)
}

pub(super) fn queue(engine: &EngineHealth) -> HealthLineView {
    let (unanswered, rows) = (engine.unanswered, engine.queued);
    let (verdict, found) = if engine.for_a_person > 0 {
        let sales = engine.for_a_person;
        (HealthVerdict::Act, HealthFound::QueueNeedsPerson { sales })
    } else if unanswered > 0 || rows > 0 {
        let verdict = if unanswered > 0 {
            HealthVerdict::Watch
        } else {
            HealthVerdict::Ok
        };
        (verdict, HealthFound::QueueWorks { unanswered, rows })
    } else {
        (HealthVerdict::Ok, HealthFound::QueueEmpty)
    };
    line(HealthPart::Queue, verdict, found)
}

pub(super) fn books(books: BooksState) -> HealthLineView {
    let (verdict, found) = match books {
        BooksState::Checking => (HealthVerdict::Ok, HealthFound::BooksChecking),
        BooksState::InOrder => (HealthVerdict::Ok, HealthFound::BooksHold),
        BooksState::Closed => (HealthVerdict::Act, HealthFound::BooksClosed),
    };
    line(HealthPart::Books, verdict, found)
}

pub(super) fn ledger(bytes: u64, records: u64) -> HealthLineView {
    let size_text = size_text(bytes);
    let found = HealthFound::LedgerSize { size_text, records };
    line(HealthPart::Ledger, HealthVerdict::Ok, found)
}

/// `up_ms` is how long the till runs; without one no till is asked about, and a backup that is not there is missed.
#[must_use]
pub fn backup_line(
    now_ms: i64,
    up_ms: Option<u64>,
    taken_at_ms: Option<i64>,
    failed: Option<&str>,
) -> HealthLineView {
    let (verdict, found) = match (failed, taken_at_ms) {
        (Some(why), _) => (
            HealthVerdict::Act,
            HealthFound::BackupFailed { why: why.to_owned() },
        ),
        (None, None) if up_ms.is_some_and(|up_ms| up_ms < BACKUP_AWAITED_MS) => {
            (HealthVerdict::Ok, HealthFound::BackupNone)
        }
        (None, None) => (HealthVerdict::Watch, HealthFound::BackupNone),
        (None, Some(at_ms)) => match now_ms.saturating_sub(at_ms) {
            age_ms if age_ms > BACKUP_TOO_OLD_MS => (HealthVerdict::Act, HealthFound::BackupOld { age_ms }),
            age_ms if age_ms > BACKUP_OLD_MS => (HealthVerdict::Watch, HealthFound::BackupOld { age_ms }),
            age_ms => (HealthVerdict::Ok, HealthFound::BackupTaken { age_ms }),
        },
    };
    line(HealthPart::Backup, verdict, found)
}

/// Each day's backup is a copy of the whole ledger, so a large one wants more room.
#[must_use]
pub fn disk_line(footprint: &Footprint) -> HealthLineView {
    let (verdict, found) = match footprint.free_bytes {
        None => (HealthVerdict::Ok, HealthFound::DiskUnread),
        Some(free) => {
            let free_text = size_text(free);
            let wanted = watch_below(footprint);
            let verdict = if free < act_below(footprint) {
                HealthVerdict::Act
            } else if free < wanted {
                HealthVerdict::Watch
            } else {
                HealthVerdict::Ok
            };
            let found = match verdict {
                HealthVerdict::Ok => HealthFound::DiskFree { free_text },
                HealthVerdict::Watch | HealthVerdict::Act => HealthFound::DiskLow {
                    free_text,
                    wanted_text: size_text(wanted),
                },
            };
            (verdict, found)
        }
    };
    line(HealthPart::Disk, verdict, found)
}

/// How much is free, when that is too little.
pub(super) fn short_of_disk(footprint: &Footprint) -> Option<String> {
    let free = footprint.free_bytes?;
    (free < watch_below(footprint)).then(|| size_text(free))
}

fn act_below(footprint: &Footprint) -> u64 {
    FREE_ACT_BYTES.max(footprint.ledger_bytes.saturating_mul(2))
}

fn watch_below(footprint: &Footprint) -> u64 {
    FREE_WATCH_BYTES.max(footprint.ledger_bytes.saturating_mul(4))
}

pub(super) fn keyring(keyring: KeyringState) -> HealthLineView {
    let (verdict, found) = match keyring {
        KeyringState::Unasked => (HealthVerdict::Ok, HealthFound::KeyringUnasked),
        KeyringState::Ready => (HealthVerdict::Ok, HealthFound::KeyringReady),
        KeyringState::InMemory => (HealthVerdict::Ok, HealthFound::KeyringInMemory),
        KeyringState::Locked => (HealthVerdict::Act, HealthFound::KeyringLocked),
        KeyringState::Missing => (HealthVerdict::Act, HealthFound::KeyringMissing),
        KeyringState::Broken => (HealthVerdict::Act, HealthFound::KeyringBroken),
    };
    line(HealthPart::Keyring, verdict, found)
}

/// As it said itself the last time.
pub(super) fn printer(state: PrinterState) -> HealthLineView {
    let (verdict, found) = match state {
        PrinterState::NotSetUp => (HealthVerdict::Ok, HealthFound::PrinterNone),
        PrinterState::Unasked | PrinterState::Ready | PrinterState::Busy => {
            (HealthVerdict::Ok, HealthFound::PrinterReady)
        }
        PrinterState::PaperLow => (HealthVerdict::Watch, HealthFound::PrinterLow),
        PrinterState::Slow | PrinterState::Trouble => (HealthVerdict::Act, HealthFound::PrinterTrouble),
    };
    line(HealthPart::Printer, verdict, found)
}

/// No sale needs it, so nobody is called at once.
pub(super) fn display(state: DisplayState) -> HealthLineView {
    let (verdict, found) = match state {
        DisplayState::Off => (HealthVerdict::Ok, HealthFound::DisplayOff),
        DisplayState::Shows | DisplayState::InWindow => (HealthVerdict::Ok, HealthFound::DisplayShows),
        DisplayState::NoMonitor => (HealthVerdict::Watch, HealthFound::DisplayNoMonitor),
        DisplayState::Closed => (HealthVerdict::Watch, HealthFound::DisplayClosed),
        DisplayState::Failed => (HealthVerdict::Watch, HealthFound::DisplayFailed),
    };
    line(HealthPart::Display, verdict, found)
}

pub(super) fn log(lines: u64) -> HealthLineView {
    let (verdict, found) = match lines {
        0 => (HealthVerdict::Ok, HealthFound::LogKept),
        lines => (HealthVerdict::Watch, HealthFound::LogLost { lines }),
    };
    line(HealthPart::Log, verdict, found)
}

pub(super) fn program(version: &str, up_ms: u64) -> HealthLineView {
    let version = version.to_owned();
    let found = HealthFound::Program { version, up_ms };
    line(HealthPart::Program, HealthVerdict::Ok, found)
}

/// `640 kB`, `312 MB`, `41 GB`: decimal units, as file managers show them.
#[must_use]
pub fn size_text(bytes: u64) -> String {
    match bytes {
        bytes if bytes < MEGABYTE => format!("{} kB", bytes.div_ceil(1_000)),
        bytes if bytes < 10_000 * MEGABYTE => format!("{} MB", bytes / MEGABYTE),
        bytes => format!("{} GB", bytes / (1_000 * MEGABYTE)),
    }
}
