use crate::books::{open, rewrite, sell};
use crate::phonepe::{date_in, nobody, start};
use crate::user::{Desktop, Ended, User, provision_line};
use serde_json::Value;

fn check(ended: &Ended, name: &str) -> Value {
    let report = ended.json();
    let checks = report["checks"].as_array().unwrap();
    checks
        .iter()
        .find(|check| check["name"] == name)
        .unwrap_or_else(|| panic!("no {name}: {report}"))
        .clone()
}

fn verdict(ended: &Ended, name: &str) -> String {
    check(ended, name)["verdict"].as_str().unwrap().to_owned()
}

fn words(ended: &Ended, name: &str) -> String {
    check(ended, name)["words"].as_str().unwrap().to_owned()
}

#[test]
fn a_well_provisioned_till_is_fine() {
    let user = User::new().provisioned(&start(date_in(0)));
    sell(&open(&user), 0, 60_000, None);
    let ended = user.admin(Desktop::Unlocked, "doctor --json");
    assert_eq!(ended.code, 0, "{}", ended.said());
    let report = ended.json();
    assert_eq!(
        (&report["fine"], &report["profile"]),
        (&true.into(), &"uat".into())
    );
    for name in ["settings", "keyring", "clock", "ledger", "provider"] {
        assert_eq!(verdict(&ended, name), "fine", "{}", ended.said());
    }
    assert!(words(&ended, "provider").contains("takes merchant id, salt key and index"));
    assert!(words(&ended, "clock").contains("as PhonePe's"));
    assert!(words(&ended, "ledger").contains("2 records"));
    let spoken = user.admin(Desktop::Unlocked, "doctor");
    assert_eq!(spoken.code, 0, "{}", spoken.said());
    assert!(
        spoken.out.contains("✓ provider") && spoken.out.contains("Nothing is wrong."),
        "{}",
        spoken.out
    );
}

#[test]
fn a_wrong_salt_key_and_a_wrong_index_are_named() {
    let base_url = start(date_in(0));
    for (line, key) in [
        (provision_line(&base_url), "some-other-key"),
        (
            provision_line(&base_url).replace("--salt-index 1", "--salt-index 2"),
            crate::user::SALT_KEY,
        ),
    ] {
        let user = User::new();
        assert_eq!(user.admin_with(Desktop::Unlocked, &line, key).code, 0);
        let ended = user.admin(Desktop::Unlocked, "doctor --json");
        assert_eq!(ended.code, 1, "{}", ended.said());
        assert!(
            words(&ended, "provider").contains("the salt key or its index is wrong"),
            "{}",
            ended.said()
        );
    }
}

#[test]
fn a_provider_that_cannot_be_reached_is_said_as_such() {
    let user = User::new().provisioned(&nobody());
    let ended = user.admin(Desktop::Unlocked, "doctor --json");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(
        words(&ended, "provider").contains("cannot be reached: the connection was refused"),
        "{}",
        ended.said()
    );
    assert!(
        words(&ended, "clock").contains("no other clock"),
        "{}",
        ended.said()
    );
}

#[test]
fn a_clock_that_is_off_is_noted_and_is_not_wrong() {
    let user = User::new().provisioned(&start(date_in(600)));
    let ended = user.admin(Desktop::Unlocked, "doctor --json");
    assert_eq!(ended.code, 0, "{}", ended.said());
    assert_eq!(verdict(&ended, "clock"), "note");
    assert!(
        words(&ended, "clock").contains("behind PhonePe's clock"),
        "{}",
        ended.said()
    );
}

#[test]
fn each_state_of_the_keyring_says_what_to_do() {
    let user = User::new().provisioned(&start(date_in(0)));
    let state = |desktop: Desktop| {
        let ended = user.admin(desktop, "doctor --json");
        assert_eq!(ended.code, 1, "{}", ended.said());
        assert!(
            words(&ended, "provider").contains("without the salt key"),
            "{}",
            ended.said()
        );
        let advice = check(&ended, "keyring")["advice"].as_str().unwrap().to_owned();
        (words(&ended, "keyring"), advice)
    };
    let (words, advice) = state(Desktop::Absent);
    assert!(
        words.starts_with("missing: ") && advice.contains("desktop session"),
        "{words} {advice}"
    );
    let (words, advice) = state(Desktop::Locked);
    assert!(
        words.starts_with("locked: ") && advice.contains("Unlock it"),
        "{words} {advice}"
    );
    user.forget("salt-key");
    let (words, advice) = state(Desktop::Unlocked);
    assert!(
        words.contains("no salt key") && advice.contains("provision"),
        "{words} {advice}"
    );
    user.forget("canary");
    let (words, advice) = state(Desktop::Unlocked);
    assert!(
        words.starts_with("broken: ") && words.contains("replaced") && advice.contains("provision"),
        "{words} {advice}"
    );
}

