//! The desktop's real keyring in each of its troubles, behind the whole till: it is said as what it is, nobody is "not
//! linked" because of it, the till answers meanwhile, and nothing is deleted or made anew.

use contract::{ButtonKind, Command, CustomerState, ErrorCode, KeyringState, NoticeCode, WhyCode};
use domain::SaleState;
use holdfast_tests::{Counter, Plan, RAVI};
use secrets::{DEADLINE, Entry, Keyring, SecretState};
use simulator::{Call, Options};
use std::time::{Duration, Instant};
use tools::{LOCK, REPLACE, eventually, kill, secret, service_pid, shell};

#[path = "../crates/secrets/tests/secret_service/session.rs"]
mod session;
#[allow(dead_code, reason = "the keyring's own tests use the rest of these hands")]
#[path = "../crates/secrets/tests/secret_service/tools.rs"]
mod tools;

/// What a busy machine may add to a deadline.
const SLACK: Duration = Duration::from_secs(3);

#[test]
fn without_a_session_bus_the_till_says_that_the_keyring_is_missing() {
    session::scene(
        "keyring::without_a_session_bus_the_till_says_that_the_keyring_is_missing",
        &["sh", "-c", "exec \"$@\"", "sh"],
        || in_the_till(is_missing()),
    );
}

#[test]
fn on_a_fresh_account_without_a_keyring_the_till_says_that_it_is_missing() {
    session::scene(
        "keyring::on_a_fresh_account_without_a_keyring_the_till_says_that_it_is_missing",
        &["dbus-run-session", "--"],
        || in_the_till(is_missing()),
    );
}

#[test]
fn a_keyring_that_is_locked_meanwhile_is_said_to_be_locked_until_it_is_unlocked() {
    session::unlocked_scene(
        "keyring::a_keyring_that_is_locked_meanwhile_is_said_to_be_locked_until_it_is_unlocked",
        || {
            in_the_till(goes_through(
                || drop(shell(LOCK)),
                NoticeCode::KeyringLocked,
                || {
                    shell(REPLACE);
                    eventually(|| uat().state_blocking() == SecretState::Ready);
                },
            ));
        },
    );
}

#[test]
fn a_keyring_that_does_not_answer_is_given_up_and_used_again_once_it_does() {
    session::unlocked_scene(
        "keyring::a_keyring_that_does_not_answer_is_given_up_and_used_again_once_it_does",
        || {
            in_the_till(goes_through(
                || kill("STOP", &service_pid()),
                NoticeCode::KeyringBroken,
                || {
                    kill("CONT", &service_pid());
                    eventually(|| uat().state_blocking() == SecretState::Ready);
                },
            ));
        },
    );
}

#[test]
fn a_keyring_that_is_killed_in_a_call_is_not_taken_for_an_empty_one() {
    session::unlocked_scene(
        "keyring::a_keyring_that_is_killed_in_a_call_is_not_taken_for_an_empty_one",
        || in_the_till(is_killed_in_a_call()),
    );
}

#[test]
fn a_keyring_that_was_replaced_by_an_empty_one_is_broken_and_stays_empty() {
    session::unlocked_scene(
        "keyring::a_keyring_that_was_replaced_by_an_empty_one_is_broken_and_stays_empty",
        || in_the_till(is_replaced()),
    );
}

#[test]
fn a_token_that_is_not_the_one_that_was_kept_asks_for_a_new_link_and_sends_no_otp_by_itself() {
    session::unlocked_scene(
        "keyring::a_token_that_is_not_the_one_that_was_kept_asks_for_a_new_link_and_sends_no_otp_by_itself",
        || in_the_till(has_a_wrong_value()),
    );
}

fn in_the_till(scene: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(scene);
}

fn uat() -> Keyring {
    tools::open("a", "uat")
}

async fn is_missing() {
    let plan = Plan {
        keyring: Some(uat()),
        ..Plan::default()
    };
    let counter = Counter::with(plan).await;
    says(&counter, NoticeCode::KeyringMissing).await;
    counter.nothing_was_sent();
}

/// A counter on the real keyring, with a hold in its ledger and a customer who is linked.
async fn in_good_order() -> Counter {
    let keyring = uat();
    keyring.ensure_canary().await.unwrap();
    let salt_key = secret(&Options::training().salt_key);
    keyring.set(Entry::SaltKey, salt_key).await.unwrap();
    let plan = Plan {
        keyring: Some(keyring),
        ..Plan::default()
    };
    let counter = Counter::with(plan).await;
    counter.hold("600", RAVI).await;
    counter.new_sale().await;
    counter
}

async fn goes_through(begins: fn(), notice: NoticeCode, ends: fn()) {
    let mut counter = in_good_order().await;
    begins();
    is_not_called_not_linked(&counter).await;
    says(&counter, notice).await;
    starts_again(&mut counter).await;
    says(&counter, notice).await;
    ends();
    is_in_good_order_again(&counter).await;
}

