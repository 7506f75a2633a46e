//! Every call against every code that PhonePe's pages (and the other sources of the reference) print.

use super::*;

const CODES: [&str; 37] = [
    "SUCCESS",
    "PAYMENT_SUCCESS",
    "PAYMENT_ERROR",
    "PAYMENT_DECLINED",
    "PAYMENT_CANCELLED",
    "PAYMENT_PENDING",
    "PAYMENT_INITIATED",
    "TIMED_OUT",
    "INTERNAL_SERVER_ERROR",
    "BAD_REQUEST",
    "AUTHORIZATION_FAILED",
    "UNAUTHORIZED",
    "TRANSACTION_NOT_FOUND",
    "INVALID_TRANSACTION_ID",
    "REQUEST_EXPIRED",
    "AUTHORIZATION_ALREADY_CANCELLED",
    "AUTHORIZATION_ALREADY_CAPTURED",
    "BLOCKED_FRAUD",
    "USER_BLACKLISTED",
    "USER_BLOCKED",
    "USER_DOESNOT_EXIST",
    "MERCHANT_USER_NOT_FOUND",
    "INVALID_USER_AUTH_TOKEN",
    "WALLET_RELINK_REQUIRED",
    "WALLET_NOT_ACTIVATED",
    "WALLET_LIMIT_BREACHED",
    "APP_VERSION_NOT_SUPPORTED",
    "INVALID_DEVICE_ID",
    "OTP_VERIFY_FAILED",
    "OTP_EXPIRED",
    "INVALID_OTP_TOKEN",
    "OTP_ALREADY_VERIFIED",
    "OTP_LIMIT_EXCEEDED",
    "TOO_MANY_REQUESTS",
    "PAYMENT_ALREADY_COMPLETED",
    "INVALID_TRANSACTION_STATE",
    "SOMETHING_NEW",
];

/// What each call concludes from a code in a bare `{"success":false,"code":…}` under HTTP 400. The codes of refusal
/// stand here once more, written from the pages and not from the code.
fn expected(call: Call, code: &str) -> String {
    let text = match (call, code) {
        (_, "INTERNAL_SERVER_ERROR") => "unknown ProviderError",
        (Call::TransactionStatus | Call::Refund, "SUCCESS") => "unknown UnlistedCode",
        (_, "SUCCESS")
        | (Call::TransactionStatus, "PAYMENT_SUCCESS")
        | (Call::Refund, "PAYMENT_SUCCESS" | "PAYMENT_PENDING") => "unknown Unreadable",
        (Call::TransactionStatus, "PAYMENT_ERROR" | "PAYMENT_DECLINED" | "PAYMENT_CANCELLED") => {
            "payment failed"
        }
        (Call::TransactionStatus, "PAYMENT_PENDING" | "TIMED_OUT") => "payment pending",
        (_, "BAD_REQUEST") => "refused BadRequest",
        (_, "AUTHORIZATION_FAILED") => "refused WrongSignature",
        (Call::TransactionStatus, "TRANSACTION_NOT_FOUND") => "refused NotFound",
        (Call::TransactionStatus | Call::Refund, _) => "unknown UnlistedCode",
        (_, "USER_BLACKLISTED") => "refused UserBlacklisted",
        (Call::Authorize | Call::Capture, "BLOCKED_FRAUD") => "refused Fraud",
        (Call::Authorize, "INVALID_USER_AUTH_TOKEN" | "WALLET_RELINK_REQUIRED") => "refused RelinkNeeded",
        (Call::Authorize | Call::AuthStatus | Call::Cancel, "USER_DOESNOT_EXIST") => "refused UserUnknown",
        (Call::AuthStatus | Call::Capture | Call::Cancel, "TRANSACTION_NOT_FOUND") => "refused NotFound",
        (Call::Capture | Call::Cancel, "AUTHORIZATION_ALREADY_CANCELLED") => "refused AlreadyCancelled",
        (Call::Cancel, "AUTHORIZATION_ALREADY_CAPTURED") => "refused AlreadyCaptured",
        (Call::Capture, "INVALID_TRANSACTION_ID") => "refused AlreadyAsked",
        (Call::Authorize | Call::AuthStatus | Call::Capture | Call::Cancel, _) => "unknown UnlistedCode",
        (_, "USER_BLOCKED") => "refused UserBlocked",
        (_, "INVALID_USER_AUTH_TOKEN") => "refused RelinkNeeded",
        (_, "INVALID_DEVICE_ID") => "refused WrongDevice",
        (_, "TOO_MANY_REQUESTS") => "refused TooManyRequests",
        (Call::Balance | Call::Suggest | Call::TopUp, "WALLET_RELINK_REQUIRED") => "refused RelinkNeeded",
        (Call::Balance | Call::Suggest | Call::TopUp, "USER_DOESNOT_EXIST" | "MERCHANT_USER_NOT_FOUND") => {
            "refused UserUnknown"
        }
        (Call::SendOtp | Call::VerifyOtp | Call::Unlink, "OTP_VERIFY_FAILED") => "refused WrongOtp",
        (Call::SendOtp | Call::VerifyOtp | Call::Unlink, "OTP_EXPIRED") => "refused OtpExpired",
        (Call::SendOtp | Call::VerifyOtp | Call::Unlink, "INVALID_OTP_TOKEN") => "refused OtpTokenInvalid",
        (Call::SendOtp | Call::VerifyOtp | Call::Unlink, "OTP_ALREADY_VERIFIED") => "refused OtpAlreadyUsed",
        (Call::SendOtp | Call::VerifyOtp | Call::Unlink, "OTP_LIMIT_EXCEEDED") => "refused OtpLimit",
        (Call::SendOtp | Call::VerifyOtp | Call::Unlink, "USER_DOESNOT_EXIST") => "refused UserUnknown",
        _ => "refused Other",
    };
    text.to_owned()
}

