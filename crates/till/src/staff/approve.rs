//! A manager approves in place: what was refused for want of one is kept as it was asked, and goes on, once, when the PIN
//! is right.

use super::name_error;
use crate::state::Till;
use contract::{ActionId, Command, ErrorCode, PinText, QueueCommand, RefundCommand, UiError};
use domain::{Action, Name, OurRef, Paise, PinUse, Role, StaffFact};

/// What waits for a manager.
pub(super) struct Asked {
    pub command: Command,
    pub action: Action,
    pub amount_paise: Option<Paise>,
    pub action_id: ActionId,
}

/// A manager said yes to this and nothing else.
pub(super) struct Approval {
    manager: Name,
    action: Action,
    amount_paise: Option<Paise>,
    is_noted: bool,
}

/// A manager whose PIN was right.
pub(super) struct Approver(pub Name);

impl Till {
    pub(super) fn ask_manager(&mut self, command: Command, action: Action, amount_paise: Option<Paise>) {
        let own_id = if let Command::Press { action_id }
        | Command::CaptureConfirm { action_id }
        | Command::ReleaseConfirm { action_id }
        | Command::Refund(RefundCommand::Confirm { action_id })
        | Command::Queue(QueueCommand::Confirm { action_id }) = &command
        {
            Some(action_id.clone())
        } else {
            None
        };
        self.people.refusal = None;
        self.people.refused_name = None;
        self.people.asked = Some(Asked {
            command,
            action,
            amount_paise,
            action_id: own_id.unwrap_or_else(|| self.new_action_id()),
        });
    }

    pub(super) fn approve(
        &mut self,
        action_id: &ActionId,
        manager: &str,
        pin: &PinText,
    ) -> Result<(), UiError> {
        let is_asked = |asked: &Asked| asked.action_id == *action_id;
        if !self.people.asked.as_ref().is_some_and(is_asked) {
            return Err(ErrorCode::NotArmed.into());
        }
        let name = Name::parse(manager).map_err(name_error)?;
        // Somebody who is no manager is answered like nobody at all.
        let person = self.people.staff.person(&name);
        let manager = person.filter(|person| person.role == Role::Manager);
        let phc = manager.map(|person| person.pin_phc.clone());
        self.check_pin(name, PinUse::Approval, pin, phc)
    }

    pub(super) fn approved_by(&mut self, Approver(manager): &Approver) {
        let Some(asked) = self.people.asked.take() else {
            return;
        };
        self.touch();
        self.people.approval = Some(Approval {
            manager: manager.clone(),
            action: asked.action,
            amount_paise: asked.amount_paise,
            is_noted: false,
        });
        let done = self.go_on(asked.command);
        self.people.approval = None;
        if let Err(refused) = done {
            self.refuse(None, refused);
        }
    }

    fn go_on(&mut self, command: Command) -> Result<(), UiError> {
        // These write the approval themselves, right before what it allows, and so only if that is done at all.
        let notes_itself = matches!(
            command,
            Command::Press { .. }
                | Command::CaptureConfirm { .. }
                | Command::ReleaseConfirm { .. }
                | Command::Refund(_)
                | Command::Queue(_)
                | Command::Shift(_)
        );
        if !notes_itself {
            self.note_approval(None)?;
        }
        self.obey_as_permitted(command)
    }

    /// Writes the approval that the present step has, if it has one: before what it allows.
    pub(crate) fn note_approval(&mut self, our_ref: Option<&OurRef>) -> Result<(), UiError> {
        let Some(approval) = self
            .people
            .approval
            .as_mut()
            .filter(|approval| !approval.is_noted)
        else {
            return Ok(());
        };
        approval.is_noted = true;
        let fact = StaffFact::Approved {
            manager: approval.manager.clone(),
            action: approval.action,
            amount_paise: approval.amount_paise,
            our_ref: our_ref.cloned(),
        };
        self.note_staff(fact)
    }

    pub(super) fn is_approved(&self, action: Action, amount_paise: Option<Paise>) -> bool {
        self.people
            .approval
            .as_ref()
            .is_some_and(|approval| approval.action == action && approval.amount_paise == amount_paise)
    }
}
