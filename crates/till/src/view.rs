//! The view: the whole truth of the window, built from the engine's state. Nothing is decided here.

mod notice;
mod refund;
mod sale;

pub(crate) use refund::refunds_view;
pub(crate) use sale::{money_word, needs_person, sale_view, strip_view, why_of};

use crate::bills::{bill_view, line_view};
use crate::ports::NotReady;
use crate::refunds::is_open_question;
use crate::state::{OpenBooks, Till};
use contract::{
    BooksState, ButtonView, CartView, CustomerState, CustomerView, LampsView, ReviewKind, ReviewView,
    SettingsView, SuggestedAmount, TillView, TopUpView, WalletView, WhyCode, WhyView,
};
use domain::{Paise, SaleState};

impl Till {
    pub(crate) fn build_view(&self) -> TillView {
        let who = self.actor();
        let (strip, strip_more) = strip_view(self);
        TillView {
            revision: self.revision,
            now_ms: self.now_ms(),
            profile: self.config.profile,
            counter: who.counter,
            cashier: who.cashier,
            shift: who.shift,
            lamps: self.lamps_view(),
            notice: self.notice_view(),
            stop: self.stop_view(),
            cart: self.cart_view(),
            customer: self.customer_view(),
            wallet: self.wallet_view(),
            mode: self.front.mode,
            button: self.button_view(),
            top_up: self.top_up_view(),
            sale: self.front.sale.as_ref().and_then(|our_ref| {
                let row = self.sales.get(our_ref)?;
                Some(sale_view(self, row))
            }),
            review: self.review_view(),
            refund: self.refund_panel_view(),
            queue: self.queue_view(),
            reconcile: self.reconcile_view(),
            bills: self.bills_view(),
            strip,
            strip_more,
            settings: self.settings_view(),
            staff: self.staff_view(),
            shift_desk: self.shift_view(),
            preferences: self.preferences_view(),
            sound: self.sounds.last.clone(),
            printer: self.printer_view(),
            update: self.update_view(),
        }
    }

    fn lamps_view(&self) -> LampsView {
        let queue = self
            .sales
            .values()
            .filter(|row| {
                row.sale.state.is_unknown()
                    || row.sale.state.is_asked()
                    || row.sale.state == SaleState::NeedsPerson
                    || row.refunds.iter().any(|row| is_open_question(row.refund.state))
            })
            .count();
        LampsView {
            provider: self.lamps.provider,
            latency_ms: self.lamps.latency_ms,
            books: match &self.books {
                OpenBooks::Closed(_) => BooksState::Closed,
                OpenBooks::Open(_) if self.books_checked => BooksState::InOrder,
                OpenBooks::Open(_) => BooksState::Checking,
            },
            keyring: self.lamps.keyring,
            queue: u32::try_from(queue).unwrap_or(u32::MAX),
        }
    }

    fn cart_view(&self) -> CartView {
        // A sale that was opened from the strip shows the bill it was made for.
        let shown = self
            .front
            .sale
            .as_ref()
            .and_then(|our_ref| self.sales.get(our_ref));
        let delivered = shown.and_then(|row| self.delivered_of(row));
        let of_row = shown.filter(|_| self.front.cart.is_empty()).map(|row| &row.bill);
        let bill = delivered.or(of_row).unwrap_or_else(|| self.front.cart.bill());
        let total = match shown {
            // Nothing was kept of the bill but what was held for it.
            Some(row) if bill.lines.is_empty() => row.sale.amount_paise,
            Some(_) | None => bill.total(),
        };
        let final_of = shown.filter(|_| self.final_cart().is_some());
        let asked = match shown {
            None => Some(self.asked_paise()),
            Some(row) if delivered.is_none() && !bill.lines.is_empty() => Some(row.sale.amount_paise),
            Some(_) => None,
        };
        CartView {
            lines: bill
                .lines
                .iter()
                .map(|line| line_view(line, shown.is_some()))
                .collect(),
            total_paise: total.get(),
            total_text: total.to_string(),
            editable: self.bill_is_open() || final_of.is_some(),
            bill: bill_view(bill, asked, final_of.map(|row| row.sale.amount_paise)),
        }
    }

