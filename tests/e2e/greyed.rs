//! What cannot be paid: grey, with PhonePe's words as they came, and dead to every press.

use super::phonepe::{balance_that_says, literal};
use super::window::{F4, Window};
use super::world::World;

const KYC: &str = "Please complete your wallet KYC on PhonePe";
const STATE: &str = "Wallet is not in a state for topup, please visit the PhonePe app for more details";
const LIMITS: &str = "The transaction will breach your wallet’s KYC limits.";
const APP: &str = "Your App version does not support wallet top-up. Please upgrade your PhonePe app";

/// Numbers and what PhonePe says about their wallets when there is no sale.
pub(crate) const WITHOUT_A_SALE: [(&str, &str); 4] = [
    ("9200000002", KYC),
    ("9200000003", STATE),
    ("9200000004", LIMITS),
    ("9200000005", APP),
];

#[tokio::test]
async fn every_wallet_that_can_neither_pay_nor_be_topped_up_greys_the_button_with_phonepes_words() {
    let world = World::provisioned();
    let window = world.open().await;
    let cases = [
        ("9300000002", KYC),
        ("9300000003", STATE),
        ("9300000004", LIMITS),
        ("9300000005", APP),
    ];
    for (mobile, words) in cases {
        window.click("new-sale").await;
        window.set_amount("600", "₹600.00").await;
        window.link(&world.phonepe, mobile).await;
        stays_grey(&world, &window, "", words).await;
    }
    an_amount_above_every_limit_greys_it(&world, &window).await;
    phonepes_words_are_text_and_nothing_else(&world, &window).await;
    assert_eq!(world.phonepe.count("auth_authorize").await, 0);
    assert_eq!(world.phonepe.count("wallet_topup").await, 0);
    world.close_and_examine(window).await;
}

/// Grey, told, reachable by keyboard, and nothing leaves the till however it is pressed.
pub(crate) async fn stays_grey(world: &World, window: &Window, says: &str, words: &str) {
    window.until_text("pay-message", words).await;
    let button = if says.is_empty() {
        window.until("pay-button", "is grey", |seen| seen.is_grey()).await
    } else {
        window.until_grey(says).await
    };
    assert_eq!(button.attribute("disabled"), "", "it stays reachable");
    assert!(
        !window.text("pay-why").await.is_empty(),
        "our words stand under PhonePe's"
    );
    let before = world.phonepe.counts().await;
    let focus = "document.querySelector('[data-testid=\"pay-button\"]').focus()";
    window
        .client
        .execute(focus, vec![])
        .await
        .expect("it takes the cursor");
    window.until_focused("pay-button").await;
    window.key(F4).await;
    window.key(' ').await;
    window.click("pay-button").await;
    window.settle().await;
    assert_eq!(
        world.phonepe.counts().await,
        before,
        "a press of a grey button sends nothing"
    );
    window.until_text("pay-message", words).await;
}

async fn an_amount_above_every_limit_greys_it(world: &World, window: &Window) {
    window.click("new-sale").await;
    window.set_amount("600", "₹600.00").await;
    window.link(&world.phonepe, "9300004321").await;
    window.until_armed("Pay").await;
    window.set_amount("2,50,000", "₹2,50,000.00").await;
    stays_grey(world, window, "", LIMITS).await;
    window.set_amount("600", "₹600.00").await;
    window.until_armed("Pay").await;
    assert!(window.one("pay-message").await.is_none(), "old words do not stay");
}

async fn phonepes_words_are_text_and_nothing_else(world: &World, window: &Window) {
    let words = "<b onclick=\"alert(1)\">50 % off</b> {{x}} &amp; <img src=x onerror=alert(1)>";
    world
        .phonepe
        .fault("wallet_balance", literal(&balance_that_says(words)))
        .await;
    window.set_amount("601", "₹601.00").await;
    window.until_text("pay-message", words).await;
    let inside = "return document.querySelector('[data-testid=\"pay-message\"]').children.length";
    let children = window
        .client
        .execute(inside, vec![])
        .await
        .expect("it can be counted");
    assert_eq!(
        children,
        serde_json::json!(0),
        "no element was made of PhonePe's words"
    );
}
