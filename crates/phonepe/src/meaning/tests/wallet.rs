//! The calls that move no money.

use super::*;

fn balance_in(text: &str) -> domain::Balance {
    let read = meaning_of(&ask(Call::Balance), MERCHANT, 200, text.as_bytes());
    let Meaning::Agreed(Answer::Balance(balance)) = read.meaning else {
        panic!("{:?}", read.meaning)
    };
    balance
}

#[test]
fn balances_are_read_with_their_flags_and_their_words() {
    let full = balance_in(include_str!("../../../fixtures/replies/balance.json"));
    assert_eq!(
        (full.usable_paise, full.topup_max_paise),
        (Paise::new(9_900), Some(Paise::new(1_000_000)))
    );
    assert_eq!(
        (full.debit_possible, full.topup_possible, full.words),
        (Some(true), Some(true), None)
    );
    let kyc = balance_in(include_str!("../../../fixtures/replies/balance_kyc.json"));
    assert_eq!(
        (kyc.debit_possible, kyc.topup_possible),
        (Some(false), Some(false))
    );
    assert_eq!(
        kyc.words.unwrap().verbatim(),
        "Please complete your wallet KYC on PhonePe"
    );
    let older = balance_in(include_str!("../../../fixtures/replies/balance_older.json"));
    assert_eq!(
        (older.usable_paise, older.topup_max_paise),
        (Paise::new(400), None)
    );
    assert_eq!((older.debit_possible, older.topup_possible), (None, None));
    let suggest = balance_in(include_str!("../../../fixtures/replies/suggest.json"));
    assert_eq!(
        (suggest.usable_paise, suggest.topup_possible),
        (Paise::new(9_000), Some(true))
    );
}

#[test]
fn an_empty_wallet_that_takes_no_top_up_is_a_balance() {
    let mut reply = sample_with(Call::Balance, "data.wallet.usableBalance", json!(0));
    reply["data"]["wallet"]["maxTopupAllowed"] = json!(0);
    let empty = balance_in(&reply.to_string());
    assert_eq!(
        (empty.usable_paise, empty.topup_max_paise),
        (Paise::ZERO, Some(Paise::ZERO))
    );
}

#[test]
fn a_token_is_something_that_could_be_one() {
    for value in [
        json!(""),
        json!("a b"),
        json!("a\nb"),
        json!(5),
        json!("x".repeat(1_025)),
    ] {
        assert!(
            is_unreadable(
                Call::SendOtp,
                &sample_with(Call::SendOtp, "data.otpToken", value.clone())
            ),
            "{value}"
        );
        assert!(is_unreadable(
            Call::VerifyOtp,
            &sample_with(Call::VerifyOtp, "data.userAuthToken", value)
        ));
    }
}

#[test]
fn a_balance_is_never_negative_and_its_flags_are_flags() {
    for (member, value) in [
        ("data.wallet.usableBalance", json!(-1)),
        ("data.wallet.usableBalance", json!("9900")),
        ("data.wallet.usableBalance", json!(99.5)),
        ("data.wallet.maxTopupAllowed", json!(-1)),
        ("data.wallet.debitPossible", json!("true")),
        ("data.wallet.topupPossible", json!(1)),
        ("data.wallet", json!([])),
    ] {
        assert!(
            is_unreadable(Call::Balance, &sample_with(Call::Balance, member, value.clone())),
            "{member} {value}"
        );
    }
}

#[test]
fn a_top_up_link_is_a_link_that_a_phone_could_open() {
    let with = |url: &str| sample_with(Call::TopUp, "data.redirectUrl", json!(url));
    for url in [
        "phonepe://x?y=1",
        "https://phon.pe/abc",
        "intent://pay#Intent;scheme=phonepe;end",
        "upi://pay?pa=a@b",
    ] {
        assert!(
            matches!(answer(Call::TopUp, &with(url)), Some(Answer::TopUp(offer)) if offer.url == url),
            "{url}"
        );
    }
    let long = format!("https://phon.pe/{}", "a".repeat(2_048));
    for url in [
        "",
        "phon.pe/abc",
        "javascript:alert(1)",
        "JavaScript:1",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://phon.pe/\u{7}",
        " https://phon.pe",
        "https://phon.pe/a b",
        "https://phon.pe\n.evil.example",
        &long,
    ] {
        assert!(is_unreadable(Call::TopUp, &with(url)), "{url:?}");
    }
}
