//! When what the till stands on fails: it says which, what to do, and loses nothing.

use std::process::{Command, Stdio};

use super::desk::{Bus, Keyring};
use super::phonepe::PhonePe;
use super::programs::ours;
use super::window::{ENTER, F5, within};
use super::world::World;

const MOBILE: &str = "9877778888";

#[tokio::test]
async fn a_locked_keyring_is_said_as_such_and_nobody_appears_not_linked() {
    let world = World::provisioned();
    let window = world.open().await;
    window.hold_for_new(&world.phonepe, MOBILE, "200").await;
    window.click("new-sale").await;
    let quiet = world.phonepe.count("otp_send").await;

    world.bus.lock(&world.folders);
    window.set_amount("200", "₹200.00").await;
    window.enter("mobile-input", MOBILE).await;
    window
        .until("lamp-keyring", "locked", |lamp| {
            lamp.attribute("data-light") == "bad" && lamp.text.contains("locked")
        })
        .await;
    window
        .until("notice", "locked", |notice| {
            notice.attribute("data-code") == "keyring_locked"
        })
        .await;
    assert_eq!(
        world.phonepe.count("otp_send").await,
        quiet,
        "no OTP: the customer is linked"
    );
    assert!(window.one("otp-input").await.is_none());
    window.until_text("cart-total", "₹200.00").await;

    world.bus.unlock(&world.folders);
    window.settings("account").await;
    let checked = async || {
        window.click("settings-check").await;
        let lamp = window.one("lamp-keyring").await?;
        (lamp.attribute("data-light") == "good").then_some(())
    };
    if within(checked).await.is_none() {
        window.give_up("the keyring is open again").await;
    }
    window.click("nav-till").await;
    window.until_gone("notice").await;
    if window.one("mobile-input").await.is_some() {
        window.enter("mobile-input", MOBILE).await;
    }
    window.until_armed("Pay").await;
    assert_eq!(world.phonepe.count("otp_send").await, quiet);
    world.close_and_examine(window).await;
}

#[tokio::test]
async fn a_missing_keyring_is_said_as_such_and_takes_no_money() {
    let mut world = World::provisioned();
    world.bus = Bus::start(&world.folders, &world.screen, Keyring::Missing);
    let window = world.start().await;
    window
        .until("notice", "missing", |notice| {
            notice.attribute("data-code") == "keyring_missing"
        })
        .await;
    window
        .until("lamp-keyring", "missing", |lamp| {
            lamp.attribute("data-light") == "bad"
        })
        .await;
    window.enter("amount-input", "200").await;
    window.until_text("cart-total", "₹200.00").await;
    window.enter("mobile-input", MOBILE).await;
    window
        .until("mobile-error", "says so", |error| error.text.contains("keyring"))
        .await;
    assert_eq!(world.phonepe.count("otp_send").await, 0);
    window
        .until("pay-button", "is grey", |button| button.is_grey())
        .await;
    window.close().await;
}

#[tokio::test]
async fn an_unreachable_phonepe_shows_in_the_lamp_and_on_the_button_and_drafts_stay() {
    let mut world = World::provisioned();
    let window = world.open().await;
    window.hold_for_new(&world.phonepe, MOBILE, "200").await;
    window.click("new-sale").await;
    window.set_amount("345", "₹345.00").await;
    window.enter("mobile-input", MOBILE).await;
    window.until_armed("Pay").await;

    world.phonepe.go_dark();
    window.key(F5).await;
    window
        .until("lamp-provider", "unreachable", |lamp| {
            lamp.attribute("data-light") == "bad" && lamp.text == "PhonePe unreachable"
        })
        .await;
    window
        .until("pay-button", "is grey", |button| button.is_grey())
        .await;
    window.until_says("pay-why", "PhonePe cannot be reached.").await;
    window.until_text("cart-total", "₹345.00").await;
    window.until_says("customer-masked", "8888").await;

    window.click("new-sale").await;
    window.set_amount("10", "₹10.00").await;
    window.enter("mobile-input", "9877770000").await;
    window
        .until_says("mobile-error", "PhonePe cannot be reached.")
        .await;
    window.until_text("cart-total", "₹10.00").await;
    window.close().await;
    let verified = world.admin(&["verify"], "");
    assert!(verified.status.success());
}

