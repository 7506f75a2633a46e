//! A payment is doubted: a manager draws its story as a PDF and has the books checked, all in the window.

use super::pictures::Album;
use super::window::Window;
use super::world::{World, told};

const MOBILE: &str = "9877001235";

#[tokio::test]
async fn a_manager_draws_a_payments_story_and_has_the_books_checked() {
    let world = World::provisioned();
    world.phonepe.settle_at_once().await;
    let album = Album::open();
    let window = world.open().await;
    let our_ref = window.hold_for_new(&world.phonepe, MOBILE, "600").await;
    window.capture("450").await;
    window.prove().await;

    window.click("nav-holds").await;
    window.click("holds-tab-captured").await;
    window
        .until("hold-row", "the paid sale", |row| {
            row.attribute("data-state") == "Paid"
        })
        .await;
    window.click("hold-row").await;
    window.click("timeline-evidence").await;
    let said = window.until_says("evidence-path", &our_ref).await;
    album.take(&window, "evidence").await;
    let path = said.text.split_whitespace().last().unwrap();
    let drawn = std::fs::read(path).unwrap();
    assert!(
        drawn.starts_with(b"%PDF-") && drawn.len() > 10_000,
        "{}",
        drawn.len()
    );
    let beside: Vec<_> = std::fs::read_dir(std::path::Path::new(path).parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(beside, [std::path::PathBuf::from(path)]);
    // The headless tool draws the same payment.
    let out = world.folders.root.join("evidence.pdf");
    let words = ["evidence", "--ref", &our_ref, "--out", out.to_str().unwrap()];
    let output = world.admin(&words, "");
    assert!(output.status.success(), "{}", told(&output));
    assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF-"));
    window.click("timeline-close").await;

    check_the_books(&window, &album).await;
    world.close_and_examine(window).await;
}

async fn check_the_books(window: &Window, album: &Album) {
    window.click("nav-settings").await;
    window.click("audit-check").await;
    window
        .until("audit", "was checked", |audit| {
            audit.attribute("data-holds") == "true"
        })
        .await;
    window.until_says("audit-chain", "none is missing").await;
    window.until_says("audit-figures", "what the records tell").await;
    window.until_says("audit-anchor", "remembers").await;
    album.take(window, "audit").await;
}
