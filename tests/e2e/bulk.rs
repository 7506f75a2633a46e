//! A manager selects the holds on the board and captures those that can be; two cannot. One reply gets lost. The result
//! stands row by row, outlives the program, and says what PhonePe's books say. One hold is left to its deadline.

use std::collections::BTreeMap;

use serde_json::json;

use super::pictures::Album;
use super::window::{ENTER, Seen, Window, within};
use super::world::World;

const MOBILES: [&str; 6] = [
    "9877101101",
    "9877101102",
    "9877101103",
    "9877101104",
    "9877101105",
    "9877101106",
];

/// Longer than the test, by PhonePe's clock.
const SETTLES_AFTER_MS: u64 = 600_000;

#[tokio::test]
async fn many_holds_are_captured_at_once_with_a_result_for_each_and_the_export_equals_phonepes_books() {
    let world = World::provisioned();
    // What is captured stays unproved, and so on the list of what is open, until the clock is moved.
    let settlement = json!({"after_ms": SETTLES_AFTER_MS, "outcome": "success"});
    world.phonepe.post("/control/settlement", settlement).await;
    let album = Album::open();
    let window = world.open().await;
    let refs = six_holds(&world, &window).await;
    choose_for_a_deadline(&window, &album, &refs[5]).await;

    select_five_of_which_three_can(&window, &refs).await;
    album.take(&window, "bulk-review").await;

    // The cursor is on the way back, and Enter moves no money.
    window.until_focused("queue-back").await;
    window.keys(&ENTER.to_string()).await;
    window.until_gone("queue-panel").await;
    assert_eq!(world.phonepe.count("auth_capture").await, 2);
    window.click("bulk-capture").await;
    lose_the_next_capture(&world).await;
    window.click("queue-confirm").await;

    let is_over = |run: &Seen| run.attribute("data-over") == "true";
    window.until("run-rows", "the run is over", is_over).await;
    let told = rows_by_ref(&window, "run-row", "data-outcome").await;
    let unsure = told.values().filter(|told| *told == "not_sure_yet").count();
    assert_eq!((told.len(), unsure), (3, 1), "{told:?}");
    album.take(&window, "bulk-result").await;

    // The result outlives the program, and tells what became of each since.
    window.kill_9().await;
    world.phonepe.advance_ms(SETTLES_AFTER_MS).await;
    let window = world.open().await;
    window.click("nav-holds").await;
    window.until("run", "is still there", is_over).await;
    for our_ref in &refs[..5] {
        prove(&window, our_ref).await;
    }
    window.click("run-open").await;
    let paid = async || {
        let told = rows_by_ref(&window, "run-row", "data-outcome").await;
        (told.len() == 3 && told.values().all(|told| told == "paid")).then_some(())
    };
    if within(paid).await.is_none() {
        window.give_up("run-row: all paid").await
    }
    album.take(&window, "bulk-paid").await;
    window.click("result-close").await;
    window.until_gone("run").await;
    for our_ref in &refs[..5] {
        let booked = world.phonepe.hold(our_ref).await;
        assert_eq!(booked.captured_paise, Some(booked.authorized_paise), "{booked:?}");
        assert_eq!(booked.requests["auth_capture"], 1, "{booked:?}");
    }
    world.close_and_examine(window).await;
}

/// Of ₹100.00, ₹200.00 and so on. The first two are captured at the till; of the second nobody hears.
async fn six_holds(world: &World, window: &Window) -> Vec<String> {
    let mut refs = Vec::new();
    for (nth, mobile) in MOBILES.iter().enumerate() {
        let rupees = ((nth + 1) * 100).to_string();
        refs.push(window.hold_for_new(&world.phonepe, mobile, &rupees).await);
        if nth == 1 {
            lose_the_next_capture(world).await;
        }
        if nth < 2 {
            window.capture(&rupees).await;
            let state = ["CaptureAccepted", "CaptureUnknown"][nth];
            window.until_sale(state).await;
        }
        window.click("new-sale").await;
    }
    refs
}

/// All are ticked, and the one with a choice is unticked again. Two of the others cannot.
async fn select_five_of_which_three_can(window: &Window, refs: &[String]) {
    window.click("hold-tick-all").await;
    until_ticked(window, "6").await;
    click_in_row(window, &refs[5], "input").await;
    until_ticked(window, "5").await;
    window.click("bulk-capture").await;
    window.until_says("queue-confirm", "Capture 3 holds").await;
    window.until_says("queue-confirm", "₹1,200.00").await;
    let why = rows_by_ref(window, "queue-row", "data-why").await;
    assert_eq!(why[&refs[0]], "captured_already");
    let unsure = ["not_sure_yet", "captured_already"];
    assert!(unsure.contains(&why[&refs[1]].as_str()), "{why:?}");
    assert!(
        refs[2..5].iter().all(|our_ref| why[our_ref].is_empty()),
        "{why:?}"
    );
}

