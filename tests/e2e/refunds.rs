//! A manager gives money back: in part, and once more through a lost reply. The export tells what PhonePe's books tell.

use serde_json::{Value, json};

use super::pictures::Album;
use super::window::{ENTER, Seen, Window, within};
use super::world::World;

const MOBILE: &str = "9877001234";

#[tokio::test]
async fn a_refund_in_part_after_a_capture_is_told_when_it_is_proved_and_the_export_equals_phonepes_books() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let rule = json!({"after_ms": 0, "state": "success"});
    world.phonepe.post("/control/refund/rule", rule).await;
    let album = Album::open();
    let window = world.open().await;
    let our_ref = window.hold_for_new(&world.phonepe, MOBILE, "600").await;
    window.capture("450").await;
    window.prove().await;
    open_timeline(&window).await;

    // More than was captured is refused beside the field, and what was typed stays.
    window.click("refund-open").await;
    window.fill("refund-amount", "450.01").await;
    window.fill("refund-reason", "30 kWh billed, 24 given").await;
    window.click("refund-review").await;
    window.until_says("refund-error", "₹450.00").await;
    album.take(&window, "refund").await;
    window.fill("refund-amount", "200").await;
    window.click("refund-review").await;
    let panel = window.until_says("refund-panel", "Refund ₹200.00").await;
    assert!(panel.text.contains("Cannot be taken back"), "{}", panel.text);
    album.take(&window, "refund-panel").await;
    // The cursor is on the way back, and Enter moves no money.
    window.until_focused("refund-back").await;
    window.keys(&ENTER.to_string()).await;
    window.until_gone("refund-panel").await;
    assert_eq!(world.phonepe.count("refund").await, 0);

    window.click("refund-review").await;
    window.click("refund-confirm").await;
    until_refunded(&window, 1).await;

    // The reply gets lost; the refund is there all the same, and nobody asks for it twice.
    let fault = json!({"kind": "lost_after_effect"});
    world.phonepe.fault("refund", fault).await;
    window.click("refund-open").await;
    window.fill("refund-amount", "100").await;
    window.fill("refund-reason", "a second thought").await;
    window.click("refund-review").await;
    window.click("refund-confirm").await;
    window
        .until("refund", "not sure yet", |refund| {
            refund.attribute("data-state") != "RefundAsked"
        })
        .await;
    album.take(&window, "refund-not-sure").await;
    until_refunded(&window, 2).await;
    assert_eq!(world.phonepe.count("refund").await, 2);

    album.take(&window, "refunded").await;
    window.click("timeline-close").await;
    window.until_says("row-refunded", "₹300.00").await;
    books_tell_the_same(&world, &our_ref).await;
    world.close_and_examine(window).await;
}

pub(super) async fn open_timeline(window: &Window) {
    window.click("nav-holds").await;
    window.click("holds-tab-captured").await;
    window
        .until("hold-row", "the paid sale", |row| {
            row.attribute("data-state") == "Paid"
        })
        .await;
    window.click("hold-row").await;
    window.until("hold-timeline", "is open", |_| true).await;
}

/// Looks now, and again if PhonePe wants to be asked less often, until so many refunds are proved.
pub(super) async fn until_refunded(window: &Window, count: usize) {
    let looked = async || {
        let is_proved = |refund: &&Seen| refund.attribute("data-state") == "Refunded";
        if window.all("refund").await.iter().filter(is_proved).count() == count {
            return Some(());
        }
        // The till looks by itself too, and the button goes when that look has proved the refund.
        if let Ok(button) = window.find("refund-look").await {
            let _ = button.click().await;
        }
        None
    };
    if within(looked).await.is_none() {
        window.give_up("refund: Refunded").await
    }
}

async fn books_tell_the_same(world: &World, our_ref: &str) {
    let booked = world.phonepe.get("/control/refunds").await;
    let of_sale = |refund: &&Value| refund["original_id"] == our_ref && refund["state"] == "success";
    let given: i64 = booked
        .as_array()
        .expect("a list")
        .iter()
        .filter(of_sale)
        .map(|refund| refund["amount_paise"].as_i64().expect("paise"))
        .sum();
    let exported = world.exported_holds();
    let row = exported
        .iter()
        .find(|row| row["our_ref"] == our_ref)
        .expect("the sale is in the export");
    assert_eq!(
        (row["refunded_paise"].as_i64(), given),
        (Some(30_000), 30_000),
        "{row}"
    );
    assert_eq!(row["captured_paise"], 45_000, "{row}");
}
