//! Good days: signed in, sold, printed, captured, released, and the drawer counted in the evening.

use std::time::Duration;

use holdfast_virtual_printer::VirtualPrinter;

use super::super::shifts::open_shift;
use super::super::window::{ESC, F2, F8, F9, Window};
use super::super::world::World;
use super::{CART, SIDE, STRIP, Shop};

const FIRST: &str = "9876543210";
const SOON: Duration = Duration::from_secs(20);
const SHEET: &str = "[data-testid=paper-panel]";

pub(super) async fn a_first_sale(shop: &Shop) {
    let printer = VirtualPrinter::start().expect("this machine has an address of its own");
    let world = shop.staffed(Some(&printer));
    let window = world.start().await;
    sign_in_and_open_the_shift(shop, &window).await;
    earlier_customers(shop, &world, &window).await;
    first_customer(shop, &world, &window).await;
    print(shop, &window, &printer, "slip", 1).await;
    window.key(F2).await;
    known_customer(shop, &window).await;
    world.close_and_examine(window).await;
}

pub(super) async fn an_evening(shop: &Shop) {
    let printer = VirtualPrinter::start().expect("this machine has an address of its own");
    let world = shop.staffed(Some(&printer));
    world.phonepe.settle_at_once().await;
    let window = shop.begin(&world).await;
    open_shift(&window, "2000").await;
    window.click("nav-till").await;
    hold_for(&world, &window, "9811104417", "1200").await;
    window.click("new-sale").await;
    hold_for(&world, &window, FIRST, "600").await;
    capture(shop, &window, &printer).await;
    count_the_drawer(shop, &window).await;
    world.close_and_examine(window).await;
}

async fn hold_for(world: &World, window: &Window, mobile: &str, rupees: &str) {
    window.enter("amount-input", rupees).await;
    window.link(&world.phonepe, mobile).await;
    window.hold_in_any_language().await;
}

async fn sign_in_and_open_the_shift(shop: &Shop, window: &Window) {
    window.until("lock-screen", "stands there", |_| true).await;
    let mine = format!("staff-{}", shop.cashier);
    window.click(&mine).await;
    window.until_focused("pin-input").await;
    shop.take(
        window,
        "sign-in",
        &[".lock .sheet"],
        &[&mine, "pin-input+pin-submit"],
    )
    .await;
    shop.sign_in(window).await;
    window.click("nav-reports").await;
    window.fill("shift-float", "2000").await;
    shop.take(
        window,
        "shift-begin",
        &["[data-testid=shift]"],
        &["shift-float+shift-open"],
    )
    .await;
    window.click("shift-open").await;
    window.until_state("shift", "open").await;
    window.click("nav-till").await;
    window.low().await;
}

/// One that is still held, one that is released.
async fn earlier_customers(shop: &Shop, world: &World, window: &Window) {
    hold_for(world, window, "9811104417", "1200").await;
    window.click("new-sale").await;
    hold_for(world, window, "9822202188", "350").await;
    window.key(F9).await;
    window.until("release-confirm", "stands there", |_| true).await;
    window.tall().await;
    shop.take(window, "release", &[SIDE], &["release-confirm"]).await;
    window.click("release-confirm").await;
    window.until_sale("Released").await;
    window.low().await;
    shop.take(window, "released", &[SIDE], &[]).await;
    window.click("new-sale").await;
}

async fn first_customer(shop: &Shop, world: &World, window: &Window) {
    window.fill("amount-input", "600").await;
    shop.take(window, "amount", &[CART], &["amount-input"]).await;
    window.enter("amount-input", "600").await;
    window.until_text("cart-total", "₹600.00").await;
    window.fill("mobile-input", "98765 43210").await;
    shop.take(window, "number", &[SIDE], &["mobile-input+mobile-submit"])
        .await;
    window.click("mobile-submit").await;
    window.until("otp-input", "asks for the OTP", |_| true).await;
    shop.take(window, "otp", &[SIDE], &["otp-input+otp-submit"]).await;
    let otp = world.phonepe.otp(FIRST).await;
    window.enter("otp-input", &otp).await;
    window.until_ready().await;
    shop.take(window, "till", &[], &[]).await;
    shop.take(window, "pay", &[SIDE], &["pay-button"]).await;
    window.hold_in_any_language().await;
    shop.take(window, "held", &[SIDE], &["paper-open", "next-sale"])
        .await;
}

