use contract::{ActionId, ButtonKind, Command, ErrorCode, WalletState, WhyCode};
use holdfast_tests::{Counter, RAVI};
use serde_json::json;
use simulator::{Call, Fault};

const NO_KYC: &str = "Please complete your wallet KYC on PhonePe";
const NOT_ACTIVE: &str = "Wallet is not in a state for topup, please visit the PhonePe app for more details";
const LIMITS: &str = "The transaction will breach your wallet’s KYC limits.";
const OLD_APP: &str = "Your App version does not support wallet top-up. Please upgrade your PhonePe app";

async fn greyed(mobile: &str, amount: Option<&str>, words: &str) {
    let counter = Counter::open().await;
    if let Some(amount) = amount {
        counter.amount(amount).await;
    }
    counter.link(mobile).await;
    let view = counter.view();
    let (kind, why) = match amount {
        Some(_) => (ButtonKind::Pay, WhyCode::NotPossible),
        None => (ButtonKind::TopUp, WhyCode::TopUpNotPossible),
    };
    assert_eq!(view.wallet.state, WalletState::Fresh);
    assert_eq!((view.button.kind, view.button.why.code), (kind, why), "{mobile}");
    assert_eq!(
        view.button.action_id, None,
        "a greyed button has nothing to press"
    );
    assert_eq!(view.button.provider_words.as_deref(), Some(words));
    let made_up = Command::Press {
        action_id: ActionId("0".repeat(32)),
    };
    assert_eq!(counter.refused(made_up).await, ErrorCode::NotArmed);
    assert_eq!(counter.simulator.request_count(Call::AuthAuthorize), 0);
    assert_eq!(counter.simulator.request_count(Call::WalletTopup), 0);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_kyc_the_button_is_greyed_with_phonepes_words() {
    greyed("9876540002", Some("600"), NO_KYC).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wallet_that_is_not_active_greys_the_button_with_phonepes_words() {
    greyed("9876540003", Some("600"), NOT_ACTIVE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_breached_limit_greys_the_button_with_phonepes_words() {
    greyed("9876540004", Some("600"), LIMITS).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_app_greys_the_button_with_phonepes_words() {
    greyed("9876540005", Some("600"), OLD_APP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_top_up_alone_is_greyed_with_phonepes_words() {
    for (mobile, words) in [
        ("9876540002", NO_KYC),
        ("9876540003", NOT_ACTIVE),
        ("9876540004", LIMITS),
        ("9876540005", OLD_APP),
    ] {
        greyed(mobile, None, words).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn any_words_of_phonepes_are_shown_verbatim_and_do_nothing() {
    for words in [
        "<b onclick=alert(1)>कृपया KYC पूरा करें</b> {{7*7}} ${x} javascript:alert(1)",
        "“quoted” & 100 % — done; DROP TABLE hold;--",
    ] {
        let counter = Counter::open().await;
        counter.amount("600").await;
        let wallet = json!({"usableBalance": 0, "debitPossible": false, "topupPossible": false});
        let body =
            json!({"success": true, "code": "SUCCESS", "data": {"wallet": wallet, "displayMessage": words}});
        let fault = Fault::Literal {
            status: 200,
            body: body.to_string(),
            done: false,
        };
        counter.simulator.add_fault(Call::WalletBalance, fault, 1);
        counter.link(RAVI).await;
        assert_eq!(counter.view().button.provider_words.as_deref(), Some(words));
        counter.audit().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_flag_means_not_possible() {
    for wallet in [
        json!({"usableBalance": 500_000}),
        json!({"usableBalance": 500_000, "debitPossible": null, "topupPossible": null}),
        json!({"usableBalance": 500_000, "topupPossible": false}),
    ] {
        let counter = Counter::open().await;
        counter.amount("600").await;
        let body = json!({"success": true, "code": "SUCCESS", "data": {"wallet": wallet}});
        let fault = Fault::Literal {
            status: 200,
            body: body.to_string(),
            done: false,
        };
        counter.simulator.add_fault(Call::WalletBalance, fault, 1);
        counter.link(RAVI).await;
        let button = counter.view().button.clone();
        assert_eq!(
            (button.action_id, button.why.code),
            (None, WhyCode::NotPossible),
            "{wallet}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn our_own_reasons_grey_the_button_too() {
    let counter = Counter::open().await;
    assert_eq!(counter.view().button.why.code, WhyCode::NoAmount);
    counter.amount("600").await;
    assert_eq!(counter.view().button.why.code, WhyCode::NoCustomer);
    counter.mobile(RAVI).await;
    assert_eq!(counter.view().button.why.code, WhyCode::OtpPending);
    assert_eq!(counter.view().button.action_id, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_balance_that_cannot_be_read_greys_the_button_and_is_read_again_by_itself() {
    let counter = Counter::open().await;
    counter.amount("600").await;
    counter
        .simulator
        .add_fault(Call::WalletBalance, Fault::ServerError { done: false }, 2);
    counter.link(RAVI).await;
    assert_eq!(counter.view().button.why.code, WhyCode::NoAnswer);
    assert_eq!(counter.view().button.action_id, None);
    counter
        .time_until("the button is armed", 60_000, |view| {
            view.button.action_id.is_some()
        })
        .await;
    counter.armed(ButtonKind::Pay);
    counter.audit().await;
}
