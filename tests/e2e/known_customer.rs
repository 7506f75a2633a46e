//! Customers that this till knows: no OTP, until PhonePe takes the link back.

use super::window::{ENTER, F3, F4};
use super::world::World;

const MOBILE: &str = "9811112222";

#[tokio::test]
async fn a_known_customer_pays_without_an_otp_even_after_a_restart() {
    let world = World::provisioned();
    let window = world.open().await;
    let first = window.hold_for_new(&world.phonepe, MOBILE, "250").await;
    assert_eq!(world.phonepe.count("otp_send").await, 1);
    window.close().await;

    let window = world.open().await;
    let strip = window.until_state("open-hold", "Held").await;
    assert_eq!(
        strip.attribute("data-ref"),
        first,
        "an open hold is there after a restart"
    );
    window.set_amount("100.50", "₹100.50").await;
    // Typed as a person does, with the prefix that phones show.
    window
        .fill("mobile-input", &format!("+91 98111 12222{ENTER}"))
        .await;
    let second = window.hold().await;
    assert_ne!(first, second);
    assert_eq!(world.phonepe.count("otp_send").await, 1, "no OTP was sent again");

    released_in_two_steps(&world, &window, &second).await;
    unlinked_means_an_otp_again(&world, &window).await;
    world.close_and_examine(window).await;
}

async fn released_in_two_steps(world: &World, window: &super::window::Window, our_ref: &str) {
    window.click("release-review").await;
    window.until_text("review-release", "₹100.50").await;
    assert_eq!(
        world.phonepe.count("auth_cancel").await,
        0,
        "a review releases nothing"
    );
    window.key(F4).await;
    window.until_sale("Released").await;
    let booked = world.phonepe.hold(our_ref).await;
    assert_eq!((booked.state.as_str(), booked.blocked_paise), ("CANCELLED", 0));
    window.click("nav-holds").await;
    window.click("holds-tab-released").await;
    window.until_text("total-released", "₹100.50").await;
    window.click("nav-till").await;
}

async fn unlinked_means_an_otp_again(world: &World, window: &super::window::Window) {
    window.click("new-sale").await;
    window.set_amount("50", "₹50.00").await;
    window.enter("mobile-input", MOBILE).await;
    window.until_armed("Pay").await;
    window.click("customer-unlink").await;
    window.click("customer-unlink-confirm").await;
    window.until("mobile-input", "asks for a number", |_| true).await;
    assert_eq!(world.phonepe.count("token_unlink").await, 1);
    window.until_text("cart-total", "₹50.00").await;
    window.ask_otp(MOBILE).await;
    assert_eq!(world.phonepe.count("otp_send").await, 2);
    window.key(F3).await;
    window.until("mobile-input", "asks for a number", |_| true).await;
}

#[tokio::test]
async fn a_link_that_phonepe_took_back_is_made_again_on_the_cashiers_word_with_the_cart_kept() {
    let world = World::provisioned();
    let window = world.open().await;
    window.hold_for_new(&world.phonepe, MOBILE, "250").await;
    for (way, path) in [("killed", "kill"), ("relink required", "relink")] {
        let sent = world.phonepe.count("otp_send").await;
        world
            .phonepe
            .post(
                &format!("/control/tokens/{path}"),
                serde_json::json!({"mobile": MOBILE}),
            )
            .await;
        window.click("new-sale").await;
        window.set_amount("320", "₹320.00").await;
        window.enter("mobile-input", MOBILE).await;
        window.until("relink", way, |_| true).await;
        window.until_text("cart-total", "₹320.00").await;
        window.until("pay-button", "is grey", |seen| seen.is_grey()).await;
        assert_eq!(
            world.phonepe.count("otp_send").await,
            sent,
            "nothing is sent before the press"
        );

        window.click("relink").await;
        window.until("otp-input", "asks for the OTP", |_| true).await;
        let otp = world.phonepe.otp(MOBILE).await;
        window.enter("otp-input", &otp).await;
        window.until_text("cart-total", "₹320.00").await;
        let our_ref = window.hold().await;
        assert_eq!(world.phonepe.hold(&our_ref).await.blocked_paise, 32_000);
        assert_eq!(world.phonepe.count("otp_send").await, sent + 1);
    }
    a_token_that_dies_between_balance_and_press_blocks_nothing(&world, &window).await;
    world.close_and_examine(window).await;
}

async fn a_token_that_dies_between_balance_and_press_blocks_nothing(
    world: &World,
    window: &super::window::Window,
) {
    window.click("new-sale").await;
    window.set_amount("75", "₹75.00").await;
    window.enter("mobile-input", MOBILE).await;
    window.until_armed("Pay").await;
    let holds = world.phonepe.holds().await.len();
    world
        .phonepe
        .post("/control/tokens/kill", serde_json::json!({"mobile": MOBILE}))
        .await;
    window.click("pay-button").await;
    window.until("relink", "is offered", |_| true).await;
    window.until_text("cart-total", "₹75.00").await;
    assert_eq!(world.phonepe.holds().await.len(), holds);
}
