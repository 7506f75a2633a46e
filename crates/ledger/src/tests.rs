#![allow(
    clippy::as_conversions,
    clippy::wildcard_enum_match_arm,
    reason = "tests may be blunt about numbers they made themselves"
)]

mod append;
mod board;
mod copies;
mod crash;
mod days;
mod narrowed;
mod opening;
mod pictures;
mod queue;
mod recent;
mod reconcile;
mod refunds;
mod restore;
mod shifts;
mod staff;
mod tamper;
mod trust;
mod walk;

use crate::{Appended, Filter, HoldRow, Ledger, LedgerError, Tab, View};
use domain::{
    Actor, Call, CustomerMark, Event, Fact, Line, Moment, Opening, OurRef, Paise, ProviderRef, ProviderText,
    Quantity, Record, ReplyFact, SaleMode,
};
use std::path::PathBuf;
use tempfile::TempDir;

/// 14 November 2023, 22:13:20 UTC.
const NOON: i64 = 1_700_000_000_000;
const MINUTE: i64 = 60_000;

struct Bench {
    folder: TempDir,
    ledger: Ledger,
}

impl Bench {
    fn new() -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(&folder.path().join("books").join("ledger.db"), "training").unwrap();
        Bench { folder, ledger }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("books").join("ledger.db")
    }

    fn append(&self, record: Record) -> Appended {
        self.ledger.append(record).unwrap()
    }

    /// Appends and gives the sale's row.
    fn row(&self, record: Record) -> HoldRow {
        self.append(record).row.unwrap()
    }

    /// Ends the writer and gives the file to somebody else.
    fn close(self) -> (TempDir, PathBuf) {
        let path = self.path();
        drop(self.ledger);
        (self.folder, path)
    }

    /// A copy of the files as a power cut would leave them, the writer still running. By another process: closing the
    /// file in this one would drop SQLite's locks on it.
    fn pulled_plug(&self) -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let copied = std::process::Command::new("cp")
            .arg("-r")
            .arg(self.folder.path().join("books"))
            .arg(folder.path())
            .status()
            .unwrap();
        assert!(copied.success());
        let path = folder.path().join("books").join("ledger.db");
        (folder, path)
    }
}

fn our_ref(n: u32) -> OurRef {
    format!("S01ARZ3NDEKTSV4RRFFQ{n:07}").parse().unwrap()
}

fn customer(last_four: &str) -> CustomerMark {
    CustomerMark {
        hmac_hex: format!("{last_four}{last_four}"),
        last_four: last_four.to_owned(),
    }
}

fn record(at_ms: i64, fact: Fact) -> Record {
    Record {
        at: Moment {
            wall_ms: at_ms,
            mono_ms: 1,
            boot: "b".to_owned(),
        },
        by: Actor {
            cashier: "Asha".to_owned(),
            counter: "Counter 2".to_owned(),
            shift: 14,
        },
        fact,
    }
}

fn started() -> Record {
    record(
        NOON,
        Fact::TillStarted {
            version: "0.1.0".to_owned(),
            profile: "training".to_owned(),
        },
    )
}

fn opening(paise: i64, last_four: &str) -> Opening {
    Opening {
        customer: customer(last_four),
        mode: SaleMode::Hold,
        amount_paise: Paise::new(paise),
        expiry_minutes: 60,
        lines: vec![Line {
            id: 0,
            name: "Valet".to_owned(),
            quantity: Quantity::ONE,
            price_paise: Paise::new(paise),
            quick: false,
            item: None,
            discount: None,
            note: String::new(),
        }],
        discount: None,
        note: String::new(),
    }
}

fn asks(n: u32, at_ms: i64, call: Call, event: Event, opening: Option<Opening>) -> Record {
    record(
        at_ms,
        Fact::Intent {
            our_ref: our_ref(n),
            call,
            request_sha256: "ef56".to_owned(),
            event,
            opening,
        },
    )
}

fn asks_hold(n: u32, at_ms: i64, paise: i64) -> Record {
    asks(
        n,
        at_ms,
        Call::Authorize,
        Event::HoldAsked,
        Some(opening(paise, "3210")),
    )
}

fn replies(n: u32, at_ms: i64, call: Call, event: Event) -> Record {
    record(
        at_ms,
        Fact::Reply {
            our_ref: our_ref(n),
            call,
            event,
            reply: said("SUCCESS"),
        },
    )
}

fn looks(n: u32, at_ms: i64, absent: bool, moved: Option<Event>) -> Record {
    record(
        at_ms,
        Fact::Look {
            our_ref: our_ref(n),
            call: Call::TransactionStatus,
            reply: said("PAYMENT_PENDING"),
            absent,
            by_hand: false,
            counts: true,
            ends: true,
            moved,
        },
    )
}

fn said(code: &str) -> ReplyFact {
    ReplyFact {
        code: Some(code.to_owned()),
        words: Some(ProviderText::received("ठीक है")),
        meaning: "agreed".to_owned(),
        ..ReplyFact::default()
    }
}

fn provider(name: &str) -> Option<ProviderRef> {
    Some(ProviderRef(name.to_owned()))
}

fn paid(paise: i64) -> Event {
    Event::PaymentProved {
        amount_paise: Paise::new(paise),
        provider_ref: provider("P-paid"),
    }
}

/// Puts a sale where it is held.
fn hold(bench: &Bench, n: u32, at_ms: i64, paise: i64) -> HoldRow {
    bench.append(asks_hold(n, at_ms, paise));
    let authorized = Event::HoldAuthorized {
        provider_ref: provider(&format!("PRO{n}")),
    };
    bench.row(replies(n, at_ms + 200, Call::Authorize, authorized))
}

/// Captures a held sale and lets the status prove it.
fn capture(bench: &Bench, n: u32, at_ms: i64, paise: i64) -> HoldRow {
    let asked = Event::CaptureAsked {
        amount_paise: Paise::new(paise),
    };
    bench.append(asks(n, at_ms, Call::Capture, asked, None));
    let accepted = Event::CaptureAccepted { provider_ref: None };
    bench.append(replies(n, at_ms + 200, Call::Capture, accepted));
    bench.row(looks(n, at_ms + 30_000, false, Some(paid(paise))))
}

fn release(bench: &Bench, n: u32, at_ms: i64) -> HoldRow {
    bench.append(asks(n, at_ms, Call::Cancel, Event::CancelAsked, None));
    bench.row(replies(n, at_ms + 200, Call::Cancel, Event::Cancelled))
}

/// Five sales, two of them open, all through the ordinary ways.
fn a_day(bench: &Bench) {
    bench.append(started());
    hold(bench, 1, NOON, 60_000);
    capture(bench, 1, NOON + MINUTE, 45_000);
    hold(bench, 2, NOON + MINUTE, 35_000);
    release(bench, 2, NOON + 2 * MINUTE);
    hold(bench, 3, NOON + 3 * MINUTE, 120_000);
    capture(bench, 3, NOON + 4 * MINUTE, 120_000);
    hold(bench, 4, NOON + 5 * MINUTE, 10_000);
    bench.append(asks_hold(5, NOON + 6 * MINUTE, 20_000));
    bench.append(replies(
        5,
        NOON + 6 * MINUTE + 20_000,
        Call::Authorize,
        Event::HoldUnanswered,
    ));
}

fn view(tab: Tab, search: &str) -> View {
    View {
        tab,
        search: search.to_owned(),
        filter: Filter::default(),
        now_ms: NOON + 10 * MINUTE,
    }
}

fn refused(result: Result<Appended, LedgerError>) -> LedgerError {
    result.expect_err("it should have been refused")
}
