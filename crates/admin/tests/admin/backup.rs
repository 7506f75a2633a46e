use crate::books::{ledger_file, open, sell};
use crate::user::{Desktop, Ended, User, files};
use domain::Fact;
use ledger::{Head, Ledger, Reader};
use std::path::{Path, PathBuf};

const UAT: &str = "https://mercury-uat.phonepe.com";

fn backup(user: &User, name: &str) -> Ended {
    user.admin(
        Desktop::Unlocked,
        &format!("backup --out {}", user.path(name).display()),
    )
}

fn restore(user: &User, name: &str, more: &str) -> Ended {
    let from = user.path(name);
    user.admin(
        Desktop::Unlocked,
        &format!("restore --from {} {more}", from.display()),
    )
}

fn anchor(user: &User, ledger: &Ledger) -> Head {
    let head = ledger.head().unwrap();
    user.keep("ledger-head", &head.to_line());
    head
}

fn replaced(user: &User) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = files(&user.home().join("uat"))
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    // SQLite's own files beside it are moved along.
    found.retain(|path| {
        let name = path.to_string_lossy();
        name.contains("ledger.sqlite.replaced-") && !name.ends_with("-wal") && !name.ends_with("-shm")
    });
    found
}

fn verdict(user: &User) -> (i32, String) {
    let ended = user.admin(Desktop::Unlocked, "verify --json");
    let verdict = ended.json()["anchor"]["verdict"].as_str().unwrap().to_owned();
    (ended.code, verdict)
}

#[test]
fn a_backup_is_taken_while_the_till_writes_and_put_back_with_its_loss_stated() {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, Some(45_000));
    anchor(&user, &till);
    let taken = backup(&user, "monday.sqlite");
    assert_eq!(taken.code, 0, "{}", taken.said());
    sell(&till, 1, 35_000, None);
    let end = anchor(&user, &till);
    assert_eq!(end.seq, 7);

    let living = restore(&user, "monday.sqlite", "--accept-loss");
    assert_eq!(living.code, 1, "{}", living.said());
    assert_eq!(Reader::open(&ledger_file(&user)).unwrap().head().unwrap(), end);
    drop(till);
    let before = std::fs::read(ledger_file(&user)).unwrap();

    let told = restore(&user, "monday.sqlite", "");
    assert_eq!(told.code, 1, "{}", told.said());
    assert!(told.out.contains("Nothing was changed") && told.out.contains("2 records after it are lost"));
    assert!(
        told.out.contains("S01ARZ3NDEKTSV4RRFFQ0000001 ₹350.00"),
        "{}",
        told.out
    );
    assert_eq!(std::fs::read(ledger_file(&user)).unwrap(), before);
    assert_eq!(replaced(&user), Vec::<PathBuf>::new());

    let done = restore(&user, "monday.sqlite", "--accept-loss");
    assert_eq!(done.code, 0, "{}", done.said());
    assert!(done.out.contains("ask PhonePe"), "{}", done.out);
    let kept = replaced(&user);
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(std::fs::read(&kept[0]).unwrap(), before, "never deleted");
    assert_eq!(
        verdict(&user),
        (0, "holds".to_owned()),
        "a stated restore is no lock-out"
    );
    let reader = Reader::open(&ledger_file(&user)).unwrap();
    let last = reader.events().unwrap().last().unwrap().unwrap();
    let Fact::Restored {
        backup_seq,
        reached_seq,
        sales,
    } = last.record.fact
    else {
        panic!("{last:?}")
    };
    assert_eq!((backup_seq, reached_seq, sales.len()), (5, 7, 1));
}

#[test]
fn yesterdays_copy_that_was_put_back_without_a_word_is_still_reported() {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, None);
    drop(till);
    let yesterday = std::fs::read(ledger_file(&user)).unwrap();
    let till = open(&user);
    sell(&till, 1, 35_000, None);
    anchor(&user, &till);
    drop(till);
    std::fs::write(ledger_file(&user), yesterday).unwrap();
    assert_eq!(verdict(&user), (1, "cut_off".to_owned()));
    // Such a file is no backup either: the till's own anchor says that it misses something.
    let refused = backup(&user, "late.sqlite");
    assert_eq!(refused.code, 1, "{}", refused.said());
    assert!(!user.path("late.sqlite").exists());
}

