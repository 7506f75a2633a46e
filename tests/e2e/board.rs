//! The board narrowed by a manager, what he gave a name, and that it is there in the morning.

use super::pictures::Album;
use super::window::{Seen, Window};
use super::world::World;

const NAME: &str = "Large amounts, washing bays, still open";

#[tokio::test]
async fn a_narrowed_board_is_kept_under_a_name_and_opened_again_after_a_restart() {
    let album = Album::open();
    let world = World::provisioned();
    let window = world.open().await;
    for (mobile, rupees) in [
        ("9811108801", "120"),
        ("9811108802", "700"),
        ("9811108803", "1850.50"),
    ] {
        window.hold_for_new(&world.phonepe, mobile, rupees).await;
        window.click("new-sale").await;
    }
    window.click("nav-holds").await;
    until_rows(&window, 3).await;
    a_filter_that_cannot_be_is_refused_and_loses_nothing(&window, &album).await;

    window.fill("filter-most", "2000").await;
    window.click("filter-show").await;
    until_rows(&window, 2).await;
    window.until_text("total-held", "₹2,550.50").await;
    window.until_says("filter-chip-least", "₹600.00").await;
    let too_long = format!("{NAME}, of the week");
    window.fill("view-name", &too_long).await;
    window.click("view-save").await;
    window.until_says("view-error", "40 letters").await;
    album.take(&window, "view-wrong").await;
    window
        .until("view-name", "is kept", |field| {
            field.value.as_deref() == Some(&too_long)
        })
        .await;
    window.fill("view-name", NAME).await;
    window.click("view-save").await;
    until_view(&window).await;
    album.take(&window, "filter").await;
    window.close().await;

    let window = world.start().await;
    window.click("nav-holds").await;
    until_rows(&window, 3).await;
    window.click("filter-open").await;
    until_view(&window).await;
    window.click("view-open").await;
    until_rows(&window, 2).await;
    window.until_says("filter-chip-most", "₹2,000.00").await;
    window.click("filter-clear").await;
    until_rows(&window, 3).await;
    window.click("view-delete").await;
    window.until_gone("view-open").await;
    world.close_and_examine(window).await;
}

/// The rows stay as they are, and so does what was typed.
async fn a_filter_that_cannot_be_is_refused_and_loses_nothing(window: &Window, album: &Album) {
    window.click("filter-open").await;
    window.fill("filter-least", "600").await;
    window.fill("filter-most", "500").await;
    window.click("filter-show").await;
    window.until("filter-error", "stands there", |_| true).await;
    window.until_focused("filter-most").await;
    until_rows(window, 3).await;
    let least = window
        .until("filter-least", "is kept", |field| {
            field.value.as_deref() == Some("600")
        })
        .await;
    assert_eq!(least.attribute("aria-invalid"), "false");
    album.take(window, "filter-wrong").await;
}

async fn until_view(window: &Window) {
    let is_it = |view: &Seen| view.attribute("data-name") == NAME;
    window.until("view-open", "is listed", is_it).await;
}

async fn until_rows(window: &Window, count: usize) {
    let is_so = async || (window.all("hold-row").await.len() == count).then_some(());
    if super::window::within(is_so).await.is_none() {
        window.give_up(&format!("{count} rows on the board")).await
    }
}
