mod forms;

use super::*;
use crate::{Actor, Fact, Moment, OurRef, PaymentEvidence, Record, ReplyFact, SaleMode, absence_is_believed};
use std::collections::BTreeSet;
use std::str::FromStr;

const ASKED_AT_MS: i64 = 1_700_000_000_000;
const SALE: &str = "S01ARZ3NDEKTSV4RRFFQ69G5FAV";

fn refund_ref(number: u128) -> RefundRef {
    RefundRef::of(ulid::Ulid::from_parts(1, number))
}

fn paid(captured: i64) -> Sale {
    let mut sale = Sale::draft(
        OurRef::from_str(SALE).unwrap(),
        SaleMode::Hold,
        Paise::new(60_000),
        60,
    );
    sale.state = SaleState::Paid;
    sale.capture_paise = Some(Paise::new(captured));
    sale
}

fn asked(amount: i64) -> Refund {
    Refund::ask(&paid(45_000), &[], refund_ref(1), Paise::new(amount), ASKED_AT_MS).unwrap()
}

fn refund_in(state: RefundState) -> Refund {
    Refund {
        state,
        ..asked(20_000)
    }
}

fn every_event() -> Vec<RefundEvent> {
    let what = || "amount".to_owned();
    let provider_ref = || Some(ProviderRef("P1".to_owned()));
    vec![
        RefundEvent::Accepted {
            provider_ref: provider_ref(),
        },
        RefundEvent::NotSent,
        RefundEvent::Refused,
        RefundEvent::Unanswered,
        RefundEvent::FoundPending { provider_ref: None },
        RefundEvent::FoundAbsent,
        RefundEvent::Proved {
            amount_paise: Paise::new(20_000),
            provider_ref: provider_ref(),
        },
        RefundEvent::Denied,
        RefundEvent::Mismatched { what: what() },
        RefundEvent::Contradicted { what: what() },
    ]
}

fn success(amount: i64) -> PaymentEvidence {
    PaymentEvidence::Success {
        amount_paise: Paise::new(amount),
        provider_ref: None,
    }
}

fn every_evidence() -> Vec<PaymentEvidence> {
    vec![
        success(20_000),
        success(20_001),
        PaymentEvidence::Failed,
        PaymentEvidence::Pending,
        PaymentEvidence::NotFound,
        PaymentEvidence::Mismatch("id".to_owned()),
    ]
}

fn reachable_from(state: RefundState) -> BTreeSet<RefundState> {
    let mut reached = BTreeSet::from([state]);
    while let Some(next) = REFUND_MOVES
        .iter()
        .find(|step| reached.contains(&step.from) && !reached.contains(&step.to))
    {
        reached.insert(next.to);
    }
    reached
}

#[test]
fn every_state_and_every_event_is_allowed_or_refused_by_the_table_alone() {
    let mut checked = 0;
    for state in RefundState::ALL {
        for event in every_event() {
            let allowed = REFUND_MOVES
                .iter()
                .find(|step| step.from == state && step.on == event.kind());
            let moved = refund_in(state).apply(&event, ASKED_AT_MS);
            match allowed {
                Some(step) => assert_eq!(moved.unwrap().state, step.to, "{state:?} {event:?}"),
                None => assert_eq!(
                    moved,
                    Err(RefundRefusal::NotAllowed {
                        state,
                        event: event.kind()
                    })
                ),
            }
            checked += 1;
        }
    }
    assert_eq!(checked, 7 * 10);
}

#[test]
fn every_state_is_reached_from_the_asking_and_every_one_that_is_no_end_has_a_way_to_one() {
    assert_eq!(
        reachable_from(RefundState::Asked),
        RefundState::ALL.into_iter().collect()
    );
    for state in RefundState::ALL {
        assert!(
            reachable_from(state).iter().any(|end| end.is_final()),
            "{state:?}"
        );
        assert!(
            REFUND_MOVES.iter().any(|step| step.from == state),
            "{state:?} has no way out"
        );
    }
}

#[test]
fn no_move_stands_twice_and_every_event_is_used() {
    let distinct: BTreeSet<_> = REFUND_MOVES.iter().map(|step| (step.from, step.on)).collect();
    assert_eq!(distinct.len(), REFUND_MOVES.len());
    for event in every_event() {
        assert!(
            REFUND_MOVES.iter().any(|step| step.on == event.kind()),
            "{event:?}"
        );
    }
}

