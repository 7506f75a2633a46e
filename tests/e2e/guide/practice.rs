//! Before the first day: training, its first steps and lessons, and the sheet of keys.

use super::super::window::{ESC, F1};
use super::Shop;

pub(super) async fn before_the_first_day(shop: &Shop) {
    let world = shop.training();
    let window = world.open().await;
    window.until("guide", "stands there", |_| true).await;
    shop.take(&window, "first-steps", &[], &["guide", "phone-open"])
        .await;
    window.key(F1).await;
    window.until("key-sheet", "stands there", |_| true).await;
    shop.take(&window, "keys", &["[data-testid=key-sheet]"], &[])
        .await;
    window.key(ESC).await;
    window.until_gone("key-sheet").await;
    window.click("guide-leave").await;
    window.click("lessons-open").await;
    window.until("lesson-row", "stands there", |_| true).await;
    shop.take(&window, "lessons", &["[data-testid=lesson-sheet]"], &[])
        .await;
    window
        .click_css("[data-testid=lesson-begin][data-lesson=low_balance]")
        .await;
    window
        .until("lesson-happens", "says what happens", |_| true)
        .await;
    window.until_gone("lesson-sheet").await;
    shop.take(
        &window,
        "lesson",
        &["[data-testid=phone-open]", "[data-testid=lesson]"],
        &["lesson-happens"],
    )
    .await;
    window.close().await;
}
