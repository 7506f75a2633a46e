use super::*;
use crate::{Event, Sale, SaleMode, SaleState, apply};
use proptest::prelude::*;

const NOON: i64 = 1_700_000_000_000;

fn our_ref(n: u32) -> OurRef {
    format!("S01ARZ3NDEKTSV4RRFFQ{n:07}").parse().unwrap()
}

fn opened(number: u32, paise: i64) -> ShiftFact {
    ShiftFact::Opened {
        number,
        float_paise: Paise::new(paise),
    }
}

fn cash(way: CashWay, paise: i64, reason: &str) -> ShiftFact {
    ShiftFact::CashMoved {
        way,
        amount_paise: Paise::new(paise),
        reason: reason.to_owned(),
    }
}

fn counted(paise: i64) -> ShiftFact {
    ShiftFact::Counted {
        counted_paise: Paise::new(paise),
    }
}

fn closed(number: u32, counted: i64, expected: i64, reason: Option<&str>) -> ShiftFact {
    ShiftFact::Closed {
        number,
        counted_paise: Paise::new(counted),
        expected_paise: Paise::new(expected),
        reason: reason.map(str::to_owned),
        report: Box::new(drawn(books(number, Tally::default()), None)),
    }
}

fn books(number: u32, tally: Tally) -> ShiftBooks {
    ShiftBooks {
        shift: Shift::after(None, &opened(number, 50_000), "Asha", NOON).unwrap(),
        counter: "2".to_owned(),
        cashiers: vec!["Asha".to_owned()],
        first_sale: None,
        last_sale: None,
        tally,
        open: Vec::new(),
        unproved: Vec::new(),
        corrected: Vec::new(),
        head_seq: 7,
        head_hash: "ab".to_owned(),
    }
}

fn drawn(books: ShiftBooks, closing: Option<Closing>) -> ShiftReport {
    ShiftReport::drawn(books, NOON, closing).unwrap()
}

/// Plays the facts one after another; the first refusal ends it.
fn played(facts: &[ShiftFact]) -> Result<Shift, ShiftRefusal> {
    let mut shift = None;
    for fact in facts {
        shift = Some(Shift::after(shift.as_ref(), fact, "Asha", NOON)?);
    }
    Ok(shift.unwrap())
}

#[test]
fn a_drawer_is_expected_to_hold_the_float_and_what_was_paid_in_less_what_was_paid_out() {
    let shift = played(&[
        opened(1, 50_000),
        cash(CashWay::In, 20_000, "change"),
        cash(CashWay::Out, 12_500, "milk"),
        cash(CashWay::Out, 500, "stamps"),
    ])
    .unwrap();
    assert_eq!(shift.expected_paise(), Some(Paise::new(57_000)));
    assert_eq!((shift.paid_in.count, shift.paid_out.count), (1, 2));
}

#[test]
fn each_wrong_step_of_a_shift_has_its_own_refusal() {
    let open = opened(1, 0);
    for (facts, refusal) in [
        (vec![counted(0)], ShiftRefusal::NotOpen),
        (vec![opened(0, 0)], ShiftRefusal::WrongNumber),
        (vec![opened(1, -1)], ShiftRefusal::Amount),
        (vec![open.clone(), opened(2, 0)], ShiftRefusal::AlreadyOpen),
        (
            vec![open.clone(), cash(CashWay::In, 0, "x")],
            ShiftRefusal::Amount,
        ),
        (
            vec![open.clone(), cash(CashWay::In, 5, " ")],
            ShiftRefusal::NoReason,
        ),
        (
            vec![open.clone(), cash(CashWay::Out, 1, "x")],
            ShiftRefusal::MoreThanThere,
        ),
        (vec![open.clone(), counted(-1)], ShiftRefusal::Amount),
        (
            vec![open.clone(), closed(1, 0, 0, None)],
            ShiftRefusal::NotCounted,
        ),
        (
            vec![open.clone(), counted(0), closed(2, 0, 0, None)],
            ShiftRefusal::WrongNumber,
        ),
        (
            vec![open.clone(), counted(5), closed(1, 0, 0, None)],
            ShiftRefusal::WrongCash,
        ),
        (
            vec![open.clone(), counted(5), closed(1, 5, 5, None)],
            ShiftRefusal::WrongCash,
        ),
        (
            vec![open.clone(), counted(5), closed(1, 5, 0, None)],
            ShiftRefusal::NoReason,
        ),
        (
            vec![open.clone(), counted(0), closed(1, 0, 0, None), counted(0)],
            ShiftRefusal::NotOpen,
        ),
        (
            vec![open, counted(0), closed(1, 0, 0, None), opened(3, 0)],
            ShiftRefusal::WrongNumber,
        ),
    ] {
        assert_eq!(played(&facts), Err(refusal), "{facts:?}");
    }
}

