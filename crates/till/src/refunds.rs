//! Refunds: the panel, the one request, and its reply. The same order as every money call (design §5), beside the sale:
//! a refund blocks nothing but a second one of its own sale.

mod looks;

use crate::front::amount_error;
use crate::replies::reply_fact;
use crate::state::{Flight, OpenBooks, Till};
use contract::{ActionId, ErrorCode, RefundCommand, UiError};
use domain::{
    Answer, Ask, Fact, Heard, Meaning, OurRef, Paise, ReasonRefusal, RefundEvent, RefundFact, RefundReason,
    RefundRef, RefundRefusal, RefundState, RefusalKind, UnknownWhy, may_refund, refundable_paise,
};
use looks::RefundLook;
use std::collections::BTreeMap;
use ulid::Ulid;

/// What the engine remembers of refunds beside their rows.
#[derive(Default)]
pub(crate) struct Refunds {
    pub panel: Option<RefundPanel>,
    looks: BTreeMap<RefundRef, RefundLook>,
}

/// The panel before the money goes back.
#[derive(Clone)]
pub(crate) struct RefundPanel {
    pub our_ref: OurRef,
    pub amount: Paise,
    pub reason: RefundReason,
    pub action_id: ActionId,
}

impl Till {
    pub(crate) fn obey_refund(&mut self, command: RefundCommand) -> Result<(), UiError> {
        match command {
            RefundCommand::Review {
                our_ref,
                amount_text,
                reason,
            } => self.review_refund(our_ref, &amount_text, &reason),
            RefundCommand::Close => {
                self.refunds.panel = None;
                Ok(())
            }
            RefundCommand::Confirm { action_id } => self.confirm_refund(&action_id),
            RefundCommand::LookNow { our_ref, refund_ref } => {
                self.look_at_refund_by_hand(&our_ref, &refund_ref)
            }
        }
    }

    /// Checks what was typed. What stood in the panel before is no longer armed, whatever comes of it.
    fn review_refund(&mut self, our_ref: OurRef, typed: &str, reason: &str) -> Result<(), UiError> {
        self.refunds.panel = None;
        self.must_reach_books_and_phonepe()?;
        let amount = Paise::parse_rupees(typed).map_err(amount_error)?;
        self.must_be_refundable(&our_ref, amount)?;
        let reason = RefundReason::parse(reason).map_err(reason_error)?;
        let action_id = self.new_action_id();
        self.refunds.panel = Some(RefundPanel {
            our_ref,
            amount,
            reason,
            action_id,
        });
        Ok(())
    }

    fn confirm_refund(&mut self, action_id: &ActionId) -> Result<(), UiError> {
        let panel = self.refunds.panel.clone();
        let on_screen = panel.as_ref().is_some_and(|panel| panel.action_id == *action_id);
        self.take_action(action_id, on_screen)?;
        let panel = panel.ok_or(ErrorCode::NotArmed)?;
        self.ask_refund(&panel)?;
        self.refunds.panel = None;
        Ok(())
    }

    /// Asks PhonePe to give `amount` back. One request per intent; nobody sends it a second time.
    fn ask_refund(&mut self, panel: &RefundPanel) -> Result<(), UiError> {
        self.must_reach_books_and_phonepe()?;
        // The sale may have moved since the panel was opened.
        self.must_be_refundable(&panel.our_ref, panel.amount)?;
        let refund_ref = self.new_refund_ref();
        let prepared = self.prepare(&Ask::Refund {
            our_ref: panel.our_ref.clone(),
            refund_ref: refund_ref.clone(),
            amount_paise: panel.amount,
            reason: panel.reason.clone(),
        })?;
        self.note_approval(Some(&panel.our_ref))?;
        self.commit(Fact::Refund(RefundFact::Asked {
            our_ref: panel.our_ref.clone(),
            refund_ref: refund_ref.clone(),
            amount_paise: panel.amount,
            reason: panel.reason.clone(),
            request_sha256: prepared.request_sha256.clone(),
        }))?;
        self.send(Flight::Refund(panel.our_ref.clone(), refund_ref), prepared);
        Ok(())
    }

