//! A day at a counter with twenty thousand items: the catalogue is imported, a scanner fills the bill, another customer
//! comes in between, and less is delivered than was held.

use std::fmt::Write;

use serde_json::json;

use super::pictures::Album;
use super::window::{ENTER, Seen, Window, within};
use super::world::World;

const MOBILE: &str = "9877301301";
const TEA: &str = "8901234567890";

#[tokio::test]
async fn twenty_thousand_items_are_imported_scanned_parked_and_captured_as_delivered() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let album = Album::open();
    let window = world.open().await;

    import(&window, &album).await;
    window.click("nav-till").await;

    // Found by the beginning of two words, and chosen in the list.
    window.fill("amount-input", "charg ev").await;
    let is_it =
        |item: &Seen| item.attribute("data-code") == "EV" && item.attribute("aria-selected") == "true";
    window.until("found-item", "the charging", is_it).await;
    album.take(&window, "search").await;
    window.key(ENTER).await;
    window.until_text("cart-total", "₹18.00").await;

    // A scan while a mobile number is half typed: the number stays, and no OTP is sent.
    window.fill("mobile-input", "98773").await;
    world.scan(TEA);
    world.scan(TEA);
    window.until_text("cart-total", "₹48.00").await;
    let field = window.until("mobile-input", "stands there", |_| true).await;
    assert_eq!(field.value.as_deref(), Some("98773"));
    world.scan("4006381333931");
    window.until_says("amount-error", "4006381333931").await;
    album.take(&window, "cart").await;
    window.fill("mobile-input", "").await;

    window.link(&world.phonepe, MOBILE).await;
    window.until_armed("Pay").await;
    window.until_says("bill-hold", "₹1,030.00").await;
    let held = window.hold().await;
    assert_eq!(world.phonepe.hold(&held).await.authorized_paise, 103_000);
    world.scan(TEA);
    window.until_says("amount-error", "under way").await;

    park_and_recall(&world, &window, &album).await;

    // What was delivered: 24.5 kWh and one tea.
    window.click("open-hold").await;
    window.until_sale("Held").await;
    window.click("final-begin").await;
    change(&window, "EV", "24.5").await;
    window.until_text("cart-total", "₹471.00").await;
    change(&window, "T1", "1").await;
    window.until_text("cart-total", "₹456.00").await;
    let follows = |field: &Seen| field.value.as_deref() == Some("456.00");
    window
        .until("capture-amount", "what was delivered", follows)
        .await;
    album.take(&window, "final-cart").await;
    window.click("capture-review").await;
    window.until_text("review-capture", "₹456.00").await;
    window.until_text("review-release", "₹574.00").await;
    window.until_says("review-changes", "1 → 24.5").await;
    album.take(&window, "final-review").await;
    window.click("capture-confirm").await;
    window.prove().await;
    assert_eq!(world.phonepe.hold(&held).await.captured_paise, Some(45_600));
    world.close_and_examine(window).await;
}

/// A number without figures: one of twenty thousand would look like the OTP of the day, which must stand nowhere.
fn in_letters(n: u32) -> String {
    let figures = n.to_string();
    figures
        .bytes()
        .map(|figure| char::from(figure - b'0' + b'a'))
        .collect()
}

async fn import(window: &Window, album: &Album) {
    window.settings("catalogue").await;
    choose(window, "code;name;price\nT1;Tea;15\n").await;
    window.until_says("catalogue-error", "code;name;price").await;
    let mut text = String::from("code,name,barcode,price,unit,gst,hold\n");
    for n in 3..20_001 {
        let name = in_letters(n);
        writeln!(
            text,
            "N{name},Item {name} of the store,BC{name},{}.50,piece,18,",
            n % 900
        )
        .expect("a string takes it");
    }
    let tea = format!("T1,Masala tea,{TEA},15,cup,5,\nEV,EV charging (DC),,18,kWh,18,1000\n");
    choose(window, &format!("{text}{tea}T1,Twice,,9,,,\n")).await;
    let one = |count: &Seen| count.attribute("data-count") == "1";
    window.until("preview-wrong", "one line", one).await;
    window.until_says("preview-wrong-line", "Line 20002").await;
    let show = "document.querySelector('[data-testid=catalogue-preview]').scrollIntoView({block: 'end'})";
    window.client.execute(show, vec![]).await.expect("a page scrolls");
    album.take(window, "import").await;
    window.click("catalogue-cancel").await;
    choose(window, &format!("{text}{tea}")).await;
    let none = |count: &Seen| count.attribute("data-count") == "0";
    window.until("preview-wrong", "no line", none).await;
    window.click("catalogue-take").await;
    let all = |sheet: &Seen| sheet.attribute("data-items") == "20000";
    window.until("catalogue", "has them", all).await;
    album.take(window, "catalogue").await;
}

async fn park_and_recall(world: &World, window: &Window, album: &Album) {
    window.click("new-sale").await;
    window.until_text("cart-total", "₹0.00").await;
    world.scan(TEA);
    window.until_text("cart-total", "₹15.00").await;
    window.click("park").await;
    window.enter("park-name", "Table 4").await;
    window.until_text("cart-total", "₹0.00").await;
    window.set_amount("99", "₹99.00").await;
    window.click("parked-open").await;
    window.until_says("parked-bill", "Table 4").await;
    album.take(window, "parked").await;
    // What stands on the screen takes its place.
    window.click("parked-recall").await;
    window.until_text("cart-total", "₹15.00").await;
    window.until_gone("parked-bills").await;
    window.until_says("parked-open", "1").await;
}

pub(crate) async fn change(window: &Window, code: &str, quantity: &str) {
    let css = format!("[data-testid=\"cart-line\"][data-code=\"{code}\"] [data-testid=\"line-edit\"]");
    let clicked = async || {
        let found = window.client.find(fantoccini::Locator::Css(&css)).await.ok()?;
        found.click().await.ok()
    };
    if within(clicked).await.is_none() {
        window.give_up("line-edit takes a click").await
    }
    window.fill("line-quantity", quantity).await;
    window.click("line-save").await;
    window.until_gone("line-quantity").await;
}

/// As the dialog of the system hands a file to the page.
async fn choose(window: &Window, text: &str) {
    window.until("catalogue-file", "stands there", |_| true).await;
    let script = "\
        const field = document.querySelector('[data-testid=\"catalogue-file\"]');\
        const given = new DataTransfer();\
        given.items.add(new File([arguments[0]], 'prices.csv', {type: 'text/csv'}));\
        field.files = given.files;\
        field.dispatchEvent(new Event('change', {bubbles: true}));";
    let chosen = window.client.execute(script, vec![json!(text)]).await;
    chosen.expect("a field takes a file");
}
