//! Shifts as the engine knows them: which one is running, who looks after what is open, and each step from the float to
//! the Z. The domain has the rules; here they meet the screen and the books.

mod page;
mod report;
mod view;

pub(crate) use page::shift_page;
pub use report::report_view;

use crate::front::amount_error;
use crate::ports::Books;
use crate::state::{OpenBooks, Till};
use contract::{ActionId, ErrorCode, ShiftCommand, UiError};
use domain::{
    AmountRefusal, CashWay, Closing, Fact, OurRef, Paise, ReportLine, Shift, ShiftFact, ShiftRefusal,
};
use ledger::{HoldRow, LedgerError, Owner};
use std::collections::BTreeMap;

/// As much as a slip has room for.
const NAME_MAX: usize = 60;
const REASON_MAX: usize = 200;

pub(crate) struct ShiftDesk {
    /// The last shift that was opened.
    pub last: Option<Shift>,
    owners: BTreeMap<OurRef, Owner>,
    began_at_ms: i64,
    /// Rises with each step that was written, so that a press is good for one.
    turn: u64,
}

/// What a start reads from the books.
pub(crate) struct Found {
    last: Option<Shift>,
    owners: Vec<Owner>,
}

impl ShiftDesk {
    pub fn since(began_at_ms: i64) -> ShiftDesk {
        ShiftDesk {
            last: None,
            owners: BTreeMap::new(),
            began_at_ms,
            turn: 0,
        }
    }

    pub fn read(books: &dyn Books) -> Result<Found, LedgerError> {
        Ok(Found {
            last: books.shift()?,
            owners: books.owners()?,
        })
    }

    pub fn take_up(&mut self, found: Found) {
        self.last = found.last;
        self.owners = found
            .owners
            .into_iter()
            .map(|owner| (owner.our_ref.clone(), owner))
            .collect();
        self.turn = self.turn.saturating_add(1);
    }

    /// Shifts are used on this till, and none is open: a new hold waits for one. Where none was ever opened the till
    /// sells without.
    pub fn is_missing(&self) -> bool {
        self.last.as_ref().is_some_and(|last| !last.is_open())
    }

    pub(crate) fn open(&self) -> Result<&Shift, UiError> {
        let open = self.last.as_ref().filter(|last| last.is_open());
        open.ok_or_else(|| ErrorCode::NoShift.into())
    }

    fn action_id(&self) -> ActionId {
        ActionId(format!("shift-{}-{}", self.began_at_ms, self.turn))
    }

    fn owner(&self, our_ref: &OurRef) -> Option<&Owner> {
        self.owners.get(our_ref)
    }

    fn is_handed(&self, our_ref: &OurRef) -> bool {
        let number = self.last.as_ref().map(|last| last.number);
        self.owner(our_ref).map(|owner| owner.shift) == number && number.is_some()
    }
}

impl Till {
    /// The number that whatever is recorded now belongs to.
    pub(crate) fn running_shift(&self) -> u32 {
        self.shift.last.as_ref().map_or(self.config.shift, Shift::running)
    }

    /// One step of a shift. A refusal writes nothing.
    pub(crate) fn obey_shift(&mut self, command: ShiftCommand) -> Result<(), UiError> {
        match &self.books {
            OpenBooks::Closed(_) => return Err(ErrorCode::BooksClosed.into()),
            // What belongs to a shift is decided by what the books say, so it waits until somebody has judged them.
            OpenBooks::Open(_) if !self.books_checked => return Err(ErrorCode::BooksChecking.into()),
            OpenBooks::Open(_) => {}
        }
        match command {
            ShiftCommand::Open { action_id, float } => {
                self.must_be_fresh(&action_id)?;
                let float_paise = cash(&float)?;
                let number = self.running_shift();
                self.write_shift(ShiftFact::Opened { number, float_paise })
            }
            ShiftCommand::CashIn {
                action_id,
                amount,
                reason,
            } => self.move_cash(&action_id, CashWay::In, &amount, &reason),
            ShiftCommand::CashOut {
                action_id,
                amount,
                reason,
            } => self.move_cash(&action_id, CashWay::Out, &amount, &reason),
            ShiftCommand::HandOver { our_ref, to } => self.hand_over(our_ref, &to),
            ShiftCommand::Count { action_id, counted } => {
                self.must_be_fresh(&action_id)?;
                self.shift.open()?;
                let counted_paise = cash(&counted)?;
                self.write_shift(ShiftFact::Counted { counted_paise })
            }
            ShiftCommand::Close {
                action_id,
                reason,
                carry_over,
            } => self.close_shift(&action_id, &reason, carry_over),
        }
    }

    fn must_be_fresh(&self, action_id: &ActionId) -> Result<(), UiError> {
        if *action_id == self.shift.action_id() {
            Ok(())
        } else {
            Err(ErrorCode::NotArmed.into())
        }
    }

    fn move_cash(
        &mut self,
        action_id: &ActionId,
        way: CashWay,
        amount: &str,
        reason: &str,
    ) -> Result<(), UiError> {
        self.must_be_fresh(action_id)?;
        self.shift.open()?;
        let amount_paise = Paise::parse_rupees(amount).map_err(amount_error)?;
        let reason = reason_of(reason)?.ok_or(ErrorCode::ReasonEmpty)?;
        self.write_shift(ShiftFact::CashMoved {
            way,
            amount_paise,
            reason,
        })
    }

