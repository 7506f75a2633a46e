//! "The provider has nothing of it": in which states that may be said, and when it is believed.

use super::*;

/// A look that is late enough and the second to say so.
fn said_late_and_twice(state: SaleState) -> (Sale, i64) {
    let mut asked = sale(state);
    asked.chase.looked(NOW_MS, true, true);
    (asked, NOW_MS + 20_000)
}

#[test]
fn never_heard_of_it_is_believed_late_and_twice() {
    let not_found = Evidence {
        auth: Some(AuthEvidence::NotFound),
        payment: None,
    };
    let mut unknown = sale(SaleState::HoldUnknown);
    unknown.chase.looked(NOW_MS, true, true);
    assert_eq!(conclude(&unknown, NOW_MS, &not_found), None, "said once");
    assert_eq!(
        conclude(&unknown, NOW_MS + 20_000, &not_found),
        Some(Event::FoundAbsent)
    );
}

#[test]
fn a_capture_that_never_arrived_is_believed_late_and_twice() {
    let pending_but_held = Evidence {
        payment: Some(PaymentEvidence::Pending),
        ..auth("AUTHORIZED")
    };
    let mut unknown = sale(SaleState::CaptureUnknown);
    unknown.chase.looked(NOW_MS, true, true);
    assert_eq!(conclude(&unknown, NOW_MS, &pending_but_held), None);
    let later = NOW_MS + 20_000;
    assert_eq!(
        conclude(&unknown, later, &pending_but_held),
        Some(Event::FoundHeld { provider_ref: None })
    );
    unknown.alarm = true;
    assert_eq!(
        conclude(&unknown, later, &pending_but_held),
        None,
        "PhonePe said that it was captured"
    );
}

#[test]
fn what_counts_as_absence_depends_on_what_was_asked() {
    let not_found = Evidence {
        auth: Some(AuthEvidence::NotFound),
        payment: None,
    };
    let held = auth("AUTHORIZED");
    for state in SaleState::ALL {
        let is_hold = state == SaleState::HoldUnknown;
        assert_eq!(not_found.is_absence(state), is_hold, "{state:?}");
        let is_capture = matches!(state, SaleState::CaptureUnknown | SaleState::NeedsPerson);
        assert_eq!(held.is_absence(state), is_capture, "{state:?}");
        for other in [Evidence::default(), auth("COMPLETED"), auth("SOMETHING_NEW")] {
            assert!(!other.is_absence(state), "{state:?} {other:?}");
        }
    }
}

#[test]
fn a_state_that_is_not_known_is_no_absence_however_late_it_is_said() {
    for state in [SaleState::HoldUnknown, SaleState::CaptureUnknown] {
        let (asked, later_ms) = said_late_and_twice(state);
        assert_eq!(
            conclude(&asked, later_ms, &auth("SOMETHING_NEW")),
            None,
            "{state:?}"
        );
    }
}

#[test]
fn a_person_is_told_held_only_when_a_capture_can_no_longer_arrive() {
    let (mut asked, later_ms) = said_late_and_twice(SaleState::NeedsPerson);
    asked.capture_paise = Some(Paise::new(45_000));
    let held = auth("AUTHORIZED");
    assert_eq!(conclude(&asked, NOW_MS, &held), None, "said once");
    assert_eq!(
        conclude(&asked, later_ms, &held),
        Some(Event::FoundHeld { provider_ref: None })
    );
}

#[test]
fn a_person_is_told_nothing_by_a_look_that_proved_nothing() {
    let (asked, later_ms) = said_late_and_twice(SaleState::NeedsPerson);
    for nothing in [
        Evidence::default(),
        auth("SOMETHING_NEW"),
        payment(PaymentEvidence::Pending),
    ] {
        assert_eq!(conclude(&asked, later_ms, &nothing), None, "{nothing:?}");
    }
}