#[tokio::test]
async fn a_run_that_was_stopped_and_then_killed_asks_for_nothing_more_and_finds_out_what_it_had_asked_for() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let album = Album::open();
    let window = world.open().await;
    let mut refs = Vec::new();
    for mobile in &MOBILES[..5] {
        refs.push(window.hold_for_new(&world.phonepe, mobile, "600").await);
        window.click("new-sale").await;
    }
    // PhonePe obeys the first four at once, and thinks about its answers.
    for _ in 0..4 {
        let delay = json!({"kind": "delay", "ms": SETTLES_AFTER_MS});
        world.phonepe.fault("auth_capture", delay).await;
    }
    window.click("nav-holds").await;
    window.click("hold-tick-all").await;
    until_ticked(&window, "5").await;
    window.click("bulk-capture").await;
    window.until_says("queue-confirm", "Capture 5 holds").await;
    window.click("queue-confirm").await;
    world.phonepe.requests_reach("auth_capture", 4).await;
    window.click("result-stop").await;
    let is_stopped = |row: &Seen| row.attribute("data-outcome") == "stopped";
    window.until("run-row", "is stopped", is_stopped).await;
    window.kill_9().await;

    let window = world.open().await;
    window.click("nav-holds").await;
    window.click("run-open").await;
    until_outcomes(&window, &[("paid", 4), ("stopped", 1)]).await;
    window.until_says("run", "4 of 5 done, 1 stopped").await;
    album.take(&window, "bulk-stopped").await;
    for our_ref in &refs[..4] {
        let booked = world.phonepe.hold(our_ref).await;
        assert_eq!(booked.requests["auth_capture"], 1, "{booked:?}");
    }
    let last = world.phonepe.hold(&refs[4]).await;
    assert_eq!((last.captured_paise, last.blocked_paise), (None, 60_000));
    world.close_and_examine(window).await;
}

async fn until_outcomes(window: &Window, wanted: &[(&str, usize)]) {
    let wanted: BTreeMap<String, usize> = wanted.iter().map(|(of, n)| ((*of).to_owned(), *n)).collect();
    let told = async || {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for outcome in rows_by_ref(window, "run-row", "data-outcome").await.into_values() {
            *counts.entry(outcome).or_default() += 1;
        }
        (counts == wanted).then_some(())
    };
    if within(told).await.is_none() {
        window.give_up(&format!("run-row: {wanted:?}")).await
    }
}

async fn lose_the_next_capture(world: &World) {
    let fault = json!({"kind": "lost_after_effect"});
    world.phonepe.fault("auth_capture", fault).await;
}

pub(super) async fn until_ticked(window: &Window, count: &str) {
    let is_so = |bar: &Seen| bar.attribute("data-count") == count;
    window.until("selection-bar", count, is_so).await;
}

/// Brings the sale to the till and looks until it is proved.
pub(super) async fn prove(window: &Window, our_ref: &str) {
    window.click("nav-holds").await;
    window.until("totals", "the board is read", |_| true).await;
    // Whatever is proved already has left the tab of what is open.
    let is_open = window
        .all("hold-row")
        .await
        .iter()
        .any(|row| row.attribute("data-ref") == our_ref);
    if !is_open {
        return;
    }
    click_in_row(window, our_ref, "button").await;
    window.click("timeline-till").await;
    window.until_text("sale-ref", our_ref).await;
    window.prove().await;
    window.click("nav-holds").await;
}

/// An illegal amount is refused beside the field; then a legal one is set, and its mark stands in the row.
async fn choose_for_a_deadline(window: &Window, album: &Album, our_ref: &str) {
    window.click("nav-holds").await;
    open_row(window, our_ref).await;
    window.click("deadline-capture").await;
    window.fill("deadline-amount", "600.01").await;
    window.click("deadline-set").await;
    window.until_says("deadline-error", "more than the amount").await;
    window.fill("deadline-amount", "450").await;
    window.click("deadline-set").await;
    window
        .until_says("deadline-said", "₹450.00 will be captured")
        .await;
    album.take(window, "deadline").await;
    window.click("timeline-close").await;
    window
        .until("row-plan", "is marked", |mark| {
            mark.attribute("data-choice") == "capture"
        })
        .await;
}

pub(super) async fn open_row(window: &Window, our_ref: &str) {
    click_in_row(window, our_ref, "button").await;
    window
        .until("hold-timeline", "is open", |drawer| {
            drawer.attribute("data-ref") == our_ref
        })
        .await;
}

pub(super) async fn click_in_row(window: &Window, our_ref: &str, what: &str) {
    let is_it = |row: &Seen| row.attribute("data-ref") == our_ref;
    window.until("hold-row", "stands there", is_it).await;
    let css = format!("[data-testid=\"hold-row\"][data-ref=\"{our_ref}\"] {what}");
    let clicked = async || {
        let found = window.client.find(fantoccini::Locator::Css(&css)).await.ok()?;
        found.click().await.ok()
    };
    if within(clicked).await.is_none() {
        window
            .give_up(&format!("{what} of {our_ref} takes a click"))
            .await
    }
}

pub(super) async fn rows_by_ref(window: &Window, mark: &str, attribute: &str) -> BTreeMap<String, String> {
    let rows = window.all(mark).await;
    rows.iter()
        .map(|row| {
            (
                row.attribute("data-ref").to_owned(),
                row.attribute(attribute).to_owned(),
            )
        })
        .collect()
}
