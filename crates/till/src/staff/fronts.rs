//! Each person's screen: kept when somebody else comes, given back when its owner does. What is heard meanwhile goes into
//! the screen that asked for it, not into the one that is in front.

use crate::front::Front;
use crate::inputs::Tag;
use crate::state::{Flight, Till};
use domain::{Name, OurRef};

impl Till {
    /// The screen of whoever has signed in: the one he left, or a new sale.
    pub(super) fn bring_front_of(&mut self, name: Name) {
        match self.people.front_of.replace(name.clone()) {
            Some(before) if before != name => {
                let mine = self.people.kept.remove(&name).unwrap_or_default();
                let left = self.put_in_front(mine);
                self.people.kept.insert(before, left);
            }
            Some(_) | None => {}
        }
        if let Some(our_ref) = self.front.sale.clone()
            && self.row(&our_ref).is_none()
        {
            self.front.sale = None;
        }
        if self.bill_is_open() && self.wanted_balance().is_some() && self.front.top_up.is_none() {
            self.amount_changed();
        }
    }

    pub(super) fn drop_front_of(&mut self, name: &Name) {
        self.people.kept.remove(name);
        if self.people.front_of.as_ref() == Some(name) && self.people.present.as_ref() != Some(name) {
            self.people.front_of = None;
            self.put_in_front(Front::default());
        }
    }

    /// Hears something with the screen in front that it is meant for.
    pub(crate) fn in_front_of<T>(&mut self, tag: Tag, hear: impl FnOnce(&mut Till) -> T) -> T {
        let Some(owner) = self.kept_owner(tag) else {
            if self.ends_a_wait_for_money(tag) {
                // Whoever waited for this gets the whole idle time to read it.
                self.touch();
            }
            return hear(self);
        };
        let Some(theirs) = self.people.kept.remove(&owner) else {
            return hear(self);
        };
        let here = self.put_in_front(theirs);
        let heard = hear(self);
        let theirs = self.put_in_front(here);
        self.people.kept.insert(owner, theirs);
        heard
    }

    /// A sale that stands on the screen of somebody who is not here.
    pub(crate) fn is_kept(&self, our_ref: &OurRef) -> bool {
        self.people
            .kept
            .values()
            .any(|front| front.sale.as_ref() == Some(our_ref))
    }

    /// The books were closed: what was begun on any screen and is not in them is over.
    pub(crate) fn forget_unwritten_fronts(&mut self) {
        for front in self.people.kept.values_mut() {
            front.unsent = None;
            front.top_up = None;
        }
    }

    /// Pressed buttons stay pressed, whoever's screen is in front.
    fn put_in_front(&mut self, mut front: Front) -> Front {
        front.armed = std::mem::take(&mut self.front.armed);
        front.armed.disarm();
        std::mem::replace(&mut self.front, front)
    }

    fn ends_a_wait_for_money(&self, tag: Tag) -> bool {
        let flight = self.flights.get(&tag);
        matches!(flight, Some(Flight::Money(our_ref, _)) if self.front.sale.as_ref() == Some(our_ref))
    }

    fn kept_owner(&self, tag: Tag) -> Option<Name> {
        let flight = self.flights.get(&tag)?;
        if awaits(&self.front, flight, tag) {
            return None;
        }
        let mut kept = self.people.kept.iter();
        kept.find(|(_, front)| awaits(front, flight, tag))
            .map(|(name, _)| name.clone())
    }
}

fn awaits(front: &Front, flight: &Flight, tag: Tag) -> bool {
    match flight {
        Flight::Money(our_ref, _) | Flight::Look(our_ref, _) => front.sale.as_ref() == Some(our_ref),
        Flight::SendOtp | Flight::VerifyOtp | Flight::Unlink | Flight::Token => {
            front.customer.is_asked_by(tag)
        }
        Flight::Balance(key) => front.wallet.reading.as_ref() == Some(key),
        Flight::TopUp(turn) => front.top_up.as_ref().is_some_and(|top_up| top_up.turn == *turn),
        // Refunds are told in the board, and stand on nobody's screen.
        Flight::Refund(..) | Flight::RefundLook(..) | Flight::SettingsCheck | Flight::Pin => false,
    }
}
