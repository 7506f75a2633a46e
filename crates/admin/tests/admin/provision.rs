use crate::user::{Desktop, SALT_KEY, User, files, provision_line};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

const UAT: &str = "https://mercury-uat.phonepe.com";

/// The key in every form in which it could have been put down by mistake.
fn disguises(key: &str) -> Vec<Vec<u8>> {
    let hex = |upper: bool| {
        key.bytes()
            .map(|byte| {
                if upper {
                    format!("{byte:02X}")
                } else {
                    format!("{byte:02x}")
                }
            })
            .collect::<String>()
    };
    let mut forms: Vec<Vec<u8>> = vec![
        key.into(),
        key.chars().rev().collect::<String>().into(),
        hex(false).into(),
        hex(true).into(),
        key.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        key.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ];
    // In base64 it looks different behind zero, one or two other bytes; what is common to each is looked for.
    for skipped in 0..3 {
        let shifted = key.get(skipped..).unwrap();
        let whole = shifted.get(..shifted.len() / 3 * 3).unwrap();
        forms.push(STANDARD_NO_PAD.encode(whole).into());
        forms.push(URL_SAFE_NO_PAD.encode(whole).into());
    }
    forms
}

#[test]
fn a_provisioned_till_has_its_key_in_the_keyring_and_no_trace_of_it_on_the_disk() {
    let user = User::new();
    let line = format!(
        "{} --device-id store-7 --callback-url https://store.example/cb",
        provision_line(UAT)
    );
    let ended = user.admin_with(Desktop::Unlocked, &line, &format!("  {SALT_KEY}\r\n"));
    assert_eq!(ended.code, 0, "{}", ended.said());
    assert!(
        ended.out.contains("next start") && ended.out.contains("holdfast-admin doctor"),
        "{}",
        ended.out
    );
    assert_eq!(user.kept("salt-key"), SALT_KEY);
    assert_eq!(user.kept("canary"), "holdfast canary 1");

    let settings = std::fs::read_to_string(user.home().join("settings.json")).unwrap();
    let settings: serde_json::Value = serde_json::from_str(&settings).unwrap();
    let provider = serde_json::json!({
        "profile": "uat", "base_url": UAT, "merchant_id": "MID12345", "salt_index": 1,
        "device_id": "store-7", "callback_url": "https://store.example/cb",
    });
    assert_eq!(settings["provider"], provider);
    assert_eq!(settings["installation"].as_str().unwrap().len(), 32);

    let found = files(&user.home());
    assert!(!found.is_empty());
    let said = (user.path("what it said"), ended.said().into_bytes());
    for (path, bytes) in found.iter().chain([&said]) {
        for form in disguises(SALT_KEY) {
            let has = bytes.windows(form.len()).any(|window| window == form);
            assert!(
                !has,
                "{} holds the key as {}",
                path.display(),
                String::from_utf8_lossy(&form)
            );
        }
    }
}

#[test]
fn provisioning_again_changes_the_account_and_keeps_the_till() {
    let user = User::new().provisioned(UAT);
    let path = user.home().join("settings.json");
    let counter = |name: &str| format!("\"counter\": \"{name}\"");
    let edited = std::fs::read_to_string(&path)
        .unwrap()
        .replace(&counter("1"), &counter("12"));
    std::fs::write(&path, edited).unwrap();
    let installation = user.installation();
    let line = provision_line(UAT).replace("--salt-index 1", "--salt-index 2");
    assert_eq!(user.admin_with(Desktop::Unlocked, &line, "another-key\n").code, 0);
    let settings = std::fs::read_to_string(&path).unwrap();
    assert!(
        settings.contains(&counter("12")) && settings.contains("\"salt_index\": 2"),
        "{settings}"
    );
    assert_eq!(user.installation(), installation);
    assert_eq!(user.kept("salt-key"), "another-key");
}

