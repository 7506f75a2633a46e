//! The main job, without touching the mouse.

use super::window::{ENTER, F4, F6, F7, F9, Seen};
use super::world::World;

const MOBILE: &str = "9876543210";

#[tokio::test]
async fn a_sale_goes_from_mobile_number_to_proof_of_payment_by_keyboard_alone() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let window = world.open().await;
    window.until_text("profile", "UAT").await;

    window.until_focused("amount-input").await;
    window.keys(&format!("600{ENTER}")).await;
    window.until_text("cart-total", "₹600.00").await;
    window.until_focused("mobile-input").await;
    window.keys(&format!("{MOBILE}{ENTER}")).await;
    window.until_focused("otp-input").await;
    let otp = world.phonepe.otp(MOBILE).await;
    window.keys(&format!("{otp}{ENTER}")).await;
    window.until_linked(MOBILE).await;
    window.until_text("balance-usable", "₹5,000.00").await;
    window.until_armed("Pay").await;
    assert_eq!(window.text("amount-due").await, "₹600.00");

    window.key(ENTER).await;
    window.settle().await;
    assert_eq!(
        world.phonepe.count("auth_authorize").await,
        0,
        "Enter never moves money"
    );
    window.key(F4).await;
    window.until_sale("Held").await;
    let our_ref = window.text("sale-ref").await;
    assert!(world.phonepe.hold(&our_ref).await.blocked_paise == 60_000);
    let deadline = window.one("hold-deadline").await.expect("a hold has a deadline");
    assert!(!deadline.attribute("data-at").is_empty());

    window.until_focused("capture-amount").await;
    let field = window.one("capture-amount").await.expect("it has the cursor");
    assert_eq!(
        field.value.as_deref(),
        Some("600.00"),
        "it starts at the held amount"
    );
    window.keys(&format!("450{ENTER}")).await;
    window.until_text("review-capture", "₹450.00").await;
    window.until_text("review-release", "₹150.00").await;
    assert_eq!(world.phonepe.count("auth_capture").await, 0);
    window.until_focused("capture-confirm").await;
    window.key(F4).await;
    window
        .until("sale-state", "captured", |sale| {
            ["CaptureAccepted", "Paid"].contains(&sale.attribute("data-state"))
        })
        .await;
    window.key(F7).await;
    window.until_sale("Paid").await;
    window.until_text("sale-captured", "₹450.00").await;
    window.until_text("sale-released", "₹150.00").await;
    let booked = world.phonepe.hold(&our_ref).await;
    assert_eq!(booked.captured_paise, Some(45_000));
    assert!(
        booked.requests["transaction_status"] >= 1,
        "proved by the transaction status"
    );
    assert_eq!(booked.requests["auth_authorize"], 1);
    assert_eq!(booked.requests["auth_capture"], 1);

    the_strip_is_reached_by_keys(&window, &our_ref).await;
    the_board_shows_it(&window, &our_ref).await;
    world.close_and_examine(window).await;
}

async fn the_strip_is_reached_by_keys(window: &super::window::Window, our_ref: &str) {
    // The strip by keyboard: F6 goes there, Enter opens what is chosen.
    window.key(F6).await;
    window
        .until("open-hold", "has the cursor", |row| {
            row.focused && row.attribute("data-ref") == our_ref
        })
        .await;
    window.key(F9).await;
    assert!(
        window.one("release-confirm").await.is_none(),
        "what is paid cannot be released"
    );
}

async fn the_board_shows_it(window: &super::window::Window, our_ref: &str) {
    window.click("nav-holds").await;
    window.click("holds-tab-partial").await;
    let ours = |row: &Seen| row.attribute("data-ref") == our_ref;
    let row = window.until("hold-row", "stands on the board", ours).await;
    assert_eq!(row.attribute("data-state"), "Paid");
    assert_eq!(row.attribute("data-money"), "paid");
    assert!(
        row.text.contains("3210") && !row.text.contains("98765"),
        "{}",
        row.text
    );
    window.until_text("total-held", "₹600.00").await;
    window.until_text("total-captured", "₹450.00").await;
    window.until_text("total-released", "₹150.00").await;

    window.fill("hold-search", &our_ref[20..]).await;
    window.until("hold-row", "is found by its id", ours).await;
    window.fill("hold-search", "no such thing").await;
    window.until_gone("hold-row").await;
    window.fill("hold-search", "3210").await;
    window
        .until("hold-row", "is found by its last digits", ours)
        .await;

    window.click("filter-open").await;
    window.fill("filter-least", "600.01").await;
    window.click("filter-show").await;
    window.until_gone("hold-row").await;
    window.until_text("total-held", "₹0.00").await;
    window.click("filter-chip-least").await;
    window.until("hold-row", "is back without the filter", ours).await;
    window.click("filter-open").await;

    window.click("hold-row").await;
    window
        .until("hold-timeline", "opens", |timeline| ours(timeline))
        .await;
    window.until("timeline-entry", "is there", |_| true).await;
    let entries = window.all("timeline-entry").await;
    let told: Vec<(&str, &str)> = entries
        .iter()
        .map(|entry| (entry.attribute("data-fact"), entry.attribute("data-call")))
        .collect();
    for expected in [
        ("intent", "authorize"),
        ("reply", "authorize"),
        ("intent", "capture"),
        ("reply", "capture"),
    ] {
        assert!(told.contains(&expected), "{expected:?} is not in {told:?}");
    }
    window.click("timeline-close").await;
    window.until_gone("hold-timeline").await;
    window.click("holds-tab-open").await;
    window.fill("hold-search", "").await;
    window.until_gone("hold-row").await;
}
