//! PINs on their way to be checked or hashed. The engine never does it itself: it takes a good part of a second.

use super::approve::Approver;
use super::pin_error;
use crate::inputs::{Effect, Tag};
use crate::ports::{Going, VaultTrouble};
use crate::state::{Flight, OpenBooks, Till};
use contract::{ErrorCode, PinText, UiError};
use domain::{Name, Pin, PinUse, Role, StaffFact};

/// Why a PIN could be neither checked nor hashed. Nobody is let in then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PinTrouble {
    Keyring(VaultTrouble),
    /// The hash was made with a pepper that is not in this keyring.
    KeyGone,
    /// The hash cannot be read, or could not be made.
    Broken(String),
}

/// Checks and hashes PINs with the keyring's pepper, on a thread of its own.
pub trait Pins: Send + Sync {
    /// Whether it is the PIN of this PHC string. Without one it takes as long and the answer is no, so that nobody can
    /// tell from the time whether there is such a person.
    fn check(&self, pin: Pin, phc: Option<String>) -> Going<Result<bool, PinTrouble>>;
    /// The PIN's PHC string, with a new salt.
    fn hash(&self, pin: Pin) -> Going<Result<String, PinTrouble>>;
}

/// One PIN at a time: tries in parallel would be tries without a wait.
pub(super) struct Work {
    pub job: Job,
    /// `None` while the ledger's chain is being checked: a wrong PIN must be written down when it is found wrong.
    tag: Option<Tag>,
    pin: Pin,
}

pub(super) enum Job {
    Check {
        name: Name,
        purpose: PinUse,
        phc: Option<String>,
    },
    Add {
        name: Name,
        role: Role,
    },
    Change {
        name: Name,
    },
}

impl Till {
    pub(super) fn check_pin(
        &mut self,
        name: Name,
        purpose: PinUse,
        pin: &PinText,
        phc: Option<String>,
    ) -> Result<(), UiError> {
        let pin = Pin::parse(pin.expose()).map_err(pin_error)?;
        if matches!(self.books, OpenBooks::Closed(_)) {
            return Err(ErrorCode::BooksClosed.into());
        }
        let now = self.now();
        if let Some(left_ms) = self.wait_left_ms(&name, &now) {
            return Err(wait_error(left_ms));
        }
        self.begin(Job::Check { name, purpose, phc }, pin)
    }

    pub(super) fn hash_pin(&mut self, job: Job, pin: &PinText) -> Result<(), UiError> {
        let pin = Pin::choose(pin.expose()).map_err(pin_error)?;
        self.books_must_take_staff()?;
        self.begin(job, pin)
    }

    /// Changes of the staff wait for nothing: they are refused until they can be written.
    pub(super) fn books_must_take_staff(&self) -> Result<(), UiError> {
        match &self.books {
            OpenBooks::Closed(_) => Err(ErrorCode::BooksClosed.into()),
            OpenBooks::Open(_) if !self.books_checked => Err(ErrorCode::BooksChecking.into()),
            OpenBooks::Open(_) => Ok(()),
        }
    }

    fn begin(&mut self, job: Job, pin: Pin) -> Result<(), UiError> {
        if self.people.work.is_some() {
            return Err(ErrorCode::Busy.into());
        }
        self.people.refusal = None;
        self.people.refused_name = None;
        self.people.work = Some(Work { job, tag: None, pin });
        self.hand_pin_out();
        Ok(())
    }

    /// Hands the waiting PIN out once a wrong one could be written down.
    pub(crate) fn hand_pin_out(&mut self) {
        let waits = self.people.work.as_ref().is_some_and(|work| work.tag.is_none());
        if !waits {
            return;
        }
        if matches!(self.books, OpenBooks::Closed(_)) {
            self.people.work = None;
            return self.refuse(None, ErrorCode::BooksClosed.into());
        }
        if !self.books_checked {
            return;
        }
        let tag = self.new_tag(Flight::Pin);
        let Some(work) = self.people.work.as_mut() else {
            return;
        };
        work.tag = Some(tag);
        let pin = work.pin.clone();
        self.effects.push(match &work.job {
            Job::Check { phc, .. } => Effect::CheckPin(tag, pin, phc.clone()),
            Job::Add { .. } | Job::Change { .. } => Effect::HashPin(tag, pin),
        });
    }

