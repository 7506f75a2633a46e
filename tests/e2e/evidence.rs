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
    // A disk that does not take the file, as far as the till can tell: its folder cannot be made.
    let exports = world.folders.home().join("exports");
    std::fs::write(&exports, "in the way").unwrap();
    window.click("timeline-evidence").await;
    window
        .until_says("evidence-error", "There is no half of it")
        .await;
    std::fs::remove_file(&exports).unwrap();
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
    window.settings("books").await;
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

#[tokio::test]
async fn books_that_somebody_changed_are_found_by_a_persons_check_and_take_no_money() {
    let world = World::provisioned();
    let window = world.open().await;
    let our_ref = window.hold_for_new(&world.phonepe, MOBILE, "600").await;
    let ledger = rusqlite::Connection::open(world.folders.home().join("uat/ledger.sqlite")).unwrap();
    let changed = ledger
        .execute(
            "UPDATE hold SET amount_paise = 100 WHERE our_ref = ?1",
            [&our_ref],
        )
        .unwrap();
    assert_eq!(changed, 1);
    drop(ledger);
    window.settings("books").await;
    window.click("audit-check").await;
    let stopped = |notice: &super::window::Seen| notice.attribute("data-code") == "ledger_tampered";
    window.until("notice", "the books do not hold", stopped).await;
    for gone in ["pay-button", "nav-till"] {
        assert!(window.one(gone).await.is_none(), "{gone} is still there");
    }
    assert_eq!(world.phonepe.count("auth_capture").await, 0);
    window.close().await;
    let verified = world.admin(&["verify"], "");
    assert!(!verified.status.success(), "{}", told(&verified));
}
