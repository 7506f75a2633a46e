//! PhonePe does not answer: nothing is sent twice, the counter goes on, and a look finds the truth.

use serde_json::json;

use super::pictures::Album;
use super::window::{F7, Seen, Window};
use super::world::World;

const MOBILE: &str = "9844445555";

#[tokio::test]
async fn a_hold_whose_reply_is_lost_is_looked_up_and_never_asked_twice() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let window = world.open().await;
    for (at, fault) in [
        json!({"kind": "lost_after_effect"}),
        json!({"kind": "bad_gateway", "done": true}),
        json!({"kind": "truncated_body"}),
    ]
    .into_iter()
    .enumerate()
    {
        world.phonepe.fault("auth_authorize", fault).await;
        let mobile = format!("98444455{at:02}");
        let our_ref = press_into_silence(&world, &window, &mobile).await;
        the_next_customer_can_be_served(&window).await;
        window.until_state("open-hold", "HoldUnknown").await;
        open_from_strip(&window, &our_ref).await;
        window.until("unknown-panel", "is back", |_| true).await;
        window.key(F7).await;
        window.until_sale("Held").await;
        assert!(window.one("unknown-panel").await.is_none());
        assert_eq!(world.phonepe.hold(&our_ref).await.requests["auth_authorize"], 1);
        window.click("new-sale").await;
    }
    a_lost_capture_is_proved_and_never_sent_twice(&world, &window).await;
    a_hold_that_never_arrived_blocks_nothing_for_long(&world, &window).await;
    world.close_and_examine(window).await;
}

/// PhonePe takes back what it had proved. The till promises no look that would clear it: a person presses F7 and sees.
#[tokio::test]
async fn what_phonepe_takes_back_waits_for_a_person_who_looks_by_keyboard() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let album = Album::open();
    let window = world.open().await;
    let our_ref = window.hold_for_new(&world.phonepe, MOBILE, "600").await;
    window.capture("450").await;
    window.prove().await;
    let body = json!({"success": false, "code": "PAYMENT_ERROR", "message": "Payment Failed", "data": {"transactionId": our_ref}});
    let denial = json!({"kind": "literal", "status": 200, "body": body.to_string()});
    world.phonepe.fault("transaction_status", denial).await;
    window.look_until("NeedsPerson").await;
    window.until_says("unknown-panel", "Do not charge again.").await;
    window.until_says("sale-why", "F7").await;
    assert!(window.one("next-look").await.is_none(), "nobody else clears it");
    album.take(&window, "contradicted").await;
    window.look_until("Paid").await;
    world.close_and_examine(window).await;
}

async fn press_into_silence(world: &World, window: &Window, mobile: &str) -> String {
    window.set_amount("600", "₹600.00").await;
    window.link(&world.phonepe, mobile).await;
    window.until_armed("Pay").await;
    window.click("pay-button").await;
    window.until_sale("HoldUnknown").await;
    window.until_says("unknown-panel", "Do not charge again.").await;
    let panel = window.text("unknown-panel").await;
    assert!(panel.contains("Next look in"), "{panel}");
    let word = window.text("sale-state").await;
    assert!(word.contains("Not sure yet"), "{word}");
    assert!(
        window.one("pay-button").await.is_none(),
        "there is nothing to charge with"
    );
    window.text("sale-ref").await
}

async fn the_next_customer_can_be_served(window: &Window) {
    window.click("next-customer").await;
    window.until("mobile-input", "asks for a number", |_| true).await;
    window.set_amount("99", "₹99.00").await;
}

pub(crate) async fn open_from_strip(window: &Window, our_ref: &str) {
    let ours = |row: &Seen| row.attribute("data-ref") == our_ref;
    window.until("open-hold", "stands in the strip", ours).await;
    let css = format!("[data-testid=\"open-hold\"][data-ref=\"{our_ref}\"]");
    let row = window.client.find(fantoccini::Locator::Css(&css)).await;
    row.expect("it was there")
        .click()
        .await
        .expect("it can be clicked");
    window.until_text("sale-ref", our_ref).await;
}

async fn a_lost_capture_is_proved_and_never_sent_twice(world: &World, window: &Window) {
    window.click("new-sale").await;
    let our_ref = window.hold_for_new(&world.phonepe, MOBILE, "500").await;
    let fault = json!({"kind": "lost_after_effect"});
    world.phonepe.fault("auth_capture", fault).await;
    window.capture("420.50").await;
    window.until_sale("CaptureUnknown").await;
    window.until_says("unknown-panel", "Do not charge again.").await;
    window.click("look-now").await;
    window.until_sale("Paid").await;
    let booked = world.phonepe.hold(&our_ref).await;
    assert_eq!(booked.captured_paise, Some(42_050));
    assert_eq!(booked.requests["auth_capture"], 1);
}

/// PhonePe has no such hold, but once is not enough to believe it: the request may still be on its way.
async fn a_hold_that_never_arrived_blocks_nothing_for_long(world: &World, window: &Window) {
    window.click("new-sale").await;
    let fault = json!({"kind": "lost_before_effect"});
    world.phonepe.fault("auth_authorize", fault).await;
    let our_ref = press_into_silence(world, window, "9844440000").await;
    window.key(F7).await;
    world.phonepe.requests_reach("auth_status", 4).await;
    window.until_sale("HoldUnknown").await;
    let holds = world.phonepe.holds().await;
    assert!(holds.iter().all(|hold| hold.transaction_id != our_ref));
}

#[tokio::test]
async fn a_till_killed_while_phonepe_was_thinking_finds_its_hold_again_and_asks_no_second_one() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let window = world.open().await;
    window.set_amount("600", "₹600.00").await;
    window.link(&world.phonepe, MOBILE).await;
    window.until_armed("Pay").await;
    let delay = json!({"kind": "delay", "ms": 600_000});
    world.phonepe.fault("auth_authorize", delay).await;
    window.click("pay-button").await;
    world.phonepe.requests_reach("auth_authorize", 1).await;
    window.kill_9().await;

    let window = world.open().await;
    let row = window.until_state("open-hold", "Held").await;
    let our_ref = row.attribute("data-ref").to_owned();
    open_from_strip(&window, &our_ref).await;
    window.until_sale("Held").await;
    assert_eq!(world.phonepe.count("auth_authorize").await, 1);

    // And once more, in the middle of the capture.
    let delay = json!({"kind": "delay", "ms": 600_000});
    world.phonepe.fault("auth_capture", delay).await;
    window.capture("600").await;
    world.phonepe.requests_reach("auth_capture", 1).await;
    window.kill_9().await;

    let window = world.open().await;
    open_from_strip(&window, &our_ref).await;
    window.until_sale("Paid").await;
    assert_eq!(world.phonepe.count("auth_authorize").await, 1);
    assert_eq!(world.phonepe.count("auth_capture").await, 1);
    world.close_and_examine(window).await;
}
