//! What each command needs. One function, without a wildcard: a new command does not compile before somebody has said who
//! may give it.

use crate::state::Till;
use contract::{
    ActionId, AtDeadline, CartCommand, Command, ErrorCode, PreferencesCommand, QueueCommand, RefundCommand,
    ReviewKind, ShiftCommand, StaffCommand, UiError,
};
use domain::{Action, OurRef, Paise, SaleMode};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Taken from anybody, with the till locked too: it lets somebody in, locks, or asks PhonePe a question that moves
    /// nothing and shows nothing.
    Nobody,
    /// The till's ordinary work, and what ends in a panel that is asked about itself.
    SignedIn,
    Permission(Action, Option<Paise>),
}

impl Till {
    /// Carries out one command of the window, if whoever is here may give it.
    pub(crate) fn obey(&mut self, command: Command) -> Result<(), UiError> {
        if self.people.present.is_some() {
            self.touch();
        }
        let keeps_approval = keeps_approval(&command);
        let again = command.clone();
        self.people.wanted = None;
        let done = self.obey_as_permitted(command);
        match (&done, self.people.wanted.take()) {
            (Err(refused), Some((action, amount))) if refused.code == ErrorCode::ManagerNeeded => {
                self.ask_manager(again, action, amount);
            }
            (Ok(()), _) if !keeps_approval => self.people.asked = None,
            (Ok(()) | Err(_), _) => {}
        }
        done
    }

    pub(super) fn obey_as_permitted(&mut self, command: Command) -> Result<(), UiError> {
        match self.need(&command) {
            Need::Nobody => {}
            Need::SignedIn if self.people.is_locked() => return Err(ErrorCode::TillLocked.into()),
            Need::SignedIn => {}
            Need::Permission(action, amount) => self.permit(action, amount)?,
        }
        self.people.commanded = true;
        let done = self.follow(command);
        self.people.commanded = false;
        done
    }

    pub(crate) fn need(&self, command: &Command) -> Need {
        match command {
            Command::LookNow { .. }
            | Command::Preferences(
                PreferencesCommand::Language { .. } | PreferencesCommand::TextSize { .. },
            ) => Need::Nobody,
            Command::LineChange { id, price, .. } if self.reprices(*id, price) => {
                Need::Permission(Action::PriceChange, None)
            }
            Command::Cart(command) => need_of_cart(command),
            Command::Preferences(
                PreferencesCommand::Volume { .. }
                | PreferencesCommand::TryTone { .. }
                | PreferencesCommand::UpdatePutAway { .. },
            )
            | Command::NewSale
            | Command::AmountSet { .. }
            | Command::LineAdd { .. }
            | Command::LineChange { .. }
            | Command::LineRemove { .. }
            | Command::MobileSubmit { .. }
            | Command::OtpSubmit { .. }
            | Command::OtpResend
            | Command::Relink
            | Command::CustomerChange
            | Command::BalanceRefresh
            | Command::SaleModeSet { .. }
            | Command::TopUpChoose { .. }
            | Command::TopUpCheck
            | Command::TopUpLeave
            | Command::SaleOpen { .. }
            | Command::SaleLeave
            | Command::CaptureReview { .. }
            | Command::ReleaseReview
            | Command::ReviewClose
            | Command::RestoreSeen
            | Command::Paper(_)
            | Command::Display(_)
            | Command::SettingsCheck => Need::SignedIn,
            Command::Preferences(
                PreferencesCommand::Key { .. }
                | PreferencesCommand::KeysUsual
                | PreferencesCommand::Speech { .. }
                | PreferencesCommand::Hook { .. }
                | PreferencesCommand::Updates { .. }
                | PreferencesCommand::Paper { .. }
                | PreferencesCommand::Display { .. },
            ) => Need::Permission(Action::Settings, None),
            Command::CustomerUnlink => Need::Permission(Action::UnlinkCustomer, None),
            // A press that is not the armed button's is refused by itself.
            Command::Press { action_id } if self.front.armed.is_for_money(action_id) => self.need_of_pay(),
            Command::Press { .. } => Need::SignedIn,
            Command::CaptureConfirm { action_id } => self.need_of_review(ReviewKind::Capture, action_id),
            Command::ReleaseConfirm { action_id } => self.need_of_review(ReviewKind::Release, action_id),
            Command::Queue(command) => self.need_of_queue(command),
            Command::Refund(command) => self.need_of_refund(command),
            Command::Reconcile(_) => Need::Permission(Action::Reconcile, None),
            Command::Shift(command) => need_of_shift(command),
            Command::Staff(command) => need_of_staff(command),
        }
    }

    /// What the money button does when it says Pay.
    pub(crate) fn pay_action(&self) -> (Action, Option<Paise>) {
        let action = match self.front.mode {
            SaleMode::Hold => Action::Hold,
            SaleMode::Charge => Action::Charge,
        };
        (action, Some(self.asked_paise()))
    }

    fn need_of_pay(&self) -> Need {
        let (action, amount) = self.pay_action();
        Need::Permission(action, amount)
    }

