use super::*;
use domain::{Actor, Fact, Moment, Record};
use ledger::Ledger;

fn ledger_of(dir: &Path, records: u64) -> PathBuf {
    let path = dir.join("books/ledger.sqlite");
    let ledger = Ledger::open(&path, "training").unwrap();
    for seq in 0..records {
        let at = Moment {
            wall_ms: 1_000,
            mono_ms: seq,
            boot: "b".to_owned(),
        };
        let by = Actor {
            cashier: "Asha".to_owned(),
            counter: "1".to_owned(),
            shift: 1,
        };
        let fact = Fact::TillStarted {
            version: "0".to_owned(),
            profile: "training".to_owned(),
        };
        ledger.append(Record { at, by, fact }).unwrap();
    }
    path
}

fn exported(path: &Path) -> serde_json::Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn every_record_is_copied_out_with_its_hash() {
    let dir = tempfile::tempdir().unwrap();
    let to = dir.path().join("exports/out.json");
    write(&ledger_of(dir.path(), 3), &to).unwrap();
    let all = exported(&to);
    assert_eq!(all.as_array().unwrap().len(), 3);
    assert_eq!(all[2]["seq"], 3);
    assert_eq!(all[2]["readable"], true);
    assert_eq!(all[2]["record"]["fact"], "till_started");
    assert_eq!(all[2]["hash"].as_str().unwrap().len(), 64);
}

#[test]
fn an_empty_ledger_is_an_empty_list() {
    let dir = tempfile::tempdir().unwrap();
    let to = dir.path().join("out.json");
    write(&ledger_of(dir.path(), 0), &to).unwrap();
    assert_eq!(exported(&to), serde_json::json!([]));
}

#[test]
fn a_file_that_is_there_is_never_replaced() {
    let dir = tempfile::tempdir().unwrap();
    let to = dir.path().join("out.json");
    std::fs::write(&to, "mine").unwrap();
    assert!(write(&ledger_of(dir.path(), 1), &to).is_err());
    assert_eq!(std::fs::read_to_string(&to).unwrap(), "mine");
}

#[cfg(unix)]
#[test]
fn an_export_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let to = dir.path().join("exports/out.json");
    write(&ledger_of(dir.path(), 1), &to).unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&to), mode(to.parent().unwrap())), (0o600, 0o700));
}
