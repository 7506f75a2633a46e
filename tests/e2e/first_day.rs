//! A first day without help: the first steps in training, a lesson about the worst moment there is, and a store that is set
//! up in the window.

use super::leaks::Secret;
use super::phonepe::MERCHANT;
use super::pictures::Album;
use super::programs::{has_ended, ours, pids_on};
use super::window::{ENTER, F4, F7, Window, free_port, within};
use super::world::World;

#[tokio::test]
async fn the_first_steps_lead_by_keyboard_to_a_paid_practice_sale_and_on_to_a_lesson() {
    let world = World::bare();
    let album = Album::open();
    let window = world.open().await;
    until_step(&window, "amount").await;
    album.take(&window, "first-steps").await;
    window.keys(&format!("600{ENTER}")).await;
    until_step(&window, "mobile").await;
    window.keys(&format!("9876543210{ENTER}")).await;
    until_step(&window, "otp").await;
    window.click("phone-open").await;
    let otp = super::training::read_otp_on_phone(&window, "").await;
    window.enter("otp-input", &otp).await;
    until_step(&window, "hold").await;
    window.until_armed("Pay").await;
    window.key(F4).await;
    until_step(&window, "capture").await;
    window.capture("450").await;
    window.prove().await;
    until_step(&window, "done").await;
    window.click("guide-leave").await;
    window.until_gone("guide").await;

    a_lost_answer_is_waited_for(&window, &album).await;
    window.close().await;
    // What was learnt is there the next day, and the guide stays where it was put.
    let window = world.open().await;
    window.click("lessons-open").await;
    window
        .until("lesson-row", "the score", |row| {
            row.attribute("data-lesson") == "lost_reply" && row.attribute("data-right") == "1"
        })
        .await;
    assert!(window.one("guide").await.is_none());
    window.close().await;
    world.leaks_nothing(&[
        Secret::new("an OTP", &otp),
        Secret::new("a full mobile number", "9876543210"),
    ]);
}

async fn a_lost_answer_is_waited_for(window: &Window, album: &Album) {
    window.click("lessons-open").await;
    window.until("lesson-sheet", "is open", |_| true).await;
    album.take(window, "lessons").await;
    let begin = "document.querySelector('[data-testid=lesson-begin][data-lesson=lost_reply]').click()";
    window.client.execute(begin, vec![]).await.unwrap();
    let told = window.until_says("lesson-happens", "gets lost").await.text;
    let digits: Vec<&str> = told.split_whitespace().collect();
    let at = digits.iter().position(|word| *word == "customer,").unwrap();
    let mobile = format!("{}{}", digits[at + 1], digits[at + 2].trim_end_matches(','));
    let amount = told.split('₹').nth(1).unwrap();
    let amount: String = amount.chars().take_while(|c| c.is_ascii_digit()).collect();
    window.set_amount(&amount, &format!("₹{amount}.00")).await;
    window.ask_otp(&mobile).await;
    let otp = super::training::read_otp_on_phone(window, &mobile).await;
    window.enter("otp-input", &otp).await;
    window.until_armed("Pay").await;
    window.key(F4).await;
    window
        .until("lesson", "is under way", |lesson| {
            lesson.attribute("data-state") == "going"
        })
        .await;
    window.until("unknown-panel", "says so", |_| true).await;
    album.take(window, "lesson").await;
    // Whether somebody looks or the schedule does: a slow machine may be through by now.
    window.key(F7).await;
    window.until_sale("Held").await;
    window
        .until("lesson", "was done rightly", |lesson| {
            lesson.attribute("data-state") == "right"
        })
        .await;
    album.take(window, "lesson-right").await;
    window.click("lesson-leave").await;
    window.until_gone("lesson").await;
}

async fn until_step(window: &Window, step: &str) {
    window
        .until("guide", step, |guide| guide.attribute("data-step") == step)
        .await;
}