#[test]
fn cash_that_moves_after_the_count_makes_it_worthless() {
    let moved = [opened(1, 100), counted(100), cash(CashWay::In, 5, "found")];
    let mut shift = played(&moved).unwrap();
    assert_eq!((shift.counted_paise, shift.counts), (None, 1));
    shift = Shift::after(Some(&shift), &counted(105), "Asha", NOON).unwrap();
    assert_eq!(
        shift.first_count_paise,
        Some(Paise::new(100)),
        "the blind one is kept"
    );
}

#[test]
fn what_comes_after_a_closing_belongs_to_the_next_shift() {
    let shift = played(&[opened(14, 0), counted(0), closed(14, 0, 0, None)]).unwrap();
    assert_eq!((shift.is_open(), shift.running()), (false, 15));
    assert!(Shift::after(Some(&shift), &opened(15, 0), "Ravi", NOON).is_ok());
}

#[test]
fn an_x_tells_what_should_be_in_the_drawer_only_after_the_count() {
    let before = drawn(books(1, Tally::default()), None);
    assert_eq!(
        (before.cash.expected_paise, before.cash.difference_paise),
        (None, None)
    );
    let mut after = books(1, Tally::default());
    after.shift = Shift::after(Some(&after.shift), &counted(49_900), "Asha", NOON).unwrap();
    let after = drawn(after, None);
    assert_eq!(after.cash.expected_paise, Some(Paise::new(50_000)));
    assert_eq!(after.cash.difference_paise, Some(-100));
}

