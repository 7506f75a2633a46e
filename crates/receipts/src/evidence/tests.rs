use super::*;
use crate::layout::{Mark, Page};
use domain::{
    Actor, Call, CustomerMark, Event, Fact, Line, Moment, Opening, OurRef, Paise, ProviderRef, Quantity,
    Record, ReplyFact, SaleMode,
};
use ledger::{Head, advance};

const NOON: i64 = 1_782_885_600_000;

fn our_ref() -> OurRef {
    "S01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap()
}

fn line() -> Line {
    Line {
        id: 0,
        name: "EV charging, kWh".to_owned(),
        quantity: Quantity::parse("30.005").unwrap(),
        price_paise: Paise::new(1_850),
        quick: false,
        item: None,
        discount: None,
        note: String::new(),
    }
}

fn record(after_ms: i64, fact: Fact) -> Record {
    Record {
        at: Moment {
            wall_ms: NOON + after_ms,
            mono_ms: 5,
            boot: "b".to_owned(),
        },
        by: Actor {
            cashier: "आशा देवी".to_owned(),
            counter: "Counter 2".to_owned(),
            shift: 14,
        },
        fact,
    }
}

fn said(words: &str) -> ReplyFact {
    ReplyFact {
        code: Some("PAYMENT_SUCCESS".to_owned()),
        words: Some(ProviderText::received(words)),
        http_status: Some(200),
        reply_sha256: Some("cd34".repeat(16)),
        meaning: "agreed".to_owned(),
        why: None,
        took_ms: 120,
    }
}

/// Held, charged in part, and so often looked at that it takes several pages.
fn records(looks: i64) -> Vec<Record> {
    let provider_ref = Some(ProviderRef("P2607011200".to_owned()));
    let mut records = vec![
        record(
            0,
            Fact::Intent {
                our_ref: our_ref(),
                call: Call::Authorize,
                request_sha256: "ef56".repeat(16),
                event: Event::HoldAsked,
                opening: Some(Opening {
                    customer: CustomerMark {
                        hmac_hex: "ab".to_owned(),
                        last_four: "3210".to_owned(),
                    },
                    mode: SaleMode::Hold,
                    amount_paise: Paise::new(60_000),
                    expiry_minutes: 60,
                    lines: vec![line()],
                    discount: None,
                    note: String::new(),
                }),
            },
        ),
        record(
            900,
            Fact::Reply {
                our_ref: our_ref(),
                call: Call::Authorize,
                event: Event::HoldAuthorized {
                    provider_ref: provider_ref.clone(),
                },
                reply: said("ठीक है \u{202E}<b>"),
            },
        ),
        record(
            60_000,
            Fact::Intent {
                our_ref: our_ref(),
                call: Call::Capture,
                request_sha256: "0a1b".repeat(16),
                event: Event::CaptureAsked {
                    amount_paise: Paise::new(45_050),
                },
                opening: None,
            },
        ),
    ];
    records.extend((0..looks).map(|n| {
        record(
            61_000 + n * 3_000,
            Fact::Look {
                our_ref: our_ref(),
                call: Call::TransactionStatus,
                reply: said("Your payment is pending at the bank, please wait and do not pay again"),
                absent: false,
                by_hand: false,
                counts: true,
                ends: true,
                moved: None,
            },
        )
    }));
    records
}

fn drawn(looks: i64, profile: &str) -> (Vec<Page>, Vec<u8>) {
    let hash_hex = "9f".repeat(32);
    let mut row: Option<HoldRow> = None;
    let mut events = Vec::new();
    for (seq, record) in (7..).zip(records(looks)) {
        row = Some(advance(row.as_ref(), &our_ref(), &record, seq).unwrap());
        events.push(StoredRecord {
            seq,
            record,
            hash_hex: hash_hex.clone(),
        });
    }
    let story = Story {
        row: row.unwrap(),
        events,
        head: Head { seq: 99, hash_hex },
        profile: profile.to_owned(),
        installation: "0a1b2c3d".to_owned(),
    };
    let merchant_id = (profile == "production").then_some("MID12345");
    let drawn_at_ms = NOON + 86_400_000;
    (
        laid_out(&story, merchant_id, drawn_at_ms, "Evidence").unwrap(),
        evidence_pack(&story, merchant_id, drawn_at_ms).unwrap(),
    )
}

fn texts(pages: &[Page]) -> Vec<String> {
    let marks = pages.iter().flatten();
    marks
        .filter_map(|mark| match mark {
            Mark::Text { text, .. } => Some(text.clone()),
            Mark::Rule { .. } => None,
        })
        .collect()
}

#[test]
fn it_tells_amounts_actors_words_hashes_and_how_to_check_them() {
    let (pages, _) = drawn(1, "production");
    let texts = texts(&pages);
    for part in [
        "the charge was asked for, and PhonePe has not answered",
        "P2607011200",
        "₹600.00",
        "S01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "MID12345",
        "•••••• 3210",
        "Counter 2 by आशा देवी, shift 14",
        "30.005 × EV charging, kWh at ₹18.50",
        "Asked PhonePe to hold ₹600.00",
        "Reply to the hold: the amount is held",
        "Asked PhonePe to charge ₹450.50",
        "Asked PhonePe for the transaction status: nothing new",
        "code PAYMENT_SUCCESS, HTTP 200, 120 ms, understood as agreed",
        "1 Jul 2026 11:30:00.900 IST",
    ] {
        assert!(texts.iter().any(|text| text.contains(part)), "{part}\n{texts:#?}");
    }
    let hashes = ["ef56".repeat(16), "cd34".repeat(16), "9f".repeat(32)];
    for hash in hashes {
        assert!(texts.iter().any(|text| text.ends_with(&hash)), "{hash}");
    }
    assert!(texts.iter().any(|text| text.contains("holdfast-admin verify")));
    assert!(!texts.iter().any(|text| text.contains("no real money")));
}

#[test]
fn words_of_others_cannot_turn_the_text_around() {
    let (pages, _) = drawn(0, "production");
    let texts = texts(&pages);
    let words = texts.iter().find(|text| text.contains("ठीक है")).unwrap();
    assert!(!words.contains('\u{202E}') && words.contains("<b>"), "{words}");
}

#[test]
fn outside_production_it_says_that_no_money_was_moved() {
    let (pages, _) = drawn(0, "training");
    assert!(
        texts(&pages)
            .iter()
            .any(|text| text.contains("no real money was moved"))
    );
}

#[test]
fn a_long_story_takes_as_many_pages_as_it_needs_and_loses_nothing() {
    let (pages, pdf) = drawn(40, "production");
    assert!(pages.len() > 3, "{}", pages.len());
    let looks = texts(&pages)
        .iter()
        .filter(|text| text.contains("nothing new"))
        .count();
    assert_eq!(looks, 40);
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 20_000, "{}", pdf.len());
    let (_, short) = drawn(0, "production");
    assert!(short.len() < pdf.len());
    if let Some(folder) = std::env::var_os("HOLDFAST_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join("evidence.pdf"), pdf).unwrap();
    }
}
