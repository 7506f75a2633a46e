//! The three money calls. Each goes the same way: the request is built, its intent is committed, it is handed out to be
//! sent once, and its reply is committed before the window hears of it (design §5).

use crate::front::{Review, amount_error};
use crate::replies::reply_fact;
use crate::state::{Flight, Till};
use contract::{CustomerState, ErrorCode, ReviewKind, UiError};
use domain::{
    AmountRefusal, Answer, Ask, Call, Event, Fact, Heard, Meaning, Opening, OurRef, Paise, RefusalKind, Sale,
    SaleMode, SaleState, UnknownWhy, apply,
};
use ulid::Ulid;

impl Till {
    /// Asks PhonePe to block the bill's amount.
    pub(crate) fn ask_hold(&mut self) -> Result<(), UiError> {
        if self.gate().is_some() {
            return Err(ErrorCode::NotArmed.into());
        }
        self.must_be_open()?;
        let token = match (self.front.customer.state, &self.front.customer.token) {
            (CustomerState::Linked, Some(token)) => token.clone(),
            _ => return Err(ErrorCode::NoCustomer.into()),
        };
        let customer = self.front.customer.mark.clone().ok_or(ErrorCode::NoCustomer)?;
        let amount_paise = self.asked_paise();
        let bill = self.front.cart.bill().clone();
        let expiry_minutes = bill.expiry_minutes().unwrap_or(self.config.expiry_minutes);
        // A hold that certainly never left keeps its reference: nobody but us has seen it.
        let again = self.front.unsent.take();
        let our_ref = again.clone().unwrap_or_else(|| self.new_ref());
        let prepared = self.prepare(&Ask::Authorize {
            our_ref: our_ref.clone(),
            token,
            amount_paise,
            expiry_minutes,
        })?;
        let opening = again.is_none().then_some(Opening {
            customer,
            mode: self.front.mode,
            amount_paise,
            expiry_minutes,
            lines: bill.lines,
            discount: bill.discount,
            note: bill.note,
        });
        self.note_approval(Some(&our_ref))?;
        self.commit(Fact::Intent {
            our_ref: our_ref.clone(),
            call: Call::Authorize,
            request_sha256: prepared.request_sha256.clone(),
            event: Event::HoldAsked,
            opening,
        })?;
        self.front.sale = Some(our_ref.clone());
        self.send(Flight::Money(our_ref, Call::Authorize), prepared);
        Ok(())
    }

    /// Checks the final amount and shows both halves. Nothing is sent.
    pub(crate) fn review_capture(&mut self, typed: &str) -> Result<(), UiError> {
        let sale = self.sale_on_screen(SaleState::Held)?;
        let amount = Paise::parse_rupees(typed).map_err(amount_error)?;
        if amount > sale.amount_paise {
            return Err(UiError {
                detail: Some(sale.amount_paise.to_string()),
                ..amount_error(AmountRefusal::OverTheHold)
            });
        }
        self.show_review(ReviewKind::Capture, sale.our_ref, amount);
        Ok(())
    }

    pub(crate) fn review_release(&mut self) -> Result<(), UiError> {
        let sale = self.sale_on_screen(SaleState::Held)?;
        self.show_review(ReviewKind::Release, sale.our_ref, Paise::ZERO);
        Ok(())
    }

    /// Charges `amount_paise` of the hold; PhonePe releases the rest.
    pub(crate) fn ask_capture(&mut self, our_ref: &OurRef, amount_paise: Paise) -> Result<(), UiError> {
        let ask = Ask::Capture {
            our_ref: our_ref.clone(),
            amount_paise,
        };
        self.ask_money(our_ref, &ask, Event::CaptureAsked { amount_paise })
    }

    /// Gives the whole hold back.
    pub(crate) fn ask_release(&mut self, our_ref: &OurRef) -> Result<(), UiError> {
        self.ask_money(
            our_ref,
            &Ask::Cancel {
                our_ref: our_ref.clone(),
            },
            Event::CancelAsked,
        )
    }