/// The paper of what is on the screen: shown, then printed, and the print itself.
async fn print(shop: &Shop, window: &Window, printer: &VirtualPrinter, name: &str, count: usize) {
    window.tall().await;
    window.key(F8).await;
    window.until("paper-text", "is drawn", |_| true).await;
    window
        .until("paper-print", "is not grey", |button| !button.is_grey())
        .await;
    shop.take(window, &format!("{name}-panel"), &[SHEET], &["paper-print"])
        .await;
    window.key(F8).await;
    printed(window, printer, count).await;
    let slips = printer.wait_for(count, SOON);
    shop.take_slip(name, &slips[count - 1]);
    window.key(ESC).await;
    window.until_gone("paper-panel").await;
    window.low().await;
}

async fn printed(window: &Window, printer: &VirtualPrinter, count: usize) {
    assert_eq!(printer.wait_for(count, SOON).len(), count);
    window
        .until("paper-last", "was printed", |last| {
            last.attribute("data-outcome") == "printed"
        })
        .await;
}

async fn known_customer(shop: &Shop, window: &Window) {
    window.enter("amount-input", "275").await;
    window.until_text("cart-total", "₹275.00").await;
    // Typed at once and with Enter, it would be taken for a scan.
    window.fill("mobile-input", FIRST).await;
    window.click("mobile-submit").await;
    window.until_ready().await;
    shop.take(window, "known", &[SIDE], &["customer-change"]).await;
    window.click("new-sale").await;
    window.until_text("cart-total", "₹0.00").await;
    shop.take(window, "open-holds", &[STRIP], &[]).await;
}

async fn capture(shop: &Shop, window: &Window, printer: &VirtualPrinter) {
    window.low().await;
    window.fill("capture-amount", "450").await;
    shop.take(window, "capture", &[SIDE], &["capture-amount+capture-review"])
        .await;
    window.click("capture-review").await;
    window.until("capture-confirm", "stands there", |_| true).await;
    window.tall().await;
    shop.take(window, "review", &[SIDE], &["capture-confirm"]).await;
    window.click("capture-confirm").await;
    window.prove().await;
    window.low().await;
    shop.take(window, "paid", &[SIDE], &["paper-open"]).await;
    print(shop, window, printer, "receipt", 1).await;
    window.key(F8).await;
    window.until("paper-duplicate", "is said", |_| true).await;
    window.until("paper-text", "is drawn", |_| true).await;
    shop.take(window, "duplicate", &[SHEET], &["paper-duplicate"])
        .await;
    window.key(ESC).await;
    window.until_gone("paper-panel").await;
    window.click("new-sale").await;
}

async fn count_the_drawer(shop: &Shop, window: &Window) {
    window.tall().await;
    window.click("nav-reports").await;
    window.fill("hand-name", shop.next_cashier).await;
    shop.take(
        window,
        "shift-hand-over",
        &["[data-testid=shift]"],
        &["hand-name+hand-go"],
    )
    .await;
    window.click("hand-go").await;
    window.until_says("hand-owner", shop.next_cashier).await;
    window.fill("shift-count", "1980").await;
    shop.take(
        window,
        "shift-count",
        &["[data-testid=shift]"],
        &["shift-count+shift-count-go"],
    )
    .await;
    window.click("shift-count-go").await;
    window.until("shift-difference", "stands there", |_| true).await;
    window.fill("shift-reason", shop.short).await;
    shop.take(
        window,
        "shift-end",
        &["[data-testid=shift]"],
        &["shift-reason", "shift-close"],
    )
    .await;
    window.click("shift-close").await;
    window.until("z-report", "stands there", |_| true).await;
}
