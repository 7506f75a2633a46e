//! The manager's reads: the holds board and a sale's timeline, on a connection of their own, never on the engine's loop.

mod narrowing;
mod pictures;
mod timeline;

use crate::lookups::scheduled_look_at_ms;
use crate::queue::{deadline_view, plan_view};
use crate::shift::shift_page;
use crate::view::{money_word, needs_person, refunds_view};
use contract::{
    AskPage, CardsView, ErrorCode, HoldRowView, HoldsPageView, HoldsTab, PicturesView, ShiftPageView,
    TabCount, TimelineView, TotalsView, UiError,
};
use domain::{Choice, OurRef, Paise};
use ledger::{Board, Cards, Cursor, HoldRow, LedgerError, Reader, Story, Tab, Totals, View};
pub(crate) use narrowing::Narrowing;
use pictures::pictures_view;
use std::path::Path;

/// How many rows one page of the board has.
const PAGE_ROWS: u32 = 50;

/// The board could not be read.
pub type DeskError = LedgerError;

pub struct Desk {
    pub(crate) reader: Reader,
}

impl Desk {
    /// # Errors
    /// When the ledger cannot be read.
    pub fn open(ledger: &Path) -> Result<Desk, DeskError> {
        Ok(Desk {
            reader: Reader::open(ledger)?,
        })
    }

    /// A page of one tab, with the counts of all tabs and the totals of what is selected.
    ///
    /// # Errors
    /// One of [`ErrorCode`]'s `Filter…` when it is no filter; [`ErrorCode::BooksClosed`] when the ledger cannot be read.
    pub fn page(&self, ask: &AskPage, now_ms: i64) -> Result<HoldsPageView, UiError> {
        let narrowing = Narrowing::of(&ask.filter.clone().unwrap_or_default())?;
        self.read_page(ask, narrowing, now_ms).map_err(unreadable)
    }

    /// A sale's whole story.
    ///
    /// # Errors
    /// [`ErrorCode::NoSuchSale`]; [`ErrorCode::BooksClosed`] when the ledger cannot be read.
    pub fn timeline(&self, our_ref: &OurRef, now_ms: i64) -> Result<TimelineView, UiError> {
        let story = self.reader.story(our_ref).map_err(unreadable)?;
        let Story { row, events, .. } = story.ok_or(ErrorCode::NoSuchSale)?;
        let plan = self.reader.plans(&[our_ref]).map_err(unreadable)?.pop();
        let plan = plan.unwrap_or_default();
        Ok(TimelineView {
            row: row_view(&row, &plan, now_ms),
            refunds: refunds_view(&row),
            deadline: deadline_view(&row.sale, plan.0.as_ref(), now_ms),
            entries: timeline::entries(&events),
        })
    }

    /// A shift's report and the earlier Zs: the Z with this number as it was made, or without one the X of the open
    /// shift, drawn now.
    ///
    /// # Errors
    /// [`ErrorCode::BooksClosed`] when the ledger cannot be read.
    pub fn shift_page(&self, number: Option<u32>, now_ms: i64) -> Result<ShiftPageView, UiError> {
        shift_page(&self.reader, number, now_ms).map_err(unreadable)
    }

    /// What the pictures of the reports show, at a moment (milliseconds since 1970).
    ///
    /// # Errors
    /// [`ErrorCode::BooksClosed`] when the ledger cannot be read.
    pub fn pictures(&self, now_ms: i64) -> Result<PicturesView, UiError> {
        pictures_view(&self.reader, now_ms).map_err(unreadable)
    }

    fn read_page(
        &self,
        ask: &AskPage,
        narrowing: Narrowing,
        now_ms: i64,
    ) -> Result<HoldsPageView, LedgerError> {
        let view = View {
            tab: tab_of(ask.tab),
            search: ask.search.clone(),
            filter: narrowing.filter,
            now_ms,
        };
        // A cursor that is none begins at the first page, as if there were none.
        let after: Option<Cursor> = ask.after.as_deref().and_then(|text| text.parse().ok());
        let Board {
            page,
            counts,
            totals,
            cards,
        } = self.reader.board(&view, after, PAGE_ROWS)?;
        let refs: Vec<&OurRef> = page.rows.iter().map(|row| &row.sale.our_ref).collect();
        let plans = self.reader.plans(&refs)?;
        Ok(HoldsPageView {
            tab: ask.tab,
            now_ms,
            rows: page
                .rows
                .iter()
                .zip(&plans)
                .map(|(row, plan)| row_view(row, plan, now_ms))
                .collect(),
            next: page.next.map(|cursor| cursor.to_string()),
            counts: counts
                .iter()
                .map(|of| TabCount {
                    tab: tab_named(of.tab),
                    count: of.totals.count,
                })
                .collect(),
            totals: totals_view(&totals),
            narrowed: narrowing.by,
            cards: cards_view(&cards),
        })
    }
}

