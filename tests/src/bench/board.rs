//! The holds board over a ledger of years: every tab, page, filter and search that a manager may open, each with its
//! counts, totals and cards, against the plain SQL of the same rows and sums. One sample is one opening.

use super::{Measured, ages, rounds};
use domain::Paise;
use ledger::{Board, Cursor, Filter, Reader, Tab, View};
use rusqlite::{Connection, OpenFlags};
use std::hint::black_box;
use std::time::{Duration, Instant};

const PAGE_ROWS: u32 = 50;
const DAY_MS: i64 = 86_400_000;

/// Something that a manager opens, and the same in SQL.
struct Look {
    name: String,
    view: View,
    after: Option<Cursor>,
    /// Of `hold`, for the page.
    rows: String,
    /// Of `filed`, for the closed tabs' sums under a search or filter.
    narrowed: Option<String>,
}

pub fn measure() -> Measured {
    let bench = Bench::open();
    let mut pairs = Vec::new();
    for look in bench.looks() {
        bench.ours(&look);
        bench.floor(&look);
        let of_look: Vec<(Duration, Duration)> = (0..rounds(100))
            .map(|round| {
                if round % 2 == 0 {
                    let ours = bench.ours(&look);
                    (ours, bench.floor(&look))
                } else {
                    let floor = bench.floor(&look);
                    (bench.ours(&look), floor)
                }
            })
            .collect();
        eprintln!("{:<34} {}", look.name, told(&of_look));
        pairs.extend(of_look);
    }
    eprintln!("{:<34} {}", "all of them", told(&pairs));
    Measured::of_times(&pairs, 1)
}

/// The totals of a tab alone, over all of its rows.
pub fn measure_totals() -> Measured {
    let bench = Bench::open();
    let mut pairs = Vec::new();
    for look in bench.looks().into_iter().filter(|look| look.after.is_none()) {
        bench.reader.totals(&look.view).unwrap();
        let of_look: Vec<(Duration, Duration)> = (0..rounds(100))
            .map(|_| {
                let began = Instant::now();
                black_box(bench.reader.totals(&look.view).unwrap());
                (began.elapsed(), bench.sums(&look))
            })
            .collect();
        eprintln!("{:<34} {}", look.name, told(&of_look));
        pairs.extend(of_look);
    }
    eprintln!("{:<34} {}", "all of them", told(&pairs));
    Measured::of_times(&pairs, 1)
}

struct Bench {
    reader: Reader,
    bare: Connection,
    now_ms: i64,
}

impl Bench {
    fn open() -> Bench {
        let size = ages::Size::of_benches();
        let path = ages::kept(size);
        Bench {
            reader: Reader::open(&path).unwrap(),
            bare: Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap(),
            now_ms: size.ends_at_ms,
        }
    }

    fn ours(&self, look: &Look) -> Duration {
        let began = Instant::now();
        let board: Board = self.reader.board(&look.view, look.after, PAGE_ROWS).unwrap();
        let took = began.elapsed();
        assert!(!board.page.rows.is_empty(), "{} shows nothing", look.name);
        took
    }

    fn floor(&self, look: &Look) -> Duration {
        let began = Instant::now();
        self.read(&look.rows);
        self.read(&format!(
            "SELECT shelf, sum(count), sum(captured_paise), sum(released_paise) FROM total WHERE day = {} GROUP BY shelf",
            (self.now_ms + 19_800_000) / DAY_MS
        ));
        began.elapsed() + self.sums(look)
    }

    /// What the tabs' counts and totals, and the cards of what is held now, cost in SQL.
    fn sums(&self, look: &Look) -> Duration {
        let began = Instant::now();
        self.read(
            "SELECT due_at_ms, state, shelf, needs_person, amount_paise, held_paise, captured_paise, released_paise, \
             our_ref, provider_ref, customer_last4, counter, cashier, created_at_ms \
             FROM hold INDEXED BY hold_open WHERE is_open = 1",
        );
        self.read(look.narrowed.as_deref().unwrap_or("SELECT * FROM shelf_total"));
        began.elapsed()
    }