#[test]
fn what_phonepes_client_would_not_take_is_refused_before_anything_is_stored() {
    let user = User::new();
    let good = provision_line(UAT);
    for (from, to, has) in [
        (
            "--base-url https://mercury-uat.phonepe.com",
            "--base-url http://mercury-uat.phonepe.com",
            "https://",
        ),
        (
            "--profile uat --base-url https://mercury-uat.phonepe.com",
            "--profile production --base-url http://127.0.0.1:9",
            "https://",
        ),
        ("--profile uat", "--profile training", "this machine only"),
        ("MID12345", "MID/1", "merchant id"),
        ("--salt-index 1", "--salt-index one", "--salt-index is a number"),
        ("--salt-index 1", "--salt-index -1", "--salt-index is a number"),
        ("--salt-key-stdin", "", "--salt-key-stdin"),
        (
            "--salt-key-stdin",
            "--salt-key-stdin --device-id",
            "needs a value",
        ),
        (
            "--salt-key-stdin",
            &format!("--salt-key-stdin --device-id {}", "d".repeat(65)),
            "64",
        ),
        (
            "--salt-key-stdin",
            "--salt-key-stdin --callback-url http://store.example",
            "callback",
        ),
        (
            "--salt-key-stdin",
            &format!("--salt-key {SALT_KEY}"),
            "never stands on a command line",
        ),
        (
            "--salt-key-stdin",
            &format!("--salt-key={SALT_KEY}"),
            "never stands on a command line",
        ),
    ] {
        let ended = user.admin_with(Desktop::Absent, &good.replace(from, to), SALT_KEY);
        assert_eq!(ended.code, 2, "{to}: {}", ended.said());
        assert!(
            ended.err.contains(has) && !ended.err.contains(SALT_KEY),
            "{to}: {}",
            ended.said()
        );
    }
    for key in ["", "\n", "two words", &"k".repeat(300), "one\ntwo\n"] {
        let ended = user.admin_with(Desktop::Absent, &good, key);
        assert!(
            ended.code != 0 && ended.err.contains("Nothing was changed"),
            "{key:?}: {}",
            ended.said()
        );
    }
    assert!(!user.home().exists());
}

#[test]
fn this_machines_own_addresses_are_taken_over_plain_http_for_uat_and_training() {
    for profile in ["uat", "training"] {
        let user = User::new();
        let line =
            provision_line("http://127.0.0.1:9").replace("--profile uat", &format!("--profile {profile}"));
        let ended = user.admin_with(Desktop::Unlocked, &line, SALT_KEY);
        assert_eq!(ended.code, 0, "{profile}: {}", ended.said());
    }
}

#[test]
fn without_a_keyring_nothing_is_half_done() {
    let user = User::new();
    let ended = user.admin_with(Desktop::Absent, &provision_line(UAT), SALT_KEY);
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(
        ended.err.contains("There is no keyring") && ended.err.contains("desktop session"),
        "{}",
        ended.err
    );
    assert_eq!(files(&user.home()), []);
}

#[test]
fn with_a_locked_keyring_the_old_account_stays() {
    let user = User::new().provisioned(UAT);
    let before = files(&user.home());
    let line = provision_line("https://mercury-t2.phonepe.com");
    let ended = user.admin_with(Desktop::Locked, &line, "another-key");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(
        ended.err.contains("The keyring is locked") && ended.err.contains("Unlock it"),
        "{}",
        ended.err
    );
    assert_eq!(files(&user.home()), before);
    assert_eq!(user.kept("salt-key"), SALT_KEY);
}

#[test]
fn settings_that_cannot_be_read_are_never_overwritten() {
    let user = User::new().provisioned(UAT);
    let path = user.home().join("settings.json");
    std::fs::write(&path, "{ half").unwrap();
    let ended = user.admin_with(Desktop::Unlocked, &provision_line(UAT), "another-key");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "{ half");
}

#[test]
fn settings_that_cannot_be_written_leave_the_keyring_as_it_was() {
    let user = User::new().provisioned(UAT);
    // A folder in the place of the new file: root itself cannot write through it.
    std::fs::create_dir(user.home().join("settings.json.new")).unwrap();
    let ended = user.admin_with(Desktop::Unlocked, &provision_line(UAT), "another-key");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(ended.err.contains("The keyring is as it was"), "{}", ended.err);
    assert_eq!(user.kept("salt-key"), SALT_KEY);
}
