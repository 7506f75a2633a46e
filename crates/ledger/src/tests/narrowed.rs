//! Searches and filters, said a second time without SQL: the rows are the ones that are meant, and totals are their sums.

use super::board::{all_pages, sum_of};
use super::*;
use crate::Reader;
use proptest::prelude::*;

const DAY: i64 = 24 * 60 * MINUTE;
/// Midnight in India.
const MIDNIGHT: i64 = 1_699_986_600_000;

/// One sale: how much in rupees, who, where, how much later than the one before, and how it ends.
type Sold = (i64, usize, usize, i64, u32);

fn sales() -> impl Strategy<Value = Vec<Sold>> {
    prop::collection::vec((1..40_i64, 0..3_usize, 0..2_usize, 0..DAY / 2, 0..6_u32), 1..24)
}

fn filters() -> impl Strategy<Value = Filter> {
    let some = |count: usize| prop::option::weighted(0.3, 0..count);
    let day = || prop::option::weighted(0.3, (0..8_i64, prop::bool::ANY));
    let rupees = || prop::option::weighted(0.3, 0..42_00_i64);
    (some(3), some(2), day(), day(), (rupees(), rupees())).prop_map(
        |(cashier, counter, from, before, (least, most))| {
            // Whole days are added up in another way than parts of days.
            let moment =
                |(days, is_whole): (i64, bool)| MIDNIGHT + days * DAY + i64::from(!is_whole) * 7 * MINUTE;
            Filter {
                cashier: cashier.map(|at| NAMES[at].to_owned()),
                counter: counter.map(|at| format!("Counter {at}")),
                from_ms: from.map(moment),
                before_ms: before.map(moment),
                least_paise: least.map(Paise::new),
                most_paise: most.map(Paise::new),
            }
        },
    )
}

const NAMES: [&str; 3] = ["Asha", "Ravi", "Meena"];

fn sell(bench: &Bench, n: u32, (rupees, cashier, counter, _, end): Sold, at_ms: i64) {
    let paise = rupees * 100;
    let digits = format!("32{:02}", n % 3);
    let mut asked = asks(
        n,
        at_ms,
        Call::Authorize,
        Event::HoldAsked,
        Some(opening(paise, &digits)),
    );
    asked.by.cashier = NAMES[cashier].to_owned();
    asked.by.counter = format!("Counter {counter}");
    bench.append(asked);
    let provider_ref = provider("Pq");
    bench.append(replies(
        n,
        at_ms,
        Call::Authorize,
        Event::HoldAuthorized { provider_ref },
    ));
    match end {
        0 => {}
        1 => {
            release(bench, n, at_ms + MINUTE);
        }
        2 => {
            bench.append(looks(n, at_ms + MINUTE, false, Some(Event::FoundExpired)));
        }
        3 => {
            capture(bench, n, at_ms + MINUTE, 1 + paise / 3);
        }
        _ => {
            capture(bench, n, at_ms + MINUTE, paise);
        }
    }
}

fn is_meant(row: &HoldRow, filter: &Filter, search: &str) -> bool {
    let is = |wanted: &Option<String>, there: &String| wanted.as_ref().is_none_or(|name| name == there);
    let is_filtered = is(&filter.cashier, &row.cashier)
        && is(&filter.counter, &row.counter)
        && filter.from_ms.is_none_or(|from| row.created_at_ms >= from)
        && filter.before_ms.is_none_or(|before| row.created_at_ms < before)
        && filter
            .least_paise
            .is_none_or(|least| row.sale.amount_paise >= least)
        && filter.most_paise.is_none_or(|most| row.sale.amount_paise <= most);
    is_filtered && is_found(row, search)
}