    fn need_of_review(&self, kind: ReviewKind, action_id: &ActionId) -> Need {
        let on_screen = self
            .front
            .review
            .as_ref()
            .filter(|review| review.kind == kind && review.action_id == *action_id);
        match (on_screen, kind) {
            (None, _) => Need::SignedIn,
            (Some(review), ReviewKind::Capture) => Need::Permission(Action::Capture, Some(review.amount)),
            (Some(review), ReviewKind::Release) => {
                Need::Permission(Action::Release, self.held_paise(&review.our_ref))
            }
        }
    }

    fn need_of_refund(&self, command: &RefundCommand) -> Need {
        match command {
            RefundCommand::Review { .. } | RefundCommand::Close | RefundCommand::LookNow { .. } => {
                Need::SignedIn
            }
            RefundCommand::Confirm { action_id } => {
                let panel = self.refunds.panel.as_ref();
                let on_screen = panel.filter(|panel| panel.action_id == *action_id);
                on_screen.map_or(Need::SignedIn, |panel| {
                    Need::Permission(Action::Refund, Some(panel.amount))
                })
            }
        }
    }

    fn need_of_queue(&self, command: &QueueCommand) -> Need {
        match command {
            // To stop what waits moves no money, and to have read what became of it neither.
            QueueCommand::Review { .. }
            | QueueCommand::Close
            | QueueCommand::Stop { .. }
            | QueueCommand::CloseRun { .. }
            | QueueCommand::Choose {
                at_deadline: AtDeadline::AskAPerson,
                ..
            } => Need::SignedIn,
            QueueCommand::Confirm { action_id } => {
                let on_screen = self.queue.sum_in_panel(action_id);
                on_screen.map_or(Need::SignedIn, |sum| Need::Permission(Action::Bulk, Some(sum)))
            }
            QueueCommand::Choose {
                our_ref,
                at_deadline: AtDeadline::Release,
                ..
            } => Need::Permission(Action::Release, self.held_paise(our_ref)),
            QueueCommand::Choose {
                at_deadline: AtDeadline::Capture,
                amount_text,
                ..
            } => need_for_typed(Action::Capture, amount_text),
        }
    }

    fn held_paise(&self, our_ref: &OurRef) -> Option<Paise> {
        self.peek_row(our_ref).map(|row| row.sale.amount_paise)
    }
}

/// To take a discount away needs nobody.
fn need_of_cart(command: &CartCommand) -> Need {
    match command {
        CartCommand::LineDiscount { text, .. } | CartCommand::Discount { text }
            if !text.trim().is_empty() =>
        {
            Need::Permission(Action::PriceChange, None)
        }
        CartCommand::LineDiscount { .. }
        | CartCommand::Discount { .. }
        | CartCommand::ItemAdd { .. }
        | CartCommand::Scan { .. }
        | CartCommand::LineNote { .. }
        | CartCommand::Note { .. }
        | CartCommand::Park { .. }
        | CartCommand::Recall { .. }
        | CartCommand::ThrowAway { .. }
        | CartCommand::FinalBegin
        | CartCommand::FinalUndo => Need::SignedIn,
    }
}

fn need_of_shift(command: &ShiftCommand) -> Need {
    match command {
        ShiftCommand::Open { .. } => Need::Permission(Action::ShiftOpen, None),
        ShiftCommand::CashIn { amount, .. } | ShiftCommand::CashOut { amount, .. } => {
            need_for_typed(Action::CashInOut, amount)
        }
        ShiftCommand::HandOver { .. } => Need::Permission(Action::HandOver, None),
        // The count is the first half of the closing: only then it is told what should be in the drawer.
        ShiftCommand::Count { .. } | ShiftCommand::Close { .. } => Need::Permission(Action::ShiftClose, None),
    }
}

/// What is no amount is refused by itself; no manager is called for it.
fn need_for_typed(action: Action, typed: &str) -> Need {
    Paise::parse_rupees(typed).map_or(Need::SignedIn, |amount| Need::Permission(action, Some(amount)))
}

fn need_of_staff(command: &StaffCommand) -> Need {
    match command {
        StaffCommand::SignIn { .. } | StaffCommand::Lock => Need::Nobody,
        StaffCommand::Awake | StaffCommand::Approve { .. } | StaffCommand::ApprovalLeave => Need::SignedIn,
        StaffCommand::PersonAdd { .. }
        | StaffCommand::PersonRemove { .. }
        | StaffCommand::PersonRole { .. }
        | StaffCommand::PersonPin { .. }
        | StaffCommand::RuleSet { .. } => Need::Permission(Action::StaffEdit, None),
        StaffCommand::IdleSet { .. } => Need::Permission(Action::Settings, None),
    }
}

/// Whatever else is done takes away what waits for a manager: nobody approves what he no longer sees.
fn keeps_approval(command: &Command) -> bool {
    matches!(
        command,
        Command::LookNow { .. } | Command::Staff(StaffCommand::Awake | StaffCommand::Approve { .. })
    )
}