    /// Releasing is the one call that may be asked again, because PhonePe says to; bounded by the domain.
    pub(crate) fn ask_release_again(&mut self, our_ref: &OurRef) {
        let ask = Ask::Cancel {
            our_ref: our_ref.clone(),
        };
        if let Err(refused) = self.ask_money(our_ref, &ask, Event::CancelAskedAgain) {
            tracing::warn!(%our_ref, %refused, "a release could not be asked again");
        }
    }

    pub(crate) fn hear_money(&mut self, our_ref: &OurRef, call: Call, heard: &Heard) {
        let Some(row) = self.row(our_ref) else { return };
        let event = money_event(call, row.sale.state, heard);
        let fact = Fact::Reply {
            our_ref: our_ref.clone(),
            call,
            event: event.clone(),
            reply: reply_fact(heard),
        };
        if self.commit(fact).is_err() {
            // The intent stands without a reply; the next start looks it up.
            return;
        }
        if event == Event::HoldNotSent {
            self.take_bill_back(our_ref, true);
        } else if event == Event::HoldRefused && relink_is_needed(heard) {
            self.relink_for(our_ref, heard);
        } else if matches!(event, Event::HoldAuthorized { .. }) && row.sale.mode == SaleMode::Charge {
            self.charge_now(our_ref, row.sale.amount_paise);
        }
    }

    /// The second half of *Charge now*. Only on the direct reply: a hold that was found later by a look stays Held for
    /// the cashier to decide, because the customer may have paid in another way by then.
    fn charge_now(&mut self, our_ref: &OurRef, amount_paise: Paise) {
        if let Err(refused) = self.ask_capture(our_ref, amount_paise) {
            tracing::warn!(%our_ref, %refused, "the hold stands but its capture was not asked");
        }
    }

    fn relink_for(&mut self, our_ref: &OurRef, heard: &Heard) {
        if self.front.sale.as_ref() == Some(our_ref) {
            self.take_bill_back(our_ref, false);
            self.token_refused(heard);
        }
    }

    fn ask_money(&mut self, our_ref: &OurRef, ask: &Ask, event: Event) -> Result<(), UiError> {
        if self.has_money_flight(our_ref) {
            return Err(ErrorCode::Busy.into());
        }
        let sale = self.row(our_ref).ok_or(ErrorCode::NoSuchSale)?.sale;
        if apply(&sale, &event, self.now_ms()).is_err() {
            // The sale has moved since the panel was opened.
            return Err(ErrorCode::NotAllowedNow.into());
        }
        let prepared = self.prepare(ask)?;
        self.note_approval(Some(our_ref))?;
        self.commit(Fact::Intent {
            our_ref: our_ref.clone(),
            call: ask.call(),
            request_sha256: prepared.request_sha256.clone(),
            event,
            opening: None,
        })?;
        self.overtake_look(our_ref);
        self.send(Flight::Money(our_ref.clone(), ask.call()), prepared);
        Ok(())
    }

    fn sale_on_screen(&mut self, state: SaleState) -> Result<Sale, UiError> {
        let our_ref = self.front.sale.clone().ok_or(ErrorCode::NoSuchSale)?;
        let sale = self.row(&our_ref).ok_or(ErrorCode::NoSuchSale)?.sale;
        if sale.state == state {
            Ok(sale)
        } else {
            Err(ErrorCode::NotAllowedNow.into())
        }
    }

    fn show_review(&mut self, kind: ReviewKind, our_ref: OurRef, amount: Paise) {
        let action_id = self.new_action_id();
        self.front.review = Some(Review {
            kind,
            our_ref,
            amount,
            action_id,
        });
    }