#[test]
fn a_lost_ledger_is_put_back_and_what_only_the_anchor_knows_is_said() {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, None);
    anchor(&user, &till);
    assert_eq!(backup(&user, "b.sqlite").code, 0);
    sell(&till, 1, 35_000, None);
    anchor(&user, &till);
    drop(till);
    std::fs::remove_file(ledger_file(&user)).unwrap();
    let told = restore(&user, "b.sqlite", "");
    assert_eq!(told.code, 1, "{}", told.said());
    assert!(
        told.out.contains("records 3 to 4 cannot be read here at all"),
        "{}",
        told.out
    );
    let done = restore(&user, "b.sqlite", "--accept-loss");
    assert_eq!(done.code, 0, "{}", done.said());
    assert_eq!(verdict(&user), (0, "holds".to_owned()));
    assert_eq!(replaced(&user), Vec::<PathBuf>::new());
}

#[test]
fn nothing_is_lost_and_nothing_has_to_be_accepted_when_the_backup_is_the_latest() {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, None);
    anchor(&user, &till);
    assert_eq!(backup(&user, "b.sqlite").code, 0);
    drop(till);
    std::fs::remove_file(ledger_file(&user)).unwrap();
    let done = restore(&user, "b.sqlite", "");
    assert_eq!(done.code, 0, "{}", done.said());
    assert!(!done.out.contains("lost"), "{}", done.out);
}

#[test]
fn what_is_no_backup_of_this_till_is_named_and_refused() {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, None);
    anchor(&user, &till);
    drop(till);
    let before = std::fs::read(ledger_file(&user)).unwrap();
    let made = |name: &str, profile: &str| {
        let folder = user.path("elsewhere").join(name);
        let ledger = Ledger::open(&folder.join("ledger.sqlite"), profile).unwrap();
        sell(&ledger, 0, 60_000, None);
        sell(&ledger, 1, 70_000, None);
        ledger.backup(&user.path(name)).unwrap();
    };
    made("training.sqlite", "training");
    made("other.sqlite", "uat");
    std::fs::write(user.path("letter.txt"), "not a ledger ".repeat(400)).unwrap();
    for (name, words) in [
        ("training.sqlite", "it is of the profile training"),
        ("other.sqlite", "it is of another till: its id is"),
        ("letter.txt", "not a database"),
        ("none.sqlite", "cannot be written"),
    ] {
        let ended = restore(&user, name, "--accept-loss");
        assert_eq!(ended.code, 1, "{}", ended.said());
        assert!(ended.err.contains(words), "{name}: {}", ended.said());
    }
    assert_eq!(std::fs::read(ledger_file(&user)).unwrap(), before);
}

#[test]
fn a_backup_that_was_rewritten_is_refused_by_the_anchor() {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, None);
    user.keep("ledger-head", &format!("1:{}", "0".repeat(64)));
    till.backup(&user.path("b.sqlite")).unwrap();
    drop(till);
    let ended = restore(&user, "b.sqlite", "--accept-loss");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(
        ended
            .err
            .contains("record 1 is another than the one that the keyring remembers")
    );
}

#[test]
fn a_restore_that_could_not_be_anchored_is_not_begun() {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, None);
    till.backup(&user.path("b.sqlite")).unwrap();
    drop(till);
    let before = all_of(&user.home());
    for desktop in [Desktop::Absent, Desktop::Locked] {
        let line = format!("restore --accept-loss --from {}", user.path("b.sqlite").display());
        let ended = user.admin(desktop, &line);
        assert_eq!(ended.code, 1, "{}", ended.said());
        assert!(ended.err.contains("Nothing was changed"), "{}", ended.said());
    }
    assert_eq!(all_of(&user.home()), before);
}

fn all_of(home: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = files(home);
    all.retain(|(path, _)| !path.ends_with("till.lock"));
    all.sort();
    all
}
