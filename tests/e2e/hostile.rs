//! PhonePe's words are shown as they came, and are words: whatever they look like, nothing in the window obeys them.

use std::net::TcpListener;

use serde_json::{Value, json};

use super::phonepe::{balance_that_says, literal};
use super::window::Window;
use super::world::World;

/// Lacks KYC: its button is grey, with PhonePe's words under it.
const BLOCKED: &str = "9300000002";
const GOOD: &str = "9876543210";

#[tokio::test]
async fn whatever_phonepe_writes_is_text_on_every_screen_that_shows_it() {
    let world = World::provisioned();
    let lure = Lure::set();
    let window = world.open().await;
    watch_for_breaches(&window).await;
    window.set_amount("600", "₹600.00").await;
    window.link(&world.phonepe, BLOCKED).await;
    window.until("pay-message", "stands there", |_| true).await;
    let texts = hostile_texts(&lure);
    for (turn, text) in texts.iter().enumerate() {
        let body = balance_that_says(text);
        world.phonepe.fault("wallet_balance", literal(&body)).await;
        let rupees = 601 + turn;
        window
            .set_amount(&rupees.to_string(), &format!("₹{rupees}.00"))
            .await;
        shown_as_text(&window, "pay-message", text).await;
    }
    for (turn, text) in texts.iter().step_by(7).enumerate() {
        one_time_password_refused_with(&world, &window, &format!("987650000{turn}"), text).await;
    }
    window.click("new-sale").await;
    window.link(&world.phonepe, GOOD).await;
    for text in texts.iter().step_by(7) {
        hold_refused_with(&world, &window, text).await;
    }
    assert_eq!(
        breaches(&window).await,
        json!(0),
        "no rule of the page was broken"
    );
    assert!(lure.nobody_came(), "nothing was fetched");
    world.close_and_examine(window).await;
}

/// Markup, scripts, links, template braces, directions, controls and lengths; each fetches from the lure if it is obeyed.
fn hostile_texts(lure: &Lure) -> Vec<String> {
    let url = &lure.url;
    let markup = [
        format!("<img src={url}/a onerror=\"fetch('{url}/b')\">"),
        format!("<script src={url}/c></script>"),
        format!("<script>fetch('{url}/d')</script>"),
        format!("<svg onload=\"fetch('{url}/e')\"><image href={url}/f></svg>"),
        format!("<link rel=stylesheet href={url}/g>"),
        format!("<iframe src={url}/h></iframe>"),
        format!("<meta http-equiv=refresh content=\"0;url={url}/i\">"),
        format!("<a href={url}/j autofocus onfocus=location='{url}/k'>pay</a>"),
        format!("<style>@import url({url}/l); * {{ display: none }}</style>"),
        format!("<form action={url}/m><input autofocus></form>"),
        format!("</p></section><button data-testid=\"pay-button\">Pay</button>{url}"),
        format!("javascript:fetch('{url}/n')"),
        format!("\"><video src={url}/o></video>"),
    ];
    let text = [
        "{{constructor.constructor('alert(1)')()}} {@const b} ${7*7} <%= 7 %>",
        "&lt;b&gt; &amp; &#x202e; &nbsp;",
        "₹600.00 was refunded\u{202E}00.006₹ \u{2066}to you\u{2069}",
        "left\u{200E}right\u{200F}arabic\u{061C}",
        "zero\u{200B}width\u{FEFF}marks",
        "null\0bell\u{7}escape\u{1B}[31mred\u{1B}[0m",
        "two\nlines\tand a tab",
        "कृपया अपना KYC पूरा करें क्‍या",
        "👩‍👩‍👧‍👦 family",
        "a\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}",
        "' OR 1=1; DROP TABLE event; --",
        "%s%n%x {0} \\u202e",
    ];
    let long = ["x".repeat(300), "y".repeat(301), "<b>".repeat(40_000)];
    markup
        .into_iter()
        .chain(text.map(str::to_owned))
        .chain(long)
        .collect()
}

/// The stated clean-up, in words of its own: breaks become blanks, controls and direction marks a visible mark, and
/// after 300 characters there is an ellipsis.
fn cleaned(text: &str) -> String {
    let directions = "\u{200B}\u{200E}\u{200F}\u{061C}\u{FEFF}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\
        \u{2060}\u{2061}\u{2062}\u{2063}\u{2064}\u{2066}\u{2067}\u{2068}\u{2069}";
    let mut shown: String = text
        .chars()
        .take(300)
        .map(|c| match c {
            '\n' | '\t' => ' ',
            c if c.is_control() || directions.contains(c) => '\u{FFFD}',
            c => c,
        })
        .collect();
    if text.chars().count() > 300 {
        shown.push('…');
    }
    shown
}

async fn shown_as_text(window: &Window, mark: &str, text: &str) {
    let wanted = cleaned(text);
    let folded = wanted.split_whitespace().collect::<Vec<_>>().join(" ");
    window.until_text(mark, &folded).await;
    let inside = "\
        const e = document.querySelector('[data-testid=\"' + arguments[0] + '\"]');\
        return [e.textContent.trim(), e.children.length, document.querySelectorAll('script').length]";
    let seen = window.client.execute(inside, vec![json!(mark)]).await;
    let seen = seen.expect("a page can be asked");
    assert_eq!(seen[0], json!(wanted.trim()), "to the letter");
    assert_eq!(seen[1], json!(0), "no element was made of {text:?}");
    assert_eq!(seen[2], json!(1), "the page's own script is the only one");
}

async fn one_time_password_refused_with(world: &World, window: &Window, mobile: &str, text: &str) {
    window.click("new-sale").await;
    window.ask_otp(mobile).await;
    let body = json!({"success": false, "code": "OTP_VERIFY_FAILED", "message": text});
    world.phonepe.fault("otp_verify", literal(&body)).await;
    window.enter("otp-input", "12345").await;
    shown_as_text(window, "customer-message", text).await;
}

async fn hold_refused_with(world: &World, window: &Window, text: &str) {
    window.click("new-sale").await;
    window.set_amount("600", "₹600.00").await;
    window.fill("mobile-input", GOOD).await;
    window.click("mobile-submit").await;
    window.until_armed("Pay").await;
    let body = json!({"success": false, "code": "BAD_REQUEST", "message": text});
    world.phonepe.fault("auth_authorize", literal(&body)).await;
    window.click("pay-button").await;
    window.until_sale("HoldRefused").await;
    shown_as_text(window, "sale-message", text).await;
}

async fn watch_for_breaches(window: &Window) {
    let watch = "\
        window.breaches = 0;\
        document.addEventListener('securitypolicyviolation', () => window.breaches++);\
        window.addEventListener('error', () => window.breaches++);";
    window
        .client
        .execute(watch, vec![])
        .await
        .expect("a page can be watched");
}

async fn breaches(window: &Window) -> Value {
    let count = window.client.execute("return window.breaches", vec![]).await;
    count.expect("the page was neither left nor loaded again")
}

/// A listener on this machine that only something that obeyed PhonePe's words would visit.
struct Lure {
    listener: TcpListener,
    url: String,
}

impl Lure {
    fn set() -> Lure {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
        listener
            .set_nonblocking(true)
            .expect("it can be asked without waiting");
        let port = listener.local_addr().expect("it has an address").port();
        Lure {
            listener,
            url: format!("http://127.0.0.1:{port}"),
        }
    }

    fn nobody_came(&self) -> bool {
        self.listener.accept().is_err()
    }
}
