use super::*;
use crate::{Cursor, Reader, Shelf, Totals};
use rusqlite::Connection;

/// Every row of a view, gathered in pages of two.
pub(super) fn all_pages(reader: &Reader, view: &View) -> Vec<HoldRow> {
    let mut rows = Vec::new();
    let mut after = None;
    loop {
        let page = reader.page(view, after, 2).unwrap();
        assert!(page.rows.len() <= 2);
        rows.extend(page.rows);
        match page.next {
            // As it goes through the window and back.
            Some(next) => after = Some(next.to_string().parse::<Cursor>().unwrap()),
            None => return rows,
        }
    }
}

pub(super) fn sum_of(rows: &[HoldRow]) -> Totals {
    let sum = |of: fn(&HoldRow) -> Paise| Paise::new(rows.iter().map(|row| of(row).get()).sum());
    Totals {
        count: rows.len() as u64,
        held_paise: sum(HoldRow::held_paise),
        captured_paise: sum(HoldRow::captured_paise),
        released_paise: sum(HoldRow::released_paise),
    }
}

fn refs(rows: &[HoldRow]) -> Vec<&str> {
    rows.iter().map(|row| &row.sale.our_ref.as_str()[22..]).collect()
}

fn rows_of(bench: &Bench, view: &View) -> Vec<String> {
    let reader = Reader::open(&bench.path()).unwrap();
    let rows = all_pages(&reader, view);
    assert_eq!(reader.totals(view).unwrap(), sum_of(&rows), "{view:?}");
    refs(&rows).into_iter().map(str::to_owned).collect()
}

#[test]
fn each_tab_has_its_sales_in_its_order_and_its_totals_are_its_rows() {
    let bench = Bench::new();
    a_day(&bench);
    hold(&bench, 6, NOON - 55 * MINUTE, 7_700);
    hold(&bench, 7, NOON - 70 * MINUTE, 8_800);
    hold(&bench, 8, NOON, 9_900);
    bench.append(looks(8, NOON + MINUTE, false, Some(Event::FoundExpired)));
    for (tab, expected) in [
        (Tab::Open, vec!["000007", "000006", "000004", "000005"]),
        (Tab::Expiring, vec!["000007", "000006"]),
        (Tab::NotSure, vec!["000005"]),
        (Tab::Captured, vec!["000003", "000001"]),
        (Tab::Partial, vec!["000001"]),
        (Tab::Released, vec!["000002"]),
        (Tab::Expired, vec!["000008"]),
        (Tab::NeedsPerson, vec!["000007"]),
    ] {
        let expected: Vec<String> = expected.into_iter().map(|n| n[1..].to_owned()).collect();
        assert_eq!(rows_of(&bench, &view(tab, " ")), expected, "{tab:?}");
    }
    let counts = Reader::open(&bench.path())
        .unwrap()
        .counts("", NOON + 10 * MINUTE)
        .unwrap();
    let numbers: Vec<u64> = counts.iter().map(|count| count.totals.count).collect();
    assert_eq!(numbers, [4, 2, 1, 2, 1, 1, 1, 1]);
}

#[test]
fn a_search_finds_ids_digits_and_amounts_and_its_totals_are_its_rows() {
    let bench = Bench::new();
    a_day(&bench);
    let other = asks(
        9,
        NOON,
        Call::Authorize,
        Event::HoldAsked,
        Some(opening(45_000, "4321")),
    );
    bench.append(other);
    for (tab, typed, expected) in [
        (Tab::Captured, "Q0000001", vec!["00001"]),
        (Tab::Captured, "q0000003", vec!["00003"]),
        (Tab::Captured, "P-paid", vec!["00003", "00001"]),
        (Tab::Open, "PRO4", vec!["00004"]),
        (Tab::Open, "4321", vec!["00009"]),
        (Tab::Open, "3210", vec!["00004", "00005"]),
        (Tab::Captured, "450", vec!["00001"]),
        (Tab::Captured, "₹600.00", vec!["00001"]),
        (Tab::Captured, "1,200", vec!["00003"]),
        (Tab::Captured, "150", vec!["00001"]),
        (Tab::Open, "450.00", vec!["00009"]),
        (Tab::Open, "%", vec![]),
        (Tab::Open, "_", vec![]),
        (Tab::Open, "' OR 1=1 --", vec![]),
        (Tab::Released, "00002", vec!["00002"]),
    ] {
        assert_eq!(rows_of(&bench, &view(tab, typed)), expected, "{tab:?} {typed}");
    }
}

