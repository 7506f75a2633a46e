//! Clock, faults, wallets and books in the hands of a test: the same as `/control`, as methods.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::books::{
    Books, Ending, Hold, HoldState, LinkState, Message, OtpRules, Outcome, Refund, RefundRule, RefundState,
    Settlement, TopUp, Wallet,
};
use crate::calls::Call;
use crate::faults::Fault;
use crate::shared::Shared;
use crate::traffic::{Received, Violation};

/// Everything that can be seen and set from outside; a [`Simulator`](crate::Simulator) dereferences to it.
#[derive(Clone)]
pub struct Steering {
    pub(crate) shared: Arc<Shared>,
}

/// A wallet and what its holds leave of it. Amounts are paise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WalletView {
    /// The wallet.
    pub wallet: Wallet,
    /// Blocked by holds and by captures that have not settled.
    pub blocked_paise: i64,
    /// The balance less that.
    pub available_paise: i64,
    /// What of it can be used.
    pub usable_paise: i64,
}

/// A hold and how often it was asked about. Amounts are paise, moments milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HoldView {
    /// The merchant's id for it.
    pub transaction_id: String,
    /// The customer's last four digits.
    pub last_four: String,
    /// `authState`.
    pub state: HoldState,
    /// How it was cancelled, if it was.
    pub ending: Option<Ending>,
    /// What the transaction-status call would answer.
    pub payment_code: &'static str,
    /// What was authorized.
    pub authorized_paise: i64,
    /// What was captured, if anything.
    pub captured_paise: Option<i64>,
    /// What it blocks now.
    pub blocked_paise: i64,
    /// When it was authorized.
    pub authorized_at_ms: i64,
    /// When it is released by itself.
    pub expires_at_ms: i64,
    /// `providerReferenceId`, once captured.
    pub provider_reference: Option<String>,
    /// Requests that arrived for it, per call, lost ones included.
    pub requests: BTreeMap<Call, u64>,
}

/// Time.
impl Steering {
    /// Milliseconds since 1970 by the simulator's clock.
    pub fn now_ms(&self) -> i64 {
        self.shared.clock.now_ms()
    }

    /// Moves the clock forward.
    pub fn advance_clock_ms(&self, by_ms: u64) {
        self.shared.clock.advance_ms(by_ms);
        self.clock_changed();
    }

    /// Stops the clock: only [`Steering::advance_clock_ms`] moves it from now on.
    pub fn freeze_clock(&self) {
        self.shared.clock.freeze();
        self.clock_changed();
    }

    /// Lets the clock run on from where it stands.
    pub fn unfreeze_clock(&self) {
        self.shared.clock.unfreeze();
        self.clock_changed();
    }

    fn clock_changed(&self) {
        self.shared.with_books(|_, _| ());
        self.shared.save_now();
        self.shared.announce();
    }
}

/// Trouble and traffic.
impl Steering {
    /// The next `count` requests of that call meet this fault, after those ordered before.
    pub fn add_fault(&self, call: Call, fault: Fault, count: u32) {
        self.shared.faults().add(call, fault, count);
    }

    /// Nothing goes wrong any more.
    pub fn clear_faults(&self) {
        self.shared.faults().clear();
    }

    /// The newest requests that arrived, oldest first, faulted ones included.
    pub fn requests(&self) -> Vec<Received> {
        self.shared.traffic().received().to_vec()
    }

    /// How many requests of that call arrived.
    pub fn request_count(&self, call: Call) -> u64 {
        self.shared.traffic().count_of(call)
    }

    /// How many requests of that call arrived for one transaction.
    pub fn request_count_for(&self, call: Call, transaction_id: &str) -> u64 {
        self.shared
            .traffic()
            .counts_for(transaction_id)
            .get(&call)
            .copied()
            .unwrap_or(0)
    }

    /// Returns once `count` requests of that call have arrived.
    pub async fn requests_reach(&self, call: Call, count: u64) {
        self.wait_until(|now| now.request_count(call) >= count).await;
    }

    /// Returns once something is so; it is looked at whenever a request arrives or is answered, or a method of
    /// this handle or a control changes something.
    pub async fn wait_until(&self, is_so: impl Fn(&Self) -> bool) {
        let mut news = self.shared.news.subscribe();
        while !is_so(self) {
            // The sender lives in the shared part that this handle keeps alive.
            let _ = news.changed().await;
        }
    }

    /// Returns once every effect that was put off until now, or until before, has come. For whoever moves the clock:
    /// by a busy machine's time it may be a while.
    pub async fn late_effects_came(&self) {
        let none_is_due = |now: &Self| {
            let now_ms = now.now_ms();
            now.shared.late().values().all(|due_at_ms| *due_at_ms > now_ms)
        };
        self.wait_until(none_is_due).await;
    }

    /// Every breach of the published request form.
    pub fn violations(&self) -> Vec<Violation> {
        self.shared.traffic().violations().to_vec()
    }

    /// Forgets them.
    pub fn clear_violations(&self) {
        self.shared.traffic().clear_violations();
    }
}

/// Customers.
impl Steering {
    /// The wallet of a ten-digit number, made by the training cast if it is new.
    pub fn wallet(&self, mobile: &str) -> WalletView {
        self.shared.with_books(|books, now_ms| {
            let id = books.meet(mobile, now_ms);
            WalletView {
                wallet: books
                    .person(&id)
                    .map(|person| person.wallet.clone())
                    .unwrap_or_default(),
                blocked_paise: books.blocked_paise(&id),
                available_paise: books.available_paise(&id),
                usable_paise: books.usable_paise(&id),
            }
        })
    }

