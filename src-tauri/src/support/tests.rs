use super::*;
use contract::{HealthVerdict, HealthView, ProfileName};
use ledger::Ledger;
use std::io::Read;
use till::{Home, ProviderSettings, StoreSettings};

const DEVICE: &str = "device-4711-of-the-store";
const CALLBACK: &str = "https://store.example/cb?key=callback-secret";

fn sources(dir: &Path) -> Sources {
    let home = Home::open(dir).unwrap();
    let settings = StoreSettings {
        installation: "0123456789abcdef".to_owned(),
        latitude: Some("12.97123".to_owned()),
        longitude: Some("77.59123".to_owned()),
        provider: Some(ProviderSettings {
            profile: ProfileName::Uat,
            base_url: "https://mercury-uat.phonepe.com".to_owned(),
            merchant_id: "M2306160483220675579140".to_owned(),
            salt_index: 1,
            device_id: Some(DEVICE.to_owned()),
            callback_url: Some(CALLBACK.to_owned()),
        }),
        ..StoreSettings::default()
    };
    home.write_settings(&settings).unwrap();
    let ledger = home.ledger_path(ProfileName::Uat).unwrap();
    drop(Ledger::open(&ledger, "uat").unwrap());
    let logs = home.log_dir();
    fs::create_dir_all(&logs).unwrap();
    fs::write(logs.join("holdfast-000001.log"), "older\n").unwrap();
    fs::write(logs.join("holdfast.log"), "a line about 9876543210\n").unwrap();
    Sources {
        at_ms: 1_800_000_000_000,
        version: "0.1.0".to_owned(),
        profile: ProfileName::Uat,
        health: HealthView {
            at_ms: 1_800_000_000_000,
            worst: HealthVerdict::Ok,
            lines: Vec::new(),
        },
        notice: None,
        refusals: vec![(1_800_000_000_000, ErrorCode::AmountEmpty)],
        home,
        ledger,
    }
}

#[test]
fn a_bundle_says_what_helps_and_nothing_that_is_nobodys_business() {
    let dir = tempfile::tempdir().unwrap();
    let files = compose(&sources(dir.path()));
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "about.json",
            "health.json",
            "settings.json",
            "ledger.json",
            "refusals.json",
            "logs/holdfast-000001.log",
            "logs/holdfast.log"
        ]
    );
    let all: String = files.iter().map(|file| file.text.as_str()).collect();
    for there in [
        "M2306160483220675579140",
        "\"holds\": true",
        "\"event\": 0",
        "amount_empty",
        "older",
        "\"has_callback\": true",
    ] {
        assert!(all.contains(there), "{there} is missing in {all}");
    }
    for absent in [
        DEVICE,
        "callback-secret",
        "0123456789abcdef",
        "12.97123",
        "77.59123",
        "9876543210",
    ] {
        assert!(!all.contains(absent), "{absent} stands in {all}");
    }
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_there() {
    let dir = tempfile::tempdir().unwrap();
    let sources = sources(dir.path());
    fs::write(
        &sources.ledger,
        "no ledger at all, but long enough to be looked at".repeat(90),
    )
    .unwrap();
    fs::write(dir.path().join("settings.json"), "{ half").unwrap();
    let files = compose(&sources);
    let text = |name: &str| files.iter().find(|file| file.name == name).unwrap().text.clone();
    assert!(text("ledger.json").contains("unreadable"));
    assert!(text("settings.json").contains("unreadable"));
    assert!(text("logs/holdfast.log").contains("a line about"));
}

#[test]
fn only_the_newest_files_of_a_long_log_go_along() {
    let dir = tempfile::tempdir().unwrap();
    let sources = sources(dir.path());
    for number in 2..=9 {
        fs::write(
            sources.home.log_dir().join(format!("holdfast-{number:06}.log")),
            "x".repeat(1_000_000),
        )
        .unwrap();
    }
    let files = compose(&sources);
    let logs: Vec<&str> = files
        .iter()
        .map(|file| file.name.as_str())
        .filter(|name| name.starts_with("logs/"))
        .collect();
    assert_eq!(
        logs,
        [
            "logs/holdfast-000008.log",
            "logs/holdfast-000009.log",
            "logs/holdfast.log"
        ]
    );
}

#[test]
fn what_is_saved_is_what_was_shown_and_nothing_else_can_be() {
    let dir = tempfile::tempdir().unwrap();
    let desk = SupportDesk::default();
    let view = desk.show(compose(&sources(&dir.path().join("home"))));
    assert_eq!(desk.shown("another"), None);
    let path = dir.path().join("support/bundle.zip");
    keep(&path, &desk.shown(&view.id).unwrap()).unwrap();
    let mut zip = zip::ZipArchive::new(File::open(&path).unwrap()).unwrap();
    assert_eq!(zip.len(), view.files.len());
    for file in &view.files {
        let mut text = String::new();
        zip.by_name(&file.name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, file.text);
    }
    // The next look is another bundle; the one before it can no longer be saved.
    let next = desk.show(vec![]);
    assert_ne!(next.id, view.id);
    assert_eq!(desk.shown(&view.id), None);
}

#[test]
fn a_bundle_that_cannot_be_written_leaves_no_half() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("support/bundle.zip");
    fs::create_dir_all(&path).unwrap();
    assert!(keep(&path, &[]).is_err());
    assert!(!path.with_extension("zip.part").exists());
}

#[test]
fn refusals_are_remembered_by_their_code_and_only_the_last_of_them() {
    let desk = SupportDesk::default();
    for _ in 0..60 {
        desk.note(ErrorCode::AmountZero);
    }
    desk.note(ErrorCode::Busy);
    let refusals = desk.refusals();
    assert_eq!(refusals.len(), REFUSALS_KEPT);
    assert_eq!(refusals.last().map(|(_, code)| *code), Some(ErrorCode::Busy));
}
