use super::*;
use crate::UpdateAnswer;
use contract::{HealthFound, HealthPart, HookTrouble, HookView, PrinterState};

const NOW_MS: i64 = 1_800_000_000_000;
const HOUR_MS: i64 = 3_600_000;

fn well() -> (EngineHealth, MachineHealth) {
    let engine = EngineHealth {
        provider: ProviderState::Good,
        answers_ms: vec![90, 400, 120],
        clock_off_ms: Some(-900),
        unanswered: 0,
        for_a_person: 0,
        queued: 0,
        books: BooksState::InOrder,
        records: 128,
        backup_at_ms: Some(NOW_MS - HOUR_MS),
        backup_failed: None,
        keyring: KeyringState::Ready,
        printer: PrinterState::NotSetUp,
        display: DisplayState::Off,
        hook: hook(false, &HookView::default()),
        update: update(false, None),
        version: "0.1.0".to_owned(),
    };
    let machine = MachineHealth {
        now_ms: NOW_MS,
        up_ms: 7_200_000,
        footprint: Footprint {
            free_bytes: Some(41_000_000_000),
            ledger_bytes: 640_000,
            backup_at_ms: None,
        },
        lost_log_lines: 0,
    };
    (engine, machine)
}

/// The verdict and what was found of one part after a change.
fn after(
    part: HealthPart,
    change: impl Fn(&mut EngineHealth, &mut MachineHealth),
) -> (HealthVerdict, HealthFound) {
    let (mut engine, mut machine) = well();
    change(&mut engine, &mut machine);
    let view = health_view(&engine, &machine);
    let line = view.lines.iter().find(|line| line.part == part).unwrap();
    // Nothing else was changed, so nothing else may have become worse.
    assert_eq!(view.worst, line.verdict, "{view:?}");
    (line.verdict, line.found.clone())
}

#[test]
fn a_till_that_is_well_says_so_in_every_line() {
    let (engine, machine) = well();
    let view = health_view(&engine, &machine);
    assert_eq!(view.worst, HealthVerdict::Ok, "{view:?}");
    let answers = HealthFound::ProviderAnswers {
        last_ms: 120,
        median_ms: 120,
        of: 3,
    };
    assert_eq!(view.lines[0].found, answers);
    let mut parts: Vec<String> = view.lines.iter().map(|line| format!("{:?}", line.part)).collect();
    parts.dedup();
    assert_eq!(parts.len(), 14, "each part once: {parts:?}");
}

#[test]
fn phonepe_that_is_slow_is_watched_and_one_that_cannot_be_reached_wants_a_person() {
    let of = |state: ProviderState, answers_ms: &[u64]| {
        after(HealthPart::Provider, |engine, _| {
            engine.provider = state;
            engine.answers_ms = answers_ms.to_vec();
        })
        .0
    };
    assert_eq!(of(ProviderState::Unasked, &[]), HealthVerdict::Ok);
    // One slow answer among quick ones is an accident.
    assert_eq!(of(ProviderState::Slow, &[90, 100, 8_000]), HealthVerdict::Ok);
    assert_eq!(of(ProviderState::Slow, &[3_001, 8_000]), HealthVerdict::Watch);
    assert_eq!(of(ProviderState::NoAnswer, &[90]), HealthVerdict::Watch);
    assert_eq!(of(ProviderState::Unreachable, &[90]), HealthVerdict::Act);
    assert_eq!(of(ProviderState::WrongKey, &[90]), HealthVerdict::Act);
}

#[test]
fn a_clock_is_judged_by_phonepes_in_both_directions_and_by_the_calendar() {
    let off = |off_ms: Option<i64>| after(HealthPart::Clock, |engine, _| engine.clock_off_ms = off_ms);
    assert_eq!(off(None), (HealthVerdict::Ok, HealthFound::ClockAlone));
    assert_eq!(off(Some(120_000)).0, HealthVerdict::Ok);
    assert_eq!(off(Some(-120_001)).0, HealthVerdict::Watch);
    assert_eq!(
        off(Some(300_001)),
        (HealthVerdict::Act, HealthFound::ClockOff { off_ms: 300_001 })
    );
    let past = clock_line(9_000, None);
    assert_eq!(
        (past.verdict, past.found),
        (HealthVerdict::Act, HealthFound::ClockLongPast)
    );
}