#[tokio::test]
async fn a_wrong_salt_key_is_said_as_such_in_settings_and_on_the_till() {
    let world = World::bare();
    world.provision("another-key-than-the-one-phonepe-has");
    let window = world.open().await;
    window.settings("account").await;
    window.click("settings-check").await;
    let result = window
        .until("settings-check-result", "wrong key", |result| {
            result.attribute("data-code") == "wrong_key"
        })
        .await;
    assert!(result.text.contains("signature is wrong"), "{}", result.text);
    window
        .until("lamp-provider", "wrong key", |lamp| {
            lamp.text.contains("Wrong salt key")
        })
        .await;
    window.click("nav-till").await;
    window.set_amount("10", "₹10.00").await;
    window.enter("mobile-input", MOBILE).await;
    window.until_says("mobile-error", "signature is wrong").await;
    window.close().await;

    let doctor = world.admin(&["doctor"], "");
    assert!(!doctor.status.success(), "{}", super::world::told(&doctor));
    assert!(
        super::world::told(&doctor).contains("salt key"),
        "{}",
        super::world::told(&doctor)
    );
    world.provision(&world.salt_key);
    let window = world.open().await;
    window.settings("account").await;
    window.click("settings-check").await;
    window
        .until("settings-check-result", "right", |result| {
            result.attribute("data-code") == "ready"
        })
        .await;
    window.close().await;
}

#[tokio::test]
async fn books_of_a_newer_program_are_shown_read_only_and_not_touched() {
    let world = World::provisioned();
    let window = world.open().await;
    window.hold_for_new(&world.phonepe, MOBILE, "200").await;
    window.close().await;
    let file = world.folders.home().join("uat/ledger.sqlite");
    let books = rusqlite::Connection::open(&file).expect("the ledger is SQLite");
    let version: i64 = books
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .expect("it has a version");
    books
        .execute_batch(&format!("PRAGMA user_version = {}", version + 1))
        .expect("it can be raised");
    drop(books);
    let before = std::fs::read(&file).expect("it can be read");

    let window = world.start().await;
    let notice = window
        .until("notice", "newer", |notice| {
            notice.attribute("data-code") == "ledger_newer"
        })
        .await;
    assert!(notice.text.contains("newer version"), "{}", notice.text);
    assert!(window.one("pay-button").await.is_none() && window.one("mobile-input").await.is_none());
    window.click("notice-export").await;
    let saved = window.until_says("notice-path", "/").await;
    let path = saved.text.split_once('/').expect("a path was said").1;
    let export = std::fs::read(format!("/{path}")).expect("the export is there");
    assert!(!export.is_empty());
    window.close().await;
    assert!(
        std::fs::read(&file).expect("it is still there") == before,
        "not one byte was changed"
    );
}

#[tokio::test]
async fn a_second_till_on_the_same_home_ends_with_a_sentence() {
    let world = World::provisioned();
    let window = world.open().await;
    let mut second = Command::new(ours("holdfast"));
    world.lend_to(&mut second);
    let mut second = second
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let second = std::cell::RefCell::new(&mut second);
    let ended = async || second.borrow_mut().try_wait().ok().flatten();
    let status = within(ended).await;
    let mut second = second.into_inner();
    if status.is_none() {
        let _ = second.kill();
    }
    let mut said = String::new();
    for pipe in [
        second
            .stdout
            .take()
            .map(|out| Box::new(out) as Box<dyn std::io::Read>),
        second
            .stderr
            .take()
            .map(|err| Box::new(err) as Box<dyn std::io::Read>),
    ] {
        let mut pipe = pipe.expect("it is a pipe");
        std::io::Read::read_to_string(&mut pipe, &mut said).expect("it speaks UTF-8");
    }
    let _ = &mut second;
    assert!(status.is_some(), "the second till runs on: {said}");
    assert!(said.contains("already"), "it says why: {said:?}");
    window.fill("amount-input", &format!("5{ENTER}")).await;
    window.until_text("cart-total", "₹5.00").await;
    world.close_and_examine(window).await;
}

/// The line comes back: the till notices by itself, and the link that was made before still holds.
#[tokio::test]
async fn a_phonepe_that_comes_back_is_noticed_without_a_restart() {
    let mut world = World::bare();
    let state = world.folders.path().join("phonepe.state").display().to_string();
    world.phonepe = PhonePe::start_with(&world.salt_key, &["--state", &state]);
    world.provision(&world.salt_key);
    let window = world.open().await;
    let our_ref = window.hold_for_new(&world.phonepe, MOBILE, "200").await;
    let port = world
        .phonepe
        .base_url
        .rsplit(':')
        .next()
        .expect("a port")
        .to_owned();
    world.phonepe.go_dark();
    window.capture("150").await;
    window.until_sale("Held").await;
    window.until_says("sale-why", "the capture was not sent").await;

    world.phonepe = PhonePe::start_with(&world.salt_key, &["--state", &state, "--port", &port]);
    world.phonepe.settle_at_once().await;
    if window.one("capture-confirm").await.is_none() {
        window.click("capture-review").await;
    }
    window.click("capture-confirm").await;
    window.prove().await;
    let booked = world.phonepe.hold(&our_ref).await;
    assert_eq!(
        (booked.captured_paise, booked.requests["auth_capture"]),
        (Some(15_000), 1)
    );
    world.close_and_examine(window).await;
}
