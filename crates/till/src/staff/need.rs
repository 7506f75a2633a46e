//! What each command needs. One function, without a wildcard: a new command does not compile before somebody has said who
//! may give it.

use crate::state::Till;
use contract::{Command, ErrorCode, ReviewKind, StaffCommand, UiError};
use domain::{Action, Paise, SaleMode};

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
            Command::LookNow { .. } => Need::Nobody,
            Command::NewSale
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
            | Command::SettingsCheck => Need::SignedIn,
            Command::CustomerUnlink => Need::Permission(Action::UnlinkCustomer, None),
            // A press that is not the armed button's is refused by itself.
            Command::Press { action_id } if self.front.armed.is_for_money(action_id) => self.need_of_pay(),
            Command::Press { .. } => Need::SignedIn,
            Command::CaptureConfirm { action_id } => self.need_of_review(ReviewKind::Capture, action_id),
            Command::ReleaseConfirm { action_id } => self.need_of_review(ReviewKind::Release, action_id),
            Command::Staff(command) => need_of_staff(command),
        }
    }

    /// What the money button does when it says Pay.
    pub(crate) fn pay_action(&self) -> (Action, Option<Paise>) {
        let action = match self.front.mode {
            SaleMode::Hold => Action::Hold,
            SaleMode::Charge => Action::Charge,
        };
        (action, Some(self.front.cart.total()))
    }

    fn need_of_pay(&self) -> Need {
        let (action, amount) = self.pay_action();
        Need::Permission(action, amount)
    }

    fn need_of_review(&self, kind: ReviewKind, action_id: &contract::ActionId) -> Need {
        let on_screen = self
            .front
            .review
            .as_ref()
            .filter(|review| review.kind == kind && review.action_id == *action_id);
        match (on_screen, kind) {
            (None, _) => Need::SignedIn,
            (Some(review), ReviewKind::Capture) => Need::Permission(Action::Capture, Some(review.amount)),
            (Some(review), ReviewKind::Release) => {
                let held = self.sales.get(&review.our_ref).map(|row| row.sale.amount_paise);
                Need::Permission(Action::Release, held)
            }
        }
    }
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
