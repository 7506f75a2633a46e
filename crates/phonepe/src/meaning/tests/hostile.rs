//! Replies that nobody meant.

use super::*;
use proptest::prelude::*;

fn is_unknown(call: Call, http_status: u16, body: &[u8]) -> bool {
    matches!(
        meaning_of(&ask(call), MERCHANT, http_status, body).meaning,
        Meaning::Unknown(_)
    )
}

#[test]
fn what_is_not_json_is_unknown_for_every_call() {
    let deep = format!(
        "{{\"code\":\"SUCCESS\",\"data\":{}{}}}",
        "{\"a\":".repeat(20_000),
        "}".repeat(20_000)
    );
    for call in Call::ALL {
        let whole = sample(call).to_string();
        for body in [
            "",
            " ",
            "null",
            "SUCCESS",
            "\"SUCCESS\"",
            "[\"SUCCESS\"]",
            "<html><body>502 Bad Gateway</body></html>",
            "\u{feff}{\"code\":\"SUCCESS\"}",
            deep.as_str(),
            &whole[..whole.len() / 2],
            &whole[..whole.len() - 1],
            &format!("{whole}{whole}"),
        ] {
            for http_status in [200, 400, 404, 502] {
                assert!(
                    is_unknown(call, http_status, body.as_bytes()),
                    "{call:?} {http_status} {body:.60}"
                );
            }
        }
    }
}

#[test]
fn a_reply_that_says_a_member_twice_is_unknown() {
    for (call, member, value) in [
        (Call::TransactionStatus, "amount", "5000"),
        (
            Call::TransactionStatus,
            "transactionId",
            "\"S01ARZ3NDEKTSV4RRFFQ69G5FAV\"",
        ),
        (Call::AuthStatus, "authState", "\"AUTHORIZED\""),
        (Call::Capture, "authState", "\"CREATED\""),
        (Call::Balance, "usableBalance", "9900"),
    ] {
        let whole = sample(call).to_string();
        let once = format!("\"{member}\":");
        assert!(whole.contains(&once), "{whole}");
        let twice = whole.replacen(&once, &format!("\"{member}\":{value},\"{member}\":"), 1);
        assert!(is_unknown(call, 200, twice.as_bytes()), "{call:?} {member}");
        let other_spelling = whole.replacen(
            &once,
            &format!(
                "\"\\u{:04x}{}\":{value},\"{member}\":",
                u32::from(member.as_bytes()[0]),
                &member[1..]
            ),
            1,
        );
        assert!(
            is_unknown(call, 200, other_spelling.as_bytes()),
            "{call:?} {member} escaped"
        );
    }
}

#[test]
fn numbers_that_are_no_paise_prove_nothing() {
    for (call, member) in [
        (Call::TransactionStatus, "\"amount\":5000"),
        (Call::Capture, "\"amount\":5000"),
        (Call::Authorize, "\"authorizedAmount\":9900"),
        (Call::AuthStatus, "\"authorizedAmount\":9900"),
        (Call::AuthStatus, "\"capturedAmount\":0"),
        (Call::Balance, "\"usableBalance\":9900"),
        (Call::Balance, "\"maxTopupAllowed\":1000000"),
    ] {
        let whole = sample(call).to_string();
        let (name, right) = member.split_once(':').unwrap();
        for number in [
            "NaN",
            "Infinity",
            "-Infinity",
            "1e309",
            "5e3",
            "5000.0",
            "05000",
            "+5000",
            "-1",
            "9223372036854775808",
            "-9223372036854775809",
            "-0",
        ] {
            let body = whole.replacen(member, &format!("{name}:{number}"), 1);
            assert_ne!(body, whole, "{call:?} {member} {right}");
            assert!(is_unknown(call, 200, body.as_bytes()), "{call:?} {name} {number}");
        }
    }
}

#[test]
fn another_calls_success_is_not_this_calls() {
    for call in [
        Call::Authorize,
        Call::AuthStatus,
        Call::Capture,
        Call::Cancel,
        Call::TransactionStatus,
    ] {
        for other in [
            Call::SendOtp,
            Call::VerifyOtp,
            Call::Unlink,
            Call::Balance,
            Call::TopUp,
        ] {
            assert!(
                is_unknown(call, 200, sample(other).to_string().as_bytes()),
                "{call:?} {other:?}"
            );
        }
    }
    for call in Call::ALL
        .into_iter()
        .filter(|call| *call != Call::TransactionStatus)
    {
        assert!(
            is_unknown(call, 200, sample(Call::TransactionStatus).to_string().as_bytes()),
            "{call:?}"
        );
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic_and_none_at_random_agree(body: Vec<u8>, http_status in 0u16..=u16::MAX) {
        for call in Call::ALL {
            prop_assert!(is_unknown(call, http_status, &body));
        }
    }

    #[test]
    fn no_text_make_it_panic_and_none_at_random_agrees(body in ".*", http_status in 0u16..=u16::MAX) {
        for call in Call::ALL {
            prop_assert!(is_unknown(call, http_status, body.as_bytes()));
        }
    }

    /// A sample with one byte changed is either what it was (a member that nobody reads, the words, the reference for
    /// people) or it is not believed: never another amount, never another sale.
    #[test]
    fn one_changed_byte_never_makes_another_payment(at in any::<prop::sample::Index>(), byte: u8) {
        let mut body = sample(Call::TransactionStatus).to_string().into_bytes();
        let at = at.index(body.len());
        body[at] = byte;
        match meaning_of(&ask(Call::TransactionStatus), MERCHANT, 200, &body).meaning {
            Meaning::Agreed(Answer::PaymentSuccess { amount_paise, .. }) => prop_assert_eq!(amount_paise, Paise::new(5_000)),
            Meaning::Agreed(other) => prop_assert!(false, "{:?}", other),
            Meaning::Refused(_) | Meaning::NotSent(_) | Meaning::Unknown(_) => {}
        }
    }

    #[test]
    fn a_sample_cut_anywhere_is_unknown(at in any::<prop::sample::Index>()) {
        for call in Call::ALL {
            let body = sample(call).to_string();
            let cut = &body.as_bytes()[..at.index(body.len())];
            prop_assert!(is_unknown(call, 200, cut));
        }
    }

    #[test]
    fn only_the_asked_amount_is_a_payment(amount: i64) {
        let reply = sample_with(Call::TransactionStatus, "data.amount", json!(amount));
        prop_assert_eq!(answer(Call::TransactionStatus, &reply).is_some(), amount == 5_000);
    }
}
