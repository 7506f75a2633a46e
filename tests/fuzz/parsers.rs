//! What reads bytes from outside, each with what must hold whatever they are. Fuzzed by `targets/`, replayed by the tests.
#![allow(dead_code, reason = "each fuzz target calls one of them")]

use contract::{Command, ProfileName};
use domain::{Answer, Ask, Call, Expected, Mobile, Moment, Otp, OurRef, Paise, ProviderText, Record};
use ledger::{HoldRow, advance};
use phonepe::meaning_of;
use std::sync::Arc;
use till::{BooksTrouble, Chance, Clock, Config, Effect, Input, OpenBooks, Till};

const OUR_REF: &str = "S01HZZZZZZZZZZZZZZZZZZZZZZZ";
const MERCHANT: &str = "MID12345";
const HELD: Paise = Paise::new(60_000);
const CAPTURED: Paise = Paise::new(45_000);

/// The first byte chooses the question, the second the HTTP status; the rest is the reply's body.
pub fn reply(bytes: &[u8]) {
    let [question, status, body @ ..] = bytes else {
        return;
    };
    let statuses = [200, 400, 401, 404, 417, 429, 500, 502];
    let status = statuses[usize::from(*status) % statuses.len()];
    let asks = asks();
    let ask = &asks[usize::from(*question) % asks.len()];
    let read = meaning_of(ask, MERCHANT, status, body);
    if let domain::Meaning::Agreed(answer) = &read.meaning {
        agrees_only_to_what_was_asked(ask.call(), answer, status);
    }
    if let Some(code) = &read.code {
        assert!(code.len() <= 100 && code.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' '));
    }
    if let Some(words) = &read.words {
        inert(words);
    }
}

/// One event's body as the ledger keeps it: read, written and read again, and applied to nothing.
pub fn record(bytes: &[u8]) {
    let Ok(record) = serde_json::from_slice::<Record>(bytes) else {
        return;
    };
    let written = serde_json::to_vec(&record).expect("what was read can be written");
    let again: Record = serde_json::from_slice(&written).expect("what was written can be read");
    assert_eq!(again, record);
    let Some(our_ref) = record.fact.our_ref() else {
        return;
    };
    let Ok(opened) = advance(None, our_ref, &record, 1) else {
        return;
    };
    let twice = advance(Some(&opened), our_ref, &record, 2);
    for row in [Some(&opened), twice.as_ref().ok()].into_iter().flatten() {
        sums_hold(row);
    }
}

/// What a person typed or a scanner sent: an amount, a number, an OTP.
pub fn typed(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(amount) = Paise::parse_rupees(text) {
        assert!(amount.is_positive() && amount <= Paise::SALE_MAX);
        assert_eq!(Paise::parse_rupees(&amount.to_string()), Ok(amount));
        assert_eq!(Paise::parse_rupees(&amount.to_field()), Ok(amount));
    }
    if let Ok(mobile) = Mobile::parse(text) {
        let shown = format!("{mobile:?}");
        assert!(
            shown.chars().filter(char::is_ascii_digit).count() <= 4,
            "the last four, no more"
        );
    }
    let _ = Otp::parse(text);
    inert(&ProviderText::received(text));
}

/// What the page sends, given to an engine without books or provider: whatever it says, nothing leaves.
pub fn command(bytes: &[u8]) {
    let Ok(command) = serde_json::from_slice::<Command>(bytes) else {
        return;
    };
    let closed = OpenBooks::Closed(BooksTrouble::CannotOpen("none".to_owned()));
    let mut till = Till::new(config(), Arc::new(Still), Arc::new(Still), closed);
    till.first_effects();
    let (answer, effects) = till.hear(Input::Command(command));
    assert!(answer.is_some(), "each command is answered");
    assert!(
        !effects.iter().any(|effect| matches!(effect, Effect::Send(..))),
        "nobody is there to send to"
    );
    till.view();
}

