//! A till that is left alone for years: its health in words, and a bundle for whoever helps from afar.

use super::leaks::{Secret, search, told_in_confidence};
use super::pictures::Album;
use super::world::World;

const MOBILE: &str = "9877001299";

#[tokio::test]
async fn a_manager_reads_the_tills_health_and_saves_a_bundle_that_has_no_secret_in_it() {
    let world = World::provisioned();
    let album = Album::open();
    let window = world.open().await;
    window.hold_for_new(&world.phonepe, MOBILE, "600").await;
    window.settings("health").await;
    for part in [
        "provider", "clock", "queue", "books", "disk", "keyring", "program",
    ] {
        window
            .until("health-line", part, |line| {
                line.attribute("data-part") == part && line.attribute("data-verdict") == "ok"
            })
            .await;
    }
    let provider = window.text("health-line").await;
    assert!(provider.contains("Answers in"), "{provider}");
    let into_view = "document.querySelector('[data-testid=health]').scrollIntoView({ block: 'start' })";
    window.client.execute(into_view, vec![]).await.unwrap();
    album.take(&window, "health").await;

    window.click("settings-part-support").await;
    window.click("support-show").await;
    window.until("support-file", "is listed", |_| true).await;
    let shown = window.all("support-file").await;
    let names: Vec<&str> = shown.iter().map(|file| file.attribute("data-name")).collect();
    assert_eq!(
        names[..5],
        [
            "about.json",
            "health.json",
            "settings.json",
            "ledger.json",
            "refusals.json"
        ]
    );
    let text = window.until("support-text", "can be read", |_| true).await;
    assert!(
        text.value
            .unwrap_or_default()
            .contains("\"program\": \"holdfast\"")
    );
    let into_view = "document.querySelector('[data-testid=support]').scrollIntoView({ block: 'start' })";
    window.client.execute(into_view, vec![]).await.unwrap();
    album.take(&window, "support").await;
    window.click("support-save").await;
    let said = window.until_says("support-saved", "holdfast-support-").await;
    let path = said.text.split_whitespace().last().unwrap().to_owned();

    // What is packed hides from a search, so it is unpacked for it.
    let unpacked = tempfile::tempdir().unwrap();
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    let packed: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert!(
        names
            .iter()
            .all(|name| packed.iter().any(|packed| packed == name))
    );
    zip.extract(unpacked.path()).unwrap();
    let mut secrets = told_in_confidence(&world.phonepe).await;
    secrets.push(Secret::new("the salt key", &world.salt_key));
    assert!(secrets.len() > 3, "{secrets:?}");
    assert_eq!(search(unpacked.path(), &secrets), Vec::<String>::new());
    world.close_and_examine(window).await;
}
