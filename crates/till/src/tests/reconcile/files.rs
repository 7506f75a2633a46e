//! Settlement files.

use super::*;
use crate::tests::people::{RAVI, sign_in};
use crate::{ComparedFile, Desk, Input};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use contract::{SettlementFile, SettlementMapping, UiError};

const HEADER: &str = "Merchant Reference Id,Transaction Amount,PhonePe Reference Id";

fn file(bytes: &[u8]) -> SettlementFile {
    SettlementFile {
        name: "settlement.csv".to_owned(),
        base64: BASE64_STANDARD.encode(bytes),
    }
}

fn mapping() -> SettlementMapping {
    let columns = [
        ("our_ref", "Merchant Reference Id"),
        ("amount", "Transaction Amount"),
        ("provider_ref", "PhonePe Reference Id"),
    ];
    SettlementMapping {
        columns: columns
            .map(|(term, name)| (term.to_owned(), name.to_owned()))
            .into(),
        in_paise: false,
    }
}

impl Rig {
    fn desk(&self) -> Desk {
        Desk::open(&self.ledger_path()).unwrap()
    }

    fn compare(&self, text: &[u8], mapping: SettlementMapping) -> Result<ComparedFile, UiError> {
        let now_ms = self.clock.0.load(std::sync::atomic::Ordering::SeqCst) + 1;
        self.desk()
            .settlement_compare(&file(text), mapping, &Period::Today, now_ms)
    }

    fn take(&mut self, compared: ComparedFile) -> Result<(), UiError> {
        let (answer, _) = self.till.hear(Input::SettlementCompared(compared));
        answer.unwrap().map(drop)
    }

    fn refused_file(&self, text: &[u8]) -> UiError {
        match self.compare(text, mapping()) {
            Ok(_) => panic!("{} was taken", String::from_utf8_lossy(text)),
            Err(refused) => refused,
        }
    }
}

#[test]
fn a_cashiers_file_is_refused_and_nothing_of_it_is_written() {
    let mut rig = Rig::staffed();
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    let text = format!("{HEADER}\nS01ARZ3NDEKTSV4RRFFQ0000001,450.00,\n");
    let compared = rig.compare(text.as_bytes(), mapping()).unwrap();
    assert_eq!(rig.take(compared).unwrap_err().code, ErrorCode::NotAllowedForYou);
    let ask = AskDifferences {
        open_only: true,
        before: None,
    };
    let page = rig.desk().differences(&ask).unwrap();
    assert!(page.imports.is_empty() && page.rows.is_empty());
}

#[test]
fn a_file_that_agrees_is_written_down_with_its_hash_and_its_mapping_is_remembered() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    // As a workbook writes it: with a byte order mark, and a reference marked as text.
    let text = format!("\u{FEFF}{HEADER}\r\n'{our_ref},\"450.00\",\r\n\r\n");
    let seen = rig.desk().settlement_preview(&file(text.as_bytes())).unwrap();
    assert_eq!((seen.rows, seen.is_remembered, seen.seen_in), (1, false, None));
    assert_eq!(seen.mapping, mapping(), "the names suggest it");
    assert_eq!(seen.first[0][1], "450.00");
    let compared = rig.compare(text.as_bytes(), mapping()).unwrap();
    rig.take(compared).unwrap();
    assert_eq!(rig.view().reconcile.open_differences, 0);
    let ask = AskDifferences {
        open_only: true,
        before: None,
    };
    let import = rig.desk().differences(&ask).unwrap().imports.remove(0);
    assert_eq!(
        (import.number, import.rows, import.agree, import.differ),
        (1, 1, 1, 0)
    );
    assert_eq!((import.cashier.as_str(), import.sha256), ("Asha", seen.sha256));
    let again = rig.desk().settlement_preview(&file(text.as_bytes())).unwrap();
    assert_eq!((again.is_remembered, again.seen_in), (true, Some(1)));
}

#[test]
fn each_difference_of_a_file_is_found_and_can_be_closed() {
    let mut rig = Rig::new();
    let first = rig.paid_sale();
    rig.act(Command::NewSale).unwrap();
    let held = rig.hold_another("700");
    let text = format!(
        "{HEADER}\n{first},449.99,\n{held},700.00,P1\n{first},450.00,\n=HYPERLINK(\"x\"),1.00,\n@SUM(A1),2.00,\n"
    )
    .replace("=HYPERLINK(\"x\")", "\"=HYPERLINK(\"\"x\"\")\"");
    let compared = rig.compare(text.as_bytes(), mapping()).unwrap();
    rig.take(compared).unwrap();
    let found = rig.differences(true);
    let kinds: Vec<(DifferenceKind, Option<u64>)> =
        found.iter().rev().map(|one| (one.kind, one.line)).collect();
    assert_eq!(
        kinds,
        [
            (DifferenceKind::OtherAmount, Some(2)),
            (DifferenceKind::PaidThereNotHere, Some(3)),
            (DifferenceKind::TwiceInFile, Some(4)),
            (DifferenceKind::InFileNotInBooks, Some(5)),
            (DifferenceKind::InFileNotInBooks, Some(6)),
        ]
    );
    assert_eq!(
        found[1].named.as_deref(),
        Some("=HYPERLINK(\"x\")"),
        "a formula is a text"
    );
    assert_eq!(rig.written(&held), SaleState::Held, "a file moves nothing");
    let number = found[0].number.unwrap();
    let note = "of the other shop".to_owned();
    rig.reconcile(ReconcileCommand::CloseDifference { number, note })
        .unwrap();
    assert_eq!(rig.view().reconcile.open_differences, 4);
}