    fn read(&self, sql: &str) {
        let mut statement = self.bare.prepare_cached(sql).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                black_box(row.get_ref(column).unwrap());
            }
        }
    }

    fn view(&self, tab: Tab, search: &str, filter: Filter) -> View {
        View {
            tab,
            search: search.to_owned(),
            filter,
            now_ms: self.now_ms,
        }
    }

    fn looks(&self) -> Vec<Look> {
        let mut looks = self.tabs();
        looks.extend(self.filters());
        looks.extend(self.searches());
        looks
    }

    fn tabs(&self) -> Vec<Look> {
        let soon = self.now_ms + 600_000;
        let overdue = self.now_ms - 600_000;
        let open = |condition: &str| {
            format!(
                "SELECT * FROM hold INDEXED BY hold_open WHERE is_open = 1 AND {condition} ORDER BY due_at_ms, seq LIMIT 51"
            )
        };
        let newest = |index: &str, condition: &str| {
            format!("SELECT * FROM hold INDEXED BY {index} WHERE {condition} ORDER BY seq DESC LIMIT 51")
        };
        let all = [
            (Tab::Open, open("1")),
            (
                Tab::Expiring,
                open(&format!("state = 'Held' AND due_at_ms <= {soon}")),
            ),
            (
                Tab::NotSure,
                open("state IN ('HoldUnknown', 'CaptureUnknown', 'CancelUnknown')"),
            ),
            (
                Tab::NeedsPerson,
                open(&format!(
                    "(needs_person = 1 OR (state = 'Held' AND due_at_ms <= {overdue}))"
                )),
            ),
            (Tab::Captured, newest("hold_captured", "is_captured = 1")),
            (Tab::Partial, newest("hold_partial", "is_partial = 1")),
            (Tab::Released, newest("hold_released", "shelf = 'released'")),
            (Tab::Expired, newest("hold_expired", "shelf = 'expired'")),
        ];
        let mut looks = Vec::new();
        for (tab, rows) in all {
            let view = self.view(tab, "", Filter::default());
            if !self.reader.page(&view, None, 1).unwrap().rows.is_empty() {
                looks.push(Look {
                    name: format!("{tab:?}"),
                    view: view.clone(),
                    after: None,
                    rows: rows.clone(),
                    narrowed: None,
                });
            }
            if matches!(tab, Tab::Captured | Tab::Partial | Tab::Released | Tab::Expired) {
                looks.push(self.middle(tab, view, &rows));
            }
        }
        looks
    }

    /// A page in the middle of a tab.
    fn middle(&self, tab: Tab, view: View, rows: &str) -> Look {
        let half: i64 = self
            .bare
            .query_row("SELECT max(seq) / 2 FROM hold", [], |row| row.get(0))
            .unwrap();
        Look {
            name: format!("{tab:?}, in the middle"),
            view,
            after: Some(format!("{half}.{half}").parse().unwrap()),
            rows: rows.replace(" ORDER BY", &format!(" AND seq < {half} ORDER BY")),
            narrowed: None,
        }
    }

    fn filters(&self) -> Vec<Look> {
        let midnight = (self.now_ms + 19_800_000) / DAY_MS * DAY_MS - 19_800_000;
        let (from, before) = (midnight - 400 * DAY_MS, midnight - 370 * DAY_MS);
        let cashier = Filter {
            cashier: Some("Kavya".to_owned()),
            ..Filter::default()
        };
        let month = Filter {
            from_ms: Some(from),
            before_ms: Some(before),
            ..Filter::default()
        };
        let in_month = format!("created_at_ms >= {from} AND created_at_ms < {before}");
        let of_month = Filter {
            cashier: cashier.cashier.clone(),
            ..month.clone()
        };
        let counter = Filter {
            counter: Some("1".to_owned()),
            ..Filter::default()
        };
        vec![
            self.filtered(
                "a cashier",
                Tab::Captured,
                cashier.clone(),
                "cashier = 'Kavya'",
                "cashier",
            ),
            self.filtered(
                "a cashier's expired",
                Tab::Expired,
                cashier,
                "cashier = 'Kavya'",
                "cashier",
            ),
            self.filtered(
                "an earlier counter",
                Tab::Captured,
                counter,
                "counter = '1'",
                "counter",
            ),
            self.filtered("a month a year ago", Tab::Captured, month, &in_month, "created"),
            self.filtered(
                "a cashier's month",
                Tab::Partial,
                of_month,
                &format!("cashier = 'Kavya' AND {in_month}"),
                "cashier",
            ),
            self.filtered(
                "amounts of ten rupees' breadth",
                Tab::Captured,
                amounts(123_000, 124_000),
                "amount_paise BETWEEN 123000 AND 124000",
                "amount",
            ),
            self.filtered(
                "amounts of a wide breadth",
                Tab::Captured,
                amounts(100_000, 300_000),
                "amount_paise BETWEEN 100000 AND 300000",
                "created",
            ),
        ]
    }

    fn filtered(&self, name: &str, tab: Tab, filter: Filter, condition: &str, index: &str) -> Look {
        let view = self.view(tab, "", filter);
        let sums = "count(*), sum(held_paise), sum(captured_paise), sum(released_paise)";
        Look {
            name: format!("filter: {name}"),
            rows: self.rows_of(&view),
            view,
            after: None,
            narrowed: Some(format!(
                "SELECT shelf, {sums} FROM filed INDEXED BY filed_{index} WHERE {condition} AND shelf IN \
                 ('paid_in_full', 'paid_in_part', 'released', 'expired') GROUP BY shelf"
            )),
        }
    }

    fn searches(&self) -> Vec<Look> {
        let (our_ref, provider_ref, last4, paise): (String, String, String, i64) = self
            .bare
            .query_row(
                "SELECT our_ref, provider_ref, customer_last4, amount_paise FROM hold INDEXED BY hold_captured \
                 WHERE is_captured = 1 AND seq > (SELECT max(seq) / 3 FROM hold) AND is_open = 0 \
                 AND amount_paise % 100 <> 0 AND is_partial = 0 ORDER BY seq LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
            )
            .unwrap();
        let end = &our_ref[23..];
        let odd = format!("{}.{:02}", paise / 100, paise % 100);
        let backwards: String = end.chars().rev().collect();
        vec![
            self.searched(
                "our id",
                &our_ref,
                &format!("seq = (SELECT seq FROM hold WHERE our_ref = '{our_ref}')"),
            ),
            self.searched(
                "the end of our id",
                end,
                &format!("id_end BETWEEN '{backwards}' AND '{backwards}~'"),
            ),
            self.searched(
                "PhonePe's id",
                &provider_ref,
                &format!("provider_ref = '{provider_ref}'"),
            ),
            self.searched("last four digits", &last4, &format!("last4 = '{last4}'")),
            self.searched("a rare amount", &odd, &Self::amount(paise)),
            self.searched("a common amount", "500", &Self::amount(50_000)),
        ]
    }

    fn amount(paise: i64) -> String {
        format!("shelf IN ('paid_in_full', 'paid_in_part', 'released', 'expired') AND amount_paise = {paise}")
    }

    fn searched(&self, name: &str, typed: &str, condition: &str) -> Look {
        let view = self.view(Tab::Captured, typed, Filter::default());
        Look {
            name: format!("search: {name}"),
            rows: self.rows_of(&view),
            view,
            after: None,
            narrowed: Some(format!(
                "SELECT shelf, count(*), sum(held_paise), sum(captured_paise), sum(released_paise) \
                 FROM filed WHERE {condition} GROUP BY shelf"
            )),
        }
    }

    /// The rows of the page by their numbers: nobody finds them sooner.
    fn rows_of(&self, view: &View) -> String {
        let page = self.reader.page(view, None, PAGE_ROWS).unwrap();
        let numbers: Vec<String> = page.rows.iter().map(|row| row.seq.to_string()).collect();
        format!("SELECT * FROM hold WHERE seq IN ({})", numbers.join(", "))
    }
}

fn amounts(least: i64, most: i64) -> Filter {
    Filter {
        least_paise: Some(Paise::new(least)),
        most_paise: Some(Paise::new(most)),
        ..Filter::default()
    }
}

fn told(pairs: &[(Duration, Duration)]) -> String {
    let sorted = |of: fn(&(Duration, Duration)) -> Duration| {
        let mut times: Vec<f64> = pairs.iter().map(|pair| of(pair).as_secs_f64() * 1e3).collect();
        times.sort_by(f64::total_cmp);
        times
    };
    let (ours, floor) = (sorted(|pair| pair.0), sorted(|pair| pair.1));
    let at = |times: &[f64], percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    format!(
        "median {:7.2} ms, p99 {:7.2} ms, plain SQL {:7.2} ms, ratio {:.2}",
        at(&ours, 50),
        at(&ours, 99),
        at(&floor, 50),
        at(&ours, 50) / at(&floor, 50)
    )
}
