use super::*;
use crate::catalogue::languages;
use crate::fonts::Fonts;
use domain::{
    Bill, Call, Corrected, CustomerMark, Discount, DueHold, Figures, GstRate, Line, LineItem, OurRef, Paise,
    ProviderRef, ProviderText, Quantity, Refund, RefundReason, RefundRef, RefundState, Sale, SaleMark,
    SaleMode, SaleState, Tally, Unproved,
};
use ledger::LastReply;

const NOON: i64 = 1_782_885_600_000;
const HOUR: i64 = 3_600_000;
const OUR_REF: &str = "S01ARZ3NDEKTSV4RRFFQ69G5FAV";

const STATES: [SaleState; 16] = [
    SaleState::Draft,
    SaleState::HoldAsked,
    SaleState::HoldUnknown,
    SaleState::HoldRefused,
    SaleState::HoldAbsent,
    SaleState::Held,
    SaleState::CaptureAsked,
    SaleState::CaptureUnknown,
    SaleState::CaptureAccepted,
    SaleState::Paid,
    SaleState::NotPaid,
    SaleState::CancelAsked,
    SaleState::CancelUnknown,
    SaleState::Released,
    SaleState::Expired,
    SaleState::NeedsPerson,
];
const REFUND_STATES: [RefundState; 7] = [
    RefundState::Asked,
    RefundState::Unknown,
    RefundState::Pending,
    RefundState::Refunded,
    RefundState::Failed,
    RefundState::Absent,
    RefundState::NeedsPerson,
];

fn our_ref() -> OurRef {
    OUR_REF.parse().unwrap()
}

fn line(name: &str, quantity: &str, price_paise: i64) -> Line {
    Line {
        id: 0,
        name: name.to_owned(),
        quantity: Quantity::parse(quantity).unwrap(),
        price_paise: Paise::new(price_paise),
        quick: name.is_empty(),
        item: None,
        discount: None,
        note: String::new(),
    }
}

fn row(state: SaleState) -> HoldRow {
    let mut sale = Sale::draft(our_ref(), SaleMode::Hold, Paise::new(60_000), 60);
    sale.state = state;
    sale.provider_ref = Some(ProviderRef("T2607011130123456789012".to_owned()));
    sale.deadline_at_ms = Some(NOON + HOUR);
    sale.capture_paise = Some(Paise::new(45_050));
    sale.paid_at_ms = Some(NOON + HOUR / 2);
    HoldRow {
        seq: 7,
        sale,
        customer: CustomerMark {
            hmac_hex: "ab".to_owned(),
            last_four: "3210".to_owned(),
        },
        counter: "Counter 2".to_owned(),
        cashier: "Asha".to_owned(),
        shift: 14,
        created_at_ms: NOON,
        updated_at_ms: NOON,
        bill: Bill {
            lines: vec![line("EV charging, kWh", "30", 1_800), line("Valet", "1", 6_000)],
            ..Bill::default()
        },
        delivered: None,
        last_reply: Some(LastReply {
            call: Call::Authorize,
            at_ms: NOON,
            code: Some("PAYMENT_ERROR".to_owned()),
            words: Some(ProviderText::received("Your bank is not reachable")),
            meaning: "refused".to_owned(),
        }),
        refunds: Vec::new(),
    }
}

/// Names over several lines, words that no line holds, and the largest amounts that a till takes.
fn large(state: SaleState) -> HoldRow {
    let mut row = row(state);
    row.sale.amount_paise = Paise::SALE_MAX;
    row.sale.capture_paise = Paise::SALE_MAX.checked_sub(Paise::new(1));
    row.counter = "Counter beside the second entrance of the northern parking deck".to_owned();
    row.cashier = "आशा देवी श्रीवास्तव".to_owned();
    row.bill.lines = vec![
        line(
            "Complete hair spa with oil massage, herbal mask and blow dry, long hair (60 min)",
            "1",
            99_999_900,
        ),
        line(&"Überlang".repeat(10), "12345.125", 81_234),
        line("बालों का स्पा और तेल मालिश, हर्बल मास्क सहित", "2", 150_000),
        line("", "1", 5_000),
    ];
    row
}

fn refund(state: RefundState) -> RefundRow {
    let mut refund_ref = OUR_REF.to_owned();
    refund_ref.replace_range(0..1, "R");
    let mut refund = Refund::ask(
        &row(SaleState::Paid).sale,
        &[],
        refund_ref.parse::<RefundRef>().unwrap(),
        Paise::new(10_000),
        NOON + HOUR,
    )
    .unwrap();
    refund.state = state;
    refund.provider_ref = Some(ProviderRef("T2607011230123456789099".to_owned()));
    refund.refunded_at_ms = (state == RefundState::Refunded).then_some(NOON + HOUR);
    RefundRow {
        seq: 20,
        refund,
        reason: RefundReason::parse("Charged for the valet, which was not given").unwrap(),
        counter: "Counter 2".to_owned(),
        cashier: "Asha".to_owned(),
        shift: 14,
        updated_at_ms: NOON,
        last_reply: None,
    }
}

