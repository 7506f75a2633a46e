//! A ledger as a till writes it.

use crate::user::User;
use domain::{
    Actor, Call, CustomerMark, Event, Fact, Line, Moment, Opening, OurRef, Paise, ProviderRef, ProviderText,
    Quantity, Record, ReplyFact, SaleMode,
};
use ledger::Ledger;
use std::path::PathBuf;

/// 2026-07-01T06:00:00Z, the first sale; each next one is asked a minute later.
pub const NOON: i64 = 1_782_885_600_000;
pub const MINUTE: i64 = 60_000;

pub fn ledger_file(user: &User) -> PathBuf {
    user.home().join("uat").join("ledger.sqlite")
}

/// Open, as by a running till.
pub fn open(user: &User) -> Ledger {
    Ledger::open(&ledger_file(user), "uat").unwrap()
}

pub fn our_ref(n: i64) -> OurRef {
    format!("S01ARZ3NDEKTSV4RRFFQ{n:07}").parse().unwrap()
}

/// Sale `n`: held, and if `captured` then captured in part and paid.
pub fn sell(ledger: &Ledger, n: i64, paise: i64, captured: Option<i64>) {
    let at_ms = NOON + n * MINUTE;
    let append = |at_ms: i64, fact: Fact| drop(ledger.append(record(at_ms, fact)).unwrap());
    append(
        at_ms,
        asks(n, Call::Authorize, Event::HoldAsked, Some(opening(paise))),
    );
    let provider_ref = Some(ProviderRef(format!("=P{n}")));
    append(
        at_ms + 1_000,
        replies(
            n,
            Call::Authorize,
            Event::HoldAuthorized {
                provider_ref: provider_ref.clone(),
            },
        ),
    );
    let Some(taken) = captured else { return };
    let amount_paise = Paise::new(taken);
    append(
        at_ms + 2_000,
        asks(n, Call::Capture, Event::CaptureAsked { amount_paise }, None),
    );
    append(
        at_ms + 3_000,
        replies(
            n,
            Call::Capture,
            Event::CaptureAccepted {
                provider_ref: provider_ref.clone(),
            },
        ),
    );
    let moved = Some(Event::PaymentProved {
        amount_paise,
        provider_ref,
    });
    append(
        at_ms + 25_500,
        Fact::Look {
            our_ref: our_ref(n),
            call: Call::TransactionStatus,
            reply: said(),
            absent: false,
            by_hand: false,
            counts: true,
            ends: true,
            moved,
        },
    );
}

/// Sale `n`: asked and refused, so that nothing was ever held.
pub fn refuse(ledger: &Ledger, n: i64, paise: i64) {
    let at_ms = NOON + n * MINUTE;
    ledger
        .append(record(
            at_ms,
            asks(n, Call::Authorize, Event::HoldAsked, Some(opening(paise))),
        ))
        .unwrap();
    ledger
        .append(record(
            at_ms + 1_000,
            replies(n, Call::Authorize, Event::HoldRefused),
        ))
        .unwrap();
}

pub fn record(wall_ms: i64, fact: Fact) -> Record {
    let at = Moment {
        wall_ms,
        mono_ms: 1,
        boot: "b".to_owned(),
    };
    let by = Actor {
        cashier: "@आशा".to_owned(),
        counter: "2".to_owned(),
        shift: 14,
    };
    Record { at, by, fact }
}

pub fn opening(paise: i64) -> Opening {
    Opening {
        customer: CustomerMark {
            hmac_hex: "c0ffee".to_owned(),
            last_four: "3210".to_owned(),
        },
        mode: SaleMode::Hold,
        amount_paise: Paise::new(paise),
        expiry_minutes: 60,
        lines: vec![Line {
            id: 0,
            name: "Valet, \"quick\"".to_owned(),
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

pub fn asks(n: i64, call: Call, event: Event, opening: Option<Opening>) -> Fact {
    Fact::Intent {
        our_ref: our_ref(n),
        call,
        request_sha256: "ef56".to_owned(),
        event,
        opening,
    }
}

pub fn replies(n: i64, call: Call, event: Event) -> Fact {
    Fact::Reply {
        our_ref: our_ref(n),
        call,
        event,
        reply: said(),
    }
}

pub fn said() -> ReplyFact {
    ReplyFact {
        code: Some("SUCCESS".to_owned()),
        words: Some(ProviderText::received("ठीक है")),
        meaning: "agreed".to_owned(),
        ..ReplyFact::default()
    }
}

/// Changes the ledger's file behind the program's back: every `from` becomes `to`, of the same length.
pub fn rewrite(user: &User, from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let path = ledger_file(user);
    let mut bytes = std::fs::read(&path).unwrap();
    let places: Vec<usize> = (0..bytes.len() - from.len())
        .filter(|at| bytes[*at..].starts_with(from.as_bytes()))
        .collect();
    assert!(!places.is_empty(), "{from} is not in the file");
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    std::fs::write(&path, bytes).unwrap();
}

/// Breaks the page of the file in which `text` stands last, as a bad disk does.
pub fn break_page(user: &User, text: &str) {
    let path = ledger_file(user);
    let mut bytes = std::fs::read(&path).unwrap();
    let size = usize::from(u16::from_be_bytes([bytes[16], bytes[17]]));
    let at = bytes
        .windows(text.len())
        .rposition(|window| window == text.as_bytes())
        .unwrap();
    let page = at / size * size;
    assert!(
        page > 0,
        "{text} stands in the first page, without which nothing can be read"
    );
    bytes[page..page + size].fill(0xA5);
    std::fs::write(&path, bytes).unwrap();
}