#[test]
fn a_page_stays_where_it_is_while_sales_come_in() {
    let bench = Bench::new();
    for n in 1..=6 {
        hold(&bench, n, NOON + i64::from(n), 1_000);
        release(&bench, n, NOON + MINUTE);
    }
    let reader = Reader::open(&bench.path()).unwrap();
    let released = view(Tab::Released, "");
    let first = reader.page(&released, None, 3).unwrap();
    assert_eq!(refs(&first.rows), ["00006", "00005", "00004"]);
    hold(&bench, 7, NOON, 1_000);
    release(&bench, 7, NOON + MINUTE);
    let second = reader.page(&released, first.next, 3).unwrap();
    assert_eq!(refs(&second.rows), ["00003", "00002", "00001"]);
    assert_eq!(second.next, None);
    assert!("12".parse::<Cursor>().is_err());
}

#[test]
fn the_cards_say_what_today_changed_and_what_is_held_now() {
    let bench = Bench::new();
    let yesterday = NOON - 24 * 60 * MINUTE;
    hold(&bench, 1, yesterday, 60_000);
    hold(&bench, 2, yesterday, 50_000);
    capture(&bench, 2, yesterday, 50_000);
    capture(&bench, 1, NOON, 45_000);
    hold(&bench, 3, NOON, 35_000);
    release(&bench, 3, NOON + MINUTE);
    hold(&bench, 4, NOON, 10_000);
    hold(&bench, 5, NOON - 42 * MINUTE, 20_000);
    hold(&bench, 6, NOON, 9_900);
    bench.append(looks(6, NOON + MINUTE, false, Some(Event::FoundExpired)));
    bench.append(asks_hold(7, NOON, 1_000));
    let cards = Reader::open(&bench.path()).unwrap().cards(NOON + MINUTE).unwrap();
    assert_eq!(
        (cards.held_now.count, cards.held_now.held_paise.get()),
        (3, 31_000),
        "what was asked for and not answered may be blocked too"
    );
    assert_eq!(
        (cards.captured_today_count, cards.captured_today_paise.get()),
        (1, 45_000)
    );
    assert_eq!(
        (cards.paid_today_count, cards.paid_today_paise.get()),
        (1, 45_000)
    );
    assert_eq!((cards.partial_today_count, cards.expired_today_count), (1, 1));
    assert_eq!(cards.released_today_paise.get(), 15_000 + 35_000 + 9_900);
    let mut radar = [0; 12];
    radar[3] = 20_000;
    radar[11] = 10_000;
    assert_eq!(cards.radar_paise, radar);
}

#[test]
fn no_screen_scans_the_whole_table() {
    let bench = Bench::new();
    a_day(&bench);
    let conn = Connection::open(bench.path()).unwrap();
    let mut plan = conn
        .prepare(
            "EXPLAIN QUERY PLAN SELECT * FROM hold INDEXED BY hold_open WHERE is_open = 1 \
             AND (due_at_ms, seq) > (1, 1) ORDER BY due_at_ms, seq LIMIT 50",
        )
        .unwrap();
    let steps: Vec<String> = plan
        .query_map([], |row| row.get(3))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(steps, ["SEARCH hold USING INDEX hold_open (due_at_ms>?)"]);
    // Every other one names its index, too: a plan without it would be an error, not a scan.
    let reader = Reader::open(&bench.path()).unwrap();
    for tab in Tab::ALL {
        reader.page(&view(tab, ""), None, 50).unwrap();
        reader.totals(&view(tab, "450")).unwrap();
    }
}

#[test]
fn a_draft_again_and_a_refused_hold_count_as_not_held() {
    let bench = Bench::new();
    bench.append(asks_hold(1, NOON, 60_000));
    let draft = bench.row(replies(1, NOON, Call::Authorize, Event::HoldNotSent));
    assert_eq!((draft.shelf(), draft.held_paise()), (Shelf::Asking, Paise::ZERO));
    bench.append(asks_hold(2, NOON, 60_000));
    let refused = bench.row(replies(2, NOON, Call::Authorize, Event::HoldRefused));
    assert_eq!(
        (refused.shelf(), refused.held_paise()),
        (Shelf::Failed, Paise::ZERO)
    );
    assert_eq!(rows_of(&bench, &view(Tab::Open, "")), ["00001"]);
}