#[tokio::test]
async fn a_store_is_set_up_in_the_window_and_only_with_an_account_that_phonepe_takes() {
    let world = World::bare();
    let album = Album::open();
    let window = world.open().await;
    window.settings("account").await;
    window.click("setup-open").await;
    let uat = "document.querySelector('[data-testid=setup-profile][data-name=uat]').click()";
    window.client.execute(uat, vec![]).await.unwrap();
    window.fill("setup-base-url", &world.phonepe.base_url).await;
    window.fill("setup-merchant", MERCHANT).await;
    let before = std::fs::read(world.folders.home().join("settings.json")).unwrap();

    window.fill("setup-salt-key", "a-wrong-salt-key").await;
    window.click("setup-check").await;
    window
        .until("setup-found", "the wrong key", |found| {
            found.attribute("data-is") == "wrong_key" && found.attribute("data-good") == "false"
        })
        .await;
    assert!(window.one("setup-keep").await.is_none());
    let now = std::fs::read(world.folders.home().join("settings.json")).unwrap();
    assert_eq!(now, before, "a check changes nothing");

    window.fill("setup-salt-key", &world.salt_key).await;
    window.click("setup-check").await;
    window
        .until("setup-found", "the right key", |found| {
            found.attribute("data-is") == "taken" && found.attribute("data-good") == "true"
        })
        .await;
    let typed = window
        .until("setup-salt-key", "is empty", |field| {
            field.value.as_deref() == Some("")
        })
        .await;
    assert_eq!(typed.attribute("type"), "password");
    album.take(&window, "set-up").await;
    window.click("setup-keep").await;
    window.until("setup-kept", "says so", |_| true).await;
    window.close().await;

    let window = world.open().await;
    window.until_text("profile", "UAT").await;
    window.hold_for_new(&world.phonepe, "9877001300", "600").await;
    window.close().await;
    world.leaks_nothing(&[Secret::new("the salt key", &world.salt_key)]);
}

const SHORTLY: std::time::Duration = std::time::Duration::from_secs(5);

/// Types an account of the pretend PhonePe into the set-up and has it checked.
async fn check_account(window: &Window, base_url: &str, salt_key: &str) {
    window.settings("account").await;
    window.click("setup-open").await;
    let uat = "document.querySelector('[data-testid=setup-profile][data-name=uat]').click()";
    window.client.execute(uat, vec![]).await.unwrap();
    window.fill("setup-base-url", base_url).await;
    window.fill("setup-merchant", MERCHANT).await;
    window.fill("setup-salt-key", salt_key).await;
    window.click("setup-check").await;
}

#[tokio::test]
async fn a_till_that_was_set_up_opens_again_as_the_stores_when_that_is_asked_of_it() {
    let world = World::bare();
    let window = world.open().await;
    check_account(&window, &world.phonepe.base_url, &world.salt_key).await;
    window.click("setup-keep").await;
    window.until("setup-kept", "says so", |_| true).await;
    let before = window.pids();
    let books = world.folders.home().join("uat/ledger.sqlite");
    assert!(!books.exists(), "the till that runs is in training still");
    // The till closes under the press, so the driver may have no answer to give.
    let press = "document.querySelector('[data-testid=setup-restart]').click()";
    let _ = tokio::time::timeout(SHORTLY, window.client.execute(press, vec![])).await;
    let program = ours("holdfast");
    let next = async || {
        let now = pids_on(&world.folders.home(), &program);
        let is_over = before.iter().all(|pid| has_ended(*pid));
        let next: Vec<u32> = now.into_iter().filter(|pid| !before.contains(pid)).collect();
        (is_over && !next.is_empty() && books.exists()).then_some(next)
    };
    let next = within(next)
        .await
        .expect("the till opens again, with the store's books");
    for pid in &next {
        let ended = std::process::Command::new("kill")
            .arg(pid.to_string())
            .status()
            .unwrap();
        assert!(ended.success());
    }
    let gone = async || next.iter().all(|pid| has_ended(*pid)).then_some(());
    assert!(within(gone).await.is_some(), "it ends when it is told to");
    drop(window);
    let window = world.open().await;
    window.until_text("profile", "UAT").await;
    window.close().await;
    world.leaks_nothing(&[Secret::new("the salt key", &world.salt_key)]);
}

#[tokio::test]
async fn an_account_that_could_not_be_checked_is_kept_only_when_a_manager_says_so() {
    let world = World::bare();
    let window = world.open().await;
    let nowhere = format!("http://127.0.0.1:{}", free_port());
    check_account(&window, &nowhere, &world.salt_key).await;
    window
        .until("setup-found", "nobody there", |found| {
            found.attribute("data-is") == "unreachable" && found.attribute("data-good") == "false"
        })
        .await;
    assert!(window.one("setup-keep").await.is_none());
    let settings = world.folders.home().join("settings.json");
    let text = std::fs::read_to_string(&settings).unwrap();
    assert!(!text.contains(&nowhere), "a check keeps nothing: {text}");
    window.click("setup-keep-unchecked").await;
    window.until("setup-kept", "says so", |_| true).await;
    window.close().await;

    let window = world.open().await;
    window.until_text("profile", "UAT").await;
    window.settings("account").await;
    window.until_text("settings-base-url", &nowhere).await;
    window.until_says("settings-salt-key", "keyring").await;
    window.click("settings-check").await;
    window
        .until("settings-check-result", "nobody there", |result| {
            result.attribute("data-code") != "ready"
        })
        .await;
    window.close().await;
    world.leaks_nothing(&[Secret::new("the salt key", &world.salt_key)]);
}
