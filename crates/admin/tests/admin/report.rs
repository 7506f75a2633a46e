//! X and Z over generated days: the reports, the exports, the board and the raw events agree to the paisa.

use crate::books::{MINUTE, NOON, asks, ledger_file, open, opening, our_ref, record, replies, said};
use crate::user::{Desktop, User};
use domain::{Call, Closing, Event, Fact, Paise, ShiftFact};
use ledger::{Filter, Ledger, Reader, Tab, Totals, View};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;

/// How a sale of a generated day goes on after its hold was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Refused,
    Unanswered,
    Held,
    Released,
    Expired,
    Paid,
    PaidInPart,
    Unproved,
    Failed,
}

const FATES: [Fate; 9] = [
    Fate::Refused,
    Fate::Unanswered,
    Fate::Held,
    Fate::Released,
    Fate::Expired,
    Fate::Paid,
    Fate::PaidInPart,
    Fate::Unproved,
    Fate::Failed,
];

/// One till with a ledger that it writes.
struct Shop {
    user: User,
    ledger: Ledger,
    now_ms: i64,
}

impl Shop {
    fn new() -> Shop {
        let user = User::new();
        let ledger = open(&user);
        Shop {
            user,
            ledger,
            now_ms: NOON,
        }
    }

    fn write(&mut self, fact: Fact) {
        self.now_ms += 1_000;
        self.ledger.append(record(self.now_ms, fact)).unwrap();
    }

    fn open_shift(&mut self) {
        let last = self.ledger.shift().unwrap();
        self.write(Fact::Shift(ShiftFact::Opened {
            number: last.map_or(14, |last| last.running()),
            float_paise: Paise::new(50_000),
        }));
    }

    fn close_shift(&mut self) {
        let paise = Paise::new(50_000);
        self.write(Fact::Shift(ShiftFact::Counted { counted_paise: paise }));
        let closing = Closing {
            by: "@आशा".to_owned(),
            reason: None,
        };
        let at_ms = self.now_ms + 1_000;
        let report = self.ledger.shift_report(at_ms, Some(closing)).unwrap().unwrap();
        self.write(Fact::Shift(ShiftFact::Closed {
            number: report.number,
            counted_paise: paise,
            expected_paise: paise,
            reason: None,
            report: Box::new(report),
        }));
    }

    fn ask(&mut self, n: i64, paise: i64) {
        self.now_ms += MINUTE;
        self.write(asks(n, Call::Authorize, Event::HoldAsked, Some(opening(paise))));
    }

    /// The rest of a sale, perhaps after the shift has changed.
    fn go_on(&mut self, n: i64, paise: i64, fate: Fate) {
        let held = Event::HoldAuthorized { provider_ref: None };
        match fate {
            Fate::Refused => self.write(replies(n, Call::Authorize, Event::HoldRefused)),
            Fate::Unanswered => self.write(replies(n, Call::Authorize, Event::HoldUnanswered)),
            Fate::Held => self.write(replies(n, Call::Authorize, held)),
            Fate::Released => {
                self.write(replies(n, Call::Authorize, held));
                self.write(asks(n, Call::Cancel, Event::CancelAsked, None));
                self.write(replies(n, Call::Cancel, Event::Cancelled));
            }
            Fate::Expired => {
                self.write(replies(n, Call::Authorize, held));
                self.look(n, Event::FoundExpired);
            }
            Fate::Paid => self.captured(n, paise, Some(true)),
            Fate::PaidInPart => self.captured(n, (paise / 3).max(1), Some(true)),
            Fate::Unproved => self.captured(n, paise, None),
            Fate::Failed => self.captured(n, paise, Some(false)),
        }
    }

    fn captured(&mut self, n: i64, paise: i64, proved: Option<bool>) {
        let amount_paise = Paise::new(paise);
        let held = Event::HoldAuthorized { provider_ref: None };
        self.write(replies(n, Call::Authorize, held));
        self.write(asks(n, Call::Capture, Event::CaptureAsked { amount_paise }, None));
        self.write(replies(
            n,
            Call::Capture,
            Event::CaptureAccepted { provider_ref: None },
        ));
        match proved {
            None => {}
            Some(false) => self.look(n, Event::PaymentDenied),
            Some(true) => self.look(
                n,
                Event::PaymentProved {
                    amount_paise,
                    provider_ref: None,
                },
            ),
        }
    }

