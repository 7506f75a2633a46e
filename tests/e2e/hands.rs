//! The hands of a cashier: how many presses a hold takes, where the cursor stands after each step, keys that were given
//! anew, and targets that a finger hits at 1024×768.

use super::window::{ENTER, ESC, F1, F2, F4, F6, F7, F9, Window};
use super::world::World;
use serde_json::{Value, json};

const NEW: &str = "9811112222";

/// Counts what is pressed, and looks after each step where the cursor is.
struct Hand<'a> {
    window: &'a Window,
    presses: usize,
}

impl Hand<'_> {
    async fn press(&mut self, keys: &str) {
        self.window.keys(keys).await;
        self.presses += keys.chars().count();
    }

    /// Until the cursor stands there by itself.
    async fn comes_to(&mut self, mark: &str) {
        self.window.until_focused(mark).await;
        self.window.is_not_lost(mark).await;
    }
}

impl Window {
    /// The cursor stands on something.
    async fn is_not_lost(&self, after: &str) {
        let script = "return document.activeElement !== null && document.activeElement !== document.body";
        let stands = self.client.execute(script, vec![]).await;
        assert_eq!(
            stands.expect("a script runs"),
            json!(true),
            "the cursor is lost after {after}"
        );
    }

    async fn key_then(&self, key: char, mark: &str) {
        self.key(key).await;
        self.until(mark, "stands there", |_| true).await;
        self.is_not_lost(mark).await;
    }
}

#[tokio::test]
async fn a_first_link_and_a_hold_take_as_few_presses_as_promised_and_the_cursor_leads() {
    let world = World::provisioned();
    let window = world.open().await;
    let mut hand = Hand {
        window: &window,
        presses: 0,
    };
    hand.comes_to("amount-input").await;
    hand.press(&format!("600{ENTER}")).await;
    hand.comes_to("mobile-input").await;

    // A first link: the ten digits, the OTP's, and four presses at most.
    hand.presses = 0;
    hand.press(&format!("{NEW}{ENTER}")).await;
    hand.comes_to("otp-input").await;
    let otp = world.phonepe.otp(NEW).await;
    hand.press(&format!("{otp}{ENTER}")).await;
    window.until_armed("Pay").await;
    let most = 10 + otp.len() + 4;
    assert!(hand.presses <= most, "a first link took {} presses", hand.presses);
    hand.comes_to("pay-button").await;
    hand.press(&F4.to_string()).await;
    window.until_sale("Held").await;
    hand.comes_to("capture-amount").await;

    // From a linked customer, with nothing in the cart, to a hold that is sent: eight presses at most.
    hand.press(&F2.to_string()).await;
    hand.comes_to("amount-input").await;
    window.enter("mobile-input", NEW).await;
    window.until_linked(NEW).await;
    window.until_focused("amount-input").await;
    hand.presses = 0;
    hand.press(&format!("1250{ENTER}")).await;
    window.until_armed("Pay").await;
    hand.press(&F4.to_string()).await;
    window.until_sale("Held").await;
    assert!(hand.presses <= 8, "a hold took {} presses", hand.presses);
    assert_eq!(world.phonepe.holds().await.len(), 2);

    the_cursor_survives(&window).await;
    world.close_and_examine(window).await;
}

/// Panels, screens, sheets and an answer that takes a while.
async fn the_cursor_survives(window: &Window) {
    window.until_focused("capture-amount").await;
    // Another key comes between, so that F4 is a new press and not the nervous second one of the hold.
    window.key_then(F7, "capture-review").await;
    window.key_then(F4, "capture-confirm").await;
    window.key_then(ESC, "capture-review").await;
    window.key_then(F9, "release-confirm").await;
    window.key_then(ESC, "release-review").await;
    window.key_then(F1, "key-sheet").await;
    window.key(F1).await;
    window.until_gone("key-sheet").await;
    window.is_not_lost("the sheet of keys").await;
    for screen in ["holds", "reports", "reconcile", "settings"] {
        window.click(&format!("nav-{screen}")).await;
        window.is_not_lost(screen).await;
        window.click("profile").await;
        window.is_not_lost("a press beside everything").await;
        window.key_then(ESC, "cart-total").await;
    }
    window.key(F6).await;
    window.until_focused("open-hold").await;
    window.key_then(ENTER, "capture-review").await;
    window.key_then(F4, "capture-confirm").await;
    window.key(F4).await;
    window
        .until("sale-state", "is asked for", |seen| {
            seen.attribute("data-state") != "Held"
        })
        .await;
    window.is_not_lost("a capture").await;
    window.key_then(F2, "amount-input").await;
    window.until_focused("amount-input").await;
}

