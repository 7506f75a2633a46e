//! Workbooks, days and vouchers, and a disk that takes only a part of them.

use crate::books::{MINUTE, NOON, open, our_ref, record, refuse, said, sell};
use crate::user::{Desktop, Ended, User};
use calamine::{Data, DataType, Reader, Xlsx, open_workbook};
use domain::{Fact, Paise, RefundEvent, RefundFact, RefundReason, RefundRef};
use serde_json::{Value, json};

const DAY: i64 = 24 * 60 * MINUTE;

/// Two sales paid on the first of July and one on the second; of the first sale a part is refunded on the second.
fn two_days() -> User {
    let user = User::new().provisioned("https://mercury-uat.phonepe.com");
    let till = open(&user);
    sell(&till, 0, 60_000, Some(45_000));
    sell(&till, 1, 35_000, Some(35_000));
    refuse(&till, 2, 10_000);
    sell(&till, DAY / MINUTE, 20_000, Some(19_999));
    let refund_ref: RefundRef = "R01ARZ3NDEKTSV4RRFFQ0000001".parse().unwrap();
    let append = |after_ms: i64, fact: RefundFact| {
        till.append(record(NOON + DAY + MINUTE + after_ms, Fact::Refund(fact)))
            .unwrap();
    };
    append(
        0,
        RefundFact::Asked {
            our_ref: our_ref(0),
            refund_ref: refund_ref.clone(),
            amount_paise: Paise::new(5_001),
            reason: RefundReason::parse("=too much").unwrap(),
            request_sha256: "ef56".to_owned(),
        },
    );
    append(
        1_000,
        RefundFact::Replied {
            our_ref: our_ref(0),
            refund_ref: refund_ref.clone(),
            event: RefundEvent::Accepted { provider_ref: None },
            reply: said(),
        },
    );
    append(
        2_000,
        RefundFact::Looked {
            our_ref: our_ref(0),
            refund_ref,
            reply: said(),
            absent: false,
            by_hand: false,
            counts: true,
            moved: Some(RefundEvent::Proved {
                amount_paise: Paise::new(5_001),
                provider_ref: None,
            }),
        },
    );
    user
}

fn export(user: &User, line: &str) -> Ended {
    let out = user.path("out");
    user.admin(Desktop::Absent, &format!("export --out {} {line}", out.display()))
}

fn text(user: &User, line: &str) -> String {
    let ended = export(user, line);
    assert_eq!(ended.code, 0, "{}", ended.said());
    std::fs::read_to_string(user.path("out")).unwrap()
}

