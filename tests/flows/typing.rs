//! Whatever is typed or pasted: a coded reason, nothing sent, nothing typed before it lost.

use contract::{Command, ErrorCode};
use domain::SaleState;
use holdfast_tests::{Counter, RAVI};
use simulator::Call;

const AMOUNTS: [(&str, ErrorCode); 14] = [
    ("", ErrorCode::AmountEmpty),
    ("   ", ErrorCode::AmountEmpty),
    ("0", ErrorCode::AmountZero),
    ("0.00", ErrorCode::AmountZero),
    ("-5", ErrorCode::AmountNegative),
    ("\u{2212}5", ErrorCode::AmountNegative),
    ("1.234", ErrorCode::AmountTooFine),
    ("1000000000000", ErrorCode::AmountTooLarge),
    ("10000000", ErrorCode::AmountTooLarge),
    ("abc", ErrorCode::AmountNotANumber),
    ("1e5", ErrorCode::AmountNotANumber),
    ("12 500", ErrorCode::AmountNotANumber),
    ("१२३", ErrorCode::AmountNotANumber),
    ("<script>1</script>", ErrorCode::AmountNotANumber),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_amount_is_refused_with_its_reason_and_the_bill_stays() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    for (typed, code) in AMOUNTS {
        let command = Command::AmountSet {
            text: typed.to_owned(),
        };
        assert_eq!(counter.refused(command).await, code, "{typed:?}");
        assert_eq!(counter.view().cart.total_paise, 60_000, "{typed:?}");
    }
    counter.nothing_was_sent();
}

#[tokio::test(flavor = "multi_thread")]
async fn pasted_amounts_are_understood_as_people_write_them() {
    let counter = Counter::open().await;
    for (typed, paise) in [
        ("₹1,23,456.78", 12_345_678),
        ("Rs. 99", 9_900),
        (" 450.5 ", 45_050),
        (".50", 50),
    ] {
        counter.amount(typed).await;
        assert_eq!(counter.view().cart.total_paise, paise, "{typed:?}");
    }
    counter.nothing_was_sent();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_mobile_number_is_refused_with_its_reason_and_nothing_is_sent() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    for (typed, code) in [
        ("", ErrorCode::MobileEmpty),
        ("98765", ErrorCode::MobileWrongLength),
        ("987654321012", ErrorCode::MobileWrongLength),
        ("5876543210", ErrorCode::MobileWrongStart),
        ("98765abcde", ErrorCode::MobileNotDigits),
        ("+1 9876543210", ErrorCode::MobileWrongLength),
        ("९८७६५४३२१०", ErrorCode::MobileNotDigits),
        ("'; DROP TABLE hold;--", ErrorCode::MobileNotDigits),
    ] {
        let command = Command::MobileSubmit {
            text: typed.to_owned(),
        };
        assert_eq!(counter.refused(command).await, code, "{typed:?}");
    }
    assert_eq!(counter.view().cart.total_paise, 60_000);
    counter.nothing_was_sent();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_otp_text_is_refused_before_it_is_sent() {
    let counter = Counter::open().await;
    let otp = |text: &str| Command::OtpSubmit {
        text: text.to_owned(),
    };
    assert_eq!(counter.refused(otp("12345")).await, ErrorCode::OtpNotAsked);
    counter.mobile(RAVI).await;
    for (typed, code) in [
        ("", ErrorCode::OtpEmpty),
        ("12a45", ErrorCode::OtpNotDigits),
        ("123", ErrorCode::OtpWrongLength),
        ("123456789", ErrorCode::OtpWrongLength),
    ] {
        assert_eq!(counter.refused(otp(typed)).await, code, "{typed:?}");
    }
    assert_eq!(counter.simulator.request_count(Call::OtpVerify), 0);
    let pasted = counter.simulator.otp(RAVI).unwrap();
    counter.otp(&format!(" {} {} ", &pasted[..2], &pasted[2..])).await;
    assert_eq!(counter.view().customer.state, contract::CustomerState::Linked);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_final_amount_is_refused_before_anything_is_sent() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    let over = [
        ("600.01", ErrorCode::AmountOverTheHold),
        ("9999999.99", ErrorCode::AmountOverTheHold),
    ];
    for (typed, code) in AMOUNTS.into_iter().chain(over) {
        let command = Command::CaptureReview {
            amount_text: typed.to_owned(),
        };
        assert_eq!(counter.refused(command).await, code, "{typed:?}");
        assert_eq!(counter.view().review, None);
    }
    assert_eq!(counter.simulator.request_count(Call::AuthCapture), 0);
    counter.is(SaleState::Held);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_lines_are_refused_and_the_bill_stays() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    let line = |name: &str, quantity: &str, price: &str| Command::LineAdd {
        name: name.to_owned(),
        quantity: quantity.to_owned(),
        price: price.to_owned(),
    };
    for (command, code) in [
        (line("  ", "1", "1"), ErrorCode::LineNoName),
        (line(&"x".repeat(81), "1", "1"), ErrorCode::LineLongName),
        (line("Tea", "0", "1"), ErrorCode::LineQuantity),
        (line("Tea", "1.2345", "1"), ErrorCode::LineQuantity),
        (line("Tea", "1", "0"), ErrorCode::AmountZero),
        (line("Tea", "999999", "9999999"), ErrorCode::AmountTooLarge),
        (Command::LineRemove { id: 99 }, ErrorCode::NoSuchLine),
    ] {
        assert_eq!(counter.refused(command).await, code);
        assert_eq!(counter.view().cart.total_paise, 60_000);
    }
    counter.nothing_was_sent();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_makes_no_sense_on_this_screen_is_refused() {
    let counter = Counter::open().await;
    let nowhere = "S01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
    for (command, code) in [
        (
            Command::CaptureReview {
                amount_text: "1".to_owned(),
            },
            ErrorCode::NoSuchSale,
        ),
        (Command::ReleaseReview, ErrorCode::NoSuchSale),
        (Command::SaleOpen { our_ref: nowhere }, ErrorCode::NoSuchSale),
        (Command::Relink, ErrorCode::NotAllowedNow),
        (Command::CustomerUnlink, ErrorCode::NoCustomer),
        (Command::BalanceRefresh, ErrorCode::NoCustomer),
        (Command::TopUpCheck, ErrorCode::NotAllowedNow),
        (Command::SaleLeave, ErrorCode::NoSuchSale),
    ] {
        assert_eq!(counter.refused(command).await, code);
    }
    counter.nothing_was_sent();
}
