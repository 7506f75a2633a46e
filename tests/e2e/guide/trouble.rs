//! A bad day: what cannot be paid, what is not sure, a network that is gone and a printer without paper.

use holdfast_virtual_printer::{Mood, VirtualPrinter};
use serde_json::json;

use super::super::window::{ESC, F2, F7, F8, Window};
use super::super::world::World;
use super::{CART, SIDE, STRIP, Shop};

pub(super) async fn a_bad_day(shop: &Shop) {
    let printer = VirtualPrinter::start().expect("this machine has an address of its own");
    let mut world = shop.set_up(Some(&printer));
    world.phonepe.settle_at_once().await;
    let window = world.open().await;
    window.low().await;
    too_little_in_the_wallet(shop, &world, &window).await;
    a_wallet_that_cannot_pay(shop, &world, &window).await;
    a_wrong_otp(shop, &world, &window).await;
    refused(shop, &world, &window).await;
    not_sure(shop, &world, &window).await;
    no_paper(shop, &world, &window, &printer).await;
    no_network(shop, &mut world, &window).await;
    window.close().await;
}

async fn too_little_in_the_wallet(shop: &Shop, world: &World, window: &Window) {
    window.set_amount("600", "₹600.00").await;
    window.link(&world.phonepe, "9000000001").await;
    window.until_ready().await;
    shop.take(window, "top-up-and-pay", &[SIDE], &["pay-button"])
        .await;
    window.click("pay-button").await;
    window.until("topup-qr", "stands there", |_| true).await;
    window
        .until("topup", "waits", |top_up| {
            top_up.attribute("data-waiting") == "true"
        })
        .await;
    window.tall().await;
    shop.take(window, "top-up", &[SIDE], &["topup-qr"]).await;
    window.click("topup-leave").await;
    window.until_gone("topup-qr").await;
    window.low().await;
    window.click("new-sale").await;
}

async fn a_wallet_that_cannot_pay(shop: &Shop, world: &World, window: &Window) {
    window.set_amount("600", "₹600.00").await;
    window.link(&world.phonepe, "9000000002").await;
    window.until("pay-message", "stands there", |_| true).await;
    shop.take(window, "grey", &[SIDE], &["pay-message+pay-why"]).await;
    window.click("new-sale").await;
}

async fn a_wrong_otp(shop: &Shop, world: &World, window: &Window) {
    window.set_amount("600", "₹600.00").await;
    window.ask_otp("9811223344").await;
    let otp = world.phonepe.otp("9811223344").await;
    let wrong = if otp == "00000" { "11111" } else { "00000" };
    window.enter("otp-input", wrong).await;
    window.until("otp-error", "says so", |_| true).await;
    shop.take(window, "wrong-otp", &[SIDE], &["customer-message+otp-error"])
        .await;
    window.click("new-sale").await;
}

async fn refused(shop: &Shop, world: &World, window: &Window) {
    let mobile = "9866667777";
    window.set_amount("400", "₹400.00").await;
    window.link(&world.phonepe, mobile).await;
    window.until_ready().await;
    world
        .phonepe
        .wallet(mobile, json!({"fraud_suspected": true}))
        .await;
    window.click("pay-button").await;
    window.until_sale("HoldRefused").await;
    shop.take(window, "refused", &[SIDE], &["sale-message"]).await;
    window.click("new-sale").await;
}

/// The answer is lost, the next customer is served, and the till finds out.
async fn not_sure(shop: &Shop, world: &World, window: &Window) {
    window.set_amount("600", "₹600.00").await;
    window.link(&world.phonepe, "9844407731").await;
    window.until_ready().await;
    world
        .phonepe
        .fault("auth_authorize", json!({"kind": "lost_after_effect"}))
        .await;
    window.click("pay-button").await;
    window.until("unknown-panel", "stands there", |_| true).await;
    window.tall().await;
    shop.take(window, "not-sure", &[SIDE], &["look-now", "next-customer"])
        .await;
    window.low().await;
    window.key(F2).await;
    window.until_text("cart-total", "₹0.00").await;
    window.set_amount("90", "₹90.00").await;
    shop.take(window, "next-customer", &[CART, SIDE, STRIP], &["open-hold"])
        .await;
    window.click("open-hold").await;
    window.until("sale-ref", "is in front", |_| true).await;
    window.key(F7).await;
    window.until_sale("Held").await;
}

async fn no_paper(shop: &Shop, world: &World, window: &Window, printer: &VirtualPrinter) {
    window.until_sale("Held").await;
    assert_eq!(world.phonepe.holds().await.len(), 1, "nothing was held twice");
    printer.set(Mood {
        paper_out: true,
        ..Mood::default()
    });
    window.key(F8).await;
    window.until("paper-text", "is drawn", |_| true).await;
    window.key(F8).await;
    window
        .until("paper-last", "was not printed", |last| {
            last.attribute("data-outcome") == "not_printed"
        })
        .await;
    shop.take(
        window,
        "no-paper",
        &["[data-testid=paper-panel]"],
        &["paper-last"],
    )
    .await;
    window.key(ESC).await;
    window.until_gone("paper-panel").await;
    window.click("new-sale").await;
}

async fn no_network(shop: &Shop, world: &mut World, window: &Window) {
    world.phonepe.go_dark();
    window.set_amount("250", "₹250.00").await;
    window.fill("mobile-input", "9844407731").await;
    window.click("mobile-submit").await;
    window
        .until("lamp-provider", "is red", |lamp| {
            lamp.attribute("data-light") == "bad"
        })
        .await;
    window.until("pay-why", "says so", |_| true).await;
    window
        .until("pay-button", "is grey", |button| button.is_grey())
        .await;
    shop.take(window, "no-network", &[], &["lamp-provider", "pay-why"])
        .await;
}