#[test]
fn refunded_has_one_way_in_and_an_end_moves_by_a_contradiction_only() {
    for step in REFUND_MOVES {
        if step.to == RefundState::Refunded {
            assert_eq!(step.on, RefundEventKind::Proved, "{step:?}");
        }
        if step.from.is_final() {
            let way = (step.on, step.to);
            assert_eq!(way, (RefundEventKind::Contradicted, RefundState::NeedsPerson));
        }
    }
}

#[test]
fn whatever_is_not_known_is_looked_up_by_itself_and_nothing_else_is() {
    for state in RefundState::ALL {
        let waits = matches!(
            state,
            RefundState::Unknown | RefundState::Pending | RefundState::NeedsPerson | RefundState::Absent
        );
        assert_eq!(refund_in(state).look_due_at_ms().is_some(), waits, "{state:?}");
        assert_eq!(
            refund_in(state).is_live(),
            waits || state == RefundState::Asked,
            "{state:?}"
        );
    }
}

#[test]
fn every_conclusion_of_a_look_is_an_allowed_move() {
    for state in RefundState::ALL {
        for evidence in every_evidence() {
            let mut refund = refund_in(state);
            let now_ms = ASKED_AT_MS + 600_000;
            let absent = is_refund_absence(&refund, Some(&evidence));
            refund.chase.looked(ASKED_AT_MS + 60_000, absent, true);
            refund.chase.looked(now_ms, absent, true);
            if let Some(event) = conclude_refund(&refund, now_ms, &evidence) {
                assert!(
                    refund.apply(&event, now_ms).is_ok(),
                    "{state:?} {evidence:?} {event:?}"
                );
            }
        }
    }
}

#[test]
fn only_the_transaction_status_with_the_same_amount_proves_a_refund() {
    for state in [
        RefundState::Unknown,
        RefundState::Pending,
        RefundState::NeedsPerson,
    ] {
        let refund = refund_in(state);
        let proved = conclude_refund(&refund, ASKED_AT_MS, &success(20_000)).unwrap();
        assert_eq!(
            refund.apply(&proved, ASKED_AT_MS).unwrap().state,
            RefundState::Refunded
        );
        let other = conclude_refund(&refund, ASKED_AT_MS, &success(20_001));
        assert!(
            matches!(other, None | Some(RefundEvent::Mismatched { .. })),
            "{state:?} {other:?}"
        );
    }
    let forged = RefundEvent::Proved {
        amount_paise: Paise::new(19_999),
        provider_ref: None,
    };
    assert_eq!(
        refund_in(RefundState::Pending).apply(&forged, ASKED_AT_MS),
        Err(RefundRefusal::OtherAmount)
    );
}

#[test]
fn a_late_contradiction_stands_before_a_person_and_is_not_believed_silently() {
    for (state, evidence) in [
        (RefundState::Refunded, PaymentEvidence::Failed),
        (RefundState::Refunded, success(1)),
        (RefundState::Failed, success(20_000)),
        (RefundState::Failed, PaymentEvidence::Pending),
        (RefundState::Absent, success(20_000)),
        (RefundState::Absent, PaymentEvidence::Pending),
    ] {
        let refund = refund_in(state);
        let event = conclude_refund(&refund, ASKED_AT_MS, &evidence).unwrap();
        let moved = refund.apply(&event, ASKED_AT_MS).unwrap();
        assert!(moved.needs_person(), "{state:?} {evidence:?}");
        assert_eq!(
            (moved.refunded_paise(), moved.refunded_at_ms),
            (Paise::ZERO, None),
            "no longer proved"
        );
    }
    for (state, evidence) in [
        (RefundState::Refunded, success(20_000)),
        (RefundState::Refunded, PaymentEvidence::NotFound),
        (RefundState::Failed, PaymentEvidence::NotFound),
        (RefundState::Failed, PaymentEvidence::Failed),
        (RefundState::Pending, PaymentEvidence::NotFound),
    ] {
        assert_eq!(conclude_refund(&refund_in(state), ASKED_AT_MS, &evidence), None);
    }
}