    /// Nothing is blocked: the bill comes back to the screen as it was.
    fn take_bill_back(&mut self, our_ref: &OurRef, same_ref: bool) {
        if self.front.sale.as_ref() != Some(our_ref) {
            return;
        }
        self.front.sale = None;
        self.front.unsent = same_ref.then(|| our_ref.clone());
        let now_ms = self.now_ms();
        self.front.wallet.due_at_ms = Some(now_ms);
    }

    fn new_ref(&self) -> OurRef {
        let wall_ms = u64::try_from(self.now_ms()).unwrap_or_default();
        OurRef::for_sale(Ulid::from_parts(wall_ms, self.chance.next_u128()))
    }
}

/// What a money call's reply does to its sale.
fn money_event(call: Call, state: SaleState, heard: &Heard) -> Event {
    if let Meaning::Unknown(UnknownWhy::Mismatch(what)) = &heard.meaning {
        return Event::Mismatched { what: what.clone() };
    }
    match call {
        Call::Authorize => hold_event(&heard.meaning),
        Call::Capture => capture_event(&heard.meaning),
        Call::Cancel => cancel_event(&heard.meaning, state),
        Call::SendOtp
        | Call::VerifyOtp
        | Call::Unlink
        | Call::Balance
        | Call::Suggest
        | Call::TopUp
        | Call::AuthStatus
        | Call::TransactionStatus
        | Call::Refund => Event::Mismatched {
            what: "a reply of another call".to_owned(),
        },
    }
}

fn hold_event(meaning: &Meaning) -> Event {
    match meaning {
        Meaning::Agreed(Answer::Authorized { provider_ref }) => Event::HoldAuthorized {
            provider_ref: provider_ref.clone(),
        },
        Meaning::NotSent(_) => Event::HoldNotSent,
        // Our id is known there already: an earlier asking may have taken effect.
        Meaning::Refused(RefusalKind::AlreadyAsked) | Meaning::Agreed(_) | Meaning::Unknown(_) => {
            Event::HoldUnanswered
        }
        Meaning::Refused(_) => Event::HoldRefused,
    }
}

fn capture_event(meaning: &Meaning) -> Event {
    match meaning {
        Meaning::Agreed(Answer::CaptureAccepted { provider_ref }) => Event::CaptureAccepted {
            provider_ref: provider_ref.clone(),
        },
        Meaning::NotSent(_) => Event::CaptureNotSent,
        Meaning::Refused(RefusalKind::AlreadyCancelled) => Event::CaptureTooLate,
        Meaning::Refused(RefusalKind::Fraud | RefusalKind::UserBlacklisted) => Event::CaptureBlocked,
        // "Capture has already been initiated", or a hold that PhonePe no longer finds: only a look can tell.
        Meaning::Refused(
            RefusalKind::AlreadyAsked | RefusalKind::AlreadyCaptured | RefusalKind::NotFound,
        )
        | Meaning::Agreed(_)
        | Meaning::Unknown(_) => Event::CaptureUnanswered,
        Meaning::Refused(_) => Event::CaptureRefused,
    }
}

fn cancel_event(meaning: &Meaning, state: SaleState) -> Event {
    match meaning {
        Meaning::Agreed(Answer::Cancelled) | Meaning::Refused(RefusalKind::AlreadyCancelled) => {
            Event::Cancelled
        }
        Meaning::Refused(RefusalKind::AlreadyCaptured) => Event::CancelFoundCaptured,
        // An earlier asking of the same release may have arrived, so "not sent" proves nothing then.
        Meaning::NotSent(_) if state == SaleState::CancelAsked => Event::CancelNotSent,
        Meaning::Refused(RefusalKind::NotFound | RefusalKind::AlreadyAsked)
        | Meaning::NotSent(_)
        | Meaning::Agreed(_)
        | Meaning::Unknown(_) => Event::CancelUnanswered,
        Meaning::Refused(_) => Event::CancelRefused,
    }
}

fn relink_is_needed(heard: &Heard) -> bool {
    matches!(heard.meaning, Meaning::Refused(RefusalKind::RelinkNeeded))
}
