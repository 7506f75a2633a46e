//! The balance under the money button. The flags answer for one amount only, so every edit of the cart greys the
//! button until the new answer is in.

use crate::replies::why_code;
use crate::state::{Flight, Till};
use contract::{CustomerState, ErrorCode, UiError, WalletState, WhyCode};
use domain::{Answer, Ask, Balance, Flow, Heard, Meaning, Paise, RefusalKind};

/// After a read that failed, the till tries again by itself while the customer stands there.
const AGAIN_AFTER_FAILURE_MS: i64 = 5_000;

/// What a balance was read for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BalanceKey {
    pub hmac_hex: String,
    pub amount: Paise,
    pub flow: Flow,
}

#[derive(Default)]
pub(crate) struct Wallet {
    /// The last good answer and what it was for.
    pub read: Option<(BalanceKey, Balance)>,
    pub read_at_ms: Option<i64>,
    pub reading: Option<BalanceKey>,
    /// A read is wanted no later than this.
    pub due_at_ms: Option<i64>,
    pub error: Option<WhyCode>,
    pub words: Option<String>,
    /// Rises with each answer, so that a button armed on an older one is no longer armed.
    pub turn: u64,
}

impl Till {
    /// The question that the screen asks now: the sale's amount, or none for a top-up alone.
    pub(crate) fn wanted_balance(&self) -> Option<BalanceKey> {
        if self.front.customer.state != CustomerState::Linked || !self.bill_is_open() {
            return None;
        }
        let hmac_hex = self.front.customer.mark.as_ref()?.hmac_hex.clone();
        let amount = self.asked_paise();
        let flow = if amount.is_positive() {
            Flow::Transactional
        } else {
            Flow::NonTransactional
        };
        Some(BalanceKey {
            hmac_hex,
            amount,
            flow,
        })
    }

    /// The balance, if it answers for what stands on the screen.
    pub(crate) fn fresh_balance(&self) -> Option<&Balance> {
        let wanted = self.wanted_balance()?;
        let (key, balance) = self.front.wallet.read.as_ref()?;
        (*key == wanted && self.front.wallet.reading.is_none() && self.front.wallet.error.is_none())
            .then_some(balance)
    }

    pub(crate) fn wallet_state(&self) -> WalletState {
        if self.wanted_balance().is_none() {
            WalletState::Unasked
        } else if self.front.wallet.reading.is_some() {
            WalletState::Reading
        } else if self.fresh_balance().is_some() {
            WalletState::Fresh
        } else {
            WalletState::Stale
        }
    }

    /// The cart's total, or the customer, changed.
    pub(crate) fn amount_changed(&mut self) {
        self.front.wallet.error = None;
        self.front.wallet.words = None;
        self.front.wallet.due_at_ms = Some(self.now_ms());
        if self.front.top_up.is_some() {
            self.front.top_up = None;
        }
    }

    pub(crate) fn refresh_balance(&mut self) -> Result<(), UiError> {
        if self.wanted_balance().is_none() {
            return Err(ErrorCode::NoCustomer.into());
        }
        if self.front.wallet.reading.is_some() {
            return Err(ErrorCode::Busy.into());
        }
        self.front.wallet.due_at_ms = Some(self.now_ms());
        Ok(())
    }

    pub(crate) fn read_balance_if_due(&mut self, now_ms: i64) {
        let due = self.front.wallet.due_at_ms.is_some_and(|due| now_ms >= due);
        if !due || self.front.wallet.reading.is_some() {
            return;
        }
        self.front.wallet.due_at_ms = None;
        let Some(key) = self.wanted_balance() else { return };
        let Some(token) = self.front.customer.token.clone() else {
            return;
        };
        let ask = if self.config.reads_suggest {
            Ask::Suggest {
                token,
                amount_paise: key.amount,
            }
        } else {
            Ask::Balance {
                token,
                amount_paise: key.amount,
                flow: key.flow,
            }
        };
        match self.prepare(&ask) {
            Ok(prepared) => {
                self.front.wallet.reading = Some(key.clone());
                self.send(Flight::Balance(key), prepared);
            }
            Err(_) => self.front.wallet.error = Some(WhyCode::ProviderNotReady),
        }
    }

    pub(crate) fn hear_balance(&mut self, key: &BalanceKey, heard: Heard) {
        if self.front.wallet.reading.as_ref() != Some(key) {
            return;
        }
        let now_ms = self.now_ms();
        let wanted = self.wanted_balance();
        let wallet = &mut self.front.wallet;
        wallet.reading = None;
        wallet.turn = wallet.turn.saturating_add(1);
        if wanted.as_ref() != Some(key) {
            // The amount changed while the answer was on its way: it answers for nothing on the screen.
            wallet.due_at_ms = wanted.map(|_| now_ms);
            return;
        }
        let words = heard.words.as_ref().map(domain::ProviderText::shown);
        match heard.meaning {
            Meaning::Agreed(Answer::Balance(balance)) => {
                wallet.read = Some((key.clone(), balance));
                wallet.read_at_ms = Some(now_ms);
                wallet.error = None;
                wallet.words = None;
                self.balance_seen(now_ms);
            }
            Meaning::Refused(RefusalKind::RelinkNeeded) => self.token_refused(&heard),
            meaning @ (Meaning::Agreed(_)
            | Meaning::Refused(_)
            | Meaning::NotSent(_)
            | Meaning::Unknown(_)) => {
                wallet.error = Some(why_code(&meaning));
                wallet.words = words;
                // A refusal stays what it is; a missing answer is asked for again.
                let again = !matches!(meaning, Meaning::Refused(_));
                wallet.due_at_ms = again.then(|| now_ms.saturating_add(AGAIN_AFTER_FAILURE_MS));
            }
        }
    }

    pub(crate) fn front_wake_at_ms(&self) -> Option<i64> {
        let balance = if self.front.wallet.reading.is_none() && self.wanted_balance().is_some() {
            self.front.wallet.due_at_ms
        } else {
            None
        };
        let top_up = self
            .front
            .top_up
            .as_ref()
            .and_then(|top_up| top_up.read_due_at_ms);
        [balance, top_up].into_iter().flatten().min()
    }
}
