//! A ledger with a long life behind it, made through the ledger's own door: 100,000 events, some holds still open.

use domain::{
    Actor, Call, CustomerMark, Event, Fact, Moment, Opening, OurRef, Paise, ProviderRef, Record, ReplyFact,
    SaleMode,
};
use ledger::Ledger;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};
use ulid::Ulid;

pub const EVENTS_PER_SALE: usize = 5;
const EVENTS_AT_ONCE: usize = 5_000;
const BETWEEN_SALES_MS: i64 = 240_000;
/// Ten thousand of them were placed within seventeen minutes of their hour.
const BETWEEN_OPEN_MS: i64 = 100;

/// Writes so many events to a new training ledger at `path`, fewer for its last sales, which are `open`.
pub fn write(path: &Path, events: usize, open: usize) {
    let ledger = Ledger::open(path, "training").unwrap();
    let sales = events / EVENTS_PER_SALE;
    let now_ms = i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap();
    let mut records = Vec::new();
    for number in 0..sales {
        let age = i64::try_from(sales - number).unwrap();
        // The last ones were held just now, so that none of them is due for anything.
        let is_open = number + open >= sales;
        let at_ms = if is_open {
            now_ms - age * BETWEEN_OPEN_MS
        } else {
            now_ms - age * BETWEEN_SALES_MS
        };
        let story = story(number, is_open);
        records.extend(
            (0..)
                .zip(story)
                .map(|(step, fact)| record(at_ms + step * 700, fact)),
        );
        if records.len() > EVENTS_AT_ONCE || number + 1 == sales {
            ledger.append_all(std::mem::take(&mut records)).unwrap();
        }
    }
}

/// So many holds that were asked and never answered, as a program leaves them that died in a rush.
pub fn open_questions(count: usize) -> Vec<Record> {
    (0..count)
        .map(|number| {
            let asked = story(number, true).swap_remove(0);
            record(1_780_000_000_000 + i64::try_from(number).unwrap(), asked)
        })
        .collect()
}

fn opening(number: usize, held: Paise) -> Opening {
    Opening {
        customer: CustomerMark {
            hmac_hex: format!("{:064x}", number % 3_000),
            last_four: format!("{:04}", number % 3_000),
        },
        mode: SaleMode::Hold,
        amount_paise: held,
        expiry_minutes: 60,
        lines: Vec::new(),
        discount: None,
        note: String::new(),
    }
}

fn story(number: usize, is_open: bool) -> Vec<Fact> {
    let our_ref = OurRef::for_sale(Ulid::from_parts(
        1_700_000_000_000,
        u128::try_from(number).unwrap(),
    ));
    let held = Paise::new(50_000 + i64::try_from(number % 400).unwrap() * 100);
    let captured = if number.is_multiple_of(3) {
        Paise::new(40_000)
    } else {
        held
    };
    let provider_ref = Some(ProviderRef(format!("P{number:022}")));
    let opening = opening(number, held);
    let intent = |call, event, opening| Fact::Intent {
        our_ref: our_ref.clone(),
        call,
        request_sha256: format!("{number:064x}"),
        event,
        opening,
    };
    let reply = |call, event| Fact::Reply {
        our_ref: our_ref.clone(),
        call,
        event,
        reply: answered(number),
    };
    let mut story = vec![
        intent(Call::Authorize, Event::HoldAsked, Some(opening)),
        reply(Call::Authorize, Event::HoldAuthorized { provider_ref: None }),
    ];
    if !is_open {
        story.push(intent(
            Call::Capture,
            Event::CaptureAsked {
                amount_paise: captured,
            },
            None,
        ));
        story.push(reply(
            Call::Capture,
            Event::CaptureAccepted {
                provider_ref: provider_ref.clone(),
            },
        ));
        story.push(Fact::Look {
            our_ref: our_ref.clone(),
            call: Call::TransactionStatus,
            reply: answered(number),
            absent: false,
            by_hand: false,
            counts: true,
            ends: true,
            moved: Some(Event::PaymentProved {
                amount_paise: captured,
                provider_ref,
            }),
        });
    }
    story
}

fn answered(number: usize) -> ReplyFact {
    ReplyFact {
        code: Some("SUCCESS".to_owned()),
        words: None,
        http_status: Some(200),
        reply_sha256: Some(format!("{number:064x}")),
        meaning: "agreed".to_owned(),
        why: None,
        took_ms: 120,
    }
}

fn record(wall_ms: i64, fact: Fact) -> Record {
    Record {
        at: Moment {
            wall_ms,
            mono_ms: 0,
            boot: "an earlier boot".to_owned(),
        },
        by: Actor {
            cashier: "Cashier".to_owned(),
            counter: "1".to_owned(),
            shift: 1,
        },
        fact,
    }
}
