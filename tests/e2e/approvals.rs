//! A manager's PIN in the panel that needs it: money that goes back, a choice for a deadline, cash out of the drawer.

use serde_json::json;

use super::pictures::Album;
use super::window::{ENTER, F4, Window};
use super::world::World;
use super::{bulk, refunds, shifts, staff};

const RICH: &str = "9811107701";

#[tokio::test]
async fn every_panel_asks_for_the_pin_where_it_stands_and_goes_on_with_it() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let at_once = json!({"after_ms": 0, "state": "success"});
    world.phonepe.post("/control/refund/rule", at_once).await;
    let album = Album::open();
    let window = world.open().await;
    staff::the_first_manager_is_made(&album, &window).await;
    staff::a_cashier_with_a_limit_is_added(&window).await;
    shifts::open_shift(&window, "500").await;
    window.click("nav-till").await;
    let held = a_hold_over_the_cashiers_limit(&world, &window).await;
    window.hold_for_new(&world.phonepe, "9811107702", "300").await;
    window.capture("300").await;
    window.prove().await;
    staff::switch(&window, "Asha", staff::ASHA).await;

    a_refund(&world, &album, &window).await;
    a_choice_for_a_deadline(&album, &window, &held).await;
    cash_out_of_the_drawer(&album, &window).await;
    world.close_and_examine(window).await;
}

async fn a_hold_over_the_cashiers_limit(world: &World, window: &Window) -> String {
    world
        .phonepe
        .wallet(RICH, json!({"balance_paise": 2_000_000}))
        .await;
    let our_ref = window.hold_for_new(&world.phonepe, RICH, "12000").await;
    window.click("new-sale").await;
    our_ref
}

async fn a_refund(world: &World, album: &Album, window: &Window) {
    refunds::open_timeline(window).await;
    window.click("refund-open").await;
    window.fill("refund-amount", "120").await;
    window.fill("refund-reason", "the machine stopped early").await;
    window.click("refund-review").await;
    window.click("refund-confirm").await;
    window.until_says("approval", "₹120.00").await;
    window.until_focused("pin-input").await;
    album.take(window, "approval-refund").await;
    window.keys(&format!("{}{ENTER}", staff::MEENA)).await;
    window.settle().await;
    assert_eq!(world.phonepe.count("refund").await, 0, "Enter approves nothing");
    window.key(F4).await;
    refunds::until_refunded(window, 1).await;
    assert_eq!(world.phonepe.count("refund").await, 1);
    window.click("timeline-close").await;
}

async fn a_choice_for_a_deadline(album: &Album, window: &Window, held: &str) {
    window.click("holds-tab-open").await;
    bulk::open_row(window, held).await;
    window.click("deadline-capture").await;
    window.fill("deadline-amount", "11000").await;
    window.click("deadline-set").await;
    window.until_says("approval", "₹11,000.00").await;
    window.until_focused("pin-input").await;
    album.take(window, "approval-deadline").await;
    window.keys(staff::MEENA).await;
    window.key(F4).await;
    window
        .until_says("deadline-said", "₹11,000.00 will be captured")
        .await;
    window.click("timeline-close").await;
}

async fn cash_out_of_the_drawer(album: &Album, window: &Window) {
    window.click("nav-reports").await;
    window.fill("cash-amount", "45").await;
    window.fill("cash-reason", "milk and sugar").await;
    window.click("cash-out").await;
    window.until_says("approval", "₹45.00").await;
    window.until_focused("pin-input").await;
    album.take(window, "approval-shift").await;
    window.keys(staff::MEENA).await;
    window.key(F4).await;
    window
        .until("figure-paid-out", "is counted", |seen| {
            seen.attribute("data-count") == "1"
        })
        .await;
}
