//! A whole shift in the real window, from its float to its Z, held against the exported events and PhonePe's own books.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::phonepe::BookedHold;
use super::pictures::Album;
use super::unknown::open_from_strip;
use super::window::Window;
use super::world::{World, told};

/// Figure → count and paise.
pub(super) type Sums = BTreeMap<String, (i64, i64)>;

#[tokio::test]
async fn a_shift_is_opened_sold_in_handed_over_counted_and_closed_with_a_z_that_is_true() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let album = Album::open();
    let window = world.open().await;
    open_shift(&window, "500").await;
    let open = sales_of_every_outcome(&world, &window).await;
    pay_out(&window, "25", "milk for the tea").await;

    let x = figures(&window, "x-report").await;
    album.take(&window, "shift").await;
    assert!(
        !x.contains_key("expected"),
        "nobody is told before the count: {x:?}"
    );
    agrees(&world, &x).await;
    hand_over(&window, &open, "Ravi").await;
    close_shift(&window, "470", "a coin of five is missing").await;
    let z = figures(&window, "z-report").await;
    album.take(&window, "z").await;
    assert_eq!(z["expected"], (0, 47_500));
    assert_eq!(z["counted"], (0, 47_000));
    assert_eq!(z["difference"], (0, -500));
    for (key, sum) in &x {
        assert_eq!(z.get(key), Some(sum), "{key}: the Z says what the X said");
    }
    agrees(&world, &z).await;
    let held = window.until("report-open", "is named", |_| true).await;
    assert_eq!(held.attribute("data-ref"), open);
    assert_eq!(held.attribute("data-owner"), "Ravi");
    let printed = report(&world, 1);
    assert_eq!(sums_of(&printed), z, "the window and holdfast-admin");
    assert_eq!(printed["reason"], "a coin of five is missing");

    between_shifts_only_new_holds_wait(&world, &window, &open).await;
    the_second_shift_counts_what_the_first_handed_over(&world, &window, &z).await;
    assert_eq!(report(&world, 1), printed, "a Z is never altered");
    world.close_and_examine(window).await;
}

pub(super) async fn open_shift(window: &Window, float: &str) {
    window.click("nav-reports").await;
    window.fill("shift-float", float).await;
    window.click("shift-open").await;
    window.until_state("shift", "open").await;
}

/// Captured in full, in part, released, refused, and one that stays open.
async fn sales_of_every_outcome(world: &World, window: &Window) -> String {
    window.click("nav-till").await;
    window.hold_for_new(&world.phonepe, "9811104417", "890.50").await;
    window.capture("890.50").await;
    window.prove().await;
    window.click("new-sale").await;
    window.hold_for_new(&world.phonepe, "9822202188", "600").await;
    window.capture("450").await;
    window.prove().await;
    window.click("new-sale").await;
    window.hold_for_new(&world.phonepe, "9833305590", "350").await;
    window.click("release-review").await;
    window.click("release-confirm").await;
    window.until_sale("Released").await;
    window.click("new-sale").await;
    refused(world, window).await;
    let open = window.hold_for_new(&world.phonepe, "9844407731", "1200").await;
    window.click("new-sale").await;
    open
}

pub(super) async fn refused(world: &World, window: &Window) {
    let mobile = "9866667777";
    window.set_amount("400", "₹400.00").await;
    window.link(&world.phonepe, mobile).await;
    window.until_armed("Pay").await;
    world
        .phonepe
        .wallet(mobile, json!({"fraud_suspected": true}))
        .await;
    window.click("pay-button").await;
    window.until_sale("HoldRefused").await;
    window.click("new-sale").await;
}

async fn pay_out(window: &Window, amount: &str, reason: &str) {
    window.click("nav-reports").await;
    window.fill("cash-amount", amount).await;
    window.fill("cash-reason", reason).await;
    window.click("cash-out").await;
    window
        .until("figure-paid-out", "is counted", |seen| {
            seen.attribute("data-count") == "1"
        })
        .await;
}

pub(super) async fn hand_over(window: &Window, our_ref: &str, to: &str) {
    window.fill("hand-name", to).await;
    window.click("hand-go").await;
    window
        .until("hand-over", "was handed over", |seen| {
            seen.attribute("data-ref") == our_ref && seen.attribute("data-handed") == "true"
        })
        .await;
}

