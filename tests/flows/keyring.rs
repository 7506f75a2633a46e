//! A keyring that is locked, missing or broken is said as such; nobody appears "not linked" because of it.

use contract::{ButtonKind, Command, CustomerState, ErrorCode, KeyringState, NoticeCode, WhyCode};
use domain::SaleState;
use holdfast_tests::{Counter, Plan, RAVI};
use secrets::{Entry, SecretError};
use simulator::Call;

fn troubles() -> [(SecretError, NoticeCode, ErrorCode, KeyringState); 4] {
    let broken = SecretError::Broken("it was replaced".to_owned());
    [
        (
            SecretError::Locked,
            NoticeCode::KeyringLocked,
            ErrorCode::KeyringLocked,
            KeyringState::Locked,
        ),
        (
            SecretError::Missing,
            NoticeCode::KeyringMissing,
            ErrorCode::KeyringMissing,
            KeyringState::Missing,
        ),
        (
            broken,
            NoticeCode::KeyringBroken,
            ErrorCode::KeyringBroken,
            KeyringState::Broken,
        ),
        (
            SecretError::TimedOut,
            NoticeCode::KeyringBroken,
            ErrorCode::KeyringBroken,
            KeyringState::Broken,
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_that_starts_without_its_keyring_says_which_trouble_and_recovers_by_itself() {
    for (trouble, notice, refusal, lamp) in troubles() {
        let mut counter = Counter::closed(Plan::default()).await;
        counter.keyring.fail_with(Some(trouble));
        counter.start();
        counter.settle().await;
        counter.amount("600").await;
        let view = counter.view();
        assert_eq!(
            view.notice.as_ref().map(|notice| (notice.code, notice.blocks)),
            Some((notice, false))
        );
        assert_eq!(
            (view.lamps.keyring, view.button.why.code),
            (lamp, WhyCode::KeyringNotReady)
        );
        let number = Command::MobileSubmit {
            text: RAVI.to_owned(),
        };
        assert_eq!(counter.refused(number).await, refusal);
        counter.nothing_was_sent();

        counter.keyring.fail_with(None);
        counter
            .time_until("the keyring is back", 10_000, |view| view.notice.is_none())
            .await;
        assert_eq!(counter.view().cart.total_paise, 60_000, "the bill was kept");
        counter.link(RAVI).await;
        counter.press(ButtonKind::Pay).await;
        counter.is(SaleState::Held);
        counter.audit().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_customer_is_never_asked_for_an_otp_because_the_keyring_is_in_trouble() {
    for (trouble, notice, _, lamp) in troubles() {
        let counter = Counter::open().await;
        counter.link(RAVI).await;
        counter.new_sale().await;
        counter.keyring.fail_with(Some(trouble));
        counter.amount("600").await;
        counter.mobile(RAVI).await;
        let view = counter.view();
        assert_eq!(
            view.customer.error.as_ref().map(|why| why.code),
            Some(WhyCode::KeyringNotReady)
        );
        assert_eq!(
            (view.customer.state, view.lamps.keyring),
            (CustomerState::None, lamp)
        );
        assert_eq!(view.notice.as_ref().map(|notice| notice.code), Some(notice));
        assert_eq!(
            counter.simulator.request_count(Call::OtpSend),
            1,
            "the link is there, only unreadable"
        );

        counter.keyring.fail_with(None);
        counter.mobile(RAVI).await;
        assert_eq!(counter.view().customer.state, CustomerState::Linked);
        assert_eq!(counter.view().notice, None);
        counter.audit().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_could_not_be_kept_still_serves_this_sale_and_says_so() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    counter.mobile(RAVI).await;
    counter.keyring.fail_with(Some(SecretError::Locked));
    counter.otp(&counter.simulator.otp(RAVI).unwrap()).await;
    assert_eq!(counter.view().lamps.keyring, KeyringState::Locked);
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    counter.keyring.fail_with(None);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_salt_key_is_said_as_such() {
    let mut counter = Counter::closed(Plan::default()).await;
    counter.keyring.delete(Entry::SaltKey).await.unwrap();
    counter.start();
    counter.settle().await;
    let view = counter.view();
    assert_eq!(
        view.notice.as_ref().map(|notice| notice.code),
        Some(NoticeCode::SaltKeyMissing)
    );
    assert_eq!(view.settings.salt_key_present, Some(false));
    let number = Command::MobileSubmit {
        text: RAVI.to_owned(),
    };
    assert_eq!(counter.refused(number).await, ErrorCode::ProviderNotReady);
    counter.nothing_was_sent();
}
