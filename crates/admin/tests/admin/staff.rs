use crate::books::{ledger_file, open, sell};
use crate::user::{Desktop, Ended, User, files};
use domain::{Fact, Name, Role, StaffFact};
use ledger::{Ledger, Reader};

const UAT: &str = "https://mercury-uat.phonepe.com";
const PIN: &str = "482913";
const ADD_ASHA: &str = "staff add --name Asha --role manager --pin-stdin";

fn add(user: &User, line: &str, pin: &str) -> Ended {
    user.admin_with(Desktop::Unlocked, line, pin)
}

#[test]
fn a_first_manager_is_added_before_the_till_ever_ran() {
    let user = User::new().provisioned(UAT);
    let ended = add(&user, ADD_ASHA, PIN);
    assert_eq!(ended.code, 0, "{}", ended.said());
    assert!(ended.out.contains("opens locked"), "{}", ended.out);
    let reader = Reader::open(&ledger_file(&user)).unwrap();
    let last = reader.events().unwrap().last().unwrap().unwrap();
    assert_eq!(last.record.by.cashier, "holdfast-admin staff");
    let Fact::Staff(StaffFact::Added { name, role, pin_phc }) = last.record.fact else {
        panic!("{last:?}")
    };
    assert_eq!((name.as_str(), role), ("Asha", Role::Manager));
    assert!(pin_phc.starts_with("$argon2id$"));
    let anchored = user.kept("ledger-head");
    assert_eq!(
        anchored.trim(),
        reader.head().unwrap().to_line(),
        "the new end is anchored"
    );
    assert_eq!(user.admin(Desktop::Unlocked, "verify").code, 0);
}

#[test]
fn the_pin_and_the_pepper_are_in_no_file_and_no_output() {
    let user = User::new().provisioned(UAT);
    let ended = add(&user, ADD_ASHA, PIN);
    let pepper = user.kept("pin-pepper");
    assert_eq!(pepper.trim().len(), 64, "made in the keyring");
    for secret in [PIN, pepper.trim()] {
        assert!(!ended.said().contains(secret));
        for (path, bytes) in files(&user.home()) {
            let found = bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} stands in {}", path.display());
        }
    }
}

#[test]
fn a_till_that_runs_keeps_the_staff_to_itself() {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, None);
    let before = Reader::open(&ledger_file(&user)).unwrap().head().unwrap();
    let ended = add(&user, ADD_ASHA, PIN);
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(ended.err.contains("Nothing was changed"), "{}", ended.err);
    assert_eq!(Reader::open(&ledger_file(&user)).unwrap().head().unwrap(), before);
    drop(till);
    assert_eq!(add(&user, ADD_ASHA, PIN).code, 0);
    let ledger = Ledger::open(&ledger_file(&user), "uat").unwrap();
    let staff = ledger.staff().unwrap();
    assert!(staff.person(&Name::parse("asha").unwrap()).is_some());
    assert_eq!(ledger.live_rows().unwrap().len(), 1, "the holds are as they were");
}

#[test]
fn a_home_that_a_till_holds_is_left_alone() {
    let user = User::new().provisioned(UAT);
    let home = till::Home::open(&user.home()).unwrap();
    let lock = std::fs::File::create(home.lock_path()).unwrap();
    lock.lock().unwrap();
    let ended = add(&user, ADD_ASHA, PIN);
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(ended.err.contains("close it first"), "{}", ended.err);
    assert!(!ledger_file(&user).exists());
}

#[test]
fn what_cannot_be_taken_is_said_and_changes_nothing() {
    let user = User::new().provisioned(UAT);
    for (line, pin, code, word) in [
        (ADD_ASHA, "", 1, "empty"),
        (ADD_ASHA, "12345", 1, "six digits"),
        (ADD_ASHA, "12345a", 1, "digits"),
        (ADD_ASHA, "111111", 1, "anybody would try"),
        (ADD_ASHA, "482913\n482913", 1, "more than one line"),
        ("staff add --name Asha --role manager", PIN, 2, "--pin-stdin"),
        (
            "staff add --name Asha --role owner --pin-stdin",
            PIN,
            2,
            "cashier or manager",
        ),
        (
            "staff add --name <b> --role manager --pin-stdin",
            PIN,
            2,
            "--name",
        ),
        (
            "staff add --name Asha --role manager --pin 482913",
            "",
            2,
            "never stands on a command line",
        ),
        ("staff remove --name Asha", "", 2, "add"),
        ("staff", "", 2, "add"),
    ] {
        let ended = add(&user, line, pin);
        assert_eq!(ended.code, code, "{line}: {}", ended.said());
        assert!(ended.said().contains(word), "{line}: {}", ended.said());
        assert!(!ended.said().contains(PIN), "{line}: {}", ended.said());
    }
    assert!(!ledger_file(&user).exists());
    assert_eq!(add(&user, ADD_ASHA, PIN).code, 0);
    let twice = add(
        &user,
        "staff add --name ASHA --role cashier --pin-stdin",
        "703615",
    );
    assert_eq!(twice.code, 1, "{}", twice.said());
    assert!(twice.err.contains("already"), "{}", twice.err);
}

#[test]
fn a_locked_keyring_and_a_doctored_ledger_are_refused() {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, None);
    drop(till);
    let before = std::fs::read(ledger_file(&user)).unwrap();
    let locked = user.admin_with(Desktop::Locked, ADD_ASHA, PIN);
    assert_eq!(locked.code, 1, "{}", locked.said());
    assert!(locked.err.contains("keyring"), "{}", locked.err);
    user.keep("ledger-head", &format!("900:{}", "ab".repeat(32)));
    let doctored = add(&user, ADD_ASHA, PIN);
    assert_eq!(doctored.code, 1, "{}", doctored.said());
    assert!(doctored.err.contains("does not verify"), "{}", doctored.err);
    assert_eq!(std::fs::read(ledger_file(&user)).unwrap(), before);
}

#[test]
fn training_needs_no_keyring_for_its_staff() {
    let user = User::new();
    let ended = user.admin_with(
        Desktop::Absent,
        "staff add --name Ravi --role cashier --pin-stdin",
        PIN,
    );
    assert_eq!(ended.code, 0, "{}", ended.said());
    assert!(ended.out.contains("no manager yet"), "{}", ended.out);
}
