use super::*;
use crate::{OurRef, SaleMode};

mod absence;

const NOW_MS: i64 = 1_700_000_100_000;

fn sale(state: SaleState) -> Sale {
    let our_ref = OurRef::for_sale(ulid::Ulid::from_parts(1, 1));
    let mut sale = Sale::draft(our_ref, SaleMode::Hold, Paise::new(60_000), 60);
    sale.state = state;
    sale.deadline_at_ms = Some(NOW_MS + 1_000);
    sale.chase.since_ms = NOW_MS - 60_000;
    sale
}

fn auth(state: &str) -> Evidence {
    Evidence {
        auth: Some(AuthEvidence::State {
            state: state.to_owned(),
            provider_ref: None,
        }),
        payment: None,
    }
}

fn payment(payment: PaymentEvidence) -> Evidence {
    Evidence {
        payment: Some(payment),
        auth: None,
    }
}

fn success(paise: i64) -> PaymentEvidence {
    PaymentEvidence::Success {
        amount_paise: Paise::new(paise),
        provider_ref: None,
    }
}

fn check(state: SaleState, evidence: &Evidence, expected: Option<Event>) {
    assert_eq!(
        conclude(&sale(state), NOW_MS, evidence),
        expected,
        "{state:?} {evidence:?}"
    );
}

#[test]
fn an_unanswered_hold_is_found_held_cancelled_or_failed() {
    let state = SaleState::HoldUnknown;
    check(
        state,
        &auth("AUTHORIZED"),
        Some(Event::FoundHeld { provider_ref: None }),
    );
    check(state, &auth("CANCELLED"), Some(Event::FoundCancelled));
    check(state, &auth("SOMETHING_NEW"), None);
    let failed = Evidence {
        payment: Some(PaymentEvidence::Failed),
        ..auth("SOMETHING_NEW")
    };
    check(state, &failed, Some(Event::FoundFailed));
    check(state, &Evidence::default(), None);
}

#[test]
fn a_hold_that_was_captured_without_us_needs_a_person() {
    for state in ["COMPLETED", "CREATED"] {
        for asked in [SaleState::HoldUnknown, SaleState::Held] {
            assert!(matches!(
                conclude(&sale(asked), NOW_MS, &auth(state)),
                Some(Event::Mismatched { .. })
            ));
        }
    }
}

#[test]
fn only_the_transaction_status_proves_a_payment() {
    let state = SaleState::CaptureUnknown;
    let proved = Event::PaymentProved {
        amount_paise: Paise::new(45_000),
        provider_ref: None,
    };
    check(state, &payment(success(45_000)), Some(proved));
    check(
        state,
        &payment(PaymentEvidence::Failed),
        Some(Event::PaymentDenied),
    );
    check(
        state,
        &auth("COMPLETED"),
        Some(Event::FoundCaptured { provider_ref: None }),
    );
    check(state, &payment(PaymentEvidence::Pending), None);
    check(SaleState::CaptureAccepted, &auth("COMPLETED"), None);
}

#[test]
fn a_hold_is_expired_only_when_the_provider_agrees() {
    let mut held = sale(SaleState::Held);
    assert_eq!(
        conclude(&held, NOW_MS, &auth("CANCELLED")),
        Some(Event::FoundCancelled),
        "before its time"
    );
    held.deadline_at_ms = Some(NOW_MS);
    assert_eq!(
        conclude(&held, NOW_MS, &auth("CANCELLED")),
        Some(Event::FoundExpired)
    );
    assert_eq!(
        conclude(&held, NOW_MS, &auth("AUTHORIZED")),
        None,
        "our clock alone ends nothing"
    );
    assert_eq!(conclude(&held, NOW_MS, &Evidence::default()), None);
}

#[test]
fn a_release_found_captured_is_looked_up_as_a_payment() {
    let state = SaleState::CancelUnknown;
    check(state, &auth("CANCELLED"), Some(Event::FoundCancelled));
    check(
        state,
        &auth("COMPLETED"),
        Some(Event::FoundCaptured { provider_ref: None }),
    );
    check(state, &auth("AUTHORIZED"), None);
}

#[test]
fn a_mismatch_stops_everything_but_a_person() {
    let wrong = payment(PaymentEvidence::Mismatch("amount".to_owned()));
    let mismatched = Some(Event::Mismatched {
        what: "amount".to_owned(),
    });
    check(SaleState::CaptureUnknown, &wrong, mismatched.clone());
    check(SaleState::CaptureAccepted, &wrong, mismatched);
    check(
        SaleState::Paid,
        &wrong,
        Some(Event::Contradicted {
            what: "amount".to_owned(),
        }),
    );
    check(SaleState::NeedsPerson, &wrong, None);
}