pub(super) async fn close_shift(window: &Window, counted: &str, reason: &str) {
    assert!(window.one("shift-expected").await.is_none(), "the count is blind");
    window.fill("shift-count", counted).await;
    window.click("shift-count-go").await;
    window
        .until("shift-expected", "is told after the count", |_| true)
        .await;
    window.click("shift-close").await;
    window.until_says("shift-close-error", "Say what for").await;
    window.fill("shift-reason", reason).await;
    window.click("shift-close").await;
    window.until("z-report", "is shown", |_| true).await;
    window.until_state("shift", "closed").await;
}

async fn between_shifts_only_new_holds_wait(world: &World, window: &Window, open: &str) {
    window.click("nav-till").await;
    window.set_amount("99", "₹99.00").await;
    window.until_grey("Pay").await;
    window.until_says("pay-why", "No shift is open").await;
    window.click("new-sale").await;
    open_from_strip(window, open).await;
    window.until_sale("Held").await;
    window.capture("1000").await;
    window.prove().await;
    assert_eq!(world.phonepe.hold(open).await.captured_paise, Some(100_000));
    window.click("new-sale").await;
}

async fn the_second_shift_counts_what_the_first_handed_over(world: &World, window: &Window, first: &Sums) {
    open_shift(window, "0").await;
    window
        .until("shift", "is the second", |shift| {
            shift.attribute("data-number") == "2"
        })
        .await;
    window.fill("shift-count", "0").await;
    window.click("shift-count-go").await;
    window.click("shift-close").await;
    let is_second = |z: &super::window::Seen| z.attribute("data-number") == "2";
    window.until("z-report", "is the second", is_second).await;
    let second = figures(window, "z-report").await;
    assert_eq!(second["carried-in"], first["carried-over"]);
    assert_eq!(second["placed"], (0, 0));
    assert_eq!(second["captured-in-part"], (1, 100_000));
    let mut both = first.clone();
    for (key, (count, paise)) in &second {
        let sum = both.entry(key.clone()).or_default();
        *sum = (sum.0 + count, sum.1 + paise);
    }
    both.insert("carried-over".to_owned(), second["carried-over"]);
    agrees(world, &both).await;
    let line = fantoccini::Locator::Css("[data-testid=\"z-line\"][data-number=\"1\"]");
    let line = window
        .client
        .find(line)
        .await
        .expect("the first Z is in the list");
    line.click().await.expect("it can be opened");
    let is_first = |z: &super::window::Seen| z.attribute("data-number") == "1";
    window.until("z-report", "is the first", is_first).await;
    assert_eq!(&figures(window, "z-report").await, first, "a Z is never altered");
}

/// Every figure of the report on the screen.
pub(super) async fn figures(window: &Window, mark: &str) -> Sums {
    window.until(mark, "stands there", |_| true).await;
    let script = "return [...document.querySelectorAll('[data-testid^=\"figure-\"]')].map(e => \
                  [e.dataset.testid.slice(7), e.dataset.count ?? '', e.dataset.paise ?? ''])";
    let rows = window
        .client
        .execute(script, vec![])
        .await
        .expect("the page answers");
    let rows: Vec<(String, String, String)> = serde_json::from_value(rows).expect("three texts each");
    assert!(!rows.is_empty(), "a report has figures");
    let number = |text: &str| text.parse().unwrap_or(0);
    rows.into_iter()
        .map(|(key, count, paise)| (key, (number(&count), number(&paise))))
        .collect()
}

pub(super) fn report(world: &World, shift: u32) -> Value {
    let done = world.admin(&["report", "--json", "--shift", &shift.to_string()], "");
    assert!(done.status.success(), "report: {}", told(&done));
    serde_json::from_slice(&done.stdout).expect("the report is JSON")
}

pub(super) fn sums_of(report: &Value) -> Sums {
    let figures = report["figures"].as_array().expect("figures");
    figures
        .iter()
        .map(|figure| {
            let key = figure["key"].as_str().expect("a key").replace('_', "-");
            let number = |name: &str| figure[name].as_i64().unwrap_or(0);
            (key, (number("count"), number("paise")))
        })
        .collect()
}

