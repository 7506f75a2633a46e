//! The board narrowed as a manager types it: rows, counts and totals are always those of the same sales.

use super::rig::{Rig, paid};
use crate::Desk;
use contract::{AskPage, ErrorCode, FilterPart, HoldsFilter, HoldsPageView, HoldsTab, NarrowedBy, UiError};
use domain::{Answer, Call, Meaning, OurRef};

impl Rig {
    fn board(
        &mut self,
        tab: HoldsTab,
        change: impl FnOnce(&mut HoldsFilter),
    ) -> Result<HoldsPageView, UiError> {
        let mut filter = HoldsFilter::default();
        change(&mut filter);
        let ask = AskPage {
            tab,
            search: String::new(),
            after: None,
            filter: Some(filter),
        };
        let now_ms = self.view().now_ms;
        Desk::open(&self.ledger_path()).unwrap().page(&ask, now_ms)
    }
}

fn count_of(page: &HoldsPageView, tab: HoldsTab) -> u64 {
    page.counts
        .iter()
        .find(|of| of.tab == tab)
        .map(|of| of.count)
        .unwrap()
}

fn refs(page: &HoldsPageView) -> Vec<&str> {
    page.rows.iter().map(|row| row.our_ref.as_str()).collect()
}

/// Holds of ₹100, ₹200, ₹300, and one of ₹400 that is paid.
fn a_day() -> (Rig, Vec<OurRef>) {
    let mut rig = Rig::new();
    let mut all = rig.holds(3);
    all.push(rig.hold_another("400"));
    rig.capture("400");
    rig.reply(
        Call::Capture,
        Meaning::Agreed(Answer::CaptureAccepted { provider_ref: None }),
    );
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(40_000));
    (rig, all)
}

#[test]
fn amounts_narrow_rows_counts_and_totals_of_every_tab_alike() {
    let (mut rig, all) = a_day();
    let whole = rig.board(HoldsTab::Open, |_| ()).unwrap();
    assert_eq!((whole.totals.count, whole.narrowed.len()), (3, 0));
    assert_eq!(count_of(&whole, HoldsTab::Captured), 1);

    let narrowed = rig
        .board(HoldsTab::Open, |typed| {
            typed.least = "200".to_owned();
            typed.most = "300.00".to_owned();
        })
        .unwrap();
    assert_eq!(refs(&narrowed), [all[1].as_str(), all[2].as_str()]);
    assert_eq!(narrowed.totals.count, 2);
    assert_eq!(narrowed.totals.held_text, "₹500.00");
    assert_eq!(count_of(&narrowed, HoldsTab::Open), 2);
    assert_eq!(count_of(&narrowed, HoldsTab::Captured), 0);

    let dear = rig
        .board(HoldsTab::Captured, |typed| typed.least = "300.01".to_owned())
        .unwrap();
    assert_eq!(refs(&dear), [all[3].as_str()]);
    assert_eq!(dear.totals.captured_text, "₹400.00");
    assert_eq!(
        dear.narrowed,
        [NarrowedBy {
            part: FilterPart::Least,
            text: "₹300.01".to_owned()
        }]
    );
}

#[test]
fn days_and_names_narrow_it_too() {
    let (mut rig, _) = a_day();
    // The rig's clock begins on 14 November 2023, 22:13 UTC, which is the 15th in India.
    for (from, to, open) in [
        ("2023-11-15", "2023-11-15", 3_usize),
        ("", "2023-11-14", 0),
        ("2023-11-16", "", 0),
        ("2023-11-15", "", 3),
    ] {
        let page = rig
            .board(HoldsTab::Open, |typed| {
                typed.from = from.to_owned();
                typed.to = to.to_owned();
            })
            .unwrap();
        assert_eq!(
            (page.totals.count, page.rows.len()),
            (u64::try_from(open).unwrap(), open),
            "{from}–{to}"
        );
    }
    let by = |rig: &mut Rig, name: &str| {
        let name = name.to_owned();
        rig.board(HoldsTab::Open, |typed| typed.cashier = name)
            .unwrap()
            .totals
            .count
    };
    let cashier = rig.view().cashier;
    assert_eq!((by(&mut rig, &cashier), by(&mut rig, "Nobody")), (3, 0));
    let counter = rig.view().counter;
    let at_counter = rig.board(HoldsTab::Captured, |typed| typed.counter = counter);
    assert_eq!(at_counter.unwrap().totals.count, 1);
}

#[test]
fn what_is_no_filter_is_refused_and_read_nowhere() {
    let mut rig = Rig::new();
    let refused = rig.board(HoldsTab::Open, |typed| {
        typed.least = "500".to_owned();
        typed.most = "50".to_owned();
    });
    assert_eq!(
        refused.map(|page| page.totals),
        Err(ErrorCode::FilterAmounts.into())
    );
}