fn found(call: Call, http_status: u16, reply: &Value) -> String {
    match meaning(call, http_status, reply) {
        Meaning::Agreed(Answer::PaymentFailed) => "payment failed".to_owned(),
        Meaning::Agreed(Answer::PaymentPending) => "payment pending".to_owned(),
        Meaning::Agreed(answer) => format!("agreed {answer:?}"),
        Meaning::Refused(kind) => format!("refused {kind:?}"),
        Meaning::NotSent(why) => format!("not sent {why}"),
        Meaning::Unknown(UnknownWhy::Unreadable(_)) => "unknown Unreadable".to_owned(),
        Meaning::Unknown(why) => format!("unknown {why:?}"),
    }
}

#[test]
fn every_code_means_what_the_calls_own_page_says() {
    for call in Call::ALL {
        for code in CODES {
            let reply = json!({ "success": false, "code": code, "message": "No" });
            for http_status in [200, 400, 401, 403, 404, 409, 417, 422, 429] {
                let found = found(call, http_status, &reply);
                assert_eq!(found, expected(call, code), "{call:?} {code} HTTP {http_status}");
            }
        }
    }
}

#[test]
fn a_server_error_is_never_an_answer_whatever_its_body_says() {
    for call in Call::ALL {
        for code in CODES {
            for success in [true, false] {
                let reply = json!({ "success": success, "code": code });
                for http_status in [500, 502, 503, 504, 599] {
                    let read = meaning_of(&ask(call), MERCHANT, http_status, reply.to_string().as_bytes());
                    assert!(
                        matches!(read.meaning, Meaning::Unknown(UnknownWhy::ProviderError)),
                        "{call:?} {code}"
                    );
                    assert_eq!(read.code.as_deref(), Some(code));
                }
            }
        }
        assert!(matches!(
            why(call, 502, &sample(call)),
            Some(UnknownWhy::ProviderError)
        ));
    }
}

#[test]
fn success_under_an_http_error_or_beside_success_false_is_unknown() {
    for call in Call::ALL {
        for http_status in [400, 401, 403, 404, 409, 417, 429, 199, 100] {
            assert!(
                matches!(
                    why(call, http_status, &sample(call)),
                    Some(UnknownWhy::Unreadable(_))
                ),
                "{call:?}"
            );
        }
        assert!(
            is_unreadable(call, &sample_with(call, "success", json!(false))),
            "{call:?}"
        );
        for http_status in [200, 201, 202, 204] {
            assert!(
                matches!(meaning(call, http_status, &sample(call)), Meaning::Agreed(_)),
                "{call:?}"
            );
        }
    }
}

#[test]
fn a_redirect_is_never_followed_and_never_an_answer() {
    for call in Call::ALL {
        for http_status in [300, 301, 302, 303, 304, 307, 308] {
            assert!(
                matches!(
                    why(call, http_status, &sample(call)),
                    Some(UnknownWhy::Unreadable(_))
                ),
                "{call:?}"
            );
        }
    }
}

#[test]
fn a_new_code_without_success_false_is_unknown_for_every_call() {
    for call in Call::ALL {
        for reply in [
            json!({ "code": "SOMETHING_NEW" }),
            json!({ "success": true, "code": "SOMETHING_NEW" }),
        ] {
            assert!(
                matches!(why(call, 200, &reply), Some(UnknownWhy::UnlistedCode)),
                "{call:?}"
            );
        }
    }
}

#[test]
fn a_refusing_code_beside_success_true_is_unknown_where_money_moves() {
    for call in Call::ALL {
        let reply = json!({ "success": true, "code": "BAD_REQUEST" });
        let refused = matches!(
            meaning(call, 200, &reply),
            Meaning::Refused(RefusalKind::BadRequest)
        );
        assert_eq!(refused, !call.moves_money(), "{call:?}");
    }
}

#[test]
fn a_refusal_needs_no_success_member() {
    for call in Call::ALL {
        let reply = json!({ "code": "AUTHORIZATION_FAILED", "data": null });
        assert!(
            matches!(
                meaning(call, 401, &reply),
                Meaning::Refused(RefusalKind::WrongSignature)
            ),
            "{call:?}"
        );
    }
}
