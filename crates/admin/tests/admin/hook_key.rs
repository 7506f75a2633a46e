use crate::user::{Desktop, SALT_KEY, User, files, provision_line};

const KEY: &str = "a-key-of-the-gateway-7f3a";

fn provisioned() -> User {
    let user = User::new();
    let line = provision_line("https://mercury-uat.phonepe.com");
    let ended = user.admin_with(Desktop::Unlocked, &line, SALT_KEY);
    assert_eq!(ended.code, 0, "{}", ended.said());
    user
}

#[test]
fn a_key_goes_from_standard_input_into_the_keyring_and_nowhere_else() {
    let user = provisioned();
    let ended = user.admin_with(Desktop::Unlocked, "hook-key --key-stdin", &format!("{KEY}\n"));
    assert_eq!(ended.code, 0, "{}", ended.said());
    assert_eq!(user.kept("hook-key"), KEY);
    assert_eq!(user.kept("salt-key"), SALT_KEY, "the other keys are as they were");
    assert!(!ended.said().contains(KEY));
    for (path, bytes) in files(&user.home()) {
        let has = bytes.windows(KEY.len()).any(|window| window == KEY.as_bytes());
        assert!(!has, "{} holds the key", path.display());
    }
}

#[test]
fn a_key_that_is_made_is_shown_once_and_one_that_is_removed_is_gone() {
    let user = provisioned();
    let ended = user.admin(Desktop::Unlocked, "hook-key --generate");
    assert_eq!(ended.code, 0, "{}", ended.said());
    let shown = ended.out.lines().last().unwrap().to_owned();
    assert_eq!(shown.len(), 64, "{}", ended.said());
    assert_eq!(user.kept("hook-key"), shown);
    let again = user.admin(Desktop::Unlocked, "hook-key --generate");
    assert_ne!(again.out.lines().last().unwrap(), shown);
    let removed = user.admin(Desktop::Unlocked, "hook-key --remove");
    assert_eq!(removed.code, 0, "{}", removed.said());
    assert!(
        removed.out.contains("nothing is sent unsigned"),
        "{}",
        removed.out
    );
}

#[test]
fn a_short_key_a_locked_keyring_and_a_till_without_a_name_change_nothing() {
    let user = provisioned();
    let short = user.admin_with(Desktop::Unlocked, "hook-key --key-stdin", "fifteen-letters\n");
    assert_eq!(short.code, 1);
    assert!(short.err.contains("shorter than 16"), "{}", short.said());
    let empty = user.admin_with(Desktop::Unlocked, "hook-key --key-stdin", "\n");
    assert_eq!(empty.code, 1);
    let absent = user.admin_with(Desktop::Absent, "hook-key --key-stdin", &format!("{KEY}\n"));
    assert_eq!(absent.code, 1);
    assert!(absent.err.contains("Nothing was changed."), "{}", absent.said());
    let fresh = User::new();
    let nameless = fresh.admin(Desktop::Absent, "hook-key --generate");
    assert_eq!(nameless.code, 1);
    assert!(nameless.err.contains("provision it"), "{}", nameless.said());
    assert!(!fresh.home().exists());
}
