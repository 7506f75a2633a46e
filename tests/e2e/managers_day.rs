//! A shop's whole day with everybody in it: the first manager, a cashier over her limit, ten sales in all outcomes, X, many
//! captures at once, a refund in part, a hand-over, and a Z that equals the events and PhonePe's books.

use serde_json::json;

use super::pictures::Album;
use super::window::{F4, Seen, Window};
use super::world::World;
use super::{bulk, refunds, shifts, staff};

/// What is captured stays unproved until the clock is moved, and so among what is open.
const SETTLES_AFTER_MS: u64 = 600_000;

#[tokio::test]
async fn a_managers_day_from_the_first_pin_to_a_z_that_equals_phonepes_books() {
    let world = World::provisioned();
    settle(&world, SETTLES_AFTER_MS, "success").await;
    let refunded = json!({"after_ms": 0, "state": "success"});
    world.phonepe.post("/control/refund/rule", refunded).await;
    let album = Album::open();
    let window = world.open().await;
    staff::the_first_manager_is_made(&album, &window).await;
    staff::a_cashier_with_a_limit_is_added(&window).await;
    shifts::open_shift(&window, "500").await;

    staff::switch(&window, "Asha", staff::ASHA).await;
    window.click("nav-till").await;
    let over_limit = over_the_limit_with_a_manager_in_place(&world, &window).await;
    staff::switch(&window, "Meena", staff::MEENA).await;
    let day = nine_more_sales(&world, &window).await;
    assert_eq!(world.phonepe.count("auth_authorize").await, 10);

    capture_what_can_be(&window, &day, &over_limit).await;
    world.phonepe.advance_ms(SETTLES_AFTER_MS).await;
    for our_ref in day.captured.iter().chain([&over_limit]) {
        bulk::prove(&window, our_ref).await;
    }
    refund_in_part(&window).await;

    window.click("nav-reports").await;
    window
        .until("figure-refunded", "is counted", |seen| {
            seen.attribute("data-count") == "1"
        })
        .await;
    let x = shifts::figures(&window, "x-report").await;
    shifts::agrees(&world, &x).await;
    shifts::hand_over(&window, &day.open, "Ravi").await;
    shifts::close_shift(&window, "495", "a coin of five is missing").await;
    let z = shifts::figures(&window, "z-report").await;
    album.take(&window, "managers-day-z").await;
    for (key, sum) in &x {
        assert_eq!(z.get(key), Some(sum), "{key}: the Z says what the X said");
    }
    shifts::agrees(&world, &z).await;
    assert_eq!(z["refunded"], (1, 5_000));
    assert_eq!(refunded_at_phonepe(&world).await, 5_000);
    the_pictures_show_the_day(&window, &album).await;
    let printed = shifts::report(&world, 1);
    assert_eq!(shifts::sums_of(&printed), z, "the window and holdfast-admin");
    world.close_and_examine(window).await;
}

/// What became of the sales that go on in the day.
struct Day {
    /// Captured, or to be captured by the run: each is paid at the end.
    captured: Vec<String>,
    /// Stays held over the Z.
    open: String,
}

async fn over_the_limit_with_a_manager_in_place(world: &World, window: &Window) -> String {
    window.set_amount("600", "₹600.00").await;
    window.link(&world.phonepe, "9811104401").await;
    window.until_armed("Pay").await;
    window.key(F4).await;
    window.until_says("approval", "₹600.00").await;
    window.until_focused("pin-input").await;
    window.keys(staff::MEENA).await;
    window.key(F4).await;
    window.until_sale("Held").await;
    let our_ref = window.text("sale-ref").await;
    window.capture("450").await;
    window.until_sale("CaptureAccepted").await;
    window.click("new-sale").await;
    our_ref
}