    pub(crate) fn hear_pin_checked(&mut self, tag: Tag, result: Result<bool, PinTrouble>) {
        let Some(Job::Check { name, purpose, phc }) = self.finished(tag) else {
            return;
        };
        match result {
            Err(trouble) => self.refuse(Some(name), trouble_error(&trouble)),
            Ok(is_right) if is_right && self.still_has(&name, phc.as_deref()) => match purpose {
                PinUse::SignIn => self.let_in(&name),
                PinUse::Approval => self.approved_by(&Approver(name)),
            },
            Ok(_) => self.pin_was_wrong(name, purpose),
        }
    }

    pub(crate) fn hear_pin_hashed(&mut self, tag: Tag, result: Result<String, PinTrouble>) {
        let Some(job) = self.finished(tag) else { return };
        let phc = match result {
            Ok(phc) => phc,
            Err(trouble) => return self.refuse(None, trouble_error(&trouble)),
        };
        match job {
            Job::Add { name, role } => self.add_with(name, role, phc),
            Job::Change { name } => self.change_with(name, phc),
            Job::Check { .. } => {}
        }
    }

    /// The till was locked: no manager is asked any more.
    pub(super) fn forget_approval_work(&mut self) {
        self.people.work.take_if(|work| match work.job {
            Job::Check { purpose, .. } => purpose == PinUse::Approval,
            Job::Add { .. } | Job::Change { .. } => true,
        });
    }

    pub(super) fn refuse(&mut self, name: Option<Name>, why: UiError) {
        self.people.refusal = Some(why);
        self.people.refused_name = name;
    }

    fn finished(&mut self, tag: Tag) -> Option<Job> {
        self.flights.remove(&tag);
        let work = self.people.work.take_if(|work| work.tag == Some(tag))?;
        Some(work.job)
    }

    /// Nobody removed the person or changed the PIN while it was being checked.
    fn still_has(&self, name: &Name, phc: Option<&str>) -> bool {
        let person = self.people.staff.person(name);
        person.is_some_and(|person| Some(person.pin_phc.as_str()) == phc)
    }

    fn pin_was_wrong(&mut self, name: Name, purpose: PinUse) {
        let counted = self.note_staff(StaffFact::PinWrong {
            name: name.clone(),
            purpose,
        });
        let now = self.now();
        let why = match (counted, self.wait_left_ms(&name, &now)) {
            (Err(refused), _) => refused,
            (Ok(()), Some(left_ms)) => wait_error(left_ms),
            (Ok(()), None) => ErrorCode::PinWrong.into(),
        };
        self.refuse(Some(name), why);
    }
}

fn wait_error(left_ms: i64) -> UiError {
    let seconds = left_ms.saturating_add(999).div_euclid(1_000);
    UiError {
        code: ErrorCode::PinWait,
        detail: Some(seconds.to_string()),
    }
}

fn trouble_error(trouble: &PinTrouble) -> UiError {
    match trouble {
        PinTrouble::Keyring(VaultTrouble::Locked) => ErrorCode::KeyringLocked.into(),
        PinTrouble::Keyring(VaultTrouble::Missing) => ErrorCode::KeyringMissing.into(),
        PinTrouble::Keyring(VaultTrouble::Broken) => ErrorCode::KeyringBroken.into(),
        PinTrouble::KeyGone => ErrorCode::PinKeyGone.into(),
        PinTrouble::Broken(why) => UiError {
            code: ErrorCode::KeyringBroken,
            detail: Some(why.clone()),
        },
    }
}