fn figures(count: i64, paise: i64) -> Figures {
    Figures {
        count,
        held_paise: paise,
        captured_paise: paise / 2,
        released_paise: paise - paise / 2,
    }
}

fn report(is_z: bool) -> ShiftReport {
    let due = |state, last_four: &str| DueHold {
        our_ref: our_ref(),
        state,
        held_paise: Paise::new(120_000),
        capture_paise: None,
        last_four: last_four.to_owned(),
        deadline_at_ms: Some(NOON + HOUR),
        cashier: "Asha".to_owned(),
        owner: Some("रवि".to_owned()),
    };
    ShiftReport {
        number: 14,
        counter: "Counter 2".to_owned(),
        cashiers: vec!["Asha".to_owned(), "रवि कुमार".to_owned()],
        opened_at_ms: NOON - 8 * HOUR,
        opened_by: "Asha".to_owned(),
        at_ms: NOON,
        closed_by: is_z.then(|| "Meera".to_owned()),
        first_sale: Some(SaleMark {
            our_ref: our_ref(),
            at_ms: NOON - 7 * HOUR,
        }),
        last_sale: None,
        carried_in: figures(1, 35_000),
        placed: figures(128, 123_456_700),
        tally: Tally {
            captured_in_full: figures(100, 90_000_000),
            captured_in_part: figures(20, 30_000_050),
            proved: figures(118, 110_000_000),
            released: figures(5, 40_000),
            refunded_count: 1,
            refunded_paise: 10_000,
            ..Tally::default()
        },
        open: vec![due(SaleState::Held, "3210")],
        not_sure: vec![due(SaleState::CaptureUnknown, "9988")],
        unproved: vec![Unproved {
            our_ref: our_ref(),
            captured_paise: Paise::new(45_050),
        }],
        corrected: vec![Corrected {
            our_ref: our_ref(),
            was: SaleState::Paid,
            held_paise: Paise::new(60_000),
            captured_paise: Paise::new(45_050),
        }],
        cash: domain::CashBlock {
            float_paise: Paise::new(200_000),
            paid_in: domain::Moved::default(),
            paid_out: domain::Moved::default(),
            counts: u32::from(is_z),
            first_count_paise: None,
            expected_paise: is_z.then(|| Paise::new(200_000)),
            counted_paise: is_z.then(|| Paise::new(199_500)),
            difference_paise: is_z.then_some(-500),
            reason: is_z.then(|| "Change was given twice".to_owned()),
        },
        head_seq: 4_711,
        head_hash: "9f".repeat(32),
    }
}

fn sheet(language: &str) -> Sheet<'_> {
    Sheet {
        shop: "Green Park EV & Salon",
        at_ms: NOON + 60_000,
        is_training: false,
        is_duplicate: false,
        language,
        width: Width::Mm80,
    }
}

fn text_of(state: SaleState, language: &str) -> String {
    slip(Paper::Sale(&row(state)), &sheet(language)).unwrap().text()
}

/// Every paper there is, by name, on this sheet.
fn all(sheet: &Sheet<'_>) -> Vec<(String, Slip)> {
    let mut all = Vec::new();
    for state in STATES {
        for (size, row) in [("plain", row(state)), ("large", large(state))] {
            let drawn = slip(Paper::Sale(&row), sheet).unwrap();
            all.push((format!("{size}-{state:?}"), drawn));
        }
    }
    for state in REFUND_STATES {
        let of = HoldRow {
            refunds: vec![refund(state)],
            ..row(SaleState::Paid)
        };
        let paper = slip(Paper::Refund(&of, &of.refunds[0]), sheet);
        all.push((format!("refund-{state:?}"), paper.unwrap()));
    }
    for is_z in [false, true] {
        let paper = slip(Paper::Report(&report(is_z)), sheet).unwrap();
        all.push((format!("report-{is_z}"), paper));
    }
    all.push(("test".to_owned(), slip(Paper::Test, sheet).unwrap()));
    all
}

