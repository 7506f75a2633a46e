//! What a cashier does, in a cashier's steps.

use crate::Counter;
use crate::counter::in_time;
use contract::{
    ActionId, AtDeadline, ButtonKind, Command, CustomerState, QueueCommand, QueueKind, QueuePanelView,
    RefundCommand, ReviewKind, SaleView, TillView, WalletState,
};
use domain::{OurRef, SaleState};
use simulator::Call;
use std::sync::Arc;

/// A customer with ₹5,000.00 in the wallet.
pub const RAVI: &str = "9876543210";
/// Another one.
pub const OTHER: &str = "8765432109";

impl Counter {
    /// Gives a command that must be taken.
    pub async fn does(&self, command: Command) {
        if let Err(why) = self.act(command).await {
            panic!("not taken: {why}; {:#?}", self.view());
        }
    }

    pub async fn amount(&self, rupees: &str) {
        self.does(Command::AmountSet {
            text: rupees.to_owned(),
        })
        .await;
    }

    pub async fn mobile(&self, mobile: &str) {
        self.does(Command::MobileSubmit {
            text: mobile.to_owned(),
        })
        .await;
    }

    pub async fn otp(&self, otp: &str) {
        self.does(Command::OtpSubmit { text: otp.to_owned() }).await;
    }

    /// A new customer, from the number to the balance.
    pub async fn link(&self, mobile: &str) {
        self.mobile(mobile).await;
        assert_eq!(
            self.view().customer.state,
            CustomerState::OtpAsked,
            "{:#?}",
            self.view().customer
        );
        self.otp(&self.simulator.otp(mobile).expect("an OTP was sent"))
            .await;
        assert_eq!(
            self.view().customer.state,
            CustomerState::Linked,
            "{:#?}",
            self.view().customer
        );
    }

    /// The bill and its customer, up to the armed button.
    pub async fn ready(&self, rupees: &str, mobile: &str) {
        self.amount(rupees).await;
        self.link(mobile).await;
        self.armed(ButtonKind::Pay);
    }

    /// The button's action id; it must be armed and say this.
    pub fn armed(&self, kind: ButtonKind) -> ActionId {
        let view = self.view();
        assert_eq!(
            (view.button.kind, view.wallet.state),
            (kind, WalletState::Fresh),
            "{view:#?}"
        );
        view.button
            .action_id
            .clone()
            .unwrap_or_else(|| panic!("the button is greyed: {:#?}", view.button))
    }

    pub async fn press(&self, kind: ButtonKind) {
        let action_id = self.armed(kind);
        self.does(Command::Press { action_id }).await;
    }

    /// Presses Pay and waits until the request has arrived, not until it is answered.
    pub async fn press_and_leave_it(&self) -> OurRef {
        let action_id = self.armed(ButtonKind::Pay);
        let before = self.simulator.request_count(Call::AuthAuthorize);
        self.send(Command::Press { action_id }).await.unwrap();
        self.arrived(Call::AuthAuthorize, before + 1).await;
        self.our_ref()
    }

    /// A hold of this amount for this new customer.
    pub async fn hold(&self, rupees: &str, mobile: &str) -> OurRef {
        self.ready(rupees, mobile).await;
        self.press(ButtonKind::Pay).await;
        self.is(SaleState::Held);
        self.our_ref()
    }

    /// The panel for capturing, and its button's action id.
    pub async fn review_capture(&self, rupees: &str) -> ActionId {
        self.does(Command::CaptureReview {
            amount_text: rupees.to_owned(),
        })
        .await;
        self.reviewed(ReviewKind::Capture)
    }

    pub async fn review_release(&self) -> ActionId {
        self.does(Command::ReleaseReview).await;
        self.reviewed(ReviewKind::Release)
    }

    /// Another hold of a customer who is linked already.
    pub async fn hold_again(&self, rupees: &str, mobile: &str) -> OurRef {
        self.new_sale().await;
        self.amount(rupees).await;
        self.mobile(mobile).await;
        self.press(ButtonKind::Pay).await;
        self.is(SaleState::Held);
        self.our_ref()
    }

    /// The table before many holds are captured or released.
    pub async fn review_queue(&self, kind: QueueKind, of: &[OurRef]) -> QueuePanelView {
        let our_refs = of.to_vec();
        self.does(Command::Queue(QueueCommand::Review { kind, our_refs }))
            .await;
        self.view().queue.panel.clone().expect("the table is shown")
    }

