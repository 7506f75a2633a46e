use super::*;
use domain::{Actor, Fact, Moment, Record};
use ledger::Ledger;

/// 24 November 2026, 23:00 in India.
const EVENING: i64 = 1_795_541_400_000;
const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

struct Shop {
    dir: tempfile::TempDir,
    ledger: Ledger,
}

impl Shop {
    fn open() -> Shop {
        let dir = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(&dir.path().join("uat/ledger.sqlite"), "uat").unwrap();
        let shop = Shop { dir, ledger };
        shop.sell();
        shop
    }

    fn sell(&self) {
        let at = Moment {
            wall_ms: EVENING,
            mono_ms: 1,
            boot: "b".to_owned(),
        };
        let by = Actor {
            cashier: "Asha".to_owned(),
            counter: "1".to_owned(),
            shift: 1,
        };
        let fact = Fact::TillStarted {
            version: "0".to_owned(),
            profile: "uat".to_owned(),
        };
        self.ledger.append(Record { at, by, fact }).unwrap();
    }

    fn backups(&self) -> Backups {
        Backups::beside(self.ledger.path())
    }

    fn folder(&self) -> PathBuf {
        self.dir.path().join("uat/backups")
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

#[test]
fn one_backup_is_taken_a_day_however_often_the_till_is_started() {
    let shop = Shop::open();
    let mut backups = shop.backups();
    assert_eq!(backups.tend(EVENING), Some(Ok(EVENING)));
    assert_eq!(backups.tend(EVENING + HOUR / 2), None);
    shop.sell();
    let again = shop.backups().tend(EVENING + HOUR / 2);
    assert!(
        matches!(again, Some(Ok(at_ms)) if at_ms > 0),
        "another start finds it: {again:?}"
    );
    assert_eq!(shop.names(), ["ledger-2026-11-24.sqlite"]);
    let first = shop.folder().join("ledger-2026-11-24.sqlite");
    assert_eq!(ledger::prove_backup(&first, None).unwrap().head.seq, 1);
    // The day ends at midnight in India.
    assert_eq!(backups.tend(EVENING + 2 * HOUR), Some(Ok(EVENING + 2 * HOUR)));
    assert_eq!(
        shop.names(),
        ["ledger-2026-11-24.sqlite", "ledger-2026-11-25.sqlite"]
    );
    let second = shop.folder().join("ledger-2026-11-25.sqlite");
    let head = shop.ledger.head().unwrap();
    assert_eq!(ledger::prove_backup(&second, Some(&head)).unwrap().head, head);
}

#[test]
fn fourteen_days_are_kept_and_nothing_else_is_touched() {
    let shop = Shop::open();
    let mut backups = shop.backups();
    backups.tend(EVENING);
    fs::write(shop.folder().join("ledger-before-the-audit.sqlite"), "mine").unwrap();
    for day in 1..20 {
        assert_eq!(backups.tend(EVENING + day * DAY), Some(Ok(EVENING + day * DAY)));
    }
    let names = shop.names();
    assert_eq!(names.len(), 15, "{names:?}");
    assert_eq!(names.first().unwrap(), "ledger-2026-11-30.sqlite");
    assert_eq!(names.get(13).unwrap(), "ledger-2026-12-13.sqlite");
    assert_eq!(names.last().unwrap(), "ledger-before-the-audit.sqlite");
}

#[test]
fn a_backup_that_fails_is_told_and_tried_again_an_hour_later_and_the_books_go_on() {
    let shop = Shop::open();
    let mut backups = shop.backups();
    fs::write(shop.folder(), "a file in the folder's place").unwrap();
    assert!(matches!(backups.tend(EVENING), Some(Err(_))));
    assert_eq!(backups.tend(EVENING + HOUR / 2), None, "not each minute");
    shop.sell();
    fs::remove_file(shop.folder()).unwrap();
    assert!(matches!(backups.tend(EVENING + HOUR + 1), Some(Ok(_))));
}

#[cfg(unix)]
#[test]
fn a_backup_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let shop = Shop::open();
    shop.backups().tend(EVENING);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&shop.folder()), 0o700);
    assert_eq!(mode(&shop.folder().join("ledger-2026-11-24.sqlite")), 0o600);
}