#[test]
fn a_person_is_helped_by_any_later_proof() {
    let state = SaleState::NeedsPerson;
    check(
        state,
        &auth("AUTHORIZED"),
        Some(Event::FoundHeld { provider_ref: None }),
    );
    check(state, &auth("CANCELLED"), Some(Event::FoundCancelled));
    check(
        state,
        &payment(PaymentEvidence::Failed),
        Some(Event::PaymentDenied),
    );
    let proved = Event::PaymentProved {
        amount_paise: Paise::new(45_000),
        provider_ref: None,
    };
    check(state, &payment(success(45_000)), Some(proved));
}

#[test]
fn a_failed_payment_of_a_hold_that_is_gone_is_a_hold_that_is_gone() {
    let with_failure = |state| Evidence {
        payment: Some(PaymentEvidence::Failed),
        ..auth(state)
    };
    for state in [SaleState::CaptureUnknown, SaleState::NeedsPerson] {
        check(state, &with_failure("CANCELLED"), Some(Event::FoundCancelled));
        check(state, &with_failure("COMPLETED"), Some(Event::PaymentDenied));
        check(state, &with_failure("SOMETHING_NEW"), Some(Event::PaymentDenied));
    }
    let held = with_failure("AUTHORIZED");
    check(SaleState::CaptureUnknown, &held, None);
    check(
        SaleState::NeedsPerson,
        &held,
        Some(Event::FoundHeld { provider_ref: None }),
    );
}

#[test]
fn phonepes_reference_is_taken_from_the_look_that_found_it() {
    let found = Some(ProviderRef("P2008151338006639533115".to_owned()));
    let of = |state: &str| Evidence {
        auth: Some(AuthEvidence::State {
            state: state.to_owned(),
            provider_ref: found.clone(),
        }),
        payment: None,
    };
    let held = Event::FoundHeld {
        provider_ref: found.clone(),
    };
    check(SaleState::HoldUnknown, &of("AUTHORIZED"), Some(held.clone()));
    check(SaleState::NeedsPerson, &of("AUTHORIZED"), Some(held));
    let captured = Event::FoundCaptured {
        provider_ref: found.clone(),
    };
    check(SaleState::CaptureUnknown, &of("COMPLETED"), Some(captured));
}

#[test]
fn an_ended_sale_is_contradicted_never_overwritten() {
    for (state, evidence) in [
        (SaleState::Paid, payment(PaymentEvidence::Failed)),
        (SaleState::NotPaid, payment(success(45_000))),
        (SaleState::Released, payment(success(45_000))),
        (SaleState::Released, auth("AUTHORIZED")),
        (SaleState::Expired, auth("AUTHORIZED")),
        (SaleState::HoldAbsent, auth("AUTHORIZED")),
        (SaleState::HoldAbsent, auth("COMPLETED")),
        (SaleState::Released, auth("COMPLETED")),
        (SaleState::HoldRefused, payment(success(1))),
    ] {
        let event = conclude(&sale(state), NOW_MS, &evidence);
        assert!(
            matches!(event, Some(Event::Contradicted { .. })),
            "{state:?} {evidence:?} {event:?}"
        );
    }
    check(SaleState::Paid, &payment(success(45_000)), None);
    check(SaleState::Released, &auth("CANCELLED"), None);
    check(SaleState::NotPaid, &auth("COMPLETED"), None);
    check(SaleState::Paid, &auth("COMPLETED"), None);
}

#[test]
fn every_event_that_evidence_can_make_is_allowed_where_it_is_made() {
    let payments = [
        None,
        Some(success(45_000)),
        Some(PaymentEvidence::Failed),
        Some(PaymentEvidence::Pending),
        Some(PaymentEvidence::NotFound),
        Some(PaymentEvidence::Mismatch("id".to_owned())),
    ];
    let auths = ["AUTHORIZED", "CREATED", "COMPLETED", "CANCELLED", "NEW"].map(|state| auth(state).auth);
    let auths = auths.into_iter().chain([
        None,
        Some(AuthEvidence::NotFound),
        Some(AuthEvidence::Mismatch("id".to_owned())),
    ]);
    for auth in auths {
        for payment in payments.clone() {
            let evidence = Evidence {
                payment,
                auth: auth.clone(),
            };
            for state in SaleState::ALL {
                for (now_ms, first_absent) in [(NOW_MS, None), (NOW_MS + 3_600_000, Some(NOW_MS))] {
                    let mut sale = sale(state);
                    sale.chase.absent_first_at_ms = first_absent;
                    if let Some(event) = conclude(&sale, now_ms, &evidence) {
                        crate::apply(&sale, &event, now_ms)
                            .unwrap_or_else(|refusal| panic!("{refusal}: {evidence:?}"));
                    }
                }
            }
        }
    }
}
