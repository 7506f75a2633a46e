//! Settlement files, listed against the books.

use crate::books::{open, our_ref, sell};
use crate::user::{Desktop, User};
use ledger::Reader;
use serde_json::Value;

const HEADER: &str = "Merchant Reference Id,Transaction Amount,PhonePe Reference Id";
/// The day of the ledger's first sales.
const DAY: &str = "--from 2026-07-01";

/// Three sales: the first two are paid, the third is held.
fn shop() -> User {
    let user = User::new();
    let ledger = open(&user);
    sell(&ledger, 1, 60_000, Some(45_000));
    sell(&ledger, 2, 70_000, Some(70_000));
    sell(&ledger, 3, 80_000, None);
    user
}

fn write(user: &User, bytes: &[u8]) -> String {
    let path = user.path("settlement.csv");
    std::fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

fn line(path: &str, more: &str) -> String {
    format!("reconcile --settlement {path} --profile uat {DAY} {more}")
}

#[test]
fn a_file_that_agrees_says_so() {
    let user = shop();
    let text = format!("{HEADER}\n{},450.00,=P1\n{},700,\n", our_ref(1), our_ref(2));
    let path = write(&user, text.as_bytes());
    let ended = user.admin(Desktop::Absent, &line(&path, ""));
    assert_eq!(
        (ended.code, ended.out.as_str()),
        (0, "2 lines, 2 agree, 0 differences\n")
    );
}

#[test]
fn each_difference_is_listed_and_nothing_is_written() {
    let user = shop();
    let text = format!(
        "Ref;x,Sum in paise\n{},44999\n{},80000\n\"=cmd|' /C calc'!A0\",100\n",
        our_ref(1),
        our_ref(3)
    );
    let path = write(&user, text.as_bytes());
    let ledger = crate::books::ledger_file(&user);
    let before = Reader::open(&ledger).unwrap().head().unwrap();
    let ended = user.admin(Desktop::Absent, &line(&path, "--map our_ref=Ref;x --paise"));
    assert_eq!(ended.code, 1, "a column is missing: {}", ended.said());
    assert!(
        ended
            .said()
            .contains("amount is not among the columns: Ref;x, Sum in paise"),
        "{}",
        ended.said()
    );
    let renamed = String::from_utf8(text.clone().into_bytes())
        .unwrap()
        .replace("Sum in paise", "Sum");
    let path = write(&user, renamed.as_bytes());
    let ended = user.admin(
        Desktop::Absent,
        &line(&path, "--map our_ref=Ref;x,amount=Sum --paise --json"),
    );
    let found = ended.json();
    let kinds: Vec<&str> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        [
            "other_amount",
            "paid_there_not_here",
            "in_file_not_in_books",
            "in_books_not_in_file"
        ]
    );
    assert_eq!(found[2]["named"], Value::from("=cmd|' /C calc'!A0"));
    assert_eq!(ended.code, 1);
    assert_eq!(Reader::open(&ledger).unwrap().head().unwrap(), before);
}

#[test]
fn as_many_lines_as_there_are_are_read_and_a_bad_one_is_named_by_its_number() {
    let user = shop();
    let mut text = format!("{HEADER}\n").into_bytes();
    for n in 0..100_000_u32 {
        text.extend_from_slice(format!("T{n},1.00,\n").as_bytes());
    }
    let path = write(&user, &text);
    let ended = user.admin(Desktop::Absent, &line(&path, ""));
    assert!(
        ended.out.ends_with("100000 lines, 0 agree, 100002 differences\n"),
        "{}",
        ended.code
    );
    text.extend_from_slice(b"Caf\xE9,1.00,\n");
    let path = write(&user, &text);
    let ended = user.admin(Desktop::Absent, &line(&path, ""));
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(
        ended.said().contains("line 100002 is not UTF-8"),
        "{}",
        ended.said()
    );
}
