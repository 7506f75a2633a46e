//! What a customer may be told of a sale. The engine only says that it happened; whoever tells it does so beside the engine,
//! and nothing here waits for him.

use crate::state::Till;
use contract::HookTrouble;
use domain::{RefundState, SaleMode, SaleState};
use ledger::HoldRow;
use serde::{Deserialize, Serialize};

/// One message, as the program of the store's choice gets it on its standard input, and an address as the
/// request's body (`docs/hook.md`). The names of its members are a contract with others: they are added to, never renamed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// The same for the same thing, however often it is told: `S01…/held`, `S01…/refunded/R01…`.
    pub id: String,
    pub event: NewsEvent,
    /// When the till knew it; milliseconds since 1970.
    pub at_ms: i64,
    pub our_ref: String,
    pub counter: String,
    /// Of the customer's number; the till has no more of it.
    pub last_four: String,
    /// What the event is about, in paise and as people read it.
    pub amount_paise: i64,
    pub amount_text: String,
    pub held_paise: i64,
    pub captured_paise: i64,
    pub refunded_paise: i64,
    /// Until when the amount is held.
    pub deadline_at_ms: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NewsEvent {
    /// Blocked, not taken.
    Held,
    /// Taken: the transaction status has proved it.
    Captured,
    Released,
    Expired,
    /// Gone back: the transaction status has proved it.
    Refunded,
}

/// How whoever tells the customers stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HookStanding {
    pub waiting: u32,
    pub given_up: u32,
    pub trouble: Option<HookTrouble>,
}

impl Till {
    /// What came up since the last time.
    pub(crate) fn take_news(&mut self) -> Vec<News> {
        std::mem::take(&mut self.news)
    }

    /// Before a sale's new row takes the place of the one that memory has.
    pub(crate) fn note_news(&mut self, row: &HoldRow) {
        let preferences = &self.chosen.view;
        if !preferences.chosen.hook.tells || preferences.hook.through().is_none() {
            return;
        }
        let Some(before) = self.sales.get(&row.sale.our_ref) else {
            return;
        };
        let at_ms = self.now_ms();
        let mut news: Vec<News> = event_of(before, row)
            .map(|event| of_sale(row, event, at_ms))
            .into_iter()
            .collect();
        news.extend(refunds(before, row, at_ms));
        self.news.extend(news);
    }
}

fn event_of(before: &HoldRow, now: &HoldRow) -> Option<NewsEvent> {
    if before.sale.state == now.sale.state {
        return None;
    }
    let was_asked = matches!(before.sale.state, SaleState::HoldAsked | SaleState::HoldUnknown);
    match now.sale.state {
        // Of a charge the customer hears once, when it is taken.
        SaleState::Held if was_asked && now.sale.mode == SaleMode::Hold => Some(NewsEvent::Held),
        SaleState::Paid => Some(NewsEvent::Captured),
        SaleState::Released => Some(NewsEvent::Released),
        SaleState::Expired => Some(NewsEvent::Expired),
        SaleState::Held
        | SaleState::Draft
        | SaleState::HoldAsked
        | SaleState::HoldUnknown
        | SaleState::HoldRefused
        | SaleState::HoldAbsent
        | SaleState::CaptureAsked
        | SaleState::CaptureUnknown
        | SaleState::CaptureAccepted
        | SaleState::NotPaid
        | SaleState::CancelAsked
        | SaleState::CancelUnknown
        | SaleState::NeedsPerson => None,
    }
}

fn refunds(before: &HoldRow, now: &HoldRow, at_ms: i64) -> Vec<News> {
    let is_proved = |row: &&ledger::RefundRow| row.refund.state == RefundState::Refunded;
    let was_proved = |row: &&ledger::RefundRow| {
        let mut proved = before.refunds.iter().filter(is_proved);
        proved.any(|earlier| earlier.refund.refund_ref == row.refund.refund_ref)
    };
    let new = now
        .refunds
        .iter()
        .filter(is_proved)
        .filter(|row| !was_proved(row));
    new.map(|row| News {
        id: format!("{}/refunded/{}", now.sale.our_ref, row.refund.refund_ref),
        amount_paise: row.refund.amount_paise.get(),
        amount_text: row.refund.amount_paise.to_string(),
        ..of_sale(now, NewsEvent::Refunded, at_ms)
    })
    .collect()
}

fn of_sale(row: &HoldRow, event: NewsEvent, at_ms: i64) -> News {
    let sale = &row.sale;
    let name = match event {
        NewsEvent::Held => "held",
        NewsEvent::Captured => "captured",
        NewsEvent::Released => "released",
        NewsEvent::Expired => "expired",
        NewsEvent::Refunded => "refunded",
    };
    let captured = sale.capture_paise.filter(|_| sale.state == SaleState::Paid);
    let amount = captured.unwrap_or(sale.amount_paise);
    News {
        id: format!("{}/{name}", sale.our_ref),
        event,
        at_ms,
        our_ref: sale.our_ref.to_string(),
        counter: row.counter.clone(),
        last_four: row.customer.last_four.clone(),
        amount_paise: amount.get(),
        amount_text: amount.to_string(),
        held_paise: sale.amount_paise.get(),
        captured_paise: captured.map_or(0, domain::Paise::get),
        refunded_paise: row.refunded_paise().get(),
        deadline_at_ms: sale.deadline_at_ms,
    }
}
