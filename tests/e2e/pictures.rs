//! Pictures of each step, light and dark, small enough to stand in the repository. Every run takes them, to see that
//! each screen can be reached and drawn; `HOLDFAST_PICTURES=docs cargo xtask e2e` takes those of every test and keeps the ones
//! that a document shows.

use holdfast_tests::pictures::place;
use serde_json::json;

use super::ink::Ink;
use super::window::Window;
use super::world::World;

/// What a repository and a README can bear.
pub(crate) const BYTES_MAX: usize = 120_000;
/// A window of one colour has about four thousand.
const BYTES_OF_AN_EMPTY_WINDOW: usize = 12_000;
const COLOURS_MAX: usize = 256;

#[tokio::test]
async fn pictures_of_every_step() {
    let album = Album::open();
    let world = World::bare();
    let window = world.open().await;
    window.set_amount("600", "₹600.00").await;
    album.take(&window, "training").await;
    window.close().await;

    world.provision(&world.salt_key);
    world.phonepe.settle_at_once().await;
    let window = world.open().await;
    earlier_customers(&world, &window).await;
    a_charging_bay(&window).await;
    window.ask_otp("9876543210").await;
    album.take(&window, "otp").await;
    let otp = world.phonepe.otp("9876543210").await;
    window.enter("otp-input", &otp).await;
    window.until_armed("Pay").await;
    album.take(&window, "till").await;
    window.hold().await;
    album.take(&window, "held").await;
    window.fill("capture-amount", "450").await;
    window.click("capture-review").await;
    window.until("capture-confirm", "stands there", |_| true).await;
    album.take(&window, "capture").await;
    window.click("capture-confirm").await;
    window.prove().await;
    album.take(&window, "paid").await;
    album.take_trouble(&world, &window).await;
    album.take_office(&window).await;
    window.close().await;
}

async fn earlier_customers(world: &World, window: &Window) {
    let our_ref = window.hold_for_new(&world.phonepe, "9811104417", "1200").await;
    window.click("new-sale").await;
    window.hold_for_new(&world.phonepe, "9822202188", "350").await;
    window.click("release-review").await;
    window.click("release-confirm").await;
    window.until_sale("Released").await;
    window.click("new-sale").await;
    window.hold_for_new(&world.phonepe, "9833305590", "890.50").await;
    window.capture("890.50").await;
    window.prove().await;
    window.click("new-sale").await;
    assert_eq!(world.phonepe.hold(&our_ref).await.blocked_paise, 120_000);
}

async fn a_charging_bay(window: &Window) {
    for (name, quantity, price) in [("EV charging, kWh", "30", "18"), ("Valet", "1", "60")] {
        window.click("line-new").await;
        window.fill("line-name", name).await;
        window.fill("line-quantity", quantity).await;
        window.fill("line-price", price).await;
        window.click("line-save").await;
        window.until_gone("line-save").await;
    }
    window.until_text("cart-total", "₹600.00").await;
}

/// Takes pictures of every screen, and keeps those that somebody asked for.
pub(crate) struct Album;

impl Album {
    pub(crate) fn open() -> Self {
        Album
    }

    async fn take_trouble(&self, world: &World, window: &Window) {
        window.click("new-sale").await;
        window.set_amount("600", "₹600.00").await;
        window.link(&world.phonepe, "9000000001").await;
        window.until_armed("Top-up & Pay").await;
        self.take(window, "balance-too-low").await;
        window.click("pay-button").await;
        window.until("topup-qr", "stands there", |_| true).await;
        self.take(window, "top-up").await;
        window.click("new-sale").await;
        window.set_amount("600", "₹600.00").await;
        window.link(&world.phonepe, "9000000002").await;
        window.until("pay-message", "stands there", |_| true).await;
        self.take(window, "greyed").await;
        window.click("new-sale").await;
        window.set_amount("275", "₹275.00").await;
        window.link(&world.phonepe, "9844407731").await;
        window.until_armed("Pay").await;
        let fault = json!({"kind": "lost_after_effect"});
        world.phonepe.fault("auth_authorize", fault).await;
        window.click("pay-button").await;
        window.until("unknown-panel", "stands there", |_| true).await;
        self.take(window, "not-sure").await;
    }

    async fn take_office(&self, window: &Window) {
        window.click("nav-holds").await;
        window.until("hold-row", "stands there", |_| true).await;
        self.take(window, "holds").await;
        window.click("holds-tab-partial").await;
        window.click("hold-row").await;
        window.until("timeline-entry", "stands there", |_| true).await;
        self.take(window, "timeline").await;
        window.click("timeline-close").await;
        window.click("nav-reports").await;
        self.take(window, "reports").await;
        self.take_shift(window).await;
        window.settings("account").await;
        window.click("settings-check").await;
        window
            .until("settings-check-result", "stands there", |_| true)
            .await;
        self.take(window, "settings").await;
    }

    async fn take_shift(&self, window: &Window) {
        window.fill("shift-float", "2000").await;
        window.click("shift-open").await;
        window.until("x-report", "stands there", |_| true).await;
        window.fill("hand-name", "Ravi").await;
        window.click("hand-go").await;
        window.until_says("hand-owner", "Ravi").await;
        self.take(window, "shift-handed-over").await;
        window.fill("shift-count", "1955").await;
        window.click("shift-count-go").await;
        window.until("shift-difference", "stands there", |_| true).await;
        window.fill("shift-reason", "One note too many given back").await;
        window.click("shift-carry").await;
        self.take(window, "shift-count").await;
        window.click("shift-close").await;
        window.until("z-report", "stands there", |_| true).await;
        self.take(window, "z-report").await;
    }

    /// The window as it stands, light and dark, with the mouse out of the way.
    pub(crate) async fn take(&self, window: &Window, name: &str) {
        window.put_mouse_away().await;
        for (theme, file) in [
            ("light", format!("{name}.png")),
            ("dark", format!("{name}-dark.png")),
        ] {
            let script = "document.documentElement.dataset.theme = arguments[0]";
            let turned = window.client.execute(script, vec![json!(theme)]).await;
            turned.expect("the page has a theme");
            let picture = window.picture().await;
            assert!(picture.len() > BYTES_OF_AN_EMPTY_WINDOW, "{file} shows nothing");
            if let Some(path) = place(&file) {
                let small = Ink::of(&picture).png(COLOURS_MAX);
                assert!(small.len() <= BYTES_MAX, "{file} has {} bytes", small.len());
                std::fs::write(path, small).expect("the folder takes files");
            }
        }
        let script = "delete document.documentElement.dataset.theme";
        window
            .client
            .execute(script, vec![])
            .await
            .expect("the page goes back");
    }
}
