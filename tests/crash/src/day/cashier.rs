//! What a cashier does, in a cashier's steps; each ends when no answer is on its way any more.

use super::phone::Phone;
use super::plugs::DayClock;
use super::{backups_path, complaints, ledger_path};
use crate::Said;
use contract::{ActionId, BooksState, Command, CustomerState, TillView, WhyCode};
use domain::{OurRef, SaleMode, SaleState};
use ledger::{HoldRow, Ledger};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use till::{Clock, TillHandle};

/// Longer than a look's schedule up to the expiry of a hold.
const HOURS_3_MS: i64 = 3 * 60 * 60_000;
/// The writer moves its log after a fifth of a second of silence; a busy machine takes longer.
const CHECKPOINT_TAKES: Duration = Duration::from_secs(30);

/// Of a till that has stopped: enough to see one.
const LOOKS_WATCHED: usize = 3;

/// Why a part did not come to its end.
pub enum Trouble {
    /// The till takes no money, and showed this notice.
    Stopped(String),
    Wrong(String),
}

pub struct Cashier {
    pub handle: TillHandle,
    pub phone: Phone,
    pub clock: DayClock,
    pub ledger: Option<Ledger>,
    pub home: PathBuf,
}

impl Cashier {
    pub fn view(&self) -> Arc<TillView> {
        self.handle.views().borrow().clone()
    }

    /// Waits until no answer is on its way; returns when the engine next wants to be woken.
    pub async fn settle(&self) -> Result<Option<i64>, Trouble> {
        let wake_at_ms = self.handle.settle().await;
        self.is_open()?;
        Ok(wake_at_ms)
    }

    pub async fn does(&self, command: Command) -> Result<(), Trouble> {
        let taken = self.handle.act(command).await;
        self.settle().await?;
        taken
            .map(|_| ())
            .map_err(|why| Trouble::Wrong(format!("not taken: {why}; {:#?}", self.view())))
    }

    /// The customer of the bill, by OTP or from an earlier link.
    pub async fn customer(&self, mobile: &str) -> Result<(), Trouble> {
        self.does(Command::MobileSubmit {
            text: mobile.to_owned(),
        })
        .await?;
        if self.view().customer.state == CustomerState::OtpAsked {
            let text = self.phone.otp(mobile).await.unwrap_or_default();
            self.does(Command::OtpSubmit { text }).await?;
        }
        let state = self.view().customer.state;
        self.must(state == CustomerState::Linked, "the customer is linked")
    }

    /// A bill, its customer, and the money button.
    pub async fn asks(&self, rupees: &str, mobile: &str, mode: SaleMode) -> Result<(), Trouble> {
        self.bill(rupees, mobile, mode).await?;
        self.press().await
    }

    pub async fn bill(&self, rupees: &str, mobile: &str, mode: SaleMode) -> Result<(), Trouble> {
        self.does(Command::NewSale).await?;
        self.does(Command::SaleModeSet { mode }).await?;
        self.does(Command::AmountSet {
            text: rupees.to_owned(),
        })
        .await?;
        self.customer(mobile).await
    }

    pub async fn press(&self) -> Result<(), Trouble> {
        let action_id = self.armed()?;
        self.does(Command::Press { action_id }).await
    }

    pub async fn capture(&self, rupees: &str) -> Result<(), Trouble> {
        self.does(Command::CaptureReview {
            amount_text: rupees.to_owned(),
        })
        .await?;
        let action_id = self.reviewed()?;
        self.does(Command::CaptureConfirm { action_id }).await
    }

    pub async fn release(&self) -> Result<(), Trouble> {
        self.does(Command::ReleaseReview).await?;
        let action_id = self.reviewed()?;
        self.does(Command::ReleaseConfirm { action_id }).await
    }

    pub fn is(&self, state: SaleState) -> Result<(), Trouble> {
        let found = self.view().sale.as_ref().map(|sale| sale.state);
        self.must(found == Some(state), state.name())
    }

    pub fn our_ref(&self) -> Result<OurRef, Trouble> {
        let sale = self.view().sale.as_ref().map(|sale| sale.our_ref.parse());
        sale.and_then(Result::ok)
            .ok_or_else(|| Trouble::Wrong("no sale is on the screen".to_owned()))
    }

    /// Lets time pass until the sale on the screen stands there.
    pub async fn becomes(&self, state: SaleState) -> Result<(), Trouble> {
        let stands = |view: &TillView| view.sale.as_ref().is_some_and(|sale| sale.state == state);
        self.time_until(state.name(), |cashier| stands(&cashier.view()))
            .await
    }

