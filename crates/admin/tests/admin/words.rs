use crate::user::{Desktop, User};

#[test]
fn every_command_explains_itself() {
    let user = User::new();
    for (line, has) in [
        ("--help", "provision"),
        ("help", "doctor"),
        ("provision --help", "--salt-key-stdin"),
        ("verify --help", "--json"),
        ("export -h", "held_paise is the amount"),
        ("doctor --help", "Exit 0"),
        ("hook-key --help", "--key-stdin"),
        ("--version", "holdfast-admin 0."),
    ] {
        let ended = user.admin(Desktop::Absent, line);
        assert_eq!(ended.code, 0, "{line}");
        assert!(
            ended.out.contains(has) && ended.err.is_empty(),
            "{line}: {}",
            ended.said()
        );
    }
    assert!(!user.home().exists(), "asking for help makes no home");
}

#[test]
fn what_is_not_understood_ends_with_two_and_a_sentence() {
    let user = User::new();
    for (line, has) in [
        ("", "holdfast-admin COMMAND --help"),
        ("fly", "not a command"),
        ("staff fire", "`staff` knows one thing: add"),
        ("hook-key", "one of --key-stdin, --generate and --remove"),
        ("hook-key --generate --remove", "one of --key-stdin"),
        ("bench", "cargo xtask bench"),
        ("verify --yaml", "--yaml is not understood"),
        ("doctor twice", "Word 1"),
        (
            "export --format ods --what holds --out a.ods",
            "--format is csv, xlsx, json or tally",
        ),
        (
            "export --format tally --what holds --out a.xml",
            "--format tally goes with --what days",
        ),
        (
            "export --format csv --what days --out a.csv --sales-ledger Fuel",
            "--sales-ledger goes with --format tally",
        ),
        ("export --format csv --what holds", "--out is missing"),
        (
            "export --format csv --what dreams --out a.csv",
            "--what is holds, events or days",
        ),
        (
            "export --format csv --what holds --out a.csv --from noon",
            "--from is a moment",
        ),
        ("export --format csv --what holds --out", "--out needs a value"),
        ("verify --profile moon", "training, uat or production"),
    ] {
        let ended = user.admin(Desktop::Absent, line);
        assert_eq!(ended.code, 2, "{line}: {}", ended.said());
        assert!(
            ended.err.contains(has) && ended.out.is_empty(),
            "{line}: {}",
            ended.said()
        );
    }
    assert!(!user.home().exists());
}
