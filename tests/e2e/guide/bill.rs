//! A bill of items: searched, scanned, discounted by a manager, parked and recalled, and less delivered than was held.

use serde_json::json;

use super::super::cart::change;
use super::super::window::{ENTER, ESC, Seen, Window};
use super::super::world::World;
use super::shop::TEA;
use super::{CART, SIDE, Shop};

const KNOWN: &str = "9876543210";
const RICH: &str = "9822212345";
const END: char = '\u{E010}';
const BACKSPACE: &str = "\u{E003}";

pub(super) async fn a_bill(shop: &Shop) {
    let world = shop.staffed(None);
    world.phonepe.settle_at_once().await;
    let window = shop.begin(&world).await;
    window.low().await;
    fill(shop, &world, &window).await;
    ask_a_manager(shop, &world, &window).await;
    park_and_recall(shop, &window).await;
    deliver_less(shop, &world, &window).await;
    world.close_and_examine(window).await;
}

async fn fill(shop: &Shop, world: &World, window: &Window) {
    window.fill("amount-input", "ev").await;
    window
        .until("found-item", "is found", |item| {
            item.attribute("data-code") == "EV"
        })
        .await;
    shop.take(window, "search", &[CART], &["found-item"]).await;
    window.keys(&ENTER.to_string()).await;
    window.until_text("cart-total", "₹18.00").await;
    window.click("line-edit").await;
    window.fill("line-quantity", "30").await;
    shop.take(window, "quantity", &[CART], &["line-quantity+line-save"])
        .await;
    window.click("line-save").await;
    window.until_text("cart-total", "₹540.00").await;
    world.scan(TEA);
    window.until_text("cart-total", "₹555.00").await;
    change(window, "T1", "4").await;
    window.until_text("cart-total", "₹600.00").await;
    world.scan("4006381333931");
    window.until_says("amount-error", "4006381333931").await;
    shop.take(window, "scanned", &[CART], &["amount-error"]).await;
    window.click("bill-terms").await;
    window.fill("bill-note-input", shop.note).await;
    window.fill("bill-discount-input", "10%").await;
    shop.take(
        window,
        "discount",
        &[CART],
        &["bill-discount-input+bill-terms-save"],
    )
    .await;
}

/// A discount is not a cashier's alone, and neither is an amount over her limit.
async fn ask_a_manager(shop: &Shop, world: &World, window: &Window) {
    window.click("bill-terms-save").await;
    window.until_focused("pin-input").await;
    window.until("approval", "stands there", |_| true).await;
    shop.take(
        window,
        "discount-asks",
        &["[data-testid=approval]"],
        &["pin-input"],
    )
    .await;
    window.click("approval-leave").await;
    window.until_gone("approval").await;
    // Emptied by the driver alone, a field would not tell the page.
    window.click("bill-discount-input").await;
    window.keys(&format!("{END}{}", BACKSPACE.repeat(3))).await;
    window.click("bill-terms-save").await;
    window.until_gone("bill-terms-save").await;
    window.click("park").await;
    window.enter("park-name", "1").await;
    window.until_text("cart-total", "₹0.00").await;

    window.enter("amount-input", "12000").await;
    world
        .phonepe
        .wallet(RICH, json!({"balance_paise": 2_000_000}))
        .await;
    window.link(&world.phonepe, RICH).await;
    window.until_ready().await;
    shop.take(window, "over-limit", &[SIDE], &["pay-button"]).await;
    window.click("pay-button").await;
    window.until_focused("pin-input").await;
    shop.take(window, "manager", &[SIDE], &["pin-input+pin-submit"])
        .await;
    window.key(ESC).await;
    window.until_gone("approval").await;
    window.click("new-sale").await;
    window.until_text("cart-total", "₹0.00").await;
    window.click("parked-open").await;
    window.click("parked-recall").await;
    window.until_text("cart-total", "₹600.00").await;
}

async fn park_and_recall(shop: &Shop, window: &Window) {
    window.click("park").await;
    window.fill("park-name", shop.table).await;
    shop.take(window, "park", &[CART], &["park-name+park-go"]).await;
    window.click("park-go").await;
    window.until_text("cart-total", "₹0.00").await;
    window.click("parked-open").await;
    window.until_says("parked-bill", shop.table).await;
    shop.take(
        window,
        "parked",
        &["[data-testid=parked-bills]"],
        &["parked-recall"],
    )
    .await;
    window.click("parked-recall").await;
    window.until_text("cart-total", "₹600.00").await;
}

async fn deliver_less(shop: &Shop, world: &World, window: &Window) {
    window.link(&world.phonepe, KNOWN).await;
    window.hold_in_any_language().await;
    shop.take(window, "deliver", &[CART], &["final-begin"]).await;
    window.click("final-begin").await;
    change(window, "EV", "22").await;
    window.until_text("cart-total", "₹456.00").await;
    let follows = |field: &Seen| field.value.as_deref() == Some("456.00");
    window
        .until("capture-amount", "what was delivered", follows)
        .await;
    shop.take(window, "delivered", &[CART, SIDE], &["capture-review"])
        .await;
    window.click("capture-review").await;
    window.until_text("review-capture", "₹456.00").await;
    window.tall().await;
    shop.take(window, "delivered-review", &[SIDE], &["capture-confirm"])
        .await;
    window.click("capture-confirm").await;
    window.prove().await;
}
