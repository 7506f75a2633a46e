//! OTPs that are wrong, too old, replaced or refused: each has its sentence and its next step.

use super::window::Window;
use super::world::World;

const MOBILE: &str = "9822223333";

#[tokio::test]
async fn every_otp_that_phonepe_refuses_says_why_and_what_to_do() {
    let world = World::provisioned();
    let window = world.open().await;
    window.set_amount("600", "₹600.00").await;
    window.ask_otp(MOBILE).await;
    window
        .enter("otp-input", &other_than(&world.phonepe.otp(MOBILE).await))
        .await;
    window.until_says("otp-error", "The OTP is wrong.").await;

    world.phonepe.advance_ms(301_000).await;
    window.enter("otp-input", &world.phonepe.otp(MOBILE).await).await;
    window.until_says("otp-error", "The OTP is too old.").await;
    let stale = world.phonepe.otp(MOBILE).await;
    window.click("otp-resend").await;
    world.phonepe.requests_reach("otp_send", 2).await;
    window
        .until("otp-resend", "cools down", |seen| seen.is_grey())
        .await;
    window.click("otp-resend").await;
    assert_eq!(
        world.phonepe.count("otp_send").await,
        2,
        "a cool-down sends nothing"
    );
    let fresh = world.phonepe.otp(MOBILE).await;
    if stale != fresh {
        window.enter("otp-input", &stale).await;
        window.until_says("otp-error", "The OTP is wrong.").await;
    }
    window.enter("otp-input", &fresh).await;
    window.until_linked(MOBILE).await;
    window.until_text("cart-total", "₹600.00").await;
    window.until_armed("Pay").await;

    the_third_wrong_one_blocks(&world, &window).await;
    numbers_that_phonepe_refuses_say_so(&world, &window).await;
    world.close_and_examine(window).await;
}

async fn the_third_wrong_one_blocks(world: &World, window: &Window) {
    let other = "9833334444";
    window.click("new-sale").await;
    window.set_amount("600", "₹600.00").await;
    window.ask_otp(other).await;
    let wrong = other_than(&world.phonepe.otp(other).await);
    for _ in 0..2 {
        let before = world.phonepe.count("otp_verify").await;
        window.enter("otp-input", &wrong).await;
        world.phonepe.requests_reach("otp_verify", before + 1).await;
        window.until_says("otp-error", "The OTP is wrong.").await;
    }
    window.enter("otp-input", &wrong).await;
    window
        .until_says("otp-error", "PhonePe has blocked this customer for one day.")
        .await;
    window.until_text("cart-total", "₹600.00").await;
    window
        .until("pay-button", "is grey", |button| button.is_grey())
        .await;
}

async fn numbers_that_phonepe_refuses_say_so(world: &World, window: &Window) {
    for (mobile, sentence) in [
        ("9400000006", "PhonePe does not allow this customer to pay."),
        ("9400000007", "PhonePe has blocked this customer for one day."),
        ("9400000008", "Too many OTPs were sent to this number."),
    ] {
        window.click("new-sale").await;
        window.set_amount("600", "₹600.00").await;
        window.enter("mobile-input", mobile).await;
        window.until_says("mobile-error", sentence).await;
        window.until_text("cart-total", "₹600.00").await;
    }
    assert_eq!(world.phonepe.count("auth_authorize").await, 0);
}

/// As many digits, and another number.
fn other_than(otp: &str) -> String {
    let (first, rest) = otp.split_at(1);
    format!("{}{rest}", if first == "9" { "1" } else { "9" })
}