    fn customer_view(&self) -> CustomerView {
        let customer = &self.front.customer;
        let of_sale = self
            .front
            .sale
            .as_ref()
            .and_then(|our_ref| self.sales.get(our_ref))
            .map(|row| &row.customer);
        let mark = customer.mark.as_ref().or(of_sale);
        CustomerView {
            state: if customer.mark.is_none() && of_sale.is_some() {
                CustomerState::Linked
            } else {
                customer.state
            },
            masked: mark.map(domain::CustomerMark::masked),
            linked_at_ms: customer.linked_at_ms,
            resend_at_ms: customer.resend_at_ms,
            error: customer.error.map(plain_why),
            provider_words: customer.words.clone(),
        }
    }

    fn wallet_view(&self) -> WalletView {
        let total = self.asked_paise();
        // Old figures of the same customer stay readable, marked as old; another customer's never do.
        let hmac_hex = self.front.customer.mark.as_ref().map(|mark| &mark.hmac_hex);
        let read = self
            .front
            .wallet
            .read
            .as_ref()
            .filter(|(key, _)| Some(&key.hmac_hex) == hmac_hex);
        let usable = read.map(|(_, balance)| balance.usable_paise);
        let short = usable
            .and_then(|usable| total.checked_sub(usable))
            .filter(|short| short.is_positive());
        WalletView {
            state: self.wallet_state(),
            usable_text: usable.map(|usable| usable.to_string()),
            read_at_ms: read.and(self.front.wallet.read_at_ms),
            due_text: total.to_string(),
            short_text: short.map(|short| short.to_string()),
        }
    }

    fn button_view(&self) -> ButtonView {
        let button = self.button();
        let balance = self.fresh_balance();
        let most = balance.and_then(|balance| balance.topup_max_paise);
        let names_the_most = matches!(
            button.why,
            WhyCode::BalanceTooLowTopUpPossible | WhyCode::TopUpOnlyPossible
        );
        let amount_text = most.filter(|_| names_the_most).map(|most| most.to_string());
        ButtonView {
            kind: button.kind,
            amount_text: if self.asked_paise().is_positive() {
                self.asked_paise().to_string()
            } else {
                String::new()
            },
            action_id: self.front.armed.action_id.clone(),
            provider_words: button.words,
            why: WhyView {
                code: button.why,
                amount_text,
                detail: None,
            },
        }
    }

    fn top_up_view(&self) -> Option<TopUpView> {
        let top_up = self.front.top_up.as_ref()?;
        Some(TopUpView {
            qr: top_up.qr.clone(),
            can_open: top_up.can_open,
            suggested: top_up
                .suggested
                .iter()
                .map(|amount| SuggestedAmount {
                    amount_paise: amount.get(),
                    amount_text: amount.to_string(),
                    chosen: *amount == top_up.amount,
                })
                .collect(),
            chosen_text: top_up.amount.to_string(),
            waiting: top_up.qr.is_some(),
            error: top_up.error.map(plain_why),
            provider_words: top_up.words.clone(),
        })
    }

    fn review_view(&self) -> Option<ReviewView> {
        let review = self.front.review.as_ref()?;
        let row = self.sales.get(&review.our_ref)?;
        let held = row.sale.amount_paise;
        let rest = held.checked_sub(review.amount).unwrap_or(Paise::ZERO);
        Some(ReviewView {
            kind: review.kind,
            our_ref: review.our_ref.to_string(),
            capture_text: review.amount.to_string(),
            release_text: rest.to_string(),
            delivered: match review.kind {
                ReviewKind::Capture => self.delivered_view(row, review.amount),
                ReviewKind::Release => None,
            },
            action_id: review.action_id.clone(),
        })
    }

    fn settings_view(&self) -> SettingsView {
        SettingsView {
            base_url: self.config.base_url.clone(),
            merchant_id: self.config.merchant_id.clone(),
            salt_index: self.config.salt_index,
            salt_key_present: match (&self.connected, &self.not_ready) {
                (Some(_), _) => Some(true),
                (None, Some(NotReady::SaltKeyMissing)) => Some(false),
                (None, _) => None,
            },
            device_id: self
                .connected
                .as_ref()
                .map(|connected| connected.device_id.clone()),
            expiry_minutes: self.config.expiry_minutes,
            version: self.config.version.clone(),
            ledger_events: self.head_seq,
            head_text: self.head_text.clone(),
            backup_at_ms: self.backup.at_ms,
            backup_failed: self.backup.failed.clone(),
            checking: self.check.running,
            check: self.check.result.map(plain_why),
        }
    }
}

pub(crate) fn plain_why(code: WhyCode) -> WhyView {
    WhyView {
        code,
        amount_text: None,
        detail: None,
    }
}