#[test]
fn what_waits_is_watched_and_what_needs_a_person_is_said_before_it() {
    let queue = |unanswered, for_a_person, queued| {
        after(HealthPart::Queue, |engine, _| {
            (engine.unanswered, engine.for_a_person, engine.queued) = (unanswered, for_a_person, queued);
        })
    };
    let works = |unanswered, rows| HealthFound::QueueWorks { unanswered, rows };
    assert_eq!(queue(0, 0, 0), (HealthVerdict::Ok, HealthFound::QueueEmpty));
    assert_eq!(queue(0, 0, 40), (HealthVerdict::Ok, works(0, 40)));
    assert_eq!(queue(2, 0, 0), (HealthVerdict::Watch, works(2, 0)));
    assert_eq!(
        queue(2, 1, 9),
        (HealthVerdict::Act, HealthFound::QueueNeedsPerson { sales: 1 })
    );
}

#[test]
fn a_backup_is_missed_after_a_day_and_a_night_and_wanted_after_three() {
    let backup = |hours: i64| {
        after(HealthPart::Backup, |engine, _| {
            engine.backup_at_ms = Some(NOW_MS - hours * HOUR_MS);
        })
        .0
    };
    assert_eq!(
        [backup(36), backup(37), backup(73)],
        [HealthVerdict::Ok, HealthVerdict::Watch, HealthVerdict::Act]
    );
    // The one of yesterday stands on the disk, though this run took none.
    let of_disk = after(HealthPart::Backup, |engine, machine| {
        engine.backup_at_ms = None;
        machine.footprint.backup_at_ms = Some(NOW_MS - HOUR_MS);
    });
    assert_eq!(
        of_disk,
        (HealthVerdict::Ok, HealthFound::BackupTaken { age_ms: HOUR_MS })
    );
    let none = |up_ms| {
        after(HealthPart::Backup, |engine, machine| {
            engine.backup_at_ms = None;
            machine.up_ms = up_ms;
        })
    };
    assert_eq!(none(60_000), (HealthVerdict::Ok, HealthFound::BackupNone));
    assert_eq!(none(700_000), (HealthVerdict::Watch, HealthFound::BackupNone));
    let failed = after(HealthPart::Backup, |engine, _| {
        engine.backup_failed = Some("no room".to_owned())
    });
    assert_eq!(failed.0, HealthVerdict::Act);
}

#[test]
fn a_disk_is_low_before_it_is_full_and_sooner_for_a_large_ledger() {
    let disk = |free_bytes, ledger_bytes| {
        after(HealthPart::Disk, |_, machine| {
            machine.footprint.free_bytes = free_bytes;
            machine.footprint.ledger_bytes = ledger_bytes;
        })
    };
    assert_eq!(disk(None, 0), (HealthVerdict::Ok, HealthFound::DiskUnread));
    assert_eq!(disk(Some(1_000_000_000), 0).0, HealthVerdict::Ok);
    let low = HealthFound::DiskLow {
        free_text: "999 MB".to_owned(),
        wanted_text: "1000 MB".to_owned(),
    };
    assert_eq!(disk(Some(999_999_999), 0), (HealthVerdict::Watch, low));
    assert_eq!(disk(Some(199_999_999), 0).0, HealthVerdict::Act);
    assert_eq!(disk(Some(10_000_000_000), 3_000_000_000).0, HealthVerdict::Watch);
    assert_eq!(disk(Some(5_000_000_000), 3_000_000_000).0, HealthVerdict::Act);
}

#[test]
fn books_keyring_and_log_that_fail_are_said() {
    let books = after(HealthPart::Books, |engine, _| engine.books = BooksState::Closed);
    assert_eq!(books.0, HealthVerdict::Act);
    for (state, verdict) in [
        (KeyringState::InMemory, HealthVerdict::Ok),
        (KeyringState::Locked, HealthVerdict::Act),
        (KeyringState::Missing, HealthVerdict::Act),
        (KeyringState::Broken, HealthVerdict::Act),
    ] {
        let found = after(HealthPart::Keyring, |engine, _| engine.keyring = state);
        assert_eq!(found.0, verdict, "{state:?}");
    }
    let lost = after(HealthPart::Log, |_, machine| machine.lost_log_lines = 7);
    assert_eq!(lost, (HealthVerdict::Watch, HealthFound::LogLost { lines: 7 }));
}