async fn is_killed_in_a_call() {
    let mut counter = in_good_order().await;
    let pid = service_pid();
    kill("STOP", &pid);
    let number = Command::MobileSubmit {
        text: RAVI.to_owned(),
    };
    counter.send(number).await.unwrap();
    kill("KILL", &pid);
    counter.settle().await;
    is_unreadable(&counter);
    // The bus starts another one for the next who asks; without a screen that one stays locked.
    starts_again(&mut counter).await;
    says(&counter, NoticeCode::KeyringLocked).await;
    shell(REPLACE);
    eventually(|| uat().state_blocking() == SecretState::Ready);
    is_in_good_order_again(&counter).await;
}

async fn is_replaced() {
    let mut counter = in_good_order().await;
    shell("secret-tool clear service holdfast");
    is_not_called_not_linked(&counter).await;
    starts_again(&mut counter).await;
    says(&counter, NoticeCode::KeyringBroken).await;
    let made = shell("secret-tool search --all service holdfast 2>/dev/null");
    assert_eq!(
        made, "",
        "no key of the till's own is made anew behind anybody's back"
    );
}

async fn has_a_wrong_value() {
    let counter = in_good_order().await;
    let hmac_hex = counter.rows()[0].customer.hmac_hex.clone();
    let token = Entry::UserToken(hmac_hex);
    uat().set(token, secret("a-token-of-nobody")).await.unwrap();
    counter.amount("100").await;
    counter.mobile(RAVI).await;
    let view = counter.view();
    assert_eq!(view.customer.state, CustomerState::RelinkNeeded);
    assert_eq!(view.cart.total_paise, 10_000, "the bill was kept");
    assert_eq!(counter.simulator.request_count(Call::OtpSend), 1, "not again");
    counter.does(Command::Relink).await;
    counter.otp(&counter.simulator.otp(RAVI).unwrap()).await;
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    counter.audit().await;
}

/// A linked customer comes while the keyring is in trouble.
async fn is_not_called_not_linked(counter: &Counter) {
    let began = Instant::now();
    let number = Command::MobileSubmit {
        text: RAVI.to_owned(),
    };
    counter.send(number).await.unwrap();
    let amount = Command::AmountSet {
        text: "100".to_owned(),
    };
    counter.send(amount).await.unwrap();
    assert!(
        began.elapsed() < Duration::from_secs(1),
        "the till answers while the keyring does not: {:?}",
        began.elapsed()
    );
    counter.settle().await;
    assert!(began.elapsed() < DEADLINE + SLACK, "{:?}", began.elapsed());
    is_unreadable(counter);
    assert_eq!(counter.view().cart.total_paise, 10_000, "the bill was kept");
}

fn is_unreadable(counter: &Counter) {
    let view = counter.view();
    let error = view.customer.error.as_ref().map(|why| why.code);
    assert_eq!(
        (view.customer.state, error),
        (CustomerState::None, Some(WhyCode::KeyringNotReady))
    );
    assert_eq!(
        counter.simulator.request_count(Call::OtpSend),
        1,
        "the link is there, only unreadable"
    );
    assert_eq!(view.strip[0].state, SaleState::Held, "and so is the hold");
}

async fn starts_again(counter: &mut Counter) {
    counter.cut_power();
    counter.change_keyring(uat());
    counter.start();
    let began = Instant::now();
    counter.settle().await;
    assert!(began.elapsed() < DEADLINE + SLACK, "{:?}", began.elapsed());
    let number = Command::MobileSubmit {
        text: RAVI.to_owned(),
    };
    let refused = counter.refused(number).await;
    assert!(
        matches!(
            refused,
            ErrorCode::KeyringLocked | ErrorCode::KeyringMissing | ErrorCode::KeyringBroken
        ),
        "{refused:?}"
    );
}

async fn says(counter: &Counter, expected: NoticeCode) {
    counter.settle().await;
    let view = counter.view();
    let notice = view.notice.as_ref().map(|notice| (notice.code, notice.blocks));
    assert_eq!(notice, Some((expected, false)));
    let lamp = match view.lamps.keyring {
        KeyringState::Locked => Some(NoticeCode::KeyringLocked),
        KeyringState::Missing => Some(NoticeCode::KeyringMissing),
        KeyringState::Broken => Some(NoticeCode::KeyringBroken),
        KeyringState::Unasked | KeyringState::Ready | KeyringState::InMemory => None,
    };
    assert_eq!(lamp, Some(expected), "the lamp says the same");
}

/// The trouble is over: the till goes on by itself, and the customer is known without an OTP.
async fn is_in_good_order_again(counter: &Counter) {
    let no_notice = |view: &contract::TillView| view.notice.is_none();
    counter.time_until("the keyring is back", 60_000, no_notice).await;
    counter.amount("100").await;
    counter.mobile(RAVI).await;
    assert_eq!(counter.view().customer.state, CustomerState::Linked);
    assert_eq!(counter.simulator.request_count(Call::OtpSend), 1);
    counter.press(ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    counter.audit().await;
}
