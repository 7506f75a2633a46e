//! People at the till, in the real window: the first manager, a cashier over her limit, a manager's word in place, the lock.

use serde_json::Value;

use super::bulk;
use super::leaks::Secret;
use super::pictures::Album;
use super::window::{ENTER, ESC, F4, F10, Window};
use super::world::{World, told};

pub(super) const MEENA: &str = "482913";
pub(super) const ASHA: &str = "703615";
const WRONG: &str = "918274";
const END: char = '\u{E010}';
const BACKSPACE: &str = "\u{E003}";
const MOBILE: &str = "9811113333";

#[tokio::test]
async fn a_cashier_over_her_limit_holds_with_a_managers_pin_in_place_and_both_names_are_written() {
    let album = Album::open();
    let world = World::provisioned();
    let window = world.open().await;
    the_first_manager_is_made(&album, &window).await;
    a_cashier_with_a_limit_is_added(&window).await;

    album.take(&window, "staff").await;
    switch(&window, "Asha", ASHA).await;
    window.set_amount("600", "₹600.00").await;
    window.link(&world.phonepe, MOBILE).await;
    window.until_armed("Pay").await;
    window.until_says("pay-why", "over your limit").await;
    window.key(F4).await;
    window.until_says("approval", "₹600.00").await;
    window.until_focused("pin-input").await;
    album.take(&window, "approval").await;
    window.keys(&format!("{WRONG}{ENTER}")).await;
    window.settle().await;
    assert_eq!(
        world.phonepe.count("auth_authorize").await,
        0,
        "Enter approves nothing"
    );
    window.key(F4).await;
    window.until_says("pin-error", "not the PIN").await;
    window.until_focused("pin-input").await;
    window.keys(MEENA).await;
    window.key(F4).await;
    window.until_sale("Held").await;
    let our_ref = window.text("sale-ref").await;
    assert_eq!(world.phonepe.count("auth_authorize").await, 1);
    window.until_says("who", "Asha").await;

    a_locked_till_shows_nothing_and_keeps_the_sale(&window, &our_ref).await;
    many_at_once_ask_for_a_manager_in_their_own_panel(&world, &album, &window).await;
    window.close().await;
    both_names_are_in_the_export(&world, &our_ref);
    let secrets = [("a PIN", MEENA), ("a PIN", ASHA), ("a PIN", WRONG)];
    world.leaks_nothing(&secrets.map(|(what, text)| Secret::new(what, text)));

    let window = world.start().await;
    window.until("lock-screen", "stands there", |_| true).await;
    window.click("staff-Asha").await;
    album.take(&window, "lock").await;
    wrong_pins_make_a_wait(&window).await;
    album.take(&window, "wait").await;
    world.close_and_examine(window).await;
}

async fn wrong_pins_make_a_wait(window: &Window) {
    // The next one is taken only when the one before was checked.
    while window.one("pin-wait").await.is_none() {
        let field = window.until_focused("pin-input").await;
        if field.value.as_deref() == Some("") {
            window.keys(WRONG).await;
        }
        window.key(ENTER).await;
        window.settle().await;
    }
    window.until_says("pin-wait", "Wait").await;
    window.until_says("staff-Asha", "again in").await;
}

pub(super) async fn the_first_manager_is_made(album: &Album, window: &Window) {
    window.until_says("who", "Cashier").await;
    window.settings("staff").await;
    window.until("staff-none", "stands there", |_| true).await;
    album.take(window, "first-manager").await;
    window.fill("staff-name", "Meena").await;
    window.fill("staff-pin", MEENA).await;
    window.fill("staff-pin-again", MEENA).await;
    window.click("staff-add").await;
    window.until_says("who", "Meena").await;
}

pub(super) async fn a_cashier_with_a_limit_is_added(window: &Window) {
    window.until("rules", "stand there", |_| true).await;
    window.fill("staff-name", "Asha").await;
    window.fill("staff-pin", ASHA).await;
    window.fill("staff-pin-again", ASHA).await;
    window.click("staff-add").await;
    window
        .until("staff-row", "is Asha's", |row| {
            row.attribute("data-name") == "Asha"
        })
        .await;
    // The first rule of the list is that of a hold. Emptied by the driver it would be a rule without a limit at once.
    window.click("rule-limit").await;
    window.until_focused("rule-limit").await;
    window
        .keys(&format!("{END}{}500{ENTER}", BACKSPACE.repeat(8)))
        .await;
    window
        .until("rule-limit", "₹500", |field| {
            field.value.as_deref() == Some("500.00")
        })
        .await;
}

