//! The people at the till: who is here, whose PIN is being checked, and what each one's screen was when he left it.

mod approve;
mod edit;
mod fronts;
mod need;
mod permit;
mod pins;
mod view;

pub use pins::{PinTrouble, Pins};

use crate::front::Front;
use crate::state::{Flight, Till};
use approve::{Approval, Asked};
use contract::{ErrorCode, StaffCommand, UiError};
use domain::{
    Action, Actor, Fact, LockedWhy, Moment, NOBODY, Name, NameRefusal, OurRef, Paise, PinRefusal, PinUse,
    RefundFact, Staff, StaffFact,
};
use pins::Work;
use std::collections::BTreeMap;

/// What the engine knows of the people.
pub(crate) struct People {
    /// As the ledger has it.
    pub staff: Staff,
    /// Who is signed in.
    pub present: Option<Name>,
    /// Whose screen is in front; it stays his while the till is locked.
    front_of: Option<Name>,
    /// The screens of those who are not here.
    kept: BTreeMap<Name, Front>,
    /// This run of the program: waits of an earlier one are judged by it.
    began: Moment,
    /// When a hand was last on the till, on the monotonic clock.
    touched_mono_ms: u64,
    work: Option<Work>,
    refusal: Option<UiError>,
    refused_name: Option<Name>,
    /// What waits for a manager.
    asked: Option<Asked>,
    /// A manager said yes to what is being done just now.
    approval: Option<Approval>,
    /// What [`Till::permit`] last wanted a manager for.
    wanted: Option<(Action, Option<Paise>)>,
    /// A person's command is being carried out, so what is recorded is done by whoever is here.
    commanded: bool,
    /// Who asked for what each sale is doing. An answer may come when somebody else stands at the till.
    asked_by: BTreeMap<OurRef, String>,
}

impl People {
    pub fn since(began: Moment) -> People {
        People {
            staff: Staff::default(),
            present: None,
            front_of: None,
            kept: BTreeMap::new(),
            touched_mono_ms: began.mono_ms,
            began,
            work: None,
            refusal: None,
            refused_name: None,
            asked: None,
            approval: None,
            wanted: None,
            commanded: false,
            asked_by: BTreeMap::new(),
        }
    }

    /// There is staff, and nobody of it is signed in.
    pub fn is_locked(&self) -> bool {
        !self.staff.is_empty() && self.present.is_none()
    }

    pub fn forget_sale(&mut self, our_ref: &OurRef) {
        self.asked_by.remove(our_ref);
    }

    /// The books were read again: wrong PINs that could not be written still count.
    pub fn read_again(&mut self, mut read: Staff) {
        read.keep_wrong_tries_of(&self.staff);
        if self
            .present
            .as_ref()
            .is_some_and(|name| read.person(name).is_none())
        {
            self.present = None;
        }
        self.staff = read;
    }
}

impl Till {
    pub(crate) fn obey_staff(&mut self, command: StaffCommand) -> Result<(), UiError> {
        match command {
            StaffCommand::SignIn { name, pin } => self.sign_in(&name, &pin),
            StaffCommand::Lock => self.lock_by_hand(),
            StaffCommand::Awake => Ok(()),
            StaffCommand::Approve {
                action_id,
                manager,
                pin,
            } => self.approve(&action_id, &manager, &pin),
            StaffCommand::ApprovalLeave => {
                self.people.asked = None;
                self.people.refusal = None;
                Ok(())
            }
            StaffCommand::PersonAdd { name, role, pin } => self.add_person(&name, role, &pin),
            StaffCommand::PersonRemove { name } => self.remove_person(&name),
            StaffCommand::PersonRole { name, role } => self.change_role(&name, role),
            StaffCommand::PersonPin { name, pin } => self.change_pin(&name, &pin),
            StaffCommand::RuleSet {
                role,
                action,
                within,
                limit_text,
                over,
            } => self.set_rule(role, action, within, &limit_text, over),
            StaffCommand::IdleSet { minutes } => self.set_idle(minutes),
        }
    }

    /// Whose name stands in a record: the one who is signed in; while nobody was added yet, the till's own word.
    pub(crate) fn cashier_name(&self) -> String {
        if self.people.staff.is_empty() {
            return self.config.cashier.clone();
        }
        self.people
            .present
            .as_ref()
            .map_or_else(|| NOBODY.to_owned(), Name::to_string)
    }

    /// By whom a fact is. What a sale hears or does by itself belongs to whoever asked for it, not to whoever happens to
    /// stand at the till by then.
    pub(crate) fn actor_of(&self, fact: &Fact) -> Actor {
        let mut actor = self.actor();
        if self.people.staff.is_empty() || self.people.commanded {
            return actor;
        }
        let is_by_hand = matches!(
            fact,
            Fact::Look { by_hand: true, .. } | Fact::Refund(RefundFact::Looked { by_hand: true, .. })
        );
        if let Some(our_ref) = fact.our_ref().filter(|_| !is_by_hand) {
            let asked_by = self.people.asked_by.get(our_ref);
            let opened_by = || self.sales.get(our_ref).map(|row| &row.cashier);
            if let Some(name) = asked_by.or_else(opened_by) {
                actor.cashier.clone_from(name);
            }
        }
        actor
    }

    /// A request of a sale is about to be committed.
    pub(crate) fn note_asker(&mut self, fact: &Fact) {
        if let Fact::Intent { our_ref, .. } | Fact::Refund(RefundFact::Asked { our_ref, .. }) = fact
            && self.people.commanded
        {
            let name = self.cashier_name();
            self.people.asked_by.insert(our_ref.clone(), name);
        }
    }