    pub(crate) fn hear_refund(&mut self, our_ref: &OurRef, refund_ref: &RefundRef, heard: &Heard) {
        let fact = RefundFact::Replied {
            our_ref: our_ref.clone(),
            refund_ref: refund_ref.clone(),
            event: refund_event(&heard.meaning),
            reply: reply_fact(heard),
        };
        // When it cannot be written the intent stands without a reply, and the next start looks it up.
        let _ = self.commit(Fact::Refund(fact));
        self.forget_measured_refund(our_ref, refund_ref);
    }

    /// The sale and the amount allow it now.
    fn must_be_refundable(&mut self, our_ref: &OurRef, amount: Paise) -> Result<(), UiError> {
        let row = self.row(our_ref).ok_or(ErrorCode::NoSuchSale)?;
        let others = row.bare_refunds();
        may_refund(&row.sale, &others, amount).map_err(|refusal| {
            let rest = refundable_paise(&row.sale, others.iter().copied());
            refund_error(refusal, rest)
        })
    }

    /// What is asked must be written first, and there must be somebody to ask.
    fn must_reach_books_and_phonepe(&self) -> Result<(), UiError> {
        match &self.books {
            OpenBooks::Closed(_) => Err(ErrorCode::BooksClosed.into()),
            OpenBooks::Open(_) if !self.books_checked => Err(ErrorCode::BooksChecking.into()),
            OpenBooks::Open(_) if self.connected.is_none() => Err(ErrorCode::ProviderNotReady.into()),
            OpenBooks::Open(_) => Ok(()),
        }
    }

    fn new_refund_ref(&self) -> RefundRef {
        let wall_ms = u64::try_from(self.now_ms()).unwrap_or_default();
        RefundRef::of(Ulid::from_parts(wall_ms, self.chance.next_u128()))
    }

    /// The books were opened again, or closed: what was on its way or on the screen has lost its place.
    pub(crate) fn forget_refunds_under_way(&mut self) {
        self.flights
            .retain(|_, flight| !matches!(flight, Flight::Refund(..) | Flight::RefundLook(..)));
        self.refunds = Refunds::default();
    }
}

/// What the reply to the request does. Its success proves nothing but that PhonePe has taken the refund on.
fn refund_event(meaning: &Meaning) -> RefundEvent {
    match meaning {
        Meaning::Unknown(UnknownWhy::Mismatch(what)) => RefundEvent::Mismatched { what: what.clone() },
        Meaning::Agreed(Answer::RefundAccepted { provider_ref }) => RefundEvent::Accepted {
            provider_ref: provider_ref.clone(),
        },
        Meaning::NotSent(_) => RefundEvent::NotSent,
        // "More than was paid" is also what the second copy of a request hears whose first copy took effect: only the
        // transaction status of this very id can tell.
        Meaning::Refused(RefusalKind::ExcessRefund | RefusalKind::AlreadyAsked | RefusalKind::NotFound)
        | Meaning::Agreed(_)
        | Meaning::Unknown(_) => RefundEvent::Unanswered,
        Meaning::Refused(_) => RefundEvent::Refused,
    }
}

fn refund_error(refusal: RefundRefusal, rest: Paise) -> UiError {
    match refusal {
        RefundRefusal::SaleNotPaid => ErrorCode::RefundNotPaid.into(),
        RefundRefusal::OneUnderWay => ErrorCode::RefundUnderWay.into(),
        RefundRefusal::OverTheRest => UiError {
            code: ErrorCode::RefundOverTheRest,
            detail: Some(rest.to_string()),
        },
        RefundRefusal::NotPositive => ErrorCode::AmountZero.into(),
        RefundRefusal::NotAllowed { .. }
        | RefundRefusal::OtherAmount
        | RefundRefusal::SameRef
        | RefundRefusal::NoSuchRefund => ErrorCode::NotAllowedNow.into(),
    }
}

fn reason_error(refusal: ReasonRefusal) -> UiError {
    match refusal {
        ReasonRefusal::Empty => ErrorCode::RefundNoReason.into(),
        ReasonRefusal::TooLong => ErrorCode::RefundLongReason.into(),
        ReasonRefusal::HasNumber => ErrorCode::RefundNumberInReason.into(),
    }
}

/// Asked, and nobody knows: what the lamp in the bar counts.
pub(crate) fn is_open_question(state: RefundState) -> bool {
    match state {
        RefundState::Asked | RefundState::Unknown | RefundState::NeedsPerson => true,
        RefundState::Pending | RefundState::Refunded | RefundState::Failed | RefundState::Absent => false,
    }
}
