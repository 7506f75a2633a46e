//! The lines of a settlement file.

use super::*;

fn line(named: &str, paise: i64) -> SettlementRow {
    SettlementRow {
        line: 17,
        named: named.to_owned(),
        amount_paise: Paise::new(paise),
        provider_ref: None,
    }
}

fn found(row: &SettlementRow, ours: OurSide<'_>, seen: bool) -> Option<DifferenceKind> {
    compare_line(row, ours, seen).map(|found| found.kind)
}

#[test]
fn a_line_that_says_what_the_books_say_is_no_difference() {
    let paid = sale(SaleState::Paid);
    let row = line(our_ref().as_str(), 45_000);
    assert_eq!(found(&row, OurSide::Sale(&paid), false), None);
    let back = refund(RefundState::Refunded);
    let of = our_ref();
    for paise in [10_000, -10_000] {
        let row = line(back.refund_ref.as_str(), paise);
        assert_eq!(found(&row, OurSide::Refund(&of, &back), false), None, "{paise}");
    }
}

#[test]
fn each_planted_line_is_found_with_its_kind() {
    let (paid, released, of) = (sale(SaleState::Paid), sale(SaleState::Released), our_ref());
    let row = line(of.as_str(), 45_000);
    assert_eq!(
        found(&row, OurSide::Sale(&paid), true),
        Some(DifferenceKind::TwiceInFile)
    );
    assert_eq!(
        found(&row, OurSide::Nothing, false),
        Some(DifferenceKind::InFileNotInBooks)
    );
    assert_eq!(
        found(&row, OurSide::Sale(&released), false),
        Some(DifferenceKind::PaidThereNotHere)
    );
    let less = line(of.as_str(), 44_999);
    assert_eq!(
        found(&less, OurSide::Sale(&paid), false),
        Some(DifferenceKind::OtherAmount)
    );
    let mut other = row.clone();
    other.provider_ref = Some("P9".to_owned());
    assert_eq!(
        found(&other, OurSide::Sale(&paid), false),
        Some(DifferenceKind::OtherId)
    );
    let failed = refund(RefundState::Failed);
    let back = line(failed.refund_ref.as_str(), 10_000);
    assert_eq!(
        found(&back, OurSide::Refund(&of, &failed), false),
        Some(DifferenceKind::RefundedThereNotHere)
    );
    assert_eq!(not_in_file(&paid).kind, DifferenceKind::InBooksNotInFile);
}

#[test]
fn whose_a_reference_is_is_told_by_its_own_form_and_a_formula_is_nobodys() {
    assert_eq!(line(our_ref().as_str(), 1).theirs(), Theirs::Sale(our_ref()));
    let back = refund(RefundState::Failed).refund_ref;
    assert_eq!(line(back.as_str(), 1).theirs(), Theirs::Refund(back));
    let formula = line("=HYPERLINK(\"http://x\")", 1);
    assert_eq!(formula.theirs(), Theirs::Unknown);
    let told = compare_line(&formula, OurSide::Nothing, false).unwrap();
    assert_eq!(told.named.unwrap().shown(), "=HYPERLINK(\"http://x\")");
}