#[test]
fn every_fact_of_a_shift_is_read_back_as_it_was_written() {
    let handed = ShiftFact::HandedOver {
        our_ref: our_ref(1),
        from: "Asha".to_owned(),
        to: "Ravi".to_owned(),
    };
    let forms = [
        (
            opened(14, 50_000),
            r#"{"shift":"opened","number":14,"float_paise":50000}"#,
        ),
        (
            cash(CashWay::Out, 500, "stamps"),
            r#"{"shift":"cash_moved","way":"out","amount_paise":500,"reason":"stamps"}"#,
        ),
        (counted(0), r#"{"shift":"counted","counted_paise":0}"#),
        (
            handed,
            r#"{"shift":"handed_over","our_ref":"S01ARZ3NDEKTSV4RRFFQ0000001","from":"Asha","to":"Ravi"}"#,
        ),
    ];
    for (fact, form) in forms {
        assert_eq!(serde_json::to_string(&fact).unwrap(), form);
        assert_eq!(serde_json::from_str::<ShiftFact>(form).unwrap(), fact);
    }
    let z = closed(14, 5, 5, Some("a note"));
    let text = serde_json::to_string(&z).unwrap();
    assert_eq!(serde_json::from_str::<ShiftFact>(&text).unwrap(), z);
}

/// Walks sales through the table of moves and tells a tally of each step, shift by shift.
fn walked(steps: &[(u32, usize, bool)]) -> (Vec<Tally>, Vec<Sale>) {
    let mut sales: std::collections::BTreeMap<u32, Sale> = std::collections::BTreeMap::new();
    let mut tallies = vec![Tally::default()];
    for (n, choice, closes) in steps {
        let before = sales.get(n).cloned();
        let sale = before
            .clone()
            .unwrap_or_else(|| Sale::draft(our_ref(*n), SaleMode::Hold, Paise::new(60_000), 60));
        let events = events_from(sale.state);
        let Some(event) = events.get(choice % events.len().max(1)) else {
            continue;
        };
        let after = apply(&sale, event, NOON).unwrap();
        let tally = tallies.last_mut().unwrap();
        *tally = tally
            .moved(before.as_ref(), &after, (Paise::ZERO, Paise::ZERO))
            .unwrap();
        sales.insert(*n, after);
        if *closes {
            tallies.push(Tally::default());
        }
    }
    (tallies, sales.into_values().collect())
}

fn events_from(state: SaleState) -> Vec<Event> {
    let part = Paise::new(45_000);
    let all = [
        Event::HoldAsked,
        Event::HoldAuthorized { provider_ref: None },
        Event::HoldRefused,
        Event::HoldUnanswered,
        Event::CaptureAsked { amount_paise: part },
        Event::CaptureAsked {
            amount_paise: Paise::new(60_000),
        },
        Event::CaptureAccepted { provider_ref: None },
        Event::CancelAsked,
        Event::Cancelled,
        Event::FoundAbsent,
        Event::FoundExpired,
        Event::PaymentProved {
            amount_paise: part,
            provider_ref: None,
        },
        Event::PaymentDenied,
        Event::Contradicted {
            what: "late".to_owned(),
        },
    ];
    let mut sale = Sale::draft(our_ref(0), SaleMode::Hold, Paise::new(60_000), 60);
    sale.state = state;
    all.into_iter()
        .filter(|event| apply(&sale, event, NOON).is_ok())
        .collect()
}

proptest! {
    #[test]
    fn the_lines_of_all_shifts_together_are_the_lines_of_all_sales(
        steps in prop::collection::vec((1..6_u32, 0..32_usize, prop::bool::weighted(0.2)), 1..80)
    ) {
        let (tallies, sales) = walked(&steps);
        let mut sum = Tally::default();
        for tally in &tallies {
            sum = sum.plus(tally).unwrap();
        }
        let mut expected = Tally::default();
        for sale in &sales {
            expected = expected.moved(None, sale, (Paise::ZERO, Paise::ZERO)).unwrap();
        }
        prop_assert_eq!(sum, expected);
        let mut carried = Figures::default();
        for tally in &tallies {
            let over = carried.plus(tally.open).unwrap();
            prop_assert!(over.count >= 0);
            let ended = tally.placed().unwrap().minus(tally.open).unwrap();
            prop_assert_eq!(
                carried.plus(tally.placed().unwrap()),
                ended.plus(over),
                "each sale that came in or was placed has ended or is carried over"
            );
            carried = over;
        }
    }
}

#[test]
fn a_capture_after_the_hand_over_counts_once_in_the_shift_that_captured() {
    let mut sale = Sale::draft(our_ref(1), SaleMode::Hold, Paise::new(60_000), 60);
    let mut tallies = [Tally::default(); 2];
    for (event, shift) in [
        (Event::HoldAsked, 0),
        (Event::HoldAuthorized { provider_ref: None }, 0),
        (
            Event::CaptureAsked {
                amount_paise: Paise::new(45_000),
            },
            1,
        ),
        (Event::CaptureAccepted { provider_ref: None }, 1),
    ] {
        let before = (sale.state != SaleState::Draft).then(|| sale.clone());
        sale = apply(&sale, &event, NOON).unwrap();
        tallies[shift] = tallies[shift]
            .moved(before.as_ref(), &sale, (Paise::ZERO, Paise::ZERO))
            .unwrap();
    }
    let [first, second] = tallies;
    assert_eq!((first.placed().unwrap().count, first.open.count), (1, 1));
    assert_eq!(first.captured().unwrap().count, 0);
    assert_eq!((second.placed().unwrap().count, second.open.count), (0, -1));
    assert_eq!(second.captured_in_part.count, 1);
    assert_eq!(second.captured_in_part.captured_paise, 45_000);
    assert_eq!(second.captured_in_part.released_paise, 15_000);
}