#[test]
fn every_paper_in_every_language_and_width_has_every_glyph_and_nothing_beyond_its_edges() {
    let fonts = Fonts::open().unwrap();
    for language in languages() {
        for width in [Width::Mm80, Width::Mm58] {
            let sheet = Sheet {
                width,
                is_training: true,
                is_duplicate: true,
                ..sheet(language)
            };
            for (name, slip) in all(&sheet) {
                for mark in slip.marks() {
                    let Mark::Text {
                        x,
                        y,
                        size,
                        weight,
                        text,
                        ..
                    } = mark
                    else {
                        continue;
                    };
                    let right = x + fonts.width(*weight, *size, text);
                    assert!(
                        *x >= 0 && right <= i32::from(width.dots()),
                        "{language} {name}: {text}"
                    );
                    assert!(*y > 0 && *y < slip.height, "{language} {name}: {text}");
                    for run in fonts.runs(*weight, text) {
                        let glyphs = fonts.font(*weight, &run).unwrap().shaped(run.text);
                        let boxes = glyphs.glyph_infos().iter().filter(|glyph| glyph.glyph_id == 0);
                        assert_eq!(boxes.count(), 0, "{language} {name}: {text}");
                    }
                }
            }
        }
    }
}

#[test]
fn only_what_the_transaction_status_proved_says_paid() {
    for language in languages() {
        let words = Catalogue::open(language).unwrap();
        let [paid, word] = ["paper-word-paid", "paper-word-accepted"].map(|id| words.say(id, &[]).unwrap());
        for state in STATES {
            let lines = text_of(state, language);
            let says = |word: &str| lines.lines().any(|line| line == word);
            assert_eq!(says(&paid), state == SaleState::Paid, "{language} {state:?}");
            let accepted = lines.replace('\n', " ").contains(&word);
            assert_eq!(
                accepted,
                state == SaleState::CaptureAccepted,
                "{language} {state:?}"
            );
        }
        let refunded = words.say("paper-word-refunded", &[]).unwrap();
        for state in REFUND_STATES {
            let row = row(SaleState::Paid);
            let lines = slip(Paper::Refund(&row, &refund(state)), &sheet(language)).unwrap();
            let says = lines.text().lines().any(|line| line == refunded);
            assert_eq!(says, state == RefundState::Refunded, "{language} {state:?}");
        }
    }
}