/// Not paid, captured in full, released, refused, found after a lost reply, three for the run, and one that stays open.
async fn nine_more_sales(world: &World, window: &Window) -> Day {
    window.click("nav-till").await;
    let hold = async |mobile: &str, rupees: &str| {
        let our_ref = window.hold_for_new(&world.phonepe, mobile, rupees).await;
        window.click("new-sale").await;
        our_ref
    };
    settle(world, 0, "declined").await;
    window.hold_for_new(&world.phonepe, "9811104402", "250").await;
    window.capture("250").await;
    let is_taken = |sale: &Seen| ["CaptureAccepted", "NotPaid"].contains(&sale.attribute("data-state"));
    window
        .until("sale-state", "the capture was taken on", is_taken)
        .await;
    window.look_until("NotPaid").await;
    window.click("new-sale").await;
    settle(world, SETTLES_AFTER_MS, "success").await;

    let full = window.hold_for_new(&world.phonepe, "9811104403", "890.50").await;
    window.capture("890.50").await;
    window.until_sale("CaptureAccepted").await;
    window.click("new-sale").await;

    window.hold_for_new(&world.phonepe, "9811104404", "350").await;
    window.click("release-review").await;
    window.click("release-confirm").await;
    window.until_sale("Released").await;
    window.click("new-sale").await;

    shifts::refused(world, window).await;

    let lost = json!({"kind": "lost_after_effect"});
    world.phonepe.fault("auth_authorize", lost).await;
    window.set_amount("120", "₹120.00").await;
    window.link(&world.phonepe, "9811104405").await;
    window.until_armed("Pay").await;
    window.key(F4).await;
    window.until_sale("HoldUnknown").await;
    window.look_until("Held").await;
    let found = window.text("sale-ref").await;
    window.click("new-sale").await;
    let mut captured = vec![full, found];
    for (mobile, rupees) in [
        ("9811104406", "100"),
        ("9811104407", "200"),
        ("9811104408", "300"),
    ] {
        captured.push(hold(mobile, rupees).await);
    }
    let open = hold("9811104409", "1200").await;
    Day { captured, open }
}

/// How a capture from now on ends, and when.
async fn settle(world: &World, after_ms: u64, outcome: &str) {
    let settlement = json!({"after_ms": after_ms, "outcome": outcome});
    world.phonepe.post("/control/settlement", settlement).await;
}

/// Everything that is open is ticked but the hold that stays; two of the rest were captured at the till.
async fn capture_what_can_be(window: &Window, day: &Day, over_limit: &str) {
    window.click("nav-holds").await;
    window.click("hold-tick-all").await;
    bulk::until_ticked(window, "7").await;
    bulk::click_in_row(window, &day.open, "input").await;
    bulk::until_ticked(window, "6").await;
    window.click("bulk-capture").await;
    window.until_says("queue-confirm", "Capture 4 holds").await;
    window.until_says("queue-confirm", "₹720.00").await;
    let why = bulk::rows_by_ref(window, "queue-row", "data-why").await;
    assert_eq!(why[over_limit], "captured_already");
    assert_eq!(why[&day.captured[0]], "captured_already");
    assert_eq!(why.values().filter(|why| why.is_empty()).count(), 4, "{why:?}");
    window.click("queue-confirm").await;
    let is_over = |run: &Seen| run.attribute("data-over") == "true";
    window.until("run-rows", "the run is over", is_over).await;
    window.click("result-close").await;
    window.until_gone("run").await;
}

async fn refund_in_part(window: &Window) {
    refunds::open_timeline(window).await;
    window.click("refund-open").await;
    window.fill("refund-amount", "50").await;
    window.fill("refund-reason", "one litre less").await;
    window.click("refund-review").await;
    window.click("refund-confirm").await;
    refunds::until_refunded(window, 1).await;
    window.click("timeline-close").await;
}

/// ₹450.00, ₹890.50 and the run's ₹720.00 were captured; each picture says so in its table too.
async fn the_pictures_show_the_day(window: &Window, album: &Album) {
    window.click("reports-pictures").await;
    window.until_says("picture-days", "₹2,060.50").await;
    window.until_says("picture-outcomes", "paid in part").await;
    window.until_says("picture-latency", "authorize").await;
    window.settle().await;
    album.take(window, "pictures").await;
    window.click("picture-days-table-toggle").await;
    album.take(window, "pictures-table").await;
    window.click("reports-shift").await;
}

async fn refunded_at_phonepe(world: &World) -> i64 {
    let refunds = world.phonepe.get("/control/refunds").await;
    let refunds = refunds.as_array().expect("a list");
    refunds
        .iter()
        .filter(|refund| refund["state"] == "success")
        .map(|refund| refund["amount_paise"].as_i64().expect("paise"))
        .sum()
}