#[test]
fn a_paid_sale_without_a_line_is_named() {
    let mut rig = Rig::new();
    let paid = rig.paid_sale();
    rig.act(Command::NewSale).unwrap();
    let held = rig.hold_another("700");
    let text = format!("{HEADER}\n{held},700.00,\n");
    let compared = rig.compare(text.as_bytes(), mapping()).unwrap();
    rig.take(compared).unwrap();
    let missing = rig.differences(true).remove(0);
    assert_eq!(missing.kind, DifferenceKind::InBooksNotInFile);
    assert_eq!(missing.our_ref.as_deref(), Some(paid.as_str()));
}

#[test]
fn a_bad_file_is_refused_with_its_line_and_nothing_is_written() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    let events = rig.reader().head().unwrap().seq;
    let line = |text: &str| format!("{HEADER}\n{our_ref},450.00,\n{text}\n").into_bytes();
    let mut mixed = line("x,1.00,");
    mixed.extend_from_slice(b"Caf\xE9,1.00,\n");
    let utf16: Vec<u8> = HEADER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let many = format!("{HEADER}\n{}", "x,1.00,\n".repeat(50_001));
    let strange = format!(
        "{HEADER}\n{}",
        (0..501).map(|n| format!("x{n},1.00,\n")).collect::<String>()
    );
    for (bytes, code, detail) in [
        (Vec::new(), ErrorCode::FileEmpty, None),
        (HEADER.as_bytes().to_vec(), ErrorCode::FileEmpty, None),
        (
            b"Date,Sum\n1,2\n".to_vec(),
            ErrorCode::FileColumnMissing,
            Some("found: Date, Sum"),
        ),
        (mixed, ErrorCode::FileNotUtf8, Some("4")),
        (utf16, ErrorCode::FileNotUtf8, Some("1")),
        (
            line("x,1.00"),
            ErrorCode::FileNotCsv,
            Some("line 3: 2 cells, and the header has 3"),
        ),
        (line("x,=1+1,"), ErrorCode::FileAmount, Some("line 3: =1+1")),
        (line("x,1.005,"), ErrorCode::FileAmount, Some("line 3: 1.005")),
        (strange.into_bytes(), ErrorCode::FileOfAnotherPeriod, Some("500")),
        (vec![b'x'; 8_000_001], ErrorCode::FileTooLarge, Some("8 MB")),
    ] {
        let told = rig.refused_file(&bytes);
        assert_eq!(told.code, code, "{:?}", told.detail);
        if let Some(detail) = detail {
            assert!(
                told.detail.as_deref().unwrap_or_default().contains(detail),
                "{:?}",
                told.detail
            );
        }
    }
    let told = rig.desk().settlement_preview(&file(many.as_bytes())).unwrap_err();
    assert_eq!(
        (told.code, told.detail.as_deref()),
        (ErrorCode::FileTooManyRows, Some("50000"))
    );
    assert_eq!(rig.reader().head().unwrap().seq, events);
    let nothing = SettlementFile {
        name: "x".to_owned(),
        base64: "not base64!".to_owned(),
    };
    let told = rig.desk().settlement_preview(&nothing).unwrap_err();
    assert_eq!(told.code, ErrorCode::FileNotCsv);
}

#[test]
fn a_full_disk_loses_no_file_and_writes_no_half_of_one() {
    let (mut rig, mood) = Rig::shaky();
    let our_ref = rig.paid_sale();
    let text = format!("{HEADER}\n{our_ref},1.00,\n");
    let compared = rig.compare(text.as_bytes(), mapping()).unwrap();
    *mood.lock().unwrap() = Mood::Full;
    assert_eq!(rig.take(compared).unwrap_err().code, ErrorCode::BooksClosed);
    *mood.lock().unwrap() = Mood::Well;
    rig.reopen(&mood).unwrap();
    assert!(rig.differences(false).is_empty());
    let compared = rig.compare(text.as_bytes(), mapping()).unwrap();
    rig.take(compared).unwrap();
    assert_eq!(rig.kinds(), [DifferenceKind::OtherAmount]);
}
