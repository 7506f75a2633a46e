//! When it stops taking money: the books take nothing more in the middle of a sale, the till says so on one screen, and
//! goes on from what is written when they do again, without a new start.

use rusqlite::Connection;

use super::pictures::Album;
use super::window::ENTER;
use super::world::World;

const MOBILE: &str = "9877778888";

/// Another program that writes into the ledger and does not come to an end: until it goes, every commit of the till fails.
/// (A full disk would need a mount, and a limit on files would stop the web view too.)
fn seize(world: &World) -> Connection {
    let ledger = world.folders.home().join("uat/ledger.sqlite");
    let seized = Connection::open(ledger).expect("the ledger is SQLite");
    seized
        .execute_batch("BEGIN IMMEDIATE")
        .expect("nobody writes just now");
    seized
}

#[tokio::test]
async fn books_that_take_nothing_stop_the_till_and_it_comes_back_without_a_restart() {
    let world = World::provisioned();
    let window = world.open().await;
    let our_ref = window.hold_for_new(&world.phonepe, MOBILE, "200").await;
    world.phonepe.settle_at_once().await;

    let seized = seize(&world);
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

    Album::open().take(&window, "stopped").await;
    window.click("stop-retry").await;
    window.until_says("stop-failed", "still").await;
    assert!(window.one("notice").await.is_some());

    drop(seized);
    window.key(ENTER).await;
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