#[test]
fn an_absence_is_believed_late_and_twice_and_is_watched_for_a_day() {
    let mut refund = refund_in(RefundState::Unknown);
    refund.chase.looked(ASKED_AT_MS + 22_000, true, true);
    let not_found = PaymentEvidence::NotFound;
    assert_eq!(conclude_refund(&refund, ASKED_AT_MS + 22_000, &not_found), None);
    let late_ms = ASKED_AT_MS + 46_000;
    refund.chase.looked(late_ms, true, true);
    assert!(absence_is_believed(&refund.chase, late_ms));
    let event = conclude_refund(&refund, late_ms, &not_found).unwrap();
    let mut absent = refund.apply(&event, late_ms).unwrap();
    assert_eq!(absent.state, RefundState::Absent);
    let mut looks = 0;
    while let Some(due_ms) = absent.look_due_at_ms() {
        absent.chase.looked(due_ms, false, true);
        looks += 1;
    }
    assert!(
        (90..=110).contains(&looks),
        "{looks}: four quick ones, then every quarter of an hour"
    );
    assert!(!absent.is_live());
}

#[test]
fn the_looks_count_from_the_asking_while_nobody_answered_and_afresh_once_it_is_pending() {
    let unknown = asked(1)
        .apply(&RefundEvent::Unanswered, ASKED_AT_MS + 20_000)
        .unwrap();
    assert_eq!(unknown.look_due_at_ms(), Some(ASKED_AT_MS + 22_000));
    let pending = asked(1)
        .apply(&RefundEvent::Accepted { provider_ref: None }, ASKED_AT_MS + 300)
        .unwrap();
    assert_eq!(pending.look_due_at_ms(), Some(ASKED_AT_MS + 22_300));
}

#[test]
fn only_a_sale_that_is_proved_paid_can_be_refunded() {
    for state in SaleState::ALL {
        let sale = Sale {
            state,
            ..paid(45_000)
        };
        let asked = may_refund(&sale, &[], Paise::new(1));
        let expected = if state == SaleState::Paid {
            Ok(())
        } else {
            Err(RefundRefusal::SaleNotPaid)
        };
        assert_eq!(asked, expected, "{state:?}");
        if state != SaleState::Paid {
            assert_eq!(refundable_paise(&sale, []), Paise::ZERO, "{state:?}");
        }
    }
}

#[test]
fn no_second_refund_is_asked_while_one_is_not_at_its_end() {
    for state in RefundState::ALL {
        let first = refund_in(state);
        let second = may_refund(&paid(45_000), &[&first], Paise::new(1));
        let expected = if state.is_final() {
            Ok(())
        } else {
            Err(RefundRefusal::OneUnderWay)
        };
        assert_eq!(second, expected, "{state:?}");
    }
}

#[test]
fn a_refund_of_nothing_or_of_more_than_is_left_or_under_a_used_reference_is_refused() {
    let sale = paid(45_000);
    let first = refund_in(RefundState::Refunded);
    for (amount, refusal) in [
        (0, RefundRefusal::NotPositive),
        (-1, RefundRefusal::NotPositive),
        (25_001, RefundRefusal::OverTheRest),
        (i64::MAX, RefundRefusal::OverTheRest),
    ] {
        assert_eq!(may_refund(&sale, &[&first], Paise::new(amount)), Err(refusal));
    }
    let again = Refund::ask(
        &sale,
        &[&first],
        first.refund_ref.clone(),
        Paise::new(1),
        ASKED_AT_MS,
    );
    assert_eq!(again, Err(RefundRefusal::SameRef));
}

proptest::proptest! {
    /// Whatever is asked and however each ends, what went back or may have gone back is never more than was captured.
    #[test]
    fn the_refunds_that_may_have_moved_never_exceed_what_was_captured(
        asks in proptest::collection::vec((0_i64..30_000, 0_usize..3), 0..12)
    ) {
        let sale = paid(45_000);
        let mut refunds: Vec<Refund> = Vec::new();
        for (number, (amount, ending)) in (0_u128..).zip(asks) {
            let others: Vec<&Refund> = refunds.iter().collect();
            let asked = Refund::ask(&sale, &others, refund_ref(number), Paise::new(amount), ASKED_AT_MS);
            let Ok(mut refund) = asked else { continue };
            refund.state = [RefundState::Refunded, RefundState::Failed, RefundState::Absent][ending];
            refunds.push(refund);
            let moved: i64 = refunds
                .iter()
                .filter(|refund| refund.state.may_have_moved())
                .map(|refund| refund.amount_paise.get())
                .sum();
            proptest::prop_assert!(moved <= 45_000);
            proptest::prop_assert_eq!(refundable_paise(&sale, &refunds), Paise::new(45_000 - moved));
        }
    }
}