#[test]
fn a_machine_without_anything_is_a_training_till_with_notes_and_stays_untouched() {
    let user = User::new();
    let ended = user.admin(Desktop::Absent, "doctor --json");
    assert_eq!(ended.code, 0, "{}", ended.said());
    assert_eq!(ended.json()["profile"], "training");
    assert_eq!(verdict(&ended, "settings"), "note");
    assert_eq!(verdict(&ended, "ledger"), "note");
    assert!(!user.home().exists());
}

#[test]
fn a_changed_record_is_wrong() {
    let user = User::new().provisioned(&start(date_in(0)));
    sell(&open(&user), 0, 60_000, None);
    rewrite(
        &user,
        "\"request_sha256\":\"ef56\"",
        "\"request_sha256\":\"ef57\"",
    );
    let ended = user.admin(Desktop::Unlocked, "doctor --json");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert_eq!(verdict(&ended, "ledger"), "wrong");
    assert!(
        check(&ended, "ledger")["advice"]
            .as_str()
            .unwrap()
            .contains("Take no money")
    );
}

#[test]
fn settings_that_cannot_be_read_or_used_are_wrong() {
    let user = User::new().provisioned(&start(date_in(0)));
    let path = user.home().join("settings.json");
    let settings = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, settings.replace("MID12345", "MID 12345")).unwrap();
    let ended = user.admin(Desktop::Unlocked, "doctor --json");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(
        words(&ended, "settings").contains("merchant id"),
        "{}",
        ended.said()
    );
    std::fs::write(&path, "{ half").unwrap();
    let ended = user.admin(Desktop::Unlocked, "doctor --json");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(
        words(&ended, "settings").contains("cannot be read"),
        "{}",
        ended.said()
    );
}

#[test]
fn whoever_is_to_be_told_must_be_there() {
    let user = User::new().provisioned(&start(date_in(0)));
    let path = user.home().join("settings.json");
    let settings = std::fs::read_to_string(&path).unwrap();
    let names = user.admin(Desktop::Unlocked, "doctor --json");
    assert!(
        !names.json()["checks"].to_string().contains("hook"),
        "nobody is to be told: {}",
        names.said()
    );
    let naming = |hook: &Value| {
        let mut settings: Value = serde_json::from_str(&settings).unwrap();
        settings["hook"] = hook.clone();
        std::fs::write(&path, settings.to_string()).unwrap();
        user.admin(Desktop::Unlocked, "doctor --json")
    };
    let plain = user.path("tell");
    std::fs::write(&plain, "").unwrap();
    for there in ["sh", "/bin/sh"] {
        let ended = naming(&serde_json::json!([there, "-c", "a-secret"]));
        assert_eq!(verdict(&ended, "hook"), "fine", "{}", ended.said());
        assert!(!ended.said().contains("a-secret"), "{}", ended.said());
    }
    for lacking in ["no-such-program", "/no/such", plain.to_str().unwrap(), "/tmp"] {
        let ended = naming(&serde_json::json!([lacking]));
        assert_eq!(
            (ended.code, verdict(&ended, "hook").as_str()),
            (1, "wrong"),
            "{}",
            ended.said()
        );
    }
    let address = serde_json::json!({ "url": "https://gateway.example/a-secret-path" });
    let ended = naming(&address);
    assert_eq!(
        (ended.code, verdict(&ended, "hook").as_str()),
        (1, "wrong"),
        "{}",
        ended.said()
    );
    assert!(!ended.said().contains("a-secret-path"), "{}", ended.said());
    user.admin(Desktop::Unlocked, "hook-key --generate");
    let ended = naming(&address);
    assert_eq!(verdict(&ended, "hook"), "fine", "{}", ended.said());
    assert_eq!(ended.code, 0, "{}", ended.said());
}