    fn look(&mut self, n: i64, moved: Event) {
        self.write(Fact::Look {
            our_ref: our_ref(n),
            call: Call::TransactionStatus,
            reply: said(),
            absent: false,
            by_hand: false,
            counts: true,
            ends: true,
            moved: Some(moved),
        });
    }

    fn report(&self, line: &str) -> Value {
        let ended = self
            .user
            .admin(Desktop::Absent, &format!("report --json --profile uat {line}"));
        assert_eq!(ended.code, 0, "{}", ended.said());
        ended.json()
    }

    fn export(&self, what: &str) -> Vec<Value> {
        let out = self.user.path("out.json");
        let line = format!(
            "export --profile uat --format json --what {what} --out {}",
            out.display()
        );
        let ended = self.user.admin(Desktop::Absent, &line);
        assert_eq!(ended.code, 0, "{}", ended.said());
        serde_json::from_str(&std::fs::read_to_string(out).unwrap()).unwrap()
    }
}

/// Count and paise of one figure, over some reports.
fn summed(reports: &[Value], key: &str) -> (i64, i64) {
    let mut sum = (0, 0);
    for report in reports {
        let figures = report["figures"].as_array().unwrap();
        let figure = figures.iter().find(|figure| figure["key"] == key).unwrap();
        sum.0 += figure["count"].as_i64().unwrap_or(0);
        sum.1 += figure["paise"].as_i64().unwrap_or(0);
    }
    sum
}

/// What the events alone say, read as plain JSON: figure → count and paise.
fn of_events(events: &[Value]) -> BTreeMap<&'static str, (i64, i64)> {
    // Held, captured, and the name of what moved it last.
    let mut sales: BTreeMap<String, (i64, i64, String)> = BTreeMap::new();
    for event in events {
        let record = &event["record"];
        let Some(our_ref) = record["our_ref"].as_str() else {
            continue;
        };
        let sale = sales.entry(our_ref.to_owned()).or_default();
        if let Some(held) = record["opening"]["amount_paise"].as_i64() {
            sale.0 = held;
        }
        let (moved, amount) = match record["moved"].as_object() {
            Some(moved) => (moved["event"].as_str(), moved.get("amount_paise")),
            None => (record["event"].as_str(), record.get("amount_paise")),
        };
        let Some(moved) = moved else { continue };
        sale.2 = moved.to_owned();
        if moved == "capture_asked" {
            sale.1 = amount.and_then(Value::as_i64).unwrap();
        }
    }
    let mut sums: BTreeMap<&'static str, (i64, i64)> = BTreeMap::new();
    let mut add = |key, paise: i64| {
        let sum = sums.entry(key).or_default();
        sum.0 += 1;
        sum.1 += paise;
    };
    for (held, taken, moved) in sales.into_values() {
        if moved != "hold_refused" {
            add("placed", held);
        }
        match moved.as_str() {
            "hold_refused" => add("not_held", 0),
            "capture_accepted" | "payment_proved" => {
                add("captured", taken);
                if taken == held {
                    add("captured_in_full", taken);
                } else {
                    add("captured_in_part", taken);
                    add("rest_released", held - taken);
                }
                if moved == "payment_proved" {
                    add("proved", taken);
                }
            }
            "payment_denied" => add("not_paid", held),
            "cancelled" => add("released", held),
            "found_expired" => add("expired", held),
            "hold_asked" | "hold_unanswered" | "hold_authorized" => add("open", held),
            other => panic!("no sale ends a day with {other}"),
        }
    }
    sums
}