    fn hand_over(&mut self, our_ref: OurRef, to: &str) -> Result<(), UiError> {
        self.shift.open()?;
        let to = plain(to);
        if to.is_empty() {
            return Err(ErrorCode::NameEmpty.into());
        }
        if to.chars().count() > NAME_MAX {
            return Err(UiError {
                code: ErrorCode::NameTooLong,
                detail: Some(NAME_MAX.to_string()),
            });
        }
        let row = self.sales.get(&our_ref).ok_or(ErrorCode::NoSuchSale)?;
        if !is_due(row) {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        let owner = self.shift.owner(&our_ref).map(|owner| owner.owner.clone());
        let from = owner.unwrap_or_else(|| row.cashier.clone());
        self.write_shift(ShiftFact::HandedOver { our_ref, from, to })
    }

    /// The Z. It is drawn from the books as they are now, written with all of its figures, and the end of the chain is
    /// anchored in the keyring at once.
    fn close_shift(&mut self, action_id: &ActionId, reason: &str, carry_over: bool) -> Result<(), UiError> {
        self.must_be_fresh(action_id)?;
        let shift = self.shift.open()?.clone();
        let counted_paise = shift.counted_paise.ok_or(ErrorCode::NotCounted)?;
        let expected_paise = shift.expected_paise().ok_or(ErrorCode::AmountTooLarge)?;
        let reason = reason_of(reason)?.filter(|_| counted_paise != expected_paise);
        if counted_paise != expected_paise && reason.is_none() {
            return Err(ErrorCode::ReasonEmpty.into());
        }
        let unhanded = self.unhanded();
        if unhanded > 0 && !carry_over {
            return Err(UiError {
                code: ErrorCode::HoldsNotHandedOver,
                detail: Some(unhanded.to_string()),
            });
        }
        // The Z says where the chain ended before it.
        self.note_approval(None)?;
        let at_ms = self.now_ms();
        let report = self.z_report(at_ms, reason.clone())?;
        self.write_shift_at(
            at_ms,
            ShiftFact::Closed {
                number: shift.number,
                counted_paise,
                expected_paise,
                reason,
                report: Box::new(report),
            },
        )?;
        self.anchor_due_at_ms = Some(at_ms);
        Ok(())
    }

    fn z_report(&self, at_ms: i64, reason: Option<String>) -> Result<domain::ShiftReport, UiError> {
        let OpenBooks::Open(books) = &self.books else {
            return Err(ErrorCode::BooksClosed.into());
        };
        let closing = Closing {
            by: self.actor().cashier,
            reason,
        };
        let report = books.z_report(at_ms, closing).map_err(|failed| {
            tracing::error!(%failed, "the Z could not be drawn");
            ErrorCode::BooksClosed
        })?;
        report.ok_or_else(|| ErrorCode::NoShift.into())
    }

    fn write_shift(&mut self, fact: ShiftFact) -> Result<(), UiError> {
        self.write_shift_at(self.now_ms(), fact)
    }

    fn write_shift_at(&mut self, at_ms: i64, fact: ShiftFact) -> Result<(), UiError> {
        let by = self.actor().cashier;
        let after = Shift::after(self.shift.last.as_ref(), &fact, &by, at_ms).map_err(refusal_error)?;
        let step = Fact::Shift(fact.clone());
        self.note_approval(step.our_ref())?;
        let mut at = self.now();
        at.wall_ms = at_ms;
        let record = self.record_at(at, step);
        self.commit_record(record)?;
        if let ShiftFact::HandedOver { our_ref, to, .. } = fact {
            let owner = Owner {
                our_ref: our_ref.clone(),
                owner: to,
                shift: after.number,
            };
            self.shift.owners.insert(our_ref, owner);
        }
        self.shift.last = Some(after);
        self.shift.turn = self.shift.turn.saturating_add(1);
        Ok(())
    }

    /// Open holds that nobody took over by name in this shift.
    fn unhanded(&self) -> usize {
        self.sales
            .values()
            .filter(|row| is_due(row) && !self.shift.is_handed(&row.sale.our_ref))
            .count()
    }
}

/// It is open, and so somebody has to look after it.
fn is_due(row: &HoldRow) -> bool {
    ReportLine::of(&row.sale) == ReportLine::Open
}

/// An amount in the drawer; an empty drawer is one too.
fn cash(typed: &str) -> Result<Paise, UiError> {
    match Paise::parse_rupees(typed) {
        Ok(paise) => Ok(paise),
        Err(AmountRefusal::Zero) => Ok(Paise::ZERO),
        Err(refusal) => Err(amount_error(refusal)),
    }
}

fn reason_of(typed: &str) -> Result<Option<String>, UiError> {
    let reason = plain(typed);
    if reason.chars().count() > REASON_MAX {
        return Err(ErrorCode::ReasonTooLong.into());
    }
    Ok(Some(reason).filter(|reason| !reason.is_empty()))
}

/// One line of text: what a paste brings along of line feeds and control marks becomes blanks.
fn plain(typed: &str) -> String {
    let words: Vec<&str> = typed
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

fn refusal_error(refusal: ShiftRefusal) -> UiError {
    let code = match refusal {
        ShiftRefusal::AlreadyOpen => ErrorCode::ShiftIsOpen,
        ShiftRefusal::NotOpen => ErrorCode::NoShift,
        ShiftRefusal::WrongNumber | ShiftRefusal::WrongCash => ErrorCode::NotAllowedNow,
        ShiftRefusal::Amount => ErrorCode::AmountNegative,
        ShiftRefusal::NoReason => ErrorCode::ReasonEmpty,
        ShiftRefusal::MoreThanThere => ErrorCode::CashOverDrawer,
        ShiftRefusal::NotCounted => ErrorCode::NotCounted,
    };
    code.into()
}