#[tokio::test]
async fn a_key_that_was_given_anew_does_its_work_and_is_named_everywhere_also_after_a_restart() {
    let world = World::provisioned();
    let window = world.open().await;
    window.settings("keys").await;
    window.click("key-change-sale").await;
    window.until_says("key-told", "Press the new key").await;
    window.key(F4).await;
    window.until_says("keys-error", "The money button").await;
    window.keys("a").await;
    window.until_says("keys-error", "belongs to typing").await;
    window.key(F12).await;
    window.until_says("key-told", "F12").await;
    window.until_gone("keys-error").await;
    window.click("nav-till").await;
    window.until_says("new-sale", "F12").await;
    window.close().await;

    let window = world.open().await;
    window.until_says("new-sale", "F12").await;
    window.set_amount("75", "₹75.00").await;
    window.click("nav-holds").await;
    window.key(F2).await;
    window.is_not_lost("a key that means nothing any more").await;
    assert!(
        window.one("cart-total").await.is_none(),
        "the old key does nothing"
    );
    window.key(F12).await;
    window.until_focused("amount-input").await;
    world.close_and_examine(window).await;
}

const F12: char = '\u{E03C}';

/// Every target that can be seen, with its size; of a ticked box the size of what answers to a finger, its label or cell.
const TARGETS: &str = "\
    const money = ['pay-button', 'capture-confirm', 'release-confirm', 'capture-review'];\
    const found = [];\
    for (const one of document.querySelectorAll('button, input, select, a[href], [role=tab], summary')) {\
        if (!one.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})) continue;\
        const boxed = ['checkbox', 'radio', 'range', 'file'].includes(one.type);\
        const area = boxed ? one.closest('label, [role=cell]') ?? one : one;\
        const box = area.getBoundingClientRect();\
        const mark = one.dataset.testid ?? one.textContent.trim().slice(0, 30);\
        const least = money.includes(mark) ? 64 : 48;\
        if (box.height < least - 0.5 || box.width < 48 - 0.5)\
            found.push(mark + ' ' + Math.round(box.width) + '×' + Math.round(box.height));\
    }\
    const wide = document.documentElement.scrollWidth > innerWidth;\
    if (wide) found.push('the page is ' + document.documentElement.scrollWidth + ' wide');\
    return [...new Set(found)];";

impl Window {
    async fn is_for_fingers(&self, screen: &str, wrong: &mut Vec<String>) {
        self.settle().await;
        let found: Value = self.client.execute(TARGETS, vec![]).await.expect("a script runs");
        for one in found.as_array().expect("a list") {
            wrong.push(format!("{screen}: {}", one.as_str().unwrap_or_default()));
        }
    }
}

