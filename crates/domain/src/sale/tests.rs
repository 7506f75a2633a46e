use super::*;
use crate::{Moment, Record};
use std::collections::BTreeSet;

mod watched;

const ASKED_AT_MS: i64 = 1_700_000_000_000;

fn sale_in(state: SaleState) -> Sale {
    let our_ref = OurRef::for_sale(ulid::Ulid::from_parts(1, 1));
    Sale {
        state,
        ..Sale::draft(our_ref, SaleMode::Hold, Paise::new(60_000), 60)
    }
}

fn every_event() -> Vec<Event> {
    let what = || "amount".to_owned();
    vec![
        Event::HoldAsked,
        Event::HoldAuthorized { provider_ref: None },
        Event::HoldNotSent,
        Event::HoldRefused,
        Event::HoldUnanswered,
        Event::CaptureAsked {
            amount_paise: Paise::new(45_000),
        },
        Event::CaptureAccepted { provider_ref: None },
        Event::CaptureNotSent,
        Event::CaptureRefused,
        Event::CaptureUnanswered,
        Event::CaptureTooLate,
        Event::CaptureBlocked,
        Event::CancelAsked,
        Event::CancelAskedAgain,
        Event::Cancelled,
        Event::CancelNotSent,
        Event::CancelRefused,
        Event::CancelUnanswered,
        Event::CancelFoundCaptured,
        Event::CancelGivenUp,
        Event::FoundHeld { provider_ref: None },
        Event::FoundAbsent,
        Event::FoundFailed,
        Event::FoundCaptured { provider_ref: None },
        Event::FoundCancelled,
        Event::FoundExpired,
        Event::PaymentProved {
            amount_paise: Paise::new(45_000),
            provider_ref: None,
        },
        Event::PaymentDenied,
        Event::Mismatched { what: what() },
        Event::Contradicted { what: what() },
    ]
}

#[test]
fn every_state_and_every_event_is_allowed_or_refused_by_the_table_alone() {
    let mut checked = 0;
    for state in SaleState::ALL {
        for event in every_event() {
            let allowed = MOVES
                .iter()
                .find(|step| step.from == state && step.on == event.kind());
            let moved = apply(&sale_in(state), &event, ASKED_AT_MS);
            match allowed {
                Some(step) => assert_eq!(moved.unwrap().state, step.to, "{state:?} {event:?}"),
                None => assert_eq!(
                    moved,
                    Err(Refusal::NotAllowed {
                        state,
                        event: event.kind()
                    }),
                    "{state:?} {event:?}"
                ),
            }
            checked += 1;
        }
    }
    assert_eq!(checked, 16 * 30);
}

#[test]
fn no_move_stands_twice_in_the_table() {
    let distinct: BTreeSet<_> = MOVES.iter().map(|step| (step.from, step.on)).collect();
    assert_eq!(distinct.len(), MOVES.len());
}

#[test]
fn every_event_is_used() {
    for event in every_event() {
        assert!(
            MOVES.iter().any(|step| step.on == event.kind()),
            "{event:?} is in no move"
        );
    }
}

#[test]
fn paid_has_one_way_in_and_it_is_the_transaction_status() {
    for step in MOVES.iter().filter(|step| step.to == SaleState::Paid) {
        assert_eq!(step.on, EventKind::PaymentProved);
    }
}

#[test]
fn a_final_state_moves_by_a_contradiction_only() {
    for state in SaleState::ALL.into_iter().filter(|state| state.is_final()) {
        let ways: Vec<_> = MOVES.iter().filter(|step| step.from == state).collect();
        assert_eq!(ways.len(), 1, "{state:?}");
        assert_eq!(
            (ways[0].on, ways[0].to),
            (EventKind::Contradicted, SaleState::NeedsPerson)
        );
    }
}

#[test]
fn a_sale_walks_from_draft_to_paid_and_keeps_its_figures() {
    let mut sale = sale_in(SaleState::Draft);
    let provider_ref = Some(ProviderRef("P1".to_owned()));
    for (event, at_ms) in [
        (Event::HoldAsked, ASKED_AT_MS),
        (
            Event::HoldAuthorized {
                provider_ref: provider_ref.clone(),
            },
            ASKED_AT_MS + 300,
        ),
        (
            Event::CaptureAsked {
                amount_paise: Paise::new(45_000),
            },
            ASKED_AT_MS + 900_000,
        ),
        (
            Event::CaptureAccepted { provider_ref: None },
            ASKED_AT_MS + 900_300,
        ),
    ] {
        sale = apply(&sale, &event, at_ms).unwrap();
    }
    assert_eq!(
        sale.deadline_at_ms,
        Some(ASKED_AT_MS + 3_600_000),
        "counted from the asking"
    );
    assert_eq!(sale.captured_paise(), Paise::new(45_000));
    assert_eq!(sale.released_paise(), Paise::new(15_000));
    assert_eq!(sale.paid_at_ms, None, "accepted is not paid");
    let proved = Event::PaymentProved {
        amount_paise: Paise::new(45_000),
        provider_ref: None,
    };
    let paid = apply(&sale, &proved, ASKED_AT_MS + 930_000).unwrap();
    assert_eq!(
        (paid.state, paid.paid_at_ms),
        (SaleState::Paid, Some(ASKED_AT_MS + 930_000))
    );
    assert_eq!(
        paid.provider_ref, provider_ref,
        "a later reply without one does not lose it"
    );
}

