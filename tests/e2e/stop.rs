//! When it stops taking money: the disk takes nothing more in the middle of a sale, the till says so on one screen, goes
//! on asking PhonePe, and goes on from its books when the disk has room again, without a new start.

use std::process::Command;

use super::window::Window;
use super::world::World;

const MOBILE: &str = "9877778888";

/// From now on no file of the till grows any more, as on a full disk; or it may again.
fn let_files_grow(window: &Window, may_grow: bool) {
    let limit = if may_grow {
        "--fsize=unlimited"
    } else {
        "--fsize=1"
    };
    let pids = window.pids();
    assert_eq!(pids.len(), 1, "one till: {pids:?}");
    let pid = format!("--pid={}", pids[0]);
    // The soft limit alone, so that it can be taken back.
    let limit = format!("{limit}:");
    let done = Command::new("prlimit")
        .args([&pid, &limit])
        .status()
        .expect("prlimit is there");
    assert!(done.success());
}

#[tokio::test]
async fn a_disk_that_takes_nothing_stops_the_till_and_the_till_comes_back_without_a_restart() {
    let world = World::provisioned();
    let window = world.open().await;
    let our_ref = window.hold_for_new(&world.phonepe, MOBILE, "200").await;
    world.phonepe.settle_at_once().await;

    let_files_grow(&window, false);
    window.click("capture-review").await;
    window.click("capture-confirm").await;
    let notice = window
        .until("notice", "cannot be written", |notice| {
            notice.attribute("data-code") == "ledger_cannot_write"
        })
        .await;
    assert!(notice.text.contains("No new hold"), "{}", notice.text);
    let sale = window
        .until("stop-sale", "names the hold", |sale| {
            sale.attribute("data-ref") == our_ref
        })
        .await;
    assert!(sale.text.contains("₹200.00"), "{}", sale.text);
    for gone in ["pay-button", "mobile-input", "capture-confirm", "nav-till"] {
        assert!(window.one(gone).await.is_none(), "{gone} is still there");
    }
    assert_eq!(
        world.phonepe.count("auth_capture").await,
        0,
        "nothing that could not be written was asked"
    );

    window.click("stop-retry").await;
    window.until_says("stop-failed", "still").await;
    assert!(window.one("notice").await.is_some());

    let_files_grow(&window, true);
    window.click("stop-retry").await;
    window.until_gone("notice").await;
    window
        .until("lamp-books", "in order", |lamp| {
            lamp.attribute("data-light") == "good"
        })
        .await;
    window.until_sale("Held").await;
    window.capture("200").await;
    window.prove().await;
    let booked = world.phonepe.hold(&our_ref).await;
    assert_eq!(
        (booked.captured_paise, booked.requests["auth_capture"]),
        (Some(20_000), 1)
    );
    world.close_and_examine(window).await;
}
