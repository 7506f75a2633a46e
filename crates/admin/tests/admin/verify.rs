use crate::books::{break_page, ledger_file, open, rewrite, sell};
use crate::user::{Desktop, User, files};

const UAT: &str = "https://mercury-uat.phonepe.com";

#[test]
fn a_sound_ledger_holds_while_the_till_runs() {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, Some(45_000));
    user.keep("ledger-head", &till.head().unwrap().to_line());
    sell(&till, 1, 35_000, None);
    let head = till.head().unwrap();

    let ended = user.admin(Desktop::Unlocked, "verify --json");
    assert_eq!(ended.code, 0, "{}", ended.said());
    let report = ended.json();
    assert_eq!(report["holds"], true);
    assert_eq!(report["profile"], "uat");
    assert_eq!(report["events"], 7);
    assert_eq!(
        report["head"],
        serde_json::json!({"seq": 7, "hash": head.hash_hex})
    );
    assert_eq!(report["chain"]["holds"], true);
    assert_eq!(report["projections"]["holds"], true);
    assert_eq!(report["anchor"]["verdict"], "holds");
    assert!(report["took_ms"]["ledger"].is_u64());

    let spoken = user.admin(Desktop::Unlocked, "verify");
    assert_eq!(spoken.code, 0, "{}", spoken.said());
    assert!(spoken.out.contains(&head.to_line()) && spoken.out.contains("everything that was checked holds"));
}

#[test]
fn a_ledger_without_an_anchor_yet_holds_with_a_note() {
    let user = User::new().provisioned(UAT);
    sell(&open(&user), 0, 60_000, None);
    let ended = user.admin(Desktop::Unlocked, "verify --json");
    assert_eq!(ended.code, 0, "{}", ended.said());
    assert_eq!(ended.json()["anchor"]["verdict"], "none_yet");
    assert_eq!(ended.json()["anchor"]["checked"], false);
}

#[test]
fn an_anchor_that_could_not_be_read_is_said_and_is_no_proof() {
    let user = User::new().provisioned(UAT);
    sell(&open(&user), 0, 60_000, None);
    for desktop in [Desktop::Absent, Desktop::Locked] {
        let ended = user.admin(desktop, "verify --json");
        assert_eq!(ended.code, 1, "{}", ended.said());
        let report = ended.json();
        assert_eq!(report["anchor"]["verdict"], "not_checked");
        assert_eq!(report["chain"]["holds"], true);
        assert_eq!(report["holds"], false);
    }
    let spoken = user.admin(Desktop::Absent, "verify");
    assert!(
        spoken
            .out
            .contains("not checked, because the keyring could not be read"),
        "{}",
        spoken.out
    );
}

#[test]
fn training_needs_no_keyring() {
    let user = User::new();
    let path = user.home().join("training").join("ledger.sqlite");
    sell(&ledger::Ledger::open(&path, "training").unwrap(), 0, 60_000, None);
    let before: Vec<_> = files(&user.home()).into_iter().map(|(path, _)| path).collect();
    let ended = user.admin(Desktop::Absent, "verify --json");
    assert_eq!(ended.code, 0, "{}", ended.said());
    assert_eq!(ended.json()["profile"], "training");
    assert_eq!(ended.json()["anchor"]["verdict"], "not_checked");
    assert!(
        before.contains(&path) && !user.home().join("settings.json").exists(),
        "it only looks"
    );
}

#[test]
fn a_changed_record_is_found() {
    let user = User::new().provisioned(UAT);
    sell(&open(&user), 0, 60_000, Some(45_000));
    rewrite(
        &user,
        "\"request_sha256\":\"ef56\"",
        "\"request_sha256\":\"ef57\"",
    );
    let ended = user.admin(Desktop::Unlocked, "verify --json");
    assert_eq!(ended.code, 1, "{}", ended.said());
    let fault = &ended.json()["chain"]["fault"];
    assert!(
        fault
            .as_str()
            .unwrap()
            .contains("record 1 is not what was written"),
        "{fault}"
    );
}

#[test]
fn a_changed_projection_is_found() {
    let user = User::new().provisioned(UAT);
    sell(&open(&user), 0, 60_000, Some(45_000));
    rewrite(&user, "\"capture_paise\":45000", "\"capture_paise\":44000");
    let ended = user.admin(Desktop::Unlocked, "verify --json");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert_eq!(ended.json()["chain"]["holds"], true);
    assert_eq!(ended.json()["projections"]["holds"], false);
}

#[test]
fn a_ledger_that_was_rewritten_or_put_back_or_taken_away_is_found() {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, None);
    let head = till.head().unwrap();
    drop(till);
    let verdict = |anchor: &str| {
        user.keep("ledger-head", anchor);
        let ended = user.admin(Desktop::Unlocked, "verify --json");
        assert_eq!(ended.code, 1, "{}", ended.said());
        ended.json()["anchor"]["verdict"].as_str().unwrap().to_owned()
    };
    assert_eq!(verdict(&format!("9:{}", head.hash_hex)), "cut_off");
    assert_eq!(verdict(&format!("2:{}", "0".repeat(64))), "tampered");
    assert_eq!(verdict("no anchor at all"), "garbled");
    std::fs::remove_file(ledger_file(&user)).unwrap();
    assert_eq!(verdict(&head.to_line()), "not_checked");
    let spoken = user.admin(Desktop::Unlocked, "verify");
    assert!(
        spoken
            .out
            .contains("the ledger is gone, but the keyring remembers 2 records"),
        "{}",
        spoken.out
    );
}

#[test]
fn a_damaged_file_and_none_at_all_do_not_hold() {
    let user = User::new().provisioned(UAT);
    let ended = user.admin(Desktop::Unlocked, "verify --json");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(ended.json()["error"].as_str().unwrap().contains("no ledger yet"));

    let till = open(&user);
    (0..30).for_each(|n| sell(&till, n, 60_000, Some(45_000)));
    drop(till);
    break_page(&user, "\"fact\":\"intent\"");
    let ended = user.admin(Desktop::Unlocked, "verify --json");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert_eq!(ended.json()["chain"]["holds"], false);
}
