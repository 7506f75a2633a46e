//! What each mode is on the wire, call by call.

use crate::faults::mode::Mode;
use domain::Call;
use holdfast_tests::{Counter, Detour, Listener, PLANTED_IN_A_REPLY};
use serde_json::{Value, json};
use simulator::{Fault, Outcome, RefundRule, RefundState, Settlement};
use std::collections::BTreeMap;

const NEVER_MS: u64 = 10_000_000_000;
const FOR_EVER: u32 = u32::MAX;
/// After the till's own deadline of 20 s, and after PhonePe's first look at 22 s.
const LATE_MS: u64 = 25_000;
/// What a second refund hears while one is pending.
const EXCESS: &str =
    r#"{"success":false,"code":"PAYMENT_ERROR","data":{"payResponseCode":"EXCESS_REFUND_AMOUNT"}}"#;
const OVERSIZED_BYTES: usize = 300 * 1024;

/// The name of the same call at PhonePe's side.
pub fn theirs(call: Call) -> simulator::Call {
    match call {
        Call::SendOtp => simulator::Call::OtpSend,
        Call::VerifyOtp => simulator::Call::OtpVerify,
        Call::Unlink => simulator::Call::TokenUnlink,
        Call::Balance => simulator::Call::WalletBalance,
        Call::Suggest => simulator::Call::DebitSuggest,
        Call::TopUp => simulator::Call::WalletTopup,
        Call::Authorize => simulator::Call::AuthAuthorize,
        Call::AuthStatus => simulator::Call::AuthStatus,
        Call::Capture => simulator::Call::AuthCapture,
        Call::Cancel => simulator::Call::AuthCancel,
        Call::TransactionStatus => simulator::Call::TransactionStatus,
        Call::Refund => simulator::Call::Refund,
    }
}

/// Puts the trouble in the way of the next request of that call. The listener that it may need is given back.
pub async fn put(counter: &Counter, call: Call, mode: Mode) -> Option<Listener> {
    let base_url = counter.simulator.base_url();
    let listener = if mode == Mode::ClosedUnread {
        Some(Listener::that_hangs_up().await)
    } else if mode == Mode::Redirect {
        Some(Listener::that_redirects_to(&base_url).await)
    } else {
        None
    };
    let ways_round = [
        (Mode::NoName, Detour::to_no_name()),
        (Mode::Refused, Detour::to_a_closed_port()),
        (Mode::NoTls, Detour::to_no_tls(&base_url)),
        (Mode::TimedOutBeforeEffect, Detour::impatient(&base_url)),
        (Mode::TimedOutAfterEffect, Detour::impatient(&base_url)),
        (Mode::LateEffect, Detour::impatient(&base_url)),
    ];
    let round = ways_round.into_iter().find(|(round, _)| *round == mode);
    let detour = listener
        .as_ref()
        .map(Listener::detour)
        .or(round.map(|(_, detour)| detour));
    if let Some(detour) = detour {
        counter.send_round(call, &detour).await;
    }
    if call == Call::Capture && matches!(mode, Mode::PendingForEver | Mode::YesThenNo) {
        // The call goes well; it is the settlement that does not.
        counter.simulator.set_settlement(settlement(mode));
    } else if call == Call::Refund && matches!(mode, Mode::PendingForEver | Mode::YesThenNo) {
        // The same: it is taken on, and ends badly or never.
        counter.simulator.set_refund_rule(refund_rule(mode));
    } else if let Some((fault, count)) = fault(counter, call, mode) {
        counter.simulator.add_fault(theirs(call), fault, count);
    }
    listener
}

fn settlement(mode: Mode) -> Settlement {
    if mode == Mode::PendingForEver {
        Settlement {
            after_ms: NEVER_MS,
            outcome: Outcome::Success,
        }
    } else {
        Settlement {
            after_ms: 2_000,
            outcome: Outcome::Error,
        }
    }
}

fn refund_rule(mode: Mode) -> RefundRule {
    let state = if mode == Mode::PendingForEver {
        RefundState::Pending
    } else {
        RefundState::Failed
    };
    RefundRule {
        after_ms: 2_000,
        state,
    }
}

fn fault(counter: &Counter, call: Call, mode: Mode) -> Option<(Fault, u32)> {
    let fault = match mode {
        Mode::NoName | Mode::Refused | Mode::NoTls | Mode::ClosedUnread | Mode::Redirect => return None,
        Mode::ClosedAfterEffect => Fault::LostAfterEffect,
        Mode::TimedOutBeforeEffect => Fault::LateEffect { ms: NEVER_MS },
        Mode::TimedOutAfterEffect => Fault::Delay { ms: NEVER_MS },
        Mode::LateEffect => Fault::LateEffect { ms: LATE_MS },
        Mode::HalfABody => Fault::TruncatedBody,
        Mode::BadRequest => refuse("BAD_REQUEST"),
        Mode::Unauthorized => refuse("AUTHORIZATION_FAILED"),
        Mode::NotFound => refuse("TRANSACTION_NOT_FOUND"),
        Mode::Duplicate => Fault::Duplicate,
        Mode::TooMany => refuse("TOO_MANY_REQUESTS"),
        Mode::ServerError => Fault::ServerError { done: true },
        Mode::BadGateway => Fault::BadGateway { done: false },
        Mode::Unavailable => literal(503, "", false),
        Mode::KnownCode if call == Call::Refund => literal(200, EXCESS, false),
        Mode::KnownCode => refuse(known_code(call)),
        Mode::UnknownCode => refuse("A_CODE_OF_TOMORROW"),
        Mode::MissingData if call == Call::TransactionStatus => {
            altered([("/code", json!("PAYMENT_SUCCESS")), ("/data", json!({}))])
        }
        Mode::MissingData => altered([("/data", json!({}))]),
        Mode::WrongAmount => wrong_amount(call),
        Mode::OtherSale => other_sale(call),
        Mode::UnknownState => altered([("/data/authState", json!("SOMETHING_NEW"))]),
        Mode::PendingForEver => return Some((pending(), FOR_EVER)),
        Mode::YesThenNo => says_yes(counter, call)?,
        Mode::NoThenYes => says_no(call),
        Mode::Oversized => altered([("/pad", json!("x".repeat(OVERSIZED_BYTES)))]),
    };
    Some((fault, 1))
}

