//! Too little in the wallet: the customer's phone reads a code, tops up, and the button turns.

use super::ink::Ink;
use super::window::{Seen, Window};
use super::world::World;

const SHORT: &str = "9000000001";

#[tokio::test]
async fn a_short_wallet_is_topped_up_by_the_code_on_the_screen_and_then_pays() {
    let world = World::provisioned();
    let window = world.open().await;
    window.set_amount("600", "₹600.00").await;
    window.link(&world.phonepe, SHORT).await;
    window.until_armed("Top-up & Pay").await;
    assert_eq!(window.text("balance-usable").await, "₹99.00");
    assert_eq!(window.text("amount-short").await, "₹501.00");

    window.click("pay-button").await;
    window.until("topup-qr", "stands there", |_| true).await;
    let top_ups = world.phonepe.get("/control/topups").await;
    let id = top_ups[0]["id"]
        .as_str()
        .expect("PhonePe made a top-up")
        .to_owned();
    assert_eq!(
        read_code(&window).await,
        format!("phonepe://wallet/topup?id={id}")
    );
    assert!(
        window.one("topup-open").await.is_none(),
        "a deep link is for the customer's phone only"
    );

    window.click("topup-check").await;
    window
        .until("topup-qr", "is still there: nothing was added", |_| true)
        .await;
    world
        .phonepe
        .post(
            "/control/topup",
            serde_json::json!({"id": id, "amount_paise": 50_100}),
        )
        .await;
    // The till reads the balance again by itself; nobody has to press anything.
    let before = world.phonepe.count("auth_authorize").await;
    window.until_armed("Pay").await;
    window.until_text("balance-usable", "₹600.00").await;
    assert_eq!(
        world.phonepe.count("auth_authorize").await,
        before,
        "topping up charges nothing"
    );
    let our_ref = window.hold().await;
    assert_eq!(world.phonepe.hold(&our_ref).await.blocked_paise, 60_000);

    leaving_charges_nothing(&world, &window).await;
    world.close_and_examine(window).await;
}

async fn leaving_charges_nothing(world: &World, window: &Window) {
    let other = "9100000001";
    window.click("new-sale").await;
    window.set_amount("1,000", "₹1,000.00").await;
    window.link(&world.phonepe, other).await;
    window.until_armed("Top-up & Pay").await;
    window.click("pay-button").await;
    window.until("topup-qr", "stands there", |_| true).await;
    let holds = world.phonepe.holds().await.len();
    window.click("topup-leave").await;
    window.until_gone("topup-qr").await;
    window.until_armed("Top-up & Pay").await;
    assert_eq!(world.phonepe.holds().await.len(), holds);
}

/// Reads the code off the screen, as a phone's camera does.
async fn read_code(window: &Window) -> String {
    let seen = Ink::of(&window.picture().await);
    let (width, height, grey) = (seen.width, seen.height, seen.grey());
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code is seen");
    grids[0].decode().expect("it can be read").1
}

#[tokio::test]
async fn a_wallet_is_topped_up_without_a_sale_or_greyed_with_phonepes_words() {
    let world = World::provisioned();
    let window = world.open().await;
    window.link(&world.phonepe, "9200000001").await;
    window.until_text("balance-usable", "₹99.00").await;
    window.until_armed("Top-up").await;
    window.click("pay-button").await;
    window.until("topup-qr", "stands there", |_| true).await;
    let top_ups = world.phonepe.get("/control/topups").await;
    let id = top_ups[0]["id"].clone();
    let amount = top_ups[0]["amounts_paise"][0].clone();
    world
        .phonepe
        .post(
            "/control/topup",
            serde_json::json!({"id": id, "amount_paise": amount}),
        )
        .await;
    window.click("topup-check").await;
    let added = amount.as_i64().expect("paise") + 9_900;
    let rupees = added / 100;
    window
        .until("balance-usable", "more", |seen: &Seen| {
            seen.text.replace(',', "") == format!("₹{rupees}.00")
        })
        .await;

    for (mobile, words) in super::greyed::WITHOUT_A_SALE {
        window.click("new-sale").await;
        window.link(&world.phonepe, mobile).await;
        super::greyed::stays_grey(&world, &window, "Top-up", words).await;
    }
    assert_eq!(world.phonepe.count("auth_authorize").await, 0);
    world.close_and_examine(window).await;
}
