//! Paper without paper: the real window prints to a printer on this machine's own address that decodes the stream back.

use super::pictures::Album;
use super::window::{ESC, F8, Window, within};
use super::world::World;
use holdfast_tests::paper::{keep, qr_of};
use holdfast_virtual_printer::{Mood, Slip, VirtualPrinter};
use std::time::Duration;

const MOBILE: &str = "9877001236";
const SOON: Duration = Duration::from_secs(20);

#[tokio::test]
async fn slip_duplicate_and_a_receipt_in_hindi_are_printed_by_keyboard() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let album = Album::open();
    let printer = VirtualPrinter::start().unwrap();
    let window = world.open().await;
    set_up(&window, &printer).await;
    album.take(&window, "paper_settings").await;

    window.click("nav-till").await;
    let our_ref = window.hold_for_new(&world.phonepe, MOBILE, "600").await;
    let first = printed(&window, &printer, 2).await;
    assert_eq!(
        qr_of(&first),
        std::slice::from_ref(&our_ref),
        "scanned, it finds the sale"
    );
    album.take(&window, "paper_hold_slip").await;
    window.until("paper-duplicate", "is said", |_| true).await;
    let second = printed(&window, &printer, 3).await;
    assert!(second.rows.len() > first.rows.len(), "it is marked at both ends");
    window.key(ESC).await;
    window.until_gone("paper-panel").await;

    // The paper speaks the customer's language, whatever the window speaks.
    window.settings("printer").await;
    choose(&window, "printer-language", "hi").await;
    window.click("printer-save").await;
    window.until("printer-saved", "is said", |_| true).await;
    window.click("nav-till").await;
    window.capture("450").await;
    window.prove().await;
    let receipt = printed(&window, &printer, 4).await;
    assert_eq!(qr_of(&receipt), std::slice::from_ref(&our_ref));
    window.until_says("paper-text", "भुगतान हुआ").await;
    album.take(&window, "paper_receipt_hindi").await;
    window.click("paper-save").await;
    let said = window.until_says("paper-path", &our_ref).await;
    let path = said.text.split_whitespace().last().unwrap();
    assert!(std::fs::read(path).unwrap().starts_with(b"%PDF-"));
    for (name, slip) in [
        ("hold", &first),
        ("duplicate", &second),
        ("receipt_hindi", &receipt),
    ] {
        keep(name, slip);
    }
    assert!(printer.strange().is_empty());
    assert!(printer.slips().iter().all(|slip| !slip.kicked));
    window.click("paper-close").await;
    world.close_and_examine(window).await;
}

#[tokio::test]
async fn a_printer_without_paper_says_so_and_no_sale_waits_for_it() {
    let world = World::provisioned();
    let printer = VirtualPrinter::start().unwrap();
    let window = world.open().await;
    set_up(&window, &printer).await;
    printer.set(Mood {
        paper_out: true,
        ..Mood::default()
    });
    window.click("nav-till").await;
    let our_ref = window.hold_for_new(&world.phonepe, MOBILE, "600").await;
    window.key(F8).await;
    window.until_says("paper-text", &our_ref).await;
    window.key(F8).await;
    let last = window.until_says("paper-last", "Put in a new roll").await;
    assert_eq!(last.attribute("data-outcome"), "not_printed");
    window
        .until("lamp-printer", "is red", |lamp| {
            lamp.attribute("data-light") == "bad"
        })
        .await;
    // Nothing was printed by itself when the roll is in; the next press is no duplicate.
    printer.set(Mood::default());
    window.key(F8).await;
    let slips = printer.wait_for(2, SOON);
    assert_eq!((slips.len(), printer.torn_off().len()), (2, 0));
    window
        .until("paper-last", "was printed", |last| {
            last.attribute("data-outcome") == "printed"
        })
        .await;
    window.key(ESC).await;
    world.close_and_examine(window).await;
}

/// Types the printer's address and prints the test page.
async fn set_up(window: &Window, printer: &VirtualPrinter) {
    window.settings("printer").await;
    window.fill("printer-address", &printer.address()).await;
    window.fill("printer-shop", "Green Park EV & Salon").await;
    window.click("printer-save").await;
    window
        .until("printer-state", "ready", |printer| {
            printer.attribute("data-state") == "ready"
        })
        .await;
    window.click("printer-test").await;
    let slips = printer.wait_for(1, SOON);
    assert_eq!(qr_of(&slips[0]), ["HOLDFAST"]);
    keep("test_page", &slips[0]);
    window
        .until("paper-last", "was printed", |last| {
            last.attribute("data-outcome") == "printed"
        })
        .await;
}

/// F8 once or twice: shown, then printed. The last of so many papers.
async fn printed(window: &Window, printer: &VirtualPrinter, count: usize) -> Slip {
    if window.one("paper-panel").await.is_none() {
        window.key(F8).await;
    }
    window.until("paper-text", "is drawn", |_| true).await;
    window
        .until("paper-print", "is not grey", |button| !button.is_grey())
        .await;
    window.key(F8).await;
    let slips = printer.wait_for(count, SOON);
    assert_eq!(slips.len(), count);
    window
        .until("paper-last", "was printed", |last| {
            last.attribute("data-outcome") == "printed"
        })
        .await;
    slips.last().unwrap().clone()
}

async fn choose(window: &Window, mark: &str, value: &str) {
    // What can be chosen may come a moment after the list.
    let chosen = async || {
        let list = window.find(mark).await.ok()?;
        list.select_by_value(value).await.ok()
    };
    assert!(within(chosen).await.is_some(), "{mark} has no {value}");
}
