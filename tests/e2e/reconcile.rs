//! A manager asks PhonePe about every sale of the day again. One answer is about another amount: it is found, explained,
//! left to a person, and closed with a note. Then a settlement file is compared: a bad one first, and then a good one.

use serde_json::json;

use super::pictures::Album;
use super::window::{ENTER, Seen, Window, within};
use super::world::World;

const MOBILES: [&str; 2] = ["9877201201", "9877201202"];

#[tokio::test]
async fn every_sale_is_asked_about_again_and_a_difference_is_closed_with_a_note() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let album = Album::open();
    let window = world.open().await;
    let paid = window.hold_for_new(&world.phonepe, MOBILES[0], "600").await;
    window.capture("450").await;
    window.prove().await;
    window.click("new-sale").await;
    let held = window.hold_for_new(&world.phonepe, MOBILES[1], "800").await;
    window.click("new-sale").await;
    window.click("nav-reconcile").await;

    // A period that has no sale is refused beside the button.
    window.click("period-yesterday").await;
    window.click("reconcile-start").await;
    window.until_says("reconcile-error", "No sale").await;

    let members = json!({"/data/amount": 44_000});
    let fault = json!({"kind": "altered", "members": members});
    world.phonepe.fault("transaction_status", fault).await;
    window.click("period-today").await;
    window.click("reconcile-start").await;
    window.until_state("reconcile-run", "ended").await;
    let is_it =
        |found: &Seen| found.attribute("data-kind") == "other_amount" && found.attribute("data-ref") == paid;
    window.until("difference", "of the paid sale", is_it).await;
    for (mark, count) in [("reconcile-agrees", "1"), ("reconcile-differs", "1")] {
        let is_so = |counted: &Seen| counted.attribute("data-count") == count;
        window.until(mark, count, is_so).await;
    }
    album.take(&window, "reconcile").await;

    // Its story is one click away, and it stands before a person.
    window.click("difference-sale").await;
    let is_story = |drawer: &Seen| drawer.attribute("data-ref") == paid;
    window.until("hold-timeline", "is open", is_story).await;
    window.until_says("hold-timeline", "Differs from PhonePe").await;
    window.click("timeline-close").await;

    compare_files(&window, &album, &paid, &held).await;

    // The first one is closed by the keyboard; without a note it is not.
    window.click("differences-open").await;
    window.fill("difference-note", "").await;
    window.click("difference-close").await;
    window.until_says("difference-error", "Say how").await;
    window
        .fill("difference-note", "PhonePe: a wrong answer, ticket 12")
        .await;
    window.keys(&ENTER.to_string()).await;
    window.click("differences-all").await;
    window.until_says("difference-closed", "ticket 12").await;
    for our_ref in [&paid, &held] {
        let booked = world.phonepe.hold(our_ref).await;
        assert!(
            !booked.requests.contains_key("auth_cancel"),
            "nothing was moved: {booked:?}"
        );
    }
    // Whoever opens the sale and looks again clears it.
    click_sale_of(&window, &paid).await;
    window.click("timeline-till").await;
    window.look_until("Paid").await;
    world.close_and_examine(window).await;
}

/// Opens the story of the sale from a difference of it that is still open.
async fn click_sale_of(window: &Window, our_ref: &str) {
    let css =
        format!("[data-testid=\"difference\"][data-ref=\"{our_ref}\"] [data-testid=\"difference-sale\"]");
    let clicked = async || {
        let found = window.client.find(fantoccini::Locator::Css(&css)).await.ok()?;
        found.click().await.ok()
    };
    if within(clicked).await.is_none() {
        window.give_up("difference-sale takes a click").await
    }
}

async fn compare_files(window: &Window, album: &Album, paid: &str, held: &str) {
    choose_file(
        window,
        b"Merchant Reference Id,Transaction Amount\nCaf\xE9,1.00\n",
    )
    .await;
    window.until_says("settlement-error", "Line 2").await;
    let text = format!(
        "Merchant Reference Id,Transaction Amount\n{paid},450.00\n{held},800.00\n\"=HYPERLINK(\"\"http://x\"\")\",12.00\n"
    );
    choose_file(window, text.as_bytes()).await;
    let has_three = |rows: &Seen| rows.attribute("data-rows") == "3";
    window.until("settlement-rows", "three lines", has_three).await;
    window.click("file-period-today").await;
    album.take(window, "settlement").await;
    window.click("settlement-compare").await;
    window.until_says("settlement-said", "of 3 lines agree").await;
    let is_formula = |found: &Seen| found.attribute("data-ref") == "=HYPERLINK(\"http://x\")";
    window
        .until("difference", "the formula as a text", is_formula)
        .await;
    album.take(window, "differences").await;
}

/// As the dialog of the system hands a file to the page.
async fn choose_file(window: &Window, bytes: &[u8]) {
    let script = "\
        const field = document.querySelector('[data-testid=\"settlement-file\"]');\
        const given = new DataTransfer();\
        given.items.add(new File([new Uint8Array(arguments[0])], 'settlement.csv', {type: 'text/csv'}));\
        field.files = given.files;\
        field.dispatchEvent(new Event('change', {bubbles: true}));";
    let chosen = window.client.execute(script, vec![json!(bytes)]).await;
    chosen.expect("a field takes a file");
}