pub(super) async fn switch(window: &Window, name: &str, pin: &str) {
    window.key(F10).await;
    window.until("lock-screen", "stands there", |_| true).await;
    window.click(&format!("staff-{name}")).await;
    window.until_focused("pin-input").await;
    window.keys(pin).await;
    window.click("pin-submit").await;
    window.until_says("who", name).await;
}

async fn a_locked_till_shows_nothing_and_keeps_the_sale(window: &Window, our_ref: &str) {
    window.click("lock").await;
    window.until("lock-screen", "stands there", |_| true).await;
    for hidden in [
        "sale-ref",
        "open-hold",
        "cart-total",
        "customer-masked",
        "nav-holds",
    ] {
        assert!(
            window.one(hidden).await.is_none(),
            "{hidden} is shown behind the lock"
        );
    }
    a_locked_till_answers_nobody(window, our_ref).await;
    window.click("staff-Meena").await;
    window.until_focused("pin-input").await;
    window.keys(&format!("{MEENA}{ENTER}")).await;
    window.until_says("who", "Meena").await;
    window.until("cart-total", "stands there", |_| true).await;
    assert!(
        window.one("sale-ref").await.is_none(),
        "the sale of another is not in front"
    );
    let strip = window.until_state("open-hold", "Held").await;
    assert_eq!(strip.attribute("data-ref"), our_ref);
    switch(window, "Asha", ASHA).await;
    window.until_sale("Held").await;
    window.until_text("sale-ref", our_ref).await;
}

/// Past the screen, by the page's own way to the program: every read and every file is refused.
async fn a_locked_till_answers_nobody(window: &Window, our_ref: &str) {
    let script = "const done = arguments[arguments.length - 1]; \
                  const ask = (name, args) => window.__TAURI_INTERNALS__.invoke(name, args).then(() => 'taken', e => e.code); \
                  const page = {tab: 'open', search: '', after: null}; \
                  Promise.all([ask('holds_page', {ask: page}), ask('hold_timeline', {ourRef: arguments[0]}), ask('pictures'), \
                  ask('evidence_pack', {ourRef: arguments[0]}), ask('books_check'), ask('views_list')]).then(done)";
    let answers = window
        .client
        .execute_async(script, vec![our_ref.into()])
        .await
        .expect("the page answers");
    let locked = Value::from(["till_locked"; 6].map(Value::from).to_vec());
    assert_eq!(answers, locked);
}

async fn many_at_once_ask_for_a_manager_in_their_own_panel(world: &World, album: &Album, window: &Window) {
    window.click("nav-holds").await;
    window.click("hold-tick-all").await;
    bulk::until_ticked(window, "1").await;
    window.click("bulk-release").await;
    window.click("queue-confirm").await;
    window.until_says("approval", "₹600.00").await;
    window.until_focused("pin-input").await;
    album.take(window, "approval-many").await;
    window.key(ESC).await;
    window.until_gone("approval").await;
    window
        .until("queue-confirm", "stands there again", |_| true)
        .await;
    window.key(ESC).await;
    window.until_gone("queue-panel").await;
    assert_eq!(world.phonepe.count("auth_cancel").await, 0);
}

fn both_names_are_in_the_export(world: &World, our_ref: &str) {
    let file = world.folders.path().join("events.json");
    let out = file.to_string_lossy().into_owned();
    let words = ["export", "--format", "json", "--what", "events", "--out", &out];
    let done = world.admin(&words, "");
    assert!(done.status.success(), "{}", told(&done));
    let events: Vec<Value> =
        serde_json::from_slice(&std::fs::read(&file).expect("it was written")).expect("it is JSON");
    let text = |event: &Value| event.to_string();
    let approved = events
        .iter()
        .position(|event| text(event).contains("approved"))
        .unwrap_or_else(|| panic!("no approval in {events:#?}"));
    let (approval, intent) = (text(&events[approved]), text(&events[approved + 1]));
    for part in ["Meena", "Asha", our_ref, "60000"] {
        assert!(approval.contains(part), "{part} in {approval}");
    }
    assert!(
        intent.contains("hold_asked") && intent.contains("Asha"),
        "{intent}"
    );
    assert!(!intent.contains("Meena"), "the intent is the cashier's: {intent}");
    std::fs::remove_file(file).expect("it can go");
}
