//! Paper from the books to the printer's dots: what comes over the wire is what was drawn, in every language.

use domain::{CustomerMark, Line, OurRef, Paise, Quantity, Sale, SaleMode, SaleState};
use holdfast_tests::paper::{keep, qr_of};
use holdfast_virtual_printer::VirtualPrinter;
use ledger::HoldRow;
use printer::{Address, Deadlines, Event, Job, JobId, Outcome, Picture, Worker};
use receipts::{Paper, Raster, Sheet, Width, slip};
use std::sync::mpsc;
use std::time::Duration;

const SOON: Duration = Duration::from_secs(20);
const NOON: i64 = 1_782_885_600_000;

fn held() -> HoldRow {
    let our_ref: OurRef = "S01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
    let mut sale = Sale::draft(our_ref, SaleMode::Hold, Paise::new(12_345_678), 60);
    sale.state = SaleState::Held;
    sale.deadline_at_ms = Some(NOON + 3_600_000);
    HoldRow {
        seq: 1,
        sale,
        customer: CustomerMark {
            hmac_hex: "ab".to_owned(),
            last_four: "3210".to_owned(),
        },
        counter: "Counter 2".to_owned(),
        cashier: "आशा देवी".to_owned(),
        shift: 1,
        created_at_ms: NOON,
        updated_at_ms: NOON,
        bill: domain::Bill {
            lines: vec![Line {
                id: 0,
                name: "EV charging at the second pillar beside the northern entrance, kWh".to_owned(),
                quantity: Quantity::parse("30.005").unwrap(),
                price_paise: Paise::new(411_453),
                quick: false,
                item: None,
                discount: None,
                note: String::new(),
            }],
            ..domain::Bill::default()
        },
        delivered: None,
        last_reply: None,
        refunds: Vec::new(),
    }
}

fn dots(raster: &Raster) -> Vec<Vec<bool>> {
    let across = usize::from(raster.width_bytes);
    raster
        .rows
        .chunks(across)
        .map(|row| {
            (0..across * 8)
                .map(|x| row[x / 8] >> (7 - x % 8) & 1 == 1)
                .collect()
        })
        .collect()
}

#[test]
fn what_the_printer_decodes_is_dot_for_dot_what_was_drawn_and_its_code_is_our_reference() {
    let printer = VirtualPrinter::start().unwrap();
    let (tell, events) = mpsc::channel();
    let worker = Worker::start(Deadlines::default(), move |event| {
        let _ = tell.send(event);
    })
    .unwrap();
    assert!(worker.use_address(Some(Address::parse(&printer.address()).unwrap())));
    let row = held();
    for (number, language) in (0..).zip(receipts::languages()) {
        for (width, half) in [(Width::Mm80, 0), (Width::Mm58, 1)] {
            let sheet = Sheet {
                shop: "Green Park EV & Salon",
                at_ms: NOON,
                is_training: true,
                is_duplicate: half == 1,
                language,
                width,
            };
            let raster = slip(Paper::Sale(&row), &sheet).unwrap().raster().unwrap();
            let id = JobId(number * 2 + half);
            let picture = Picture {
                width_bytes: raster.width_bytes,
                rows: raster.rows.clone(),
            };
            assert!(worker.print(id, Job { picture, kick: false }));
            let outcome = loop {
                if let Event::Ended(of, outcome) = events.recv_timeout(SOON).unwrap()
                    && of == id
                {
                    break outcome;
                }
            };
            let done = Outcome::Printed {
                confirmed: true,
                paper_low: false,
            };
            assert_eq!(outcome, done);
            let printed = printer.slips().pop().unwrap();
            let drawn = dots(&raster);
            assert!(printed.rows[..drawn.len()] == drawn[..], "{language}: other dots");
            assert_eq!(qr_of(&printed), ["S01ARZ3NDEKTSV4RRFFQ69G5FAV"]);
            keep(&format!("{language}_{}", printed.width), &printed);
        }
    }
    assert!(printer.strange().is_empty());
}
