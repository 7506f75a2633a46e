//! What the customer sees: a pure function of what stands on the till's screen. Nothing is told here of whoever serves, of
//! another sale, or of what a manager is asked.

use crate::state::{OpenBooks, Till};
use crate::top_up::TopUp;
use crate::view::why_of;
use contract::{
    CustomerDisplayView, CustomerState, DisplayBillView, DisplayLineView, DisplayStep, ProfileName,
};
use domain::{Bill, ButtonRule, CustomerMark, Flow, Line, Paise, Quantity, SaleMode, SaleState};
use ledger::HoldRow;

/// More lines than any display has room for.
const LINES_MAX: usize = 24;

impl Till {
    /// The whole display. While nobody wants one, nothing of a sale is put into it.
    #[must_use]
    pub fn display_view(&self) -> CustomerDisplayView {
        let chosen = &self.chosen.view.chosen;
        let shop = match chosen.paper.shop.as_str() {
            "" => &self.config.counter,
            _ => &chosen.paper.shop,
        };
        let quiet = |step| CustomerDisplayView {
            shop: shop.clone(),
            practice: self.config.profile == ProfileName::Training,
            language: self.display_language(),
            step,
            bill: None,
            masked: None,
            provider_words: None,
        };
        if !chosen.display.shows || self.people.is_locked() {
            // The language was that of the customer who was being served.
            let language = self.usual_display_language();
            return CustomerDisplayView {
                language,
                ..quiet(DisplayStep::Welcome)
            };
        }
        if matches!(self.books, OpenBooks::Closed(_)) {
            return quiet(DisplayStep::PleaseWait);
        }
        let on_screen = self
            .front
            .sale
            .as_ref()
            .and_then(|our_ref| self.sales.get(our_ref));
        let (step, provider_words) = match on_screen {
            Some(row) if row.sale.state != SaleState::Draft => (step_of(row), words_of(row)),
            Some(_) | None => self.step_before_sale(),
        };
        // Beside a sale stands whoever it is of, and nobody else.
        let mark = match on_screen {
            Some(row) => Some(&row.customer),
            None => self.front.customer.mark.as_ref(),
        };
        CustomerDisplayView {
            bill: self.display_bill(on_screen),
            masked: mark.map(CustomerMark::masked),
            provider_words,
            ..quiet(step)
        }
    }

    /// No hold was asked yet: the bill, the code, the balance, the top-up.
    fn step_before_sale(&self) -> (DisplayStep, Option<String>) {
        let asked = self.asked_paise();
        let amount_text = asked.is_positive().then(|| asked.to_string());
        let words = self.front.customer.words.clone();
        match self.front.customer.state {
            CustomerState::Stopped => (DisplayStep::NotPossible, words),
            CustomerState::SendingOtp | CustomerState::OtpAsked | CustomerState::Verifying => {
                (DisplayStep::Code, words)
            }
            CustomerState::Linked => match &self.front.top_up {
                Some(top_up) => (top_up_step(top_up), top_up.words.clone()),
                None => self.step_of_wallet(amount_text),
            },
            CustomerState::None
            | CustomerState::LookingUp
            | CustomerState::RelinkNeeded
            | CustomerState::Unlinking => (self.step_of_amount(amount_text), None),
        }
    }

    fn step_of_amount(&self, amount_text: Option<String>) -> DisplayStep {
        match amount_text {
            Some(amount_text) => DisplayStep::Amount {
                amount_text,
                hold: self.front.mode == SaleMode::Hold,
            },
            // An item whose amount is known later has no amount, and is a bill all the same.
            None if !self.front.cart.is_empty() => DisplayStep::Amount {
                amount_text: self.front.cart.total().to_string(),
                hold: self.front.mode == SaleMode::Hold,
            },
            None => DisplayStep::Welcome,
        }
    }

    /// The wallet is linked. What is in it is the customer's own matter: only whether it is enough is told where others can
    /// read it.
    fn step_of_wallet(&self, amount_text: Option<String>) -> (DisplayStep, Option<String>) {
        let wallet = &self.front.wallet;
        if wallet.error.is_some() && wallet.reading.is_none() && wallet.words.is_some() {
            return (DisplayStep::NotPossible, wallet.words.clone());
        }
        let Some(balance) = self.fresh_balance() else {
            return (DisplayStep::Balance { amount_text }, None);
        };
        let words = balance.words.as_ref().map(domain::ProviderText::shown);
        let step = match (balance.button(self.flow()), amount_text) {
            (ButtonRule::Greyed, _) => DisplayStep::NotPossible,
            (ButtonRule::TopUpAndPay, amount_text) => DisplayStep::TooLow { amount_text },
            (ButtonRule::Pay | ButtonRule::TopUp, amount_text) => self.step_of_amount(amount_text),
        };
        (step, words)
    }

