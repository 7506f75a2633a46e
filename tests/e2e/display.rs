//! The customer's display: a second window with words of its own, beside a till that goes on whatever becomes of it.

use fantoccini::wd::WindowHandle;
use serde::Deserialize;
use serde_json::json;
use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use super::access::serve_gallery;
use super::desk::{Folders, Screen};
use super::window::{Seen, Window, browse, within};
use super::world::World;

const MOBILE: &str = "9877001288";

/// Both windows, and which is which.
struct Counter<'a> {
    window: &'a Window,
    till: WindowHandle,
}

impl<'a> Counter<'a> {
    async fn with_display(window: &'a Window) -> Counter<'a> {
        let till = window
            .client
            .window()
            .await
            .expect("the till's window has a name");
        Counter { window, till }
    }

    /// The display's window, or that there is none.
    async fn display(&self) -> Option<WindowHandle> {
        let windows = self.window.client.windows().await.ok()?;
        windows.into_iter().find(|other| *other != self.till)
    }

    /// Looks at what the customer sees, and comes back.
    async fn on_display<T>(&self, look: impl AsyncFnOnce(&Window) -> T) -> T {
        let display = within(async || self.display().await).await;
        let display = display.expect("the display's window opens");
        let client = &self.window.client;
        client
            .switch_to_window(display)
            .await
            .expect("it can be looked at");
        let looked = look(self.window).await;
        let till = self.till.clone();
        client
            .switch_to_window(till)
            .await
            .expect("the till is still there");
        looked
    }

    async fn customer_reads(&self, mark: &str, text: &str) -> Seen {
        self.on_display(async |window| window.until_text(mark, text).await)
            .await
    }

    async fn until_no_display(&self) {
        let gone = async || self.display().await.is_none().then_some(());
        assert!(within(gone).await.is_some(), "the display goes away");
    }

    async fn until_stands(&self, state: &str) {
        self.window.until_state("display-now", state).await;
    }

    async fn settings(&self) {
        self.window.click("nav-settings").await;
        self.window.click("settings-part-display").await;
        self.window.until("display", "stands there", |_| true).await;
    }

    async fn till(&self) {
        self.window.click("nav-till").await;
        self.window.until("cart-total", "stands there", |_| true).await;
    }
}

/// Chooses in a list, as a hand does.
async fn pick(window: &Window, mark: &str, value: &str) {
    window.until(mark, "can be chosen", |_| true).await;
    let script = "const field = document.querySelector(`[data-testid=\"${arguments[0]}\"]`); \
        field.value = arguments[1]; field.dispatchEvent(new Event('change', { bubbles: true }))";
    let given = vec![json!(mark), json!(value)];
    window
        .client
        .execute(script, given)
        .await
        .expect("a list is chosen from");
}

/// Turned on in the settings: in a window of its own, in Hindi.
async fn turned_on(window: &Window) -> Counter<'_> {
    let counter = Counter::with_display(window).await;
    counter.settings().await;
    window.click("display-shows").await;
    // One screen: there is no monitor for it, and nothing is put over the till.
    window.until_state("display-state", "no_monitor").await;
    counter.until_no_display().await;
    pick(window, "display-language", "hi").await;
    pick(window, "display-place", "window").await;
    window.until_state("display-state", "in_window").await;
    counter
}

