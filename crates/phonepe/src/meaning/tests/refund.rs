//! A refund and the transaction status of its own id.

use super::*;

fn status_of_refund() -> Ask {
    Ask::RefundStatus {
        refund_ref: refund_ref(),
        amount_paise: Paise::new(3_000),
    }
}

fn status_reply(id: &str, amount: i64) -> Value {
    json!({ "success": true, "code": "PAYMENT_SUCCESS", "data": {
        "merchantId": MERCHANT, "transactionId": id, "amount": amount, "providerReferenceId": "P1" } })
}

fn status_means(reply: &Value) -> Meaning {
    meaning_of(&status_of_refund(), MERCHANT, 200, reply.to_string().as_bytes()).meaning
}

#[test]
fn a_refund_that_was_taken_on_is_pending_whatever_its_reply_calls_it() {
    for code in ["PAYMENT_PENDING", "PAYMENT_SUCCESS"] {
        let reply = sample_with(Call::Refund, "code", json!(code));
        let accepted = answer(Call::Refund, &reply);
        assert!(
            matches!(&accepted, Some(Answer::RefundAccepted { provider_ref: Some(found) })
                if found.0 == "P2008151338006639533116"),
            "{code}: {accepted:?}"
        );
    }
    for member in ["data", "data.transactionId", "data.merchantId", "data.amount"] {
        let reply = sample_without(Call::Refund, member);
        assert!(
            matches!(answer(Call::Refund, &reply), Some(Answer::RefundAccepted { .. })),
            "{member}: it proves nothing, so nothing has to be there"
        );
    }
}

#[test]
fn a_second_refund_while_one_is_pending_is_told_from_any_other_failure() {
    let mut second = sample_with(Call::Refund, "code", json!("PAYMENT_ERROR"));
    second["success"] = json!(false);
    assert!(matches!(
        why(Call::Refund, 200, &second),
        Some(UnknownWhy::UnlistedCode)
    ));
    second["data"]["payResponseCode"] = json!("EXCESS_REFUND_AMOUNT");
    assert!(matches!(
        meaning(Call::Refund, 200, &second),
        Meaning::Refused(RefusalKind::ExcessRefund)
    ));
    second["success"] = json!(true);
    assert!(is_unreadable(Call::Refund, &second));
    second["data"]["payResponseCode"] = json!(["EXCESS_REFUND_AMOUNT"]);
    assert!(is_unreadable(Call::Refund, &second));
}

#[test]
fn a_reply_about_the_payment_is_not_one_about_its_refund() {
    for id in [SALE, OTHER_SALE] {
        assert!(is_mismatch(
            Call::Refund,
            &sample_with(Call::Refund, "data.transactionId", json!(id))
        ));
        assert!(matches!(
            status_means(&status_reply(id, 3_000)),
            Meaning::Unknown(UnknownWhy::Mismatch(_))
        ));
    }
}

#[test]
fn a_refund_is_proved_by_its_own_id_its_merchant_and_its_exact_amount() {
    assert!(matches!(
        status_means(&status_reply(REFUND, 3_000)),
        Meaning::Agreed(Answer::PaymentSuccess { amount_paise, .. }) if amount_paise == Paise::new(3_000)
    ));
    for amount in [2_999, 3_001, 5_000, 0, -3_000] {
        assert!(matches!(
            status_means(&status_reply(REFUND, amount)),
            Meaning::Unknown(UnknownWhy::Mismatch(_))
        ));
    }
    let mut foreign = status_reply(REFUND, 3_000);
    foreign["data"]["merchantId"] = json!("ANOTHER");
    assert!(matches!(
        status_means(&foreign),
        Meaning::Unknown(UnknownWhy::Mismatch(_))
    ));
    for member in ["merchantId", "transactionId", "amount"] {
        let mut lacking = status_reply(REFUND, 3_000);
        lacking["data"].as_object_mut().unwrap().remove(member);
        assert!(
            matches!(
                status_means(&lacking),
                Meaning::Unknown(UnknownWhy::Unreadable(_))
            ),
            "{member}"
        );
    }
}
