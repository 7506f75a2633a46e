//! What people type by mistake: a sentence beside the field, nothing sent, nothing lost.

use super::window::{ENTER, ESC, Window};
use super::world::World;

const AMOUNTS: [(&str, &str); 11] = [
    ("0", "The amount must be more than zero."),
    ("0.00", "The amount must be more than zero."),
    ("-5", "The amount cannot be below zero."),
    ("12.345", "An amount has two digits after the point at most."),
    ("1000000000000", "This amount is too large"),
    ("99999999999999999999999999", "This amount is too large"),
    ("six hundred", "This is not an amount."),
    ("600 rupees only", "This is not an amount."),
    ("1e3", "This is not an amount."),
    ("6O0", "This is not an amount."),
    ("₹₹600", "This is not an amount."),
];
const MOBILES: [(&str, &str); 7] = [
    ("12345", "A mobile number has ten digits, not 5."),
    ("98765432101", "A mobile number has ten digits, not 11."),
    ("5876543210", "Indian mobile numbers begin with 6, 7, 8 or 9."),
    ("98765abcde", "A mobile number has digits only."),
    ("+1 415 555 0100 99", "A mobile number has ten digits"),
    ("asha@example.in", "A mobile number has digits only."),
    ("९८७६५४३२१०", "A mobile number has digits only."),
];
const OTPS: [(&str, &str); 3] = [
    ("12a45", "An OTP has digits only."),
    ("1", "This OTP has the wrong number of digits"),
    ("123456789012", "This OTP has the wrong number of digits"),
];

#[tokio::test]
async fn bad_input_gets_a_sentence_beside_its_field_and_sends_nothing() {
    let world = World::provisioned();
    let window = world.open().await;
    let quiet = world.phonepe.counts().await;
    refused(&window, "amount-input", "amount-error", "Type an amount.", "").await;
    for (typed, sentence) in AMOUNTS {
        refused(&window, "amount-input", "amount-error", sentence, typed).await;
    }
    window.paste("amount-input", "  1,23,456.70  ").await;
    window.key(ENTER).await;
    window.until_text("cart-total", "₹1,23,456.70").await;
    window.until_gone("amount-error").await;

    for (typed, sentence) in MOBILES {
        refused(&window, "mobile-input", "mobile-error", sentence, typed).await;
    }
    assert_eq!(world.phonepe.counts().await, quiet, "nothing was sent");
    window.until_text("cart-total", "₹1,23,456.70").await;

    window.paste("mobile-input", "+91-98555 56666").await;
    window.key(ENTER).await;
    window.until("otp-input", "asks for the OTP", |_| true).await;
    let quiet = world.phonepe.counts().await;
    for (typed, sentence) in OTPS {
        refused(&window, "otp-input", "otp-error", sentence, typed).await;
    }
    assert_eq!(world.phonepe.counts().await, quiet, "nothing was sent");
    let otp = world.phonepe.otp("9855556666").await;
    window.paste("otp-input", &format!(" {otp} ")).await;
    window.key(ENTER).await;
    window.until_linked("9855556666").await;

    final_amounts(&world, &window).await;
    world.close_and_examine(window).await;
}

async fn final_amounts(world: &World, window: &Window) {
    window.set_amount("600", "₹600.00").await;
    window.hold().await;
    let quiet = world.phonepe.counts().await;
    for (typed, sentence) in AMOUNTS.into_iter().chain([
        ("600.01", "This is more than the"),
        ("6000", "This is more than the"),
    ]) {
        refused(window, "capture-amount", "capture-error", sentence, typed).await;
        assert!(
            window.one("capture-confirm").await.is_none(),
            "there is nothing to confirm"
        );
    }
    assert_eq!(world.phonepe.counts().await, quiet, "nothing was sent");
    // A review that was thought better of leaves the hold as it was.
    window.enter("capture-amount", "600").await;
    window.until_text("review-release", "₹0.00").await;
    window.key(ESC).await;
    window.until_gone("capture-confirm").await;
    window.until_sale("Held").await;
    assert_eq!(world.phonepe.counts().await, quiet, "nothing was sent");
}

async fn refused(window: &Window, field: &str, error: &str, sentence: &str, typed: &str) {
    window.enter(field, typed).await;
    window.until_says(error, sentence).await;
    let field = window.one(field).await.expect("the field stays");
    // The mobile field sets ten digits in two groups while they are typed.
    let bare = |text: &str| text.replace(' ', "");
    let kept = field.value.as_deref().unwrap_or_default();
    assert_eq!(bare(kept), bare(typed), "what was typed stays");
    assert_eq!(
        field.attributes.get("aria-invalid").map(String::as_str),
        Some("true")
    );
}