fn workbook(user: &User, line: &str) -> Vec<Vec<Data>> {
    let ended = export(user, line);
    assert_eq!(ended.code, 0, "{}", ended.said());
    let mut book: Xlsx<_> = open_workbook(user.path("out")).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn a_workbook_says_what_json_says_in_numbers_and_in_text_that_is_not_run() {
    let user = two_days();
    let rows = workbook(&user, "--format xlsx --what holds");
    let array: Vec<Value> = serde_json::from_str(&text(&user, "--format json --what holds")).unwrap();
    assert_eq!((rows.len(), array.len()), (5, 4));
    let names: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
    for (row, object) in rows[1..].iter().zip(&array) {
        for (cell, name) in row.iter().zip(&names) {
            let told = if cell.is_empty() {
                Value::Null
            } else if cell.is_string() {
                json!(cell.to_string())
            } else {
                json!(cell.to_string().parse::<i64>().unwrap())
            };
            assert_eq!(told, object[name], "{name}");
        }
    }
    let provider_ref = names.iter().position(|name| name == "provider_ref").unwrap();
    assert_eq!(rows[1][provider_ref], Data::String("=P0".to_owned()));
}

#[test]
fn a_workbook_of_events_has_every_record() {
    let user = two_days();
    let rows = workbook(&user, "--format xlsx --what events");
    let array: Vec<Value> = serde_json::from_str(&text(&user, "--format json --what events")).unwrap();
    assert_eq!(rows.len(), array.len() + 1);
    for (row, event) in rows[1..].iter().zip(&array) {
        assert_eq!(row[1].to_string(), event["hash"]);
        let record: Value = serde_json::from_str(&row[7].to_string()).unwrap();
        assert_eq!(record, event["record"]);
    }
}

#[test]
fn days_are_what_was_proved_on_them() {
    let user = two_days();
    let days = |span: &str| -> Value {
        serde_json::from_str(&text(&user, &format!("--format json --what days {span}"))).unwrap()
    };
    let first = json!({"day": "2026-07-01", "paid": 2, "paid_paise": 80_000, "refunds": 0, "refunded_paise": 0, "net_paise": 80_000});
    let second = json!({"day": "2026-07-02", "paid": 1, "paid_paise": 19_999, "refunds": 1, "refunded_paise": 5_001, "net_paise": 14_998});
    assert_eq!(days(""), json!([first, second]));
    assert_eq!(days("--to 2026-07-01"), json!([first]));
    assert_eq!(days("--from 2026-07-02"), json!([second]));
    assert_eq!(
        text(&user, "--format csv --what days --from 2026-07-02"),
        "\u{FEFF}day,paid,paid_paise,refunds,refunded_paise,net_paise\r\n2026-07-02,1,19999,1,5001,14998\r\n"
    );
}

#[test]
fn vouchers_for_tally_carry_the_days_and_the_shops_own_names() {
    let user = two_days();
    let vouchers = text(
        &user,
        "--format tally --what days --wallet-ledger PhonePe&Co --sales-ledger Fuel",
    );
    assert_eq!(vouchers.matches("<VOUCHER ").count(), 3);
    for part in [
        "<DATE>20260701</DATE>",
        "<LEDGERNAME>PhonePe&amp;Co</LEDGERNAME><ISDEEMEDPOSITIVE>Yes</ISDEEMEDPOSITIVE><AMOUNT>-800.00</AMOUNT>",
        "<LEDGERNAME>Fuel</LEDGERNAME><ISDEEMEDPOSITIVE>No</ISDEEMEDPOSITIVE><AMOUNT>199.99</AMOUNT>",
        "<LEDGERNAME>PhonePe&amp;Co</LEDGERNAME><ISDEEMEDPOSITIVE>No</ISDEEMEDPOSITIVE><AMOUNT>50.01</AMOUNT>",
    ] {
        assert!(vouchers.contains(part), "{part}\n{vouchers}");
    }
}

#[test]
fn of_a_ledger_that_cannot_be_read_whole_there_are_no_vouchers() {
    let user = two_days();
    // Only the rows of the projection have a chase.
    crate::books::break_page(&user, "\"chase\"");
    let ended = export(&user, "--format tally --what days");
    assert_eq!(ended.code, 1, "{}", ended.said());
    assert!(ended.err.contains("No vouchers were written"), "{}", ended.said());
    assert!(!user.path("out").exists());
}

#[test]
fn a_disk_that_fills_up_leaves_what_was_there() {
    let user = two_days();
    std::fs::write(user.path("out"), "before").unwrap();
    for format in ["csv", "json", "xlsx"] {
        let ended = user.admin_on_a_full_disk(&format!(
            "export --out {} --format {format} --what events",
            user.path("out").display()
        ));
        assert_eq!(ended.code, 1, "{format}: {}", ended.said());
        assert!(
            ended.err.contains("could not be written") && ended.err.contains("There is no half of it"),
            "{format}: {}",
            ended.said()
        );
        assert_eq!(std::fs::read_to_string(user.path("out")).unwrap(), "before");
        let left = std::fs::read_dir(user.path("")).unwrap().filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().ends_with(".part")
        });
        assert_eq!(left.count(), 0, "{format}: half a file was left");
    }
}
