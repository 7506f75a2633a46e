//! Fresh from the box: no account, no network, no settings; practice, and marked as such.

use super::desk::{Bus, Keyring};
use super::leaks::Secret;
use super::window::{Window, within};
use super::world::{World, told};

#[tokio::test]
async fn training_opens_at_once_marks_itself_and_takes_a_sale_with_the_customers_phone() {
    let world = World::bare();
    let window = world.open().await;
    window.until_text("profile", "Training").await;
    window.set_amount("600", "₹600.00").await;
    window.ask_otp("9876543210").await;
    window.click("phone-open").await;
    let otp = read_otp_on_phone(&window, "").await;
    window.enter("otp-input", &otp).await;
    window.until_linked("9876543210").await;
    window.hold().await;
    window.capture("450").await;
    window.prove().await;
    window.until_text("sale-released", "₹150.00").await;
    assert_eq!(
        world.phonepe.counts().await.len(),
        0,
        "training talks to nobody outside"
    );
    window.close().await;
    let verified = world.admin(&["verify"], "");
    assert!(verified.status.success(), "{}", told(&verified));
    world.leaks_nothing(&[
        Secret::new("an OTP", &otp),
        Secret::new("a full mobile number", "9876543210"),
    ]);
}

#[tokio::test]
async fn training_needs_no_keyring() {
    let mut world = World::bare();
    world.bus = Bus::start(&world.folders, &world.screen, Keyring::Missing);
    let window = world.open().await;
    window.until_text("profile", "Training").await;
    window.set_amount("600", "₹600.00").await;
    window.ask_otp("9876543210").await;
    window.close().await;
}

/// Looks at the second window and comes back. With several customers, at the phone of this number.
pub(super) async fn read_otp_on_phone(window: &Window, mobile: &str) -> String {
    let till = window
        .client
        .window()
        .await
        .expect("the till's window has a name");
    let second = async || {
        let windows = window.client.windows().await.ok()?;
        windows.into_iter().find(|other| *other != till)
    };
    let phone = within(second).await.expect("the phone's window opens");
    window
        .client
        .switch_to_window(phone)
        .await
        .expect("it can be looked at");
    let script = "\
        const of = arguments[0]; \
        const phones = [...document.querySelectorAll('#phones button')]; \
        const theirs = phones.find(phone => phone.textContent.endsWith(of)); \
        if (of && theirs?.getAttribute('aria-current') !== 'true') { theirs?.click(); return null; } \
        return document.querySelector('#messages li b')?.textContent ?? null";
    let ending = mobile.get(6..).unwrap_or_default().to_owned();
    let sms = async || {
        let given = vec![serde_json::json!(ending)];
        let otp = window.client.execute(script, given).await.ok()?;
        otp.as_str().map(str::to_owned)
    };
    let otp = within(sms).await.expect("the SMS arrives");
    window
        .client
        .switch_to_window(till)
        .await
        .expect("the till is still there");
    otp
}