fn is_found(row: &HoldRow, search: &str) -> bool {
    let typed = search.trim().to_uppercase();
    let id = row.sale.our_ref.as_str();
    let theirs = row.sale.provider_ref.as_ref().map(|id| id.0.to_uppercase());
    let amounts = [row.sale.amount_paise, row.captured_paise(), row.released_paise()];
    typed.is_empty()
        || (typed.len() >= 6 && id.starts_with(&typed))
        || (typed.len() >= 4 && id.ends_with(&typed))
        || (typed.len() >= 4 && theirs.is_some_and(|id| id.starts_with(&typed)))
        || row.customer.last_four == typed
        || Paise::parse_rupees(search.trim()).is_ok_and(|paise| amounts.contains(&paise))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_is_what_is_meant_and_totals_are_the_rows(
        sales in sales(), filters in prop::collection::vec(filters(), 8), at in 0..24_u32
    ) {
        let bench = Bench::new();
        let mut now_ms = MIDNIGHT + 9 * 60 * MINUTE;
        for (n, sold) in (1..).zip(sales) {
            now_ms += sold.3;
            sell(&bench, n, sold, now_ms);
        }
        let reader = Reader::open(&bench.path()).unwrap();
        let all: Vec<HoldRow> = reader.all_rows().unwrap().map(Result::unwrap).collect();
        let our_id = our_ref(at);
        let end = &our_id.as_str()[22..];
        let long_end = &our_id.as_str()[14..];
        for filter in filters.iter().chain([&Filter::default()]) {
            for search in ["", "3201", "12", "₹7.34", "pq", "PQ-a", end, long_end, our_id.as_str(), "S01ARZ3", "%", "'"] {
                for tab in Tab::ALL {
                    let view = View { tab, search: search.to_owned(), filter: filter.clone(), now_ms };
                    let shown = all_pages(&reader, &view);
                    let whole = all_pages(&reader, &View { search: String::new(), filter: Filter::default(), ..view.clone() });
                    let mut meant: Vec<u64> = whole.iter().filter(|row| is_meant(row, filter, search)).map(|row| row.seq).collect();
                    let mut seqs: Vec<u64> = shown.iter().map(|row| row.seq).collect();
                    meant.sort_unstable();
                    seqs.sort_unstable();
                    prop_assert_eq!(seqs, meant, "{:?}", view);
                    let board = reader.board(&view, None, 3).unwrap();
                    prop_assert_eq!(board.totals, sum_of(&shown), "{:?}", view);
                    prop_assert_eq!(&board.page.rows[..], &shown[..board.page.rows.len()]);
                }
            }
        }
        prop_assert_eq!(all.len(), reader.listed().unwrap().count());
        for (row, listed) in all.iter().zip(reader.listed().unwrap()) {
            prop_assert_eq!(crate::ListedHold::from(row.clone()), listed.unwrap());
        }
        prop_assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
    }
}

#[test]
fn every_way_to_the_closed_sales_goes_by_an_index() {
    let bench = Bench::new();
    a_day(&bench);
    let conn = rusqlite::Connection::open(bench.path()).unwrap();
    for sql in [
        "SELECT filed.seq FROM hold CROSS JOIN filed ON filed.seq = hold.seq \
         WHERE hold.our_ref >= 'S' AND hold.our_ref < 'T'",
        "SELECT filed.seq FROM filed INDEXED BY filed_id_end CROSS JOIN hold ON hold.seq = filed.seq WHERE id_end = 'X'",
        "SELECT seq FROM filed INDEXED BY filed_cashier WHERE shelf = 'released' AND cashier = 'A' \
         AND (created_at_ms, seq) < (1, 1) ORDER BY created_at_ms DESC, seq DESC LIMIT 50",
    ] {
        let steps: Vec<String> = conn
            .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
            .unwrap()
            .query_map([], |row| row.get(3))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        // Sales of one and the same millisecond are put in order by themselves; nothing else is sorted.
        let is_quick =
            |step: &String| step.starts_with("SEARCH") || step == "USE TEMP B-TREE FOR LAST TERM OF ORDER BY";
        assert!(steps.iter().all(is_quick), "{sql}: {steps:?}");
    }
}