#[test]
fn a_hold_slip_says_that_it_is_no_payment_how_much_and_by_what_time_it_returns() {
    let text = text_of(SaleState::Held, "en");
    for part in [
        "Green Park EV & Salon",
        "Hold slip",
        "₹600.00",
        "BLOCKED, NOT TAKEN",
        "This is not a payment.",
        "by 12:30.",
        "Blocked until  12:30",
        "EV charging, kWh  ₹540.00",
        "30 × ₹18.00",
        "Total  ₹600.00",
        "•••••• 3210",
        OUR_REF,
        "T2607011130123456789012",
    ] {
        assert!(text.replace('\n', " ").contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("PAID") && !text.contains("Charged"), "{text}");
}

#[test]
fn a_receipt_shows_both_halves_of_what_was_blocked() {
    let text = text_of(SaleState::Paid, "en");
    for part in [
        "Blocked  ₹600.00",
        "Charged  ₹450.50",
        "Released  ₹149.50",
        "Paid  01-07-2026 12:00",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn a_slip_of_an_outcome_that_nobody_knows_says_what_may_be_blocked_and_until_when() {
    let text = text_of(SaleState::HoldUnknown, "en").replace('\n', " ");
    assert!(text.contains("₹600.00 may be blocked"), "{text}");
    assert!(text.contains("If it is not used, it returns by 12:30."), "{text}");
    let text = text_of(SaleState::CaptureUnknown, "en").replace('\n', " ");
    assert!(text.contains("whether ₹450.50 of it is charged"), "{text}");
    assert!(text.contains("do not pay again"), "{text}");
    assert!(!text.contains("Charged"), "{text}");
}

#[test]
fn what_phonepe_said_stands_under_a_failure_as_it_came_and_nowhere_else() {
    for language in languages() {
        for state in STATES {
            let failed = matches!(state, SaleState::HoldRefused | SaleState::NotPaid);
            let says = text_of(state, language).contains("“Your bank is not reachable”");
            assert_eq!(says, failed, "{language} {state:?}");
        }
    }
}

#[test]
fn training_and_a_second_print_are_marked_at_both_ends() {
    let plain = text_of(SaleState::Paid, "en");
    assert!(!plain.contains("TRAINING") && !plain.contains("DUPLICATE"));
    let marked = Sheet {
        is_training: true,
        is_duplicate: true,
        ..sheet("en")
    };
    for (name, slip) in all(&marked) {
        let text = slip.text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            (lines.first(), lines.last()),
            (Some(&"TRAINING"), Some(&"TRAINING")),
            "{name}"
        );
        assert_eq!(text.matches("DUPLICATE").count(), 2, "{name}");
    }
}

#[test]
fn nobody_s_words_can_turn_the_paper_around() {
    let mut row = row(SaleState::Held);
    row.bill.lines = vec![line("Valet \u{202E}drow", "1", 6_000)];
    let text = slip(Paper::Sale(&row), &sheet("en")).unwrap().text();
    assert!(!text.contains('\u{202E}') && text.contains("Valet"), "{text}");
}

#[test]
fn the_code_on_the_raster_is_the_reference_that_the_search_takes() {
    for width in [Width::Mm80, Width::Mm58] {
        let sheet = Sheet { width, ..sheet("hi") };
        let raster = slip(Paper::Sale(&row(SaleState::Held)), &sheet)
            .unwrap()
            .raster()
            .unwrap();
        let across = usize::from(raster.width_bytes);
        let grey = |x: usize, y: usize| {
            let byte = raster.rows[y * across + x / 8];
            if byte & (0x80 >> (x % 8)) == 0 { 255 } else { 0 }
        };
        let height = usize::try_from(raster.height).unwrap();
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(across * 8, height, grey);
        let grids = image.detect_grids();
        let read: Vec<String> = grids.iter().map(|grid| grid.decode().unwrap().1).collect();
        assert_eq!(read, [OUR_REF]);
    }
}

#[test]
fn a_bill_of_two_hundred_lines_is_one_paper_in_every_form() {
    let mut row = large(SaleState::Paid);
    let named = row.bill.lines[0].clone();
    row.bill.lines = vec![named; domain::Cart::LINES_MAX];
    let slip = slip(
        Paper::Sale(&row),
        &Sheet {
            width: Width::Mm58,
            ..sheet("en")
        },
    )
    .unwrap();
    let raster = slip.raster().unwrap();
    assert!(raster.height > 10_000, "{}", raster.height);
    assert_eq!(
        raster.rows.len(),
        usize::from(raster.width_bytes) * usize::try_from(raster.height).unwrap()
    );
    assert!(slip.pdf().unwrap().starts_with(b"%PDF-"));
    assert!(slip.text().matches("blow dry").count() == domain::Cart::LINES_MAX);
}

/// For a person: `HOLDFAST_PICTURES=DIR` keeps what is drawn here.
#[test]
fn pictures_of_papers_are_drawn_in_every_language() {
    let keep = std::env::var_os("HOLDFAST_PICTURES").map(std::path::PathBuf::from);
    for language in languages() {
        for (marks, is_training, is_duplicate, width) in [
            ("plain", false, false, Width::Mm80),
            ("marked", true, true, Width::Mm80),
            ("narrow", false, true, Width::Mm58),
        ] {
            let sheet = Sheet {
                is_training,
                is_duplicate,
                width,
                ..sheet(language)
            };
            for (name, slip) in all(&sheet) {
                if keep.is_none() && name != "plain-Held" {
                    continue;
                }
                let png = slip.raster().unwrap().png().unwrap();
                assert!(png.starts_with(b"\x89PNG"));
                if let Some(folder) = &keep {
                    let name = format!("{language}-{marks}-{name}");
                    std::fs::write(folder.join(format!("{name}.png")), png).unwrap();
                    if name.ends_with("plain-Held") || name.ends_with("plain-Paid") {
                        std::fs::write(folder.join(format!("{name}.pdf")), slip.pdf().unwrap()).unwrap();
                    }
                }
            }
        }
    }
}

#[test]
fn a_receipt_tells_what_was_delivered_with_its_discounts_notes_and_tax() {
    let mut row = row(SaleState::Paid);
    let mut charging = line("EV charging", "25", 1_800);
    charging.discount = Discount::parse("50").unwrap();
    charging.note = "Bay 4".to_owned();
    charging.item = Some(LineItem {
        code: "EV".to_owned(),
        unit: "kWh".to_owned(),
        listed_paise: Some(Paise::new(1_800)),
        gst: GstRate::parse("18"),
        hsn: String::new(),
        hold_paise: None,
        expiry_minutes: None,
    });
    row.delivered = Some(Bill {
        lines: vec![charging, line("Valet", "1", 6_000)],
        discount: Discount::parse("10%").unwrap(),
        note: "Thank you".to_owned(),
    });
    let text = slip(Paper::Sale(&row), &sheet("en")).unwrap().text();
    for part in [
        "25 kWh × ₹18.00",
        "Bay 4",
        "−₹50.00",
        "−₹46.00",
        "₹414.00",
        "GST 18 % is in it: ₹54.92",
        "Thank you",
    ] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    row.sale.state = SaleState::Held;
    row.sale.capture_paise = None;
    let text = slip(Paper::Sale(&row), &sheet("en")).unwrap().text();
    assert!(text.contains("30 × ₹18.00") && !text.contains("Bay 4"), "{text}");
}