    fn flow(&self) -> Flow {
        self.wanted_balance()
            .map_or(Flow::Transactional, |wanted| wanted.flow)
    }

    /// What is being paid for: of a sale its own bill, or what was delivered of it. Beside an amount that is taken stands only a
    /// bill that comes to it, and beside one that is not taken any more none.
    fn display_bill(&self, on_screen: Option<&HoldRow>) -> Option<DisplayBillView> {
        let bill = match on_screen {
            Some(row) => self.delivered_of(row).unwrap_or(&row.bill),
            None => self.front.cart.bill(),
        };
        let fits = on_screen.is_none_or(|row| match row.sale.state {
            SaleState::Draft | SaleState::HoldAsked | SaleState::HoldUnknown | SaleState::Held => true,
            SaleState::CaptureAsked
            | SaleState::CaptureUnknown
            | SaleState::CaptureAccepted
            | SaleState::Paid => row.sale.capture_paise == Some(bill.total()),
            SaleState::HoldRefused
            | SaleState::HoldAbsent
            | SaleState::NotPaid
            | SaleState::CancelAsked
            | SaleState::CancelUnknown
            | SaleState::Released
            | SaleState::Expired
            | SaleState::NeedsPerson => false,
        });
        (fits && !bill.lines.is_empty()).then(|| bill_view(bill))
    }
}

fn bill_view(bill: &Bill) -> DisplayBillView {
    let earlier = bill.lines.len().saturating_sub(LINES_MAX);
    DisplayBillView {
        lines: bill.lines.iter().skip(earlier).map(line_view).collect(),
        earlier: u32::try_from(earlier).unwrap_or(u32::MAX),
        less_text: bill.discount.map(|_| format!("-{}", bill.less())),
        total_text: bill.total().to_string(),
    }
}

fn line_view(line: &Line) -> DisplayLineView {
    DisplayLineView {
        name: line.name.clone(),
        quantity_text: match line.quantity {
            Quantity::ONE => String::new(),
            more => more.to_string(),
        },
        amount_text: line.net().unwrap_or(Paise::ZERO).to_string(),
    }
}

fn top_up_step(top_up: &TopUp) -> DisplayStep {
    // A link that failed has words; the customer can do nothing with it.
    if top_up.error.is_some() {
        return DisplayStep::NotPossible;
    }
    DisplayStep::TopUp {
        amount_text: top_up.amount.to_string(),
        qr: top_up.qr.clone(),
    }
}

/// Each state has its own word, without a wildcard: `Paid` is the only one that is called paid.
pub(crate) fn step_of(row: &HoldRow) -> DisplayStep {
    let sale = &row.sale;
    let held = || sale.amount_paise.to_string();
    let taken = || sale.capture_paise.unwrap_or(sale.amount_paise).to_string();
    match sale.state {
        SaleState::Draft | SaleState::HoldAsked => DisplayStep::Sending { amount_text: held() },
        SaleState::HoldUnknown | SaleState::CancelUnknown => DisplayStep::NotSure { amount_text: held() },
        SaleState::CaptureUnknown | SaleState::NeedsPerson => DisplayStep::NotSure { amount_text: taken() },
        SaleState::HoldRefused | SaleState::HoldAbsent => DisplayStep::Refused { amount_text: held() },
        SaleState::Held => DisplayStep::Held {
            amount_text: held(),
            until_ms: sale.deadline_at_ms,
        },
        SaleState::CaptureAsked | SaleState::CaptureAccepted => DisplayStep::Taking { amount_text: taken() },
        SaleState::Paid => DisplayStep::Paid {
            amount_text: taken(),
            released_text: text_of_any(sale.released_paise()),
            refunded_text: text_of_any(row.refunded_paise()),
        },
        SaleState::NotPaid => DisplayStep::NotPaid { amount_text: taken() },
        SaleState::CancelAsked => DisplayStep::Releasing { amount_text: held() },
        SaleState::Released | SaleState::Expired => DisplayStep::Released { amount_text: held() },
    }
}

fn text_of_any(amount: Paise) -> Option<String> {
    amount.is_positive().then(|| amount.to_string())
}

/// PhonePe's words about a payment that came to nothing. What it says about a question that goes on is the cashier's.
fn words_of(row: &HoldRow) -> Option<String> {
    let failed = matches!(
        row.sale.state,
        SaleState::HoldRefused | SaleState::HoldAbsent | SaleState::NotPaid
    );
    let reply = row.last_reply.as_ref().filter(|_| failed);
    why_of(&row.sale, reply)?;
    Some(reply?.words.as_ref()?.shown())
}
