//! A hold that was believed absent is watched until it could not stand any more.

use super::*;

/// Believed absent after looks that end at the asking plus one minute.
fn absent() -> Sale {
    let asked = apply(&sale_in(SaleState::Draft), &Event::HoldAsked, ASKED_AT_MS).unwrap();
    let unknown = apply(&asked, &Event::HoldUnanswered, ASKED_AT_MS + 20_000).unwrap();
    apply(&unknown, &Event::FoundAbsent, ASKED_AT_MS + 60_000).unwrap()
}

#[test]
fn only_a_hold_that_is_believed_absent_is_watched() {
    for state in SaleState::ALL {
        let sale = Sale { state, ..absent() };
        assert_eq!(sale.is_watched(), state == SaleState::HoldAbsent, "{state:?}");
        assert_eq!(sale.watch_due_at_ms().is_some(), sale.is_watched(), "{state:?}");
    }
}

#[test]
fn an_absent_hold_is_looked_up_five_minutes_on_and_no_more_after_its_deadline() {
    let mut sale = absent();
    let first_ms = ASKED_AT_MS + 60_000 + 5 * 60_000;
    assert_eq!(sale.watch_due_at_ms(), Some(first_ms));
    for _ in 0..4 {
        sale.chase.looked(ASKED_AT_MS + 3_600_000, true, true);
    }
    assert_eq!(sale.watch_due_at_ms(), None);
    assert!(!sale.is_watched());
}

#[test]
fn what_phonepe_took_back_waits_for_a_person_and_what_it_only_answered_wrong_does_not() {
    let found = Event::Contradicted {
        what: "held after all".to_owned(),
    };
    let contradicted = apply(&absent(), &found, ASKED_AT_MS + 360_000).unwrap();
    assert!(contradicted.waits_for_a_person());
    let asked = apply(&sale_in(SaleState::Draft), &Event::HoldAsked, ASKED_AT_MS).unwrap();
    let other = Event::Mismatched {
        what: "another amount".to_owned(),
    };
    let mismatched = apply(&asked, &other, ASKED_AT_MS + 1_000).unwrap();
    assert_eq!(mismatched.state, SaleState::NeedsPerson);
    assert!(!mismatched.waits_for_a_person());
}