/// The report against two sums that know nothing of it.
pub(super) async fn agrees(world: &World, report: &Sums) {
    let events = of_events(world);
    let phonepe = of_phonepe(&world.phonepe.holds().await);
    for key in [
        "placed",
        "captured-in-full",
        "captured-in-part",
        "released",
        "not-paid",
        "expired",
        "carried-over",
        "captured",
        "proved",
    ] {
        let said = report.get(key).copied().unwrap_or_default();
        assert_eq!(
            events.get(key).copied().unwrap_or_default(),
            said,
            "{key}: the events"
        );
        assert_eq!(
            phonepe.get(key).copied().unwrap_or_default(),
            said,
            "{key}: PhonePe"
        );
    }
    let refused = events.get("not-held").copied().unwrap_or_default();
    assert_eq!(report["not-held"].0, refused.0, "refused or never arrived");
}

fn add(sums: &mut Sums, key: &str, paise: i64) {
    let sum = sums.entry(key.to_owned()).or_default();
    *sum = (sum.0 + 1, sum.1 + paise);
}

fn of_phonepe(holds: &[BookedHold]) -> Sums {
    let mut sums = Sums::new();
    for hold in holds {
        let held = hold.authorized_paise;
        add(&mut sums, "placed", held);
        match (
            hold.state.as_str(),
            hold.payment_code.as_str(),
            hold.captured_paise,
        ) {
            ("COMPLETED", "PAYMENT_SUCCESS", Some(taken)) => {
                add(
                    &mut sums,
                    if taken == held {
                        "captured-in-full"
                    } else {
                        "captured-in-part"
                    },
                    taken,
                );
                add(&mut sums, "captured", taken);
                add(&mut sums, "proved", taken);
            }
            ("AUTHORIZED", ..) => add(&mut sums, "carried-over", held),
            ("CANCELLED", ..) if hold.ending.as_deref() == Some("cancelled") => {
                add(&mut sums, "released", held);
            }
            ("COMPLETED", "PAYMENT_DECLINED", _) => add(&mut sums, "not-paid", held),
            other => panic!("no sale of this day ends with {other:?}"),
        }
    }
    sums
}

/// Each sale by its last move, read from the export as plain JSON.
fn of_events(world: &World) -> Sums {
    let file = world.folders.path().join("shift-events.json");
    let path = file.display().to_string();
    let done = world.admin(
        &["export", "--format", "json", "--what", "events", "--out", &path],
        "",
    );
    assert!(done.status.success(), "export: {}", told(&done));
    let text = std::fs::read_to_string(&file).expect("the export is a file");
    let events: Vec<Value> = serde_json::from_str(&text).expect("the export is an array");
    let mut sales: BTreeMap<String, (i64, i64, String)> = BTreeMap::new();
    for event in &events {
        let record = &event["record"];
        let of_the_sale = ["intent", "reply", "look", "recovered"].map(serde_json::Value::from);
        let Some(our_ref) = record["our_ref"]
            .as_str()
            .filter(|_| of_the_sale.contains(&record["fact"]))
        else {
            continue;
        };
        let sale = sales.entry(our_ref.to_owned()).or_default();
        sale.0 = record["opening"]["amount_paise"].as_i64().unwrap_or(sale.0);
        let told = if record["moved"].is_object() {
            &record["moved"]
        } else {
            record
        };
        let Some(moved) = told["event"].as_str() else {
            continue;
        };
        if moved == "capture_asked" {
            sale.1 = told["amount_paise"].as_i64().expect("an amount");
        }
        moved.clone_into(&mut sale.2);
    }
    let mut sums = Sums::new();
    for (held, taken, moved) in sales.into_values() {
        if moved == "hold_refused" {
            add(&mut sums, "not-held", 0);
            continue;
        }
        add(&mut sums, "placed", held);
        match moved.as_str() {
            "payment_proved" => {
                add(
                    &mut sums,
                    if taken == held {
                        "captured-in-full"
                    } else {
                        "captured-in-part"
                    },
                    taken,
                );
                add(&mut sums, "captured", taken);
                add(&mut sums, "proved", taken);
            }
            "cancelled" => add(&mut sums, "released", held),
            "payment_denied" => add(&mut sums, "not-paid", held),
            "hold_authorized" | "found_held" => add(&mut sums, "carried-over", held),
            other => panic!("no sale of this day ends with {other}"),
        }
    }
    sums
}
