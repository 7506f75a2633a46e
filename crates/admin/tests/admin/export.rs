use crate::books::{NOON, break_page, open, our_ref, refuse, sell};
use crate::user::{Desktop, Ended, User};
use serde_json::{Value, json};

const UAT: &str = "https://mercury-uat.phonepe.com";
const COLUMNS: [&str; 14] = [
    "our_ref",
    "provider_ref",
    "state",
    "held_paise",
    "captured_paise",
    "released_paise",
    "refunded_paise",
    "customer",
    "counter",
    "cashier",
    "shift",
    "created_at",
    "deadline_at",
    "paid_at",
];

/// A till with three sales: paid in part, held, refused.
fn sold() -> (User, ledger::Ledger) {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    sell(&till, 0, 60_000, Some(45_000));
    sell(&till, 1, 35_000, None);
    refuse(&till, 2, 10_000);
    (user, till)
}

fn export(user: &User, line: &str) -> (Ended, String) {
    let out = user.path("out");
    let ended = user.admin(Desktop::Absent, &format!("export --out {} {line}", out.display()));
    let written = std::fs::read_to_string(&out).unwrap_or_default();
    let left: Vec<_> = std::fs::read_dir(out.parent().unwrap())
        .unwrap()
        .filter(|entry| {
            entry
                .as_ref()
                .unwrap()
                .file_name()
                .to_string_lossy()
                .ends_with(".part")
        })
        .collect();
    assert!(left.is_empty(), "a half file was left: {left:?}");
    (ended, written)
}