    /// Lets time pass, from one thing that the engine waits for to the next.
    pub async fn time_until(&self, what: &str, is_so: impl Fn(&Cashier) -> bool) -> Result<(), Trouble> {
        let end_ms = self.now_ms() + HOURS_3_MS;
        loop {
            let wake_at_ms = self.settle().await?;
            if is_so(self) {
                return Ok(());
            }
            let next_ms = wake_at_ms.filter(|next| (self.now_ms() + 1..end_ms).contains(next));
            let Some(next_ms) = next_ms else {
                return Err(Trouble::Wrong(format!("never seen: {what}; {:#?}", self.view())));
            };
            self.clock.set(self.phone.pass_ms(next_ms - self.now_ms()).await);
        }
    }

    /// A copy of the ledger beside it. One that fails leaves nothing, and the day goes on.
    pub fn backup(&self, name: &str) -> Result<(), Trouble> {
        let folder = backups_path(&self.home);
        let to = folder.join(name);
        let made = till::Home::open(&folder)
            .map_err(ledger::LedgerError::from)
            .and_then(|_| self.books()?.backup(&to));
        match made {
            Ok(head) => Said::BackedUp {
                head,
                path: to.display().to_string(),
            }
            .say(),
            Err(why) => {
                Said::NotBackedUp(why.to_string()).say();
                self.must(!to.exists(), "a failed backup leaves no file under its name")?;
            }
        }
        Ok(())
    }

    /// A quiet moment, in which the writer moves its log into the file, or complains that it cannot.
    pub async fn quiet(&self) {
        let path = ledger_path(&self.home);
        let changed_at = || std::fs::metadata(&path).and_then(|meta| meta.modified()).ok();
        let before: Option<SystemTime> = changed_at();
        let complaints = complaints::count();
        let moved = async {
            let mut every = tokio::time::interval(Duration::from_millis(20));
            while changed_at() == before && complaints::count() == complaints {
                every.tick().await;
            }
        };
        let _ = tokio::time::timeout(CHECKPOINT_TAKES, moved).await;
    }

    /// The till has stopped: it says so with a notice that blocks, and no way to a hold is left.
    pub async fn takes_no_money(&self) -> Trouble {
        let notice = self.view().notice.clone();
        let Some(notice) = notice.filter(|notice| notice.blocks) else {
            return Trouble::Wrong(format!("it stopped without a word: {:#?}", self.view()));
        };
        for command in [
            Command::NewSale,
            Command::AmountSet {
                text: "100".to_owned(),
            },
            Command::MobileSubmit {
                text: "9876543210".to_owned(),
            },
        ] {
            let _ = self.handle.act(command).await;
            self.handle.settle().await;
        }
        let button = self.view().button.clone();
        if button.action_id.is_some() || button.why.code != WhyCode::BooksClosed {
            return Trouble::Wrong(format!("a hold could be asked: {button:#?}"));
        }
        self.looks_go_on().await;
        Trouble::Stopped(format!("{:?}", notice.code))
    }

    /// Whether sales that wait for an answer are looked up while nothing can be written.
    async fn looks_go_on(&self) {
        let before = self.phone.looks().await;
        for _ in 0..LOOKS_WATCHED {
            let Some(wake_at_ms) = self.handle.settle().await else {
                break;
            };
            let wait_ms = (wake_at_ms - self.now_ms()).max(0);
            self.clock.set(self.phone.pass_ms(wait_ms).await);
        }
        self.handle.settle().await;
        if self.phone.looks().await > before {
            Said::LookedUp.say();
        }
    }

    /// A sale as the books have it.
    pub fn row(&self, our_ref: &OurRef) -> Option<HoldRow> {
        self.books().and_then(|books| books.row(our_ref)).unwrap()
    }

    pub fn books(&self) -> Result<&Ledger, ledger::LedgerError> {
        self.ledger.as_ref().ok_or(ledger::LedgerError::Stopped)
    }

    fn is_open(&self) -> Result<(), Trouble> {
        if self.view().lamps.books == BooksState::Closed {
            return Err(Trouble::Stopped(String::new()));
        }
        Ok(())
    }

    fn armed(&self) -> Result<ActionId, Trouble> {
        let button = self.view().button.clone();
        let greyed = || Trouble::Wrong(format!("the button is greyed: {button:#?}"));
        button.action_id.clone().ok_or_else(greyed)
    }

    fn reviewed(&self) -> Result<ActionId, Trouble> {
        let review = self.view().review.clone();
        let absent = || Trouble::Wrong("no review is on the screen".to_owned());
        review.map(|review| review.action_id).ok_or_else(absent)
    }

    fn must(&self, so: bool, what: &str) -> Result<(), Trouble> {
        if so {
            return Ok(());
        }
        Err(Trouble::Wrong(format!("not so: {what}; {:#?}", self.view())))
    }

    fn now_ms(&self) -> i64 {
        self.clock.now().wall_ms
    }
}