/// Only the transaction status says paid, only with the amount that was expected; a final answer needs a good status.
fn agrees_only_to_what_was_asked(call: Call, answer: &Answer, status: u16) {
    match answer {
        Answer::PaymentSuccess { amount_paise, .. } => {
            assert_eq!((call, *amount_paise), (Call::TransactionStatus, CAPTURED));
        }
        Answer::Authorized { .. } => assert_eq!((call, status), (Call::Authorize, 200)),
        Answer::CaptureAccepted { .. } => assert_eq!((call, status), (Call::Capture, 200)),
        Answer::Cancelled => assert_eq!((call, status), (Call::Cancel, 200)),
        Answer::RefundAccepted { .. } => assert_eq!((call, status), (Call::Refund, 200)),
        Answer::Balance(balance) => assert!(balance.usable_paise.get() >= 0),
        Answer::OtpSent { .. }
        | Answer::Linked { .. }
        | Answer::Unlinked
        | Answer::TopUp(_)
        | Answer::AuthState { .. }
        | Answer::PaymentFailed
        | Answer::PaymentPending => {}
    }
}

fn inert(words: &ProviderText) {
    let shown = words.shown();
    assert!(shown.chars().count() <= ProviderText::SHOWN_CHARS_MAX + 1);
    assert!(
        !shown
            .chars()
            .any(|c| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
    );
}

fn sums_hold(row: &HoldRow) {
    let (held, captured, released) = (row.held_paise(), row.captured_paise(), row.released_paise());
    assert!(captured.get() >= 0 && released.get() >= 0);
    if captured.is_positive() && released.is_positive() {
        assert_eq!(captured.get() + released.get(), held.get());
    }
}

fn refund_ref() -> domain::RefundRef {
    "R01ARZ3NDEKTSV4RRFFQ69G5FAX"
        .parse()
        .expect("a reference of ours")
}

fn asks() -> Vec<Ask> {
    let our_ref: OurRef = OUR_REF.parse().expect("a reference of ours");
    let token = || secret("a-token");
    vec![
        Ask::SendOtp {
            mobile: Mobile::parse("9876543210").expect("a number"),
        },
        Ask::VerifyOtp {
            otp_token: secret("an-otp-token"),
            otp: Otp::parse("12345").expect("an OTP"),
        },
        Ask::Unlink { token: token() },
        Ask::Balance {
            token: token(),
            amount_paise: HELD,
            flow: domain::Flow::Transactional,
        },
        Ask::Suggest {
            token: token(),
            amount_paise: HELD,
        },
        Ask::TopUp {
            token: token(),
            amount_paise: HELD,
            flow: domain::Flow::Transactional,
            suggested_paise: vec![HELD],
        },
        Ask::Authorize {
            our_ref: our_ref.clone(),
            token: token(),
            amount_paise: HELD,
            expiry_minutes: 60,
        },
        Ask::AuthStatus {
            our_ref: our_ref.clone(),
            held_paise: HELD,
        },
        Ask::Capture {
            our_ref: our_ref.clone(),
            amount_paise: CAPTURED,
        },
        Ask::Cancel {
            our_ref: our_ref.clone(),
        },
        Ask::TransactionStatus {
            our_ref: our_ref.clone(),
            expected: Expected::Exactly(CAPTURED),
        },
        Ask::Refund {
            our_ref,
            refund_ref: refund_ref(),
            amount_paise: CAPTURED,
            reason: domain::RefundReason::parse("too much").expect("a reason"),
        },
        Ask::RefundStatus {
            refund_ref: refund_ref(),
            amount_paise: CAPTURED,
        },
    ]
}

fn config() -> Config {
    Config {
        profile: ProfileName::Training,
        counter: "1".to_owned(),
        cashier: "Cashier".to_owned(),
        shift: 1,
        version: "0".to_owned(),
        base_url: String::new(),
        merchant_id: MERCHANT.to_owned(),
        salt_index: 1,
        expiry_minutes: 60,
        reads_suggest: false,
        top_up_hosts: Vec::new(),
        preferences: contract::PreferencesView::default(),
    }
}

struct Still;

impl Clock for Still {
    fn now(&self) -> Moment {
        Moment {
            wall_ms: 1_700_000_000_000,
            mono_ms: 1,
            boot: "fuzz".to_owned(),
        }
    }
}

impl Chance for Still {
    fn next_u128(&self) -> u128 {
        7
    }
}

fn secret(text: &str) -> secrecy::SecretString {
    secrecy::SecretString::from(text)
}
