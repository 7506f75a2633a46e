//! Generated days: the board, the Zs, the rows that are exported and the raw events agree to the paisa.

use super::shifts::{close, opens};
use super::walk::next_record;
use super::*;
use crate::{Reader, Totals, verify};
use domain::{Figures, Sale, SaleState, ShiftReport, Tally};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Sums over the raw events alone: every sale played again, and where it stands at the end.
fn independent(records: &[Record]) -> BTreeMap<OurRef, Sale> {
    let mut sales: BTreeMap<OurRef, Sale> = BTreeMap::new();
    for record in records {
        let Some(our_ref) = record.fact.our_ref() else {
            continue;
        };
        let before = match (&record.fact, sales.get(our_ref)) {
            (
                Fact::Intent {
                    opening: Some(opening),
                    ..
                },
                None,
            ) => Sale::draft(
                our_ref.clone(),
                opening.mode,
                opening.amount_paise,
                opening.expiry_minutes,
            ),
            (_, Some(sale)) => sale.clone(),
            (_, None) => panic!("{our_ref} was never opened"),
        };
        let after = record.fact.apply_to(&before, record.at.wall_ms).unwrap();
        sales.insert(our_ref.clone(), after);
    }
    sales
}

fn board(reader: &Reader, tab: Tab, now_ms: i64) -> Totals {
    reader
        .totals(&View {
            tab,
            search: String::new(),
            now_ms,
        })
        .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn board_zs_rows_and_raw_events_agree_to_the_paisa(
        steps in prop::collection::vec(
            (1..8_u32, 0..64_usize, 1..100_000_i64, 0..10 * MINUTE, 0..12_u32), 1..80)
    ) {
        let bench = Bench::new();
        let mut model: BTreeMap<OurRef, Sale> = BTreeMap::new();
        let mut records = Vec::new();
        let mut zs = Vec::new();
        let mut now_ms = NOON;
        for (n, choice, paise, later_ms, act) in steps {
            now_ms += later_ms;
            let shift = bench.ledger.shift().unwrap();
            match (act, &shift) {
                (0, Some(shift)) if shift.is_open() => zs.push(close(&bench, now_ms)),
                (0 | 1, last) if last.as_ref().is_none_or(|last| !last.is_open()) => {
                    bench.append(opens(last.as_ref().map_or(1, domain::Shift::running), now_ms));
                }
                _ => {
                    let record = next_record(&model, n, choice, paise, now_ms, 1);
                    let row = bench.row(record.clone());
                    model.insert(our_ref(n), row.sale);
                    records.push(record);
                }
            }
        }
        let shift = bench.ledger.shift().unwrap();
        if shift.as_ref().is_none_or(|shift| !shift.is_open()) {
            bench.append(opens(shift.as_ref().map_or(1, domain::Shift::running), now_ms));
        }
        zs.push(close(&bench, now_ms));
        check_zs(&zs)?;
        let mut sum = Tally::default();
        for z in &zs {
            sum = sum.plus(&z.tally).unwrap();
        }
        let sales = independent(&records);
        let mut expected = Tally::default();
        for sale in sales.values() {
            expected = expected.moved(None, sale, (Paise::ZERO, Paise::ZERO)).unwrap();
        }
        prop_assert_eq!(sum, expected);
        check_board(&bench, &sum, &sales, now_ms)?;
        let (_folder, path) = bench.close();
        let found = verify(&path, None).unwrap();
        prop_assert!(found.holds(), "{:?}", found);
    }
}

/// Numbers have no gaps, each Z balances, and takes over what the one before carried over.
fn check_zs(zs: &[ShiftReport]) -> Result<(), TestCaseError> {
    let mut carried = Figures::default();
    for (index, z) in zs.iter().enumerate() {
        prop_assert_eq!(z.number as usize, index + 1);
        prop_assert!(z.is_balanced(), "{:?}", z);
        prop_assert_eq!(z.carried_in, carried);
        carried = z.carried_over().unwrap();
    }
    Ok(())
}

fn check_board(
    bench: &Bench,
    sum: &Tally,
    sales: &BTreeMap<OurRef, Sale>,
    now_ms: i64,
) -> Result<(), TestCaseError> {
    let reader = Reader::open(&bench.path()).unwrap();
    let same = |totals: Totals, line: Figures| {
        (
            totals.count as i64,
            totals.held_paise.get(),
            totals.captured_paise.get(),
            totals.released_paise.get(),
        ) == (
            line.count,
            line.held_paise,
            line.captured_paise,
            line.released_paise,
        )
    };
    prop_assert!(same(
        board(&reader, Tab::Captured, now_ms),
        sum.captured().unwrap()
    ));
    prop_assert!(same(board(&reader, Tab::Partial, now_ms), sum.captured_in_part));
    prop_assert!(same(board(&reader, Tab::Released, now_ms), sum.released));
    prop_assert!(same(board(&reader, Tab::Expired, now_ms), sum.expired));
    let rows: Vec<HoldRow> = reader.all_rows().unwrap().map(Result::unwrap).collect();
    let held: i64 = rows.iter().map(|row| row.held_paise().get()).sum();
    let captured: i64 = rows.iter().map(|row| row.captured_paise().get()).sum();
    let released: i64 = rows.iter().map(|row| row.released_paise().get()).sum();
    let placed = sum.placed().unwrap();
    prop_assert_eq!(held, placed.held_paise);
    prop_assert_eq!(
        (captured, released),
        (placed.captured_paise, placed.released_paise)
    );
    let by_hand: i64 = sales
        .values()
        .filter(|sale| matches!(sale.state, SaleState::CaptureAccepted | SaleState::Paid))
        .map(|sale| sale.capture_paise.unwrap_or_default().get())
        .sum();
    prop_assert_eq!(by_hand, sum.captured().unwrap().captured_paise);
    Ok(())
}