#[tokio::test]
async fn the_customer_reads_his_own_sale_in_his_language_and_closing_the_display_disturbs_none() {
    let world = World::provisioned();
    let window = world.open().await;
    let counter = turned_on(&window).await;
    counter.till().await;
    counter.customer_reads("customer-head", "नमस्ते").await;

    window.set_amount("600", "₹600.00").await;
    counter.customer_reads("customer-head", "इतना रोका जाएगा").await;
    counter.customer_reads("customer-amount", "₹600.00").await;
    window.link(&world.phonepe, MOBILE).await;
    window.hold().await;
    window.until_says("sale-state", "Held").await;
    counter
        .customer_reads("customer-head", "रोका गया, लिया नहीं गया")
        .await;
    counter.customer_reads("customer-number", "•••••• 1288").await;
    counter.on_display(asks_for_nothing_else).await;

    window.capture("450").await;
    window.prove().await;
    counter.customer_reads("customer-head", "भुगतान हो गया").await;
    counter.customer_reads("customer-amount", "₹450.00").await;
    counter
        .on_display(async |window| window.until_says("customer-next", "₹150.00").await)
        .await;

    pick(&window, "display-now-language", "ta").await;
    counter.customer_reads("customer-head", "செலுத்தப்பட்டது").await;
    window.click("new-sale").await;
    counter.customer_reads("customer-head", "नमस्ते").await;

    closed_by_hand(&world, &counter).await;
    world.close_and_examine(window).await;
}

/// The display's window may ask for its views alone, whatever runs in it.
async fn asks_for_nothing_else(window: &Window) {
    let script = "const done = arguments[arguments.length - 1]; \
        const ask = (name, given) => __TAURI_INTERNALS__.invoke(name, given).then(() => 'taken', String); \
        Promise.all([ask('act', { command: { command: 'new_sale' } }), ask('health', {}), \
            ask('plugin:window|close', {}), ask('subscribe', { channel: 1 })]).then(done)";
    let answers = window.client.execute_async(script, vec![]).await;
    let answers = answers.expect("the display's page takes scripts");
    let answers: Vec<String> = serde_json::from_value(answers).expect("four answers");
    assert_eq!(answers.len(), 4);
    assert!(
        answers.iter().all(|answer| answer.contains("not allowed")),
        "{answers:?}"
    );
}

/// What a window manager sends when somebody presses a window's cross.
fn close_by_its_cross(screen: &str, title: &str) {
    let (server, number) = RustConnection::connect(Some(screen)).expect("the screen is there");
    let root = server.setup().roots[number].root;
    let named = |name: &[u8]| server.intern_atom(false, name).unwrap().reply().unwrap().atom;
    let windows = server.query_tree(root).unwrap().reply().unwrap().children;
    let name_of = |window| {
        let asked = server.get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 64);
        asked.unwrap().reply().map(|name| name.value).unwrap_or_default()
    };
    let window = windows
        .into_iter()
        .find(|window| name_of(*window) == title.as_bytes());
    let window = window.expect("there is a window of that name");
    let what = [named(b"WM_DELETE_WINDOW"), CURRENT_TIME, 0, 0, 0];
    let wish = ClientMessageEvent::new(32, window, named(b"WM_PROTOCOLS"), what);
    server
        .send_event(false, window, EventMask::NO_EVENT, wish)
        .unwrap();
    server.sync().unwrap();
}

/// Somebody closes it in the middle of a sale: the sale goes on, and it is opened again when it is wished for.
async fn closed_by_hand(world: &World, counter: &Counter<'_>) {
    let window = counter.window;
    window.set_amount("300", "₹300.00").await;
    close_by_its_cross(&world.screen.display, "Holdfast display");
    counter.until_stands("closed").await;
    window.link(&world.phonepe, "9877001277").await;
    window.hold().await;
    counter.until_no_display().await;
    counter.settings().await;
    window.click("display-again").await;
    window.until_state("display-state", "in_window").await;
    counter.till().await;
    counter.customer_reads("customer-amount", "₹300.00").await;
}