/// A code of that call's own page that refuses it for good.
fn known_code(call: Call) -> &'static str {
    match call {
        Call::VerifyOtp => "OTP_VERIFY_FAILED",
        Call::Suggest => "USER_BLOCKED",
        Call::TopUp => "WALLET_LIMIT_BREACHED",
        Call::Capture => "BLOCKED_FRAUD",
        Call::TransactionStatus => "TIMED_OUT",
        // With its second word, which decides: see `EXCESS`.
        Call::Refund => "PAYMENT_ERROR",
        Call::SendOtp | Call::Unlink | Call::Balance | Call::Authorize | Call::AuthStatus | Call::Cancel => {
            "USER_BLACKLISTED"
        }
    }
}

/// One paisa more than was asked for; where no amount was asked for, one that cannot be.
fn wrong_amount(call: Call) -> Fault {
    match call {
        Call::Authorize | Call::AuthStatus => altered([("/data/authorizedAmount", json!(60_001))]),
        Call::Capture | Call::TransactionStatus => altered([("/data/amount", json!(45_001))]),
        Call::Refund => altered([("/data/amount", json!(20_001))]),
        Call::Balance | Call::Suggest => altered([("/data/wallet/usableBalance", json!(-1))]),
        Call::SendOtp | Call::VerifyOtp | Call::Unlink | Call::TopUp | Call::Cancel => {
            altered([("/data/amount", json!(-1))])
        }
    }
}

fn other_sale(call: Call) -> Fault {
    if call.moves_money() || matches!(call, Call::AuthStatus | Call::TransactionStatus) {
        altered([("/data/transactionId", json!("S01J00000000000000000000000"))])
    } else {
        altered([("/data/merchantId", json!("ANOTHER"))])
    }
}

fn pending() -> Fault {
    literal(
        200,
        r#"{"success":true,"code":"PAYMENT_PENDING","data":{}}"#,
        false,
    )
}

/// A reply that agrees to what was not done. Reads do nothing: they say more than there is.
fn says_yes(counter: &Counter, call: Call) -> Option<Fault> {
    let agreed = |data: Value| {
        let body = json!({"success": true, "code": "SUCCESS", "data": data}).to_string();
        literal(200, &body, false)
    };
    Some(match call {
        Call::SendOtp => agreed(json!({"otpToken": "a-token-of-nobody"})),
        Call::VerifyOtp => agreed(json!({"userAuthToken": "a-token-of-nobody"})),
        Call::Unlink => agreed(json!({})),
        Call::Balance | Call::Suggest => altered([("/data/wallet/usableBalance", json!(9_999_900))]),
        Call::TopUp => agreed(json!({"redirectUrl": "phonepe://wallet/topup?id=nobodys"})),
        Call::Authorize => agreed(json!({"authState": "AUTHORIZED"})),
        Call::AuthStatus => {
            let our_ref = counter.our_ref();
            agreed(json!({"transactionId": our_ref, "authState": "AUTHORIZED", "authorizedAmount": 60_000}))
        }
        Call::Cancel => agreed(json!({"authState": "CANCELLED"})),
        // Said truly, and taken back by the next look: see the scene.
        Call::TransactionStatus => return None,
        // Accepted truly, and not settled: see `settlement` and `refund_rule`.
        Call::Capture | Call::Refund => return None,
    })
}

/// A reply that refuses what was done.
fn says_no(call: Call) -> Fault {
    let (status, code) = match call {
        Call::VerifyOtp => (400, "OTP_VERIFY_FAILED"),
        Call::TransactionStatus => (200, "PAYMENT_ERROR"),
        Call::SendOtp
        | Call::Unlink
        | Call::Balance
        | Call::Suggest
        | Call::TopUp
        | Call::Authorize
        | Call::AuthStatus
        | Call::Capture
        | Call::Cancel
        | Call::Refund => (400, "BAD_REQUEST"),
    };
    let body = json!({"success": false, "code": code, "message": "no", "data": {}}).to_string();
    literal(status, &body, true)
}

fn refuse(code: &str) -> Fault {
    Fault::Refuse {
        code: code.to_owned(),
    }
}

fn literal(status: u16, body: &str, done: bool) -> Fault {
    Fault::Literal {
        status,
        body: body.to_owned(),
        done,
    }
}

fn altered<const N: usize>(members: [(&str, Value); N]) -> Fault {
    let members = members.map(|(pointer, value)| (pointer.to_owned(), value));
    let mut members = BTreeMap::from(members);
    members.insert("/planted".to_owned(), json!(PLANTED_IN_A_REPLY));
    Fault::Altered { members }
}
