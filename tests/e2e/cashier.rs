//! What a cashier does, step by step, and what a customer's phone does meanwhile.

use super::phonepe::PhonePe;
use super::window::{F7, Seen, Window, within};

impl Window {
    /// Types an amount and waits until the cart agrees.
    pub(crate) async fn set_amount(&self, rupees: &str, total: &str) {
        self.enter("amount-input", rupees).await;
        self.until_text("cart-total", total).await;
    }

    /// Types a number and waits for the OTP's field.
    pub(crate) async fn ask_otp(&self, mobile: &str) {
        self.fill("mobile-input", mobile).await;
        self.click("mobile-submit").await;
        self.until("otp-input", "asks for the OTP", |_| true).await;
    }

    /// Links a new customer with the OTP from the phone.
    pub(crate) async fn link(&self, phonepe: &PhonePe, mobile: &str) {
        self.ask_otp(mobile).await;
        let otp = phonepe.otp(mobile).await;
        self.fill("otp-input", &otp).await;
        self.click("otp-submit").await;
        self.until_linked(mobile).await;
    }

    /// A linked customer is shown, by the last four digits and no more.
    pub(crate) async fn until_linked(&self, mobile: &str) {
        self.until_gone("otp-input").await;
        let masked = self.until_says("customer-masked", &mobile[6..]).await;
        assert!(!masked.text.contains(&mobile[..6]), "{}", masked.text);
    }

    /// Until the money button is armed and says so.
    pub(crate) async fn until_armed(&self, says: &str) -> Seen {
        let is_so = |seen: &Seen| !seen.is_grey() && begins(seen, says);
        self.until("pay-button", &format!("armed, {says}"), is_so).await
    }

    pub(crate) async fn until_grey(&self, says: &str) -> Seen {
        let is_so = |seen: &Seen| seen.is_grey() && begins(seen, says);
        self.until("pay-button", &format!("grey, {says}"), is_so).await
    }

    pub(crate) async fn until_sale(&self, state: &str) -> Seen {
        self.until_state("sale-state", state).await
    }

    /// Presses Pay and returns our id of the hold.
    pub(crate) async fn hold(&self) -> String {
        self.until_armed("Pay").await;
        self.click("pay-button").await;
        self.until_sale("Held").await;
        self.text("sale-ref").await
    }

    /// Cart, customer, hold: the whole of a first sale.
    pub(crate) async fn hold_for_new(&self, phonepe: &PhonePe, mobile: &str, rupees: &str) -> String {
        self.enter("amount-input", rupees).await;
        self.link(phonepe, mobile).await;
        self.hold().await
    }

    /// Types the final amount, reviews and confirms.
    pub(crate) async fn capture(&self, rupees: &str) {
        self.fill("capture-amount", rupees).await;
        self.click("capture-review").await;
        self.click("capture-confirm").await;
    }

    /// Looks now, and again if PhonePe still settles, until the payment is proved.
    pub(crate) async fn prove(&self) {
        let is_settled = |seen: &Seen| {
            seen.attribute("data-state") == "Paid" || seen.attribute("data-state") == "CaptureAccepted"
        };
        self.until("sale-state", "captured", is_settled).await;
        self.look_until("Paid").await;
    }

    /// Presses F7 until the sale on the screen stands there.
    pub(crate) async fn look_until(&self, state: &str) {
        let looked = async || {
            if self.one("sale-state").await?.attribute("data-state") == state {
                return Some(());
            }
            // The till asks PhonePe no oftener than PhonePe wants, however often this is pressed.
            self.key(F7).await;
            None
        };
        if within(looked).await.is_none() {
            self.give_up(&format!("sale-state: {state}")).await
        }
    }
}

fn begins(seen: &Seen, says: &str) -> bool {
    // `Top-up & Pay` begins with `Top-up` too: the key's name or the amount must follow.
    seen.text.strip_prefix(says).is_some_and(|rest| {
        rest.is_empty()
            || rest.starts_with("F4")
            || rest.starts_with(" F4")
            || rest.starts_with(" ₹")
            || rest.starts_with('₹')
    })
}