#[tokio::test]
async fn a_display_without_a_monitor_goes_away_and_comes_back_and_the_till_says_so_meanwhile() {
    let world = World::provisioned();
    let window = world.open().await;
    let counter = turned_on(&window).await;
    counter.till().await;
    window.set_amount("600", "₹600.00").await;
    counter.customer_reads("customer-amount", "₹600.00").await;

    counter.settings().await;
    pick(&window, "display-place", "other_monitor").await;
    window.until_state("display-state", "no_monitor").await;
    counter.until_no_display().await;
    window.click("settings-part-health").await;
    window
        .until("health-line", "tells of the display", |line| {
            line.attribute("data-part") == "display" && line.attribute("data-verdict") == "watch"
        })
        .await;
    counter.till().await;
    counter.until_stands("no_monitor").await;
    window.link(&world.phonepe, MOBILE).await;
    window.hold().await;
    counter.settings().await;
    pick(&window, "display-place", "window").await;
    window.until_state("display-state", "in_window").await;
    counter
        .customer_reads("customer-head", "रोका गया, लिया नहीं गया")
        .await;

    // Kept: it is there at the next start too, and goes with the till's window.
    window.close().await;
    let window = world.open().await;
    let counter = Counter::with_display(&window).await;
    counter.customer_reads("customer-head", "नमस्ते").await;
    world.close_and_examine(window).await;
}

/// What does not fit: each part must stand whole inside its own place, and a code must be large enough for a phone.
const MEASURE: &str = "\
    const [state, language, done] = arguments; \
    gallery.show(state, 'light', language).then(() => { \
        const wrong = []; \
        const inside = (part, place, slack = 1) => { \
            const [a, b] = [part.getBoundingClientRect(), place.getBoundingClientRect()]; \
            if (a.left < b.left - slack || a.right > b.right + slack || a.top < b.top - slack || a.bottom > b.bottom + slack) \
                wrong.push(`${part.dataset.testid ?? part.className}: ${part.textContent.slice(0, 40)}`); \
        }; \
        const all = (marks) => document.querySelectorAll(marks); \
        const say = document.querySelector('.say'); \
        for (const part of all('.say h1, .say h1 span, .say > p, .say figure, .amount')) inside(part, say); \
        for (const part of all('.bill > *, [data-testid=customer-total]')) inside(part, document.querySelector('.bill')); \
        for (const part of all('.bill li')) inside(part, document.querySelector('.lines')); \
        for (const part of all('.say, .bill, .qr, header')) inside(part, document.documentElement); \
        const qr = document.querySelector('.qr svg'); \
        if (qr && qr.getBoundingClientRect().width < 200) wrong.push(`a code of ${qr.getBoundingClientRect().width}`); \
        done({ wrong, size: [innerWidth, innerHeight] }); \
    }, why => done({ wrong: [String(why)], size: [0, 0] }))";

#[derive(Deserialize)]
struct Measured {
    wrong: Vec<String>,
    size: [u32; 2],
}

#[tokio::test]
async fn all_of_it_stands_on_every_monitor_that_may_be_left_over_in_every_language() {
    let (page, _served) = serve_gallery().await;
    let folders = Folders::new();
    let screen = Screen::start();
    let (client, _driver) = browse(&folders, &screen, &page).await;
    let ready = async || client.execute("return window.gallery ?? null", vec![]).await.ok();
    let gallery = within(async || ready().await.filter(|gallery| !gallery.is_null())).await;
    let gallery = gallery.expect("the gallery stands");
    let named =
        |list: &str| -> Vec<String> { serde_json::from_value(gallery[list].clone()).expect("a list") };
    let states: Vec<String> = named("states")
        .into_iter()
        .filter(|name| name.starts_with("display: "))
        .collect();
    assert!(states.len() > 15, "{states:?}");
    let mut wrong = Vec::new();
    for size in [[800, 480], [1024, 600], [1280, 800], [600, 1024]] {
        // The browser has a bar of its own above the page.
        let set = client.set_window_size(size[0], size[1] + 38).await;
        set.expect("a window has a size");
        for language in named("languages") {
            for state in &states {
                let given = vec![json!(state), json!(language)];
                let measured = client
                    .execute_async(MEASURE, given)
                    .await
                    .expect("the page takes scripts");
                let measured: Measured = serde_json::from_value(measured).expect("as it was asked");
                assert_eq!(measured.size, size, "{state}");
                wrong.extend(
                    measured
                        .wrong
                        .iter()
                        .map(|what| format!("{size:?} {language} {state}: {what}")),
                );
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} parts do not fit:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    client.close().await.expect("the browser closes");
}
