//! What stands on the screen in front of the cashier: the bill, the customer, the wallet, the sale under way.

use crate::arming::Armed;
use crate::customer::Customer;
use crate::state::Till;
use crate::top_up::TopUp;
use crate::wallet::Wallet;
use contract::{ActionId, Command, ErrorCode, ReviewKind, UiError};
use domain::{AmountRefusal, Cart, LineRefusal, OurRef, Paise, Quantity, SaleMode, SaleState};

#[derive(Default)]
pub(crate) struct Front {
    pub cart: Cart,
    pub customer: Customer,
    pub wallet: Wallet,
    pub mode: SaleMode,
    pub armed: Armed,
    pub top_up: Option<TopUp>,
    /// The sale on the screen.
    pub sale: Option<OurRef>,
    /// A hold that never left the machine: its reference is used again for the same bill.
    pub unsent: Option<OurRef>,
    pub review: Option<Review>,
    /// The customer reads the display in this language; none: the one that is chosen for it.
    pub display_language: Option<String>,
}

/// The panel before an irreversible step.
#[derive(Clone)]
pub(crate) struct Review {
    pub kind: ReviewKind,
    pub our_ref: OurRef,
    pub amount: Paise,
    pub action_id: ActionId,
}

impl Till {
    /// Carries out one command of the window that whoever is here may give (see `staff/need.rs`).
    pub(crate) fn follow(&mut self, command: Command) -> Result<(), UiError> {
        match command {
            Command::NewSale => self.new_sale(),
            Command::AmountSet { text } => {
                let amount = Paise::parse_rupees(&text).map_err(amount_error)?;
                self.edit_cart(|cart| cart.set_quick_amount(amount))
            }
            Command::LineAdd {
                name,
                quantity,
                price,
            } => {
                let (quantity, price) = quantity_and_price(&quantity, &price)?;
                self.edit_cart(|cart| cart.add(&name, quantity, price))
            }
            Command::LineChange { id, quantity, price } => {
                let (quantity, price) = quantity_and_price(&quantity, &price)?;
                self.edit_cart(|cart| cart.change(id, quantity, price))
            }
            Command::Cart(command) => self.obey_cart(command),
            Command::LineRemove { id } => self.edit_cart(|cart| cart.remove(id)),
            Command::MobileSubmit { text } => self.submit_mobile(&text),
            Command::OtpSubmit { text } => self.submit_otp(&text),
            Command::OtpResend => self.resend_otp(),
            Command::Relink => self.relink(),
            Command::CustomerChange => self.put_customer_aside(),
            Command::CustomerUnlink => self.unlink_customer(),
            Command::BalanceRefresh => self.refresh_balance(),
            Command::SaleModeSet { mode } => self.set_mode(mode),
            Command::Press { action_id } => self.press(&action_id),
            Command::TopUpChoose { amount_paise } => self.choose_top_up(Paise::new(amount_paise)),
            Command::TopUpCheck => self.check_top_up(),
            Command::TopUpLeave => self.leave_top_up(),
            Command::SaleOpen { our_ref } => self.open_sale(our_ref),
            Command::SaleLeave => self.leave_sale(),
            Command::CaptureReview { amount_text } => self.review_capture(&amount_text),
            Command::ReleaseReview => self.review_release(),
            Command::ReviewClose => {
                self.front.review = None;
                Ok(())
            }
            Command::CaptureConfirm { action_id } => self.confirm(ReviewKind::Capture, &action_id),
            Command::ReleaseConfirm { action_id } => self.confirm(ReviewKind::Release, &action_id),
            Command::LookNow { our_ref } => self.look_by_hand(&our_ref),
            Command::SettingsCheck => self.check_settings(),
            Command::Queue(command) => self.obey_queue(command),
            Command::Reconcile(command) => self.obey_reconcile(command),
            Command::Refund(command) => self.obey_refund(command),
            Command::RestoreSeen => self.note_restore_seen(),
            Command::Staff(command) => self.obey_staff(command),
            Command::Shift(command) => self.obey_shift(command),
            Command::Paper(command) => self.obey_paper(command),
            Command::Preferences(command) => self.obey_preferences(command),
            Command::Display(command) => self.obey_display(command),
        }
    }

    /// Whether the bill and its customer may still change: not while a hold for it is under way or stands.
    pub(crate) fn bill_is_open(&self) -> bool {
        self.front.sale.is_none()
    }

    pub(crate) fn new_sale(&mut self) -> Result<(), UiError> {
        let armed = std::mem::take(&mut self.front.armed);
        self.front = Front {
            armed,
            ..Front::default()
        };
        Ok(())
    }