    /// The queue is about to ask for this sale, as somebody wanted it earlier.
    pub(crate) fn note_asked_by(&mut self, our_ref: &OurRef, name: Option<String>) {
        if let Some(name) = name {
            self.people.asked_by.insert(our_ref.clone(), name);
        }
    }

    /// Commits a staff fact, and memory follows it.
    fn note_staff(&mut self, fact: StaffFact) -> Result<(), UiError> {
        let record = self.record(Fact::Staff(fact.clone()));
        let at = record.at.clone();
        let written = self.commit_record(record);
        // A wrong PIN counts although nothing can be written.
        if written.is_ok() || matches!(fact, StaffFact::PinWrong { .. }) {
            self.people.staff.apply(&fact, &at);
        }
        written
    }

    fn sign_in(&mut self, name: &str, pin: &contract::PinText) -> Result<(), UiError> {
        if self.people.staff.is_empty() {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        let name = Name::parse(name).map_err(name_error)?;
        let phc = self
            .people
            .staff
            .person(&name)
            .map(|person| person.pin_phc.clone());
        self.check_pin(name, PinUse::SignIn, pin, phc)
    }

    /// The PIN was right, or it is the first manager, who has just chosen it.
    fn let_in(&mut self, name: &Name) {
        let Some(person) = self.people.staff.person(name) else {
            return;
        };
        let name = person.name.clone();
        self.lock(LockedWhy::Asked);
        self.people.present = Some(name.clone());
        self.touch();
        if self
            .note_staff(StaffFact::SignedIn { name: name.clone() })
            .is_err()
        {
            // Nobody is let in without a record of it.
            self.people.present = None;
            return;
        }
        self.bring_front_of(name);
    }

    fn lock_by_hand(&mut self) -> Result<(), UiError> {
        if self.people.staff.is_empty() {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        self.lock(LockedWhy::Asked);
        Ok(())
    }

    fn lock(&mut self, why: LockedWhy) {
        let Some(name) = self.people.present.clone() else {
            return;
        };
        if let Err(refused) = self.note_staff(StaffFact::Locked { name, why }) {
            tracing::warn!(%refused, "the till is locked and the books do not say so");
        }
        self.people.present = None;
        self.people.asked = None;
        self.people.refusal = None;
        self.people.refused_name = None;
        self.forget_approval_work();
        self.front.review = None;
        self.refunds.panel = None;
        self.queue.close_panel();
    }

    /// A hand is on the till.
    pub(crate) fn touch(&mut self) {
        self.people.touched_mono_ms = self.clock.now().mono_ms;
    }

    /// Locks when no hand was on the till for the set time; not while something of the screen is on its way.
    pub(crate) fn lock_if_idle(&mut self) {
        if self.idle_left_ms() == Some(0) {
            self.lock(LockedWhy::Idle);
        }
    }

    /// How long until the till locks itself. `None`: it does not just now.
    fn idle_left_ms(&self) -> Option<i64> {
        if self.people.present.is_none() || self.is_waiting_for_an_answer() {
            return None;
        }
        let idle_ms = u64::from(self.people.staff.idle_minutes).saturating_mul(60_000);
        let passed_ms = self
            .clock
            .now()
            .mono_ms
            .saturating_sub(self.people.touched_mono_ms);
        Some(i64::try_from(idle_ms.saturating_sub(passed_ms)).unwrap_or(i64::MAX))
    }

    /// A request of the sale or customer on the screen is on its way.
    fn is_waiting_for_an_answer(&self) -> bool {
        self.flights.values().any(|flight| match flight {
            Flight::Money(our_ref, _)
            | Flight::Look(our_ref, _)
            | Flight::Refund(our_ref, _)
            | Flight::RefundLook(our_ref, _) => self.front.sale.as_ref() == Some(our_ref),
            Flight::SendOtp
            | Flight::VerifyOtp
            | Flight::Unlink
            | Flight::Balance(_)
            | Flight::TopUp(_)
            | Flight::Token
            | Flight::Pin => true,
            Flight::SettingsCheck => false,
        })
    }

    /// When the people want the engine to be woken: to lock the till, and when a wait ends.
    pub(crate) fn staff_wake_at_ms(&self) -> Option<i64> {
        let now = self.now();
        let waits = self
            .people
            .staff
            .people()
            .filter_map(|person| self.wait_left_ms(&person.name, &now));
        let left_ms = waits.chain(self.idle_left_ms()).min()?;
        Some(now.wall_ms.saturating_add(left_ms))
    }

    /// How long no PIN is taken for that name, if so.
    fn wait_left_ms(&self, name: &Name, now: &Moment) -> Option<i64> {
        let tries = self.people.staff.tries(name)?;
        let left_ms = tries.wait_left_ms(&self.people.began, now);
        (left_ms > 0).then(|| i64::try_from(left_ms).unwrap_or(i64::MAX))
    }
}

fn name_error(refusal: NameRefusal) -> UiError {
    match refusal {
        NameRefusal::Empty => ErrorCode::NameEmpty,
        NameRefusal::TooLong => ErrorCode::NameTooLong,
        NameRefusal::OddCharacter => ErrorCode::NameOddCharacter,
    }
    .into()
}

fn pin_error(refusal: PinRefusal) -> UiError {
    match refusal {
        PinRefusal::Empty => ErrorCode::PinEmpty,
        PinRefusal::NotDigits => ErrorCode::PinNotDigits,
        PinRefusal::WrongLength => ErrorCode::PinWrongLength,
        PinRefusal::TooEasy => ErrorCode::PinTooEasy,
    }
    .into()
}