    /// Replaces a wallet; its holds stay.
    pub fn set_wallet(&self, mobile: &str, wallet: Wallet) {
        self.edit_wallet(mobile, |old| *old = wallet);
    }

    /// Changes a wallet.
    pub fn edit_wallet(&self, mobile: &str, change: impl FnOnce(&mut Wallet)) {
        self.change(|books, now_ms| {
            let id = books.meet(mobile, now_ms);
            if let Some(person) = books.person_mut(&id) {
                change(&mut person.wallet);
            }
        });
    }

    /// The digits of the last OTP sent to a number since the start.
    pub fn otp(&self, mobile: &str) -> Option<String> {
        self.shared.with_books(|books, _| {
            let person = books.person(&books.id_of(mobile))?;
            person.otp.latest.as_ref().map(|otp| otp.digits.clone())
        })
    }

    /// The SMS on a customer's phone, oldest first.
    pub fn messages(&self, mobile: &str) -> Vec<Message> {
        let messages = |books: &mut Books| Some(books.person(&books.id_of(mobile))?.messages.clone());
        self.shared
            .with_books(|books, _| messages(books))
            .unwrap_or_default()
    }

    /// How OTPs are given out from now on. Not saved over a restart.
    pub fn set_otp_rules(&self, rules: OtpRules) {
        self.change(|books, _| books.set_otp_rules(rules));
    }

    /// Makes every token of a number INVALID_USER_AUTH_TOKEN, and says how many there were.
    pub fn kill_tokens(&self, mobile: &str) -> usize {
        self.change(|books, _| books.turn_links(mobile, LinkState::Killed))
    }

    /// Makes every token of a number WALLET_RELINK_REQUIRED, and says how many there were.
    pub fn require_relink(&self, mobile: &str) -> usize {
        self.change(|books, _| books.turn_links(mobile, LinkState::RelinkRequired))
    }

    /// The top-ups that were asked for and not yet done.
    pub fn top_ups(&self) -> Vec<TopUp> {
        self.shared
            .with_books(|books, _| books.topups().cloned().collect())
    }

    /// The customer does a top-up that was asked for.
    ///
    /// # Errors
    /// Why not, as a sentence.
    pub fn do_top_up(&self, id: &str, amount_paise: i64) -> Result<(), &'static str> {
        self.change(|books, now_ms| books.do_topup(id, amount_paise, now_ms))
    }

    /// The customer tops up unasked.
    ///
    /// # Errors
    /// Why not, as a sentence.
    pub fn credit(&self, mobile: &str, amount_paise: i64) -> Result<(), &'static str> {
        self.change(|books, now_ms| {
            let id = books.meet(mobile, now_ms);
            books.credit(&id, amount_paise, now_ms)
        })
    }
}

/// Holds.
impl Steering {
    /// Every hold there ever was, by transaction id.
    pub fn holds(&self) -> Vec<HoldView> {
        let holds: Vec<(Hold, String)> = self.shared.with_books(|books, _| {
            books
                .holds()
                .map(|hold| (hold.clone(), last_four(books, hold)))
                .collect()
        });
        let traffic = self.shared.traffic();
        holds
            .into_iter()
            .map(|(hold, last_four)| view(&hold, last_four, traffic.counts_for(&hold.transaction_id)))
            .collect()
    }

    /// One hold.
    pub fn hold(&self, transaction_id: &str) -> Option<HoldView> {
        self.holds()
            .into_iter()
            .find(|hold| hold.transaction_id == transaction_id)
    }

    /// When and how captures settle from now on.
    pub fn set_settlement(&self, settlement: Settlement) {
        self.change(|books, _| books.set_settlement(settlement));
    }

    /// Ends one capture now; `false` if there is none that is settling.
    pub fn settle(&self, transaction_id: &str, outcome: Outcome) -> bool {
        self.change(|books, now_ms| books.settle(transaction_id, outcome, now_ms))
    }

    /// Every refund that was taken on, by transaction id.
    pub fn refunds(&self) -> Vec<Refund> {
        self.shared
            .with_books(|books, _| books.refunds().cloned().collect())
    }

    /// How refunds end from now on.
    pub fn set_refund_rule(&self, rule: RefundRule) {
        self.change(|books, _| books.set_refund_rule(rule));
    }

    /// Ends one refund now; `false` if there is none of that id that is pending.
    pub fn end_refund(&self, transaction_id: &str, state: RefundState) -> bool {
        self.change(|books, now_ms| books.end_refund(transaction_id, state, now_ms))
    }

    fn change<T>(&self, work: impl FnOnce(&mut Books, i64) -> T) -> T {
        let done = self.shared.with_books(work);
        self.shared.announce();
        done
    }
}

fn last_four(books: &Books, hold: &Hold) -> String {
    books
        .person(&hold.person)
        .map(|person| person.last_four.clone())
        .unwrap_or_default()
}

fn view(hold: &Hold, last_four: String, requests: BTreeMap<Call, u64>) -> HoldView {
    HoldView {
        transaction_id: hold.transaction_id.clone(),
        last_four,
        state: hold.state,
        ending: hold.ending,
        payment_code: hold.payment_code(),
        authorized_paise: hold.authorized_paise,
        captured_paise: hold.captured_paise,
        blocked_paise: hold.blocked_paise(),
        authorized_at_ms: hold.authorized_at_ms,
        expires_at_ms: hold.expires_at_ms,
        provider_reference: hold.provider_reference.clone(),
        requests,
    }
}