fn array(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

/// The cells of a sheet, read as a spreadsheet reads them: RFC 4180 behind a byte order mark.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut left = text.strip_prefix('\u{FEFF}').unwrap().chars().peekable();
    while let Some(c) = left.next() {
        match c {
            '"' if is_quoted && left.peek() == Some(&'"') => cell.extend(left.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {
                assert_eq!(left.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(
        row.is_empty() && cell.is_empty() && !is_quoted,
        "it ends with a whole row"
    );
    rows
}

#[test]
fn holds_are_written_with_the_names_of_the_contract_while_the_till_runs() {
    let (user, _till) = sold();
    let (ended, text) = export(&user, "--format json --what holds");
    assert_eq!(ended.code, 0, "{}", ended.said());
    let rows = array(&text);
    assert_eq!(
        rows[0],
        json!({
            "our_ref": our_ref(0).as_str(), "provider_ref": "=P0", "state": "Paid",
            "held_paise": 60_000, "captured_paise": 45_000, "released_paise": 15_000, "refunded_paise": 0,
            "customer": "•••••• 3210", "counter": "2", "cashier": "@आशा", "shift": 14,
            "created_at": "2026-07-01T06:00:00Z", "deadline_at": "2026-07-01T07:00:00Z", "paid_at": "2026-07-01T06:00:25.5Z",
        })
    );
    assert_eq!(
        (&rows[1]["state"], &rows[1]["held_paise"], &rows[1]["paid_at"]),
        (&json!("Held"), &json!(35_000), &Value::Null)
    );
    assert_eq!(
        (
            &rows[2]["state"],
            &rows[2]["held_paise"],
            &rows[2]["provider_ref"]
        ),
        (&json!("HoldRefused"), &json!(0), &Value::Null)
    );
    assert_eq!(rows.len(), 3);
    let mut expected: Vec<&str> = COLUMNS.to_vec();
    expected.sort_unstable();
    let names: Vec<&String> = rows[2].as_object().unwrap().keys().collect();
    assert_eq!(names, expected);
}

#[test]
fn a_sheet_has_the_same_columns_and_no_formula() {
    let (user, _till) = sold();
    let (ended, text) = export(&user, "--format csv --what holds");
    assert_eq!(ended.code, 0, "{}", ended.said());
    let rows = cells(&text);
    assert_eq!(rows[0], COLUMNS);
    let rows = &rows[1..];
    assert_eq!(rows.len(), 3);
    assert_eq!(&rows[0][1], "'=P0");
    assert_eq!(&rows[0][9], "'@आशा");
    assert_eq!(&rows[0][3], "60000");
    assert_eq!(&rows[1][13], "");
}

#[test]
fn events_are_written_as_they_stand_in_the_chain() {
    use sha2::{Digest, Sha256};
    let (user, till) = sold();
    let (ended, text) = export(&user, "--format json --what events");
    assert_eq!(ended.code, 0, "{}", ended.said());
    let mut before = vec![0; 32];
    let mut count = 0;
    for (line, event) in text
        .lines()
        .filter(|line| line.starts_with('{'))
        .zip(array(&text))
    {
        // The chain can be walked again from the export alone.
        let body = line
            .split_once("\"record\":")
            .unwrap()
            .1
            .trim_end_matches(',')
            .strip_suffix('}')
            .unwrap();
        let length = u64::try_from(body.len()).unwrap().to_be_bytes();
        let hash = Sha256::new()
            .chain_update("holdfast-event-v1")
            .chain_update(&before)
            .chain_update(length)
            .chain_update(body)
            .finalize();
        before = hash.to_vec();
        count += 1;
        assert_eq!(event["seq"], count);
        let hex: String = before.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(event["hash"], hex);
    }
    assert_eq!(till.event_count().unwrap(), count);

    let (ended, text) = export(&user, "--format csv --what events");
    assert_eq!(ended.code, 0, "{}", ended.said());
    let rows = &cells(&text)[1..];
    assert_eq!(rows.len(), 9);
    assert_eq!(
        serde_json::from_str::<Value>(&rows[0][7]).unwrap()["fact"],
        "intent"
    );
}

#[test]
fn from_and_to_choose_by_the_moment_of_the_sale() {
    let (user, _till) = sold();
    for (line, expected) in [
        ("--from 2026-07-01T06:01:00Z", vec![1, 2]),
        ("--to 2026-07-01T11:31:00+05:30", vec![0]),
        ("--from 2026-07-01 --to 2026-07-01", vec![0, 1, 2]),
        ("--from 2026-07-02", vec![]),
    ] {
        let (ended, text) = export(&user, &format!("--format json --what holds {line}"));
        assert_eq!(ended.code, 0, "{}", ended.said());
        let refs: Vec<Value> = array(&text)
            .into_iter()
            .map(|row| row["our_ref"].clone())
            .collect();
        let expected: Vec<Value> = expected.into_iter().map(|n| json!(our_ref(n).as_str())).collect();
        assert_eq!(refs, expected, "{line}");
    }
    let (_, text) = export(&user, "--format json --what events --to 2026-07-01T06:00:01Z");
    assert_eq!(array(&text)[0]["record"]["at"]["wall_ms"], NOON);
    assert_eq!(array(&text).len(), 1);
}

/// Thirty paid sales of one closed till; the ledger's file lies still.
fn many() -> User {
    let user = User::new().provisioned(UAT);
    let till = open(&user);
    (0..30).for_each(|n| sell(&till, n, 60_000, Some(45_000)));
    user
}

#[test]
fn holds_whose_rows_are_broken_are_told_from_their_records() {
    let user = many();
    let (_, whole) = export(&user, "--format json --what holds");
    // Only the rows of the projection have a chase.
    break_page(&user, "\"chase\"");
    let (ended, rest) = export(&user, "--format json --what holds");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(ended.err.contains("NOT the whole ledger"), "{}", ended.err);
    assert_eq!(array(&rest), array(&whole));
}

#[test]
fn of_broken_records_the_readable_ones_are_written_and_the_loss_is_counted() {
    let user = many();
    break_page(&user, "\"fact\":\"intent\"");
    let (ended, text) = export(&user, "--format json --what events");
    assert_eq!(ended.code, 1, "{}", ended.said());
    let events = array(&text);
    assert!(events.len() > 50 && events.len() < 150, "{}", events.len());
    assert!(ended.err.contains("NOT the whole ledger"), "{}", ended.err);
    let mut seqs: Vec<u64> = events
        .iter()
        .map(|event| event["seq"].as_u64().unwrap())
        .collect();
    let count = seqs.len();
    seqs.dedup();
    assert!(seqs.is_sorted() && seqs.len() == count, "each once, in order");
}

#[test]
fn what_is_no_ledger_at_all_writes_no_file() {
    let user = User::new().provisioned(UAT);
    let (ended, text) = export(&user, "--format json --what holds");
    assert_eq!((ended.code, text.as_str()), (1, ""), "{}", ended.said());
    assert!(ended.err.contains("There is no ledger"), "{}", ended.err);
    let uat = user.home().join("uat");
    std::fs::create_dir(&uat).unwrap();
    std::fs::write(uat.join("ledger.sqlite"), "A5".repeat(9_000)).unwrap();
    let (ended, text) = export(&user, "--format json --what events");
    assert_eq!((ended.code, text.as_str()), (1, ""), "{}", ended.said());
    assert!(ended.err.contains("Nothing was exported"), "{}", ended.err);
}

#[test]
fn an_export_is_private_and_replaces_nothing_of_the_till() {
    use std::os::unix::fs::PermissionsExt;
    let (user, _till) = sold();
    export(&user, "--format csv --what holds");
    let mode = std::fs::metadata(user.path("out")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let settings = user.home().join("settings.json");
    let line = format!("export --format csv --what holds --out {}", settings.display());
    let ended = user.admin(Desktop::Absent, &line);
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(std::fs::read_to_string(&settings).unwrap().starts_with('{'));
}