#[tokio::test]
async fn every_target_is_large_enough_for_a_finger_on_a_small_screen() {
    let world = World::provisioned();
    let window = world.open().await;
    window
        .client
        .set_window_size(1024, 768)
        .await
        .expect("a window has a size");
    let mut wrong = Vec::new();
    window.is_for_fingers("empty", &mut wrong).await;
    window.set_amount("600", "₹600.00").await;
    window.click("line-new").await;
    window.is_for_fingers("cart line", &mut wrong).await;
    window.click("line-back").await;
    window.ask_otp(NEW).await;
    window.is_for_fingers("otp", &mut wrong).await;
    let otp = world.phonepe.otp(NEW).await;
    window.enter("otp-input", &otp).await;
    window.until_armed("Pay").await;
    window.is_for_fingers("ready", &mut wrong).await;
    window.click("pay-button").await;
    window.until_sale("Held").await;
    window.is_for_fingers("held", &mut wrong).await;
    window.click("capture-review").await;
    window.until("capture-confirm", "stands there", |_| true).await;
    window.is_for_fingers("capture", &mut wrong).await;
    window.key(ESC).await;
    window.key(F1).await;
    window.until("key-sheet", "stands there", |_| true).await;
    window.is_for_fingers("keys", &mut wrong).await;
    window.click("key-sheet-close").await;
    window.click("new-sale").await;
    window.set_amount("600", "₹600.00").await;
    window.link(&world.phonepe, "9000000001").await;
    window.until_armed("Top-up & Pay").await;
    window.click("pay-button").await;
    window.until("topup-qr", "stands there", |_| true).await;
    window.is_for_fingers("top-up", &mut wrong).await;
    for (screen, mark) in [
        ("holds", "hold-row"),
        ("reports", "report-held"),
        ("reconcile", "reconcile-start"),
        ("settings", "settings-part-till"),
    ] {
        window.click(&format!("nav-{screen}")).await;
        window.until(mark, "stands there", |_| true).await;
        window.is_for_fingers(screen, &mut wrong).await;
    }
    window.click("nav-holds").await;
    window.click("hold-row").await;
    window.until("timeline-entry", "stands there", |_| true).await;
    window.is_for_fingers("timeline", &mut wrong).await;
    window.click("timeline-close").await;
    assert!(wrong.is_empty(), "too small for a finger:\n{}", wrong.join("\n"));
    world.close_and_examine(window).await;
}

#[tokio::test]
async fn a_tone_is_tried_in_the_settings_and_its_words_stand_there() {
    let world = World::provisioned();
    let window = world.open().await;
    window.settings("sound").await;
    window.click("volume-80").await;
    window
        .until("volume-80", "is chosen", |seen| {
            seen.attribute("aria-pressed") == "true"
        })
        .await;
    window.click("try-paid").await;
    let twin = window
        .until("sound-twin", "has the tone", |seen| {
            seen.attribute("data-tone") == "paid"
        })
        .await;
    assert_eq!(twin.attribute("data-number"), "1");
    // With a sound card the words of the trial, without one that there is none: never nothing.
    let told = async || match window.one("sound-trial").await {
        Some(_) => Some(()),
        None => window.one("sound-cannot").await.map(drop),
    };
    assert!(super::window::within(told).await.is_some());
    super::pictures::Album::open()
        .take(&window, "settings-hands")
        .await;
    world.close_and_examine(window).await;
}

#[tokio::test]
async fn everything_is_drawn_twice_as_large_when_somebody_asks_for_it_also_after_a_restart() {
    let world = World::provisioned();
    let window = world.open().await;
    let usual = room(&window).await;
    window.settings("till").await;
    let choose = "const field = document.querySelector('[data-testid=text-size]'); \
        field.value = 'percent200'; field.dispatchEvent(new Event('change', { bubbles: true }))";
    window.client.execute(choose, vec![]).await.unwrap();
    until_room(&window, usual / 2).await;
    // The same page, laid out for less room: scrolled to, the money button is there as a whole, and nothing is beyond the edge.
    window.click("nav-till").await;
    window.set_amount("600", "₹600.00").await;
    let seen = "const button = document.querySelector('[data-testid=pay-button]'); \
        button.scrollIntoView({ block: 'nearest' }); \
        const { top, bottom, right } = button.getBoundingClientRect(); \
        return top >= 0 && bottom <= innerHeight && right <= innerWidth \
            && document.documentElement.scrollWidth <= innerWidth";
    let is_seen = window.client.execute(seen, vec![]).await.unwrap();
    assert_eq!(is_seen, json!(true));
    window.close().await;

    let window = world.open().await;
    until_room(&window, usual / 2).await;
    world.close_and_examine(window).await;
}

/// How wide the page is for itself, in pixels of its own.
async fn room(window: &Window) -> u64 {
    let width = window.client.execute("return innerWidth", vec![]).await;
    width.ok().and_then(|width| width.as_u64()).expect("a width")
}

async fn until_room(window: &Window, wanted: u64) {
    let fits = async || (room(window).await == wanted).then_some(());
    assert!(
        super::window::within(fits).await.is_some(),
        "the page is {} wide, not {wanted}",
        room(window).await
    );
}