    fn set_mode(&mut self, mode: SaleMode) -> Result<(), UiError> {
        self.must_be_open()?;
        let asked = self.asked_paise();
        self.front.mode = mode;
        self.front.unsent = None;
        if self.asked_paise() != asked {
            self.amount_changed();
        }
        Ok(())
    }

    /// What PhonePe is asked to block for the bill on the screen.
    pub(crate) fn asked_paise(&self) -> Paise {
        self.front.cart.asked(self.front.mode)
    }

    pub(crate) fn edit_cart(
        &mut self,
        edit: impl FnOnce(&mut Cart) -> Result<(), LineRefusal>,
    ) -> Result<(), UiError> {
        // Of a hold somebody has begun to say what was delivered.
        if let Some(mut cart) = self.final_cart().cloned() {
            edit(&mut cart).map_err(line_error)?;
            return self.keep_final(cart);
        }
        // Typing an amount after a finished sale begins the next bill; while one is under way, its bill is locked.
        if let Some(our_ref) = self.front.sale.clone() {
            let ended = self
                .sales
                .get(&our_ref)
                .is_none_or(|row| row.sale.state.is_final());
            if !ended {
                return Err(ErrorCode::NotAllowedNow.into());
            }
            self.new_sale()?;
        }
        edit(&mut self.front.cart).map_err(line_error)?;
        self.front.unsent = None;
        self.amount_changed();
        Ok(())
    }

    fn open_sale(&mut self, our_ref: OurRef) -> Result<(), UiError> {
        let row = self.row(&our_ref).ok_or(ErrorCode::NoSuchSale)?;
        if self.front.sale.as_ref() != Some(&our_ref) {
            self.new_sale()?;
        }
        self.front.mode = row.sale.mode;
        self.front.sale = Some(our_ref);
        self.front.review = None;
        Ok(())
    }

    fn leave_sale(&mut self) -> Result<(), UiError> {
        let our_ref = self.front.sale.clone().ok_or(ErrorCode::NoSuchSale)?;
        let state = self.sales.get(&our_ref).map(|row| row.sale.state);
        let failed = matches!(
            state,
            Some(SaleState::HoldRefused | SaleState::HoldAbsent | SaleState::Draft)
        );
        if !failed {
            return self.new_sale();
        }
        self.front.sale = None;
        self.front.review = None;
        self.amount_changed();
        Ok(())
    }

    pub(crate) fn must_be_open(&self) -> Result<(), UiError> {
        if self.bill_is_open() {
            Ok(())
        } else {
            Err(ErrorCode::NotAllowedNow.into())
        }
    }
}

pub(crate) fn amount_error(refusal: AmountRefusal) -> UiError {
    let code = match refusal {
        AmountRefusal::Empty => ErrorCode::AmountEmpty,
        AmountRefusal::NotANumber => ErrorCode::AmountNotANumber,
        AmountRefusal::TooFine => ErrorCode::AmountTooFine,
        AmountRefusal::Zero => ErrorCode::AmountZero,
        AmountRefusal::Negative => ErrorCode::AmountNegative,
        AmountRefusal::TooLarge => ErrorCode::AmountTooLarge,
        AmountRefusal::OverTheHold => ErrorCode::AmountOverTheHold,
    };
    code.into()
}

pub(crate) fn line_error(refusal: LineRefusal) -> UiError {
    match refusal {
        LineRefusal::NoName => ErrorCode::LineNoName.into(),
        LineRefusal::LongName => ErrorCode::LineLongName.into(),
        LineRefusal::Quantity => ErrorCode::LineQuantity.into(),
        LineRefusal::Price(refusal) => amount_error(refusal),
        LineRefusal::TooLarge => ErrorCode::AmountTooLarge.into(),
        LineRefusal::NoSuchLine => ErrorCode::NoSuchLine.into(),
        LineRefusal::Discount => ErrorCode::Discount.into(),
        LineRefusal::DiscountTooLarge => ErrorCode::DiscountTooLarge.into(),
        LineRefusal::LongNote => ErrorCode::NoteLong.into(),
        LineRefusal::TooMany => ErrorCode::LineTooMany.into(),
    }
}

fn quantity_and_price(quantity: &str, price: &str) -> Result<(Quantity, Paise), UiError> {
    let quantity = Quantity::parse(quantity).map_err(line_error)?;
    let price = Paise::parse_rupees(price).map_err(amount_error)?;
    Ok((quantity, price))
}
