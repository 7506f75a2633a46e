//! The same sale in other ways: charged at once, held with a cart of lines, expired, declined.

use serde_json::json;

use super::unknown::open_from_strip;
use super::window::{ENTER, F2, F4, Window};
use super::world::World;

#[tokio::test]
async fn a_sale_can_be_charged_at_once_declined_or_expire() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let window = world.open().await;
    // First, because it moves PhonePe's clock past every hold that is open by then.
    expired_unused(&world, &window).await;
    charged_at_once(&world, &window).await;
    declined_after_capture(&world, &window).await;
    refused_at_the_hold(&world, &window).await;
    double_presses_hold_once(&world, &window).await;
    world.close_and_examine(window).await;
}

async fn charged_at_once(world: &World, window: &Window) {
    window.click("sale-mode").await;
    window
        .until("sale-mode", "charge", |seen| {
            seen.attribute("data-mode") == "charge"
        })
        .await;
    window.set_amount("75.25", "₹75.25").await;
    window.link(&world.phonepe, "9866667001").await;
    window.until_armed("Pay").await;
    window.click("pay-button").await;
    window.prove().await;
    let our_ref = window.text("sale-ref").await;
    let booked = world.phonepe.hold(&our_ref).await;
    assert_eq!(booked.captured_paise, Some(7_525));
    window.key(F2).await;
    window.until("sale-mode", "stands there", |_| true).await;
    if window
        .one("sale-mode")
        .await
        .is_some_and(|seen| seen.attribute("data-mode") == "charge")
    {
        window.click("sale-mode").await;
    }
    window
        .until("sale-mode", "hold", |seen| seen.attribute("data-mode") == "hold")
        .await;
}

/// Accepted is not paid: PhonePe may still decline.
async fn declined_after_capture(world: &World, window: &Window) {
    let our_ref = window.hold_for_new(&world.phonepe, "9866660010", "300").await;
    window.capture("300").await;
    window
        .until("sale-state", "captured, not paid", |sale| {
            sale.attribute("data-state") == "CaptureAccepted" && sale.attribute("data-money") == "captured"
        })
        .await;
    world.phonepe.advance_ms(3_000).await;
    window.click("look-now").await;
    window.until_sale("NotPaid").await;
    assert_eq!(
        world.phonepe.hold(&our_ref).await.payment_code,
        "PAYMENT_DECLINED"
    );
    window.click("new-sale").await;
}

/// PhonePe says no to the hold itself: the bill is kept and can be tried again.
async fn refused_at_the_hold(world: &World, window: &Window) {
    let mobile = "9866667777";
    window.set_amount("400", "₹400.00").await;
    window.link(&world.phonepe, mobile).await;
    window.until_armed("Pay").await;
    world
        .phonepe
        .wallet(mobile, json!({"fraud_suspected": true}))
        .await;
    let holds = world.phonepe.holds().await.len();
    window.click("pay-button").await;
    window.until_sale("HoldRefused").await;
    window
        .until_text(
            "sale-message",
            "Could not complete transaction due to security reasons.",
        )
        .await;
    window.until_says("sale-why", "Nothing was taken.").await;
    window.until_text("cart-total", "₹400.00").await;
    assert_eq!(world.phonepe.holds().await.len(), holds);
    let refused = window.text("sale-ref").await;
    world
        .phonepe
        .wallet(mobile, json!({"fraud_suspected": false}))
        .await;
    window.click("sale-leave").await;
    let our_ref = window.hold().await;
    assert_ne!(our_ref, refused, "a new try has a new id");
    window.click("new-sale").await;
}

async fn double_presses_hold_once(world: &World, window: &Window) {
    window.click("line-new").await;
    window.fill("line-name", "EV charging").await;
    window.fill("line-quantity", "30").await;
    window.fill("line-price", "18").await;
    window.click("line-save").await;
    window.until_text("cart-total", "₹540.00").await;
    window.enter("amount-input", "60").await;
    window.until_text("cart-total", "₹600.00").await;
    window.link(&world.phonepe, "9866668888").await;
    window.until_armed("Pay").await;
    let before = world.phonepe.count("auth_authorize").await;
    window.keys(&format!("{F4}{F4}{ENTER}")).await;
    window.until_sale("Held").await;
    assert_eq!(world.phonepe.count("auth_authorize").await, before + 1);
    let our_ref = window.text("sale-ref").await;
    let booked = world.phonepe.hold(&our_ref).await;
    assert_eq!(booked.captured_paise, None, "an impatient thumb captures nothing");
    window.click("new-sale").await;
}

/// The hour passes at PhonePe; the till believes it only when PhonePe says so.
async fn expired_unused(world: &World, window: &Window) {
    let our_ref = window.hold_for_new(&world.phonepe, "9866669999", "150").await;
    window.click("new-sale").await;
    world.phonepe.advance_ms(61 * 60_000).await;
    open_from_strip(window, &our_ref).await;
    window.until_sale("Held").await;
    window.capture("150").await;
    window.until_sale("Expired").await;
    assert_eq!(world.phonepe.hold(&our_ref).await.captured_paise, None);
    window.click("new-sale").await;
}
