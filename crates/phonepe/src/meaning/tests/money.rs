//! The calls that move money, and the two statuses that say what became of it.

use super::*;

#[test]
fn a_payment_is_believed_only_with_equal_ids_and_amount_all_of_them_there() {
    let call = Call::TransactionStatus;
    for member in ["data.transactionId", "data.merchantId", "data.amount", "data"] {
        assert!(is_unreadable(call, &sample_without(call, member)), "{member}");
        assert!(
            is_unreadable(call, &sample_with(call, member, Value::Null)),
            "{member}"
        );
    }
    for (member, value) in [
        ("data.transactionId", json!(OTHER_SALE)),
        ("data.transactionId", json!(SALE.to_lowercase())),
        ("data.merchantId", json!("MID12346")),
        ("data.amount", json!(4_999)),
        ("data.amount", json!(5_001)),
        ("data.amount", json!(0)),
        ("data.amount", json!(-5_000)),
    ] {
        assert!(
            is_mismatch(call, &sample_with(call, member, value.clone())),
            "{member} {value}"
        );
    }
    for value in [json!("5000"), json!(5_000.0), json!(true), json!([5_000])] {
        assert!(
            is_unreadable(call, &sample_with(call, "data.amount", value.clone())),
            "{value}"
        );
    }
    assert!(is_unreadable(call, &sample_with(call, "success", json!(false))));
    assert!(answer(call, &sample_without(call, "success")).is_some());
    for state in ["FAILED", "PENDING"] {
        assert!(
            answer(call, &sample_with(call, "data.paymentState", json!(state))).is_some(),
            "PhonePe: ignore it"
        );
    }
}

#[test]
fn a_payment_found_while_releasing_may_be_any_amount_up_to_the_hold() {
    let question = |most| Ask::TransactionStatus {
        our_ref: our_ref(),
        expected: Expected::AtMost(Paise::new(most)),
    };
    let body = sample(Call::TransactionStatus).to_string();
    let read = |most| meaning_of(&question(most), MERCHANT, 200, body.as_bytes()).meaning;
    assert!(matches!(
        read(9_900),
        Meaning::Agreed(Answer::PaymentSuccess { .. })
    ));
    assert!(matches!(read(4_999), Meaning::Unknown(UnknownWhy::Mismatch(_))));
}

#[test]
fn ids_and_amounts_are_compared_wherever_a_reply_carries_them() {
    for call in [
        Call::Authorize,
        Call::AuthStatus,
        Call::Capture,
        Call::Cancel,
        Call::TransactionStatus,
        Call::Refund,
    ] {
        assert!(
            is_mismatch(call, &sample_with(call, "data.transactionId", json!(OTHER_SALE))),
            "{call:?}"
        );
        let mut refused = sample_with(call, "data.transactionId", json!(OTHER_SALE));
        refused["code"] = json!("BAD_REQUEST");
        refused["success"] = json!(false);
        assert!(is_mismatch(call, &refused), "{call:?}");
    }
    for call in Call::ALL {
        assert!(
            is_mismatch(call, &sample_with(call, "data.merchantId", json!("ANOTHER"))),
            "{call:?}"
        );
    }
    for (call, member) in [
        (Call::Authorize, "data.amount"),
        (Call::Authorize, "data.authorizedAmount"),
        (Call::AuthStatus, "data.authorizedAmount"),
        (Call::Capture, "data.amount"),
        (Call::Refund, "data.amount"),
    ] {
        for amount in [9_901, 4_999, 0, -1] {
            assert!(
                is_mismatch(call, &sample_with(call, member, json!(amount))),
                "{call:?} {member} {amount}"
            );
        }
        assert!(
            is_unreadable(call, &sample_with(call, member, json!(9_900.0))),
            "{call:?} {member}"
        );
    }
    assert!(is_mismatch(
        Call::AuthStatus,
        &sample_with(Call::AuthStatus, "data.capturedAmount", json!(9_901))
    ));
    assert!(is_unreadable(
        Call::AuthStatus,
        &sample_with(Call::AuthStatus, "data.capturedAmount", json!(-1))
    ));
}

#[test]
fn a_hold_stands_only_on_authorized_and_a_status_passes_any_state_on() {
    for state in [
        "AUTHORIZED",
        "CREATED",
        "COMPLETED",
        "CANCELLED",
        "FAILED",
        "authorized",
        "SOMETHING_NEW",
    ] {
        let with_state = |call| sample_with(call, "data.authState", json!(state));
        assert_eq!(
            answer(Call::Authorize, &with_state(Call::Authorize)).is_some(),
            state == "AUTHORIZED",
            "{state}"
        );
        assert_eq!(
            answer(Call::Cancel, &with_state(Call::Cancel)).is_some(),
            state == "CANCELLED",
            "{state}"
        );
        let is_captured = matches!(state, "CREATED" | "COMPLETED");
        assert_eq!(
            answer(Call::Capture, &with_state(Call::Capture)).is_some(),
            is_captured,
            "{state}"
        );
        assert!(matches!(answer(Call::AuthStatus, &with_state(Call::AuthStatus)),
            Some(Answer::AuthState { state: found, .. }) if found == state));
    }
    for call in [Call::Authorize, Call::AuthStatus, Call::Capture, Call::Cancel] {
        for value in [
            Value::Null,
            json!(""),
            json!(1),
            json!("A B"),
            json!("X".repeat(65)),
        ] {
            assert!(
                is_unreadable(call, &sample_with(call, "data.authState", value.clone())),
                "{call:?} {value}"
            );
        }
    }
}

#[test]
fn a_status_that_says_held_must_say_of_what() {
    let call = Call::AuthStatus;
    assert!(is_unreadable(call, &sample_without(call, "data.transactionId")));
    assert!(is_unreadable(
        call,
        &sample_without(call, "data.authorizedAmount")
    ));
    let mut cancelled = sample_without(call, "data.authorizedAmount");
    cancelled["data"]["authState"] = json!("CANCELLED");
    assert!(answer(call, &cancelled).is_some());
    assert!(matches!(
        answer(call, &sample_without(call, "data.capturedAmount")),
        Some(Answer::AuthState {
            captured_paise: None,
            ..
        })
    ));
}

#[test]
fn a_hold_may_be_captured_to_its_last_paisa() {
    let mut reply = sample_with(Call::AuthStatus, "data.capturedAmount", json!(9_900));
    reply["data"]["authState"] = json!("COMPLETED");
    assert!(matches!(
        answer(Call::AuthStatus, &reply),
        Some(Answer::AuthState { captured_paise: Some(whole), .. }) if whole == Paise::new(9_900)
    ));
}