#[test]
fn sizes_are_told_in_units_that_people_use() {
    let told = [0, 1, 640_000, 999_999, 1_000_000, 9_999_000_000, 41_000_000_000].map(parts::size_text);
    assert_eq!(
        told,
        ["0 kB", "1 kB", "640 kB", "1000 kB", "1 MB", "9999 MB", "41 GB"]
    );
}

#[test]
fn a_printer_is_well_watched_or_to_be_seen_to() {
    let told = |state| {
        let told = parts::printer(state);
        (told.verdict, told.found)
    };
    assert_eq!(
        told(PrinterState::NotSetUp),
        (HealthVerdict::Ok, HealthFound::PrinterNone)
    );
    assert_eq!(
        told(PrinterState::Busy),
        (HealthVerdict::Ok, HealthFound::PrinterReady)
    );
    assert_eq!(
        told(PrinterState::PaperLow),
        (HealthVerdict::Watch, HealthFound::PrinterLow)
    );
    assert_eq!(
        told(PrinterState::Trouble),
        (HealthVerdict::Act, HealthFound::PrinterTrouble)
    );
}

#[test]
fn a_display_without_a_monitor_is_watched_and_calls_nobody() {
    let told = |state| after(HealthPart::Display, |engine, _| engine.display = state);
    assert_eq!(
        told(DisplayState::Off),
        (HealthVerdict::Ok, HealthFound::DisplayOff)
    );
    for state in [DisplayState::Shows, DisplayState::InWindow] {
        assert_eq!(told(state), (HealthVerdict::Ok, HealthFound::DisplayShows));
    }
    for (state, found) in [
        (DisplayState::NoMonitor, HealthFound::DisplayNoMonitor),
        (DisplayState::Closed, HealthFound::DisplayClosed),
        (DisplayState::Failed, HealthFound::DisplayFailed),
    ] {
        assert_eq!(told(state), (HealthVerdict::Watch, found));
    }
}

#[test]
fn a_customer_who_is_not_told_and_a_version_that_waits_are_watched_and_never_more() {
    let hook_of = |tells: bool, view: HookView| {
        after(HealthPart::Hook, move |engine, _| {
            engine.hook = hook(tells, &view);
        })
    };
    let named = HookView {
        host: Some("gateway.example".to_owned()),
        waiting: 2,
        ..HookView::default()
    };
    let through = "gateway.example".to_owned();
    assert_eq!(
        hook_of(false, named.clone()),
        (HealthVerdict::Ok, HealthFound::HookOff)
    );
    assert_eq!(
        hook_of(true, named.clone()),
        (
            HealthVerdict::Ok,
            HealthFound::HookWell {
                through: through.clone()
            }
        )
    );
    let failing = HookView {
        trouble: Some(HookTrouble::NoAnswer),
        ..named
    };
    let expected = HealthFound::HookTrouble { through, waiting: 2 };
    assert_eq!(hook_of(true, failing), (HealthVerdict::Watch, expected));
    let update_of = |asked: bool, answer: Option<UpdateAnswer>| {
        after(HealthPart::Update, |engine, _| {
            engine.update = update(asked, answer.as_ref());
        })
        .0
    };
    let waiting = UpdateAnswer::Waiting("2".to_owned());
    assert_eq!(update_of(false, Some(waiting.clone())), HealthVerdict::Ok);
    assert_eq!(update_of(true, None), HealthVerdict::Ok);
    assert_eq!(update_of(true, Some(UpdateAnswer::Newest)), HealthVerdict::Ok);
    for answer in [
        waiting,
        UpdateAnswer::Installed("2".to_owned()),
        UpdateAnswer::NoPackage,
        UpdateAnswer::NoApt,
        UpdateAnswer::Hung,
        UpdateAnswer::Unclear,
    ] {
        assert_eq!(
            update_of(true, Some(answer.clone())),
            HealthVerdict::Watch,
            "{answer:?}"
        );
    }
}