    pub async fn begin_run(&self, kind: QueueKind, of: &[OurRef]) {
        let panel = self.review_queue(kind, of).await;
        let action_id = panel.action_id.expect("some of them can");
        self.does(Command::Queue(QueueCommand::Confirm { action_id }))
            .await;
    }

    pub async fn choose(&self, our_ref: &OurRef, at_deadline: AtDeadline, rupees: &str) {
        self.does(Command::Queue(QueueCommand::Choose {
            our_ref: our_ref.clone(),
            at_deadline,
            amount_text: rupees.to_owned(),
        }))
        .await;
    }

    /// The panel before a refund, and its button's action id.
    pub async fn review_refund(&self, our_ref: &OurRef, rupees: &str) -> ActionId {
        self.does(Command::Refund(RefundCommand::Review {
            our_ref: our_ref.clone(),
            amount_text: rupees.to_owned(),
            reason: "too much".to_owned(),
        }))
        .await;
        self.view().refund.clone().expect("the panel is shown").action_id
    }

    pub async fn refund(&self, our_ref: &OurRef, rupees: &str) {
        let action_id = self.review_refund(our_ref, rupees).await;
        self.does(Command::Refund(RefundCommand::Confirm { action_id }))
            .await;
    }

    pub async fn capture(&self, rupees: &str) {
        let action_id = self.review_capture(rupees).await;
        self.does(Command::CaptureConfirm { action_id }).await;
    }

    pub async fn release(&self) {
        let action_id = self.review_release().await;
        self.does(Command::ReleaseConfirm { action_id }).await;
    }

    /// Confirms and waits until the request has arrived, not until it is answered.
    pub async fn capture_and_leave_it(&self, rupees: &str) {
        let action_id = self.review_capture(rupees).await;
        let before = self.simulator.request_count(Call::AuthCapture);
        self.send(Command::CaptureConfirm { action_id }).await.unwrap();
        self.arrived(Call::AuthCapture, before + 1).await;
    }

    pub async fn release_and_leave_it(&self) {
        let action_id = self.review_release().await;
        let before = self.simulator.request_count(Call::AuthCancel);
        self.send(Command::ReleaseConfirm { action_id }).await.unwrap();
        self.arrived(Call::AuthCancel, before + 1).await;
    }

    pub async fn arrived(&self, call: Call, count: u64) {
        in_time("request at PhonePe", self.simulator.requests_reach(call, count)).await;
    }

    /// The sale on the screen.
    pub fn sale(&self) -> SaleView {
        let view = self.view();
        view.sale
            .clone()
            .unwrap_or_else(|| panic!("no sale is on the screen: {view:#?}"))
    }

    pub fn our_ref(&self) -> OurRef {
        self.sale().our_ref.parse().unwrap()
    }

    /// The sale on the screen stands there.
    #[track_caller]
    pub fn is(&self, state: SaleState) {
        let sale = self.sale();
        assert_eq!(sale.state, state, "{sale:#?}");
    }

    /// Lets time pass until the sale on the screen stands there, at most an hour and a half.
    pub async fn time_until_state(&self, state: SaleState) -> Arc<TillView> {
        let stands = |view: &TillView| view.sale.as_ref().is_some_and(|sale| sale.state == state);
        self.time_until(state.name(), 90 * 60_000, stands).await
    }

    pub async fn new_sale(&self) {
        self.does(Command::NewSale).await;
    }

    pub async fn bring(&self, our_ref: &OurRef) {
        self.does(Command::SaleOpen {
            our_ref: our_ref.clone(),
        })
        .await;
    }

    /// Shows the sale, as a cashier does after a start.
    pub async fn bring_and_see(&self, our_ref: &OurRef, state: SaleState) {
        self.bring(our_ref).await;
        self.is(state);
    }

    /// No request of any kind has reached PhonePe.
    #[track_caller]
    pub fn nothing_was_sent(&self) {
        assert_eq!(self.simulator.requests(), Vec::new());
    }

    fn reviewed(&self, kind: ReviewKind) -> ActionId {
        let review = self.view().review.clone().expect("the panel is shown");
        assert_eq!(review.kind, kind);
        review.action_id
    }
}