pub(crate) fn unreadable(failed: LedgerError) -> UiError {
    tracing::error!(%failed, "the board cannot be read");
    ErrorCode::BooksClosed.into()
}

fn tab_of(tab: HoldsTab) -> Tab {
    match tab {
        HoldsTab::Open => Tab::Open,
        HoldsTab::Expiring => Tab::Expiring,
        HoldsTab::NotSure => Tab::NotSure,
        HoldsTab::Captured => Tab::Captured,
        HoldsTab::Partial => Tab::Partial,
        HoldsTab::Released => Tab::Released,
        HoldsTab::Expired => Tab::Expired,
        HoldsTab::NeedsPerson => Tab::NeedsPerson,
    }
}

fn tab_named(tab: Tab) -> HoldsTab {
    match tab {
        Tab::Open => HoldsTab::Open,
        Tab::Expiring => HoldsTab::Expiring,
        Tab::NotSure => HoldsTab::NotSure,
        Tab::Captured => HoldsTab::Captured,
        Tab::Partial => HoldsTab::Partial,
        Tab::Released => HoldsTab::Released,
        Tab::Expired => HoldsTab::Expired,
        Tab::NeedsPerson => HoldsTab::NeedsPerson,
    }
}

fn totals_view(totals: &Totals) -> TotalsView {
    TotalsView {
        count: totals.count,
        held_text: totals.held_paise.to_string(),
        captured_text: totals.captured_paise.to_string(),
        released_text: totals.released_paise.to_string(),
    }
}

fn cards_view(cards: &Cards) -> CardsView {
    let count = |counted: i64| u64::try_from(counted).unwrap_or(0);
    CardsView {
        held_now_text: cards.held_now.held_paise.to_string(),
        held_now_count: cards.held_now.count,
        captured_today_text: cards.captured_today_paise.to_string(),
        captured_today_count: count(cards.captured_today_count),
        partial_today_count: count(cards.partial_today_count),
        paid_today_text: cards.paid_today_paise.to_string(),
        paid_today_count: count(cards.paid_today_count),
        released_today_text: cards.released_today_paise.to_string(),
        expired_today_count: count(cards.expired_today_count),
        radar_paise: cards.radar_paise.to_vec(),
    }
}

/// What was chosen for its deadline, and whether it waits in a run.
type Plan = (Option<Choice>, bool);

fn row_view(row: &HoldRow, (choice, queued): &Plan, now_ms: i64) -> HoldRowView {
    let sale = &row.sale;
    let shown = |amount: Paise| amount.is_positive().then(|| amount.to_string());
    let waits = sale.state.is_unknown();
    HoldRowView {
        our_ref: sale.our_ref.to_string(),
        provider_ref: sale
            .provider_ref
            .as_ref()
            .map(|provider_ref| provider_ref.0.clone()),
        state: sale.state,
        word: sale.state.word(),
        money: money_word(sale.state),
        held_text: row.held_paise().to_string(),
        captured_text: shown(row.captured_paise()),
        released_text: shown(row.released_paise()),
        refunded_text: shown(row.refunded_paise()),
        masked: row.customer.masked(),
        counter: row.counter.clone(),
        cashier: row.cashier.clone(),
        shift: row.shift,
        created_at_ms: row.created_at_ms,
        deadline_at_ms: sale.deadline_at_ms.filter(|_| !sale.state.is_final()),
        expiry_ms: i64::from(sale.expiry_minutes) * 60_000,
        last_look_at_ms: sale.chase.last_look_at_ms,
        next_look_at_ms: if waits { scheduled_look_at_ms(sale) } else { None },
        needs_person: needs_person(sale, now_ms) || row.has_refund_for_person(),
        queued: *queued,
        plan: choice.as_ref().map(plan_view),
    }
}

/// The name that the ledger stores for it.
fn snake_name(named: impl serde::Serialize) -> Option<String> {
    serde_json::to_value(named).ok()?.as_str().map(str::to_owned)
}