#[test]
fn a_capture_of_the_whole_hold_is_taken_and_one_above_it_or_of_nothing_refused() {
    let held = sale_in(SaleState::Held);
    for (paise, refusal) in [
        (60_001, Refusal::OverTheHold),
        (0, Refusal::NotPositive),
        (-1, Refusal::NotPositive),
    ] {
        let event = Event::CaptureAsked {
            amount_paise: Paise::new(paise),
        };
        assert_eq!(apply(&held, &event, 0), Err(refusal));
    }
    let whole = Event::CaptureAsked {
        amount_paise: held.amount_paise,
    };
    assert_eq!(
        apply(&held, &whole, 0).unwrap().capture_paise,
        Some(held.amount_paise)
    );
}

#[test]
fn a_refused_capture_leaves_the_hold_with_no_capture_amount() {
    let held = sale_in(SaleState::Held);
    let asked = apply(
        &held,
        &Event::CaptureAsked {
            amount_paise: Paise::new(1_000),
        },
        0,
    )
    .unwrap();
    for event in [Event::CaptureRefused, Event::CaptureNotSent] {
        let back = apply(&asked, &event, 1).unwrap();
        assert_eq!((back.state, back.capture_paise), (SaleState::Held, None));
    }
}

#[test]
fn looking_counts_from_the_asking_and_begins_afresh_with_each_question() {
    let asked = apply(&sale_in(SaleState::Draft), &Event::HoldAsked, 1_000).unwrap();
    let unknown = apply(&asked, &Event::HoldUnanswered, 21_000).unwrap();
    assert_eq!(unknown.chase.since_ms, 1_000);
    assert_eq!(crate::look_due_at_ms(&unknown.chase), 23_000);
    let held = apply(&unknown, &Event::FoundHeld { provider_ref: None }, 30_000).unwrap();
    assert_eq!((held.chase.since_ms, held.chase.looks), (30_000, 0));
}

#[test]
fn a_release_that_is_asked_again_is_counted_and_keeps_its_schedule() {
    let mut sale = apply(&sale_in(SaleState::Held), &Event::CancelAsked, 0).unwrap();
    sale = apply(&sale, &Event::CancelUnanswered, 20_000).unwrap();
    sale.chase.looked(22_000, false, true);
    let again = apply(&sale, &Event::CancelAskedAgain, 22_100).unwrap();
    assert_eq!((again.state, again.cancel_asks), (SaleState::CancelUnknown, 2));
    assert_eq!(again.chase, sale.chase);
}

#[test]
fn a_request_is_on_its_way_in_three_states() {
    let asked: Vec<SaleState> = SaleState::ALL
        .into_iter()
        .filter(|state| state.is_asked())
        .collect();
    assert_eq!(
        asked,
        [
            SaleState::HoldAsked,
            SaleState::CaptureAsked,
            SaleState::CancelAsked
        ]
    );
}

#[test]
fn words_are_six_and_every_state_has_one() {
    let words: Vec<Word> = SaleState::ALL.into_iter().map(SaleState::word).collect();
    for word in [
        Word::Sending,
        Word::NotSureYet,
        Word::Held,
        Word::Captured,
        Word::Released,
        Word::Failed,
    ] {
        assert!(words.contains(&word));
    }
    for state in SaleState::ALL {
        assert_eq!(SaleState::named(state.name()), Some(state));
    }
}

#[test]
fn a_moment_of_a_record_is_what_apply_uses() {
    let at = Moment {
        wall_ms: 5,
        mono_ms: 6,
        boot: "b".to_owned(),
    };
    let by = crate::Actor {
        cashier: "Asha".to_owned(),
        counter: "2".to_owned(),
        shift: 14,
    };
    let sale = sale_in(SaleState::HoldAsked);
    let fact = crate::Fact::Recovered {
        our_ref: sale.our_ref.clone(),
        event: Event::HoldUnanswered,
    };
    let record = Record { at, by, fact };
    let moved = record.fact.apply_to(&sale, record.at.wall_ms).unwrap();
    assert_eq!(moved.last_event, Some(EventKind::HoldUnanswered));
}

#[test]
fn a_capture_found_without_an_amount_is_not_called_released() {
    let mut sale = apply(&sale_in(SaleState::Held), &Event::CancelAsked, 0).unwrap();
    for event in [
        Event::CancelFoundCaptured,
        Event::FoundCaptured { provider_ref: None },
    ] {
        sale = apply(&sale, &event, 1).unwrap();
    }
    assert_eq!(
        (sale.state, sale.released_paise()),
        (SaleState::CaptureAccepted, Paise::ZERO)
    );
}