fn board(reader: &Reader, tab: Tab) -> Totals {
    let view = View {
        tab,
        search: String::new(),
        filter: Filter::default(),
        now_ms: NOON,
    };
    reader.totals(&view).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn reports_exports_board_and_raw_events_agree_to_the_paisa(
        sales in prop::collection::vec((0..FATES.len(), 1..2_000_000_i64, 0..6_u32), 1..30)
    ) {
        let mut shop = Shop::new();
        shop.open_shift();
        for (n, (fate, paise, hand_over)) in sales.iter().enumerate() {
            let n = i64::try_from(n).unwrap();
            shop.ask(n, *paise);
            if *hand_over == 0 {
                shop.close_shift();
                shop.open_shift();
            }
            shop.go_on(n, *paise, FATES[*fate]);
        }
        let x = shop.report("");
        shop.close_shift();
        let last = shop.ledger.shift().unwrap().unwrap().number;
        let zs: Vec<Value> = (14..=last).map(|number| shop.report(&format!("--shift {number}"))).collect();
        for (key, sum) in of_events(&shop.export("events")) {
            if key == "open" {
                prop_assert_eq!(summed(&zs[zs.len() - 1..], "carried_over"), sum);
            } else {
                prop_assert_eq!(summed(&zs, key), sum, "{}", key);
            }
        }
        for key in ["placed", "captured_in_full", "captured_in_part", "released", "expired", "not_paid", "proved"] {
            prop_assert_eq!(summed(std::slice::from_ref(&x), key), summed(&zs[zs.len() - 1..], key), "{}", key);
        }
        check_exports_and_board(&shop, &zs)?;
    }
}

fn check_exports_and_board(shop: &Shop, zs: &[Value]) -> Result<(), TestCaseError> {
    let rows = shop.export("holds");
    let column = |name: &str| rows.iter().map(|row| row[name].as_i64().unwrap()).sum::<i64>();
    prop_assert_eq!(column("held_paise"), summed(zs, "placed").1);
    prop_assert_eq!(column("captured_paise"), summed(zs, "captured").1);
    let released = ["rest_released", "released", "expired"]
        .iter()
        .map(|key| summed(zs, key).1)
        .sum::<i64>();
    prop_assert_eq!(column("released_paise"), released);
    prop_assert_eq!(column("refunded_paise"), summed(zs, "refunded").1);
    let days = shop.export("days");
    let proved = |name: &str| days.iter().map(|day| day[name].as_i64().unwrap()).sum::<i64>();
    prop_assert_eq!((proved("paid"), proved("paid_paise")), summed(zs, "proved"));
    let reader = Reader::open(&ledger_file(&shop.user)).unwrap();
    for (tab, key, paise) in [
        (
            Tab::Captured,
            "captured",
            board(&reader, Tab::Captured).captured_paise,
        ),
        (
            Tab::Partial,
            "captured_in_part",
            board(&reader, Tab::Partial).captured_paise,
        ),
        (
            Tab::Released,
            "released",
            board(&reader, Tab::Released).released_paise,
        ),
        (
            Tab::Expired,
            "expired",
            board(&reader, Tab::Expired).released_paise,
        ),
    ] {
        let count = i64::try_from(board(&reader, tab).count).unwrap();
        prop_assert_eq!((count, paise.get()), summed(zs, key), "{:?}", tab);
    }
    Ok(())
}

#[test]
fn a_report_is_a_sheet_that_can_be_read_beside_a_running_till() {
    let mut shop = Shop::new();
    shop.open_shift();
    shop.ask(1, 12_345_678);
    shop.go_on(1, 12_345_678, Fate::Held);
    let ended = shop.user.admin(Desktop::Absent, "report --profile uat");
    assert_eq!(ended.code, 0, "{}", ended.said());
    for part in ["X 14", "Holds placed", "₹1,23,456.78", "carried over", "as of"] {
        assert!(ended.out.contains(part), "{part} is not in\n{}", ended.out);
    }
    assert!(
        !ended.out.contains("Expected"),
        "the count is blind:\n{}",
        ended.out
    );
    shop.close_shift();
    let z = shop
        .user
        .admin(Desktop::Absent, "report --profile uat --shift 14");
    assert!(
        z.out.starts_with("Z 14") && z.out.contains("Expected"),
        "{}",
        z.out
    );
}

#[test]
fn a_report_that_is_not_there_is_said_to_be_none() {
    let mut shop = Shop::new();
    for line in ["report --profile uat", "report --profile uat --shift 3"] {
        let ended = shop.user.admin(Desktop::Absent, line);
        assert_eq!(ended.code, 1, "{}", ended.said());
    }
    shop.open_shift();
    let other = shop
        .user
        .admin(Desktop::Absent, "report --profile uat --shift 13");
    assert_eq!(other.code, 1, "{}", other.said());
    let none = shop
        .user
        .admin(Desktop::Absent, "report --profile uat --shift first");
    assert_eq!(none.code, 2, "{}", none.said());
}
